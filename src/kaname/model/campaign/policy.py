"""What levers and law let the parties do in a campaign, as shares: doctrine, counterstrike, shared defences, command.

Clock: asked every day. Units: shares. Levers bind the ally only; another target has the scenario's doctrine and no bar.
Source: the levers themselves; law by the permission of the quarter.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import clip
from kaname.model.campaign.opening import actor_of
from kaname.words.axes import COUNTERSTRIKE_MOVE
from kaname.words.declare import Param
from kaname.words.levers import LEVER
from kaname.words.moves import GUARANTOR, HOST, TARGET

DOCTRINE, COUNTERSTRIKE = LEVER["doctrine"], LEVER["counterstrike"]
ARCHITECTURE, COMMAND_MODE = LEVER["defence_architecture"], LEVER["command_mode"]


@kernel
def doctrine_of(w, p, k: int, party: int) -> float:
    """The mixture of doctrines of target or host: 0 forward decisive, 1 active denial."""
    if actor_of(p, k, party) == p.ally:
        return clip(w.lever[DOCTRINE], 0.0, 1.0)
    return p.doctrine_other


@kernel
def counterstrike_allowed(w, p, k: int, party: int) -> float:
    """How far policy and law let target or host strike launchers; 1 for a target that is not the ally.

    A host strikes only once it has decided to fight.
    """
    if party == HOST and w.camp_host_fire == 0:
        return 0.0
    if actor_of(p, k, party) != p.ally:
        return 1.0
    return clip(w.lever[COUNTERSTRIKE], 0.0, 1.0) if w.permit[k, COUNTERSTRIKE_MOVE] > 0 else 0.0


@kernel
def shared_defence(w) -> float:
    """Share of their interceptors that ally and guarantor lend each other; nothing before the guarantor's release."""
    return clip(w.lever[ARCHITECTURE], 0.0, 1.0) if w.camp_released == 1 else 0.0


@kernel
def partner_in_defence(p, k: int, party: int) -> int:
    """The party that shares interceptors with `party`: the ally and its guarantor, whichever part the ally has here.

    The party itself where it shares with nobody.
    """
    ally = HOST
    if p.target[k] == p.ally:
        ally = TARGET
    elif p.host[k] != p.ally or p.host[k] == p.guarantor[k]:
        return party
    if party == ally:
        return GUARANTOR
    return ally if party == GUARANTOR else party


@kernel
def combined_command(w) -> float:
    """How far command is combined rather than parallel."""
    return clip(w.lever[COMMAND_MODE], 0.0, 1.0)


PARAMS = (
    Param("doctrine_other", (), "share", 0, 1,
          "Mixture of doctrines of a target that is not the ally: 0 forward decisive, 1 active denial."),
)  # fmt: skip
