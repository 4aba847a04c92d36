"""Output: trend, one common shock, tariffs that cost once, wars that cost all."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from kaname.model.economy.growth import MECHANISM
from kaname.model.economy.trade import MECHANISM as TRADE
from kaname.words.axes import END_WIDE_WAR
from tests.laws.shown import Shown
from tests.model.economy.worlds import ALLY, PARTNER, PROTECTOR, RIVAL, play, still

SHOWN = Shown("presence")


def quiet() -> tuple[Any, Any]:
    """A still world without luck."""
    w, p = still()
    p.growth_shock_spread = p.growth_own_spread = 0.0
    w.tariff_felt = w.tariff
    return w, p


def test_without_shocks_output_grows_by_its_trend() -> None:
    w, p = quiet()
    before = w.gdp.copy()
    play(MECHANISM, w, p, quarters=4)
    yearly = w.gdp / before - 1.0
    assert yearly[PROTECTOR] == pytest.approx(p.growth_drift[PROTECTOR], abs=5e-4)
    assert yearly[RIVAL] == pytest.approx(p.growth_drift[RIVAL] + p.growth_rival_doubt, abs=2e-3)


def test_a_tariff_costs_a_level_of_output_and_not_growth_for_ever() -> None:
    shut, p = quiet()
    opened, _ = quiet()
    shut.tariff = 0.35
    play(MECHANISM, shut, p, quarters=60)
    play(MECHANISM, opened, p, quarters=60)
    lost = np.log(opened.gdp[ALLY] / shut.gdp[ALLY])
    assert lost == pytest.approx(p.growth_tariff_ally * 0.2, rel=1e-3)
    assert opened.gdp[RIVAL] == shut.gdp[RIVAL]


def test_a_common_shock_moves_all_and_the_open_more() -> None:
    w, p = quiet()
    p.growth_shock_spread = 0.01
    still_world, q = quiet()
    play(MECHANISM, w, p, future=3)
    play(MECHANISM, still_world, q, future=3)
    moved = np.log(w.gdp / still_world.gdp)
    assert moved == pytest.approx(p.growth_loading * w.growth_shock, rel=1e-9)


def after_war(quarters: int = 1, **changes: Any) -> tuple[np.ndarray, Any]:
    """Logarithm of output lost by each actor to a war over the first contingency, in which people were lost."""
    w, p = quiet()
    peace, _ = quiet()
    p.challenger[0], p.target[0], p.guarantor[0], p.host[0] = RIVAL, PARTNER, PROTECTOR, ALLY
    w.ending[0], w.casualties[PARTNER] = END_WIDE_WAR, 20.0
    for name, value in changes.items():
        w[name][0] = value
    for quarter in range(quarters):
        play(MECHANISM, w, p, start=quarter)
        play(MECHANISM, peace, p, start=quarter)
        w.ending[:], w.casualties[:] = 0, 0.0
    return np.log(peace.gdp / w.gdp), p


def test_people_lost_cost_output_for_good() -> None:
    w, p = quiet()
    peace, _ = quiet()
    w.casualties[ALLY] = 20.0
    play(MECHANISM, w, p)
    play(MECHANISM, peace, p)
    lost = np.log(peace.gdp / w.gdp)
    assert lost[ALLY] == pytest.approx(p.growth_war * np.log(21.0))
    assert lost[PROTECTOR] == 0.0


def test_a_war_cuts_trade_most_between_those_who_fight_each_other() -> None:
    aside, p = after_war(conduct=0.0)
    fights, _ = after_war(conduct=1.0)
    guarantor, target = p.guarantor[0], p.target[0]
    assert aside[target] > aside[guarantor]
    assert fights[guarantor] > aside[guarantor] > 0
    assert fights[p.challenger[0]] > aside[p.challenger[0]] > 0


def test_what_a_cut_of_trade_withholds_comes_back_with_time() -> None:
    soon, p = after_war(conduct=1.0)
    late, _ = after_war(quarters=20, conduct=1.0)
    assert 0 < late[p.guarantor[0]] < soon[p.guarantor[0]] / 2


@pytest.mark.system("S33")
def test_power_moves_from_the_protector_to_the_rival_and_its_bloc_follows() -> None:
    growing, p = quiet()
    even, q = quiet()
    q.growth_drift[:], q.growth_trend[:], q.growth_rival_doubt = 0.02, 0.0, 0.0
    start = growing.gdp[RIVAL] / growing.gdp[PROTECTOR]
    for quarter in range(60):
        play(MECHANISM, growing, p, start=quarter)
        play(TRADE, growing, p, start=quarter)
        play(MECHANISM, even, q, start=quarter)
        play(TRADE, even, q, start=quarter)
    assert growing.gdp[RIVAL] / growing.gdp[PROTECTOR] > start
    assert growing.gdp_ppp[RIVAL] > growing.gdp_ppp[PROTECTOR]
    assert growing.bloc_weight > even.bloc_weight
