"""perception.threat: strength, intent and incidents; friends frighten nobody; memory is long."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.core.kernel import plain
from kaname.model.perception.strength import strength
from kaname.model.perception.threat import MECHANISM
from kaname.model.world.samples import SMALL, empty_tables, random_params, random_world
from kaname.words.axes import AIR, WARHEAD
from tests.laws.shown import Shown
from tests.model.perception.ground import ALLY, HOME, PARTNER, PROLIFERATOR, PROTECTOR, RIVAL, calm, runner

SHOWN = Shown("support_force")

run = runner(MECHANISM)


def _settled(change, quarters: int = 200) -> np.ndarray:  # type: ignore[no-untyped-def]
    w, p, tables = calm()
    change(w, p)
    for _ in range(quarters):
        run(w, p, tables)
    return w.threat.copy()


WORLDS = 60


def test_threat_stays_between_none_and_full_in_any_world() -> None:
    for future in range(20):
        rng = np.random.default_rng(future)
        w, p = random_world(rng), random_params(rng)
        run(w, p, empty_tables(SMALL))
        assert (w.threat >= 0.0).all()
        assert (w.threat <= 1.0).all()


def test_a_strong_friend_frightens_nobody() -> None:
    assert _settled(lambda w, p: w.stock.__setitem__((PROTECTOR, AIR), 1e5))[ALLY, PROTECTOR] == 0.0


def test_a_stronger_adversary_frightens_more_and_own_strength_calms() -> None:
    base = _settled(lambda w, p: None)[ALLY, RIVAL]
    assert _settled(lambda w, p: w.stock.__setitem__((RIVAL, AIR), 900.0))[ALLY, RIVAL] > base
    assert _settled(lambda w, p: w.stock.__setitem__((ALLY, AIR), 900.0))[ALLY, RIVAL] < base


def test_warheads_are_no_part_of_the_sum_of_forces() -> None:
    w, p, _ = calm()
    before = plain(strength)(w, p, RIVAL)
    w.stock[RIVAL, WARHEAD] = 1000.0
    assert plain(strength)(w, p, RIVAL) == before


@pytest.mark.system("S28")
def test_unchecked_missiles_raise_the_threat_from_the_proliferator_alone() -> None:
    base = _settled(lambda w, p: None)
    armed = _settled(lambda w, p: w.missiles.__setitem__(slice(None), 500.0))
    assert armed[ALLY, PROLIFERATOR] > base[ALLY, PROLIFERATOR]
    assert armed[ALLY, RIVAL] == base[ALLY, RIVAL]


@pytest.mark.system("S64")
def test_an_incident_is_felt_by_those_whose_stakes_it_touches() -> None:
    def incident(w, p):  # type: ignore[no-untyped-def]
        w.incident[HOME] = 2.0
        p.stake[HOME, ALLY], p.stake[HOME, PROTECTOR] = 1.0, 0.0

    base, felt = _settled(lambda w, p: None), _settled(incident)
    assert felt[ALLY, RIVAL] > base[ALLY, RIVAL]
    assert felt[PROTECTOR, RIVAL] == base[PROTECTOR, RIVAL]


@pytest.mark.system("S60")
def test_an_ally_without_a_guarantee_frightens_its_neighbour_only_as_far_as_it_was_restrained_by_it() -> None:
    def lapsed(weight: float):  # type: ignore[no-untyped-def]
        def change(w, p):  # type: ignore[no-untyped-def]
            p.threat_unrestrained = weight
            w.belief[PARTNER] = 0.0

        return change

    free = _settled(lapsed(0.0))[PARTNER, ALLY]
    assert _settled(lapsed(0.5))[PARTNER, ALLY] > free > _settled(lapsed(-0.3))[PARTNER, ALLY]


def test_threat_fades_slowly() -> None:
    w, p, tables = calm()
    w.threat[ALLY, RIVAL] = 1.0
    run(w, p, tables)
    assert 1.0 > w.threat[ALLY, RIVAL] > 0.8
