"""Hughes' salvo equations: exact entries (1e-9) and the properties that the form must have."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.core.kernel import plain
from kaname.model.campaign.salvo import hughes_exchange, hughes_loss

loss, exchange = plain(hughes_loss), plain(hughes_exchange)
FORCE = st.floats(0, 50)
WORTH = st.floats(0, 10)
STAYING = st.floats(0.1, 10)


def test_the_exchanges_of_the_table_are_exact(shared: Path) -> None:
    rows = json.loads((shared / "validation" / "data" / "oracles.json").read_text())["hughes"]
    assert len(rows) >= 6
    for row in rows:
        given_ = {name: float(value) for name, value in row["inp"].items()}
        found = exchange(*(given_[name] for name in ("A", "B", "a", "b", "a3", "b3", "a1", "b1")))
        assert found == pytest.approx((row["out"]["dA"], row["out"]["dB"]), abs=1e-9)


def test_compiled_and_plain_exchange_agree() -> None:
    assert hughes_exchange(2.0, 3.0, 4.0, 4.0, 3.0, 3.0, 2.0, 2.0) == exchange(2.0, 3.0, 4.0, 4.0, 3.0, 3.0, 2.0, 2.0)


@given(FORCE, FORCE, WORTH, WORTH, WORTH, WORTH, STAYING, STAYING)
def test_the_mirror_image_of_an_exchange_is_its_mirror_image(
    a: float, b: float, of_a: float, of_b: float, de_a: float, de_b: float, st_a: float, st_b: float
) -> None:
    assert (
        exchange(a, b, of_a, of_b, de_a, de_b, st_a, st_b) == exchange(b, a, of_b, of_a, de_b, de_a, st_b, st_a)[::-1]
    )


@given(FORCE, FORCE, WORTH, WORTH, STAYING)
def test_a_loss_is_neither_negative_nor_more_than_the_force(
    a: float, b: float, of: float, de: float, staying: float
) -> None:
    assert 0 <= loss(a, b, of, de, staying) <= b


@given(FORCE, FORCE, WORTH, WORTH, STAYING, st.floats(0, 5))
def test_more_attackers_or_less_defence_never_lower_the_loss(
    a: float, b: float, of: float, de: float, staying: float, more: float
) -> None:
    assert loss(a + more, b, of, de, staying) >= loss(a, b, of, de, staying)
    assert loss(a, b, of, de + more, staying) <= loss(a, b, of, de, staying)
    assert loss(a, b, of, de, staying + more) <= loss(a, b, of, de, staying)


@given(st.integers(1, 20), FORCE, WORTH, WORTH, STAYING)
def test_two_groups_of_n_fire_as_one_of_2n(n: int, b: float, of: float, de: float, staying: float) -> None:
    assert loss(float(n + n), b, of, de, staying) == loss(2.0 * n, b, of, de, staying)


@given(FORCE, WORTH, WORTH, STAYING)
def test_a_force_of_nothing_neither_harms_nor_is_harmed(b: float, of: float, de: float, staying: float) -> None:
    assert exchange(0.0, b, of, of, de, de, staying, staying) == (0.0, 0.0)
