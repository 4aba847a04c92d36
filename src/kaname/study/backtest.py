"""Model's side of a backtest: a scenario's futures, year by year, of quantities that were observed.

Idea: data/backtests.yaml says which field of the world a figure measures and how a year is read from its quarters; a
poll goes through the measurement equation of its house (study.polls). A start is asked only for years from its own
on; what lies before is the history that simple rules may use.

Clock: quarters, shown by calendar year. Units: those of the figure, which are the field's. Reads: worlds of replayed
futures under the first bargain. Writes: nothing. Errors: InputError where nothing was observed from the start on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from kaname.compile.compiled import Compiled
from kaname.core.errors import InputError
from kaname.core.units import QUARTERS_A_YEAR
from kaname.evidence.figures import Figure
from kaname.evidence.load import Evidence
from kaname.evidence.measured import Backtests, Measured, load_measured
from kaname.study.arms import place_of
from kaname.study.design import Design
from kaname.study.index import index
from kaname.study.polls import answers, wander_of
from kaname.study.replay import quarters_of

LEAST_YEARS = 3
TAKE: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "mean": lambda quarters: np.mean(quarters, axis=-1),
    "sum": lambda quarters: np.sum(quarters, axis=-1),
    "first": lambda quarters: quarters[..., 0],
}


@dataclass(frozen=True)
class Observed:
    """One observed series: whose it is ('' where nobody's), its values by year, and who asked where it is a poll."""

    measured: Measured
    figure: Figure
    actor: str
    years: dict[int, float]
    houses: dict[int, str]

    @property
    def name(self) -> str:
        """Return the quantity, and the actor where there is one."""
        return f"{self.measured.name}.{self.actor}" if self.actor else self.measured.name


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
    of_output: bool = False
    hindsight: str = ""


def observed_of(evidence: Evidence, actors: tuple[str, ...], backtests: Backtests) -> list[Observed]:
    """Return every observed series of these actors, in the order of the file."""
    series = []
    for measured in backtests.series:
        figure = evidence.figures.get(measured.figure)
        for actor, (years, houses) in _by_actor(figure, measured.row).items() if figure is not None else ():
            if figure is not None and actor in ("", *actors):
                kept = {year: value for year, value in sorted(years.items()) if year >= measured.first}
                series.append(Observed(measured, figure, actor, kept, houses))
    return series


def last_observed(evidence: Evidence) -> int:
    """Return the last year of which any series knows."""
    backtests = load_measured()
    rows = [
        _by_actor(evidence.figures[measured.figure], measured.row).values()
        for measured in backtests.series
        if measured.figure in evidence.figures
    ]
    return max((year for row in rows for years, _ in row for year in years), default=0)


def series_of(compiled: Compiled, design: Design, heard: Callable[[int], None] = lambda done: None) -> list[Series]:
    """Return every observed series from the scenario's start on, with the futures under the design's first bargain."""
    backtests = load_measured()
    asked = [(observed, years) for observed, years in _asked(compiled, backtests) if len(years) >= LEAST_YEARS]
    if not asked:
        raise InputError(
            f"nothing was observed for {LEAST_YEARS} years from the start of {compiled.scenario.id} on",
            path="--start", found=compiled.scenario.start.year, hint="Name an earlier start.",
        )  # fmt: skip
    first = compiled.scenario.start.year
    longest = min(max(years[-1] - first + 1 for _, years in asked), compiled.quarters // QUARTERS_A_YEAR)
    places = [place_of(compiled, path_of(observed)) for observed, _ in asked]
    values = np.zeros((design.futures, len(asked), longest * QUARTERS_A_YEAR))
    for future in range(design.futures):
        for quarter in quarters_of(compiled, design, design.bargains[0], future):
            if quarter.number >= values.shape[2]:
                break
            for n, place in enumerate(places):
                values[future, n, quarter.number] = quarter.world[0][place.declared.name][place.index]
        heard(future + 1)
    rng = np.random.default_rng(design.seed)
    wander = wander_of(_asked_before(compiled, backtests, first))
    return [
        _series(compiled, observed, years, values[:, n], backtests, rng, wander)
        for n, (observed, years) in enumerate(asked)
    ]


def path_of(observed: Observed) -> str:
    """Return the path of the quantity among the fields: its name, the actor, the fixed members."""
    return ".".join([observed.measured.field, *([observed.actor] if observed.actor else []), *observed.measured.at])


def _asked_before(compiled: Compiled, backtests: Backtests, first: int) -> list[dict[int, float]]:
    """Answers before the start by house of every poll in the file."""
    polls = [
        row for row in observed_of(compiled.evidence, tuple(compiled.axes["actor"]), backtests) if row.measured.poll
    ]
    return [
        {year: value for year, value in row.years.items() if year < first and row.houses[year] == house}
        for row in polls
        for house in dict.fromkeys(row.houses.values())
    ]


def _asked(compiled: Compiled, backtests: Backtests) -> Iterator[tuple[Observed, list[int]]]:
    """Yield each series with its years from the start on; one without the history that rules need is not asked."""
    first = compiled.scenario.start.year
    last = first + compiled.quarters // QUARTERS_A_YEAR
    for observed in observed_of(compiled.evidence, tuple(compiled.axes["actor"]), backtests):
        before = [year for year in observed.years if year < first]
        if before and before[-1] - before[0] + 1 >= LEAST_YEARS and _known(compiled, observed):
            yield observed, [year for year in observed.years if first <= year < last]


def _known(compiled: Compiled, observed: Observed) -> bool:
    """Return whether the scenario has the members that the series names."""
    members = {member for axis in compiled.axes.values() for member in axis}
    return set(observed.measured.at) <= members


def _by_actor(figure: Figure, row: str = "") -> dict[str, tuple[dict[int, float], dict[int, str]]]:
    """Return the values by year of each actor ('' where there is none or one row is meant), and the house that gave
    each.
    """
    value: Any = figure.value
    if row:
        return {"": (_years(value[row]), {})}
    if figure.by[0] == "actor":
        return {actor: (_years(years), {}) for actor, years in value.items()}
    if figure.by[0] == "house":
        years = {int(year): float(x) for values in value.values() for year, x in values.items()}
        return {"": (years, {int(year): house for house, values in value.items() for year in values})}
    return {"": (_years(value), {})}


def _years(values: Mapping[str, float]) -> dict[int, float]:
    return {int(year): float(x) for year, x in values.items()}


def _series(
    compiled: Compiled, observed: Observed, years: list[int], values: np.ndarray, backtests: Backtests,
    rng: np.random.Generator, wander: float,
) -> Series:  # fmt: skip
    measured, first = observed.measured, compiled.scenario.start.year
    every_year = TAKE[measured.take](values.reshape(len(values), -1, QUARTERS_A_YEAR))
    by_year = every_year[:, [year - first for year in years]]
    if measured.poll:
        before = {observed.houses[year]: observed.years[year] for year in observed.years if year < first}
        houses = [observed.houses[year] for year in years]
        last = max(year for year in observed.years if year < first)
        by_year = answers(by_year, float(values[:, 0].mean()), houses, before, backtests.house_spread,
                          backtests.answers, backtests.excess, rng, wander,
                          [year - last for year in years])  # fmt: skip
    if measured.scaled:
        by_year = index(by_year, every_year[:, 0], observed.years, first, years, rng)
    owner = f", {compiled.names['actor'][observed.actor]}" if observed.actor else ""
    figure = observed.figure
    return Series(observed.name, measured.what + owner, figure.unit, figure.source, figure.grade, observed.years,
                  tuple(years), by_year, measured.of_output, measured.hindsight)  # fmt: skip
