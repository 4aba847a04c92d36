"""Approval follows growth, losses and cuts; political capital grows from approval and is used up by what is negotiated.

    logit(approval)' = logit(approval) + speed (logit(normal) + growth + losses - cuts - logit(approval))
                       + honeymoon + spread z
    capital' = (capital + recovery (logistic(logit(normal) + approval (approval - normal) + unity) - capital)) exp(-use)
    use = eased (negotiation offers + implementation agreed steps + revision + base quarrel + diplomatic efforts)
    eased = 1 - bearable common threat

Steps count for a side when one of its bodies must consent. Use takes a share of what is left, so capital never goes
below zero: a government that asks for much at once gets ever less (S23). Losses may rally a public or tire it: sign
free. The unity of the ally's government (its largest ideology) helps or not: sign free.

Clock: quarter. Units: shares. Source: mueller_1973, pollmann2019. Systems: S23, S64.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, exp, logistic, logit
from kaname.core.slots import SLOT
from kaname.core.units import QUARTERS_A_YEAR
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn, normal
from kaname.words.axes import ALLY_SIDE, NATIONALIST, PACIFIST, PROTECTOR_SIDE, REALIST
from kaname.words.declare import Field, Param
from kaname.words.levers import AGREED, CONSENTERS, OFFERED

SHOCK = SLOT["approval"]
ALLY_BODIES = sum(name.startswith("ally") for name in CONSENTERS)  # the ally's bodies stand first on the axis


@kernel
def capital(w, p, turn: Turn) -> None:
    """Move approval and capital of both sides by one quarter."""
    common = min(w.threat[p.ally, p.rival], w.threat[p.protector, p.rival])
    eased = 1.0 - p.capital_bearable * common
    _approve(w, p, turn, PROTECTOR_SIDE, p.protector, w.war_weariness)
    _approve(w, p, turn, ALLY_SIDE, p.ally, w.casualty_memory)
    united = max(w.government_ideology[PACIFIST], w.government_ideology[REALIST])
    united = max(united, w.government_ideology[NATIONALIST])
    quarrel = p.capital_bases * max(0.0, w.base_opposition - p.base_normal)
    _spend(w, p, PROTECTOR_SIDE, 0.0, eased * steps(w, p, PROTECTOR_SIDE))
    unity = p.capital_unity * (united - p.unity_normal)
    _spend(w, p, ALLY_SIDE, unity, eased * (steps(w, p, ALLY_SIDE) + quarrel + w.diplomatic_use))


@kernel
def _approve(w, p, turn: Turn, side: int, actor: int, losses: float) -> None:
    extra = QUARTERS_A_YEAR * w.growth[actor] - p.growth_drift[actor]
    drivers = p.approval_growth * extra + p.approval_losses * losses - p.approval_cut * w.deficit_cut[actor]
    here = approach(logit(w.approval[side]), logit(p.approval_normal[side]) + drivers, p.approval_speed)
    here += p.approval_honeymoon * w.leader_change[side]
    w.approval[side] = logistic(here + p.approval_spread * normal(turn, SHOCK, side))


@kernel
def _spend(w, p, side: int, unity: float, use: float) -> None:
    above = w.approval[side] - p.approval_normal[side]
    goal = logistic(logit(p.capital_normal[side]) + p.capital_approval * above + unity)
    w.capital[side] = approach(w.capital[side], goal, p.capital_recovery) * exp(-use)


@kernel
def steps(w, p, side: int) -> float:
    """Capital used this quarter by steps on the table, steps under way and a revision just made, as a log share."""
    use = p.capital_revision if w.guidelines_age < 1.0 else 0.0
    for lever in range(w.lever_state.shape[0]):
        state = w.lever_state[lever]
        if state in (OFFERED, AGREED) and concerns(p, lever, side):
            use += p.capital_negotiation if state == OFFERED else p.capital_implementation
    return use


@kernel
def concerns(p, lever: int, side: int) -> bool:
    """Whether a body of the side must consent to the lever."""
    first = 0 if side == ALLY_SIDE else ALLY_BODIES
    last = ALLY_BODIES if side == ALLY_SIDE else p.lever_consent.shape[1]
    bodies = 0.0
    for body in range(first, last):
        bodies += p.lever_consent[lever, body]
    return bodies > 0.0


FIELDS = (
    Field("approval", ("side",), "share", 0, 1, "public", "Approval of each side's government."),
    Field("capital", ("side",), "share", 0, 1, "owner", "Political capital for alliance matters on each side."),
)  # fmt: skip
PARAMS = (
    Param("approval_normal", ("side",), "share", 0.05, 0.95, "Approval under normal drivers."),
    Param("approval_growth", (), "coefficient", -20, 40, "Effect of yearly growth beyond trend on approval, log odds."),
    Param("approval_losses", (), "coefficient", -3, 3, "Effect of remembered losses on approval, log odds."),
    Param("approval_cut", (), "coefficient", -50, 100,
          "Effect of other spending crowded out, log odds per unit of GDP, lowering."),
    Param("approval_speed", (), "share per quarter", 0, 1,
          "Part of the way to its goal that approval goes in a quarter."),
    Param("approval_honeymoon", (), "logit", -2, 3, "What a new leader adds to approval, log odds."),
    Param("approval_spread", (), "standard deviation", 0, 1, "Spread of quarterly luck in approval, log odds."),
    Param("capital_normal", ("side",), "share", 0.05, 0.95, "Capital for alliance matters under normal approval."),
    Param("capital_recovery", (), "share per quarter", 0, 1,
          "Part of the way back to normal that capital goes in a quarter."),
    Param("capital_approval", (), "coefficient", -5, 10, "Effect of approval beyond normal on capital, log odds."),
    Param("capital_unity", (), "coefficient", -5, 5, "Effect of a united government on capital, log odds."),
    Param("unity_normal", (), "share", 0, 1, "Share of government's largest ideology at which its effect is none."),
    Param("capital_negotiation", (), "log", 0, 1, "Part of capital used per quarter by a step on the table."),
    Param("capital_implementation", (), "log", 0, 1, "Part of capital used per quarter by a step under way."),
    Param("capital_revision", (), "log", 0, 2, "Part of capital used by a revision of the guidelines."),
    Param("capital_bases", (), "log", -1, 2, "Part of capital used per quarter by opposition to bases beyond normal."),
    Param("capital_bearable", (), "share", 0, 1, "Part of all this use that a full common threat takes away."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Approval follows growth, losses and cuts; political capital grows from it and is used up by what is "
    "negotiated.",
    source=("mueller_1973", "pollmann2019"),
    systems=("S23", "S64"),
    run=capital,
    core=True,
)
