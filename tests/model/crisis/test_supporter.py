"""Supporters and further rounds as they are played: law binds the one, a bound ends the other."""

from __future__ import annotations

from collections import Counter

from kaname.model.crisis.response import respond as play
from kaname.words.axes import REAR_SUPPORT
from kaname.words.events import KIND
from kaname.words.moves import ASSIST, STAND_ASIDE
from tests.model.crisis.games import crisis_world, flagship_forms, tables_with, turn_of

TABLES = tables_with(flagship_forms())
ISLET, SEA = 0, 3


def test_a_supporter_is_asked_in_waters_far_away_and_law_binds_it() -> None:
    made: Counter[tuple[int, int]] = Counter()
    barred = 0
    for number in range(120):
        w, p, _ = crisis_world(number)
        p.host[SEA], p.choice_precision, p.misread_chance, w.permit[:] = -1, 0.0, 0.0, 1
        w.permit[SEA, REAR_SUPPORT] = number % 2
        turn = turn_of(number, TABLES, log=600)
        play(w, p, turn, SEA)
        for row in turn.log[: turn.used[0]]:
            if row[2] == KIND["supporter"]:
                assert row[3] == p.ally
                made[number % 2, int(row[5])] += 1
            barred += row[2] == KIND["barred"] and row[7] == REAR_SUPPORT
    assert made[0, ASSIST] == 0
    assert min(made[0, STAND_ASIDE], made[1, STAND_ASIDE], made[1, ASSIST], barred) > 0


def test_without_rounds_left_no_crisis_goes_on() -> None:
    def rounds(most: int) -> int:
        total = 0
        for number in range(60):
            w, p, _ = crisis_world(number)
            p.most_rounds, p.choice_precision, w.permit[:] = most, 1.0, 1
            play(w, p, turn_of(number, TABLES), ISLET)
            assert w.total_challenges[ISLET] <= 1
            assert w.total_supported[ISLET] <= 1
            assert w.total_rounds < most
            total += int(w.total_rounds)
        return total

    assert rounds(1) == 0
    assert rounds(4) > rounds(2) > 0
