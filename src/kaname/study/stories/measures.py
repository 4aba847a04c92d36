"""Measures of a campaign or a crisis, run by run, under names that a story can use.

A measure is float64[run]; a share is a measure of zeros and ones. Of a crisis: endings and moves by name
(`ending.concession`, `move.target.police_response`: the first move that a side made, 0 where it made none),
`people.target` in thousands. Of a campaign: `losses.guarantor.air` in units of the class.
Reads: what was played. Writes: nothing. Errors: InputError with the nearest measure.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

import numpy as np

from kaname.compile.baseline import Baseline
from kaname.core.errors import unknown_name
from kaname.study.campaigns import CampaignResult, CampaignSpec
from kaname.study.crises.case import Case, Eve
from kaname.study.crises.gaps import actors_of
from kaname.study.crises.play import Played
from kaname.words.axes import BASE, DETERRENCE_CLASSES, ENDINGS, FORCES, PARTIES
from kaname.words.moves import PLIES, PLY_MOVES, ROLES

Campaigned = tuple[Baseline, CampaignSpec, CampaignResult]
Crisis = tuple[Case, Eve, Played]

CAMPAIGN: Mapping[str, Callable[[CampaignResult], np.ndarray]] = {
    "held": lambda found: found.held,
    "control": lambda found: found.control[:, -1],
    "days_lost": lambda found: found.days_lost,
    "force_in_being": lambda found: found.worlds.last_force_in_being,
    "days_fought": lambda found: found.worlds.camp_day,
    "lodgement": lambda found: found.worlds.camp_lodgement,
}
"""Held at the end; control of the objective by the challenger (0..1); days on which it had it; the target's force
left when help arrives; days fought; battalions ashore at the end."""
DETERRED = tuple(place for place, name in enumerate(DETERRENCE_CLASSES) if name.startswith("deterred"))
CRISIS: Mapping[str, Callable[[Played], np.ndarray]] = {
    "challenged": lambda played: played.challenged,
    "armed": lambda played: played.armed,
    "yielded": lambda played: played.yielded,
    "war": lambda played: played.war,
    "supported": lambda played: played.supported,
    "against_own_picture": lambda played: played.tremble & played.war,
    "decision_days": lambda played: played.days,
    "deterred": lambda played: np.isin(played.acting, DETERRED),
    "deterred_from_arms": lambda played: np.isin(played.arms, DETERRED),
}
"""A challenge was made; arms were used; the challenger had its way without a fight; there was war; the guarantor
supported or fought; a war that a mover's own picture valued below waiting; days to a joint response; what deterred."""
THREE_WAYS = ("deterred", "deterred_from_arms")
"""Measures for which every opportunity is judged with and without guarantee and denial too."""


@cache
def campaign_measures() -> tuple[str, ...]:
    """Return the names of the measures of a campaign."""
    return (*CAMPAIGN, *(f"losses.{party}.{force}" for party in PARTIES for force in FORCES[:BASE]))


@cache
def crisis_measures(roles: int = len(ROLES)) -> tuple[str, ...]:
    """Return the names of the measures of a crisis in which so many roles move."""
    moves = (f"move.{ply}.{move}" for ply in PLIES for move in PLY_MOVES[ply])
    return (*CRISIS, *(f"ending.{name}" for name in ENDINGS), *moves, *(f"people.{role}" for role in ROLES[:roles]))


def of_campaign(campaign: Campaigned, name: str) -> np.ndarray:
    """Return a measure of a campaign, float64[run]."""
    baseline, spec, result = campaign
    if name in CAMPAIGN:
        return np.asarray(CAMPAIGN[name](result), float)
    _, party, force = _known(name, "campaign", campaign_measures()).split(".")
    actor = int(baseline.params[party][0][spec.contingency])
    return np.asarray(result.worlds.losses[:, actor, FORCES.index(force)], float)


def of_crisis(crisis: Crisis, name: str) -> np.ndarray:
    """Return a measure of a crisis, float64[run]."""
    case, eve, played = crisis
    if name in CRISIS:
        return np.asarray(CRISIS[name](played), float)
    kind, *rest = _known(name, "crisis", crisis_measures()).split(".")
    if kind == "ending":
        return np.asarray(played.ending == ENDINGS.index(rest[0]), float)
    if kind == "move":
        return np.asarray(played.moves[:, PLIES.index(rest[0])] == PLY_MOVES[rest[0]].index(rest[1]), float)
    return np.asarray(played.casualties[:, actors_of(case, eve)[rest[0]]], float)


def _known(name: str, kind: str, names: tuple[str, ...]) -> str:
    if name not in names:
        raise unknown_name(f"a measure of a {kind}", name, names, path="then")
    return name
