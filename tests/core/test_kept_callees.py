"""Callees kept on disk: another process reads them and computes the same bits; a damaged one is made anew."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import json
from kaname.core import random
values = [random.normal_quantile(k / 8) for k in range(1, 8)] + [random.unit(1, 2, 3, 4)]
callees = [value.callee for value in vars(random).values() if hasattr(value, "callee")]
read = sum(callee.stats.cache_hits.total() for callee in callees)
print(json.dumps([read, [value.hex() for value in values]]))
"""


def run(folder: Path, cache: str, callees: str = "callees") -> tuple[int, list[str]]:
    """Return how many callees a new process read, and the bits of what it computed."""
    environment = {
        **os.environ,
        "KANAME_CACHE": str(folder / cache),
        "KANAME_CALLEES": callees and str(folder / callees),
    }
    made = subprocess.run([sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, check=True)
    assert made.stderr == ""
    read, values = json.loads(made.stdout)
    return read, values


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(scope="module")
def without(folder: Path) -> list[str]:
    read, values = run(folder, "plain", callees="")
    assert read == 0
    return values


def test_a_second_process_reads_what_the_first_lowered_and_computes_the_same_bits(
    folder: Path, without: list[str]
) -> None:
    assert run(folder, "first") == (0, without)
    read, values = run(folder, "second")
    assert read > 0
    assert values == without


def test_a_callee_that_cannot_be_read_is_made_anew(folder: Path, without: list[str]) -> None:
    run(folder, "before", "damaged")
    files = list(folder.joinpath("damaged").rglob("*.callee"))
    assert files
    for file in files:
        file.write_bytes(file.read_bytes()[:100])
    assert run(folder, "after", "damaged") == (0, without)
    assert all(len(file.read_bytes()) > 100 for file in files)
