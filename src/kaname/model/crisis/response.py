"""One round of a crisis: the challenger uses an opportunity or not, the others answer, each in its own picture.

The movers' own rules and true types decide (D5). A side that has thought keeps its rule for the round; each keeps its
own perceived history, since moves on neighbouring rungs can be misread; endings and fighting never are. At an ending
that depends on time, the challenge is an accomplished fact with chance 1 - e**(-days / completion_days), days being
those that the decision takes this quarter. Fighting begins by the challenger's plan; the guarantor's release takes
those days, and more where the host delays or refuses. A war is a tremble war if the challenger's own picture valued its
opening below waiting, or the last mover's picture its last move below its most peaceful one.

Clock: move (four or five a round). Units: probabilities, stakes, days. Answers the ending, -1 when fighting begins, 0
when no opportunity arose. Draws: types, law, moves, misreading, lateness, by name and place.
Source: this project's definition, D1-D6; McKelvey and Palfrey 1998; Bennett 1977; Snyder 1984; Fearon 1994.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.slots import SLOT
from kaname.model.crisis.board import (
    BARRED,
    CHOICE,
    LAST_AT,
    OPENING_AT,
    OWN_GATE,
    OWN_ODDS,
    OWN_VALUE,
    SEEN_AT,
    THOUGHT_AT,
)
from kaname.model.crisis.ladder import (
    ABSTAIN,
    ANSWER,
    ARMED_RUNG,
    CHALLENGE,
    CHILDREN,
    DELAY,
    ESCALATE,
    FIGHT,
    FIGHTING,
    FIRST,
    GRANT,
    GUARANTEE,
    GUARANTOR,
    HEIGHT,
    HOST,
    IN_TIME,
    LATE,
    LAW,
    MOVE,
    NEVER,
    NODES,
    NOT_MADE,
    NOTHING,
    OWNER,
    PARENT,
    PLAN,
    PLIES,
    PLY,
    REFUSE,
    SECOND,
    SUPPORT,
)
from kaname.model.crisis.nature import misread_chance, open_gates, perceived, roles_in, true_point
from kaname.model.crisis.scene import too_late
from kaname.model.crisis.thinking import actor_in, think
from kaname.model.world.axes import END_NONE
from kaname.model.world.events import KIND, chain, note
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.seats import QUESTION, choose_by_chance
from kaname.model.world.turn import at, uniform

SLOT_MOVE, SLOT_LATE = SLOT["crisis_move"], SLOT["crisis_late"]
CHALLENGED, LET_PASS, BARRED_BY_LAW, MISREAD = KIND["challenge"], KIND["no_challenge"], KIND["barred"], KIND["misread"]
RESPONDED, GUARANTEED, ANSWERED, ENDED = KIND["response"], KIND["guarantor"], KIND["host"], KIND["ending"]
ASKED_MOVE, ASKED_HOST = QUESTION["crisis_move"], QUESTION["host_access"]
ROLE_STRIDE = 8
KIND_OF_PLY = (CHALLENGED, RESPONDED, GUARANTEED, ANSWERED, RESPONDED)


@kernel
def respond(w, p, turn, k: int) -> int:
    """Play the round in contingency k; the place of its ending, or -1 when fighting begins (see the module's text)."""
    tree = turn.tables.tree[k]
    nodes = tree[0, NODES]
    if w.opportunity[k] == 0 or nodes == 0:
        return END_NONE
    here = at(turn, k, 0)
    roles = roles_in(tree, nodes)
    open_gates(w, p, here, k, tree, nodes)
    last = _play(w, p, here, k, tree, nodes, roles)
    return _settle(w, p, here, k, tree, last)


@kernel
def _play(w, p, turn, k: int, tree, nodes: int, roles: int) -> int:
    """Move by move to a terminal node; answers that node."""
    memory = turn.scratch[CHOICE]
    for r in range(roles):
        memory[SEEN_AT + r] = 0.0
        memory[THOUGHT_AT + r] = 0.0
    memory[OPENING_AT] = 0.0
    node, ply = 0, 0
    while tree[node, CHILDREN] > 0:
        here = at(turn, k, ply)
        role = tree[node, OWNER]
        if memory[THOUGHT_AT + role] == 0.0:
            point = true_point(w, p, turn, k, role)
            think(w, p, turn.tables.surrogate, turn.scratch, k, tree, nodes, roles, role, point)
            memory[THOUGHT_AT + role] = 1.0
        move = _choose(w, p, here, k, tree, role, int(memory[SEEN_AT + role]), ply)
        node = tree[node, FIRST] + move
        for r in range(roles):
            memory[SEEN_AT + r] = _sees(w, p, here, k, tree, role, r, int(memory[SEEN_AT + r]), move)
        ply += 1
    return node


@kernel
def _choose(w, p, turn, k: int, tree, role: int, seen: int, ply: int) -> int:
    """The mover's choice at the node where it believes the game to be, as a place among the moves there."""
    scratch = turn.scratch
    first, count = tree[seen, FIRST], tree[seen, CHILDREN]
    for i in range(count):
        scratch[CHOICE, i] = scratch[OWN_ODDS + role, first + i]
        if scratch[OWN_GATE, first + i] == BARRED:
            note(
                w, turn, BARRED_BY_LAW, actor_in(p, k, role), k, tree[first + i, MOVE], tree[first + i, LAW],
                w.undetermined[k], 0.0, 0.0,
            )  # fmt: skip
    question = ASKED_HOST if role == HOST else ASKED_MOVE
    move = choose_by_chance(w, turn, actor_in(p, k, role), question, scratch[CHOICE], count, SLOT_MOVE, role)
    while move > 0 and scratch[OWN_GATE, first + move] == BARRED:
        move -= 1
    _explain(w, p, turn, k, tree, role, seen, move, ply)
    return move


@kernel
def _explain(w, p, turn, k: int, tree, role: int, seen: int, move: int, ply: int) -> None:
    """Note the values that decided, and how the move compares with the most peaceful one in the mover's picture."""
    scratch = turn.scratch
    first, count = tree[seen, FIRST], tree[seen, CHILDREN]
    value = scratch[OWN_VALUE + role, first + move]
    peaceful = scratch[OWN_VALUE + role, first]
    best, found = 0.0, False
    for i in range(count):
        if i != move and scratch[OWN_GATE, first + i] != BARRED:
            best = max(best, scratch[OWN_VALUE + role, first + i]) if found else scratch[OWN_VALUE + role, first + i]
            found = True
    scratch[CHOICE, LAST_AT] = value - peaceful
    actor, chance, code = actor_in(p, k, role), scratch[CHOICE, move], tree[first + move, MOVE]
    if ply == 0:
        scratch[CHOICE, OPENING_AT] = value - peaceful
        belief = w.belief[actor, k]
        if code == NOTHING:
            note(w, turn, LET_PASS, actor, k, code, peaceful, best, chance, belief)
        else:
            note(w, turn, CHALLENGED, actor, k, code, peaceful, value, chance, belief)
    elif role == GUARANTOR:
        note(w, turn, GUARANTEED, actor, k, code, chance, value, best, w.decision_days[k])
    elif role == HOST:
        note(w, turn, ANSWERED, actor, k, code, chance, value, best, w.decision_days[k])
    else:
        note(w, turn, RESPONDED, actor, k, code, chance, value, best, w.decision_days[k])


@kernel
def _sees(w, p, turn, k: int, tree, mover: int, onlooker: int, believed: int, move: int) -> int:
    """The node at which the onlooker believes the game to be after the move."""
    reached = tree[believed, FIRST] + move
    if onlooker == mover:
        return reached
    chance = misread_chance(w, p, k, mover, onlooker)
    seen = perceived(turn, tree, reached, chance, mover * ROLE_STRIDE + onlooker)
    if seen != reached:
        actor = actor_in(p, k, onlooker)
        note(w, turn, MISREAD, actor, k, tree[reached, MOVE], tree[seen, MOVE], chance, 0.0, 0.0)
    return seen


@kernel
def _settle(w, p, turn, k: int, tree, node: int) -> int:
    """Write what happened; the ending, or -1 with the campaign's first orders when fighting begins."""
    if tree[node, CHALLENGE] == NOTHING:
        return tree[node, LATE]
    w.rung[k] = _highest_rung(p, tree, k, node)
    w.total_challenges[k] += 1
    _write_conduct(w, p, k, tree, node)
    if w.rung[k] >= ARMED_RUNG:
        _keep_chain(w, turn, k, tree, node)
    ending = tree[node, LATE]
    if ending != tree[node, IN_TIME]:
        late = too_late(p, k, w.decision_days[k])
        ending = tree[node, LATE] if uniform(turn, SLOT_LATE, 0) < late else tree[node, IN_TIME]
    if ending == FIGHTING:
        _order_campaign(w, p, turn, k, tree, node)
    else:
        note(w, turn, ENDED, p.challenger[k], k, ending, w.decision_days[k], 0.0, 0.0, 0.0)
    return ending


@kernel
def _highest_rung(p, tree, k: int, node: int) -> int:
    """The challenger's highest rung: of its first move, or of arms where it escalated (attacks on networks apart)."""
    if tree[node, SECOND] == ESCALATE and p.cyber_case[k] == 0.0:
        return max(tree[node, HEIGHT], ARMED_RUNG)
    return tree[node, HEIGHT]


@kernel
def _write_conduct(w, p, k: int, tree, node: int) -> None:
    answer, move = tree[node, ANSWER], tree[node, GUARANTEE]
    w.access[k] = answer if answer > REFUSE else 0
    if answer == NOT_MADE and move == FIGHT:
        w.access[k] = GRANT
    if move >= SUPPORT:
        w.total_supported[k] += 1
    if p.guarantor[k] != p.protector:
        return
    if move == FIGHT:
        w.conduct[k] = 1.0
    elif move == SUPPORT:
        w.conduct[k] = 1.0 / 2.0
    elif move == ABSTAIN:
        w.conduct[k] = -1.0


@kernel
def _keep_chain(w, turn, k: int, tree, node: int) -> None:
    """The moves of a crisis in arms, role by role, among the events that a row keeps."""
    step = node
    for ply in range(len(PLIES) - 1, -1, -1):
        turn.scratch[CHOICE, ply] = -1.0
    while step > 0:
        turn.scratch[CHOICE, tree[step, PLY]] = float(tree[step, MOVE])
        step = tree[step, PARENT]
    for ply in range(len(PLIES)):
        if turn.scratch[CHOICE, ply] >= 0.0:
            chain(w, turn, KIND_OF_PLY[ply], k, int(turn.scratch[CHOICE, ply]))


@kernel
def _order_campaign(w, p, turn, k: int, tree, node: int) -> None:
    """The challenger's plan, the day of the guarantor's release, and whether a mover's own picture was against it."""
    w.camp_plan = tree[node, PLAN]
    w.camp_arrival = NEVER
    if tree[node, GUARANTEE] == FIGHT:
        extra = 0.0
        if tree[node, ANSWER] == DELAY:
            extra = p.answer_delay
        elif tree[node, ANSWER] == REFUSE:
            extra = 2.0 * p.answer_delay
        w.camp_arrival = min(w.decision_days[k] + extra, NEVER - 1.0)
    if turn.scratch[CHOICE, OPENING_AT] < 0.0 or turn.scratch[CHOICE, LAST_AT] < 0.0:
        w.tremble += 1


MECHANISM = Mechanism(
    name="crisis.response",
    sentence="Each government answers a challenge by its own picture of the others, of law, of time and of a fight.",
    source=("mckelvey_palfrey_1998", "bennett_1977", "signorino_1999", "fearon_1994", "fearon_1995", "snyder_1984"),
    systems=("S05", "S09", "S11", "S14", "S38", "S39", "S40", "S45", "S46", "S49", "S54", "S55", "S57", "S59"),
    reads=(
        "administration", "attention", "base_access", "base_opposition", "belief", "chain_length", "channels",
        "covered", "decision_days", "framework_depth", "habit", "homeland_risk", "lever.clarity",
        "lever.counterstrike", "lever.doctrine", "lever.triggers", "missiles", "opportunity", "permit",
        "picture_capability", "picture_delay", "picture_law", "picture_resolve", "presence", "promised",
        "readiness", "rung", "stock", "support_alliance", "support_force", "total_challenges",
        "total_supported", "tremble", "type_belief", "undetermined", "window",
    ),
    writes=(
        "access", "camp_arrival", "camp_plan", "chain_code", "chain_length", "chain_quarter", "conduct", "rung",
        "total_challenges", "total_supported", "tremble",
    ),
    params=(
        "aggression_cost", "alliance_cost", "ally", "answer_delay", "attention_cost", "audience_challenger",
        "audience_guarantor", "audience_target", "blockade_case", "caution_open_law", "challenger",
        "choice_precision", "coercion_leakers", "commit_share", "completion_days", "counter_bases",
        "counter_find", "counter_tempo", "coverage_stake", "crossing", "cyber_case", "dispositional_share",
        "dispositional_share_believed", "doctrine_other", "domestic_cost", "escalation_cost", "fighting_weight",
        "forward_share", "fought_share", "front_weight", "gain_low", "gain_middle", "garrison_share",
        "guarantor", "help_homeland", "hold_strength", "homeland_case", "host", "host_exposure",
        "interest_share", "launcher_missiles", "loss_cost", "misread_chance", "misread_exchange",
        "missile_case", "missile_reliability", "nest_precision", "open_law_permits", "police_effect",
        "preemption_stake", "pressure_part", "proliferator", "protector", "reputation_stake", "resolve_high",
        "resolve_low", "restraint_open_law", "ring_alone", "ring_enforced", "stake", "support_burden",
        "support_credit", "support_share", "target", "temptation", "temptation_common", "trigger_cost",
        "type_resolve", "window_cost",
    ),
    slots=("resolve_type", "law_type", "crisis_move", "misread", "crisis_late"),
    tables=("tree", "surrogate"),
    events=("challenge", "no_challenge", "response", "guarantor", "host", "ending", "barred", "misread"),
    run=respond,
    core=True,
)  # fmt: skip
