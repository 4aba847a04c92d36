"""What a challenger wants changes slowly: its temper, its value of the status quo, and how soon it can fight again.

temper[a]      content, opportunist or revisionist: drawn at the start and, with chance temper_change a quarter, drawn
               again, both by temper_share; hidden from all others
status_quo[k]' = approach(status_quo, temper_value[temper of the challenger], status_quo_speed) + shock x normal
               + status_quo_rebuff after a challenge that was faced down, + status_quo_gain after one that gained
exhaustion[a]' = exhaustion x exhaustion_kept; 1 after a quarter in which a fought a war as challenger or as target

The value of the status quo is what is left to the challenger where it gains nothing, on a scale where gaining the
object is worth 1: appetite = 1 - status_quo is what a gained share is worth beyond that (crisis.payoffs). Exhaustion
lowers the chance that an opportunity is one (crisis.opportunity). No lever enters; signs of rebuff and gain are free.

Clock: quarter, on last quarter's endings. Units: codes, stakes, shares. Source: Zagare and Kilgour 2000 (a status quo
that is or is not valued above conflict); Schweller 1994 (revisionists of limited and unlimited aims), recalled.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip
from kaname.core.slots import SLOT
from kaname.model.world.log import note
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn, normal, uniform
from kaname.words.axes import END_CONCESSION, END_FAIT_ACCOMPLI, END_LIMITED_WAR, END_STATUS_QUO
from kaname.words.declare import Field, Param
from kaname.words.events import KIND

SLOT_TEMPER, SLOT_STATUS_QUO = SLOT["temper"], SLOT["status_quo"]
CHANGED = KIND["temper"]
DRAW_OF_TEMPER = 64
WORST, BEST = -2.0, 1.0


@kernel
def temper(w, p, turn: Turn) -> None:
    """Move tempers, the values of the status quo, and the recovery from wars."""
    for a in range(w.temper.shape[0]):
        before = w.temper[a]
        if turn.quarter == 0 or uniform(turn, SLOT_TEMPER, a) < p.temper_change:
            w.temper[a] = _drawn(p, uniform(turn, SLOT_TEMPER, DRAW_OF_TEMPER + a))
        if turn.quarter > 0 and w.temper[a] != before:
            note(w, turn, CHANGED, a, w.temper[a], before, 0.0, 0.0, 0.0, 0.0)
        w.exhaustion[a] *= p.exhaustion_kept
    for k in range(w.status_quo.shape[0]):
        goal = p.temper_value[w.temper[p.challenger[k]]]
        value = goal
        if turn.quarter > 0:
            value = approach(w.status_quo[k], goal, p.status_quo_speed) + _after(w, p, k)
            value += p.status_quo_shock * normal(turn, SLOT_STATUS_QUO, k)
        w.status_quo[k] = clip(value, WORST, BEST)
        if w.ending[k] >= END_LIMITED_WAR:
            w.exhaustion[p.challenger[k]] = 1.0
            w.exhaustion[p.target[k]] = 1.0


@kernel
def _drawn(p, u: float) -> int:
    """Return the temper that a uniform draws from the usual shares."""
    last, reach = p.temper_share.shape[0] - 1, 0.0
    for g in range(last):
        reach += p.temper_share[g]
        if u < reach:
            return g
    return last


@kernel
def _after(w, p, k: int) -> float:
    """Return what last quarter's challenge adds to the value of the status quo."""
    if w.rung[k] == 0:
        return 0.0
    if w.ending[k] == END_STATUS_QUO:
        return p.status_quo_rebuff
    return p.status_quo_gain if w.ending[k] in (END_CONCESSION, END_FAIT_ACCOMPLI) else 0.0


FIELDS = (
    Field("temper", ("actor",), "code", 0, 2, "hidden",
          "What a challenger wants: 0 content, 1 opportunist, 2 revisionist.", "code"),
    Field("status_quo", ("contingency",), "stake", -2, 1, "hidden",
          "Value of the status quo to the challenger, where its object is worth 1."),
    Field("exhaustion", ("actor",), "share", 0, 1, "public",
          "How far a war just fought keeps the actor from another; wears off."),
)  # fmt: skip
PARAMS = (
    Param("temper_share", ("temper",), "share", 0, 1, "Usual shares of the tempers; they sum to 1."),
    Param("temper_value", ("temper",), "stake", -2, 1, "Value of the status quo to a challenger of each temper."),
    Param("temper_change", (), "probability per quarter", 0, 1, "Chance that a temper is drawn again."),
    Param("status_quo_usual", (), "stake", -2, 1, "Value of the status quo that others ascribe to a challenger."),
    Param("status_quo_speed", (), "share per quarter", 0, 1,
          "Part of the way to its temper's value that the value of the status quo goes in a quarter."),
    Param("status_quo_shock", (), "standard deviation", 0, 1, "Spread of its quarterly change."),
    Param("status_quo_rebuff", (), "stake", -1, 1, "Change after a challenge that was faced down; sign free."),
    Param("status_quo_gain", (), "stake", -1, 1, "Change after a challenge that gained; sign free."),
    Param("exhaustion_kept", (), "share kept per quarter", 0, 1, "Exhaustion by war kept from quarter to quarter."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="What a challenger wants changes slowly, and a war keeps it from the next one for years.",
    source=("zagare_kilgour_2000", "huth_1988"),
    systems=("S38", "S40"),
    run=temper,
    core=True,
)
