"""The measurements run, and the two versions of the subset that they compare compute the same numbers.

No time is asserted here: a busy machine is no defect. `make bench` tells the times.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import crisis_c
from benchmarks.measure import spread_of
from benchmarks.page import of_goals
from benchmarks.section import Goal
from benchmarks.subset import agree, crisis, salvo, strategic
from benchmarks.subset.chance import OwnLuck
from benchmarks.subset.compiled import ground_of, run_compiled
from benchmarks.subset.mesa_model import AllianceModel, Start


@pytest.fixture(scope="module")
def ground():
    return ground_of(6)


def test_both_versions_of_the_subset_give_the_same_numbers(ground) -> None:
    gap, place = agree.largest_gap(ground, 5)
    assert gap < 1e-9, place


@pytest.mark.parametrize(
    ("room", "name"),
    [(strategic, "logistic"), (strategic, "exp"), (crisis.Government, "resolve_at"), (salvo, "balance")],
)
def test_a_wrong_formula_in_one_version_is_noticed(ground, monkeypatch, room, name) -> None:
    right = getattr(room, name)
    monkeypatch.setattr(room, name, lambda *given: right(*given) * 1.0001)
    assert agree.largest_gap(ground, 2)[0] > 1e-9


def test_every_part_of_the_subset_does_something(ground) -> None:
    quiet, _ = run_compiled(ground, 2, (0, 0, 0))
    strategic_only, _ = run_compiled(ground, 2, (1, 0, 0))
    _, crises = run_compiled(ground, 2, (0, 1, 0))
    fought, _ = run_compiled(ground, 2, (0, 0, 1))
    assert (strategic_only.gdp != quiet.gdp).all()
    assert (crises[:, :, 0] > 0).all()
    assert (fought.camp_units != quiet.camp_units).any(axis=(1, 2)).all()


def test_the_crisis_in_c_thinks_the_same_and_a_wrong_line_in_it_is_noticed(tmp_path: Path, monkeypatch) -> None:
    if crisis_c.compiler() is None:
        pytest.skip("no C compiler")
    found = crisis_c.compare(1, 6)
    assert found is not None
    assert found.gap < crisis_c.AGREEMENT
    assert "agree" in "\n".join(crisis_c.lines_of(found))
    wrong = tmp_path / "crisis.c"
    wrong.write_text(crisis_c.SOURCE.read_text().replace("2] += odds * room", "2] -= odds * room"))
    monkeypatch.setattr(crisis_c, "SOURCE", wrong)
    spoilt = crisis_c.compare(1, 6)
    assert spoilt is not None
    assert spoilt.gap > crisis_c.AGREEMENT
    assert "THEY DIFFER" in "\n".join(crisis_c.lines_of(spoilt))


def test_the_mesa_model_runs_on_the_generators_that_every_mesa_model_has(ground) -> None:
    model = AllianceModel(Start(ground, 0), OwnLuck)
    before = model.countries[0].gdp
    for _ in range(8):
        model.step()
    assert model.countries[0].gdp != before
    assert len(model.crises) == 2


def test_a_spread_is_a_median_with_its_range() -> None:
    assert spread_of([3.0, 1.0, 2.0]).text() == "2.00 (1.00 to 3.00)"
    assert spread_of([3.0]).text(".0f") == "3 (measured once)"


def test_a_miss_is_called_a_miss_and_stands_first() -> None:
    goals = [
        Goal("speed", 60, 60, "times", at_most=False),
        Goal("memory", 3, 3.1, "MB"),
        Goal("speed", 100, 60, "times", at_most=False, aim=True),
    ]
    rows = [line for line in of_goals(goals).splitlines() if line.startswith("| ")][1:]
    assert rows == [
        "| memory | at most 3 MB | 3.10 MB | **missed** |",
        "| speed | at least 60 times | 60.00 times | kept |",
        "| speed (aim) | at least 100 times | 60.00 times | **missed** |",
    ]


SIMULATED = """
import numpy as np
from benchmarks import gpu
worlds, p, room = gpu.thin_worlds(3)
mine = worlds.copy().view(np.recarray)
gpu.run_span(mine, p.view(np.recarray), 1, 0, 8, *room)
there = gpu.runner_on_gpu(worlds, p, 8)().copy_to_host()
assert (mine["gdp"] != worlds["gdp"]).all()
print(float(np.max(np.abs(there["gdp"] - mine["gdp"]) / mine["gdp"])))
"""


def test_functions_rebuilt_for_a_gpu_compute_the_same_on_the_simulator(repo_root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SIMULATED],
        cwd=repo_root, env={**os.environ, "NUMBA_ENABLE_CUDASIM": "1"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert float(done.stdout) < 1e-12


@pytest.mark.nightly
def test_the_whole_measurement_runs_at_trial_size(repo_root: Path, tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--quick", "--out", str(page)],
        cwd=repo_root, env=os.environ, capture_output=True, text=True, timeout=550, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    text = page.read_text()
    assert "these numbers mean nothing" in text
    assert all(
        f"\n## {title}\n" in text for title in ("Goals", "Against Mesa", "One comparison", "Size of the ensemble")
    )
