"""Callees kept on disk: another process reads them and computes the same bits; a damaged one is made anew."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import hashlib, json
import numpy as np
from kaname.core import random
from kaname.model.economy.growth import growth
from kaname.model.world import samples, turn
digest = hashlib.sha256()
for number in range(5):
    rng = np.random.default_rng(number)
    w, p = samples.random_world(rng), samples.random_params(rng)
    growth(w, p, samples.turn_of(number, samples.empty_tables()))
    digest.update(w.tobytes())
callees = {value.callee for value in (*vars(random).values(), *vars(turn).values()) if hasattr(value, "callee")}
print(json.dumps([sum(callee.stats.cache_hits.total() for callee in callees), digest.hexdigest()]))
"""


def run(folder: Path, cache: str, callees: str = "callees") -> tuple[int, str]:
    """Return how many callees a new process read, and the digest of what it computed."""
    environment = {
        **os.environ,
        "KANAME_CACHE": str(folder / cache),
        "KANAME_CALLEES": callees and str(folder / callees),
    }
    made = subprocess.run([sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, check=True)
    assert made.stderr == ""
    read, digest = json.loads(made.stdout)
    return read, digest


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(scope="module")
def without(folder: Path) -> str:
    read, digest = run(folder, "plain", callees="")
    assert read == 0
    return digest


def test_a_second_process_reads_what_the_first_lowered_and_computes_the_same_bits(folder: Path, without: str) -> None:
    assert run(folder, "first") == (0, without)
    read, digest = run(folder, "second")
    assert read > 0
    assert digest == without


def test_a_callee_that_cannot_be_read_is_made_anew(folder: Path, without: str) -> None:
    run(folder, "before", "damaged")
    files = list(folder.joinpath("damaged").rglob("*.callee"))
    assert files
    for file in files:
        file.write_bytes(file.read_bytes()[:100])
    assert run(folder, "after", "damaged") == (0, without)
    assert all(len(file.read_bytes()) > 100 for file in files)


def test_a_caller_lowered_anew_is_kept_with_the_callees_that_were_read(folder: Path, without: str) -> None:
    run(folder, "one", "edited")
    files = list(folder.joinpath("edited").rglob("*.callee"))
    between = [file for file in files if pickle.loads(file.read_bytes())["name"] == "normal"]
    assert between
    for file in between:
        file.unlink()
    read, digest = run(folder, "two", "edited")
    assert read > 0
    assert digest == without
    again, digest = run(folder, "three", "edited")
    assert again > read
    assert digest == without
