"""A claim in words: what an arm changes, what a line compares, what was found.

Idea: each sentence is made from the data of the claim and from the numbers found, so that it cannot say anything else.
Reads: claims, estimates. Writes: nothing. Units: as declared by the outcomes.
"""

from __future__ import annotations

from collections.abc import Mapping

from kaname.scenarios.claims import ALIKE, DIFFERS, HIGHER, IN_CRISIS, LOWER, NOT_HIGHER, NOT_LOWER, OPEN, STATE, Line
from kaname.scenarios.contrasts import REFERENCE, Change
from kaname.study.claims.measures import MEASURES
from kaname.words.fields import BY_NAME as FIELDS
from kaname.words.outcomes import BY_NAME as OUTCOMES
from kaname.words.outcomes import outcome_words

EXPECTED: Mapping[str, str] = {
    HIGHER: "higher", LOWER: "lower", ALIKE: "no different", NOT_HIGHER: "not higher", NOT_LOWER: "not lower",
    DIFFERS: "different", OPEN: "no direction stated",
}  # fmt: skip
NOTHING = "things as they are"


def change_words(change: Change) -> str:
    """Return what an arm changes, in words."""
    told = [f"the bargain {change.bargain}"] if change.bargain else []
    told += [f"{name} {value:g}" for name, value in change.levers.items()]
    told += [f"{name} times {factor:g}" for name, factor in (*change.lever_times.items(), *change.times.items())]
    if change.guarantee != REFERENCE:
        told.append({"none": "no guarantee", "sure": "a sure guarantee"}.get(change.guarantee, change.guarantee))
    told += [f"{path} {value:g}" for path, value in change.parameters.items()]
    told += [f"{path} {value:g} at the start" for path, value in change.start.items()]
    told += [f"{name} held at its start" for name in change.frozen]
    for inject in change.injects:
        when = (
            f"on the {inject.at}"
            if inject.at == "eve"
            else f"at quarter {inject.at}"
            if isinstance(inject.at, int)
            else inject.at
        )
        what = [f"{path} {value:g}" for path, value in inject.set.items()]
        what += [f"{path} times {factor:g}" for path, factor in inject.times.items()]
        what += [f"the protector {conduct} in {place}" for place, conduct in inject.conduct.items()]
        what += [f"an opportunity at {place} too" for place in inject.opportunity]
        told.append(f"{when}: {', '.join(what)}")
    return "; ".join(told) or NOTHING


def line_words(line: Line, names: Mapping[str, str]) -> str:
    """Return what a line compares; names: what members of axes are called."""
    what = " and ".join(outcome_named(name, names) for name, weight in line.columns if weight > 0.0)
    less = " and ".join(outcome_named(name, names) for name, weight in line.columns if weight < 0.0)
    return f"{what}{f' less {less}' if less else ''}: {between_words(line)}"


def between_words(line: Line) -> str:
    """Return which arms a line compares, and what is expected."""
    expected = EXPECTED[line.expect]
    if len(line.terms) == 2:
        (arm, _), (other, _) = line.terms
        joined = "between" if line.expect in (ALIKE, DIFFERS, OPEN) else ""
        if joined:
            return f"{expected} between {arm_words(arm)} and {arm_words(other)}"
        return f"{expected} under {arm_words(arm)} than under {arm_words(other)}"
    raised = [arm_words(arm) for arm, weight in line.terms if weight > 0.0]
    lowered = [arm_words(arm) for arm, weight in line.terms if weight < 0.0]
    if len(raised) == len(lowered) == 2 and all(abs(weight) == 1.0 for _, weight in line.terms):
        steps = f"the step from {lowered[0]} to {raised[0]}", f"that from {raised[1]} to {lowered[1]}"
        return f"{expected} by {steps[0]} than by {steps[1]}" if line.expect in (HIGHER, LOWER, NOT_HIGHER, NOT_LOWER) \
            else f"{expected} between {steps[0]} and {steps[1]}"  # fmt: skip
    parts = " ".join(f"{weight:+g} {arm_words(arm)}" for arm, weight in line.terms)
    return f"{expected} in the sum {parts}"


def arm_words(arm: str) -> str:
    """Return the name of an arm with spaces."""
    return "as it is" if arm == REFERENCE else arm.replace("_", " ")


def outcome_named(name: str, names: Mapping[str, str]) -> str:
    """Return an outcome with its members in words."""
    if name.startswith(IN_CRISIS):
        return MEASURES[name.removeprefix(IN_CRISIS)][1]
    base, *members = name.removeprefix(STATE).split(".")
    text = ", ".join(names.get(member, member.replace("_", " ")) for member in members if member != "*")
    return f"{outcome_words(base)}{f' ({text})' if text else ''}"


def unit_of(line: Line) -> str:
    """Return the unit in which a line is measured."""
    name = line.columns[0][0]
    if name.startswith(IN_CRISIS):
        return MEASURES[name.removeprefix(IN_CRISIS)][0]
    base = name.removeprefix(STATE).partition(".")[0]
    return FIELDS[base].unit if name.startswith(STATE) else OUTCOMES[base].unit
