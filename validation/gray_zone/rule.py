"""The mechanism's own rule (crisis.tempo) played over the record: share of days and ships a day, by year and draw.

Idea: nothing is fitted by hand. The figures are drawn from their evidence, what the challenger sees from the judged
series with their doubt, and the same compiled rule as in the model gives each quarter's mean choice; chance about the
mean is left to the spread of the likelihood. Blind to the guarantee, belief, attention and law stay at the mean of the
years up to 2018: then only capability and window move.
Units: shares of days, ships a day. Reads: evidence, record. Writes: nothing. Source: model/crisis/pushing.py.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from kaname.core.kernel import kernel
from kaname.evidence.load import load_evidence
from kaname.model.crisis.pushing import LEVELS, Seen, chances, push_of
from kaname.words.declare import record_type
from kaname.words.params import BACKED
from validation.gray_zone.record import Record

CONTINGENCY = "senkaku"
TEMPO = tuple(param for param in BACKED if param.name == "gray_zone" or param.name.startswith("tempo_"))
LAST_FITTED = 2018
FIRST_QUARTER = 3
START_SHARE = 0.25
DOUBT = {"belief": 0.08, "attention": 0.08, "law": 0.05, "resolve": 0.08}
DOUBT_OF_A_YEAR = 0.03
DOUBT_OF_FLEETS = 0.12
RESOLVE = 0.5
GUARANTEE = ("belief", "attention", "law")


@dataclass(frozen=True)
class Ground:
    """Figures [draw] and standard normals [draw, ...] of one set of draws, kept so that two readings share them."""

    figures: np.recarray
    escalation: np.ndarray
    start: np.ndarray
    shift: dict[str, np.ndarray]
    yearly: np.ndarray
    fleets: np.ndarray


def ground(draws: int, years: int, rng: np.random.Generator, central: frozenset[str] = frozenset()) -> Ground:
    """A set of draws; figures named in `central` stay at their central value."""
    evidence = load_evidence().figures
    figures = np.zeros(draws, record_type(TEMPO, {"contingency": 1})).view(np.recarray)
    for param in TEMPO:
        distribution = evidence[param.name].distribution
        if distribution is not None:
            u = np.full(draws, 0.5) if param.name in central else rng.random(draws)
            figures[param.name] = np.clip(distribution.ppf(u), param.low, param.high)
    stakes = evidence["escalation_cost"]
    spread = stakes.spread.ppf(rng.random(draws)) if stakes.spread is not None else np.ones(draws)
    return Ground(
        figures, float(stakes.value[CONTINGENCY]) * np.asarray(spread),  # type: ignore[index, call-overload]
        rng.uniform(0.2, 1.0, draws), {name: rng.standard_normal(draws) for name in DOUBT},
        rng.standard_normal((draws, years)), rng.standard_normal(draws),
    )  # fmt: skip


def certain(one: Ground) -> Ground:
    """The same draws with no doubt about what was seen, and the escalation cost at its middle."""
    still = {name: np.zeros_like(values) for name, values in one.shift.items()}
    middle = np.full_like(one.escalation, np.median(one.escalation))
    return replace(one, shift=still, yearly=one.yearly * 0.0, fleets=one.fleets * 0.0, escalation=middle)


def blind(record: Record) -> Record:
    """The record as someone reads it who does not look at the guarantee."""
    fitted = record.years <= LAST_FITTED
    inputs = dict(record.inputs)
    for name in GUARANTEE:
        inputs[name] = np.full_like(inputs[name], inputs[name][fitted].mean())
    return replace(record, inputs=inputs)


def played(one: Ground, record: Record) -> tuple[np.ndarray, np.ndarray]:
    """(share of days, ships a day), each float64[draw, year]."""
    inputs = record.inputs
    seen = {name: np.clip(inputs[name] + DOUBT[name] * one.shift[name][:, None], 0.01, 0.99) for name in GUARANTEE}
    seen["belief"] = np.clip(seen["belief"] + DOUBT_OF_A_YEAR * one.yearly[:, : record.years.size], 0.01, 0.99)
    resolve = np.clip(RESOLVE + DOUBT["resolve"] * one.shift["resolve"], 0.01, 0.99)
    crowd = inputs["other_fleet"] / inputs["own_fleet"] * np.exp(DOUBT_OF_FLEETS * one.fleets)[:, None]
    windows = np.array([[record.window(n, q) for q in range(4)] for n in range(record.years.size)])
    shares = np.zeros(crowd.shape)
    _play(one.figures, one.escalation, one.start, resolve, seen["belief"], seen["attention"], seen["law"], crowd,
          windows, np.zeros(LEVELS), shares)  # fmt: skip
    patrol = one.figures.tempo_patrol[:, None] * (1.0 / crowd) ** one.figures.tempo_patrol_growth[:, None]
    return shares, shares * patrol


@kernel
def _play(p, escalation, start, resolve, belief, attention, law, crowd, windows, row, shares) -> None:
    """Quarter by quarter from the last of the first year; that year's mean holds a quarter of the start itself."""
    for n in range(shares.shape[0]):
        now, usual = start[n], 0.0
        for year in range(shares.shape[1]):
            first = FIRST_QUARTER if year == 0 else 0
            total = 0.0
            for quarter in range(first, 4):
                seen = Seen(belief[n, year], attention[n, year], windows[year, quarter], resolve[n], law[n, year],
                            crowd[n, year], usual)  # fmt: skip
                chosen = chances(push_of(p[n], escalation[n], seen), p[n].tempo_precision, row)
                now += p[n].tempo_speed * (chosen - now)
                usual += p[n].tempo_habit * (now - usual)
                total += now / (4 - first)
            shares[n, year] = START_SHARE * start[n] + (1.0 - START_SHARE) * total if year == 0 else total
