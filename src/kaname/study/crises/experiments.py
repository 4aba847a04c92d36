"""Experiments: two arms that differ in one thing, in identical injected crises and in futures of a short comparison.

homeland_risk           the challenger's means against the protector's homeland: no war would reach it, or one in
three (held from the start) abandonment_elsewhere   last quarter the guarantor fought in another contingency, or stood
aside secret_trigger          no escalation trigger agreed, or a secret one
declared_trigger        no trigger, or a declared one
vague_clause            a precise promise, or a vague one (of the cyber clause where the case is cyber)
two_fronts              an opportunity here alone, or one on another front at the same time
moral_hazard            a vague promise, or a clear one: does the target itself answer more boldly
close_gap.WHICH         pictures as they are, or one part of them, one side's, or all, made true (study.crises.gaps)

The first arm is the reference. Nothing here knows how an experiment comes out: both arms are run and subtracted, run by
run. The other contingency is the one with the same guarantor in which it has most at stake.

Clock: quarters, moves. Units: shares and thousand people per crisis; crises per future. Reads: Case. Writes: nothing.
Source: Snyder 1984 (moral hazard, entrapment), Benson 2012 (ambiguous commitments), Press 2005 (abandonment elsewhere).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from kaname.core.errors import InputError, unknown_name
from kaname.study.crises.case import Case, Eve, eve_of
from kaname.study.crises.futures import opportunities
from kaname.study.crises.gaps import PARTS, actors_of, closed
from kaname.study.crises.pictures import chances, rules_of
from kaname.study.crises.play import play
from kaname.study.crises.settings import FROM_START, Setting
from kaname.study.summary import difference, statistic
from kaname.words.moves import ROLES

CLOSE_GAP = "close_gap"
ALL = "all"
STOOD_ASIDE, FOUGHT = -1.0, 1.0
LIKELY = 0.3
"""Chance that a war reaches the guarantor's homeland, where the experiment makes it likely."""
ASKED_OF = {"target": "answers_with_force", "guarantor": "fights"}
"""What closing one side's gap is about, where it is not the challenger's move."""
Arms = tuple[Case, Case]
Values = Mapping[str, np.ndarray]


@dataclass(frozen=True)
class Experiment:
    """asks: the measure that the experiment is about. arms: the reference case and the other. opportunities: whether
    the arms differ in what holds from the start, so that a short comparison can be run too."""

    name: str
    asks: str
    arms: Callable[[Case], Arms]
    opportunities: bool = True


def _levers(name: str, reference: float, other: float) -> Callable[[Case], Arms]:
    def arms(case: Case) -> Arms:
        return _with(case, Setting(name, reference, FROM_START)), _with(case, Setting(name, other, FROM_START))

    return arms


def _with(case: Case, setting: Setting) -> Case:
    """Return the case with one more setting, in place of the user's own for the same thing."""
    others = tuple(one for one in case.settings if one.name != setting.name)
    return replace(case, settings=(*others, setting))


def _homeland(case: Case) -> Arms:
    """Return the mechanism that writes the risk is frozen in both arms, so that what is set at the start stays."""
    challenger = int(_params(case).challenger[case.contingency])
    held = replace(case, frozen=(*case.frozen, "stability.homeland"))
    none, all_ = (Setting("homeland_risk", value, FROM_START, (challenger,)) for value in (0.0, LIKELY))
    return _with(held, none), _with(held, all_)


def _elsewhere(case: Case) -> Arms:
    other = other_contingency(case)
    return replace(case, conduct=(other, FOUGHT)), replace(case, conduct=(other, STOOD_ASIDE))


def _vague(case: Case) -> Arms:
    if _params(case).cyber_case[case.contingency] > 0.0:
        return _levers("cyber_clause", 1.0, 1.0 / 2.0)(case)
    return _levers("clarity", 1.0, 0.0)(case)


def _two_fronts(case: Case) -> Arms:
    return replace(case, fronts=()), replace(case, fronts=(other_contingency(case),))


def _as_it_is(case: Case) -> Arms:
    return case, case


EXPERIMENTS: Mapping[str, Experiment] = {
    one.name: one
    for one in (
        Experiment("homeland_risk", "acts", _homeland),
        Experiment("abandonment_elsewhere", "acts", _elsewhere, opportunities=False),
        Experiment("secret_trigger", "acts", _levers("triggers", 0.0, 1.0 / 2.0)),
        Experiment("declared_trigger", "acts", _levers("triggers", 0.0, 1.0)),
        Experiment("vague_clause", "acts", _vague),
        Experiment("two_fronts", "acts", _two_fronts, opportunities=False),
        Experiment("moral_hazard", "answers_with_force", _levers("clarity", 0.0, 1.0)),
        Experiment(CLOSE_GAP, "acts", _as_it_is, opportunities=False),
    )
}


def other_contingency(case: Case) -> int:
    """Return the contingency with the same guarantor in which that has most at stake, this one apart."""
    p = _params(case)
    guarantor = int(p.guarantor[case.contingency])
    others = [k for k in range(len(p.guarantor)) if k != case.contingency and p.guarantor[k] == guarantor]
    if not others:
        raise InputError(
            "no other contingency has the same guarantor",
            path="--experiment",
            hint="Choose another experiment or place.",
        )
    return max(others, key=lambda k: float(p.stake[k, guarantor]))


def _params(case: Case) -> np.record:
    return case.compiled.params[case.bargain].view(np.recarray)[0]


def experiment_named(text: str) -> tuple[Experiment, str]:
    """Return the experiment and, for closing a gap, which; InputError with the nearest name."""
    name, _, which = text.partition(".")
    names = names_of_experiments()
    if text not in names:
        raise unknown_name("an experiment", text, names, path="--experiment")
    return EXPERIMENTS[name], which


def names_of_experiments() -> tuple[str, ...]:
    """Return all that can be asked for."""
    gaps = tuple(f"{CLOSE_GAP}.{which}" for which in (*PARTS, *ROLES, ALL))
    return tuple(name for name in EXPERIMENTS if name != CLOSE_GAP) + gaps


def run_experiment(case: Case, text: str, futures: int = 0, years: int = 1) -> dict[str, Any]:
    """Return both arms, measured and subtracted: other arm - reference, with 95 % intervals."""
    experiment, which = experiment_named(text)
    cases = experiment.arms(case)
    eves = tuple(map(eve_of, cases))
    if which:
        eves = eves[0], close(cases[1], eves[1], which)
    reference, other = (measured(one, eve) for one, eve in zip(cases, eves, strict=True))
    asks = ASKED_OF.get(which, experiment.asks)
    found = {
        "experiment": text, "asks": asks if asks in reference else "acts", "runs": case.runs,
        "measures": compared(reference, other),
    }  # fmt: skip
    if cases[1].fronts or cases[1].conduct:
        place = (cases[1].fronts or (cases[1].conduct or (0, 0.0))[:1])[0]
        found["elsewhere"] = case.compiled.axes["contingency"][place]
    if experiment.opportunities and futures:
        arms = [opportunities(one, futures, years) for one in cases]
        alive = ~(np.isnan(arms[0]["challenges"]) | np.isnan(arms[1]["challenges"]))
        left, right = ({name: values[alive] for name, values in arm.items()} for arm in arms)
        found["opportunities"] = {"futures": futures, "years": years, "measures": compared(left, right)}
    return found


def close(case: Case, eve: Eve, which: str) -> Eve:
    """Return the eve with the gap closed: a part for all sides, all parts for a side, or all of both."""
    actors = actors_of(case, eve)
    if which in PARTS:
        return closed(case, eve, (which,), tuple(actors.values()))
    if which == ALL:
        return closed(case, eve, PARTS, tuple(actors.values()))
    if which not in actors:
        raise unknown_name("a side that moves in this contingency", which, tuple(actors), path="--experiment")
    return closed(case, eve, PARTS, (actors[which],))


def measured(case: Case, eve: Eve) -> dict[str, np.ndarray]:
    """Return what is measured of each run: chances by the sides' own rules, and what was played."""
    played = play(case, eve)
    target = int(eve.params.target[0, case.contingency])
    return {
        **chances(rules_of(case, eve)), "supported": played.supported.astype(float),
        "yielded": played.yielded.astype(float), "war": played.war.astype(float),
        "tremble": played.tremble.astype(float), "casualties": played.casualties[:, target],
    }  # fmt: skip


def compared(reference: Values, other: Values) -> dict[str, Any]:
    """Means of both arms and the paired difference, for every measure that both have."""
    found = {}
    for name, values in reference.items():
        if name in other:
            gap = difference(other[name], values)
            higher, lower = (int((other[name] > values).sum()), int((other[name] < values).sum()))
            found[name] = {"reference": _mean(values), "other": _mean(other[name]), "pairs": len(values),
                           "higher": higher, "lower": lower, **gap}  # fmt: skip
    return found


def _mean(values: np.ndarray) -> float | None:
    return statistic(values)["mean"]
