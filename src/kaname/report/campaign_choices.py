"""Choices in `kaname campaign`: ways to spend equal money, and where each doctrine does better.

Reads: rows of study.campaign_frontier and study.campaign_region. Writes: nothing. Units: bn USD 2023, shares, days,
factors. Eighty columns are enough for every line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

SIGN = {"forward": "F", "denial": "D", "neither": "."}
COLOURS = {"forward": "#b2182b", "neither": "#dddddd", "denial": "#2166ac"}
Rows = Sequence[Mapping[str, Any]]


def frontier_lines(head: str, money: float, rows: Rows) -> list[str]:
    """Return the ways to spend as a table, those on the frontier marked with a star and first."""
    lines = [
        f"{head}: {money:g} bn USD of the ally's on each line",
        "* no other line is better in one of control (the challenger's at the end), force left",
        "  and the ally's aircraft lost on the ground, and at least as good in the others",
        "",
        f"{'spent on':<38}{'control':>8}{'force':>7}{'ground':>8}{'air':>7}{'days lost':>11}",
    ]
    for row in sorted(rows, key=lambda row: (not row["on_frontier"], row["control"]["value"])):
        star = "* " if row["on_frontier"] else "  "
        what = f"{star}{row['ways'].replace('_', ' ')}"
        lines.append(
            f"{what:<38}{row['control']['value']:>8.3f}{row['force_in_being']['value']:>7.3f}"
            f"{row['lost_on_ground']['value']:>8.1f}{row['lost_in_air']['value']:>7.1f}{row['days_lost']['value']:>11.1f}"
        )
    return [*lines, "", "ground, air: the ally's aircraft lost there; force: what is left when help comes"]


def region_lines(head: str, rows: Rows) -> list[str]:
    """Return the map of doctrines: rows by factor on the target's forces, columns by day of release."""
    days, factors = list(dict.fromkeys(r["day"] for r in rows)), list(dict.fromkeys(r["factor"] for r in rows))
    cell = {(r["factor"], r["day"]): r for r in rows}
    lines = [f"{head}: D active denial, F forward defence leaves less to the challenger, . no clear difference", ""]
    lines.append(f"{'forces x':<10}" + "".join(f"{f'day {day:g}':>9}" for day in days))
    for factor in reversed(factors):
        marks = [cell[factor, day] for day in days]
        lines.append(
            f"{factor:<10g}" + "".join(f"{SIGN[m['better']] + format(m['control'], '+.2f'):>9}" for m in marks)
        )
    return [*lines, "", "number: control at the end under denial less under forward defence"]


def region_chart(head: str, rows: Rows) -> str:
    """Return an SVG of the region: a cell a day of release and factor, coloured by the doctrine that does better."""
    import altair as alt
    import vl_convert

    drawn = [{"day": f"{r['day']:g}", "factor": f"{r['factor']:g}", "doctrine": r["better"],
              "text": f"{r['control']:+.2f}"} for r in rows]  # fmt: skip
    days = list(dict.fromkeys(r["day"] for r in drawn))
    factors = list(dict.fromkeys(r["factor"] for r in drawn))
    colour = alt.Color("doctrine:N", title="leaves less to the challenger",
                       scale=alt.Scale(domain=list(COLOURS), range=list(COLOURS.values())))  # fmt: skip
    base = alt.Chart(alt.Data(values=drawn)).encode(
        x=alt.X("day:N", sort=days, title="day of the guarantor's release", axis=alt.Axis(labelAngle=0)),
        y=alt.Y("factor:N", sort=factors[::-1], title="target's forces, times what it has"),
    )
    title = alt.Title(head, subtitle="number: control at the end, denial less forward")
    whole = base.mark_rect().encode(color=colour) + base.mark_text(fontSize=10).encode(text="text:N")
    return str(vl_convert.vegalite_to_svg(whole.properties(width=420, height=260, title=title).to_dict()))
