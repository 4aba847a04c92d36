"""`kaname new mechanism`: the recipe of CONTRIBUTING, walked in a copy of the project."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kaname.cli.new import MADE, filled
from kaname.core.errors import InputError
from tests.house.sources import ROOT

Typed = Callable[..., subprocess.CompletedProcess[str]]
NAME = "diplomacy.tourism"
PLACES = [path.format(room="diplomacy", stem="tourism") for path in MADE.values()]
HOUSE = ["tests/house/test_parameters.py", "tests/house/test_mechanisms.py"]


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


def wiring(text: str) -> dict[str, list[str]]:
    """The lines to write, by file, as the command prints them."""
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        if match := re.match(r"(src/\S+\.py): ", line):
            place = found.setdefault(match[1], [])
        elif line.startswith("    ") and found:
            place.append(line[4:])
    return found


def after(path: Path, mark: str, *new: str) -> None:
    """Write lines after the first one that holds the mark."""
    lines = path.read_text(encoding="utf-8").splitlines()
    at = next(n for n, text in enumerate(lines) if mark in text)
    path.write_text("\n".join([*lines[: at + 1], *new, *lines[at + 1 :]]) + "\n", encoding="utf-8")


def join(copy: Path, lines: dict[str, list[str]]) -> None:
    """Write what the command says, each line behind a neighbour of its kind."""
    model = "src/kaname/model"
    imported, switch, condition, call = lines[f"{model}/engine/quarter.py"]
    after(copy / model / "world/params/diplomacy.py", 'P("framework_own"', *lines[f"{model}/world/params/diplomacy.py"])
    after(copy / model / "world/fields/strategic.py", 'F("habit"', *lines[f"{model}/world/fields/strategic.py"])
    after(copy / model / "engine/order.py", '"diplomacy.channels"', *lines[f"{model}/engine/order.py"])
    after(copy / model / "engine/quarter.py", "import channels", imported)
    after(copy / model / "engine/quarter.py", 'PLACE["diplomacy.channels"]', switch)
    after(copy / model / "engine/quarter.py", "        channels(w, p, turn)", f"    {condition}", f"    {call}")


def write_the_idea(copy: Path) -> None:
    source, test, _ = (copy / place for place in PLACES)
    text = source.read_text(encoding="utf-8")
    text = text.replace("Say the idea in one sentence.", "Visits between the allies fade unless they are kept up.")
    text = text.replace("source=()", 'source=("huth_1988",)').replace("systems=()", 'systems=("S53",)')
    source.write_text(text, encoding="utf-8")
    text = test.read_text(encoding="utf-8")
    failing = text[text.index("def test_what_it_must_do") :]
    written = (
        "def test_visits_fade() -> None:\n"
        "    world, params, tables = make()\n"
        "    before = float(world.tourism)\n"
        "    plain(MECHANISM.run)(world, params, turn_of(0, tables))\n"
        "    assert world.tourism == pytest.approx(before * (1 - params.tourism_speed))\n\n\n"
        "def make():\n"
        "    rng = np.random.default_rng(1)\n"
        "    return random_world(rng), random_params(rng), empty_tables()\n"
    )
    imports = (
        "import numpy as np\nfrom kaname.core.kernel import plain\n"
        "from kaname.model.world.samples import empty_tables, random_params, random_world, turn_of\n"
    )
    text = text.replace(failing, written).replace("import pytest\n", "import pytest\n" + imports)
    test.write_text(text, encoding="utf-8")


def test_the_recipe_leads_from_failing_tests_to_a_mechanism_that_the_house_accepts(copy: Path) -> None:
    made = run(copy, "-m", "kaname", "new", "mechanism", NAME)
    assert made.returncode == 0, made.stderr
    assert all((copy / place).is_file() for place in PLACES)
    failing = outcome_of(copy, PLACES[1], *HOUSE)
    for name in ("test_it_says_its_idea", "test_what_it_must_do"):
        assert f"FAILED {PLACES[1]}::{name}" in failing
    assert "test_every_file_that_declares_a_mechanism_is_in_the_catalogue" in failing
    join(copy, wiring(made.stdout))
    write_the_idea(copy)
    figures = copy / PLACES[2]
    kept = figures.rename(figures.with_suffix(".kept"))
    assert "tourism_speed" in outcome_of(copy, HOUSE[0])
    kept.rename(figures)
    for builder in ("kaname.evidence.build", "kaname.compile.reference"):
        done = run(copy, "-m", builder)
        assert done.returncode == 0, done.stderr
    passing = outcome_of(copy, PLACES[1], *HOUSE)
    assert "failed" not in passing, passing
    assert "passed" in passing


def test_a_template_asks_for_no_word_that_is_not_there() -> None:
    words = {"room": "r", "stem": "s", "stem_speed": "s_speed", "upper": "S", "year": 2026}
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
