"""Outcome of a line whose figures were driven to their ends. Reads, writes: nothing."""

from __future__ import annotations

from dataclasses import dataclass

TURNS, STANDS, OPEN = "turns", "stands", "open"
"""The effect is surely against the claim in a corner; surely as claimed in all that were looked at; neither."""


@dataclass(frozen=True)
class Driven:
    """Outcome of a line whose figures were driven to their ends. tried: corners; where: the figure whose end turns
    it, "" where it is a corner by lot or none; mean: the effect there, as claimed positive."""

    found: str
    tried: int
    where: str = ""
    end: float = 0.0
    mean: float = 0.0
