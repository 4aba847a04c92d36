"""Earlier starts against what came, at many origins, and base rates against public lists: what `kaname backtest` tells.

Reads: scenario, evidence, data/records, data/backtests.yaml. Writes: nothing. Errors: InputError where nothing was
observed after the start that is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from kaname.core.errors import InputError

Heard = Callable[[int, int], None]


def backtest(
    scenario: str, start: str, futures: int, seed: int, heard: Heard = lambda done, of: None, origins: bool = True
) -> dict[str, Any]:
    """Return backtests, misses first, and base rates as plain data.

    start: one start by its year, or empty for all that have observed years after them; origins: also from every year
    between them; heard: called with (parts done, parts in all).
    """
    from kaname.analysis.backtest import misses_first, overall
    from kaname.analysis.rates import far_first
    from kaname.compile.compiled import compile_study
    from kaname.study.design import Design
    from kaname.study.ready import make_ready

    early = _starts(scenario, start)
    names = early if start else [*early, scenario]
    moved = _moved(scenario, early) if origins and not start else {}
    make_ready(scenario)
    entries: list[dict[str, Any]] = []
    rates: list[dict[str, Any]] = []
    shares: list[dict[str, Any]] = []
    rolled: list[dict[str, Any]] = []
    parts = len(names) + len(moved)
    for n, name in enumerate(names):
        compiled = compile_study(name, [_reference(name)])
        design = Design(name, tuple(compiled.bargains), futures, seed=seed)
        if name in early:
            entries += _judged(compiled, design)
        counted = _rates(compiled, design)
        rates, shares = [*rates, *counted[0]], [*shares, *counted[1]]
        heard(n + 1, parts)
    for n, (year, base) in enumerate(moved.items()):
        rolled += _judged(_begun(scenario, year), Design(base, (_reference(base),), futures, seed=seed))
        heard(len(names) + n + 1, parts)
    every = [*entries, *rolled]
    still = _held_still(scenario, every, futures, seed) if moved else []
    return {"futures": futures, "seed": seed, "backtests": misses_first(entries), "origins": _short(every),
            "overall": overall(every, seed), "held_still": still, "rates": far_first(rates),
            "wars_per_challenge": shares, "lists": _lists(),
            "untested": _untested()}  # fmt: skip


def _judged(compiled: Any, design: Any) -> list[dict[str, Any]]:
    from kaname.analysis.backtest import judged
    from kaname.study.backtest import series_of

    rows = series_of(compiled, design)
    first = compiled.scenario.start.year
    alike: dict[str, list[Any]] = {}
    for row in rows:
        alike.setdefault(row.name.split(".")[0], []).append(row.observed)
    return [judged(row, first, alike[row.name.split(".")[0]]) for row in rows]


def _held_still(scenario: str, every: Sequence[dict[str, Any]], futures: int, seed: int) -> list[dict[str, Any]]:
    """The error of some series with a part of the model held still, beside that of the model as it is."""
    from kaname.analysis.backtest import compared
    from kaname.evidence.measured import load_measured
    from kaname.study.design import Design
    from kaname.study.origins import with_parameters

    found = []
    for still in load_measured().held_still:
        asked = [row for row in every if row["series"] in still.series]
        pairs = []
        for year in sorted({row["start"] for row in asked}):
            compiled = with_parameters(_begun(scenario, year), still.parameters)
            base = compiled.scenario.id
            again = {
                row["series"]: row
                for row in _judged(compiled, Design(base, tuple(compiled.bargains), futures, seed=seed))
            }
            pairs += [(row, again[row["series"]]) for row in asked if row["start"] == year]
        found.append({"name": still.name, "what": still.what, "claim": still.claim, **compared(pairs)})
    return found


def _moved(scenario: str, early: Sequence[str]) -> dict[int, str]:
    """Origins that are no start of their own: year -> the start that they take their figures from."""
    from kaname.scenarios.load import load_scenario
    from kaname.study.origins import origins_of

    own = {load_scenario(name).start.year for name in early}
    return {year: base for year, base in origins_of(scenario).items() if year not in own}


def _begun(scenario: str, year: int) -> Any:
    from kaname.evidence.load import load_evidence
    from kaname.study.backtest import last_observed
    from kaname.study.origins import compiled_at

    return compiled_at(scenario, year, last_observed(load_evidence()) - year + 1)


def _short(entries: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    kept = ("series", "what", "unit", "start", "n", "crps", "best", "verdict", "inside_90", "places", "hindsight")
    return [
        {name: row[name] for name in kept} for row in sorted(entries, key=lambda row: (row["series"], row["start"]))
    ]


def _rates(compiled: Any, design: Any) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Base rates by measure and place, and the share of challenges that end in war by place."""
    from kaname.analysis.rates import Count, compared, wars_per_challenge
    from kaname.evidence.crises import load_crises
    from kaname.study.rates import rates_of

    lists = load_crises()
    by_output = rates_of(compiled, design, lists)
    counts = {
        (measure, place): [Count(row.name, row.counts[place], row.decades) for row in lists
                           if row.measure == measure and place in row.counts]
        for measure, place in by_output
    }  # fmt: skip
    names, start = compiled.names["contingency"], compiled.scenario.start.year
    rates = [
        {"measure": measure, "place": place, "name": names[place], "start": start,
         **compared(values, counts[measure, place])}
        for (measure, place), values in by_output.items()
    ]  # fmt: skip
    shares = []
    for place in dict.fromkeys(place for _, place in by_output):
        if ("wars", place) in by_output and ("challenges", place) in by_output:
            fought = max(count.events for count in counts["wars", place])
            wars, challenges = by_output["wars", place], by_output["challenges", place]
            share = wars_per_challenge(wars, challenges, counts["challenges", place], fought)
            shares.append({"place": place, "name": names[place], "start": start, **share})
    return rates, shares


def _lists() -> list[dict[str, Any]]:
    from kaname.evidence.crises import load_crises

    return [{"list": row.name, "what": row.what, "doubt": row.doubt, "source": row.source, "first": row.first,
             "last": row.last} for row in load_crises()]  # fmt: skip


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


def _untested() -> list[dict[str, str]]:
    from kaname.evidence.measured import load_measured

    return list(load_measured().untested)
