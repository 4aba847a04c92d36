"""Every mechanism of the room keeps the contract, stays inside the declared ranges and compiles to the same lines."""

from __future__ import annotations

import importlib

import numpy as np
import pytest

from kaname.core.kernel import plain
from kaname.model.world.contract import check_mechanism
from kaname.model.world.samples import empty_tables, random_params, random_world, turn_of
from kaname.words.fields import BY_NAME
from kaname.words.levers import LEVERS

STEMS = ("presence", "readiness", "buildup", "dispersal")
MECHANISMS = [importlib.import_module(f"kaname.model.forces.{stem}").MECHANISM for stem in STEMS]
WORLDS = 25
QUARTERS = 12


@pytest.mark.parametrize("mechanism", MECHANISMS, ids=STEMS)
def test_what_is_declared_is_what_is_touched(mechanism):
    check_mechanism(mechanism)


@pytest.mark.parametrize("mechanism", MECHANISMS, ids=STEMS)
def test_what_is_written_stays_inside_its_range(mechanism):
    run = plain(mechanism.run)
    for number in range(WORLDS):
        rng = np.random.default_rng(1000 + number)
        w, p = random_world(rng), random_params(rng)
        w.lever[:] = p.lever_start[:] = [rng.uniform(lever.low, lever.high) for lever in LEVERS]
        for quarter in range(QUARTERS):
            run(w, p, turn_of(number, empty_tables(), quarter))
        for name in mechanism.writes:
            field, value = BY_NAME[name], np.asarray(w[name])
            assert np.isfinite(value).all(), name
            assert field.low <= value.min(), name
            assert value.max() <= field.high, name


@pytest.mark.parametrize("mechanism", MECHANISMS, ids=STEMS)
def test_compiled_and_plain_agree(mechanism):
    twin = plain(mechanism.run)
    for number in range(5):
        rng = np.random.default_rng(number)
        w, p = random_world(rng), random_params(rng)
        other = np.array([w]).view(np.recarray)[0]
        for quarter in range(4):
            mechanism.run(w, p, turn_of(number, empty_tables(), quarter))
            twin(other, p, turn_of(number, empty_tables(), quarter))
        for name in mechanism.writes:
            np.testing.assert_allclose(w[name], other[name], rtol=1e-9, atol=1e-12, err_msg=name)
