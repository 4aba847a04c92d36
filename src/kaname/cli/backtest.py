"""`kaname backtest`: futures of earlier starts against what came, and base rates against public lists; misses first.

Each start of the scenario that has observed years after it is run under the first bargain (things as they are), and
every observed series is scored (see analysis.backtest). Base rates by place of these starts and of the scenario's own
stand beside lists of crises, disputes and wars (see analysis.rates). --out writes the result that reports show.
Reads: scenario, evidence, data/records, data/backtests.yaml. Writes: the file named by --out. Exit codes: see
cli.trouble.
"""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import Annotated, Any

import typer

from kaname.cli.json_text import json_text
from kaname.cli.seed import Seed
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
    seed: Seed = 1,
    out: Annotated[Path | None, typer.Option(help="Write the result to this JSON file.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Hold earlier starts against what came, beside simple rules, and base rates beside public lists; misses first."""
    if not 2 <= futures <= MOST:
        raise InputError(f"{futures} is outside 2..{MOST}", path="--futures")
    place = output_file(out, ".json", "--out", mark=RESULT) if out else None
    from kaname.study.commands import backtest_command

    command = backtest_command(scenario, start, futures, seed)
    result = {"format": 1, "command": command, **_result(scenario, start, futures, seed)}
    if place is not None:
        place.write(json_text(result) + "\n")
    typer.echo(json_text(result) if as_json else "\n".join(_lines(result)))


def _result(scenario: str, start: str, futures: int, seed: int) -> dict[str, Any]:
    from kaname.api.backtest import backtest as run
    from kaname.api.progress import Progress

    return run(scenario, start, futures, seed, Progress("running"))


def _lines(result: dict[str, Any]) -> list[str]:
    rows = result["backtests"]
    hits = sum(row["verdict"] == "hit" for row in rows)
    head = f"{len(rows) - hits} of {len(rows)} series are missed, {hits} hit ({result['futures']} futures a start)."
    lines = [head, "", f"{'':5}{'series':<18}{'from':>5}{'model':>10}{'best rule':>24}  unit"]
    for row in rows:
        crps = row["crps"]
        best = f"{row['best']} {crps[row['best']]:.3g}"
        lines.append(f"{row['verdict']:<5}{row['series']:<18}{row['start']:>5}{crps['model']:>10.3g}{best:>24}"
                     f"  {row['unit']}")  # fmt: skip
    lines += _overall(result["overall"])
    lines += _rates(result["rates"])
    lines += [
        "",
        "Mean error (continuous ranked probability score) over the years; smaller is better.",
        "",
        "Not tested:",
    ]
    for row in result["untested"]:
        lines += textwrap.wrap(f"{row['series']}: {row['why']}", WIDTH, initial_indent="  ", subsequent_indent="    ")
    return lines


def _overall(overall: dict[str, Any]) -> list[str]:
    """Coverage and the ratio to the best rule, over all origins and by quantity, the worst first."""
    (share, low, high), (ratio, below, above) = overall["coverage"], overall["ratio"]
    head = (
        f"{overall['series']} backtests from every origin: error over the best rule's {ratio:.2f} "
        f"({below:.2f}-{above:.2f}), {share:.0%} ({low:.0%}-{high:.0%}) of years in the 90 % band."
    )
    single = overall["single"]
    lines = ["", head]
    lines += [f"The best is picked series by series with hindsight. The best single rule, {single['rule']}, errs"]
    lines += [f"{single['of_best']:.2f} of it; the model errs {single['ratio']:.2f} of that rule."]
    for name, row in sorted(overall["by_quantity"].items(), key=lambda item: -item[1]["ratio"]):
        aside = "  (judged with hindsight, not in the total)" if row["hindsight"] else ""
        lines.append(f"  {name:<18}{row['ratio']:>6.2f}{row['coverage']:>6.0%}{row['n']:>5}{aside}")
    return lines


def _rates(rows: list[dict[str, Any]]) -> list[str]:
    """Base rates beside public lists, those outside every list first."""
    far = sum(row["verdict"] in ("below", "above") for row in rows)
    lines = ["", f"{far} of {len(rows)} base rates lie outside the 90 % interval of every list (events a decade).", ""]
    lines.append(f"{'':8}{'what':<28}{'from':>5}{'model':>7}  lists: rate (90 %)")
    for row in rows:
        lists = ", ".join(
            f"{listed['list']} {listed['rate']:.2g} ({listed['low']:.2g}-{listed['high']:.2g})"
            for listed in row["lists"]
        )
        what = f"{row['measure']}.{row['place']}"
        lines.append(f"{row['verdict']:<8}{what:<28}{row['start']:>5}{row['model']:>7.2f}  {lists}")
    return lines
