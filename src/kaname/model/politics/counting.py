"""Seats counted: of a chamber, of its next vote, of the government; and how far a vote may cost it its majority.

What calendar, parliament and votes have in common. Units: seats; the risk is a share.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import clip
from kaname.words.axes import UPPER


@kernel
def seats_of(w, chamber: int) -> float:
    """Return the seats of a chamber, 0 where it has none."""
    whole = 0.0
    for f in range(w.seats.shape[1]):
        whole += w.seats[chamber, f]
    return whole


@kernel
def seats_at_stake(w, chamber: int) -> float:
    """Return the seats of a chamber that its next election fills: of the upper those that do not stay."""
    filled = seats_of(w, chamber)
    if chamber == UPPER:
        for f in range(w.seats_staying.shape[0]):
            filled -= w.seats_staying[f]
    return filled


@kernel
def seats_of_government(w, chamber: int) -> float:
    """Return the seats of a chamber that the government's families hold."""
    held = 0.0
    for f in range(w.seats.shape[1]):
        held += w.seats[chamber, f] * w.in_government[f]
    return held


@kernel
def at_risk(w, p, chamber: int) -> float:
    """Return how far the government must fear for its majority in a chamber at the next vote, 0 to 1.

    1 where it has none to spare, or where no seats are counted; 0 where it could lose as many as it ever fears to.
    """
    whole = seats_of(w, chamber)
    if whole == 0.0:
        return 1.0
    spare = seats_of_government(w, chamber) - whole / 2.0
    return clip(1.0 - spare / max(1.0, p.window_feared * seats_at_stake(w, chamber)), 0.0, 1.0)
