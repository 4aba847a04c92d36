"""The terms of bargains, sampled by name: lags and prices of levers, and where between two readings a target lies.

Idea: the uniform is keyed by what the figure is for (lever_lag.NAME, lever_price.NAME.SIDE, lever_target.NAME), never
by the bargain: a future is slow, or dear, in the same levers whatever is asked of them, so that pairs share it. Every
term of any bargain of a run is drawn in all of its futures and stored, whether or not the bargain asks for the lever.

Formula: cost = price * (target - start) with the future's own target; a cost that a bargain names itself is drawn as it
stands and scaled by movement / movement asked. With the coding `between`, target = first + u * (second - first), u
uniform per lever; a lever that only one reading has is taken as unmoved by the other.
Units: those of the figures. Reads: Bargain. Writes: the parameters lever_target, lever_lag, lever_cost_* of futures.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from kaname.compile.bargains import in_unit, levers_of, number_of, yearly
from kaname.compile.sampling import uniforms
from kaname.core.units import convert
from kaname.evidence.figures import Figure
from kaname.scenarios.bargains import COST_UNIT, LAG_UNIT, LAGS, PRICES
from kaname.scenarios.format import BETWEEN, SECOND_CODING, SIDES
from kaname.scenarios.records import Bargain, LeverChange
from kaname.words.levers import LEVER, LEVERS

TARGETS, READING = "lever_target", "lever_reading"


@dataclass(frozen=True)
class Term:
    """One sampled figure of the bargains; key: what its uniform is named after, the same for all of them."""

    key: str
    figure: Figure

    @property
    def name(self) -> str:
        """Return the figure's id; a reading has its lever in it."""
        return self.key if self.figure.id == READING else self.figure.id

    @property
    def column(self) -> str:
        return f"u.{self.name}"

    def values(self, seed: int, first: int, count: int) -> np.ndarray:
        """Return float64[count]: its value in each future, in the figure's unit."""
        distribution = self.figure.distribution or self.figure.spread
        assert distribution is not None
        drawn = np.asarray(distribution.ppf(uniforms(seed, first, count, self.key)), dtype=np.float64)
        if self.figure.spread is None:
            return drawn
        assert isinstance(self.figure.value, float)
        return drawn * self.figure.value


@dataclass(frozen=True)
class Terms:
    """The terms of all bargains of a run.

    levers: by bargain, what is laid out; readings: by bargain the first and the second, with the coding `between` only.
    """

    levers: Mapping[str, Mapping[str, LeverChange]]
    readings: Mapping[str, tuple[Mapping[str, LeverChange], Mapping[str, LeverChange]]]
    reading: Figure

    @cached_property
    def sampled(self) -> tuple[Term, ...]:
        """Return every uncertain term once, in the order of the levers."""
        found: dict[str, Term] = {}
        for lever in LEVERS:
            for bargain, asked in self.levers.items():
                for term in self._of_lever(bargain, asked.get(lever.name)):
                    found.setdefault(term.name, term)
        return tuple(found.values())

    def put(self, bargain: str, columns: Mapping[str, np.ndarray], params: np.ndarray) -> None:
        """Write the terms of a bargain, drawn as `columns` of all terms, into `params` (records of the futures)."""
        drawn = {term.name: columns[term.column] for term in self.sampled}
        for lever in LEVERS:
            change = self._change(bargain, lever.name)
            if change is not None and (params["lever_asked"][:, LEVER[lever.name]] > 0.0).any():
                self._aim(bargain, change, drawn, params)
                _settle(change, drawn, params)

    def _change(self, bargain: str, name: str) -> LeverChange | None:
        """Return the bargain's own change of a lever; of one put into it from another bargain, that bargain's."""
        own = self.levers.get(bargain, {}).get(name)
        return own or next((asked[name] for asked in self.levers.values() if name in asked), None)

    def _aim(self, bargain: str, change: LeverChange, drawn: Mapping[str, np.ndarray], params: np.ndarray) -> None:
        """The target of each future; a movement laid out smaller or larger than asked stays so in proportion."""
        lever, place = LEVERS[LEVER[change.name]], LEVER[change.name]
        start, target = params["lever_start"][:, place], params["lever_target"][:, place]
        if change.name not in self.levers.get(bargain, {}):
            return
        if bargain in self.readings:
            u = drawn[f"{TARGETS}.{change.name}"]
            low, high = (
                in_unit(read[change.name].to, lever.unit) if change.name in read else start
                for read in self.readings[bargain]
            )
            aim = low + u * (high - low)
        elif change.to.id in drawn:
            aim = _converted(drawn[change.to.id], change.to, lever.unit)
        else:
            return
        laid_out = _part(target - start, in_unit(change.to, lever.unit) - start)
        params["lever_target"][:, place] = start + laid_out * (aim - start)

    def _of_lever(self, bargain: str, change: LeverChange | None) -> list[Term]:
        if change is None:
            return []
        paid = change.cost or change.price
        pairs = [(f"{LAGS}.{change.name}", change.lag)]
        pairs += [(f"{TARGETS}.{change.name}", self.reading if bargain in self.readings else change.to)]
        pairs += [(f"{PRICES}.{change.name}.{side}", paid[side]) for side in SIDES if side in paid]
        return [Term(key, figure) for key, figure in pairs if figure.uncertain]


def terms_of(bargains: Mapping[str, Bargain], coding: str, reading: Figure) -> Terms:
    """Return the terms of a run's bargains as a coding reads them; InputError where a bargain has no such coding."""
    levers = {name: levers_of(bargain, coding) for name, bargain in bargains.items()}
    readings = {}
    if coding == BETWEEN:
        readings = {name: (bargain.levers, levers_of(bargain, SECOND_CODING)) for name, bargain in bargains.items()}
    return Terms(levers, readings, reading)


def _settle(change: LeverChange, drawn: Mapping[str, np.ndarray], params: np.ndarray) -> None:
    """The lag and the yearly costs of each future, for the target that it has."""
    place, lever = LEVER[change.name], LEVERS[LEVER[change.name]]
    moved = params["lever_target"][:, place] - params["lever_start"][:, place]
    asked = in_unit(change.to, lever.unit) - params["lever_start"][:, place]
    if change.lag.id in drawn:
        params["lever_lag"][:, place] = _converted(drawn[change.lag.id], change.lag, LAG_UNIT)
    for side, figure in change.cost.items():
        cost = _converted(_value(figure, drawn, moved), figure, COST_UNIT)
        params[f"lever_cost_{side}"][:, place] = cost * _part(moved, asked)
    for side, figure in change.price.items():
        params[f"lever_cost_{side}"][:, place] = yearly(lever, figure, _value(figure, drawn, moved), moved)


def _value(figure: Figure, drawn: Mapping[str, np.ndarray], like: np.ndarray) -> np.ndarray:
    return drawn[figure.id] if figure.id in drawn else np.full(len(like), number_of(figure))


def _converted(values: np.ndarray, figure: Figure, unit: str) -> np.ndarray:
    return values * convert(1.0, figure.unit, unit)


def _part(moved: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """Return the share of a movement; 1 where there is none."""
    return np.divide(moved, whole, out=np.ones_like(moved), where=whole != 0.0)
