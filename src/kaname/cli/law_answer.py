"""The answer that `kaname law ask` prints, from words as they are typed; loads nothing that an answer does not need.

Reads: the shipped law book; a person's own file of facts. Writes nothing. Raises InputError.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kaname.cli.json_text import json_text
from kaname.law.ask import answer_on
from kaname.law.book import Book, load_book
from kaname.law.facts import checked_date, checked_facts, checked_question
from kaname.law.flips import Flip, date_flips, flips
from kaname.law.render import Wording, answer_text
from kaname.law.situation import Situation, facts_told, read_situation


def answer(
    question: str, date: str | None, pairs: Sequence[str], file: Path | None, as_json: bool, language: str
) -> str:
    """Return the answer to one question as text, or as JSON."""
    book = load_book()
    facts, day = told(book, pairs, file, date)
    wording = Wording(book, language)
    given = answer_on(book, checked_question(book, question), day, facts)
    changes, dates = flips(book, question, day, facts), date_flips(book, question, day, facts)
    if not as_json:
        return answer_text(wording, given, facts, changes, dates)
    from kaname.law.forms import answer_form

    form = {
        **answer_form(wording, given, facts),
        "flips": [_flip(change) for change in changes],
        "date_flips": [{one.side: one.date, "answer": one.answer} for one in dates],
    }
    return json_text(form)


def told(book: Book, pairs: Sequence[str], file: Path | None, date: str | None) -> tuple[dict[str, Any], str]:
    """Return the facts of the file, then those of the command line, checked together; and the day."""
    situation = read_situation(book, file) if file else Situation({}, None)
    facts = checked_facts(book, {**situation.facts, **facts_told(pairs)})
    return facts, checked_date(book, date or situation.date or dt.date.today())


def _flip(flip: Flip) -> dict[str, Any]:
    return {"changes": dict(flip.changes), "answer": flip.answer}
