"""From words to numbers on axes, in the unit of what they feed."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.compile.values import array_of, in_unit
from kaname.core.errors import InputError
from kaname.core.units import convert
from kaname.evidence.figures import figure_from
from kaname.words.declare import Param

AXES = {"actor": ("a", "b", "c"), "contingency": ("x", "y")}


def figure(**more):
    return figure_from("f", {"unit": "share", "date": "2024", "grade": "A", "source": "s", **more})


def test_a_single_number_fills_every_place():
    values = array_of(figure(value=0.3), 0.3, Param("p", ("actor",), "share", 0, 1, ""), AXES)
    assert values.tolist() == [0.3, 0.3, 0.3]


def test_members_find_their_places_whatever_their_order_and_others_fill_the_rest():
    said = figure(values={"c": 0.1, "others": 0.2}, by="actor")
    values = array_of(said, said.value, Param("p", ("actor",), "share", 0, 1, ""), AXES)
    assert values.tolist() == [0.2, 0.2, 0.1]


def test_a_missing_member_is_said_by_name():
    said = figure(values={"a": 0.1}, by="actor")
    with pytest.raises(InputError, match="b"):
        array_of(said, said.value, Param("p", ("actor",), "share", 0, 1, ""), AXES)


def test_yearly_rates_reach_the_clock_of_quarters_by_their_kind():
    assert in_unit(np.array([0.4]), "1/year", "1/quarter")[0] == pytest.approx(0.1)
    yearly = in_unit(np.array([0.19]), "probability per year", "probability per quarter")[0]
    assert yearly == pytest.approx(1 - 0.81**0.25)
    assert in_unit(np.array([2.0]), "years", "quarters")[0] == convert(2.0, "years", "quarters") == 8.0
