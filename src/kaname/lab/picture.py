"""Picture: what a moved lever moves, outcome by outcome: level, difference, whether it is clear, whether it matters.

Idea: an answer of a session becomes rows of plain text and one mark each; nothing is shown that the answer does not
hold. A difference is called better or worse where its interval, widened for the number of rows, leaves zero out, and
where it is not too small to matter; one that is surely small is called so, whether or not it is zero.
Units: outcomes as of the catalogue, worded as the report words them. Reads: answers. Writes: nothing.
Source: `analysis.paired` for verdicts; the smallest effect is `words.outcomes.SMALLEST_EFFECT`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kaname.analysis.paired import Difference, Verdict, difference_of, verdict
from kaname.core.intervals import NORMAL_95
from kaname.report.charts.effects import Effect, effect
from kaname.report.markup import Safe
from kaname.report.numbers import decimals, measure, places_for
from kaname.report.palette import Palette
from kaname.scenarios.records import Scenario
from kaname.words.catalogue import Catalogue, unit_id
from kaname.words.outcomes import BY_NAME, SMALLEST_EFFECT

if TYPE_CHECKING:
    from kaname.study.session import Answer

ENDS, CAUSES, PLACES = "ends", "causes", "places"
OF_BOTH = ("territory", "coerced", "casualties", "spending")
SHARED = ("nuclear_option", "first_strike_stability")
EXPLAIN = ("belief_rival", "belief_ally", "trust_ally", "trust_protector", "unmet_ally", "unmet_protector",
           "decision_days", "presence", "base_opposition", "tension_rival", "rival_warheads")  # fmt: skip
WHERE = ("challenges", "seizures", "wars_begun")
PER_PLACE = ("challenges", "seizures", "wars")
REFERENCE, MINE, PINNED = "as_is", "mine", "pinned"
PALETTE = Palette((REFERENCE, MINE, PINNED))
SMALL, NONE = "small", "same"


@dataclass(frozen=True)
class Row:
    """One outcome: names, levels and differences as text, the verdict's word, the mark.

    size: the difference in standard deviations of things as they are; column: the outcome's column.
    """

    column: str
    name: str
    whose: str
    meaning: str
    unit: str
    difference_unit: str
    now: str
    level: str
    change: str
    verdict: str
    word: str
    size: float
    mark: Safe
    pinned: str = ""


@dataclass(frozen=True)
class Picture:
    """All rows by group, how many futures, and how many are better, worse, small, unclear."""

    futures: int
    groups: tuple[tuple[str, tuple[Row, ...]], ...]
    counts: Counter[str]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return all rows."""
        return tuple(row for _, rows in self.groups for row in rows)

    @property
    def most(self) -> Row | None:
        """Return the end that moves most among those that are clear and matter, or None."""
        ends = [row for row in self.groups[0][1] if row.verdict in ("better", "worse")]
        return max(ends, key=lambda row: abs(row.size), default=None)


def columns_shown(scenario: Scenario) -> dict[str, tuple[str, ...]]:
    """Return the columns of each group, in the order in which they are shown."""
    sides = [*scenario.of_role("ally"), *scenario.of_role("protector")]
    ends = [f"{name}.{side}" for name in OF_BOTH for side in sides]
    places = [f"{name}.{place}" for place in scenario.contingencies for name in PER_PLACE]
    return {ENDS: (*ends, *SHARED), CAUSES: EXPLAIN, PLACES: tuple(places)}


def picture(catalogue: Catalogue, scenario: Scenario, answer: Answer, pinned: Answer | None = None) -> Picture:
    """Return the picture of an answer; pinned: an answer of the same futures under the pinned setting."""
    shown = {group: [name for name in names if name in answer.columns]
             for group, names in columns_shown(scenario).items()}  # fmt: skip
    asked = sum(map(len, shown.values()))
    groups = tuple(
        (group, tuple(_row(catalogue, scenario, answer, pinned, name, asked) for name in names))
        for group, names in shown.items()
    )
    return Picture(answer.futures, groups, Counter(row.verdict for _, rows in groups for row in rows))


def judged(gap: Difference, spread: float, good: int, asked: int) -> str:
    """Return the verdict on one of `asked` differences, as the id of its word: better, small and so on."""
    told = verdict(gap, good)
    if told is Verdict.SAME:
        return NONE
    if told in (Verdict.FEW, Verdict.NONE) or gap.low is None or gap.high is None or gap.mean is None:
        return "few"
    zone = SMALLEST_EFFECT * spread
    if max(abs(gap.low), abs(gap.high)) < zone:
        return SMALL
    if not told.clear or not gap.stands_among(asked):
        return "unclear"
    return told.value if abs(gap.mean) >= zone else SMALL


def _row(
    catalogue: Catalogue, scenario: Scenario, answer: Answer, pinned: Answer | None, column: str, asked: int
) -> Row:
    name, _, whose = column.partition(".")
    outcome = BY_NAME[name]
    place = answer.columns.index(column)
    now, mine = answer.reference[answer.alive, place], answer.rows[answer.alive, place]
    gap, spread = difference_of(mine - now), float(np.std(now)) if now.size else 0.0
    word = judged(gap, spread, outcome.good, asked)
    how = measure(outcome.unit)
    effects = [_effect(MINE, gap, spread, asked, _amount(catalogue, gap, how.factor))]
    beside = ""
    if pinned is not None:
        both = answer.alive & pinned.alive
        other = difference_of(pinned.rows[both, place] - answer.reference[both, place])
        effects.append(_effect(PINNED, other, spread, asked, _amount(catalogue, other, how.factor)))
        apart = difference_of(answer.rows[both, place] - pinned.rows[both, place])
        beside = _amount(catalogue, apart, how.factor)
    title = catalogue.outcome(name)
    owner = whose_name(catalogue, scenario, whose)
    mark = effect(effects, SMALLEST_EFFECT, outcome.good, PALETTE, f"{title} {owner}: {catalogue('verdict-' + word)}")
    return Row(
        column, title, owner, catalogue.outcome_meaning(name), catalogue.unit(outcome.unit),
        catalogue.unit_of_difference(outcome.unit), _level(catalogue, now, how.factor),
        _level(catalogue, mine, how.factor), _amount(catalogue, gap, how.factor), word, catalogue(f"verdict-{word}"),
        (gap.mean or 0.0) / spread if spread else 0.0, mark, beside,
    )  # fmt: skip


def whose_name(catalogue: Catalogue, scenario: Scenario, identity: str) -> str:
    """Return the name of the actor or place to which a column belongs, or nothing."""
    if identity in scenario.actors:
        return catalogue.named("actor", identity, scenario.actors[identity].name)
    if identity in scenario.contingencies:
        return catalogue.named("place", identity, scenario.contingencies[identity].name)
    return ""


def _effect(bargain: str, gap: Difference, spread: float, asked: int, tip: str) -> Effect:
    width = gap.half_among(asked)
    if gap.mean is None or width is None or not spread:
        return Effect(bargain, 0.0, 0.0, 0.0, False, tip)
    mean, half = gap.mean / spread, width / spread
    return Effect(bargain, mean, mean - half, mean + half, gap.stands_among(asked), tip)


def _level(catalogue: Catalogue, values: np.ndarray, factor: float) -> str:
    if not values.size:
        return catalogue("nothing")
    half = NORMAL_95 * float(np.std(values)) / max(1.0, np.sqrt(values.size)) * factor
    mean = float(np.mean(values)) * factor
    return catalogue.number(mean, min(decimals(half), MOST_PLACES) if half > 0 else MOST_PLACES)


MOST_PLACES = 2
"""Decimals of a level at most: nobody reads more."""


def _amount(catalogue: Catalogue, gap: Difference, factor: float) -> str:
    """Return a difference with its interval, rounded to what the interval allows."""
    if gap.mean is None or gap.low is None or gap.high is None or gap.differing == 0:
        return catalogue("no-change")
    low, mean, high = gap.low * factor, gap.mean * factor, gap.high * factor
    places = places_for(low, high)
    mean_text, low_text, high_text = (catalogue.number(value, places, sign=True) for value in (mean, low, high))
    return catalogue("interval", mean=mean_text, low=low_text, high=high_text)


def amount(catalogue: Catalogue, gap: Difference, column: str) -> str:
    """Return a difference of a column with its interval."""
    return _amount(catalogue, gap, measure(BY_NAME[column.partition(".")[0]].unit).factor)


def difference_unit(catalogue: Catalogue, outcome: str) -> str:
    """Return the unit in which differences of an outcome are shown."""
    return catalogue.unit_of_difference(BY_NAME[outcome].unit)


def units() -> set[str]:
    """Return the ids of the units that outcomes have, for the test of the catalogue."""
    return {unit_id(outcome.unit) for outcome in BY_NAME.values()}
