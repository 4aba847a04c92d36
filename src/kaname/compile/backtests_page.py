"""The reference page of the backtests, from the result that is shipped: misses first, then hits, then what is untested.

Reads: data/backtests.json (made by `make backtests`). Writes: nothing; compile.reference writes the page.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kaname.core.shipped import shipped_json
from kaname.evidence.load import DATA

RESULT = DATA / "backtests.json"
ABOUT = """\
The model is started in an earlier year from the figures of the year before, run under things as they are, and held
against what came. Its error is the mean over the years of the continuous ranked probability score, in the unit of the
series: smaller is better. Two rules that know no politics stand beside it: persistence (a random walk) and trend (a
random walk with drift), both from the ten years before the start. The model hits a series where its error is smaller
than both.

What this can show is limited. The starts were written in 2026 by someone who knew what came; force stocks, levers and
views were recalled; the sizes of effects were judged with these years in mind. A miss therefore says more than a hit.
The years of one series depend on one another, and the series on one another, so no interval and no test of significance
is given.
"""


def lines() -> list[str]:
    """The page without its title."""
    if not RESULT.is_file():
        return [ABOUT, "", "No result is shipped; `make backtests` makes one."]
    result = shipped_json(RESULT, "backtests")
    found = result["backtests"]
    missed = [one for one in found if one["verdict"] != "hit"]
    hit = [one for one in found if one["verdict"] == "hit"]
    made = f"{len(missed)} of {len(found)} series are missed. Made by `{result['command']}`."
    untested = [f"- {one['series']}: {one['why']}" for one in result["untested"]]
    return [
        ABOUT,
        made,
        "",
        "## Missed",
        "",
        *_of(missed),
        "",
        "## Hit",
        "",
        *_of(hit),
        "",
        *_rates(result),
        "",
        "## Not tested",
        "",
        *untested,
    ]


def _of(entries: list[Mapping[str, Any]]) -> list[str]:
    if not entries:
        return ["None."]
    rows = ["| series | from | years | model | persistence | trend | unit |", "|---|---|---|---|---|---|---|"]
    for one in entries:
        crps = " | ".join(f"{one['crps'][name]:.3g}" for name in ("model", "persistence", "trend"))
        rows.append(f"| {one['what']} | {one['start']} | {one['n']} | {crps} | {one['unit']} |")
    return [*rows, "", *(f"- {one['sentence']}" for one in entries)]


RATES = """\
Events per decade under things as they are, by place and start, beside counts of public lists with the exact 90 %
interval of a Poisson rate. `inside` says that the mean of the futures lies in the interval of at least one list,
`between` that it lies above a narrow and below a wide one. Intervals of rare events are wide: a rate inside one is not
confirmed, it is not contradicted.
"""


def _rates(result: Mapping[str, Any]) -> list[str]:
    found = result.get("rates", [])
    if not found:
        return ["## Base rates", "", "None were counted."]
    far = [one for one in found if one["verdict"] in ("below", "above")]
    rows = ["| what | where | from | model (5 to 95 % of futures) | lists: events in years, rate (90 %) | |",
            "|---|---|---|---|---|---|"]  # fmt: skip
    for one in found:
        lists = "; ".join(
            f"{said['list']} {said['events']} in {10 * said['decades']:.0f}, {said['rate']:.2f} "
            f"({said['low']:.2f} to {said['high']:.2f})"
            for said in one["lists"]
        )
        mark = f"**{one['verdict']}**" if one in far else one["verdict"]
        model = f"{one['model']:.2f} ({one['model_low']:.1f} to {one['model_high']:.1f})"
        rows.append(f"| {one['measure']} | {one['name']} | {one['start']} | {model} | {lists} | {mark} |")
    told = [
        f"- `{one['list']}`, {one['first']} to {one['last']}: {one['what']} (`{one['source']}`). {one['doubt']}"
        for one in result["lists"]
    ]
    head = f"{len(far)} of {len(found)} lie outside every list."
    return ["## Base rates", "", RATES, head, "", *rows, "", *told]
