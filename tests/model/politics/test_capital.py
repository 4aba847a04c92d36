"""Approval and political capital: what fills the stock and what uses it up."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from kaname.model.politics.capital import MECHANISM
from kaname.model.politics.consent import MECHANISM as CONSENT
from kaname.words.axes import ALLY_SIDE, PROTECTOR_SIDE
from kaname.words.levers import AGREED, CONSENTERS, LEVER, OFFERED
from tests.laws.shown import Shown
from tests.model.economy.worlds import ALLY, PROTECTOR, RIVAL, play, still

SHOWN = Shown("dispersal")

CABINET = CONSENTERS.index("ally_cabinet")
EXECUTIVE = CONSENTERS.index("protector_executive")


def shape(rng: np.random.Generator, w: Any, p: Any, tables: Any) -> None:
    w.guidelines_age = float(rng.integers(0, 3))
    p.lever_consent[:] = rng.random(p.lever_consent.shape) < 0.2


PREPARE = shape


def quiet() -> tuple[Any, Any]:
    """A still world without luck."""
    w, p = still()
    p.approval_spread = 0.0
    w.growth[:] = p.growth_drift / 4
    return w, p


def capital_after(state: int, steps: int, body: int, threat: float | None = None, quarters: int = 8) -> Any:
    """Capital of both sides after two years with a number of steps in a state that concern one body."""
    w, p = quiet()
    if threat is not None:
        w.threat[ALLY, RIVAL] = w.threat[PROTECTOR, RIVAL] = threat
    w.lever_state[:steps] = state
    p.lever_consent[:, body] = 1.0
    return play(MECHANISM, w, p, quarters=quarters).capital.copy()


@pytest.mark.system("S23")
def test_negotiating_much_at_once_uses_up_capital_and_lowers_consent() -> None:
    few, p = quiet()
    many, _ = quiet()
    p.lever_consent[:, CABINET] = 1.0
    few.lever_state[:1], many.lever_state[:20] = OFFERED, OFFERED
    for w in (few, many):
        play(MECHANISM, w, p, quarters=6)
        play(CONSENT, w, p)
    assert 0.0 < many.capital[ALLY_SIDE] < few.capital[ALLY_SIDE]
    assert many.consent[CABINET] < few.consent[CABINET]


@pytest.mark.system("S23")
def test_steps_cost_the_side_whose_bodies_must_agree_and_deciding_costs_more_than_carrying_out() -> None:
    none = capital_after(OFFERED, 0, CABINET)
    offered = capital_after(OFFERED, 20, CABINET)
    agreed = capital_after(AGREED, 20, CABINET)
    of_protector = capital_after(OFFERED, 20, EXECUTIVE)
    assert offered[ALLY_SIDE] < agreed[ALLY_SIDE] < none[ALLY_SIDE]
    assert offered[PROTECTOR_SIDE] == none[PROTECTOR_SIDE] > of_protector[PROTECTOR_SIDE]


@pytest.mark.system("S64")
def test_a_common_threat_makes_steps_cheaper() -> None:
    assert capital_after(OFFERED, 20, CABINET, 0.9)[ALLY_SIDE] > capital_after(OFFERED, 20, CABINET, 0.1)[ALLY_SIDE]


def test_a_revision_costs_both_sides_and_capital_recovers() -> None:
    w, p = quiet()
    w.capital[:] = p.capital_normal
    w.approval[:] = p.approval_normal
    w.guidelines_age = 0.0
    play(MECHANISM, w, p)
    after = w.capital.copy()
    assert (after < p.capital_normal).all()
    w.guidelines_age = 1.0
    assert (play(MECHANISM, w, p, quarters=20).capital > after).all()


@pytest.mark.parametrize(("effect", "rallies"), [(0.3, True), (-0.3, False)])
def test_losses_may_rally_or_tire(effect: float, rallies: bool) -> None:
    hurt, p = quiet()
    spared, _ = quiet()
    p.approval_losses, hurt.casualty_memory = effect, 2.0
    play(MECHANISM, hurt, p)
    play(MECHANISM, spared, p)
    assert bool(hurt.approval[ALLY_SIDE] > spared.approval[ALLY_SIDE]) is rallies


def test_the_levers_axis_has_the_allys_bodies_first() -> None:
    assert [name.split("_")[0] for name in CONSENTERS] == sorted(name.split("_")[0] for name in CONSENTERS)
    assert len(LEVER) > 20
