"""Options: everything each agency of each state may do now, may do after which finding, and may not do.

Idea: every power of the book is asked on the situation; what is not open now is asked again for the smallest sets of
untold circumstances under which it is open, and of formal findings, orders and consents that would open it. What
nothing of this kind opens is closed. "Now" means that the law gives the power: where the path holds an order, the order
may be given.

Reads: the law book. Writes nothing.
Source: the rules; steps and durations from data/law/paths.yaml and latencies.yaml.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kaname.law.ask import FAILS, PERMITTING, Answer, Step, answer_on
from kaname.law.book import Book
from kaname.law.flips import Flip, Openings, openings

NOW, WHERE, AFTER, DOUBT, CLOSED = "now", "where", "after a finding", "undetermined", "not open"
DIGITS = 4
ORDER = (NOW, WHERE, AFTER, DOUBT, CLOSED)

Ways = tuple[tuple[tuple[str, Any], ...], ...]


@dataclass(frozen=True)
class Option:
    """One act of one agency: whether it is open, where or after which findings, by which steps, on which citations."""

    question: str
    state: str
    agency: str
    act: Mapping[str, str]
    status: str
    where: Ways
    after: Ways
    steps: tuple[Step, ...]
    citations: tuple[str, ...]
    reason: Mapping[str, str]


def options(book: Book, date: str, facts: Mapping[str, Any]) -> list[Option]:
    """Return every power on the situation, ordered by state, then by how open it is."""
    asked = [name for name, question in book.questions.items() if question["kind"] == "power"]
    made = [option(book, name, date, facts) for name in asked]
    states = list(book.data["states"])
    return sorted(made, key=lambda one: (states.index(one.state), ORDER.index(one.status)))


def option(book: Book, question: str, date: str, facts: Mapping[str, Any]) -> Option:
    """Return the answer about one power in the situation."""
    answer = answer_on(book, question, date, facts)
    about = book.questions[question]
    status, ways_open, shown = _status(book, question, date, facts, answer)
    return Option(
        question=question,
        state=about["state"],
        agency=about["agency"],
        act={"en": about["en"], "ja": about["ja"]},
        status=status,
        where=_changes(ways_open.circumstances),
        after=_changes(ways_open.findings),
        steps=shown.approval_path,
        citations=shown.citations,
        reason=_about_another(book, ways_open.subjects) if ways_open.subjects else _reason(book, shown),
    )


def _status(
    book: Book, question: str, date: str, facts: Mapping[str, Any], answer: Answer
) -> tuple[str, Openings, Answer]:
    if answer.answer == "yes":
        return NOW, Openings((), ()), answer
    found = openings(book, question, date, facts)
    for status, flips in ((WHERE, found.circumstances), (AFTER, found.findings)):
        if flips:
            return status, found, answer_on(book, question, date, {**facts, **dict(flips[0].changes)})
    undetermined = answer.answer == "undetermined" and not found.subjects
    return (DOUBT if undetermined else CLOSED), found, answer


def _changes(flips: tuple[Flip, ...]) -> Ways:
    return tuple(flip.changes for flip in flips)


def _about_another(book: Book, subjects: tuple[str, ...]) -> Mapping[str, str]:
    """Return the reason of a power that is about another matter: the facts that would say that it is about this one."""
    words = book.data["words"]["another_subject"]
    return {
        language: words[language] + ", ".join(book.facts[subject][language] for subject in subjects)
        for language in ("en", "ja")
    }


def _reason(book: Book, answer: Answer) -> Mapping[str, str]:
    """Return the leading rule's reason; where that rule would permit and fails, the reason says that it fails."""
    words = book.data["words"]
    if not answer.rules:
        return words["no_rule"]
    lead = answer.rules[0]
    if lead.state == FAILS and lead.effect in PERMITTING:
        return {language: words["not_met"][language] + lead.reason[language] for language in ("en", "ja")}
    return lead.reason


def hours(steps: tuple[Step, ...]) -> tuple[float, float, float] | None:
    """Return low, mode and high hours of a path, or None where no step's duration is known.

    Sums over the steps before the act; later steps do not hold it up, and steps without a known duration add nothing.
    """
    held = [step.hours for step in steps if step.hours and not step.done and step.timing in ("before", "after")]
    if not held:
        return None
    low, mode, high = (round(sum(one[k] for one in held), DIGITS) for k in range(len(("low", "mode", "high"))))
    return float(low), float(mode), float(high)
