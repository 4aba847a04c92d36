"""A number is read or refused, and what is offered in its place is read."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.core.errors import InputError
from kaname.core.number_text import fits, number_from, number_hint

RANGES = st.sampled_from(
    [(-math.inf, math.inf), (0.0, 1.0), (0.0, math.inf), (1.0, 90.0), (-1.0, 1.0), (2000.0, 2100.0)]
)
TYPED = st.one_of(
    st.text("0123456789.,%-+eE/ _'\"\u2009\uff10\uff15\uff0e", max_size=12),
    st.floats().map(str),
    st.sampled_from(
        ["nan", "inf", "-inf", "Infinity", "1e999", "0x1F", "1_000", "1,000", "1.000,5", "12 %", "0,9", "1/3"]
    ),
)


@pytest.mark.parametrize(
    ("text", "limits", "offered"),
    [
        ("0,9", (0, 1), "0.9"),
        ("1.234,5", (0, math.inf), None),
        ("1,000", (0, math.inf), "1000"),
        ("1,000", (0, 1), "1"),
        ("0,900", (0, math.inf), "0.9"),
        ("5 %", (0, 1), "0.05"),
        ("120 %", (0, 1), None),
        ("1/4", (0, 1), "0.25"),
        ("'0.5'", (0, 1), "0.5"),
        ("\uff10\uff0e\uff15", (0, 1), "0.5"),
        ("1 000", (0, math.inf), "1000"),
        ("nan", (0, 1), None),
        ("", (0, 1), None),
    ],
)
def test_what_is_likely_meant_is_offered_where_it_fits(text, limits, offered):
    assert number_hint(text, *limits) == (None if offered is None else f"Write {offered}.")


@given(TYPED, RANGES, st.booleans())
def test_every_number_that_is_offered_is_read(text, limits, whole):
    low, high = limits
    try:
        value = number_from(text, low=low, high=high, whole=whole)
    except InputError as told:
        if told.hint is not None:
            offered = told.hint.removeprefix("Write ").removesuffix(".")
            assert fits(number_from(offered, low=low, high=high, whole=whole), low, high, whole)
    else:
        assert fits(value, low, high, whole)
        assert value == float(text)


@pytest.mark.parametrize("text", ["nan", "inf", "-inf", "1e999", "1_000", "\u0661"])
def test_what_is_no_finite_decimal_is_refused(text):
    with pytest.raises(InputError):
        number_from(text)
