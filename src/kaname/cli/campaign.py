"""`kaname campaign`: the campaign alone, from a scenario's forces at its start.

How long does the first responder hold, and does help come in time? Many runs of one setting, a sweep over arrival day,
a lever or a force, or one run day by day. Crisis, law and politics are left out: the release day is given, law permits,
the host grants.
Reads: scenario, evidence. Writes: the file named by --csv or --chart. Exit codes: 0 done, 2 bad input.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kaname.cli.json_text import json_text
from kaname.cli.starts import START, at_start
from kaname.core.errors import InputError, unknown_name
from kaname.core.number_text import NUMBER, number_from
from kaname.core.user_file import UserFile, output_file

if TYPE_CHECKING:
    from kaname.compile.baseline import Baseline
    from kaname.study.campaigns import CampaignSpec

DOCTRINES = {"forward": 0.0, "denial": 1.0}
MOST_POINTS = 50
TABLE = r"day,mean,|name,value,held_share_|ways,|day,factor,"
"""How a table of the course, of a sweep, of a frontier or of a region begins."""
SET = Annotated[
    list[str] | None,
    typer.Option("--set", help="NAME=VALUE: a lever, state or switch, or units as in target.air=200; repeatable."),
]


def campaign(
    scenario: Annotated[str, typer.Argument(help="Id of a scenario of the package, or a file.")],
    contingency: Annotated[str, typer.Option(help="Which of its contingencies.")],
    doctrine: Annotated[str | None, typer.Option(help="forward, denial, or a mixture 0..1 (1 is denial).")] = None,
    arrival_day: Annotated[str | None, typer.Option(help="Day of the guarantor's release; never if not given.")] = None,
    plan: Annotated[str, typer.Option(help="quick_seizure, bases_first or blockade.")] = "quick_seizure",
    set_: SET = None,
    days: Annotated[int, typer.Option(help="Days to fight at most (1..90).")] = 60,
    runs: Annotated[int, typer.Option(help="Runs of each setting.")] = 2000,
    seed: Annotated[int, typer.Option(help="Seed of the runs.")] = 1,
    sweep: Annotated[str | None, typer.Option(help="NAME=LOW..HIGH[:POINTS], such as arrival_day=2..45.")] = None,
    frontier: Annotated[
        str | None, typer.Option(help="Compare ways to spend this much of the ally's money (bn USD 2023).")
    ] = None,
    region: Annotated[bool, typer.Option("--region", help="Map where denial or forward defence does better.")] = False,
    explain: Annotated[int | None, typer.Option(help="Tell run number K day by day.")] = None,
    csv_: Annotated[Path | None, typer.Option("--csv", help="Write the course or sweep to this CSV file.")] = None,
    chart: Annotated[Path | None, typer.Option(help="Write the sweep or the course to this SVG file.")] = None,
    start: START = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Run the campaign alone: who holds the objective, what force is left when help arrives, day by day."""
    settings = _settings(doctrine, arrival_day, set_ or [])
    points = _points(sweep) if sweep else None
    _one_question({"--sweep": sweep is not None, "--frontier": frontier is not None, "--region": region,
                   "--explain": explain is not None})  # fmt: skip
    money = None if frontier is None else number_from(frontier, path="--frontier")
    files = _files(explain, csv_, chart)
    from kaname.study import campaigns as room

    if points:
        for value in points[1]:
            room.check_setting(points[0], value, days)
    place = at_start(scenario, start)
    ground, asked = room.spec_for(place, contingency, plan, days, runs, seed, settings)
    if explain is not None:
        _tell(ground, asked, explain, as_json)
        return
    if money is not None:
        _show_frontier(ground, asked, money, *files, as_json)
        return
    if region:
        _show_region(ground, asked, *files, as_json)
        return
    data = room.summary(ground, asked, room.run(ground, asked))
    data["sweep"] = list(room.sweep(ground, asked, *points)) if points else []
    _show(data, *files, as_json)


def _one_question(asked: dict[str, bool]) -> None:
    """Raise InputError where two options each ask for an output of their own."""
    names = [name for name, said in asked.items() if said]
    if len(names) > 1:
        raise InputError(f"asks for another result than {names[0]}", path=names[1], hint="Give one of them at a time.")


def _show_frontier(
    ground: Baseline, asked: CampaignSpec, money: float, table: UserFile | None, chart: UserFile | None, as_json: bool
) -> None:
    from kaname.report.campaign_choices import frontier_lines
    from kaname.report.campaign_terminal import csv_of
    from kaname.study.campaign_frontier import frontier

    if chart is not None:
        raise InputError("a frontier is a table", path="--chart", hint="Write it with --csv.")
    rows = frontier(ground, asked, money)
    if table is not None:
        table.write(csv_of([{key: value for key, value in row.items() if key != "spent"} for row in rows]))
    lines = frontier_lines(ground.axes["contingency"][asked.contingency], money, rows)
    typer.echo(json_text(rows) if as_json else "\n".join(lines))


def _show_region(
    ground: Baseline, asked: CampaignSpec, table: UserFile | None, chart: UserFile | None, as_json: bool
) -> None:
    from kaname.report.campaign_choices import region_chart, region_lines
    from kaname.report.campaign_terminal import csv_of
    from kaname.study.campaign_region import region

    rows = region(ground, asked)
    head = f"{ground.axes['contingency'][asked.contingency]}, {asked.days} days, {asked.runs} runs"
    if table is not None:
        table.write(csv_of(rows))
    if chart is not None:
        chart.write(region_chart(head, rows))
    typer.echo(json_text(rows) if as_json else "\n".join(region_lines(head, rows)))


def _settings(doctrine: str | None, arrival_day: str | None, texts: list[str]) -> dict[str, float]:
    settings: dict[str, float] = {}
    for text in texts:
        name, equals, number = text.partition("=")
        if not equals:
            raise InputError(f"{text} is not NAME=VALUE", path="--set", hint="For example --set counterstrike=1.")
        value = number_from(number, path=f"--set {name}")
        if settings.setdefault(name, value) != value:
            raise InputError(
                f"{name} is set to {settings[name]:g} and to {value:g}", path="--set", hint="Leave one out."
            )
    if doctrine is not None:
        value = _doctrine(doctrine)
        if settings.setdefault("doctrine", value) != value:
            raise InputError(
                "--doctrine and --set doctrine say different things", path="--doctrine", hint="Leave one out."
            )
    day = None if arrival_day is None else number_from(arrival_day, path="--arrival-day")
    if day is not None and settings.setdefault("arrival_day", day) != day:
        raise InputError(
            "--arrival-day and --set arrival_day say different things", path="--arrival-day", hint="Leave one out."
        )
    return settings


def _doctrine(text: str) -> float:
    if text in DOCTRINES:
        return DOCTRINES[text]
    try:
        return number_from(text, path="--doctrine", low=0.0, high=1.0)
    except InputError as trouble:
        if trouble.hint or NUMBER.fullmatch(text.strip()):
            raise
        raise unknown_name("a doctrine or a mixture 0..1", text, tuple(DOCTRINES), path="--doctrine") from None


def _points(text: str) -> tuple[str, list[float]]:
    """Return name and values of NAME=LOW..HIGH[:POINTS]; whole steps when no number of points is given."""
    name, equals, rest = text.partition("=")
    ends, colon, count = rest.partition(":")
    low, dots, high = ends.partition("..")
    if not (equals and dots):
        raise InputError(f"{text} is not NAME=LOW..HIGH", path="--sweep", hint="For example --sweep arrival_day=2..45.")
    first, last = number_from(low, path="--sweep"), number_from(high, path="--sweep")
    whole = last - first + 1 if last - first >= 2 else 11
    points = number_from(count, path="--sweep", whole=True) if colon else min(whole, MOST_POINTS)
    if not 2 <= points <= MOST_POINTS or not last > first:
        raise InputError(
            f"{text} has no 2..{MOST_POINTS} points from low to high",
            path="--sweep",
            hint="For example --sweep arrival_day=2..45:10.",
        )
    step = (last - first) / (int(points) - 1)
    return name, [first + n * step for n in range(int(points))]


def _files(explain: int | None, csv_: Path | None, chart: Path | None) -> tuple[UserFile | None, UserFile | None]:
    """Return where the table and the picture go, checked before anything is fought."""
    if explain is not None and (csv_ is not None or chart is not None):
        raise InputError("tells one run; --csv and --chart write what many runs gave", path="--explain",
                         hint="Ask for one or the other; --explain with --json gives the run's days.")  # fmt: skip
    table = output_file(csv_, ".csv", "--csv", mark=TABLE) if csv_ else None
    return table, output_file(chart, ".svg", "--chart") if chart else None


def _tell(ground: Baseline, asked: CampaignSpec, number: int, as_json: bool) -> None:
    from kaname.report.campaign_terminal import days_of
    from kaname.study.campaigns import MOST_RUNS, check_whole, course_of

    check_whole("--explain", number, 0, MOST_RUNS - 1)
    rows = course_of(ground, asked, number)
    typer.echo(json_text(rows) if as_json else "\n".join(days_of(rows)))


def _show(data: dict[str, Any], table: UserFile | None, chart: UserFile | None, as_json: bool) -> None:
    from kaname.report.campaign_terminal import chart_of, csv_of, table_of

    if table is not None:
        table.write(csv_of(data["sweep"] or data["control_by_day"]))
    if chart is not None:
        chart.write(chart_of(data))
    typer.echo(json_text(data) if as_json else "\n".join(table_of(data)))
