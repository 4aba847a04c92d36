"""After a mass loss of life people rethink at once, and what they hear around them decides which way.

    open'      = keep x open + (1 - open) x widest x (1 - exp(-thousands lost / scale))
    heard[b]   = (1 - contest) blame[b] + contest x sum over i of voice[i] x reading[i, b]
    utility[i] = draw x sum over b of heard[b] x effect[b, i]  (pacifists 0; the effects are those of politics.ideology)

In a quarter in which minds are open, that share of every cohort chooses among the ideologies by lock x log(share held)
+ utility (politics.ideology takes the step). With a lock above 1 the larger view grows: the same loss then ends in
pacifism or in its opposite by the shares that it meets, and by blame, which the parties contest with readings of their
own. Locks, draws and effects have free signs or wide ranges; no direction is written in.

Clock: quarter; losses are those of the quarter before. Units: shares, utility. Source: Heginbotham 2018 (path
dependence after mass casualties); Arthur's increasing returns as a form, recalled. System S27.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import exp
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn
from kaname.words.axes import BLAME_ABSENCE, BLAME_ENEMY, BLAME_ENTANGLEMENT, NATIONALIST, PACIFIST, REALIST
from kaname.words.declare import Field, Param

NEARLY_SHUT = 1e-6


@kernel
def reckoning(w, p, turn: Turn) -> None:
    """Write how many rethink this quarter and what draws them."""
    lost = w.casualties[p.ally] + w.disaster_losses
    opened = p.reckoning_widest * (1.0 - exp(-lost / p.reckoning_scale))
    kept = p.reckoning_keep * w.reckoning
    w.reckoning = kept + (1.0 - kept) * opened
    if w.reckoning < NEARLY_SHUT:
        w.reckoning = 0.0
        return
    enemy, entangled, absent = heard(w, p, BLAME_ENEMY), heard(w, p, BLAME_ENTANGLEMENT), heard(w, p, BLAME_ABSENCE)
    realist = enemy * p.ideology_enemy_realist + entangled * p.ideology_entanglement_realist
    nationalist = enemy * p.ideology_enemy_nationalist + entangled * p.ideology_entanglement_nationalist
    w.reckoning_draw[PACIFIST] = 0.0
    w.reckoning_draw[REALIST] = p.reckoning_draw_of_losses * (realist + absent * p.ideology_absence_realist)
    w.reckoning_draw[NATIONALIST] = p.reckoning_draw_of_losses * (nationalist + absent * p.ideology_absence_nationalist)


@kernel
def heard(w, p, b: int) -> float:
    """The blame that people hear: where it fell, as far as the parties do not contest it."""
    said = 0.0
    for i in range(w.party_voice.shape[0]):
        said += w.party_voice[i] * p.reckoning_reading[i, b]
    return (1.0 - p.reckoning_contest) * w.blame[b] + p.reckoning_contest * said


FIELDS = (
    Field("reckoning", (), "share", 0, 1, "public",
          "Part of the ally's public that rethinks in this quarter because of a loss of life."),
    Field("reckoning_draw", ("ideology",), "logit", -200, 200, "hidden",
          "What draws those who rethink to each ideology, pacifists 0."),
)  # fmt: skip
PARAMS = (
    Param("reckoning_widest", (), "share", 0, 1, "Part of the public that the greatest loss makes rethink at once."),
    Param("reckoning_scale", (), "thousand people", 0.1, 1000,
          "Loss that opens about two thirds of that part."),
    Param("reckoning_keep", (), "share kept per quarter", 0, 1, "Openness kept from quarter to quarter."),
    Param("reckoning_lock", (), "coefficient", 0, 3,
          "How far those who rethink follow the views around them: above 1 the larger view grows."),
    Param("reckoning_draw_of_losses", (), "factor", 0, 20,
          "How much more a fresh loss draws than its memory does, by the same effects of blame."),
    Param("reckoning_contest", (), "share", 0, 1, "Part of blame that the parties' own readings decide."),
    Param("reckoning_reading", ("ideology", "blame"), "share", 0, 1,
          "Where the voice of each ideology puts the blame, whatever happened."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="A mass loss of life makes people rethink at once; the views around them and blame decide which way.",
    source=("heginbotham2018",),
    systems=("S27",),
    run=reckoning,
)
