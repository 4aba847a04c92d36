"""`kaname trace`: one future quarter by quarter, bit for bit the one in the ensemble, with its events and why.

Prints the events as sentences with the terms that decided them; --out writes every state variable of every quarter.
Reads: scenario, evidence, bargains. Writes: the file named by --out, whole or not at all.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from kaname.cli.options import design_values, with_options
from kaname.cli.starts import START
from kaname.core.errors import InputError, unknown_name
from kaname.study.design import MOST_FUTURES, Design


@with_options(Design, of_future=True)
def trace(
    scenario: Annotated[str, typer.Argument(help="Id of a scenario of the package, or a file.")],
    bargain: Annotated[str, typer.Option(help="Id or file of the bargain.")] = "as_is",
    future: Annotated[int, typer.Option(help="Number of the future, from 0.")] = 0,
    start: START = "",
    out: Annotated[Path | None, typer.Option(help="Write all state variables to FILE.csv or FILE.parquet.")] = None,
    json_out: Annotated[bool, typer.Option("--json", help="Print quarters and events as JSON.")] = False,
    **options: Any,
) -> None:
    """One future, quarter by quarter, with the reason for each event."""
    from kaname.study.comparison import compiled_of, design_of_names
    from kaname.study.ready import make_ready
    from kaname.study.replay import quarters_of

    _check(future, out)
    design, names = design_of_names(scenario, [bargain], start, futures=future + 1, **design_values(Design, options))
    compiled = compiled_of(design, names)
    name = design.bargains[0]
    make_ready(design.scenario)
    quarters = list(quarters_of(compiled, design, name, future))
    if out is not None:
        _write(out, compiled, quarters)
    if json_out:
        _print_json(compiled, name, future, quarters)
    else:
        _print_story(compiled, name, future, quarters)
    if out is not None:
        typer.echo(str(out), err=json_out)


def _check(future: int, out: Path | None) -> None:
    if not 0 <= future < MOST_FUTURES:
        raise InputError(f"{future} is outside 0..{MOST_FUTURES - 1}", path="--future")
    if out is not None and out.suffix not in (".csv", ".parquet"):
        raise unknown_name("the ending of --out", out.suffix or out.name, (".csv", ".parquet"))


def _print_story(compiled: Any, bargain: str, future: int, quarters: list[Any]) -> None:
    from kaname.study.story import sentences

    typer.echo(f"{compiled.scenario.title}; bargain {compiled.bargains[bargain].name!r}; future {future}\n")
    for quarter in quarters:
        lines = sentences(compiled, quarter)
        if lines:
            year, season = quarter.when(compiled.scenario)
            typer.echo(f"{year} Q{season}")
            for line in lines:
                typer.echo(f"  {line}")
    typer.echo(f"\nDigest of the final world: {quarters[-1].digest}")


def _print_json(compiled: Any, bargain: str, future: int, quarters: list[Any]) -> None:
    import json

    from kaname.study.story import event_data

    data = {
        "scenario": compiled.scenario.id, "bargain": bargain, "future": future, "digest": quarters[-1].digest,
        "quarters": [
            {"quarter": q.number, "events": event_data(compiled, q),
             "outcomes": dict(zip(compiled.columns, q.outcomes.tolist(), strict=True))}
            for q in quarters
        ],
    }  # fmt: skip
    typer.echo(json.dumps(data, indent=1, ensure_ascii=False))


def _write(out: Path, compiled: Any, quarters: list[Any]) -> None:
    from kaname.study.store import write_csv, write_table
    from kaname.study.story import state_columns

    columns = state_columns(compiled, quarters)
    if out.suffix == ".csv":
        write_csv(out, columns)
    else:
        write_table(out, columns, {"format": 1, "scenario": compiled.scenario.id})
