"""A closed list of units; what happens per year reaches the quarter by its kind."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.core.errors import InputError
from kaname.core.units import UNITS, convert, parse_unit, same_dimension

SHARES = st.floats(0, 0.999)
OVER_TIME = ("probability", "share kept", "growth")


@given(SHARES)
def test_a_yearly_chance_is_met_by_four_quarters(p: float) -> None:
    quarter = convert(p, "probability per year", "probability per quarter")
    assert 1 - (1 - quarter) ** 4 == pytest.approx(p, abs=1e-12)


@given(SHARES)
def test_what_is_kept_of_a_year_is_kept_in_four_quarters(r: float) -> None:
    quarter = convert(r, "share kept per year", "share kept per quarter")
    assert quarter**4 == pytest.approx(r, abs=1e-12)


@given(st.floats(-0.9, 3))
def test_growth_of_a_year_is_four_quarters_of_growth(g: float) -> None:
    quarter = convert(g, "growth per year", "growth per quarter")
    assert (1 + quarter) ** 4 - 1 == pytest.approx(g, abs=1e-9)


def test_a_linear_rate_is_divided_and_a_chance_is_not() -> None:
    assert convert(0.8, "1/year", "1/quarter") == pytest.approx(0.2)
    assert convert(0.8, "probability per year", "probability per quarter") == pytest.approx(1 - 0.2**0.25)


def test_certainty_and_total_loss_stay_what_they_are() -> None:
    assert convert(1.0, "probability per year", "probability per quarter") == 1.0
    assert convert(0.0, "share kept per year", "share kept per quarter") == 0.0
    assert convert(-1.0, "growth per year", "growth per quarter") == -1.0


@given(st.sampled_from(sorted(UNITS)), st.sampled_from(sorted(UNITS)), st.floats(0.01, 0.99))
def test_every_conversion_goes_there_and_back_or_is_refused(first: str, second: str, value: float) -> None:
    if not same_dimension(first, second):
        with pytest.raises(InputError, match="cannot become"):
            convert(value, first, second)
        return
    there = convert(value, first, second)
    # A chance of 0.99 a day is 1 - 10**-183 a quarter, which is 1 to a machine: no way back from there.
    if any(first.startswith(kind) for kind in OVER_TIME) and not 1e-12 < abs(there) < 1 - 1e-9:
        assert math.isfinite(there)
        return
    assert convert(there, second, first) == pytest.approx(value, rel=1e-6)


def test_days_and_years_meet_in_the_quarter() -> None:
    assert convert(1.0, "years", "quarters") == 4.0
    assert convert(365.25, "days", "years") == pytest.approx(1.0)
    assert convert(24.0, "hours", "days") == pytest.approx(1.0)


def test_percent_is_not_a_unit_and_the_error_says_what_to_write() -> None:
    with pytest.raises(InputError, match=r"2 % is 0\.02"):
        parse_unit("percent")


def test_yen_do_not_become_dollars() -> None:
    with pytest.raises(InputError, match=r"JPY tn cannot become bn USD 2023\. Allowed: bn USD 2023, mn USD 2023"):
        convert(1.0, "JPY tn", "bn USD 2023")


@pytest.mark.parametrize("name", ["shares", "1/yaer", "", "probability per yeer"])
def test_an_unknown_unit_is_refused(name: str) -> None:
    with pytest.raises(InputError, match="is not a unit"):
        parse_unit(name)


@pytest.mark.parametrize("name", [None, 3, ["share"], {}])
def test_what_is_not_text_is_not_a_unit(name: object) -> None:
    with pytest.raises(InputError, match="is not a unit"):
        parse_unit(name)


def test_units_of_one_dimension_are_of_one_kind() -> None:
    kinds = {unit.dimension: set() for unit in UNITS.values()}
    for unit in UNITS.values():
        kinds[unit.dimension].add(unit.kind)
    assert all(len(found) == 1 for found in kinds.values())
    assert all(unit.factor > 0 and unit.meaning for unit in UNITS.values())


def test_a_unit_knows_what_it_can_be() -> None:
    share = parse_unit("share")
    assert share.holds(0.85)
    assert not share.holds(85)
    assert not share.holds(math.nan)
    assert share.span == "0..1"
    assert parse_unit("days").span == "0 or more"
    assert parse_unit("logit").span == "any finite number"
