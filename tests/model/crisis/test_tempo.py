"""Pushing below the threshold: what moves the challenger's tempo, who feels it, and what it leaves alone."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.core.kernel import plain
from kaname.model.crisis import opportunity, pushing
from kaname.model.crisis.pushing import DAYS_A_QUARTER, DAYS_A_WEEK, LEVELS, Push
from kaname.model.crisis.tempo import MECHANISM
from kaname.model.engine.catalogue import mechanisms
from kaname.model.world.samples import empty_tables, random_params, random_world, turn_of
from kaname.model.world.seats import Waiting
from kaname.words.axes import ALLY_SIDE, COAST_GUARD
from tests.laws.shown import Shown

SHOWN = Shown("tension.cn")

run = plain(MECHANISM.run)
worth, chances, bend = (plain(getattr(pushing, name)) for name in ("worth", "chances", "bend"))
SHARES = st.floats(0.0, 1.0)
PUSHES = st.builds(
    Push, standing=st.floats(0.7, 1.6), satiation=st.floats(0.1, 4.0), cost=st.floats(0.0, 5.0),
    hazard=st.floats(0.0, 0.1), tolerated=SHARES, loss=st.floats(0.0, 100.0),
)  # fmt: skip


def case(number: int = 1, **changes: Any) -> tuple[Any, Any]:
    """A world with one gray zone, in which the ally is the target, at middling figures."""
    rng = np.random.default_rng(number)
    w, p = random_world(rng), random_params(rng)
    p.gray_zone[:] = [1, 0, 0]
    p.target[:], p.challenger[:] = p.ally, p.rival
    p.tempo_precision, p.tempo_worth, p.tempo_satiation, p.tempo_instead = 14.0, 0.03, 0.8, 0.0
    p.tempo_cost, p.tempo_hazard, p.tempo_tolerance, p.tempo_window = 0.6, 0.015, 0.3, 0.5
    p.tempo_elsewhere, p.tempo_patience, p.tempo_clash, p.tempo_speed = 0.5, 0.95, 0.15, 1.0
    p.tempo_patrol, p.tempo_patrol_growth, p.tempo_habit = 3.0, 0.2, 0.1
    p.escalation_cost[:] = 0.8
    w.stock[p.ally, COAST_GUARD], w.stock[p.rival, COAST_GUARD] = 70.0, 100.0
    w.readiness[:], w.picture_capability[:] = 0.6, 1.0
    w.belief[:], w.attention, w.window[:] = 0.5, 0.6, 0.0
    w.picture_law[:], w.picture_resolve[:], w.tempo[:], w.tempo_usual[:] = 0.8, 0.5, 45.0, 0.5
    for name, value in changes.items():
        (w if name in w.dtype.names else p)[name] = value
    return w, p


def chosen(w: Any, p: Any, futures: int = 300) -> float:
    """Mean days that the challenger sets out to push on, over futures."""
    days = []
    for future in range(futures):
        trial = w.copy().view(np.recarray)
        run(trial, p, turn_of(future, empty_tables()))
        days.append(float(trial.tempo[0]))
    return float(np.mean(days))


def mean_days(w: Any, p: Any) -> float:
    """Expected days of the choice, without chance."""
    from kaname.model.crisis import tempo

    seen = plain(tempo.seen_by_challenger)(w, p, 0)
    push = plain(pushing.push_of)(p, p.escalation_cost[0], seen)
    return DAYS_A_QUARTER * float(chances(push, p.tempo_precision, np.zeros(LEVELS)))


# --- contract


def prepare_zones(rng: np.random.Generator, w: Any, p: Any, t: Any) -> None:
    """Gray zones here and there, against the ally or its partner."""
    p.gray_zone[:] = rng.integers(0, 2, p.gray_zone.shape)
    p.target[0] = rng.choice([p.ally, p.partner])
    p.tempo_speed = rng.uniform(0.01, 1)


PREPARE = prepare_zones


def test_its_draws_are_the_chances_that_it_says() -> None:
    w, p = case()
    assert chosen(w, p, 1500) == pytest.approx(mean_days(w, p), abs=2.5)


def test_elsewhere_nothing_pushes() -> None:
    w, p = case(tempo=np.array([10.0, 20.0, 30.0]))
    run(w, p, turn_of(0, empty_tables()))
    assert w.tempo[1:].tolist() == [20.0, 30.0]


def test_a_person_in_the_challengers_seat_is_asked_how_many_weeks() -> None:
    w, p = case()
    turn = turn_of(0, empty_tables())
    turn.seats[p.rival] = 1
    with pytest.raises(Waiting):
        run(w, p, turn)
    assert w.asked_seat == p.rival
    assert w.asked_count == LEVELS
    answered = turn._replace(answers=np.array([13]))
    run(w, p, answered)
    assert w.tempo[0] == DAYS_A_QUARTER == 13 * DAYS_A_WEEK


# --- the rule


@given(push=PUSHES, one=SHARES, other=SHARES)
def test_presence_brings_less_and_less(push: Push, one: float, other: float) -> None:
    middle = bend((one + other) / 2, push.satiation)
    assert middle >= (bend(one, push.satiation) + bend(other, push.satiation)) / 2 - 1e-12
    assert bend(0.0, push.satiation) == 0.0
    assert bend(1.0, push.satiation) == pytest.approx(1.0)


@given(push=PUSHES)
def test_not_pushing_is_worth_nothing_and_costs_nothing(push: Push) -> None:
    assert worth(push, 0.0) == 0.0


@given(push=PUSHES, name=st.sampled_from(["cost", "hazard", "loss"]), factor=st.floats(1.0, 5.0))
def test_a_higher_own_cost_or_risk_never_raises_the_tempo(push: Push, name: str, factor: float) -> None:
    row = np.zeros(LEVELS)
    before = chances(push, 10.0, row)
    after = chances(push._replace(**{name: getattr(push, name) * factor}), 10.0, row)
    assert after <= before + 1e-12


@given(push=PUSHES, higher=SHARES)
def test_what_has_been_borne_never_lowers_the_tempo(push: Push, higher: float) -> None:
    row = np.zeros(LEVELS)
    before = chances(push, 10.0, row)
    assert chances(push._replace(tolerated=max(push.tolerated, higher)), 10.0, row) >= before - 1e-12


@given(push=PUSHES, precision=st.floats(0.1, 100.0))
def test_the_chances_add_up_and_without_precision_every_tempo_is_as_likely(push: Push, precision: float) -> None:
    row = np.zeros(LEVELS)
    mean = chances(push, precision, row)
    assert row.sum() == pytest.approx(1.0)
    assert 0.0 <= mean <= 1.0
    chances(push, 0.0, row)
    assert row == pytest.approx(np.full(LEVELS, 1 / LEVELS))


# --- the mechanism


@pytest.mark.system("S38")
@pytest.mark.parametrize(
    ("changes", "sign"),
    [
        ({"tempo_cost": 1.5}, -1),  # presence costs more
        ({"tempo_hazard": 0.05}, -1),  # the target seems readier to use force
        ({"picture_law": np.full((5, 3), 0.2)}, 1),  # its law seems to forbid it
        ({"escalation_cost": np.full(3, 3.0)}, -1),  # fighting the guarantor costs more
        ({"attention": 0.0}, 1),  # the protector looks elsewhere
        ({"window": np.array([0.0, 1.0])}, 1),  # an election window, at a figure by which it lowers the risk
    ],
)
def test_tempo_answers_to_cost_risk_and_window(changes: dict[str, Any], sign: int) -> None:
    assert sign * (mean_days(*case(**changes)) - mean_days(*case())) > 1.0


@pytest.mark.system("S38")
@pytest.mark.parametrize(("actor", "sign"), [("ally", -1), ("rival", 1)])
def test_tempo_answers_to_both_coast_guards(actor: str, sign: int) -> None:
    w, p = case()
    before = mean_days(w, p)
    w.stock[p[actor], COAST_GUARD] *= 2.0
    assert sign * (mean_days(w, p) - before) > 1.0


@pytest.mark.system("S38")
@pytest.mark.parametrize(("instead", "sign"), [(0.0, -1), (2.0, 1)])
def test_belief_in_the_guarantee_moves_tempo_by_a_sign_that_its_figures_leave_open(instead: float, sign: int) -> None:
    low, high = (
        mean_days(*case(tempo_instead=instead, tempo_hazard=0.008, belief=np.full((5, 3), b))) for b in (0.1, 0.9)
    )
    assert sign * (high - low) > 1.0


def test_a_window_of_the_ally_matters_only_where_the_ally_is_the_target() -> None:
    w, p = case()
    p.target[0] = p.partner
    w.stock[p.partner, COAST_GUARD] = 70.0
    before = mean_days(w, p)
    w.window[ALLY_SIDE] = 1.0
    assert mean_days(w, p) == before


def test_the_usual_follows_what_is_done_and_ships_follow_days() -> None:
    w, p = case()
    run(w, p, turn_of(3, empty_tables()))
    assert w.tempo_usual[0] == pytest.approx(0.5 + 0.1 * (w.tempo[0] / DAYS_A_QUARTER - 0.5))
    assert w.tempo_ships[0] == pytest.approx(w.tempo[0] * 3.0 * (100 / 70) ** 0.2)


def test_a_challenger_without_a_coast_guard_stays_within_its_ranges() -> None:
    w, p = case()
    w.stock[p.rival, COAST_GUARD] = 0.0
    run(w, p, turn_of(0, empty_tables()))
    assert 0.0 <= w.tempo[0] <= DAYS_A_QUARTER
    assert np.isfinite(w.tempo_ships[0])


# --- what it leaves alone


def test_no_opportunity_and_no_decision_of_a_crisis_reads_the_tempo() -> None:
    assert set(opportunity.MECHANISM.reads) == {"total_opportunities", "exhaustion", "territory"}
    readers = {m.name for m in mechanisms() if {"tempo", "tempo_usual", "tempo_ships"} & set(m.reads)}
    assert readers & {"crisis.opportunity", "crisis.response", "crisis.deterrence", "crisis.battle"} == set()
    assert readers >= {"crisis.aftermath", "forces.readiness"}
