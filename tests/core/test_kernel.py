"""Kernels: the plain twin runs the same lines; however they are compiled they give the same bits."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from kaname.core.kernel import JIT, allocating_kernel, compiles_whole_programs, kernel, plain
from kaname.core.maths import approach, clip, exp, log, logistic, logit, power, ratio

EDGES = [-1e308, -1000.0, -1.0, -1e-300, 0.0, 1e-300, 0.5, 1.0, 700.0, 1e308]


def test_guarded_maths_never_raises_and_is_equal_compiled_and_plain():
    for one in (exp, log, logistic, logit):
        for x in EDGES:
            assert np.isclose(one(x), plain(one)(x), rtol=1e-15, atol=0.0), (one, x)
    for two in (power,):
        for x in EDGES:
            for y in (-2.0, 0.0, 0.5, 3.0):
                assert np.isclose(two(x, y), plain(two)(x, y), rtol=1e-15, atol=0.0)
    assert ratio(1.0, 0.0, 7.0) == plain(ratio)(1.0, 0.0, 7.0) == 7.0
    assert clip(3.0, 0.0, 1.0) == 1.0
    assert approach(1.0, 3.0, 0.5) == 2.0


@pytest.mark.skipif(not JIT, reason="about compiled kernels")
def test_a_kernel_that_makes_an_array_is_refused_unless_it_says_so() -> None:
    from numba.core.errors import NumbaError

    def total(n: int) -> float:
        row = np.ones(n)
        return row.sum()

    assert allocating_kernel(total)(4) == 4.0
    with pytest.raises(NumbaError, match="No implementation"):
        kernel(total)(4)


def test_a_kernel_that_makes_arrays_calls_none_that_returns_one() -> None:
    """It would release what the other only borrowed."""
    from kaname.cli import calc_fights

    for called in calc_fights.chance_to_win.py_func.__code__.co_names:
        callee = getattr(calc_fights, called, None)
        if hasattr(callee, "py_func"):
            assert callee.py_func.__annotations__["return"] in ("float", "int", "bool")


SAME = """
import hashlib, numpy as np
from kaname.core.kernel import compiles_whole_programs
from kaname.model.economy.growth import growth
from kaname.model.forces.buildup import buildup
from kaname.model.politics.opinion import opinion
from kaname.model.world.samples import empty_tables, random_params, random_world, turn_of
digest = hashlib.sha256()
for number in range(20):
    rng = np.random.default_rng(number)
    w, p = random_world(rng), random_params(rng)
    for run in (growth, opinion, buildup):
        run(w, p, turn_of(number, empty_tables()))
    digest.update(w.tobytes())
print(compiles_whole_programs(), digest.hexdigest())
"""


@pytest.mark.skipif(not JIT, reason="about compiled kernels")
def test_compiled_as_a_whole_or_each_for_itself_gives_the_same_bits(tmp_path: Path) -> None:
    """Each in a cache of its own, so that neither reads what the other has made."""
    said = {}
    for way in ("", "plain"):
        environment = {**os.environ, "KANAME_COMPILE": way, "KANAME_CACHE": str(tmp_path / f"cache{way}")}
        done = subprocess.run([sys.executable, "-c", SAME], env=environment, capture_output=True, text=True, check=True)
        said[way] = done.stdout.split()
    assert said[""][0] == str(compiles_whole_programs()), "the usual way"
    assert said["plain"][0] == "False"
    assert said[""][1] == said["plain"][1]
