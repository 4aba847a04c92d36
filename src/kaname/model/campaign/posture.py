"""Posture: what each party risks today, and what that leaves exposed on the ground.

Doctrine is one lever d over the same forces: risked share = (1 - d) forward + d denial until the guarantor is
released, then forward for all; active denial also withdraws a share of aircraft from missile reach until then. A host
risks nothing until it decides to fight from its own soil. Fire
is worth less where roles are unclear, where joint command is parallel and unpractised, and when magazines are empty.
Clock: day. Units: shares. Source: heginbotham_samuels_2018 for active denial; figures are judgements.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.model.campaign.opening import actor_of
from kaname.model.campaign.policy import combined_command, doctrine_of
from kaname.words.declare import Param
from kaname.words.moves import CHALLENGER, GUARANTOR, HOST


@kernel
def engaged_share(w, p, k: int, party: int) -> float:
    """Share of its air and surface forces that the party risks today."""
    ready = w.readiness[actor_of(p, k, party)]
    if party == CHALLENGER:
        return p.engage_challenger * ready
    if party == GUARANTOR:
        return p.engage_guarantor * ready if w.camp_released == 1 else 0.0
    if party == HOST and w.camp_host_fire == 0:
        return 0.0
    if w.camp_released == 1:
        return p.engage_forward * ready
    d = doctrine_of(w, p, k, party)
    return ((1.0 - d) * p.engage_forward + d * p.engage_denial) * ready


@kernel
def exposed_share(w, p, k: int, party: int) -> float:
    """Share of the party's aircraft on the ground within reach when a salvo arrives."""
    if party == CHALLENGER:
        return p.ground_share
    warned = p.ground_share * (1.0 - p.warning_effect * w.intelligence_level)
    if party != GUARANTOR and w.camp_released == 0:
        return warned * (1.0 - doctrine_of(w, p, k, party) * p.rear_share)
    return warned


@kernel
def fire_share(w, p, k: int, party: int) -> float:
    """What the party's fire is worth after munitions, roles and command."""
    worth = 1.0 if w.camp_magazine[party] > 0.0 else p.magazine_floor
    if party == CHALLENGER:
        return worth
    if actor_of(p, k, party) == p.ally:
        worth *= 1.0 - p.role_loss * (1.0 - w.role_clarity)
    if w.camp_released == 1:
        worth *= 1.0 - p.joint_friction * (1.0 - combined_command(w)) * (1.0 - w.habit)
    return worth


PARAMS = (
    Param("ground_share", (), "share", 0, 1, "Share of aircraft on the ground when a salvo arrives without warning."),
    Param("warning_effect", (), "share", 0, 1,
          "Share of those aircraft that full intelligence sharing gets away in time."),
    Param("engage_forward", (), "share", 0, 1,
          "Share of air and surface forces that a forward decisive defence risks each day."),
    Param("engage_denial", (), "share", 0, 1, "Share of them that active denial risks each day before help arrives."),
    Param("engage_challenger", (), "share", 0, 1,
          "Share of its air and surface forces that the challenger risks each day."),
    Param("engage_guarantor", (), "share", 0, 1,
          "Share of its air and surface forces that the guarantor risks each day."),
    Param("rear_share", (), "share", 0, 1,
          "Share of aircraft that active denial withdraws beyond missile reach before help arrives."),
    Param("magazine_floor", (), "share", 0, 1, "Share of fire that resupply sustains once these are spent."),
    Param("joint_friction", (), "share", 0, 1, "Share of joint fire lost by parallel chains of command without habit."),
    Param("role_loss", (), "share", 0, 1,
          "Share of the target's fire lost where roles in the alliance are wholly unclear."),
)  # fmt: skip
