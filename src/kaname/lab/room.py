"""Room: a laboratory shared on the local network: its address, the code that lets people in, those who are in.

Idea: whoever has the code may read; nobody who came in by it can change or delete anything. A wrong code costs an
address a try, and few are given a minute. Codes are compared in constant time; of a visitor's pass only its digest is
kept, so the memory of the process holds nothing that could be sent by somebody else.
Clock: seconds of a clock that only rises. Reads: nothing. Writes: nothing. Errors: Refused with status and sentence.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from collections import Counter, OrderedDict, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from kaname.lab.guard import Refused

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Letters and digits that are not taken for one another."""
CODE_LENGTH, GROUP = 8, 4
LONGEST_TYPED = 40
TRIES, WINDOW = 5, 60.0
"""Wrong codes that an address may send in a window of seconds."""
MOST_ADDRESSES, MOST_VISITORS, AT_ONCE = 1024, 100, 8
"""Addresses of which tries are remembered; people in the room; requests of one of them at once."""
PASS_BYTES = 24
AWAY = 3600.0
"""Seconds after which somebody who asked for nothing leaves the room, where others want to come in."""


class Room:
    """A room at an address such as http://192.0.2.7:8463, open to those who have its code."""

    def __init__(self, address: str, clock: Callable[[], float] = time.monotonic) -> None:
        self.address, self._clock = address, clock
        self._seen: OrderedDict[str, float] = OrderedDict()
        self._wrong: OrderedDict[str, deque[float]] = OrderedDict()
        self._at_once: Counter[str] = Counter()
        self.code = _drawn()

    @property
    def visitors(self) -> int:
        """Return the number of people who are in the room."""
        return len(self._seen)

    @property
    def code_shown(self) -> str:
        """Return the code as it is read aloud: in groups of four."""
        return "-".join(self.code[place : place + GROUP] for place in range(0, CODE_LENGTH, GROUP))

    def join(self, typed: str, address: str) -> str:
        """Return the pass of a new visitor. address: that from which the code comes, whose wrong tries are counted."""
        wrong = self._tries_of(address)
        if len(wrong) >= TRIES:
            raise Refused(429, "room-wait")
        if not hmac.compare_digest(_plain(typed), self.code.encode()):
            wrong.append(self._clock())
            raise Refused(403, "room-wrong")
        self._make_place()
        given = secrets.token_urlsafe(PASS_BYTES)
        self._seen[_digest(given)] = self._clock()
        return given

    def visitor(self, given: str) -> str | None:
        """Return who holds a pass, as a name that gives nothing away; None where nobody does."""
        name = _digest(given)
        if name not in self._seen:
            return None
        self._seen[name] = self._clock()
        self._seen.move_to_end(name)
        return name

    @contextmanager
    def seat(self, visitor: str) -> Iterator[None]:
        """Hold one of the few requests that a visitor may have open at once; Refused where all are taken."""
        if self._at_once[visitor] >= AT_ONCE:
            raise Refused(429, "room-wait")
        self._at_once[visitor] += 1
        try:
            yield
        finally:
            self._at_once[visitor] -= 1
            if not self._at_once[visitor]:
                del self._at_once[visitor]

    def renew(self) -> None:
        """Draw another code and send everybody out."""
        self.code = _drawn()
        self._seen.clear()

    def _tries_of(self, address: str) -> deque[float]:
        """Return the times of an address's wrong codes within the window."""
        times = self._wrong.setdefault(address, deque())
        self._wrong.move_to_end(address)
        while times and times[0] <= self._clock() - WINDOW:
            times.popleft()
        while len(self._wrong) > MOST_ADDRESSES:
            self._wrong.popitem(last=False)
        return times

    def _make_place(self) -> None:
        if len(self._seen) < MOST_VISITORS:
            return
        longest, last = next(iter(self._seen.items()))
        if last > self._clock() - AWAY:
            raise Refused(503, "room-full")
        del self._seen[longest]


def _drawn() -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))


def _plain(typed: str) -> bytes:
    """Return a code as it was drawn: without the spaces and dashes that people put in, in capitals."""
    return "".join(typed[:LONGEST_TYPED].upper().replace("-", "").split()).encode("utf-8", "replace")


def _digest(given: str) -> str:
    return hashlib.sha256(given.encode("utf-8", "replace")).hexdigest()
