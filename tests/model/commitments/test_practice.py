"""commitments.coordination, intelligence and equality: habits grown by use, depth by trust, equality by answers."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.model.commitments.coordination import MECHANISM as COORDINATION
from kaname.model.commitments.equality import ACCEPT, LEAVE, RECIPROCATE
from kaname.model.commitments.equality import MECHANISM as EQUALITY
from kaname.model.commitments.intelligence import MECHANISM as INTELLIGENCE
from kaname.model.world.axes import ALLY_SIDE, NATIONALIST
from kaname.model.world.contract import check_mechanism
from kaname.model.world.levers import LEVER
from tests.model.perception.ground import ABROAD, ALLY, HOME, NET, calm, runner

coordinate, share, equal = runner(COORDINATION), runner(INTELLIGENCE), runner(EQUALITY)


def _after(run, change, quarters: int = 30, future: int = 0):  # type: ignore[no-untyped-def]
    w, p, tables = calm()
    change(w, p)
    for quarter in range(quarters):
        run(w, p, tables, quarter=quarter, future=future)
    return w


def _crises(rng, w, p, tables):  # type: ignore[no-untyped-def]
    w.rung[:] = rng.integers(0, 2, w.rung.shape)


def _occasions(rng, w, p, tables):  # type: ignore[no-untyped-def]
    w.leader_change[:] = rng.integers(0, 2, w.leader_change.shape)
    w.guidelines_age = rng.integers(0, 2)
    w.equality_answer = rng.integers(0, 3)


def test_coordination_touches_what_it_declares() -> None:
    check_mechanism(COORDINATION, prepare=_crises)


def test_intelligence_touches_what_it_declares() -> None:
    check_mechanism(INTELLIGENCE, worlds=40)


def test_equality_touches_what_it_declares() -> None:
    check_mechanism(EQUALITY, prepare=_occasions)


@pytest.mark.system("S06")
def test_a_mechanism_that_is_used_becomes_a_habit_and_one_on_paper_does_not() -> None:
    def use(level: float):  # type: ignore[no-untyped-def]
        def change(w, p):  # type: ignore[no-untyped-def]
            w.lever[LEVER["coordination_use"]], w.lever[LEVER["command_mode"]], w.habit = level, 0.0, 0.2

        return change

    assert _after(coordinate, use(1.0)).habit > 0.5
    assert _after(coordinate, use(0.0)).habit < 0.2


@pytest.mark.system("S07")
def test_a_combined_command_is_use_every_day() -> None:
    def command(mode: float):  # type: ignore[no-untyped-def]
        def change(w, p):  # type: ignore[no-untyped-def]
            w.lever[LEVER["coordination_use"]], w.lever[LEVER["command_mode"]] = 0.3, mode

        return change

    assert _after(coordinate, command(1.0)).habit > _after(coordinate, command(0.0)).habit + 0.1


def test_a_crisis_that_touches_the_ally_teaches() -> None:
    def crisis(place: int, host: int):  # type: ignore[no-untyped-def]
        def change(w, p):  # type: ignore[no-untyped-def]
            w.lever[LEVER["coordination_use"]] = 0.0
            w.rung[place], p.host[ABROAD] = 2, host

        return change

    base = _after(coordinate, lambda w, p: w.lever.__setitem__(LEVER["coordination_use"], 0.0), 1).habit
    assert _after(coordinate, crisis(HOME, -1), 1).habit > base
    assert _after(coordinate, crisis(ABROAD, ALLY), 1).habit > base
    assert _after(coordinate, crisis(ABROAD, -1), 1).habit == base


@pytest.mark.system("S25")
def test_sharing_goes_no_deeper_than_values_and_trust_allow() -> None:
    def aim(level: float, trust: float):  # type: ignore[no-untyped-def]
        def change(w, p):  # type: ignore[no-untyped-def]
            w.lever[LEVER["intelligence"]], w.trust[:] = level, trust
            p.sharing_values, p.sharing_trust = 0.4, 0.5

        return change

    assert _after(share, aim(1.0, 0.2), 400).intelligence_level == pytest.approx(0.5, abs=1e-3)
    assert _after(share, aim(1.0, 1.0), 400).intelligence_level == pytest.approx(0.9, abs=1e-3)
    assert _after(share, aim(0.3, 1.0), 400).intelligence_level == pytest.approx(0.3, abs=1e-3)


@pytest.mark.system("S24")
def test_dependence_and_nationalism_feed_the_demand_for_equality() -> None:
    def fed(w, p):  # type: ignore[no-untyped-def]
        w.public_ideology[NATIONALIST] = 0.6
        w.delivered[ALLY_SIDE] = 0.05

    assert _after(equal, fed).autonomy_demand > _after(equal, lambda w, p: None).autonomy_demand + 0.05


@pytest.mark.system("S24")
@pytest.mark.parametrize(
    ("cheap", "answer"), [("accept_cost", ACCEPT), ("reciprocate_cost", RECIPROCATE), ("leave_cost", LEAVE)]
)
def test_each_of_the_three_answers_is_chosen_when_it_costs_least(cheap: str, answer: int) -> None:
    def costs(w, p):  # type: ignore[no-untyped-def]
        p.accept_cost, p.reciprocate_cost, p.leave_cost = 3.0, 3.0, 5.0
        p[cheap] = 0.0
        p.choice_precision, w.autonomy_demand = 20.0, 0.9
        w.leader_change[ALLY_SIDE], w.capital[ALLY_SIDE] = 1.0, 0.2

    chosen = [int(_after(equal, costs, 1, future).equality_answer) for future in range(12)]
    assert chosen.count(answer) == 12


@pytest.mark.system("S24")
def test_an_answer_other_than_acceptance_relieves_the_demand() -> None:
    def answered(answer: int):  # type: ignore[no-untyped-def]
        return lambda w, p: w.__setattr__("equality_answer", answer)

    assert _after(equal, answered(RECIPROCATE)).autonomy_demand < _after(equal, answered(ACCEPT)).autonomy_demand


def test_without_an_occasion_the_answer_stands() -> None:
    w = _after(equal, lambda w, p: w.__setattr__("equality_answer", LEAVE))
    assert w.equality_answer == LEAVE
    assert w.rung[NET] == 0


def test_habit_stays_a_share() -> None:
    for use in (0.0, 0.5, 1.0):
        w = _after(coordinate, lambda w, p, use=use: w.lever.__setitem__(LEVER["coordination_use"], use), 200)
        assert np.isfinite(w.habit)
        assert 0.0 <= w.habit <= 1.0
