"""Delays: how long recognition, Cabinet, parliament and the joint decision take at a stage.

Idea: each component of delay is a sum of published or judged latencies, dated, each a triangular distribution. Legal
delay may be zero: a telephone Cabinet since 14 May 2015, approval afterwards where specially urgent.

Formula: low, mode and high of a component are the sums of those of its latencies (wider than the distribution of the
sum, and the page says so: the steps are done by the same few people under the same pressure).
Units: hours. Reads: latencies and moves of the law book. Writes nothing.
Source: published timings and judgements, each in data/law/latencies.yaml with its grade.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kaname.law.ask import latency_on
from kaname.law.book import Book

PARAMETERS = ("low", "mode", "high")


@dataclass(frozen=True)
class DelayTerm:
    """One latency inside a component of delay: hours, grade, and where it comes from."""

    latency: str
    hours: tuple[float, float, float]
    grade: str
    source: str
    reasoning: str


def delay_terms(book: Book, contingency: str, stage: str, component: str, date: str) -> tuple[DelayTerm, ...]:
    """Return the latencies that make one component of delay, in force on the date."""
    names = _latencies(book, contingency, stage, component)
    versions = ((name, latency_on(book, name, date)) for name in names)
    return tuple(_term(name, version) for name, version in versions if version)


def delay_hours(book: Book, contingency: str, stage: str, component: str, date: str) -> tuple[float, float, float]:
    """Return low, mode and high hours of one component of delay."""
    terms = delay_terms(book, contingency, stage, component, date)
    low, mode, high = (sum(term.hours[k] for term in terms) for k in range(len(PARAMETERS)))
    return float(low), float(mode), float(high)


def _latencies(book: Book, contingency: str, stage: str, component: str) -> list[str]:
    """Return the contingency's own latency for the component and stage, or the stage's."""
    own = book.data["contingencies"].get(contingency, {}).get(component, {})
    return [own[stage]] if stage in own else book.data["moves"]["delays"][stage][component]


def _term(name: str, version: Mapping[str, Any]) -> DelayTerm:
    low, mode, high = version["hours"]
    return DelayTerm(name, (low, mode, high), version["grade"], version.get("source", ""), version["reasoning"])
