"""An override replaces what stands at its paths and keeps every line's own place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kaname.core.errors import InputError, KanameError
from kaname.core.safe_yaml import read_yaml
from kaname.evidence.load import Evidence
from kaname.scenarios.load import load_scenario
from kaname.scenarios.overrides import merged

POOR = "strait_poor.yaml"


def test_a_change_replaces_what_it_names_and_nothing_else(folder: Path, evidence: Evidence) -> None:
    base = load_scenario(folder / "strait.yaml", evidence)
    poor = load_scenario(folder / POOR, evidence)
    assert (poor.id, poor.title, poor.years) == ("strait_poor", "A strait and a poor ally", 10)
    assert poor.question == base.question
    assert poor.initial["gdp"].value == {"al": 2000.0, "others": 20000.0}
    assert poor.initial["readiness"] == base.initial["readiness"]
    assert poor.contingencies == base.contingencies
    assert poor.digest != base.digest
    assert load_scenario(folder / "strait.yaml", evidence) == base


def test_an_error_points_at_the_file_that_holds_the_line(
    change: Callable[[str, str, str], Path], folder: Path, evidence: Evidence
) -> None:
    change(POOR, "al: 2000", "al: -1")
    with pytest.raises(InputError) as caught:
        load_scenario(folder / POOR, evidence)
    assert (Path(str(caught.value.file)).name, caught.value.line) == (POOR, 6)
    change(POOR, "al: -1", "al: 2000")
    change("strait.yaml", "theatre: near_sea", "theatre: Near")
    with pytest.raises(InputError) as caught:
        load_scenario(folder / POOR, evidence)
    assert (Path(str(caught.value.file)).name, caught.value.line) == ("strait.yaml", 15)


def test_a_new_parameter_and_a_deeper_path_can_be_changed(
    change: Callable[[str, str, str], Path], evidence: Evidence
) -> None:
    stake = (
        "{values: {others: {ri: 1, others: 0.5}}, by: [contingency, actor], unit: share, date: 2026, grade: D,"
        " judgement: the challenger stakes all by convention, doubt: a convention and not a measurement}"
    )
    more = (
        f"years: 10\n  parameters.stake: {stake}\n  contingencies.island.roles.host: none\n  bargains: [firm_promise]"
    )
    found = load_scenario(change(POOR, "years: 10", more), evidence)
    assert found.parameters["stake"].by == ("contingency", "actor")
    assert found.contingencies["island"].host is None
    assert found.contingencies["island"].target == "al"


REFUSED = [
    ("years: 10", "yeers: 10", "strait_poor.yaml:5 yeers: yeers is not part of a scenario. Nearest: years"),
    ("years: 10", "actors.jp.name: J", "jp is not in actors of the base"),
    ("years: 10", "contingencies.iland.theatre: x", "iland is not in contingencies of the base. Nearest: island"),
    ("years: 10", "initial.gdp.values.al: 4", "a figure is changed whole, with its own source. Write initial.gdp: {"),
    ("years: 10", "levers.clarity.value: 1", "a figure is changed whole"),
    ("years: 10", "years.more: 1", "a list is replaced whole"),
    ("years: 10", "bargains.0: x", "Write bargains: [...]"),
    ("years: 10", "id: other", "id cannot be changed by a path"),
    ("years: 10", "a..b: 1", "a path is names joined by dots"),
    ("years: 10", "initial.aproval: {figure: growth_shock_persistence}", "Nearest: approval"),
    ("years: 10", "opportunity_rate: 0.5", "is named with its section. Write parameters.opportunity_rate: {...}"),
    ("years: 10", "initial.readiness: 0.4", "0.4 is a bare number"),
    ("changes:", "changed:", "Is changed meant to be changes?"),
    ("base: strait\n", "base: ../strait\n", "'../strait' does not have the right form"),
    ("base: strait\n", "base: streit\n", "streit is not a scenario beside this file or in the package"),
    ("base: strait\n", "base: strait_poor\n", "the file names itself, strait_poor, as its base"),
    ("base: strait\n", "", "base is missing from an override file"),
]


@pytest.mark.parametrize(
    ("part", "instead", "said"), REFUSED, ids=[case[1][:30].strip() or "empty" for case in REFUSED]
)
def test_a_change_that_cannot_be_made_is_refused_at_its_line(
    change: Callable[[str, str, str], Path],
    evidence: Evidence,
    part: str,
    instead: str,
    said: str,
) -> None:
    file = change(POOR, part, instead)
    with pytest.raises(KanameError) as caught:
        load_scenario(file, evidence)
    assert said in str(caught.value)
    assert f"{POOR}:" in str(caught.value)


def test_merging_leaves_the_base_as_it_was_and_no_place_without_a_value(folder: Path) -> None:
    base, poor = read_yaml(folder / "strait.yaml"), read_yaml(folder / POOR)
    both = merged(base, poor)
    assert base == read_yaml(folder / "strait.yaml")
    assert both.value["years"] == 10
    for key in both.places:
        value = both.value
        for part in key:
            value = value[part]
    assert ("initial", "gdp", "values", "pr") not in both.places
    assert Path(both.place(("initial", "gdp", "values", "al")).file).name == POOR


def test_bases_that_go_in_a_circle_are_refused(folder: Path, evidence: Evidence) -> None:
    for name, base in (("one", "two"), ("two", "one")):
        text = f"id: {name}\nbase: {base}\nchanges: {{years: 3}}\n"
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="go in a circle"):
        load_scenario(folder / "one.yaml", evidence)


def test_an_override_of_an_override_adds_up(folder: Path, evidence: Evidence) -> None:
    text = "id: strait_short\nbase: strait_poor\nchanges: {years: 3}\n"
    (folder / "strait_short.yaml").write_text(text, encoding="utf-8")
    found = load_scenario(folder / "strait_short.yaml", evidence)
    assert (found.years, found.title) == (3, "A strait and a poor ally")
    assert found.initial["gdp"].value == {"al": 2000.0, "others": 20000.0}


def test_an_override_may_bring_its_own_sources(change: Callable[[str, str, str], Path], evidence: Evidence) -> None:
    own = "{author: I, title: My notes, year: n.d., publisher: none, certainty: K, licence: mine}"
    file = change(POOR, "changes:", f"sources: {{mine: {own}}}\nchanges:")
    file.write_text(file.read_text(encoding="utf-8").replace("source: made_up", "source: mine"), encoding="utf-8")
    assert load_scenario(file, evidence).initial["gdp"].source == ("mine",)
