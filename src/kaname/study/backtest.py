"""What a scenario's futures say, year by year, of quantities that were observed: the model's side of a backtest.

A quantity has a figure `observed.NAME` in the evidence, by year (and by actor), and one of the MEASURES below, which
takes the same quantity from the world: the mean or the sum of a year's quarters. A start is asked only for years from
its own on; what lies before is the history that simple rules may use.

Clock: quarters, told by calendar year. Units: those of the figure, which are the field's. Reads: worlds of replayed
futures under the first bargain. Writes: nothing. Errors: InputError where nothing was observed from the start on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from kaname.compile.compiled import Compiled
from kaname.core.errors import InputError
from kaname.core.units import QUARTERS_A_YEAR
from kaname.evidence.figures import Figure
from kaname.evidence.load import Evidence
from kaname.study.design import Design
from kaname.study.replay import quarters_of

PREFIX = "observed."
LEAST_YEARS = 3
Take = Callable[[np.ndarray], np.ndarray]


@dataclass(frozen=True)
class Measure:
    """How a year of an observed quantity is read from worlds."""

    field: str
    take: Take
    what: str


MEASURES: dict[str, Measure] = {
    "defence_share": Measure("defence_share", lambda q: np.mean(q, axis=-1), "military spending as a share of output"),
    "tests": Measure("tests", lambda q: np.sum(q, axis=-1), "missile tests in a year"),
}


@dataclass(frozen=True)
class Series:
    """One observed series, and what the futures say of its years from the start on: float64[future, year]."""

    name: str
    what: str
    unit: str
    source: tuple[str, ...]
    grade: str
    observed: dict[int, float]
    years: tuple[int, ...]
    futures: np.ndarray


def series_of(compiled: Compiled, design: Design, heard: Callable[[int], None] = lambda done: None) -> list[Series]:
    """Every observed series from the scenario's start on, with the futures under the design's first bargain."""
    asked = [item for item in _asked(compiled) if len(item[3]) >= LEAST_YEARS]
    if not asked:
        raise InputError(
            f"nothing was observed for {LEAST_YEARS} years from the start of {compiled.scenario.id} on",
            path="--start", found=compiled.scenario.start.year, hint="Name an earlier start.",
        )  # fmt: skip
    longest = min(max(len(years) for *_, years in asked), compiled.quarters // QUARTERS_A_YEAR)
    said = np.zeros((design.futures, len(asked), longest * QUARTERS_A_YEAR))
    for future in range(design.futures):
        for quarter in quarters_of(compiled, design, design.bargains[0], future):
            if quarter.number < said.shape[2]:
                for n, (name, actor, *_) in enumerate(asked):
                    said[future, n, quarter.number] = _value(compiled, quarter.world[0], MEASURES[name], actor)
        heard(future + 1)
    return [_series(compiled, item, said[:, n]) for n, item in enumerate(asked)]


def last_observed(evidence: Evidence) -> int:
    """The last year of which any series knows."""
    figures = [evidence.figures[PREFIX + name] for name in MEASURES if PREFIX + name in evidence.figures]
    return max((year for figure in figures for years in _by_actor(figure).values() for year in years), default=0)


def _asked(compiled: Compiled) -> Iterator[tuple[str, str, dict[int, float], list[int]]]:
    """(measure, actor or "", observed by year, years from the start on) of each series."""
    first = compiled.scenario.start.year
    last = first + compiled.quarters // QUARTERS_A_YEAR
    for name in MEASURES:
        figure = compiled.evidence.figures.get(PREFIX + name)
        for actor, values in _values(figure, compiled).items() if figure else ():
            yield name, actor, values, [year for year in sorted(values) if first <= year < last]


def _values(figure: Figure, compiled: Compiled) -> dict[str, dict[int, float]]:
    known = ("", *compiled.axes["actor"])
    return {actor: years for actor, years in _by_actor(figure).items() if actor in known}


def _by_actor(figure: Figure) -> dict[str, dict[int, float]]:
    value: Any = figure.value
    by_actor = value if figure.by[0] == "actor" else {"": value}
    return {actor: {int(year): float(x) for year, x in years.items()} for actor, years in by_actor.items()}


def _value(compiled: Compiled, world: Any, measure: Measure, actor: str) -> float:
    value = world[measure.field]
    if actor:
        value = value[list(compiled.axes["actor"]).index(actor)]
    return float(value)


def _series(compiled: Compiled, item: tuple[str, str, dict[int, float], list[int]], said: np.ndarray) -> Series:
    name, actor, observed, years = item
    figure, measure = compiled.evidence.figures[PREFIX + name], MEASURES[name]
    by_year = measure.take(said[:, : len(years) * QUARTERS_A_YEAR].reshape(len(said), len(years), QUARTERS_A_YEAR))
    owner = f", {compiled.names['actor'][actor]}" if actor else ""
    return Series(
        name=f"{name}.{actor}" if actor else name,
        what=measure.what + owner,
        unit=figure.unit,
        source=figure.source,
        grade=figure.grade,
        observed=observed,
        years=tuple(years),
        futures=by_year,
    )
