"""What the systems of the campaign do: paired campaigns of the flagship that differ in one thing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from kaname.words.axes import AIR, BASE, INTERCEPTOR_LOWER, INTERCEPTOR_UPPER, STRIKE
from kaname.words.moves import CHALLENGER, TARGET

SEIZE, BASES_FIRST, BLOCKADE = range(3)
NEVER = 1000.0
US, JP, CN = 0, 1, 2
Paired = Callable[..., tuple[np.recarray, np.recarray]]
More = Callable[[np.ndarray, np.ndarray], bool]


def as_it_is(theatre: Any) -> None:
    """Change nothing."""


def lever(name: str, value: float) -> Callable[[Any], None]:
    return lambda theatre: theatre.lever(name, value)


def field(name: str, value: Any) -> Callable[[Any], None]:
    def shape(theatre: Any) -> None:
        theatre.worlds[name] = value

    return shape


def of_strength(factor: float, doctrine: float) -> Callable[[Any], None]:
    """A theatre in which the ally has so many times its ships, aircraft, submarines and batteries, and a doctrine."""

    def shape(theatre: Any) -> None:
        theatre.worlds["stock"][:, JP, :4] *= factor
        theatre.lever("doctrine", doctrine)

    return shape


@pytest.mark.system("S41")
def test_active_denial_keeps_more_force_in_being_where_the_ally_is_weak_and_forward_defence_where_it_is_strong(
    paired: Paired, more: More
) -> None:
    """What forward defence sinks of a first wave no longer fires at the defender: with enough force that outweighs."""
    weak_denial, weak_forward = paired(of_strength(0.5, 1.0), of_strength(0.5, 0.0), "senkaku", SEIZE, 15.0)
    assert more(weak_denial.last_force_in_being, weak_forward.last_force_in_being)
    assert more(weak_forward.losses[:, JP, AIR], weak_denial.losses[:, JP, AIR])
    strong_denial, strong_forward = paired(of_strength(2.0, 1.0), of_strength(2.0, 0.0), "senkaku", SEIZE, 20.0)
    assert more(strong_forward.last_force_in_being, strong_denial.last_force_in_being)


@pytest.mark.system("S41")
def test_active_denial_gives_up_the_sea_and_air_meanwhile(paired: Paired, more: More) -> None:
    denial, forward = paired(lever("doctrine", 1.0), lever("doctrine", 0.0), "senkaku", SEIZE, NEVER, 4.0)
    assert more(denial.camp_sea_control, forward.camp_sea_control)


@pytest.mark.system("S42")
def test_later_help_finds_less_force_in_being_and_more_lost(theatre: Any, more: More) -> None:
    early, late = theatre.copy().fight("senkaku", SEIZE, 3.0), theatre.copy().fight("senkaku", SEIZE, 25.0)
    assert more(early.last_force_in_being, late.last_force_in_being)
    assert more(late.camp_control, early.camp_control)


@pytest.mark.system("S43")
def test_more_sites_lower_what_is_lost_on_the_ground(paired: Paired, more: More) -> None:
    spread, packed = paired(field("dispersal", 1.0), field("dispersal", 0.0), "senkaku", BASES_FIRST, NEVER, 3.0)
    assert more(packed.losses[:, JP, AIR], spread.losses[:, JP, AIR])


@pytest.mark.system("S43")
def test_dispersal_costs_sorties_and_cover(theatre: Any, more: More) -> None:
    """Where no missile is fired at bases, flying from civil airfields only loses sorties: dispersal can lose."""
    arms = []
    for share in (1.0, 0.0):
        arm = theatre.copy()
        arm.worlds["dispersal"], arm.worlds["stock"][:, CN, STRIKE] = share, 0.0
        arms.append(arm.fight("senkaku", SEIZE, NEVER, 5.0))
    assert more(arms[0].camp_sea_control, arms[1].camp_sea_control)


@pytest.mark.system("S43")
def test_shelters_save_aircraft(theatre: Any, more: More) -> None:
    arms = []
    for share in (0.6, 0.0):
        arm = theatre.copy()
        arm.params["shelter_share"][:, JP] = share
        arms.append(arm.fight("senkaku", BASES_FIRST, NEVER, 3.0).losses[:, JP, AIR])
    assert more(arms[1], arms[0])


@pytest.mark.system("S44")
def test_more_interceptors_let_fewer_missiles_through(theatre: Any, more: More) -> None:
    arms = []
    for factor in (0.0, 1.0, 3.0):
        arm = theatre.copy()
        arm.worlds["stock"][:, JP, [INTERCEPTOR_UPPER, INTERCEPTOR_LOWER]] *= factor
        arms.append(arm.fight("senkaku", BASES_FIRST, NEVER, 5.0).camp_leakers)
    assert more(arms[0], arms[1])
    assert more(arms[1], arms[2])


@pytest.mark.system("S44")
def test_integrated_defences_lend_each_other_interceptors(paired: Paired, more: More) -> None:
    one, two = paired(
        lever("defence_architecture", 1.0), lever("defence_architecture", 0.0), "senkaku", SEIZE, 0.0, 10.0
    )
    assert more(two.camp_leakers, one.camp_leakers)


@pytest.mark.system("S45")
def test_counterstrike_thins_later_salvoes(paired: Paired, more: More) -> None:
    on, off = paired(lever("counterstrike", 1.0), lever("counterstrike", 0.0), "korea_missile", SEIZE, NEVER)
    assert more(off.camp_leakers, on.camp_leakers)
    assert more(off.camp_control, on.camp_control)


@pytest.mark.system("S45")
def test_counterstrike_that_law_forbids_does_nothing(theatre: Any) -> None:
    arms = []
    for value in (0.0, 1.0):
        arm = theatre.copy()
        arm.lever("counterstrike", value)
        arm.worlds["permit"] = 0
        arms.append(arm.fight("senkaku", BASES_FIRST, NEVER))
    assert np.array_equal(arms[0].losses, arms[1].losses)


@pytest.mark.system("S07")
def test_combined_command_wastes_less_fire(paired: Paired, more: More) -> None:
    def strangers(mode: float) -> Callable[[Any], None]:
        def shape(theatre: Any) -> None:
            theatre.lever("command_mode", mode)
            theatre.worlds["habit"] = 0.0

        return shape

    combined, parallel = paired(strangers(1.0), strangers(0.0), "senkaku", SEIZE, 2.0)
    assert more(parallel.camp_sea_control, combined.camp_sea_control)


@pytest.mark.system("S10")
def test_unclear_roles_waste_delivered_capability(paired: Paired, more: More) -> None:
    clear, unclear = paired(field("role_clarity", 1.0), field("role_clarity", 0.0), "senkaku", SEIZE, NEVER, 4.0)
    assert more(unclear.camp_sea_control, clear.camp_sea_control)


@pytest.mark.system("S25")
def test_shared_intelligence_gets_aircraft_off_the_ground_in_time(paired: Paired, more: More) -> None:
    warned, blind = paired(
        field("intelligence_level", 1.0), field("intelligence_level", 0.0), "senkaku", BASES_FIRST, NEVER, 3.0
    )
    assert more(blind.losses[:, JP, AIR], warned.losses[:, JP, AIR])


@pytest.mark.system("S36")
def test_a_readier_ally_contests_more(theatre: Any, more: More) -> None:
    arms = []
    for ready in (0.8, 0.4):
        arm = theatre.copy()
        arm.worlds["readiness"][:, JP] = ready
        arms.append(arm.fight("senkaku", SEIZE, NEVER, 4.0).camp_sea_control)
    assert more(arms[1], arms[0])


@pytest.mark.system("S39")
def test_a_second_front_in_the_same_quarter_finds_fewer_forces(theatre: Any, more: More) -> None:
    alone = theatre.copy().fight("senkaku", SEIZE, 5.0)
    both = theatre.copy()
    both.fight("korea_missile", SEIZE, 5.0)
    both = both.fight("senkaku", SEIZE, 5.0)
    assert more(alone.camp_start[:, TARGET, AIR], both.camp_start[:, TARGET, AIR])
    assert more(both.camp_control, alone.camp_control)


@pytest.mark.system("S59")
def test_without_the_host_the_guarantor_has_fewer_bases_and_does_less(paired: Paired, more: More) -> None:
    refused, granted = paired(field("access", 0), field("access", 2), "taiwan", SEIZE, 3.0)
    assert (granted.camp_host_bases > refused.camp_host_bases).all()
    assert more(refused.camp_sea_control, granted.camp_sea_control)


@pytest.mark.system("S42")
def test_forces_present_on_day_zero_wait_for_release(theatre: Any) -> None:
    after = theatre.fight("senkaku", SEIZE, NEVER)
    assert (after.camp_start[:, 2, AIR] > 0).all()
    assert after.losses[:, US].max() == 0.0


def test_a_plan_that_puts_bases_first_strikes_the_guarantor_before_it_is_released(theatre: Any) -> None:
    after = theatre.fight("senkaku", BASES_FIRST, NEVER)
    assert (after.losses[:, US, AIR] > 0).mean() > 0.5


def test_the_two_theories_of_attrition_differ(theatre: Any, more: More) -> None:
    arms = []
    for theory in (0, 1):
        arm = theatre.copy()
        arm.params["attrition_theory"] = theory
        arms.append(arm.fight("senkaku", SEIZE, 10.0).losses[:, CN, AIR])
    assert more(arms[0], arms[1]) or more(arms[1], arms[0])


def test_a_blockade_presses_without_landing(theatre: Any) -> None:
    after = theatre.fight("senkaku", BLOCKADE, NEVER)
    assert after.camp_lodgement.max() == 0.0
    assert after.camp_control.min() > 0.0


def test_bases_come_back_by_repair(theatre: Any) -> None:
    theatre.worlds["stock"][:, CN, STRIKE] = 400.0
    early, late = (
        theatre.copy().fight("senkaku", BASES_FIRST, NEVER, 3.0),
        theatre.fight("senkaku", BASES_FIRST, NEVER, 30.0),
    )
    running = late.camp_over == 0
    assert early.camp_bases_closed[running, TARGET].mean() > late.camp_bases_closed[running, TARGET].mean()
    assert late.losses[:, :, BASE].max() == 0.0
    assert (late.camp_units[:, CHALLENGER, STRIKE] >= 0).all()


def test_hits_that_leave_a_base_open_keep_tankers_away(theatre: Any, more: More) -> None:
    """A runway that hardly any salvo closes is still cut for tankers by few hits."""
    arms = []
    for hits in (2, 60):
        arm = theatre.copy()
        arm.params["runway_hits"], arm.params["tanker_hits"] = 60, hits
        arm.params["planned_leak"] = 1.0
        arm.worlds["stock"][:, CN, STRIKE] = 3000.0
        arms.append(arm.fight("senkaku", BASES_FIRST, NEVER, 3.0))
    few, many = arms
    assert few.camp_bases_closed[:, TARGET].mean() < few.camp_tanker_short[:, TARGET].mean()
    assert more(few.camp_tanker_short[:, TARGET], many.camp_tanker_short[:, TARGET])
    assert (few.camp_tanker_short <= few.camp_bases_open).all()
