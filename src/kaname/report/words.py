"""Words for the outcomes, as a reader would say them; what is not listed is told by its own name.

Units: none. Reads, writes: nothing. Source: the sentences of the outcomes' declarations, shortened.
"""

from __future__ import annotations

OUTCOMES = {
    "territory": "territory held",
    "coerced": "crises lost",
    "casualties": "people lost",
    "equipment": "equipment lost",
    "spending": "military spending",
    "burden": "military share of GDP",
    "nuclear_option": "ally's nuclear option",
    "first_strike_stability": "first-strike stability",
    "seizures": "seizures and concessions",
    "supported": "crises that the protector joined",
    "control": "challenger's control",
    "trust_ally": "ally's trust",
    "trust_protector": "protector's trust",
    "unmet_ally": "ally's unmet expectation",
    "unmet_protector": "protector's unmet expectation",
    "decision_days": "days to a joint response",
    "belief_ally": "ally's belief in the guarantee",
    "belief_rival": "rival's belief in the guarantee",
    "support_force": "public support for using force",
    "base_opposition": "opposition to the bases",
    "capital_ally": "ally's political capital",
    "debt_ally": "ally's public debt",
    "presence": "protector's forces in the theatre",
    "rival_warheads": "rival's warheads",
    "programme": "proliferator's missiles",
    "framework_depth": "depth of the wider ring",
    "tension_rival": "tension with the rival",
    "autonomy_demand": "demand for autonomy",
}


def outcome_words(name: str) -> str:
    """An outcome's name in words."""
    return OUTCOMES.get(name, plain_name(name))


def plain_name(identity: str) -> str:
    """An identifier as words."""
    return identity.replace("_", " ").strip()


def quoted(name: str) -> str:
    """A bargain's name inside a sentence, where a comma or a verb in it must not be read as ours."""
    return f"\N{LEFT DOUBLE QUOTATION MARK}{name}\N{RIGHT DOUBLE QUOTATION MARK}"


def counted(number: int, noun: str) -> str:
    """A number with its noun: 1 work, 2 works."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def capital(said: str) -> str:
    """A sentence's first letter large."""
    return said[:1].upper() + said[1:]
