"""The reference page of the calibration, from the result that is shipped: what was not identified first.

Reads: data/calibration.json (made by `make calibration`). Writes: nothing; compile.reference writes the page.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kaname.compile.bargain_reference import table
from kaname.core.shipped import shipped_json
from kaname.evidence.load import DATA

RESULT = DATA / "calibration.json"
ABOUT = """\
Levels and base rates are held against public lists of crises, disputes and wars by history matching:
futures of an earlier start are run at some hundred points of the factors on each level, an emulator learns their mean
counts, points that no list can have come from are ruled out, and every draw from the prior is weighted by its
likelihood. Where a narrow and a wide list count the same thing, a rate between them is as likely as any other.
Effects are not fitted.

A level is identified where the 90 % interval of its factor is narrower than 0.7 of the prior's, in logs; then its
figure holds the fitted value. Where it is not, the record says little about it and the judged value stands: that is a
finding about the record, not a confirmation of the judgement.
"""


def page_lines() -> list[str]:
    """Return the page without its title."""
    if not RESULT.is_file():
        return [ABOUT, "", "No result is shipped; `make calibration` makes one."]
    result = shipped_json(RESULT, "levels")
    levels = sorted(result["levels"], key=lambda row: row["identified"])
    sure = sum(row["identified"] for row in levels)
    head = [
        f"{sure} of {len(levels)} levels are identified. Made by `{result['command']}`: start of {result['start']}, "
        f"lists to {result['until']}, every record from {result['held_out_from']} on held out "
        "(`data/records/held_out.yaml`, written before the first fit).",
        "",
    ]
    return [ABOUT, *head, "## Levels, those not identified first", "", *_levels(levels), "",
            "## Rates, before and after", "", *_rates(result)]  # fmt: skip


def _levels(levels: list[Mapping[str, Any]]) -> list[str]:
    rows = [
        (f"`{row['figure']}`", row["place"], f"{row['judged']:g}", _span(row["prior"]), _span(row["posterior"]),
         f"{row['width']:.2f}", f"{row['fitted']:g}" if row["identified"] else "no")
        for row in levels
    ]  # fmt: skip
    return table(("figure", "place", "judged", "factor before (90 %)", "factor after (90 %)", "width", "fitted"), rows)


def _rates(result: Mapping[str, Any]) -> list[str]:
    rows = []
    for row in result["outputs"]:
        lists = "; ".join(
            f"{listed['list']} {listed['events']}, {listed['rate']:.2f} ({listed['low']:.2f} to {listed['high']:.2f})"
            for listed in row["lists"]
        )
        name = result["names"].get(row["place"], row["place"])
        rows.append((row["measure"], name, _span(row["before"]), _span(row["after"]), lists))
    return table(("a decade", "place", "before (90 % of draws)", "after", "lists: events, rate (90 %)"), rows)


def _span(ends: list[float]) -> str:
    return f"{ends[1]:.2f} ({ends[0]:.2f} to {ends[2]:.2f})"
