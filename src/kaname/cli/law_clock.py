"""`kaname law clock`: when is it due, from the days of the events.

Reads: the shipped law book. Writes: only the file named by --svg. Exit codes: 0 done, 2 bad input.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kaname.cli.json_text import json_text

EVENTS = Annotated[
    list[str] | None,
    typer.Argument(help="EVENT=DAY, such as war_powers_report=2026-03-02; a bare day starts all; none lists them."),
]


def clock(
    event: EVENTS = None,
    diet: Annotated[
        str | None, typer.Option("--diet", help="in_session, closed or dissolved, where you know better.")
    ] = None,
    next_session: Annotated[
        str | None, typer.Option("--next-session", help="The day on which the next Diet meets.")
    ] = None,
    json_: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    lang: Annotated[str, typer.Option("--lang", help="en or ja.")] = "en",
    svg: Annotated[Path | None, typer.Option("--svg", help="Write the timeline to this file.")] = None,
) -> None:
    """Due days from the days of events: 20 days, two years, 48 hours, 60 days; era dates and the Diet's calendar."""
    from kaname.core.errors import InputError
    from kaname.core.user_file import output_file
    from kaname.law.book import load_book
    from kaname.law.clock import due_days, read_moment
    from kaname.law.clock_text import clock_picture, due_form, due_text, events_text
    from kaname.law.render import Wording

    place = output_file(svg, ".svg", "--svg") if svg else None
    book = load_book()
    wording = Wording(book, lang)
    if not event:
        typer.echo(events_text(wording))
        return
    meets = read_moment(next_session).day if next_session else None
    found = []
    for name, day in (_named(word) for word in event):
        names = [name] if name else list(book.data["clock_events"])
        found += [one for each in names for one in due_days(book, each, read_moment(day), diet, meets)]
    if not found:
        raise InputError(
            "no clock of the law ran from that day",
            path="event",
            found=", ".join(event),
            hint="Give a later day, or name the event as EVENT=DAY.",
        )
    found.sort(key=lambda one: one.start.day)
    made = json_text([due_form(wording, one) for one in found])
    typer.echo(made if json_ else due_text(wording, found))
    if place:
        typer.echo(str(place.write(clock_picture(wording, found))), err=True)


def _named(word: str) -> tuple[str | None, str]:
    """Return the event and the day of a word; no event where the word is a day alone."""
    name, equals, day = word.partition("=")
    return (name, day) if equals else (None, word)
