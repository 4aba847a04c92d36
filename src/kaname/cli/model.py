"""`kaname model`: whether the model can speak: contrasts that must move its ends, conditions taken to the extreme.

Reads: a shipped file of contrasts, or a user's. Writes: nothing. Exit codes: see cli.trouble; a contrast that is missed
is a finding and no fault (0), unless --strict is given (1).
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Annotated

import typer

from kaname.cli.json_text import json_text
from kaname.cli.seed import Seed
from kaname.core.errors import EXIT_FOUND_WANTING

if TYPE_CHECKING:
    from kaname.api.contrasts import Contrasted
    from kaname.study.contrasts import Finding

FUTURES = 300
WIDTH = 80
CHECK = "model_check"

app = typer.Typer(help="What the model can say: contrasts beside what was asked of them.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """Check the model: contrasts beside what was asked of them."""


@app.command()
def check(
    contrasts: Annotated[str, typer.Argument(help="model_check, extremes, or a file of contrasts.")] = CHECK,
    futures: Annotated[int, typer.Option(help="Pairs of futures.")] = FUTURES,
    seed: Seed = 1,
    workers: Annotated[int, typer.Option(help="Threads.")] = 2,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 where a contrast is missed.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Contrasts of paired futures beside what was asked of them beforehand; misses first."""
    from kaname.api.contrasts import contrasts as contrasted
    from kaname.api.progress import Progress

    made = contrasted(contrasts, futures=futures, seed=seed, workers=workers, progress=Progress("arms"))
    typer.echo(json_text(made.as_data()) if as_json else "\n".join(lines(made)))
    if strict and made.missed:
        raise typer.Exit(EXIT_FOUND_WANTING)


def lines(made: Contrasted) -> list[str]:
    """Return the findings as lines of at most 80 characters, each sentence with what was asked and found."""
    from kaname.study.contrasts import MET, MISSED, NOTHING

    missed, nothing, met = (len(made.of(verdict)) for verdict in (MISSED, NOTHING, MET))
    out = [f"{missed} of {len(made.findings)} contrasts are missed, {met} met, {nothing} change nothing for a reason",
           f"({made.futures} pairs, levers adopted at once).", ""]  # fmt: skip
    for item in made.findings:
        mark = {MISSED: "MISSED ", NOTHING: "NOTHING", MET: "met    "}[item.verdict]
        out += textwrap.wrap(f"{mark} {item.contrast.sentence}", WIDTH, subsequent_indent=" " * 7)
        out += textwrap.wrap(f"asked: {item.asked}; found: {item.found}", WIDTH, initial_indent=" " * 7,
                             subsequent_indent=" " * 7)  # fmt: skip
        for text in (reason(item), f"On the way: {item.on_the_way}." if item.on_the_way else ""):
            out += textwrap.wrap(text, WIDTH, initial_indent=" " * 7, subsequent_indent=" " * 7)
    return [*out, "", "A met contrast says that the model can answer, not that the answer is right."]


def reason(item: Finding) -> str:
    """Return why a contrast was not found, opened by its verdict where an arm changes nothing; empty where it was."""
    from kaname.study.contrasts import NOTHING

    return f"Changes nothing: {item.reason}" if item.verdict == NOTHING else item.reason
