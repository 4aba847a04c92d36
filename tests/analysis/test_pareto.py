"""What beats what, for one state, without adding anything up."""

from __future__ import annotations

from kaname.analysis.folder import RunFolder
from kaname.analysis.paired import Verdict
from kaname.analysis.pareto import beaten_by, verdicts


def test_a_bargain_that_gains_somewhere_and_loses_nowhere_beats() -> None:
    found = {
        ("a", "b"): {"x": Verdict.BETTER, "y": Verdict.UNCLEAR},
        ("b", "a"): {"x": Verdict.WORSE, "y": Verdict.UNCLEAR},
    }
    assert beaten_by(found, ["a", "b"], ["x", "y"]) == {"a": (), "b": ("a",)}


def test_a_gain_beside_a_loss_beats_nobody() -> None:
    found = {
        ("a", "b"): {"x": Verdict.BETTER, "y": Verdict.WORSE},
        ("b", "a"): {"x": Verdict.WORSE, "y": Verdict.BETTER},
    }
    assert beaten_by(found, ["a", "b"], ["x", "y"]) == {"a": (), "b": ()}


def test_where_nothing_is_clear_nothing_is_beaten() -> None:
    told = {"x": Verdict.UNCLEAR, "y": Verdict.FEW}
    assert beaten_by({("a", "b"): told, ("b", "a"): told}, ["a", "b"], ["x", "y"]) == {"a": (), "b": ()}


def test_verdicts_both_ways_round_are_mirror_images(made_up: RunFolder) -> None:
    found = verdicts(made_up, {"casualties.ally": -1, "spending.ally": -1, "territory.pro": 1})
    assert found["firm", "as_is"]["casualties.ally"] is Verdict.BETTER
    assert found["as_is", "firm"]["casualties.ally"] is Verdict.WORSE
    assert found["firm", "own"]["spending.ally"] is Verdict.WORSE
    assert found["own", "firm"]["territory.pro"] is Verdict.SAME
    assert beaten_by(found, made_up.bargains, ["casualties.ally"])["as_is"] == ("firm",)
