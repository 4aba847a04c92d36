"""`kaname stories`: given, when, then, as an expert writes them; list them, or check them against the model.

Reads: a shipped file of stories, or a user's. Writes: nothing. Exit codes: see cli.trouble; a story that is missed is a
finding and no fault (0), unless --strict is given (1).
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Annotated

import typer

from kaname.cli.json_text import json_text
from kaname.cli.seed import Seed
from kaname.core.errors import EXIT_FOUND_WANTING

if TYPE_CHECKING:
    from kaname.api.stories import Stories

RUNS, FUTURES, WIDTH = 300, 150, 80
INDENT = " " * 7

app = typer.Typer(help="Check stories written as given, when, then against the model.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """Check stories written as given, when, then against the model."""


@app.command("list")
def list_stories(as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """List the stories of the package by file."""
    from kaname.scenarios.stories import load_stories, shipped_stories

    files = {name: load_stories(name).stories for name in shipped_stories()}
    if as_json:
        rows = [{"file": name, "id": item.id, "story": item.text, "because": item.because, "unless": item.unless}
                for name, items in files.items() for item in items]  # fmt: skip
        typer.echo(json_text(rows))
        return
    lines: list[str] = []
    for name, items in files.items():
        lines += [f"{name} ({len(items)} stories)"]
        for item in items:
            lines += textwrap.wrap(item.text, WIDTH, initial_indent="  ", subsequent_indent="    ")
        lines.append("")
    typer.echo("\n".join([*lines, f"kaname stories check {next(iter(files))}"]))


@app.command()
def check(
    stories: Annotated[str, typer.Argument(help="campaign, crisis, years, or a file of stories.")],
    runs: Annotated[int, typer.Option(help="Runs of each campaign and crisis, 2 to 10000.")] = RUNS,
    futures: Annotated[int, typer.Option(help="Pairs of whole futures, 2 to 100000.")] = FUTURES,
    seed: Seed = 1,
    workers: Annotated[int, typer.Option(help="Threads.")] = 2,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 where a story is missed.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Run the stories of a file and say which the model tells; misses first."""
    from kaname.api.progress import Progress
    from kaname.api.stories import stories as run_stories

    made = run_stories(stories, runs=runs, futures=futures, seed=seed, workers=workers, progress=Progress("stories"))
    typer.echo(json_text(made.as_data()) if as_json else "\n".join(lines_of(made)))
    if strict and made.missed:
        raise typer.Exit(EXIT_FOUND_WANTING)


def lines_of(made: Stories) -> list[str]:
    """Return the stories as lines of at most 80 characters, each with what was seen; misses first."""
    lines = [f"{len(made.missed)} of {len(made.outcomes)} stories are missed.", ""]
    for item in sorted(made.outcomes, key=lambda outcome: outcome.met):
        lines += textwrap.wrap(f"{'met   ' if item.met else 'MISSED'} {item.story.text}", WIDTH,
                               subsequent_indent=INDENT)  # fmt: skip
        for seen in item.seen:
            text = (f"{seen.measure}: {seen.when:.3g} against {seen.against:.3g}, {seen.difference:+.3g} "
                    f"({seen.low:+.3g} to {seen.high:+.3g})")  # fmt: skip
            lines += textwrap.wrap(text, WIDTH, initial_indent=INDENT, subsequent_indent=INDENT)
        if item.story.unless and not item.met:
            lines += textwrap.wrap(item.story.unless, WIDTH, initial_indent=INDENT, subsequent_indent=INDENT)
    return [*lines, "", "A story that is met says that the model works as its author expects, not that the world does."]
