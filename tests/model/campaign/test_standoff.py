"""Strike missiles fly at ships, and ships keep their distance while the challenger still has missiles."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from kaname.words.axes import AIR, STRIKE, SURFACE
from kaname.words.moves import CHALLENGER, GUARANTOR, HOST, TARGET

SEIZE, BLOCKADE = 0, 2
US, JP, CN = 0, 1, 2
TAIWAN = 2
More = Callable[[np.ndarray, np.ndarray], bool]


def over_taiwan(theatre: Any, days: float = 10.0, **settings: float) -> np.recarray:
    """The worlds after a quick seizure of Taiwan met on day 0, with some figures set."""
    arm = theatre.copy()
    for name, value in settings.items():
        arm.params[name] = value
    return arm.fight("taiwan", SEIZE, 0.0, days)


def test_missiles_at_ships_sink_landing_ships_and_escorts(theatre: Any, more: More) -> None:
    at_ships, none = over_taiwan(theatre, counter_ships=1.0), over_taiwan(theatre, counter_ships=0.0)
    assert more(at_ships.landing_sunk[:, CN], none.landing_sunk[:, CN])
    assert more(at_ships.losses[:, CN, SURFACE], none.losses[:, CN, SURFACE])
    assert more(none.camp_lodgement, at_ships.camp_lodgement)


def test_what_flies_at_ships_does_not_fly_at_the_challengers_soil(theatre: Any, more: More) -> None:
    """Where the challenger's homeland is open to strikes, missiles that sink ships leave its parked aircraft alone."""
    at_ships = over_taiwan(theatre, counter_ships=1.0, homeland_sanctuary=0)
    at_soil = over_taiwan(theatre, counter_ships=0.0, homeland_sanctuary=0)
    assert at_ships.camp_parked_lost[:, CHALLENGER].max() == 0.0
    assert more(at_soil.camp_parked_lost[:, CHALLENGER], at_ships.camp_parked_lost[:, CHALLENGER])


def test_ships_are_fired_at_where_the_homeland_is_spared(theatre: Any, more: More) -> None:
    spared = over_taiwan(theatre, counter_ships=1.0, homeland_sanctuary=1)
    assert spared.camp_parked_lost[:, CHALLENGER].max() == 0.0
    assert more(spared.camp_start[:, GUARANTOR, STRIKE], spared.camp_units[:, GUARANTOR, STRIKE])


def test_a_missile_that_finds_no_ship_sinks_none(theatre: Any) -> None:
    blind, none = over_taiwan(theatre, sea_seeker=0.0, counter_ships=1.0), over_taiwan(theatre, counter_ships=0.0)
    lost, without = (after.camp_landing_lost[:, CHALLENGER].mean() for after in (blind, none))
    assert lost == pytest.approx(without, rel=0.02)
    assert lost > 0.0


def test_no_missile_is_spent_on_ships_before_the_guarantor_fights(theatre: Any) -> None:
    arm = theatre.copy()
    arm.params["counter_ships"] = 1.0
    after = arm.fight("taiwan", SEIZE, 1000.0, 5.0)
    present = after.camp_start[:, GUARANTOR, STRIKE] - after.camp_reserve[:, GUARANTOR, STRIKE]
    np.testing.assert_array_equal(after.camp_units[:, GUARANTOR, STRIKE], present)
    assert (after.camp_units[:, TARGET, STRIKE] < after.camp_start[:, TARGET, STRIKE]).any()


def test_ships_that_keep_back_are_lost_less_often_and_aircraft_fly_on(theatre: Any, more: More) -> None:
    arms = []
    for share in (0.9, 0.0):
        arm = theatre.copy()
        arm.params["ship_standoff"], arm.worlds["camp_host_fire"] = share, 1
        arms.append(arm.fight("taiwan", SEIZE, 0.0, 5.0))
    back, forward = arms
    assert more(forward.losses[:, US, SURFACE], back.losses[:, US, SURFACE])
    assert more(forward.losses[:, JP, SURFACE], back.losses[:, JP, SURFACE])
    assert back.losses[:, US, AIR].mean() > forward.losses[:, US, AIR].mean() / 2.0 > 0.0


def test_ships_come_near_once_the_challengers_missiles_are_spent(theatre: Any) -> None:
    """Without strike missiles of the challenger the share that keeps back moves nothing."""
    arms = []
    for share in (0.9, 0.0):
        arm = theatre.copy()
        arm.worlds["stock"][:, CN, STRIKE] = 0.0
        arm.params["ship_standoff"], arm.worlds["camp_host_fire"] = share, 1
        arms.append(arm.fight("taiwan", SEIZE, 0.0, 5.0))
    for party in (GUARANTOR, HOST):
        np.testing.assert_array_equal(arms[0].camp_units[:, party, SURFACE], arms[1].camp_units[:, party, SURFACE])


def test_a_target_has_no_room_to_keep_its_ships_back(theatre: Any) -> None:
    arms = []
    for share in (0.9, 0.0):
        arm = theatre.copy()
        arm.params["ship_standoff"] = share
        arms.append(arm.fight("senkaku", BLOCKADE, 1000.0, 5.0))
    np.testing.assert_array_equal(arms[0].camp_units[:, TARGET, SURFACE], arms[1].camp_units[:, TARGET, SURFACE])
    assert arms[0].losses[:, JP, SURFACE].max() > 0.0


def test_troops_by_air_land_where_ships_are_gone_and_need_the_sky(theatre: Any, more: More) -> None:
    arms = []
    for battalions in (3.0, 0.0):
        arm = theatre.copy()
        arm.params["air_landed"][:, TAIWAN], arm.params["lift_per_ship"] = battalions, 0.0
        arms.append(arm.fight("taiwan", SEIZE, 1000.0, 8.0))
    assert more(arms[0].camp_lodgement, arms[1].camp_lodgement)
    early = theatre.copy()
    early.params["air_landed"][:, TAIWAN], early.params["lift_per_ship"] = 3.0, 0.0
    assert more(arms[0].camp_lodgement, early.fight("taiwan", SEIZE, 0.0, 8.0).camp_lodgement)
