"""Resident: the sessions that answer moved levers, one a scenario, compiled when first asked and kept.

Idea: a session holds worlds and draws of 2,000 futures, so few are kept; the one asked longest ago is let go.
Reads: scenarios, evidence, compiled kernels. Writes: nothing. Errors: those of `kaname.session`.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from contextlib import suppress
from typing import TYPE_CHECKING

import kaname as ka
from kaname.study.growing import Cancelled

if TYPE_CHECKING:
    from kaname.study.session import Session

KEPT = 2
REFERENCE = "as_is"


class Resident:
    """Sessions by scenario."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept, self._lock = kept, threading.Lock()
        self._sessions: OrderedDict[str, Session] = OrderedDict()
        self._closed = threading.Event()

    def ready(self, scenario: str) -> bool:
        """Return whether a scenario's session is there and answers at once."""
        return scenario in self._sessions

    def session(self, scenario: str) -> Session:
        """Return the session of a scenario; the first time that takes seconds, or minutes where nothing is compiled."""
        with self._lock:
            if scenario not in self._sessions:
                self._sessions[scenario] = ka.session(scenario, REFERENCE)
            self._sessions.move_to_end(scenario)
            while len(self._sessions) > self._kept:
                self._sessions.popitem(last=False)
            return self._sessions[scenario]

    def begin(self, scenario: str) -> None:
        """Begin to make a scenario's session, in a thread, where it is not there: it is about to be asked."""
        if not self.ready(scenario) and not self._lock.locked():
            threading.Thread(target=self._prepare, args=(scenario,), daemon=True, name="kaname-session").start()

    def _prepare(self, scenario: str) -> None:
        """Make a session and lay its futures out, so that the first moved lever costs its own futures alone."""
        with suppress(Cancelled):
            self.session(scenario).lay_out(cancel=self._closed)

    def close(self) -> None:
        """Let all workers go."""
        self._closed.set()
        with self._lock:
            while self._sessions:
                self._sessions.popitem()[1].close()
