"""The measured part of docs/explanation/gray-zone.md: whether the rivals can be told apart, scores misses first, chart.

Idea: every sentence and table between the marks is made here from numbers, by functions that would say the opposite of
the opposite numbers. Reads: compared (fits and scores). Writes: the page, its SVG, and data/gray_zone.json with
the scores in the form of the report's register of backtests. Units: days, ships.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from kaname.analysis.crps import skill
from kaname.core.errors import InputError
from validation.gray_zone.compared import (
    BLIND,
    LEVEL,
    NAMES,
    PERSISTENCE,
    RULE,
    SERIES,
    SPANS,
    TREND,
    UNIT,
    Fit,
    Score,
    ahead,
    apart,
    by_name,
    fits,
    moved,
    step_by_step,
)
from validation.gray_zone.picture import chart
from validation.gray_zone.record import Record, read_record
from validation.gray_zone.rule import LAST_FITTED
from validation.places import DOCS, tell, write_measured, write_results

PAGE, CHART, RESULTS = DOCS / "explanation" / "gray-zone.md", DOCS / "images" / "gray-zone.svg", "gray_zone.json"
CLEAR, LEANING = 0.95, 0.75
TOLD_APART = 0.8
SAID = {
    RULE: "the mechanism's rule", BLIND: "the rule blind to the guarantee", "fleets": "coast guards alone",
    "weather": "weather", TREND: "trend", LEVEL: "no change", PERSISTENCE: "persistence",
}  # fmt: skip
SHOWN = (
    "tempo_precision", "tempo_worth", "tempo_cost", "tempo_hazard", "tempo_tolerance", "tempo_instead",
    "tempo_elsewhere", "tempo_window",
)  # fmt: skip
SHORT_YEAR = 109.0
Scores = dict[str, dict[str, Score]]


# --- sentences that follow numbers


def told_apart_sentence(what: str, found: Sequence[Fit], confusion: np.ndarray) -> str:
    """Whether the years up to 2018 tell the rivals apart: what they favour, and what such years could ever tell."""
    best = max(found, key=lambda one: one.chance)
    lead = f"{SAID[best.name]} ({best.chance:.0%})"
    if best.chance >= CLEAR:
        first = f"The {UNIT[what]} of 2012-2018 clearly favour {lead}."
    elif best.chance >= LEANING:
        first = f"The {UNIT[what]} of 2012-2018 lean to {lead}."
    else:
        first = f"The {UNIT[what]} of 2012-2018 favour none clearly; most likely is {lead}."
    own = float(confusion.diagonal().mean())
    could = "can" if own >= TOLD_APART else "cannot"
    return (
        f"{first} So few years {could} tell the rivals apart: a series made by one of them gives its maker a "
        f"chance of {own:.0%} on average, where guessing gives {1 / len(found):.0%}."
    )


def hit(scores: dict[str, Score]) -> bool:
    """Whether the rule's forecasts lay nearer than those of persistence and of trend."""
    return scores[RULE].mean < min(scores[PERSISTENCE].mean, scores[TREND].mean)


def verdict_sentence(what: str, span: str, scores: dict[str, Score]) -> str:
    """Hit or miss against persistence and trend, and whether anything of it is due to the guarantee."""
    mine, unit = scores[RULE].mean, UNIT[what]
    compared = " and ".join(f"{SAID[name]} {scores[name].mean:.0f}" for name in (PERSISTENCE, TREND))
    said = "hit" if hit(scores) else "miss"
    within, years = scores[RULE].within, scores[RULE].crps.size
    sentence = (
        f"{span.capitalize()}, {unit}: **{said}**. The rule's mean score is {mine:.0f}; {compared}. Of {years} years "
        f"{within} came inside its 90 % band."
    )
    plain = min((LEVEL, BLIND), key=lambda name: scores[name].mean)
    if scores[plain].mean <= mine:
        return f"{sentence} No credit to credibility: {SAID[plain]} scores {scores[plain].mean:.0f}."
    others = " and ".join(f"{SAID[name]} ({scores[name].mean:.0f})" for name in (BLIND, LEVEL))
    return f"{sentence} It is nearer than {others}."


def direction_sentence(before: np.ndarray, after: np.ndarray) -> str:
    """Whether the counts say on which side of zero a guarantee believed in moves presence (`tempo_instead`)."""
    low, _, high = after
    if low > 0.0:
        return "The counts put the sign of `tempo_instead` above zero."
    if high < 0.0:
        return "The counts put the sign of `tempo_instead` below zero."
    narrowed = 1.0 - (after[2] - after[0]) / (before[2] - before[0])
    return f"The sign of `tempo_instead` stays open; its range narrows by {max(narrowed, 0.0):.0%}."


# --- tables


def fit_table(found: Sequence[Fit]) -> list[str]:
    """Rivals by their chance."""
    lines = [
        "| rival | best log likelihood | AICc | log evidence | chance | effective draws |",
        "|---|---|---|---|---|---|",
    ]
    for one in sorted(found, key=lambda one: -one.chance):
        criterion = "none" if one.aicc is None else f"{one.aicc:.1f}"
        numbers = f"{one.best:.1f} | {criterion} | {one.evidence:.1f} | {_share(one.chance)} | {one.draws:.0f}"
        lines.append(f"| {SAID[one.name]} | {numbers} |")
    return lines


def _share(chance: float) -> str:
    return f"{chance:.1%}" if chance < 0.1 else f"{chance:.0%}"


def verdict_table(cells: dict[tuple[str, str], dict[str, Score]]) -> list[str]:
    """Misses first: the rule's mean CRPS beside the others' in each cell."""
    head = " | ".join(SAID[name] for name in NAMES)
    lines = [f"| | | {head} |", "|---|---|" + "---|" * len(NAMES)]
    for (what, span), scores in sorted(cells.items(), key=lambda item: (hit(item[1]), _saved(item[1]))):
        numbers = " | ".join(f"{scores[name].mean:.0f}" for name in NAMES)
        lines.append(f"| {UNIT[what]}, {span} | {'hit' if hit(scores) else '**miss**'} | {numbers} |")
    return lines


def _saved(scores: dict[str, Score]) -> float:
    return skill(scores[RULE].mean, min(scores[PERSISTENCE].mean, scores[TREND].mean))


def year_table(what: str, record: Record, cells: dict[tuple[str, str], dict[str, Score]]) -> list[str]:
    """The rule's median and 90 % band by year beside what came."""
    series = record.series(what)
    first = series.until(LAST_FITTED)
    lines = [f"| year | came | {' | '.join(SPANS)} |", "|---|---|---|---|"]
    for n, year in enumerate(series.years[first:]):
        said = " | ".join("{2:.0f} ({0:.0f}-{4:.0f})".format(*cells[what, span][RULE].bands[:, n]) for span in SPANS)
        lines.append(f"| {year} | {series.counts[first + n]:.0f} | {said} |")
    return lines


def confusion_table(confusion: np.ndarray) -> list[str]:
    """Rows: who made the series; columns: the chance that its years give each rival."""
    lines = ["| made by | " + " | ".join(SAID[name] for name in NAMES) + " |", "|---|" + "---|" * len(NAMES)]
    return lines + [
        f"| {SAID[name]} | " + " | ".join(f"{value:.0%}" for value in confusion[row]) + " |"
        for row, name in enumerate(NAMES)
    ]


def figures_table(record: Record) -> tuple[list[str], str]:
    """The rule's figures before and after, and the sentence on the sign."""
    before, fitted, everything = (moved(record, year, SHOWN) for year in (0, LAST_FITTED, int(record.years[-1])))
    lines = ["| figure | before | after 2012-2018 | after 2012-2024 |", "|---|---|---|---|"]
    for name in SHOWN:
        cells = ["{1:.2g} ({0:.2g} to {2:.2g})".format(*one[name]) for one in (before, fitted, everything)]
        lines.append(f"| `{name}` | " + " | ".join(cells) + " |")
    return lines, direction_sentence(before["tempo_instead"], everything["tempo_instead"])


def sensitivity(record: Record) -> list[str]:
    """The short first year counted otherwise, or left out."""
    shorter = replace(record, exposure=np.where(record.years == record.years[0], SHORT_YEAR, record.exposure))
    without = _without_first(record)
    lines = [
        "| 2012 | chance of the rule, days | rule, six years ahead | persistence | trend |",
        "|---|---|---|---|---|",
    ]
    for said, one in (
        ("122 days, from 1 September", record), ("109 days, from the first entry", shorter), ("left out", without)
    ):  # fmt: skip
        chance = next(fit.chance for fit in fits(one, "days") if fit.name == RULE)
        scores = by_name(ahead(one, "days"))
        numbers = " | ".join(f"{scores[name].mean:.0f}" for name in (RULE, PERSISTENCE, TREND))
        lines.append(f"| {said} | {_share(chance)} | {numbers} |")
    return lines


def _without_first(record: Record) -> Record:
    inputs = {name: values[1:] for name, values in record.inputs.items()}
    return Record(record.years[1:], record.exposure[1:], record.days[1:], record.vessels[1:], record.vote[1:], inputs)


# --- the page


def text(record: Record) -> tuple[str, str, list[dict[str, object]]]:
    """(what stands between the marks, the chart, the scores for the register of backtests)."""
    tell("can seven years tell the rivals apart?")
    found = {what: fits(record, what) for what in SERIES}
    confusion = {what: apart(record, what) for what in SERIES}
    tell("2019-2024, six years ahead and one")
    held, given = (_cells(record, at) for at in (True, False))
    figures, sign = figures_table(record)
    lines = ["### Can the years 2012-2018 tell the rivals apart?", ""]
    for what in SERIES:
        lines += [told_apart_sentence(what, found[what], confusion[what]), "", *fit_table(found[what]), ""]
    lines += ["Chance that made-up years 2012-2018 of days give each rival, by who made them:", "",
              *confusion_table(confusion["days"]), ""]  # fmt: skip
    lines += ["### The score, 2019-2024", "", "![Forecasts and what came](../images/gray-zone.svg)", ""]
    lines += ["Mean CRPS (smaller is nearer), misses first; inputs after the origin held as they stood:", ""]
    lines += [*verdict_table(held), ""]
    ordered = sorted(held.items(), key=lambda item: (hit(item[1]), _saved(item[1])))
    lines += [f"- {verdict_sentence(what, span, scores)}" for (what, span), scores in ordered]
    lines += ["", "The same with the later inputs given, which no forecaster had:", "", *verdict_table(given), ""]
    for what in SERIES:
        lines += [f"What the rule foretold, {UNIT[what]} (median, 5-95 %):", "", *year_table(what, record, held), ""]
    lines += ["### What the counts say about the rule's figures", "", *figures, "", sign, ""]
    lines += ["### The short first year", "", *sensitivity(record)]
    return "\n".join(lines), chart(record, held), register(held)


def _cells(record: Record, held: bool) -> dict[tuple[str, str], dict[str, Score]]:
    found = {}
    for what in SERIES:
        found[what, SPANS[0]] = by_name(ahead(record, what, held))
        found[what, SPANS[1]] = by_name(step_by_step(record, what, held))
    return found


def register(cells: dict[tuple[str, str], dict[str, Score]]) -> list[dict[str, object]]:
    """The scores in the form of the register of backtests, misses first."""
    rows = []
    for (what, span), scores in sorted(cells.items(), key=lambda item: hit(item[1])):
        rows.append({
            "series": f"gray zone, {UNIT[what]}, {span}", "start": LAST_FITTED,
            "horizon_years": 6 if span == SPANS[0] else 1,
            "crps": {"model": scores[RULE].mean, PERSISTENCE: scores[PERSISTENCE].mean, TREND: scores[TREND].mean},
            "verdict": "hit" if hit(scores) else "miss", "n": int(scores[RULE].crps.size),
            "sentence": verdict_sentence(what, span, scores).replace("**", ""), "source": "jcg_senkaku_2024",
        })  # fmt: skip
    return rows


def main(typed: Sequence[str] | None = None) -> int:
    """Write the scores, the page's measured part and its chart."""
    asked = argparse.ArgumentParser(
        prog="python -m validation.gray_zone.page", description="Fit and score the gray zone."
    )
    asked.add_argument("--data", type=Path, help="CSV with year, contiguous_zone_days, contiguous_zone_vessels")
    words = asked.parse_args(typed)
    try:
        record = read_record(words.data)
    except InputError as problem:
        print(problem, file=sys.stderr)
        return 2
    inside, drawn, rows = text(record)
    write_results(RESULTS, {"about": "Written by python -m validation gray_zone.", "backtests": rows})
    write_measured(PAGE, inside)
    CHART.write_text(drawn, encoding="utf-8", newline="\n")
    tell(f"wrote {PAGE.name}, {CHART.name} and {RESULTS}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
