"""A crisis from Python is that of the command; its answers are tables."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import kaname as ka
from kaname.cli.main import run
from kaname.core.errors import InputError


@pytest.fixture(scope="module")
def steps() -> list[tuple[int, int]]:
    return []


@pytest.fixture(scope="module")
def crisis(steps: list[tuple[int, int]]) -> ka.Crisis:
    return ka.crisis("us-japan", "senkaku", set={"command_mode": 1}, runs=6, progress=lambda *n: steps.append(n))


def test_the_numbers_are_those_of_the_command(crisis: ka.Crisis, capsys: pytest.CaptureFixture[str]) -> None:
    words = "crisis us-japan --contingency senkaku --set command_mode=1 --runs 6 --json"
    with pytest.raises(SystemExit):
        run(["-q", *words.split()])
    assert json.loads(capsys.readouterr().out) == json.loads(json.dumps(crisis.data))
    assert crisis.command == "kaname crisis us-japan --contingency senkaku --set command_mode=1 --runs 6 --seed 1"


def test_progress_ends_where_it_said_it_would(crisis: ka.Crisis, steps: list[tuple[int, int]]) -> None:
    assert crisis.data
    assert steps[-1][0] == steps[-1][1] == len(steps)


def test_the_answers_are_tables_with_shares_that_sum_to_one(crisis: ka.Crisis) -> None:
    assert crisis.endings["share"].sum() == pytest.approx(1.0)
    assert crisis.endings["count"].sum() == 6
    assert set(crisis.deterrence["from"]) == {"acting", "arms"}
    assert crisis.clock.units["mean"] == "days"
    assert "challenger" in set(crisis.moves["ply"])
    assert set(crisis.explain(0).columns) == {"kind", "step", "actor", "place", "sentence"}
    assert "<pre>" in crisis._repr_html_()


def test_the_page_is_written_with_the_command_that_repeats_it(crisis: ka.Crisis, at_home: Path) -> None:
    page = crisis.report("crisis")
    assert page == Path("crisis/crisis.html")
    assert crisis.command in page.read_text(encoding="utf-8")
    assert list(Path("crisis").glob("picture-*.svg"))


def test_wrong_words_are_answered(crisis: ka.Crisis) -> None:
    with pytest.raises(InputError, match="Nearest: senkaku"):
        ka.crisis("us-japan", "senkku")
    with pytest.raises(InputError, match=r"outside 0\.\.5"):
        crisis.explain(6)
    with pytest.raises(InputError, match="Nearest: command_mode"):
        ka.crisis("us-japan", "senkaku", set={"command_mod": 1})
