"""The continuation node: at days 3, 10, 30 (and the horizon) each side settles, goes on, or raises what it does.

Expected control x of a side = (1 - s) x its picture before + s x control c on the ground, s = day / (day + learning)
Losses still to come = those its picture expects x e**(-day / battle_remaining)
  challenger  settle  r (a c - audience (1 - c))      go on  r a x - losses - escalation      (a: appetite)
              widen   the same by striking bases, less its cost
              commit  the same with a further phase of its forces, less commitment_cost (guarantor in the fight, alike)
  target      settle  -r (stake + audience) c         go on  -r stake x - losses
  guarantor   settle  -r (stake + coverage + what standing aside costs) c
              go on   -r (stake + coverage) x - losses            (in the fight)
              join    the same with it in the fight - costs of helping + obligation + its word (- if it is not bound)
              stay out  the same without it - standing aside
  target      recapture   as go on, with a landing on what it has lost over water
  host        keep    -r (stake x + alliance) without its bases
              open    -r stake x with them - home politics - exposure
              fire    -r stake x with its own forces too - home politics - losses; where its soil was struck, not
                      answering costs it r audience, and law speaks of an attack on itself, else of its survival
All are asked before any answer is applied. War ends by terms when challenger, target and a guarantor in the fight all
settle: what each holds stands. It also ends when the campaign is over (the objective held, or the attack spent).

Clock: day, at the door from the campaign. Units: stakes, days. Answers 0 to go on, else the ending. Writes camp_arrival
and conduct (the guarantor joins; then the public record counts and not what was seen before the war: witness), rung
(widening), access (bases opened), camp_ceiling and camp_ordered (phases), camp_recapture, camp_host_fire. Draws:
host_law. Source: Fearon 1995, Wagner 2000 and Slantchev 2003 (learning by fighting ends war by
terms).
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, exp
from kaname.core.slots import SLOT
from kaname.model.crisis.fighting import (
    ALL_PLANS,
    CONTROL,
    DELAYED,
    GRANTED,
    LOSS_CHALLENGER,
    LOSS_GUARANTOR,
    LOSS_HOST,
    LOSS_TARGET,
    REFUSED,
    expect,
    foresee_under,
)
from kaname.model.crisis.nature import is_bound, true_resolve
from kaname.model.crisis.payoffs import abandonment_cost, stake_of
from kaname.model.crisis.scene import Scene, scene_of
from kaname.model.crisis.thinking import actor_in
from kaname.model.world.log import note
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.seats import QUESTION, choose
from kaname.model.world.surrogate import PHASES, Orders
from kaname.model.world.turn import at, uniform
from kaname.words.axes import (
    ARMED_ATTACK,
    END_LIMITED_WAR,
    END_NONE,
    END_WIDE_WAR,
    JOINT,
    MILITARY_RESPONSE,
    SURVIVAL_THREATENING,
)
from kaname.words.declare import Field, Param
from kaname.words.events import KIND
from kaname.words.moves import BASES_FIRST, CHALLENGER, GUARANTOR, HOST, NEVER, TARGET, WIDENED_RUNG

SETTLE, GO_ON, WIDEN, COMMIT = range(4)
RECAPTURE, SEND = GO_ON + 1, GO_ON + 1
STAY_OUT, JOIN = 0, 1
KEEP, OPEN, FIRE = range(3)
OPENED = 2
CLOSED = -1e6
"""Value of a choice that is not open: nobody takes it."""
NO, YES, OF_ALLY = 0, 1, 0
HOST_LAW = SLOT["host_law"]
TERMS, BATTLE = KIND["terms"], KIND["battle"]
ASKED_BATTLE, ASKED_HOST = QUESTION["battle"], QUESTION["host_access"]


@kernel
def continue_fighting(w, p, turn, k: int) -> int:
    """Ask every side once; 0 to go on fighting, else the place of the war's ending."""
    in_fight = w.camp_arrival < NEVER
    note(
        w, turn, BATTLE, p.challenger[k], k, w.camp_day, w.camp_control, w.camp_force_in_being, w.camp_leakers,
        1.0 if in_fight else 0.0,
    )  # fmt: skip
    if w.camp_over > 0:
        return _name_of_war(w, k, in_fight)
    challenger = _ask_challenger(w, p, turn, k, in_fight)
    target = _ask_target(w, p, turn, k, in_fight)
    guarantor = _ask_guarantor(w, p, turn, k, in_fight)
    host = KEEP
    if in_fight and _is_asked(w, p, k):
        host = _ask_host(w, p, turn, k)
    if host == OPEN:
        w.access[k] = OPENED
    elif host == FIRE:
        w.camp_host_fire = 1
    if challenger == WIDEN:
        w.rung[k] = WIDENED_RUNG
    elif challenger == COMMIT:
        _order_phase(w, CHALLENGER)
    if target == RECAPTURE:
        w.camp_recapture = 1
    if in_fight and guarantor == SEND:
        _order_phase(w, GUARANTOR)
    if in_fight:
        if challenger == SETTLE and target == SETTLE and guarantor == SETTLE:
            return _name_of_war(w, k, in_fight)
        return END_NONE
    if challenger == SETTLE and target == SETTLE:
        return _name_of_war(w, k, in_fight)
    if guarantor == JOIN:
        _join(w, p, k)
    return END_NONE


@kernel
def _is_asked(w, p, k: int) -> bool:
    """Whether a host has something left to decide: its bases, or its own forces where they are a party."""
    if p.host[k] < 0:
        return False
    return w.access[k] < OPENED or (_has_forces(p, k) and w.camp_host_fire == 0)


@kernel
def _has_forces(p, k: int) -> bool:
    return p.host[k] != p.target[k] and p.host[k] != p.guarantor[k]


@kernel
def _order_phase(w, party: int) -> None:
    w.camp_ceiling[party] = min(PHASES, w.camp_phase[party] + 1)
    w.camp_ordered[party] = w.camp_day


@kernel
def _may_send_more(w, party: int) -> bool:
    """Whether all that the party has ordered has come, and something is left to order."""
    return w.camp_phase[party] == w.camp_ceiling[party] and w.camp_ceiling[party] < PHASES


@kernel
def _join(w, p, k: int) -> None:
    w.camp_ceiling[GUARANTOR] = 1
    if p.host[k] == p.target[k]:
        w.access[k] = OPENED
    w.camp_arrival = min(w.camp_day + w.delay[k, JOINT], NEVER - 1.0)
    if w.conduct[k] <= 0.0:
        w.total_supported[k] += 1
    if p.guarantor[k] == p.protector:
        w.conduct[k] = 1.0
        for o in range(w.witness.shape[0]):
            w.witness[o] = 0


@kernel
def _name_of_war(w, k: int, in_fight: bool) -> int:
    """A wide war is one that was widened, or in which the guarantor fought and its bases were struck."""
    if w.rung[k] >= WIDENED_RUNG or (in_fight and w.camp_plan == BASES_FIRST):
        return END_WIDE_WAR
    return END_LIMITED_WAR


@kernel
def _look(w, p, turn, k: int, role: int) -> Scene:
    """Write the expectations of the side in `role` to battles, with orders as they are; its scene."""
    observer = actor_in(p, k, role)
    _expect_under(w, p, turn, k, role, _orders(w, 0.0, 0.0), ALL_PLANS)
    return scene_of(w, p, k, observer, w.picture_delay[observer, k])


@kernel
def _orders(w, more_challenger: float, more_guarantor: float) -> Orders:
    """Orders as they are, with further phases of the sides."""
    return Orders(
        w.camp_ceiling[CHALLENGER] + more_challenger,
        w.camp_ceiling[GUARANTOR] + more_guarantor,
        float(w.camp_host_fire),
        float(w.camp_recapture),
    )


@kernel
def _expect_under(w, p, turn, k: int, role: int, orders: Orders, plans: int) -> None:
    """Write what the side in `role` expects of a fight under the orders."""
    days = w.camp_arrival - w.camp_day if w.camp_arrival < NEVER else w.delay[k, JOINT]
    foresee_under(w, p, turn, k, actor_in(p, k, role), max(days, 0.0), plans, orders)


@kernel
def _case(w, p, k: int) -> int:
    """The host's answer so far as a case of fighting."""
    if p.host[k] < 0 or p.host[k] == p.target[k] or w.access[k] == OPENED:
        return GRANTED
    return REFUSED if w.access[k] == 0 else DELAYED


@kernel
def _weight(w, p, k: int, in_fight: bool) -> float:
    """How much of the guarantor is in the fight now."""
    if in_fight:
        return 1.0
    return p.support_share if w.conduct[k] > 0.0 else 0.0


@kernel
def _control_at_end(w, p, board, plan: int, case: int, weight: float) -> float:
    """Expected control when it is over: the picture before, moved by what is seen on the ground."""
    seen = w.camp_day / (w.camp_day + p.battle_learning)
    return approach(expect(board, plan, case, weight, CONTROL), w.camp_control, seen)


@kernel
def _losses(w, p, board, k: int, plan: int, case: int, weight: float, whose: int) -> float:
    """Cost of the losses still expected."""
    cost = p.loss_cost[k] * p.fought_share * exp(-w.camp_day / p.battle_remaining)
    return cost * expect(board, plan, case, weight, whose)


@kernel
def _answer(w, p, turn, k: int, role: int, question: int, count: int) -> int:
    """The seat's choice among the values in row CHOICE, noted with them."""
    values = turn.board[0].chances
    actor = actor_in(p, k, role)
    choice = choose(w, p, turn, actor, question, values, count, role)
    third = values[count - 1] if count > WIDEN else 0.0
    note(w, turn, TERMS, actor, k, choice, values[SETTLE], values[GO_ON], third, w.camp_day)
    return choice


@kernel
def _ask_challenger(w, p, turn, k: int, in_fight: bool) -> int:
    scene = _look(w, p, turn, k, CHALLENGER)
    board, resolve = turn.board[0], true_resolve(w, p, turn, k, CHALLENGER)
    weight, case, plan, held = _weight(w, p, k, in_fight), _case(w, p, k), w.camp_plan, w.camp_control
    board.chances[SETTLE] = resolve * (scene.appetite * held - p.audience_challenger * (1.0 - held))
    rest = p.escalation_cost[k] * weight * exp(-w.camp_day / p.battle_remaining)
    wish = resolve * scene.appetite
    board.chances[GO_ON] = wish * _control_at_end(w, p, board, plan, case, weight) - rest
    board.chances[GO_ON] -= _losses(w, p, board, k, plan, case, weight, LOSS_CHALLENGER)
    count = GO_ON + 1
    board.chances[WIDEN] = CLOSED
    if plan != BASES_FIRST and w.rung[k] < WIDENED_RUNG:
        widened = _control_at_end(w, p, board, BASES_FIRST, case, weight)
        board.chances[WIDEN] = wish * widened - rest - p.widening_cost
        board.chances[WIDEN] -= _losses(w, p, board, k, BASES_FIRST, case, weight, LOSS_CHALLENGER)
        count = WIDEN + 1
    if _may_send_more(w, CHALLENGER):
        _expect_under(w, p, turn, k, CHALLENGER, _orders(w, 1.0, 0.0), 1 << plan)
        board.chances[COMMIT] = wish * _control_at_end(w, p, board, plan, case, weight) - rest - p.commitment_cost
        board.chances[COMMIT] -= _losses(w, p, board, k, plan, case, weight, LOSS_CHALLENGER)
        count = COMMIT + 1
    return _answer(w, p, turn, k, CHALLENGER, ASKED_BATTLE, count)


@kernel
def _ask_target(w, p, turn, k: int, in_fight: bool) -> int:
    scene = _look(w, p, turn, k, TARGET)
    board, case, plan, held = turn.board[0], _case(w, p, k), w.camp_plan, w.camp_control
    resolve, weight = true_resolve(w, p, turn, k, TARGET), _weight(w, p, k, in_fight)
    stake = resolve * stake_of(p, k, scene, TARGET)
    board.chances[SETTLE] = -(stake + resolve * p.audience_target) * held
    board.chances[GO_ON] = -stake * _control_at_end(w, p, board, plan, case, weight)
    board.chances[GO_ON] -= _losses(w, p, board, k, plan, case, weight, LOSS_TARGET)
    if w.camp_recapture == 1 or p.target_crossing[k] <= 0.0 or held < 1.0 / 2.0:
        return _answer(w, p, turn, k, TARGET, ASKED_BATTLE, GO_ON + 1)
    now = _orders(w, 0.0, 0.0)
    _expect_under(w, p, turn, k, TARGET, Orders(now.challenger, now.guarantor, now.host, 1.0), 1 << plan)
    board.chances[RECAPTURE] = -stake * _control_at_end(w, p, board, plan, case, weight)
    board.chances[RECAPTURE] -= _losses(w, p, board, k, plan, case, weight, LOSS_TARGET)
    return _answer(w, p, turn, k, TARGET, ASKED_BATTLE, RECAPTURE + 1)


@kernel
def _ask_guarantor(w, p, turn, k: int, in_fight: bool) -> int:
    scene = _look(w, p, turn, k, GUARANTOR)
    board, case, plan, held = turn.board[0], _case(w, p, k), w.camp_plan, w.camp_control
    resolve = true_resolve(w, p, turn, k, GUARANTOR)
    word = p.commitment_stake if is_bound(w, p, at(turn, k, 0), k) else -p.commitment_stake
    stake = resolve * stake_of(p, k, scene, GUARANTOR)
    joined, now = _weight(w, p, k, True), _weight(w, p, k, in_fight)
    aside = resolve * abandonment_cost(p, k, scene)
    fight = -stake * _control_at_end(w, p, board, plan, case, joined)
    fight -= _losses(w, p, board, k, plan, case, joined, LOSS_GUARANTOR)
    if in_fight:
        board.chances[SETTLE] = -(stake + aside) * held
        board.chances[GO_ON] = fight
        if _may_send_more(w, GUARANTOR):
            _expect_under(w, p, turn, k, GUARANTOR, _orders(w, 0.0, 1.0), 1 << plan)
            board.chances[SEND] = -stake * _control_at_end(w, p, board, plan, case, joined) - p.commitment_cost
            board.chances[SEND] -= _losses(w, p, board, k, plan, case, joined, LOSS_GUARANTOR)
            return _answer(w, p, turn, k, GUARANTOR, ASKED_BATTLE, SEND + 1)
    else:
        board.chances[STAY_OUT] = -stake * _control_at_end(w, p, board, plan, case, now) - aside
        board.chances[JOIN] = fight + word + scene.obligation - scene.homeland - scene.help_at_home
        board.chances[JOIN] -= scene.attention
    return _answer(w, p, turn, k, GUARANTOR, ASKED_BATTLE, GO_ON + 1)


@kernel
def _ask_host(w, p, turn, k: int) -> int:
    scene = _look(w, p, turn, k, HOST)
    board, plan = turn.board[0], w.camp_plan
    resolve = true_resolve(w, p, turn, k, HOST)
    stake = resolve * stake_of(p, k, scene, HOST)
    exposed = p.host_exposure if plan == BASES_FIRST else 0.0
    struck = w.struck[p.host[k]] > 0.0
    honour = resolve * p.audience_target if struck and _has_forces(p, k) else 0.0
    kept, opened = _control_at_end(w, p, board, plan, _case(w, p, k), 1.0), _opened(w, p, board, plan)
    board.chances[KEEP] = -stake * kept - honour
    board.chances[OPEN] = CLOSED
    if w.access[k] < OPENED:
        board.chances[KEEP] -= resolve * p.alliance_cost[k]
        board.chances[OPEN] = -stake * opened - scene.bases_at_home - exposed - honour
    if not _has_forces(p, k) or w.camp_host_fire == 1 or not (struck or w.access[k] == OPENED):
        return _answer(w, p, turn, k, HOST, ASKED_HOST, OPEN + 1)
    if not _law_lets_fire(w, p, turn, k, struck):
        return _answer(w, p, turn, k, HOST, ASKED_HOST, OPEN + 1)
    now = _orders(w, 0.0, 0.0)
    _expect_under(w, p, turn, k, HOST, Orders(now.challenger, now.guarantor, 1.0, now.recapture), 1 << plan)
    case = _case(w, p, k)
    board.chances[FIRE] = -stake * _control_at_end(w, p, board, plan, case, 1.0) - scene.aid_at_home
    board.chances[FIRE] -= _losses(w, p, board, k, plan, case, 1.0, LOSS_HOST)
    return _answer(w, p, turn, k, HOST, ASKED_HOST, FIRE + 1)


@kernel
def _law_lets_fire(w, p, turn, k: int, struck: bool) -> bool:
    """Whether the ally's law lets it use force as a host: in its own defence, or because its survival is threatened.

    What is left open is settled by a draw; no table holds another host's law, which is taken to permit.
    """
    if p.host[k] != p.ally:
        return True
    stage = ARMED_ATTACK if struck else SURVIVAL_THREATENING
    answer = turn.tables.law_permit[turn.quarter, k, stage, OF_ALLY, MILITARY_RESPONSE]
    if answer in (NO, YES):
        return answer == YES
    return uniform(turn, HOST_LAW, 0) < p.open_law_permits


@kernel
def _opened(w, p, board, plan: int) -> float:
    return _control_at_end(w, p, board, plan, GRANTED, 1.0)


FIELDS = (
    Field("rung", ("contingency",), "code", 0, 5, "public",
          "Highest rung reached by the challenger this quarter; 0 none.", "code"),
    Field("conduct", ("contingency",), "index", -1, 1, "public",
          "Protector's conduct in the quarter's crisis: 1 fought, 0.5 supported, -1 abstained, 0 no crisis."),
    Field("access", ("contingency",), "code", 0, 2, "public",
          "Host's answer on its bases: 0 not asked or refused, 1 delayed, 2 granted.", "code"),
    Field("witness", ("observer",), "code", 0, 1, "hidden",
          "1 where crisis_evidence speaks, in place of the conduct that onlookers hear of.", "code"),
    Field("camp_arrival", (), "days", 0, 1000, "hidden",
          "Day on which the guarantor's release takes effect; 1000 never."),
    Field("total_supported", ("contingency",), "count", 0, 1e9, "hidden",
          "Crises in which the protector supported or fought.", "count"),
)  # fmt: skip
PARAMS = (
    Param("alliance_cost", ("contingency",), "stake", 0, 20,
          "Cost to the alliance of a guarantor that abstains or a host that refuses."),
    Param("loss_cost", ("contingency",), "stake", 0, 20, "Cost of losing all the forces that a side commits."),
    Param("escalation_cost", ("contingency",), "stake", 0, 20,
          "Further cost to the challenger of fighting the guarantor."),
    Param("audience_challenger", (), "stake", 0, 3,
          "Challenger's cost of backing down from the highest rung before its own audience."),
    Param("audience_target", (), "stake", 0, 3,
          "Target's cost of yielding to the highest rung before its own audience."),
    Param("fought_share", (), "share", 0, 1,
          "Part of the losses of a fight to the end that sides expect before terms end it."),
    Param("support_share", (), "share", 0, 1,
          "Share of the guarantor's weight in the fight that support without fighting has."),
    Param("host_exposure", (), "stake", 0, 3, "Host's cost where bases it has opened are struck."),
    Param("battle_learning", (), "days", 0.1, 180,
          "Days of fighting after which battle counts as much as the picture before it."),
    Param("battle_remaining", (), "days", 1, 365, "Days over which the losses that a picture expects are suffered."),
    Param("commitment_cost", (), "stake", 0, 3,
          "Cost of sending a further phase of one's forces: what it leaves open elsewhere."),
    Param("widening_cost", (), "stake", 0, 5, "Challenger's cost of widening a war to bases of the guarantor."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="In war each side settles, goes on, widens, joins or opens bases by values that battle has moved.",
    source=("fearon_1995", "slantchev_2003"),
    systems=("S40", "S42", "S59"),
    run=continue_fighting,
    core=True,
)
