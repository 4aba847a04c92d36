"""The measured part of docs/explanation/campaign-validation.md: tables, misses first, and the chart.

Idea: what stands between the marks on the page is written here and nowhere else, so that the page cannot say more than
was measured. Besides published figures: parked aircraft against a public student simulation, shelters, and what the
switches and the doctrines change. Reads: campaign_published, scenario, evidence. Writes: the page and its SVG.
"""

from __future__ import annotations

from pathlib import Path

import altair as alt
import vl_convert

from benchmarks.campaign_published import RUNS, SEED, Measured, measured, shelters
from benchmarks.measure import tell
from kaname.compile.baseline import Baseline, baseline_of
from kaname.model.campaign.bases import parked_loss_chance
from kaname.model.world.surrogate import NEVER, PLANS
from kaname.study.campaigns import CampaignSpec, run, share

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGE, CHART = DOCS / "explanation" / "campaign-validation.md", DOCS / "images" / "campaign-validation.svg"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
PARKED = (  # aircraft on one base, missiles on it, lost in the open, lost in shelters (df26montecarlo 2021)
    (120, 10, 29.61, 18.32), (120, 50, 92.93, 70.62), (120, 100, 115.66, 103.26), (24, 10, 12.21, 7.90),
    (12, 10, 8.83, 7.14), (6, 5, 4.17, 3.55),
)  # fmt: skip
SWITCHES = (
    ("attrition by salvo", {"attrition_theory": 0.0}), ("attrition by rates (Lanchester)", {"attrition_theory": 1.0}),
    ("barrage", {"firing_policy": 0.0}), ("shoot, look, shoot", {"firing_policy": 1.0}),
    ("homeland open to strikes", {"homeland_sanctuary": 0.0}), ("homeland a sanctuary", {"homeland_sanctuary": 1.0}),
)  # fmt: skip
RESULTS = (
    "held at the end | days in challenger's hands | force in being at arrival | "
    "challenger's aircraft, ships lost | target's aircraft, ships lost"
)
DAYS, ARRIVAL = 60, 15.0
ENDS = (0.05, 20.0)


def table(found: list[Measured]) -> list[str]:
    """Published figures beside ours as a Markdown table: misses, hits, and what has no counterpart."""
    lines = ["| what | published | ours: mean (5-95 % of runs) | unit | |", "|---|---|---|---|---|"]
    for one in sorted(found, key=_rank):
        f = one.figure
        span = f" ({f.low:g}-{f.high:g})" if f.low is not None and f.high is not None else ""
        said = f"{'at least ' if f.rule == 'least' else ''}{f.published:g}{span}"
        if one.mean is None:
            lines.append(
                f"| {f.what} | {said} | no counterpart: a host lends bases, its forces do not fight | {f.unit} | |"
            )
            continue
        ours = f"{one.mean:.2f}" if f.unit in ("ratio", "share") else f"{one.mean:.1f}"
        runs = "" if f.unit == "ratio" else f" ({one.low:.1f}-{one.high:.1f})"
        lines.append(f"| {f.what} | {said} | {ours}{runs} | {f.unit} | {'hit' if one.hit else '**miss**'} |")
    return lines


def _rank(one: Measured) -> tuple[int, float]:
    if one.mean is None or one.hit is None:
        return 2, 0.0
    return int(one.hit), -_apart(one)


def _apart(one: Measured) -> float:
    """How far ours is from the published figure: the larger over the smaller."""
    ours, said = max(one.mean or 0.0, 1e-3), one.figure.published
    return max(ours / said, said / ours)


def chart(found: list[Measured]) -> str:
    """SVG: ours over published on a logarithmic scale, with 5-95 % of runs, misses first."""
    rows = [
        {"what": one.figure.what.split(" (")[0], "ratio": one.mean / one.figure.published,
         "low": _within(one.low / one.figure.published), "high": _within(one.high / one.figure.published),
         "verdict": "hit" if one.hit else "miss"}
        for one in sorted(found, key=_rank) if one.mean is not None
    ]  # fmt: skip
    y = alt.Y("what:N", sort=[row["what"] for row in rows], title=None, axis=alt.Axis(labelLimit=480))
    colour = alt.Color("verdict:N", title=None, scale=alt.Scale(domain=["miss", "hit"], range=["#b2182b", "#2166ac"]))
    scale = alt.Scale(type="log", domain=list(ENDS))
    ticks = alt.Axis(values=[0.1, 0.25, 0.5, 1, 2, 4, 10], format="~g")
    base = alt.Chart(alt.Data(values=rows)).encode(y=y, color=colour)
    runs = base.mark_rule(strokeWidth=2, opacity=0.45).encode(
        x=alt.X("low:Q", scale=scale, axis=ticks, title="ours over published (line: 5-95 % of runs)"), x2="high:Q"
    )
    means = base.mark_point(filled=True, size=60).encode(x="ratio:Q", shape=alt.Shape("verdict:N", legend=None))
    one = alt.Chart(alt.Data(values=[{"x": 1}])).mark_rule(color="#555", strokeDash=[3, 3]).encode(x="x:Q")
    drawn = (runs + means + one).properties(width=360, height=18 * len(rows))
    return str(vl_convert.vegalite_to_svg(drawn.to_dict()))


def _within(value: float) -> float:
    return min(max(value, ENDS[0]), ENDS[1])


def parked(ground: Baseline) -> list[str]:
    """Aircraft lost on one base against a public student simulation, at the central figures."""
    kill, shelter = (float(ground.params[name][0]) for name in ("parking_kill", "shelter_kill"))
    lines = ["| aircraft | missiles | open: theirs | ours | sheltered: theirs | ours |", "|---|---|---|---|---|---|"]
    for aircraft, missiles, in_open, inside in PARKED:
        ours = aircraft * parked_loss_chance(kill, float(missiles))
        ours_inside = aircraft * parked_loss_chance(shelter / aircraft, float(missiles))
        lines.append(f"| {aircraft} | {missiles} | {in_open:.1f} | {ours:.1f} | {inside:.1f} | {ours_inside:.1f} |")
    return lines


def hardening(ground: Baseline) -> list[str]:
    """Shelters and what each further fifth saves."""
    found = shelters(ground)
    lines = [
        "| share of aircraft in shelters | lost on the ground in 10 days | saved by the last fifth |",
        "|---|---|---|",
    ]
    for number, (part, lost) in enumerate(found):
        saved = f"{found[number - 1][1] - lost:.1f}" if number else ""
        lines.append(f"| {part:.0%} | {lost:.1f} | {saved} |")
    return lines


def switches(ground: Baseline) -> list[str]:
    """What rival theories change: Senkaku and Taiwan, help on day 15, 60 days."""
    head = f"| | {RESULTS} |"
    lines = []
    for place in ("senkaku", "taiwan"):
        lines += [
            f"`{place}`, quick seizure, release on day {ARRIVAL:g}, {DAYS} days:",
            "",
            head,
            "|---|---|---|---|---|---|",
        ]
        for name, settings in SWITCHES:
            lines.append(f"| {name} | {_row(ground, place, 0, ARRIVAL, settings)} |")
        lines.append("")
    return lines


def doctrines(ground: Baseline) -> list[str]:
    """Both doctrines against each plan: same forces, same budget, the challenger's three answers."""
    lines = [f"| plan | doctrine | release | {RESULTS} |", "|---|---|---|---|---|---|---|---|"]
    for plan, name in enumerate(PLANS):
        for arrival, when in ((ARRIVAL, f"day {ARRIVAL:g}"), (NEVER, "never")):
            for doctrine, value in (("forward decisive", 0.0), ("active denial", 1.0)):
                row = _row(ground, "senkaku", plan, arrival, {"doctrine": value})
                lines.append(f"| {name.replace('_', ' ')} | {doctrine} | {when} | {row} |")
    return lines


def _row(ground: Baseline, place: str, plan: int, arrival: float, settings: dict[str, float]) -> str:
    k = ground.place(place)
    found = run(ground, CampaignSpec(k, plan, DAYS, RUNS, SEED, {"arrival_day": arrival, **settings}))
    held, lost = share(found.held), found.worlds.losses
    of = [lost[:, int(ground.params[role][0][k]), :2].mean(axis=0) for role in ("challenger", "target")]
    losses = " | ".join(f"{air:.0f}, {ships:.0f}" for air, ships in of)
    return (f"{held['value']:.2f} ({held['low']:.2f}-{held['high']:.2f}) | {found.days_lost.mean():.1f} | "
            f"{found.worlds.last_force_in_being.mean():.2f} | {losses}")  # fmt: skip


def text() -> tuple[str, str]:
    """(what stands between the marks, the chart)."""
    found, ground = measured(), baseline_of("us-japan")
    hits, told = sum(one.hit is True for one in found), sum(one.hit is not None for one in found)
    none = len(found) - told
    lines = [
        f"{told - hits} of {told} published figures are missed and {hits} are hit; {none} more have no counterpart. "
        f"{RUNS} runs a setting, seed {SEED}.",
        "", "![Ours over published, misses first](../images/campaign-validation.svg)", "", *table(found), "",
        "### Parked aircraft", "", *parked(ground), "", "### Shelters", "", *hardening(ground), "",
        "### What the switches change", "", *switches(ground), "### Doctrines against plans", "", *doctrines(ground),
    ]  # fmt: skip
    return "\n".join(lines), chart(found)


def main() -> int:
    """Write the page's measured part and its chart."""
    tell("published figures beside ours; the first run compiles")
    inside, drawn = text()
    page = PAGE.read_text(encoding="utf-8")
    before, rest = page.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    PAGE.write_text(f"{before}{BEGIN}\n{inside}\n{END}{after}", encoding="utf-8", newline="\n")
    CHART.parent.mkdir(exist_ok=True)
    CHART.write_text(drawn, encoding="utf-8", newline="\n")
    tell(f"wrote {PAGE.name} and {CHART.name}")
    return 0
