"""The reference page of the records: what was asked for, what was found and where, what was not found.

Reads: data/records/asked.yaml and crises.yaml, the evidence. Writes: nothing; compile.reference writes the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kaname.compile.bargain_reference import table
from kaname.evidence.asked import load_asked
from kaname.evidence.crises import load_crises
from kaname.evidence.figures import Figure
from kaname.evidence.load import load_evidence

ABOUT = """\
Facts that the model is held against: levels and rates are fitted to those of the years to 2018 at most
([calibration](calibration.md)), all are scored ([backtests](backtests.md)), and no mechanism reads them. Each was read
in a public text and stands with its source, grade and doubt in `src/kaname/data/evidence`; no table of a database is
carried over. What was looked for and not found in a readable text stands beside what was.
"""


def page_lines() -> list[str]:
    """Return the page without its title."""
    evidence, lists = load_evidence(), {listed.name: listed for listed in load_crises()}
    summary, found = [], []
    for asked in load_asked():
        summary.append((asked.what, ", ".join(f"`{name}`" for name in (*asked.figures, *asked.lists)), asked.missing))
        for name in asked.figures:
            figure = evidence.figures[name]
            years = sorted(set(_years(figure)))
            span = f"{years[0]} to {years[-1]}" if years else str(figure.date)
            numbers = sum(1 for _ in _numbers(figure.value))
            sources = ", ".join(f"`{source}`" for source in figure.source)
            found.append((f"`{name}`", figure.unit, span, str(numbers), figure.grade, sources))
        for name in asked.lists:
            listed = lists[name]
            count = str(sum(listed.counts.values()))
            found.append(
                (f"`{name}`", listed.measure, f"{listed.first} to {listed.last}", count, "", f"`{listed.source}`")
            )
    return [ABOUT, *table(("asked for", "found", "not found"), summary), "", "## What was found", "",
            *table(("record", "unit", "years", "numbers", "grade", "sources"), found)]  # fmt: skip


def _numbers(value: Any) -> Iterator[float]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _numbers(inner)
    else:
        yield float(value)


def _years(figure: Figure) -> Iterator[int]:
    if "year" in figure.by:
        yield from _at(figure.value, list(figure.by).index("year"))


def _at(value: Any, depth: int) -> Iterator[int]:
    for key, inner in value.items():
        if depth:
            yield from _at(inner, depth - 1)
        else:
            yield int(key)
