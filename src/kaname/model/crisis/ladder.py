"""The words of a crisis: roles, moves by role, and the columns in which a game form is laid out.

Codes are places in these tuples. The third party that is asked is a host (of bases) or a supporter, as the contingency
says; both sit in one role. Which moves a contingency has, on which rung each stands and how the game ends is data
(data/crisis); how a rung is valued is `crisis.payoffs`. Units: codes. Source: this project's
definition of the crisis; the ladder idea is Kahn, On Escalation (1965).
"""

from __future__ import annotations

ROLES = ("challenger", "target", "guarantor", "host")
CHALLENGER, TARGET, GUARANTOR, HOST = range(len(ROLES))

CHALLENGES = ("nothing", "probe", "press", "seize", "strike", "cyber")
NOTHING, PROBE, PRESS, SEIZE, STRIKE, CYBER_ATTACK = range(len(CHALLENGES))
RESPONSES = ("acquiesce", "appeal", "police_response", "military_response")
ACQUIESCE, APPEAL, POLICE, MILITARY = range(len(RESPONSES))
GUARANTEES = ("abstain", "speak", "support", "fight")
ABSTAIN, SPEAK, SUPPORT, FIGHT = range(len(GUARANTEES))
ANSWERS = ("refuse", "delay", "grant")
REFUSE, DELAY, GRANT = range(len(ANSWERS))
BACKINGS = ("stand_aside", "assist", "escort")
STAND_ASIDE, ASSIST, ESCORT = range(len(BACKINGS))
SECONDS = ("stop", "hold", "escalate")
STOP, HOLD, ESCALATE = range(len(SECONDS))

PLIES = ("challenger", "target", "guarantor", "host", "supporter", "challenger_again")
PLY_ROLE = {
    "challenger": CHALLENGER,
    "target": TARGET,
    "guarantor": GUARANTOR,
    "host": HOST,
    "supporter": HOST,
    "challenger_again": CHALLENGER,
}
PLY_MOVES = {
    "challenger": CHALLENGES,
    "target": RESPONSES,
    "guarantor": GUARANTEES,
    "host": ANSWERS,
    "supporter": BACKINGS,
    "challenger_again": SECONDS,
}
SUPPORTER_PLY = PLIES.index("supporter")
PLANS = ("quick_seizure", "bases_first", "blockade")
QUICK_SEIZURE, BASES_FIRST, BLOCKADE = range(len(PLANS))
STAGES_OF_CHALLENGE = ("gray_zone", "armed_attack")

NOT_MADE = -1
"""In a column of a move: the move was never asked for on this path."""
FIGHTING = -1
"""In an ending column, and as the answer of `crisis.response`: the game ends here and fighting begins."""
TOP_RUNG = 4
"""Highest rung of the first move; 5 is a war that was widened."""
WIDENED_RUNG = 5
NEVER = 1000.0
"""The day of a guarantor's release that never comes."""
ARMED_RUNG = 3
"""From this rung on the whole object is at issue and law speaks of an armed attack."""

COLUMN_NAMES = (
    "owner", "first", "children", "parent", "ply", "move", "rung", "law", "twin_up", "twin_down", "nested", "late",
    "in_time", "challenge", "height", "response", "guarantee", "answer", "second", "plan", "bases", "nodes",
    "backing", "goes_on", "hidden", "proof", "doubted",
)  # fmt: skip
(OWNER, FIRST, CHILDREN, PARENT, PLY, MOVE, RUNG, LAW, TWIN_UP, TWIN_DOWN, NESTED, LATE, IN_TIME, CHALLENGE, HEIGHT,
 RESPONSE, GUARANTEE, ANSWER, SECOND, PLAN, BASES, NODES, BACKING, GOES_ON, HIDDEN, PROOF,
 DOUBTED) = range(len(COLUMN_NAMES))  # fmt: skip
COLUMNS = len(COLUMN_NAMES)
MOST_NODES = 160
UNPROVEN = ("free", "costs", "barred")
UNPROVEN_FREE, UNPROVEN_COSTS, UNPROVEN_BARRED = range(len(UNPROVEN))
"""What an answer is without proof of who was behind a hidden act: column `hidden` of the root says that acts are
hidden, `proof` that the move needs proof, `doubted` (a bit for each role) that a role answered on doubtful proof."""
