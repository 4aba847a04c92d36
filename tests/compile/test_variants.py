"""A comparison changed in one respect: that respect changes, the rest is shared, and what is set is not sampled."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pytest

from kaname.compile.compiled import Compiled, compile_study
from kaname.compile.variants import (
    OF_LEVERS,
    exchanged,
    levers_that_differ,
    with_preset,
    with_settings,
    with_spending,
)
from kaname.model.engine.catalogue import core as core_names
from kaname.model.engine.order import PLACE

BARGAINS = ("as_is", "unequal_by_design", "cold_war")


@lru_cache(maxsize=1)
def study() -> Compiled:
    return compile_study("us-japan", BARGAINS, years=1)


def drawn(compiled: Compiled) -> np.ndarray:
    """The parameters of five futures."""
    return compiled.futures("cold_war", 1, 0, 5)[1]


def test_adversaries_react_unless_a_setting_says_otherwise() -> None:
    assert all(record["reaction"][0] == 1.0 for record in study().params.values())
    still = with_settings(study(), {"reaction": 0.0})
    assert all(record["reaction"][0] == 0.0 for record in still.params.values())
    assert study().params["as_is"]["reaction"][0] == 1.0


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_a_figure_that_is_set_is_not_sampled_and_all_others_keep_their_draws(share: float) -> None:
    before, after = drawn(study()), drawn(with_settings(study(), {"dispositional_share": share}))
    assert np.unique(before["dispositional_share"]).size == 5
    assert (after["dispositional_share"] == share).all()
    at_once = compile_study("us-japan", BARGAINS, years=1, settings={"dispositional_share": share})
    assert drawn(at_once).tobytes() == after.tobytes()
    assert [n for n in before.dtype.names if (before[n] != after[n]).any()] == ["dispositional_share"]


def test_another_preset_changes_the_switches_alone() -> None:
    core = with_preset(study(), "core", ["politics.opinion"])
    on = {name for name, place in PLACE.items() if core.tables.active[place]}
    assert on == core_names() - {"politics.opinion"}
    assert core.tables.law_permit is study().tables.law_permit
    assert study().tables.active.all()


def test_spending_is_added_to_one_state_under_one_bargain() -> None:
    levelled = with_spending(study(), {"cold_war": {"jp": 5.0}})
    place = list(study().axes["actor"]).index("jp")
    assert levelled.params["cold_war"]["levelled_spending"][0, place] == 5.0
    assert np.count_nonzero(levelled.params["cold_war"]["levelled_spending"]) == 1
    for bargain in BARGAINS:
        assert not study().params[bargain]["levelled_spending"].any()


def test_levers_that_differ_are_those_that_the_bargain_moves() -> None:
    at_the_start = {"allocation_interceptors"}
    moved = set(study().bargains["cold_war"].levers) - at_the_start
    assert set(levers_that_differ(study(), "cold_war", "as_is")) == moved
    assert levers_that_differ(study(), "as_is", "as_is") == ()


def test_all_levers_exchanged_make_the_other_bargain() -> None:
    levers = levers_that_differ(study(), "cold_war", "unequal_by_design")
    whole = exchanged(study(), "unequal_by_design", "cold_war", levers)
    assert whole.tobytes() == study().params["cold_war"].tobytes()
    one = exchanged(study(), "unequal_by_design", "cold_war", levers[:1])
    assert one.tobytes() not in (whole.tobytes(), study().params["unequal_by_design"].tobytes())
    assert all(study().params["cold_war"][name].shape[1] > len(levers) for name in OF_LEVERS)
