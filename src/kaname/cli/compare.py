"""`kaname compare`: futures of a scenario under several bargains on the same shocks, stored, summarised and drawn.

Reads: scenario, evidence, bargains. Writes: the run's folder (see docs/reference/dataset.md). Exit codes: cli.trouble.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from kaname.cli.commands import shipped_scenarios
from kaname.cli.json_text import json_text
from kaname.cli.options import design_values, with_options
from kaname.cli.starts import START
from kaname.core.errors import InputError
from kaname.study.design import Design

SLURM = "slurm-array"


@with_options(Design)
def compare(
    scenario: Annotated[str, typer.Argument(help="Id of a scenario of the package, or a file.")] = "",
    bargains: Annotated[str, typer.Option(help="Ids or files, by commas; the first is the reference.")] = "",
    start: START = "",
    workers: Annotated[int, typer.Option(help="Threads.")] = 2,
    out: Annotated[Path | None, typer.Option(help="Folder of the run, or s3://BUCKET/NAME.")] = None,
    check: Annotated[Path | None, typer.Option(help="Repeat the finished run in this folder: does it agree?")] = None,
    engine: Annotated[str, typer.Option(help="local, dask, dask://HOST:PORT, or slurm-array.")] = "local",
    task: Annotated[str, typer.Option(help="One share alone, such as 3/16; kaname merge brings shares together.")] = "",
    fork: Annotated[str, typer.Option(help="Label: where --out holds another run, start one beside it.")] = "",
    lang: Annotated[str, typer.Option("--lang", help="Language of the report: en or ja.")] = "en",
    json_out: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
    **options: Any,
) -> None:
    """Compare bargains on the same futures; ends with the path of a report."""
    from kaname.api.comparison import compared
    from kaname.api.progress import Progress
    from kaname.study.comparison import check_workers, design_of_names
    from kaname.study.terms import Terms
    from kaname.words.languages import known_language

    check_workers(workers)
    known_language(lang)
    if check is not None:
        from kaname.cli.compare_check import check as repeat

        _check_alone(scenario)
        repeat(check, out, workers, json_out)
        return
    if not scenario:
        raise InputError("Missing argument", path="scenario", allowed=shipped_scenarios(), hint="Or name a file.")
    design, names = design_of_names(scenario, _named(bargains), start, **design_values(Design, options))
    if engine == SLURM or task:
        _in_shares(design, names, out, workers, engine, task)
        return
    terms = Terms(_known(engine), label=_forking(fork, out))
    run = compared(design, names, out, workers, Progress("running"), terms)
    if json_out:
        typer.echo(json_text(run.summary))
    else:
        typer.echo("\n".join(run.lines()) + "\n")
    typer.echo(str(run.report(language=lang)), err=json_out)


def _known(engine: str) -> str:
    from kaname.study.engines import check_engine

    check_engine(engine)
    return engine


def _forking(label: str, out: Path | None) -> str:
    if label and out is None:
        raise InputError("a labelled run begins beside a folder", path="--fork", hint="Name that folder with --out.")
    return label


def _in_shares(design: Design, names: list[str], out: Path | None, workers: int, engine: str, task: str) -> None:
    """Run one share, or print the script of a job array that runs them all."""
    from kaname.api.progress import Progress
    from kaname.study.comparison import run_design
    from kaname.study.slurm import SHARES, job_script
    from kaname.study.terms import Terms, task_of

    if out is None:
        raise InputError("shares of a run are kept in a folder", path="--out", hint="Name one for this share.")
    if engine == SLURM:
        typer.echo(job_script(design, names, out, task_of(task), workers), nl=False)
        return
    share = task_of(task)
    run = run_design(design, names, out, workers, Progress("running"), terms=Terms(_known(engine), share))
    typer.echo(f"{len(run.manifest.chunks):,} parts of share {task}; when all shares are there: {SHARES}")
    typer.echo(str(run.folder))


def _named(bargains: str) -> list[str]:
    """Return the bargains as they are named; InputError where there are only commas."""
    named = [name.strip() for name in bargains.split(",") if name.strip()]
    if bargains and not named:
        raise InputError("no bargain is named", path="--bargains", hint="Name at least one, or leave --bargains out.")
    return named


def _check_alone(scenario: str) -> None:
    if scenario:
        raise InputError("a repetition takes everything from the run's own manifest", path="scenario", found=scenario,
                         hint="Leave the scenario out beside --check.")  # fmt: skip
