"""perception.signals: emissions of a hidden type, consultation and surprise."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.model.perception.signals import MECHANISM
from kaname.model.world.samples import SMALL, empty_tables, random_params, random_world
from kaname.words.axes import (
    ALLY_SIDE,
    CONDUCT,
    EXERCISE,
    INTERNATIONALIST,
    PRESENCE,
    PROTECTOR_SIDE,
    REASSURANCE,
    RETRENCHER,
    REVERSAL,
    STATEMENT,
    TARIFF,
    TRANSACTIONAL,
)
from kaname.words.levers import LAPSED, LEVER
from tests.laws.shown import Shown
from tests.model.perception.ground import HOME, PROTECTOR, calm, runner

SHOWN = Shown("support_alliance.ally")

run = runner(MECHANISM)
FUTURES = 30


def _shape(rng, w, p, tables):  # type: ignore[no-untyped-def]
    w.conduct[:] = rng.choice([0.0, 1.0, -1.0], w.conduct.shape)
    w.lever[LEVER["consultation"]] = rng.uniform()
    w.lever_wait[:] = rng.integers(0, 2, w.lever_wait.shape)


def _mean(change, look) -> float:  # type: ignore[no-untyped-def]
    """Mean of what `look` sees over the same futures after a change to the calm world."""
    seen = []
    for future in range(FUTURES):
        w, p, tables = calm()
        change(w, p)
        run(w, p, tables, future=future)
        seen.append(float(look(w)))
    return float(np.mean(seen))


def _set(name: str, value: float):  # type: ignore[no-untyped-def]
    return lambda w, p: w.lever.__setitem__(LEVER[name], value)


def _type(g: int):  # type: ignore[no-untyped-def]
    return lambda w, p: w.__setattr__("administration", g)


WORLDS = 80
PREPARE = _shape


def test_signals_stay_bounded_in_any_world() -> None:
    for future in range(30):
        rng = np.random.default_rng(future)
        w, p = random_world(rng), random_params(rng)
        run(w, p, empty_tables(SMALL), future=future)
        assert (np.abs(w.signal) <= 5.0).all()
        assert 0.0 <= w.consultation_level <= 1.0
        assert w.surprise_count in (0, 1, 2)


def test_types_differ_in_what_they_send() -> None:
    for kind, first, second in ((STATEMENT, INTERNATIONALIST, RETRENCHER), (TARIFF, TRANSACTIONAL, INTERNATIONALIST)):
        one = _mean(_type(first), lambda w, kind=kind: w.signal[kind])
        assert one > _mean(_type(second), lambda w, kind=kind: w.signal[kind])


def test_a_promise_shows_as_far_as_the_type_keeps_it() -> None:
    def promised(g: int):  # type: ignore[no-untyped-def]
        def change(w, p):  # type: ignore[no-untyped-def]
            w.administration = g
            w.lever[LEVER["clarity"]] = 1.0
            p.emission_mean[:] = 0.0

        return change

    kept = _mean(promised(INTERNATIONALIST), lambda w: w.signal[STATEMENT])
    broken = _mean(promised(RETRENCHER), lambda w: w.signal[STATEMENT])
    w, p, tables = calm()
    promised(RETRENCHER)(w, p)
    run(w, p, tables)
    assert w.signal_promised[STATEMENT] == pytest.approx(0.5 / p.signal_unit[STATEMENT])
    assert kept > broken > 0.0


@pytest.mark.system("S05")
def test_the_caveat_on_sovereignty_is_a_signal_apart_from_the_rest_of_the_statement() -> None:
    base = calm()
    run(*base)
    w, p, tables = calm()
    w.lever[LEVER["sovereignty_support"]] = 1.0
    run(w, p, tables)
    assert w.signal[STATEMENT] == base[0].signal[STATEMENT]
    assert w.caveat > base[0].caveat


@pytest.mark.system("S16")
def test_reassurance_of_the_rival_is_sent_whatever_else_is_said() -> None:
    more = _mean(_set("reassurance", 1.0), lambda w: w.signal[REASSURANCE])
    assert more > _mean(_set("reassurance", 0.0), lambda w: w.signal[REASSURANCE])


def test_forces_and_tariffs_are_seen_as_they_are() -> None:
    fewer = _mean(lambda w, p: w.__setattr__("presence", 0.3), lambda w: w.signal[PRESENCE])
    assert fewer < _mean(lambda w, p: None, lambda w: w.signal[PRESENCE]) - 1.0


@pytest.mark.system("S17")
def test_a_tariff_on_a_friend_is_a_misclassification_that_can_be_observed() -> None:
    look = lambda w: w.misclassification  # noqa: E731
    assert _mean(lambda w, p: w.__setattr__("tariff", 0.25), look) > _mean(lambda w, p: None, look) + 1.0


@pytest.mark.system("S15")
def test_lapsed_promises_and_changes_of_leadership_are_reversals() -> None:
    look = lambda w: w.signal[REVERSAL]  # noqa: E731
    base = _mean(lambda w, p: None, look)
    assert _mean(lambda w, p: w.leader_change.__setitem__(PROTECTOR_SIDE, 1.0), look) > base

    def lapse(w, p):  # type: ignore[no-untyped-def]
        w.lever_state[3], w.lever_wait[3] = LAPSED, 1.0

    assert _mean(lapse, look) == 1.0


@pytest.mark.system("S36")
def test_cancelled_exercises_surprise_unless_the_ally_is_consulted() -> None:
    def cancelling(consulted: float):  # type: ignore[no-untyped-def]
        def change(w, p):  # type: ignore[no-untyped-def]
            p.exercise_cancelling[:] = 1.0
            p.surprise_rate[:] = 0.0
            w.consultation_level = w.lever[LEVER["consultation"]] = consulted
            p.promise_keeping[:] = 1.0
            p.consultation_frustration = p.consultation_doubt = 0.0

        return change

    assert _mean(cancelling(0.0), lambda w: w.surprise_count) == 1.0
    assert _mean(cancelling(1.0), lambda w: w.surprise_count) == 0.0
    sent = _mean(cancelling(0.0), lambda w: w.signal[EXERCISE])
    assert sent < _mean(lambda w, p: None, lambda w: w.signal[EXERCISE]) - 1.0


@pytest.mark.system("S19")
def test_an_ally_that_never_decides_is_consulted_less_and_surprised_more() -> None:
    def slow(days: float, knowledge: float):  # type: ignore[no-untyped-def]
        def change(w, p):  # type: ignore[no-untyped-def]
            w.decision_days[HOME] = days
            w.window[ALLY_SIDE] = 1.0 if days > 100.0 else 0.0
            p.knowledge_of_ally[:] = knowledge
            p.surprise_rate[:] = 1.0
            p.consultation_speed = 1.0

        return change

    level, count = (lambda w: w.consultation_level), (lambda w: w.surprise_count)
    assert _mean(slow(300.0, 0.2), level) < _mean(slow(1.0, 0.2), level)
    assert _mean(slow(300.0, 0.2), count) > _mean(slow(1.0, 0.2), count)
    lost_unknown = _mean(slow(1.0, 0.2), level) - _mean(slow(300.0, 0.2), level)
    lost_known = _mean(slow(1.0, 0.9), level) - _mean(slow(300.0, 0.9), level)
    assert lost_known < lost_unknown


def test_conduct_is_that_of_the_last_crises_weighted_by_the_protectors_stake() -> None:
    w, p, tables = calm()
    run(w, p, tables)
    assert w.signal[CONDUCT] == 0.0
    w.conduct[:] = (-1.0, 1.0, 0.0)
    p.stake[:, PROTECTOR] = (0.9, 0.3, 0.5)
    run(w, p, tables)
    assert w.signal[CONDUCT] == pytest.approx((-0.9 + 0.3) / 1.2)


def test_a_surprise_is_told_with_its_terms() -> None:
    w, p, tables = calm()
    p.surprise_rate[:] = 1.0
    w.consultation_level = w.lever[LEVER["consultation"]] = 0.0
    turn = run(w, p, tables, log=4)
    assert turn.used[0] == 1
    assert turn.log[0, 3] == PROTECTOR
    assert turn.log[0, 4] == pytest.approx(w.consultation_level)
