"""What crises leave behind: people, objects, memories, blame."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.core.kernel import plain
from kaname.model.crisis.aftermath import MECHANISM
from kaname.model.crisis.payoffs import gain_of_rung
from kaname.model.world.samples import empty_tables, random_params, random_world, turn_of
from kaname.words.axes import (
    BLAME_ABSENCE,
    END_CONCESSION,
    END_FAIT_ACCOMPLI,
    END_LIMITED_WAR,
    END_SETTLEMENT,
    END_STATUS_QUO,
)
from kaname.words.moves import WIDENED_RUNG
from tests.laws.shown import Shown
from tests.model.crisis.ground import TRIO, prepare_end

SHOWN = Shown("support_alliance.ally")

run = plain(MECHANISM.run)


def after(number: int = 0, future: int = 0, **changes: Any) -> tuple[Any, Any]:
    """World and parameters after the aftermath of one crisis in contingency 0, of the ally's own."""
    rng = np.random.default_rng(number)
    w, p = random_world(rng), random_params(rng)
    w.rung[:], w.ending[:], w.losses[:], w.territory[:] = 0, 0, 0.0, 0.8
    w.rung[0], p.target[0], w.tempo[:] = 2, p.ally, 0.0
    w.disaster_losses = 0.0
    p.cyber_case[:] = p.missile_case[:] = p.blockade_case[:] = 0.0
    p.lasting_share, p.regained_share, p.gain_middle[:] = 0.2, 0.1, 0.5
    for name, value in changes.items():
        record = w if name in w.dtype.names else p
        record[name] = value
    w.ending[0] = changes.get("ending", END_STATUS_QUO)
    run(w, p, turn_of(future, empty_tables()))
    return w, p


WORLDS = 200
PREPARE = prepare_end
SCENARIO = TRIO


def test_people_are_lost_with_their_units_and_to_missiles_on_bases() -> None:
    rng = np.random.default_rng(1)
    w, p = random_world(rng), random_params(rng)
    run(w, p, turn_of(0, empty_tables()))
    with_units = (w.losses * p.people_per_unit).sum(axis=1) + w.landing_sunk * p.people_per_landing_ship
    at_bases = w.bases_struck * p.people_per_strike + w.struck * p.people_around
    assert w.casualties == pytest.approx((with_units + at_bases) / 1000)


@pytest.mark.parametrize(
    ("ending", "held"),
    [
        (END_FAIT_ACCOMPLI, 0.0),
        (END_CONCESSION, 0.8 * (1 - 0.2 * 0.5)),
        (END_SETTLEMENT, 0.8 * (1 - 0.2 * 0.5 / 2)),
        (END_STATUS_QUO, 0.8 + 0.1 * 0.2),
    ],
)
def test_the_object_fares_as_the_crisis_ended(ending: int, held: float) -> None:
    assert after(ending=ending)[0].territory[0] == pytest.approx(held)


@pytest.mark.parametrize("rung", range(1, WIDENED_RUNG + 1))
def test_a_concession_yields_what_the_payoffs_say_is_at_issue_on_its_rung(rung: int) -> None:
    w, p = after(ending=END_CONCESSION, rung=rung, gain_low=0.3)
    yielded = plain(gain_of_rung)(p, 0, rung)
    assert yielded == (0.0, 0.3, 0.5, 1.0, 1.0, 1.0)[rung]
    assert w.territory[0] == pytest.approx(0.8 * (1 - 0.2 * yielded))


def test_after_a_war_the_target_holds_what_the_challenger_does_not_control() -> None:
    assert after(ending=END_LIMITED_WAR, last_control=0.35)[0].territory[0] == pytest.approx(0.65)


@pytest.mark.parametrize(
    ("ending", "held"),
    [
        (END_FAIT_ACCOMPLI, 0.8 * (1 - 0.2)),
        (END_CONCESSION, 0.8 * (1 - 0.2 * 0.5)),
        (END_SETTLEMENT, 0.8 * (1 - 0.2 * 0.5 / 2)),
        (END_LIMITED_WAR, 0.8 * (1 - 0.2 * 0.35)),
        (END_STATUS_QUO, 0.8 + 0.1 * 0.2),
    ],
)
def test_where_the_object_is_no_territory_what_is_yielded_lasts_in_part(ending: int, held: float) -> None:
    assert after(ending=ending, cyber_case=1.0, last_control=0.35)[0].territory[0] == pytest.approx(held)


def test_and_it_wears_off_when_nothing_happens() -> None:
    assert after(missile_case=1.0)[0].territory[1] == pytest.approx(0.8 + 0.1 * 0.2)
    assert after()[0].territory[1] == 0.8


def test_where_nothing_happened_only_memory_fades() -> None:
    w, p = after()
    assert w.territory[1] == 0.8
    before = random_world(np.random.default_rng(0)).incident[1]
    assert w.incident[1] == pytest.approx(min(10.0, before * p.incident_memory))


def test_a_quarter_of_presence_on_every_day_is_remembered_like_an_incident() -> None:
    quiet, p = after(incident_memory=0.8, incident=1.0, incident_pushing=0.1)
    pushed, _ = after(incident_memory=0.8, incident=1.0, incident_pushing=0.1, tempo=np.array([0.0, 91.0, 45.5]))
    assert pushed.incident - quiet.incident == pytest.approx([0.0, 0.1, 0.05])
    assert (pushed.territory == quiet.territory).all()


@given(number=st.integers(0, 300), ending=st.integers(1, 7))
def test_blame_stays_a_distribution(number: int, ending: int) -> None:
    shares = np.random.default_rng(number).dirichlet([1, 1, 1])
    w, _ = after(number, number, ending=ending, blame=shares, conduct=-1.0, losses=1.0, last_control=0.5)
    assert w.blame.sum() == pytest.approx(1.0)
    assert (w.blame >= 0).all()


@pytest.mark.system("S27")
def test_which_way_blame_falls_is_a_draw_whose_odds_conduct_moves() -> None:
    def absence(conduct: float, odds: float) -> int:
        found = Counter(
            int(np.argmax(after(0, future, ending=END_LIMITED_WAR, losses=5.0, conduct=conduct, blame=0.3,
                                blame_absence=odds, blame_else=-2.0, blame_speed=0.9, people_per_unit=9.0)[0].blame))
            for future in range(150)
        )  # fmt: skip
        return found[BLAME_ABSENCE]

    stood_aside, helped, signed_the_other_way = absence(-1.0, 2.0), absence(1.0, 2.0), absence(-1.0, -3.0)
    assert stood_aside > helped
    assert signed_the_other_way <= helped
    assert 0 < helped < stood_aside < 150
