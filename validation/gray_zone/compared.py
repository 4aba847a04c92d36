"""Pushing in the gray zone against its rivals: `python -m validation gray_zone`.

Idea: first ask whether seven yearly counts (2012-2018) can tell the rivals apart at all, then score what each would
have foretold for 2019-2024, six years ahead and year by year, by CRPS beside persistence and trend; and print the score
whatever it is. Nothing of 2019-2024 enters a fit that is scored. Rivals:
  credibility   the mechanism's rule: guarantee, both coast guards, window      blind   the same, guarantee held still
  fleets        logit share = a + b log(challenger's over target's coast guard)  weather  a + b storms
  trend         a + b year       level  a       persistence  each year like the last
(ships: the same on the log of ships a day). Inputs after the origin are held as they stood; a second table gives them.
Units: days, ships. Reads: record.csv, evidence. Writes: the measured part of docs/explanation/gray-zone.md, a chart.
Source: the counts are those of the Japan Coast Guard; kass_raftery_1995, gneiting_raftery_2007.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kaname.analysis.crps import crps_sample
from kaname.evidence.distributions import Distribution
from validation.gray_zone.record import Record
from validation.gray_zone.rivals import (
    Candidate,
    Series,
    aicc,
    chances,
    chosen,
    effective,
    forecast,
    log_evidence,
    log_likelihood,
    told_apart,
)
from validation.gray_zone.rule import LAST_FITTED, TEMPO, Ground, blind, certain, ground, played

SEED, DRAWS, FEWER, TRIES = 20260101, 40000, 4000, 60
BANDS = (0.05, 0.25, 0.5, 0.75, 0.95)
RULE, BLIND, PERSISTENCE, TREND, LEVEL = "credibility", "blind", "persistence", "trend", "level"
NAMES = (RULE, BLIND, "fleets", "weather", TREND, LEVEL, PERSISTENCE)
SERIES = ("days", "vessels")
UNIT = {"days": "days", "vessels": "ships"}
SPANS = ("six years ahead", "one year ahead")
FREE_OF_RULE = frozenset({"tempo_cost", "tempo_precision"})
MIDDLE_YEAR, USUAL_STORMS = 2015, 7.0
# Held possible beforehand, normal (mean, sd): level on the log-odds (days) or log (ships a day) scale, and slopes.
LEVELS = {"days": (0.7, 1.2), "vessels": (0.9, 0.6)}
SLOPES = {"days": {"fleets": 1.0, "weather": 0.2, TREND: 0.25}, "vessels": {"fleets": 0.5, "weather": 0.1, TREND: 0.12}}
SPREADS = {
    "days": Distribution("lognormal", (25.0, 2.5, 2.0, 400.0)),
    "vessels": Distribution("lognormal", (30.0, 2.5, 2.0, 1000.0)),
}


@dataclass(frozen=True)
class Fit:
    """How one rival stands to the years fitted: best log likelihood, AICc, evidence, chance, draws that carry it."""

    name: str
    best: float
    aicc: float | None
    evidence: float
    chance: float
    draws: float


@dataclass(frozen=True)
class Score:
    """CRPS by year of one rival's forecasts, their bands [BANDS, year], and how many years came in the outer one."""

    name: str
    crps: np.ndarray
    bands: np.ndarray
    within: int

    @property
    def mean(self) -> float:
        return float(self.crps.mean())


def luck(*words: object) -> np.random.Generator:
    """A stream of its own for each purpose, so that one rival more moves no other's draws."""
    return np.random.default_rng([SEED, zlib.crc32(" ".join(map(str, words)).encode())])


def candidates(record: Record, what: str, draws: int, base: Ground | None = None) -> list[Candidate]:
    """All rivals for `days` or `vessels`, in the order of NAMES, as someone holding this record sees them."""
    base = base or ground(draws, record.years.size, luck("ground"))
    place = SERIES.index(what)
    found = []
    for name in NAMES:
        spread = np.asarray(SPREADS[what].ppf(luck(what, name, "spread").random(draws)))
        if name in (RULE, BLIND):
            expected = played(base, record if name == RULE else blind(record))[place]
            found.append(Candidate(name, expected, spread, 0))
        else:
            expected, free = _line(record, what, name, draws)
            found.append(Candidate(name, expected, spread, free, name == PERSISTENCE))
    return found


def _line(record: Record, what: str, name: str, draws: int) -> tuple[np.ndarray, int]:
    """Expectation [draw, year] of a straight line in what the rival looks at, and how many figures it frees."""
    rng = luck(what, name, "line")
    mean, deviation = LEVELS[what]
    level = mean + deviation * rng.standard_normal(draws)
    slope = SLOPES[what].get(name, 0.0) * rng.standard_normal(draws)
    scale = level[:, None] + slope[:, None] * _looked_at(record, name)[None, :]
    expected = 1.0 / (1.0 + np.exp(-scale)) if what == "days" else np.exp(scale)
    return expected, 3 if name in SLOPES[what] else 2


def _looked_at(record: Record, name: str) -> np.ndarray:
    if name == "fleets":
        return np.asarray(np.log(record.inputs["own_fleet"] / record.inputs["other_fleet"]) - np.log(2.0))
    if name == "weather":
        return record.inputs["storms"] - USUAL_STORMS
    return np.asarray(record.years - MIDDLE_YEAR, np.float64)


def fits(record: Record, what: str, until: int = LAST_FITTED, draws: int = DRAWS) -> list[Fit]:
    """How the rivals stand to the years up to `until`."""
    series = record.series(what)
    seen = series.until(until)
    all_of_them = candidates(record, what, draws)
    likelihood = [log_likelihood(series, one, seen) for one in all_of_them]
    evidence = [log_evidence(row) for row in likelihood]
    found = []
    for one, row, log, chance in zip(all_of_them, likelihood, evidence, chances(evidence), strict=True):
        best, free = float(row.max()), one.free
        if one.name in (RULE, BLIND):
            best, free = _best_with_two_free(record if one.name == RULE else blind(record), what, seen, draws), 3
        found.append(Fit(one.name, best, aicc(best, free, seen), log, float(chance), effective(row)))
    return found


def _best_with_two_free(record: Record, what: str, seen: int, draws: int) -> float:
    """Best log likelihood of the rule with all but cost and precision at their central values."""
    central = frozenset(param.name for param in TEMPO) - FREE_OF_RULE
    base = certain(ground(draws, record.years.size, luck("two free"), central))
    spread = np.asarray(SPREADS[what].ppf(luck(what, "two free").random(draws)))
    one = Candidate("", played(base, record)[SERIES.index(what)], spread, 3)
    return float(log_likelihood(record.series(what), one, seen).max())


def moved(record: Record, until: int, names: Sequence[str], draws: int = DRAWS) -> dict[str, np.ndarray]:
    """5, 50 and 95 % of the rule's figures after the days up to `until`; before any data where `until` is 0."""
    series, base = record.series("days"), ground(draws, record.years.size, luck("ground"))
    rule = candidates(record, "days", draws, base)[NAMES.index(RULE)]
    seen = series.until(until)
    places = chosen(log_likelihood(series, rule, seen), luck("moved", until)) if seen else np.arange(draws)
    return {name: np.quantile(base.figures[name][places], (0.05, 0.5, 0.95)) for name in names}


def apart(record: Record, what: str, draws: int = FEWER, tries: int = TRIES) -> np.ndarray:
    """Mean chance [truth, rival] that made-up years 2012-2018 give each rival."""
    series = record.series(what)
    return told_apart(series, candidates(record, what, draws), series.until(LAST_FITTED), tries, luck(what, "apart"))


def ahead(record: Record, what: str, held: bool = True, draws: int = DRAWS) -> list[Score]:
    """Six years foretold at once from 2018."""
    series = record.series(what)
    known = record.held(LAST_FITTED) if held else record
    return [
        _scored(series, one.name, _foretold(series, one, LAST_FITTED, series.years.size))
        for one in candidates(known, what, draws)
    ]


def step_by_step(record: Record, what: str, held: bool = True, draws: int = DRAWS) -> list[Score]:
    """Each year foretold from the one before, the rivals fitted anew each time."""
    series = record.series(what)
    base = ground(draws, record.years.size, luck("ground"))
    columns: dict[str, list[np.ndarray]] = {name: [] for name in NAMES}
    given = [] if held else candidates(record, what, draws, base)
    for origin in range(LAST_FITTED, int(series.years[-1])):
        for one in given or candidates(record.held(origin), what, draws, base):
            columns[one.name].append(_foretold(series, one, origin, series.until(origin) + 1))
    return [_scored(series, name, np.hstack(columns[name])) for name in NAMES]


def _foretold(series: Series, one: Candidate, origin: int, end: int) -> np.ndarray:
    seen = series.until(origin)
    return forecast(series, one, seen, end - seen, luck(one.name, origin, series.bounded))


def _scored(series: Series, name: str, draws: np.ndarray) -> Score:
    first = series.until(LAST_FITTED)
    came = series.counts[first : first + draws.shape[1]]
    bands = np.quantile(draws, BANDS, axis=0)
    crps = np.array([crps_sample(draws[:, n], float(count)) for n, count in enumerate(came)])
    return Score(name, crps, bands, int(np.sum((came >= bands[0]) & (came <= bands[-1]))))


def by_name(scores: Sequence[Score]) -> dict[str, Score]:
    """Scores by the rival's name."""
    return {score.name: score for score in scores}
