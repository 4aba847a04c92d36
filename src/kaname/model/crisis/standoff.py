"""Whether what was done below a fight stands: how late the answer came, and what each side could have by fighting.

At an ending without fighting that depends on time, the challenge is in place when the answer comes (late) or not yet.
What is in place the target would have to remove by force; what is not the challenger would have to force. In both cases
the sides weigh what fighting would give them, by the challenger's best plan, and divide as Nash's solution does:
  challenger's reservation  x - cost of fighting / (resolve x appetite)      the least it would take instead of fighting
  target's reservation      x + cost of fighting / (resolve x stake)         the most it would leave instead of fighting
  middle M   = half their sum, less half of what using arms first would cost the challenger where nothing is in place
  part(M)    = mean of M + doubt, held in 0..1, with doubt logistic of scale terms_doubt
             = terms_doubt (softplus(M / terms_doubt) - softplus((M - 1) / terms_doubt))
  stands     = late part(in place) + (1 - late) part(not in place)           chance that it stands; else it is undone
x: challenger's control after a fight, with the guarantor in it as far as it would be (crisis.fighting). Costs of
fighting: losses, fighting the guarantor, missiles lost before they fly. Where nobody fights over the object, as over
networks, stands = late x network_leverage x what means alone give: few attacks on networks force anything.

In a side's picture both reservations are its own picture's, with mean resolves. In truth each side's own reservation
counts, in its own picture and at its true resolve (crisis.settling): what is not known of the other parts the sides.

Clock: move. Units: shares of what is at issue, stakes. Reads: the board after crisis.fighting. Writes: nothing.
Source: Nash 1950; Fearon 1995 and Powell 1999 (terms short of war follow what war would give, costs counted); Altman
2017 (faits accomplis stand where undoing them would take force). The logistic doubt is ours.
"""

from __future__ import annotations

from typing import NamedTuple

from kaname.core.kernel import kernel
from kaname.core.maths import exp, log
from kaname.model.crisis.fighting import (
    CONTROL,
    LOSS_CHALLENGER,
    LOSS_TARGET,
    PLAN_COUNT,
    case_of_answer,
    expect,
    weight_of_guarantor,
)
from kaname.words.declare import Param
from kaname.words.moves import ARMED_RUNG, BASES_FIRST, ESCALATE, MIDDLE_RUNG

LEAST_WISH = 1e-3
"""Below this the object is worth nothing to a side, and no cost of fighting is too small."""


class Weighed(NamedTuple):
    """What a side's fight over the object would give: both reservations, by the challenger's best plan."""

    challenger: float
    target: float


@kernel
def stands(p, form, board, k: int, n: int, late: float, wish: float, stake: float, first_use: float) -> float:
    """Return the chance, in the picture laid out on the board, that the challenge at ending `n` stands.

    late: chance that the answer comes too late; wish, stake: what the object is worth to challenger and target, resolve
    included; first_use: what using arms first would cost the challenger, whatever came of it.
    """
    weighed = weigh(p, form, board, k, n, wish, stake)
    if form.fought_plans == 0:
        return late * p.network_leverage * weighed.challenger
    return stands_between(p, weighed.challenger, weighed.target, late, unused(p, form, k, n) * first_use / floor(wish))


@kernel
def stands_between(p, challenger: float, target: float, late: float, first_use: float) -> float:
    """Return the same from two reservations; first_use: in shares of the object."""
    middle = (challenger + target) / 2.0
    in_place = part(middle, p.terms_doubt)
    return late * in_place + (1.0 - late) * part(middle - first_use / 2.0, p.terms_doubt)


@kernel
def part(middle: float, doubt: float) -> float:
    """Return the mean of `middle` plus a logistic error of scale `doubt`, held in 0..1."""
    return doubt * (softplus(middle / doubt) - softplus((middle - 1.0) / doubt))


@kernel
def softplus(x: float) -> float:
    """Return log(1 + e**x)."""
    return max(x, 0.0) + log(1.0 + exp(-abs(x)))


@kernel
def floor(wish: float) -> float:
    """Return what the object is worth to a side, never nothing."""
    return max(wish, LEAST_WISH)


@kernel
def weigh(p, form, board, k: int, n: int, wish: float, stake: float) -> Weighed:
    """Return both reservations at ending `n` in the picture laid out on the board; where nobody fights, the control."""
    weight, case = weight_of_guarantor(p, form, board, n), case_of_answer(form, n)
    if form.fought_plans == 0:
        control = expect(board, form.plan[n], case, weight, CONTROL)
        return Weighed(control, control)
    best, target = 0.0, 0.0
    any_plan = False
    for plan in range(PLAN_COUNT):
        if (form.fought_plans >> plan) & 1 == 0:
            continue
        control = expect(board, plan, case, weight, CONTROL)
        value = control - cost_to_challenger(p, board, k, plan, case, weight) / floor(wish)
        if not any_plan or value > best:
            lost = p.loss_cost[k] * p.fought_share * expect(board, plan, case, weight, LOSS_TARGET)
            best, target, any_plan = value, control + lost / floor(stake), True
    return Weighed(best, target)


@kernel
def cost_to_challenger(p, board, k: int, plan: int, case: int, weight: float) -> float:
    """Return what fighting costs the challenger: losses, the guarantor in it, missiles caught on the ground."""
    cost = p.loss_cost[k] * p.fought_share * expect(board, plan, case, weight, LOSS_CHALLENGER)
    cost += p.escalation_cost[k] * weight
    return cost if plan == BASES_FIRST else cost + p.preemption_stake * board.preemption


@kernel
def openness(p, form, k: int, n: int) -> float:
    """Return how far the challenger has openly used arms first: by its first move, or by escalating."""
    if form.height[n] >= ARMED_RUNG or form.second[n] == ESCALATE:
        return 1.0
    return p.pressure_part[k] if form.height[n] >= MIDDLE_RUNG else 0.0


@kernel
def unused(p, form, k: int, n: int) -> float:
    """Return the part of the cost of using arms first that the challenger has not borne yet."""
    return 1.0 - openness(p, form, k, n)


@kernel
def escalates_to_arms(p, form, k: int, n: int) -> bool:
    """Whether the challenger has escalated on the way to the node, which is to arms but in attacks on networks."""
    return form.second[n] == ESCALATE and p.cyber_case[k] == 0.0


PARAMS = (
    Param("terms_doubt", (), "share", 0.02, 2,
          "Spread (logistic scale) of what sides do not know of one another's costs of fighting, over the object."),
    Param("network_leverage", (), "share", 0, 1,
          "Part of control over networks that becomes something yielded, where an attack on them is held."),
)  # fmt: skip
