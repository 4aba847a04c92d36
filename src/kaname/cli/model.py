"""`kaname model`: whether the model can speak: contrasts that must move its ends, conditions taken to the extreme.

Reads: a shipped file of contrasts, or a user's. Writes: nothing. Exit codes: see cli.trouble; a contrast that is missed
is a finding and no fault (0), unless --strict is given (1).
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kaname.core.errors import EXIT_FOUND_WANTING, InputError

if TYPE_CHECKING:
    from kaname.study.contrasts import Finding

FUTURES = 300
MOST = 100_000
WIDTH = 80
CHECK = "model_check"

app = typer.Typer(help="What the model can say: contrasts beside what was asked of them.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """What the model can say: contrasts beside what was asked of them."""


@app.command()
def check(
    contrasts: Annotated[str, typer.Argument(help="model_check, extremes, or a file of contrasts.")] = CHECK,
    futures: Annotated[int, typer.Option(help="Pairs of futures.")] = FUTURES,
    seed: Annotated[int, typer.Option(help="Seed of chance, 0 to 4294967295.")] = 1,
    workers: Annotated[int, typer.Option(help="Threads.")] = 2,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 where a contrast is missed.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Contrasts of paired futures beside what was asked of them beforehand; misses first."""
    if not 2 <= futures <= MOST:
        raise InputError(f"{futures} is outside 2..{MOST}", path="--futures")
    from kaname.api.progress import Progress
    from kaname.scenario.contrasts import load_contrasts
    from kaname.study.contrasts import judged

    asked = load_contrasts(contrasts)
    findings, _ = judged(asked, futures, seed=seed, workers=workers, progress=Progress("running"))
    if as_json:
        rows = [{**asdict(item.contrast), "asked": item.asked, "found": item.found, "met": item.met}
                for item in findings]  # fmt: skip
        told: dict[str, Any] = {"format": 1, "scenario": asked.scenario, "futures": futures, "seed": seed}
        typer.echo(json.dumps({**told, "findings": rows}, indent=1, ensure_ascii=False))
    else:
        typer.echo("\n".join(lines(findings, futures)))
    if strict and not all(item.met for item in findings):
        raise typer.Exit(EXIT_FOUND_WANTING)


def lines(findings: Iterable[Finding], futures: int) -> list[str]:
    """Return the findings as lines of at most 80 characters, each sentence with what was asked and found."""
    findings = list(findings)
    missed = sum(not item.met for item in findings)
    out = [f"{missed} of {len(findings)} contrasts are missed, {len(findings) - missed} met "
           f"({futures} pairs, levers adopted at once).", ""]  # fmt: skip
    for item in findings:
        mark = "met   " if item.met else "MISSED"
        out += textwrap.wrap(f"{mark} {item.contrast.sentence}", WIDTH, subsequent_indent=" " * 7)
        out += textwrap.wrap(f"asked: {item.asked}; found: {item.found}", WIDTH, initial_indent=" " * 7,
                             subsequent_indent=" " * 7)  # fmt: skip
        if item.contrast.unless and not item.met:
            out += textwrap.wrap(item.contrast.unless, WIDTH, initial_indent=" " * 7, subsequent_indent=" " * 7)
    return [*out, "", "A met contrast says that the model can answer, not that the answer is right."]
