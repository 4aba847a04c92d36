"""A published figure and ours beside it, in words: a row of data/published.json, as report and page show it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NO_COUNTERPART = "no counterpart: a host lends bases, its forces do not fight"
FINE_UNITS = ("ratio", "share")


def published_text(row: Mapping[str, Any]) -> str:
    """Return the published value, with its range where there is one."""
    span = f" ({row['low']:g}-{row['high']:g})" if row["low"] is not None and row["high"] is not None else ""
    return f"{'at least ' if row['rule'] == 'least' else ''}{row['published']:g}{span}"


def ours_text(row: Mapping[str, Any]) -> str:
    """Return our mean with 5 to 95 % of runs, or that there is no counterpart."""
    ours = row["ours"]
    if ours is None:
        return NO_COUNTERPART
    mean = f"{ours['mean']:.2f}" if row["unit"] in FINE_UNITS else f"{ours['mean']:.1f}"
    return mean if row["unit"] == "ratio" else f"{mean} ({ours['low']:.1f}-{ours['high']:.1f})"
