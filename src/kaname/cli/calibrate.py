"""`kaname calibrate`: levels and base rates fitted to public counts of the past, with what could not be identified.

History matching in waves on the earlier start of data/records/targets.yaml (see analysis.history_matching); no effect
is fitted and nothing after its last year is read. --out writes the result, --into also the figures and their notes.
Reads: scenario, evidence, data/records. Writes: the file named by --out, the YAML files of the folder named by
--into. Exit codes: see cli.trouble.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from kaname.cli.json_text import json_text
from kaname.core.errors import InputError
from kaname.core.user_file import output_file
from kaname.study.options import LARGEST_SEED

RESULT = r'\{\s*"format": 1,\s*"command": "kaname calibrate '
"""How a file of results begins."""
MOST_POINTS, MOST_EACH, MOST_WAVES = 5000, 1000, 10


def calibrate(
    scenario: Annotated[str, typer.Argument(help="Id of a scenario of the package, or a file.")],
    points: Annotated[int, typer.Option(help="Points of a wave, 60 to 5000.")] = 400,
    each: Annotated[int, typer.Option(help="Futures of a point, 1 to 1000.")] = 50,
    waves: Annotated[int, typer.Option(help="Waves, 1 to 10.")] = 3,
    seed: Annotated[int, typer.Option(help=f"Seed of chance and of the design, 0 to {LARGEST_SEED}.")] = 1,
    workers: Annotated[int, typer.Option(help="Threads.")] = 2,
    out: Annotated[Path | None, typer.Option(help="Write the result to this JSON file.")] = None,
    into: Annotated[Path | None, typer.Option(help="Write figures and notes into the evidence files here.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Fit levels and base rates to counts of the past; say what the record identifies and what it does not."""
    for name, value, low, high in (("points", points, 60, MOST_POINTS), ("each", each, 1, MOST_EACH),
                                   ("waves", waves, 1, MOST_WAVES), ("seed", seed, 0, LARGEST_SEED)):  # fmt: skip
        if not low <= value <= high:
            raise InputError(f"{value} is outside {low}..{high}", path=f"--{name}")
    place = output_file(out, ".json", "--out", mark=RESULT) if out else None
    if into is not None and not into.is_dir():
        raise InputError(
            "there is no such folder",
            path="--into",
            found=str(into),
            hint="Name src/kaname/data/evidence of a checkout.",
        )
    from kaname.api.calibrate import calibrate as run
    from kaname.api.progress import Progress
    from kaname.evidence.fitted import write_fitted
    from kaname.study.commands import calibrate_command

    made = run(scenario, points=points, each=each, waves=waves, seed=seed, workers=workers, heard=Progress("waves"))
    result = {"format": 1, "command": calibrate_command(scenario, points, each, waves, seed), **made}
    if place is not None:
        place.write(json_text(result) + "\n")
    changed = write_fitted(into, result) if into is not None else []
    text = json_text(result) if as_json else "\n".join(lines(result))
    typer.echo(text)
    for path in changed:
        typer.echo(f"wrote {path}", err=True)


def lines(result: Mapping[str, Any]) -> list[str]:
    """Return the result in lines of at most 80 characters."""
    sure = [row for row in result["levels"] if row["identified"]]
    text = [
        f"{len(sure)} of {len(result['levels'])} levels are identified by the record to {result['until']}.",
        "",
        f"{'level':<37}{'judged':>7}{'factor (90 %)':>20}{'width':>7}",
    ]
    for row in result["levels"]:
        low, middle, high = row["posterior"]
        factor = f"{middle:.2f} ({low:.2f}-{high:.2f})"
        mark = "  fitted" if row["identified"] else ""
        text.append(f"{row['figure']}.{row['place']:<{36 - len(row['figure'])}}{row['judged']:>7g}{factor:>20}"
                    f"{row['width']:>7.2f}{mark}")  # fmt: skip
    text += ["", f"{'events a decade':<28}{'before':>16}{'after':>16}  lists"]
    for row in result["outputs"]:
        before, after = (f"{span[1]:.2f} ({span[0]:.1f}-{span[2]:.1f})" for span in (row["before"], row["after"]))
        lists = ", ".join(f"{span['list']} {span['rate']:.2g}" for span in row["lists"])
        text.append(f"{row['measure'] + '.' + row['place']:<28}{before:>16}{after:>16}  {lists}")
    return [*text, "", "width: of the interval over the prior's, in logs; a level is identified below 0.7.",
            f"Held out: every record from {result['held_out_from']} on."]  # fmt: skip
