"""A small calm world to stand on: five actors, three contingencies, central figures, nothing happening.

Contingency 0: the rival challenges the ally's own territory. 1: the rival challenges the partner, the ally is host.
2: the rival attacks the ally by cyber means.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np

from kaname.compile.values import array_of
from kaname.core.kernel import plain
from kaname.evidence.load import load_evidence
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.samples import SMALL, empty_tables, sizes_of, turn_of
from kaname.model.world.turn import Tables
from kaname.words.axes import AIR, FIXED_AXES
from kaname.words.fields import world_type
from kaname.words.levers import LEVER, LEVERS
from kaname.words.params import BACKED, params_type

PROTECTOR, ALLY, RIVAL, PROLIFERATOR, PARTNER = range(5)
HOME, ABROAD, NET = range(3)
OF_SCENARIO = {"actor", "observer", "other", "contingency", "cohort"}
MIDDLE = {
    "signal_reading": 1.0, "caveat_reading": 0.3, "promise_discount": 0.5, "hazard_learning": 0.1, "enmity": 0.0,
    "capability_bias": 0.0, "resolve_anchor": 0.5, "law_learning": 0.3, "undetermined_permits": 0.5, "delay_bias": 1.0,
}  # fmt: skip
START = {
    "presence": 0.6, "attention": 0.7, "capital": 0.6, "support_force": 0.5, "readiness": 0.7, "territory": 1.0,
    "gdp": 1000.0, "defence_share": 0.014, "habit": 0.5, "intelligence_level": 0.5, "profession": 0.9, "trust": 0.6,
    "role_clarity": 0.5, "promised": 0.5, "implemented": 0.6, "expected": 0.5, "delivered": 0.35,
    "guidelines_age": 40.0,
    "belief": 0.5, "belief_nuclear": 0.4, "type_belief": 0.25, "hazard_belief": 0.05, "picture_capability": 1.0,
    "picture_resolve": 0.5, "picture_law": 0.5, "picture_delay": 3.0, "dispersal": 0.3, "strike_option": 0.5,
    "base_access": 0.8, "trilateral_level": 0.4, "consultation_level": 0.5, "abandonment_fear": 0.4, "consent": 0.6,
    "autonomy_demand": 0.3, "decision_days": 3.0,
}  # fmt: skip
HOURS = (2.0, 6.0, 24.0)


@lru_cache(maxsize=1)
def figures() -> dict[str, Any]:
    """The shipped figures, read once."""
    return load_evidence().figures


def calm() -> tuple[Any, Any, Tables]:
    """World, parameters and tables; each call gives its own copies."""
    worlds, params = _made()
    tables = empty_tables(SMALL)
    tables.law_delay[:] = HOURS
    return worlds.copy()[0], params.copy()[0], tables


@lru_cache(maxsize=1)
def _made() -> tuple[np.recarray, np.recarray]:
    """Arrays of one world and one set of parameters."""
    sizes = sizes_of(SMALL)
    worlds = np.zeros(1, world_type(sizes)).view(np.recarray)
    params = np.zeros(1, params_type(sizes)).view(np.recarray)
    w, p = worlds[0], params[0]
    for name, value in START.items():
        w[name] = value
    w.stock[:, AIR] = 300.0
    w.permit[:] = 1
    w.covered[:] = 1
    _parameters(p)
    _roles(p)
    _levers(w, p)
    return worlds, params


def _parameters(p: Any) -> None:
    for param in BACKED:
        figure = figures().get(param.name)
        if param.name in MIDDLE:
            p[param.name] = MIDDLE[param.name]
        elif figure is not None and not OF_SCENARIO & set(param.dims):
            p[param.name] = array_of(figure, figure.central, param, FIXED_AXES)
    p.issue_weight[:] = 1.0
    p.issue_need[:] = 0.6
    p.delivery_ability[:] = 0.9
    p.choice_precision = 4.0
    p.enmity[ALLY, RIVAL] = p.enmity[ALLY, PROLIFERATOR] = p.enmity[PROTECTOR, RIVAL] = 0.6
    p.enmity[PARTNER, ALLY] = 0.2


def _roles(p: Any) -> None:
    p.protector, p.ally, p.rival, p.proliferator, p.partner = range(5)
    p.challenger[:] = RIVAL
    p.target[:] = (ALLY, PARTNER, ALLY)
    p.host[:] = (-1, ALLY, -1)
    p.guarantor[:] = PROTECTOR
    p.homeland_case[:] = (1.0, 0.0, 0.0)
    p.cyber_case[:] = (0.0, 0.0, 1.0)
    p.stake[:] = 0.5
    p.stake[:, RIVAL] = 1.0
    p.start_year = 2026


def _levers(w: Any, p: Any) -> None:
    for number, lever in enumerate(LEVERS):
        w.lever[number] = (lever.low + lever.high) / 2.0
        p.lever_promise[number] = float(lever.promise)
        p.lever_prevails[number] = float(lever.prevails)
    w.lever[LEVER["tariffs"]] = 0.0
    w.lever[LEVER["guidelines_interval"]] = 60.0
    p.lever_start[:] = w.lever
    p.lever_target[:] = w.lever


def runner(*mechanisms: Mechanism) -> Callable[..., None]:
    """A function (world, params, tables, quarter=0, future=0) that runs the mechanisms once, uncompiled."""
    kernels = [plain(mechanism.run) for mechanism in mechanisms]

    def run(w: Any, p: Any, tables: Tables, quarter: int = 0, future: int = 0, log: int = 0) -> Any:
        turn = turn_of(future, tables, quarter, log=log)
        for kernel in kernels:
            kernel(w, p, turn)
        return turn

    return run
