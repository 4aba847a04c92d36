"""Votes counted in seats: majorities, the lower chamber's right, two thirds for an amendment."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from kaname.core.kernel import plain
from kaname.model.politics.votes import MECHANISM, of_amendment, of_step
from kaname.words.axes import AMENDMENT, LAW, LOWER, PACIFIST, PARTY_FAMILIES, TREATY, UPPER
from tests.laws.shown import NotShown
from tests.model.economy.worlds import play, still

SHOWN = NotShown("The count says how likely a vote carries; what that moves in other rooms drowns in 600 futures.")
LEFT, CENTRE_LEFT, CENTRE, CONSERVATIVE, REFORM, RIGHT = range(len(PARTY_FAMILIES))
SURE = 40.0


def shape(rng: np.random.Generator, w: Any, p: Any, marks: Any) -> None:
    w.seats[:] *= rng.integers(0, 2, (2, 1))
    w.in_government[:] = rng.integers(0, 2, len(PARTY_FAMILIES))
    p.vote_discipline, p.vote_opposition = rng.uniform(-1, 6), rng.uniform(-3, 5)


PREPARE = shape
WORLDS = 200


def counted(upper: list[float], lower: list[float], aye: list[int]) -> list[float]:
    """Chances of a law, a treaty and an amendment where these families surely vote aye and all others surely no."""
    w, p = still()
    w.seats[UPPER], w.seats[LOWER] = upper, lower
    w.in_government[:] = 0
    w.in_government[aye] = 1
    p.vote_discipline = p.vote_opposition = SURE
    p.amendment_stance[:], p.amendment_public = -SURE, 0.0
    p.amendment_stance[aye] = SURE
    return [round(float(chance), 6) for chance in play(MECHANISM, w, p).vote_chance]


GOVERNS = [CONSERVATIVE, REFORM]


@pytest.mark.system("S26")
@pytest.mark.parametrize(
    ("upper", "lower", "carries"),
    [
        ([0, 100, 0, 140, 8, 0], [0, 200, 0, 240, 25, 0], [1, 1, 0]),  # a majority of both
        ([0, 140, 0, 100, 8, 0], [0, 200, 0, 240, 25, 0], [0, 1, 0]),  # the upper chamber is against
        ([0, 140, 0, 100, 8, 0], [0, 155, 0, 300, 10, 0], [0, 1, 0]),  # and two thirds are missing by one seat
        ([0, 140, 0, 100, 8, 0], [0, 155, 0, 300, 11, 0], [1, 1, 0]),  # two thirds of 466
        ([0, 82, 0, 160, 6, 0], [0, 155, 0, 300, 11, 0], [1, 1, 1]),  # two thirds of both
        ([0, 83, 0, 160, 5, 0], [0, 155, 0, 300, 11, 0], [1, 1, 0]),  # 165 of 248 are one too few
        ([0, 0, 0, 248, 0, 0], [0, 233, 0, 220, 13, 0], [0, 0, 0]),  # half is no majority
    ],
)
def test_majorities_are_those_of_the_constitution(upper: list[float], lower: list[float], carries: list[int]) -> None:
    assert counted(upper, lower, GOVERNS) == carries


def test_a_chamber_without_seats_is_not_asked_and_without_any_seats_nothing_is_counted() -> None:
    assert counted([0] * 6, [0, 140, 0, 150, 10, 0], GOVERNS) == [1, 1, 0]
    assert counted([0] * 6, [0, 90, 0, 200, 10, 0], GOVERNS) == [1, 1, 1]
    assert counted([0] * 6, [0] * 6, GOVERNS) == [1, 1, 0]


def test_the_count_over_ways_is_the_share_of_drawn_votes_that_carry() -> None:
    w, p = still()
    play(MECHANISM, w, p)
    rng = np.random.default_rng(3)
    draws = rng.random((40_000, len(PARTY_FAMILIES)))
    ayes = draws < [plain(of_step)(w, p, f) for f in range(len(PARTY_FAMILIES))]
    above, below = ayes @ w.seats[UPPER], ayes @ w.seats[LOWER]
    law = ((below > 232.5) & (above > 124)) | (below >= p.override_share * 465)
    assert w.vote_chance[LAW] == pytest.approx(law.mean(), abs=0.01)
    assert w.vote_chance[TREATY] == pytest.approx((below > 232.5).mean(), abs=0.01)
    amending = draws < [plain(of_amendment)(w, p, f) for f in range(len(PARTY_FAMILIES))]
    both = (amending @ w.seats[UPPER] >= p.amendment_share * 248) & (
        amending @ w.seats[LOWER] >= p.amendment_share * 465
    )
    assert w.vote_chance[AMENDMENT] == pytest.approx(both.mean(), abs=0.01)


def test_fewer_pacifists_in_the_public_bring_an_amendment_nearer() -> None:
    chances = []
    for fewer in (0.0, 0.1):
        w, p = still()
        w.public_ideology[PACIFIST] -= fewer
        chances.append(float(play(MECHANISM, w, p).vote_chance[AMENDMENT]))
    assert chances[0] < chances[1]
