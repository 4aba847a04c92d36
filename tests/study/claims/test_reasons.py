"""Reasons in planted models: the box in which it fails, the figure and mechanism that it rests on, rival theories."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pytest

from kaname.scenarios.claims import Theory
from kaname.scenarios.contrasts import Change
from kaname.study.claims.audit import audited
from kaname.study.claims.estimate import REPEATS
from kaname.study.claims.reasons import Reasons, reasons_of
from kaname.study.claims.rule import looks_of
from tests.study.claims.planted import Model, Planted, claim
from tests.study.claims.test_audit import _in_a_box, _null, _true

FUTURES = 2000


def _reasons(model: Model | Planted, apart: bool = False, **words: object) -> Reasons:
    rows = model if isinstance(model, Planted) else Planted(model)
    asked = replace(claim(), **words)  # type: ignore[arg-type]
    found = audited([asked], lambda *_: rows, FUTURES)
    return reasons_of(found, lambda *_: rows, looks_of(FUTURES), apart=apart)[asked.id]


def test_a_claim_that_is_true_in_a_known_box_is_told_with_its_box() -> None:
    found = _reasons(_in_a_box)
    assert found.holds is not None
    assert {one.column for one in found.holds.conditions} == {"u.figure_3", "u.figure_5"}
    assert min(found.holds.coverage, found.holds.density) >= 0.9
    assert found.leanings[0].column == "u.figure_3"
    assert found.leanings[0].high > 0.0 > found.leanings[0].low
    assert any(move.column == "u.figure_3" and move.side == "below" and move.verdict == "fails" for move in found.moves)


@pytest.mark.parametrize("model", [_true, _null])
def test_where_worlds_do_not_differ_no_condition_is_named(model: Model) -> None:
    found = _reasons(model)
    assert found.fails is None
    assert found.leanings == ()
    assert "chance" in found.note


@dataclass(frozen=True)
class WithParts(Planted):
    """A model in which one mechanism carries three quarters of the effect, and a parameter turns it round."""

    def column(self, change: Change, outcome: str, futures: int) -> np.ndarray:
        part = 0.25 if "economy.burden" in change.frozen else 1.0
        sign = -1.0 if change.parameters.get("theory") == 1.0 else 1.0
        done = sum(change.levers.values()) * part * sign
        chance = np.random.default_rng(self.seed + 1).normal(size=(FUTURES * REPEATS, 3))[:futures]
        return self.model(done, {}, chance)


def _plain(done: float, figures: Mapping[str, np.ndarray], chance: np.ndarray) -> np.ndarray:
    return done * (1.0 + 0.3 * chance[:, 1]) + chance[:, 0]


def test_the_mechanism_that_carries_the_effect_is_named_and_no_other() -> None:
    found = _reasons(WithParts(_plain), apart=True)
    assert [one.name for one in found.mechanisms] == ["economy.burden"]
    assert found.mechanisms[0].left == pytest.approx(0.25, abs=0.01)


def test_rival_theories_stand_beside_each_other() -> None:
    theories = (Theory("one", "It rises.", {"theory": 0.0}), Theory("other", "It falls.", {"theory": 1.0}))
    found = _reasons(WithParts(_plain), apart=True, theories=theories)
    assert [round(under.found.mean) for under in found.theories] == [1, -1]


def test_a_faint_effect_is_not_taken_apart_and_that_is_said() -> None:
    found = _reasons(_null, apart=True)
    assert found.mechanisms == ()
    assert "too faint" in found.note
