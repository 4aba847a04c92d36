"""Injected crises summarised as plain data, for the command line, the page and whoever reads the JSON.

Shares carry a 95 % interval by Wilson's score, means one by the normal approximation. The deterrence rate is the share
of tempted opportunities that were deterred, by the classes of `crisis.deterrence`. Closing a gap is measured on the
same runs as the pictures as they are.

Clock: none (a summary). Units: shares, days, thousand people. Reads: Case. Writes: nothing. Source: Wilson 1927.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from kaname.compile.layout import quarter_of
from kaname.core.intervals import share_interval
from kaname.study.crises.case import Case, Eve, eve_of
from kaname.study.crises.clock import clock
from kaname.study.crises.experiments import ALL, close, compared, measured, run_experiment
from kaname.study.crises.gaps import PARTS, actors_of, indices
from kaname.study.crises.pictures import divergences, pictures, rules_of, sides_of
from kaname.study.crises.play import Played, events_of, play, trust_afterwards
from kaname.study.replay import Quarter
from kaname.study.story import event_data
from kaname.study.summary import statistic
from kaname.words.axes import DETERRENCE_CLASSES, ENDINGS, SIDES
from kaname.words.moves import PLIES, PLY_MOVES, PLY_ROLE, ROLES

FORMAT = 1
MOST_DIVERGENCES = 8
UNTEMPTED = ("not_tempted", "provoked")


def crisis_summary(case: Case, progress: Callable[[int, int], None] | None = None) -> dict[str, Any]:
    """Return everything about the case's crises, as plain data. progress: called with (steps done, steps in all)."""
    eve = eve_of(case)
    which = (*PARTS, *actors_of(case, eve), ALL)
    steps = _Steps(progress, len(which) + STEPS)
    rules, played = rules_of(case, eve), play(case, eve.seen_three_ways())
    steps.done()
    summary = {**head(case), "sides": sides_of(case), **_outcomes(case, eve, played), "deterrence": _deterrence(played)}
    steps.done()
    summary |= {"pictures": pictures(case, rules), "divergences": divergences(case, rules)[:MOST_DIVERGENCES]}
    steps.done()
    summary |= {"gaps": indices(case, eve), "closing": _closing(case, eve, which, steps), "clock": clock(case, eve)}
    steps.done()
    return summary


STEPS = 4
"""Steps of the summary beside those of closing each gap."""


@dataclass
class _Steps:
    """Progress of the summary."""

    progress: Callable[[int, int], None] | None
    total: int
    count: int = 0

    def done(self) -> None:
        """Count one more step."""
        self.count += 1
        if self.progress is not None:
            self.progress(self.count, self.total)


def clock_summary(case: Case) -> dict[str, Any]:
    """Return the decision's clock alone."""
    return {**head(case), "sides": sides_of(case), "clock": clock(case, eve_of(case))}


def experiment_summary(case: Case, name: str, futures: int, years: int) -> dict[str, Any]:
    """Return an experiment: both arms measured and subtracted."""
    summary = {**head(case), "sides": sides_of(case), **run_experiment(case, name, futures, years)}
    if "elsewhere" in summary:
        summary["elsewhere_name"] = case.compiled.names["contingency"][summary["elsewhere"]]
    return summary


def run_summary(case: Case, run: int) -> dict[str, Any]:
    """Return one run's crisis, event by event, each with the terms that decided it."""
    eve = eve_of(case)
    events = events_of(case, eve.seen_three_ways(), run)
    quarter = Quarter(case.quarter, eve.worlds[run : run + 1], events, np.zeros(0), 0)
    return {**head(case), "run": run, "events": event_data(case.compiled, quarter)}


def head(case: Case) -> dict[str, Any]:
    """Return what was asked."""
    scenario = case.compiled.scenario
    year, quarter = quarter_of(scenario, case.quarter)
    place = list(scenario.contingencies)[case.contingency]
    return {
        "format": FORMAT, "scenario": scenario.id, "contingency": place,
        "name": scenario.contingencies[place].name, "note": scenario.contingencies[place].neutral_note,
        "date": f"{year}Q{quarter}", "bargain": case.bargain, "bargain_name": case.compiled.bargains[case.bargain].name,
        "runs": case.runs, "seed": case.seed,
        "set": [{"name": setting.name, "value": setting.value, "when": setting.when} for setting in case.settings],
        "digests": case.compiled.digests["sha256"],
    }  # fmt: skip


def _outcomes(case: Case, eve: Eve, played: Played) -> dict[str, Any]:
    wars = int(played.war.sum())
    trust = trust_afterwards(case, eve, played)
    actors = actors_of(case, eve)
    return {
        "endings": {word: share(played.ending == place) for place, word in enumerate(ENDINGS) if place > 0},
        "challenged": share(played.challenged), "armed": share(played.armed), "supported": share(played.supported),
        "yielded": share(played.yielded), "war": share(played.war),
        "wars": wars, "tremble_wars": int((played.tremble & played.war).sum()),
        "moves": _moves(played), "days": spread(played.days),
        "casualties": {role: interval(played.casualties[:, actor]) for role, actor in actors.items()},
        "trust": {side: interval(trust[:, place]) for place, side in enumerate(SIDES)},
    }  # fmt: skip


def _moves(played: Played) -> dict[str, dict[str, Any]]:
    """Return each side's first moves, among the runs in which it moved."""
    moves: dict[str, dict[str, Any]] = {}
    for place, ply in enumerate(PLIES):
        asked = played.moves[:, place] >= 0
        if asked.any():
            made = played.moves[asked, place]
            shares = {move: share(made == code) for code, move in enumerate(PLY_MOVES[ply]) if (made == code).any()}
            moves[ply] = {"role": ROLES[PLY_ROLE[ply]], "asked": int(asked.sum()), "moves": shares}
    return moves


def deterrence_of(case: Case, eve: Eve) -> dict[str, Any]:
    """Classes of the case's opportunities, for acting at all and for using arms."""
    return _deterrence(play(case, eve.seen_three_ways()))


def _deterrence(played: Played) -> dict[str, Any]:
    return {"acting": _classes(played.acting), "arms": _classes(played.arms)}


def _classes(classes: np.ndarray) -> dict[str, Any]:
    counts = {name: int((classes == place).sum()) for place, name in enumerate(DETERRENCE_CLASSES)}
    tempted = sum(count for name, count in counts.items() if name not in UNTEMPTED)
    deterred = sum(count for name, count in counts.items() if name.startswith("deterred"))
    rate = _wilson(deterred, tempted) if tempted else None
    shares = {name: share(classes == place) for place, name in enumerate(DETERRENCE_CLASSES)}
    return {"classes": shares, "tempted": tempted, "deterred": deterred, "rate": rate}


def _closing(case: Case, eve: Eve, which: Iterable[str], steps: _Steps) -> list[dict[str, Any]]:
    """Return what every measure becomes when one part of the pictures is made true."""
    as_is = measured(case, eve)
    closing = []
    for name in which:
        closing.append({"which": name, "measures": compared(as_is, measured(case, close(case, eve, name)))})
        steps.done()
    return closing


def share(of: np.ndarray) -> dict[str, float]:
    """Return a share of runs with its 95 % interval."""
    return _wilson(int(np.sum(of)), len(of))


def _wilson(hits: int, n: int) -> dict[str, float]:
    value, low, high = share_interval(hits, n)
    return {"value": value, "low": low, "high": high, "count": hits}


def interval(values: np.ndarray) -> dict[str, float]:
    """Return a mean with its 95 % interval."""
    said = statistic(values)
    return {name: float(said[name] or 0.0) for name in ("mean", "low", "high")}


def spread(values: np.ndarray) -> dict[str, float]:
    """Return the same with the 5th, 50th and 95th percentile of runs."""
    said = statistic(values)
    return {name: float(said[name] or 0.0) for name in ("mean", "low", "high", "q05", "q50", "q95")}
