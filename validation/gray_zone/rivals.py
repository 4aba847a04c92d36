"""Rival explanations of a short yearly series: which of them the data favour, and what each would have foretold.

Idea: every rival is reduced to what it expects of each year in each draw from what was held possible beforehand, and a
spread. Then all are treated alike:
  days      beta-binomial: count of `exposure` days, share mu, variance that of a share with concentration `spread`
  vessels   negative binomial: mean exposure x rate, variance mean + mean**2 / spread
  evidence  log of the likelihood averaged over the draws        chance[i] = e**evidence[i] / sum of e**evidence
  posterior draws weighted by likelihood;   AICc = 2k - 2 log L + 2k(k + 1) / (n - k - 1), none where n <= k + 1
A rival that carries on expects of each year what was seen (or, further ahead, foretold) in the year before.

Clock: years. Units: counts. Reads, writes: nothing. Source: kass_raftery_1995 (evidence); Hurvich and Tsai 1989 (AICc).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

INSIDE = 1e-3
DRAWS_OF_A_FORECAST = 4000


@dataclass(frozen=True)
class Series:
    """Yearly counts [year] and the days each could cover; bounded: at most one a day."""

    years: np.ndarray
    counts: np.ndarray
    exposure: np.ndarray
    bounded: bool

    def until(self, year: int) -> int:
        """How many years of the series are not after `year`."""
        return int(np.sum(self.years <= year))


@dataclass(frozen=True)
class Candidate:
    """One rival: what it expects a day [draw, year] (share or rate), its spread [draw], how many figures are free.

    carries: only the first year's expectation is used, every later one is the count of the year before.
    free: 0 where the free figures are not countable.
    """

    name: str
    expected: np.ndarray
    spread: np.ndarray
    free: int
    carries: bool = False


def log_likelihood(series: Series, candidate: Candidate, seen: int) -> np.ndarray:
    """Log likelihood [draw] of the first `seen` counts."""
    total = np.zeros(candidate.spread.size)
    for n in range(seen):
        total += _log_chance(series, n, _expectation(series, candidate, n), candidate.spread)
    return total


def _expectation(series: Series, candidate: Candidate, n: int) -> np.ndarray:
    if not candidate.carries or n == 0:
        return candidate.expected[:, n]
    return np.full(candidate.spread.size, series.counts[n - 1] / series.exposure[n - 1])


def _log_chance(series: Series, n: int, expected: np.ndarray, spread: np.ndarray) -> np.ndarray:
    from scipy.special import betaln, gammaln

    count, exposure = float(series.counts[n]), float(series.exposure[n])
    if series.bounded:
        a, b = _beta(expected, spread)
        ways = gammaln(exposure + 1) - gammaln(count + 1) - gammaln(exposure - count + 1)
        return np.asarray(ways + betaln(count + a, exposure - count + b) - betaln(a, b))
    mean = np.maximum(expected, INSIDE) * exposure
    ways = gammaln(count + spread) - gammaln(spread) - gammaln(count + 1)
    return np.asarray(ways + spread * np.log(spread / (spread + mean)) + count * np.log(mean / (spread + mean)))


def _beta(expected: np.ndarray, spread: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    share = np.clip(expected, INSIDE, 1.0 - INSIDE)
    return share * spread, (1.0 - share) * spread


def log_evidence(likelihood: np.ndarray) -> float:
    """Log of the likelihood averaged over draws [draw] of what was held possible beforehand."""
    best = float(likelihood.max())
    return best + float(np.log(np.exp(likelihood - best).mean()))


def chances(evidence: Sequence[float]) -> np.ndarray:
    """Chance of each rival after the data, each having had the same chance before."""
    shifted = np.exp(np.asarray(evidence) - max(evidence))
    return np.asarray(shifted / shifted.sum())


def aicc(best: float, free: int, counts: int) -> float | None:
    """Akaike's criterion corrected for short series; None where there are too few counts for so many figures."""
    if free == 0 or counts <= free + 1:
        return None
    return 2.0 * free - 2.0 * best + 2.0 * free * (free + 1.0) / (counts - free - 1.0)


def chosen(likelihood: np.ndarray, rng: np.random.Generator, size: int = DRAWS_OF_A_FORECAST) -> np.ndarray:
    """Places of `size` draws from the posterior: systematic resampling by likelihood."""
    weights = np.exp(likelihood - likelihood.max())
    reached = np.cumsum(weights) / weights.sum()
    places = np.searchsorted(reached, (np.arange(size) + rng.random()) / size)
    return np.asarray(rng.permutation(np.minimum(places, weights.size - 1)))


def effective(likelihood: np.ndarray) -> float:
    """How many draws carry the posterior."""
    weights = np.exp(likelihood - likelihood.max())
    return float(weights.sum() ** 2 / np.sum(weights**2))


def forecast(series: Series, candidate: Candidate, seen: int, ahead: int, rng: np.random.Generator) -> np.ndarray:
    """Counts [draw, year] foretold for the `ahead` years after the first `seen`, by the posterior of those."""
    places = chosen(log_likelihood(series, candidate, seen), rng)
    return made(series, candidate, places, range(seen, seen + ahead), rng)


def made(
    series: Series, candidate: Candidate, places: np.ndarray, years: range, rng: np.random.Generator
) -> np.ndarray:
    """Counts [place, year] drawn from the candidate at some of its draws, for a run of years of the series."""
    out = np.zeros((places.size, len(years)))
    spread = candidate.spread[places]
    for column, n in enumerate(years):
        expected = candidate.expected[places, n]
        if candidate.carries and column > 0:
            expected = out[:, column - 1] / series.exposure[n - 1]
        elif candidate.carries and n > 0:
            expected = np.full(places.size, series.counts[n - 1] / series.exposure[n - 1])
        out[:, column] = _drawn(series, n, expected, spread, rng)
    return out


def _drawn(series: Series, n: int, expected: np.ndarray, spread: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    exposure = int(series.exposure[n])
    if series.bounded:
        return np.asarray(rng.binomial(exposure, rng.beta(*_beta(expected, spread))), np.float64)
    mean = np.maximum(expected, INSIDE) * exposure
    return np.asarray(rng.poisson(rng.gamma(spread, mean / spread)), np.float64)


def told_apart(
    series: Series, candidates: Sequence[Candidate], seen: int, tries: int, rng: np.random.Generator
) -> np.ndarray:
    """Mean chance [truth, rival] that made-up series of the same length give each rival, by which rival made them.

    Each series is made by a draw from the posterior of its maker. A matrix near to the unit matrix says that so many
    years tell the rivals apart; rows near to equal say that they do not.
    """
    found = np.zeros((len(candidates), len(candidates)))
    for row, truth in enumerate(candidates):
        places = chosen(log_likelihood(series, truth, seen), rng, tries)
        for counts in made(series, truth, places, range(seen), rng):
            whole = np.concatenate([counts, series.counts[seen:]])
            other = replace(series, counts=whole)
            found[row] += chances([log_evidence(log_likelihood(other, one, seen)) for one in candidates])
    return found / tries
