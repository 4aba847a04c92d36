"""What every ending is worth to every side, in one side's picture: stakes, honour, costs of fighting, politics at home.

Payoff of role r at an ending = fixed + resolve[r] x scaled, with x the challenger's expected share of the object there:
  challenger  scaled appetite x - audience if it backs down
              fixed  temptation + grievance - a deal broken - ring of neighbours - caution before open law -
              aggression_cost once it used arms
                     first (pressure carries a part); fought: - loss_cost x fought_share x its losses - escalation_cost
                     x guarantor's weight - missiles it would lose to counterstrike, unless it has struck bases first
  target      scaled -stake x - audience if it yields
              fixed  - use of force at home - restraint by open law - loss_cost x fought_share x its losses
                     - exposure to missile coercion where it does not yield
  guarantor   scaled -(stake + coverage) x - what standing aside costs: alliance, audience by clarity of the promise,
                     reputation, a trigger that was met; words count half below arms, support in part under arms
                     + a tripwire of its own forces within reach
              fixed  - what helping costs (homeland risk, home politics, attention; support bears a part; beyond the
                     ally's territory its role and means take over a part) - its losses
                     + obligation by the switch of the guarantee (half of it for support); + commitment_stake if it
                     fights, which only a guarantor that holds itself bound can (crisis.thinking)
              audience too for a claim that it has backed in public (the ally's own land)
  host        scaled -stake x - alliance if it refuses (half if it delays)
              fixed  - home politics if it grants - exposure if its bases are struck
  supporter   scaled -stake x - alliance x the part it has taken on if it stands aside
              fixed  - home politics if it escorts (support_burden of it if it assists)
Hidden acts: an answer that is dear without proof costs misattribution_cost x doubt; the challenger bears the costs of
open aggression, of neighbours included, in so far as it is found out.
Resolve weighs what is at stake, honour included, against costs. Where the ending depends on whether the response came
in time, payoffs are mixed with this side's chance of that. x: 0 status quo; gain by rung at a concession, half of it at
a settlement; 1 at a fait accompli; control after fighting. Police presence, the guarantor's support and a
supporter's presence (half of it if it only assists) keep part of a gain below war from being made.

Clock: move. Units: stakes. Reads: scene, surrogate. Writes: payoff_fixed, payoff_resolve.
Source: Fearon 1994, 1995; Snyder 1984; Zagare and Kilgour 2000 for the shape of extended deterrence.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.model.crisis.fighting import (
    CONTROL,
    LOSS_GUARANTOR,
    LOSS_TARGET,
    case_of_answer,
    expect,
    weight_of_guarantor,
)
from kaname.model.crisis.scene import Scene
from kaname.model.crisis.standoff import cost_to_challenger, openness, stands
from kaname.model.world.game_form import FIGHTING, NOT_MADE
from kaname.words.axes import END_CONCESSION, END_FAIT_ACCOMPLI, END_SETTLEMENT
from kaname.words.declare import Param
from kaname.words.moves import (
    ACQUIESCE,
    ARMED_RUNG,
    ASSIST,
    CHALLENGER,
    DELAY,
    ESCORT,
    FIGHT,
    GRANT,
    GUARANTOR,
    HOST,
    MIDDLE_RUNG,
    MILITARY,
    NOTHING,
    POLICE,
    REFUSE,
    SPEAK,
    STAND_ASIDE,
    STOP,
    SUPPORT,
    TARGET,
    TOP_RUNG,
)


@kernel
def fill_payoffs(p, form, board, k: int, scene: Scene) -> None:
    """Write both parts of every ending's payoff for every role that is asked, in the picture of `scene` and battles."""
    _expect_shares(p, form, board, k, scene)
    _pay_challenger(p, form, board, k, scene)
    _pay_target(p, form, board, k, scene)
    _pay_guarantor(p, form, board, k, scene)
    if form.roles > HOST:
        _pay_third(p, form, board, k, scene)


@kernel
def _expect_shares(p, form, board, k: int, scene: Scene) -> None:
    """Write the challenger's expected share at every ending to `odds`, and the chance of a fight there to `value[0]`.

    Both are room to compute in until the first solve. Where the ending depends on time, both endings are mixed with
    this side's chance of it.
    """
    police, aid = (0.0 if board.denied == 1 else scene.police), scene.aid
    wish = board.mean_resolve[CHALLENGER] * scene.appetite
    stake = board.mean_resolve[TARGET] * stake_of(p, k, scene, TARGET)
    first_use = (scene.blamed if form.hidden == 1 else 1.0) * p.aggression_cost[k]
    for n in range(form.nodes):
        if form.children[n] > 0:
            continue
        late, in_time = form.late[n], form.in_time[n]
        chance = 1.0
        if late != in_time:
            chance = scene.late
            if late != FIGHTING and in_time != FIGHTING:
                chance = stands(p, form, board, k, n, chance, wish, stake, first_use)
        fought = (chance if late == FIGHTING else 0.0) + (1.0 - chance if in_time == FIGHTING else 0.0)
        share = 0.0
        if late != FIGHTING:
            share += chance * gain(p, form, k, n, late, police, aid)
        if chance < 1.0 and in_time != FIGHTING:
            share += (1.0 - chance) * gain(p, form, k, n, in_time, police, aid)
        if fought > 0.0:
            share += fought * _in_fight(p, form, board, n, CONTROL)
        board.odds[n] = share
        board.value[0, n] = fought


@kernel
def _in_fight(p, form, board, n: int, measure: int) -> float:
    """An expectation of the fight at a terminal."""
    return expect(board, form.plan[n], case_of_answer(form, n), weight_of_guarantor(p, form, board, n), measure)


@kernel
def _pay_challenger(p, form, board, k: int, scene: Scene) -> None:
    acted = p.temptation[k] + p.temptation_common - p.caution_open_law * scene.open_law
    acted += scene.grievance - scene.bound
    blamed = scene.blamed if form.hidden == 1 else 1.0
    alone, enforced = scene.ring_alone, scene.ring_enforced
    for n in range(form.nodes):
        if form.children[n] > 0:
            continue
        height, fought, fixed = form.height[n] / TOP_RUNG, board.value[0, n], 0.0
        if form.challenge[n] != NOTHING:
            ring = height * (alone + enforced if form.guarantee[n] >= SPEAK else alone)
            fixed = acted - blamed * (ring + p.aggression_cost[k] * openness(p, form, k, n))
        if fought > 0.0:
            weight, case = weight_of_guarantor(p, form, board, n), case_of_answer(form, n)
            fixed -= fought * cost_to_challenger(p, board, k, form.plan[n], case, weight)
        board.payoff_fixed[CHALLENGER, n] = fixed
        backed_down = p.audience_challenger * height if form.second[n] == STOP else 0.0
        board.payoff_resolve[CHALLENGER, n] = scene.appetite * board.odds[n] - backed_down


@kernel
def _pay_target(p, form, board, k: int, scene: Scene) -> None:
    cost, stake = p.loss_cost[k] * p.fought_share, stake_of(p, k, scene, TARGET)
    doubt = p.misattribution_cost * scene.doubt_target
    at_home, restraint = scene.force_at_home, p.restraint_open_law * scene.own_open_law
    for n in range(form.nodes):
        if form.children[n] > 0:
            continue
        height, fought = form.height[n] / TOP_RUNG, board.value[0, n]
        fixed = -doubt if _on_doubtful_proof(form, n, TARGET) else 0.0
        if form.response[n] == MILITARY:
            fixed -= height * at_home + restraint
        if form.challenge[n] != NOTHING and form.response[n] != ACQUIESCE:
            fixed -= height * scene.exposed
        if fought > 0.0:
            fixed -= fought * cost * _in_fight(p, form, board, n, LOSS_TARGET)
        board.payoff_fixed[TARGET, n] = fixed
        yielded = p.audience_target * height if form.response[n] == ACQUIESCE else 0.0
        board.payoff_resolve[TARGET, n] = -stake * board.odds[n] - yielded


@kernel
def _pay_guarantor(p, form, board, k: int, scene: Scene) -> None:
    cost, stake = p.loss_cost[k] * p.fought_share, stake_of(p, k, scene, GUARANTOR)
    burden, aside = scene.homeland + scene.help_at_home + scene.attention, abandonment_cost(p, k, scene)
    if p.target[k] != p.ally:
        burden *= 1.0 - p.role_relief * scene.part * scene.aid
    doubt, trigger = p.misattribution_cost * scene.doubt_guarantor, p.trigger_cost * scene.trigger
    for n in range(form.nodes):
        if form.children[n] > 0:
            continue
        height, fought, fixed = form.height[n] / TOP_RUNG, board.value[0, n], 0.0
        if form.guarantee[n] == FIGHT:
            fixed = p.commitment_stake + scene.obligation - burden
        elif form.guarantee[n] == SUPPORT:
            fixed = scene.obligation / 2.0 - p.support_burden * height * burden
        elif _on_doubtful_proof(form, n, GUARANTOR):
            fixed = -doubt
        if fought > 0.0:
            fixed -= fought * cost * _in_fight(p, form, board, n, LOSS_GUARANTOR)
            if form.joins[n] == 1:
                fixed -= fought * board.mean_law[GUARANTOR] * burden
        board.payoff_fixed[GUARANTOR, n] = fixed
        board.payoff_resolve[GUARANTOR, n] = -stake * board.odds[n] - _standing_aside(
            p, form, n, height * aside, trigger
        )


@kernel
def _pay_third(p, form, board, k: int, scene: Scene) -> None:
    """A host that is asked for its bases, or a supporter that is asked for help."""
    stake, bases, aid_cost = stake_of(p, k, scene, HOST), scene.bases_at_home, scene.aid_at_home
    missed = p.alliance_cost[k] * scene.part
    for n in range(form.nodes):
        if form.children[n] > 0:
            continue
        height = form.height[n] / TOP_RUNG
        fixed = -_help_at_home(p, form, n, bases, height * aid_cost)
        if form.bases[n] > 0 and form.answer[n] > REFUSE:
            fixed -= board.value[0, n] * p.host_exposure
        board.payoff_fixed[HOST, n] = fixed
        refused = missed * height if form.backing[n] == STAND_ASIDE else 0.0
        if form.answer[n] == REFUSE:
            refused = p.alliance_cost[k]
        elif form.answer[n] == DELAY:
            refused = p.alliance_cost[k] / 2.0
        board.payoff_resolve[HOST, n] = -stake * board.odds[n] - refused


@kernel
def _help_at_home(p, form, n: int, bases: float, escort: float) -> float:
    """Cost in home politics of a host that opens its bases, or of a supporter that helps."""
    if form.backing[n] == ESCORT:
        return escort
    if form.backing[n] == ASSIST:
        return p.support_burden * escort
    if form.answer[n] == GRANT:
        return bases
    return bases / 2.0 if form.answer[n] == DELAY else 0.0


@kernel
def _on_doubtful_proof(form, n: int, role: int) -> bool:
    """Whether the role answered a hidden act by a move that is dear without proof (a bit for each role)."""
    return (form.doubted[n] >> role) & 1 == 1


@kernel
def _standing_aside(p, form, n: int, cost: float, trigger: float) -> float:
    """What the guarantor's move costs it before partners and audiences; cost: of abstaining, less a trigger met."""
    move = form.guarantee[n]
    if move in (NOT_MADE, FIGHT):
        return 0.0
    armed = form.height[n] >= ARMED_RUNG and form.response[n] == MILITARY
    share = 1.0
    if move == SUPPORT:
        share = 1.0 - p.support_credit if armed else 0.0
    elif move == SPEAK and not armed:
        share = 1.0 / 2.0
    return share * (cost + trigger if armed else cost)


@kernel
def abandonment_cost(p, k: int, scene: Scene) -> float:
    """What standing aside from the highest rung costs the guarantor: alliance, audiences, name."""
    audience = p.audience_guarantor * scene.promise + p.audience_sovereignty * scene.claim
    return p.alliance_cost[k] + audience + scene.reputation + scene.tripwire


@kernel
def gain(p, form, k: int, n: int, ending: int, police: float, aid: float) -> float:
    """The challenger's share of the object at an ending without fighting."""
    if ending == END_FAIT_ACCOMPLI:
        share = 1.0
    elif ending == END_CONCESSION:
        share = gain_of_rung(p, k, form.height[n])
    elif ending == END_SETTLEMENT:
        share = gain_of_rung(p, k, form.height[n]) / 2.0
    else:
        return 0.0
    if form.response[n] == POLICE:
        share *= 1.0 - police
    if form.guarantee[n] == SUPPORT:
        share *= 1.0 - p.support_share
    if form.backing[n] >= ASSIST:
        share *= 1.0 - p.presence_effect * aid * (1.0 if form.backing[n] == ESCORT else 1.0 / 2.0)
    return share


@kernel
def gain_of_rung(p, k: int, rung: int) -> float:
    """The part of the object that is at issue when the first move stands on this rung."""
    if rung >= ARMED_RUNG:
        return 1.0
    return p.gain_middle[k] if rung >= MIDDLE_RUNG else p.gain_low[k]


@kernel
def stake_of(p, k: int, scene: Scene, role: int) -> float:
    """The stake of target, guarantor, and host or supporter, relative to the challenger's."""
    if role == TARGET:
        return p.stake[k, p.target[k]]
    if role == GUARANTOR:
        return p.stake[k, p.guarantor[k]] + scene.coverage
    return p.stake[k, p.host[k]] if p.host[k] >= 0 else p.stake[k, p.ally]


PARAMS = (
    Param("temptation", ("contingency",), "stake", -2, 2,
          "What the challenger gains from having acted, whatever comes of it; sign free."),
    Param("temptation_common", (), "stake", -2, 2, "The same in every contingency, added to it; sign free."),
    Param("aggression_cost", ("contingency",), "stake", 0, 20,
          "Challenger's cost in trade and standing of using arms first, whatever comes of it."),
    Param("pressure_part", ("contingency",), "share", 0, 1, "Part of that cost that pressure short of arms carries."),
    Param("commitment_stake", (), "stake", 0, 10,
          "Worth of fighting to a guarantor that holds itself bound; one that does not never fights."),
    Param("audience_guarantor", (), "stake", 0, 3, "Guarantor's cost of standing aside after a wholly clear promise."),
    Param("trigger_cost", (), "stake", 0, 3, "Further cost of standing aside where an agreed trigger was met."),
    Param("support_credit", (), "share", 0, 1,
          "How far support without fighting counts as standing by an ally under arms."),
    Param("support_burden", (), "share", 0, 1, "Share of the guarantor's costs of fighting that support carries."),
    Param("preemption_stake", (), "stake", 0, 3,
          "Cost to the challenger of losing all its missiles to a first day of counterstrike."),
    Param("caution_open_law", (), "stake", -1, 1,
          "Cost that an open question of law lays on the challenger; sign free."),
    Param("restraint_open_law", (), "stake", -1, 1,
          "Cost that an open question of law lays on the ally's use of force; sign free."),
    Param("audience_sovereignty", (), "stake", 0, 3,
          "Guarantor's further cost of standing aside where it has wholly backed the ally's claim in public."),
    Param("misattribution_cost", (), "stake", 0, 2, "Cost of naming a culprit without any proof."),
    Param("presence_effect", (), "share", 0, 1,
          "How far a supporter's escort with full means keeps a challenge below war from gaining."),
)  # fmt: skip
