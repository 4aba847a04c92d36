"""Belief in the guarantee is the chance of fighting that the game uses, for every observer at every place."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.compile.compiled import Compiled
from kaname.core.kernel import plain
from kaname.model.crisis.nature import find_legality, is_bound
from kaname.model.crisis.rounds import begin
from kaname.model.crisis.thinking import actor_in, think
from kaname.model.world.turn import at
from kaname.study.crises.case import Case, eve_of
from kaname.words.moves import CHALLENGER, FIGHT, GUARANTOR, MILITARY, REFUSE, TARGET

CLOSE = 0.05
FIGHTING_PLACES = ("senkaku", "korea_missile", "taiwan", "south_china_sea", "sea_lanes", "peninsula")


def expected_fight(case: Case, world: np.record, params: np.record, role: int) -> float:
    """Chance of fighting that the side in `role` reckons with in the reference case: arms used, resisted by force."""
    form, k = case.form, case.contingency
    turn = at(case.turn(case.tables), k, 0)
    begin(turn.board[0])
    plain(find_legality)(world, params, turn, k)
    plain(think)(world, params, turn, k, role, 1)
    found = []
    for n in range(int(form.nodes)):
        first, count = form.first[n], form.children[n]
        moves = [form.move[c] for c in range(first, first + count)]
        if form.owner[n] == GUARANTOR and FIGHT in moves and form.response[n] == MILITARY and form.answer[n] != REFUSE:
            found.append(turn.board[0].own_odds[role, first + moves.index(FIGHT)])
    return float(found[-1])


@pytest.mark.parametrize("place", FIGHTING_PLACES)
@pytest.mark.parametrize("role", [CHALLENGER, TARGET])
def test_belief_is_the_chance_that_the_game_uses(flagship: Compiled, place: str, role: int) -> None:
    case = Case(flagship, "as_is", list(flagship.axes["contingency"]).index(place), runs=2, central=True)
    eve = eve_of(case)
    for belief in (0.0, 0.2, 0.5, 0.8, 1.0):
        eve.worlds.belief[:] = belief
        assert expected_fight(case, eve.worlds[0], eve.params[0], role) == pytest.approx(belief, abs=CLOSE)


def test_as_it_stands_every_observer_in_the_crisis_uses_its_own_belief(flagship: Compiled) -> None:
    for k, place in enumerate(flagship.axes["contingency"]):
        if place not in FIGHTING_PLACES:
            continue
        case = Case(flagship, "as_is", k, runs=1, central=True)
        eve = eve_of(case)
        for role in (CHALLENGER, TARGET):
            actor = actor_in(eve.params[0], k, role)
            held = float(eve.worlds[0].belief[actor, k])
            assert expected_fight(case, eve.worlds[0], eve.params[0], role) == pytest.approx(held, abs=CLOSE)


def test_the_guarantor_is_bound_as_often_as_it_believes(flagship: Compiled) -> None:
    case = Case(flagship, "as_is", list(flagship.axes["contingency"]).index("taiwan"), runs=1, central=True)
    eve = eve_of(case)
    w, p = eve.worlds[0], eve.params[0]
    bound = [plain(is_bound)(w, p, at(case.turn(case.tables, run=n), case.contingency, 0), case.contingency)
             for n in range(800)]  # fmt: skip
    assert np.mean(bound) == pytest.approx(w.belief[p.protector, case.contingency], abs=CLOSE)


def test_a_treaty_territory_is_not_believed_less_defended_than_reefs_or_a_place_without_treaty(
    flagship: Compiled,
) -> None:
    places = list(flagship.axes["contingency"])
    eve = eve_of(Case(flagship, "as_is", 0, runs=1, central=True))
    belief = eve.worlds[0].belief
    for other in ("taiwan", "south_china_sea"):
        assert (belief[:, places.index("senkaku")] > belief[:, places.index(other)]).all()


def test_the_first_quarter_leaves_the_starting_belief_where_it_stood(flagship: Compiled) -> None:
    eve = eve_of(Case(flagship, "as_is", 0, runs=1, central=True))
    assert np.abs(eve.worlds[0].belief - flagship.start[0]["belief"]).max() < CLOSE
