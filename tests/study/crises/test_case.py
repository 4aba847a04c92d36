"""The eve of an injected crisis: the ensemble's own world, with an opportunity where one was asked for."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from kaname.compile.compiled import Compiled
from kaname.core.errors import InputError
from kaname.study.crises.case import Case, Eve, eve_of
from kaname.study.crises.play import events_of, play, trust_afterwards
from kaname.study.design import Design
from kaname.study.replay import quarters_of

SEARCHED = 60
COUNTED_ELSEWHERE = {"total_opportunities", "total_endings", "total_challenges", "chain_code", "chain_quarter"}


def first_alone(flagship: Compiled, k: int) -> tuple[int, np.ndarray]:
    """A future whose first quarter has one opportunity, in contingency k, and its world after that quarter."""
    design = Design("us-japan", ("as_is",), SEARCHED, years=1)
    for future in range(SEARCHED):
        world = next(iter(quarters_of(flagship, design, "as_is", future))).world[0]
        if world["opportunity"][k] == 1 and world["opportunity"].sum() == 1:
            return future, world
    raise AssertionError("no such future; search further")


def test_an_injected_crisis_is_the_one_that_the_ensemble_plays_where_it_draws_that_opportunity(
    flagship: Compiled,
) -> None:
    future, drawn = first_alone(flagship, 0)
    one = Case(flagship, "as_is", 0, runs=future + 1)
    played = play(one, eve_of(one)).worlds[future]
    for name in ("ending", "rung", "conduct", "access", "casualties", "territory", "blame", "incident", "decision_days",
                 "picture_delay", "belief", "stock", "losses", "camp_day", "last_control"):  # fmt: skip
        np.testing.assert_array_equal(played[name], drawn[name], err_msg=name)
    assert played["total_endings"].sum() == 1


def test_a_run_is_the_same_among_few_runs_and_among_many(case: Case, eve: Eve) -> None:
    few = replace(case, runs=3)
    assert eve_of(few).worlds[2] == eve.worlds[2]
    assert play(few, eve_of(few)).ending[2] == play(case, eve).ending[2]


def test_playing_leaves_the_eve_as_it_was(case: Case, eve: Eve) -> None:
    before = eve.worlds.tobytes()
    first, again = play(case, eve), play(case, eve)
    assert eve.worlds.tobytes() == before
    assert first.worlds.tobytes() == again.worlds.tobytes()


def test_only_the_contingency_asked_for_and_its_fronts_have_an_opportunity(flagship: Compiled) -> None:
    worlds = eve_of(Case(flagship, "as_is", 1, runs=2, fronts=(2,))).worlds
    assert worlds.opportunity.tolist() == [[0, 1, 1, 0, 0, 0, 0]] * 2


def test_the_moves_read_are_those_of_the_log(case: Case, eve: Eve) -> None:
    played = play(case, eve)
    assert (played.moves[:, 0] >= 0).all()
    assert ((played.moves[:, 0] > 0) == played.challenged).all()
    challenged = int(np.flatnonzero(played.challenged)[0])
    told = events_of(case, eve, challenged)
    kinds = set(told[:, 2].astype(int))
    assert len(told) > 2
    assert kinds


def test_later_dates_start_from_later_worlds(flagship: Compiled) -> None:
    now, later = (eve_of(Case(flagship, "as_is", 0, quarter=q, runs=2)).worlds for q in (0, 8))
    assert (later.gdp != now.gdp).any()
    assert (later.total_opportunities.sum(axis=1) > 0).any()


def test_conduct_elsewhere_moves_beliefs_and_trust_here(flagship: Compiled) -> None:
    fought, aside = (eve_of(Case(flagship, "as_is", 0, runs=4, conduct=(6, value))) for value in (1.0, -1.0))
    ally = int(fought.params.ally[0])
    assert (fought.worlds.belief[:, ally, 0] > aside.worlds.belief[:, ally, 0]).all()
    assert (fought.worlds.trust[:, 1] > aside.worlds.trust[:, 1]).all()


def test_trust_afterwards_is_nothing_where_nobody_acted(case: Case, eve: Eve) -> None:
    played = play(case, eve)
    change = trust_afterwards(case, eve, played)
    assert np.abs(change[~played.challenged]).max() < 1e-12
    assert np.abs(change[played.challenged]).max() > 0


@pytest.mark.parametrize("runs", [0, 10_001])
def test_too_few_and_too_many_runs_are_told(flagship: Compiled, runs: int) -> None:
    with pytest.raises(InputError, match=rf"{runs} is outside 1..10000"):
        Case(flagship, "as_is", 0, runs=runs)
