"""`kaname verify DIR`: a run's files held against the page of their format, and a share of its futures run again.

    0 nothing is wrong   1 something is   2 bad input
Reads: DIR. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kaname.cli.json_text import json_text
from kaname.core.errors import EXIT_FOUND_WANTING
from kaname.core.number_text import number_from

if TYPE_CHECKING:
    from kaname.api.ensembles import Verified

SHOWN = 20


def verify(
    folder: Annotated[Path, typer.Argument(help="The folder of a run.", metavar="DIR")],
    resimulate: Annotated[str, typer.Option(help="Share of the futures to run again, 0 to 1.")] = "0.01",
    json_out: Annotated[bool, typer.Option("--json", help="Print what was found as JSON.")] = False,
) -> None:
    """Check a run by a reader of its own: digests, key, parts, rows, summary; then run some futures again."""
    from kaname.api.ensembles import verified

    share = number_from(resimulate, path="--resimulate", low=0.0, high=1.0, about="unit: share")
    found = verified(folder, share)
    typer.echo(json_text(found.as_data()) if json_out else "\n".join(lines(found)))
    if not found.ok:
        raise typer.Exit(EXIT_FOUND_WANTING)


def _faults(count: int) -> str:
    return "1 fault" if count == 1 else f"{count:,} faults"


def mends(found: Verified) -> str:
    """Return what to do about faults: a repair needs the manifest."""
    from kaname.verification.folder import MANIFEST

    if any(fault.file == MANIFEST for fault in found.checked.faults):
        return f"Nothing can stand in for {MANIFEST}: take it from a copy, or run the command again into a new folder."
    return f"What is listed and damaged is made again by: kaname repair {found.folder}"


def lines(found: Verified) -> Iterator[str]:
    """Return the printed lines: faults first, then how much was looked at."""
    checked = found.checked
    for fault in checked.faults[:SHOWN]:
        yield str(fault)
    if len(checked.faults) > SHOWN:
        yield f"and {len(checked.faults) - SHOWN} more"
    yield from (f"Note: {note}." for note in checked.notes[:SHOWN])
    size = f"{checked.files:,} files, {checked.rows:,} rows, {checked.numbers:,} numbers"
    if checked.faults:
        yield f"Run {checked.key or 'without a key'} is not right: {_faults(len(checked.faults))} in {size}."
        yield mends(found)
        return
    yield f"The files of run {checked.key} are right: {size}."
    if found.refused:
        yield f"No future was run again. {found.refused}"
    elif found.futures:
        agree = {"not": "do not agree"}.get(found.agreement, f"agree {found.agreement}")
        yield f"{found.futures:,} futures were run again: they {agree}."
        yield from (f"  {line}" for line in found.apart[:SHOWN])
