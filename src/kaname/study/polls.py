"""What a pollster would hear where a public holds a view: the measurement equation of a house and its mode.

    logit(answer) = logit(view) + house;   answer + excess sqrt(answer (1 - answer) / asked) normal
    house = logit(last answer of the house before the start) - logit(view at the start)
A house that had not asked before the start has the effect of the one that had, give or take `spread` logits, drawn
once for a future; where none had, its effect is drawn around nought. So a poll says how a view moves, and not how
high it stands. The error of polls is about twice that of chance alone (`excess`).

Units: shares, logits. Reads, writes: nothing. Chance: a generator that the caller seeds.
Source: jackman_2005 (house effects), shirani_mehr_2018 (excess).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

EDGE = 1e-4


def logit(share: np.ndarray | float) -> np.ndarray:
    """Return log odds of shares, kept a hair inside 0..1."""
    inside = np.clip(share, EDGE, 1.0 - EDGE)
    return np.asarray(np.log(inside / (1.0 - inside)))


def answers(
    views: np.ndarray, at_start: float, houses: Sequence[str], before: Mapping[str, float], spread: float, asked: int,
    excess: float, rng: np.random.Generator,
) -> np.ndarray:  # fmt: skip
    """Return what is heard, float64[future, year], from views float64[future, year].

    at_start: the view at the start; houses: who asks in each year; before: house -> its last answer before the start.
    """
    known = {house: float(logit(answer) - logit(at_start)) for house, answer in before.items()}
    middle = float(np.mean(list(known.values()))) if known else 0.0
    count = len(views)
    effects = {
        house: np.full(count, known[house]) if house in known else middle + spread * rng.standard_normal(count)
        for house in dict.fromkeys(houses)
    }
    heard = 1.0 / (1.0 + np.exp(-(logit(views) + np.column_stack([effects[house] for house in houses]))))
    noise = excess * np.sqrt(heard * (1.0 - heard) / asked) * rng.standard_normal(heard.shape)
    return np.asarray(np.clip(heard + noise, 0.0, 1.0))
