"""Where a crisis computes: which rows of the turn's scratch hold what, while one round is thought through.

Nothing here is state: every row is written before it is read within one call. Rows 8-55 belong to the crisis (see
world.turn); a row holds one number per node of the tree, unless said otherwise. What a side has worked out about the
others is kept behind the columns of the nodes until the round is over (`kept_row`, `kept_column`). Clock: move.
Source: none needed.
"""

from __future__ import annotations

from kaname.core.kernel import kernel

ROLE_COUNT = 4
RESOLVE_POINTS = 3
LAW_POINTS = 2
TYPE_COUNT = RESOLVE_POINTS * LAW_POINTS

GATE = 8
"""Per child: whether the move into it is free, barred, or subject to the mover's law (codes below)."""
ODDS = 9
"""Per child: probability of the move into it, in the solve at hand."""
VALUE = 10
"""Rows VALUE + role: value of the node to the role, in the solve at hand."""
FLAT = 14
"""Rows FLAT + role: the part of a terminal's payoff that resolve does not scale."""
KEEN = 18
"""Rows KEEN + role: the part that resolve scales."""
LANE, LANE_ODDS = 22, 25
"""Rows LANE + point: value of a node to a side that moves once, at each point of its resolve; the odds of its moves."""
GATE_KEPT = 26
"""Row GATE as it stands before a part of deterrence is taken away (crisis.deterrence)."""
SEEN = 40
"""Rows SEEN + role: reach (see `kept_row`) of the node after each move of the role, summed over its types, so that a
ratio of one move to the one before is a prediction."""
OWN_ODDS = 44
"""Rows OWN_ODDS + role: the role's own rule, kept through the crisis."""
OWN_VALUE = 48
"""Rows OWN_VALUE + role: what the role's own picture values each node at, kept through the crisis."""
OWN_GATE = 52
"""As GATE for the role that thinks, with its own law known."""
BATTLES = 53
"""Surrogate of the campaign in one picture: [plan, guarantor present, what] laid out flat."""
TYPES = 54
"""Resolve of each role at 0-3 and chance that its law permits at 4-7, for the solve at hand; then see below."""
CHOICE = 55
"""Probabilities handed to a seat at 0-63; then what is kept through the round, see below."""
PLAIN_AT = 256
"""In row CHOICE: PLAIN for a node at which plain logit will do (all moves free, each on a rung of its own), DEAD below
a move that is barred to all, else CAREFUL."""
CAREFUL, PLAIN, DEAD = 0.0, 1.0, 2.0

RESOLVE_AT = 0
LAW_AT = 4
MEAN_RESOLVE_AT = 8
MEAN_LAW_AT = 12
SEEN_AT = 128
"""In row CHOICE: the node at which each role believes the game to be."""
THOUGHT_AT = 132
"""In row CHOICE: 1 once the role has thought in this round."""
OPENING_AT, LAST_AT = 136, 137
"""In row CHOICE: what the opening, and the last move, was worth to its mover beyond its most peaceful one."""
ROUND_AT, ELAPSED_AT, SUPPORTED_AT = 138, 139, 140
"""In row CHOICE: rounds before this one; days since the first act; 1 once the protector has supported or fought."""
FORETHOUGHT_AT = 141
"""In row CHOICE: 1 where the challenger has thought this opportunity through before it comes (crisis.deterrence)."""
LEARNED_AT = 144
"""In row CHOICE: 1 once the role has carried what it learned into row PRIOR."""
PRIOR_AT = 416
"""In row CHOICE, [role, other side, type]: what the role has learned of the others in earlier rounds."""

FREE, BARRED, CONTESTED = 1.0, 0.0, 2.0

FIRST_ROW, FIRST_FREE, WIDTH_KEPT = 8, 160, 176
OTHERS = ROLE_COUNT - 1
"""Reach, in the thought of `role`: prior times chance of the moves so far of another side, if of that type, at the node
after each of its moves (and at the root). `place_of(role, other)` + type, type = point of resolve * LAW_POINTS +
whether law permits."""


@kernel
def kept_row(role: int, place: int) -> int:
    """The row of reach in place `place` of the thought of `role`; see `kept_column`."""
    return FIRST_ROW + (role * OTHERS * TYPE_COUNT + place) // 2


@kernel
def kept_column(role: int, place: int) -> int:
    """The column of node 0 in that row: two are kept side by side, behind the columns of the nodes."""
    return FIRST_FREE + WIDTH_KEPT * ((role * OTHERS * TYPE_COUNT + place) % 2)


@kernel
def place_of(role: int, other: int) -> int:
    """Where among the reaches of the thought of `role` the types of `other` begin."""
    return TYPE_COUNT * (other if other < role else other - 1)


@kernel
def prior_at(role: int, other: int) -> int:
    """Where in row CHOICE stands what `role` has learned of the types of `other`."""
    return PRIOR_AT + (role * ROLE_COUNT + other) * TYPE_COUNT
