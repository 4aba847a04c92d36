"""law.permission: three values read from tables, coverage follows administration, clauses settle or do not."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.model.law.permission import MECHANISM
from kaname.words.axes import (
    ANTICIPATED,
    ARMED_ATTACK,
    GRAY_ZONE,
    HOST_CONSENT_COMBAT_USE,
    MILITARY_RESPONSE,
    MISSILE_DESTRUCTION,
    POLICE_RESPONSE,
    REAR_SUPPORT,
    SURVIVAL_THREATENING,
)
from kaname.words.levers import LEVER
from tests.laws.shown import Shown
from tests.model.perception.ground import ABROAD, HOME, NET, calm, runner

SHOWN = Shown("decision_days.cyber")

run = runner(MECHANISM)
OF_ALLY = 0


def _shape(rng, w, p, tables):  # type: ignore[no-untyped-def]
    for case in ("homeland_case", "missile_case", "cyber_case"):
        p[case][:] = rng.integers(0, 2, p[case].shape)
    w.lever[LEVER["cyber_clause"]] = rng.choice([0.0, 0.5, 1.0])
    tables.law_permit[:] = rng.integers(0, 3, tables.law_permit.shape)
    tables.treaty_covers[:] = rng.integers(0, 3, tables.treaty_covers.shape)


WORLDS = 80
PREPARE = _shape


@pytest.mark.system("S02")
def test_each_move_is_asked_at_the_stage_it_belongs_to() -> None:
    w, p, tables = calm()
    tables.law_permit[:] = 0
    tables.law_permit[:, HOME, GRAY_ZONE, OF_ALLY, POLICE_RESPONSE] = 1
    tables.law_permit[:, HOME, ARMED_ATTACK, OF_ALLY, MILITARY_RESPONSE] = 1
    tables.law_permit[:, ABROAD, ANTICIPATED, OF_ALLY, REAR_SUPPORT] = 2
    tables.law_permit[:, ABROAD, SURVIVAL_THREATENING, OF_ALLY, HOST_CONSENT_COMBAT_USE] = 1
    run(w, p, tables)
    assert w.permit[HOME, POLICE_RESPONSE] == 1
    assert w.permit[HOME, MILITARY_RESPONSE] == 1
    assert w.permit[HOME, REAR_SUPPORT] == 0
    assert w.permit[ABROAD, REAR_SUPPORT] == 2
    assert w.permit[ABROAD, HOST_CONSENT_COMBAT_USE] == 1


@pytest.mark.system("S02")
def test_a_change_of_law_changes_what_is_permitted_from_its_quarter_on() -> None:
    w, p, tables = calm()
    tables.law_permit[:10, HOME, ARMED_ATTACK, OF_ALLY, MILITARY_RESPONSE] = 0
    run(w, p, tables, quarter=9)
    before = int(w.permit[HOME, MILITARY_RESPONSE])
    run(w, p, tables, quarter=10)
    assert (before, int(w.permit[HOME, MILITARY_RESPONSE])) == (0, 1)


def test_another_states_own_answer_is_not_barred_by_the_allys_law() -> None:
    w, p, tables = calm()
    tables.law_permit[:] = 0
    run(w, p, tables)
    assert w.permit[ABROAD, MILITARY_RESPONSE] == 1
    assert w.permit[HOME, MILITARY_RESPONSE] == 0


@pytest.mark.system("S01")
@pytest.mark.system("S05")
def test_coverage_follows_administration_and_not_the_claim() -> None:
    w, p, tables = calm()
    w.lever[LEVER["sovereignty_support"]] = 1.0
    w.territory[HOME] = 0.9 * p.administration_lost_below
    run(w, p, tables)
    assert w.covered[HOME] == 2
    w.territory[HOME] = 1.0
    w.lever[LEVER["sovereignty_support"]] = 0.0
    run(w, p, tables)
    assert w.covered[HOME] == 1


@pytest.mark.system("S04")
def test_only_a_precise_clause_settles_whether_a_cyber_attack_is_covered() -> None:
    found = {}
    for name, clause in (("none", 0.0), ("vague", 0.5), ("precise", 1.0)):
        w, p, tables = calm()
        tables.law_undetermined[:] = 3.0
        w.lever[LEVER["cyber_clause"]] = clause
        run(w, p, tables)
        found[name] = (int(w.covered[NET]), float(w.undetermined[NET]))
    assert found == {"none": (0, 2.0), "vague": (2, 3.0), "precise": (1, 2.0)}


def test_one_integrated_defence_asks_a_further_question_only_where_the_law_is_not_plain() -> None:
    w, p, tables = calm()
    p.missile_case[HOME] = 1.0
    w.lever[LEVER["defence_architecture"]] = 1.0
    run(w, p, tables)
    assert w.undetermined[HOME] == 0.0
    tables.law_permit[:, HOME, SURVIVAL_THREATENING, OF_ALLY, MISSILE_DESTRUCTION] = 2
    run(w, p, tables)
    assert w.undetermined[HOME] == pytest.approx(p.architecture_question)


def test_codes_stay_on_the_list_whatever_the_world() -> None:
    rng = np.random.default_rng(3)
    for _ in range(30):
        w, p, tables = calm()
        _shape(rng, w, p, tables)
        run(w, p, tables)
        assert set(np.unique(w.permit)) <= {0, 1, 2}
        assert set(np.unique(w.covered)) <= {0, 1, 2}
        assert (w.undetermined >= 0.0).all()
