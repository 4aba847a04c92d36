"""Measures of one injected crisis for claims: names, units, words. Light: it reaches no compiler.

Units: as stated beside each. Reads, writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

MEASURES: Mapping[str, tuple[str, str]] = {
    "acts": ("probability", "chance that the challenger uses the opportunity"),
    "answers_with_force": ("probability", "chance that the target answers the highest opening with force"),
    "fights": ("probability", "chance that the guarantor fights then"),
    "supported": ("share", "crises in which the protector supported or fought"),
    "yielded": ("share", "crises that ended in a concession or a fait accompli"),
    "war": ("share", "crises that ended in war"),
    "tremble": ("share", "wars that the mover's own picture valued below waiting"),
    "casualties": ("thousand people", "the target's losses"),
    "days": ("days", "days to a joint response in the crisis"),
    "undetermined": ("count", "questions of law left open"),
    "trust_ally": ("share", "change of the ally's trust after the crisis"),
    "trust_protector": ("share", "change of the protector's trust after the crisis"),
}
"""What is measured of a crisis: its unit, and in words."""
