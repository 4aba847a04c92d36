"""Legal: what the law door shows, put together from the law room and into the words of one language.

Reads: the law book. Writes: nothing. Source: `law.ask`, `law.flips`, `law.interview`, `law.find`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from kaname.law.ask import Answer, ask
from kaname.law.find import QUESTION, find
from kaname.law.flips import DateFlip, Flip, date_flips, flips, values_named
from kaname.law.graph import explanation
from kaname.law.interview import Interview, NextQuestion, next_question
from kaname.law.literate import Source, sources_of
from kaname.law.premises import UNKNOWN
from kaname.law.render import Wording

MOST_FOUND, MOST_LEADS = 12, 3
NEAREST_CHANGES = 4


@dataclass(frozen=True)
class Asked:
    """A question of law as an address asks it; typed: the facts as they were given; passed: those given as unknown."""

    question: str
    date: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    passed: tuple[str, ...] = ()
    typed: tuple[tuple[str, str], ...] = ()

    def address(self, language: str, question: str = "", date: str = "", **facts: str) -> str:
        """Return the address of this question with another question, day or fact."""
        told = {**dict(self.typed), **facts}
        pairs = [("question", question or self.question), ("date", date or self.date), ("lang", language)]
        return urlencode(
            [*(pair for pair in pairs if pair[1]), *((f"f.{name}", value) for name, value in told.items())]
        )


@dataclass(frozen=True)
class Control:
    """A fact as a control: its values as (value, words, whether it is told so); number: where a number is typed."""

    name: str
    label: str
    values: tuple[tuple[str, str, bool], ...]
    number: bool
    value: str


@dataclass(frozen=True)
class Shown:
    """An answer with all that is shown beside it."""

    answer: Answer
    sources: tuple[Source, ...]
    flips: tuple[Flip, ...]
    date_flips: tuple[DateFlip, ...]
    graph: str


def shown_answer(wording: Wording, asked: Asked) -> Shown:
    """Return the answer of a question, its sources, what would flip it, and its graph."""
    book = wording.book
    answer = ask(asked.question, asked.date, asked.facts, book)
    return Shown(
        answer, sources_of(book, answer, asked.facts), tuple(flips(book, asked.question, asked.date, asked.facts)),
        tuple(date_flips(book, asked.question, asked.date, asked.facts)), explanation(wording, answer, asked.facts),
    )  # fmt: skip


def controls(wording: Wording, asked: Asked) -> list[Control]:
    """Return the facts on which the question turns on that day, those told first, then by name in the language."""
    named = list(values_named(wording.book, asked.question, asked.date))
    told = [name for name in asked.facts if name in named]
    return [_control(wording, asked, name) for name in dict.fromkeys((*told, *named, *asked.facts))]


def next_fact(wording: Wording, asked: Asked) -> tuple[NextQuestion, tuple[Control, ...]] | None:
    """Return what to say next, as controls; None where nothing that is left open can change the answer."""
    known = {name: value for name, value in asked.facts.items() if value != UNKNOWN}
    following = next_question(wording.book, Interview(asked.question, asked.date, known, asked.passed))
    if following is None:
        return None
    return following, tuple(_control(wording, asked, name) for name in following.facts)


def found(wording: Wording, typed: str, asked: Asked) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """Return what the words typed lead to: text, and the questions to go on with as (address, words)."""
    if not typed.strip():
        return []
    book = wording.book
    rows = []
    for one in find(book, typed, MOST_FOUND):
        leads = tuple((asked.address(wording.language, question=name), wording.of(book.questions[name]))
                      for name in one.leads[:MOST_LEADS])  # fmt: skip
        if leads:
            rows.append((wording.of(one.text) if one.kind != QUESTION else "", leads))
    return rows


def ticks(asked: Asked) -> tuple[str, str, list[tuple[str, float]]]:
    """Return the first and last day of the slider, and each day of change with its share of the way between them."""
    from kaname.law.book import load_book

    book = load_book()
    first, last = str(book.data["first_day"]), max(str(book.data["stands_at"]), asked.date)
    begin, end = dt.date.fromisoformat(first).toordinal(), dt.date.fromisoformat(last).toordinal()
    days = [day for day in book.data["changes"] if first <= day <= last]
    return first, last, [(day, (dt.date.fromisoformat(day).toordinal() - begin) / (end - begin)) for day in days]


def _control(wording: Wording, asked: Asked, name: str) -> Control:
    fact = wording.book.facts[name]
    now = dict(asked.typed).get(name, "")
    values = tuple((str(one), wording.value(one), str(one) == now) for one in fact.get("values", ()) if one != UNKNOWN)
    return Control(name, wording.of(fact), values, bool(fact.get("number")), now)
