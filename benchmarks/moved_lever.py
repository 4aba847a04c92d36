"""What a page waits for: futures after one moved lever in a resident session, and how soon a cancelled one ends.

Wall seconds from the call to the paired summary of all outcomes, two workers, warm; each round moves the lever to
another place. Cancelling: from setting the event in another thread to the exception.
"""

from __future__ import annotations

import threading
import time

from benchmarks.measure import spread_of, tell
from benchmarks.section import Goal, Section

SCENARIO, LEVER, FUTURES, ROUNDS = "us-japan", "forward_presence", 200, 9
ANSWER_GOAL, ANSWER_AIM, CANCEL_GOAL = 0.45, 0.25, 50.0


def section(quick: bool) -> Section:
    """Wall seconds to an answer, milliseconds to a cancelled one."""
    from kaname.study.session import session

    futures, rounds = (4, 1) if quick else (FUTURES, ROUNDS)
    with session(SCENARIO) as asked:
        begun = time.monotonic()
        asked.run({LEVER: 0.0}, futures)
        first = time.monotonic() - begun
        answers = [answer_seconds(asked, (number + 1) / (rounds + 1), futures) for number in range(rounds)]
        cancels = [1000 * cancel_seconds(asked, futures, delay=0.1) for _ in range(min(3, rounds))]
    whole, cancelled = spread_of(answers), spread_of(cancels)
    tell(f"  moved lever: {whole.text()} s, cancelled in {cancelled.text('.0f')} ms")
    text = f"""\
A resident session of `{SCENARIO}` (`ka.session`), two workers: {futures} futures of the whole horizon after `{LEVER}`
was moved, to the paired summary of every outcome: {whole.text()} s of wall time ({first:.2f} s for the first answer,
which runs the reference too). A run that is cancelled ends after {cancelled.text(".0f")} ms.
"""
    goals = (
        Goal(f"{futures} futures after a moved lever, wall time", ANSWER_GOAL, whole.median, "s"),
        Goal(f"{futures} futures after a moved lever, wall time", ANSWER_AIM, whole.median, "s", aim=True),
        Goal("cancelling them", CANCEL_GOAL, cancelled.median, "ms", form=".0f"),
    )
    return Section("One lever moved", text, goals)


def answer_seconds(asked, value: float, futures: int) -> float:
    """Wall seconds from the question to all paired differences."""
    begun = time.monotonic()
    assert asked.run({LEVER: value}, futures).pairs
    return time.monotonic() - begun


def cancel_seconds(asked, futures: int, delay: float) -> float:
    """Wall seconds from cancelling a long run to its end; 0 where it had ended before."""
    from kaname.study.in_memory import Cancelled

    stop, at = threading.Event(), [0.0]

    def cancel() -> None:
        at[0] = time.monotonic()
        stop.set()

    timer = threading.Timer(delay, cancel)
    timer.start()
    try:
        asked.run({LEVER: 0.5}, futures, stop)
    except Cancelled:
        return time.monotonic() - at[0]
    finally:
        timer.cancel()
    return 0.0
