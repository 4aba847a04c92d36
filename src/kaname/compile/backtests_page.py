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
The model is started in an earlier year from the figures of the year before, run under things as they
are, and held against what came. Its error is the mean over the years of the continuous ranked probability score, in
the unit of the series: smaller is better. Six rules that know no politics stand beside it, all from the ten years
before the start: persistence (a random walk), trend (with drift), damped (a drift that fades), ar1 (a return to the
mean), panel (the same at a pace common to all states) and still (the last value with 8 % error). The model hits a
series where its error is smaller than that of all six: the best rule is picked with hindsight, which the model is
not.

Origins are every year from 2008 to 2021. The starts of 2008, 2013 and 2019 are files of their own (that of 2008 with
forces and views of 2013); another origin takes law
by its date and all figures from the nearest start that lies before it, and sets what had been observed to its last
year. A poll goes through the measurement equation of its house: its level is taken from the last poll before the
start, so that only movement is scored. Pace and luck of spending are fitted to the seven states' shares of the years
before each origin alone; plans announced by then are entered, with their ends and years. A count that the model has no
quantity for is read off the one that should move with it: its level is that of the last year before the start, and its
error what the count has changed by from year to year until then.

What this can show is limited. The starts were written in 2026 by someone who knew what came; force stocks, levers and
views were recalled; the sizes of effects were judged with these years in mind. A miss therefore says more than a hit.
Series whose rule or aims were judged by someone who had seen the record stand outside the totals. Years, origins and
states of one quantity depend on one another, so intervals come from drawing whole quantities; there are few.
"""


def lines() -> list[str]:
    """Return the page without its title."""
    if not RESULT.is_file():
        return [ABOUT, "", "No result is shipped; `make backtests` makes one."]
    result = shipped_json(RESULT, "backtests")
    entries = result["backtests"]
    missed = [row for row in entries if row["verdict"] != "hit"]
    hit = [row for row in entries if row["verdict"] == "hit"]
    untested = [f"- {row['series']}: {row['why']}" for row in result["untested"]]
    return [
        ABOUT,
        f"Made by `{result['command']}`.",
        "",
        *_overall(result["overall"]),
        "",
        "## Origin by origin",
        "",
        *_origins(result["origins"]),
        "",
        f"## Missed from the starts of {' and '.join(map(str, sorted({row['start'] for row in entries})))}",
        "",
        *_of(missed),
        "",
        "## Hit",
        "",
        *_of(hit),
        "",
        *_held_still(result.get("held_still", [])),
        *_rates(result),
        "",
        "## Not tested",
        "",
        *untested,
    ]


def _overall(overall: Mapping[str, Any]) -> list[str]:
    (share, low, high), (ratio, below, above) = overall["coverage"], overall["ratio"]
    years, ratios = sum(overall["places"]), overall["by_rule"]
    rows = [
        "| quantity | backtests | hits | error over the best rule's | in the 90 % band | |",
        "|---|---|---|---|---|---|",
    ]
    for row in sorted(overall["by_quantity"].values(), key=lambda row: -row["ratio"]):
        mark = f"outside the totals: {row['hindsight']}" if row["hindsight"] else ""
        rows.append(
            f"| {row['what']} | {row['n']} | {row['hits']} | {row['ratio']:.2f} | {row['coverage']:.0%} | {mark} |"
        )
    return [
        "## Over all origins",
        "",
        f"Over {overall['series']} backtests of {len(overall['quantities'])} quantities the error is {ratio:.2f} "
        f"({below:.2f} to {above:.2f}) of the best of six rules' (geometric mean), and {share:.0%} ({low:.0%} to "
        f"{high:.0%}) of {years} observed years lie in the 90 % band. The aims are 0.85 at most and 85 to 95 %.",
        "",
        *rows,
        "",
        "Against each rule by itself, over the same backtests: "
        f"{', '.join(f'{rule} {ratios[rule]:.2f}' for rule in ratios)}.",
        "",
        *_single(overall),
        "",
        "Places of what was observed among the futures, from the lowest fifth to the highest: "
        f"{', '.join(map(str, overall['places']))} of {years}; even fifths would be "
        f"{years / len(overall['places']):.0f}.",
    ]


def _single(overall: Mapping[str, Any]) -> list[str]:
    single, ratio = overall["single"], overall["ratio"][0]
    rows = ["| series | backtests | error over the best rule's | all the others without it |", "|---|---|---|---|"]
    for row in overall["lost_by"]:
        rows.append(f"| {row['what']} | {row['n']} | {row['ratio']:.2f} | {row['without']:.2f} |")
    return [
        f"The best of six is picked series by series with hindsight, which no forecaster has. The one rule that errs "
        f"least over all of them is `{single['rule']}`: its error is {single['of_best']:.2f} of the best's, the "
        f"model's is {single['ratio']:.2f} of its. The ratio of {ratio:.2f} is lost by the series at the head of this "
        "table, and won by those at its foot.",
        "",
        *rows,
    ]


def _origins(entries: list[Mapping[str, Any]]) -> list[str]:
    starts = sorted({row["start"] for row in entries})
    cells = {(row["series"], row["start"]): row for row in entries}
    rows = [f"| series | {' | '.join(map(str, starts))} |", "|---" * (len(starts) + 1) + "|"]
    for name, what in dict.fromkeys((row["series"], row["what"]) for row in entries):
        ratios = []
        for start in starts:
            row = cells.get((name, start))
            ratios.append(f"{_ratio(row)} ({row['inside_90']}/{row['n']})" if row else "")
        rows.append(f"| {what} | {' | '.join(ratios)} |")
    return ["Error over that of the best rule, and observed years in the 90 % band.", "", *rows]


def _ratio(row: Mapping[str, Any]) -> str:
    best = row["crps"][row["best"]]
    return f"{row['crps']['model'] / best:.2f}" if best else "-"


def _of(entries: list[Mapping[str, Any]]) -> list[str]:
    if not entries:
        return ["None."]
    names = list(entries[0]["crps"])
    rows = [f"| series | from | years | {' | '.join(names)} | unit |", "|---" * (len(names) + 4) + "|"]
    for row in entries:
        crps = " | ".join(f"{row['crps'][name]:.3g}" for name in names)
        rows.append(f"| {row['what']} | {row['start']} | {row['n']} | {crps} | {row['unit']} |")
    return [*rows, "", *(f"- {row['sentence']}" for row in entries)]


STILL = """\
The same futures with a part of the model held still, against the same polls: where the part is at work, the model
without it errs more.
"""


def _held_still(entries: list[Mapping[str, Any]]) -> list[str]:
    if not entries:
        return []
    lines = ["## With a part of the model held still", "", STILL]
    for still in entries:
        claim = f" (claim {still['claim']})" if still["claim"] else ""
        more = "more" if still["ratio"] > 1.0 else "less"
        lines += [
            f"Where {still['what']}{claim}, the error is {still['ratio']:.3f} of the model's as it is: it errs {more} "
            f"over all, and more in {still['worse']} of {still['n']} backtests.",
            "",
            "| series | backtests | error held still over as it is | errs more in |",
            "|---|---|---|---|",
            *(f"| {row['what']} | {row['n']} | {row['ratio']:.3f} | {row['worse']} |" for row in still["rows"]),
            "",
        ]
    return lines


RATES = """\
Events per decade under things as they are, by place and start, beside counts of public lists with the exact 90 %
interval of a Poisson rate. `inside` says that the mean of the futures lies in the interval of at least one list,
`between` that it lies above a narrow and below a wide one. Intervals of rare events are wide: a rate inside one is not
confirmed, it is not contradicted.
"""


def _rates(result: Mapping[str, Any]) -> list[str]:
    rates = result.get("rates", [])
    if not rates:
        return ["## Base rates", "", "None were counted."]
    far = [row for row in rates if row["verdict"] in ("below", "above")]
    rows = ["| what | where | from | model (5 to 95 % of futures) | lists: events in years, rate (90 %) | |",
            "|---|---|---|---|---|---|"]  # fmt: skip
    for row in rates:
        lists = "; ".join(
            f"{listed['list']} {listed['events']} in {10 * listed['decades']:.0f}, {listed['rate']:.2f} "
            f"({listed['low']:.2f} to {listed['high']:.2f})"
            for listed in row["lists"]
        )
        mark = f"**{row['verdict']}**" if row in far else row["verdict"]
        model = f"{row['model']:.2f} ({row['model_low']:.1f} to {row['model_high']:.1f})"
        rows.append(f"| {row['measure']} | {row['name']} | {row['start']} | {model} | {lists} | {mark} |")
    notes = [
        f"- `{row['list']}`, {row['first']} to {row['last']}: {row['what']} (`{row['source']}`). {row['doubt']}"
        for row in result["lists"]
    ]
    head = f"{len(far)} of {len(rates)} lie outside every list."
    shares = ["", "Wars for a challenge, with the exact 90 % interval of what the lists allow.", "",
              "| where | from | model | lists: wars of challenges (90 %) |", "|---|---|---|---|"]  # fmt: skip
    for row in result["wars_per_challenge"]:
        allowed = "; ".join(
            f"{listed['list']} {listed['wars']} of {listed['challenges']} (to {listed['high']:.2f}): "
            f"{listed['verdict']}"
            for listed in row["lists"]
        )
        shares.append(f"| {row['name']} | {row['start']} | {row['model']:.2f} | {allowed or 'none'} |")
    return ["## Base rates", "", RATES, head, "", *rows, *shares, "", *notes]
