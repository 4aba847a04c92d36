"""Elections set the window in which risky decisions wait, change leaders, and draw the protector's type of leadership.

    window[side] = risk while an election lies 1..length quarters ahead, a part of it in the quarter of the vote, else 0
    risk: 1 for the protector; for the ally clip(1 - seats to spare / (feared share x seats at stake)) in the chamber
    that votes, the larger of its two: a government that can lose what it fears and keep its majority does not wait
    ally: P(leader changes) = logistic(base + election [vote now] - approval (approval - normal))
    protector, the quarter after its election: P(type j) ~ chain[type, j], times exp(-voters (support - normal)) for the
    transactional and the retrencher;  chain[i, j] = stay (i = j) + (1 - stay) draw[j]
    the person changes with the type, or by chance where the type stays
    image = clip(policy (nationalists - pacifists in government) + spread z) at a change; image keep otherwise

A stress may force a type on the protector from a quarter on (`forced_type`, `forced_from`): nature's draw is then not
asked, the same in every bargain.

The protector's types are a Markov chain at its elections, tilted by its public's support for the alliance: a
war-weary public makes withdrawal likelier (S30), and 0 is inside the tilt's range. A new leader's image runs ahead of
policy (S18); who acts on images is perception's business. Early dissolutions are not drawn: the calendar is the
scenario's.

Clock: quarter. Units: quarters, shares, probability. Source: pacificforum2013, pollmann2019. Systems: S09, S18, S30.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import clip, exp, logistic
from kaname.core.slots import SLOT
from kaname.model.politics.counting import at_risk
from kaname.model.world.log import note
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn, normal, uniform
from kaname.words.axes import (
    ALLY_SIDE,
    LOWER,
    NATIONALIST,
    PACIFIST,
    PROTECTOR_SIDE,
    RETRENCHER,
    TRANSACTIONAL,
    UPPER,
)
from kaname.words.declare import Field, Param
from kaname.words.events import KIND
from kaname.words.fields import BY_NAME as FIELD

ELECTION = KIND["election"]
ADMINISTRATION = SLOT["administration"]
LEADER_IMAGE = SLOT["leader_image"]
ALLY_LEADER = SLOT["election_ally"]
REELECTION = SLOT["leader_reelection"]
OF_PROTECTOR = 2
"""The rows of the calendar are the chambers and then the protector's election."""
HORIZON = int(FIELD["quarters_to_election"].high)


@kernel
def calendar(w, p, turn: Turn) -> None:
    """Advance the political calendar of both sides by one quarter."""
    upper = until_vote(turn, UPPER)
    lower = until_vote(turn, LOWER)
    of_protector = until_vote(turn, OF_PROTECTOR)
    w.quarters_to_election[ALLY_SIDE] = min(upper, lower)
    w.quarters_to_election[PROTECTOR_SIDE] = of_protector
    of_upper = _open(p, ALLY_SIDE, upper) * at_risk(w, p, UPPER)
    w.window[ALLY_SIDE] = max(of_upper, _open(p, ALLY_SIDE, lower) * at_risk(w, p, LOWER))
    w.window[PROTECTOR_SIDE] = _open(p, PROTECTOR_SIDE, of_protector)
    _ally_leader(w, p, turn, min(upper, lower))
    _protector_leader(w, p, turn)
    hawks = w.government_ideology[NATIONALIST] - w.government_ideology[PACIFIST]
    for side in range(w.leader_image.shape[0]):
        _image(w, p, turn, side, p.image_policy * hawks if side == ALLY_SIDE else 0.0)


@kernel
def until_vote(turn: Turn, row: int) -> int:
    """Quarters until the next election of a row of the calendar, 0 in its quarter; the horizon if none is marked."""
    marks = turn.tables.calendar
    last = min(marks.shape[0] - turn.quarter, HORIZON)
    for ahead in range(last):
        if marks[turn.quarter + ahead, row] != 0:
            return ahead
    return HORIZON


@kernel
def _open(p, side: int, ahead: int) -> float:
    """How much of a quarter lies in the window of a vote so many quarters ahead."""
    if ahead == 0:
        return p.window_at_vote[side]
    return 1.0 if ahead <= p.window_length[side] else 0.0


@kernel
def _ally_leader(w, p, turn: Turn, ahead: int) -> None:
    odds = p.leader_fall - p.leader_approval * (w.approval[ALLY_SIDE] - p.approval_normal[ALLY_SIDE])
    if ahead == 0:
        odds += p.leader_election
        note(w, turn, ELECTION, p.ally, ALLY_SIDE, w.administration, w.window[ALLY_SIDE], 0.0, 0.0, 0.0)
    fell = uniform(turn, ALLY_LEADER, 0) < logistic(odds)
    w.leader_change[ALLY_SIDE] = 1.0 if fell else 0.0


@kernel
def _protector_leader(w, p, turn: Turn) -> None:
    before = turn.quarter - 1
    taken = before >= 0 and turn.tables.calendar[max(before, 0), OF_PROTECTOR] != 0
    w.leader_change[PROTECTOR_SIDE] = 0.0
    due = p.forced_from > 0 and turn.quarter + 1 >= p.forced_from
    if taken or (due and w.administration != p.forced_type):
        follower = p.forced_type if due else next_type(w, p, turn)
        if follower != w.administration or uniform(turn, REELECTION, 0) >= p.leader_reelection:
            w.leader_change[PROTECTOR_SIDE] = 1.0
        w.administration = follower
        note(w, turn, ELECTION, p.protector, PROTECTOR_SIDE, follower, w.window[PROTECTOR_SIDE], 0.0, 0.0, 0.0)


@kernel
def next_type(w, p, turn: Turn) -> int:
    """The type drawn at the protector's election, from the chain tilted by its public's support for the alliance."""
    count = p.administration_draw.shape[0]
    support = w.support_alliance[PROTECTOR_SIDE] - p.support_alliance_normal[PROTECTOR_SIDE]
    tired = exp(-p.administration_voters * support)
    weights = turn.scratch[0]
    total = 0.0
    for j in range(count):
        kept = p.administration_stay if j == w.administration else 0.0
        weights[j] = kept + (1.0 - p.administration_stay) * p.administration_draw[j]
        weights[j] *= tired if j in (TRANSACTIONAL, RETRENCHER) else 1.0
        total += weights[j]
    reach = uniform(turn, ADMINISTRATION, 0) * total
    for j in range(count - 1):
        reach -= weights[j]
        if reach < 0.0:
            return j
    return count - 1


@kernel
def _image(w, p, turn: Turn, side: int, policy: float) -> None:
    if w.leader_change[side] == 1.0:
        drawn = policy + p.image_spread * normal(turn, LEADER_IMAGE, side)
        w.leader_image[side] = clip(drawn, -1.0, 1.0)
    else:
        w.leader_image[side] *= p.image_keep


FIELDS = (
    Field("administration", (), "code", 0, 3, "hidden",
          "Type of the protector's leadership (place on the administration axis).", "code"),
    Field("window", ("side",), "share", 0, 1, "public",
          "How far an election window freezes risky decisions of the side; the ally's is counted in seats."),
    Field("quarters_to_election", ("side",), "quarters", 0, 64, "public", "Quarters until the side's next election."),
    Field("leader_change", ("side",), "share", 0, 1, "public",
          "1 in a quarter in which the side's leadership changed."),
    Field("leader_image", ("side",), "index", -1, 1, "public",
          "Hawkish image of the leader beyond the policy pursued; decays."),
)  # fmt: skip
PARAMS = (
    Param("window_length", ("side",), "quarters", 0, 16, "Quarters before an election in which risky decisions wait."),
    Param("window_at_vote", ("side",), "share", 0, 1,
          "Part of the quarter of the vote that still belongs to the window."),
    Param("window_feared", (), "share", 0.01, 1,
          "Share of the seats at stake that a government fears to lose at an election."),
    Param("leader_fall", (), "logit", -8, 2,
          "Log odds per quarter that the ally's leader changes, at normal approval and without an election."),
    Param("leader_election", (), "logit", -2, 5, "What an election in the quarter adds to those log odds."),
    Param("leader_approval", (), "coefficient", -5, 20, "What a point of approval (share) takes from those log odds."),
    Param("leader_reelection", (), "probability", 0, 1,
          "Chance that the person stays when the protector's type stays."),
    Param("image_policy", (), "coefficient", -2, 2,
          "How far a new leader's image exaggerates the leaning of the government."),
    Param("image_spread", (), "standard deviation", 0, 1, "Spread of a new leader's image beyond that."),
    Param("image_keep", (), "share kept per quarter", 0, 1, "Part of an image that is left after a quarter."),
    Param("administration_stay", (), "probability", 0, 1,
          "Chance that the protector's type of leadership outlasts its election."),
    Param("administration_draw", ("administration",), "probability", 0, 1,
          "Chance of each type where the type does not outlast the election."),
    Param("administration_voters", (), "coefficient", -5, 10,
          "How far low support for the alliance tilts the draw to the transactional and the retrencher."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Elections set windows in which decisions wait, change leaders and draw the protector's type of "
    "leadership.",
    source=("pacificforum2013", "pollmann2019"),
    systems=("S09", "S18", "S30"),
    run=calendar,
    core=True,
)
