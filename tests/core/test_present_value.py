"""Present values: what they are for streams whose worth is known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.core.present_value import annuity, present_value, weights


def test_without_a_rate_a_stream_is_worth_its_sum() -> None:
    totals = np.cumsum([[3.0, 1.0, 0.0, 2.0]], axis=1)
    assert present_value(totals, 0.0) == pytest.approx([6.0])


def test_an_amount_falls_in_the_middle_of_its_year() -> None:
    assert present_value(np.array([[0.0, 10.0, 10.0]]), 0.05) == pytest.approx([10 / 1.05**1.5])


@given(st.floats(0, 0.2), st.integers(1, 40), st.floats(-100, 100))
def test_a_level_stream_is_worth_its_level_times_the_annuity(rate: float, years: int, level: float) -> None:
    totals = np.cumsum(np.full((1, years), level), axis=1)
    assert present_value(totals, rate)[0] == pytest.approx(level * annuity(years, rate), abs=1e-9)
    assert annuity(years, rate) == pytest.approx(weights(years, rate).sum())
