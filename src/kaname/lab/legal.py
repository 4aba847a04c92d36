"""Legal: what the law door shows, put together from the law room and into the words of one language.

Reads: the law book. Writes: nothing. Source: `law.ask`, `law.flips`, `law.history`, `law.interview`, `law.find`.
"""

from __future__ import annotations

import datetime as dt
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from kaname.law.ask import Answer, ask
from kaname.law.book import load_book
from kaname.law.find import QUESTION, STORY, find
from kaname.law.flips import DateFlip, Flip, date_flips, flips, values_named
from kaname.law.graph import explanation
from kaname.law.history import Period, history
from kaname.law.interview import Interview, NextQuestion, next_question
from kaname.law.literate import Source, sources_of
from kaname.law.premises import UNKNOWN
from kaname.law.render import Wording

MOST_FOUND, MOST_LEADS = 12, 3


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
    """A fact as a control: its values as (value, words, whether it is given so); number: where a number is typed."""

    name: str
    label: str
    values: tuple[tuple[str, str, bool], ...]
    number: bool
    value: str


@dataclass(frozen=True)
class Shown:
    """An answer with all that is shown beside it; flips: the other answer, and the facts that lead to it in words."""

    answer: Answer
    sources: tuple[Source, ...]
    flips: tuple[tuple[str, str], ...]
    date_flips: tuple[DateFlip, ...]
    graph: str
    periods: tuple[Period, ...]
    command: str


def shown_answer(wording: Wording, asked: Asked) -> Shown:
    """Return the answer of a question, its sources, what would flip it, and its graph."""
    book = wording.book
    answer = ask(asked.question, asked.date, asked.facts, book)
    changes = flips(book, asked.question, asked.date, asked.facts)
    return Shown(
        answer, sources_of(book, answer, asked.facts), tuple(_joined(wording, changes)),
        tuple(date_flips(book, asked.question, asked.date, asked.facts)), explanation(wording, answer, asked.facts),
        tuple(history(book, asked.question, asked.facts, asked.date)), command_of(asked, wording.language),
    )  # fmt: skip


def command_of(asked: Asked, language: str) -> str:
    """Return the command that asks the same."""
    told = [word for name, value in asked.typed for word in ("--fact", f"{name}={value}") if value != UNKNOWN]
    words = ["kaname", "law", "ask", "--question", asked.question, "--date", asked.date, *told]
    return shlex.join([*words, "--lang", language] if language != "en" else words)


def questions_by_state(wording: Wording) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the questions of each state as (id, words), in the order of the book."""
    states = wording.book.data["states"]
    questions = wording.book.questions.items()
    return [(wording.of(states[state]), [(name, wording.of(one)) for name, one in questions if one["state"] == state])
            for state in states]  # fmt: skip


def controls(wording: Wording, asked: Asked) -> list[Control]:
    """Return the facts on which the question turns on that day, those given first, then by name in the language."""
    named = list(values_named(wording.book, asked.question, asked.date))
    chosen = [name for name in asked.facts if name in named]
    return [_control(wording, asked, name) for name in dict.fromkeys((*chosen, *named, *asked.facts))]


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
            rows.append((_why(wording, one.kind, one.text), leads))
    return rows


def _why(wording: Wording, kind: str, text: Mapping[str, str]) -> str:
    """Return the text by which something was found; a question says so itself, and stories are in English."""
    return "" if kind == QUESTION or (kind == STORY and wording.language != "en") else wording.of(text)


def _joined(wording: Wording, changes: Sequence[Flip]) -> list[tuple[str, str]]:
    """Flips as (answer, facts in words); other values of one fact that give the same answer stand together."""
    alike: dict[tuple[str, tuple[object, ...]], list[Flip]] = {}
    for change in changes:
        key = (change.changes[0][0],) if len(change.changes) == 1 else change.changes
        alike.setdefault((change.answer, key), []).append(change)
    rows = []
    for (answer, _), group in alike.items():
        (name, _), *more = group[0].changes
        words = (
            wording.all_read(group[0].changes) if more else wording.read(name, *(one.changes[0][1] for one in group))
        )
        rows.append((wording.word(answer), words))
    return rows


def ticks(asked: Asked) -> tuple[str, str, list[tuple[str, float]]]:
    """Return the first and last day of the slider, and each day of change with its share of the way between them."""
    book = load_book()
    first, last = str(book.data["first_day"]), max(str(book.data["stands_at"]), asked.date)
    begin, end = dt.date.fromisoformat(first).toordinal(), dt.date.fromisoformat(last).toordinal()
    days = [day for day in book.data["changes"] if first <= day <= last]
    return first, last, [(day, (dt.date.fromisoformat(day).toordinal() - begin) / (end - begin)) for day in days]


def _control(wording: Wording, asked: Asked, name: str) -> Control:
    fact = wording.book.facts[name]
    now = dict(asked.typed).get(name, "")
    values = tuple(
        (str(value), wording.value(value), str(value) == now) for value in fact.get("values", ()) if value != UNKNOWN
    )
    return Control(name, wording.of(fact), values, bool(fact.get("number")), now)
