"""An answer that grows: how many futures each step holds, and the end of one that is not wanted any more.

Reads, writes: nothing; light, so that whoever waits for answers needs no compiler.
"""

from __future__ import annotations

SIZES = (120, 400, 800, 1200, 1600, 2000)
"""Futures of the answers to one question that grows: the first at once, the last as precise as a comparison."""


class Cancelled(Exception):
    """The answer was not wanted any more."""
