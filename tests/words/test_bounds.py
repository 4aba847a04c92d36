"""A value outside the range of its declaration is refused where it was given, with range and unit."""

from __future__ import annotations

import math

import pytest

from kaname.core.errors import InputError
from kaname.words.bounds import require_within
from kaname.words.declare import Param

SHARE = Param("kept", (), "share", 0.0, 1.0, "A share that is kept.")


@pytest.mark.parametrize("value", [0.0, 0.5, 1.0])
def test_a_value_in_range_passes(value: float) -> None:
    assert require_within(SHARE, value, "kept") is None


@pytest.mark.parametrize("value", [-0.1, 1.1, math.inf, math.nan])
def test_a_value_out_of_range_is_refused_with_range_unit_and_place(value: float) -> None:
    with pytest.raises(InputError, match=r"--set kept: .* is outside 0\.\.1 \(unit: share\)") as trouble:
        require_within(SHARE, value, "--set kept")
    assert trouble.value.found is value
