"""What must hold where one thing is taken to its end holds; a condition that the model misses says why in its file."""

from __future__ import annotations

from functools import lru_cache

import pytest

from kaname.scenarios.contrasts import load_contrasts
from kaname.study.contrasts import Finding, judged

FUTURES = 200
CONDITIONS = load_contrasts("extremes")


@lru_cache(maxsize=1)
def _findings() -> dict[str, Finding]:
    return {item.contrast.id: item for item in judged(CONDITIONS, FUTURES)[0]}


@pytest.mark.parametrize("name", [item.id for item in CONDITIONS.contrasts])
def test_an_extreme_condition_holds_or_its_miss_is_explained(name: str) -> None:
    found = _findings()[name]
    assert found.met or found.contrast.unless, f"{found.contrast.sentence} asked {found.asked}, found {found.found}"
