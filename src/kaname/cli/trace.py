"""`kaname trace`: one future quarter by quarter, bit for bit the one in the ensemble, with its events and why.

Prints the events as sentences with the terms that decided them; --out writes every state variable of every quarter.
Reads: scenario, evidence, bargains. Writes: the file named by --out, whole or not at all.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kaname.cli.json_text import json_text
from kaname.cli.options import design_values, with_options
from kaname.cli.starts import START
from kaname.core.errors import unknown_name
from kaname.study.design import Design

if TYPE_CHECKING:
    from kaname.api.trace import Trace, TraceDifference

ONLY = Annotated[
    list[str] | None,
    typer.Option("--only", help="A place, actor, kind of event or time (2031, 2031Q2, 2028..2031); repeatable."),
]


@with_options(Design, of_future=True)
def trace(
    scenario: Annotated[str, typer.Argument(help="Id of a scenario of the package, or a file.")],
    bargain: Annotated[str, typer.Option(help="Id or file of the bargain.")] = "as_is",
    future: Annotated[int, typer.Option(help="Number of the future, from 0.")] = 0,
    only: ONLY = None,
    against: Annotated[str, typer.Option(help="Only what differs from the same future under this bargain.")] = "",
    start: START = "",
    out: Annotated[Path | None, typer.Option(help="Write all state variables to FILE.csv or FILE.parquet.")] = None,
    json_out: Annotated[bool, typer.Option("--json", help="Print quarters and events as JSON.")] = False,
    **options: Any,
) -> None:
    """Print one future, quarter by quarter, with the reason for each event."""
    from kaname.api.trace import check_future, traced
    from kaname.study.comparison import design_of_names

    check_future(future)
    _check_out(out)
    design, names = design_of_names(scenario, [bargain], start, futures=future + 1, **design_values(Design, options))
    told = traced(design, names, future).only(*(only or []))
    shown = told.against(against) if against else told
    if out is not None:
        _write(out, told)
    typer.echo(json_text(_data(told, shown)) if json_out else str(shown))
    if out is not None:
        typer.echo(str(out), err=json_out)


def _check_out(out: Path | None) -> None:
    if out is not None and out.suffix not in (".csv", ".parquet"):
        raise unknown_name("the ending of --out", out.suffix or out.name, (".csv", ".parquet"))


def _data(told: Trace, shown: Trace | TraceDifference) -> dict[str, Any]:
    """Return the data of --json: quarters with their outcomes, and the events that are shown."""
    kept = ("kind", "step", "actor", "place", "terms", "sentence")
    by_quarter: dict[int, list[dict[str, Any]]] = {quarter.number: [] for quarter in told.quarters}
    for row in shown.rows:
        extra = {"bargain": row["bargain"]} if "bargain" in row else {}
        by_quarter[row["quarter"]].append({**extra, **{key: row[key] for key in kept}})
    return {
        "scenario": told.compiled.scenario.id, "bargain": told.bargain, "future": told.future, "digest": told.digest,
        "quarters": [
            {"quarter": q.number, "events": by_quarter[q.number],
             "outcomes": dict(zip(told.compiled.columns, q.outcomes.tolist(), strict=True))}
            for q in told.quarters
        ],
    }  # fmt: skip


def _write(out: Path, told: Trace) -> None:
    from kaname.store.tables import write_csv, write_table
    from kaname.study.story import state_columns

    columns = state_columns(told.compiled, list(told.quarters))
    if out.suffix == ".csv":
        write_csv(out, columns)
    else:
        write_table(out, columns, {"format": 1, "scenario": told.compiled.scenario.id})
