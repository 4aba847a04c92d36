"""A campaign from Python is that of the command; days, losses and sweeps are tables."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import kaname as ka
from kaname.cli.main import run
from kaname.core.errors import InputError

SMALL = {"runs": 20, "days": 10}


def test_the_numbers_are_those_of_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    told = ka.campaign("us-japan", "senkaku", doctrine="denial", arrival_day=4, **SMALL)  # type: ignore[arg-type]
    with pytest.raises(SystemExit):
        run(["-q", "campaign", "us-japan", "--contingency", "senkaku", "--doctrine", "denial", "--arrival-day", "4",
             "--runs", "20", "--days", "10", "--json"])  # fmt: skip
    assert json.loads(capsys.readouterr().out) == told.data
    assert told.by_day["control_value"].tolist() == [day["value"] for day in told.data["control_by_day"]]
    assert set(told.losses["party"]) == {"challenger", "target", "guarantor"}
    assert told.by_day.units["control_value"] == "share"


def test_a_sweep_is_a_row_a_value(at_home: Path) -> None:
    told = ka.campaign("us-japan", "senkaku", **SMALL)  # type: ignore[arg-type]
    swept = told.sweep("arrival_day", [2, 8])
    assert swept["arrival_day"].tolist() == [2, 8]
    assert (swept["low"] <= swept["held"]).all()
    assert told.chart("days.svg").read_text(encoding="utf-8").startswith("<svg")
    assert told.explain(3)[0]["day"] == 0.0
    assert "<pre>" in told._repr_html_()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"contingency": "senkku"}, "Nearest: senkaku"),
        ({"doctrine": "forwards"}, "Nearest: forward"),
        ({"plan": "blokade"}, "Nearest: blockade"),
        ({"set": {"counterstrik": 1}}, "Nearest: counterstrike"),
        ({"arrival_day": 40}, "outside the days fought"),
        ({"days": 0}, "outside 1..90"),
    ],
)
def test_wrong_words_are_answered(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(InputError, match=said):
        ka.campaign(**{"scenario": "us-japan", "contingency": "senkaku", **SMALL, **wrong})  # type: ignore[arg-type]


def test_a_frontier_and_a_region_are_tables() -> None:
    told = ka.campaign("us-japan", "senkaku", arrival_day=4, **SMALL)  # type: ignore[arg-type]
    ways = told.frontier(3.0)
    assert "nothing" in set(ways["ways"])
    assert ways.units["lost_on_ground"] == "aircraft"
    assert set(told.region()["better"]) <= {"forward", "denial", "neither"}
