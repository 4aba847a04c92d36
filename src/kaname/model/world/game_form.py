"""A game form laid out as one record: for every node who moves, where its children are, and which moves led there.

The root is node 0; children lie side by side and after their parent, so that one sweep from the last node to the first
is backward induction. Arrays over nodes hold int64; behind node `nodes` - 1 they hold nothing. What a number stands for
is said by `words.moves` (roles, moves, plans) and `words.axes` (endings, legal moves); -1 is NOT_MADE or FIGHTING.
Made by crisis.tree. Clock: none. Source: docs/explanation/the-crisis.md, D1.
"""

from __future__ import annotations

import numpy as np

from kaname.words.moves import ROLES

NOT_MADE = -1
"""In an array of moves: the move was never asked for on this path."""
FIGHTING = -1
"""In an array of endings, and as the answer of `crisis.response`: the game ends here and fighting begins."""
MOST_NODES = 160

NODE_ARRAYS = {
    "owner": "the role that moves here",
    "first": "its first child",
    "children": "how many children; 0 at an ending",
    "parent": "the node above",
    "ply": "the place in the order of moves of the move that led here",
    "move": "the move that led here",
    "rung": "the rung on which that move stands",
    "law": "the legal move that the ally's law must permit for it",
    "twin_up": "the sibling a rung above that it can be taken for",
    "twin_down": "the sibling a rung below that it can be taken for",
    "nested": "1 where moves from here share a rung",
    "late": "the ending if the response comes too late",
    "in_time": "the ending if it comes in time",
    "challenge": "the challenger's first move on this path",
    "height": "its rung",
    "response": "the target's move on this path",
    "guarantee": "the guarantor's",
    "answer": "the host's",
    "backing": "the supporter's",
    "second": "the challenger's second",
    "plan": "the plan by which the challenger fights here, if it does",
    "bases": "1 where that plan strikes bases",
    "goes_on": "1 where a further round may follow",
    "proof": "1 where the move that led here needs proof of who acted",
    "doubted": "a bit for each role that answered here on doubtful proof",
    "joins": "1 where the guarantor could not choose to fight when it moved, and may still join a fight that begins",
}
"""The arrays over nodes, and what each holds."""

GAME_FORM = np.dtype(
    [
        ("nodes", np.int64),
        ("roles", np.int64),
        ("hidden", np.int64),
        ("fought_plans", np.int64),
        ("weighed_plans", np.int64),
        ("moves_again", np.int8, (len(ROLES),)),
        *((name, np.int64, (MOST_NODES,)) for name in NODE_ARRAYS),
        ("last", np.int64, (len(ROLES), MOST_NODES)),
    ],
    align=True,
)
"""nodes: how many there are, 0 where a contingency has no game; roles: how many take part, 3, or 4 with a host or a
supporter; hidden: 1 where it must be found out who acted; fought_plans: a bit for each plan that some ending fights by;
weighed_plans: the same, and where nobody fights the plans of endings that depend on time;
moves_again[role]: 1 where some path asks the role twice; last[role, node]: the node after the role's last move on the
way to the node, 0 where it has not moved."""


def empty_forms(count: int) -> np.recarray:
    """Return `count` game forms without a node."""
    return np.zeros(count, GAME_FORM).view(np.recarray)
