"""Standing in the economic competition, and what the protector's public makes of it."""

from __future__ import annotations

import pytest

from kaname.model.economy.competition import MECHANISM
from kaname.model.politics.opinion import MECHANISM as OPINION
from kaname.words.axes import ALLY_SIDE, INDUSTRY, PROTECTOR_SIDE
from tests.laws.shown import Shown
from tests.model.economy.worlds import RIVAL, play, still

SHOWN = Shown("support_alliance.protector")


def test_a_larger_rival_lowers_the_alliances_standing() -> None:
    w, p = still()
    grown, _ = still()
    grown.gdp[RIVAL] *= 2
    assert play(MECHANISM, grown, p, quarters=12).competition < play(MECHANISM, w, p, quarters=12).competition


@pytest.mark.system("S66")
def test_the_allys_work_on_industry_reaches_the_protectors_public_apart_from_tariffs() -> None:
    working, p = still()
    idle, _ = still()
    working.delivered[ALLY_SIDE, INDUSTRY], idle.delivered[ALLY_SIDE, INDUSTRY] = 0.9, 0.0
    for w in (working, idle):
        play(MECHANISM, w, p, quarters=20)
        play(OPINION, w, p, quarters=8)
    assert working.tariff == idle.tariff
    assert working.competition > idle.competition
    assert working.support_alliance[PROTECTOR_SIDE] > idle.support_alliance[PROTECTOR_SIDE]
