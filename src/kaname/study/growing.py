"""An answer that grows: how many futures each step holds, and its end when it is cancelled.

Reads, writes: nothing; light, so that whoever waits for answers needs no compiler.
"""

from __future__ import annotations

SIZES = (100, 400, 800, 1200, 1600, 2000)
"""Futures of the answers to one question that grows: the first at once, the last as precise as a comparison."""
PIECES = tuple(range(SIZES[0], SIZES[-1] + 1, SIZES[0]))
"""Futures after each piece of work on the way, so that a newer question never waits for more than one piece."""


class Cancelled(Exception):
    """The answer was cancelled."""
