"""Starts between the starts: a scenario begun in a year of its own, levels at what had been observed by then.

Idea: a forecast is tested at many origins, not at two. An origin takes law by its date, and all figures from the
nearest start that lies before it; quantities that were observed are set to their last year before the origin (`level`
in data/backtests.yaml), and the parameters that stand for the same level with them. Pace and luck of shares are
fitted to the panel up to that year (study.pace), and of an announced path what is still to come is kept: its end
stays where it was announced. What was not observed stays years old: that is a handicap of the model, not of the rules
beside it.

Reads: scenario files, evidence. Writes: an override in a temporary folder. Units: those of the figures.
Errors: InputError where no start lies before the year.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from kaname.compile.compiled import Compiled, compile_study
from kaname.compile.sampling import Sampled
from kaname.core.errors import InputError, unknown_name
from kaname.core.units import QUARTERS_A_YEAR
from kaname.evidence.distributions import distribution_from
from kaname.evidence.measured import load_measured
from kaname.scenarios.load import load_scenario
from kaname.scenarios.starts import starts_of
from kaname.study.arms import place_of
from kaname.study.backtest import Observed, observed_of, path_of
from kaname.study.panel import announced, paced, panel_before
from kaname.words.params import BY_NAME as PARAM

FIRST, LAST = 2008, 2021
BETWEEN_ELECTIONS = 16
HALF_A_COUNT = 1.0 / 2.0
SMALLEST_DOUBT, LARGEST_DOUBT = 1.2, 10.0
CUT_AT = 2.0


def origins_of(scenario: str, first: int = FIRST, last: int = LAST) -> dict[int, str]:
    """Return year -> the start that an origin takes its figures from, for the years that have one before them."""
    known = starts_of(scenario)
    return {
        year: known[max(start for start in known if start <= year)]
        for year in range(first, last + 1) if min(known) <= year
    }  # fmt: skip


def compiled_at(scenario: str, year: int, years: int) -> Compiled:
    """Return a scenario begun in the first quarter of `year`, for `years` years, under its first bargain."""
    bases = origins_of(scenario, year, year)
    if not bases:
        raise InputError(f"no start of {scenario} lies before {year}", path="--origins", found=year,
                         allowed=[*map(str, starts_of(scenario))])  # fmt: skip
    base = bases[year]
    read = load_scenario(base)
    if read.start.year == year:
        return compile_study(base, [read.bargains[0]], years=years)
    with tempfile.TemporaryDirectory() as folder:
        moved = Path(folder) / f"{read.id}-at-{year}.yaml"
        text = f"id: {moved.stem}\nbase: {base}\nchanges:\n  start: {{year: {year}, quarter: 1}}\n"
        moved.write_text(text, encoding="utf-8", newline="\n")
        compiled = compile_study(moved, [read.bargains[0]], years=years)
    return _levelled(compiled, year - read.start.year)


def with_parameters(compiled: Compiled, values: Mapping[str, float]) -> Compiled:
    """Return the same with parameters held at single values in every future. InputError for an unknown name."""
    params = {name: record.copy() for name, record in compiled.params.items()}
    for name, value in values.items():
        if name not in PARAM:
            raise unknown_name("a parameter", name, list(PARAM), path="held_still")
        for record in params.values():
            record[name] = value
    return replace(compiled, params=params, sampled=tuple(item for item in compiled.sampled if item.name not in values))


def _levelled(compiled: Compiled, passed: int) -> Compiled:
    """Return the same with observed levels at their last year before the start, and the election as near as it was."""
    first = compiled.scenario.start.year
    start, params = compiled.start.copy(), {name: record.copy() for name, record in compiled.params.items()}
    sampled = {item.name: item for item in compiled.sampled}
    actors = tuple(compiled.axes["actor"])
    every = observed_of(compiled.evidence, actors, load_measured())
    for observed in every:
        before = [year for year in observed.years if year < first]
        if observed.measured.base and before:
            _based(sampled, observed, before, first)
        if not observed.measured.level or not before:
            continue
        value = observed.years[before[-1]] / (QUARTERS_A_YEAR if observed.measured.take == "sum" else 1)
        for path in (path_of(observed), *_also(observed.measured.also, observed.actor)):
            place = place_of(compiled, path)
            name, index = place.declared.name, (0, *place.index)
            if name in (start.dtype.names or ()):
                start[name][index] = value
            for record in params.values():
                if name in (record.dtype.names or ()):
                    record[name][index] = value
            if name in sampled:
                _rebase(sampled, name, place.index, value)
    for measured in load_measured().series:
        if measured.pace:
            paced(sampled, params, actors, measured, panel_before(every, measured, first))
        if measured.announced:
            announced(params, actors, every, measured, compiled.evidence, first)
    left = start["quarters_to_election"] - QUARTERS_A_YEAR * passed
    start["quarters_to_election"] = (left - 1) % BETWEEN_ELECTIONS + 1
    return replace(compiled, start=start, params=params, sampled=tuple(sampled.values()))


def _based(sampled: dict[str, Sampled], observed: Observed, before: Sequence[int], first: int) -> None:
    """A parameter is drawn around the mean of the last years, as far off as the means of such blocks were before."""
    item, block = sampled[observed.measured.base], observed.measured.block
    mean, doubt = block_mean([observed.years.get(year, 0.0) for year in range(before[0], first)], block)
    widest = doubt**CUT_AT
    drawn = distribution_from({"lognormal": [mean, doubt, mean / widest, mean * widest]})
    sampled[observed.measured.base] = replace(item, figure=replace(item.figure, distribution=drawn))


def block_mean(values: Sequence[float], block: int) -> tuple[float, float]:
    """Return the mean of the last `block` yearly counts, and the factor by which such means have differed in a row.

    The factor is exp of the root mean square of the logs of the ratios of neighbouring blocks, half a count added to
    each; the mean is at least half a count over the block.
    """
    sums = [sum(values[max(0, end - block) : end]) for end in range(len(values), 0, -block) if end >= block]
    logs = np.log(np.array(sums) + HALF_A_COUNT)
    doubt = float(np.exp(np.sqrt(np.mean(np.diff(logs) ** 2)))) if len(sums) > 1 else LARGEST_DOUBT
    return max(sums[0], HALF_A_COUNT) / block, min(max(doubt, SMALLEST_DOUBT), LARGEST_DOUBT)


def _also(names: tuple[str, ...], actor: str) -> Iterator[str]:
    for name in names:
        yield f"{name}.{actor}" if actor else name


def _rebase(sampled: dict[str, Sampled], name: str, index: tuple[Any, ...], value: float) -> None:
    """Make a drawn factor multiply the new level where the figure has a spread."""
    item = sampled[name]
    if item.figure.spread is not None:
        base = np.array(item.base)
        base[index] = value
        sampled[name] = replace(item, base=base)
