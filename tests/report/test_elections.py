"""Ticks of elections on the axis of years come from the run's own calendar, whoever wrote the scenario."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from kaname.compile.compiled import compile_study
from kaname.compile.described import described
from kaname.report.elections import Votes, votes_of

OWN = """
id: mine
base: us-japan
title: A calendar of our own
changes:
  calendar:
    ally_assembly: {every_years: 5, month: 7, first: 2027}
    protector_presidential: {every_years: 4, month: 11, first: 2028}
"""


def run_with(scenario: Mapping[str, Any], start: int = 2026, years: int = 6) -> Any:
    """What the ticks are read from: the manifest's words of a scenario, and a summary."""
    return SimpleNamespace(
        manifest={"scenario": scenario}, summary={"scenario": "us-japan", "start": start, "quarters": 4 * years}
    )


def test_a_scenario_of_a_user_has_its_own_elections_in_the_report(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(OWN, encoding="utf-8")
    manifest = described(compile_study(file, ["as_is"], years=6))
    assert votes_of(run_with(manifest["scenario"])) == (
        Votes("ally", (2027 + 6 / 12,)),
        Votes("protector", (2028 + 10 / 12,)),
    )


def test_the_shipped_scenario_has_the_elections_of_its_file() -> None:
    manifest = described(compile_study("us-japan", ["as_is"], years=6))
    when = {votes.side: votes.when for votes in votes_of(run_with(manifest["scenario"]))}
    assert when == {
        "ally": (2026 + 1 / 12, 2028 + 6 / 12, 2030 + 1 / 12, 2031 + 6 / 12),
        "protector": (2028 + 10 / 12,),
    }


def test_a_run_without_a_calendar_has_no_ticks() -> None:
    assert votes_of(run_with({})) == ()
