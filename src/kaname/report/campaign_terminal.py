"""Output of `kaname campaign`: a table, one run day by day, rows for a CSV file, a chart.

Reads: the summary of study.campaigns, or the days of one run. Writes: nothing. Units: shares, days, units of the class.
Eighty columns are enough for every line.
"""

from __future__ import annotations

import csv
import io
from typing import Any

DAYS_SHOWN = (0, 1, 3, 5, 10, 20, 30, 45)
WORTH_A_LINE = 0.05
COLOURS = ("#2166ac", "#1b7837", "#b2182b")
ABOUT_ONE_RUN = "C challenger, T target, G guarantor; sea: the challenger's share of sea and air.\n"
ENDS = ("the days are over", "the challenger holds the objective and no help is coming", "the attack is spent")
ONE_RUN = "day control being  sea ashore  bases C/T/G  leak aircraft C/T/G ships C/T/G"


def table_of(data: dict[str, Any]) -> list[str]:
    """Return the result of many runs as lines."""
    return _head(data) + (_sweep_rows(data) if data["sweep"] else _course_rows(data) + _loss_rows(data))


def _head(data: dict[str, Any]) -> list[str]:
    name = data["sweep"][0]["name"] if data["sweep"] else ""
    when = "never" if data["arrival_day"] is None else f"on day {data['arrival_day']:g}"
    release = "" if name == "arrival_day" else f", guarantor released {when}"
    lines = [f"{data['contingency']}, plan {data['plan']}{release}: {data['runs']} runs"]
    if name:
        return [*lines, ""]
    held, being, lost = data["held_share"], data["force_in_being"], data["days_lost"]
    return [
        *lines,
        f"held at the end in {held['value']:.0%} of runs ({held['low']:.0%} to {held['high']:.0%})",
        f"days in the challenger's hands: {lost['value']:.1f} ({lost['low']:.1f} to {lost['high']:.1f})",
        f"force in being when help came or at the end: {being['value']:.2f} of the start",
        "",
    ]


def _course_rows(data: dict[str, Any]) -> list[str]:
    lines = ["day    control (5-95 % of runs)      force in being (5-95 %)"]
    last = len(data["control_by_day"]) - 1
    for day in sorted({*DAYS_SHOWN, last} & set(range(last + 1))):
        c, f = data["control_by_day"][day], data["force_in_being_by_day"][day]
        lines.append(f"{day:>3}    {c['value']:.2f} ({c['q05']:.2f}-{c['q95']:.2f})              "
                     f"{f['value']:.2f} ({f['q05']:.2f}-{f['q95']:.2f})")  # fmt: skip
    return lines


def _loss_rows(data: dict[str, Any]) -> list[str]:
    lines = ["", f"{'mean losses':<20}" + "".join(f"{party:>12}" for party in data["losses"])]
    for force in next(iter(data["losses"].values())):
        row = [data["losses"][party][force]["value"] for party in data["losses"]]
        if max(row) >= WORTH_A_LINE:
            lines.append(f"{force.replace('_', ' '):<20}" + "".join(f"{value:>12.1f}" for value in row))
    return lines


def _sweep_rows(data: dict[str, Any]) -> list[str]:
    name = data["sweep"][0]["name"]
    wide = max(12, len(name) + 2)
    lines = [f"{name:<{wide}}{'held (95 % interval)':<24}{'days lost':>9}{'force in being':>17}"]
    for row in data["sweep"]:
        h = row["held_share"]
        interval = f"{h['value']:.2f} ({h['low']:.2f}-{h['high']:.2f})"
        lines.append(f"{row['value']:<{wide}g}{interval:<24}{row['days_lost']['value']:>9.1f}"
                     f"{row['force_in_being']['value']:>17.2f}")  # fmt: skip
    return lines


def days_of(rows: list[dict[str, Any]]) -> list[str]:
    """Return one run with a line per day, and below it what happened on that day."""
    lines = [ABOUT_ONE_RUN, ONE_RUN]
    for number, r in enumerate(rows):
        air, ships = ("/".join(f"{p[f]:.0f}" for p in r["units"].values()) for f in ("air", "surface"))
        bases = "/".join(f"{n:.0f}" for n in r["bases_open"])
        lines.append(
            f"{r['day']:>3.0f} {r['control']:>7.2f} {r['force_in_being']:>5.2f} {r['sea_and_air']:>4.2f} "
            f"{r['lodgement']:>6.1f} {bases:>12} {r['leakers']:>5.0f} {air:>14} {ships:>11}"
        )
        happened = _events(rows[number - 1], r) if number else []
        if happened:
            lines.append(f"      {'; '.join(happened)}")
    return [*lines, f"It ends because {ENDS[rows[-1]['over']]}."]


def _events(before: dict[str, Any], now: dict[str, Any]) -> list[str]:
    """Return what changed for good between two evenings."""
    events = []
    if now["released"] and not before["released"]:
        events.append(f"the guarantor is released and finds {before['force_in_being']:.2f} of the target's force")
    if now["phase"] > before["phase"]:
        events.append("the second half of its reserve is here" if now["phase"] == 2 else "half of its reserve is here")
    closed = [int(b - a) for a, b in zip(before["bases_closed"], now["bases_closed"], strict=True)]
    for party, more in zip(now["units"], closed, strict=True):
        if more > 0:
            events.append(f"{more} more of the {party}'s bases closed")
    for party, units in now["units"].items():
        if units["surface"] < 1 <= before["units"][party]["surface"]:
            events.append(f"the {party} has no ship left")
        if units["strike"] < 1 <= before["units"][party]["strike"]:
            events.append(f"the {party} has no land-attack missile left")
    if now["lodgement"] > 0 >= before["lodgement"]:
        events.append("the challenger is ashore")
    return events


def csv_of(rows: list[dict[str, Any]]) -> str:
    """Return rows as CSV text, a nested number as a column of its own."""
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


def chart_of(data: dict[str, Any]) -> str:
    """Return an SVG: held share, force in being and days lost over the swept value, or control and force in being by
    day.

    The band is the 95 % interval of a sweep's points, and 5 to 95 % of runs by day.
    """
    import altair as alt
    import vl_convert

    x, band, rows = _sweep_points(data) if data["sweep"] else _course_points(data)
    names = list(dict.fromkeys(row["what"] for row in rows))
    colour = alt.Color("what:N", title=None, scale=alt.Scale(domain=names, range=COLOURS[: len(names)]))
    base = alt.Chart(alt.Data(values=rows)).encode(x=alt.X("x:Q", title=x), color=colour)
    shares = alt.Y("low:Q", title=f"share (band: {band})", scale=alt.Scale(domain=[0, 1]))
    area = base.mark_area(opacity=0.2).encode(y=shares, y2="high:Q")
    title = f"{data['contingency']}, {data['plan']}, {data['runs']} runs".replace("_", " ")
    drawn = (area + base.mark_line().encode(y="value:Q")).properties(width=480, height=280, title=title)
    return str(vl_convert.vegalite_to_svg(drawn.to_dict()))


def _sweep_points(data: dict[str, Any]) -> tuple[str, str, list[dict[str, Any]]]:
    what = (("held_share", "held at the end"), ("force_in_being", "force in being"))
    rows = [
        {"x": row["value"], "what": name, **{part: row[key][part] for part in ("value", "low", "high")}}
        for key, name in what for row in data["sweep"]
    ]  # fmt: skip
    days = len(data["control_by_day"]) - 1
    rows += [
        {"x": row["value"], "what": "days in the challenger's hands",
         **{part: min(1.0, max(0.0, row["days_lost"][part] / days)) for part in ("value", "low", "high")}}
        for row in data["sweep"]
    ]  # fmt: skip
    return data["sweep"][0]["name"].replace("_", " "), "95 % interval", rows


def _course_points(data: dict[str, Any]) -> tuple[str, str, list[dict[str, Any]]]:
    what = (("control_by_day", "control by challenger"), ("force_in_being_by_day", "force in being"))
    rows = [
        {"x": row["day"], "what": name, "value": row["value"], "low": row["q05"], "high": row["q95"]}
        for key, name in what for row in data[key]
    ]  # fmt: skip
    return "day", "5-95 % of runs", rows
