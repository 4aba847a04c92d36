"""What beats what, for one state, without adding anything up."""

from __future__ import annotations

from kaname.analysis.folder import RunFolder
from kaname.analysis.paired import Difference, Verdict
from kaname.analysis.pareto import Told, beaten_by, compare_all, told

GAIN, LOSS, OPEN = Told(Verdict.BETTER, True), Told(Verdict.WORSE, True), Told(Verdict.UNCLEAR, False)


def beaten(x: Told, y: Told) -> dict[str, tuple[str, ...]]:
    found = {("a", "b"): {"x": x, "y": y}, ("b", "a"): {"x": x.turned, "y": y.turned}}
    return beaten_by(found, ["a", "b"], ["x", "y"])


def test_a_bargain_that_surely_gains_somewhere_and_loses_nowhere_beats() -> None:
    assert beaten(GAIN, OPEN) == {"a": (), "b": ("a",)}
    assert beaten(OPEN, LOSS) == {"a": ("b",), "b": ()}


def test_a_gain_beside_a_loss_beats_nobody() -> None:
    assert beaten(GAIN, LOSS) == {"a": (), "b": ()}


def test_a_gain_that_is_clear_only_by_itself_beats_nobody_but_such_a_loss_saves() -> None:
    assert beaten(Told(Verdict.BETTER, False), OPEN) == {"a": (), "b": ()}
    assert beaten(GAIN, Told(Verdict.WORSE, False)) == {"a": (), "b": ()}


def test_where_nothing_is_clear_nothing_is_beaten() -> None:
    assert beaten(OPEN, Told(Verdict.FEW, True)) == {"a": (), "b": ()}


def test_a_difference_must_stand_among_all_that_are_asked() -> None:
    gap = Difference(1.0, 0.2, 1.8, 1000, 900, 50)
    assert told(gap, 1, 1) == Told(Verdict.BETTER, True)
    assert told(gap, 1, 100) == Told(Verdict.BETTER, False)
    assert told(Difference(1.0, 0.6, 1.4, 1000, 900, 50), 1, 100).sure


def test_comparisons_both_ways_round_are_mirror_images(made_up: RunFolder) -> None:
    found = compare_all(made_up, {"casualties.ally": -1, "spending.ally": -1, "territory.pro": 1})
    assert found["firm", "as_is"]["casualties.ally"] == GAIN
    assert found["as_is", "firm"]["casualties.ally"] == LOSS
    assert found["firm", "own"]["spending.ally"] == LOSS
    assert found["own", "firm"]["territory.pro"].verdict is Verdict.SAME
    assert beaten_by(found, made_up.bargains, ["casualties.ally"])["as_is"] == ("firm",)
