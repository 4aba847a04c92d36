"""commitments.ledger: expectation learned, delivery seen, shortfall disappointing, trust following."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.core.kernel import plain
from kaname.model.commitments.ledger import MECHANISM
from kaname.model.world.samples import SMALL, empty_tables, random_params, random_world, turn_of
from kaname.words.axes import (
    ALLY_SIDE,
    CIVIL_FACILITIES,
    CYBER,
    GLOBAL,
    HOMELAND,
    INTERNATIONALIST,
    PROTECTOR_SIDE,
    REGIONAL,
    RETRENCHER,
)
from kaname.words.levers import LEVER
from tests.laws.shown import Shown
from tests.model.perception.ground import ABROAD, ALLY, HOME, NET, PROTECTOR, calm, runner

SHOWN = Shown("competition")

run = runner(MECHANISM)


def _shape(rng, w, p, tables):  # type: ignore[no-untyped-def]
    for case in ("homeland_case", "missile_case", "cyber_case"):
        p[case][:] = rng.integers(0, 2, p[case].shape)
    w.rung[:] = rng.integers(0, 2, w.rung.shape)
    w.equality_answer = rng.integers(0, 3)


def _after(change, quarters: int = 40):  # type: ignore[no-untyped-def]
    w, p, tables = calm()
    change(w, p)
    for _ in range(quarters):
        run(w, p, tables)
    return w


def _nothing(w, p) -> None:  # type: ignore[no-untyped-def]
    return None


WORLDS = 100
PREPARE = _shape


def test_shares_stay_shares_in_any_world() -> None:
    for future in range(30):
        rng = np.random.default_rng(future)
        w, p, tables = random_world(rng), random_params(rng), empty_tables(SMALL)
        _shape(rng, w, p, tables)
        run(w, p, tables, future=future)
        for name in MECHANISM.writes:
            assert (w[name] >= 0.0).all()
            assert (w[name] <= 1.0).all()


@pytest.mark.system("S21")
def test_a_shortfall_of_delivery_eats_the_other_sides_trust() -> None:
    base = _after(_nothing)
    absent = _after(lambda w, p: (w.__setattr__("presence", 0.1), w.__setattr__("attention", 0.1)))
    assert absent.unmet[ALLY_SIDE] > base.unmet[ALLY_SIDE]
    assert absent.trust[ALLY_SIDE] < base.trust[ALLY_SIDE]
    assert absent.trust[PROTECTOR_SIDE] == base.trust[PROTECTOR_SIDE]


@pytest.mark.system("S21")
def test_delivery_by_the_protector_follows_its_administration() -> None:
    keeper = _after(lambda w, p: w.__setattr__("administration", INTERNATIONALIST))
    inward = _after(lambda w, p: w.__setattr__("administration", RETRENCHER))
    assert inward.delivered[PROTECTOR_SIDE].sum() < keeper.delivered[PROTECTOR_SIDE].sum()
    assert np.array_equal(inward.delivered[ALLY_SIDE], keeper.delivered[ALLY_SIDE])


@pytest.mark.system("S22")
def test_a_promise_before_capability_raises_expectation_faster_than_delivery() -> None:
    def promise(level: float):  # type: ignore[no-untyped-def]
        def change(w, p):  # type: ignore[no-untyped-def]
            w.promised[CYBER], w.implemented[CYBER] = level, 0.0
            p.delivery_ability[:, CYBER] = 0.2

        return change

    bare, promised = _after(promise(0.1)), _after(promise(1.0))
    raised = promised.expected[ALLY_SIDE, CYBER] - bare.expected[ALLY_SIDE, CYBER]
    assert raised > 0.1 > promised.delivered[PROTECTOR_SIDE, CYBER] - bare.delivered[PROTECTOR_SIDE, CYBER]
    assert promised.unmet[ALLY_SIDE] > bare.unmet[ALLY_SIDE]


def test_a_challenged_issue_that_nobody_promised_costs_too() -> None:
    def challenged(level: float):  # type: ignore[no-untyped-def]
        def change(w, p):  # type: ignore[no-untyped-def]
            w.promised[REGIONAL], w.rung[ABROAD] = level, 2
            p.unpromised_cost = 0.5
            p.expect_promise = 0.0

        return change

    assert _after(challenged(0.0)).unmet[ALLY_SIDE] > _after(challenged(1.0)).unmet[ALLY_SIDE] + 0.05


@pytest.mark.system("S04")
@pytest.mark.system("S22")
def test_a_vague_cyber_clause_makes_each_side_expect_what_it_needs() -> None:
    def clause(covered: int):  # type: ignore[no-untyped-def]
        def change(w, p):  # type: ignore[no-untyped-def]
            w.covered[NET], w.role_clarity = covered, 1.0
            p.issue_need[ALLY_SIDE, CYBER] = 1.0

        return change

    vague, precise = _after(clause(2)), _after(clause(1))
    assert vague.expected[ALLY_SIDE, CYBER] > precise.expected[ALLY_SIDE, CYBER]
    assert vague.expected[ALLY_SIDE, HOMELAND] == precise.expected[ALLY_SIDE, HOMELAND]


@pytest.mark.system("S10")
def test_unclear_roles_waste_what_is_delivered() -> None:
    clear = _after(lambda w, p: w.__setattr__("role_clarity", 1.0))
    unclear = _after(lambda w, p: w.__setattr__("role_clarity", 0.0))
    assert (unclear.delivered < clear.delivered).all()


@pytest.mark.system("S08")
def test_civil_facilities_delivered_are_those_usable_now() -> None:
    none, usable = (_after(lambda w, p, x=x: w.__setattr__("dispersal", x), 1) for x in (0.0, 0.8))
    assert none.delivered[ALLY_SIDE, CIVIL_FACILITIES] == 0.0
    assert usable.delivered[ALLY_SIDE, CIVIL_FACILITIES] > 0.3


@pytest.mark.system("S65")
def test_a_believed_promise_may_lower_own_effort_or_call_it_forth() -> None:
    def promise(sign: float):  # type: ignore[no-untyped-def]
        def change(w, p):  # type: ignore[no-untyped-def]
            p.complacency = sign
            w.belief[ALLY] = 1.0
            w.promised[:], w.implemented[:] = 1.0, 1.0

        return change

    lulled, indifferent, spurred = (
        _after(promise(sign), 1).delivered[ALLY_SIDE, HOMELAND] for sign in (0.3, 0.0, -0.2)
    )
    assert lulled < indifferent < spurred


@pytest.mark.system("S65")
def test_one_bitter_quarrel_spills_over_the_more_the_larger_its_weight() -> None:
    def quarrel(weight: float):  # type: ignore[no-untyped-def]
        def change(w, p):  # type: ignore[no-untyped-def]
            p.spillover = weight
            p.delivery_ability[PROTECTOR_SIDE, CYBER] = 0.0

        return change

    assert _after(quarrel(0.6)).trust[ALLY_SIDE] < _after(quarrel(0.0)).trust[ALLY_SIDE]


@pytest.mark.system("S61")
def test_visible_support_is_valued_apart_from_military_weight() -> None:
    def visible(weight: float):  # type: ignore[no-untyped-def]
        def change(w, p):  # type: ignore[no-untyped-def]
            p.trust_visible = weight
            w.promised[REGIONAL] = w.promised[GLOBAL] = w.profession = 1.0
            p.issue_weight[PROTECTOR_SIDE, REGIONAL] = p.issue_weight[PROTECTOR_SIDE, GLOBAL] = 0.0

        return change

    shown, ignored = _after(visible(1.0)), _after(visible(0.0))
    assert shown.trust[PROTECTOR_SIDE] > ignored.trust[PROTECTOR_SIDE]
    assert np.array_equal(shown.delivered, ignored.delivered)


@pytest.mark.system("S19")
def test_surprises_cost_the_allys_trust() -> None:
    surprised = _after(lambda w, p: w.__setattr__("surprise_count", 1))
    assert surprised.trust[ALLY_SIDE] < _after(_nothing).trust[ALLY_SIDE]


@pytest.mark.system("S17")
def test_being_treated_as_a_foe_bears_on_trust_with_a_free_sign() -> None:
    def treated(weight: float):  # type: ignore[no-untyped-def]
        def change(w, p):  # type: ignore[no-untyped-def]
            w.misclassification, p.trust_misclassified = 2.0, weight

        return change

    hurt, indifferent, eager = (_after(treated(weight)).trust[ALLY_SIDE] for weight in (0.5, 0.0, -0.1))
    assert hurt < indifferent < eager


@pytest.mark.system("S18")
def test_a_leaders_image_moves_the_other_sides_expectation_before_any_policy_changes() -> None:
    def image(value: float):  # type: ignore[no-untyped-def]
        def change(w, p):  # type: ignore[no-untyped-def]
            w.leader_image[ALLY_SIDE], p.expect_image = value, 0.2

        return change

    raised, plainly = _after(image(1.0), 4), _after(image(0.0), 4)
    assert (raised.expected[PROTECTOR_SIDE] > plainly.expected[PROTECTOR_SIDE]).all()
    assert np.array_equal(raised.expected[ALLY_SIDE], plainly.expected[ALLY_SIDE])


def test_conduct_in_a_crisis_moves_the_allys_trust_both_ways() -> None:
    def conduct(value: float):  # type: ignore[no-untyped-def]
        return lambda w, p: w.conduct.__setitem__(HOME, value)

    fought, absent = _after(conduct(1.0), 1), _after(conduct(-1.0), 1)
    assert fought.trust[ALLY_SIDE] > _after(_nothing, 1).trust[ALLY_SIDE] > absent.trust[ALLY_SIDE]


def test_more_effort_delivers_more() -> None:
    more = _after(lambda w, p: w.defence_share.__setitem__(ALLY, 0.05), 1)
    assert more.delivered[ALLY_SIDE, HOMELAND] > _after(_nothing, 1).delivered[ALLY_SIDE, HOMELAND]
    ready = _after(lambda w, p: w.readiness.__setitem__(PROTECTOR, 1.0), 1)
    assert ready.delivered[PROTECTOR_SIDE, HOMELAND] > _after(_nothing, 1).delivered[PROTECTOR_SIDE, HOMELAND]


def test_compiled_and_uncompiled_agree() -> None:
    for future in range(8):
        rng = np.random.default_rng(future)
        one, p, tables = random_world(rng), random_params(rng), empty_tables(SMALL)
        _shape(rng, one, p, tables)
        other = one.copy()
        turn = turn_of(future, tables)
        MECHANISM.run(one, p, turn)
        plain(MECHANISM.run)(other, p, turn)
        for name in MECHANISM.writes:
            assert np.allclose(one[name], other[name], rtol=1e-9, atol=1e-12)


@pytest.mark.system("S65")
def test_a_role_beyond_the_territory_is_delivered_there_and_nowhere_else() -> None:
    def role(level: float):  # type: ignore[no-untyped-def]
        def change(w, p):  # type: ignore[no-untyped-def]
            p.delivery_role, p.lever_start[LEVER["regional_role"]] = 0.5, 0.3
            w.lever[LEVER["regional_role"]] = level

        return change

    usual, taken = _after(role(0.3)), _after(role(1.0))
    assert taken.delivered[ALLY_SIDE, REGIONAL] > usual.delivered[ALLY_SIDE, REGIONAL]
    assert taken.delivered[ALLY_SIDE, HOMELAND] == usual.delivered[ALLY_SIDE, HOMELAND]


@pytest.mark.system("S10")
def test_reinforcement_that_is_prepared_is_delivered_by_the_protector() -> None:
    def prepared(level: float):  # type: ignore[no-untyped-def]
        def change(w, p):  # type: ignore[no-untyped-def]
            p.delivery_prepared, w.prepared_beyond = 0.5, level

        return change

    usual, ready = _after(prepared(0.0)), _after(prepared(0.4))
    assert ready.delivered[PROTECTOR_SIDE, HOMELAND] > usual.delivered[PROTECTOR_SIDE, HOMELAND]
    assert ready.unmet[ALLY_SIDE] <= usual.unmet[ALLY_SIDE]
