"""The terms of bargains, sampled by name: lags and prices of levers, and where between two readings a target lies.

Idea: the uniform is keyed by what the figure is for (lever_lag.NAME, lever_price.NAME.SIDE, lever_target.NAME), never by
the bargain: a future is slow, or dear, in the same levers whatever is asked of them, so that pairs share it. Every term of
any bargain of a run is drawn in all of its futures and stored, whether or not the bargain asks for the lever.

Formula: cost = price * (target - start) with the future's own target; a cost that a bargain names itself is drawn as it
stands and scaled by movement / movement asked. With the coding `between`, target = first + u * (second - first), u
uniform per lever; a lever that only one reading has is taken as unmoved by the other.
Units: those of the figures. Reads: Bargain. Writes: the parameters lever_target, lever_lag, lever_cost_* of the futures.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from kaname.compile.bargains import in_unit, yearly
from kaname.compile.sampling import uniforms
from kaname.core.errors import InputError
from kaname.core.units import convert
from kaname.evidence.figures import Figure
from kaname.model.world.levers import LEVER, LEVERS
from kaname.scenario.bargains import COST_UNIT, LAG_UNIT, LAGS, PRICES
from kaname.scenario.format import BETWEEN, SIDES
from kaname.scenario.records import Bargain, LeverChange

TARGETS, READING = "lever_target", "lever_reading"
SECOND = "second"


@dataclass(frozen=True)
class Term:
    """One sampled figure of the bargains; key: what its uniform is named after, the same for all of them."""

    key: str
    figure: Figure

    @property
    def name(self) -> str:
        """The figure's id; a reading is told apart by its lever."""
        return self.key if self.figure.id == READING else self.figure.id

    @property
    def column(self) -> str:
        return f"u.{self.name}"

    def values(self, seed: int, first: int, count: int) -> np.ndarray:
        """float64[count]: its value in each future, in the figure's unit."""
        distribution = self.figure.distribution or self.figure.spread
        assert distribution is not None
        drawn = np.asarray(distribution.ppf(uniforms(seed, first, count, self.key)), dtype=np.float64)
        if self.figure.spread is None:
            return drawn
        assert isinstance(self.figure.value, float)
        return drawn * self.figure.value


@dataclass(frozen=True)
class Terms:
    """The terms of all bargains of a run. levers: by bargain, as the run's coding reads them."""

    levers: Mapping[str, Mapping[str, LeverChange]]
    second: Mapping[str, Mapping[str, LeverChange]]
    reading: Figure

    @cached_property
    def sampled(self) -> tuple[Term, ...]:
        """Every uncertain term once, in the order of the levers."""
        found: dict[str, Term] = {}
        for lever in LEVERS:
            for bargain in self.levers:
                for term in self._of_lever(bargain, lever.name):
                    found.setdefault(term.name, term)
        return tuple(found.values())

    def draw(self, bargain: str, seed: int, first: int, params: np.ndarray) -> dict[str, np.ndarray]:
        """Write the terms of a bargain into `params` (record array of the futures); return the columns of all terms."""
        count = len(params)
        drawn = {term.name: term.values(seed, first, count) for term in self.sampled}
        for name in self._names(bargain):
            asked = params["lever_asked"][:, LEVER[name]] > 0.0
            if asked.any():
                self._lever(bargain, name, drawn, params)
        return {term.column: drawn[term.name] for term in self.sampled}

    def _lever(self, bargain: str, name: str, drawn: Mapping[str, np.ndarray], params: np.ndarray) -> None:
        place, lever = LEVER[name], LEVERS[LEVER[name]]
        change = self._change(bargain, name)
        laid_out = params["lever_target"][:, place] - params["lever_start"][:, place]
        if f"{TARGETS}.{name}" in drawn:
            self._target(bargain, name, drawn[f"{TARGETS}.{name}"], params)
        elif change.to.id in drawn:
            params["lever_target"][:, place] = _converted(drawn[change.to.id], change.to, lever.unit)
        moved = params["lever_target"][:, place] - params["lever_start"][:, place]
        if change.lag.id in drawn:
            params["lever_lag"][:, place] = _converted(drawn[change.lag.id], change.lag, LAG_UNIT)
        for side in SIDES:
            out = params[f"lever_cost_{side}"][:, place]
            if side in change.cost:
                own = change.cost[side]
                cost = _converted(drawn[own.id], own, COST_UNIT) if own.id in drawn else out.copy()
                params[f"lever_cost_{side}"][:, place] = cost * _part(moved, laid_out)
            elif side in change.price:
                price = change.price[side]
                value = drawn.get(price.id, np.full(len(moved), price.central))
                params[f"lever_cost_{side}"][:, place] = yearly(lever, price, value, moved)

    def _target(self, bargain: str, name: str, u: np.ndarray, params: np.ndarray) -> None:
        place, unit = LEVER[name], LEVERS[LEVER[name]].unit
        start = params["lever_start"][:, place]
        one, two = self.levers[bargain].get(name), self.second[bargain].get(name)
        low = start if one is None else in_unit(one.to, unit)
        high = start if two is None else in_unit(two.to, unit)
        params["lever_target"][:, place] = low + u * (high - low)

    def _change(self, bargain: str, name: str) -> LeverChange:
        return self.levers[bargain].get(name) or self.second[bargain][name]

    def _names(self, bargain: str) -> list[str]:
        return [lever.name for lever in LEVERS if lever.name in {*self.levers[bargain], *self.second[bargain]}]

    def _of_lever(self, bargain: str, name: str) -> list[Term]:
        if name not in self._names(bargain):
            return []
        change = self._change(bargain, name)
        pairs = [(f"{LAGS}.{name}", change.lag)]
        pairs += [(f"{TARGETS}.{name}", self.reading if self.second[bargain] else change.to)]
        pairs += [(f"{PRICES}.{name}.{side}", (change.cost or change.price)[side])
                  for side in SIDES if side in (change.cost or change.price)]  # fmt: skip
        return [Term(key, figure) for key, figure in pairs if figure.uncertain]


def terms_of(
    bargains: Mapping[str, Bargain], levers: Mapping[str, Mapping[str, LeverChange]], coding: str, reading: Figure
) -> Terms:
    """The terms of a run's bargains; with `between`, every bargain that moves a lever needs a second coding."""
    second: dict[str, Mapping[str, LeverChange]] = {name: {} for name in bargains}
    if coding == BETWEEN:
        for name, bargain in bargains.items():
            if bargain.levers and SECOND not in bargain.codings:
                raise InputError(
                    f"{name} has no second coding to lie between", file=bargain.document.file, path="--coding",
                    hint="Use --coding first, or write codings: {second: {...}}.",
                )  # fmt: skip
            second[name] = bargain.codings[SECOND].levers if bargain.levers else {}
    return Terms(levers, second, reading)


def _converted(values: np.ndarray, figure: Figure, unit: str) -> np.ndarray:
    return values * convert(1.0, figure.unit, unit)


def _part(moved: np.ndarray, laid_out: np.ndarray) -> np.ndarray:
    """Share of the movement that was laid out; 1 where nothing was."""
    return np.divide(moved, laid_out, out=np.ones_like(moved), where=laid_out != 0.0)
