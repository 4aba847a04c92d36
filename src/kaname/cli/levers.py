"""`kaname levers`: list the levers of a bargain, or audit them: what each moves against what theory expects.

Reads: scenario, evidence, bargains. Writes: with --out, the JSON result that the reference page is made from. Exit
codes: see cli.trouble.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from kaname.cli.json_text import json_text
from kaname.cli.seed import Seed
from kaname.core.user_file import output_file

WIDTH = 80
RESULT = r'\{\s*"format": 1,\s*"command": "kaname levers audit '
"""How a file of results begins."""

app = typer.Typer(help="List the levers of a bargain, or audit what each moves.", no_args_is_help=True)


@app.command("list")
def list_levers() -> None:
    """List the levers: name, who moves it, unit, low and high bound, what it is."""
    from kaname.words.levers import LEVERS

    lines = []
    for lever in LEVERS:
        lines.append(f"{lever.name:<27}{lever.owner:<11}{lever.low:g}..{lever.high:g} {lever.unit}")
        lines += textwrap.wrap(lever.sentence, WIDTH, initial_indent="    ", subsequent_indent="    ")
    typer.echo("\n".join(lines))


@app.command()
def audit(
    scenario: Annotated[str, typer.Argument(help="Id of a scenario of the package, or a file.")],
    levers: Annotated[str, typer.Option(help="Only these, by commas.")] = "",
    bargain: Annotated[str, typer.Option(help="What stands where nothing is moved: an id or a file.")] = "as_is",
    futures: Annotated[int, typer.Option(help="Pairs of futures, 2 to 10000.")] = 300,
    seed: Seed = 1,
    workers: Annotated[int, typer.Option(help="Threads.")] = 2,
    out: Annotated[Path | None, typer.Option(help="Write the result to this JSON file.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Move every lever from its low to its high bound, at once; what moves, by how much, against what theory expects.

    Sizes are in standard deviations of things as they are across futures. Wrong signs and dead levers stand first.
    """
    place = output_file(out, ".json", "--out", mark=RESULT) if out else None
    from kaname.api.levers import audit_levers
    from kaname.api.progress import Progress

    named = [name.strip() for name in levers.split(",") if name.strip()]
    made = audit_levers(scenario, named, futures=futures, bargain=bargain, seed=seed, workers=workers,
                        progress=Progress("levers"))  # fmt: skip
    data = made.as_data()
    text = json_text(data)
    if place is not None:
        place.write(text + "\n")
    typer.echo(text if as_json else "\n".join(lines(data)))


def lines(data: Mapping[str, Any]) -> list[str]:
    """Return the audit in lines of at most 80 characters."""
    told = [f"{'lever':<27}{'verdict':<12}{'moves most':<31}{'sd':>9}", "-" * WIDTH]
    for lever in data["levers"]:
        effects = [lever[name] for name in ("end", "mean") if lever[name]]
        first, *others = effects or [None]
        told.append(f"{lever['lever']:<27}{lever['verdict']:<12}{_effect(first)}".rstrip())
        told += [f"{'':<39}{_effect(effect)}" for effect in others]
        for held in lever["expected"]:
            if held["wrong"]:
                way = "rise" if held["sign"] > 0 else "fall"
                found = held["found"]
                told += textwrap.wrap(
                    f"{held['outcome']} should {way} ({', '.join(held['says'])}); it moves {found['size']:+.3f} "
                    f"[{found['low']:+.3f}, {found['high']:+.3f}]",
                    WIDTH, initial_indent="    ! ", subsequent_indent="      ",
                )  # fmt: skip
    return [*told, "-" * WIDTH, *_tail(data)]


def _effect(effect: Mapping[str, Any] | None) -> str:
    return f"{effect['outcome']:<31}{effect['size']:>+9.3f}" if effect else "nothing"


def _tail(data: Mapping[str, Any]) -> list[str]:
    count = {name: sum(lever["verdict"] == name for lever in data["levers"]) for name in data["verdicts"]}
    texts = [f"{count[name]:>3} {name}: {what}" for name, what in data["verdicts"].items() if count[name]]
    texts.append(
        f"{data['pairs']} pairs of futures of {data['scenario']}, levers adopted at once under {data['bargain']}; "
        "first the largest effect on an end or a count of crises, then on any other outcome that is not money."
    )
    return [line for text in texts for line in textwrap.wrap(text, WIDTH, subsequent_indent="    ")]
