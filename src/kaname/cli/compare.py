"""`kaname compare`: futures of a scenario under several bargains on the same shocks, stored, summarised and drawn.

Reads: scenario, evidence, bargains. Writes: the run's folder (see docs/reference/dataset.md). Exit codes: cli.trouble.
"""

from __future__ import annotations

import json
import logging
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from kaname.core.errors import InputError

LOG = logging.getLogger("kaname.compare")
DEFAULT_FUTURES = 2000
SHOWN_ENDS = ("territory", "coerced", "casualties", "spending")


def compare(
    scenario: Annotated[str, typer.Argument(help="Id of a scenario of the package, or a file.")],
    bargains: Annotated[str, typer.Option(help="Ids or files, by commas; the first is the reference.")] = "",
    futures: Annotated[int, typer.Option(help="Futures under each bargain.")] = DEFAULT_FUTURES,
    seed: Annotated[int, typer.Option(help="Seed of chance, 0 to 4294967295.")] = 1,
    years: Annotated[int | None, typer.Option(help="Years to run; the scenario's own where left out.")] = None,
    workers: Annotated[int, typer.Option(help="Threads.")] = 2,
    chunk: Annotated[int, typer.Option(help="Futures in one part; the rows do not depend on it.")] = 100,
    out: Annotated[Path | None, typer.Option(help="Folder of the run.")] = None,
    preset: Annotated[str, typer.Option(help="full, or core: the twelve mechanisms alone.")] = "full",
    adopted: Annotated[bool, typer.Option("--adopted", help="Levers at once and in full, not offered.")] = False,
    no_reaction: Annotated[bool, typer.Option("--no-reaction", help="Adversaries do not adapt their forces.")] = False,
    deterrence: Annotated[
        bool, typer.Option("--deterrence", help="Judge all futures' opportunities, not only 0-499's.")
    ] = False,
    freeze: Annotated[str, typer.Option(help="Mechanisms to hold at their start, by commas.")] = "",
    json_out: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> None:
    """Compare bargains on the same futures; ends with the path of a report."""
    from kaname.study.design import Design

    names = _bargains(scenario, bargains)
    design = Design(
        scenario=scenario, bargains=tuple(_identity(name) for name in names), futures=futures, seed=seed, years=years,
        chunk=chunk, preset=preset, adoption="adopted" if adopted else "offered", reaction=not no_reaction,
        views=deterrence, frozen=tuple(filter(None, freeze.split(","))),
    )  # fmt: skip
    if not 1 <= workers <= 256:
        raise InputError(f"{workers} is outside 1..256", path="--workers", hint="Give the number of threads.")
    result = _run(design, names, out, workers)
    if json_out:
        typer.echo(json.dumps(result.summary, indent=2, ensure_ascii=False))
    else:
        _print(result.summary)
    report = draw_report(result.folder)
    typer.echo(str(report), err=json_out)


def _run(design: Any, names: list[str], out: Path | None, workers: int) -> Any:
    from kaname.cli.announce import make_ready
    from kaname.cli.progress import Progress
    from kaname.compile.compiled import compile_study
    from kaname.study.manifest import Manifest
    from kaname.study.runner import run

    compiled = compile_study(design.scenario, names, design.years, design.preset, design.frozen, settings_of(design))
    key = Manifest(Path(), compiled.inputs(design.as_data()), {}, "").key
    folder = out or Path("runs") / f"{compiled.scenario.id}-{key}"
    make_ready(design.scenario)
    return run(design, compiled, folder, command_of(design, names, out), workers, Progress("running"))


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
    words += ["--out", str(out)] if out else []
    return shlex.join(words)


def draw_report(folder: Path) -> Path:
    """Draw the report in a child process, so that its memory does not count for the run; the report's path."""
    LOG.info("drawing the report")
    done = subprocess.run(
        [sys.executable, "-m", "kaname.report.draw", str(folder)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    if done.returncode != 0:
        raise RuntimeError(f"the report could not be drawn: {done.stderr.strip()}")
    return folder / "report.html"


def _bargains(scenario: str, given: str) -> list[str]:
    if given:
        return [name for name in given.split(",") if name]
    from kaname.compile.vocabulary import vocabulary
    from kaname.scenario.load import load_scenario

    return list(load_scenario(scenario, vocabulary()).bargains)


def _identity(name: str) -> str:
    from kaname.compile.vocabulary import vocabulary
    from kaname.scenario.load import is_path, load_bargain

    return load_bargain(name, vocabulary()).id if is_path(name) else name


def _print(summary: dict[str, Any]) -> None:
    """A table of 80 columns: paired differences of the ends to the reference, with intervals."""
    reference = summary["names"]["bargain"][summary["reference"]]
    typer.echo(f"Differences to {reference!r} over {summary['futures']} paired futures (95 % intervals):")
    for pair in summary["pairs"].values():
        typer.echo(
            f"\n{summary['names']['bargain'][pair['bargain']]}  ({pair['pairs']} pairs, {pair['dropped']} dropped)"
        )
        for name, gap in pair["outcomes"].items():
            if name.split(".")[0] in SHOWN_ENDS and gap["mean"] is not None and gap["differing"]:
                clear = "" if gap["low"] > 0 or gap["high"] < 0 else "  no clear difference"
                unit = summary["outcomes"][name.split(".")[0]]["unit"]
                typer.echo(f"  {name:<18}{gap['mean']:>10.3g} ({gap['low']:.3g} to {gap['high']:.3g}) {unit}{clear}")
    typer.echo("")
