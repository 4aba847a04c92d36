"""`kaname backtest`: futures of earlier starts against what came, and base rates against public lists; misses first.

Each start of the scenario that has observed years after it is run under the first bargain (things as they are), and
every observed series is scored (see analysis.backtest). Base rates by place of these starts and of the scenario's own
stand beside lists of crises, disputes and wars (see analysis.rates). --out writes the result that reports show.
Reads: scenario, evidence, data/records, data/backtests.yaml. Writes: the file named by --out. Exit codes: see
cli.trouble.
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
    from kaname.api.backtest import backtest as run
    from kaname.api.progress import Progress

    return run(scenario, start, futures, seed, Progress("running"))


def _lines(result: dict[str, Any]) -> list[str]:
    found = result["backtests"]
    hits = sum(one["verdict"] == "hit" for one in found)
    head = f"{len(found) - hits} of {len(found)} series are missed, {hits} hit ({result['futures']} futures a start)."
    lines = [head, "", f"{'':5}{'series':<20}{'from':>5}{'model':>10}{'persistence':>13}{'trend':>10}  unit"]
    for one in found:
        crps = one["crps"]
        lines.append(f"{one['verdict']:<5}{one['series']:<20}{one['start']:>5}{crps['model']:>10.3g}"
                     f"{crps['persistence']:>13.3g}{crps['trend']:>10.3g}  {one['unit']}")  # fmt: skip
    lines += _rates(result["rates"])
    lines += [
        "",
        "Mean error (continuous ranked probability score) over the years; smaller is better.",
        "",
        "Not tested:",
    ]
    for one in result["untested"]:
        lines += textwrap.wrap(f"{one['series']}: {one['why']}", WIDTH, initial_indent="  ", subsequent_indent="    ")
    return lines


def _rates(found: list[dict[str, Any]]) -> list[str]:
    """Base rates beside public lists, those outside every list first."""
    far = sum(one["verdict"] in ("below", "above") for one in found)
    lines = ["", f"{far} of {len(found)} base rates lie outside the 90 % interval of every list (events a decade).", ""]
    lines.append(f"{'':8}{'what':<28}{'from':>5}{'model':>7}  lists: rate (90 %)")
    for one in found:
        lists = ", ".join(
            f"{said['list']} {said['rate']:.2g} ({said['low']:.2g}-{said['high']:.2g})" for said in one["lists"]
        )
        what = f"{one['measure']}.{one['place']}"
        lines.append(f"{one['verdict']:<8}{what:<28}{one['start']:>5}{one['model']:>7.2f}  {lists}")
    return lines
