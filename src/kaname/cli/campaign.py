"""`kaname campaign`: the campaign alone, from a scenario's forces at its start.

How long does the first responder hold, and does help come in time? Many runs of one setting, a sweep over arrival day
or a lever, or one run day by day. Crisis, law and politics are left out: the release day is given, law permits, the
host grants.
Reads: scenario, evidence. Writes: the file named by --csv or --chart. Exit codes: 0 done, 2 bad input.
"""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kaname.core.errors import InputError, unknown_name

if TYPE_CHECKING:
    from kaname.cli.campaign_runs import Asked, Ground

DOCTRINES = {"forward": 0.0, "denial": 1.0}
MOST_POINTS = 50
SET = Annotated[list[str] | None, typer.Option("--set", help="NAME=VALUE: a lever or state; may be repeated.")]


def campaign(
    scenario: Annotated[str, typer.Argument(help="Id of a scenario of the package, or a file.")],
    contingency: Annotated[str, typer.Option(help="Which of its contingencies.")],
    doctrine: Annotated[str | None, typer.Option(help="forward, denial, or a mixture 0..1 (1 is denial).")] = None,
    arrival_day: Annotated[
        float | None, typer.Option(help="Day of the guarantor's release; never if not given.")
    ] = None,
    plan: Annotated[str, typer.Option(help="quick_seizure, bases_first or blockade.")] = "quick_seizure",
    set_: SET = None,
    days: Annotated[int, typer.Option(help="Days to fight at most (1..90).")] = 60,
    runs: Annotated[int, typer.Option(help="Runs of each setting.")] = 2000,
    seed: Annotated[int, typer.Option(help="Seed of the runs.")] = 1,
    sweep: Annotated[str | None, typer.Option(help="NAME=LOW..HIGH[:POINTS], such as arrival_day=2..45.")] = None,
    explain: Annotated[int | None, typer.Option(help="Tell run number K day by day.")] = None,
    csv_: Annotated[Path | None, typer.Option("--csv", help="Write the course or sweep to this CSV file.")] = None,
    chart: Annotated[Path | None, typer.Option(help="Write the sweep or the course to this SVG file.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """The campaign alone: who holds the objective, what force is left when help arrives, day by day."""
    settings = _settings(doctrine, arrival_day, set_ or [])
    points = _points(sweep) if sweep else None
    _check_numbers(days, runs, arrival_day)
    from kaname.cli import campaign_runs as room

    for name, value in [*settings.items(), *([(points[0], v) for v in points[1]] if points else [])]:
        room.check_setting(name, value)
    if plan not in room.PLANS:
        raise unknown_name("a plan", plan, room.PLANS, path="--plan")
    ground = room.ground_of(scenario)
    asked = room.Asked(ground.place(contingency), room.PLANS.index(plan), days, runs, seed, settings)
    if explain is not None:
        _tell(ground, asked, explain, as_json)
        return
    data = room.summary(ground, asked, room.run(ground, asked))
    data["sweep"] = _sweep(ground, asked, *points) if points else []
    _write(data, csv_, chart)
    typer.echo(json.dumps(data, indent=1, allow_nan=False) if as_json else "\n".join(_table(data)))


def _settings(doctrine: str | None, arrival_day: float | None, said: list[str]) -> dict[str, float]:
    settings: dict[str, float] = {}
    for one in said:
        name, equals, number = one.partition("=")
        if not equals:
            raise InputError(f"{one} is not NAME=VALUE", path="--set", hint="For example --set counterstrike=1.")
        settings[name] = _number(number, "--set")
    if doctrine is not None:
        value = DOCTRINES[doctrine] if doctrine in DOCTRINES else _number(doctrine, "--doctrine")
        if settings.setdefault("doctrine", value) != value:
            raise InputError("--doctrine and --set doctrine say different things", path="--doctrine")
    if arrival_day is not None and settings.setdefault("arrival_day", arrival_day) != arrival_day:
        raise InputError("--arrival-day and --set arrival_day say different things", path="--arrival-day")
    return settings


def _number(said: str, path: str) -> float:
    try:
        return float(said)
    except ValueError:
        raise InputError(f"{said} is not a number", path=path) from None


def _points(said: str) -> tuple[str, list[float]]:
    """Name and values of NAME=LOW..HIGH[:POINTS]; whole steps when no number of points is said."""
    name, equals, rest = said.partition("=")
    ends, colon, count = rest.partition(":")
    low, dots, high = ends.partition("..")
    if not (equals and dots):
        raise InputError(f"{said} is not NAME=LOW..HIGH", path="--sweep", hint="For example --sweep arrival_day=2..45.")
    first, last = _number(low, "--sweep"), _number(high, "--sweep")
    whole = last - first + 1 if last - first >= 2 else 11
    points = _number(count, "--sweep") if colon else min(whole, MOST_POINTS)
    if not 2 <= points <= MOST_POINTS or last <= first:
        raise InputError(f"{said} has no 2..{MOST_POINTS} points from low to high", path="--sweep")
    step = (last - first) / (int(points) - 1)
    return name, [first + n * step for n in range(int(points))]


def _check_numbers(days: int, runs: int, arrival_day: float | None) -> None:
    from kaname.cli.campaign_runs import LONGEST, MOST_RUNS

    if not 1 <= days <= LONGEST:
        raise InputError(f"{days} is outside 1..{LONGEST}", path="--days", found=days)
    if not 1 <= runs <= MOST_RUNS:
        raise InputError(f"{runs} is outside 1..{MOST_RUNS}", path="--runs", found=runs)
    if arrival_day is not None and not 0 <= arrival_day <= days:
        raise InputError(f"{arrival_day:g} is outside the days fought, 0..{days}", path="--arrival-day",
                         hint="Leave it out for help that never comes, or raise --days.")  # fmt: skip


def _sweep(ground: Ground, asked: Asked, name: str, values: list[float]) -> list[dict[str, Any]]:
    from dataclasses import replace

    from kaname.cli.campaign_runs import mean, run, share

    rows = []
    for value in values:
        found = run(ground, replace(asked, settings={**asked.settings, name: value}))
        rows.append({"name": name, "value": value, "held_share": share(found.held),
                     "force_in_being": mean(found.worlds.last_force_in_being),
                     "control": mean(found.control[:, -1])})  # fmt: skip
    return rows


def _table(data: dict[str, Any]) -> list[str]:
    held, arrival = data["held_share"], data["arrival_day"]
    when = "never" if arrival >= 1000 else f"on day {arrival:g}"
    lines = [
        f"{data['contingency']}, plan {data['plan']}, guarantor released {when}: {data['runs']} runs",
        f"held at the end in {held['value']:.0%} of runs ({held['low']:.0%} to {held['high']:.0%})",
        "force in being when help came or at the end: "
        f"{data['force_in_being']['value']:.2f} of the start",
        "", "day    control (5-95 % of runs)      force in being (5-95 %)",
    ]  # fmt: skip
    last = len(data["control_by_day"]) - 1
    for day in sorted({0, 1, 3, 5, 10, 20, 30, 45, last} & set(range(last + 1))):
        c, f = data["control_by_day"][day], data["force_in_being_by_day"][day]
        lines.append(f"{day:>3}    {c['value']:.2f} ({c['q05']:.2f}-{c['q95']:.2f})              "
                     f"{f['value']:.2f} ({f['q05']:.2f}-{f['q95']:.2f})")  # fmt: skip
    lines += ["", f"{'mean losses':<20}" + "".join(f"{party:>12}" for party in data["losses"])]
    for force in next(iter(data["losses"].values())):
        row = [data["losses"][party][force]["value"] for party in data["losses"]]
        if max(row) >= 0.05:
            lines.append(f"{force:<20}" + "".join(f"{value:>12.1f}" for value in row))
    if data["sweep"]:
        lines += ["", f"{data['sweep'][0]['name']:<14}{'held (95 % interval)':<26}force in being"]
        for row in data["sweep"]:
            h = row["held_share"]
            interval = f"{h['value']:.2f} ({h['low']:.2f}-{h['high']:.2f})"
            lines.append(f"{row['value']:<14g}{interval:<26}{row['force_in_being']['value']:.2f}")
    return lines


def _tell(ground: Ground, asked: Asked, number: int, as_json: bool) -> None:
    from kaname.cli.campaign_runs import course_of

    if number < 0:
        raise InputError(f"{number} is below 0", path="--explain")
    rows = course_of(ground, asked, number)
    if as_json:
        typer.echo(json.dumps(rows, indent=1, allow_nan=False))
        return
    typer.echo("day control in-being sea&air ashore  bases open C/T/G  leakers  aircraft C/T/G    ships C/T/G")
    for r in rows:
        air, ships = ("/".join(f"{p[f]:.0f}" for p in r["units"].values()) for f in ("air", "surface"))
        bases = "/".join(f"{n:.0f}" for n in r["bases_open"])
        note = "  released" if r["released"] else ""
        typer.echo(
            f"{r['day']:>3.0f} {r['control']:>7.2f} {r['force_in_being']:>8.2f} {r['sea_and_air']:>7.2f} "
            f"{r['lodgement']:>6.1f}  {bases:>16}  {r['leakers']:>7.0f}  {air:>15} {ships:>12}{note}"
        )
    ends = {0: "the days are over", 1: "the challenger holds the objective", 2: "the attack is spent"}
    typer.echo(f"It ends because {ends[rows[-1]['over']]}.")


def _write(data: dict[str, Any], csv_: Path | None, chart: Path | None) -> None:
    rows = data["sweep"] or data["control_by_day"]
    if csv_ is not None:
        _save(csv_, _csv_of(rows))
    if chart is not None:
        if chart.suffix != ".svg":
            raise unknown_name("the ending of --chart", chart.suffix or chart.name, (".svg",))
        _save(chart, _chart_of(data))


def _save(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as trouble:
        raise InputError(f"cannot be written: {trouble.strerror}", file=str(file)) from None


def _csv_of(rows: list[dict[str, Any]]) -> str:
    flat = [
        {f"{key}_{part}" if part else key: number for key, value in row.items()
         for part, number in (value.items() if isinstance(value, dict) else [("", value)])}
        for row in rows
    ]  # fmt: skip
    text = io.StringIO()
    writer = csv.DictWriter(text, list(flat[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(flat)
    return text.getvalue()


def _chart_of(data: dict[str, Any]) -> str:
    """An SVG: held share and force in being over the swept value, or control and force in being by day."""
    import altair as alt
    import vl_convert

    if data["sweep"]:
        x, rows = data["sweep"][0]["name"].replace("_", " "), [
            {"x": row["value"], "what": what, **row[key]} for row in data["sweep"]
            for key, what in (("held_share", "held"), ("force_in_being", "force in being"))
        ]  # fmt: skip
    else:
        x, rows = "day", [
            {"x": row["day"], "what": what, **row} for key, what in
            (("control_by_day", "control by challenger"), ("force_in_being_by_day", "force in being"))
            for row in data[key]
        ]  # fmt: skip
    base = alt.Chart(alt.Data(values=rows)).encode(x=alt.X("x:Q", title=x), color=alt.Color("what:N", title=None))
    band = base.mark_area(opacity=0.25).encode(y=alt.Y("low:Q", title="share", scale={"domain": [0, 1]}), y2="high:Q")
    drawn = (band + base.mark_line().encode(y="value:Q")).properties(width=480, height=280)
    return str(vl_convert.vegalite_to_svg(drawn.to_dict()))
