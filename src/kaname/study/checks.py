"""The arms of the robustness checks: how each check of `words.checks` changes a comparison, and when it is left out.

A check that the run itself already is, is left out. Reads: the design, the compiled comparison. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kaname.compile.compiled import Compiled
from kaname.compile.variants import with_preset, with_settings
from kaname.core.errors import InputError
from kaname.model.engine.order import PLACE
from kaname.model.politics.calendar import OF_PROTECTOR
from kaname.study.design import Design
from kaname.words.axes import RETRENCHER
from kaname.words.checks import (
    ADOPTED,
    CHECKS,
    CORE,
    CURRENT_CALCULUS,
    EQUAL_COST,
    NO_REACTION,
    PAST_ACTIONS,
    RETRENCHMENT,
    RobustnessCheck,
)

CALENDAR = "politics.calendar"


@dataclass(frozen=True)
class Arm:
    """vary: what is changed; already: whether the run itself is this check, or cannot have it."""

    vary: Callable[[Compiled, Design], Compiled]
    already: Callable[[Design], bool] = lambda design: False


def _set(**settings: float) -> Callable[[Compiled, Design], Compiled]:
    return lambda compiled, design: with_settings(compiled, settings)


def _retrench(compiled: Compiled, design: Design) -> Compiled:
    """The type is forced from the quarter after the protector's first election."""
    votes = np.flatnonzero(compiled.tables.calendar[:, OF_PROTECTOR])
    if not votes.size or votes[0] + 1 >= compiled.quarters:
        raise InputError("no election of the protector falls inside the years that are run", path="--stress",
                         hint="Run more years, or leave --stress out.")  # fmt: skip
    if not compiled.tables.active[PLACE[CALENDAR]]:
        raise InputError(f"{CALENDAR} is frozen, so no type of leadership can be forced", path="--stress",
                         hint="Take it out of --freeze.")  # fmt: skip
    return with_settings(compiled, {"forced_type": RETRENCHER, "forced_from": float(votes[0] + 2)})


ARMS: Mapping[str, Arm] = {
    ADOPTED: Arm(_set(adoption=1.0), lambda design: design.adoption == "adopted"),
    NO_REACTION: Arm(_set(reaction=0.0), lambda design: not design.reaction),
    CURRENT_CALCULUS: Arm(_set(dispositional_share=0.0)),
    PAST_ACTIONS: Arm(_set(dispositional_share=1.0)),
    CORE: Arm(lambda compiled, design: with_preset(compiled, "core", design.frozen),
              lambda design: design.preset == "core"),
    EQUAL_COST: Arm(lambda compiled, design: compiled, lambda design: len(design.bargains) < 2),
    RETRENCHMENT: Arm(_retrench, lambda design: design.stress != RETRENCHMENT),
}  # fmt: skip


def checks_of(design: Design) -> Sequence[RobustnessCheck]:
    """Return the checks that are run beside a design, in the order of the catalogue."""
    return [check for check in CHECKS if not ARMS[check.id].already(design)] if design.robustness else []


def varied(check: RobustnessCheck, compiled: Compiled, design: Design) -> Compiled:
    """Return the comparison as the check changes it."""
    return ARMS[check.id].vary(compiled, design)
