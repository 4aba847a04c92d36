"""Reasons in sentences: conditions, figures, mechanisms, theories, and what would move the verdict.

Idea: each sentence is made from the numbers that it speaks of; a figure has its description, and its name so that
it can be looked up (`kaname evidence list`). Reads: reasons. Writes: nothing. Units: those of the figures.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from kaname.compile.sampling import Sampled
from kaname.study.claims.boxes import Box, Condition
from kaname.study.claims.clash import Clash
from kaname.study.claims.corner_draws import MIDDLE
from kaname.study.claims.ends import STANDS, TURNS, Driven
from kaname.study.claims.ranks import Leaning
from kaname.study.claims.reasons import Held, Move, UnderTheory

Figures = Mapping[str, Sampled]


def figure_words(column: str, figures: Figures) -> str:
    """Return what a sampled figure is, in a sentence without its stop."""
    one = figures.get(column)
    return one.declared.sentence.rstrip(".") if one else column.removeprefix("u.").replace("_", " ")


def condition_words(one: Condition, figures: Figures) -> str:
    """Return a condition in words: the figure's name and the range it must lie in."""
    name, low, high = one.column.removeprefix("u."), one.low, one.high
    sampled = figures.get(one.column)
    kind = sampled.figure.distribution if sampled else None
    if kind is not None and kind.kind == "switch":
        told = [word for place, word in enumerate(kind.names) if low <= place <= high]
        return f"{name} is {' or '.join(told)}"
    times = " times its middle value" if sampled is not None and sampled.figure.spread is not None else ""
    if low > -math.inf and high < math.inf:
        return f"{name} lies between {low:.3g} and {high:.3g}{times}"
    return f"{name} is {'above' if low > -math.inf else 'below'} {low if low > -math.inf else high:.3g}{times}"


def box_words(box: Box | None, what: str, figures: Figures) -> str:
    """Return a box in a sentence with coverage and density; empty where none is found. what: `fails` or `holds`."""
    if box is None or not box.found:
        return ""
    where = " and ".join(condition_words(one, figures) for one in box.conditions)
    return (f"It {what} in {box.density:.0%} of the worlds where {where}, against {box.base:.0%} of all; that covers "
            f"{box.coverage:.0%} of the worlds in which it {what}.")  # fmt: skip


def leaning_words(one: Leaning, unit: str, figures: Figures) -> str:
    """Return how an effect goes with a figure."""
    return (f"{figure_words(one.column, figures)} ({one.column.removeprefix('u.')}): r {one.r:+.2f}; as claimed by "
            f"{one.low:+.3g} {unit} in the lowest third of worlds and {one.high:+.3g} in the highest.")  # fmt: skip


def held_words(one: Held) -> str:
    """Return what is left of an effect with a mechanism held at its start."""
    if one.left <= -0.005:
        return f"{one.name}: held at its start, the effect turns round ({one.left:+.0%} of it)."
    return f"{one.name}: held at its start, {max(0.0, one.left):.0%} of the effect is left."


def theory_words(one: UnderTheory, unit: str) -> str:
    """Return the effect under a theory with its interval."""
    low, high = one.found.interval(0.95)
    name = one.theory.name.replace("_", " ")
    return f"{name}: {one.found.mean:+.3g} {unit} ({low:+.3g} to {high:+.3g}). {one.theory.says}"


def move_words(one: Move, figures: Figures) -> str:
    """Return what would move the verdict."""
    condition = Condition(one.column, *((-math.inf, one.bound) if one.side == "below" else (one.bound, math.inf)))
    return (f"Were it known that {condition_words(condition, figures)} ({figure_words(one.column, figures)}), the "
            f"verdict would be: {one.verdict}.")  # fmt: skip


def ends_words(driven: Driven) -> str:
    """Return what became of a line whose figures were driven to their ends."""
    if driven.found == TURNS and driven.where:
        name, side = driven.where.replace("_", " "), "low" if driven.end < MIDDLE else "high"
        return f"It can be turned: with {name} at its {side} end the effect is against the claim."
    if driven.found == TURNS:
        return "It can be turned: in a corner of the priors, every figure at one of its ends, it is against the claim."
    result = "it stands" if driven.found == STANDS else "no more can be told"
    return f"Figures were driven to their ends in {driven.tried} corners; in the worst of them {result}."


def unmoved_words(moves: Sequence[Move], verdict: str, needed: int | None) -> str:
    """Return the sentence where no single figure would move the verdict."""
    if moves:
        return ""
    if verdict == "cannot tell" and needed:
        return f"No single figure would settle it; about {needed:,} futures an arm would tell the sign."
    return "No single figure, known to lie in its lowest or highest third, would move the verdict."


def clash_words(pair: Clash, figures: Figures) -> list[str]:
    """Return a clash in sentences: who leads and where, what explains it, what would settle it."""
    first, second = pair.first.claim, pair.second.claim
    low, high = pair.lead.interval(0.95)
    leader = "neither leads clearly"
    if low > 0.0 or high < 0.0:
        leader = f"{(first if pair.lead.mean > 0.0 else second).author} leads"
    words = [f"{first.id} ({pair.first.verdict}) against {second.id} ({pair.second.verdict}): {leader}; by effects "
             f"over what matters the lead of {first.author} is {pair.lead.mean:+.2f} ({low:+.2f} to {high:+.2f}), and "
             f"it is ahead in {pair.lead.share:.0%} of worlds."]  # fmt: skip
    for number, figure in enumerate(pair.figures, 1):
        words.append(f"Assumption {number}: {figure_words(figure.column, figures)} "
                     f"({figure.column.removeprefix('u.')}); lead {figure.low:+.2f} in the lowest third of worlds, "
                     f"{figure.high:+.2f} in the highest.")  # fmt: skip
    if pair.figures:
        words.append(f"Together they explain {pair.explained:.0%} of what worlds' leads differ by beyond chance.")
    else:
        words.append("No figure clearly goes with the lead: what decides between them is not any one assumption.")
    settles = pair.settles
    if settles is not None:
        words.append(f"What would settle it: an observation of {settles.column.removeprefix('u.')}; below "
                     f"{settles.low_third:.3g} one is ahead, above {settles.high_third:.3g} the other.")  # fmt: skip
    else:
        words.append("No single figure known would put the one ahead where it is low and the other where it is high.")
    return words
