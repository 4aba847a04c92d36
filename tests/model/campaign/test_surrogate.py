"""The value of fighting: fitted to this very kernel, bounded, and moving the way the campaign moves."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from kaname.compile.fit_surrogate import FILE, fit, kernel_digest
from kaname.compile.sources import surrogate_of
from kaname.core.kernel import plain
from kaname.model.world.surrogate import (
    CASES,
    FEATURES,
    NEVER,
    OUTCOMES,
    PLANS,
    SHAPE,
    Orders,
    Sight,
    arrival_of,
    case_of,
    expected_campaign,
    features_of,
    preemption_gain,
    sight_of,
)

CN, JP, US = 2, 1, 0
TAIWAN = 2
ALL_COME = Orders(challenger=2.0, guarantor=2.0, host=0.0, recapture=1.0)
SIGHT = Sight(
    case=0, balance=0.5, guarantor=0.3, present=0.5, access=0.9, interception=-1.0, strike=0.5, doctrine=0.4,
    ground=2.0, recapture=1.0, attack=500.0, help=600.0, host_help=0.0,
)  # fmt: skip


@pytest.fixture(scope="module")
def stored() -> dict[str, Any]:
    return json.loads(FILE.read_text(encoding="utf-8"))


def test_the_stored_fit_is_not_older_than_the_kernel(stored: dict[str, Any]) -> None:
    assert stored["kernel"] == kernel_digest(), "run python -m kaname.compile.fit_surrogate"


def test_the_table_has_the_declared_shape_and_axes(stored: dict[str, Any]) -> None:
    assert surrogate_of().shape == SHAPE
    assert tuple(stored["axes"]["case"]) == CASES
    assert tuple(stored["axes"]["plan"]) == PLANS
    assert tuple(stored["axes"]["outcome"]) == OUTCOMES
    assert tuple(stored["axes"]["feature"]) == FEATURES


def test_the_error_of_every_case_plan_and_outcome_is_stored(stored: dict[str, Any]) -> None:
    everywhere = len(CASES) * len(PLANS) * (len(OUTCOMES) - 1)
    with_a_host = 2 * len(PLANS)
    assert len(stored["error"]) == everywhere + with_a_host
    for name, error in stored["error"].items():
        assert 0 <= error["rmse"] < 0.25, name
    control = [error["explained"] for name, error in stored["error"].items() if name.endswith("quick_seizure.control")]
    assert min(control) > 0.3


def test_features_are_as_many_as_their_names() -> None:
    assert len(plain(features_of)(SIGHT, 0.5)) == len(FEATURES)


def test_an_expectation_is_a_share_and_the_absent_lose_nothing() -> None:
    table = surrogate_of()
    for plan in range(len(PLANS)):
        for arrival in (0.0, 0.3, 1.0):
            found = expected_campaign(table, SIGHT, arrival, plan)
            assert all(0 <= share <= 1 for share in found)
            assert found == pytest.approx(plain(expected_campaign)(table, SIGHT, arrival, plan), abs=1e-9)
            assert (found[3] == 0.0) == (arrival == 0.0)


def test_help_that_comes_sooner_leaves_the_challenger_less_in_expectation() -> None:
    table = surrogate_of()
    for case in range(4):
        sight = SIGHT._replace(case=case)
        assert expected_campaign(table, sight, 1.0, 0)[0] < expected_campaign(table, sight, 0.0, 0)[0]


def test_a_stronger_challenger_expects_more() -> None:
    table = surrogate_of()
    for case in range(3):
        weak, strong = (SIGHT._replace(case=case, balance=b) for b in (-1.0, 1.5))
        assert expected_campaign(table, strong, 0.0, 0)[0] > expected_campaign(table, weak, 0.0, 0)[0]


def test_arrival_fades_with_delay_and_is_nothing_for_never() -> None:
    assert arrival_of(0.0) == 1.0
    assert 0 < arrival_of(30.0) < arrival_of(5.0) < 1
    assert arrival_of(NEVER) == 0.0


def test_a_sight_is_of_the_observers_picture(theatre: Any) -> None:
    w, p = theatre.worlds.view(np.recarray)[0], theatre.params.view(np.recarray)[0]
    w.picture_capability[CN, JP] = 0.5

    def sight(k: int, observer: int, of_target: float, of_guarantor: float, **orders: float) -> Sight:
        return plain(sight_of)(w, p, k, observer, of_target, of_guarantor, ALL_COME._replace(**orders))

    assert sight(0, CN, 1.0, 1.0).balance > sight(0, JP, 1.0, 1.0).balance
    assert sight(0, JP, 0.5, 1.0).balance > sight(0, JP, 1.0, 1.0).balance
    assert sight(0, JP, 1.0, 0.5).guarantor < sight(0, JP, 1.0, 1.0).guarantor
    assert sight(0, JP, 1.0, 1.0, challenger=0.0).balance < sight(0, JP, 1.0, 1.0).balance
    assert sight(0, JP, 1.0, 1.0, guarantor=0.0).guarantor < sight(0, JP, 1.0, 1.0).guarantor
    assert sight(TAIWAN, US, 1.0, 1.0, host=1.0).guarantor > sight(TAIWAN, US, 1.0, 1.0).guarantor
    assert sight(0, US, 1.0, 1.0, host=1.0).guarantor == sight(0, US, 1.0, 1.0).guarantor


def test_every_contingency_of_the_flagship_is_of_its_case(theatre: Any) -> None:
    p = theatre.params.view(np.recarray)[0]
    found = [CASES[plain(case_of)(p, k)] for k in range(7)]
    assert found == ["islet", "missiles", "island", "islet", "network", "sea_traffic", "overland"]


@pytest.mark.system("S45")
def test_launchers_that_can_be_found_make_it_pay_to_fire_first(theatre: Any) -> None:
    w, p = theatre.worlds.view(np.recarray)[0], theatre.params.view(np.recarray)[0]
    gain = plain(preemption_gain)
    theatre.lever("counterstrike", 1.0)
    eager = gain(w, p, 1)
    p.counter_find = 0.0
    assert eager > gain(w, p, 1) == 0.0


def test_the_fit_finds_the_coefficients_that_made_the_data() -> None:
    rng = np.random.default_rng(3)
    xs = np.column_stack([np.ones(20000), rng.normal(0, 1, (20000, 3))])
    true = np.array([-0.5, 1.0, 0.0, -2.0])
    y = rng.binomial(4, 1 / (1 + np.exp(-xs @ true))) / 4
    assert fit(xs, y) == pytest.approx(true, abs=0.05)
