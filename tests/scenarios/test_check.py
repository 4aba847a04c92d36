"""Is this a scenario? What a sound one gives, and an example of each refusal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kaname.core.errors import InputError, InputErrors, KanameError
from kaname.evidence.load import Evidence
from kaname.scenarios.load import load_scenario
from kaname.scenarios.records import Election
from kaname.words.axes import FORCES

STRAIT = "strait.yaml"


def test_a_sound_scenario_gives_what_it_says(folder: Path, evidence: Evidence) -> None:
    found = load_scenario(folder / STRAIT, evidence)
    assert (found.id, found.years, found.quarters, found.start.year) == ("strait", 15, 60, 2026)
    assert found.axes["actor"].members == ("pr", "al", "ri", "pa")
    assert found.axes["contingency"].members == ("island", "far_coast")
    assert found.axes["cohort"].members == ("1950", "1980")
    assert found.axes["force"].members == FORCES
    assert (found.of_role("protector"), found.of_role("ally"), found.of_role("proliferator")) == (("pr",), ("al",), ())
    island, coast = found.contingencies["island"], found.contingencies["far_coast"]
    assert (island.challenger, island.target, island.guarantor, island.host) == ("ri", "al", "pr", "al")
    assert island.law == {"attack_level": "none", "armed_attack": {"diet_in_session": "yes"}}
    assert coast.host is None
    assert found.initial["gdp"].value == {"pr": 27000.0, "al": 4200.0, "ri": 17700.0, "others": 1800.0}
    assert found.initial["readiness"].id == "starting_readiness"
    assert found.levers["clarity"].id == "strait.levers.clarity"
    assert set(found.figures()) == {
        "strait.initial.gdp", "strait.levers.clarity", "starting_readiness", "growth_shock_persistence",
        "reliability_theory",
    }  # fmt: skip


def test_a_scenario_can_be_read_without_knowing_the_model(folder: Path, evidence: Evidence) -> None:
    assert load_scenario(folder / STRAIT, evidence).id == "strait"


REFUSED = [
    ("id: strait\n", "id: The Strait\n", ":1 id: 'The Strait' does not have the right form"),
    ("title: A strait and an island\n", "", "title is missing from a scenario"),
    ("title:", "titel:", "titel is not part of a scenario. Nearest: title"),
    ("year: 2026", "year: 1026", "1026 is outside 1945..2100"),
    ("quarter: 1", "quarter: 5", "5 is outside 1..4"),
    ("years: 15", "years: fifteen", "fifteen is not a whole number"),
    ("role: protector", "role: protecter", "protecter is not a role. Nearest: protector"),
    ("role: partner", "role: ally", "a second ally; the first is al"),
    ("role: ally", "role: partner", "no actor has the role ally"),
    ("flags: [nuclear_armed]", "flags: [nuclear]", "nuclear is not a flag of an actor. Nearest: nuclear_armed"),
    ("target: al", "target: jp", ":14 contingencies.island.roles.target: jp is not an actor of this scenario"),
    ("host: none", "host: nobody", "Allowed: pr, al, ri, pa, none"),
    ("bystander: [pa]", "bystander: [al]", "al already has a part in this contingency"),
    ("bystander: [pa]", "bystander: [xx]", "bystander[0]: xx is not an actor"),
    ("challenger: ri, target: pa", "challenger: pa, target: pa", "pa cannot challenge itself"),
    ("theatre: near_sea", "theatre: Near Sea", "'Near Sea' does not have the right form"),
    ("case: [homeland]", "case: [home]", "home is not a kind of case. Nearest: homeland"),
    ("attack_level: none", "attack_level: {a: {b: c}}", "a: a mapping cannot stand here"),
    ("cohort:", "cohorts:", "cohorts is not an axis. Nearest: cohort"),
    ("cohort:", "actor:", "the axis actor is made from the actors of this file"),
    ('cohort: ["1950", "1980"]', "force: [air, ground]", "the model fixes the axis force"),
    ('"1980"]', '"1950"]', "1950 is listed twice"),
    ("gdp: {values", "gpd: {values", ":26 initial.gpd: gpd is not a field of the world. Nearest: gdp"),
    ("unit: bn USD 2023", "unit: JPY tn", "gdp is in bn USD 2023, not in JPY tn"),
    ("unit: bn USD 2023", "unit: mn USD", "mn USD is not a unit of this project. Nearest: mn USD 2023"),
    ("by: actor", "by: force", "gdp cannot be by force. Allowed: actor"),
    ("al: 4200, ", "aly: 4200, ", "values.aly: aly is not a member of the axis actor"),
    ("others: 1800", "xx: 1800", "xx is not a member of the axis actor"),
    (", others: 1800", "", "pa of the axis actor missing"),
    ("pr: 27000", "pr: 27000000", "2.7e+07 is outside 0.1..1e+06"),
    ("source: made_up, grade: A}\n  read", "source: mede_up, grade: A}\n  read", "mede_up is not the key of a source"),
    ("figure: starting_readiness", "figure: starting_rediness", "Nearest: starting_readiness"),
    ("{figure: starting_readiness}", "{figure: starting_readiness, unit: share}", "unit is not part of the id of a"),
    (
        "{figure: starting_readiness}",
        "{figure: growth_shock_persistence}",
        "readiness is in share, not in share kept per year",
    ),
    (
        "readiness: {figure: starting_readiness}",
        "readiness: {figure: reliability_theory}",
        "a switch cannot be its value",
    ),
    ("readiness: {figure: starting_readiness}", "readiness: 0.4", "0.4 is a bare number; every number is a figure"),
    ("readiness: {figure: starting_readiness}", "readiness: high", "high stands where a figure is needed"),
    (
        "growth_shock_persistence: {figure: growth_shock_persistence}",
        "growth: {figure: growth_shock_persistence}",
        "not a parameter",
    ),
    ("clarity: {value: 0.5", "clearity: {value: 0.5", "clearity is not a lever. Nearest: clarity"),
    ("clarity: {value: 0.5", "clarity: {value: 50", "50 is outside 0..1 (unit: share). Write 0.5."),
    ("clarity:", "tariffs:", None),
    ("every_years: 3", "every_years: 0", "0 is outside 1..12"),
    ("month: 7", "month: 13", "13 is outside 1..12"),
    ("first: 2028, source: made_up", "first: 2028, sauce: made_up", "Nearest: source"),
    ("source: made_up}\nbarg", "source: [maid_up]}\nbarg", "as_is[0].source[0]: maid_up is not the key of a source"),
    ("bargains: [firm_promise]", "bargains: [frm_promise]", "frm_promise is not a bargain beside this file"),
    ("bargains: [firm_promise]", "bargains: []", "a list of 0 entries"),
]


@pytest.mark.parametrize(("part", "instead", "said"), REFUSED, ids=[f"{case[1][:30]}" for case in REFUSED])
def test_what_is_wrong_is_told_with_line_and_help(
    change: Callable[[str, str, str], Path],
    evidence: Evidence,
    part: str,
    instead: str,
    said: str | None,
) -> None:
    file = change(STRAIT, part, instead)
    if said is None:
        assert load_scenario(file, evidence).levers["tariffs"].value == 0.5
        return
    with pytest.raises(KanameError) as caught:
        load_scenario(file, evidence)
    assert isinstance(caught.value, (InputError, InputErrors))
    assert said in str(caught.value)
    assert f"{STRAIT}:" in str(caught.value)


@pytest.mark.parametrize(("weeks", "fits"), [(8, True), (9, False)])
def test_a_range_holds_in_the_unit_of_the_declaration(
    change: Callable[[str, str, str], Path], evidence: Evidence, weeks: int, fits: bool
) -> None:
    delay = f"landing_delay: {{value: {weeks}, unit: weeks, date: 2024, source: made_up, grade: A}}"
    file = change(STRAIT, "parameters:\n", f"parameters:\n  {delay}\n")
    if fits:
        assert load_scenario(file, evidence).parameters["landing_delay"].value == 8.0
        return
    with pytest.raises(InputError, match=r"parameters\.landing_delay: 63 is outside 0\.\.60 \(unit: days"):
        load_scenario(file, evidence)


def test_a_source_of_the_file_itself_may_be_cited(change: Callable[[str, str, str], Path], evidence: Evidence) -> None:
    own = "{author: I, title: My notes, year: n.d., publisher: none, certainty: K, licence: mine}"
    file = change(STRAIT, "bargains:", f"sources: {{my_notes: {own}}}\nbargains:")
    text = file.read_text(encoding="utf-8").replace("in force., source: made_up", "in force., source: my_notes")
    file.write_text(text, encoding="utf-8")
    assert load_scenario(file, evidence).sources["my_notes"].author == "I"
    file.write_text(text.replace("sources: {my_notes", "sources: {made_up"), encoding="utf-8")
    with pytest.raises(KanameError, match=r"sources\.made_up: there is already a source"):
        load_scenario(file, evidence)


def test_the_digest_follows_what_is_said_and_not_how_it_is_written(
    change: Callable[[str, str, str], Path], folder: Path, evidence: Evidence
) -> None:
    before = load_scenario(folder / STRAIT, evidence).digest
    change(STRAIT, "id: strait\n", "# a comment\nid: 'strait'\n")
    assert load_scenario(folder / STRAIT, evidence).digest == before
    change(STRAIT, "years: 15", "years: 14")
    assert load_scenario(folder / STRAIT, evidence).digest != before


def test_hostile_names_stay_text(change: Callable[[str, str, str], Path], evidence: Evidence) -> None:
    name = "<script>alert(1)</script> {{7*7}} $(rm -rf /) [red]x[/red] %s"
    file = change(STRAIT, "name: Protector", f"name: '{name}'")
    assert load_scenario(file, evidence).actors["pr"].name == name


def test_an_election_is_held_by_its_rule() -> None:
    upper = Election("upper", every_years=3, month=7, first=2025)
    held = [(year, quarter) for year in range(2024, 2032) for quarter in range(1, 5) if upper.held_in(year, quarter)]
    assert held == [(2025, 3), (2028, 3), (2031, 3)]
