"""A bargain laid out on the levers: which of them it asks for, from where to where, when, at whose consent and price.

Idea: a bargain is read by one coding (the first is its own `levers`); what is done at the start is not asked for again.
Formula: cost of a side a year = price * (target - start); a cost that the bargain names itself is taken as it stands.
Units: targets in the lever's unit, lags in quarters, costs in bn USD 2023 per year. Reads: Bargain, Scenario. Writes:
the parameters lever_* of a copy. Errors: InputError for a coding that a bargain does not have.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from kaname.core.errors import unknown_name
from kaname.core.units import convert
from kaname.evidence.figures import Figure
from kaname.scenarios.bargains import COST_UNIT, LAG_UNIT
from kaname.scenarios.format import BETWEEN, FIRST_CODING, SECOND_CODING, SIDES
from kaname.scenarios.movement import Movement
from kaname.scenarios.records import Bargain, LeverChange, Scenario
from kaname.words.levers import CONSENTERS, LEVERS, Lever


def levers_of(bargain: Bargain, coding: str = FIRST_CODING) -> Mapping[str, LeverChange]:
    """Return the levers that a bargain asks for as one coder read it; `between`: those that either of two read."""
    if coding == FIRST_CODING or not bargain.levers:
        return bargain.levers
    wanted = SECOND_CODING if coding == BETWEEN else coding
    if wanted not in bargain.codings:
        allowed = [FIRST_CODING, *bargain.codings]
        raise unknown_name(f"a coding of {bargain.id}", wanted, allowed, file=bargain.document.file, path="--coding")
    read = bargain.codings[wanted].levers
    return {**read, **bargain.levers} if coding == BETWEEN else read


def lay_bargain(
    params: np.ndarray, bargain: Bargain, scenario: Scenario, coding: str = FIRST_CODING
) -> np.ndarray:  # fmt: skip
    """Return parameters with the bargain's levers laid out at central values, whatever was laid out before."""
    out = params.copy()
    p = out[0]
    asked = levers_of(bargain, coding)
    for place, lever in enumerate(LEVERS):
        change = asked.get(lever.name)
        start = lever_start(scenario, lever)
        p["lever_start"][place] = p["lever_target"][place] = start
        p["lever_promise"][place] = float(lever.promise)
        p["lever_prevails"][place] = float(lever.prevails)
        for name in ("lever_asked", "lever_lag", *(f"lever_cost_{side}" for side in SIDES)):
            p[name][place] = 0.0
        bodies = consent_of(lever, change)
        p["lever_consent"][place] = [float(body in bodies) for body in CONSENTERS]
        if change is None or not movement_of(lever, change, start).asked:
            continue
        p["lever_asked"][place] = 1.0
        p["lever_target"][place] = in_unit(change.to, lever.unit)
        p["lever_lag"][place] = in_unit(change.lag, LAG_UNIT)
        for side in SIDES:
            p[f"lever_cost_{side}"][place] = central_cost(lever, change, side, start)
    return out


def movement_of(lever: Lever, change: LeverChange, start: float) -> Movement:
    """Return where the lever stood, stands and is asked to go, in its own unit."""
    return Movement(start, in_unit(change.to, lever.unit), change.asks, change.then)


def consent_of(lever: Lever, change: LeverChange | None) -> tuple[str, ...]:
    """Bodies that must agree: those that the bargain names, else those of the lever."""
    return lever.consent if change is None or change.consent is None else change.consent


def central_cost(lever: Lever, change: LeverChange, side: str, start: float) -> float:
    """Return the yearly cost of a side at the target, at central values; negative where it saves."""
    if side in change.cost:
        return in_unit(change.cost[side], COST_UNIT)
    if side not in change.price:
        return 0.0
    price = change.price[side]
    return yearly(lever, price, number_of(price), in_unit(change.to, lever.unit) - start)


def yearly(lever: Lever, price: Figure, value: float | np.ndarray, movement: float | np.ndarray):  # type: ignore[no-untyped-def]
    """Cost a year of a movement of the lever at a value of its price; arrays of futures as well as numbers.

    The price of a lever that is itself money a year is a coefficient; of all others, money a year from none to full.
    """
    per_unit = 1.0 if price.unit == "coefficient" else convert(1.0, price.unit, COST_UNIT)
    moved = convert(1.0, lever.unit, COST_UNIT) if price.unit == "coefficient" else 1.0
    return value * per_unit * movement * moved


def lever_start(scenario: Scenario, lever: Lever) -> float:
    """Return the lever as things are, in its unit; 0 where the scenario does not say."""
    figure = scenario.levers.get(lever.name)
    return 0.0 if figure is None else in_unit(figure, lever.unit)


def in_unit(figure: Figure, unit: str) -> float:
    """Return a figure's central value in a unit."""
    return float(convert(number_of(figure), figure.unit, unit))


def number_of(figure: Figure) -> float:
    """Return the central value of a figure that is one number."""
    value = figure.central
    assert not isinstance(value, dict)
    return float(value)
