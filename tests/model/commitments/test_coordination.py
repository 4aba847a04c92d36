"""commitments.coordination: a habit grown by use, in peace and in crisis, and lost without it."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.model.commitments.coordination import MECHANISM
from kaname.words.levers import LEVER
from tests.laws.shown import Shown
from tests.model.perception.ground import ABROAD, ALLY, HOME, calm, runner

SHOWN = Shown("decision_days.cyber")

run = runner(MECHANISM)


def _after(change, quarters: int = 30, future: int = 0):  # type: ignore[no-untyped-def]
    w, p, tables = calm()
    change(w, p)
    for quarter in range(quarters):
        run(w, p, tables, quarter=quarter, future=future)
    return w


def _crises(rng, w, p, tables):  # type: ignore[no-untyped-def]
    w.rung[:] = rng.integers(0, 2, w.rung.shape)


WORLDS = 80
PREPARE = _crises


@pytest.mark.system("S06")
def test_a_mechanism_that_is_used_becomes_a_habit_and_one_on_paper_does_not() -> None:
    def use(level: float):  # type: ignore[no-untyped-def]
        def change(w, p):  # type: ignore[no-untyped-def]
            w.lever[LEVER["coordination_use"]], w.lever[LEVER["command_mode"]], w.habit = level, 0.0, 0.2

        return change

    assert _after(use(1.0)).habit > 0.5
    assert _after(use(0.0)).habit < 0.2


@pytest.mark.system("S07")
def test_a_combined_command_is_use_every_day() -> None:
    def command(mode: float):  # type: ignore[no-untyped-def]
        def change(w, p):  # type: ignore[no-untyped-def]
            w.lever[LEVER["coordination_use"]], w.lever[LEVER["command_mode"]] = 0.3, mode

        return change

    assert _after(command(1.0)).habit > _after(command(0.0)).habit + 0.1


def test_a_crisis_that_touches_the_ally_teaches() -> None:
    def crisis(place: int, host: int):  # type: ignore[no-untyped-def]
        def change(w, p):  # type: ignore[no-untyped-def]
            w.lever[LEVER["coordination_use"]] = 0.0
            w.rung[place], p.host[ABROAD] = 2, host

        return change

    base = _after(lambda w, p: w.lever.__setitem__(LEVER["coordination_use"], 0.0), 1).habit
    assert _after(crisis(HOME, -1), 1).habit > base
    assert _after(crisis(ABROAD, ALLY), 1).habit > base
    assert _after(crisis(ABROAD, -1), 1).habit == base


def test_habit_stays_a_share() -> None:
    for use in (0.0, 0.5, 1.0):
        w = _after(lambda w, p, use=use: w.lever.__setitem__(LEVER["coordination_use"], use), 200)
        assert np.isfinite(w.habit)
        assert 0.0 <= w.habit <= 1.0


@pytest.mark.system("S06")
def test_exercises_beyond_the_usual_are_use_as_far_as_staffs_exercise_too() -> None:
    def tempo(level: float, counted: float):  # type: ignore[no-untyped-def]
        def change(w, p):  # type: ignore[no-untyped-def]
            p.habit_exercised, p.lever_start[LEVER["exercise_tempo"]] = counted, 0.5
            w.lever[LEVER["coordination_use"]], w.lever[LEVER["command_mode"]] = 0.3, 0.0
            w.lever[LEVER["exercise_tempo"]] = level

        return change

    assert _after(tempo(1.0, 0.5)).habit > _after(tempo(0.5, 0.5)).habit > _after(tempo(0.0, 0.5)).habit
    assert _after(tempo(1.0, 0.0)).habit == _after(tempo(0.0, 0.0)).habit
