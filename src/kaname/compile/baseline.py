"""A scenario laid out before any bargain: its first world, its parameters, and what each future draws of them.

Reads: scenario, evidence. Writes: nothing. Errors: InputError or InputErrors where the scenario is unsound.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from kaname.compile.layout import base_params, start_world
from kaname.compile.sampling import Sampled, draw
from kaname.core.errors import unknown_name
from kaname.evidence.load import Evidence, load_evidence
from kaname.scenarios.load import load_scenario
from kaname.scenarios.records import Scenario


@dataclass(frozen=True)
class Baseline:
    """axes: members by name; start, params: record arrays of length 1 at central values; sampled: what is drawn."""

    scenario: Scenario
    evidence: Evidence
    axes: Mapping[str, tuple[str, ...]]
    start: np.ndarray
    params: np.ndarray
    sampled: tuple[Sampled, ...]

    def place(self, contingency: str) -> int:
        """Return the place of a contingency; InputError with the nearest name."""
        names = self.axes["contingency"]
        if contingency not in names:
            raise unknown_name("a contingency", contingency, names, path="--contingency")
        return names.index(contingency)

    def futures(self, count: int, seed: int, first: int = 0) -> tuple[np.ndarray, np.ndarray]:
        """Return worlds and parameters of `count` futures from `first` on, with their sampled figures."""
        worlds, params = np.repeat(self.start, count), np.repeat(self.params, count)
        draw(self.sampled, seed, first, worlds, params)
        return worlds, params


def baseline_of(scenario: str | Path) -> Baseline:
    """Return a scenario, by id or file, laid out."""
    evidence = load_evidence()
    return laid_out(load_scenario(scenario, evidence), evidence)


def laid_out(scenario: Scenario, evidence: Evidence) -> Baseline:
    """Return a scenario that is read, laid out."""
    axes = scenario.members
    start, of_start = start_world(scenario, axes)
    params, of_params = base_params(scenario, evidence, axes)
    return Baseline(scenario, evidence, axes, start, params, (*of_start, *of_params))
