"""What the model gets wrong stands before what it gets right."""

from __future__ import annotations

from kaname.report.sections.misses import misses
from kaname.words.catalogue import catalogue


def test_misses_come_first() -> None:
    drawn = misses(catalogue("en"))
    assert drawn.index(" missed</summary>") < drawn.index(" hit, and the rest</summary>")
    assert "are missed" in drawn
    assert "starts of past years the error is" in drawn
