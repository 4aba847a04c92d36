"""Each government's picture of the others: biased, noisy, aged estimates of capability, resolve, law and delay.

capability[o, j]' = memory x old + (1 - memory)(1 + bias[o]) + noise x (1 - information) x (x_o + y_j) / sqrt 2
resolve[o, j]'    = memory x old + (1 - memory) goal + noise x (1 - information) x (x_o - y_j) / sqrt 2
                    goal = anchor[j], plus a leader's image read as resolve and what channels may pretend
information       = 1 - (1 - by intelligence, inside the alliance)(1 - by channels to either)
law[o, k]'        = old + law_learning[o] (goal - old);  goal = 1 permitted, 0 forbidden, a guess where undetermined,
                    for the answer that the ally is asked for: its own by force, its consent as host, its rear support
delay[o, k]'      = old + learning (delay_bias[o] x decision_days - old)
gap[k] = (1 - c) distance(protector, ally) + c distance(mean of the two to challenger); distance is a pure function: the
mean of |differences| of belief, law, resolve of the challenger, its capability (share) and delay d / (d + scale).

Clock: quarter. Units: factor, share, probability, days. Own capability is known (1); own resolve is
the anchor and what the own side reads into its leader's image (free sign).
Source: hypergames (Bennett 1977); perception gap after Soeya 2001; error figures are judgements.
"""

from __future__ import annotations

from math import sqrt

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip, ratio
from kaname.core.slots import SLOT
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import normal
from kaname.words.axes import (
    ALLY_SIDE,
    CYBER_RESPONSE,
    HOST_CONSENT_COMBAT_USE,
    MILITARY_RESPONSE,
    MISSILE_DESTRUCTION,
    PROTECTOR_SIDE,
    REAR_SUPPORT,
)
from kaname.words.declare import Field, Param

SLOT_CAPABILITY, SLOT_RESOLVE = SLOT["picture_capability"], SLOT["picture_resolve"]
AS_OBSERVER, AS_SEEN = 0, 1
SMALLEST_FACTOR, LARGEST_FACTOR = 0.05, 20.0
SUREST_NO, SUREST_YES = 0.01, 0.99
LONGEST = 365.0
NO, YES = 0, 1
ROOT_TWO = sqrt(2.0)
PARTS_OF_A_GAP = 5.0


@kernel
def picture(w, p, turn) -> None:
    """Age every picture by a quarter, and measure the gaps between them."""
    actors = w.picture_capability.shape[0]
    as_observer, as_seen = turn.scratch[AS_OBSERVER], turn.scratch[AS_SEEN]
    for a in range(actors):
        as_observer[a] = normal(turn, SLOT_CAPABILITY, a) / ROOT_TWO
        as_seen[a] = normal(turn, SLOT_RESOLVE, a) / ROOT_TWO
    for o in range(actors):
        for j in range(actors):
            if o != j:
                _see_other(w, p, as_observer[o], as_seen[j], o, j)
            else:
                w.picture_capability[o, j] = 1.0
                w.picture_resolve[o, j] = clip(p.resolve_anchor[j] + p.image_at_home * _image(w, p, j), 0.0, 1.0)
        for k in range(w.picture_law.shape[1]):
            _see_case(w, p, o, k)
    for k in range(w.gap.shape[0]):
        w.gap[k] = _gap(w, p, k)


@kernel
def _see_other(w, p, own_error: float, shown_error: float, o: int, j: int) -> None:
    """An observer's errors share a part over all it looks at, and all observers of one actor share another; the sum and
    the difference of the two parts are independent, and serve capability and resolve."""
    unsure = 1.0 - _information(w, p, o, j)
    error = p.capability_noise * unsure * (own_error + shown_error)
    aged = approach(1.0 + p.capability_bias[o], w.picture_capability[o, j], p.capability_memory)
    w.picture_capability[o, j] = clip(aged + error, SMALLEST_FACTOR, LARGEST_FACTOR)
    error = p.resolve_noise * unsure * (own_error - shown_error)
    aged = approach(_resolve_goal(w, p, o, j), w.picture_resolve[o, j], p.resolve_memory)
    w.picture_resolve[o, j] = clip(aged + error, 0.0, 1.0)


@kernel
def _information(w, p, o: int, j: int) -> float:
    """Share of new error removed by intelligence sharing (observers inside the alliance) and by channels (any pair)."""
    shared = 0.0
    if o in (p.protector, p.ally):
        shared = p.information_intelligence * w.intelligence_level
    exchanged = p.information_channels * max(w.channels[o], w.channels[j])
    return 1.0 - (1.0 - shared) * (1.0 - exchanged)


@kernel
def _resolve_goal(w, p, o: int, j: int) -> float:
    """The usual estimate, bent by the leader's image and by what channels may pretend."""
    goal = p.resolve_anchor[j] + p.channel_deception * max(w.channels[o], w.channels[j])
    return clip(goal + p.image_abroad * _image(w, p, j), 0.0, 1.0)


@kernel
def _image(w, p, j: int) -> float:
    """Hawkish image of the leader of j beyond the policy pursued; only the two sides' leaders are followed."""
    if j == p.ally:
        return w.leader_image[ALLY_SIDE]
    if j == p.protector:
        return w.leader_image[PROTECTOR_SIDE]
    return 0.0


@kernel
def _see_case(w, p, o: int, k: int) -> None:
    answer = w.permit[k, asked_of_ally(p, k)]
    if answer == YES:
        goal = 1.0
    elif answer == NO:
        goal = 0.0
    else:
        goal = p.undetermined_permits[o]
    learned = approach(w.picture_law[o, k], goal, p.law_learning[o])
    w.picture_law[o, k] = clip(learned, SUREST_NO, SUREST_YES)
    expected = approach(w.picture_delay[o, k], p.delay_bias[o] * w.decision_days[k], p.delay_learning)
    w.picture_delay[o, k] = clip(expected, 0.0, LONGEST)


@kernel
def asked_of_ally(p, k: int) -> int:
    """The legal move on which the ally's answer in contingency k turns."""
    if p.target[k] != p.ally:
        return HOST_CONSENT_COMBAT_USE if p.host[k] == p.ally else REAR_SUPPORT
    if p.cyber_case[k] > 0.0:
        return CYBER_RESPONSE
    return MISSILE_DESTRUCTION if p.missile_case[k] > 0.0 else MILITARY_RESPONSE


@kernel
def _gap(w, p, k: int) -> float:
    foe = p.challenger[k]
    inside = distance(w, p, p.protector, p.ally, k)
    across = (distance(w, p, p.protector, foe, k) + distance(w, p, p.ally, foe, k)) / 2.0
    return (1.0 - p.gap_challenger) * inside + p.gap_challenger * across


@kernel
def distance(w, p, a: int, b: int, k: int) -> float:
    """Distance, 0..1, between two governments' pictures of contingency k; symmetric, 0 for equal pictures."""
    foe = p.challenger[k]
    first, second = w.picture_capability[a, foe], w.picture_capability[b, foe]
    days = abs(w.picture_delay[a, k] - w.picture_delay[b, k])
    total = abs(w.belief[a, k] - w.belief[b, k]) + abs(w.picture_law[a, k] - w.picture_law[b, k])
    total += abs(w.picture_resolve[a, foe] - w.picture_resolve[b, foe])
    total += ratio(abs(first - second), first + second, 0.0) + ratio(days, days + p.gap_delay_scale, 0.0)
    return total / PARTS_OF_A_GAP


FIELDS = (
    Field("picture_capability", ("observer", "other"), "factor", 0.05, 20, "observer",
          "Observer's estimate of the other's capability over the truth."),
    Field("picture_resolve", ("observer", "other"), "share", 0, 1, "observer",
          "Observer's estimate of the other's resolve."),
    Field("picture_law", ("observer", "contingency"), "probability", 0.01, 0.99, "observer",
          "Belief that the ally's law permits the answer that it is asked for."),
    Field("picture_delay", ("observer", "contingency"), "days", 0, 365, "observer",
          "Days that the observer expects until a joint response."),
    Field("gap", ("contingency",), "index", 0, 1, "hidden",
          "Perception gap: distance between the pictures of protector and ally, and of the challenger."),
)  # fmt: skip
PARAMS = (
    Param("capability_memory", (), "share kept per quarter", 0, 1,
          "Estimate of another's capability kept over a quarter."),
    Param("capability_bias", ("observer",), "coefficient", -0.9, 2,
          "Lasting error of the observer's estimates of others, as a share of the truth."),
    Param("capability_noise", (), "standard deviation", 0, 1, "New error of an estimate in a quarter, as a share."),
    Param("information_intelligence", (), "share", 0, 1, "Share of new error that full intelligence sharing removes."),
    Param("information_channels", (), "share", 0, 1, "Share of new error that full exchange through channels removes."),
    Param("channel_deception", (), "coefficient", -0.5, 0.5,
          "Error that channels put into the estimate of resolve; sign free."),
    Param("resolve_anchor", ("actor",), "share", 0, 1, "Resolve usually ascribed to each actor."),
    Param("resolve_memory", (), "share kept per quarter", 0, 1, "Estimate of resolve kept over a quarter."),
    Param("resolve_noise", (), "standard deviation", 0, 1, "New error of an estimate of resolve in a quarter."),
    Param("image_abroad", (), "coefficient", -1, 2, "How far others read a leader's image as resolve."),
    Param("image_at_home", (), "coefficient", -1, 2, "How far a leader's own side reads it so; sign free."),
    Param("law_learning", ("observer",), "share", 0, 1,
          "Speed with which the observer learns what the target's law permits."),
    Param("undetermined_permits", ("observer",), "probability", 0, 1,
          "Observer's guess that an open question of law ends in permission."),
    Param("delay_learning", (), "share", 0, 1, "Speed with which expected delay follows the delay that would be."),
    Param("delay_bias", ("observer",), "factor", 0.1, 10, "Expected over actual delay."),
    Param("gap_challenger", (), "share", 0, 1,
          "Weight of the challenger's distance beside that between protector and ally."),
    Param("gap_delay_scale", (), "days", 0.1, 365, "Difference of expected delay that counts as half a gap."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Every government plays its own aged and biased picture of forces, resolve, law and delay.",
    source=("bennett_1977", "soeya2001", "pacificforum2013"),
    systems=("S04", "S11", "S18", "S25", "S54"),
    run=picture,
    core=True,
)
