"""An interview in words: its questions, what a reply means, and how it ended.

Idea: a question shows the fact, its values and what they mean; a reply is a value, its number in the list, or in a
closing question name=value. Nothing is computed here that the interview does not hold.

Reads: an interview and the law book's words. Writes nothing. Raises InputError on a reply of another form.
Source: this project's own.
"""

from __future__ import annotations

from typing import Any

from kaname.law.interview import Interview, NextQuestion, Outlook, all_facts
from kaname.law.lines import wrapped
from kaname.law.render import Wording
from kaname.law.situation import facts_told


def outlook_text(wording: Wording, at: Interview, expected: Outlook) -> str:
    """Return what is asked, how long it will take, and how to reply."""
    count = f"{expected.expected:.0f}"
    lines = [
        *wrapped(f"{at.question}: {wording.of(wording.book.questions[at.question])} ({at.date})"),
        *wrapped(wording.word("interview_outlook").format(expected=count, all=expected.all_facts)),
        *wrapped(wording.word("interview_help")),
    ]
    return "\n".join(lines)


def question_text(wording: Wording, asked: NextQuestion) -> str:
    """Return one question in lines: the fact with its values, or the exceptions of a closing question."""
    if asked.closing:
        lines = [*wrapped(wording.word("interview_closing"))]
        return "\n".join([*lines, *(row for fact in asked.facts for row in _fact_lines(wording, fact, "  "))])
    (fact,) = asked.facts
    return "\n".join([f"{wording.of(wording.book.facts[fact])} ({fact})", *_value_lines(wording, fact)])


def _fact_lines(wording: Wording, fact: str, edge: str) -> list[str]:
    values = "/".join(wording.book.facts[fact].get("values", ("0, 1, 2 ...",)))
    return wrapped(f"{fact}={values}: {wording.of(wording.book.facts[fact])}", edge, edge + "    ")


def _value_lines(wording: Wording, fact: str) -> list[str]:
    values = wording.book.facts[fact].get("values")
    if not values:
        return [f"   {wording.word('whole_number')}"]
    return [f"   {number}. {wording.choice(value)}" for number, value in enumerate(values, start=1)]


def explained(wording: Wording, at: Interview, asked: NextQuestion) -> str:
    """Return what can still come of it and what was given so far."""
    answers = ", ".join(wording.word(answer) for answer in asked.answers)
    given = wording.facts(at.facts)
    return "\n".join(
        [*wrapped(f"{wording.word('interview_still')}: {answers}"), *wrapped(f"{wording.word('facts')}: {given}")]
    )


def reply_facts(wording: Wording, asked: NextQuestion, reply: str) -> dict[str, Any]:
    """Return the facts that a reply gives: none for an empty one, which passes the question over."""
    if not reply:
        return {}
    if asked.closing or "=" in reply:
        return dict(facts_told(reply.split()))
    (fact,) = asked.facts
    values = wording.book.facts[fact].get("values", ())
    if reply.isdecimal() and 1 <= int(reply[:3]) <= len(values):
        return {fact: values[int(reply[:3]) - 1]}
    return {fact: reply}


def ended_text(wording: Wording, end: Interview) -> str:
    """Return how many questions it took against asking for every fact."""
    closing = sum(one.closing for one in end.asked)
    text = wording.word("interview_asked")
    return text.format(asked=len(end.asked) - closing, all=len(all_facts(wording.book, end)), closing=closing)


def ended_form(wording: Wording, start: Interview, end: Interview, expected: Outlook) -> dict[str, Any]:
    """Return the interview as JSON holds it: every question in order, and the counts."""
    return {
        "asked": [{"facts": list(one.facts), "closing": one.closing} for one in end.asked],
        "passed_over": list(end.passed),
        "questions": len(end.asked),
        "questions_expected": expected.expected,
        "questions_asking_all": expected.all_facts,
    }
