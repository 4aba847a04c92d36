"""The checks that are run beside a comparison: the same futures and shocks, one thing changed under all bargains.

A bargain is called better only if the sign of its difference stands in those marked `veto`; the others are told beside
(core.md of the design, "Rules against fooling ourselves"). A check that the run itself already is, is left out.
Reads: the design, the compiled comparison. Writes: nothing. Source: this project's own rules.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from kaname.compile.compiled import Compiled
from kaname.compile.variants import with_preset, with_settings
from kaname.core.errors import InputError
from kaname.model.engine.order import PLACE
from kaname.model.politics.calendar import OF_PROTECTOR
from kaname.study.design import Design
from kaname.words.axes import RETRENCHER

EQUAL_COST = "equal_cost"
RETRENCHMENT = "retrenchment"
CALENDAR = "politics.calendar"


@dataclass(frozen=True)
class Check:
    """vary: what is changed; veto: whether a difference that loses its sign here is no longer called better."""

    id: str
    name: str
    sentence: str
    veto: bool
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


CHECKS: tuple[Check, ...] = (
    Check("adopted", "Adopted at once", "Every step is in force at once and in full; nobody is asked, nothing lapses.",
          False, _set(adoption=1.0), lambda design: design.adoption == "adopted"),
    Check("no_reaction", "No reaction", "Adversaries do not adapt their forces to the alliance's.",
          True, _set(reaction=0.0), lambda design: not design.reaction),
    Check("current_calculus", "Current calculus", "Observers judge resolve by interests and power "
          "at hand; past conduct does not count.",
          True, _set(dispositional_share=0.0)),
    Check("past_actions", "Past actions", "Observers judge resolve by past conduct as far as it can be so judged.",
          True, _set(dispositional_share=1.0)),
    Check("core", "Core model", "The core mechanisms alone; all others stand still.",
          True, lambda compiled, design: with_preset(compiled, "core", design.frozen),
          lambda design: design.preset == "core"),
    Check(EQUAL_COST, "Equal cost", "Each side spends the same present value under every bargain: what a bargain costs "
          "more or less is cut from or added to that side's own military budget, level over the years.",
          False, lambda compiled, design: compiled, lambda design: len(design.bargains) < 2),
    Check(RETRENCHMENT, "Retrenchment", "From the protector's next election on its leadership is of the retrenching "
          "type, whoever would have been drawn.",
          False, _retrench, lambda design: design.stress != RETRENCHMENT),
)  # fmt: skip


def checks_of(design: Design) -> Sequence[Check]:
    """The checks that are run beside a design, in the order in which they are told."""
    return [check for check in CHECKS if not check.already(design)] if design.beside else []
