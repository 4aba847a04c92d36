"""Levers: the sliders of the Compare page in groups, each with unit, meaning, who must consent, price and law.

Idea: everything is looked up where it stands (declaration, price list, law of the start) and only put into words here.
Units: a lever's own; money in bn USD 2023 a year from none to full. Reads: scenario, evidence, law book. Writes:
nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from kaname.compile.bargain_page import BODIES, GATES
from kaname.core.units import MONTHS_A_QUARTER
from kaname.evidence.load import load_evidence
from kaname.lab.setting import Setting, asked, scenario_of, starts, written
from kaname.law.book import load_book
from kaname.law.levers import gate, uses_on
from kaname.scenarios.bargains import PRICES
from kaname.scenarios.format import SIDES
from kaname.words.catalogue import Catalogue
from kaname.words.levers import BY_NAME, Lever

GROUPS: dict[str, tuple[str, ...]] = {
    "ally_money": ("defence_share", "allocation_denial", "allocation_strike", "allocation_interceptors",
                   "allocation_bases", "allocation_cyber", "allocation_regional", "host_support"),
    "ally_posture": ("doctrine", "first_responder_readiness", "counterstrike", "dispersal_civil",
                     "decision_predelegation", "regional_role", "rear_area_rule", "shield_part"),
    "ally_relations": ("engagement", "bridge", "reconciliation", "neighbour_pact", "mediation",
                       "coalition_building", "base_handling"),
    "protector_promise": ("forward_presence", "arrival_commitment", "clarity", "sovereignty_support", "consultation",
                          "exercise_tempo"),
    "protector_others": ("defence_architecture", "deal_stance", "reassurance", "arms_talks", "tariffs",
                         "pact_membership"),
    "joint_command": ("command_mode", "coordination_use", "intelligence", "triggers", "guidelines_interval"),
    "joint_promises": ("scope_core", "scope_wide", "cyber_clause", "expectation_management"),
    "joint_region": ("trilateral", "framework", "framework_open_door"),
}  # fmt: skip
"""Levers by group, in the order of the page; a test holds that each lever is in one group."""
STEPS = 100


@dataclass(frozen=True)
class Slider:
    """A lever as a control. base: where the bargain puts it; start: as things are; value: where it stands."""

    name: str
    title: str
    meaning: str
    unit: str
    low: str
    high: str
    step: str
    start: str
    base: str
    value: str
    shown: str
    shown_start: str
    factor: float
    suffix: str
    places: int
    consent: str
    price: str
    law: str
    promise: bool
    moved: bool
    asked: bool


def sliders(said: Catalogue, setting: Setting) -> list[tuple[str, list[Slider]]]:
    """Return the groups with their sliders, titles in the language, as the setting puts them."""
    sides = side_names(said, setting.scenario)
    return [(said(f"group-{name}", **sides), [_slider(said, setting, BY_NAME[lever], sides) for lever in levers])
            for name, levers in GROUPS.items()]  # fmt: skip


def side_names(said: Catalogue, scenario: str) -> dict[str, str]:
    """Return the names of ally and protector in the language."""
    read = scenario_of(scenario)
    actors = {side: read.actors[read.of_role(side)[0]] for side in SIDES}
    return {side: said.named("actor", actor.id, actor.name) for side, actor in actors.items()}


def level(said: Catalogue, lever: Lever, value: float) -> str:
    """Return a lever's value as it is read: shares in percent, else with the unit."""
    factor, suffix, places = form_of_lever(said, lever)
    return f"{said.number(value * factor, places)}{suffix}"


def _slider(said: Catalogue, setting: Setting, lever: Lever, sides: Mapping[str, str]) -> Slider:
    start, levels = starts(setting.scenario)[lever.name], setting.levels()
    asks = asked(setting.scenario, setting.mine.bargain)
    factor, suffix, places = form_of_lever(said, lever)
    return Slider(
        name=lever.name, title=said.lever(lever.name), meaning=said.lever_meaning(lever.name), unit=lever.unit,
        low=written(lever.low), high=written(lever.high), step=written((lever.high - lever.low) / STEPS),
        start=written(start), base=written(asks.get(lever.name, start)), value=written(levels[lever.name]),
        shown=level(said, lever, levels[lever.name]), shown_start=level(said, lever, start), factor=factor,
        suffix=suffix, places=places, consent=_consent(said, lever, sides), price=_price(said, lever, sides),
        law=said(f"law-{_law(setting.scenario, lever.name)}"), promise=lever.promise,
        moved=lever.name in setting.mine.moved, asked=lever.name in asks,
    )  # fmt: skip


def form_of_lever(said: Catalogue, lever: Lever) -> tuple[float, str, int]:
    """Return what a value is multiplied by where it is read, what follows it, and its decimals."""
    if lever.unit == "share":
        return 100.0, said("percent"), 1 if lever.high <= 0.1 else 0
    return (
        1.0,
        said("unit-short-quarters" if lever.unit == "quarters" else "unit-short-money"),
        0 if lever.unit == "quarters" else 1,
    )


def _consent(said: Catalogue, lever: Lever, sides: Mapping[str, str]) -> str:
    bodies = [said(f"body-{body}", side=sides[BODIES[body][0]]) for body in lever.consent]
    return said("list-comma").join(bodies)


def _price(said: Catalogue, lever: Lever, sides: Mapping[str, str]) -> str:
    figures = load_evidence().figures
    told = []
    for side in SIDES:
        figure = figures.get(f"{PRICES}.{lever.name}.{side}")
        if figure is not None and figure.distribution is not None:
            low, high = figure.distribution.support
            ends = (said.number(value, 0 if abs(value) >= 10 else 1, sign=False) for value in (low, high))
            told.append(said("price-of-side", side=sides[side], low=next(ends), high=next(ends)))
    return said("list-comma").join(told) or said("price-none")


@lru_cache(maxsize=256)
def _law(scenario: str, lever: str) -> str:
    """Return what the law of the start says of the lever's uses: open, closed, part, or none where no law is asked."""
    book, start = load_book(), scenario_of(scenario).start
    if scenario_of(scenario).law_hours is not None or lever not in book.data["levers"]:
        return "none"
    month = (start.quarter - 1) * MONTHS_A_QUARTER + 1
    return GATES.get(gate(uses_on(book, lever, f"{start.year:04}-{month:02}-01")), "part")
