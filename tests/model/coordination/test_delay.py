"""coordination.delay: days of law, stretched by politics, saved by practice and delegation within the law."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.core.kernel import plain
from kaname.model.coordination.delay import MECHANISM
from kaname.model.world.samples import SMALL, empty_tables, random_params, random_world, turn_of
from kaname.words.axes import (
    ALLY_SIDE,
    CABINET,
    ISR_CYBER,
    JOINT,
    PARLIAMENT,
    POLICE_RESPONSE,
    PROTECTOR_SIDE,
    RECOGNITION,
)
from kaname.words.levers import LEVER
from tests.laws.shown import Shown
from tests.model.perception.ground import ABROAD, HOME, calm, runner

SHOWN = Shown("consultation_level")

run = runner(MECHANISM)


def _shape(rng, w, p, tables):  # type: ignore[no-untyped-def]
    tables.law_delay[:] = np.sort(rng.uniform(0, 200, tables.law_delay.shape), axis=-1)


def _after(change) -> tuple[np.ndarray, np.ndarray]:  # type: ignore[no-untyped-def]
    """Decision days and steps at home, over the same futures, after a change to the calm world."""
    days, steps = [], []
    for future in range(8):
        w, p, tables = calm()
        change(w, p)
        run(w, p, tables, future=future)
        days.append(float(w.decision_days[HOME]))
        steps.append(w.delay[HOME].copy())
    return np.array(days), np.array(steps)


WORLDS = 80
PREPARE = _shape


def test_the_parts_of_law_and_politics_make_the_whole() -> None:
    for future in range(20):
        rng = np.random.default_rng(future)
        w, p, tables = random_world(rng), random_params(rng), empty_tables(SMALL)
        _shape(rng, w, p, tables)
        w.intelligence_level = w.intelligence_level % 1.0
        w.lever[:] = w.lever % 1.0
        run(w, p, tables, future=future)
        assert (w.delay >= 0.0).all()
        assert (w.decision_days <= 1000.0).all()
        assert np.allclose(w.politics_days, np.maximum(w.decision_days - w.law_days, 0.0))


def test_where_law_takes_no_time_politics_cannot_stretch_it() -> None:
    w, p, tables = calm()
    tables.law_delay[:] = 0.0
    run(w, p, tables)
    assert (w.decision_days == 0.0).all()


@pytest.mark.system("S09")
def test_a_challenge_timed_into_an_election_window_meets_a_slower_answer() -> None:
    calm_days, calm_steps = _after(lambda w, p: None)
    days, steps = _after(lambda w, p: w.window.__setitem__(ALLY_SIDE, 1.0))
    assert (days > calm_days).all()
    assert (steps[:, CABINET] > calm_steps[:, CABINET]).all()
    assert (steps[:, PARLIAMENT] > calm_steps[:, PARLIAMENT]).all()
    assert np.array_equal(steps[:, RECOGNITION], calm_steps[:, RECOGNITION])
    _, theirs = _after(lambda w, p: w.window.__setitem__(PROTECTOR_SIDE, 1.0))
    assert (theirs[:, JOINT] > calm_steps[:, JOINT]).all()


@pytest.mark.system("S06")
def test_practised_coordination_shortens_joint_decision() -> None:
    paper, _ = _after(lambda w, p: w.__setattr__("habit", 0.0))
    used, _ = _after(lambda w, p: w.__setattr__("habit", 1.0))
    assert (used < paper).all()


@pytest.mark.system("S07")
def test_combined_command_decides_sooner_than_parallel_command() -> None:
    parallel, _ = _after(lambda w, p: w.lever.__setitem__(LEVER["command_mode"], 0.0))
    combined, _ = _after(lambda w, p: w.lever.__setitem__(LEVER["command_mode"], 1.0))
    assert (combined < parallel).all()


@pytest.mark.system("S04")
def test_an_undetermined_answer_costs_decision_time() -> None:
    plain_case, _ = _after(lambda w, p: None)
    open_case, _ = _after(lambda w, p: w.undetermined.__setitem__(HOME, 3.0))
    quarrel, _ = _after(lambda w, p: w.covered.__setitem__(HOME, 2))
    assert (open_case > plain_case).all()
    assert (quarrel > plain_case).all()


@pytest.mark.system("S46")
def test_agreed_triggers_cut_hesitation() -> None:
    none, _ = _after(lambda w, p: w.lever.__setitem__(LEVER["triggers"], 0.0))
    agreed, _ = _after(lambda w, p: w.lever.__setitem__(LEVER["triggers"], 1.0))
    assert (agreed < none).all()


@pytest.mark.system("S25")
def test_shared_intelligence_gives_warning() -> None:
    _, blind = _after(lambda w, p: w.__setattr__("intelligence_level", 0.0))
    _, warned = _after(lambda w, p: w.__setattr__("intelligence_level", 1.0))
    assert (warned[:, RECOGNITION] < blind[:, RECOGNITION]).all()


@pytest.mark.system("S02")
def test_delegation_saves_time_only_where_the_law_permits_the_response() -> None:
    def delegated(w, p):  # type: ignore[no-untyped-def]
        w.lever[LEVER["decision_predelegation"]] = 1.0

    def nothing_delegated(w, p):  # type: ignore[no-untyped-def]
        w.lever[LEVER["decision_predelegation"]] = 0.0

    def without_power(w, p):  # type: ignore[no-untyped-def]
        delegated(w, p)
        w.permit[HOME, POLICE_RESPONSE] = 0

    none, _ = _after(nothing_delegated)
    assert (_after(delegated)[0] < none).all()
    assert np.array_equal(_after(without_power)[0], none)


def test_anothers_contingency_waits_for_the_finding_of_a_threat_to_survival() -> None:
    w, p, tables = calm()
    tables.law_delay[:, :, 3] *= 10.0
    run(w, p, tables)
    assert w.decision_days[ABROAD] > 2.0 * w.decision_days[HOME]


def test_compiled_and_uncompiled_agree() -> None:
    for future in range(10):
        rng = np.random.default_rng(future)
        one, p, tables = random_world(rng), random_params(rng), empty_tables(SMALL)
        _shape(rng, one, p, tables)
        other = one.copy()
        turn = turn_of(future, tables)
        MECHANISM.run(one, p, turn)
        plain(MECHANISM.run)(other, p, turn)
        assert np.allclose(one.delay, other.delay, rtol=1e-9)
        assert np.allclose(one.decision_days, other.decision_days, rtol=1e-9)


@pytest.mark.system("S25")
def test_own_sensors_and_the_partners_warning_shorten_recognition_alone() -> None:
    def watch(sensors: float, partner: float):  # type: ignore[no-untyped-def]
        def change(w, p):  # type: ignore[no-untyped-def]
            p.recognition_own, p.recognition_half, p.recognition_partner, p.recognition_warning = 0.5, 60.0, 0.5, 0.5
            w.stock[p.ally, ISR_CYBER], w.trilateral_level, w.intelligence_level = sensors, partner, 0.2
            p.challenger[HOME] = p.proliferator

        return change

    (_, blind), (_, seeing), (_, warned) = _after(watch(1.0, 0.0)), _after(watch(200.0, 0.0)), _after(watch(1.0, 0.9))
    for steps in (seeing, warned):
        assert (steps[:, RECOGNITION] < blind[:, RECOGNITION]).all()
        assert np.array_equal(steps[:, JOINT], blind[:, JOINT])


@pytest.mark.system("S17")
def test_governments_that_consult_decide_together_sooner() -> None:
    def consulted(level: float):  # type: ignore[no-untyped-def]
        def change(w, p):  # type: ignore[no-untyped-def]
            p.joint_unconsulted, w.consultation_level = 0.3, level

        return change

    (_, silent), (_, talking) = _after(consulted(0.0)), _after(consulted(1.0))
    assert (talking[:, JOINT] < silent[:, JOINT]).all()
