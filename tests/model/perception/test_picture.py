"""perception.picture: each government's own picture; age, bias, noise, information; gaps as a pure function."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.core.kernel import plain
from kaname.model.perception.picture import MECHANISM, distance
from kaname.model.world.samples import SMALL, empty_tables, random_params, random_world
from kaname.words.axes import ALLY_SIDE, HOST_CONSENT_COMBAT_USE, MILITARY_RESPONSE, REAR_SUPPORT
from tests.laws.shown import Shown
from tests.model.perception.ground import ALLY, HOME, PROTECTOR, RIVAL, calm, runner

SHOWN = Shown("tempo_usual.senkaku")

run = runner(MECHANISM)


def _shape(rng, w, p, tables):  # type: ignore[no-untyped-def]
    w.permit[:] = rng.integers(0, 3, w.permit.shape)
    p.cyber_case[:], p.missile_case[:] = rng.integers(0, 2, (2, 3))


def _settled(change, quarters: int = 80, future: int = 1):  # type: ignore[no-untyped-def]
    w, p, tables = calm()
    change(w, p)
    for quarter in range(quarters):
        run(w, p, tables, quarter=quarter, future=future)
    return w


def _spread_of_error(change) -> float:  # type: ignore[no-untyped-def]
    seen = [float(_settled(change, 12, future).picture_capability[ALLY, RIVAL]) for future in range(24)]
    return float(np.std(seen))


WORLDS = 80
PREPARE = _shape


def test_pictures_stay_in_their_ranges_in_any_world() -> None:
    for future in range(20):
        rng = np.random.default_rng(future)
        w, p, tables = random_world(rng), random_params(rng), empty_tables(SMALL)
        _shape(rng, w, p, tables)
        run(w, p, tables, future=future)
        assert ((w.picture_capability >= 0.05) & (w.picture_capability <= 20.0)).all()
        assert ((w.picture_law >= 0.01) & (w.picture_law <= 0.99)).all()
        assert ((w.picture_resolve >= 0.0) & (w.picture_resolve <= 1.0)).all()
        assert ((w.gap >= 0.0) & (w.gap <= 1.0)).all()


def test_distance_is_symmetric_and_nothing_between_equal_pictures() -> None:
    rng = np.random.default_rng(5)
    w, p = random_world(rng), random_params(rng)
    measure = plain(distance)
    assert measure(w, p, 0, 1, HOME) == pytest.approx(measure(w, p, 1, 0, HOME))
    assert measure(w, p, 1, 1, HOME) == 0.0


@pytest.mark.system("S11")
def test_gaps_come_from_pictures_that_differ_and_are_none_between_equal_ones() -> None:
    def silent(w, p):  # type: ignore[no-untyped-def]
        p.capability_noise = p.resolve_noise = 0.0

    def biased(w, p):  # type: ignore[no-untyped-def]
        silent(w, p)
        p.capability_bias[ALLY], p.delay_bias[PROTECTOR] = 0.5, 3.0
        w.belief[ALLY] = 0.1

    assert np.allclose(_settled(silent).gap, 0.0, atol=1e-9)
    assert (_settled(biased).gap > 0.1).all()


@pytest.mark.system("S25")
def test_shared_intelligence_shrinks_the_allies_errors_and_no_one_elses() -> None:
    def shared(level: float):  # type: ignore[no-untyped-def]
        return lambda w, p: w.__setattr__("intelligence_level", level)

    assert _spread_of_error(shared(1.0)) < _spread_of_error(shared(0.0))
    one, other = _settled(shared(1.0), 4), _settled(shared(0.0), 4)
    assert np.array_equal(one.picture_capability[RIVAL], other.picture_capability[RIVAL])


@pytest.mark.system("S54")
def test_channels_lower_misperception_and_may_deceive() -> None:
    def open_channels(w, p):  # type: ignore[no-untyped-def]
        w.channels[RIVAL] = 1.0

    def bluff(w, p):  # type: ignore[no-untyped-def]
        open_channels(w, p)
        p.channel_deception, p.resolve_noise = 0.1, 0.0

    assert _spread_of_error(open_channels) < _spread_of_error(lambda w, p: None)
    assert _settled(bluff).picture_resolve[ALLY, RIVAL] > 0.55


@pytest.mark.system("S18")
def test_a_leaders_image_is_read_as_resolve_abroad_and_otherwise_at_home() -> None:
    def image(w, p):  # type: ignore[no-untyped-def]
        w.leader_image[ALLY_SIDE], p.image_abroad, p.image_at_home, p.resolve_noise = 1.0, 0.2, -0.1, 0.0

    w = _settled(image)
    assert w.picture_resolve[RIVAL, ALLY] == pytest.approx(0.7, abs=0.01)
    assert w.picture_resolve[ALLY, ALLY] == pytest.approx(0.4)
    assert w.picture_resolve[ALLY, RIVAL] == pytest.approx(0.5, abs=0.01)


@pytest.mark.system("S04")
def test_an_open_question_of_law_is_a_guess_between_yes_and_no() -> None:
    levels = []
    for answer in (0, 2, 1):
        w = _settled(lambda w, p, answer=answer: w.permit.__setitem__((HOME, MILITARY_RESPONSE), answer))
        levels.append(float(w.picture_law[RIVAL, HOME]))
    assert levels[0] == pytest.approx(0.01, abs=1e-3)
    assert levels[1] == pytest.approx(0.5, abs=1e-3)
    assert levels[2] == pytest.approx(0.99, abs=1e-3)


def test_expected_delay_follows_what_decisions_take_with_a_lag_and_a_bias() -> None:
    w, p, tables = calm()
    w.decision_days[HOME], p.delay_bias[RIVAL] = 20.0, 1.5
    run(w, p, tables)
    assert 3.0 < w.picture_delay[RIVAL, HOME] < 30.0
    for quarter in range(80):
        run(w, p, tables, quarter=quarter)
    assert w.picture_delay[RIVAL, HOME] == pytest.approx(30.0, abs=0.1)


@pytest.mark.system("S04")
def test_the_law_that_others_guess_at_is_that_of_the_answer_the_ally_is_asked_for() -> None:
    away = 1

    def only(move: int, host: int):  # type: ignore[no-untyped-def]
        def change(w, p):  # type: ignore[no-untyped-def]
            w.permit[:], p.host[away] = 0, host
            w.permit[:, move] = 1

        return change

    for host, move, other in ((ALLY, HOST_CONSENT_COMBAT_USE, REAR_SUPPORT), (-1, REAR_SUPPORT, MILITARY_RESPONSE)):
        assert _settled(only(move, host)).picture_law[RIVAL, away] == pytest.approx(0.99, abs=1e-3)
        assert _settled(only(other, host)).picture_law[RIVAL, away] == pytest.approx(0.01, abs=1e-3)
