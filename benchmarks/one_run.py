"""One comparison by what it spends its time on: start-up, quarters with storing, crises, campaigns; with a picture.

Start-up is the same command with one future and two years: all that does not grow with futures. The run is what a
command uses beyond that. The share of a clock is a difference of runs in which a mechanism is frozen (--freeze):
without crisis.response nobody challenges, so neither crisis nor campaign runs; without campaign.day wars are decided
on the forces as they stood. A frozen clock changes the futures a little, so the shares are attributions, not counters.
Units: CPU seconds.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.measure import Spread, apart, interleaved, spread_of, use_of
from benchmarks.section import Goal, Section, table

COMPARE = "kaname compare us-japan --robustness 0 --workers 1 --bargains"
TWO = "as_is,unequal_by_design"
FUTURES, ROUNDS = 1000, 3
STARTUP_GOAL, STARTUP_AIM = 2.0, 1.0
PICTURE = Path(__file__).resolve().parents[1] / "docs" / "images" / "where-the-time-goes.svg"


def startup_of(bargains: str = TWO) -> str:
    """The command whose cost is start-up."""
    return f"{COMPARE} {bargains} --futures 1 --years 2"


def section(quick: bool) -> Section:
    """The run split by clocks."""
    whole = f"{COMPARE} {TWO} --futures {4 if quick else FUTURES}" + (" --years 2" if quick else "")
    found = interleaved(
        1 if quick else ROUNDS,
        {
            "start-up": lambda: use_of(startup_of()).cpu,
            "whole run": lambda: use_of(whole).cpu,
            "campaign.day frozen": lambda: use_of(f"{whole} --freeze campaign.day").cpu,
            "crisis.response frozen": lambda: use_of(f"{whole} --freeze crisis.response").cpu,
        },
    )
    startup, full, no_campaign, no_crisis = found.values()
    parts = {
        "start-up": spread_of(startup),
        "strategic quarters, sampling, storing, summary": apart(no_crisis, startup),
        "crises": apart(no_campaign, no_crisis),
        "campaigns": apart(full, no_campaign),
    }
    if not quick:
        PICTURE.write_text(picture(parts), encoding="utf-8")
    run = apart(full, startup)
    rows = [(name, spread.text()) for name, spread in [*parts.items(), ("run, all beyond start-up", run)]]
    text = f"""`{whole}`, CPU seconds of the command's own process (the report is drawn in a child). Start-up is
`{startup_of()}`. Quarters: the run with `--freeze crisis.response`; crises: what `--freeze campaign.day` adds to that;
campaigns: what the whole run adds to that. A frozen clock changes the futures a little, so the three are attributions.

{table(("CPU seconds", ""), rows)}
![Where the time of one comparison goes](../images/{PICTURE.name})
"""
    middle = spread_of(startup).median
    goals = (
        Goal("start-up of a warm compare", STARTUP_GOAL, middle, "s"),
        Goal("start-up of a warm compare", STARTUP_AIM, middle, "s", aim=True),
    )
    return Section("One comparison", text, goals)


def picture(parts: dict[str, Spread]) -> str:
    """The parts as one bar for each, SVG."""
    import altair as alt
    import vl_convert

    rows = [{"part": name, "seconds": max(0.0, spread.median)} for name, spread in parts.items()]
    chart = (
        alt.Chart(alt.Data(values=rows), width=420, height=alt.Step(26))
        .mark_bar(color="#0072b2")
        .encode(
            x=alt.X("seconds:Q", title="CPU seconds"),
            y=alt.Y("part:N", title=None, sort=list(parts), axis=alt.Axis(labelLimit=300)),
        )
    )
    return vl_convert.vegalite_to_svg(chart.to_dict()) + "\n"
