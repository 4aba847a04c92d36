"""What deterrence shows by contingency: opportunities, challenges and how crises ended."""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.words.axes import END_CONCESSION, END_FAIT_ACCOMPLI, END_LIMITED_WAR, END_WIDE_WAR
from kaname.words.declare import outcome


@outcome(dims=("contingency",), unit="crises", role="deterrence")
@kernel
def opportunities(w, k: int) -> float:
    """Opportunities that arose, from salience alone."""
    return w.total_opportunities[k]


@outcome(dims=("contingency",), unit="crises", role="deterrence", good=-1)
@kernel
def challenges(w, k: int) -> float:
    """Opportunities that the challenger used."""
    return w.total_challenges[k]


@outcome(dims=("contingency",), unit="crises", role="deterrence", good=-1, label="seizures and concessions")
@kernel
def seizures(w, k: int) -> float:
    """Crises that ended in a concession or a fait accompli."""
    return w.total_endings[k, END_CONCESSION] + w.total_endings[k, END_FAIT_ACCOMPLI]


@outcome(dims=("contingency",), unit="crises", role="deterrence", good=-1)
@kernel
def wars(w, k: int) -> float:
    """Crises that ended in limited or wide war."""
    return w.total_endings[k, END_LIMITED_WAR] + w.total_endings[k, END_WIDE_WAR]


@outcome(dims=("contingency",), unit="crises", role="deterrence", label="crises that the protector joined")
@kernel
def supported(w, k: int) -> float:
    """Crises in which the protector supported or fought."""
    return w.total_supported[k]


@outcome(dims=("contingency",), unit="share", role="mean", good=-1, label="challenger's control")
@kernel
def control(w, k: int) -> float:
    """Challenger's control at the end of the last campaign there."""
    return w.last_control[k]
