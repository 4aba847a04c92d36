"""Systems: with a mechanism frozen, something in another room is no longer what it was.

Each mechanism is frozen at its start in the futures of a run that is otherwise the same, and one number of another
room, named beforehand, is compared future by future: the 95 % interval of the paired difference must exclude zero. The
numbers were chosen on one seed and are tested on another, so that none is here by luck.
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

BARGAIN = "unequal_by_design"
YEARS = 10
SEED = 2
FEW, MORE = 150, 600

# mechanism: (number of another room, futures that it takes to see it)
SHOWN: dict[str, tuple[str, int]] = {
    "politics.calendar": ("dispersal", FEW),
    "politics.opinion": ("decision_days.senkaku", FEW),
    "politics.ideology": ("trilateral_level", FEW),
    "politics.base_opposition": ("defence_share.jp", MORE),
    "politics.capital": ("dispersal", FEW),
    "politics.consent": ("trilateral_level", MORE),
    "politics.proliferation": ("spending.jp", MORE),
    "economy.growth": ("presence", FEW),
    "economy.debt": ("presence", FEW),
    "economy.trade": ("framework_depth", FEW),
    "economy.competition": ("support_alliance.protector", FEW),
    "economy.burden": ("regional_capacity", FEW),
    "perception.threat": ("support_force", FEW),
    "perception.signals": ("support_alliance.ally", FEW),
    "perception.type_filter": ("support_force", FEW),
    "perception.picture": ("tempo_usual.senkaku", FEW),
    "commitments.adoption": ("readiness.jp", FEW),
    "commitments.guidelines": ("dispersal", FEW),
    "commitments.ledger": ("competition", FEW),
    "commitments.coordination": ("decision_days.cyber", FEW),
    "commitments.equality": ("approval.ally", MORE),
    "commitments.intelligence": ("decision_days.taiwan", MORE),
    "forces.presence": ("profession", FEW),
    "forces.readiness": ("competition", FEW),
    "forces.buildup": ("base_opposition", FEW),
    "forces.dispersal": ("unmet.protector", MORE),
    "stability.programme": ("support_strike", FEW),
    "stability.arsenal": ("threat.cn.us", FEW),
    "stability.homeland": ("framework_depth", FEW),
    "diplomacy.sanctions": ("missiles.medium", MORE),
    "diplomacy.friction": ("support_alliance.protector", FEW),
    "diplomacy.wedge": ("support_strike", FEW),
    "diplomacy.deal": ("programme_skill", MORE),
    "diplomacy.framework": ("bloc_weight", MORE),
    "diplomacy.engagement": ("strike_option", MORE),
    "diplomacy.channels": ("sum_gap", MORE),
    "law.permission": ("decision_days.cyber", FEW),
    "coordination.delay": ("consultation_level", FEW),
    "crisis.tempo": ("tension.cn", FEW),
    "crisis.opportunity": ("tension.cn", FEW),
    "crisis.response": ("tension.cn", FEW),
    "crisis.battle": ("last_force_in_being", FEW),
    "crisis.aftermath": ("support_alliance.ally", FEW),
    "campaign.day": ("gdp.cn", FEW),
}
BY_SIGN = {"stability.arsenal"}
"""Where a war begun or avoided in one future drowns a small steady difference in all others, signs are compared."""
NOT_SHOWN: dict[str, str] = {
    "economy.sea_lanes": "nothing reads its output: no number of another room moves in any future",
    "stability.first_strike": "its output is itself an end, added up by the score and read by no other mechanism",
    "crisis.deterrence": "counts what would have been; it is made to move nothing",
    "engine.score": "bookkeeping",
}


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
    what, futures = SHOWN[name]
    gaps = number(frozen(name, futures), what) - number(baseline(MORE)[:futures], what)
    low, high = interval(np.sign(gaps) if name in BY_SIGN else gaps)
    assert low > 0.0 or high < 0.0, f"{what}: {low:.3g} to {high:.3g}"


@pytest.mark.parametrize("name", SHOWN)
def test_the_number_belongs_to_another_room(name: str) -> None:
    field = SHOWN[name][0].partition(".")[0]
    source = {"sum_gap": "gap"}.get(field, field)
    rooms = {mechanism.room for mechanism in BY_NAME.values() if source in mechanism.writes}
    assert rooms
    assert BY_NAME[name].room not in rooms


def test_every_mechanism_is_shown_or_said_not_to_be() -> None:
    assert sorted([*SHOWN, *NOT_SHOWN]) == sorted(ORDER)


def test_an_effect_that_is_not_there_is_not_found() -> None:
    same = number(frozen("crisis.deterrence", FEW), "support_force") - number(baseline(MORE)[:FEW], "support_force")
    assert not same.any()
