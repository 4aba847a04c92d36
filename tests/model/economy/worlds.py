"""Worlds for the tests of politics and economy: the flagship's figures, all that other rooms write at its normal level.

In such a world nothing pushes: what moves in a test moves because the test pushed it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np

from kaname.core.kernel import plain
from kaname.evidence.figures import Figure
from kaname.evidence.load import Evidence, load_evidence
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.samples import empty_tables, sizes_of, turn_of
from kaname.model.world.turn import Tables
from kaname.words.axes import FIXED_AXES
from kaname.words.fields import BY_NAME as FIELD
from kaname.words.fields import world_type
from kaname.words.levers import LEVER
from kaname.words.params import BY_NAME as PARAM
from kaname.words.params import params_type

ACTORS = ("us", "jp", "cn", "kp", "kr", "tw", "ru", "au", "sea")
PROTECTOR, ALLY, RIVAL, PROLIFERATOR, PARTNER = range(5)
COHORTS = ("b1930", "b1940", "b1950", "b1960", "b1970", "b1980", "b1990", "b2000")
SCENARIO = {"actor": len(ACTORS), "contingency": 7, "cohort": len(COHORTS)}
MEMBERS = {**FIXED_AXES, "actor": ACTORS, "observer": ACTORS, "other": ACTORS, "cohort": COHORTS}
ROOMS = ("politics.", "economy.", "scenario.us-japan.politics", "scenario.us-japan.economy")


@lru_cache(maxsize=1)
def evidence() -> Evidence:
    """All evidence, loaded once."""
    return load_evidence()


def laid_out(value: Any, dims: tuple[str, ...]) -> Any:
    """A figure's value as nested lists in the order of the axes."""
    return [laid_out(value[member], dims[1:]) for member in MEMBERS[dims[0]]] if dims else value


def own(figure: Figure) -> bool:
    """Whether a figure belongs to politics or economy."""
    return figure.file.rsplit("/", 1)[-1].startswith(ROOMS)


def still() -> tuple[Any, Any]:
    """World and parameters at the figures' middle values, everything else at the level that pushes nothing."""
    w = np.zeros(1, world_type(sizes_of(SCENARIO))).view(np.recarray)[0]
    p = np.zeros(1, params_type(sizes_of(SCENARIO))).view(np.recarray)[0]
    for name, figure in evidence().figures.items():
        field = name.removeprefix("us_japan.")
        if own(figure) and name in PARAM:
            p[name] = laid_out(figure.central, PARAM[name].dims)
        elif own(figure) and field in FIELD:
            w[field] = laid_out(figure.central, FIELD[field].dims)
    _cast(p)
    _rest(w, p)
    return w, p


def _cast(p: Any) -> None:
    p.protector, p.ally, p.rival, p.proliferator, p.partner = range(5)
    p.challenger[:] = [RIVAL, PROLIFERATOR, RIVAL, RIVAL, RIVAL, RIVAL, PROLIFERATOR]
    p.target[:] = [ALLY, ALLY, 5, 8, ALLY, 8, PARTNER]
    p.stake[:] = 0.5
    p.burden_normal_imbalance[:] = 0.0
    p.start_year, p.reaction, p.choice_precision = 2026, 1.0, 8.0


def _rest(w: Any, p: Any) -> None:
    for a in range(len(ACTORS)):
        w.threat[a, :] = p.burden_normal_threat[a]
        w.threat[a, a] = 0.0
    w.threat[ALLY, [RIVAL, PROLIFERATOR]] = p.opinion_normal_threat
    w.threat[PROTECTOR, RIVAL] = p.opinion_protector_threat_normal
    w.belief[:] = p.burden_normal_belief
    w.reversals, p.reversals_keep = p.reversals_normal, 1.0
    w.belief_nuclear[:], w.hazard_belief[:] = p.umbrella_normal, p.hazard_normal
    w.abandonment_fear, w.friction, w.unmet[:] = p.abandonment_normal, p.friction_normal, p.unmet_normal
    w.trust[:] = p.burden_normal_belief, p.trust_normal
    w.presence, w.dispersal = p.presence_normal, p.dispersal_normal
    w.guidelines_age, w.lever[LEVER["tariffs"]] = 40.0, p.tariff_normal
    w.lever[LEVER["host_support"]], w.lever[LEVER["base_handling"]] = p.host_support_normal, 0.5


def tables() -> Tables:
    """Tables of the flagship's sizes without elections."""
    return empty_tables(SCENARIO)


def play(
    mechanism: Mechanism,
    w: Any,
    p: Any,
    quarters: int = 1,
    future: int = 1,
    marks: Tables | None = None,
    start: int = 0,
) -> Any:
    """Run a mechanism uncompiled for a number of quarters; the world after them."""
    run, with_tables = plain(mechanism.run), marks or tables()
    for quarter in range(start, start + quarters):
        run(w, p, turn_of(future, with_tables, quarter))
    return w


def equal_rows(mechanisms: tuple[Mechanism, ...], shape: Any, worlds: int = 12) -> list[str]:
    """Where compiled and plain runs of the mechanisms, one after another on random worlds, differ."""
    differences = []
    for seed in range(worlds):
        compiled, uncompiled = shape(seed), shape(seed)
        for mechanism in mechanisms:
            mechanism.run(*compiled)
            plain(mechanism.run)(*uncompiled)
            differences += [f"{mechanism.name}: {name}" for name in unequal(compiled[0], uncompiled[0])]
    return differences


def unequal(first: Any, second: Any) -> list[str]:
    """Fields in which two worlds differ: whole numbers at all, real ones by more than 1e-9."""
    names = []
    for name, field in FIELD.items():
        a, b = np.asarray(first[name]), np.asarray(second[name])
        same = np.array_equal(a, b) if field.kind != "real" else np.allclose(a, b, rtol=1e-9, atol=1e-9)
        names += [] if same else [name]
    return names
