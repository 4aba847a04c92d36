"""What every test may ask for: the folder of the repository, the shared reference material, the real command."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.report.browsing import CHROMIUM, QUIET

ROOT = Path(__file__).resolve().parents[1]

# As the command does (cli.main.keep_to_one_thread), and before a test loads the linear algebra.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# Two cores under load are no reason to fail: laws have a number of examples, not a deadline. Derandomized, so that
# the same commit gives the same verdict; KANAME_HYPOTHESIS=search looks further, with new examples each time.
settings.register_profile(
    "house", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], max_examples=60
)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("KANAME_HYPOTHESIS", "house"))


NOT_YET = [line.split(None, 1) for line in (ROOT / "tests" / "not_yet.txt").read_text(encoding="utf-8").splitlines()
           if line and not line.startswith("#")]  # fmt: skip
"""What tests/not_yet.txt lists: the beginning of a test's id, and what was seen."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Expect what is listed to fail; one that passes is a failure until its line is removed."""
    for item in items:
        for begins, why in NOT_YET:
            if item.nodeid.startswith(begins):
                item.add_marker(pytest.mark.xfail(reason=why, strict=True))


@pytest.fixture(scope="session")
def repo_root() -> Path:
    """The folder of the repository."""
    return ROOT


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A Chromium, open for one file of tests: while it is, its event loop forbids any other in the process."""
    from playwright.sync_api import sync_playwright

    if not CHROMIUM.exists():
        pytest.skip("no Chromium here")
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=str(CHROMIUM), args=QUIET)
        yield started
        started.close()


@pytest.fixture(scope="session")
def shared(repo_root: Path) -> Path:
    """The folder of reference material beside the repository; its tests need it, the product does not."""
    folder = repo_root.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the reference material is not beside the repository")
    return folder


@pytest.fixture(scope="session")
def kaname() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the real command in a process of its own: kaname("systems", "--json", cwd=..., env={...})."""

    def call(
        *words: str, cwd: Path | None = None, env: dict[str, str] | None = None, timeout: float = 300
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "kaname", *words],
            cwd=cwd,
            env={**os.environ, **(env or {})},
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )

    return call
