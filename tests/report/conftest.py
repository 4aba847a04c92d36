"""Runs that never were, drawn once for all tests of the report."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaname.report.draw import draw
from tests.report.synthetic import write_run
from tests.report.synthetic_checks import add_checks


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of 400 futures and three bargains, drawn."""
    folder = add_checks(write_run(tmp_path_factory.mktemp("run"), futures=400))
    draw(folder)
    return folder


@pytest.fixture(scope="session")
def page_text(run_folder: Path) -> str:
    return (run_folder / "report.html").read_text(encoding="utf-8")
