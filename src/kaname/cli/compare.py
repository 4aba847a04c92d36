"""`kaname compare`: futures of a scenario under several bargains on the same shocks, stored, summarised and drawn.

Reads: scenario, evidence, bargains. Writes: the run's folder (see docs/reference/dataset.md). Exit codes: cli.trouble.
"""

from __future__ import annotations

import json
import logging
import shlex
from pathlib import Path
from typing import Annotated, Any

import typer

from kaname.cli.commands import shipped_scenarios
from kaname.cli.starts import START, at_start
from kaname.core.children import run_children
from kaname.core.errors import InputError

LOG = logging.getLogger("kaname.compare")
DEFAULT_FUTURES = 2000
CHECK_FUTURES = 200


def compare(
    scenario: Annotated[str, typer.Argument(help="Id of a scenario of the package, or a file.")] = "",
    bargains: Annotated[str, typer.Option(help="Ids or files, by commas; the first is the reference.")] = "",
    futures: Annotated[int, typer.Option(help="Futures under each bargain.")] = DEFAULT_FUTURES,
    seed: Annotated[int, typer.Option(help="Seed of chance, 0 to 4294967295.")] = 1,
    years: Annotated[int | None, typer.Option(help="Years to run; the scenario's own where left out.")] = None,
    workers: Annotated[int, typer.Option(help="Threads.")] = 2,
    chunk: Annotated[int, typer.Option(help="Futures in one part; the rows do not depend on it.")] = 100,
    out: Annotated[Path | None, typer.Option(help="Folder of the run.")] = None,
    preset: Annotated[str, typer.Option(help="full, or core: the mechanisms of the core model alone.")] = "full",
    adopted: Annotated[bool, typer.Option("--adopted", help="Levers at once and in full, not offered.")] = False,
    no_reaction: Annotated[bool, typer.Option("--no-reaction", help="Adversaries do not adapt their forces.")] = False,
    deterrence: Annotated[
        bool, typer.Option("--deterrence", help="Judge all futures' opportunities, not only 0-499's.")
    ] = False,
    start: START = "",
    freeze: Annotated[str, typer.Option(help="Mechanisms to hold at their start, by commas.")] = "",
    beside: Annotated[
        int, typer.Option(help="Futures of each check run beside: adopted, no reaction ...; 0 none.")
    ] = CHECK_FUTURES,
    attribution: Annotated[int, typer.Option(help="Futures with one lever in, and one lever out.")] = 0,
    stress: Annotated[str, typer.Option(help="A further check: retrenchment.")] = "",
    budget: Annotated[str, typer.Option(help="Bargain whose cost is the standard of equal cost.")] = "",
    check: Annotated[Path | None, typer.Option(help="Repeat the finished run in this folder: does it agree?")] = None,
    coding: Annotated[str, typer.Option(help="Reading of the bargains: first, second, or between the two.")] = "first",
    json_out: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> None:
    """Compare bargains on the same futures; ends with the path of a report."""
    from kaname.study.design import Design

    _check_workers(workers)
    if check is not None:
        from kaname.cli.compare_check import check as repeat

        _check_alone(scenario)
        repeat(check, out, workers, json_out)
        return
    if not scenario:
        raise InputError("Missing argument", path="scenario", allowed=shipped_scenarios(), hint="Or name a file.")
    names = _bargains(scenario, bargains)
    scenario = at_start(scenario, start, names)
    design = Design(
        scenario=scenario, bargains=tuple(_identity(name) for name in names), futures=futures, seed=seed, years=years,
        chunk=chunk, preset=preset, adoption="adopted" if adopted else "offered", reaction=not no_reaction,
        views=deterrence, frozen=tuple(filter(None, freeze.split(","))), beside=beside, attribution=attribution,
        stress=stress, budget=budget, coding=coding,
    )  # fmt: skip
    folder = study_of(design, names, out, workers)
    _tell(folder, json_out)
    report = draw_report(folder)
    typer.echo(str(report), err=json_out)


def _tell(folder: Path, json_out: bool) -> None:
    """Add to the summary what explains it, and print it."""
    from kaname.analysis.explained import explained, sides_of
    from kaname.analysis.folder import open_run
    from kaname.cli.compare_text import lines
    from kaname.study.store import write_json

    run = open_run(folder)
    summary = explained(run)
    write_json(folder / "summary.json", summary)
    if json_out:
        typer.echo(json.dumps(summary, indent=2, ensure_ascii=False))
    else:
        typer.echo("\n".join(lines(summary, sides_of(run))) + "\n")


def study_of(design: Any, names: list[str], out: Path | None, workers: int) -> Path:
    """Run a design, or go on with it; its folder."""
    from kaname.cli.announce import make_ready
    from kaname.cli.progress import Progress
    from kaname.compile.compiled import compile_study
    from kaname.study.manifest import Manifest
    from kaname.study.runner import run

    compiled = compile_study(
        design.scenario, names, design.years, design.preset, design.frozen, settings_of(design), design.coding
    )
    key = Manifest(Path(), compiled.inputs(design.as_data()), {}, "").key
    folder = out or Path("runs") / f"{compiled.scenario.id}-{key}"
    make_ready(design.scenario)
    return run(design, compiled, folder, command_of(design, names, out), workers, Progress("running")).folder


def _check_workers(workers: int) -> None:
    if not 1 <= workers <= 256:
        raise InputError(f"{workers} is outside 1..256", path="--workers", hint="Give the number of threads.")


def _check_alone(scenario: str) -> None:
    if scenario:
        raise InputError("a repetition takes everything from the run's own manifest", path="scenario", found=scenario,
                         hint="Leave the scenario out beside --check.")  # fmt: skip


def settings_of(design: Any) -> dict[str, float]:
    """Parameters that a design sets outright."""
    settings = {"adoption": float(design.adoption == "adopted"), "deterrence_views": float(design.views)}
    if not design.reaction:
        settings["reaction"] = 0.0
    return settings


def command_of(design: Any, names: list[str], out: Path | None) -> str:
    """The exact command that repeats the run."""
    words = ["kaname", "compare", design.scenario, "--bargains", ",".join(names), "--futures", str(design.futures),
             "--seed", str(design.seed), "--chunk", str(design.chunk)]  # fmt: skip
    words += ["--years", str(design.years)] if design.years is not None else []
    words += ["--preset", design.preset] if design.preset != "full" else []
    words += ["--adopted"] if design.adoption == "adopted" else []
    words += ["--no-reaction"] if not design.reaction else []
    words += ["--deterrence"] if design.views else []
    words += ["--freeze", ",".join(design.frozen)] if design.frozen else []
    words += ["--beside", str(design.beside)]
    words += ["--attribution", str(design.attribution)] if design.attribution else []
    words += ["--stress", design.stress] if design.stress else []
    words += ["--budget", design.budget] if design.budget else []
    words += ["--coding", design.coding] if design.coding != "first" else []
    words += ["--out", str(out)] if out else []
    return shlex.join(words)


def draw_report(folder: Path) -> Path:
    """Draw the report in a child process, so that its memory does not count for the run; the report's path."""
    LOG.info("drawing the report")
    ((code, said),) = run_children([("kaname.report.draw", str(folder))])
    if code != 0:
        raise RuntimeError(f"the report could not be drawn: {said.strip()}")
    return folder / "report.html"


def _bargains(scenario: str, given: str) -> list[str]:
    if given:
        return [name for name in given.split(",") if name]
    from kaname.scenario.load import load_scenario

    return list(load_scenario(scenario).bargains)


def _identity(name: str) -> str:
    from kaname.scenario.load import is_path, load_bargain

    return load_bargain(name).id if is_path(name) else name
