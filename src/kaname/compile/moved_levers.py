"""A bargain of a comparison with some levers set by hand, as in a session or an arm of an experiment.

Idea: a value that somebody asks about is a lever change like one of a bargain's file, with the lever's usual lag and
price; laid out and sampled by the same rules. Reads: Compiled. Writes: nothing. Units: the lever's own. Errors:
InputError for a lever that does not exist or a value outside its range.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from kaname.compile.bargains import lay_bargain
from kaname.compile.compiled import Compiled
from kaname.core.errors import unknown_name
from kaname.evidence.figures import Figure
from kaname.scenarios.bargains import LAGS, PRICES
from kaname.scenarios.format import SIDES
from kaname.scenarios.records import Bargain, LeverChange
from kaname.words.bounds import require_within
from kaname.words.levers import BY_NAME

MOVED = "moved"
OF_LEVERS = "lever_"


def with_levers(compiled: Compiled, bargain: str, levers: Mapping[str, float]) -> Compiled:
    """Return the comparison with a single bargain, MOVED: the given one with some levers set (name -> value)."""
    own = compiled.bargains[bargain]
    changes = {name: _change(compiled, name, value) for name, value in levers.items()}
    changes = {**compiled.terms.levers[bargain], **changes}
    moved: Bargain = replace(own, id=MOVED, levers=changes, codings={})
    record = lay_bargain(compiled.params[bargain], moved, compiled.scenario)
    terms = replace(compiled.terms, levers={MOVED: changes}, readings={})
    return replace(compiled, bargains={MOVED: moved}, params={MOVED: record}, terms=terms)


def put_levers(moved: Compiled, drawn: Mapping[str, np.ndarray], params: np.ndarray) -> None:
    """Write the levers of MOVED, as futures drew them, into `params` (records of the futures of another bargain)."""
    for name in params.dtype.names or ():
        if name.startswith(OF_LEVERS):
            params[name] = moved.params[MOVED][name]
    moved.terms.put(MOVED, drawn, params)


def _change(compiled: Compiled, name: str, value: float) -> LeverChange:
    if name not in BY_NAME:
        raise unknown_name("a lever", name, list(BY_NAME), path="levers")
    lever, figures = BY_NAME[name], compiled.evidence.figures
    require_within(lever, value, f"levers.{name}")
    prices = {side: figures[f"{PRICES}.{name}.{side}"] for side in SIDES if f"{PRICES}.{name}.{side}" in figures}
    target = Figure(f"{MOVED}.{name}", lever.unit, str(compiled.scenario.start.year), "D", float(value),
                    judgement="Set by hand.", doubt="It is what is asked about.")  # fmt: skip
    return LeverChange(name=name, to=target, lag=figures[f"{LAGS}.{name}"], cost={}, price=prices)
