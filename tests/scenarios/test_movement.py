"""What has been done of an ask when the run starts."""

from __future__ import annotations

import pytest

from kaname.scenarios.movement import Movement


@pytest.mark.parametrize(
    ("start", "to", "asks", "then", "done"),
    [
        (0.4, 0.5, "more", 0.0, 0.8),
        (0.5, 0.5, "level", 0.0, 1.0),
        (0.6, 0.5, "more", 0.0, 1.0),
        (0.6, 0.5, "level", 0.0, 0.0),
        (0.1, 0.2, "less", 0.6, 1.0),
        (0.3, 0.2, "less", 0.6, 0.75),
        (0.7, 0.2, "less", 0.6, 0.0),
        (0.4, 0.5, "level", None, 0.0),
        (0.4, 0.5, "more", 0.5, 0.0),
    ],
)
def test_what_is_done_is_the_part_of_the_way_that_was_gone(
    start: float, to: float, asks: str, then: float | None, done: float
) -> None:
    assert Movement(start, to, asks, then).done == pytest.approx(done)


def test_nothing_is_left_of_what_is_done_and_nothing_is_taken_back() -> None:
    assert Movement(0.6, 0.5, "more", 0.0).left == 0.0
    assert not Movement(0.6, 0.5, "more", 0.0).asked
    assert Movement(0.6, 0.5, "level", 0.0).left == pytest.approx(-0.1)
    assert Movement(0.4, 0.5, "more", 0.0).left == pytest.approx(0.1)
