"""What bargains cost and how long they take is drawn by name, in pairs, for the target that a future has."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from kaname.compile.bargains import lay_bargain
from kaname.compile.compiled import Compiled, compile_study
from kaname.core.errors import InputError
from kaname.scenarios.load import load_scenario
from kaname.words.levers import LEVER

BARGAINS = ("as_is", "do_more", "step_up", "mirror_alliance")
FUTURES = 300


@pytest.fixture(scope="module")
def compiled() -> Compiled:
    return compile_study("us-japan", BARGAINS, years=1)


def params(compiled: Compiled, bargain: str, seed: int = 1) -> np.ndarray:
    return compiled.futures(bargain, seed, 0, FUTURES)[1]


def test_a_lever_is_slow_or_dear_in_the_same_futures_under_every_bargain(compiled: Compiled) -> None:
    one, two = params(compiled, "do_more"), params(compiled, "mirror_alliance")
    place = LEVER["regional_role"]
    assert (one["lever_lag"][:, place] == two["lever_lag"][:, place]).all()
    assert np.ptp(one["lever_lag"][:, place]) > 1.0
    prices = [p["lever_cost_ally"][:, place] / (p["lever_target"] - p["lever_start"])[:, place] for p in (one, two)]
    np.testing.assert_allclose(*prices, rtol=1e-12)
    assert np.ptp(prices[0]) > 0.1


def test_every_term_is_stored_for_every_bargain(compiled: Compiled) -> None:
    columns = {name: compiled.futures(name, 1, 0, 5)[2] for name in BARGAINS}
    assert "u.lever_price.regional_role.ally" in columns["as_is"]
    assert all((columns["as_is"][name] == columns["step_up"][name]).all() for name in columns["as_is"])
    assert set(columns["as_is"]) <= set(compiled.units)


def test_a_bargain_that_moves_nothing_costs_nothing(compiled: Compiled) -> None:
    laid_out = params(compiled, "as_is")
    assert not laid_out["lever_cost_ally"].any()
    assert not laid_out["lever_cost_protector"].any()


def test_what_one_side_pays_in_host_support_spares_the_other(compiled: Compiled) -> None:
    place = LEVER["host_support"]
    asked = params(compiled, "do_more")
    np.testing.assert_allclose(asked["lever_cost_ally"][:, place], 0.5)
    assert (asked["lever_cost_protector"][:, place] < 0).all()
    assert (asked["lever_cost_protector"][:, place] >= -0.5).all()


def test_a_lever_put_in_from_another_bargain_takes_the_terms_of_the_list(compiled: Compiled) -> None:
    place = LEVER["regional_role"]
    record = compiled.params["as_is"].copy()
    for name in ("lever_asked", "lever_target", "lever_lag", "lever_cost_ally"):
        record[name][0, place] = compiled.params["do_more"][name][0, place]
    mixed = replace(compiled, params={**compiled.params, "as_is": record})
    assert (params(mixed, "as_is")["lever_cost_ally"] == params(compiled, "do_more")["lever_cost_ally"])[:, place].all()


def test_a_movement_that_was_laid_out_smaller_costs_less(compiled: Compiled) -> None:
    record = compiled.params["do_more"].copy()
    record["lever_target"] = record["lever_start"] + (record["lever_target"] - record["lever_start"]) / 2
    halved = params(replace(compiled, params={**compiled.params, "do_more": record}), "do_more")
    whole = params(compiled, "do_more")
    np.testing.assert_allclose(halved["lever_cost_ally"], whole["lever_cost_ally"] / 2)


def test_another_reading_asks_for_other_levers_at_the_same_terms(compiled: Compiled) -> None:
    second = compile_study("us-japan", BARGAINS, years=1, coding="second")
    triggers, wide = LEVER["coordination_use"], LEVER["scope_wide"]
    one, two = params(compiled, "do_more"), params(second, "do_more")
    assert (one["lever_asked"][0, wide], two["lever_asked"][0, wide]) == (0.0, 1.0)
    assert two["lever_target"][0, triggers] == pytest.approx(0.7)
    same = LEVER["dispersal_civil"]
    assert (one["lever_lag"][:, same] == two["lever_lag"][:, same]).all()


def test_between_the_readings_every_future_has_a_target_of_its_own(compiled: Compiled) -> None:
    both = compile_study("us-japan", BARGAINS, years=1, coding="between")
    target = params(both, "do_more")["lever_target"]
    start = compiled.start["lever"][0]
    dispersal, host, wide = LEVER["dispersal_civil"], LEVER["host_support"], LEVER["scope_wide"]
    assert 0.57 <= target[:, dispersal].min() < target[:, dispersal].max() <= 0.6
    assert start[host] < target[:, host].min() < target[:, host].max() < 2.0
    assert start[wide] < target[:, wide].min() < target[:, wide].max() < 0.7
    assert (target[:, LEVER["triggers"]] == 1.0).all(), "where the readings agree there is nothing to draw"
    u = compiled.futures("do_more", 1, 0, 3)[2]
    assert not any(name.startswith("u.lever_target") for name in u)


def test_a_coding_that_a_bargain_does_not_have_is_refused_with_those_that_it_has() -> None:
    with pytest.raises(InputError, match=r"secnd is not a coding of do_more. Nearest: second. Allowed: first, second"):
        compile_study("us-japan", ["as_is", "do_more"], years=1, coding="secnd")


def test_what_stands_at_the_start_is_not_asked_for_again(compiled: Compiled) -> None:
    bargain, scenario = compiled.bargains["step_up"], load_scenario("us-japan")
    change = bargain.levers["counterstrike"]
    beyond = replace(scenario, levers={**scenario.levers, "counterstrike": replace(change.to, value=0.7)})
    place = LEVER["counterstrike"]
    assert lay_bargain(compiled.params["as_is"], bargain, scenario)["lever_asked"][0, place] == 1.0
    laid_out = lay_bargain(compiled.params["as_is"], bargain, beyond)
    assert (laid_out["lever_asked"][0, place], laid_out["lever_target"][0, place]) == (0.0, 0.7)
    assert laid_out["lever_cost_ally"][0, place] == 0.0
