"""An axis gives each member its place, and helps with a name that it does not have."""

from __future__ import annotations

import pytest

from kaname.core.axes import Axis
from kaname.core.errors import InputError


def test_a_member_has_its_place_in_written_order() -> None:
    axis = Axis("force", ("air", "surface", "submarine"))
    assert [axis.index(member) for member in axis] == [0, 1, 2]
    assert len(axis) == 3
    assert "air" in axis
    assert "ground" not in axis


def test_a_missing_member_is_told_with_the_nearest_name() -> None:
    with pytest.raises(InputError, match=r"submarin is not a member of the axis force\. Nearest: submarine\."):
        Axis("force", ("air", "submarine")).index("submarin")


def test_a_member_named_twice_is_refused() -> None:
    with pytest.raises(InputError, match="names air twice"):
        Axis("force", ("air", "air"))
