"""The host as fourth party: its soil struck, its forces lost, its own fire, and what all of that is worth."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from kaname.words.axes import AIR, INTERCEPTOR_LOWER, INTERCEPTOR_UPPER, SURFACE
from kaname.words.moves import GUARANTOR, HOST

SEIZE, BASES_FIRST = 0, 1
US, JP, CN = 0, 1, 2
More = Callable[[np.ndarray, np.ndarray], bool]


def war(theatre: Any, plan: int = BASES_FIRST, arrival: float = 2.0, days: float = 28.0, **orders: int) -> np.recarray:
    """A campaign over Taiwan; orders: camp_host_fire, camp_host_answers or access."""
    arm = theatre.copy()
    for name, value in orders.items():
        arm.worlds[name] = value
    return arm.fight("taiwan", plan, arrival, days)


@pytest.mark.system("S59")
def test_a_host_that_stays_out_loses_no_unit_but_its_soil_is_struck_where_bases_are_open(theatre: Any) -> None:
    after = war(theatre)
    assert after.losses[:, JP].max() == 0.0
    assert after.struck[:, JP].mean() > 0
    assert war(theatre, access=0).struck[:, JP].max() == 0.0


@pytest.mark.system("S59")
def test_a_host_whose_bases_are_struck_and_that_answers_loses_aircraft_and_ships_as_published_games_say(
    theatre: Any,
) -> None:
    """Published: 122 aircraft (112 in summaries) and 26 ships, 144 and 15: within half and one and a half of these."""
    after = war(theatre, camp_host_answers=1)
    assert 112 / 2 < after.losses[:, JP, AIR].mean() < 144 * 1.5
    assert 15 / 2 < after.losses[:, JP, SURFACE].mean() < 26 * 1.5


def test_a_host_is_not_drawn_in_where_nobody_strikes_its_soil(theatre: Any) -> None:
    after = war(theatre, SEIZE, camp_host_answers=1)
    assert after.camp_host_fire.max() == 0
    assert after.losses[:, JP].max() == 0.0


def test_its_own_fire_costs_the_challenger_and_keeps_more_of_the_objective(theatre: Any, more: More) -> None:
    out, fires = war(theatre, SEIZE), war(theatre, SEIZE, camp_host_fire=1)
    assert more(fires.losses[:, CN, SURFACE], out.losses[:, CN, SURFACE])
    assert more(out.camp_control, fires.camp_control)


def test_a_host_that_is_the_target_is_no_party_of_its_own(theatre: Any) -> None:
    arm = theatre.copy()
    arm.worlds["camp_host_fire"] = 1
    after = arm.fight("senkaku", BASES_FIRST, 2.0, 20.0)
    assert after.camp_start[:, HOST].max() == 0.0
    assert after.camp_bases_open[:, HOST].max() == 0.0


def test_the_ally_and_its_guarantor_share_defences_wherever_the_ally_fights(theatre: Any, more: More) -> None:
    """Over Taiwan the ally is the host: its interceptors help the guarantor's bases, and the target's do not."""
    arms = []
    for lever in (0.0, 1.0):
        arm = theatre.copy()
        arm.lever("defence_architecture", lever)
        arm.worlds["stock"][:, 5, [INTERCEPTOR_UPPER, INTERCEPTOR_LOWER]] = 0.0
        arm.worlds["stock"][:, JP, [INTERCEPTOR_UPPER, INTERCEPTOR_LOWER]] *= 10.0
        arm.worlds["stock"][:, US, [INTERCEPTOR_UPPER, INTERCEPTOR_LOWER]] = 0.0
        arms.append(arm.fight("taiwan", BASES_FIRST, 0.0, 6.0))
    apart, shared = arms
    assert more(apart.camp_parked_lost[:, GUARANTOR], shared.camp_parked_lost[:, GUARANTOR])


@pytest.mark.system("S59")
def test_a_strike_on_a_lent_base_is_on_the_hosts_soil_and_on_the_guarantors_forces(theatre: Any) -> None:
    after = war(theatre, SEIZE)
    assert after.bases_struck[:, US].max() == 0.0
    after = war(theatre)
    assert after.bases_struck[:, JP].max() == 0.0
    assert after.bases_struck[:, US].mean() > 0
    assert after.struck[:, JP].mean() > 0
    assert (after.struck[:, JP] + after.struck[:, US]) == pytest.approx(after.bases_struck[:, US])
