"""Bases: incidents, handling with either sign, relief by a common enemy, and access."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.model.politics.base_opposition import MECHANISM
from kaname.model.world.samples import empty_tables, random_params, random_world
from kaname.words.levers import LEVER
from tests.laws.shown import MORE, Shown
from tests.model.economy.worlds import ALLY, PROTECTOR, RIVAL, play, still

SHOWN = Shown("implemented.bases_hns", MORE)

HANDLING = LEVER["base_handling"]


def mean_after(quarters: int = 20, futures: int = 30, **said: float) -> tuple[float, float]:
    """Mean opposition and access over futures; `handling` and `common` shape the world, all else the parameters."""
    rows = []
    for future in range(futures):
        w, p = still()
        w.lever[HANDLING] = said.get("handling", 0.5)
        if "common" in said:
            w.threat[ALLY, RIVAL] = w.threat[PROTECTOR, RIVAL] = said["common"]
        for name in set(said) - {"handling", "common"}:
            p[name] = said[name]
        play(MECHANISM, w, p, quarters=quarters, future=future)
        rows.append((float(w.base_opposition), float(w.base_access)))
    opposition, access = np.mean(rows, axis=0)
    return float(opposition), float(access)


@pytest.mark.system("S29")
def test_incidents_raise_opposition_and_opposition_limits_access() -> None:
    quiet_opposition, quiet_access = mean_after(base_incident_rate=0.0)
    opposition, access = mean_after(base_incident_rate=0.5)
    assert opposition > quiet_opposition + 0.05
    assert access < quiet_access - 0.01


@pytest.mark.system("S29")
def test_handling_may_calm_or_inflame() -> None:
    evasive, _ = mean_after(handling=0.0, base_evasion=1.8, base_openness=-0.6)
    open_case, _ = mean_after(handling=1.0, base_evasion=1.8, base_openness=-0.6)
    assert open_case < evasive
    evasive, _ = mean_after(handling=0.0, base_evasion=-0.5, base_openness=0.5)
    open_case, _ = mean_after(handling=1.0, base_evasion=-0.5, base_openness=0.5)
    assert open_case > evasive


@pytest.mark.system("S64")
def test_the_loss_of_a_common_enemy_raises_base_quarrels() -> None:
    assert mean_after(common=0.05)[0] > mean_after(common=0.95)[0]


@given(st.integers(0, 10_000))
def test_opposition_and_access_stay_shares(seed: int) -> None:
    rng = np.random.default_rng(seed)
    w, p = random_world(rng), random_params(rng)
    play(MECHANISM, w, p, quarters=3, marks=empty_tables())
    assert 0.0 <= w.base_opposition <= 1.0
    assert 0.0 <= w.base_access <= 1.0
