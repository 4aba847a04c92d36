"""Tariffs by pledge and type; the rival's bloc by size, shut trade and the ring."""

from __future__ import annotations

import pytest

from kaname.model.economy.trade import MECHANISM
from kaname.model.politics.opinion import MECHANISM as OPINION
from kaname.words.axes import ALLY_SIDE, INTERNATIONALIST, TRANSACTIONAL
from kaname.words.levers import LEVER
from tests.laws.shown import Shown
from tests.model.economy.worlds import RIVAL, play, still

SHOWN = Shown("framework_depth")

TARIFFS = LEVER["tariffs"]


def test_the_tariff_goes_to_what_pledge_and_type_make_of_it() -> None:
    w, p = still()
    w.lever[TARIFFS], w.administration = 0.3, INTERNATIONALIST
    play(MECHANISM, w, p, quarters=80)
    assert w.tariff == pytest.approx(0.3 * p.tariff_by_type[INTERNATIONALIST], rel=1e-6)
    w.administration = TRANSACTIONAL
    assert play(MECHANISM, w, p).tariff > 0.3 * p.tariff_by_type[INTERNATIONALIST]


@pytest.mark.system("S34")
def test_tariffs_on_the_ally_feed_the_rivals_bloc_and_sour_the_allys_public() -> None:
    shut, p = still()
    opened, _ = still()
    shut.lever[TARIFFS], opened.lever[TARIFFS] = 0.5, 0.0
    for w in (shut, opened):
        play(MECHANISM, w, p, quarters=20)
        play(OPINION, w, p, quarters=8)
    assert shut.bloc_weight > opened.bloc_weight
    assert shut.support_alliance[ALLY_SIDE] < opened.support_alliance[ALLY_SIDE]


def test_the_effect_of_shut_trade_on_the_bloc_may_have_either_sign() -> None:
    shut, p = still()
    opened, _ = still()
    p.bloc_shut = -0.5
    shut.lever[TARIFFS], opened.lever[TARIFFS] = 0.5, 0.0
    assert play(MECHANISM, shut, p, quarters=20).bloc_weight < play(MECHANISM, opened, p, quarters=20).bloc_weight


@pytest.mark.system("S34")
def test_a_deeper_ring_widens_the_bloc_and_so_lowers_the_rivals_weight() -> None:
    deep, p = still()
    shallow, _ = still()
    deep.framework_depth = 0.8
    for w in (deep, shallow):
        w.gdp[RIVAL] *= 1.5
    assert play(MECHANISM, deep, p, quarters=20).bloc_weight < play(MECHANISM, shallow, p, quarters=20).bloc_weight
