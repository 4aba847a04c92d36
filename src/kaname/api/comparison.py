"""Compare bargains from Python: run or go on, explain, and hand back the run.

Reads: scenario, evidence, bargains. Writes: the run's folder (see docs/reference/dataset.md).
"""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from kaname.analysis.explained import explained
from kaname.analysis.folder import open_run
from kaname.api.progress import Told, progress_of
from kaname.api.run import Run
from kaname.api.scenario import Scenario, named
from kaname.compile.switches import active_switches
from kaname.core.errors import InputError, unknown_name
from kaname.study.comparison import check_workers, design_of_names, run_design
from kaname.study.design import Design
from kaname.study.engines import check_engine
from kaname.study.options import options_of
from kaname.study.terms import LOCAL, Terms

WORKERS = 2


def compare(
    scenario: str | Path | Scenario,
    bargains: Sequence[str | Path] = (),
    *,
    start: str | int = "",
    out: str | Path | None = None,
    workers: int = WORKERS,
    progress: bool | Told = False,
    engine: str = LOCAL,
    **options: Any,
) -> Run:
    """Return the futures of a scenario under several bargains on the same chances: run, or continued.

    scenario: id, file, or a Scenario; bargains: ids or files, the reference first, the scenario's own where none is
    named; start: another start of the scenario, by year or `own`; out: the run's folder, runs/SCENARIO-KEY where left
    out (the same question finds its finished run there again); workers: threads, 1 to 256; progress: True, or a
    function called with (parts done, parts in all); engine: local, dask, or dask://HOST:PORT (study.engines); options:
    the other fields of `Design`, such as futures, seed, years, preset, frozen, robustness. Raises InputError, before
    anything is written, for a name that is not known or a value outside its range.

    >>> run = compare("us-japan", ["as_is", "step_up"], futures=4, years=1, robustness=0)
    >>> run.bargains, len(run.outcomes), run.pairs("casualties.jp")["pairs"].tolist()
    (('as_is', 'step_up'), 8, [4])
    """
    place = Path(out) if out is not None else None
    checked_options(Design, options)
    try:
        check_workers(workers)
        check_engine(engine)
        trial = Design("", tuple(map(str, bargains)) or ("as_is",), **{**options, "budget": ""})
        active_switches(trial.preset, trial.frozen)
        told, names = named(scenario, bargains, start, place)
        design, found = design_of_names(told, names, **options)
    except InputError as trouble:
        raise in_python(trouble) from None
    return compared(design, found, place, workers, progress_of(progress, "running"), Terms(engine))


def compared(
    design: Design, names: Sequence[str], out: Path | None, workers: int, progress: Told | None,
    terms: Terms = Terms(),
) -> Run:  # fmt: skip
    """Run a design (or go on with it), explain its summary, and return the run."""
    try:
        folder = run_design(
            design, names, out, workers, progress, lambda place: explained(open_run(place)), terms
        ).folder
    finally:
        close = getattr(progress, "close", None)
        if close is not None:
            close()
    return Run(folder)


def checked_options(design: type[Design], options: dict[str, Any], of_future: bool = False) -> None:
    """Raise InputError for an option that no field of a design has; a list is taken for the tuple it stands for."""
    known = options_of(design, of_future)
    for name in options:
        if name not in known:
            raise unknown_name("an option of a design", name, list(known), path=name)
    for field in fields(design):
        if isinstance(field.default, tuple) and field.name in options:
            given = options[field.name]
            options[field.name] = (given,) if isinstance(given, str) else tuple(given)


def in_python(trouble: InputError) -> InputError:
    """Return an error about a flag as one about the argument of that name."""
    names = {made.flag: name for name, made in options_of(Design).items()} | {
        "--workers": "workers",
        "--engine": "engine",
    }
    names |= {"--bargains": "bargains", "--start": "start"}
    if trouble.path in names:
        trouble.path = names[trouble.path]
    return trouble


def _with_design(function: Any, of_future: bool = False) -> None:
    """Show the fields of a design in a function's signature, in place of `**options`."""
    own = inspect.signature(function)
    kept = [parameter for parameter in own.parameters.values() if parameter.kind is not inspect.Parameter.VAR_KEYWORD]
    made = [inspect.Parameter(field.name, inspect.Parameter.KEYWORD_ONLY, default=field.default, annotation=field.type)
            for field in fields(Design) if field.name in options_of(Design, of_future)]  # fmt: skip
    function.__signature__ = own.replace(parameters=[*kept, *made])


_with_design(compare)
