"""`kaname compare`: futures of a scenario under several bargains on the same shocks, stored, summarised and drawn.

Reads: scenario, evidence, bargains. Writes: the run's folder (see docs/reference/dataset.md). Exit codes: cli.trouble.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from kaname.cli.commands import shipped_scenarios
from kaname.cli.options import design_values, with_options
from kaname.cli.starts import START
from kaname.core.errors import InputError
from kaname.study.design import Design


@with_options(Design)
def compare(
    scenario: Annotated[str, typer.Argument(help="Id of a scenario of the package, or a file.")] = "",
    bargains: Annotated[str, typer.Option(help="Ids or files, by commas; the first is the reference.")] = "",
    start: START = "",
    workers: Annotated[int, typer.Option(help="Threads.")] = 2,
    out: Annotated[Path | None, typer.Option(help="Folder of the run.")] = None,
    check: Annotated[Path | None, typer.Option(help="Repeat the finished run in this folder: does it agree?")] = None,
    json_out: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
    **options: Any,
) -> None:
    """Compare bargains on the same futures; ends with the path of a report."""
    from kaname.api.comparison import compared
    from kaname.api.progress import Progress
    from kaname.study.comparison import check_workers, design_of_names

    check_workers(workers)
    if check is not None:
        from kaname.cli.compare_check import check as repeat

        _check_alone(scenario)
        repeat(check, out, workers, json_out)
        return
    if not scenario:
        raise InputError("Missing argument", path="scenario", allowed=shipped_scenarios(), hint="Or name a file.")
    design, names = design_of_names(scenario, _named(bargains), start, **design_values(Design, options))
    run = compared(design, names, out, workers, Progress("running"))
    if json_out:
        typer.echo(json.dumps(run.summary, indent=2, ensure_ascii=False))
    else:
        typer.echo("\n".join(run.lines()) + "\n")
    typer.echo(str(run.report()), err=json_out)


def _named(bargains: str) -> list[str]:
    """The bargains as they are named; InputError where there are only commas."""
    named = [name.strip() for name in bargains.split(",") if name.strip()]
    if bargains and not named:
        raise InputError("no bargain is named", path="--bargains", hint="Name at least one, or leave --bargains out.")
    return named


def _check_alone(scenario: str) -> None:
    if scenario:
        raise InputError("a repetition takes everything from the run's own manifest", path="scenario", found=scenario,
                         hint="Leave the scenario out beside --check.")  # fmt: skip
