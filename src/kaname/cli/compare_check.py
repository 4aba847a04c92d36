"""`kaname compare --check DIR`: a finished run repeated from its manifest, and how far the two agree.

    0 the rows agree to the bit or to 1e-9   1 they do not, or a file of the run is damaged   2 bad input
The run itself is looked at first: a part that its inputs ask for and that is not there, or not as listed, is a fault
that no repetition mends. Differing inputs, versions and machines are listed next: they are the likely reason. Scenario
and bargains are those of the run's command; the user's own files are those that the run has kept. Reads: DIR. Writes:
nothing into DIR; the repetition lies in a temporary folder, or in --out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kaname.cli.json_text import json_text
from kaname.core.errors import EXIT_FOUND_WANTING, InputError

if TYPE_CHECKING:
    from kaname.study.repeat import Agreement, Departure

SHOWN = 10


def check(folder: Path, out: Path | None, workers: int, json_out: bool = False) -> None:
    """Repeat the run in `folder` and print how far it agrees."""
    from kaname.api.progress import Progress
    from kaname.study.commands import found_folder
    from kaname.study.repeat import Level
    from kaname.study.repetition import Unsound, repeated

    folder = found_folder(folder)
    if out is not None and out.resolve() == folder.resolve():
        raise InputError("the run would be repeated into itself", path="--out", hint="Name another folder.")
    try:
        found = repeated(folder, out, workers, Progress("running"))
    except Unsound as trouble:
        told = json_text({"level": "apart", "faults": trouble.faults})
        typer.echo(told if json_out else "\n".join(_faults(trouble.faults, folder, trouble.way_out)))
        raise typer.Exit(EXIT_FOUND_WANTING) from None
    typer.echo(json_text(found.as_data()) if json_out else "\n".join(lines(found)))
    if found.level is Level.APART:
        raise typer.Exit(EXIT_FOUND_WANTING)


def _faults(texts: Sequence[str], folder: Path, way_out: str) -> Iterator[str]:
    yield from _listed(f"Not what the manifest of {folder} says", texts, "")
    yield f"The run is not whole, so it was not repeated. {way_out}"


def lines(agreement: Agreement) -> Iterator[str]:
    """Return the printed lines: what differs beforehand, then how far the rows agree."""
    from kaname.study.repeat import Level

    yield from _listed("Inputs", agreement.inputs)
    yield from _listed("Versions", agreement.versions)
    yield from _listed("Machine", agreement.machine)
    if agreement.missing:
        yield from _listed("Only in one of the two", agreement.missing, "")
    if agreement.summary:
        yield from _listed("Not the same in summary.json", agreement.summary, "")
    size = f"{agreement.rows:,} rows and {len(agreement.columns):,} columns in {agreement.parts:,} parts"
    if agreement.level is Level.BITS:
        yield f"The run agrees to the bit: {size}."
    elif agreement.level is Level.NEAR:
        yield f"The run agrees to 1e-9, not to the bit: {size}."
        if agreement.unread:
            yield from _listed("Other bits, and no rows to compare but those of summary.json", agreement.unread, "")
        yield from _where(agreement.departures)
    else:
        yield f"The run does not agree: {size} were compared."
        yield from _where([departure for departure in agreement.departures if departure.level is Level.APART])


def _listed(what: str, items: Sequence[str], same: str = "the same") -> Iterator[str]:
    if not items:
        yield f"{what}: {same}."
        return
    yield f"{what}:"
    yield from (f"  {item}" for item in items[:SHOWN])
    if len(items) > SHOWN:
        yield f"  and {len(items) - SHOWN} more"


def _where(departures: Sequence[Departure]) -> Iterator[str]:
    """Yield the worst columns: in which bargain, in which futures, how far."""
    by_column: dict[tuple[str, str, str], list[Departure]] = defaultdict(list)
    for departure in departures:
        by_column[departure.arm, departure.bargain, departure.column].append(departure)
    worst = sorted(by_column.items(), key=lambda item: -max(one.worst for one in item[1]))
    for (arm, bargain, column), parts in worst[:SHOWN]:
        top = max(parts, key=lambda one: one.worst)
        rows = sum(part.rows for part in parts)
        place = f"{bargain} ({arm})" if arm else bargain
        span = f"futures {min(one.first for one in parts)} to {max(one.last for one in parts)}"
        yield f"  {place}, {column}: {rows:,} rows, {span},"
        yield f"    worst in future {top.future}: {_size(top.worst)}"
    if len(worst) > SHOWN:
        yield f"  and {len(worst) - SHOWN} more columns"


def _size(worst: float) -> str:
    return f"relative difference {worst:.2g}" if worst < float("inf") else "not the same word, code or number"
