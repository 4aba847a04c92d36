"""`kaname trace`: one future quarter by quarter, bit for bit the one in the ensemble, with its events and why.

Prints the events as sentences with the terms that decided them; --out writes every state variable of every quarter.
Reads: scenario, evidence, bargains. Writes: the file named by --out, whole or not at all.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from kaname.core.errors import InputError, unknown_name


def trace(
    scenario: Annotated[str, typer.Argument(help="Id of a scenario of the package, or a file.")],
    bargain: Annotated[str, typer.Option(help="Id or file of the bargain.")] = "as_is",
    future: Annotated[int, typer.Option(help="Number of the future, from 0.")] = 0,
    seed: Annotated[int, typer.Option(help="Seed of the run it belongs to.")] = 1,
    years: Annotated[int | None, typer.Option(help="Years to run.")] = None,
    out: Annotated[Path | None, typer.Option(help="Write all state variables to FILE.csv or FILE.parquet.")] = None,
    preset: Annotated[str, typer.Option(help="full or core.")] = "full",
    adopted: Annotated[bool, typer.Option("--adopted", help="Levers at once and in full.")] = False,
    no_reaction: Annotated[bool, typer.Option("--no-reaction", help="Adversaries do not adapt.")] = False,
    deterrence: Annotated[
        bool, typer.Option("--deterrence", help="Judge opportunities as compare does with it.")
    ] = False,
    freeze: Annotated[str, typer.Option(help="Mechanisms to hold at their start, by commas.")] = "",
    json_out: Annotated[bool, typer.Option("--json", help="Print quarters and events as JSON.")] = False,
) -> None:
    """One future, quarter by quarter, with the reason for each event."""
    from kaname.cli.announce import make_ready
    from kaname.cli.compare import settings_of
    from kaname.compile.compiled import compile_study
    from kaname.study.design import Design
    from kaname.study.replay import quarters_of

    _check(future, out)
    design = Design(
        scenario, (bargain,), future + 1, seed=seed, years=years, preset=preset,
        adoption="adopted" if adopted else "offered", reaction=not no_reaction, views=deterrence,
        frozen=tuple(filter(None, freeze.split(","))),
    )  # fmt: skip
    compiled = compile_study(scenario, [bargain], years, preset, design.frozen, settings_of(design))
    name = next(iter(compiled.bargains))
    make_ready(scenario)
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
    from kaname.study.design import MOST_FUTURES

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
