"""The flagship compiled once, and a few dozen runs on the eve of a crisis in its first contingency."""

from __future__ import annotations

import pytest

from kaname.compile.compiled import Compiled, compile_study
from kaname.study.crises.case import Case, Eve, eve_of

RUNS = 40


@pytest.fixture(scope="session")
def flagship() -> Compiled:
    return compile_study("us-japan", ["as_is"])


@pytest.fixture(scope="session")
def case(flagship: Compiled) -> Case:
    return Case(flagship, "as_is", 0, runs=RUNS)


@pytest.fixture(scope="session")
def eve(case: Case) -> Eve:
    """Not to be written into: it is shared."""
    return eve_of(case)
