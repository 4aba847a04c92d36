"""Poll answers of a public that holds a view: the measurement equation of a house and its mode.

    logit(answer) = logit(view) + house + walk;   answer + excess sqrt(answer (1 - answer) / asked) normal
    house = logit(last answer of the house before the start) - logit(view at the start)
A house that had not asked before the start has the effect of the one that had, give or take `spread` logits, drawn
once for a future; where none had, its effect is drawn around nought. So a poll says how a view moves, and not how
high it stands. What a question measures beside the view wanders (`walk`, a random walk from the last poll on): how far
in a year is the middle change of all questions put twice by one house before the start, in logits over the root of the
years between, so that one question's jump does not set the others'. The error of polls is about twice that of chance
alone (`excess`).

Units: shares, logits. Reads, writes: nothing. Chance: a generator that the caller seeds.
Source: jackman_2005 (house effects), shirani_mehr_2018 (excess).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import NormalDist

import numpy as np

EDGE = 1e-4
MIDDLE_SQUARE = NormalDist().inv_cdf(3.0 / 4.0) ** 2
"""Median of the square of a standard normal."""


def logit(share: np.ndarray | float) -> np.ndarray:
    """Return log odds of shares, kept a hair inside 0..1."""
    inside = np.clip(share, EDGE, 1.0 - EDGE)
    return np.asarray(np.log(inside / (1.0 - inside)))


def answers(
    views: np.ndarray, at_start: float, houses: Sequence[str], before: Mapping[str, float], spread: float, asked: int,
    excess: float, rng: np.random.Generator, wander: float = 0.0, ahead: Sequence[int] = (),
) -> np.ndarray:  # fmt: skip
    """Return what is heard, float64[future, year], from views float64[future, year].

    at_start: the view at the start; houses: who asks in each year; before: house -> its last answer before the start;
    wander: logits in a year; ahead: years of each answer behind the last one before the start.
    """
    known = {house: float(logit(answer) - logit(at_start)) for house, answer in before.items()}
    middle = float(np.mean(list(known.values()))) if known else 0.0
    count = len(views)
    effects = {
        house: np.full(count, known[house]) if house in known else middle + spread * rng.standard_normal(count)
        for house in dict.fromkeys(houses)
    }
    apart = np.column_stack([effects[house] for house in houses])
    if wander:
        gaps = np.sqrt(np.diff([0, *ahead]).astype(np.float64))
        apart = apart + wander * np.cumsum(gaps * rng.standard_normal(views.shape), axis=1)
    heard = 1.0 / (1.0 + np.exp(-(logit(views) + apart)))
    noise = excess * np.sqrt(heard * (1.0 - heard) / asked) * rng.standard_normal(heard.shape)
    return np.asarray(np.clip(heard + noise, 0.0, 1.0))


def wander_of(asked: Sequence[Mapping[int, float]]) -> float:
    """Return how far answers wander in a year, in logits: the middle of squared changes, as of a normal; 0 of none.

    asked: answers by year of one house to one question, one mapping for each.
    """
    squares = []
    for answers_of in asked:
        years = sorted(answers_of)
        steps = zip(years, years[1:], strict=False)
        squares += [
            float(logit(answers_of[later]) - logit(answers_of[sooner])) ** 2 / (later - sooner)
            for sooner, later in steps
        ]
    return float(np.sqrt(np.median(squares) / MIDDLE_SQUARE)) if squares else 0.0
