"""The clock of a decision: each step in hours and days, what stretches it, and the windows that a response misses.

A step is what `coordination.delay` draws: recognition (detection and finding), cabinet, parliament, joint decision.
Law's own time of a step is what the same draw gives when nothing stretches or shortens it; the rest is politics, doubt
and habit. An influence is measured by taking it away alone and drawing again, so that rows are paired and need not add
up (they multiply).
Shares: recognition is the whole first step, law the legal time of the others, politics what stretches or saves there.
A window is missed with chance 1 - e**(-days / completion_days); half of such challenges are faits accomplis after
completion_days x ln 2.

Clock: quarter (hours and days inside). Units: days. Reads: Eve, law. Writes: copies. Source: coordination.delay.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from kaname.compile.layout import quarter_of
from kaname.core.units import MONTHS_A_QUARTER
from kaname.law.book import load_book
from kaname.law.delays import delay_terms
from kaname.model.engine.inject import draw_delays
from kaname.study.crises.case import Case, Eve
from kaname.study.crises.gaps import actors_of
from kaname.study.summary import difference, statistic
from kaname.words.axes import ALLY_SIDE, DELAYS, ISR_CYBER, JOINT, PROTECTOR_SIDE, RECOGNITION, STAGES
from kaname.words.levers import LEVER

COVERED = 1
UNDETERMINED = 2
GRAY, ARMED, SURVIVAL = "gray_zone", "armed_attack", "survival_threatening"
Change = Callable[[np.recarray], None]


def _lever(name: str, value: float) -> Change:
    def change(worlds: np.recarray) -> None:
        worlds.lever[:, LEVER[name]] = value

    return change


def _field(name: str, value: float, place: int | None = None) -> Change:
    def change(worlds: np.recarray) -> None:
        worlds[name][(slice(None), ...) if place is None else (slice(None), place)] = value

    return change


def _settled(worlds: np.recarray) -> None:
    worlds.undetermined[...] = 0.0
    worlds.covered[worlds.covered == UNDETERMINED] = COVERED


def _blinded(worlds: np.recarray) -> None:
    worlds.stock[..., ISR_CYBER] = 0.0  # of those of all states only the ally's are read here


INFLUENCES: Mapping[str, Change] = {
    "open_law": _settled,
    "ally_election": _field("window", 0.0, ALLY_SIDE),
    "protector_election": _field("window", 0.0, PROTECTOR_SIDE),
    "reluctance": _field("support_force", 1.0),
    "parallel_command": _lever("command_mode", 1.0),
    "lack_of_habit": _field("habit", 1.0),
    "unconsulted": _field("consultation_level", 1.0),
    "warning": _field("intelligence_level", 0.0),
    "partners_warning": _field("trilateral_level", 0.0),
    "own_sensors": _blinded,
    "triggers": _lever("triggers", 0.0),
    "predelegation": _lever("decision_predelegation", 0.0),
}
"""What each influence is when it is taken away; the first seven stretch time, the others save it."""


def clock(case: Case, eve: Eve) -> dict[str, Any]:
    """Return steps, shares, influences and windows of the decision in the case's contingency."""
    k = case.contingency
    now = eve.worlds.delay[:, k].copy()
    legal = _drawn(case, eve, *INFLUENCES.values())
    return {
        "steps": [_step(case, n, name, now[:, n], legal[:, n]) for n, name in enumerate(DELAYS)],
        "total": _spread(now.sum(axis=1)),
        "shares": _shares(now, legal),
        "influences": [_influence(case, eve, name, change, now) for name, change in INFLUENCES.items()],
        "windows": _windows(case, eve, now.sum(axis=1)),
        "election_open": {"ally": float(np.mean(eve.worlds.window[:, ALLY_SIDE] > 0)),
                          "protector": float(np.mean(eve.worlds.window[:, PROTECTOR_SIDE] > 0))},
    }  # fmt: skip


def _drawn(case: Case, eve: Eve, *changes: Change) -> np.ndarray:
    """Return float64[run, step]: the same draws of the waiting times after these changes."""
    worlds = eve.worlds.copy()
    for change in changes:
        change(worlds)
    draw_delays(worlds, eve.params, case.turn(case.tables))
    return np.asarray(worlds.delay[:, case.contingency])


def _spread(days: np.ndarray) -> dict[str, float]:
    said = statistic(days)
    return {name: float(said[name] or 0.0) for name in ("mean", "low", "high", "q05", "q50", "q95")}


def _step(case: Case, n: int, name: str, days: np.ndarray, legal: np.ndarray) -> dict[str, Any]:
    stage = stage_of(case, n)
    return {
        "step": name, "stage": stage, "days": _spread(days), "law_days": _spread(legal),
        "added_days": float(np.mean(days - legal)), "terms": terms_of(case, stage, n),
    }  # fmt: skip


def stage_of(case: Case, step: int) -> str:
    """Return the finding at which law times the step, as coordination.delay has it."""
    params = case.compiled.params[case.bargain].view(np.recarray)[0]
    if params.target[case.contingency] != params.ally:
        found = SURVIVAL
    else:
        found = GRAY if step == RECOGNITION else ARMED
    return STAGES[STAGES.index(found)]


def terms_of(case: Case, stage: str, step: int) -> list[dict[str, Any]]:
    """Return what law's time of the step consists of: hours (low, likeliest, high) and grade of each latency of the law
    book, or of the scenario's own figure where it has no book."""
    own = case.compiled.scenario.law_hours
    if own is not None:
        hours = case.compiled.tables.law_delay[case.quarter, case.contingency, STAGES.index(stage), step]
        return [{"what": "the scenario's figure", "hours": [float(hour) for hour in hours], "grade": own.grade}]
    return _latencies(case, stage, DELAYS[step])


def _latencies(case: Case, stage: str, component: str) -> list[dict[str, Any]]:
    book = load_book()
    year, quarter = quarter_of(case.compiled.scenario, case.quarter)
    day = f"{year}-{(quarter - 1) * MONTHS_A_QUARTER + 1:02d}-01"
    name = case.compiled.axes["contingency"][case.contingency]
    latencies = []
    for term in delay_terms(book, name, stage, component, day):
        words = book.data["latencies"][term.latency]["en"]
        latencies.append({"what": words, "hours": list(term.hours), "grade": term.grade})
    return latencies


def _shares(now: np.ndarray, legal: np.ndarray) -> dict[str, float]:
    """Return the shares of the mean total; politics is negative where habit and delegation save more than politics
    costs.
    """
    total = float(now.sum(axis=1).mean())
    recognition = float(now[:, RECOGNITION].mean())
    law = float(legal.sum(axis=1).mean() - legal[:, RECOGNITION].mean())
    if total <= 0.0:
        return {"recognition": 0.0, "law": 0.0, "politics": 0.0}
    return {"recognition": recognition / total, "law": law / total, "politics": 1.0 - (recognition + law) / total}


def _influence(case: Case, eve: Eve, name: str, change: Change, now: np.ndarray) -> dict[str, Any]:
    without = _drawn(case, eve, change)
    gap = difference(now.sum(axis=1), without.sum(axis=1))
    completion = eve.params.completion_days[:, case.contingency]
    late = difference(missed(now.sum(axis=1), completion), missed(without.sum(axis=1), completion))
    return {"influence": name, "days": gap, "missed": late}


def missed(days: np.ndarray, completion: np.ndarray) -> np.ndarray:
    """Return the chance that a response after so many days comes too late (crisis.scene.too_late)."""
    return np.asarray(1.0 - np.exp(-np.maximum(days, 0.0) / completion))


def _windows(case: Case, eve: Eve, days: np.ndarray) -> dict[str, Any]:
    """Return how long the window is, how often it is missed, by which step, and what each side expects of it."""
    k = case.contingency
    completion = eve.params.completion_days[:, k]
    late = missed(days, completion)
    so_far = np.cumsum(eve.worlds.delay[:, k], axis=1)
    by_step = {name: float(missed(so_far[:, n], completion).mean()) for n, name in enumerate(DELAYS[: JOINT + 1])}
    expected = {
        role: {"days": _spread(eve.worlds.picture_delay[:, actor, k]),
               "missed": _spread(missed(eve.worlds.picture_delay[:, actor, k], completion))}
        for role, actor in actors_of(case, eve).items()
    }  # fmt: skip
    windows: dict[str, Any] = {
        "half_over_days": _spread(completion * math.log(2.0)), "missed": _spread(late), "missed_after_step": by_step,
        "expected": expected,
    }  # fmt: skip
    host, target = int(eve.params.host[0, k]), int(eve.params.target[0, k])
    if host not in (-1, target):
        windows["host_answer_days"] = _spread(eve.params.answer_delay)
    return windows
