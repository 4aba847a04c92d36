"""Earlier starts against what came, and base rates against public lists: what `kaname backtest` tells.

Reads: scenario, evidence, data/records, data/backtests.yaml. Writes: nothing. Errors: InputError where nothing was
observed after the start that is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kaname.core.errors import InputError

Heard = Callable[[int, int], None]


def backtest(
    scenario: str, start: str, futures: int, seed: int, heard: Heard = lambda done, of: None
) -> dict[str, Any]:
    """Return the backtests of a scenario's earlier starts, misses first, and its base rates, as plain data.

    start: one start by its year, or empty for all that have observed years after them; heard: called with (starts
    done, starts in all).
    """
    from kaname.analysis.backtest import judged, misses_first
    from kaname.analysis.rates import far_first
    from kaname.compile.compiled import compile_study
    from kaname.study.backtest import series_of
    from kaname.study.design import Design
    from kaname.study.ready import make_ready

    early = _starts(scenario, start)
    names = early if start else [*early, scenario]
    make_ready(scenario)
    entries, rates = [], []
    for n, name in enumerate(names):
        compiled = compile_study(name, [_reference(name)])
        design = Design(name, tuple(compiled.bargains), futures, seed=seed)
        if name in early:
            entries += [judged(series, compiled.scenario.start.year) for series in series_of(compiled, design)]
        rates += _rates(compiled, design)
        heard(n + 1, len(names))
    return {"futures": futures, "seed": seed, "backtests": misses_first(entries), "rates": far_first(rates),
            "lists": _lists(), "untested": _untested()}  # fmt: skip


def _rates(compiled: Any, design: Any) -> list[dict[str, Any]]:
    from kaname.analysis.rates import Count, compared
    from kaname.evidence.crises import load_crises
    from kaname.study.rates import rates_of

    lists = load_crises()
    found = []
    for (measure, place), rates in rates_of(compiled, design, lists).items():
        counts = [Count(one.name, one.counts[place], one.decades) for one in lists
                  if one.measure == measure and place in one.counts]  # fmt: skip
        found.append({"measure": measure, "place": place, "name": compiled.names["contingency"][place],
                      "start": compiled.scenario.start.year, **compared(rates, counts)})  # fmt: skip
    return found


def _lists() -> list[dict[str, Any]]:
    from kaname.evidence.crises import load_crises

    return [{"list": one.name, "what": one.what, "doubt": one.doubt, "source": one.source, "first": one.first,
             "last": one.last} for one in load_crises()]  # fmt: skip


def _starts(scenario: str, start: str) -> list[str]:
    from kaname.evidence.load import load_evidence
    from kaname.scenarios.starts import started, starts_of
    from kaname.study.backtest import LEAST_YEARS, last_observed

    if start:
        return [started(scenario, start)]
    last = last_observed(load_evidence())
    known = starts_of(scenario)
    early = [name for year, name in known.items() if year + LEAST_YEARS - 1 <= last]
    if not early:
        raise InputError(f"no start of {scenario} has {LEAST_YEARS} observed years after it", path="scenario",
                         found=[*map(str, known)], hint=f"Observations end in {last}.")  # fmt: skip
    return early


def _reference(scenario: str) -> str:
    from kaname.scenarios.load import load_scenario

    return load_scenario(scenario).bargains[0]


def _untested() -> Any:
    from kaname.core.safe_yaml import read_yaml
    from kaname.evidence.load import DATA

    file = DATA / "backtests.yaml"
    return read_yaml(file).value["untested"] if file.is_file() else []
