"""Boxes and trees find conditions that were planted, and none where there are none."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.study.claims.boxes import FEWEST, Box, box_of, tree_of

WORLDS = 1000


def _figures(seed: int, count: int = 200) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(seed)
    return {f"f{place}": rng.random(WORLDS) for place in range(count)}


@pytest.mark.parametrize("find", [box_of, tree_of])
@pytest.mark.parametrize("seed", range(4))
def test_a_planted_box_is_found_among_many_figures(find: object, seed: int) -> None:
    figures = _figures(seed)
    wanted = (figures["f3"] > 0.6) & (figures["f7"] < 0.7)
    effect = np.where(wanted, -1.0, 1.0) + np.random.default_rng(seed).normal(0.0, 0.1, WORLDS)
    found = find(figures, wanted, effect)  # type: ignore[operator]
    assert isinstance(found, Box)
    assert {one.column for one in found.conditions} == {"f3", "f7"}
    assert min(found.coverage, found.density) >= 0.9
    assert found.found
    low = next(one for one in found.conditions if one.column == "f3")
    assert low.low == pytest.approx(0.6, abs=0.06)


@pytest.mark.parametrize("seed", range(6))
def test_nothing_is_told_where_worlds_fail_by_chance(seed: int) -> None:
    figures = _figures(seed)
    wanted = np.random.default_rng(100 + seed).random(WORLDS) < 0.3
    found = box_of(figures, wanted, np.where(wanted, -1.0, 1.0))
    assert found is not None
    assert not (found.found and found.density > 0.45)


def test_a_condition_that_does_little_is_left_out() -> None:
    figures = _figures(9)
    wanted = figures["f1"] > 0.5
    found = box_of(figures, wanted, np.where(wanted, -1.0, 1.0))
    assert found is not None
    assert [one.column for one in found.conditions] == ["f1"]


def test_too_few_worlds_of_a_kind_are_not_looked_for() -> None:
    figures = _figures(1)
    wanted = np.zeros(WORLDS, bool)
    wanted[: FEWEST - 1] = True
    assert box_of(figures, wanted, wanted * -1.0) is None
    assert tree_of(figures, ~wanted, wanted * -1.0) is None
