"""`kaname law`: ask what the law lets each side do, when, why, and what would change the answer.

Reads: the shipped law book; a person's own file of facts or cases. Writes: only the files named by --html and --svg.
Exit codes: 0 done, 1 found wanting (a wrong answer in an exam, an unsound book), 2 bad input.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kaname.cli.json_text import json_text
from kaname.cli.languages import LANGUAGE
from kaname.cli.law_clock import clock
from kaname.cli.law_find import find
from kaname.cli.law_interview import interview

if TYPE_CHECKING:
    from kaname.core.user_file import UserFile
    from kaname.law.book import Book
    from kaname.law.render import Wording

app = typer.Typer(help="Ask what the law lets each side do, when, and why.", no_args_is_help=True)

app.command()(find)
app.command()(interview)
app.command()(clock)

DATE = Annotated[str | None, typer.Option("--date", help="The day, such as 2016-03-29; today if not given.")]
FACT = Annotated[list[str] | None, typer.Option("--fact", help="A fact, name=value; may be repeated.")]
SITUATION = Annotated[Path | None, typer.Option("--situation", help="A YAML file of facts.")]
JSON = Annotated[bool, typer.Option("--json", help="Print JSON.")]
HTML = Annotated[Path | None, typer.Option("--html", help="Write a page to this file.")]
SVG = Annotated[Path | None, typer.Option("--svg", help="Write the picture to this file.")]
QUESTION = Annotated[str, typer.Option("--question", help="A question id; `kaname law questions` lists them.")]


@app.command()
def ask(
    question: QUESTION,
    date: DATE = None,
    fact: FACT = None,
    situation: SITUATION = None,
    json_: JSON = False,
    lang: LANGUAGE = "en",
    html: HTML = None,
    svg: SVG = None,
) -> None:
    """Answer one question: yes, no or undetermined; who decides, by which steps, why, and what would change it."""
    from kaname.cli.law_answer import answer

    page, drawing = _place(html, ".html", situation), _place(svg, ".svg", situation)
    typer.echo(answer(question, date, fact or [], situation, json_, lang))
    if page or drawing:
        from kaname.cli.law_answer import told
        from kaname.law.answer_page import answer_page
        from kaname.law.ask import ask as asked
        from kaname.law.graph import explanation
        from kaname.law.render import Wording

        book = _book()
        facts, day = told(book, fact or [], situation, date)
        wording, given = Wording(book, lang), asked(question, day, facts, book)
        _save(drawing, explanation(wording, given, facts))
        _save(page, answer_page(wording, given, facts))


@app.command()
def options(
    date: DATE = None,
    fact: FACT = None,
    situation: SITUATION = None,
    json_: JSON = False,
    lang: LANGUAGE = "en",
    html: HTML = None,
    svg: SVG = None,
) -> None:
    """Everything each agency of each state may do now, may do after which finding, and may not do."""
    from kaname.law.forms import option_form, options_text
    from kaname.law.options import options as all_options
    from kaname.law.render import Wording

    book = _book()
    facts, day = _told(book, fact, situation, date)
    page, drawing = _place(html, ".html", situation), _place(svg, ".svg", situation)
    wording = Wording(book, lang)
    made = all_options(book, day, facts)
    _note_horizon(wording, day, json_)
    typer.echo(
        json_text([option_form(wording, one) for one in made]) if json_ else options_text(wording, day, facts, made)
    )
    if page or drawing:
        from kaname.law.drawing import timeline
        from kaname.law.page import options_page

        picture = timeline(wording, made)
        _save(drawing, picture)
        _save(page, options_page(wording, day, facts, made, picture))


@app.command()
def gaps(
    date: DATE = None,
    size: Annotated[int, typer.Option("--size", min=1, max=4, help="Facts in an act, at most.")] = 3,
    json_: JSON = False,
    lang: LANGUAGE = "en",
    html: HTML = None,
) -> None:
    """Acts that an adversary can commit below every threshold, smallest first, and the response each leaves open."""
    from kaname.law.facts import checked_date
    from kaname.law.families import families
    from kaname.law.forms import gap_form, gaps_text
    from kaname.law.gaps import gaps as all_gaps
    from kaname.law.page import gaps_page
    from kaname.law.render import Wording

    book = _book()
    day = checked_date(book, date or dt.date.today())
    page = _place(html, ".html")
    wording = Wording(book, lang)
    found = all_gaps(book, day, size)
    _note_horizon(wording, day, json_)
    typer.echo(json_text([gap_form(one) for one in found]) if json_ else gaps_text(wording, day, families(found)))
    _save(page, gaps_page(wording, day, families(found)) if page else "")


@app.command()
def history(
    question: QUESTION,
    fact: FACT = None,
    situation: SITUATION = None,
    json_: JSON = False,
    lang: LANGUAGE = "en",
    html: HTML = None,
    svg: SVG = None,
    until: Annotated[str | None, typer.Option("--until", help="Last day.")] = None,
) -> None:
    """Show how the answer to a question changed from the first treaty to today, with the event that changed it."""
    from kaname.law.facts import checked_question
    from kaname.law.forms import history_text, period_form
    from kaname.law.history import history as periods_of
    from kaname.law.render import Wording

    book = _book()
    facts, day = _told(book, fact, situation, until)
    page, drawing = _place(html, ".html", situation), _place(svg, ".svg", situation)
    wording, name = Wording(book, lang), checked_question(book, question)
    periods = periods_of(book, name, facts, day)
    _note_horizon(wording, day, json_)
    typer.echo(
        json_text([period_form(wording, period) for period in periods])
        if json_
        else history_text(wording, name, facts, periods)
    )
    if page or drawing:
        from kaname.law.drawing import history_picture
        from kaname.law.page import history_page

        picture = history_picture(wording, name, periods)
        _save(drawing, picture)
        _save(page, history_page(wording, name, facts, periods, picture))


@app.command()
def exam(
    file: Annotated[Path, typer.Argument(help="A YAML file of cases.")],
    json_: JSON = False,
    lang: LANGUAGE = "en",
) -> None:
    """Answer a file of cases; where answers are expected, mark them. Exit code 1: one is wrong or cannot be read."""
    from kaname.core.errors import InputErrors
    from kaname.law.exam import mark, read_cases, scores, unreadable
    from kaname.law.forms import exam_form, exam_text
    from kaname.law.render import Wording

    book = _book()
    wording = Wording(book, lang)
    read = read_cases(book, file)
    marked, refused = mark(book, read), unreadable(read)
    if refused and not marked:
        raise InputErrors(one.error for one in refused)
    result = scores(marked)
    made = (
        json_text(exam_form(wording, marked, result, refused)) if json_ else exam_text(wording, marked, result, refused)
    )
    typer.echo(made)
    if refused or (result and result.right < result.asked):
        raise typer.Exit(1)


@app.command()
def check(
    folder: Annotated[
        Path | None, typer.Argument(help="A folder of law sources; the shipped ones if not given.")
    ] = None,
) -> None:
    """Is the law book sound: names, periods, rules nobody can reach, contradictions, rules without their stories."""
    from kaname.law.book import book_from
    from kaname.law.build import build
    from kaname.law.build import folder as shipped
    from kaname.law.check import findings
    from kaname.law.stories import read_stories, stories_from, story_findings

    root = folder or shipped()
    data = build(root)
    wrong = findings(data) or story_findings(book_from(data), stories_from(read_stories(root / "stories")))
    typer.echo("\n".join(wrong) if wrong else f"Sound: {len(data['rules'])} rules, {len(data['terms'])} definitions.")
    if wrong:
        raise typer.Exit(1)


@app.command()
def questions(lang: LANGUAGE = "en") -> None:
    """List what can be asked."""
    from kaname.law.lines import columns, padded, wrapped
    from kaname.law.render import Wording

    wording = Wording(_book(), lang)
    for name, question in wording.book.questions.items():
        start = f"{name:34} {padded(wording.word(question['kind']), 15)} "
        typer.echo("\n".join(wrapped(wording.of(question), start, " " * columns(start))))


@app.command()
def facts(lang: LANGUAGE = "en") -> None:
    """List the facts that can be given, with their values."""
    from kaname.law.lines import wrapped
    from kaname.law.render import Wording

    wording = Wording(_book(), lang)
    for name, fact in wording.book.facts.items():
        values = wording.word("whole_number") if fact.get("number") else ", ".join(map(wording.choice, fact["values"]))
        typer.echo("\n".join([f"{name}: {wording.of(fact)}", *wrapped(values, "    ", "    ")]))


@app.command()
def paths(date: DATE = None, lang: LANGUAGE = "en") -> None:
    """List the decision paths of a day: who, in which order, by when, how long; command arrangements included."""
    from kaname.law.facts import checked_date
    from kaname.law.forms import paths_text
    from kaname.law.render import Wording

    book = _book()
    typer.echo(paths_text(Wording(book, lang), checked_date(book, date or dt.date.today())))


@app.command()
def levers(date: DATE = None, json_: JSON = False, lang: LANGUAGE = "en") -> None:
    """Show which levers of a bargain need law for their use, and what the law of a day answers."""
    from kaname.law.facts import checked_date
    from kaname.law.forms import lever_form, levers_text
    from kaname.law.levers import uses_on
    from kaname.law.render import Wording

    book = _book()
    day = checked_date(book, date or dt.date.today())
    wording = Wording(book, lang)
    made = {name: uses_on(book, name, day) for name in book.data["levers"]}
    form = [lever_form(wording, name, found) for name, found in made.items()]
    _note_horizon(wording, day, json_)
    typer.echo(json_text(form) if json_ else levers_text(wording, day, made))


def _book() -> Book:
    from kaname.law.book import load_book

    return load_book()


def _told(book: Book, pairs: list[str] | None, file: Path | None, date: str | None) -> tuple[dict[str, Any], str]:
    from kaname.cli.law_answer import told

    return told(book, pairs or [], file, date)


def _note_horizon(wording: Wording, day: str, as_json: bool) -> None:
    """A list in JSON has no place for the sentence that a page or a table ends with: it goes to stderr."""
    import logging

    for line in wording.horizon(day) if as_json else ():
        logging.getLogger("kaname").warning(line)


def _place(path: Path | None, ending: str, *reads: Path | None) -> UserFile | None:
    """Return where a page or picture goes, checked before anything is asked."""
    from kaname.core.user_file import output_file

    return output_file(path, ending, f"--{ending[1:]}", reads=reads) if path else None


def _save(place: UserFile | None, text: str) -> None:
    if place is not None:
        typer.echo(str(place.write(text)), err=True)
