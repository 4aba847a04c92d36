"""Injected crises of an arm: the same opportunity on the eve of every world, and what is measured of each.

Idea: crises that happen are self-selected, injected ones are not; what a claim says of conduct inside a crisis is
measured where every arm has the same one. The chances are those by the sides' own rules, which no draw blurs.
Clock: quarters to the eve, moves, days. Units: shares, days, thousand people, per crisis. Reads: an arm. Writes:
nothing. Errors: InputError for a place or a date outside the scenario.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kaname.compile.compiled import Compiled
from kaname.core.errors import InputError, unknown_name
from kaname.scenarios.injects import CONDUCTS, EVE, Inject
from kaname.study.arms import Arm
from kaname.study.claims.estimate import REPEATS
from kaname.study.crises.case import Case, eve_from
from kaname.study.crises.pictures import chances, rules_of
from kaname.study.crises.play import play, trust_afterwards
from kaname.study.crises.settings import ON_THE_EVE, Setting
from kaname.study.dates import quarter_at
from kaname.study.draws import Drawing
from kaname.study.places import place_of
from kaname.words.axes import ALLY_SIDE, PROTECTOR_SIDE


def moment_of(compiled: Compiled, crisis: tuple[str, str | None]) -> tuple[int, int]:
    """Return contingency and quarter of an injected crisis; InputError for a place or a date outside the scenario."""
    (place, date), places = crisis, list(compiled.axes["contingency"])
    if place not in places:
        raise unknown_name("a contingency", place, places, path="crisis.place")
    return places.index(place), quarter_at(compiled.scenario.start, compiled.quarters - 1, date, "crisis.date")


def measures_of(
    arm: Arm, draws: Drawing, first: int, runs: int, crisis: tuple[str, str | None], wanted: Sequence[str]
) -> dict[str, np.ndarray]:  # fmt: skip
    """Return `crisis.NAME` -> float64[run] of crises injected into worlds first..first+runs-1 of an arm."""
    compiled, injects = arm.compiled, arm.injects
    places = list(compiled.axes["contingency"])
    contingency, quarter = moment_of(compiled, crisis)
    settings = [setting for inject in injects for setting in _settings(arm, inject)]
    fronts = tuple(places.index(name) for inject in injects for name in inject.opportunity)
    conduct = [(places.index(name), CONDUCTS[what]) for inject in injects for name, what in inject.conduct.items()]
    case = Case(
        compiled, arm.bargain, contingency, quarter, runs, arm.seed, tuple(settings), fronts=fronts,
        conduct=conduct[0] if conduct else None, first=first,
    )  # fmt: skip
    start, params = arm.laid(draws, first, runs, REPEATS)
    params["deterrence_views"] = 0
    return _measured(case, start, params, wanted)


def _settings(arm: Arm, inject: Inject) -> list[Setting]:
    if inject.at != EVE or inject.times:
        raise InputError("an injected crisis has injects on its eve, which set values", path="injects",
                         hint="Write at: eve and set: {STATE: VALUE}.")  # fmt: skip
    settings = []
    for path, value in inject.set.items():
        place = place_of(arm.compiled, path)
        settings.append(Setting(place.declared.name, value, ON_THE_EVE, place.index))
    return settings


def _measured(case: Case, start: np.ndarray, params: np.ndarray, wanted: Sequence[str]) -> dict[str, np.ndarray]:
    eve = eve_from(case, start.view(np.recarray), params.view(np.recarray))
    played = play(case, eve)
    target = int(eve.params.target[0, case.contingency])
    found = {
        **chances(rules_of(case, eve)), "supported": played.supported, "yielded": played.yielded,
        "war": played.war, "tremble": played.tremble & played.war, "casualties": played.casualties[:, target],
        "days": played.days, "undetermined": eve.worlds.undetermined[:, case.contingency],
    }  # fmt: skip
    if any(name.endswith(("trust_ally", "trust_protector")) for name in wanted):
        trust = trust_afterwards(case, eve, played)
        found |= {"trust_ally": trust[:, ALLY_SIDE], "trust_protector": trust[:, PROTECTOR_SIDE]}
    missing = np.full(case.runs, np.nan)
    return {name: np.asarray(found.get(name.partition(".")[2], missing), float) for name in wanted}
