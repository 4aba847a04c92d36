"""Settings: what is understood, and what is answered to the rest."""

from __future__ import annotations

import pytest

from kaname.compile.compiled import Compiled
from kaname.core.errors import InputError
from kaname.study.crises.case import Case, eve_of
from kaname.study.crises.settings import FROM_START, ON_THE_EVE, settings_of
from kaname.words.levers import LEVER


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("clarity", "is not NAME=VALUE"), ("clarty=1", "Nearest: clarity"), ("clarity=2", "2 is outside 0..1"),
        ("clarity=x", "x is not a number"), ("clarity=nan", "is not a number"), ("clarity.us=1", "has no members"),
        ("stake.senkaku.us=7", "outside"), ("stake.senkak.us=0.5", "Nearest: senkaku"),
        ("gdp=1", "does not read the state gdp"),
        ("stake.senkaku.us.us=1", "fewer axes"), ("covered.senkaku=0.5", "not a whole number"),
        ("ending=1", "does not read the state ending"),
    ],
)  # fmt: skip
def test_a_setting_that_cannot_be_is_told(flagship: Compiled, said: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        settings_of([said], flagship.axes)


def test_a_setting_made_twice_is_told(flagship: Compiled) -> None:
    with pytest.raises(InputError, match="clarity is set twice"):
        settings_of(["clarity=1", "clarity=0"], flagship.axes)


def test_levers_and_parameters_hold_from_the_start_and_states_on_the_eve(flagship: Compiled) -> None:
    said = ["clarity=0.25", "homeland_risk.cn=0.5", "stake.senkaku=0.75", "picture_law.cn.senkaku=0.3"]
    settings = settings_of(said, flagship.axes)
    assert [one.when for one in settings] == [FROM_START, ON_THE_EVE, FROM_START, ON_THE_EVE]
    eve = eve_of(Case(flagship, "as_is", 0, quarter=2, runs=3, settings=settings))
    actors = list(flagship.axes["actor"])
    assert (eve.worlds.lever[:, LEVER["clarity"]] == 0.25).all()
    assert (eve.worlds.homeland_risk[:, actors.index("cn")] == 0.5).all()
    assert (eve.worlds.homeland_risk[:, actors.index("kp")] != 0.5).all()
    assert (eve.params.stake[:, 0] == 0.75).all()
    assert (eve.params.stake[:, 2] != 0.75).any()
    assert (eve.worlds.picture_law[:, actors.index("cn"), 0] == 0.3).all()


def test_a_lever_set_from_the_start_has_moved_beliefs_by_the_date(flagship: Compiled) -> None:
    settings = [settings_of([f"reassurance={value}"], flagship.axes) for value in (0, 1)]
    low, high = (eve_of(Case(flagship, "as_is", 0, quarter=4, runs=6, settings=one)) for one in settings)
    assert (low.worlds.belief != high.worlds.belief).any()
