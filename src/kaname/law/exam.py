"""Exam: run a file of cases and, where answers are expected, mark it.

Idea: the law room is examined with cases it has not seen, in a plain YAML format: id, date, question_id, facts, and
where known the expected answer and the citations an examiner would want. A case that cannot be read is marked with what
is wrong in it, and the others are scored.

Formula: accuracy = right / asked; F1 of a class = 2 TP / (2 TP + FP + FN); macro-F1 = mean over the classes that occur
in expected or given answers; a case's citations agree when every cited statute and article of the expected ones whose
statute the book knows is among ours.
Reads: the case file. Writes nothing. Raises InputError where the file holds no list of cases.
Source: F1 as van Rijsbergen, Information Retrieval (1979), chapter 7.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kaname.core.errors import InputError, shown, unknown_name
from kaname.law.ask import Answer, answer_on
from kaname.law.book import Book
from kaname.law.facts import checked_date, checked_facts, checked_question
from kaname.law.references import agree
from kaname.law.truth import WORDS

if TYPE_CHECKING:
    from kaname.core.safe_yaml import Document

CLASSES = ("yes", "no", "undetermined")


@dataclass(frozen=True)
class ExamCase:
    """One case: what is asked, and what is expected if that is known."""

    id: str
    question: str
    date: str
    facts: Mapping[str, Any]
    expected: str | None
    citations: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class Unreadable:
    """A case that cannot be answered: its name and what is wrong with it."""

    id: str
    error: InputError


@dataclass(frozen=True)
class Marked:
    """A case with our answer; right and cited are None where nothing was expected."""

    case: ExamCase
    answer: Answer
    right: bool | None
    cited: bool | None


@dataclass(frozen=True)
class Scores:
    """Marks over the cases with expected answers."""

    asked: int
    right: int
    accuracy: float
    macro_f1: float
    f1: Mapping[str, float]
    confusion: Mapping[str, Mapping[str, int]]
    citations_asked: int
    citations_agree: int


def read_cases(book: Book, path: Path) -> list[ExamCase | Unreadable]:
    """Return the cases of a file in its order; a case that cannot be read stands there with its error."""
    from kaname.core.safe_yaml import read_yaml

    document = read_yaml(path)
    if not isinstance(document.value, Mapping) or not isinstance(document.value.get("cases"), list):
        raise InputError("the file holds no list named cases", file=document.file, line=1, allowed="cases: [...]")
    return [_read(book, document, raw, at) for at, raw in enumerate(document.value["cases"])]


def _read(book: Book, document: Document, raw: Any, at: int) -> ExamCase | Unreadable:
    try:
        return _case(book, raw, at)
    except InputError as error:
        place = document.place(("cases", at))
        told = InputError(
            error.message,
            file=place.file,
            line=place.line,
            path=f"cases[{at}] {_name(raw, at)} {error.path or ''}".rstrip(),
            found=error.found,
            allowed=error.allowed,
            nearest=error.nearest,
            hint=error.hint,
        )
        return Unreadable(_name(raw, at), told)


def answerable(read: Sequence[ExamCase | Unreadable]) -> list[ExamCase]:
    """Return the cases that can be answered."""
    return [one for one in read if isinstance(one, ExamCase)]


def unreadable(read: Sequence[ExamCase | Unreadable]) -> list[Unreadable]:
    """Return the cases that cannot be answered."""
    return [one for one in read if isinstance(one, Unreadable)]


def _name(raw: Any, at: int) -> str:
    return shown(str(raw.get("id", at + 1))) if isinstance(raw, Mapping) else str(at + 1)


def _case(book: Book, raw: Any, at: int) -> ExamCase:
    if not isinstance(raw, Mapping):
        raise InputError("a case is a mapping", found=raw)
    for needed in ("date", "question_id"):
        if needed not in raw:
            raise InputError(f"the case has no {needed}", allowed=["id", "date", "question_id", "facts", "expected"])
    facts = raw.get("facts") or {}
    if not isinstance(facts, Mapping):
        raise InputError("facts are a mapping of names and values", path="facts", found=facts)
    expected = raw.get("expected")
    if expected is not None and expected not in WORDS:
        raise unknown_name("an answer", expected, WORDS, path="expected")
    citations = raw.get("citation") or ()
    return ExamCase(
        id=_name(raw, at),
        question=checked_question(book, _text(raw, "question_id")),
        date=checked_date(book, raw["date"] if raw["date"] is None else str(raw["date"])),
        facts=checked_facts(book, facts),
        expected=expected,
        citations=tuple(str(one) for one in ([citations] if isinstance(citations, str) else citations)),
        reason=str(raw.get("reason", "")),
    )


def _text(raw: Mapping[str, Any], key: str) -> str:
    if raw[key] is None:
        raise InputError("is empty", path=key)
    return str(raw[key])


def mark(book: Book, read: Sequence[ExamCase | Unreadable]) -> list[Marked]:
    """Answer every case that can be read and compare with what is expected."""
    return [_marked(book, case) for case in answerable(read)]


def _marked(book: Book, case: ExamCase) -> Marked:
    answer = answer_on(book, case.question, case.date, case.facts)
    right = None if case.expected is None else answer.answer == case.expected
    return Marked(case, answer, right, agree(book, case.citations, answer.citations))


def scores(marked: Sequence[Marked]) -> Scores | None:
    """Accuracy, F1 by class, their mean, and the confusion; None where nothing was expected."""
    known = [one for one in marked if one.right is not None]
    if not known:
        return None
    confusion = {expected: dict.fromkeys(CLASSES, 0) for expected in CLASSES}
    for one in known:
        confusion[str(one.case.expected)][one.answer.answer] += 1
    f1 = {name: _f1(confusion, name) for name in CLASSES if _occurs(confusion, name)}
    right = sum(bool(one.right) for one in known)
    cited = [one.cited for one in marked if one.cited is not None]
    return Scores(
        asked=len(known),
        right=right,
        accuracy=right / len(known),
        macro_f1=sum(f1.values()) / len(f1),
        f1=f1,
        confusion=confusion,
        citations_asked=len(cited),
        citations_agree=sum(cited),
    )


def _occurs(confusion: Mapping[str, Mapping[str, int]], name: str) -> bool:
    return any(confusion[name].values()) or any(row[name] for row in confusion.values())


def _f1(confusion: Mapping[str, Mapping[str, int]], name: str) -> float:
    hits = confusion[name][name]
    missed = sum(confusion[name].values()) - hits
    false = sum(row[name] for row in confusion.values()) - hits
    return 2 * hits / (2 * hits + missed + false)
