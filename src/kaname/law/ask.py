"""Ask the law: one question, one date, a set of facts; an answer with its reasons.

Idea: a question is answered yes where some rule permits (or obliges) and no rule that forbids stands against it;
where the finding is reserved to somebody, or a needed fact is open, the answer is undetermined and says who would
determine it.

Formula, in Kleene's three values, over the rules of the question in force on the date:
    no            where a forbidding rule holds (it bars only where its condition is told to hold: a bar must be shown);
    else P        = any over permitting rules of value(condition), where that is yes or open;
    else open     where a rule reserves the finding to somebody;
    else no.
A rule that says that no statute of the day gives the power (lacks) counts as forbidding.

Clock: ISO dates. Units: none. Reads: the law book. Writes: nothing. Raises InputError on a wrong name, value or date.
Source: the shape of the answer follows the analysis of classification, power and procedure in docs/reference/law.md.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kaname.law.book import LAST, Book, Citation, Rule, citation_from, load_book
from kaname.law.citing import citation_on
from kaname.law.conditions import Case, deciding, named_facts
from kaname.law.facts import checked_date, checked_facts, checked_question
from kaname.law.truth import NO, OPEN, WORDS, YES, any_of

PERMITTING = ("permits", "obliges")
FORBIDDING = ("forbids", "lacks")
HOLDS, FAILS, LEFT_OPEN = "holds", "fails", "open"


@dataclass(frozen=True)
class RuleUse:
    """One rule in the chain: whether its condition holds, and the facts on which that rests."""

    id: str
    effect: str
    state: str
    reason: Mapping[str, str]
    facts: tuple[str, ...]
    certainty: str
    start: str
    end: str


@dataclass(frozen=True)
class Step:
    """One step of the approval path; done where the facts say that it has been taken."""

    who: str
    timing: str
    limit: Mapping[str, str]
    act: Mapping[str, str]
    hours: tuple[float, float, float] | None
    grade: str | None
    citations: tuple[str, ...]
    done: bool = False


@dataclass(frozen=True)
class Rival:
    """Answer of a named rival reading, and its source."""

    reading: str
    answer: str
    source: str


@dataclass(frozen=True)
class OpenFinding:
    """A fact that would help to determine the answer, and who finds it."""

    fact: str
    found_by: str


@dataclass(frozen=True)
class Answer:
    """The answer to one question, with everything needed to defend it."""

    question: str
    date: str
    regime: str
    answer: str
    who_decides: str
    approval_path: tuple[Step, ...]
    citations: tuple[str, ...]
    citations_ja: tuple[str, ...]
    rules: tuple[RuleUse, ...]
    open_findings: tuple[OpenFinding, ...]
    rivals: tuple[Rival, ...] = field(default=())


def verdict(book: Book, question: str, date: str, facts: Mapping[str, Any], reading: str | None = None) -> int:
    """Return the bare answer 0 no, 1 yes, 2 undetermined, for names, facts and a date that are known to be good."""
    rules = book.rules_for(question, date, reading)
    return any_of(weigh(Case(book, date, premise), rules) for premise in book.premises(facts))


def weigh(case: Case, rules: list[Rule]) -> int:
    """Return the answer that these rules give on the case."""
    if any(case.value(rule.when) == YES for rule in rules if rule.effect in FORBIDDING):
        return NO
    permits = any_of(case.value(rule.when) for rule in rules if rule.effect in PERMITTING)
    if permits == NO and _reserved(case, rules):
        return OPEN
    return permits


def _reserved(case: Case, rules: list[Rule]) -> bool:
    return any(rule.effect == "reserves" and case.value(rule.when) == YES for rule in rules)


def ask(question: str, date: str | dt.date, facts: Mapping[str, Any], book: Book | None = None) -> Answer:
    """Answer one question with reasons; names, values and the date are checked first.

    >>> ask(next(iter(load_book().questions)), "2020-01-01", {}).answer
    'undetermined'
    """
    law = book or load_book()
    name = checked_question(law, question)
    day = checked_date(law, date)
    told = checked_facts(law, facts)
    return answer_on(law, name, day, told)


def answer_on(book: Book, question: str, date: str, facts: Mapping[str, Any]) -> Answer:
    """Answer with reasons, for input that is known to be good.

    Where several findings stand at once the answer is the most that any of them gives, with the reasons of those.
    """
    rules = book.rules_for(question, date)
    cases = [Case(book, date, premise) for premise in book.premises(facts)]
    values = [weigh(case, rules) for case in cases]
    value = any_of(values)
    leading = [case for case, one in zip(cases, values, strict=True) if one == value]
    chain = _joined((case, rule) for case in leading for rule in _chain(case, rules, value))
    lead = chain[0][1] if chain else None
    return Answer(
        question=question,
        date=date,
        regime=regime(book, question, date),
        answer=WORDS[value],
        who_decides=(lead.decides if lead and lead.decides else book.questions[question]["decides"]),
        approval_path=_path(chain, value),
        citations=_citations(chain, "en"),
        citations_ja=_citations(chain, "ja"),
        rules=tuple(_use(case, rule) for case, rule in chain),
        open_findings=_open_findings(book, leading, rules) if value == OPEN else (),
        rivals=_rivals(book, cases, question, value),
    )


def _joined(uses: Iterable[tuple[Case, Rule]]) -> list[tuple[Case, Rule]]:
    """Return each rule once, in the first case that rests on it."""
    first: dict[str, tuple[Case, Rule]] = {}
    for case, rule in uses:
        first.setdefault(rule.id, (case, rule))
    return list(first.values())


def regime(book: Book, question: str, date: str) -> str:
    """Return the latest regime of the question's track in force on the date, or an empty text before the first."""
    track = book.questions[question]["track"]
    begun = [one["id"] for one in book.data["regimes"] if one["track"] == track and one["from"] <= date]
    return begun[-1] if begun else ""


def _chain(case: Case, rules: list[Rule], value: int) -> list[Rule]:
    """Return the rules on which the answer rests, the leading one first.

    Yes rests on the permitting rules that hold. No rests on the forbidding rules that hold, then on the permitting
    ones that fail. Undetermined rests on the rules that reserve the finding and on the permitting rules that wait
    for a fact.
    """
    permitting = [rule for rule in rules if rule.effect in PERMITTING]
    forbidding = [rule for rule in rules if rule.effect in FORBIDDING]
    if value == YES:
        return [rule for rule in permitting if case.value(rule.when) == YES]
    if value == NO:
        barred = [rule for rule in forbidding if case.value(rule.when) == YES]
        return barred + [rule for rule in permitting if case.value(rule.when) == NO]
    reserving = [rule for rule in rules if rule.effect == "reserves" and case.value(rule.when) == YES]
    return reserving + [rule for rule in permitting if case.value(rule.when) == OPEN]


def _use(case: Case, rule: Rule) -> RuleUse:
    value = case.value(rule.when)
    facts = tuple(dict.fromkeys(atom[1] for atom in deciding(case, rule.when)))
    state = HOLDS if value == YES else FAILS if value == NO else LEFT_OPEN
    return RuleUse(rule.id, rule.effect, state, rule.reason, facts, rule.certainty, rule.start, rule.end)


def _open_findings(book: Book, cases: list[Case], rules: list[Rule]) -> tuple[OpenFinding, ...]:
    """Return what would determine an open answer: the facts on which open rules wait, formal findings first.

    Where only a reservation speaks, the formal findings that the permitting rules name.
    """
    case = cases[0]
    permitting = [rule for rule in rules if rule.effect in PERMITTING]
    named = dict.fromkeys(
        atom[1]
        for one in cases
        for rule in permitting
        if one.value(rule.when) == OPEN
        for atom in deciding(one, rule.when)
    )
    if not named:
        facts = (fact for rule in permitting for fact in named_facts(rule.when, book, case.date))
        named = dict.fromkeys(fact for fact in facts if book.facts[fact].get("finding"))
    missing = [fact for fact in named if case.facts.get(fact) is None or case.facts[fact] in book.open_values(fact)]
    missing.sort(key=lambda fact: not book.facts[fact].get("finding", False))
    return tuple(OpenFinding(fact, book.facts[fact]["found_by"]) for fact in missing)


def _path(chain: list[tuple[Case, Rule]], value: int) -> tuple[Step, ...]:
    """Return the steps of the first rule with a path; a no shows no path but that of the bar on which it rests."""
    speaking = [(case, rule) for case, rule in chain if value != NO or rule.effect in FORBIDDING]
    return next((steps_for(case, rule.path) for case, rule in speaking if rule.path), ())


def steps_on(book: Book, date: str, facts: Mapping[str, Any], path: str) -> tuple[Step, ...]:
    """Return the steps of a named approval path that the law of the date knows, in order."""
    return steps_for(Case(book, date, facts), path)


def steps_for(case: Case, path: str) -> tuple[Step, ...]:
    """Return the steps of a named approval path on a case: those of its date whose condition is not known to fail."""
    steps = case.book.data["paths"][path]["steps"]
    in_force = (step for step in steps if step["from"] <= case.date < step["until"])
    return tuple(_step(case, step) for step in in_force if "when" not in step or case.value(step["when"]) != NO)


def _step(case: Case, raw: Mapping[str, Any]) -> Step:
    """Return one step; where the facts meet a line of `instead`, with the words and the duration of that line."""
    instead: Mapping[str, Any] = next((one for one in raw.get("instead", ()) if case.value(one["when"]) == YES), {})
    told = {**raw, **{key: value for key, value in instead.items() if key != "when"}}
    latency = latency_on(case.book, told["latency"], case.date) if "latency" in told else None
    return Step(
        who=told["who"],
        timing=told["timing"],
        limit={"en": told.get("limit", ""), "ja": told.get("limit_ja", "")},
        act={"en": told["en"], "ja": told["ja"]},
        hours=tuple(latency["hours"]) if latency else None,
        grade=latency["grade"] if latency else None,
        citations=cited(case.book, case.date, case.facts, [citation_from(one) for one in told["cite"]]),
        done="done" in told and case.value(told["done"]) == YES,
    )


def latency_on(book: Book, name: str, date: str) -> Mapping[str, Any] | None:
    """Return the version of a latency in force on a date, or None."""
    versions = book.data["latencies"][name]["versions"]
    return next((version for version in versions if version["from"] <= date < version.get("until", LAST)), None)


def cited(
    book: Book, date: str, facts: Mapping[str, Any], cites: Iterable[Citation], language: str = "en"
) -> tuple[str, ...]:
    """Citations that fit the date and the facts, as text, each once."""
    fitting = (
        cite
        for cite in cites
        if cite.start <= date < cite.end and all(facts.get(fact) in values for fact, values in cite.facts.items())
    )
    return tuple(dict.fromkeys(citation_on(book, one, date, language) for one in fitting))


def _citations(chain: list[tuple[Case, Rule]], language: str) -> tuple[str, ...]:
    """Citations of the rules on which the answer rests; of failing ones only where nothing else is there."""
    leading = [(case, rule) for case, rule in chain if rule.effect in FORBIDDING or case.value(rule.when) != NO]
    texts = (
        text for case, rule in leading or chain for text in cited(case.book, case.date, case.facts, rule.cite, language)
    )
    return tuple(dict.fromkeys(texts))


def _rivals(book: Book, cases: list[Case], question: str, given: int) -> tuple[Rival, ...]:
    """Return what each rival reading would answer; one that says nothing about these facts is left out."""
    found, date = [], cases[0].date
    for name in book.readings(question, date):
        rules = book.rules_for(question, date, name)
        own = [rule for rule in rules if rule.reading == name]
        answer = any_of(weigh(case, rules) for case in cases)
        if answer == given and all(case.value(rule.when) == NO for case in cases for rule in own):
            continue
        source = own[0].source or ""
        found.append(Rival(name, WORDS[answer], source))
    return tuple(found)
