"""Interview: which fact to ask for next, so that few questions settle the answer.

Idea: a person who does not know what matters is asked one fact at a time, only facts that can still change the answer,
and first the one after which, on average over its values, the fewest are left. What the law presumes, and what counts
only where it is shown, is not asked one by one: one closing question lists these exceptions and asks whether any of
them is so. A fact may be given, given as unknown, or passed over. The interview ends when nothing that is left can
change the answer.

Formula: next fact = argmin over needed facts of the mean, over the kinds of value that the rules tell apart, of the
number of facts then left open. Expected number = mean questions of that policy over respondents who choose among the
kinds with equal chance and to whom no exception applies.
Everything here is a plain function of frozen values: a page, a terminal and people at a table use the same.

Reads: the law book. Writes nothing. Raises InputError on a wrong name or value.
Source: greedy splitting of the open set, as in M. Garey, R. Graham, Performance bounds on the splitting algorithm for
binary testing (1974); presumptions and burdens of showing as the rules mark them.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from kaname.law.book import Book
from kaname.law.conditions import atoms, named_facts
from kaname.law.facts import checked_date, checked_facts, checked_question
from kaname.law.possible import Prospect, rules_in_force
from kaname.law.premises import contradiction_in

RESPONDENTS = 12
SEED = 1
PASSED = None
"""What a respondent answers who passes a fact over."""
Respond = Callable[["NextQuestion"], Mapping[str, Any]]


@dataclass(frozen=True)
class NextQuestion:
    """Next question of an interview: one fact, or in a closing question all exceptions; and the answers that are still
    possible.
    """

    facts: tuple[str, ...]
    closing: bool
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Interview:
    """State of an interview: the question, the day, the facts given, those passed over, and the questions put."""

    question: str
    date: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    passed: tuple[str, ...] = ()
    asked: tuple[NextQuestion, ...] = ()


@dataclass(frozen=True)
class Outlook:
    """Questions still expected under the interview, and the number of facts that asking for all would take."""

    expected: float
    all_facts: int


def begin(book: Book, question: str, date: str, facts: Mapping[str, Any] | None = None) -> Interview:
    """Return an interview at its start; names, values and the day are checked."""
    return Interview(checked_question(book, question), checked_date(book, date), checked_facts(book, facts or {}))


def give(book: Book, interview: Interview, asked: NextQuestion, values: Mapping[str, Any]) -> Interview:
    """Return the interview after a question: the facts of it that are given, the others passed over.

    After a closing question in which an exception was given, the others stay open: what follows may need them.
    """
    given = {fact: value for fact, value in values.items() if fact in asked.facts and value is not PASSED}
    left = () if asked.closing and given else tuple(fact for fact in asked.facts if fact not in given)
    facts = checked_facts(book, {**interview.facts, **given}) if given else interview.facts
    return replace(interview, facts=facts, passed=(*interview.passed, *left), asked=(*interview.asked, asked))


def next_question(book: Book, interview: Interview) -> NextQuestion | None:
    """Return what to ask next, or None when nothing that is left can change the answer."""
    prospect = _prospect(book, interview)
    needed, exceptions = prospect.open_facts()
    chosen = _best(book, interview, needed)
    if chosen is not None:
        return NextQuestion((chosen,), False, prospect.words())
    return NextQuestion(exceptions, True, prospect.words()) if exceptions else None


def all_facts(book: Book, interview: Interview) -> tuple[str, ...]:
    """Return the facts that the rules of the question name on the day and that were not given at the start."""
    rules = rules_in_force(book, interview.question, interview.date)
    named = dict.fromkeys(fact for rule in rules for fact in named_facts(rule.when, book, interview.date))
    asked = {fact for one in interview.asked for fact in one.facts}
    return tuple(fact for fact in named if fact not in interview.facts or fact in asked)


def outlook(book: Book, interview: Interview, respondents: int = RESPONDENTS, seed: int = SEED) -> Outlook:
    """Return how many questions are still expected, over respondents drawn with a fixed seed."""
    chance = random.Random(seed)
    policy: dict[Any, NextQuestion | None] = {}
    counts = [_questions_left(book, interview, chance, policy) for _ in range(respondents)]
    asked = {fact for one in interview.asked for fact in one.facts}
    left = [fact for fact in all_facts(book, interview) if fact not in asked]
    return Outlook(sum(counts) / len(counts), len(left))


def _questions_left(book: Book, at: Interview, chance: random.Random, policy: dict[Any, NextQuestion | None]) -> int:
    """Return how many questions one respondent is asked."""
    count = 0
    while (asked := _remembered(book, at, policy)) is not None:
        at = _answered(book, at, asked, chance)
        count += 1
    return count


def conduct(book: Book, interview: Interview, respond: Respond) -> Interview:
    """Return the interview at its end; `respond` gives for the facts of a question the values that are known."""
    while (asked := next_question(book, interview)) is not None:
        interview = give(book, interview, asked, respond(asked))
    return interview


def kinds(book: Book, question: str, date: str, fact: str) -> tuple[Any, ...]:
    """Return one value for each kind of value that the rules of a question tell apart."""
    told_apart: dict[tuple[bool, ...], Any] = {}
    lines = _lines(book, question, date, fact)
    numbers = sorted(
        {bound + step for line in lines if line[0] == "number" for bound in line[3:] for step in (-1, 0, 1)}
    )
    values = book.facts[fact].get("values", [number for number in numbers if number >= 0])
    for value in values:
        if value not in book.open_values(fact):
            told_apart.setdefault(tuple(_meets(one, value) for one in lines), value)
    return tuple(told_apart.values())


def _lines(book: Book, question: str, date: str, fact: str) -> list[Any]:
    lines: list[Any] = []
    pending = [rule.when for rule in rules_in_force(book, question, date)]
    seen: set[str] = set()
    while pending:
        for atom in atoms(pending.pop()):
            if atom[0] == "term" and atom[1] not in seen:
                seen.add(atom[1])
                pending += [definition.when for definition in book.definitions(atom[1], date)]
            elif atom[0] != "term" and atom[1] == fact and atom not in lines:
                lines.append(atom)
    return lines


def _meets(line: Any, value: Any) -> bool:
    if line[0] == "is":
        return value in line[2]
    word, bound = line[2], line[3]
    return bool(
        {"at_least": value >= bound, "at_most": value <= bound, "over": value > bound, "under": value < bound}[word]
    )


def _prospect(book: Book, interview: Interview) -> Prospect:
    return Prospect(book, interview.question, interview.date, interview.facts, interview.passed)


def _best(book: Book, interview: Interview, candidates: tuple[str, ...]) -> str | None:
    """Return the candidate after which the fewest facts are left open on average; the first of equals."""
    if len(candidates) < len("ab"):
        return candidates[0] if candidates else None
    return min(candidates, key=lambda fact: _left(book, interview, fact))


def _left(book: Book, interview: Interview, fact: str) -> float:
    counts = [
        len(_prospect(book, _with(interview, fact, value)).open_facts().needed)
        for value in (*_kinds_that_agree(book, interview, fact), PASSED)
    ]
    return sum(counts) / len(counts)


def _with(interview: Interview, fact: str, value: Any) -> Interview:
    """Return the interview with a value that is known to be good, or with the fact passed over."""
    if value is PASSED:
        return replace(interview, passed=(*interview.passed, fact))
    return replace(interview, facts={**interview.facts, fact: value})


def _kinds_that_agree(book: Book, interview: Interview, fact: str) -> list[Any]:
    """Return the kinds of value of a fact that contradict nothing that was given."""
    values = kinds(book, interview.question, interview.date, fact)
    return [value for value in values if contradiction_in(book.data, {**interview.facts, fact: value}) is None]


def _remembered(book: Book, interview: Interview, policy: dict[Any, NextQuestion | None]) -> NextQuestion | None:
    key = (tuple(sorted((fact, str(value)) for fact, value in interview.facts.items())), frozenset(interview.passed))
    if key not in policy:
        policy[key] = next_question(book, interview)
    return policy[key]


def _answered(book: Book, interview: Interview, asked: NextQuestion, chance: random.Random) -> Interview:
    """Return the interview after a respondent chose a kind of value, or passed every exception over."""
    if asked.closing:
        return replace(interview, passed=(*interview.passed, *asked.facts))
    values = _kinds_that_agree(book, interview, asked.facts[0])
    return _with(interview, asked.facts[0], chance.choice(values) if values else PASSED)
