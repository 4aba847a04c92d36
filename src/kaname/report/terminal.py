"""The verdicts of a comparison as a person reads them in a terminal: 80 columns, the words and numbers of the report.

Reads: summary.json. Writes: nothing.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kaname.analysis.verdicts import Judged, verdicts
from kaname.core.units import QUARTERS_A_YEAR
from kaname.report.judged import needing, standing, word
from kaname.report.numbers import count, estimate, measure
from kaname.report.words import capital, counted, quoted
from kaname.words.outcomes import outcome_words

WIDTH = 80
FIRST, REST = " " * 4, " " * 11
LEAST = 7
"""Columns that better or worse takes."""
OF_SIDES_ALONE = ("equipment",)
"""Ends that the terminal tells of the two sides alone: they follow others, and the report has them all."""


def lines(summary: Mapping[str, Any], sides: Sequence[str]) -> list[str]:
    """Return the lines to print. sides: ally, protector."""
    names = summary["names"]
    reference = names["bargain"][summary["reference"]]
    told = verdicts(summary, sides)
    found = [_wrapped(f"Differences to {quoted(reference)} over {count(summary['futures'])} paired futures, with 95 % "
                      f"intervals. {_checked(summary)}", "", "")]  # fmt: skip
    for pair in summary["pairs"].values():
        mine = [one for one in told if one.bargain == pair["bargain"]]
        dropped = f", {count(pair['dropped'])} dropped" if pair["dropped"] else ""
        found += [
            "",
            _wrapped(f"{names['bargain'][pair['bargain']]} ({count(pair['pairs'])} pairs{dropped})", "", "  "),
        ]
        found += list(_of_bargain(summary, mine, pair, sides)) or [_nothing(summary, pair)]
    return found


def _nothing(summary: Mapping[str, Any], pair: Mapping[str, Any]) -> str:
    """Return the line of a bargain without results."""
    if any(outcome["differing"] for outcome in pair["outcomes"].values()):
        return _wrapped("No clear difference for any state.", "  ", "  ")
    years = counted(summary["quarters"] // QUARTERS_A_YEAR, "year")
    return _wrapped(f"Equal in every future: in {years} nothing that it asks for changes anything.", "  ", "  ")


def _checked(summary: Mapping[str, Any]) -> str:
    checks = summary.get("checks", [])
    if not checks:
        return "No checks were run beside (--robustness): nothing is proven to stand."
    asked = ", ".join(check["name"].lower() for check in checks)
    return f"Checked in {count(checks[0]['futures'])} futures: {asked}."


def _of_bargain(
    summary: Mapping[str, Any], mine: Sequence[Judged], pair: Mapping[str, Any], sides: Sequence[str]
) -> Iterator[str]:
    shared = [one for one in mine if "." not in one.outcome and one.state == sides[0]] if sides else []
    actors = list(summary["names"]["actor"])
    for state in [*sides, *(actor for actor in actors if actor not in sides)]:
        of_state = [one for one in mine if one.outcome.endswith(f".{state}")]
        yield from _group(summary, summary["names"]["actor"][state], of_state, pair, state in sides)
    yield from _group(summary, "The alliance", shared, pair, True)


def _group(
    summary: Mapping[str, Any], title: str, mine: Sequence[Judged], pair: Mapping[str, Any], whole: bool
) -> Iterator[str]:
    """Return the lines of one state's ends; outside the two sides only clear ones."""
    clear = [one for one in mine if one.clear and (whole or one.outcome.split(".")[0] not in OF_SIDES_ALONE)]
    moving = [one for one in mine if not one.clear and pair["outcomes"][one.outcome]["differing"]]
    if not clear and not (whole and moving):
        return
    yield f"  {title}"
    names = {check["id"]: check["name"] for check in summary.get("checks", [])}
    for one in clear:
        text = f"{word(one):<{LEAST}}{_amount(summary, one)}: {standing(one, names)}."
        yield _wrapped(text, FIRST, REST)
    if whole and moving:
        listed = [
            f"{outcome_words(one.outcome.split('.')[0])}{_brackets(needing(one, pair['pairs']))}" for one in moving
        ]
        yield _wrapped(f"no clear difference in {', '.join(listed)}.", FIRST, REST)


def _brackets(text: str) -> str:
    return f" ({text})" if text else ""


def _amount(summary: Mapping[str, Any], judged: Judged) -> str:
    outcome = judged.outcome.split(".")[0]
    how = measure(summary["outcomes"][outcome]["unit"])
    assert judged.mean is not None
    assert judged.low is not None
    assert judged.high is not None
    size = estimate(judged.mean, judged.low, judged.high, how.factor)
    return f"{capital(outcome_words(outcome))} {size} {how.difference}"


def _wrapped(text: str, first: str, rest: str) -> str:
    return textwrap.fill(text, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
