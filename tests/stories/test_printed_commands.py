"""Every command that the product prints runs as it is printed: on a run's page, in a terminal, in the documents."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from kaname.api.bundles import bundle
from kaname.cli.main import GREETING, run
from kaname.core.errors import EXIT_FOUND_WANTING
from tests.house.sources import ROOT
from tests.object_store import served
from tests.stories.printed import in_report, on_page, typed

SCENARIO = """\
id: brief
base: us-japan
title: A brief of our own
changes:
  parameters.opportunity_rate:
    value: 2
    unit: 1/quarter
    date: "2026"
    grade: D
    judgement: Set high so that a few futures hold many crises; not read anywhere.
    doubt: Nothing like this has been observed, so the range of what is possible is wide.
"""
ASKED = ["--futures", "6", "--years", "2", "--chunk", "3", "--robustness", "2", "--seed", "4"]
OWN = [*ASKED, "--freeze", "politics.opinion", "--deterrence", "--adopted", "--no-reaction"]
SECOND = [*ASKED, "--coding", "second"]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
WALKED = {"a-brief-in-a-week.md", "one-senkaku-crisis.md"}
"""Pages whose commands a story walks from the first to the last."""
NOT_TYPED = ("kaname new mechanism", "kaname open")
"""What writes into the checkout (tests/cli/test_new.py runs it in a copy), and what serves until it is stopped
(tests/cli/test_open.py starts and stops it)."""
NIGHTLY = ("kaname warm --into",)
"""What compiles the whole model for another processor, a minute's work; `make nightly` types it."""
STANDS_FOR = {
    "kaname scenario check FILE": "kaname scenario check brief.yaml",
    "kaname scenario diff us-japan FILE": "kaname scenario diff us-japan brief.yaml",
    "kaname bargain new NAME --from step_up": "kaname bargain new name --from step_up",
    "kaname bargain check FILE": "kaname bargain check mine.yaml",
    "kaname evidence check FILE": "kaname evidence check figures.yaml",
    "kaname crisis solve FILE.efg --lambda 2 --json": "kaname crisis solve senkaku.efg --lambda 2 --json",
    "kaname crisis solve FILE.efg --path 0..10 --csv branch.csv --chart branch.svg":
        "kaname crisis solve senkaku.efg --path 0..10 --csv branch.csv --chart branch.svg",
    "kaname compare --check runs/us-japan-0123": "kaname compare --check own",
    "kaname compare us-japan --futures 100000 --out s3://BUCKET/strait": "kaname compare us-japan --out s3://runs/another",
    "kaname report s3://BUCKET/strait": "kaname report s3://runs/strait",
}  # fmt: skip
"""What a person puts in place of the names in capitals."""
PLACES = {
    "--check": "own", " runs/us-japan-0123": "runs/us-japan-0123", "--out big --fork": "big",
    " big/share-*": "big/share-1", " share-*": "share-1",
}  # fmt: skip
"""What a command of a page says of a run -> where a run of one's own is put for it."""
FIGURES = """\
figures:
  tide:
    value: 1
    unit: share
    date: "2026"
    grade: D
    judgement: A figure of nobody's, for the page that shows how a file of figures is checked.
    doubt: It measures nothing at all.
"""


def documents() -> list[Any]:
    """Return the commands of the pages, each once, without those that a story walks or that write into the checkout."""
    lines = dict.fromkeys(line for page in PAGES if page.name not in WALKED for line in on_page(page))
    typed_here = [line for line in lines if not line.startswith(NOT_TYPED)]
    return [
        pytest.param(line, id=line, marks=[pytest.mark.nightly] if line.startswith(NIGHTLY) else [])
        for line in typed_here
    ]


@pytest.fixture(scope="module", autouse=True)
def an_object_store() -> Iterator[None]:
    """A store for the commands that name a place in one."""
    with pytest.MonkeyPatch.context() as patch, served(patch):
        yield


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, an_object_store: None) -> Path:
    """A folder with a person's own scenario, bargain and figures, a run of the two, and a game."""
    folder = tmp_path_factory.mktemp("desk")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        Path("brief.yaml").write_text(SCENARIO, encoding="utf-8")
        Path("figures.yaml").write_text(FIGURES, encoding="utf-8")
        start = ["bargain", "new", "mine", "--from", "unequal_by_design"]
        run_of = ["compare", "brief.yaml", "--bargains", "as_is,mine.yaml", *OWN, "--out", "own"]
        second = ["compare", "brief.yaml", "--bargains", "as_is,unequal_by_design", *SECOND]
        game = ["crisis", "us-japan", "--contingency", "senkaku", "--export", "senkaku.efg", "--runs", "6"]
        away = ["compare", "brief.yaml", "--bargains", "as_is", *ASKED, "--out", "s3://runs/strait"]
        for words in (start, run_of, second, away, game, ["claims", "new", "claim.yaml"]):
            with pytest.raises(SystemExit) as end:
                run(["-q", *words])
            assert not end.value.code
    return folder


@pytest.fixture
def at_desk(desk: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(desk)
    return desk


def test_every_command_on_the_page_of_a_persons_own_scenario_runs(at_desk: Path, capsys) -> None:
    commands = in_report(at_desk / "own" / "report.html")
    assert [command.split()[1] for command in commands] == ["trace", "compare", "compare"]
    for command in commands:
        code, out, err = typed(command, capsys, small=False)
        assert (code, "Traceback" in err) == (0, False), (command, err)
        assert out
    assert "--out own" in commands[1]
    assert commands[2] == "kaname compare --check own"


def test_the_page_of_a_run_without_a_folder_of_its_own_names_the_folder_that_was_made(at_desk: Path, capsys) -> None:
    (folder,) = Path("runs").iterdir()
    command = in_report(folder / "report.html")[-1]
    assert command == f"kaname compare --check {folder}"
    code, out, _ = typed(command, capsys)
    assert (code, "agrees to the bit" in out) == (0, True)
    assert typed(f"kaname compare --check {folder.name}", capsys)[0] == 0


@pytest.mark.parametrize("place", ["own", "runs/*"])
def test_the_future_on_the_page_is_the_one_that_its_command_tells(place: str, at_desk: Path, capsys) -> None:
    (folder,) = at_desk.glob(place)
    command = in_report(folder / "report.html")[0]
    number = re.search(r"--future (\d+)", command)
    assert number
    bargain = Path(command.split()[4]).stem
    rows = [row for file in sorted((folder / "outcomes").glob(f"{bargain}-*.parquet"))
            for row in pq.read_table(file, columns=["future", "digest"]).to_pylist()]  # fmt: skip
    stored = next(row["digest"] for row in rows if row["future"] == int(number[1]))
    _, out, _ = typed(command, capsys, small=False)
    assert out.splitlines()[-1] == f"Digest of the final world: {stored}"


@pytest.mark.parametrize("line", documents())
def test_a_command_of_the_documents_runs(line: str, at_desk: Path, tmp_path: Path, monkeypatch, capsys) -> None:
    for name in ("brief.yaml", "figures.yaml", "mine.yaml", "senkaku.efg", "claim.yaml"):
        if f"new {name}" not in line:
            shutil.copy(at_desk / name, tmp_path)
    for words, place in PLACES.items():
        if words in line:
            shutil.copytree(at_desk / "own", tmp_path / place)
    if "kaname reproduce" in line:
        bundle(at_desk / "own", tmp_path / line.split()[-1])
    monkeypatch.chdir(tmp_path)
    code, out, err = typed(STANDS_FOR.get(line, line), capsys)
    wanting = {0, EXIT_FOUND_WANTING} if "--strict" in line else {0}
    assert code in wanting, err
    assert "Traceback" not in err
    assert out


def test_the_commands_of_the_greeting_run(at_desk: Path, capsys) -> None:
    lines = re.findall(r"^  (kaname .+)$", GREETING.format(version="0", scenario="us-japan"), re.M)
    assert len(lines) > 3
    for line in lines:
        code, _, err = typed(STANDS_FOR.get(line, line), capsys)
        assert code == 0, (line, err)


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("kaname bargain new another", r"kaname bargain check another\.yaml"),
        ("kaname crisis us-japan --contingency senkaku", r"kaname crisis us-japan .*--out crisis-senkaku"),
        ("kaname crisis us-japan --contingency senkaku --clock", r"kaname crisis us-japan .*--clock --out \S+"),
        ("kaname crisis us-japan --contingency senkaku --experiment two_fronts", r"kaname crisis .*--experiment .*"),
        ("kaname crisis us-japan --contingency senkaku --export s.efg", r"kaname crisis solve s\.efg --lambda \S+"),
        ("kaname doctor", r"kaname compare [\w-]+"),
        ("kaname systems", r"kaname systems --json"),
        ("kaname evidence cite", r"kaname evidence list --grade D"),
    ],
)  # fmt: skip
def test_a_command_that_the_terminal_prints_runs(words: str, printed: str, tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = typed(words, capsys)
    assert code == 0, err
    command = re.search(printed, out)
    assert command, out
    code, again, err = typed(command[0], capsys)
    assert code == 0, err
    assert again
