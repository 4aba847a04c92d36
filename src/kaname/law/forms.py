"""Forms: answers, options, gaps, periods and exams as plain text tables or as values ready for JSON.

Idea: one place where results take the shape in which they leave the room; nothing is computed here.

Reads: results of the law room and its words. Writes nothing.
Source: the JSON forms are documented in docs/reference/law.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from kaname.law.ask import Answer, Rival, Step, steps_on
from kaname.law.durations import duration
from kaname.law.exam import Marked, Scores, Unreadable
from kaname.law.families import Family
from kaname.law.gaps import Gap
from kaname.law.history import Period
from kaname.law.levers import Use, gate
from kaname.law.lines import columns, padded, wrapped
from kaname.law.literate import sources_of
from kaname.law.options import CLOSED, DOUBT, Option, hours
from kaname.law.page import responses_text
from kaname.law.say import Voice, block, steps_text
from kaname.law.truth import WORDS

ANSWER_COLUMNS = 16


def answer_form(voice: Voice, answer: Answer, facts: Mapping[str, Any]) -> dict[str, Any]:
    """One answer as JSON holds it."""
    return {
        "question": answer.question,
        "date": answer.date,
        "regime": answer.regime,
        "law_stands_at": voice.book.data["stands_at"],
        "facts": dict(facts),
        "answer": answer.answer,
        "who_decides": voice.body(answer.who_decides),
        "approval_path": [_step_form(voice, step) for step in answer.approval_path],
        "citations": list(voice.citations(answer)),
        "sources": [asdict(one) for one in sources_of(voice.book, answer, facts)],
        "rules": [{**asdict(use), "reason": voice.of(use.reason)} for use in answer.rules],
        "undetermined_until": [
            {"fact": one.fact, "found_by": voice.body(one.found_by)} for one in answer.open_findings
        ],
        "rival_readings": [_rival_form(voice, one) for one in answer.rivals],
    }


def _rival_form(voice: Voice, one: Rival) -> dict[str, Any]:
    name, source = voice.reading(one)
    return {"reading": one.reading, "name": name, "answer": one.answer, "source": source}


def _step_form(voice: Voice, step: Step) -> dict[str, Any]:
    return {
        "who": voice.body(step.who),
        "when": step.timing,
        "limit": voice.of(step.limit),
        "act": voice.of(step.act),
        "hours": list(step.hours) if step.hours else None,
        "grade": step.grade,
        "done": step.done,
        "citations": list(step.citations),
    }


def option_form(voice: Voice, one: Option) -> dict[str, Any]:
    """One option as JSON holds it."""
    return {
        "question": one.question,
        "state": voice.of(voice.book.data["states"][one.state]),
        "agency": voice.body(one.agency),
        "act": voice.of(one.act),
        "status": one.status,
        "where": [dict(way) for way in one.where],
        "after": [dict(way) for way in one.after],
        "hours": _hours_form(one.steps),
        "steps": [_step_form(voice, step) for step in one.steps],
        "citations": list(one.citations),
        "reason": voice.of(one.reason),
    }


def _hours_form(steps: tuple[Step, ...]) -> list[float] | None:
    known = hours(steps)
    return list(known) if known else None


def options_text(voice: Voice, date: str, facts: Mapping[str, Any], made: Sequence[Option]) -> str:
    """Options as a list by state and status."""
    lines = [f"{voice.word('options')}, {date}", *wrapped(f"{voice.word('facts')}: {voice.facts(facts)}")]
    heading = None
    for one in made:
        if heading != (one.state, one.status):
            heading = (one.state, one.status)
            lines += ["", f"{voice.of(voice.book.data['states'][one.state])}: {voice.word(one.status)}"]
        lines += wrapped(f"{voice.of(one.act)} ({voice.body(one.agency)}, {one.question})", "  ", "    ")
        lines += [line for text in _option_lines(voice, one) for line in wrapped(text, "      ", "        ")]
    return "\n".join([*lines, "", *wrapped(voice.word("range_note")), *voice.horizon(date), voice.word("disclaimer")])


def _option_lines(voice: Voice, one: Option) -> list[str]:
    """Under an option: what opens it, how long its path takes; why it is closed or in doubt."""
    if one.status in (CLOSED, DOUBT):
        return [voice.of(one.reason)]
    lines = [voice.facts(way[0]) for way in (one.where or one.after,) if way]
    known = hours(one.steps)
    return [*lines, f"{voice.word('takes')} {duration(known, voice.language)}"] if known else lines


def gap_form(gap: Gap) -> dict[str, Any]:
    """One gap as JSON holds it."""
    return {
        "act": dict(gap.act),
        "in_doubt": gap.in_doubt,
        "thresholds": dict(gap.thresholds),
        "open_responses": list(gap.open_responses),
        "doubtful_responses": list(gap.doubtful_responses),
    }


def gaps_text(voice: Voice, date: str, found: Sequence[Family]) -> str:
    """Gaps as two lists, certain and in doubt; acts that differ in one choice and leave the same open share a line."""
    lines = [f"{voice.word('gaps')}, {date}"]
    for title, doubt in (("gaps_certain", False), ("gaps_doubt", True)):
        chosen = [one for one in found if one.in_doubt == doubt]
        acts = sum(one.count for one in chosen)
        lines += ["", f"{voice.word(title)} ({acts} {voice.word('acts')}, {len(chosen)} {voice.word('groups')})"]
        for one in chosen:
            act = ", ".join(voice.fact(fact, *values) for fact, values in one.choices)
            lines += wrapped(act, "  ", "    ")
            lines += wrapped(f"{voice.word('responses')}: {responses_text(voice, one)}", "      ", "        ")
    return "\n".join([*lines, "", *voice.horizon(date), voice.word("disclaimer")])


def period_form(voice: Voice, one: Period) -> dict[str, Any]:
    """One period of a history as JSON holds it."""
    return {
        "from": one.start,
        "until": one.end,
        "answer": one.answer,
        "event": voice.of(one.event),
        "rules": list(one.rules),
    }


def history_text(voice: Voice, question: str, facts: Mapping[str, Any], periods: Sequence[Period]) -> str:
    """A history as one line for each period."""
    asked = f"{question}: {voice.of(voice.book.questions[question])}"
    told = f"{voice.word('facts')}: {voice.facts(facts)}"
    lines = [*wrapped(f"{voice.word('history')}: {asked}"), *wrapped(told), ""]
    for one in periods:
        start = f"  {one.start}  {padded(voice.word(one.answer), ANSWER_COLUMNS)}  "
        lines += wrapped(voice.of(one.event), start, " " * columns(start))
    return "\n".join([*lines, "", *voice.horizon(periods[-1].end), voice.word("disclaimer")])


def exam_form(
    voice: Voice, marked: Sequence[Marked], result: Scores | None, refused: Sequence[Unreadable] = ()
) -> dict[str, Any]:
    """A marked exam as JSON holds it; a case that could not be read stands at the end with its error."""
    cases = [_marked_form(voice, one) for one in marked]
    cases += [{"id": one.id, "answer": None, "error": str(one.error)} for one in refused]
    return {
        "cases": cases,
        "scores": asdict(result) if result else {},
        "not_read": len(refused),
        "law_stands_at": voice.book.data["stands_at"],
    }


def _marked_form(voice: Voice, one: Marked) -> dict[str, Any]:
    form = answer_form(voice, one.answer, one.case.facts)
    kept = ("answer", "who_decides", "approval_path", "citations", "rules")
    expected = {} if one.case.expected is None else {"expected": one.case.expected, "right": one.right}
    return {"id": one.case.id, **{key: form[key] for key in kept}, **expected}


def exam_text(voice: Voice, marked: Sequence[Marked], result: Scores | None, refused: Sequence[Unreadable] = ()) -> str:
    """A marked exam: a line for each case, then the marks, then the wrong cases with both chains of reasons."""
    lines = [line for one in marked for line in _marked_lines(voice, one)]
    lines += voice.horizon(max((one.case.date for one in marked), default=""))
    lines += [line for one in refused for line in wrapped(f"! {padded(one.id, 8)} {one.error}", "", " " * 11)]
    if refused:
        lines += ["", f"{len(refused)} {voice.word('cases_not_read')}"]
    if result is None:
        return "\n".join([*lines, "", f"{len(marked)} {voice.word('cases_without_answers')}"])
    lines += ["", f"right {result.right} of {result.asked} ({result.accuracy:.3f}), macro-F1 {result.macro_f1:.3f}"]
    lines += [f"  F1 {name}: {value:.3f}" for name, value in result.f1.items()]
    lines += ["confusion (expected: given)"]
    lines += [f"  {name}: " + ", ".join(f"{key} {row[key]}" for key in row) for name, row in result.confusion.items()]
    lines += [f"citations agree in statute and article: {result.citations_agree} of {result.citations_asked}"]
    for one in (each for each in marked if each.right is False):
        lines += ["", *_wrong(voice, one)]
    for one in (each for each in marked if each.cited is False):
        lines += ["", f"{one.case.id}: cited {'; '.join(one.case.citations)}; ours {'; '.join(one.answer.citations)}"]
    return "\n".join(lines)


def _marked_lines(voice: Voice, one: Marked) -> list[str]:
    start = f"{_sign(one)} {padded(one.case.id, 8)} {padded(one.answer.answer, 13)} "
    return wrapped("; ".join(voice.citations(one.answer)), start, " " * columns(start))


def _sign(one: Marked) -> str:
    return {None: " ", True: "+", False: "-"}[one.right]


def _wrong(voice: Voice, one: Marked) -> list[str]:
    ours = [f"{use.id}: {voice.of(use.reason)}" for use in one.answer.rules] or [voice.word("no_rule")]
    theirs = f"theirs: {one.case.reason} [{'; '.join(one.case.citations)}]"
    return [
        f"{one.case.id}: expected {one.case.expected}, given {one.answer.answer}",
        *wrapped(theirs, "  ", "    "),
        "  ours:",
        *(line for text in ours for line in wrapped(text, "    ", "      ")),
    ]


def lever_form(voice: Voice, name: str, made: Sequence[Use]) -> dict[str, Any]:
    """The uses of one lever as JSON holds them."""
    uses = [
        {
            "use": voice.of(one.sentence),
            "question": one.answer.question,
            "answer": one.answer.answer,
            "who_decides": voice.body(one.answer.who_decides),
            "citations": list(voice.citations(one.answer)),
        }
        for one in made
    ]
    return {"lever": name, "gate": WORDS[gate(made)], "uses": uses}


def levers_text(voice: Voice, date: str, made: Mapping[str, Sequence[Use]]) -> str:
    """Levers with the law's answer to each of their uses."""
    lines = [f"{voice.word('levers')}, {date}"]
    for name, found in made.items():
        lines += ["", f"{name}: {voice.word('gate_' + WORDS[gate(found)])}"]
        for use in found:
            start = f"  {padded(voice.word(use.answer.answer), ANSWER_COLUMNS)}  "
            told = f"{voice.of(use.sentence)} ({voice.body(use.answer.who_decides)}, {use.answer.question})"
            lines += wrapped(told, start, " " * columns(start))
    return "\n".join([*lines, "", *voice.horizon(date), voice.word("disclaimer")])


def paths_text(voice: Voice, date: str) -> str:
    """Every decision path of a day with its steps and durations."""
    lines = [f"{voice.word('approval_path')}, {date}", *wrapped(voice.word("range_note")), *voice.horizon(date)]
    for name, path in voice.book.data["paths"].items():
        steps = steps_on(voice.book, date, {}, name)
        if not steps:
            continue
        known = hours(steps)
        lasts = duration(known, voice.language) if known else voice.word("duration_unknown")
        lines += ["", *wrapped(f"{voice.of(path)} ({name}): {lasts}")]
        lines += block("", steps_text(voice, steps))[2:]
    return "\n".join(lines)
