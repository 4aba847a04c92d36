"""`kaname backtest`: futures of earlier starts against what came, beside persistence and trend; misses first.

Each start of the scenario that has observed years after it is run under the first bargain (things as they are), and
every observed series is scored (see analysis.backtest). --out writes the result that reports show.
Reads: scenario, evidence, data/backtests.yaml. Writes: the file named by --out. Exit codes: see cli.trouble.
"""

from __future__ import annotations

import json
import textwrap
from pathlib import Path
from typing import Annotated, Any

import typer

from kaname.cli.starts import START
from kaname.core.errors import InputError
from kaname.core.user_file import output_file

FUTURES = 200
MOST = 100_000
WIDTH = 80
RESULT = r'\{\s*"format": 1,\s*"command": "kaname backtest '
"""How a file of results begins."""


def backtest(
    scenario: Annotated[str, typer.Argument(help="Id of a scenario of the package, or a file.")],
    start: START = "",
    futures: Annotated[int, typer.Option(help="Futures from each start.")] = FUTURES,
    seed: Annotated[int, typer.Option(help="Seed of chance, 0 to 4294967295.")] = 1,
    out: Annotated[Path | None, typer.Option(help="Write the result to this JSON file.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Earlier starts against what came, beside persistence and trend; misses first."""
    if not 2 <= futures <= MOST:
        raise InputError(f"{futures} is outside 2..{MOST}", path="--futures")
    place = output_file(out, ".json", "--out", mark=RESULT) if out else None
    from kaname.study.commands import backtest_command

    command = backtest_command(scenario, start, futures, seed)
    result = {"format": 1, "command": command, **_result(scenario, start, futures, seed)}
    if place is not None:
        place.write(json.dumps(result, indent=1, ensure_ascii=False) + "\n")
    typer.echo(json.dumps(result, indent=1, ensure_ascii=False) if as_json else "\n".join(_lines(result)))


def _result(scenario: str, start: str, futures: int, seed: int) -> dict[str, Any]:
    from kaname.analysis.backtest import judged, misses_first
    from kaname.api.progress import Progress
    from kaname.compile.compiled import compile_study
    from kaname.study.backtest import series_of
    from kaname.study.design import Design
    from kaname.study.ready import make_ready

    entries = []
    names = _starts(scenario, start)
    make_ready(scenario)
    progress = Progress("running")
    for n, name in enumerate(names):
        compiled = compile_study(name, [_reference(name)])
        design = Design(name, tuple(compiled.bargains), futures, seed=seed)
        entries += [judged(series, compiled.scenario.start.year) for series in series_of(compiled, design)]
        progress(n + 1, len(names))
    return {"futures": futures, "seed": seed, "backtests": misses_first(entries), "untested": _untested()}


def _starts(scenario: str, start: str) -> list[str]:
    from kaname.evidence.load import load_evidence
    from kaname.scenarios.starts import started, starts_of
    from kaname.study.backtest import LEAST_YEARS, last_observed

    if start:
        return [started(scenario, start)]
    last = last_observed(load_evidence())
    known = starts_of(scenario)
    early = [name for year, name in known.items() if year + LEAST_YEARS - 1 <= last]
    if not early:
        raise InputError(f"no start of {scenario} has {LEAST_YEARS} observed years after it", path="scenario",
                         found=[*map(str, known)], hint=f"Observations end in {last}.")  # fmt: skip
    return early


def _reference(scenario: str) -> str:
    from kaname.scenarios.load import load_scenario

    return load_scenario(scenario).bargains[0]


def _untested() -> Any:
    from kaname.core.safe_yaml import read_yaml
    from kaname.evidence.load import DATA

    file = DATA / "backtests.yaml"
    return read_yaml(file).value["untested"] if file.is_file() else []


def _lines(result: dict[str, Any]) -> list[str]:
    found = result["backtests"]
    hits = sum(one["verdict"] == "hit" for one in found)
    head = f"{len(found) - hits} of {len(found)} series are missed, {hits} hit ({result['futures']} futures a start)."
    lines = [head, "", f"{'':5}{'series':<20}{'from':>5}{'model':>10}{'persistence':>13}{'trend':>10}  unit"]
    for one in found:
        crps = one["crps"]
        lines.append(f"{one['verdict']:<5}{one['series']:<20}{one['start']:>5}{crps['model']:>10.3g}"
                     f"{crps['persistence']:>13.3g}{crps['trend']:>10.3g}  {one['unit']}")  # fmt: skip
    lines += [
        "",
        "Mean error (continuous ranked probability score) over the years; smaller is better.",
        "",
        "Not tested:",
    ]
    for one in result["untested"]:
        lines += textwrap.wrap(f"{one['series']}: {one['why']}", WIDTH, initial_indent="  ", subsequent_indent="    ")
    return lines
