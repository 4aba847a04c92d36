"""Laws of the campaign: what must hold whatever the figures are.

Idea: the flagship's campaigns as futures sample them, paired run by run, with one thing changed of which theory says
what it does to the result: mirrored, split, doubled, taken away. "Never" is said in expectation: a paired mean
difference the wrong way by more than ERRORS standard errors is a failure.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import pytest

from kaname.compile.baseline import Baseline, baseline_of
from kaname.core.kernel import kernel
from kaname.model.campaign.draws import chance_of
from kaname.model.campaign.exchange import exchange
from kaname.model.world.samples import empty_tables, turn_of
from kaname.model.world.surrogate import NEVER
from kaname.model.world.turn import Turn
from kaname.study.campaigns import CampaignResult, CampaignSpec, fight, lay_out
from kaname.words.axes import (
    AIR,
    BASE,
    COASTAL_STRIKE,
    GROUND,
    INTERCEPTOR_LOWER,
    INTERCEPTOR_UPPER,
    STRIKE,
    SUBMARINE,
    SURFACE,
)
from kaname.words.levers import LEVER
from kaname.words.moves import CHALLENGER, GUARANTOR, TARGET

SEIZE, BASES_FIRST, BLOCKADE = range(3)
RUNS, EXCHANGES, ERRORS = 500, 4000, 4.0
FIGHTING = (AIR, SURFACE, SUBMARINE, COASTAL_STRIKE)
Change = Callable[[np.ndarray, np.ndarray], Any]


@lru_cache(maxsize=1)
def ground() -> Baseline:
    return baseline_of("us-japan")


def actor(role: str, place: str) -> int:
    return int(ground().params[role][0][ground().place(place)])


def fought(place: str, plan: int, arrival: float, days: int = 40, change: Change | None = None) -> CampaignResult:
    """RUNS campaigns of the flagship; `change` shapes worlds and parameters after they are sampled."""
    settings = {"arrival_day": arrival, "command_mode": 1.0}
    asked = CampaignSpec(ground().place(place), plan, days, RUNS, 5, settings)
    worlds, params = lay_out(ground(), asked)
    if change is not None:
        change(worlds, params)
    return fight(ground(), asked, worlds, params)


def surely_more(a: np.ndarray, b: np.ndarray) -> bool:
    """Whether a exceeds b on average by more than ERRORS standard errors of the paired difference."""
    difference = np.asarray(a, float) - np.asarray(b, float)
    return bool(difference.mean() > ERRORS * difference.std(ddof=1) / np.sqrt(len(difference)))


# --- one day's exchange: mirrored and split


@dataclass
class Forces:
    """What a party brings to one day's exchange, in units of the class."""

    air: float = 0.0
    surface: float = 0.0
    submarine: float = 0.0


@kernel
def exchanges(worlds: Any, params: Any, turn: Turn, k: int) -> None:
    for n in range(worlds.shape[0]):
        exchange(worlds[n], params[n], chance_of(turn, k, n), k, 1.0 / 2.0, 1.0 / 2.0, 1.0 / 2.0, 0.0)


def exchanged(theory: int, challenger: Forces, target: Forces, guarantor: Forces = Forces()) -> np.recarray:
    """EXCHANGES single days between parties that are equal in all but the forces named, batteries apart."""
    asked = CampaignSpec(ground().place("senkaku"), SEIZE, 1, EXCHANGES, 5, {"command_mode": 1.0})
    worlds, params = lay_out(ground(), asked)
    params["attrition_theory"], params["air_quality"], params["tanker_need"] = theory, 1.0, 0.0
    worlds["readiness"], worlds["role_clarity"], worlds["camp_released"] = 0.8, 1.0, 1
    worlds["camp_bases_open"], worlds["camp_magazine"], worlds["camp_units"] = 50.0, 10.0, 0.0
    for party, has in ((CHALLENGER, challenger), (TARGET, target), (GUARANTOR, guarantor)):
        for force, units in ((AIR, has.air), (SURFACE, has.surface), (SUBMARINE, has.submarine)):
            worlds["camp_units"][:, party, force] = units
    worlds["camp_start"] = worlds["camp_units"]
    exchanges(worlds, params, turn_of(0, empty_tables({"actor": 9, "contingency": 7, "cohort": 8})), asked.contingency)
    return worlds.view(np.recarray)


STRONG, WEAK = Forces(160.0, 30.0, 8.0), Forces(90.0, 18.0, 4.0)


@pytest.mark.parametrize("theory", [0, 1])
def test_sides_that_change_places_change_losses(theory: int) -> None:
    one, mirror = exchanged(theory, STRONG, WEAK), exchanged(theory, WEAK, STRONG)
    lost = one.camp_start - one.camp_units
    lost_in_mirror = mirror.camp_start - mirror.camp_units
    for force in (AIR, SURFACE, SUBMARINE):
        for a, b in ((CHALLENGER, TARGET), (TARGET, CHALLENGER)):
            assert lost[:, a, force].mean() > 0
            assert not surely_more(lost[:, a, force], lost_in_mirror[:, b, force])
            assert not surely_more(lost_in_mirror[:, b, force], lost[:, a, force])
    assert (one.camp_sea_control + mirror.camp_sea_control).mean() == pytest.approx(1.0, abs=0.01)


def test_attrition_by_rates_mirrors_to_the_last_digit_in_the_air() -> None:
    one, mirror = exchanged(1, STRONG, WEAK), exchanged(1, WEAK, STRONG)
    assert one.camp_units[:, CHALLENGER, AIR] == pytest.approx(mirror.camp_units[:, TARGET, AIR], abs=1e-9)
    assert one.camp_units[:, TARGET, AIR] == pytest.approx(mirror.camp_units[:, CHALLENGER, AIR], abs=1e-9)


@pytest.mark.parametrize("theory", [0, 1])
def test_a_force_of_2n_under_two_flags_of_n_fights_as_one(theory: int) -> None:
    """Air and sea losses are the same to the last digit; boats are hunted one by one, so the same on average."""
    whole, half = Forces(120.0, 20.0, 8.0), Forces(60.0, 10.0, 4.0)
    one, two = exchanged(theory, STRONG, whole), exchanged(theory, STRONG, half, half)
    for force in (AIR, SURFACE):
        together = two.camp_units[:, TARGET, force] + two.camp_units[:, GUARANTOR, force]
        assert together == pytest.approx(one.camp_units[:, TARGET, force], abs=1e-9)
        assert two.camp_units[:, CHALLENGER, force] == pytest.approx(one.camp_units[:, CHALLENGER, force], abs=1e-9)
    boats = two.camp_units[:, TARGET, SUBMARINE] + two.camp_units[:, GUARANTOR, SUBMARINE]
    assert boats.mean() == pytest.approx(one.camp_units[:, TARGET, SUBMARINE].mean(), abs=0.1)
    assert two.camp_units[:, CHALLENGER, SUBMARINE].mean() == pytest.approx(
        one.camp_units[:, CHALLENGER, SUBMARINE].mean(), abs=0.1
    )


def test_ships_hunt_submarines_under_either_flag() -> None:
    ships, nobody = Forces(0.0, 20.0, 0.0), Forces()
    boats = Forces(0.0, 0.0, 30.0)
    targets, guarantors = exchanged(0, boats, ships, nobody), exchanged(0, boats, nobody, ships)
    assert targets.camp_units[:, CHALLENGER, SUBMARINE].mean() < 30
    assert guarantors.camp_units[:, CHALLENGER, SUBMARINE] == pytest.approx(
        targets.camp_units[:, CHALLENGER, SUBMARINE]
    )


# --- whole campaigns


def scaled(place: str, role: str, forces: tuple[int, ...], factor: float) -> Change:
    def change(worlds: np.ndarray, params: np.ndarray) -> None:
        for force in forces:
            worlds["stock"][:, actor(role, place), force] *= factor

    return change


@pytest.mark.parametrize("place", ["senkaku", "taiwan"])
@pytest.mark.parametrize("layer", [INTERCEPTOR_UPPER, INTERCEPTOR_LOWER])
def test_more_interceptors_never_raise_expected_leakers(place: str, layer: int) -> None:
    leakers = [
        fought(place, BASES_FIRST, NEVER, 6, scaled(place, "target", (layer,), factor)).worlds.camp_leakers
        for factor in (0.0, 0.5, 1.0, 2.0, 8.0)
    ]
    for fewer, more in zip(leakers, leakers[1:], strict=False):
        assert not surely_more(more, fewer)
    if place == "senkaku":
        assert surely_more(leakers[0], leakers[-1])


@pytest.mark.parametrize("place", ["senkaku", "taiwan", "south_china_sea"])
def test_earlier_help_never_lowers_the_chance_to_hold(place: str) -> None:
    """Posture and attack are fixed: forward throughout, the guarantor's bases out of missile reach."""

    def fixed(worlds: np.ndarray, params: np.ndarray) -> None:
        worlds["lever"][:, LEVER["doctrine"]], params["doctrine_other"] = 0.0, 0.0

    found = [fought(place, SEIZE, arrival, 40, fixed) for arrival in (0.0, 4.0, 10.0, 18.0, 28.0, NEVER)]
    for sooner, later in zip(found, found[1:], strict=False):
        assert not surely_more(later.held, sooner.held)
        assert not surely_more(sooner.control[:, -1], later.control[:, -1])
    assert surely_more(found[0].held, found[-1].held)


def test_without_ships_nobody_lands_on_an_island() -> None:
    found = fought("senkaku", SEIZE, NEVER, 20, scaled("senkaku", "challenger", (SURFACE,), 0.0))
    assert found.control.max() == 0.0


def test_without_missiles_nobody_gets_through_and_no_base_closes() -> None:
    found = fought("taiwan", BASES_FIRST, NEVER, 10, scaled("taiwan", "challenger", (STRIKE,), 0.0))
    assert found.worlds.camp_leakers.max() == 0.0
    assert found.worlds.camp_bases_closed[:, TARGET].max() == 0.0


def test_without_interceptors_all_that_fly_get_through() -> None:
    def bare(worlds: np.ndarray, params: np.ndarray) -> None:
        worlds["stock"][:, :, [INTERCEPTOR_UPPER, INTERCEPTOR_LOWER]] = 0.0
        worlds["stock"][:, actor("target", "senkaku"), STRIKE] = 0.0
        params["missile_reliability"] = 1.0

    worlds = fought("senkaku", BASES_FIRST, NEVER, 8, bare).worlds
    fired = worlds.camp_start[:, CHALLENGER, STRIKE] - worlds.camp_units[:, CHALLENGER, STRIKE]
    assert np.array_equal(worlds.camp_leakers, fired)
    assert fired.min() > 0


def test_help_that_brings_nothing_changes_nothing() -> None:
    """Four days, in which no stop rule bites and posture is the same before and after release."""

    def empty_handed(worlds: np.ndarray, params: np.ndarray) -> None:
        worlds["stock"][:, actor("guarantor", "taiwan")] = 0.0
        params["doctrine_other"] = 0.0

    sooner, never = (fought("taiwan", SEIZE, arrival, 4, empty_handed) for arrival in (0.0, NEVER))
    assert np.array_equal(sooner.control, never.control)
    assert np.array_equal(sooner.worlds.camp_units, never.worlds.camp_units)


@pytest.mark.parametrize("plan", [SEIZE, BASES_FIRST, BLOCKADE])
@pytest.mark.parametrize("place", ["senkaku", "taiwan", "peninsula"])
def test_what_came_is_left_ashore_or_lost_and_nothing_returns(place: str, plan: int) -> None:
    days = [fought(place, plan, 6.0, day).worlds for day in (2, 5, 12, 30)]
    for worlds in days:
        ashore = np.zeros_like(worlds.camp_units)
        ashore[:, CHALLENGER, GROUND], ashore[:, TARGET, GROUND] = worlds.camp_lodgement, worlds.camp_garrison
        left = worlds.camp_units + worlds.camp_reserve + ashore
        assert worlds.camp_units.min() >= 0
        assert worlds.camp_reserve.min() >= 0
        for party, role in ((CHALLENGER, "challenger"), (TARGET, "target"), (GUARANTOR, "guarantor")):
            lost = worlds.losses[:, actor(role, place), :BASE]
            assert lost.min() >= 0
            assert left[:, party, :BASE] + lost == pytest.approx(worlds.camp_start[:, party, :BASE], abs=1e-6)
    for before, after in zip(days, days[1:], strict=False):
        assert (after.losses >= before.losses - 1e-9).all()


@pytest.mark.parametrize("first", ["korea_missile", "senkaku"])
def test_two_fronts_in_a_quarter_never_use_a_unit_or_a_missile_twice(first: str) -> None:
    second = "peninsula" if first == "korea_missile" else "taiwan"
    settings = {"arrival_day": 3.0}
    asked = [CampaignSpec(ground().place(place), SEIZE, 10, RUNS, 5, settings) for place in (first, second)]
    worlds, params = lay_out(ground(), asked[0])
    held = worlds["stock"].copy()
    if first == "korea_missile":
        held[:, actor("challenger", first), STRIKE] = worlds["missiles"][:, :2].sum(axis=1)
    used = np.zeros_like(held)
    for one, place in zip(asked, (first, second), strict=True):
        fight(ground(), one, worlds, params)
        for party, role in ((CHALLENGER, "challenger"), (TARGET, "target"), (GUARANTOR, "guarantor")):
            used[:, actor(role, place)] += worlds["camp_start"][:, party]
    assert (used <= held + 1e-9).all()
    assert (used[:, actor("challenger", second)] > 0).any()
