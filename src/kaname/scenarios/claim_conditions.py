"""A claim under other conditions: levers of its arms, figures in every arm, and years, at values of one's own.

Idea: what a text claims is coded as levers of arms; whoever doubts a coding moves it and runs the claim again, under
another value of a figure that is not known, or over other years. The lines that judge the claim stay as they are.
Units: a lever's or figure's own; years. Reads, writes: nothing. Errors: InputError for an arm or lever that the claim
does not set, for a figure that is no single number of the model, and for a value outside its range.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kaname.core.errors import InputError, unknown_name
from kaname.scenarios.claims import FEWEST_YEARS, MOST_YEARS, Claim
from kaname.words.bounds import require_within
from kaname.words.levers import BY_NAME
from kaname.words.params import BACKED, BACKED_BY_NAME

BETWEEN = "."
OPTION = "--set"
YEARS, FIGURE = "years", "figure"
"""`years=5` sets how long the futures are; `figure.NAME=VALUE` a figure in every arm."""


def levers_of(claim: Claim) -> Iterator[tuple[str, str, float]]:
    """Yield arm, lever and value of every lever that a claim's arms set."""
    for arm, change in claim.arms.items():
        for lever, value in change.levers.items():
            if lever in BY_NAME:
                yield arm, lever, float(value)


def with_conditions(claim: Claim, values: Mapping[str, float]) -> Claim:
    """Return the claim under other conditions.

    values: `arm.lever` or `figure.NAME` -> value in its unit, `years` -> whole years.
    """
    known = [f"{arm}{BETWEEN}{lever}" for arm, lever, _ in levers_of(claim)]
    arms, run = dict(claim.arms), dict(claim.run or {})
    for name, value in values.items():
        if name == YEARS:
            run[YEARS] = _years(value)
            continue
        if name.startswith(FIGURE + BETWEEN):
            figure = _figure(name, value)
            arms = {arm: replace(change, parameters={**change.parameters, figure: value})
                    for arm, change in arms.items()}  # fmt: skip
            continue
        if name not in known:
            raise unknown_name(
                f"a condition of {claim.id}", name, [*known, YEARS, f"{FIGURE}{BETWEEN}NAME"], path=OPTION
            )
        arm, lever = name.split(BETWEEN, 1)
        require_within(BY_NAME[lever], value, f"{OPTION} {name}")
        arms[arm] = replace(arms[arm], levers={**arms[arm].levers, lever: value})
    return replace(claim, arms=arms, run=run or claim.run)


def _years(value: float) -> int:
    if not (FEWEST_YEARS <= value <= MOST_YEARS and value == int(value)):
        raise InputError(f"{value:g} is no whole number in {FEWEST_YEARS}..{MOST_YEARS} (unit: years)",
                         path=f"{OPTION} {YEARS}")  # fmt: skip
    return int(value)


def _figure(name: str, value: float) -> str:
    """Return the name of a figure that is one number of the model; InputError for another, or a value out of range."""
    figure = name.partition(BETWEEN)[2]
    single = [param.name for param in BACKED if not param.dims]
    if figure not in single:
        raise unknown_name("a figure that is a single number", figure, single, path=f"{OPTION} {name}")
    require_within(BACKED_BY_NAME[figure], value, f"{OPTION} {name}")
    return figure
