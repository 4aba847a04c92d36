"""Movement of a lever that is left: from where it stood when the author wrote, over the start, to what is asked.

Formula: done = (start - then) / (to - then), within 0..1; where `then` is not known, 1 if start is what is asked.
What asks for more or less is not taken back where the start is beyond it: it is done. A level is asked for as it
stands, so that a start beyond it is not done.
Units: the lever's own; done is a share. Reads, writes: nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

SAME = 1e-9


@dataclass(frozen=True)
class Movement:
    """One lever of a bargain at a start.

    >>> Movement(start=0.4, to=0.5, asks="more", then=0.0).done
    0.8
    """

    start: float
    to: float
    asks: str = "level"
    then: float | None = None

    @property
    def done(self) -> float:
        """Return the share of what the author asked for that stands at the start, 0..1."""
        if abs(self.start - self.to) <= SAME or self._beyond:
            return 1.0
        if self.then is None or abs(self.to - self.then) <= SAME:
            return 0.0
        share = (self.start - self.then) / (self.to - self.then)
        return share if 0.0 <= share <= 1.0 else 0.0

    @property
    def asked(self) -> bool:
        """Return whether anything is left to ask for."""
        return self.done < 1.0

    @property
    def left(self) -> float:
        """Return what is still to be moved, in the lever's unit; 0 where it is done."""
        return self.to - self.start if self.asked else 0.0

    @property
    def _beyond(self) -> bool:
        return (self.asks == "more" and self.start > self.to) or (self.asks == "less" and self.start < self.to)
