"""The axes of the model: names that the theory gives (fixed here) and names that a scenario gives (its data).

Fixed axes have a constant for each place, so that a mechanism can say `stock[a, AIR]`. The sizes of scenario axes
(actor, contingency, cohort) are read from the record's shape, never from here.
"""

from __future__ import annotations

from kaname.words.events import CHAIN_LENGTH
from kaname.words.levers import CONSENTERS
from kaname.words.levers import NAMES as LEVER_NAMES
from kaname.words.moves import ROLES

ISSUES = (
    "homeland", "remote_islands", "missile_defence", "counterstrike", "bases_hns", "civil_facilities", "command",
    "regional", "global", "sea_lanes", "cyber", "space", "industry", "intelligence", "trilateral",
)  # fmt: skip
(HOMELAND, REMOTE_ISLANDS, MISSILE_DEFENCE, COUNTERSTRIKE, BASES_HNS, CIVIL_FACILITIES, COMMAND, REGIONAL, GLOBAL,
 SEA_LANES, CYBER, SPACE, INDUSTRY, INTELLIGENCE, TRILATERAL) = range(len(ISSUES))  # fmt: skip

FORCES = (
    "air", "surface", "submarine", "coastal_strike", "strike", "interceptor_upper", "interceptor_lower",
    "coast_guard", "ground", "isr_cyber", "base", "warhead", "icbm",
)  # fmt: skip
(AIR, SURFACE, SUBMARINE, COASTAL_STRIKE, STRIKE, INTERCEPTOR_UPPER, INTERCEPTOR_LOWER, COAST_GUARD, GROUND,
 ISR_CYBER, BASE, WARHEAD, ICBM) = range(len(FORCES))  # fmt: skip

FIGHTING_FORCES = (AIR, SURFACE, SUBMARINE, COASTAL_STRIKE)
"""Classes that fight for control of sea and air."""

IDEOLOGIES = ("pacifist", "realist", "nationalist")
PACIFIST, REALIST, NATIONALIST = range(len(IDEOLOGIES))

CHAMBERS = ("upper", "lower")
UPPER, LOWER = range(len(CHAMBERS))
"""The chambers of the ally's parliament; where it has one, that is the lower, and the upper has no seats."""

PARTY_FAMILIES = ("left", "centre_left", "centre", "conservative", "reform", "right")
"""Families of the ally's parties; which party belongs to which is the scenario's to say."""

MATTERS = ("law", "treaty", "amendment")
LAW, TREATY, AMENDMENT = range(len(MATTERS))
"""What a parliament votes on; a budget is voted on like a treaty, an amendment is one of the constitution."""

ADMINISTRATIONS = ("internationalist", "rebalancer", "transactional", "retrencher")
INTERNATIONALIST, REBALANCER, TRANSACTIONAL, RETRENCHER = range(len(ADMINISTRATIONS))

SIDES = ("protector", "ally")
PROTECTOR_SIDE, ALLY_SIDE = range(len(SIDES))

SIGNALS = ("statement", "presence", "exercise", "tariff", "reassurance", "reversal", "conduct")
(STATEMENT, PRESENCE, EXERCISE, TARIFF, REASSURANCE, REVERSAL, CONDUCT) = range(len(SIGNALS))

BLAMES = ("enemy", "entanglement", "absence")
BLAME_ENEMY, BLAME_ENTANGLEMENT, BLAME_ABSENCE = range(len(BLAMES))

RANGES = ("short", "medium", "intercontinental")
SHORT, MEDIUM, INTERCONTINENTAL = range(len(RANGES))

DELAYS = ("recognition", "cabinet", "parliament", "joint")
RECOGNITION, CABINET, PARLIAMENT, JOINT = range(len(DELAYS))

LEGAL_MOVES = (
    "police_response", "public_security_operation", "military_response", "asset_protection", "rear_support",
    "host_consent_combat_use", "counterstrike", "missile_destruction", "cyber_response",
)  # fmt: skip
(POLICE_RESPONSE, PUBLIC_SECURITY_OPERATION, MILITARY_RESPONSE, ASSET_PROTECTION, REAR_SUPPORT,
 HOST_CONSENT_COMBAT_USE, COUNTERSTRIKE_MOVE, MISSILE_DESTRUCTION, CYBER_RESPONSE) = range(
    len(LEGAL_MOVES))  # fmt: skip

STAGES = ("gray_zone", "anticipated", "armed_attack", "survival_threatening")
GRAY_ZONE, ANTICIPATED, ARMED_ATTACK, SURVIVAL_THREATENING = range(len(STAGES))

PARTIES = ROLES
"""The roles whose forces fight; their codes are those of words.moves."""

ENDINGS = (
    "none", "status_quo", "concession", "fait_accompli", "settlement", "limited_war", "wide_war", "undecided",
)  # fmt: skip
(END_NONE, END_STATUS_QUO, END_CONCESSION, END_FAIT_ACCOMPLI, END_SETTLEMENT, END_LIMITED_WAR, END_WIDE_WAR,
 END_UNDECIDED) = range(len(ENDINGS))  # fmt: skip

DETERRENCE_CLASSES = (
    "not_tempted", "deterred_by_guarantee", "deterred_by_denial", "deterred_by_either", "failed", "provoked",
    "deterred_by_both",
)  # fmt: skip
(NOT_TEMPTED, BY_GUARANTEE, BY_DENIAL, BY_EITHER, FAILED, PROVOKED, BY_BOTH) = range(
    len(DETERRENCE_CLASSES))  # fmt: skip
DETERRED = tuple(name for name in DETERRENCE_CLASSES if name.startswith("deterred_by_"))

TEMPERS = ("content", "opportunist", "revisionist")
CONTENT, OPPORTUNIST, REVISIONIST = range(len(TEMPERS))

GUARANTEE_SWITCH = ("as_is", "none", "sure")
(GUARANTEE_AS_IS, GUARANTEE_NONE, GUARANTEE_SURE) = range(len(GUARANTEE_SWITCH))

HEDGES = ("guarantee", "partners", "accommodation", "autonomy", "nuclear")
"""What the ally can rest on."""

FIXED_AXES: dict[str, tuple[str, ...]] = {
    "temper": TEMPERS,
    "issue": ISSUES,
    "force": FORCES,
    "ideology": IDEOLOGIES,
    "administration": ADMINISTRATIONS,
    "chamber": CHAMBERS,
    "party_family": PARTY_FAMILIES,
    "matter": MATTERS,
    "side": SIDES,
    "signal": SIGNALS,
    "blame": BLAMES,
    "range": RANGES,
    "delay": DELAYS,
    "legal_move": LEGAL_MOVES,
    "stage": STAGES,
    "party": PARTIES,
    "ending": ENDINGS,
    "deterrence_class": DETERRENCE_CLASSES,
    "hedge": HEDGES,
    "lever": LEVER_NAMES,
    "consenter": CONSENTERS,
    "eight": tuple(str(n) for n in range(CHAIN_LENGTH)),
}
SCENARIO_AXES = ("actor", "contingency", "cohort")
