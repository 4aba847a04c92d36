"""What levers and law let the parties do in a campaign, as shares: doctrine, counterstrike, shared defences, command.

Clock: asked every day. Units: shares. Levers bind the ally only; another target has the scenario's doctrine and no bar.
Source: the levers themselves; law by the permission of the quarter.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import clip
from kaname.words.axes import COUNTERSTRIKE_MOVE
from kaname.words.declare import Param
from kaname.words.levers import LEVER

DOCTRINE, COUNTERSTRIKE = LEVER["doctrine"], LEVER["counterstrike"]
ARCHITECTURE, COMMAND_MODE = LEVER["defence_architecture"], LEVER["command_mode"]


@kernel
def doctrine_of(w, p, k: int) -> float:
    """The target's mixture of doctrines: 0 forward decisive, 1 active denial."""
    if p.target[k] == p.ally:
        return clip(w.lever[DOCTRINE], 0.0, 1.0)
    return p.doctrine_other


@kernel
def counterstrike_allowed(w, p, k: int) -> float:
    """How far the target's policy and law let it strike launchers; 1 for a target that is not the ally."""
    if p.target[k] != p.ally:
        return 1.0
    return clip(w.lever[COUNTERSTRIKE], 0.0, 1.0) if w.permit[k, COUNTERSTRIKE_MOVE] > 0 else 0.0


@kernel
def shared_defence(w) -> float:
    """Share of their interceptors that target and guarantor lend each other; nothing before the guarantor's release."""
    return clip(w.lever[ARCHITECTURE], 0.0, 1.0) if w.camp_released == 1 else 0.0


@kernel
def combined_command(w) -> float:
    """How far command is combined rather than parallel."""
    return clip(w.lever[COMMAND_MODE], 0.0, 1.0)


PARAMS = (
    Param("doctrine_other", (), "share", 0, 1,
          "Mixture of doctrines of a target that is not the ally: 0 forward decisive, 1 active denial."),
)  # fmt: skip
