"""The laboratory with made up sessions, for all of its tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lab.asking import Asker, laboratory


@pytest.fixture
def runs(tmp_path: Path) -> Path:
    return tmp_path / "runs"


@pytest.fixture
def asker(runs: Path) -> Asker:
    return Asker(laboratory(runs))
