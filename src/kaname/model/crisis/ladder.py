"""The columns in which a game form is laid out, and the codes that stand in them beside those of `words.moves`."""

from __future__ import annotations

NOT_MADE = -1
"""In a column of a move: the move was never asked for on this path."""
FIGHTING = -1
"""In an ending column, and as the answer of `crisis.response`: the game ends here and fighting begins."""
COLUMN_NAMES = (
    "owner", "first", "children", "parent", "ply", "move", "rung", "law", "twin_up", "twin_down", "nested", "late",
    "in_time", "challenge", "height", "response", "guarantee", "answer", "second", "plan", "bases", "nodes",
    "backing", "goes_on", "hidden", "proof", "doubted", "asked", "last_of_challenger", "last_of_target",
    "last_of_guarantor", "last_of_host", "move_again", "fought_plans",
)  # fmt: skip
(OWNER, FIRST, CHILDREN, PARENT, PLY, MOVE, RUNG, LAW, TWIN_UP, TWIN_DOWN, NESTED, LATE, IN_TIME, CHALLENGE, HEIGHT,
 RESPONSE, GUARANTEE, ANSWER, SECOND, PLAN, BASES, NODES, BACKING, GOES_ON, HIDDEN, PROOF,
 DOUBTED, ASKED, LAST, _LAST_OF_TARGET, _LAST_OF_GUARANTOR, _LAST_OF_HOST, MOVE_AGAIN,
 FOUGHT_PLANS) = range(len(COLUMN_NAMES))  # fmt: skip
COLUMNS = len(COLUMN_NAMES)
"""The root alone holds: nodes, hidden, asked (roles that take part: 3, or 4 with a host or supporter), move_again (a
bit for each role that moves twice on some path) and fought_plans (a bit for each plan that some ending fights by).
There `hidden` says that acts are hidden (words.moves.UNPROVEN); `proof` says that the move needs proof, `doubted` (a
bit for each role) that a role answered on doubtful proof.
Column LAST + role: the node after the role's last move on the way here, 0 where it has not moved."""
MOST_NODES = 160
