"""Reach: at least how many facts must change before an answer can turn.

Idea: most pairs of changes cannot turn an answer, because the rule that would have to hold fails in more than two
unconnected places. A lower bound on the changes that a condition needs says which facts are worth pairing, without
trying them; it leaves no flip out.

Formula: a leaf needs 1; a disjunction (or a failing conjunction) needs the least of its parts; a conjunction needs the
greatest of its parts, or the sum over parts that share no fact, where facts that follow from one another count as one.
Reads: the law book. Writes nothing.
Source: admissible bounds as in branch and bound, A. Land, A. Doig (1960).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kaname.law.ask import FORBIDDING, PERMITTING
from kaname.law.book import Rule
from kaname.law.conditions import Case, Condition, named_facts
from kaname.law.truth import NO, YES, negate

Pairable = frozenset[str]


def pairable(case: Case, rules: Sequence[Rule], target: int, most: int) -> list[Pairable]:
    """Return sets of facts; at most `most` changes turn the answer to yes or no only if they lie in one of the sets."""
    return list((_toward_yes if target == YES else _toward_no)(case, rules, most))


def _toward_yes(case: Case, rules: Sequence[Rule], most: int) -> Iterator[Pairable]:
    """A permitting rule must come to hold, and no bar may hold: one change may bring a bar that the other lifts."""
    barred = [rule for rule in rules if rule.effect in FORBIDDING]
    lifting = frozenset(fact for rule in barred for fact in _names(case, rule.when))
    for rule in rules:
        if rule.effect in PERMITTING and needs(case, rule.when, YES) <= most:
            yield _names(case, rule.when) | lifting


def _toward_no(case: Case, rules: Sequence[Rule], most: int) -> Iterator[Pairable]:
    """A bar must come to hold, or every permitting rule fail: one change may open a rule that the other fails."""
    for rule in rules:
        if rule.effect in FORBIDDING and needs(case, rule.when, YES) <= most:
            yield _names(case, rule.when)
    standing = [rule for rule in rules if rule.effect in PERMITTING and case.value(rule.when) != NO]
    if all(needs(case, rule.when, NO) <= most for rule in standing):
        others = [rule for rule in rules if rule.effect not in FORBIDDING]
        yield frozenset(fact for rule in others for fact in _names(case, rule.when))


def needs(case: Case, condition: Condition, wanted: int) -> int:
    """Return a lower bound on the number of facts to change so that the condition becomes yes or no."""
    if case.value(condition) == wanted:
        return 0
    head = condition[0]
    if head in ("all", "any"):
        every = (head == "all") == (wanted == YES)
        return _every(case, condition[1], wanted) if every else _least(case, condition[1], wanted)
    if head == "not":
        return needs(case, condition[1], negate(wanted))
    if head == "term":
        versions = [definition.when for definition in case.book.definitions(condition[1], case.date)]
        return _least(case, versions, wanted) if wanted == YES else _every(case, versions, wanted)
    if (head, wanted) in (("stated", YES), ("presumed", NO)):
        return needs(case, condition[1], wanted)
    return _never(case) if head == "always" else 1


def _never(case: Case) -> int:
    """More changes than there are facts: what always holds cannot be made to fail."""
    return len(case.book.facts) + 1


def _least(case: Case, parts: Sequence[Condition], wanted: int) -> int:
    return min((needs(case, part, wanted) for part in parts), default=_never(case))


def _every(case: Case, parts: Sequence[Condition], wanted: int) -> int:
    """Return the greatest need of a part, or the sum over parts without a common fact, whichever is greater."""
    wanting = sorted(((needs(case, part, wanted), part) for part in parts), key=lambda one: -one[0])
    total, used = 0, frozenset[str]()
    for need, part in wanting:
        groups = frozenset(case.book.linked.get(fact, fact) for fact in _names(case, part))
        if need and not groups & used:
            total, used = total + need, used | groups
    return total


def _names(case: Case, condition: Condition) -> frozenset[str]:
    return frozenset(named_facts(condition, case.book, case.date))
