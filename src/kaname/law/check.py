"""Check: is the law book sound? Wrong names, periods, rules nobody can reach, rules that contradict each other.

Idea: a lawyer changes the YAML; before anything ships, every name is looked up, every dated thing is compared with its
neighbours, and for every pair of rules that say yes and no to one question facts are searched on which both hold: such
a pair is a contradiction unless the forbidding rule says that it defeats the other.

Reads: the data of a law book. Writes nothing. `findings` returns sentences, the worst first.
Source: this project's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from kaname.core.errors import nearest_name
from kaname.law.ask import FORBIDDING, PERMITTING
from kaname.law.book import LAST, Book, Rule, book_from
from kaname.law.check_fields import field_findings
from kaname.law.check_names import name_findings
from kaname.law.conditions import Case
from kaname.law.entries import entry_findings
from kaname.law.premises import contradiction_in
from kaname.law.satisfying_facts import ways
from kaname.law.source_schema import told_as_input
from kaname.law.truth import YES


def findings(data: Mapping[str, Any]) -> list[str]:
    """Return everything wrong with the data, as sentences; an empty list when the book is sound."""
    with told_as_input():
        return _findings(data)


def _findings(data: Mapping[str, Any]) -> list[str]:
    wrong = [*field_findings(data), *entry_findings(data), *name_findings(data)]
    if wrong:
        return wrong
    book = book_from(data)
    return [*_periods(data), *_unreachable(book), *_contradictions(book), *_uncited(book), *_unanswered(book)]


def _periods(data: Mapping[str, Any]) -> Iterator[str]:
    """Empty periods; versions of one dated thing that overlap; the same rule twice in one period."""
    for rule in data["rules"]:
        if rule["from"] >= rule["until"]:
            yield f"{rule['file']} {rule['id']}: the period from {rule['from']} until {rule['until']} is empty"
    for group in ("terms", "latencies"):
        for name, one in data[group].items():
            for first, second in combinations(one["versions"], 2):
                if _overlap(first, second):
                    yield f"{group} {name}: the periods from {first['from']} and from {second['from']} overlap"
    for first, second in combinations(data["rules"], 2):
        same = all(first[key] == second[key] for key in ("answers", "effect", "when")) and _overlap(first, second)
        if same and first.get("reading") == second.get("reading"):
            yield f"{first['id']} and {second['id']}: the same rule twice, in periods that overlap"


def _overlap(first: Mapping[str, Any], second: Mapping[str, Any]) -> bool:
    return first["from"] < second.get("until", LAST) and second["from"] < first.get("until", LAST)


def _days(book: Book, rule: Rule) -> list[str]:
    """Return a day in each stretch of the rule's period in which nothing of the book changes."""
    first = max(rule.start, book.data["first_day"])
    return [first, *(day for day in book.data["changes"] if first < day < rule.end)]


def _unreachable(book: Book) -> Iterator[str]:
    """Rules whose condition no facts can meet, and permitting rules that an unconditional bar always defeats."""
    for rule in book.rules:
        days = _days(book, rule)
        if not any(_reachable(book, day, rule.when) for day in days):
            yield f"{rule.file} {rule.id}: no facts can meet its condition, so nobody can reach it"
        elif rule.effect in PERMITTING and all(_always_barred(book, rule, day) for day in days):
            yield f"{rule.file} {rule.id}: another rule bars it at all times, so nobody can reach it"


def _reachable(book: Book, day: str, condition: Any) -> bool:
    return _facts_for(book, day, condition) is not None


def _facts_for(book: Book, day: str, condition: Any) -> dict[str, Any] | None:
    """Return facts on which the condition holds on that day, verified by evaluation, or None."""
    for way in ways(Case(book, day, {}), condition, YES):
        if Case(book, day, way).value(condition) == YES:
            return way
    return None


def _always_barred(book: Book, rule: Rule, day: str) -> bool:
    return all(
        any(one.effect in FORBIDDING and one.when[0] == "always" for one in book.rules_for(question, day))
        for question in rule.answers
    )


def _contradictions(book: Book) -> Iterator[str]:
    """Pairs of rules that say yes and no on the same facts and day, where neither defeats the other."""
    for barring in book.rules:
        if barring.effect not in FORBIDDING or "all" in barring.defeats:
            continue
        for permitting in book.rules:
            if permitting.effect in PERMITTING and permitting.id not in barring.defeats:
                yield from _both_hold(book, permitting, barring)


def _both_hold(book: Book, permitting: Rule, barring: Rule) -> Iterator[str]:
    if not set(permitting.answers) & set(barring.answers) or permitting.reading != barring.reading:
        return
    for day in _days(book, permitting):
        if not barring.in_force(day):
            continue
        facts = _facts_for(book, day, ["all", [permitting.when, barring.when]])
        if facts is not None and not contradiction_in(book.data, facts):
            text = ", ".join(f"{fact}={value}" for fact, value in facts.items())
            yield f"{permitting.id} and {barring.id} contradict each other on {day}, for example with {text}"
            return


def _uncited(book: Book) -> Iterator[str]:
    """Rules that on some day of their period cite nothing that existed."""
    for rule in book.rules:
        for day in _days(book, rule):
            if not any(cite.start <= day < cite.end and not cite.facts for cite in rule.cite):
                yield f"{rule.file} {rule.id}: on {day} it cites nothing that existed"
                break


def _unanswered(book: Book) -> Iterator[str]:
    """Questions that no rule ever answers."""
    for question in book.questions:
        if not any(question in rule.answers for rule in book.rules):
            near = nearest_name(question, [answer for rule in book.rules for answer in rule.answers])
            yield f"questions {question}: no rule answers it" + (f"; nearest answered: {near}" if near else "")
