"""Sea lanes: a public good on which the ally rides free while the protector supplies it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from kaname.model.economy.burden import EXPLOITATION, JOINT_PRODUCTS
from kaname.model.economy.sea_lanes import MECHANISM
from kaname.words.axes import ALLY_SIDE, PROTECTOR_SIDE
from tests.laws.shown import NotShown
from tests.model.economy.worlds import play, still

SHOWN = NotShown("nothing reads its output: no number of another room moves in any future")


def shape(rng: np.random.Generator, w: Any, p: Any, tables: Any) -> None:
    p.burden_theory = int(rng.integers(0, 2))


PREPARE = shape


def efforts(theory: int, presence: float) -> tuple[float, float]:
    """Both sides' effort after twenty years at a level of the protector's presence."""
    w, p = still()
    p.burden_theory, w.presence = theory, presence
    play(MECHANISM, w, p, quarters=80)
    return float(w.sea_lane_effort[PROTECTOR_SIDE]), float(w.sea_lane_effort[ALLY_SIDE])


@pytest.mark.system("S31")
def test_the_ally_rides_free_while_the_protector_is_there_and_pays_when_it_has_gone() -> None:
    _, with_protector = efforts(EXPLOITATION, 0.6)
    _, without = efforts(EXPLOITATION, 0.0)
    assert with_protector < 0.01 < without


def test_under_joint_products_nobody_rides_free() -> None:
    assert efforts(JOINT_PRODUCTS, 0.6) == efforts(JOINT_PRODUCTS, 0.0)
    assert min(efforts(JOINT_PRODUCTS, 0.6)) > 0.01
