"""`kaname law interview`: the facts that can still change an answer, asked one by one.

Reads: the shipped law book; the terminal, or a person's own file of answers. Writes nothing.
Exit codes: 0 done, 2 bad input.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kaname.cli.json_text import json_text

if TYPE_CHECKING:
    from kaname.law.interview import Interview, NextQuestion
    from kaname.law.render import Wording

END = "="


def interview(
    question: Annotated[str, typer.Argument(help="A question id; `kaname law find WORDS` finds it.")],
    date: Annotated[str | None, typer.Option("--date", help="The day; today if not given.")] = None,
    fact: Annotated[list[str] | None, typer.Option("--fact", help="A fact known beforehand, name=value.")] = None,
    answers: Annotated[Path | None, typer.Option("--answers", help="A YAML file of facts that replies.")] = None,
    json_: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    lang: Annotated[str, typer.Option("--lang", help="en or ja.")] = "en",
) -> None:
    """Ask only for facts that can still change the answer, in the order that shortens it; then answer."""
    from kaname.law.ask import answer_on
    from kaname.law.book import load_book
    from kaname.law.facts import checked_facts
    from kaname.law.forms import answer_form
    from kaname.law.interview import begin, outlook
    from kaname.law.interview_text import ended_form, ended_text, outlook_text
    from kaname.law.render import Wording, answer_text
    from kaname.law.situation import Situation, facts_told, read_situation

    wording = Wording(load_book(), lang)
    book = wording.book
    situation = read_situation(book, answers) if answers else Situation({}, None)
    day = date or situation.date or dt.date.today().isoformat()
    start = begin(book, question, day, checked_facts(book, facts_told(fact or [])))
    expected = outlook(book, start)
    if not json_:
        typer.echo(outlook_text(wording, start, expected))
    end = _from_file(wording, start, situation.facts) if answers else _from_terminal(wording, start)
    answer = answer_on(book, end.question, end.date, end.facts)
    if json_:
        made = {**ended_form(wording, start, end, expected), **answer_form(wording, answer, end.facts)}
        typer.echo(json_text(made))
        return
    typer.echo(f"\n{ended_text(wording, end)}\n")
    typer.echo(answer_text(wording, answer, end.facts, (), ()))


def _from_file(wording: Wording, start: Interview, facts: Mapping[str, Any]) -> Interview:
    """Return the interview with every question answered from a file; a fact that it does not hold is passed over."""
    from kaname.law.interview import conduct

    return conduct(wording.book, start, lambda asked: {name: facts[name] for name in asked.facts if name in facts})


def _from_terminal(wording: Wording, at: Interview) -> Interview:
    """Return the interview with a person; the end of the input, or =, ends it."""
    from kaname.law.interview import next_question

    while (asked := next_question(wording.book, at)) is not None:
        after = _asked_until_good(wording, at, asked)
        if after is None:
            break
        at = after
    return at


def _asked_until_good(wording: Wording, at: Interview, asked: NextQuestion) -> Interview | None:
    """Return the interview after one question, put again while the reply cannot be used; None where the person ends
    it.
    """
    from kaname.core.errors import InputError
    from kaname.law.interview import give
    from kaname.law.interview_text import explained, question_text, reply_facts

    typer.echo(f"\n{len(at.asked) + 1}. {question_text(wording, asked)}")
    while True:
        reply = _typed()
        if reply is None or reply == END:
            return None
        if reply == "?":
            typer.echo(explained(wording, at, asked))
            continue
        try:
            return give(wording.book, at, asked, reply_facts(wording, asked, reply))
        except InputError as error:
            typer.echo(str(error), err=True)


def _typed() -> str | None:
    typer.echo("> ", nl=False)
    try:
        return input().strip()
    except EOFError:
        typer.echo("")
        return None
