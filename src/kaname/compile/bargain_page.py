"""A bargain at a start, as a page: where each lever stands, what is asked, left, paid and needed, and when it works.

Idea: everything is computed from the bargain, the scenario's start, the one price list, the levers' declarations and
the law of the day, once, and written as text, Markdown, HTML or JSON by others.
Formula: the earliest quarter of effect is 1 + max(1, ceil(lag)) after the start: a step is put on the table in the
first quarter, answered in the next, and waits for its lag; a busy agenda, low capital or an election makes it later.
Units: levers in their own; money in bn USD 2023 per year; quarters of the calendar. Reads: Bargain, Scenario, the law
book. Writes: nothing. Source: the declarations named.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from kaname.compile.bargains import consent_of, in_unit, lever_start, movement_of, number_of, yearly
from kaname.core.units import MONTHS_A_QUARTER, QUARTERS_A_YEAR, convert
from kaname.evidence.figures import Figure, Source
from kaname.law.book import load_book
from kaname.law.levers import gate, uses_on
from kaname.law.truth import NO, YES
from kaname.scenarios.agreement import Agreement, agreement_of
from kaname.scenarios.bargains import COST_UNIT, LAG_UNIT
from kaname.scenarios.format import FIRST_CODING, SIDES
from kaname.scenarios.records import Bargain, LeverChange, Scenario
from kaname.words.levers import LEVER, LEVERS, Lever

TABLED = 1
GATES = {YES: "open", NO: "closed"}
BODIES = {
    "ally_cabinet": ("ally", "cabinet"),
    "ally_parliament": ("ally", "parliament"),
    "ally_prefecture": ("ally", "host communities"),
    "protector_executive": ("protector", "executive"),
    "protector_congress": ("protector", "legislature"),
}


@dataclass(frozen=True)
class Money:
    """Yearly cost at low, middle and high price; negative where it saves."""

    low: float
    middle: float
    high: float

    def plus(self, other: Money) -> Money:
        """Return both together, each at the same end of its range."""
        return Money(self.low + other.low, self.middle + other.middle, self.high + other.high)


@dataclass(frozen=True)
class LeverLine:
    """One lever of the bargain at the start.

    done: share of the ask that stands at the start; adds: what is left, in the lever's unit. consent: state and body.
    law: open, closed, open in part, or not asked. effect: earliest quarter at low, middle and high lag, as year and
    quarter; None where nothing is left. cost: by side that pays or saves.
    """

    name: str
    sentence: str
    owner: str
    unit: str
    then: float | None
    start: float
    to: float
    asks: str
    done: float
    adds: float
    promise: bool
    consent: tuple[tuple[str, str], ...]
    law: str
    law_uses: tuple[tuple[str, str], ...]
    effect: tuple[tuple[int, int], ...] | None
    cost: Mapping[str, Money]
    reason: str
    passage: str | None
    source: tuple[str, ...]


@dataclass(frozen=True)
class Reading:
    """One lever in two codings: targets, or None where a coder leaves it alone; gap: share of the lever's scale."""

    name: str
    unit: str
    start: float
    first: float | None
    second: float | None
    gap: float
    reason: str | None
    passage: str | None


@dataclass(frozen=True)
class CodingLines:
    """A further coding beside the first."""

    id: str
    coder: str
    note: str | None
    readings: tuple[Reading, ...]
    agreement: Agreement


@dataclass(frozen=True)
class BargainPage:
    """The whole page; cost: by side, of all levers together."""

    id: str
    name: str
    author: str | None
    own_year: int | None
    summary: str
    judgement: str | None
    adds: tuple[str, ...]
    scenario: str
    start: tuple[int, int]
    sides: Mapping[str, str]
    levers: tuple[LeverLine, ...]
    cost: Mapping[str, Money]
    codings: tuple[CodingLines, ...]
    sources: tuple[Source, ...]

    def as_data(self) -> dict[str, Any]:
        """Plain data, for JSON and for the pages made from it."""
        return asdict(self)


def page_of(bargain: Bargain, scenario: Scenario) -> BargainPage:
    """Return the page of a bargain at a scenario's start."""
    lines = [_line(lever, bargain.levers[lever.name], scenario) for lever in LEVERS if lever.name in bargain.levers]
    keys = {*bargain.source, *(key for change in bargain.levers.values() for key in change.source)}
    return BargainPage(
        id=bargain.id,
        name=bargain.name,
        author=bargain.author,
        own_year=bargain.own_start.year if bargain.own_start else None,
        summary=bargain.summary.strip(),
        judgement=bargain.judgement.strip() if bargain.judgement else None,
        adds=bargain.adds,
        scenario=scenario.id,
        start=(scenario.start.year, scenario.start.quarter),
        sides={side: scenario.actors[scenario.of_role(side)[0]].name for side in SIDES},
        levers=tuple(lines),
        cost=_total(lines),
        codings=tuple(_coding_lines(bargain, scenario, name) for name in bargain.codings),
        sources=tuple(bargain.sources[key] for key in sorted(keys)),
    )


def _line(lever: Lever, change: LeverChange, scenario: Scenario) -> LeverLine:
    start = lever_start(scenario, lever)
    moved = movement_of(lever, change, start)
    law, uses = _law(lever, scenario)
    return LeverLine(
        name=lever.name,
        sentence=lever.sentence,
        owner=lever.owner,
        unit=lever.unit,
        then=change.then,
        start=start,
        to=moved.to,
        asks=change.asks,
        done=moved.done,
        adds=moved.left,
        promise=lever.promise,
        consent=tuple(BODIES[body] for body in consent_of(lever, change)),
        law=law,
        law_uses=uses,
        effect=_effect(change, scenario) if moved.asked else None,
        cost=_costs(lever, change, moved.left) if moved.asked else {},
        reason=(change.to.judgement or change.judgement or "").strip(),
        passage=change.passage,
        source=change.source,
    )


def _law(lever: Lever, scenario: Scenario) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return what the law of the first day says of the lever's use, and of each use of it; nothing where no book is
    asked.
    """
    book = load_book()
    if scenario.law_hours is not None or lever.name not in book.data["levers"]:
        return "not asked", ()
    month = (scenario.start.quarter - 1) * MONTHS_A_QUARTER + 1
    uses = uses_on(book, lever.name, f"{scenario.start.year:04}-{month:02}-01")
    return GATES.get(gate(uses), "open in part"), tuple((use.sentence["en"], use.answer.answer) for use in uses)


def _effect(change: LeverChange, scenario: Scenario) -> tuple[tuple[int, int], ...]:
    lags = [convert(value, change.lag.unit, LAG_UNIT) for value in _ends(change.lag)]
    return tuple(_quarter(scenario, TABLED + max(1, math.ceil(lag))) for lag in lags)


def _quarter(scenario: Scenario, after: int) -> tuple[int, int]:
    count = scenario.start.year * QUARTERS_A_YEAR + scenario.start.quarter - 1 + after
    return count // QUARTERS_A_YEAR, count % QUARTERS_A_YEAR + 1


def _costs(lever: Lever, change: LeverChange, moved: float) -> dict[str, Money]:
    costs = {side: [convert(value, figure.unit, COST_UNIT) for value in _ends(figure)]
             for side, figure in change.cost.items()}  # fmt: skip
    costs |= {side: [yearly(lever, figure, value, moved) for value in _ends(figure)]
              for side, figure in change.price.items()}  # fmt: skip
    return {side: Money(min(values), values[1], max(values)) for side, values in costs.items()}


def _ends(figure: Figure) -> tuple[float, float, float]:
    """Lowest, central and highest value of a figure that is one number."""
    if figure.distribution is None:
        return (number_of(figure),) * 3
    low, high = figure.distribution.support
    return low, number_of(figure), high


def _total(lines: Sequence[LeverLine]) -> dict[str, Money]:
    total = dict.fromkeys(SIDES, Money(0.0, 0.0, 0.0))
    for line in lines:
        for side, money in line.cost.items():
            total[side] = total[side].plus(money)
    return total


def _coding_lines(bargain: Bargain, scenario: Scenario, name: str) -> CodingLines:
    coding = bargain.codings[name]
    both = [lever for lever in LEVERS if lever.name in {*bargain.levers, *coding.levers}]
    readings = tuple(_reading(lever, bargain, coding.levers, scenario) for lever in both)
    first, second = ({r.name: _scaled(r, at) for r in readings if getattr(r, at) is not None}
                     for at in (FIRST_CODING, "second"))  # fmt: skip
    return CodingLines(name, coding.coder, coding.note, readings, agreement_of(first, second))


def _reading(lever: Lever, bargain: Bargain, other: Mapping[str, LeverChange], scenario: Scenario) -> Reading:
    start = lever_start(scenario, lever)
    one, two = (in_unit(read[lever.name].to, lever.unit) if lever.name in read else None
                for read in (bargain.levers, other))  # fmt: skip
    gap = abs((start if one is None else one) - (start if two is None else two)) / (lever.high - lever.low)
    change = other.get(lever.name)
    reason = (change.to.judgement or "").strip() if change else None
    return Reading(lever.name, lever.unit, start, one, two, gap, reason, change.passage if change else None)


def _scaled(reading: Reading, at: str) -> float:
    lever = LEVERS[LEVER[reading.name]]
    return (getattr(reading, at) - reading.start) / (lever.high - lever.low)
