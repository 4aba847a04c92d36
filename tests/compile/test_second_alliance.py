"""A second alliance is data alone: its law by figures, its games by name, its elections under its own names."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from kaname.cli.scenario import missing_lines
from kaname.compile.lawtables import NOT_ASKED, law_tables, lever_gates
from kaname.compile.layout import calendar_of
from kaname.compile.trees import game_tree
from kaname.core.errors import InputError
from kaname.evidence.load import DATA
from kaname.scenarios.load import load_scenario, shipped_scenarios
from kaname.scenarios.records import Scenario

BASE = """id: {name}
base: {base}
changes:
"""


@pytest.fixture(scope="module")
def korea() -> Scenario:
    return load_scenario("us-korea")


def changed(tmp_path: Path, changes: str, base: str = "us-korea") -> Path:
    file = tmp_path / "changed.yaml"
    file.write_text(BASE.format(name="changed", base=base) + changes, encoding="utf-8")
    return file


def test_without_a_law_book_law_is_what_the_starting_values_say_at_every_date_and_stage(tmp_path: Path) -> None:
    permit = (
        "  initial.permit: {values: {others: {counterstrike: 0, others: 1}}, by: [contingency, legal_move], "
        "unit: code, date: 2026, judgement: strike is taken as forbidden here, grade: D, doubt: only an example here}\n"
    )
    tables = law_tables(load_scenario(changed(tmp_path, permit)), 8)
    strike = tables.moves.index("counterstrike")
    assert tables.permit.shape[:2] == (8, 3)
    assert np.all(tables.permit[..., strike] == 0)
    assert np.all(np.delete(tables.permit, strike, axis=-1) == 1)
    assert tables.permit.flags.c_contiguous, "laid out as the law room's tables, or the model compiles anew"


def test_hours_without_a_law_book_are_the_figures_low_middle_and_high(korea: Scenario) -> None:
    tables = law_tables(korea, 4)
    assert korea.law_hours is not None
    low, middle, high = tables.delay[2, 1, 0, 0]
    assert (low, high) == pytest.approx((12 * 0.4, 12 * 2.5))
    assert low < middle < high
    assert np.all(tables.delay == tables.delay[:1, :, :1]), "the same on every date and at every stage"


def test_no_lever_is_gated_by_another_countrys_law(korea: Scenario) -> None:
    assert np.all(lever_gates(korea, 4) == NOT_ASKED)
    assert np.any(lever_gates(load_scenario("us-japan"), 4) != NOT_ASKED)


def test_a_scenario_without_a_law_book_must_say_what_is_permitted(tmp_path: Path) -> None:
    scenario = load_scenario("us-korea")
    without = {name: figure for name, figure in scenario.initial.items() if name != "covered"}
    object.__setattr__(scenario, "initial", without)
    with pytest.raises(InputError, match=r"initial\.covered: a scenario with law_hours needs covered"):
        law_tables(scenario, 4)


def test_elections_have_the_names_of_their_country(korea: Scenario) -> None:
    marks = calendar_of(korea, 24)
    held = {row: [2026 + now // 4 for now in range(24) if marks[now, row]] for row in range(3)}
    assert held == {0: [2030], 1: [2028], 2: [2028]}


def test_an_election_of_nobody_is_refused(tmp_path: Path) -> None:
    rule = "  calendar.presidential: {every_years: 4, month: 11, first: 2024}\n"
    with pytest.raises(InputError, match=r"'presidential' is not a rule of a side: ally_\.\.\. or protector_"):
        load_scenario(changed(tmp_path, rule))


def test_a_contingency_is_played_by_the_game_it_names(korea: Scenario, tmp_path: Path) -> None:
    game = "  contingencies.west_sea.game: war_on_land\n"
    trees = game_tree(load_scenario(changed(tmp_path, game)))
    assert np.array_equal(trees[2], trees[1])
    assert not np.array_equal(game_tree(korea)[2], game_tree(korea)[1])
    with pytest.raises(
        InputError, match=r"changed\.yaml:4 contingencies\.west_sea\.game: war_on_the_land.*Nearest: war_on"
    ):
        game_tree(load_scenario(changed(tmp_path, game.replace("on_land", "on_the_land"))))


def test_the_second_alliance_runs_and_draws_its_report(
    kaname: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    """Uncompiled, so that the test does not pay for a second size of world."""
    words = ("-q", "compare", "us-korea", "--futures", "1", "--years", "1", "--out", str(tmp_path / "run"))
    done = kaname(*words, env={"KANAME_JIT": "0"})
    assert done.returncode == 0, done.stderr
    summary = json.loads((tmp_path / "run" / "summary.json").read_text(encoding="utf-8"))
    assert summary["names"]["actor"]["kr"] == "South Korea"
    assert (tmp_path / "run" / "report.html").stat().st_size > 100_000


def test_games_of_all_scenarios_have_names_of_their_own() -> None:
    said = [path.read_text(encoding="utf-8") for path in sorted((DATA / "crisis").glob("games.*.yaml"))]
    names = [line[2:-1] for text in said for line in text.splitlines() if line.startswith("  ") and line[2] != " "
             and line.endswith(":")]  # fmt: skip
    assert len(names) == len(set(names)) == len(json.loads((DATA / "crisis.json").read_text())["games"])


def test_a_scenario_in_the_making_is_told_what_a_run_would_still_ask_for(tmp_path: Path) -> None:
    text = (DATA / "scenarios" / "us-korea.yaml").read_text(encoding="utf-8").replace("id: us-korea", "id: own")
    lines = [line for line in text.splitlines() if not line.startswith(("  stake:", "  threat:"))]
    (tmp_path / "own.yaml").write_text("\n".join(lines), encoding="utf-8")
    said = " ".join(missing_lines(load_scenario(tmp_path / "own.yaml")))
    assert "1 parameters lack a figure that fits this scenario: stake" in said
    assert said.split()[-1] == "threat"
    for name in shipped_scenarios():
        assert missing_lines(load_scenario(name)) == []
