"""The measured part of docs/explanation/campaign-validation.md, made from data/published.json: tables and chart.

What stands between the marks on the page is written here and nowhere else, so that the page cannot say more than was
measured. Reads: the results. Writes: the results where they are measured anew, the page and its SVG.
"""

from __future__ import annotations

from typing import Any

import altair as alt
import vl_convert

from kaname.report.published import ours_text, published_text
from validation.campaign.results import fitted, results
from validation.places import DOCS, read_results, tell, write_measured, write_results

PAGE, CHART, RESULTS = DOCS / "explanation" / "campaign-validation.md", "campaign-validation.svg", "published.json"
HEAD = (
    "held at the end | days in challenger's hands | force in being at arrival | "
    "challenger's aircraft, ships lost | target's aircraft, ships lost"
)
MARKS = {"miss": " **miss**", "hit": " hit", "none": ""}
ENDS = (0.05, 20.0)


def table(rows: list[dict[str, Any]]) -> list[str]:
    """Published figures beside ours as a Markdown table, in the order of the results."""
    lines = ["| what | published | ours: mean (5-95 % of runs) | unit | |", "|---|---|---|---|---|"]
    return [*lines, *[f"| {r['what']} | {published_text(r)} | {ours_text(r)} | {r['unit']} |{MARKS[r['mark']]} |"
                      for r in rows]]  # fmt: skip


def chart(rows: list[dict[str, Any]]) -> str:
    """SVG: ours over published on a logarithmic scale, with 5-95 % of runs, misses first."""
    drawn = [
        {"what": row["what"].split(" (")[0], "ratio": row["ours"]["mean"] / row["published"],
         "low": _within(row["ours"]["low"] / row["published"]), "high": _within(row["ours"]["high"] / row["published"]),
         "verdict": row["mark"]}
        for row in rows if row["ours"] is not None
    ]  # fmt: skip
    y = alt.Y("what:N", sort=[row["what"] for row in drawn], title=None, axis=alt.Axis(labelLimit=480))
    colour = alt.Color("verdict:N", title=None, scale=alt.Scale(domain=["miss", "hit"], range=["#b2182b", "#2166ac"]))
    scale = alt.Scale(type="log", domain=list(ENDS))
    ticks = alt.Axis(values=[0.1, 0.25, 0.5, 1, 2, 4, 10], format="~g")
    base = alt.Chart(alt.Data(values=drawn)).encode(y=y, color=colour)
    runs = base.mark_rule(strokeWidth=2, opacity=0.45).encode(
        x=alt.X("low:Q", scale=scale, axis=ticks, title="ours over published (line: 5-95 % of runs)"), x2="high:Q"
    )
    means = base.mark_point(filled=True, size=60).encode(x="ratio:Q", shape=alt.Shape("verdict:N", legend=None))
    equal = alt.Chart(alt.Data(values=[{"x": 1}])).mark_rule(color="#555", strokeDash=[3, 3]).encode(x="x:Q")
    whole = (runs + means + equal).properties(width=360, height=18 * len(drawn))
    return str(vl_convert.vegalite_to_svg(whole.to_dict()))


def _within(value: float) -> float:
    return min(max(value, ENDS[0]), ENDS[1])


SETS = (
    ("evidence", "figures of the evidence, not fitted"), ("all", "one set fitted to all three studies"),
    ("held_out", "each study under the fit to the other two"),
)  # fmt: skip


def _held_out(fit: dict[str, Any]) -> list[str]:
    """Hits by set and study, then every figure, misses of the held-out fit first."""
    rows = fit["rows"]
    studies = list(dict.fromkeys(row["study"] for row in rows))
    lines = [
        f"| | all {len(rows)} | first list of {sum(row['first_list'] for row in rows)} | "
        + " | ".join(f"`{study}`" for study in studies) + " |",
        "|---|---|---|" + "---|" * len(studies),
    ]  # fmt: skip
    for name, words in SETS:
        cells = [f"{_hits(rows, name)}", f"{_hits([row for row in rows if row['first_list']], name)}"]
        for study in studies:
            own = [row for row in rows if row["study"] == study]
            cells.append(f"{_hits(own, name)} of {len(own)}")
        lines.append(f"| hits, {words} | {' | '.join(cells)} |")
    lines += ["", "| what | published | evidence | fitted to all | its study held out | |", "|---|---|---|---|---|---|"]
    for row in rows:
        means = " | ".join(f"{row[name]['mean']:.3g}{'' if row[name]['hit'] else ' x'}" for name, _ in SETS)
        mark = MARKS["hit" if row["held_out"]["hit"] else "miss"]
        lines.append(f"| {row['what'].split(' (')[0]} | {row['published']:g} | {means} |{mark} |")
    return [*lines, "", f"x: missed. {fit['points']} draws, {fit['runs']} runs a setting, seed {fit['seed']}."]


def _hits(rows: list[dict[str, Any]], name: str) -> int:
    return sum(row[name]["hit"] for row in rows)


def _fitted(figures: list[dict[str, Any]]) -> list[str]:
    """Figures that the fit narrows clearly; the rest by name."""
    sure = [row for row in figures if row["identified"]]
    vague = ", ".join(f"`{row['figure']}`" for row in figures if not row["identified"])
    lines = ["| figure | judged: low, middle, high | fitted: middle (90 %) | width over judged |", "|---|---|---|---|"]
    for row in sure:
        low, middle, high = row["fitted"]
        judged = ", ".join(f"{end:g}" for end in row["judged"])
        lines.append(f"| `{row['figure']}` | {judged} | {middle:.3g} ({low:.3g} to {high:.3g}) | {row['width']:.2f} |")
    return [*lines, "", f"Not identified (at least 0.7 as wide as judged): {vague}."]


def _parked(rows: list[dict[str, float]]) -> list[str]:
    lines = ["| aircraft | missiles | open: theirs | ours | sheltered: theirs | ours |", "|---|---|---|---|---|---|"]
    return [*lines, *[
        f"| {r['aircraft']} | {r['missiles']} | {r['open']:.1f} | {r['ours_open']:.1f} | {r['sheltered']:.1f} | "
        f"{r['ours_sheltered']:.1f} |" for r in rows
    ]]  # fmt: skip


def _shelters(rows: list[dict[str, float]]) -> list[str]:
    """Shelters and what each further fifth saves."""
    lines = [
        "| share of aircraft in shelters | lost on the ground in 10 days | saved by the last fifth |",
        "|---|---|---|",
    ]
    for number, row in enumerate(rows):
        saved = f"{rows[number - 1]['lost'] - row['lost']:.1f}" if number else ""
        lines.append(f"| {row['share']:.0%} | {row['lost']:.1f} | {saved} |")
    return lines


def _switches(data: dict[str, Any]) -> list[str]:
    lines = []
    for place in dict.fromkeys(row["contingency"] for row in data["switches"]):
        lines += [
            f"`{place}`, quick seizure, release on day {data['arrival_day']:g}, {data['days']} days:",
            "",
            f"| | {HEAD} |",
            "|---|---|---|---|---|---|",
        ]
        lines += [f"| {row['switch']} | {_cells(row)} |" for row in data["switches"] if row["contingency"] == place]
        lines.append("")
    return lines


def _doctrines(rows: list[dict[str, Any]]) -> list[str]:
    lines = [f"| plan | doctrine | release | {HEAD} |", "|---|---|---|---|---|---|---|---|"]
    for row in rows:
        when = "never" if row["arrival_day"] is None else f"day {row['arrival_day']:g}"
        lines.append(f"| {row['plan'].replace('_', ' ')} | {row['doctrine']} | {when} | {_cells(row)} |")
    return lines


def _cells(row: dict[str, Any]) -> str:
    held, lost = row["held"], row["lost"]
    losses = " | ".join(f"{air:.0f}, {ships:.0f}" for air, ships in (lost["challenger"], lost["target"]))
    return (f"{held['value']:.2f} ({held['low']:.2f}-{held['high']:.2f}) | {row['days_lost']:.1f} | "
            f"{row['force_in_being']:.2f} | {losses}")  # fmt: skip


def text(data: dict[str, Any]) -> str:
    """Return what stands between the marks of the page."""
    marks = [row["mark"] for row in data["rows"]]
    missed, hits, none = (marks.count(mark) for mark in ("miss", "hit", "none"))
    lines = [
        f"{missed} of {missed + hits} published figures are missed and {hits} are hit; {none} more have no "
        f"counterpart. {data['runs']} runs a setting, seed {data['seed']}.",
        "", "![Ours over published, misses first](../images/campaign-validation.svg)", "", *table(data["rows"]), "",
        "### Each study held out", "", *_held_out(data["fit"]), "",
        "### What the fit leaves of the judged figures", "", *_fitted(data["fit"]["figures"]), "",
        "### Parked aircraft", "", *_parked(data["parked"]), "", "### Shelters", "", *_shelters(data["shelters"]), "",
        "### What the switches change", "", *_switches(data), "### Doctrines against plans", "",
        *_doctrines(data["doctrines"]),
    ]  # fmt: skip
    return "\n".join(lines)


def main(fit: bool = False) -> int:
    """Measure, keep the results, and write the page's measured part and its chart; fit: the fit too, anew."""
    tell("published figures beside ours; the first run compiles")
    data = results(fitted() if fit else read_results(RESULTS)["fit"])
    write_results(RESULTS, data)
    write_measured(PAGE, text(data))
    (DOCS / "images" / CHART).write_text(chart(data["rows"]), encoding="utf-8", newline="\n")
    tell(f"wrote {RESULTS}, {PAGE.name} and {CHART}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
