"""Rows of dots from a view: what first screen and section 1 both draw, and the table of numbers behind them.

Units: those of the ends. Reads: View. Writes: nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kaname.report.charts.dots import Column, Dot
from kaname.report.figure import Cell, Table
from kaname.report.sentences import difference
from kaname.report.view import View
from kaname.report.wording import measured
from kaname.scenarios.smallest import smallest_of

DIFFERENCE_HEADER = (
    "end", "of", "bargain", "mean", "low", "high", "unit", "verdict", "pairs", "above", "below",
    "needed",
)  # fmt: skip


def end_column(view: View, name: str) -> Column:
    """Return an end as a column of a chart."""
    said = view.declared(name)
    smallest = smallest_of(name)
    return column_of(view, view.outcome(name), said["unit"], said["good"], smallest.size if smallest else None)


def column_of(view: View, title: str, unit: str, good: int, matters: float | None = None) -> Column:
    """A column of a chart, with the words at its scale."""
    how = measured(view.say, unit)
    toward = view.say("page-better" if good else "page-higher-way")
    return Column(title, how.difference, how.factor, good, toward, view.say("page-no-pairs"), matters)


def dot(view: View, bargain: str, name: str, label: str) -> Dot:
    """Return the dot of one end under one bargain."""
    gap = view.differences[bargain][name]
    tip = difference(view.say, view.subject(name), gap, view.said_bargain(bargain), view.reference)
    return Dot(label, bargain, gap, view.verdict(bargain, name), tip)


def differences_table(view: View, names: Sequence[str]) -> Table:
    """Return all differences of some ends as rows."""
    rows = [_row(view, bargain, name) for name in names for bargain in view.run.others]
    return Table(DIFFERENCE_HEADER, rows)


def slug(name: str) -> str:
    """Return a text as an identifier of the page: lower-case letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "x"


def _row(view: View, bargain: str, name: str) -> list[Cell]:
    gap, subject = view.differences[bargain][name], view.subject(name)
    cells: list[Cell] = [
        subject.outcome, subject.owner or "all", view.bargain(bargain),
        gap.mean, gap.low, gap.high, subject.unit, view.verdict(bargain, name).value,
    ]  # fmt: skip
    return [*cells, gap.pairs, gap.higher, gap.lower, gap.needed]
