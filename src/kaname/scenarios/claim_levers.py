"""A claim under other conditions: levers of its arms set to values of one's own.

Idea: what a text claims is coded as levers of arms; whoever doubts a coding moves it and runs the claim again. The
lines that judge the claim stay as they are.
Units: a lever's own. Reads, writes: nothing. Errors: InputError for an arm or lever that the claim does not set, and
for a value outside the lever's range.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kaname.core.errors import InputError, unknown_name
from kaname.scenarios.claims import Claim
from kaname.words.levers import BY_NAME

BETWEEN = "."
OPTION = "--set"


def levers_of(claim: Claim) -> Iterator[tuple[str, str, float]]:
    """Yield arm, lever and value of every lever that a claim's arms set."""
    for arm, change in claim.arms.items():
        for lever, value in change.levers.items():
            if lever in BY_NAME:
                yield arm, lever, float(value)


def with_levers_of(claim: Claim, values: Mapping[str, float]) -> Claim:
    """Return the claim with levers of its arms at other values. values: `arm.lever` -> value in the lever's unit."""
    known = [f"{arm}{BETWEEN}{lever}" for arm, lever, _ in levers_of(claim)]
    arms = dict(claim.arms)
    for name, value in values.items():
        if name not in known:
            raise unknown_name(f"a lever of an arm of {claim.id}", name, known, path=OPTION)
        arm, lever = name.split(BETWEEN, 1)
        declared = BY_NAME[lever]
        if not declared.low <= value <= declared.high:
            raise InputError(f"{value:g} is outside {declared.low:g}..{declared.high:g} (unit: {declared.unit})",
                             path=f"{OPTION} {name}")  # fmt: skip
        arms[arm] = replace(arms[arm], levers={**arms[arm].levers, lever: value})
    return replace(claim, arms=arms)
