"""Outcomes, by which a future is judged and explained; declared where they are measured (`model.engine.outcomes`).

Ends are what a bargain is judged by; means explain and never rank. `good` says in which direction a state is better
off: 1 higher, -1 lower, 0 no direction of its own (as for China's arsenal seen from nowhere in particular).
They are written in the order of the list, dims laid out in axis order (`model.engine.measure`). Views of deterrence are
measured in the futures in which `deterrence_viewed` is 1 and hold 0 in the others: only sums over the former mean
anything. How large a difference must be to matter, and which outcomes are money, stands here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

from kaname.words.collected.outcomes import OUTCOMES
from kaname.words.declare import Outcome

__all__ = ["BY_NAME", "OUTCOMES", "Outcome", "columns", "outcome_words"]
SMALLEST_EFFECT = 0.1
"""The smallest effect that matters, in standard deviations of things as they are across futures. A judgement: half of
what is by custom called a small effect; of two futures, one with it and one without, the first is the larger in 53 of
100 draws."""
MONEY = ("spending", "burden", "debt_ally")
FATE = ("levers_offered", "levers_agreed", "levers_in_force", "levers_lapsed")
"""What became of the steps that a bargain asks for, in the order of their way."""
ABOUT_THE_RUN = (*FATE, "tremble_wars", "tremble_share", "rounds", "deterrence_viewed")
"""Outcomes that count the steps of a bargain or the workings of the model, and no end or cause."""
BY_NAME = {outcome.name: outcome for outcome in OUTCOMES}


def columns(axes: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return column names in the order in which they are written: `name`, `name.member` or `name.member.member`."""
    return tuple(
        ".".join((outcome.name, *members))
        for outcome in OUTCOMES
        for members in product(*(axes[dim] for dim in outcome.dims))
    )


def outcome_words(name: str) -> str:
    """Return an outcome's name in words: its label, or its own name with spaces; also for a name that is no outcome."""
    known = BY_NAME.get(name)
    return known.label if known and known.label else name.replace("_", " ").strip()
