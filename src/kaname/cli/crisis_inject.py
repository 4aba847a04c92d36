"""`kaname crisis SCENARIO`: one opportunity put into many identical worlds, and each crisis played.

How it ends, what each side's picture of the game is, where the pictures part and what that costs, how long a decision
takes, what deterred; with --experiment two arms that differ in one thing; with --export the game as one side sees it.
Reads: scenario, evidence, bargain. Writes: the folder of --out, the file of --export. Exit codes: 0 done, 2 bad input.
"""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kaname.cli.json_text import json_text
from kaname.cli.seed import Seed
from kaname.cli.starts import START, at_start
from kaname.core.errors import InputError
from kaname.core.user_file import UserFile, check_folder, output_file, output_folder

if TYPE_CHECKING:
    from kaname.api.crisis import Crisis
    from kaname.study.crises.case import Case

RUNS, FUTURES, YEARS = 1000, 400, 5
GAME = r'EFG 2 R "[^"]* as the [a-z]+ \('
NUMBERS = r'\{\s*"format": [0-9]+,\s*"scenario": '
"""How an exported game and a file of numbers of this command begin."""


def inject(
    scenario: Annotated[str, typer.Argument(help="Id of a scenario of the package, or a file.")],
    contingency: Annotated[str, typer.Option(help="Where the opportunity arises: one of its contingencies.")],
    date: Annotated[
        str | None, typer.Option(help="2031, 2031Q2 or 2031-05-17; the scenario's start if left out.")
    ] = None,
    set_: Annotated[
        list[str] | None,
        typer.Option("--set", help="NAME[.MEMBER]=VALUE: a lever, a parameter or a state; repeatable."),
    ] = None,
    runs: Annotated[int, typer.Option(help="Worlds into which it is put.")] = RUNS,
    seed: Seed = 1,
    bargain: Annotated[str, typer.Option(help="Id or file of the bargain in force.")] = "as_is",
    start: START = "",
    guarantee: Annotated[str, typer.Option(help="as_is, none or sure; from a date on: none@2031Q2.")] = "as_is",
    clock: Annotated[bool, typer.Option("--clock", help="Only how long the decision takes, step by step.")] = False,
    experiment: Annotated[
        str | None, typer.Option(help="Two arms that differ in one thing, such as two_fronts.")
    ] = None,
    futures: Annotated[int, typer.Option(help="Futures of each arm of an experiment; 0 for none.")] = FUTURES,
    years: Annotated[int, typer.Option(help="Years of those futures.")] = YEARS,
    explain: Annotated[int | None, typer.Option(help="Tell run number K move by move.")] = None,
    export: Annotated[Path | None, typer.Option(help="Write the game as one side sees it to FILE.efg.")] = None,
    as_: Annotated[
        str, typer.Option("--as", help="Whose game to export: challenger, target, guarantor, host.")
    ] = "target",
    out: Annotated[Path | None, typer.Option(help="Write page, pictures and numbers into this folder.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Play one crisis in many identical worlds: how it ends, who sees what, how long a decision takes."""
    _one_at_a_time(clock, experiment, explain, export)
    game = _places(export, out)
    from kaname.api.crisis import injected
    from kaname.api.progress import Progress

    begun = at_start(scenario, start, [bargain])
    asked = injected(begun, contingency, date, set_ or [], runs, seed, bargain, guarantee, Progress("playing"))
    case, words = asked.case, shlex.split(asked.command)
    if game is not None:
        _export(case, game, as_)
    elif explain is not None:
        _tell(case, explain, as_json)
    elif experiment is not None:
        _experiment(case, experiment, futures, years, out, as_json, words)
    elif clock:
        _clock(case, out, as_json, [*words, "--clock"])
    else:
        _crises(asked, out, as_json)


def _one_at_a_time(clock: bool, experiment: str | None, explain: int | None, export: Path | None) -> None:
    asked = {"--clock": clock, "--experiment": experiment is not None, "--explain": explain is not None,
             "--export": export is not None}  # fmt: skip
    said = [name for name, wanted in asked.items() if wanted]
    if len(said) > 1:
        raise InputError(f"{' and '.join(said)} ask for different things", path=said[0], hint="Ask for one at a time.")


def _places(export: Path | None, out: Path | None) -> UserFile | None:
    """Return where the game and the folder go, both checked before anything is played."""
    if out is not None:
        check_folder(out, "--out")
    return output_file(export, ".efg", "--export", mark=GAME) if export is not None else None


def _crises(asked: Crisis, out: Path | None, as_json: bool) -> None:
    from kaname.report.crisis.page import crisis_page, pictures_alone

    data = asked.data
    files = {"crisis.html": crisis_page(data, asked.command), **pictures_alone(data)} if out else {}
    _show(data, str(asked).splitlines(), files, out, as_json, f"{asked.command} --out crisis-{asked.contingency}")


def _clock(case: Case, out: Path | None, as_json: bool, words: list[str]) -> None:
    from kaname.report.crisis.page import clock_alone, clock_page
    from kaname.report.crisis.terminal import clock_text
    from kaname.study.crises.summary import clock_summary

    data, command = clock_summary(case), shlex.join(words)
    files = {"clock.html": clock_page(data, command), "clock.svg": clock_alone(data)} if out else {}
    _show(data, clock_text(data), files, out, as_json, f"{command} --out crisis-{data['contingency']}")


def _experiment(case: Case, name: str, futures: int, years: int, out: Path | None, as_json: bool,
                words: list[str]) -> None:  # fmt: skip
    from kaname.report.crisis.page import experiment_page
    from kaname.report.crisis.terminal import experiment_text
    from kaname.study.crises.summary import experiment_summary

    data = experiment_summary(case, name, futures, years)
    command = shlex.join([*words, "--experiment", name, "--futures", str(futures), "--years", str(years)])
    files = {f"{name}.html": experiment_page(data, command)} if out else {}
    _show(data, experiment_text(data), files, out, as_json, f"{command} --out crisis-{data['contingency']}")


def _tell(case: Case, run: int, as_json: bool) -> None:
    from kaname.study.crises.summary import run_summary

    if not 0 <= run < case.runs:
        raise InputError(f"{run} is outside 0..{case.runs - 1}", path="--explain", found=run, hint="Or raise --runs.")
    data = run_summary(case, run)
    if as_json:
        typer.echo(json_text(data))
        return
    typer.echo(f"{data['name']}, {data['date']}, run {run} of seed {data['seed']}\n")
    for event in data["events"]:
        typer.echo(f"  {event['sentence']}")


def _export(case: Case, place: UserFile, role: str) -> None:
    from dataclasses import replace

    from kaname.games.efg_write import efg_text
    from kaname.study.crises.case import eve_of
    from kaname.study.crises.export import exported, seen_by

    one = replace(case, runs=1, central=True)
    eve = eve_of(one)
    seen = seen_by(one, eve, role)
    file = place.write(efg_text(exported(one, eve, role)))
    typer.echo(f"{seen.nodes} nodes as the {role} sees them, central figures, written to {file}.")
    if seen.nested:
        typer.echo(f"At {seen.nested} nodes moves share a rung: there the crisis nests them, and plain logit differs.")
    typer.echo(f"kaname crisis solve {shlex.quote(str(file))} --lambda {seen.precision!r}")


def _show(data: dict[str, Any], lines: list[str], files: dict[str, str], out: Path | None, as_json: bool,
          more: str) -> None:  # fmt: skip
    """Print, and write the folder if one is named; ends with the path to open, or with what to type for the page."""
    if as_json:
        typer.echo(json_text(data))
    else:
        typer.echo("\n".join(lines))
    if out is None:
        if not as_json:
            typer.echo(f"\nPage with the pictures:\n{more}")
        return
    output_folder(out, "--out")
    page = next(iter(files))
    texts = {**files, f"{Path(page).stem}.json": f"{json_text(data)}\n"}
    places = [output_file(out / name, Path(name).suffix, "--out", mark=NUMBERS) for name in texts]
    for place, text in zip(places, texts.values(), strict=True):
        place.write(text)
    typer.echo(str(out / page), err=as_json)
