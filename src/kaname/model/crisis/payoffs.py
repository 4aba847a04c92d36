"""What every ending is worth to every side, in one side's picture: stakes, honour, costs of fighting, politics at home.

Payoff of role r at a terminal = flat + resolve[r] x keen, with x the challenger's expected share of the object there:
  challenger  keen  x - audience if it backs down
              flat  temptation - ring of neighbours - caution before open law - aggression_cost once it used arms first
                    (pressure carries a part); fought: - loss_cost x fought_share x its losses - escalation_cost x
                    guarantor's weight - missiles it would lose to counterstrike, unless it has struck bases first
  target      keen  -stake x - audience if it yields
              flat  - use of force at home - restraint by open law - loss_cost x fought_share x its losses
  guarantor   keen  -(stake + coverage) x - what standing aside costs: alliance, audience by the clarity of the promise,
                    reputation, a trigger that was met; words count half below arms, support in part under arms
              flat  - what helping costs (homeland risk, home politics, attention; support carries a part) - its losses
              audience too for a claim that it has backed in public (the ally's own land)
  host        keen  -stake x - alliance if it refuses (half if it delays)
              flat  - home politics if it grants - exposure if its bases are struck
  supporter   keen  -stake x - alliance x the part it has taken on if it stands aside
              flat  - home politics if it escorts (support_burden of it if it assists)
Hidden acts: an answer that is dear without proof costs misattribution_cost x doubt; the challenger bears the costs of
open aggression, of neighbours included, in so far as it is found out.
Resolve weighs what is at stake, honour included, against costs. Where the ending depends on whether the response came
in time, payoffs are mixed with this side's chance of that. x: 0 status quo; gain by rung at a concession, half of it at
a settlement; 1 at an accomplished fact; control after fighting. Police presence, the guarantor's support and a
supporter's presence (half of it if it only assists) keep part of a gain below war from being made.

Clock: move. Units: stakes. Reads: scene, surrogate. Writes: scratch rows FLAT and KEEN.
Source: Fearon 1994, 1995; Snyder 1984; Zagare and Kilgour 2000 for the shape of extended deterrence.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.model.crisis.board import BATTLES, FLAT, KEEN, ROLE_COUNT
from kaname.model.crisis.fighting import (
    CONTROL,
    LOSS_CHALLENGER,
    LOSS_GUARANTOR,
    LOSS_TARGET,
    PREEMPTION_AT,
    case_of_answer,
    expect,
    weight_of_guarantor,
)
from kaname.model.crisis.ladder import (
    ACQUIESCE,
    ANSWER,
    ARMED_RUNG,
    ASSIST,
    BACKING,
    BASES,
    BASES_FIRST,
    CHALLENGE,
    CHALLENGER,
    CHILDREN,
    DELAY,
    DOUBTED,
    ESCALATE,
    ESCORT,
    FIGHT,
    FIGHTING,
    GRANT,
    GUARANTEE,
    GUARANTOR,
    HEIGHT,
    HIDDEN,
    HOST,
    IN_TIME,
    LATE,
    MILITARY,
    NOT_MADE,
    NOTHING,
    PLAN,
    POLICE,
    REFUSE,
    RESPONSE,
    SECOND,
    SPEAK,
    STAND_ASIDE,
    STOP,
    SUPPORT,
    TARGET,
    TOP_RUNG,
)
from kaname.model.crisis.scene import Scene
from kaname.model.world.axes import END_CONCESSION, END_FAIT_ACCOMPLI, END_SETTLEMENT


@kernel
def fill_payoffs(p, tree, scratch, k: int, scene: Scene, nodes: int) -> None:
    """Write FLAT and KEEN of every terminal for every role, in the picture of `scene` and of row BATTLES."""
    for n in range(nodes):
        if tree[n, CHILDREN] > 0:
            continue
        height = tree[n, HEIGHT] / TOP_RUNG
        for r in range(ROLE_COUNT):
            scratch[FLAT + r, n] = _way(p, tree, k, scene, n, r, height)
            scratch[KEEN + r, n] = _honour(p, tree, k, scene, n, r, height)
        if tree[n, LATE] == tree[n, IN_TIME]:
            _add_ending(p, tree, scratch, k, scene, n, tree[n, LATE], 1.0)
        else:
            _add_ending(p, tree, scratch, k, scene, n, tree[n, LATE], scene.late)
            _add_ending(p, tree, scratch, k, scene, n, tree[n, IN_TIME], 1.0 - scene.late)


@kernel
def _way(p, tree, k: int, scene: Scene, n: int, role: int, height: float) -> float:
    """What the moves made on the way cost or bring the role, whatever the ending and its resolve."""
    if role == CHALLENGER:
        return _way_of_challenger(p, tree, k, scene, n, height)
    if role == TARGET:
        cost = p.misattribution_cost * scene.doubt_target if _on_doubtful_proof(tree, n, role) else 0.0
        if tree[n, RESPONSE] == MILITARY:
            cost += height * scene.force_at_home + p.restraint_open_law * scene.own_open_law
        return -cost
    if role == GUARANTOR:
        burden = scene.homeland + scene.help_at_home + scene.attention
        if tree[n, GUARANTEE] == FIGHT:
            return -burden
        if tree[n, GUARANTEE] == SUPPORT:
            return -p.support_burden * height * burden
        return -p.misattribution_cost * scene.doubt_guarantor if _on_doubtful_proof(tree, n, role) else 0.0
    return _way_of_third(p, tree, scene, n, height)


@kernel
def _way_of_third(p, tree, scene: Scene, n: int, height: float) -> float:
    """Home politics of a host that opens its bases, or of a supporter that helps."""
    if tree[n, BACKING] == ESCORT:
        return -height * scene.aid_at_home
    if tree[n, BACKING] == ASSIST:
        return -p.support_burden * height * scene.aid_at_home
    if tree[n, ANSWER] == GRANT:
        return -scene.bases_at_home
    return -scene.bases_at_home / 2.0 if tree[n, ANSWER] == DELAY else 0.0


@kernel
def _on_doubtful_proof(tree, n: int, role: int) -> bool:
    """Whether the role answered a hidden act by a move that is dear without proof (a bit for each role)."""
    return (tree[n, DOUBTED] >> role) & 1 == 1


@kernel
def _way_of_challenger(p, tree, k: int, scene: Scene, n: int, height: float) -> float:
    if tree[n, CHALLENGE] == NOTHING:
        return 0.0
    blamed = scene.blamed if tree[0, HIDDEN] == 1 else 1.0
    against = height * scene.ring_alone + p.aggression_cost[k] * _openness(p, tree, k, n)
    if tree[n, GUARANTEE] >= SPEAK:
        against += height * scene.ring_enforced
    return p.temptation[k] + p.temptation_common - p.caution_open_law * scene.open_law - blamed * against


@kernel
def _honour(p, tree, k: int, scene: Scene, n: int, role: int, height: float) -> float:
    """What backing down, yielding, standing aside or refusing costs the role before its audiences and partners."""
    if role == CHALLENGER:
        return -p.audience_challenger * height if tree[n, SECOND] == STOP else 0.0
    if role == TARGET:
        return -p.audience_target * height if tree[n, RESPONSE] == ACQUIESCE else 0.0
    if role == GUARANTOR:
        return -_standing_aside(p, tree, k, scene, n, height)
    if tree[n, BACKING] == STAND_ASIDE:
        return -p.alliance_cost[k] * scene.part * height
    if tree[n, ANSWER] == REFUSE:
        return -p.alliance_cost[k]
    return -p.alliance_cost[k] / 2.0 if tree[n, ANSWER] == DELAY else 0.0


@kernel
def _standing_aside(p, tree, k: int, scene: Scene, n: int, height: float) -> float:
    move = tree[n, GUARANTEE]
    if move in (NOT_MADE, FIGHT):
        return 0.0
    armed = tree[n, HEIGHT] >= ARMED_RUNG and tree[n, RESPONSE] == MILITARY
    share = 1.0
    if move == SUPPORT:
        share = 1.0 - p.support_credit if armed else 0.0
    elif move == SPEAK and not armed:
        share = 1.0 / 2.0
    cost = height * aside_cost(p, k, scene)
    return share * (cost + p.trigger_cost * scene.trigger if armed else cost)


@kernel
def aside_cost(p, k: int, scene: Scene) -> float:
    """What standing aside from the highest rung costs the guarantor: alliance, audiences, name."""
    audience = p.audience_guarantor * scene.promise + p.audience_sovereignty * scene.claim
    return p.alliance_cost[k] + audience + scene.reputation


@kernel
def _openness(p, tree, k: int, n: int) -> float:
    """How far the challenger has openly used arms first: by its first move, or by escalating."""
    if tree[n, HEIGHT] >= ARMED_RUNG:
        return 1.0
    if tree[n, SECOND] == ESCALATE and p.cyber_case[k] == 0.0:
        return 1.0
    return p.pressure_part[k] if tree[n, HEIGHT] >= 2 else 0.0


@kernel
def _add_ending(p, tree, scratch, k: int, scene: Scene, n: int, ending: int, chance: float) -> None:
    """Add what an ending is worth to every role, times the chance of it."""
    if ending == FIGHTING:
        _add_fight(p, tree, scratch, k, scene, n, chance)
        return
    gained = chance * gain(p, tree, k, scene, n, ending)
    for r in range(ROLE_COUNT):
        scratch[KEEN + r, n] += gained if r == CHALLENGER else -gained * stake_of(p, k, scene, r)


@kernel
def gain(p, tree, k: int, scene: Scene, n: int, ending: int) -> float:
    """The challenger's share of the object at an ending without fighting."""
    if ending == END_FAIT_ACCOMPLI:
        got = 1.0
    elif ending == END_CONCESSION:
        got = gain_of_rung(p, k, tree[n, HEIGHT])
    elif ending == END_SETTLEMENT:
        got = gain_of_rung(p, k, tree[n, HEIGHT]) / 2.0
    else:
        return 0.0
    if tree[n, RESPONSE] == POLICE:
        got *= 1.0 - scene.police
    if tree[n, GUARANTEE] == SUPPORT:
        got *= 1.0 - p.support_share
    if tree[n, BACKING] >= ASSIST:
        got *= 1.0 - p.presence_effect * scene.aid * (1.0 if tree[n, BACKING] == ESCORT else 1.0 / 2.0)
    return got


@kernel
def gain_of_rung(p, k: int, rung: int) -> float:
    """The part of the object that is at issue when the first move stands on this rung."""
    if rung >= ARMED_RUNG:
        return 1.0
    return p.gain_middle[k] if rung >= 2 else p.gain_low[k]


@kernel
def stake_of(p, k: int, scene: Scene, role: int) -> float:
    """The stake of target, guarantor, and host or supporter, relative to the challenger's."""
    if role == TARGET:
        return p.stake[k, p.target[k]]
    if role == GUARANTOR:
        return p.stake[k, p.guarantor[k]] + scene.coverage
    return p.stake[k, p.host[k]] if p.host[k] >= 0 else p.stake[k, p.ally]


@kernel
def _add_fight(p, tree, scratch, k: int, scene: Scene, n: int, chance: float) -> None:
    weight, case, plan = weight_of_guarantor(p, tree, n), case_of_answer(tree, n), tree[n, PLAN]
    control = expect(scratch, plan, case, weight, CONTROL)
    cost = chance * p.loss_cost[k] * p.fought_share
    scratch[KEEN + CHALLENGER, n] += chance * control
    scratch[FLAT + CHALLENGER, n] -= cost * expect(scratch, plan, case, weight, LOSS_CHALLENGER)
    scratch[FLAT + CHALLENGER, n] -= chance * p.escalation_cost[k] * weight
    if plan != BASES_FIRST:
        scratch[FLAT + CHALLENGER, n] -= chance * p.preemption_stake * scratch[BATTLES, PREEMPTION_AT]
    scratch[FLAT + TARGET, n] -= cost * expect(scratch, plan, case, weight, LOSS_TARGET)
    scratch[FLAT + GUARANTOR, n] -= cost * expect(scratch, plan, case, weight, LOSS_GUARANTOR)
    for r in range(TARGET, ROLE_COUNT):
        scratch[KEEN + r, n] -= chance * control * stake_of(p, k, scene, r)
        if r == HOST and tree[n, BASES] > 0 and tree[n, ANSWER] > REFUSE:
            scratch[FLAT + r, n] -= chance * p.host_exposure
