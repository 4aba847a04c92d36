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


def test_forces_can_be_named_in_units_that_come_to_the_fight() -> None:
    none, many = (asked("--set", f"challenger.surface={n}", "--days", "10") for n in (0, 60))
    assert none["control_by_day"][-1]["value"] == 0.0 < many["control_by_day"][-1]["value"]
    told = json.loads(said(*SENKAKU, "--explain", "0", "--days", "1", "--set", "target.air=111", "--json"))
    assert told[0]["units"]["target"]["air"] == 111


def test_rival_theories_of_attrition_give_different_losses() -> None:
    salvo, rates = (asked("--set", f"attrition_theory={n}", "--arrival-day", "15")["force_in_being"] for n in (0, 1))
    assert rates["low"] > salvo["high"]


def test_every_line_fits_eighty_columns_and_a_run_tells_what_happened() -> None:
    course = said(*SENKAKU, "--arrival-day", "10")
    sweep = said(*SENKAKU, "--sweep", "target.interceptor_lower=0..300:4")
    told = said(*SENKAKU, "--explain", "3", "--arrival-day", "10")
    assert max(len(line) for text in (course, sweep, told) for line in text.splitlines()) <= 80
    assert "the guarantor is released" in told
    assert "half of its reserve is here" in told


def test_help_that_never_comes_has_no_day() -> None:
    found = asked("--days", "5")
    assert found["arrival_day"] is None
    assert found["days_lost"]["value"] <= 5


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--contingency", "senkak"), "Nearest: senkaku"),
        (("--set", "docrine=1"), "Nearest: doctrine"),
        (("--set", "reconciliation=1"), "only through the years before it"),
        (("--set", "doctrine"), "is not NAME=VALUE"),
        (("--set", "presence=-1"), "-1 is outside 0..1"),
        (("--set", "target.air=-5"), r"target.air: -5 is outside the units that may come, 0..20000"),
        (("--set", "taret.air=5"), "Nearest: target.air"),
        (("--set", "doctrine=nan"), "nan is not a number"),
        (("--set", "doctrine=1", "--set", "doctrine=0"), "set to 1 and to 0"),
        (("--set", "attrition_theory=0.5"), "neither 0 nor 1"),
        (("--set", "arrival_day=70"), "outside the days fought, 0..60"),
        (("--sweep", "arrival_day=2..80"), "outside the days fought, 0..60"),
        (("--doctrine", "deniel"), "Nearest: denial"),
        (("--explain", "3", "--csv", "x.csv"), "tells one run"),
        (("--chart", "x.png"), r"Allowed: \.svg"),
        (("--seed", "-1"), "outside 0.."),
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


def test_equal_money_has_a_frontier_of_ways_to_spend_it(tmp_path: Path) -> None:
    table = tmp_path / "frontier.csv"
    asked_for = ("--frontier", "4", "--arrival-day", "10", "--days", "20", "--plan", "bases_first")
    rows = asked(*asked_for, "--csv", str(table))
    ways = {row["ways"] for row in rows}
    assert {"nothing", "dispersal", "shelters", "interceptor_upper", "dispersal + shelters"} <= ways
    assert all(sum(row["spent"].values()) == pytest.approx(0 if row["ways"] == "nothing" else 4) for row in rows)
    by = {row["ways"]: row for row in rows}
    assert by["shelters"]["lost_on_ground"]["value"] < by["nothing"]["lost_on_ground"]["value"]
    assert not by["nothing"]["on_frontier"]
    assert any(row["on_frontier"] for row in rows)
    assert len(table.read_text(encoding="utf-8").splitlines()) == len(rows) + 1
    assert "* " in said(*SENKAKU, *asked_for)


def test_the_region_of_the_doctrines_is_a_map_and_a_picture(tmp_path: Path) -> None:
    picture = tmp_path / "region.svg"
    told = said(*SENKAKU, "--region", "--days", "30", "--chart", str(picture))
    assert "D active denial, F forward defence" in told
    assert picture.read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--frontier", "-1"), "outside 0..200"),
        (("--frontier", "2", "--region"), "another result"),
        (("--region", "--explain", "3"), "another result"),
    ],
)
def test_what_cannot_be_shown_together_or_paid_is_refused(words: tuple[str, ...], message: str) -> None:
    with pytest.raises(InputError, match=message):
        said(*SENKAKU, *words)


def test_a_doctrine_or_money_of_another_is_refused() -> None:
    for words, message in ((("taiwan", "--region"), "doctrine is the ally's"),
                           (("south_china_sea", "--frontier", "2"), "neither defends itself")):  # fmt: skip
        with pytest.raises(InputError, match=message):
            said("us-japan", "--runs", "5", "--contingency", *words)


def test_orders_can_be_set_and_a_host_appears_among_the_losses() -> None:
    base = ("us-japan", "--contingency", "taiwan", "--runs", "60", "--arrival-day", "2", "--plan", "bases_first",
            "--days", "20", "--json")  # fmt: skip
    fights = json.loads(said(*base))
    stays = json.loads(said(*base, "--set", "host_fire=0"))
    assert fights["losses"]["host"]["air"]["value"] > 0 == stays["losses"]["host"]["air"]["value"]
    with pytest.raises(InputError, match="no whole number"):
        said(*base, "--set", "host_fire=0.5")
    with pytest.raises(InputError, match="outside 0..2"):
        said(*base, "--set", "challenger_phases=3")
