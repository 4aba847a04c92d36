"""`kaname campaign`: many runs, a sweep, one run told, and messages that help."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from kaname.cli.campaign import campaign
from kaname.core.errors import InputError

SENKAKU = ("us-japan", "--contingency", "senkaku", "--runs", "60")


def said(*words: str) -> str:
    app = typer.Typer()
    app.command()(campaign)
    done = CliRunner().invoke(app, list(words))
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == 0, done.output
    return done.stdout


def asked(*words: str) -> Any:
    return json.loads(said(*SENKAKU, *words, "--json"))


def test_the_answer_has_runs_course_losses_and_intervals() -> None:
    found = asked("--arrival-day", "10", "--days", "20")
    assert (found["runs"], found["arrival_day"], found["plan"]) == (60, 10, "quick_seizure")
    assert [row["day"] for row in found["control_by_day"]] == list(range(21))
    assert found["force_in_being_by_day"][0]["value"] == 1.0
    held = found["held_share"]
    assert 0 <= held["low"] <= held["value"] <= held["high"] <= 1
    assert set(found["losses"]) == {"challenger", "target", "guarantor"}
    assert found["losses"]["target"]["air"]["value"] > 0
    assert asked("--arrival-day", "10", "--days", "20") == found


def test_a_sweep_shows_endurance_against_arrival(tmp_path: Path) -> None:
    table, picture = tmp_path / "sweep.csv", tmp_path / "sweep.svg"
    found = asked("--sweep", "arrival_day=2..42:3", "--csv", str(table), "--chart", str(picture))["sweep"]
    assert [row["value"] for row in found] == [2, 22, 42]
    in_being = [row["force_in_being"]["value"] for row in found]
    assert in_being == sorted(in_being, reverse=True)
    rows = list(csv.DictReader(table.read_text(encoding="utf-8").splitlines()))
    assert float(rows[1]["held_share_value"]) == found[1]["held_share"]["value"]
    assert picture.read_text(encoding="utf-8").startswith("<svg")


def test_one_run_is_told_day_by_day_and_is_the_run_of_the_many() -> None:
    days = json.loads(said(*SENKAKU, "--explain", "3", "--days", "12", "--json"))
    assert [row["day"] for row in days] == list(range(len(days)))
    one = json.loads(said("us-japan", "--contingency", "senkaku", "--runs", "4", "--days", "12", "--json"))
    three = json.loads(said("us-japan", "--contingency", "senkaku", "--runs", "3", "--days", "12", "--json"))
    fourth = 4 * one["control_by_day"][-1]["value"] - 3 * three["control_by_day"][-1]["value"]
    assert days[-1]["control"] == pytest.approx(fourth, abs=1e-9)
    assert "It ends because" in said(*SENKAKU, "--explain", "3", "--days", "5")


def test_doctrine_and_levers_change_the_campaign() -> None:
    denial, forward = (asked("--doctrine", name, "--arrival-day", "20") for name in ("denial", "forward"))
    assert denial["force_in_being"]["value"] > forward["force_in_being"]["value"]
    assert asked("--set", "counterstrike=1") != asked("--set", "counterstrike=0")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--contingency", "senkak"), "Nearest: senkaku"),
        (("--set", "docrine=1"), "Nearest: doctrine"),
        (("--set", "reconciliation=1"), "only through the years before it"),
        (("--set", "doctrine"), "is not NAME=VALUE"),
        (("--set", "presence=-1"), "-1 is outside 0..1"),
        (("--arrival-day", "70"), "outside the days fought, 0..60"),
        (("--doctrine", "denial", "--set", "doctrine=0"), "different things"),
        (("--plan", "blokade"), "Nearest: blockade"),
        (("--sweep", "arrival_day=9"), "is not NAME=LOW..HIGH"),
        (("--sweep", "arrival_day=9..3"), "from low to high"),
        (("--days", "91"), "outside 1..90"),
        (("--runs", "0"), "outside 1..100000"),
    ],
)
def test_bad_input_names_what_is_allowed(words: tuple[str, ...], message: str) -> None:
    with pytest.raises(InputError, match=message):
        asked(*words)
