"""Levers: what the law of a date lets a bargain's lever be used for, and who must consent first.

Idea: a lever is a promise or a programme; some uses of it need a statute, a finding or a host's consent. Each use is a
question of the book on stated facts, so that a lever's gate and the answer a lawyer gets are the same.

Formula: gate = yes where every use of the date is open, no where none is, else undetermined (open in part).
Axes: date, lever (only levers that data/law/levers.yaml names). Units: 0 no, 1 yes, 2 undetermined.
Reads: the law book. Writes nothing. Raises InputError on a wrong lever or date.
Source: this project's own choice of uses; each answer carries its citations.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from kaname.core.errors import unknown_name
from kaname.law.ask import Answer, answer_on
from kaname.law.book import FIRST, LAST, Book, load_book
from kaname.law.facts import checked_date
from kaname.law.truth import NO, OPEN, WORDS, YES

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True)
class Use:
    """One use of a lever: what it is, and the law's answer with its reasons."""

    sentence: Mapping[str, str]
    answer: Answer


class LeverTables(NamedTuple):
    """Gates as an array: gate[date, lever]."""

    gate: np.ndarray
    dates: tuple[str, ...]
    levers: tuple[str, ...]


def uses(book: Book, lever: str, date: str | dt.date) -> tuple[Use, ...]:
    """Return every use of a lever that the law of the date answers, in the order of the data."""
    return uses_on(book, _known(book, lever), checked_date(book, date))


def uses_on(book: Book, lever: str, day: str) -> tuple[Use, ...]:
    """Return the uses, for a lever and a day that are known to be good."""
    told = (one for one in book.data["levers"][lever] if one.get("from", FIRST) <= day < one.get("until", LAST))
    return tuple(Use(_sentence(one), answer_on(book, one["asks"], day, one["facts"])) for one in told)


def gate(made: Sequence[Use]) -> int:
    """Yes where every use is open, no where none is, else undetermined."""
    answers = {use.answer.answer for use in made}
    if answers == {WORDS[YES]}:
        return YES
    return NO if answers <= {WORDS[NO]} else OPEN


def tabulate_levers(dates: Sequence[dt.date], book: Book | None = None) -> LeverTables:
    """Return the gates of every lever that needs law, on each date."""
    import numpy as np

    law = book or load_book()
    days = tuple(checked_date(law, date) for date in dates)
    names = tuple(law.data["levers"])
    gates = [[gate(uses_on(law, name, day)) for name in names] for day in days]
    return LeverTables(np.array(gates, dtype=np.int8).reshape(len(days), len(names)), days, names)


def _known(book: Book, lever: str) -> str:
    if lever not in book.data["levers"]:
        raise unknown_name("a lever that needs law", lever, list(book.data["levers"]), path="lever")
    return lever


def _sentence(entry: Mapping[str, Any]) -> Mapping[str, str]:
    return {"en": entry["en"], "ja": entry["ja"]}
