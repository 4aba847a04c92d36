"""`kaname new mechanism`: the recipe of CONTRIBUTING, walked in a copy of the project."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from kaname.cli.new import MADE, filled
from kaname.compile.assemble import made as assembled
from kaname.core.errors import InputError
from tests.house.sources import ROOT

Typed = Callable[..., subprocess.CompletedProcess[str]]
NAME = "diplomacy.tourism"
PLACES = [path.format(room="diplomacy", stem="tourism") for path in MADE.values()]
HOUSE = [f"tests/house/test_{name}.py" for name in ("parameters", "mechanisms", "order", "files")]
LAWS = {
    "tests/laws/test_systems.py": "shown_or_says or belongs_to_another_room",
    "tests/model/test_contract.py": "tourism",
}
OPTION = '    patience: int = option(0, "--patience", "Quarters to wait.", low=0, high=9)\n'
OUTCOME = '''

@outcome(unit="index", role="mean", good=-1, label="widest gap")
@kernel
def widest_gap(w) -> float:
    """The widest gap between the pictures of the governments, over contingencies."""
    widest = 0.0
    for k in range(w.gap.shape[0]):
        widest = max(widest, w.gap[k])
    return widest
'''


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the project's code, tests and pages."""
    for part in ("src", "tests", "docs"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    for part in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / part, tmp_path / part)
    return tmp_path


def run(copy: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the copy, uncompiled, with the copy's package."""
    environment = {**os.environ, "PYTHONPATH": str(copy / "src"), "KANAME_JIT": "0"}
    return subprocess.run(
        [sys.executable, *words], cwd=copy, env=environment, capture_output=True, text=True, check=False
    )


def outcome_of(copy: Path, *files: str) -> str:
    done = run(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", *files)
    return done.stdout + done.stderr


def files_of(copy: Path) -> dict[str, str]:
    """Every file of the copy by its path, with a digest of what it holds."""
    found = (path for path in copy.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(copy).as_posix(): sha256(path.read_bytes()).hexdigest() for path in found}


def made_files(copy: Path) -> set[str]:
    """Files that `make order` writes."""
    package = copy / "src" / "kaname"
    return {path.relative_to(copy).as_posix() for path in assembled(package)}


def touched(before: dict[str, str], after: dict[str, str]) -> set[str]:
    """Files that were written, made or taken away."""
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def join(copy: Path, printed: str) -> None:
    """Write the line that the command prints behind its neighbour in the order of the day."""
    file, line = re.findall(r"^(src/\S+\.py): .*\n    (.*)$", printed, flags=re.M)[0]
    path = copy / file
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace('    "diplomacy.channels",\n', f'    "diplomacy.channels",\n    {line}\n'), encoding="utf-8"
    )


def build(copy: Path, *modules: str) -> None:
    """Run what `make order`, `make data` and `make reference` run."""
    for module in modules:
        done = run(copy, "-m", module)
        assert done.returncode == 0, done.stderr


def write_the_idea(copy: Path) -> None:
    source, test, _ = (copy / place for place in PLACES)
    text = source.read_text(encoding="utf-8")
    text = text.replace("Say the idea in one sentence.", "Visits between the allies fade unless they are kept up.")
    text = text.replace("source=()", 'source=("huth_1988",)').replace("systems=()", 'systems=("S53",)')
    source.write_text(text, encoding="utf-8")
    text = test.read_text(encoding="utf-8")
    failing = text[text.index("def test_what_it_must_do") :]
    written = (
        "def test_visits_fade_but_for_luck() -> None:\n"
        "    rng = np.random.default_rng(1)\n"
        "    world, params = random_world(rng), random_params(rng)\n"
        "    params.tourism_spread, before = 0.0, float(world.tourism)\n"
        "    plain(MECHANISM.run)(world, params, turn_of(0, empty_tables()))\n"
        "    assert world.tourism == pytest.approx(before * (1 - params.tourism_speed))\n"
    )
    imports = (
        "import numpy as np\nimport pytest\nfrom kaname.core.kernel import plain\n"
        "from kaname.model.world.samples import empty_tables, random_params, random_world, turn_of\n"
    )
    text = (
        text.replace(failing, written)
        .replace("import pytest\n", imports)
        .replace("import Shown\n", "import NotShown\n")
    )
    text = re.sub(r"SHOWN = .*", 'SHOWN = NotShown("nobody reads how many visit")', text)
    test.write_text(text, encoding="utf-8")


def test_the_recipe_leads_from_failing_tests_to_a_mechanism_that_the_house_accepts(copy: Path) -> None:
    before = files_of(copy)
    made = run(copy, "-m", "kaname", "new", "mechanism", NAME)
    assert made.returncode == 0, made.stderr
    assert all((copy / place).is_file() for place in PLACES)
    build(copy, "kaname.compile.assemble")
    failing = outcome_of(copy, PLACES[1], *HOUSE)
    for name in ("test_it_says_its_idea", "test_what_it_must_do"):
        assert f"FAILED {PLACES[1]}::{name}" in failing
    assert "test_every_file_that_declares_a_mechanism_is_in_the_catalogue" in failing
    join(copy, made.stdout)
    write_the_idea(copy)
    by_hand = touched(before, files_of(copy)) - made_files(copy)
    assert by_hand == {*PLACES, "src/kaname/model/engine/order.py"}
    assert len(by_hand) == 4
    build(copy, "kaname.compile.assemble")
    figures = copy / PLACES[2]
    kept = figures.rename(figures.with_suffix(".kept"))
    assert "tourism_speed" in outcome_of(copy, HOUSE[0])
    kept.rename(figures)
    build(copy, "kaname.evidence.build", "kaname.compile.reference")
    passing = outcome_of(copy, PLACES[1], *HOUSE)
    assert "failed" not in passing, passing
    assert "passed" in passing
    for file, chosen in LAWS.items():
        lawful = outcome_of(copy, file, "-k", chosen)
        assert "failed" not in lawful, lawful
        assert "passed" in lawful, lawful
    for name in ("tourism", "tourism_speed", "tourism_luck"):
        assert f"`{name}`" in (copy / f"docs/reference/mechanisms/{NAME}.md").read_text(encoding="utf-8")


def test_a_mechanism_whose_test_says_nothing_about_its_effect_is_noticed(copy: Path) -> None:
    printed = run(copy, "-m", "kaname", "new", "mechanism", NAME).stdout
    join(copy, printed)
    build(copy, "kaname.compile.assemble")
    test = copy / PLACES[1]
    test.write_text(re.sub(r"SHOWN = .*", "", test.read_text(encoding="utf-8")), encoding="utf-8")
    file, chosen = next(iter(LAWS.items()))
    assert "StopIteration" in outcome_of(copy, file, "-k", chosen)


def test_a_new_outcome_is_one_kernel_in_one_file(copy: Path) -> None:
    before = files_of(copy)
    ends = copy / "src/kaname/model/engine/outcomes/ends.py"
    ends.write_text(ends.read_text(encoding="utf-8") + OUTCOME, encoding="utf-8")
    assert len(touched(before, files_of(copy))) == 1
    build(copy, "kaname.compile.assemble", "kaname.compile.reference")
    said = outcome_of(copy, "tests/model/engine/test_measure.py", "tests/house/test_order.py")
    assert "failed" not in said, said
    assert "passed" in said, said
    assert "`widest_gap`" in (copy / "docs/reference/outcomes.md").read_text(encoding="utf-8")


def test_a_new_option_of_a_comparison_is_one_field(copy: Path) -> None:
    before = files_of(copy)
    design = copy / "src/kaname/study/design.py"
    text = design.read_text(encoding="utf-8")
    design.write_text(
        text.replace("    stress: str = option(", OPTION + "    stress: str = option(", 1), encoding="utf-8"
    )
    assert touched(before, files_of(copy)) == {"src/kaname/study/design.py"}
    assert "--patience" in run(copy, "-m", "kaname", "compare", "--help").stdout
    refused = run(copy, "-m", "kaname", "compare", "us-japan", "--patience", "10", "--futures", "1")
    assert refused.returncode == 2
    assert "--patience" in refused.stderr


def test_a_template_asks_for_no_word_that_is_not_there() -> None:
    words = {"room": "r", "stem": "s", "year": 2026}
    for kind in (*MADE, "wiring"):
        assert "$" not in filled(kind, words)
    with pytest.raises(KeyError):
        filled("source", {})


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("growth", "ROOM.NAME"),
        ("economy.", "ROOM.NAME"),
        ("economy.Growth", "ROOM.NAME"),
        ("economy.class", "ROOM.NAME"),
        ("../x.y", "ROOM.NAME"),
        ("astrology.signs", "no room"),
        ("economy.growth", "there already"),
    ],
)
def test_a_name_that_will_not_do_is_refused_and_nothing_is_written(name: str, said: str, tmp_path: Path) -> None:
    from kaname.cli.new import mechanism

    for room in ("economy", "diplomacy"):
        folder = tmp_path / "src" / "kaname" / "model" / room
        folder.mkdir(parents=True)
        (folder / "__init__.py").touch()
    (tmp_path / "src/kaname/model/economy/growth.py").write_text("kept")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(InputError, match=said):
        mechanism(name, tmp_path)
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / "src/kaname/model/economy/growth.py").read_text() == "kept"


def test_outside_a_checkout_it_says_so(kaname: Typed, tmp_path: Path) -> None:
    done = kaname("new", "mechanism", "economy.x", "--checkout", str(tmp_path))
    assert done.returncode == 2
    assert "no checkout" in done.stderr
