"""A small run made from Python, shared by the tests of the door."""

from __future__ import annotations

from pathlib import Path

import pytest

import kaname as ka


@pytest.fixture(scope="session")
def run(tmp_path_factory: pytest.TempPathFactory) -> ka.Run:
    """Two bargains over two years, one of them made in Python."""
    folder = tmp_path_factory.mktemp("door")
    scenario = (
        ka.scenario("us-japan").override({"parameters.opportunity_rate": 0.5}).bargain("mine", defence_share=0.03)
    )
    return ka.compare(
        scenario, ["as_is", "mine"], futures=8, years=2, robustness=2, chunk=4, seed=3, out=folder / "run"
    )


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, where the test stands."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
