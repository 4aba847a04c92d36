"""The moves of a crisis: who moves, what each can do, on which rung of the ladder a move stands.

A code is a place in these tuples. The third party that is asked is a host (of bases) or a supporter, as the contingency
says; both sit in one role. Which moves a contingency has, on which rung each stands and how the game ends is data
(data/crisis); how a rung is valued is `model.crisis.payoffs`. Source: the ladder is that of Kahn, On Escalation (1965).
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

TOP_RUNG = 4
"""Highest rung of the first move; 5 is a war that was widened."""
WIDENED_RUNG = 5
NEVER = 1000.0
"""The day of a guarantor's release that never comes."""
MIDDLE_RUNG = 2
"""From this rung on, below arms, a larger part of the object is at issue."""
ARMED_RUNG = 3
"""From this rung on the whole object is at issue and law speaks of an armed attack."""

UNPROVEN = ("free", "costs", "barred")
UNPROVEN_FREE, UNPROVEN_COSTS, UNPROVEN_BARRED = range(len(UNPROVEN))
"""What an answer is without proof of who was behind a hidden act."""
