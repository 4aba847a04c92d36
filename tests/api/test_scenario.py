"""A scenario changed in Python is the scenario that its written files say, and may be compared like any other."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

import kaname as ka
from kaname.core.errors import KanameError
from kaname.scenarios.load import load_bargain, load_scenario

CHANGES = {"parameters.opportunity_rate": 0.5, "initial.support_force": 0.4, "years": 4}


def test_a_number_replaces_a_figure_in_its_unit_and_what_is_lost_is_said() -> None:
    changed = ka.scenario("us-japan").override(CHANGES)
    figure = changed.record.parameters["opportunity_rate"]
    assert (figure.value, figure.unit, figure.grade, figure.uncertain) == (0.5, "1/quarter", "D", False)
    assert changed.record.years == 4
    assert any("opportunity_rate" in note and "dropped" in note for note in changed.notes)
    assert changed.notes[0] in changed._repr_html_()
    assert ka.scenario("us-japan").notes == ()


def test_values_by_member_and_whole_figures_are_taken() -> None:
    by = ka.scenario("us-japan").override({"parameters.opportunity_rate": {"senkaku": 0.5, "others": 0.1}})
    assert by.record.parameters["opportunity_rate"].by == ("contingency",)
    whole = {"value": 0.5, "unit": "1/quarter", "date": "2026", "grade": "D", "doubt": "A mere guess of ours.",
             "judgement": "Chosen for the example, nothing more."}  # fmt: skip
    assert ka.scenario("us-japan").override({"parameters.opportunity_rate": whole}).notes == ()


def test_nothing_is_changed_in_place() -> None:
    first = ka.scenario("us-japan")
    second = first.bargain("mine", defence_share=0.03)
    assert "mine" not in first.bargains
    assert second.bargains[-1] == "mine"
    assert first.changes == {}


def test_the_written_files_say_the_same(tmp_path: Path) -> None:
    made = ka.scenario("us-japan").override(CHANGES, id="busy").bargain("mine", like="step_up", defence_share=0.03)
    file = made.save(tmp_path)
    assert file == tmp_path / "busy.yaml"
    read = load_scenario(file)
    assert read.digest == made.record.digest
    bargain = load_bargain("mine", folder=tmp_path)
    assert bargain.levers["defence_share"].to.value == 0.03
    assert set(bargain.levers) >= set(load_bargain("step_up").levers)
    assert ka.scenario(file).override({"years": 3}).record.years == 3


def test_a_change_to_a_file_of_ones_own_takes_along_what_that_file_needs(tmp_path: Path) -> None:
    own = ka.scenario("us-japan").override({"years": 4}, id="first").save(tmp_path / "a")
    again = ka.scenario(own).override({"parameters.opportunity_rate": 0.5}, id="second").save(tmp_path / "b")
    assert load_scenario(again).years == 4
    assert sorted(path.name for path in (tmp_path / "b").iterdir()) == ["first.yaml", "second.yaml"]


def test_the_command_of_a_run_from_python_names_files_that_are_there(run: ka.Run) -> None:
    words = shlex.split(run.command)
    files = [Path(word) for word in (words[2], *words[4].split(",")) if word.endswith(".yaml")]
    assert [file.name for file in files] == ["us-japan-changed.yaml", "mine.yaml"]
    assert all(file.is_file() for file in files)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"opportunity_rate": 0.5}, "Write parameters.opportunity_rate"),
        ({"parameters.oportunity_rate": 0.5}, "Nearest: opportunity_rate"),
        ({"parameters.opportunity_rate": -1}, "outside"),
        ({"parameters.opportunity_rate": {"senkku": 0.5, "others": 0.1}}, "Nearest: senkaku"),
        ({"yeers": 3}, "Nearest: years"),
        ({"years": 500}, "years"),
    ],
)
def test_a_wrong_change_is_answered_at_once(changes: dict[str, object], said: str) -> None:
    with pytest.raises(KanameError, match=said):
        ka.scenario("us-japan").override(changes)


@pytest.mark.parametrize(
    ("levers", "said"),
    [
        ({"defense_share": 0.03}, "Nearest: defence_share"),
        ({"defence_share": 3.5}, "3.5 is outside"),
        ({"defence_share": "much"}, "'much' is not a number"),
        ({}, "asks for at least one lever"),
    ],
)
def test_a_wrong_bargain_is_answered_at_once(levers: dict[str, object], said: str) -> None:
    with pytest.raises(KanameError, match=said):
        ka.scenario("us-japan").bargain("mine", **levers)  # type: ignore[arg-type]
    with pytest.raises(KanameError, match="Choose another id"):
        ka.scenario("us-japan").bargain("step_up", defence_share=0.03)


def test_another_start_and_an_unknown_scenario() -> None:
    assert ka.scenario("us-japan", start=2013).record.start.year == 2013
    with pytest.raises(KanameError, match="Nearest: us-japan"):
        ka.scenario("us-japn")
