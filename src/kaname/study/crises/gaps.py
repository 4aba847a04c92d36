"""Gap indices from the pictures, and what closing a gap changes: the same draws with that part of a picture made true.

Parts of a gap between two governments' pictures of a contingency (perception.picture.distance is their mean):
  belief      |difference of the belief that the guarantor fights|
  law         |difference of the belief that law permits a military response|
  resolve     |difference of the challenger's resolve|
  capability  |a - b| / (a + b) of the challenger's capability
  delay       d / (d + gap_delay_scale), d the difference of the days expected
Closed, a part is what is true on the eve: the guarantor's own mean as nature draws it; what law says of the answer that
is asked of the ally (an open question at the chance with which nature settles it); each side's resolve as it knows it
itself; capability 1; the days that the decision takes. Types and draws stay private: a true picture is no crystal ball.

Clock: eve of a crisis. Units: shares. Reads: Eve. Writes: a copy. Source: Soeya 2001 (perception gap); Bennett 1977.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any

import numpy as np

from kaname.model.crisis.thinking import actor_in
from kaname.model.engine.inject import true_means
from kaname.model.perception.picture import LONGEST, SUREST_NO, SUREST_YES, asked_of_ally
from kaname.study.crises.case import Case, Eve
from kaname.study.summary import statistic
from kaname.words.moves import GUARANTOR, ROLES

PARTS = ("belief", "law", "resolve", "capability", "delay")
PERMITTED = 1
OPEN = 2


def parts_between(case: Case, eve: Eve, number: int, other: int) -> dict[str, np.ndarray]:
    """Return each part of the gap between the pictures of two actors, over runs."""
    w, p, k = eve.worlds, eve.params, case.contingency
    foe = int(p.challenger[0, k])
    first, second = w.picture_capability[:, number, foe], w.picture_capability[:, other, foe]
    days = np.abs(w.picture_delay[:, number, k] - w.picture_delay[:, other, k])
    return {
        "belief": np.abs(w.belief[:, number, k] - w.belief[:, other, k]),
        "law": np.abs(w.picture_law[:, number, k] - w.picture_law[:, other, k]),
        "resolve": np.abs(w.picture_resolve[:, number, foe] - w.picture_resolve[:, other, foe]),
        "capability": np.abs(first - second) / (first + second),
        "delay": days / (days + p.gap_delay_scale),
    }


def indices(case: Case, eve: Eve) -> list[dict[str, Any]]:
    """Return every part of the gap between every two sides, with intervals, widest first."""
    actors = actors_of(case, eve)
    rows = []
    for (role, one), (other_role, other) in combinations(actors.items(), 2):
        if one == other:
            continue
        for part, values in parts_between(case, eve, one, other).items():
            said = statistic(values)
            interval = {name: said[name] for name in ("mean", "low", "high")}
            rows.append({"sides": [role, other_role], "part": part, **interval})
    return sorted(rows, key=lambda row: -row["mean"])


def actors_of(case: Case, eve: Eve) -> dict[str, int]:
    """Role and place of the actor, for the roles that move."""
    return {ROLES[r]: int(actor_in(eve.params[0], case.contingency, r)) for r in range(case.roles)}


def closed(case: Case, eve: Eve, parts: Iterable[str], observers: Sequence[int]) -> Eve:
    """Return the eve with these parts of these actors' pictures made true."""
    found = eve.copy()
    closers = {
        "belief": _close_belief, "law": _close_law, "resolve": _close_resolve, "capability": _close_capability,
        "delay": _close_delay,
    }  # fmt: skip
    for part in parts:
        closers[part](case, found, observers)
    return found


def _close_belief(case: Case, eve: Eve, observers: Sequence[int]) -> None:
    k = case.contingency
    true = np.zeros(case.runs)
    true_means(eve.worlds, eve.params, k, GUARANTOR, true)
    guarantor = int(eve.params.guarantor[0, k])
    for observer in observers:
        if observer != guarantor:
            eve.worlds.belief[:, observer, k] = true


def _close_law(case: Case, eve: Eve, observers: Sequence[int]) -> None:
    k, ally = case.contingency, int(eve.params.ally[0])
    answer = eve.worlds.permit[:, k, asked_of_ally(eve.params[0], k)]
    true = np.where(answer == PERMITTED, SUREST_YES, SUREST_NO)
    true = np.where(answer == OPEN, np.clip(eve.params.open_law_permits, SUREST_NO, SUREST_YES), true)
    for observer in observers:
        if observer != ally:
            eve.worlds.picture_law[:, observer, k] = true


def _close_resolve(case: Case, eve: Eve, observers: Sequence[int]) -> None:
    actors = eve.worlds.picture_resolve.shape[1]
    for observer in observers:
        for other in range(actors):
            eve.worlds.picture_resolve[:, observer, other] = eve.worlds.picture_resolve[:, other, other]


def _close_capability(case: Case, eve: Eve, observers: Sequence[int]) -> None:
    for observer in observers:
        eve.worlds.picture_capability[:, observer, :] = 1.0


def _close_delay(case: Case, eve: Eve, observers: Sequence[int]) -> None:
    k = case.contingency
    for observer in observers:
        eve.worlds.picture_delay[:, observer, k] = np.minimum(eve.worlds.decision_days[:, k], LONGEST)
