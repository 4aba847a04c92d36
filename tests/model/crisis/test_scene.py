"""What enters a picture of a crisis and where: public words, own stakes, means, never beliefs."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from kaname.core.kernel import plain
from kaname.model.crisis import nature, scene, thinking
from kaname.model.world.game_form import FIGHTING, MOST_NODES
from kaname.words.levers import LEVER
from kaname.words.moves import (
    ABSTAIN,
    ACQUIESCE,
    ASSIST,
    CHALLENGER,
    FIGHT,
    GUARANTOR,
    HOST,
    NOTHING,
    STAND_ASIDE,
    TARGET,
)
from tests.model.crisis.games import crisis_world, flagship_forms, tables_with, turn_of

FORMS = flagship_forms()
TABLES = tables_with(FORMS)
ISLET, MISSILES, SEA = 0, 1, 3
SOVEREIGNTY, CLARITY, REGIONAL = LEVER["sovereignty_support"], LEVER["clarity"], LEVER["regional_role"]
scene_of, aid_of = plain(scene.scene_of), plain(scene.aid_of)
find_legality, think = plain(nature.find_legality), plain(thinking.think)


def own_case() -> tuple[Any, Any]:
    """A world in which the first two contingencies are about the ally's own."""
    w, p, _ = crisis_world(12)
    others = [a for a in range(9) if a not in (p.ally, p.protector)]
    p.challenger[:], p.target[:], p.guarantor[:], p.host[:] = others[0], p.ally, p.protector, p.ally
    p.target[SEA], p.host[SEA] = others[1], -1
    p.homeland_case[:] = [1, 1, 0, 0, 0, 0, 0]
    p.missile_case[:] = [0, 1, 0, 0, 0, 0, 0]
    p.cyber_case[:] = p.blockade_case[:] = 0
    p.choice_precision, w.permit[:], w.covered[:] = 4.0, 1, 1
    return w, p


def endings(k: int) -> np.ndarray:
    """Which nodes of a form are endings."""
    return (FORMS[k].children == 0) & (np.arange(MOST_NODES) < FORMS[k].nodes)


def pictured(w: Any, p: Any, k: int, role: int) -> Any:
    """The board after the side in `role` has thought with middling resolve."""
    turn = turn_of(0, TABLES)
    find_legality(w, p, turn, k)
    think(w, p, turn, k, role, 1)
    return turn.board[0]


def test_support_for_the_claim_is_a_public_stake_of_the_guarantor_over_the_islands_and_touches_no_belief() -> None:
    w, p = own_case()
    p.audience_sovereignty, w.lever[SOVEREIGNTY] = 0.4, 0.0
    quiet = {role: pictured(w, p, ISLET, role).copy() for role in range(3)}
    beliefs = w.belief.copy()
    w.lever[SOVEREIGNTY] = 1.0
    assert {scene_of(w, p, ISLET, o, 1.0).claim for o in range(9)} == {1.0}
    assert {scene_of(w, p, k, o, 1.0).claim for o in range(9) for k in (MISSILES, SEA)} == {0.0}
    tree, ends = FORMS[ISLET], endings(ISLET)
    aside = tree.guarantee == ABSTAIN
    for role in range(3):
        said = pictured(w, p, ISLET, role)
        change = said.payoff_resolve[GUARANTOR] - quiet[role].payoff_resolve[GUARANTOR]
        assert (change[ends & aside] < 0).all()
        for other in (CHALLENGER, TARGET):
            assert np.array_equal(said.payoff_resolve[other][ends], quiet[role].payoff_resolve[other][ends])
            assert np.array_equal(said.payoff_fixed[other][ends], quiet[role].payoff_fixed[other][ends])
    assert np.array_equal(w.belief, beliefs)


@pytest.mark.system("S40")
def test_a_clearer_promise_moves_no_payoff_of_the_ally_and_the_guarantors_own_cost_of_standing_aside() -> None:
    w, p = own_case()
    p.audience_guarantor, w.lever[CLARITY], w.belief[:], p.precision_stakes = 0.6, 0.0, 0.5, 0.0
    vague = pictured(w, p, ISLET, TARGET).copy()
    w.lever[CLARITY] = 1.0
    clear = pictured(w, p, ISLET, TARGET)
    ends = endings(ISLET)
    for part in ("payoff_fixed", "payoff_resolve"):
        assert np.array_equal(vague[part][TARGET][ends], clear[part][TARGET][ends])
    aside = ends & (FORMS[ISLET].guarantee == ABSTAIN)
    assert (clear.payoff_resolve[GUARANTOR][aside] < vague.payoff_resolve[GUARANTOR][aside]).all()


def test_the_part_taken_on_is_the_supporters_own_stake_and_its_means_are_its_help() -> None:
    w, p = own_case()
    p.presence_effect, p.regional_half, p.alliance_cost[:] = 0.5, 10.0, 0.5
    w.lever[REGIONAL], w.regional_capacity = 0.0, 10.0
    assert aid_of(w, p) == pytest.approx(0.5)
    before = pictured(w, p, SEA, HOST).copy()
    w.lever[REGIONAL] = 1.0
    taken = pictured(w, p, SEA, HOST).copy()
    tree, ends = FORMS[SEA], endings(SEA)
    aside, helped = (ends & (tree.backing == code) for code in (STAND_ASIDE, ASSIST))
    assert (taken.payoff_resolve[HOST][aside] < before.payoff_resolve[HOST][aside]).all()
    assert np.array_equal(taken.payoff_resolve[HOST][helped], before.payoff_resolve[HOST][helped])
    w.regional_capacity = 1000.0
    able = pictured(w, p, SEA, HOST)
    gains = tree.late != FIGHTING
    assert (
        able.payoff_resolve[CHALLENGER][helped & gains] <= taken.payoff_resolve[CHALLENGER][helped & gains] + 1e-12
    ).all()
    assert (
        able.payoff_resolve[CHALLENGER][helped & gains].sum() < taken.payoff_resolve[CHALLENGER][helped & gains].sum()
    )


@pytest.mark.system("S39")
def test_a_second_front_leaves_less_for_the_first_in_the_challengers_picture_too() -> None:
    w, p = own_case()
    w.opportunity[:], w.rung[:] = 0, 0
    w.opportunity[ISLET] = 1
    alone = pictured(w, p, ISLET, CHALLENGER).own_value[CHALLENGER].copy()
    w.opportunity[MISSILES], w.rung[MISSILES] = 1, 3
    both = pictured(w, p, ISLET, CHALLENGER).own_value[CHALLENGER]
    assert not np.array_equal(alone, both)


@pytest.mark.system("S49")
def test_homeland_risk_is_a_cost_of_helping_in_every_picture_of_the_guarantor() -> None:
    w, p = own_case()
    p.help_homeland, w.homeland_risk[:] = 0.5, 0.0
    safe = {role: pictured(w, p, ISLET, role).copy() for role in range(3)}
    w.homeland_risk[:] = 1.0
    fights = endings(ISLET) & (FORMS[ISLET].guarantee == FIGHT)
    for role in range(3):
        change = pictured(w, p, ISLET, role).payoff_fixed[GUARANTOR] - safe[role].payoff_fixed[GUARANTOR]
        assert change[fights] == pytest.approx(-0.5)


@pytest.mark.system("S49")
def test_a_target_that_is_exposed_to_missiles_pays_for_standing_firm_and_not_for_yielding() -> None:
    w, p = own_case()
    p.coercion_stake, w.exposure[:] = 0.5, 0.0
    safe = pictured(w, p, MISSILES, TARGET).copy()
    w.exposure[MISSILES] = 0.8
    change = pictured(w, p, MISSILES, TARGET).payoff_fixed[TARGET] - safe.payoff_fixed[TARGET]
    form = FORMS[MISSILES]
    yields = endings(MISSILES) & (form.response == ACQUIESCE)
    firm = endings(MISSILES) & (form.response != ACQUIESCE) & (form.challenge != NOTHING)
    assert (change[firm] < 0.0).all()
    assert (change[yields] == 0.0).all()


@pytest.mark.system("S50")
def test_a_proliferator_under_a_deal_has_something_to_lose_by_any_challenge() -> None:
    w, p = own_case()
    w.deal, p.deal_break, p.proliferator = 0, 0.4, int(p.challenger[MISSILES])
    free = pictured(w, p, MISSILES, CHALLENGER).copy()
    w.deal = 1
    change = pictured(w, p, MISSILES, CHALLENGER).payoff_fixed[CHALLENGER] - free.payoff_fixed[CHALLENGER]
    acted = endings(MISSILES) & (FORMS[MISSILES].challenge != NOTHING)
    assert change[acted] == pytest.approx(-0.4)


@pytest.mark.system("S56")
def test_tension_above_its_base_makes_waiting_worse_as_far_as_its_sign_says() -> None:
    for sign in (-1.0, 1.0):
        w, p = own_case()
        foe = int(p.challenger[ISLET])
        p.temptation_tension, w.tension[foe] = 0.3 * sign, p.tension_base[foe]
        calm = pictured(w, p, ISLET, CHALLENGER).copy()
        w.tension[foe] += 0.2
        change = pictured(w, p, ISLET, CHALLENGER).payoff_fixed[CHALLENGER] - calm.payoff_fixed[CHALLENGER]
        acted = endings(ISLET) & (FORMS[ISLET].challenge != NOTHING)
        assert change[acted] == pytest.approx(0.06 * sign)


@pytest.mark.system("S37")
def test_forces_within_reach_are_a_tripwire_for_a_guarantor_that_stands_aside() -> None:
    w, p = own_case()
    p.tripwire_cost, w.presence = 0.5, 0.0
    away = pictured(w, p, ISLET, GUARANTOR).copy()
    w.presence = 1.0
    change = pictured(w, p, ISLET, GUARANTOR).payoff_resolve[GUARANTOR] - away.payoff_resolve[GUARANTOR]
    aside = endings(ISLET) & (FORMS[ISLET].guarantee == ABSTAIN) & (FORMS[ISLET].challenge != NOTHING)
    assert (change[aside] < 0.0).any()
