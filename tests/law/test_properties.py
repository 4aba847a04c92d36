"""Laws of the law room over random facts: narrowing, regimes, agreement of answer and explanation, minimal flips."""

import datetime as dt
from itertools import combinations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kaname.law.ask import answer_on, verdict
from kaname.law.book import load_book
from kaname.law.conditions import Case, named_facts, parts
from kaname.law.facts import checked_facts
from kaname.law.flips import flips, openings
from kaname.law.premises import closed
from kaname.law.satisfying_facts import ways
from kaname.law.stories import load_stories
from kaname.law.truth import OPEN, WORDS, YES

BOOK = load_book()
STORIES = [(one.question, day.date, day.facts, day.answer) for one in load_stories() for day in one.days]
YES_DAYS = [one[:3] for one in STORIES if one[3] == "yes"]
QUESTIONS = sorted(BOOK.questions)
FIRST = dt.date.fromisoformat(BOOK.data["first_day"])
DATES = st.dates(FIRST, dt.date(2027, 12, 31)).map(dt.date.isoformat)


def named(question, date):
    rules = BOOK.rules_for(question, date)
    return sorted({fact for rule in rules for fact in named_facts(rule.when, BOOK, date)})


def values(fact):
    told = BOOK.facts[fact]
    return list(range(0, 100, 10)) if told.get("number") else list(told["values"])


@st.composite
def cases(draw):
    question, date = draw(st.sampled_from(QUESTIONS)), draw(DATES)
    facts = {}
    for fact in named(question, date):
        if draw(st.booleans()):
            facts[fact] = draw(st.sampled_from(values(fact)))
            if contradicts(facts):
                del facts[fact]
    return question, date, facts


def contradicts(facts):
    lines = BOOK.data["contradictions"]
    return any(all(facts.get(fact) in told for fact, told in line["when"].items()) for line in lines)


@given(cases(), st.data())
def test_a_fact_that_no_rule_names_changes_nothing(case, data):
    question, date, facts = case
    other = data.draw(st.sampled_from(sorted(set(BOOK.facts) - set(named(question, date)))))
    told = {**facts, other: data.draw(st.sampled_from(values(other)))}
    assert verdict(BOOK, question, date, told) == verdict(BOOK, question, date, facts)


@given(cases())
def test_a_fact_that_follows_from_the_facts_changes_no_answer(case):
    question, date, facts = case
    before = answer_on(BOOK, question, date, facts)
    for fact, value in closed(BOOK.implications, facts).items():
        after = answer_on(BOOK, question, date, {**facts, fact: value})
        assert (after.answer, after.rules) == (before.answer, before.rules)


@pytest.mark.parametrize(("question", "date", "facts"), YES_DAYS, ids=[f"{one[0]} {one[1]}" for one in YES_DAYS])
def test_telling_what_a_yes_takes_for_granted_leaves_it_a_yes(question, date, facts):
    told = checked_facts(BOOK, facts)
    whole = Case(BOOK, date, BOOK.premises(told)[0])
    for use in answer_on(BOOK, question, date, told).rules:
        for way in taken_for_granted(whole, BOOK.rule(use.id).when):
            assert verdict(BOOK, question, date, checked_facts(BOOK, {**told, **way})) == YES, (use.id, way)


def taken_for_granted(case, condition):
    """For each presumption that a condition leans on: the first way to tell that what it presumes is so."""
    head = condition[0]
    if head == "presumed":
        inner = condition[1]
        if case.value(inner) == OPEN:
            yield from ways(case, inner, YES)[:1]
        return
    inside = (
        [version.when for version in BOOK.definitions(condition[1], case.date)] if head == "term" else parts(condition)
    )
    for part in inside if head != "not" else ():
        if case.value(part) == YES:
            yield from taken_for_granted(case, part)


@given(cases(), st.data())
def test_an_answer_turns_only_by_a_rule_that_names_the_added_fact(case, data):
    question, date, facts = case
    free = [fact for fact in named(question, date) if fact not in facts]
    assume(free)
    fact = data.draw(st.sampled_from(free))
    told = {**facts, fact: data.draw(st.sampled_from(values(fact)))}
    before, after = answer_on(BOOK, question, date, facts), answer_on(BOOK, question, date, told)
    if {before.answer, after.answer} == {"yes", "no"}:
        used = {use.id for use in (*before.rules, *after.rules)}
        assert any(fact in named_facts(BOOK.rule(name).when, BOOK, date) for name in used)


@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(cases(), st.data())
def test_a_fact_that_nothing_presumes_or_wants_shown_only_narrows(case, data):
    question, date, facts = case
    free = [fact for fact in plain(question, date) if fact not in facts]
    assume(free)
    fact = data.draw(st.sampled_from(free))
    told = {**facts, fact: data.draw(st.sampled_from(values(fact)))}
    before, after = verdict(BOOK, question, date, facts), verdict(BOOK, question, date, told)
    assert before in (after, OPEN) or after == OPEN and told[fact] in BOOK.open_values(fact)


def plain(question, date):
    """Facts that the permitting rules name plainly and that no presumption, burden or bar touches."""
    marked = set()
    for rule in BOOK.rules_for(question, date):
        if rule.effect in ("forbids", "lacks", "reserves"):
            marked.update(named_facts(rule.when, BOOK, date))
        marked.update(inside(rule.when, date, under=False))
    return [fact for fact in named(question, date) if fact not in marked]


def inside(condition, date, under):
    head = condition[0]
    if head in ("is", "number"):
        return {condition[1]} if under else set()
    if head == "term":
        return set().union(*(inside(one.when, date, under) for one in BOOK.definitions(condition[1], date)), set())
    if head in ("presumed", "stated"):
        return inside(condition[1], date, under=True)
    parts = condition[1] if head in ("all", "any") else [condition[1]] if head == "not" else []
    return set().union(*(inside(part, date, under) for part in parts), set())


@given(cases())
def test_a_day_equals_the_last_day_of_change_before_it(case):
    question, date, facts = case
    since = max(day for day in [BOOK.data["first_day"], *BOOK.data["changes"]] if day <= date)
    assert verdict(BOOK, question, date, facts) == verdict(BOOK, question, since, facts)


@given(cases())
def test_answer_and_explanation_agree(case):
    question, date, facts = case
    given_answer = answer_on(BOOK, question, date, facts)
    assert given_answer.answer == WORDS[verdict(BOOK, question, date, facts)]
    states = {(use.effect in ("permits", "obliges"), use.state) for use in given_answer.rules}
    if given_answer.answer == "yes":
        assert states == {(True, "holds")}
    if given_answer.answer == "no" and given_answer.rules:
        assert (False, "holds") in states or states == {(True, "fails")}


@given(cases())
def test_flips_flip_and_no_part_of_one_does(case):
    question, date, facts = case
    for flip in flips(BOOK, question, date, facts):
        assert WORDS[verdict(BOOK, question, date, {**facts, **dict(flip.changes)})] == flip.answer
        for size in range(1, len(flip.changes)):
            for part in combinations(flip.changes, size):
                told = {**facts, **dict(part)}
                assert contradicts(told) or WORDS[verdict(BOOK, question, date, told)] != flip.answer


@given(cases())
def test_findings_that_open_a_power_leave_told_circumstances_as_they_are(case):
    question, date, facts = case
    for flip in openings(BOOK, question, date, facts, 3).findings:
        assert any(BOOK.facts[fact].get("finding") or BOOK.facts[fact].get("judged") for fact, _ in flip.changes)
        changed = {fact for fact, _ in flip.changes if not BOOK.facts[fact].get("finding")}
        assert not changed & {fact for fact, value in facts.items() if value not in BOOK.open_values(fact)}
