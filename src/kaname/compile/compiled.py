"""A scenario compiled: records, tables and names, ready for the engine. The one object that crosses the waist.

Above it nobody reads a file; below it nobody knows what a file is. `compile_study` is the table of contents.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from kaname.compile import layout
from kaname.compile.bargains import lay_bargain
from kaname.compile.baseline import laid_out
from kaname.compile.lawtables import law_tables, lever_gates
from kaname.compile.sampling import Sampled
from kaname.compile.sources import model_digest, surrogate_of
from kaname.compile.switches import active_switches
from kaname.compile.terms import READING, Term, Terms, terms_of
from kaname.compile.trees import game_tree
from kaname.core.units import QUARTERS_A_YEAR
from kaname.evidence.load import Evidence, load_evidence
from kaname.law.tabulate import LawTables
from kaname.model.engine.ranges import Frame, frame_of
from kaname.model.world.turn import Tables
from kaname.scenarios.format import FIRST_CODING
from kaname.scenarios.horizon import titled
from kaname.scenarios.load import load_bargain, load_scenario
from kaname.scenarios.records import Bargain, Scenario
from kaname.words.outcomes import OUTCOMES, columns


@dataclass(frozen=True)
class Compiled:
    """Input of the engine, made from a scenario and its bargains.

    axes: members by axis name; start: the first world (length 1); params: by bargain (length 1 each); sampled: what
    each future draws of the model's figures, terms: of the bargains'; columns: outcomes in the order of `measure`.
    """

    scenario: Scenario
    evidence: Evidence
    bargains: Mapping[str, Bargain]
    axes: Mapping[str, Sequence[str]]
    start: np.ndarray
    params: Mapping[str, np.ndarray]
    sampled: tuple[Sampled, ...]
    terms: Terms
    tables: Tables
    law: LawTables
    frame: Frame
    quarters: int
    digests: Mapping[str, Any]

    @property
    def title(self) -> str:
        """Return the scenario's title with the years of this run."""
        return titled(self.scenario.title, self.scenario.start.year, self.quarters // QUARTERS_A_YEAR)

    @property
    def world_type(self) -> np.dtype:
        return self.start.dtype

    @cached_property
    def bots(self) -> np.ndarray:
        """Seats without a person in any."""
        return np.zeros(len(self.axes["actor"]), np.int8)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        return columns(self.axes)

    @cached_property
    def outcome_data(self) -> dict[str, Any]:
        """Return what summary.json says of each outcome."""
        return {
            o.name: {"unit": o.unit, "role": o.role, "good": o.good, "dims": list(o.dims), "fan": o.fan,
                     "yearly": o.fan or o.yearly, "sentence": o.sentence}
            for o in OUTCOMES
        }  # fmt: skip

    @cached_property
    def counted_columns(self) -> tuple[str, ...]:
        """Return the columns that mean something in every future, in the order of all columns."""
        viewed = {o.name for o in OUTCOMES if o.role == "views"}
        return tuple(name for name in self.columns if name.split(".")[0] not in viewed)

    @cached_property
    def yearly_columns(self) -> tuple[str, ...]:
        """Return the columns that are stored yearly, in the order of all columns."""
        yearly = {o.name for o in OUTCOMES if o.fan or o.yearly}
        return tuple(name for name in self.columns if name.split(".")[0] in yearly)

    @property
    def drawn(self) -> list[Sampled | Term]:
        """Return what each future draws: figures of the model, and terms of the bargains."""
        return [*self.sampled, *self.terms.sampled]

    @cached_property
    def units(self) -> dict[str, str]:
        """Unit of every stored outcome and sampled column."""
        by_name = {o.name: o.unit for o in OUTCOMES}
        units = {name: by_name[name.split(".")[0]] for name in self.columns}
        for item in self.sampled:
            units[item.column] = "factor" if item.figure.spread is not None else item.declared.unit
        units |= {term.column: term.figure.unit for term in self.terms.sampled}
        return units

    @cached_property
    def names(self) -> dict[str, dict[str, str]]:
        """Return the labels of actors, contingencies and bargains are called on the page."""
        return {
            "actor": {key: actor.name for key, actor in self.scenario.actors.items()},
            "contingency": {key: item.name for key, item in self.scenario.contingencies.items()},
            "bargain": {key: bargain.name for key, bargain in self.bargains.items()},
        }

    def futures(
        self, bargain: str, seed: int, first: int, count: int
    ) -> tuple[np.ndarray, np.ndarray, dict[str, np.ndarray]]:
        """First worlds, parameters (record arrays of `count`) and the sampled columns of a span of futures."""
        drawn = {item.column: item.values(seed, first, count) for item in self.drawn}
        return *self.laid_out(bargain, drawn, count), drawn

    def laid_out(self, bargain: str, drawn: Mapping[str, np.ndarray], count: int) -> tuple[np.ndarray, np.ndarray]:
        """First worlds and parameters (record arrays of `count`) of futures that drew these columns."""
        start, params = np.repeat(self.start, count), np.repeat(self.params[bargain], count)
        for item in self.sampled:
            item.put(drawn[item.column], start, params)
        self.terms.put(bargain, drawn, params)
        return start, params

    def inputs(self, design: Mapping[str, Any]) -> dict[str, Any]:
        """Return all that the rows depend on, for the manifest and its key."""
        start = {"start": self.scenario.start.year} if self.scenario.start_of else {}
        return {
            **design,
            "scenario": self.scenario.id,
            "years": self.quarters // QUARTERS_A_YEAR,
            **start,
            **self.digests,
        }


def compile_study(
    scenario: str | Path,
    bargains: Sequence[str | Path],
    years: int | None = None,
    preset: str = "full",
    frozen: Sequence[str] = (),
    settings: Mapping[str, float] | None = None,
    coding: str = FIRST_CODING,
) -> Compiled:
    """Compile a scenario with its bargains.

    settings: parameters set outright, which are then not sampled. coding: whose reading of the bargains is run;
    `between`: each future takes its targets between the first and the second.
    """
    evidence = load_evidence()
    read = load_scenario(scenario, evidence)
    packages = {b.id: b for b in (load_bargain(name, evidence) for name in bargains)}
    quarters = (years or read.years) * QUARTERS_A_YEAR
    base = laid_out(read, evidence)
    for name, value in (settings or {}).items():
        base.params[name][...] = value
    terms = terms_of(packages, coding, evidence.figure(READING))
    law = law_tables(read, quarters)
    tables = Tables(
        active=active_switches(preset, frozen),
        calendar=layout.calendar_of(read, quarters),
        law_permit=law.permit,
        law_delay=law.delay,
        law_undetermined=law.undetermined,
        treaty_covers=law.treaty_covers,
        law_lever=lever_gates(read, quarters),
        tree=game_tree(read),
        surrogate=surrogate_of(),
    )
    return Compiled(
        scenario=read,
        evidence=evidence,
        bargains=packages,
        axes=base.axes,
        start=base.start,
        params={key: lay_bargain(base.params, bargain, read, coding) for key, bargain in packages.items()},
        sampled=tuple(item for item in base.sampled if item.name not in (settings or {})),
        terms=terms,
        tables=tables,
        law=law,
        frame=frame_of(base.start.dtype),
        quarters=quarters,
        digests=_digests(read, evidence, packages),
    )


def _digests(scenario: Scenario, evidence: Evidence, bargains: Mapping[str, Bargain]) -> dict[str, Any]:
    return {
        "sha256": {
            "scenario": scenario.digest,
            "evidence": evidence.digest,
            "model": model_digest(),
            "bargains": {key: bargain.digest for key, bargain in bargains.items()},
        }
    }
