"""Work: answers that grow are made in threads, at most two at once, and end when nobody waits for them.

Idea: a page asks for an answer that comes in steps. First steps go before refinements, whoever asks, so that ten people
who move levers all see a picture before anybody sees a precise one. A tab that asks again, or is closed, sets the event
by which the work hears that it is cancelled. Reads, writes: nothing. Errors: those of the work itself, once;
Crowded where too many wait.
"""

from __future__ import annotations

import asyncio
import heapq
import threading
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from itertools import count
from typing import TypeVar

from kaname.core.errors import KanameError
from kaname.study.growing import Cancelled

AT_ONCE = 2
MOST_WAITING, MOST_OF_ONE = 64, 6
"""Questions that are answered or wait at once: of all, and of one asker."""
T = TypeVar("T")
_END = object()


class Crowded(KanameError):
    """Too many answers are waited for."""


class WorkQueue:
    """Places to work at, and the question of each tab."""

    def __init__(self, at_once: int = AT_ONCE, most: int = MOST_WAITING) -> None:
        self._free, self._most = at_once, most
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []
        self._number = count()
        self._tabs: dict[str, threading.Event] = {}
        self._askers: Counter[str] = Counter()

    @property
    def busy(self) -> int:
        """Return the number of questions that are being answered or wait."""
        return len(self._tabs)

    async def answers(
        self, tab: str, work: Callable[[threading.Event], Iterator[T]], asker: str = ""
    ) -> AsyncIterator[T]:  # fmt: skip
        """Yield the steps of a tab's question; an older question of the tab ends, and this one when it is closed.

        work: given the event that says stop, returns the steps; each step is made in a thread. asker: whose tab it is;
        nobody has more than MOST_OF_ONE questions at once.
        """
        if len(self._tabs) >= self._most and tab not in self._tabs:
            raise Crowded("Too many answers are waited for. Close a tab, or try again in a minute")
        if asker and self._askers[asker] >= MOST_OF_ONE and tab not in self._tabs:
            raise Crowded("Too many of your answers are waited for. Close a tab, or wait for one")
        stop = threading.Event()
        if tab in self._tabs:
            self._tabs[tab].set()
        self._tabs[tab] = stop
        self._askers[asker] += 1
        try:
            steps = work(stop)
            for rank in count():
                step = await self._step(steps, rank, stop)
                if step is _END or stop.is_set():
                    return
                yield step  # type: ignore[misc]
        except Cancelled:
            return
        finally:
            stop.set()
            self._askers[asker] -= 1
            self._askers += Counter()
            if self._tabs.get(tab) is stop:
                del self._tabs[tab]

    async def _step(self, steps: Iterator[T], rank: int, stop: threading.Event) -> object:
        await self._take(rank)
        working = asyncio.get_running_loop().run_in_executor(None, next, steps, _END)
        try:
            return await asyncio.shield(working)
        except asyncio.CancelledError:
            stop.set()
            working.add_done_callback(lambda done: done.exception())
            raise
        finally:
            # A place is free only when its thread has really stopped.
            if working.done():
                self._give()
            else:
                working.add_done_callback(lambda _: self._give())

    async def _take(self, rank: int) -> None:
        if self._free > 0:
            self._free -= 1
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (rank, next(self._number), turn))
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._give()
            raise

    def _give(self) -> None:
        while self._waiting:
            *_, turn = heapq.heappop(self._waiting)
            if not turn.done():
                turn.set_result(None)
                return
        self._free += 1
