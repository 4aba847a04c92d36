"""The option --start, one for all commands that take a scenario: which of its starts, named by year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

START = Annotated[
    str, typer.Option("--start", help="Another start of the scenario: its year, or own (the bargain's own time).")
]


def at_start(scenario: str, start: str, bargains: Sequence[str] = ()) -> str:
    """Return the id or file to run: the scenario itself, or the one of its starts that is asked for."""
    if not start:
        return scenario
    from kaname.scenarios.starts import started

    return started(scenario, start, bargains)
