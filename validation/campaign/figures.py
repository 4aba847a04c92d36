"""Published figures, and when ours is a hit: figures.csv.

A hit is within TOLERANCE of a mean (and inside the published range where there is one), within TIGHT of a ratio, at
least a lower bound. Units: as figures.csv says. Reads: that file. Writes: nothing.
"""

from __future__ import annotations

import csv
import math
from dataclasses import dataclass
from pathlib import Path

FIGURES = Path(__file__).with_name("figures.csv")
TOLERANCE, TIGHT = 0.3, 0.1
CALIBRATED = "calibrated"


@dataclass(frozen=True)
class Published:
    """One published figure: value, range if any, how a hit is judged, source, and since which list it is judged."""

    id: str
    what: str
    published: float
    low: float | None
    high: float | None
    unit: str
    rule: str
    source: str
    counterpart: str
    first_list: str


def published() -> list[Published]:
    """Return the figures of figures.csv."""
    with FIGURES.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    return [_figure(row) for row in rows]


def _figure(row: dict[str, str]) -> Published:
    return Published(
        row["id"], row["what"], float(row["published"]), _number(row["low"]), _number(row["high"]), row["unit"],
        row["rule"], row["source"], row["counterpart"], row["first_list"],
    )  # fmt: skip


def _number(text: str) -> float | None:
    return float(text) if text else None


def is_hit(figure: Published, ours: float) -> bool:
    """Return whether our mean counts as a hit."""
    if figure.rule == "least":
        return ours >= figure.published
    inside = figure.low is None or figure.high is None or figure.low <= ours <= figure.high
    if figure.rule == "range":
        return inside
    share = TIGHT if figure.rule == "tight" else TOLERANCE
    return inside and abs(ours - figure.published) <= share * figure.published


def tolerance_of(figure: Published) -> float:
    """Return the log of ours over published that a fit counts as one deviation."""
    return math.log(1.0 + (TIGHT if figure.rule == "tight" else TOLERANCE))
