"""Systems: with a mechanism frozen, something in another room is no longer what it was.

Each mechanism is frozen at its start in the futures of a run that is otherwise the same, and one number of another
room, named beforehand, is compared future by future: the 95 % interval of the paired difference must exclude zero. The
numbers were chosen on one seed and are tested on another, so that none is here by luck. Each stands as SHOWN in the
mechanism's own test.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pytest

from kaname.core.intervals import NORMAL_95
from kaname.model.engine.order import ORDER
from kaname.words.declare import ALIASES
from kaname.words.fields import BY_NAME as FIELD
from tests.laws.arms import run, study, switched
from tests.laws.reach import BY_NAME
from tests.laws.shown import FEW, MORE, NotShown, Shown, shown_of

BARGAIN = "unequal_by_design"
YEARS = 10
SEED = 2
OF_TEST: dict[str, Shown | NotShown] = {name: shown_of(name) for name in ORDER}
SHOWN = {name: how for name, how in OF_TEST.items() if isinstance(how, Shown)}


@lru_cache(maxsize=2)
def baseline(futures: int) -> np.ndarray:
    """Last worlds with everything running."""
    return run(study(YEARS, False, (BARGAIN,)), futures, BARGAIN, SEED)[0]


def frozen(name: str, futures: int) -> np.ndarray:
    """Last worlds of the same futures with one mechanism at its start."""
    return run(switched(study(YEARS, False, (BARGAIN,)), "full", (name,)), futures, BARGAIN, SEED)[0]


def number(worlds: np.ndarray, name: str) -> np.ndarray:
    """One number of each world: `field`, `field.member` or `field.member.member`."""
    field, *members = name.split(".")
    values = worlds[field].astype(np.float64)
    axes = study(YEARS, False, (BARGAIN,)).axes
    for axis, member in zip(FIELD[field].dims, members, strict=False):
        values = values[:, axes[ALIASES.get(axis, axis)].index(member)]
    assert values.ndim == 1
    return values


def interval(gaps: np.ndarray) -> tuple[float, float]:
    """95 % interval of the mean of paired differences."""
    half = NORMAL_95 * float(gaps.std(ddof=1)) / len(gaps) ** 0.5
    return float(gaps.mean()) - half, float(gaps.mean()) + half


def shown() -> list[object]:
    """Every mechanism that is counted, marked with the systems that it carries."""
    return [
        pytest.param(name, marks=[pytest.mark.system(system) for system in BY_NAME[name].systems], id=name)
        for name in SHOWN
    ]


@pytest.mark.parametrize("name", shown())
def test_freezing_a_mechanism_moves_another_room(name: str) -> None:
    how = SHOWN[name]
    gaps = number(frozen(name, how.futures), how.number) - number(baseline(MORE)[: how.futures], how.number)
    low, high = interval(np.sign(gaps) if how.by_sign else gaps)
    assert low > 0.0 or high < 0.0, f"{how.number}: {low:.3g} to {high:.3g}"


@pytest.mark.parametrize("name", SHOWN)
def test_the_number_belongs_to_another_room(name: str) -> None:
    field = SHOWN[name].number.partition(".")[0]
    source = {"sum_gap": "gap"}.get(field, field)
    rooms = {mechanism.room for mechanism in BY_NAME.values() if source in mechanism.writes}
    assert rooms
    assert BY_NAME[name].room not in rooms


def test_every_mechanism_is_shown_or_says_why_not() -> None:
    assert all(how.reason for how in OF_TEST.values() if isinstance(how, NotShown))
    assert len(OF_TEST) == len(ORDER)


def test_an_effect_that_is_not_there_is_not_found() -> None:
    same = number(frozen("crisis.deterrence", FEW), "support_force") - number(baseline(MORE)[:FEW], "support_force")
    assert not same.any()
