"""Channels carry information between the alliance and each actor; incidents cut them, and deception spoils them.

Formula: goal_a = (base_a + contacts_a) * (1 - cut * I / (1 + I)); contacts with the rival come from engagement,
reassurance and talks on strategic arms, with the proliferator from talks, a deal or a thaw; channels go part of the
way there. With chance deceit * tension_a what comes through is found deceptive, and a part of its worth is lost: more
contact is not always more truth. Perception reads channels as better pictures of the other (S54); they change no
promise and no posture, so that meetings on a single theme keep contact alive without repairing anything.

Clock: quarter. Units: shares. Source: Heginbotham 2018 (messages through third parties), Solomon 2018 (many meetings
on one issue). System S54.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip
from kaname.core.slots import SLOT
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn, uniform
from kaname.words.declare import Field, Param
from kaname.words.levers import LEVER

INFORMATION = SLOT["information"]
ENGAGEMENT = LEVER["engagement"]
REASSURANCE = LEVER["reassurance"]
ARMS_TALKS = LEVER["arms_talks"]
FIRST_OF_ACTORS = 0


@kernel
def channels(w, p, turn: Turn) -> None:
    """Write the information exchanged with every actor."""
    for a in range(w.channels.shape[0]):
        trouble = 0.0
        for k in range(w.incident.shape[0]):
            if p.challenger[k] == a:
                trouble += w.incident[k]
        kept = 1.0 - p.channels_cut * trouble / (1.0 + trouble)
        goal = clip(p.channels_base[a] + contacts(w, p, a), 0.0, 1.0) * kept
        w.channels[a] = approach(w.channels[a], goal, p.channels_speed)
        if uniform(turn, INFORMATION, FIRST_OF_ACTORS + a) < p.channels_deceit * w.tension[a]:
            w.channels[a] *= 1.0 - p.channels_loss


@kernel
def contacts(w, p, a: int) -> float:
    """What present diplomacy adds to the channels with actor a."""
    if a == p.rival:
        table = w.lever[REASSURANCE] + w.lever[ARMS_TALKS]
        return p.channels_engagement * w.lever[ENGAGEMENT] + p.channels_table * table
    if a == p.proliferator:
        table = p.channels_contact * max(max(w.talks, min(1.0, w.deal)), w.thaw)
        return table + p.channels_mediation * w.mediation
    return 0.0


FIELDS = (
    Field("channels", ("actor",), "share", 0, 1, "public", "Information exchanged with the actor through channels."),
)  # fmt: skip
PARAMS = (
    Param("channels_base", ("actor",), "share", 0, 1, "Information exchanged with each actor with things as they are."),
    Param("channels_engagement", (), "coefficient", 0, 2, "Rise with the ally's engagement of the rival."),
    Param("channels_table", (), "coefficient", 0, 2,
          "Rise with the protector's reassurance of the rival and talks on strategic arms."),
    Param("channels_contact", (), "coefficient", 0, 2, "Rise with talks, a deal or a thaw with the proliferator."),
    Param("channels_mediation", (), "coefficient", -2, 2, "Rise with the ally's mediation with the proliferator."),
    Param("channels_cut", (), "share", 0, 1, "Share of channels cut by grave incidents."),
    Param("channels_deceit", (), "probability per quarter", 0, 1,
          "Chance that what comes through is found deceptive, at full tension."),
    Param("channels_loss", (), "share", 0, 1, "Share of the information's worth lost when deception is found."),
    Param("channels_speed", (), "1/quarter", 0, 1, "Share of the way to their goal that channels go in a quarter."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Channels carry information between the alliance and each actor; incidents cut and deception spoils them.",
    source=("heginbotham2018", "solomon2018"),
    systems=("S54",),
    run=channels,
)
