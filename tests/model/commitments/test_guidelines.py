"""commitments.guidelines: revised when asked for and affordable, slowly carried out, and roles grow clearer."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.model.commitments.guidelines import MECHANISM
from kaname.model.world.samples import SMALL, empty_tables, random_params, random_world
from kaname.words.axes import ALLY_SIDE, CIVIL_FACILITIES, HOMELAND, PROTECTOR_SIDE
from kaname.words.levers import LEVER
from tests.laws.shown import Shown
from tests.model.perception.ground import ALLY, RIVAL, calm, runner

SHOWN = Shown("dispersal")

run = runner(MECHANISM)


def _shape(rng, w, p, tables):  # type: ignore[no-untyped-def]
    w.window[:] = rng.integers(0, 2, w.window.shape) * rng.integers(0, 2)
    p.revision_capital = 0.2
    p.revision_base = rng.uniform(-40, 5)
    w.lever[LEVER["guidelines_interval"]] = 60.0


def _quarters_to_revision(change) -> float:  # type: ignore[no-untyped-def]
    waits = []
    for future in range(25):
        w, p, tables = calm()
        p.revision_base = -5.0
        change(w, p)
        quarter = 0
        while w.revisions == 0 and quarter < 60:
            run(w, p, tables, quarter=quarter, future=future)
            quarter += 1
        waits.append(quarter)
    return float(np.mean(waits))


def _revise_now(w, p) -> None:  # type: ignore[no-untyped-def]
    p.revision_base = 5.0
    p.revision_capital = 0.0


WORLDS = 80
PREPARE = _shape


def test_shares_stay_shares_in_any_world() -> None:
    for future in range(20):
        rng = np.random.default_rng(future)
        w, p, tables = random_world(rng), random_params(rng), empty_tables(SMALL)
        _shape(rng, w, p, tables)
        w.lever[:] = w.lever % 1.0
        w.lever[LEVER["guidelines_interval"]] = 60.0
        run(w, p, tables, future=future)
        for field in (w.promised, w.implemented, w.role_clarity):
            assert (np.asarray(field) >= 0.0).all()
            assert (np.asarray(field) <= 1.0).all()


@pytest.mark.system("S03")
def test_failed_practice_and_new_threats_bring_a_revision_nearer() -> None:
    base = _quarters_to_revision(lambda w, p: None)

    def failing(w, p):  # type: ignore[no-untyped-def]
        w.unmet[PROTECTOR_SIDE] = 0.8

    def threatened(w, p):  # type: ignore[no-untyped-def]
        w.threat[ALLY, RIVAL] = 0.9

    assert _quarters_to_revision(failing) < base
    assert _quarters_to_revision(threatened) < base


@pytest.mark.system("S23")
def test_no_capital_or_an_election_ahead_means_no_revision() -> None:
    for side in (ALLY_SIDE, PROTECTOR_SIDE):
        for field, value in (("capital", 0.05), ("window", 1.0)):
            w, p, tables = calm()
            p.revision_base = 5.0
            w[field][side] = value
            run(w, p, tables)
            assert w.revisions == 0


@pytest.mark.system("S03")
def test_a_revision_sets_new_promises_that_are_not_yet_done() -> None:
    w, p, tables = calm()
    _revise_now(w, p)
    w.lever[LEVER["scope_core"]] = 1.0
    w.implemented[:] = 0.8
    p.implementation_speed[:] = 0.0
    turn = run(w, p, tables, log=2)
    assert (w.revisions, w.guidelines_age) == (1, 0.0)
    assert w.promised[HOMELAND] == 1.0
    assert w.implemented[HOMELAND] == pytest.approx(0.8 * 0.5)
    assert turn.log[0, 6] == pytest.approx(41.0)


@pytest.mark.system("S22")
def test_short_cycles_leave_more_promises_undone() -> None:
    done = {}
    for interval in (8.0, 72.0):
        totals = []
        for future in range(12):
            w, p, tables = calm()
            rng = np.random.default_rng(future)
            p.revision_base, p.revision_age, p.revision_capital, p.revision_mismatch = -9.0, 8.0, 0.0, 0.0
            w.lever[LEVER["guidelines_interval"]], w.guidelines_age = interval, 0.0
            for quarter in range(60):
                w.lever[LEVER["scope_core"]] = 0.5 + 0.5 * rng.random()
                w.lever[LEVER["scope_wide"]] = 0.5 + 0.5 * rng.random()
                run(w, p, tables, quarter=quarter, future=future)
            totals.append(float(w.implemented.mean()))
        done[interval] = np.mean(totals)
    assert done[8.0] < done[72.0]


@pytest.mark.system("S08")
def test_civil_facilities_are_carried_out_most_slowly() -> None:
    w, p, tables = calm()
    w.implemented[:] = 0.2
    p.revision_base = -20.0
    for quarter in range(12):
        run(w, p, tables, quarter=quarter)
    assert w.implemented[CIVIL_FACILITIES] == w.implemented.min()
    assert w.implemented[CIVIL_FACILITIES] < w.implemented[HOMELAND] - 0.05


def test_nothing_is_carried_out_in_an_election_window() -> None:
    w, p, tables = calm()
    w.window[ALLY_SIDE] = 1.0
    before = w.implemented.copy()
    run(w, p, tables)
    assert np.array_equal(w.implemented, before)


@pytest.mark.system("S10")
def test_a_named_role_with_an_operational_posture_makes_roles_clearer() -> None:
    clear = []
    for posture in (0.0, 1.0):
        w, p, tables = calm()
        p.revision_base = -20.0
        w.lever[LEVER["first_responder_readiness"]] = posture
        for quarter in range(20):
            run(w, p, tables, quarter=quarter)
        clear.append(float(w.role_clarity))
    assert clear[1] > clear[0] + 0.05


@pytest.mark.system("S03")
def test_a_text_that_grows_old_makes_roles_vaguer() -> None:
    def clarity(age: float, ageing: float) -> float:
        w, p, tables = calm()
        p.revision_base, p.clarity_ageing, p.clarity_half = -40.0, ageing, 48.0
        w.guidelines_age = age
        for quarter in range(20):
            run(w, p, tables, quarter=quarter)
        return float(w.role_clarity)

    assert clarity(100.0, 0.5) < clarity(4.0, 0.5)
    assert clarity(100.0, 0.0) == clarity(4.0, 0.0)
