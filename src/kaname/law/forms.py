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
from kaname.law.render import Wording, block, steps_text
from kaname.law.truth import WORDS

ANSWER_COLUMNS = 16


def answer_form(wording: Wording, answer: Answer, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return one answer as plain data for JSON."""
    return {
        "question": answer.question,
        "date": answer.date,
        "regime": answer.regime,
        "law_stands_at": wording.book.data["stands_at"],
        "facts": dict(facts),
        "answer": answer.answer,
        "who_decides": wording.body(answer.who_decides),
        "approval_path": [_step_form(wording, step) for step in answer.approval_path],
        "citations": list(wording.citations(answer)),
        "sources": [asdict(source) for source in sources_of(wording.book, answer, facts)],
        "rules": [{**asdict(use), "reason": wording.of(use.reason)} for use in answer.rules],
        "undetermined_until": [
            {"fact": finding.fact, "found_by": wording.body(finding.found_by)} for finding in answer.open_findings
        ],
        "rival_readings": [_rival_form(wording, rival) for rival in answer.rivals],
    }


def _rival_form(wording: Wording, rival: Rival) -> dict[str, Any]:
    name, source = wording.reading(rival)
    return {"reading": rival.reading, "name": name, "answer": rival.answer, "source": source}


def _step_form(wording: Wording, step: Step) -> dict[str, Any]:
    return {
        "who": wording.body(step.who),
        "when": step.timing,
        "limit": wording.of(step.limit),
        "act": wording.of(step.act),
        "hours": list(step.hours) if step.hours else None,
        "grade": step.grade,
        "done": step.done,
        "citations": list(step.citations),
    }


def option_form(wording: Wording, option: Option) -> dict[str, Any]:
    """Return one option as plain data for JSON."""
    return {
        "question": option.question,
        "state": wording.of(wording.book.data["states"][option.state]),
        "agency": wording.body(option.agency),
        "act": wording.of(option.act),
        "status": option.status,
        "where": [dict(way) for way in option.where],
        "after": [dict(way) for way in option.after],
        "hours": _hours_form(option.steps),
        "steps": [_step_form(wording, step) for step in option.steps],
        "citations": list(option.citations),
        "reason": wording.of(option.reason),
    }


def _hours_form(steps: tuple[Step, ...]) -> list[float] | None:
    known = hours(steps)
    return list(known) if known else None


def options_text(wording: Wording, date: str, facts: Mapping[str, Any], made: Sequence[Option]) -> str:
    """Options as a list by state and status."""
    lines = [f"{wording.word('options')}, {date}", *wrapped(f"{wording.word('facts')}: {wording.facts(facts)}")]
    heading = None
    for one in made:
        if heading != (one.state, one.status):
            heading = (one.state, one.status)
            lines += ["", f"{wording.of(wording.book.data['states'][one.state])}: {wording.word(one.status)}"]
        lines += wrapped(f"{wording.of(one.act)} ({wording.body(one.agency)}, {one.question})", "  ", "    ")
        lines += [line for text in _option_lines(wording, one) for line in wrapped(text, "      ", "        ")]
    return "\n".join(
        [*lines, "", *wrapped(wording.word("range_note")), *wording.horizon(date), wording.word("disclaimer")]
    )


def _option_lines(wording: Wording, option: Option) -> list[str]:
    """Under an option: what opens it, how long its path takes; why it is closed or in doubt."""
    if option.status in (CLOSED, DOUBT):
        return [wording.of(option.reason)]
    lines = [wording.facts(way[0]) for way in (option.where or option.after,) if way]
    known = hours(option.steps)
    return [*lines, f"{wording.word('takes')} {duration(known, wording.language)}"] if known else lines


def gap_form(gap: Gap) -> dict[str, Any]:
    """Return one gap as plain data for JSON."""
    return {
        "act": dict(gap.act),
        "in_doubt": gap.in_doubt,
        "thresholds": dict(gap.thresholds),
        "open_responses": list(gap.open_responses),
        "doubtful_responses": list(gap.doubtful_responses),
    }


def gaps_text(wording: Wording, date: str, families: Sequence[Family]) -> str:
    """Gaps as two lists, certain and in doubt; acts that differ in one choice and leave the same open share a line."""
    lines = [f"{wording.word('gaps')}, {date}"]
    for title, doubt in (("gaps_certain", False), ("gaps_doubt", True)):
        chosen = [family for family in families if family.in_doubt == doubt]
        acts = sum(one.count for one in chosen)
        lines += ["", f"{wording.word(title)} ({acts} {wording.word('acts')}, {len(chosen)} {wording.word('groups')})"]
        for one in chosen:
            act = ", ".join(wording.fact(fact, *values) for fact, values in one.choices)
            lines += wrapped(act, "  ", "    ")
            lines += wrapped(f"{wording.word('responses')}: {responses_text(wording, one)}", "      ", "        ")
    return "\n".join([*lines, "", *wording.horizon(date), wording.word("disclaimer")])


def period_form(wording: Wording, period: Period) -> dict[str, Any]:
    """Return one period of a history as plain data for JSON."""
    return {
        "from": period.start,
        "until": period.end,
        "answer": period.answer,
        "event": wording.of(period.event),
        "rules": list(period.rules),
    }


def history_text(wording: Wording, question: str, facts: Mapping[str, Any], periods: Sequence[Period]) -> str:
    """Return a history as one line for each period."""
    asked = f"{question}: {wording.of(wording.book.questions[question])}"
    text = f"{wording.word('facts')}: {wording.facts(facts)}"
    lines = [*wrapped(f"{wording.word('history')}: {asked}"), *wrapped(text), ""]
    for period in periods:
        start = f"  {period.start}  {padded(wording.word(period.answer), ANSWER_COLUMNS)}  "
        lines += wrapped(wording.of(period.event), start, " " * columns(start))
    return "\n".join([*lines, "", *wording.horizon(periods[-1].end), wording.word("disclaimer")])


def exam_form(
    wording: Wording, marked: Sequence[Marked], result: Scores | None, refused: Sequence[Unreadable] = ()
) -> dict[str, Any]:
    """Return a marked exam as JSON holds it; a case that could not be read stands at the end with its error."""
    cases = [_marked_form(wording, one) for one in marked]
    cases += [{"id": one.id, "answer": None, "error": str(one.error)} for one in refused]
    return {
        "cases": cases,
        "scores": asdict(result) if result else {},
        "not_read": len(refused),
        "law_stands_at": wording.book.data["stands_at"],
    }


def _marked_form(wording: Wording, marked: Marked) -> dict[str, Any]:
    form = answer_form(wording, marked.answer, marked.case.facts)
    kept = ("answer", "who_decides", "approval_path", "citations", "rules")
    expected = {} if marked.case.expected is None else {"expected": marked.case.expected, "right": marked.right}
    return {"id": marked.case.id, **{key: form[key] for key in kept}, **expected}


def exam_text(
    wording: Wording, marked: Sequence[Marked], result: Scores | None, refused: Sequence[Unreadable] = ()
) -> str:
    """Return a marked exam: a line for each case, then the marks, then the wrong cases with both chains of reasons."""
    lines = [line for one in marked for line in _marked_lines(wording, one)]
    lines += wording.horizon(max((one.case.date for one in marked), default=""))
    lines += [line for one in refused for line in wrapped(f"! {padded(one.id, 8)} {one.error}", "", " " * 11)]
    if refused:
        lines += ["", f"{len(refused)} {wording.word('cases_not_read')}"]
    if result is None:
        return "\n".join([*lines, "", f"{len(marked)} {wording.word('cases_without_answers')}"])
    lines += ["", f"right {result.right} of {result.asked} ({result.accuracy:.3f}), macro-F1 {result.macro_f1:.3f}"]
    lines += [f"  F1 {name}: {value:.3f}" for name, value in result.f1.items()]
    lines += ["confusion (expected: given)"]
    lines += [f"  {name}: " + ", ".join(f"{key} {row[key]}" for key in row) for name, row in result.confusion.items()]
    lines += [f"citations agree in statute and article: {result.citations_agree} of {result.citations_asked}"]
    for one in (each for each in marked if each.right is False):
        lines += ["", *_wrong(wording, one)]
    for one in (each for each in marked if each.cited is False):
        lines += ["", f"{one.case.id}: cited {'; '.join(one.case.citations)}; ours {'; '.join(one.answer.citations)}"]
    return "\n".join(lines)


def _marked_lines(wording: Wording, marked: Marked) -> list[str]:
    start = f"{_sign(marked)} {padded(marked.case.id, 8)} {padded(marked.answer.answer, 13)} "
    return wrapped("; ".join(wording.citations(marked.answer)), start, " " * columns(start))


def _sign(marked: Marked) -> str:
    return {None: " ", True: "+", False: "-"}[marked.right]


def _wrong(wording: Wording, marked: Marked) -> list[str]:
    ours = [f"{use.id}: {wording.of(use.reason)}" for use in marked.answer.rules] or [wording.word("no_rule")]
    theirs = f"theirs: {marked.case.reason} [{'; '.join(marked.case.citations)}]"
    return [
        f"{marked.case.id}: expected {marked.case.expected}, given {marked.answer.answer}",
        *wrapped(theirs, "  ", "    "),
        "  ours:",
        *(line for text in ours for line in wrapped(text, "    ", "      ")),
    ]


def lever_form(wording: Wording, name: str, made: Sequence[Use]) -> dict[str, Any]:
    """Return the uses of one lever as JSON holds them."""
    uses = [
        {
            "use": wording.of(one.sentence),
            "question": one.answer.question,
            "answer": one.answer.answer,
            "who_decides": wording.body(one.answer.who_decides),
            "citations": list(wording.citations(one.answer)),
        }
        for one in made
    ]
    return {"lever": name, "gate": WORDS[gate(made)], "uses": uses}


def levers_text(wording: Wording, date: str, made: Mapping[str, Sequence[Use]]) -> str:
    """Return levers with the law's answer to each of their uses."""
    lines = [f"{wording.word('levers')}, {date}"]
    for name, found in made.items():
        lines += ["", f"{name}: {wording.word('gate_' + WORDS[gate(found)])}"]
        for use in found:
            start = f"  {padded(wording.word(use.answer.answer), ANSWER_COLUMNS)}  "
            text = f"{wording.of(use.sentence)} ({wording.body(use.answer.who_decides)}, {use.answer.question})"
            lines += wrapped(text, start, " " * columns(start))
    return "\n".join([*lines, "", *wording.horizon(date), wording.word("disclaimer")])


def paths_text(wording: Wording, date: str) -> str:
    """Return every decision path of a day with its steps and durations."""
    lines = [f"{wording.word('approval_path')}, {date}", *wrapped(wording.word("range_note")), *wording.horizon(date)]
    for name, path in wording.book.data["paths"].items():
        steps = steps_on(wording.book, date, {}, name)
        if not steps:
            continue
        known = hours(steps)
        lasts = duration(known, wording.language) if known else wording.word("duration_unknown")
        lines += ["", *wrapped(f"{wording.of(path)} ({name}): {lasts}")]
        lines += block("", steps_text(wording, steps))[2:]
    return "\n".join(lines)
