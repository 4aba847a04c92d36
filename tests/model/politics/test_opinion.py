"""Opinion: it stands still when nothing pushes, and losses work by blame with either sign."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.core.kernel import JIT
from kaname.model.politics.base_opposition import MECHANISM as BASES
from kaname.model.politics.calendar import MECHANISM as CALENDAR
from kaname.model.politics.capital import MECHANISM as CAPITAL
from kaname.model.politics.consent import MECHANISM as CONSENT
from kaname.model.politics.ideology import MECHANISM as IDEOLOGY
from kaname.model.politics.opinion import MECHANISM
from kaname.model.politics.proliferation import MECHANISM as PROLIFERATION
from kaname.model.world.samples import empty_tables, random_params, random_world, turn_of
from kaname.words.axes import ALLY_SIDE, BLAME_ABSENCE, BLAME_ENEMY, BLAME_ENTANGLEMENT, PROTECTOR_SIDE, REVERSAL
from kaname.words.levers import CONSENTERS, LEVER
from tests.laws.shown import Shown
from tests.model.economy.worlds import ALLY, PROLIFERATOR, PROTECTOR, RIVAL, equal_rows, play, still

SHOWN = Shown("decision_days.senkaku")

POLITICS = (CALENDAR, MECHANISM, IDEOLOGY, BASES, CAPITAL, CONSENT, PROLIFERATION)
CONGRESS = CONSENTERS.index("protector_congress")


def quiet() -> tuple[Any, Any]:
    """A still world without luck."""
    w, p = still()
    p.opinion_spread = 0.0
    p.tariff_normal = w.tariff
    p.base_normal = w.base_opposition
    return w, p


def test_views_stand_still_where_nothing_pushes() -> None:
    w, p = quiet()
    play(MECHANISM, w, p, quarters=80)
    assert w.support_force == pytest.approx(p.support_force_normal, abs=0.01)
    assert w.support_strike == pytest.approx(p.support_strike_normal, abs=0.01)
    assert w.support_nuclear == pytest.approx(p.support_nuclear_normal, abs=0.01)
    assert w.support_alliance == pytest.approx(p.support_alliance_normal, abs=0.01)


def force_after(blame: int, effect: float, lost: float = 5.0) -> float:
    """Support for force two years after losses, when `blame` is blamed and works with `effect`."""
    w, p = quiet()
    p.casualty_reinforcement = 0.0
    p.casualty_enemy_force = p.casualty_entanglement_force = p.casualty_absence_force = effect
    w.casualties[ALLY], w.blame[blame] = lost, 1.0
    play(MECHANISM, w, p)
    w.casualties[ALLY] = 0.0
    return float(play(MECHANISM, w, p, quarters=7).support_force)


@pytest.mark.system("S27")
@pytest.mark.parametrize("blame", [BLAME_ENEMY, BLAME_ENTANGLEMENT, BLAME_ABSENCE])
def test_the_same_losses_may_strengthen_or_weaken_support_for_force(blame: int) -> None:
    untouched = force_after(blame, 0.5, lost=0.0)
    assert force_after(blame, -0.4) < untouched < force_after(blame, 0.4)


@pytest.mark.system("S27")
def test_what_losses_do_depends_on_the_shares_they_meet() -> None:
    changes = []
    for nationalists in (0.05, 0.6):
        hurt, p = quiet()
        spared, _ = quiet()
        p.casualty_reinforcement, p.casualty_enemy_force, p.opinion_force_hawks = 3.0, 0.3, 0.0
        for w in (hurt, spared):
            w.public_ideology[:] = [0.65 - nationalists, 0.35, nationalists]
            w.blame[BLAME_ENEMY] = 1.0
        hurt.casualty_memory = 2.0
        changes.append(play(MECHANISM, hurt, p).support_force - play(MECHANISM, spared, p).support_force)
    assert changes[0] < changes[1]


@pytest.mark.system("S28")
def test_missiles_and_volatility_each_move_opinion_to_strike_and_nuclear_arms_and_both_may_move_it_most() -> None:
    def views(missiles: float, reversals: float) -> tuple[float, float]:
        w, p = quiet()
        w.threat[ALLY, PROLIFERATOR], w.reversals = missiles, reversals
        play(MECHANISM, w, p, quarters=12, start=1)
        return float(w.support_strike), float(w.support_nuclear)

    neither, missiles, volatile, both = views(0.58, 0.3), views(0.95, 0.3), views(0.58, 0.6), views(0.95, 0.6)
    for view in (0, 1):
        assert neither[view] < min(missiles[view], volatile[view])
        assert both[view] > max(missiles[view], volatile[view])


@pytest.mark.system("S64")
def test_a_common_enemy_makes_costs_bearable_to_both_publics() -> None:
    losses = []
    for threat in (0.1, 0.9):
        costly, p = quiet()
        cheap, _ = quiet()
        p.opinion_alliance_threat = p.opinion_protector_threat = 0.0
        for w in (costly, cheap):
            w.threat[ALLY, RIVAL] = w.threat[PROTECTOR, RIVAL] = threat
        costly.tariff, costly.unmet[PROTECTOR_SIDE] = 0.9, 0.9
        play(MECHANISM, costly, p, quarters=12)
        play(MECHANISM, cheap, p, quarters=12)
        losses.append(cheap.support_alliance - costly.support_alliance)
    assert losses[0][ALLY_SIDE] > losses[1][ALLY_SIDE] > 0
    assert losses[0][PROTECTOR_SIDE] > losses[1][PROTECTOR_SIDE] > 0


@pytest.mark.system("S30")
def test_the_protectors_own_losses_weary_its_public_and_its_congress() -> None:
    hurt, p = quiet()
    spared, _ = quiet()
    hurt.casualties[PROTECTOR] = 20.0
    for w in (hurt, spared):
        play(MECHANISM, w, p)
        w.casualties[PROTECTOR] = 0.0
        play(MECHANISM, w, p, quarters=4)
        play(CONSENT, w, p)
    assert hurt.support_alliance[PROTECTOR_SIDE] < spared.support_alliance[PROTECTOR_SIDE]
    assert hurt.consent[CONGRESS] < spared.consent[CONGRESS]


@pytest.mark.system("S28")
def test_words_taken_back_are_remembered_and_fade() -> None:
    w, p = quiet()
    p.reversals_keep, w.reversals = 0.9, 0.0
    w.signal[REVERSAL] = 1.0
    assert play(MECHANISM, w, p, quarters=4, start=1).reversals == pytest.approx(1.0 - 0.9**4)
    w.signal[REVERSAL], w.surprise_count = 0.0, 0
    assert play(MECHANISM, w, p, quarters=60, start=1).reversals < 0.01


@pytest.mark.system("S30")
def test_support_paid_to_the_protectors_forces_counts_as_burden_shared_in_its_publics_eyes() -> None:
    usual, p = quiet()
    paid, _ = quiet()
    paid.lever[LEVER["host_support"]] += 10.0
    for w in (usual, paid):
        play(MECHANISM, w, p, quarters=12)
    assert paid.support_alliance[PROTECTOR_SIDE] > usual.support_alliance[PROTECTOR_SIDE]


@given(st.integers(0, 10_000))
def test_views_stay_shares_and_memory_stays_bounded(seed: int) -> None:
    rng = np.random.default_rng(seed)
    w, p = random_world(rng), random_params(rng)
    play(MECHANISM, w, p, quarters=3, marks=empty_tables())
    for view in (w.support_force, w.support_strike, w.support_nuclear, *w.support_alliance):
        assert 0.0 <= view <= 1.0
    assert 0.0 <= w.casualty_memory <= 10.0
    assert 0.0 <= w.war_weariness <= 10.0


@pytest.mark.skipif(not JIT, reason="nothing is compiled with KANAME_JIT=0")
def test_compiled_and_plain_politics_are_the_same() -> None:
    def world(seed: int) -> tuple[Any, Any, Any]:
        rng = np.random.default_rng(seed)
        w, p, tables = random_world(rng), random_params(rng), empty_tables()
        tables.calendar[:] = rng.random(tables.calendar.shape) < 0.15
        p.review_normal, p.choice_precision, w.nuclear_option = 0.4, 1.0, 0
        return w, p, turn_of(seed, tables, quarter=seed)

    assert equal_rows(POLITICS, world) == []
