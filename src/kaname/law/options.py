"""Options: everything each agency of each state may do now, may do after which finding, and may not do.

Idea: every power of the book is asked on the situation; what is not open now is asked again for the smallest sets of
formal findings, orders and consents that would open it. What no finding opens is closed.

Reads: the law book. Writes nothing.
Source: the rules; steps and durations from data/law/paths.yaml and latencies.yaml.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kaname.law.ask import Answer, Step, answer_on
from kaname.law.book import Book
from kaname.law.flips import finding_flips

NOW, AFTER, DOUBT, CLOSED = "now", "after a finding", "undetermined", "not open"
ORDER = (NOW, AFTER, DOUBT, CLOSED)


@dataclass(frozen=True)
class Option:
    """One act of one agency: whether it is open, after which findings, by which steps, resting on which citations."""

    question: str
    state: str
    agency: str
    act: Mapping[str, str]
    status: str
    after: tuple[tuple[tuple[str, Any], ...], ...]
    steps: tuple[Step, ...]
    citations: tuple[str, ...]
    reason: Mapping[str, str]


def options(book: Book, date: str, facts: Mapping[str, Any]) -> list[Option]:
    """Every power on the situation, ordered by state, then by how open it is."""
    asked = [name for name, one in book.questions.items() if one["kind"] == "power"]
    made = [option(book, name, date, facts) for name in asked]
    states = list(book.data["states"])
    return sorted(made, key=lambda one: (states.index(one.state), ORDER.index(one.status)))


def option(book: Book, question: str, date: str, facts: Mapping[str, Any]) -> Option:
    """One power on the situation."""
    answer = answer_on(book, question, date, facts)
    about = book.questions[question]
    status, after, shown = _status(book, question, date, facts, answer)
    return Option(
        question=question,
        state=about["state"],
        agency=about["agency"],
        act={"en": about["en"], "ja": about["ja"]},
        status=status,
        after=after,
        steps=shown.approval_path,
        citations=shown.citations,
        reason=_reason(answer),
    )


def _status(
    book: Book, question: str, date: str, facts: Mapping[str, Any], answer: Answer
) -> tuple[str, tuple[tuple[tuple[str, Any], ...], ...], Answer]:
    if answer.answer == "yes":
        return NOW, (), answer
    opened = finding_flips(book, question, date, facts)
    if opened:
        told = {**facts, **dict(opened[0].changes)}
        return AFTER, tuple(flip.changes for flip in opened), answer_on(book, question, date, told)
    return (DOUBT if answer.answer == "undetermined" else CLOSED), (), answer


def _reason(answer: Answer) -> Mapping[str, str]:
    if answer.rules:
        return answer.rules[0].reason
    return {"en": "No rule of that day gives the power.", "ja": "当時この権限を定める規定はない。"}


def hours(steps: tuple[Step, ...]) -> tuple[float, float, float]:
    """Low, mode and high hours of a path: sums over the steps before the act (later steps do not hold it up)."""
    held = [step.hours for step in steps if step.hours and step.timing in ("before", "after")]
    low, mode, high = (sum(one[k] for one in held) for k in range(len(("low", "mode", "high"))))
    return float(low), float(mode), float(high)
