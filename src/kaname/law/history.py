"""History: how the answer to one question on the same facts changed, from the first treaty to a last day.

Idea: nothing changes between two dated events of the book, so the question is asked once on each of them; where the
answer changes, the event of that day is named.

Clock: the days of change in the book. Reads: the law book. Writes nothing.
Source: the dated rules; events in data/law/regimes.yaml.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from kaname.law.ask import Answer, answer_on
from kaname.law.book import Book


@dataclass(frozen=True)
class Period:
    """A stretch of time with one answer: from its first day until (not including) the next, and what began it.

    rules: those on which the answer rested at some time in it, in the order in which they came.
    """

    start: str
    end: str
    answer: str
    event: Mapping[str, str]
    rules: tuple[str, ...]


def history(book: Book, question: str, facts: Mapping[str, Any], until: str) -> list[Period]:
    """Periods in order, the first from the book's first day, the last ending on `until`."""
    first = book.data["first_day"]
    days = [first, *(day for day in book.data["changes"] if first < day < until)]
    periods: list[Period] = []
    for day in days:
        answer = answer_on(book, question, day, facts)
        if periods and periods[-1].answer == answer.answer:
            periods[-1] = replace(periods[-1], rules=tuple(dict.fromkeys((*periods[-1].rules, *_names(answer)))))
            continue
        if periods:
            periods[-1] = replace(periods[-1], end=day)
        periods.append(Period(day, until, answer.answer, event_on(book, day, answer), _names(answer)))
    return periods


def _names(answer: Answer) -> tuple[str, ...]:
    return tuple(use.id for use in answer.rules)


def event_on(book: Book, day: str, answer: Answer) -> Mapping[str, str]:
    """Return what happened on a day of change: the dated event or regime, or the reason of the rule that began."""
    for one in (*book.data["regimes"], *book.data["events"]):
        if one.get("from", one.get("date")) == day:
            return {"en": one["en"], "ja": one["ja"]}
    if day == book.data["first_day"]:
        return book.data["first_event"]
    began = [use.reason for use in answer.rules if use.start == day]
    return began[0] if began else {"en": "a rule of the book begins or ends", "ja": "規定の変更"}
