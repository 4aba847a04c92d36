"""After a mass loss of life: minds open and close again, and the same loss may end in either view."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from kaname.model.politics.ideology import MECHANISM as IDEOLOGY
from kaname.model.politics.reckoning import MECHANISM
from kaname.words.axes import BLAME_ABSENCE, BLAME_ENEMY, BLAME_ENTANGLEMENT, NATIONALIST, PACIFIST
from tests.laws.shown import MORE, Shown
from tests.model.economy.worlds import ALLY, play, still

SHOWN = Shown("decision_days.senkaku", MORE)


def shape(rng: np.random.Generator, w: Any, p: Any, tables: Any) -> None:
    if rng.random() < 0.3:
        w.casualties[:], w.reckoning, w.disaster_losses = 0.0, 0.0, 0.0


PREPARE = shape


def after(pacifists: float, blame: int, lock: float, lost: float = 20.0, **effects: float) -> Any:
    """The world six quarters after a loss met by these shares of pacifists and this blame."""
    w, p = still()
    w.ideology[:, 0], w.ideology[:, 1:] = pacifists, (1.0 - pacifists) / 2.0
    p.ideology_rethink = 0.0
    for name in ("enemy", "absence", "entanglement"):
        for view in ("realist", "nationalist"):
            p[f"ideology_{name}_{view}"] = effects.get(f"{name}_{view}", 0.0)
    p.reckoning_widest, p.reckoning_scale, p.reckoning_keep = 0.5, 10.0, 0.5
    p.reckoning_lock, p.reckoning_draw_of_losses, p.reckoning_contest = lock, 3.0, 0.0
    w.blame[:], w.casualties[:], w.reckoning = 0.0, 0.0, 0.0
    w.blame[blame], w.disaster_losses = 1.0, lost
    play(MECHANISM, w, p, quarters=1)
    w.disaster_losses = 0.0
    for _ in range(6):
        play(IDEOLOGY, w, p, quarters=1)
        play(MECHANISM, w, p, quarters=1)
    return w


@pytest.mark.system("S27")
def test_with_a_lock_the_same_loss_strengthens_whatever_it_meets() -> None:
    many, few = (after(share, BLAME_ENEMY, lock=1.6).public_ideology[PACIFIST] for share in (0.5, 0.2))
    assert many > 0.55
    assert few < 0.18


@pytest.mark.system("S27")
def test_without_one_it_spreads_views_out() -> None:
    many, few = (after(share, BLAME_ENEMY, lock=0.7).public_ideology[PACIFIST] for share in (0.5, 0.2))
    assert many < 0.5
    assert few > 0.2


@pytest.mark.system("S27")
def test_blame_decides_which_way_by_effects_that_have_either_sign() -> None:
    effects = {"absence_nationalist": 0.5, "entanglement_nationalist": -0.5}
    absent = after(0.36, BLAME_ABSENCE, 1.0, **effects).public_ideology[NATIONALIST]
    entangled = after(0.36, BLAME_ENTANGLEMENT, 1.0, **effects).public_ideology[NATIONALIST]
    assert absent > after(0.36, BLAME_ENEMY, 1.0, **effects).public_ideology[NATIONALIST] > entangled


def test_minds_close_again_and_without_a_loss_stay_shut() -> None:
    w, p = still()
    w.casualties[:], w.reckoning, w.disaster_losses = 0.0, 0.0, 0.0
    play(MECHANISM, w, p, quarters=8)
    assert w.reckoning == 0.0
    w.casualties[ALLY] = 50.0
    play(MECHANISM, w, p, quarters=1)
    opened = float(w.reckoning)
    assert opened > 0.1
    w.casualties[ALLY] = 0.0
    play(MECHANISM, w, p, quarters=40)
    assert w.reckoning < opened / 100
