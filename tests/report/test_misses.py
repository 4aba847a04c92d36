"""What the model gets wrong stands before what it gets right."""

from __future__ import annotations

from kaname.report.sections.misses import misses


def test_misses_come_first() -> None:
    drawn = misses()
    assert drawn.index(" missed</summary>") < drawn.index(" hit, and the rest</summary>")
    assert "are missed" in drawn
    assert "starts of past years the error is" in drawn
