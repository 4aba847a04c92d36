"""Work is done two steps at a time, first steps first, and ends when nobody waits for it."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator

import pytest

from kaname.lab.work import Crowded, WorkQueue
from kaname.study.growing import Cancelled

PATIENCE = 20.0


def until(event: threading.Event) -> None:
    assert event.wait(PATIENCE)


def test_no_more_than_two_steps_are_made_at_once() -> None:
    running, most, lock = [0], [0], threading.Lock()

    def work(stop: threading.Event) -> Iterator[int]:
        for step in range(3):
            with lock:
                running[0] += 1
                most[0] = max(most[0], running[0])
            time.sleep(0.01)
            with lock:
                running[0] -= 1
            yield step

    async def ask(queue: WorkQueue, tab: str) -> list[int]:
        return [step async for step in queue.answers(tab, work)]

    async def all_of() -> list[list[int]]:
        queue = WorkQueue()
        found = await asyncio.gather(*(ask(queue, str(tab)) for tab in range(8)))
        assert queue.busy == 0
        return found

    assert asyncio.run(all_of()) == [[0, 1, 2]] * 8
    assert most[0] == 2


def test_a_newer_question_of_a_tab_ends_the_older() -> None:
    begun, stopped = threading.Event(), threading.Event()

    def long(stop: threading.Event) -> Iterator[str]:
        begun.set()
        until(stop)
        stopped.set()
        raise Cancelled
        yield "never"

    async def both() -> tuple[list[str], list[str]]:
        queue = WorkQueue()

        async def older() -> list[str]:
            return [step async for step in queue.answers("tab", long)]

        first = asyncio.create_task(older())
        await asyncio.to_thread(until, begun)
        newer = [step async for step in queue.answers("tab", lambda stop: iter(["new"]))]
        return await first, newer

    assert asyncio.run(both()) == ([], ["new"])
    assert stopped.is_set()


def test_a_closed_tab_frees_its_place() -> None:
    begun, ended = threading.Event(), threading.Event()

    def long(stop: threading.Event) -> Iterator[int]:
        begun.set()
        until(stop)
        ended.set()
        yield 1

    async def close() -> list[int]:
        queue = WorkQueue(at_once=1)

        async def ask() -> None:
            async for _ in queue.answers("tab", long):
                pass

        asking = asyncio.create_task(ask())
        await asyncio.to_thread(until, begun)
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking
        await asyncio.to_thread(until, ended)
        found = [step async for step in queue.answers("other", lambda stop: iter([7]))]
        assert queue.busy == 0
        return found

    assert asyncio.run(close()) == [7]


def test_first_steps_go_before_refinements() -> None:
    order: list[str] = []
    release, begun = threading.Event(), threading.Event()

    def refining(stop: threading.Event) -> Iterator[int]:
        yield 0
        begun.set()
        until(release)
        order.append("second step")
        yield 1
        order.append("third step")
        yield 2

    def first(stop: threading.Event) -> Iterator[int]:
        order.append("first step of another")
        yield 0

    async def run() -> None:
        queue = WorkQueue(at_once=1)

        async def ask(tab: str, work: object) -> None:
            async for _ in queue.answers(tab, work):  # type: ignore[arg-type]
                pass

        one = asyncio.create_task(ask("a", refining))
        await asyncio.to_thread(until, begun)
        two = asyncio.create_task(ask("b", first))
        await asyncio.sleep(0)
        release.set()
        await asyncio.gather(one, two)

    asyncio.run(run())
    assert order == ["second step", "first step of another", "third step"]


def test_too_many_questions_are_refused_with_a_sentence() -> None:
    async def crowd() -> None:
        queue = WorkQueue(at_once=1, most=1)
        first = queue.answers("a", lambda stop: iter([1, 2]))
        await anext(first)
        with pytest.raises(Crowded, match="Close a tab"):
            await anext(queue.answers("b", lambda stop: iter([1])))
        await first.aclose()  # type: ignore[attr-defined]
        assert queue.busy == 0

    asyncio.run(crowd())


def test_what_goes_wrong_in_the_work_reaches_the_asker() -> None:
    def wrong(stop: threading.Event) -> Iterator[int]:
        raise ZeroDivisionError
        yield 1

    async def ask() -> None:
        queue = WorkQueue()
        with pytest.raises(ZeroDivisionError):
            await anext(queue.answers("a", wrong))
        assert queue.busy == 0

    asyncio.run(ask())
