"""What a crisis computes on: named arrays over the nodes of a game form, and what is remembered through the crisis.

Nothing here is state of the world: every field is written before it is read within one opportunity. Only `crisis.*`
touches it. Types of a side: `type` = point of resolve * LAW_POINTS + whether law permits.

over nodes      legality       whether the move into the node is FREE, BARRED or CONTESTED by law, as others must guess
                own_legality   the same, with the side's own law known
                node_kind      PLAIN: all moves free, each on a rung of its own; DEAD: below a barred one; else CAREFUL
                odds           probability of the move into the node, in the solve at hand
                value[role]    value of the node to the role, in the solve at hand
                payoff_fixed[role], payoff_resolve[role]   an ending's payoff: the part that resolve does not scale,
                               and the part that it does
                value_at[point], odds_at   value of a node to a side that moves once, at each point of its resolve; the
                               odds of its moves at the point at hand
                reach[role, other, type]   in the thought of `role`: prior x chance of the moves so far of `other`, if
                               of that type, at the node after each of its moves and at the root
                predicted[other]   reach summed over types: the ratio of one move to the one before is a prediction
                own_odds[role], own_value[role]   the role's own rule and values, kept through the crisis
the solve       resolve[role], law[role]   weight of the stake, and chance that law permits, in the solve at hand
                mean_resolve[role], mean_law[role]   the same at the mean of what the thinker believes
a fight         battles[plan, case, what]   expectations of one picture (crisis.fighting); preemption: share of its
                               missiles that the challenger would lose before they fly
a choice        chances        probabilities or values that are handed to a seat, and short sums
memory          seen_node[role]   where the role believes the game to be; has_thought[role], has_learned[role]
                opening_gain, last_gain   what the opening and the last move were worth to their movers beyond the most
                               peaceful one; rounds_before, days_elapsed; protector_acted: it has supported or fought
                precision      of choice in the picture laid out last; denied: 1 while the target's own means of
                               denial are taken away; unaided: 1 while nobody takes the guarantor to be bound (both for
                               crisis.deterrence)
                forethought    1 where the challenger has thought this opportunity through already (crisis.deterrence)
                prior[role, other, type]   what the role has learned of the others in earlier rounds

Clock: move. Units: stakes, probabilities, days. Source: none needed.
"""

from __future__ import annotations

import numpy as np

from kaname.model.world.game_form import MOST_NODES
from kaname.words.moves import PLANS, ROLES

ROLE_COUNT = len(ROLES)
RESOLVE_POINTS = 3
LAW_POINTS = 2
TYPE_COUNT = RESOLVE_POINTS * LAW_POINTS
BARRED, FREE, CONTESTED = 0, 1, 2
CAREFUL, PLAIN, DEAD = 0, 1, 2
CASES, EXPECTATIONS = 4, 5
CHOICES = 64

BOARD = np.dtype(
    [
        ("legality", np.int8, (MOST_NODES,)),
        ("own_legality", np.int8, (MOST_NODES,)),
        ("node_kind", np.int8, (MOST_NODES,)),
        ("odds", np.float64, (MOST_NODES,)),
        ("value", np.float64, (ROLE_COUNT, MOST_NODES)),
        ("payoff_fixed", np.float64, (ROLE_COUNT, MOST_NODES)),
        ("payoff_resolve", np.float64, (ROLE_COUNT, MOST_NODES)),
        ("value_at", np.float64, (RESOLVE_POINTS, MOST_NODES)),
        ("odds_at", np.float64, (MOST_NODES,)),
        ("reach", np.float64, (ROLE_COUNT, ROLE_COUNT, TYPE_COUNT, MOST_NODES)),
        ("predicted", np.float64, (ROLE_COUNT, MOST_NODES)),
        ("own_odds", np.float64, (ROLE_COUNT, MOST_NODES)),
        ("own_value", np.float64, (ROLE_COUNT, MOST_NODES)),
        ("resolve", np.float64, (ROLE_COUNT,)),
        ("law", np.float64, (ROLE_COUNT,)),
        ("mean_resolve", np.float64, (ROLE_COUNT,)),
        ("mean_law", np.float64, (ROLE_COUNT,)),
        ("battles", np.float64, (len(PLANS), CASES, EXPECTATIONS)),
        ("preemption", np.float64),
        ("chances", np.float64, (CHOICES,)),
        ("seen_node", np.int64, (ROLE_COUNT,)),
        ("has_thought", np.int8, (ROLE_COUNT,)),
        ("has_learned", np.int8, (ROLE_COUNT,)),
        ("opening_gain", np.float64),
        ("last_gain", np.float64),
        ("rounds_before", np.float64),
        ("days_elapsed", np.float64),
        ("protector_acted", np.int64),
        ("forethought", np.int64),
        ("denied", np.int64),
        ("unaided", np.int64),
        ("precision", np.float64),
        ("prior", np.float64, (ROLE_COUNT, ROLE_COUNT, TYPE_COUNT)),
    ],
    align=True,
)


def boards(count: int) -> np.recarray:
    """Return `count` boards on which nothing has been thought yet."""
    return np.zeros(count, BOARD).view(np.recarray)


def empty_board() -> np.record:
    """Return one such board."""
    board: np.record = boards(1)[0]
    return board
