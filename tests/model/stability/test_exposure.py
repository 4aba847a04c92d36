"""Exposure to missile coercion: what interceptors, counterstrike, warning and a deal take away."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from kaname.model.stability.exposure import MECHANISM
from kaname.words.axes import INTERCEPTOR_LOWER, INTERCEPTOR_UPPER, MEDIUM, STRIKE
from tests.laws.shown import MORE, Shown

SHOWN = Shown("habit", MORE)
HERE, ELSEWHERE = 0, 1


def shape(rng: np.random.Generator, w: Any, p: Any, tables: Any) -> None:
    p.missile_case[:] = rng.integers(0, 2, p.missile_case.shape)


PREPARE = shape


def watched(scene, missiles=300.0):
    s = scene(5)
    p, w = s.p, s.w
    p.missile_case[:], p.missile_case[HERE] = 0.0, 1.0
    p.challenger[HERE], p.target[HERE], p.guarantor[HERE] = p.proliferator, p.ally, p.protector
    p.commit_share[:], p.forward_share[:] = 1.0, 0.5
    p.exposure_scale, p.exposure_placed, p.exposure_warning, p.exposure_partner = 100.0, 0.5, 0.3, 0.5
    p.kill_upper = p.kill_lower = 0.5
    p.shots_per_missile, p.ready_interceptors = 2.0, 1.0
    p.counter_tempo, p.missile_reliability, p.counter_bases, p.counter_find = 0.5, 1.0, 0.0, 0.5
    p.launcher_missiles = 3.0
    w.missiles[MEDIUM], w.presence, w.intelligence_level, w.trilateral_level = missiles, 0.5, 0.0, 0.0
    w.stock[:, [STRIKE, INTERCEPTOR_UPPER, INTERCEPTOR_LOWER]] = 0.0
    w.permit[:] = 1
    s.lever("counterstrike", 0.0)
    s.lever("defence_architecture", 0.0)
    return s


def exposed(s) -> float:
    return float(s.run(MECHANISM).exposure[HERE])


@pytest.mark.system("S45")
def test_missiles_expose_interceptors_and_counterstrike_each_take_from_it(scene):
    bare, few, shielded, striking = watched(scene), watched(scene, 60.0), watched(scene), watched(scene)
    shielded.w.stock[shielded.p.ally, INTERCEPTOR_LOWER] = 600.0
    striking.w.stock[striking.p.ally, STRIKE] = 200.0
    usual = exposed(bare)
    assert usual == pytest.approx(1.0 - np.exp(-3.0))
    assert exposed(few) < usual
    assert exposed(shielded) < usual
    assert exposed(striking) == usual
    striking.lever("counterstrike", 1.0)
    assert exposed(striking) < usual


@pytest.mark.system("S53")
def test_warning_that_the_partner_shares_stops_more_missiles(scene):
    alone, warned = watched(scene), watched(scene)
    for s in (alone, warned):
        s.w.stock[s.p.ally, INTERCEPTOR_LOWER] = 600.0
    warned.w.trilateral_level = 0.8
    assert exposed(warned) < exposed(alone)


def test_the_guarantors_interceptors_count_as_far_as_defences_are_one(scene):
    apart, one = watched(scene), watched(scene)
    for s in (apart, one):
        s.w.stock[s.p.protector, INTERCEPTOR_UPPER] = 600.0
    one.lever("defence_architecture", 1.0)
    assert exposed(one) < exposed(apart)


def test_nobody_is_exposed_where_the_act_is_not_missile_coercion(scene):
    assert watched(scene).run(MECHANISM).exposure[ELSEWHERE] == 0.0
