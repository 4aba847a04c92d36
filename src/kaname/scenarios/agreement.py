"""Agreement of two coders who read an author's prose as levers.

Idea: each lever that either coder moves is a case; a coder who leaves it alone reads it at its start. Values are
movements from the start as a share of the lever's scale, so that levers of different units stand side by side.
Formula: both = levers coded by both / levers coded by either; same direction = of those coded by both, the share whose
signs agree; difference = mean |a - b|, over those coded by both and over all cases;
    alpha = 1 - observed / expected disagreement, with squared differences (interval data):
    observed = sum over cases of pairs within the case / (m_u - 1), expected = all pairs of all values, both per value.
alpha is 1 for perfect agreement and 0 for chance; where all values are one and the same it does not exist.
Units: shares of a scale. Reads, writes: nothing. Source: Krippendorff 2004, chapter 11 (recalled, not read).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

PAIR = 2


@dataclass(frozen=True)
class Agreement:
    """Agreement of two coders; None where it is undefined."""

    either: int
    both: int
    same_direction: int
    difference_of_both: float | None
    difference_of_all: float | None
    alpha: float | None

    @property
    def share_of_both(self) -> float | None:
        """Return levers coded by both, of those coded by either."""
        return self.both / self.either if self.either else None


def agreement_of(first: Mapping[str, float], second: Mapping[str, float]) -> Agreement:
    """Agreement of two codings: movement from the start by lever, as a share of its scale.

    >>> agreement_of({"a": 0.5, "b": 0.2}, {"a": 0.4, "b": 0.2}).both
    2
    """
    either = sorted({*first, *second})
    both = [name for name in either if name in first and name in second]
    gaps = {name: abs(first.get(name, 0.0) - second.get(name, 0.0)) for name in either}
    return Agreement(
        either=len(either),
        both=len(both),
        same_direction=sum(_sign(first[name]) == _sign(second[name]) for name in both),
        difference_of_both=_mean([gaps[name] for name in both]),
        difference_of_all=_mean(list(gaps.values())),
        alpha=interval_alpha([[first.get(name, 0.0), second.get(name, 0.0)] for name in either]),
    )


def interval_alpha(cases: Sequence[Sequence[float | None]]) -> float | None:
    """Krippendorff's alpha for interval data; a case is each coder's value for it, None where a coder gave none.

    >>> interval_alpha([[1, 1], [2, 2], [3, 3]])
    1.0
    """
    told = [[value for value in case if value is not None] for case in cases]
    paired = [values for values in told if len(values) >= PAIR]
    pool = [value for values in paired for value in values]
    if len(pool) < PAIR:
        return None
    expected = _squares(pool) / (len(pool) - 1)
    if expected == 0.0:
        return None
    observed = sum(_squares(values) / (len(values) - 1) for values in paired)
    return 1.0 - observed / expected


def _squares(values: Sequence[float]) -> float:
    """Return the sum of squared differences over ordered pairs."""
    return sum((value - two) ** 2 for value in values for two in values)


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)
