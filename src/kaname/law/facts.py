"""Check of the facts given to a question: names, values and dates checked before anything is answered.

Idea: a wrong word is an error with the nearest right one, never a guess; an unlisted fact stays unknown, and every
fact may be given as `unknown`; a finding, situation or order may hold several values at once; facts that contradict
one another are refused with the reason.

Reads: the vocabulary of the law book. Raises InputError. Writes nothing.
Source: the vocabulary in data/law/facts.yaml.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from kaname.core.errors import InputError, nearest_name, shown, unknown_name
from kaname.law.book import Book
from kaname.law.premises import UNKNOWN, contradiction_in, held

LARGEST_COUNT = 9_999_999


def checked_question(book: Book, name: str) -> str:
    """Return the question id, or InputError with the nearest one, the list, and the questions to which its words
    lead.
    """
    if name in book.questions:
        return name
    error = unknown_name("a question the law room knows", name, sorted(book.questions), path="question")
    error.hint = _hint(book, str(name))
    raise error


def _hint(book: Book, name: str) -> str:
    from kaname.law.find import questions_for

    questions = questions_for(book, name.rpartition(".")[2])
    meant = f"These words lead to {', '.join(questions)}. " if questions else ""
    return f"{meant}`kaname law find WORDS` searches in both languages of the law"


def checked_date(book: Book, date: str | dt.date | None) -> str:
    """Return an ISO date not before the first day of the book, from any form of a date; InputError otherwise."""
    if date is None or date == "":
        raise InputError("the date is empty", path="date", found=date, allowed="a day such as 2016-03-29")
    day = date if isinstance(date, dt.date) else _read(str(date))
    first = book.data["first_day"]
    text = day.isoformat()[:10]
    if text < first:
        raise InputError(
            f"{text} is before the book begins",
            path="date",
            found=text,
            allowed=f"{first} and later",
            hint="The first treaty was signed on that day",
        )
    return text


def _read(text: str) -> dt.date:
    """Return the day of a text: ISO, or a form that `era` reads."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        from kaname.law.era import read_day

        return read_day(text).day


def checked_facts(book: Book, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return facts with known names and values that do not contradict one another."""
    told = {name: checked_value(book, name, value) for name, value in facts.items()}
    line = contradiction_in(book.data, told)
    if line:
        names = " and ".join(f"{fact}={_typed(told[fact])}" for fact in line["when"])
        raise InputError(f"{names} contradict each other: {line['en']}", path="facts", found=names)
    return told


def _typed(value: Any) -> str:
    return ",".join(map(str, held(value)))


def checked_value(book: Book, name: str, value: Any) -> Any:
    """Return a fact's value in the book's words, a tuple where it holds several.

    InputError for a wrong name or value, and for several values of a fact that takes one.
    """
    if not isinstance(name, str) or name not in book.facts:
        raise unknown_name("a fact of the vocabulary", name, sorted(book.facts), path="facts")
    fact = book.facts[name]
    given = _listed(value)
    if len(given) == 1:
        return _one_value(name, fact, given[0])
    if not given or not fact.get("several"):
        raise InputError(
            f"{name} takes one value and {len(given)} are given",
            path=f"facts.{name}",
            found=value,
            allowed=[*fact.get("values", ()), UNKNOWN],
            hint="Several at once may be given for " + ", ".join(n for n, f in book.facts.items() if f.get("several")),
        )
    made = tuple(dict.fromkeys(_one_value(name, fact, one) for one in given))
    if len(made) > 1 and fact.get("alone") in made:
        raise InputError(
            f"{name}: {fact['alone']} cannot stand beside another value",
            path=f"facts.{name}",
            found=value,
            hint="Give it alone, or leave it out.",
        )
    return made if len(made) > 1 else made[0]


def _listed(value: Any) -> list[Any]:
    """Return the values given: a list as it stands, words with commas between them one by one."""
    if isinstance(value, (list, tuple)):
        return list(value)
    if isinstance(value, str) and "," in value:
        return [part.strip() for part in value.split(",")]
    return [value]


def _one_value(name: str, fact: Mapping[str, Any], value: Any) -> Any:
    if isinstance(value, str) and value == UNKNOWN:
        return UNKNOWN
    if fact.get("number"):
        return _whole_number(name, value)
    word = {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value
    if isinstance(word, str) and word in fact["values"]:
        return word
    known = list(dict.fromkeys((*fact["values"], UNKNOWN)))
    raise InputError(
        f"{shown(value)} is not a value of {name}",
        path=f"facts.{name}",
        found=value,
        allowed=known,
        nearest=nearest_name(value, known),
    )


def _whole_number(name: str, value: Any) -> int:
    text = str(value).strip()
    place = {"path": f"facts.{name}", "found": value, "allowed": f"0, 1, 2 ... {LARGEST_COUNT}, or unknown"}
    if isinstance(value, bool) or not text.isdecimal():
        raise InputError(f"{shown(value)} is not a whole number", **place)
    if len(text) > len(str(LARGEST_COUNT)):
        raise InputError(f"{shown(value)} is too large", **place)
    return int(text)
