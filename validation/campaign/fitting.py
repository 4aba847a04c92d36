"""History matching of the campaign's judged figures to published studies, with any study left out.

Idea: draws from the judged ranges of judged.csv are fought in the settings of every study (no published figure is read
for that); a log-linear emulator learns what each figure comes to from them; a chain over the judged ranges keeps what
is near the published figures of the studies given to it. What it gives for a figure is an interval; where that is as
wide as before, the studies do not identify it.

    log density(z) = - |z|**2 / 2 - sum over figures (log of ours over published / tolerance)**2 / 2
    z: normal score of each figure in its judged range; tolerance: log(1 + what counts as a hit)
Chain: preconditioned Crank-Nicolson, many chains at once, seeded. Effects of levers are not among the figures fitted.
Units: z in standard deviations; ours over published. Reads: judged.csv. Writes: nothing.
Source: craig_1997 (history matching), mccullagh_nelder_1989 (the emulator).
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.stats import norm

from kaname.analysis.history_matching import IDENTIFIED, Emulator, features, fitted, interval, latin
from kaname.compile.baseline import Baseline
from validation.campaign.figures import Published, tolerance_of
from validation.campaign.studies import RATIOS, STUDIES, Runs
from validation.places import tell

JUDGED = Path(__file__).with_name("judged.csv")
POINTS, SEED, BLOCK = 5000, 1, 2000
CHAINS, STEPS, BURN, MOVE = 200, 1500, 500, 0.12
INSIDE = 1e-6
LEAST = 1e-3
"""Means are at least this before their logarithm is taken."""


@dataclass(frozen=True)
class Judged:
    """A judged figure that may be fitted: its triangular range before any study was held against it."""

    name: str
    low: float
    middle: float
    high: float

    def value(self, z: np.ndarray) -> np.ndarray:
        """Return the figure at normal scores float64[...]."""
        u, whole = norm.cdf(z), self.high - self.low
        rise, fall = self.middle - self.low, self.high - self.middle
        below = self.low + np.sqrt(u * whole * rise)
        return np.asarray(np.where(u < rise / whole, below, self.high - np.sqrt((1.0 - u) * whole * fall)))


@dataclass(frozen=True)
class Learnt:
    """What the settings of the studies come to over the judged ranges: one emulator a study, no published figure."""

    judged: tuple[Judged, ...]
    emulators: Mapping[str, tuple[tuple[str, ...], Emulator]]

    def means(self, studies: Sequence[str], z: np.ndarray) -> dict[str, np.ndarray]:
        """Return the mean of every figure of the studies at normal scores float64[point, figure]."""
        means: dict[str, np.ndarray] = {}
        for study in studies:
            names, emulator = self.emulators[study]
            logs = features(z, emulator.pairs) @ emulator.coefficients
            means |= {name: np.exp(logs[:, n]) for n, name in enumerate(names)}
        return means | {name: means[over] / means[under] for name, (over, under) in RATIOS.items() if over in means}


@dataclass(frozen=True)
class Fit:
    """Draws after the fit, float64[draw, figure] of normal scores, and the studies it has read."""

    judged: tuple[Judged, ...]
    studies: tuple[str, ...]
    z: np.ndarray

    def figures(self) -> list[dict[str, Any]]:
        """Return each figure's range before and its 5th, 50th and 95th percentile after, and whether it narrowed."""
        rows = []
        for n, figure in enumerate(self.judged):
            ends = interval(self.z[:, n])
            width = (ends[2] - ends[0]) / (2.0 * norm.ppf(0.95))
            low, middle, high = (float(figure.value(np.array(end))) for end in ends)
            rows.append({
                "figure": figure.name, "judged": [figure.low, figure.middle, figure.high],
                "fitted": [low, middle, high], "width": float(width), "identified": bool(width < IDENTIFIED),
            })  # fmt: skip
        return rows

    def drawn(self, runs: int, seed: int) -> dict[str, np.ndarray]:
        """Return draws of every figure, float64[run], from what the fit has left."""
        z = self.z[np.random.default_rng(seed).integers(0, len(self.z), runs)]
        return {figure.name: figure.value(z[:, n]) for n, figure in enumerate(self.judged)}


def judged_figures(path: Path = JUDGED) -> tuple[Judged, ...]:
    """Return the figures of judged.csv."""
    with path.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    return tuple(Judged(r["figure"], float(r["low"]), float(r["middle"]), float(r["high"])) for r in rows)


def learn(ground: Baseline, points: int = POINTS, seed: int = SEED) -> Learnt:
    """Fight draws from the judged ranges in the settings of every study, and learn what they come to."""
    judged = judged_figures()
    z = norm.ppf(np.clip(latin(points, len(judged), np.random.default_rng(seed)), INSIDE, 1.0 - INSIDE))
    counted: dict[str, dict[str, list[np.ndarray]]] = {study: {} for study in STUDIES}
    for begin in range(0, points, BLOCK):
        part = z[begin : begin + BLOCK]
        tell(f"  draws {begin} to {begin + len(part)} of {points}")
        drawn = {figure.name: figure.value(part[:, n]) for n, figure in enumerate(judged)}
        for study, settings in STUDIES.items():
            for name, runs in settings(ground, Runs(len(part), seed + begin, drawn)).items():
                counted[study].setdefault(name, []).append(runs)
    emulators = {}
    for study, figures in counted.items():
        events = np.column_stack([np.concatenate(parts) for parts in figures.values()])
        emulators[study] = (tuple(figures), fitted(z, events, 1.0, ()))
    return Learnt(judged, emulators)


def fit(learnt: Learnt, figures: Sequence[Published], seed: int = SEED) -> Fit:
    """Return what the published figures given leave of the judged ranges; no other published figure is read."""
    studies = tuple(dict.fromkeys(figure.source for figure in figures))
    rng = np.random.default_rng(seed)
    z = rng.standard_normal((CHAINS, len(learnt.judged)))
    now, kept = _misfit(learnt, studies, figures, z), []
    for step in range(STEPS):
        tried = np.sqrt(1.0 - MOVE**2) * z + MOVE * rng.standard_normal(z.shape)
        then = _misfit(learnt, studies, figures, tried)
        moved = np.log(rng.random(CHAINS)) < now - then
        z, now = np.where(moved[:, None], tried, z), np.where(moved, then, now)
        if step >= BURN and step % 20 == 0:
            kept.append(z)
    return Fit(learnt.judged, studies, np.concatenate(kept))


def _misfit(learnt: Learnt, studies: Sequence[str], figures: Sequence[Published], z: np.ndarray) -> np.ndarray:
    means, total = learnt.means(studies, z), np.zeros(len(z))
    for figure in figures:
        apart = np.log(np.maximum(means[figure.id], LEAST) / figure.published)
        if figure.rule == "least":
            apart = np.minimum(apart, 0.0)
        total += (apart / tolerance_of(figure)) ** 2 / 2.0
    return total
