"""Worlds in which a claim fails: one to three simple conditions on figures, found on half of the worlds, tried on the
rest.

Idea: the patient rule induction method peels a thin slice off one side of one figure at a time, whichever leaves the
largest share of the worlds looked for; the box kept is the one with the best harmonic mean of coverage (share of those
worlds that lie in it) and density (share of its worlds that are such). Conditions that do little are dropped. What is
reported of a box is measured on worlds that it was not found in, and a box that is not surely denser there than all
worlds is not reported. A shallow tree, which cuts and does not peel, is grown beside it as a second opinion.
Formulas: F = 2 coverage density / (coverage + density). Units: those of the figures. Reads, writes: nothing.
Source: Friedman and Fisher 1999 (PRIM); Bryant and Lempert 2010 (coverage and density); Breiman et al. 1984 (trees).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kaname.core.intervals import share_interval
from kaname.study.claims.ranks import correlations

PEEL = 0.05
MOST_CONDITIONS = 3
CANDIDATES = 12
SMALLEST_BOX = 0.05
FEWEST = 20
"""Worlds of either kind below which nothing is looked for."""
WORTH = 0.02
"""Loss of F at which a condition is kept."""
CUTS = 39
"""Places at which a tree may cut a figure: its quantiles."""


@dataclass(frozen=True)
class Condition:
    """A figure and the range that it must lie in; low or high is infinite where there is no such bound."""

    column: str
    low: float
    high: float

    def met(self, values: np.ndarray) -> np.ndarray:
        """Return bool[world]: where the figure lies in the range."""
        return (values >= self.low) & (values <= self.high)


@dataclass(frozen=True)
class Box:
    """Conditions that hold together. coverage, density: on worlds that the box was not found in; base: share of the
    worlds looked for among all of those; low: lower end of the density's 95 % interval."""

    conditions: tuple[Condition, ...]
    coverage: float
    density: float
    base: float
    low: float

    @property
    def found(self) -> bool:
        """Return whether the box is surely denser than all worlds."""
        return bool(self.conditions) and self.low > self.base


@dataclass(frozen=True)
class Worlds:
    """Figures by column, float64[world], and which worlds are looked for, bool[world]."""

    figures: Mapping[str, np.ndarray]
    wanted: np.ndarray

    def part(self, rows: np.ndarray) -> Worlds:
        """Return some of the worlds."""
        return Worlds({name: values[rows] for name, values in self.figures.items()}, self.wanted[rows])

    def only(self, columns: Sequence[str]) -> Worlds:
        """Return the worlds with some of the figures."""
        return Worlds({name: self.figures[name] for name in columns}, self.wanted)


def box_of(figures: Mapping[str, np.ndarray], wanted: np.ndarray, effect: np.ndarray) -> Box | None:
    """Return the box of the worlds looked for, None where there are too few of either kind.

    figures: column -> float64[world]; wanted: bool[world]; effect: float64[world], by whose rank correlation figures
    are chosen that are tried at all.
    """
    if min(int(wanted.sum()), int((~wanted).sum())) < FEWEST:
        return None
    here, there = halves(len(wanted))
    worlds = Worlds(figures, wanted)
    names = candidates(worlds.part(here).figures, effect[here])
    conditions = _peeled(worlds.part(here).only(names))
    conditions = _dropped(worlds.part(here), conditions)
    kept = [condition.column for condition in conditions]
    if kept:
        conditions = _dropped(worlds.part(here), _peeled(worlds.part(here).only(kept)))
    return _measured(worlds.part(there), conditions)


def tree_of(figures: Mapping[str, np.ndarray], wanted: np.ndarray, effect: np.ndarray) -> Box | None:
    """Return the best leaf of a shallow tree as a box, measured like one; None as in `box_of`."""
    if min(int(wanted.sum()), int((~wanted).sum())) < FEWEST:
        return None
    here, there = halves(len(wanted))
    worlds = Worlds(figures, wanted)
    names = candidates(worlds.part(here).figures, effect[here])
    part = worlds.part(here).only(names)
    leaves = _leaves(part, np.ones(len(part.wanted), bool), (), MOST_CONDITIONS)
    best = max(leaves, key=lambda conditions: score(part, conditions))
    return _measured(worlds.part(there), _merged(best))


def halves(worlds: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the worlds in which conditions are found, and those in which they are tried: every other one."""
    rows = np.arange(worlds)
    return rows[::2], rows[1::2]


def candidates(figures: Mapping[str, np.ndarray], effect: np.ndarray) -> list[str]:
    """Return the figures by whose ranks the effect goes most, the strongest first."""
    strength = correlations(figures, effect)
    return sorted(strength, key=lambda name: -abs(strength[name]))[:CANDIDATES]


def inside(worlds: Worlds, conditions: Sequence[Condition]) -> np.ndarray:
    """Return bool[world]: where all conditions hold."""
    found = np.ones(len(worlds.wanted), bool)
    for condition in conditions:
        found &= condition.met(worlds.figures[condition.column])
    return found


def score(worlds: Worlds, conditions: Sequence[Condition]) -> float:
    """Return F of the box in these worlds."""
    rows = inside(worlds, conditions)
    hits = int(worlds.wanted[rows].sum())
    return 2.0 * hits / (int(rows.sum()) + int(worlds.wanted.sum())) if hits else 0.0


def _peeled(worlds: Worlds) -> list[Condition]:
    """Conditions of the best box on the way of peeling."""
    bounds: dict[str, tuple[float, float]] = dict.fromkeys(worlds.figures, (-math.inf, math.inf))
    rows = np.ones(len(worlds.wanted), bool)
    best, kept = score(worlds, ()), dict(bounds)
    while rows.mean() > SMALLEST_BOX:
        step = _best_peel(worlds, rows, bounds)
        if step is None:
            break
        name, bounds[name] = step
        rows = inside(worlds, _conditions(bounds))
        now = score(worlds, _conditions(bounds))
        if now > best:
            best, kept = now, dict(bounds)
    return _conditions(kept)


def _best_peel(
    worlds: Worlds, rows: np.ndarray, bounds: Mapping[str, tuple[float, float]]
) -> tuple[str, tuple[float, float]] | None:  # fmt: skip
    """Return the slice whose loss leaves the densest box: the figure and its new range."""
    best, peel = worlds.wanted[rows].mean() - 1e-12, None
    for name, values in worlds.figures.items():
        own = values[rows]
        low, high = bounds[name]
        for bound in (_above(own), _below(own)):
            low_, high_ = (bound[0], high) if bound[0] > -math.inf else (low, bound[1])
            left = (own >= low_) & (own <= high_)
            if left.sum() < FEWEST / 2 or left.all():
                continue
            mean = worlds.wanted[rows][left].mean()
            if mean > best:
                best, peel = mean, (name, (low_, high_))
    return peel


def _above(values: np.ndarray) -> tuple[float, float]:
    """Return the range without the lowest slice."""
    edge = np.quantile(values, PEEL)
    higher = values[values > edge]
    return (float(higher.min()) if higher.size else float(edge), math.inf)


def _below(values: np.ndarray) -> tuple[float, float]:
    edge = np.quantile(values, 1.0 - PEEL)
    lower = values[values < edge]
    return (-math.inf, float(lower.max()) if lower.size else float(edge))


def _conditions(bounds: Mapping[str, tuple[float, float]]) -> list[Condition]:
    return [Condition(name, low, high) for name, (low, high) in bounds.items() if low > -math.inf or high < math.inf]


def _dropped(worlds: Worlds, conditions: Sequence[Condition]) -> list[Condition]:
    """Conditions without those that do little, and no more than the most."""
    kept = list(conditions)
    while kept:
        without = {place: score(worlds, kept[:place] + kept[place + 1 :]) for place in range(len(kept))}
        least = max(without, key=lambda place: without[place])
        if len(kept) <= MOST_CONDITIONS and without[least] < score(worlds, kept) - WORTH:
            break
        del kept[least]
    return kept


def _measured(worlds: Worlds, conditions: Sequence[Condition]) -> Box:
    rows = inside(worlds, conditions)
    hits, size, wanted = int(worlds.wanted[rows].sum()), int(rows.sum()), int(worlds.wanted.sum())
    density, low, _ = share_interval(hits, size) if size else (0.0, 0.0, 1.0)
    return Box(tuple(conditions), hits / wanted if wanted else 0.0, density, wanted / len(worlds.wanted), low)


def _leaves(worlds: Worlds, rows: np.ndarray, way: tuple[Condition, ...], depth: int) -> list[tuple[Condition, ...]]:
    """Return all leaves below a node, each as the conditions on its way."""
    cut = _best_cut(worlds, rows) if depth else None
    if cut is None:
        return [way]
    name, at = cut
    values = worlds.figures[name]
    leaves: list[tuple[Condition, ...]] = [way]
    for one in (Condition(name, -math.inf, at), Condition(name, math.nextafter(at, math.inf), math.inf)):
        leaves += _leaves(worlds, rows & one.met(values), (*way, one), depth - 1)
    return leaves


def _best_cut(worlds: Worlds, rows: np.ndarray) -> tuple[str, float] | None:
    """Return the figure and place whose cut leaves the least Gini impurity."""
    wanted, least = worlds.wanted[rows], max(FEWEST / 2, SMALLEST_BOX * len(rows))
    best, cut = _impurity(wanted) - 1e-9, None
    for name, values in worlds.figures.items():
        own = values[rows]
        for at in np.unique(np.quantile(own, np.arange(1, CUTS + 1) / (CUTS + 1.0))) if own.size else ():
            left = own <= at
            if min(left.sum(), (~left).sum()) < least:
                continue
            impurity = _impurity(wanted[left]) + _impurity(wanted[~left])
            if impurity < best:
                best, cut = impurity, (name, float(at))
    return cut


def _impurity(wanted: np.ndarray) -> float:
    share = wanted.mean() if wanted.size else 0.0
    return float(wanted.size * share * (1.0 - share))


def _merged(conditions: Sequence[Condition]) -> list[Condition]:
    """Conditions with one range a figure."""
    bounds: dict[str, tuple[float, float]] = {}
    for condition in conditions:
        low, high = bounds.get(condition.column, (-math.inf, math.inf))
        bounds[condition.column] = (max(low, condition.low), min(high, condition.high))
    return _conditions(bounds)
