"""A disaster as it is typed: how many, when, and where the blame falls."""

from __future__ import annotations

import pytest

from kaname.core.errors import InputError
from kaname.scenarios.records import Start
from kaname.study.design import Design
from kaname.study.disaster import disaster_settings

START = Start(2026, 1)


def test_it_names_people_quarter_and_blame() -> None:
    said = disaster_settings("20@2027Q4:absence", START, 60)
    assert said == {"disaster_from": 8.0, "disaster_people": 20.0, "disaster_blame": 2.0}
    assert disaster_settings("3.5@2031", START, 60)["disaster_blame"] == -1.0
    assert disaster_settings("", START, 60) == {}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("20", "names no loss and date"),
        ("20@", "names no loss and date"),
        ("20@2031:", "names no loss and date"),
        ("many@2031", "many"),
        ("-1@2031", "-1"),
        ("20@2031:absense", "Nearest: absence"),
        ("20@2099", "outside the scenario, 2026Q1 to 2040Q4"),
    ],
)
def test_what_it_is_not_is_told(said: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        disaster_settings(said, START, 60)


def test_a_design_refuses_it_where_its_mechanism_is_frozen() -> None:
    assert Design("us-japan", ("as_is",), disaster="20@2031").disaster == "20@2031"
    with pytest.raises(InputError, match="frozen"):
        Design("us-japan", ("as_is",), disaster="20@2031", frozen=("politics.disaster",))
