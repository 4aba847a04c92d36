"""What sentences in two languages share: lists of names, units, a verdict's word, how a difference is written.

Idea: words stand in the catalogue, numbers are written by report.numbers in the same language; here the two meet.
Reads, writes: nothing. Units: those of the outcomes.
"""

from __future__ import annotations

from collections.abc import Sequence

from kaname.analysis.paired import Verdict
from kaname.report.numbers import Measure, estimate, measure, size
from kaname.words.catalogue import Catalogue


def measured(say: Catalogue, unit: str) -> Measure:
    """Return how the values of a unit are told in a language."""
    how = measure(unit)
    if say.language == "en":
        return how
    difference = say.unit_of_difference(unit)
    return Measure(how.factor, say.unit(unit), difference, difference)


def listed(say: Catalogue, parts: Sequence[str]) -> str:
    """Return several names as one enumeration: a, b and c."""
    if len(parts) == 1:
        return parts[0]
    return say("page-list", first=say("list-comma").join(parts[:-1]), last=parts[-1])


def word_of(say: Catalogue, verdict: Verdict) -> str:
    """Return a verdict in words."""
    return say(f"page-verdict-{verdict.name.lower()}")


def estimated(say: Catalogue, mean: float, low: float, high: float, factor: float = 1.0) -> str:
    """Return a signed mean with its interval, as the language writes it."""
    return estimate(mean, low, high, factor, say.language)


def sized(say: Catalogue, mean: float, low: float, high: float, factor: float = 1.0) -> str:
    """Return a size without sign, with its interval, as the language writes it."""
    return size(mean, low, high, factor, say.language)
