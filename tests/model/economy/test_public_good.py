"""The best response of alliance members, against the analytic oracle of the public good."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.core.kernel import plain
from kaname.model.economy.public_good import best_response

RESPOND = plain(best_response)
ROUNDS = 2000


def equilibrium(incomes: list[float], taste: float) -> list[float]:
    """Contributions in which each answers the others, found by answering in turn."""
    gifts = [0.0] * len(incomes)
    for _ in range(ROUNDS):
        for i, income in enumerate(incomes):
            gifts[i] = RESPOND(income, sum(gifts) - gifts[i], taste)
    return gifts


@pytest.mark.system("S31")
def test_the_equilibrium_is_that_of_the_published_formula(shared: Path) -> None:
    cases = json.loads((shared / "validation" / "data" / "oracles.json").read_text())["public_good_cobb_douglas"]
    assert len(cases) == 5
    for case in cases:
        incomes, taste = case["inp"]["incomes"], case["inp"]["b"]
        gifts = equilibrium(incomes, taste)
        assert sum(gifts) == pytest.approx(case["out"]["G"], rel=1e-9)
        assert gifts == pytest.approx(case["out"]["g"], rel=1e-9, abs=1e-9)
        burdens = [g / income for g, income in zip(gifts, incomes, strict=True)]
        assert burdens == pytest.approx(case["out"]["burden"], rel=1e-9, abs=1e-9)
        assert sum(gifts) < case["out"]["G_efficient"]


@given(st.floats(1, 500), st.floats(1, 500), st.floats(0.05, 0.9))
def test_the_larger_member_bears_the_larger_share(first: float, second: float, taste: float) -> None:
    large, small = max(first, second), min(first, second)
    gift_large, gift_small = equilibrium([large, small], taste)
    assert gift_large / large >= gift_small / small - 1e-9


@given(st.floats(90, 110), st.floats(-3, 3), st.floats(0.2, 0.8))
def test_money_moved_between_two_contributors_changes_no_total(income: float, moved: float, taste: float) -> None:
    before = equilibrium([income, income], taste)
    after = equilibrium([income + moved, income - moved], taste)
    if min(after) > 0.0:
        assert sum(after) == pytest.approx(sum(before), rel=1e-9)


@given(st.floats(0.1, 100), st.floats(0, 100), st.floats(0, 1))
def test_a_best_response_is_the_better_of_all_gifts(income: float, others: float, taste: float) -> None:
    best = RESPOND(income, others, taste)
    assert 0.0 <= best <= income * (1 + 1e-12)

    def worth(gift: float) -> float:
        return float(max(0.0, income - gift) ** (1 - taste) * (gift + others) ** taste)

    assert all(worth(best) >= worth(income * i / 50) - 1e-9 * worth(best) for i in range(51))
