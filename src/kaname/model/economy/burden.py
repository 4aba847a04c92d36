"""Each state spends the share of output that threat, doubt and debt make it want; allies' forces may replace its own.

    wish n[a] = normal share[a] exp(threat (strongest threat - normal) + roles)
    roles: ally: ideology, the protector's unmet expectation, what it turned to
           protector: type of leadership, the ally's share
           rival and proliferator: reaction x log(alliance's spending / the rival's, over normal)
           all but rival and proliferator: answer (imbalance - normal)
           all: - debt max(0, debt - limit)
    imbalance[a] = log sum over j of enmity[a, j] seen value of j's forces
                   - log(own forces + spill x membership x belief x the protector's (protector: trust x its members'))
    spill-in s[a] = spill x membership x belief x spending of the protector / own GDP   (protector: of the members)
    exploitation     share = best response to s with taste (n + s0) / (1 + s0)          s0: spill-in at normal belief
    joint products   share = n exp(complement (s / s0 - 1)), sign of the complement free
    cost = yearly cost of the side's levers in force + its payments under a deal
    normal share: moves with what the state has announced (economy.announced)
    goal = share; under the lever, the share with the lever in the normal share's place, less the debt squeeze
    share' = (share + speed (goal + cost / gdp - share)) exp(spread[a] normal - spread[a]**2 / 2)
    spending = max(0, share gdp + levelled)

Both theories start at the normal share and part from there: which holds is a switch to sample. In exploitation a
doubted guarantor raises the ally's share; in joint products it may raise or lower it. Adjustment is slow and freezes
in election windows (S09). The imbalance is Richardson's other half: a rival's build-up asks for more, a guarantee
that is believed in counts as forces and asks for less, and abandonment takes them away (Snyder's dilemma), in either
theory; by how much is open, and may be nothing. The lever `defence_share` is a goal already adopted: it takes the
normal share's place, so that threat and doubt still move spending around it, and what it adds is cut by the squeeze
of debt: an unaffordable goal is not reached (S32). Luck moves the share itself and is worn off at the pace of budgets:
in logs the share corrects its error towards the goal, with a pace and a spread fitted to the panel of states
(study.pace). Autonomous arming multiplies the wish. Adversaries answer by
`reaction`. What a bargain costs comes on top of what the state wants to spend on forces, and not out of it: the wish
answers threat and doubt, which an outlay on works, posts or payments does not lessen, and the price list counts what
is spent beyond procurement. The budget grows to it at the speed of budgets; the cost is owed at once, so that until
then it is taken from what would have bought forces (forces.buildup). It is in the share, in debt and in spending
alike: one money. `levelled` brings bargains to equal cost (study.equal_cost) and is 0 as proposed: it is spent as the
rest of the budget is, and no wish answers it.

Clock: quarter. Units: shares of GDP; bn USD 2023 per year. Source: olson_zeckhauser_1966, sandler_hartley_2001,
richardson_1960, heginbotham2018. Systems: S31, S32, S30, S09.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip, exp, log, ratio
from kaname.core.slots import SLOT
from kaname.model.economy.announced import settled_share
from kaname.model.economy.debt import squeeze
from kaname.model.economy.public_good import best_response
from kaname.model.world.imbalance import imbalance, stake_weighted_belief
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn, normal
from kaname.words.axes import ALLY_SIDE, NATIONALIST, PACIFIST, PROTECTOR_SIDE
from kaname.words.declare import Field, Param
from kaname.words.fields import BY_NAME as FIELD
from kaname.words.levers import IN_FORCE, LEVER

DEFENCE_SHARE = LEVER["defence_share"]
SHOCK = SLOT["burden_shock"]
EXPLOITATION, JOINT_PRODUCTS = 0, 1
ACCOMMODATION, AUTONOMY, NUCLEAR = 2, 3, 4
LARGEST_SHARE, LARGEST_SPENDING = FIELD["defence_share"].high, FIELD["spending"].high
LARGEST_SPILL = 2.0
WIDEST_PRESSURE = 2.0


@kernel
def burden(w, p, turn: Turn) -> None:
    """Move every actor's military share and spending by one quarter; all goals are formed before any share moves."""
    goals = turn.scratch[0]
    for a in range(w.gdp.shape[0]):
        w.bargain_cost[a] = cost_of_bargain(w, p, a)
        goals[a] = goal(w, p, turn, a) + w.bargain_cost[a] / w.gdp[a]
    for a in range(w.gdp.shape[0]):
        speed = p.burden_speed * (1.0 - p.burden_freeze * frozen(w, p, a))
        spread = p.burden_spread[a]
        luck = exp(spread * normal(turn, SHOCK, a) - spread * spread / 2.0)
        w.defence_share[a] = clip(approach(w.defence_share[a], goals[a], speed) * luck, 0.0, LARGEST_SHARE)
        spending = w.defence_share[a] * w.gdp[a] + p.levelled_spending[a]
        w.spending[a] = clip(spending, 0.0, LARGEST_SPENDING)


@kernel
def goal(w, p, turn: Turn, a: int) -> float:
    """The share that the actor moves towards: what it wants, or what its adopted goal makes of that within its debt."""
    unconstrained = demand(w, p, a, settled_share(p, turn.quarter, a))
    goal_of_bargain = w.lever[DEFENCE_SHARE]
    if a != p.ally or goal_of_bargain == 0.0:
        return unconstrained
    with_goal = demand(w, p, a, goal_of_bargain)
    if with_goal <= unconstrained:
        return with_goal
    held = squeeze(w.debt[a], p.debt_limit[a], p.debt_width)
    return unconstrained + (with_goal - unconstrained) * (1.0 - p.burden_debt_bind * held)


@kernel
def cost_of_bargain(w, p, a: int) -> float:
    """Yearly cost to the actor of levers in force and of payments under a deal, bn USD; below 0 where it saves."""
    cost = 0.0
    if a == p.protector:
        cost += w.deal_payment[PROTECTOR_SIDE] + of_levers(w, p.lever_cost_protector)
    if a == p.ally:
        cost += w.deal_payment[ALLY_SIDE] + of_levers(w, p.lever_cost_ally)
    return cost


@kernel
def of_levers(w, prices) -> float:
    """What the levers in force cost a year at one side's prices."""
    cost = 0.0
    for number in range(w.lever_state.shape[0]):
        if w.lever_state[number] == IN_FORCE:
            cost += prices[number]
    return cost


@kernel
def demand(w, p, a: int, settled: float) -> float:
    """Desired share of GDP, where `settled` is the share under normal conditions, in the theory that holds here."""
    wish = settled * exp(pressure(w, p, a))
    here = spill_in(w, p, a)
    usual = p.burden_spill * p.burden_member[a] * p.burden_normal_belief * p.burden_normal_spill[a]
    if p.burden_theory == EXPLOITATION:
        taste = clip((wish + usual) / (1.0 + usual), 0.0, 1.0)
        return best_response(1.0, here, taste)
    complement = min(ratio(here, usual, 1.0), LARGEST_SPILL) - 1.0
    return wish * exp(p.burden_joint * complement)


@kernel
def pressure(w, p, a: int) -> float:
    """Logarithm of the wished share over the normal one: threat, debt, and what the actor's role adds."""
    force = p.burden_threat * (strongest_threat(w, a) - p.burden_normal_threat[a])
    force -= p.burden_debt * max(0.0, w.debt[a] - p.debt_limit[a])
    if a != p.rival and a != p.proliferator:
        force += p.burden_answer * (imbalance(w, p, a) - p.burden_normal_imbalance[a])
    if a == p.ally:
        force += of_the_ally(w, p)
    elif a == p.protector:
        force += log(p.burden_by_type[w.administration])
        force += p.burden_reciprocity * (log(w.defence_share[p.ally]) - log(p.burden_normal[p.ally]))
    elif a == p.rival or a == p.proliferator:
        force += p.reaction * p.burden_reaction * (arms_ratio(w, p) - p.burden_normal_ratio)
    return clip(force, -WIDEST_PRESSURE, WIDEST_PRESSURE)


@kernel
def of_the_ally(w, p) -> float:
    """What ideology, the protector's unmet expectation and a turn from the guarantee add to the ally's wish."""
    hawks = w.government_ideology[NATIONALIST] - w.government_ideology[PACIFIST]
    force = p.burden_ideology * (hawks - p.burden_normal_hawks)
    force += p.burden_expectation * (w.unmet[PROTECTOR_SIDE] - p.unmet_normal)
    if w.hedge == AUTONOMY:
        force += log(p.burden_autonomy)
    elif w.hedge == NUCLEAR:
        force += log(p.burden_nuclear)
    elif w.hedge == ACCOMMODATION:
        force += log(p.burden_accommodation)
    return force


@kernel
def arms_ratio(w, p) -> float:
    """Logarithm of the alliance's spending (protector, ally, partner) over the rival's."""
    together = w.spending[p.protector] + w.spending[p.ally] + w.spending[p.partner]
    return log(1.0 + together) - log(1.0 + w.spending[p.rival])


@kernel
def spill_in(w, p, a: int) -> float:
    """Allied spending that the actor counts on, as a share of its own GDP."""
    if a == p.protector:
        counted = 0.0
        for b in range(w.spending.shape[0]):
            if b != a:
                counted += p.burden_member[b] * w.spending[b]
        counted *= w.trust[PROTECTOR_SIDE]
    else:
        counted = w.spending[p.protector] * stake_weighted_belief(w, p, a)
    return p.burden_spill * p.burden_member[a] * min(ratio(counted, w.gdp[a], 0.0), LARGEST_SPILL)


@kernel
def strongest_threat(w, a: int) -> float:
    """The greatest threat that the actor sees from any other."""
    most = 0.0
    for j in range(w.threat.shape[1]):
        if j != a:
            most = max(most, w.threat[a, j])
    return most


@kernel
def frozen(w, p, a: int) -> float:
    """Election window of the actor's side; 0 for actors outside the alliance."""
    if a == p.ally:
        return w.window[ALLY_SIDE]
    if a == p.protector:
        return w.window[PROTECTOR_SIDE]
    return 0.0


FIELDS = (
    Field("defence_share", ("actor",), "share", 0, 0.5, "public", "Military spending as a share of GDP."),
    Field("spending", ("actor",), "bn USD 2023 per year", 0, 1e5, "public", "Military spending."),
    Field("bargain_cost", ("actor",), "bn USD 2023 per year", -1e4, 1e5, "public",
          "Cost of levers in force and payments under a deal, within military spending; negative where levers save."),
)  # fmt: skip
PARAMS = (
    Param("burden_normal", ("actor",), "share", 0.001, 0.5,
          "Military share of GDP that the actor settles at under normal threat, spill-in and debt."),
    Param("burden_announced_rise", ("actor",), "factor", 0.2, 5,
          "Announced share of GDP over that of the same count at the start; 1: nothing announced."),
    Param("burden_announced_quarters", ("actor",), "quarters", 1, 120, "Time by which the announced share is due."),
    Param("burden_announced_kept", (), "share", 0, 1, "Part of an announced rise that comes."),
    Param("burden_threat", (), "coefficient", -2, 4,
          "Effect of the strongest threat on the wished share, logarithm per unit of the threat index."),
    Param("burden_normal_threat", ("actor",), "index", 0, 1, "Strongest threat at which the wish is the normal share."),
    Param("burden_answer", (), "elasticity", -1, 2,
          "Answer of the wish to hostile forces over own and counted-on ones; sign free, adversaries apart."),
    Param("burden_normal_imbalance", ("actor",), "log", -10, 10,
          "Logarithm of hostile over own and counted-on forces at the start."),
    Param("burden_imbalance_spill", (), "share", 0, 1,
          "Part of an ally's forces that the actor counts on, where it is sure of the ally, against hostile ones."),
    Param("burden_debt", (), "coefficient", 0, 5,
          "Cut of the wished share, logarithm per unit of debt above its limit."),
    Param("burden_ideology", (), "coefficient", -2, 3,
          "Effect of nationalists less pacifists in government on the ally's wish, logarithm."),
    Param("burden_normal_hawks", (), "signed share", -1, 1,
          "Nationalists less pacifists in government at which the wish is normal."),
    Param("burden_expectation", (), "coefficient", -2, 3,
          "Effect of the protector's unmet expectation on the ally's wish, logarithm."),
    Param("burden_autonomy", (), "factor", 1, 6, "What autonomous defence multiplies the wish by."),
    Param("burden_nuclear", (), "factor", 0.5, 6, "What a nuclear choice multiplies the wish by."),
    Param("burden_accommodation", (), "factor", 0.1, 2, "What accommodation multiplies the wish by."),
    Param("burden_by_type", ("administration",), "factor", 0.5, 2,
          "What each type of leadership multiplies the protector's wish by."),
    Param("burden_reciprocity", (), "elasticity", -1, 1, "Answer of the protector's wish to the ally's share."),
    Param("burden_reaction", (), "elasticity", -1, 2,
          "Answer of the adversaries' wish to the alliance's spending over the rival's, at full reaction."),
    Param("burden_normal_ratio", (), "log", -3, 5,
          "Logarithm of the alliance's spending over the rival's at the start."),
    Param("burden_spill", (), "share", 0, 1, "Part of allied spending that protects the actor as its own would."),
    Param("burden_member", ("actor",), "share", 0, 1, "How far the protector's forces are a public good to the actor."),
    Param("burden_normal_belief", (), "probability per crisis", 0.01, 1,
          "Belief (or trust) at which spill-in is as usual."),
    Param("burden_normal_spill", ("actor",), "ratio", 0, 2,
          "Protector's spending over the actor's GDP at the start (protector: its allies' spending over its own "
          "GDP)."),
    Param("burden_theory", (), "switch", 0, 1,
          "Theory of demand that holds: exploitation (0) or joint products (1).", "code"),
    Param("burden_joint", (), "coefficient", -2, 2,
          "Under joint products, effect of spill-in over its usual level on the wish, logarithm."),
    Param("burden_speed", (), "share per quarter", 0, 1,
          "Part of the way to the goal that the share goes in a quarter."),
    Param("burden_freeze", (), "share", 0, 1, "Part of that movement which stops in a full election window."),
    Param("burden_spread", ("actor",), "standard deviation", 0, 0.5,
          "Spread of what comes upon the share in a quarter, logarithm."),
    Param("burden_debt_bind", (), "share", 0, 1,
          "Part of an adopted goal's excess over the wish that full refusal of borrowing cuts."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Military shares follow threat, trusted allied forces, ideology and debt, slowly, and not in election "
    "windows.",
    source=("olson_zeckhauser_1966", "sandler_hartley_2001", "richardson_1960", "heginbotham2018"),
    systems=("S31", "S32", "S30", "S09"),
    run=burden,
    core=True,
)
