"""A comparison from a design to its folder: compile, find the folder, make the model ready, run or go on.

Reads: scenario, evidence, bargains. Writes: the run's folder (see docs/reference/dataset.md).
Errors: InputError for what cannot be compiled and for a folder that holds something else; OSError from the disk.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from kaname.compile.compiled import Compiled, compile_study
from kaname.compile.variants import with_settings
from kaname.core.errors import InputError
from kaname.core.units import QUARTERS_A_YEAR
from kaname.scenarios.horizon import beyond
from kaname.scenarios.load import BARGAINS, is_path, load_bargain, load_scenario, shipped_scenarios
from kaname.scenarios.own_files import own_files
from kaname.scenarios.starts import started
from kaname.store.form import key_of
from kaname.study.commands import compare_command, folder_name
from kaname.study.design import Design
from kaname.study.disaster import disaster_settings
from kaname.study.guarantee import guarantee_settings
from kaname.study.ready import make_ready
from kaname.study.resume import forked
from kaname.study.runner import Explain, Progress, Run, run
from kaname.study.terms import Terms

MOST_WORKERS = 256
LOG = logging.getLogger("kaname.study")


def design_of_names(
    scenario: str, bargains: Sequence[str], start: str = "", **values: Any
) -> tuple[Design, list[str]]:  # fmt: skip
    """Return a design from names: (design with the bargains' ids, the bargains as they were named).

    scenario: id or file; bargains: ids or files, those of the scenario where none is named; start: another start of the
    scenario, by year or `own`; values: the other fields of a Design.
    """
    asked = list(bargains) or list(load_scenario(scenario).bargains)
    names = [_placed(name, scenario) for name in asked]
    begun = started(scenario, start, names) if start else scenario
    return Design(scenario=begun, bargains=tuple(map(_identity, names)), **values), names


def _placed(name: str, scenario: str) -> str:
    """Return a bargain as it is found: the file of this id that lies beside the scenario's own, else what was named."""
    if is_path(name) or not is_path(scenario):
        return name
    folder = Path(scenario).parent
    beside = (folder / f"{name}.yaml", folder / BARGAINS / f"{name}.yaml")
    return next((str(path) for path in beside if path.is_file()), name)


def _identity(name: str) -> str:
    return load_bargain(name).id if is_path(name) else name


def compiled_of(design: Design, names: Sequence[str]) -> Compiled:
    """Return the scenario and bargains of a design compiled. names: the bargains as ids or files, in the design's
    order.
    """
    compiled = compile_study(
        design.scenario, names, design.years, design.preset, design.frozen, design.settings, design.coding
    )
    return with_disaster(with_guarantee(compiled, design.guarantee), design.disaster)


def with_guarantee(compiled: Compiled, text: str) -> Compiled:
    """Return the comparison with its guarantee switched as it is typed: as_is, none, sure, none@2031Q2."""
    return with_settings(compiled, guarantee_settings(text, compiled.scenario.start, compiled.quarters))


def with_disaster(compiled: Compiled, text: str) -> Compiled:
    """Return the comparison with a mass loss of life as it is typed: 20@2031Q2, 20@2031:absence, or none."""
    return with_settings(compiled, disaster_settings(text, compiled.scenario.start, compiled.quarters))


def run_design(
    design: Design, names: Sequence[str], out: Path | None = None, workers: int = 1, progress: Progress | None = None,
    explain: Explain | None = None, terms: Terms = Terms(),
) -> Run:  # fmt: skip
    """Run a design into `out` (runs/SCENARIO-KEY where none is named), or go on with it.

    terms: engine, task and label (study.terms). progress: called with (parts done, parts in all). workers: threads, 1
    to 256. explain: see study.runner.
    """
    check_workers(workers)
    compiled = compiled_of(design, names)
    for note in beyond(compiled.scenario, compiled.quarters // QUARTERS_A_YEAR, None).values():
        LOG.warning(note)
    for name in names:
        for owner in owners(name, compiled.scenario.id, compiled.scenario.bargains):
            LOG.warning(f"{name} is written for {owner}; what it asks here: "
                        f"kaname bargain show {name} --scenario {design.scenario}")  # fmt: skip
    folder = out or folder_name(compiled.scenario.id, key_of(compiled.inputs(design.as_data())))
    if terms.label:
        out, origin = forked(folder, compiled.inputs(design.as_data()), terms.label)
        folder, terms = out, replace(terms, fork=origin)
    make_ready(design.scenario)
    return run(
        design, compiled, folder, compare_command(design, names, out), workers, progress,
        own_files(design.scenario, names), explain, terms,
    )  # fmt: skip


def owners(bargain: str, scenario: str, own: Sequence[str]) -> list[str]:
    """Return the shipped scenarios for which a shipped bargain is written, where `scenario` has it not among its own.

    >>> owners("own_command", "us-japan", ["as_is"]), owners("as_is", "us-japan", ["as_is"])
    (['us-korea'], [])
    """
    if is_path(bargain) or bargain in own or scenario not in shipped_scenarios():
        return []
    return [name for name in shipped_scenarios() if name != scenario and bargain in load_scenario(name).bargains]


def check_workers(workers: int) -> None:
    """Raise InputError for a number of threads that cannot be."""
    if not 1 <= workers <= MOST_WORKERS:
        raise InputError(f"{workers} is outside 1..{MOST_WORKERS}", path="--workers",
                         hint="Give the number of threads.")  # fmt: skip
