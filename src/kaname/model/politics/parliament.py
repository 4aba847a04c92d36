"""Elections move seats; the lower chamber makes the government; the seats of all parties are their voice.

    weight[f] = exp(kept log(share of seats[f]) + (1 - kept) log(usual[f]) + disproportion votes[f])
    votes[f]  = views x sum over i of family_ideology[f, i] (public[i] - normal[i])
                + approval (approval - normal) if f governs + spread z
    seats won = the seats at stake, shared out by weight, whole seats by the largest remainders
    upper chamber: half is at stake at each vote; who was elected then stays at the next
    government: the largest family of the lower chamber; partners stay as long as it leads, and the nearest family by
                ideology that is near enough joins while the majority of the lower chamber is missing
    party_voice[i] = sum over families of all their seats x family_ideology[f, i], as a share

An election of the first quarter lies behind the seats of the start. Families that want more than a partner can give
stay out, so that a government may be in a minority. The rule knows no candidates, districts or dissolution: the
calendar is the scenario's. Without seats in the start nothing is counted, and voice stays as it was.

Clock: quarter. Units: seats, shares. Source: the seats after elections since 2000 (record.seats), forms ours. Systems:
S09, S26.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import exp, log
from kaname.core.slots import SLOT
from kaname.model.politics.counting import seats_at_stake, seats_of, seats_of_government
from kaname.model.politics.opinion import pacifists_beyond_normal
from kaname.model.world.log import note
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn, normal
from kaname.words.axes import ALLY_SIDE, LOWER, NATIONALIST, PACIFIST, PARTY_FAMILIES, REALIST, UPPER
from kaname.words.declare import Field, Param
from kaname.words.events import KIND

VOTES = SLOT["election_votes"]
COUNTED = KIND["seats"]
FAMILIES = len(PARTY_FAMILIES)
WEIGHTS, WON = 0, 1
LEADS, PARTNER, OPPOSES = 1.0, 1.0, 0.0


@kernel
def parliament(w, p, turn: Turn) -> None:
    """Hold the elections that are due and let seats speak."""
    if seats_of(w, LOWER) == 0.0:
        return
    marks = turn.tables.calendar
    if turn.quarter > 0 and marks[turn.quarter, LOWER] != 0:
        _elect(w, p, turn, LOWER)
        _form_government(w, p)
        _tell(w, p, turn, LOWER)
    if turn.quarter > 0 and seats_at_stake(w, UPPER) > 0.0 and marks[turn.quarter, UPPER] != 0:
        _elect(w, p, turn, UPPER)
        _tell(w, p, turn, UPPER)
    _speak(w, p)


@kernel
def _elect(w, p, turn: Turn, chamber: int) -> None:
    weights = turn.scratch[WEIGHTS]
    whole, total = seats_of(w, chamber), 0.0
    for f in range(w.seats.shape[1]):
        held = log(max(w.seats[chamber, f] / whole, p.seats_trace))
        usual = log(max(p.seats_usual[f], p.seats_trace))
        strength = p.seats_kept * held + (1.0 - p.seats_kept) * usual
        weights[f] = exp(strength + p.party_disproportion * _votes(w, p, turn, chamber, f))
        total += weights[f]
    won = turn.scratch[WON]
    _share_out(weights, won, total, seats_at_stake(w, chamber))
    for f in range(w.seats.shape[1]):
        if chamber == UPPER:
            w.seats[UPPER, f] = w.seats_staying[f] + won[f]
            w.seats_staying[f] = won[f]
        else:
            w.seats[LOWER, f] = won[f]


@kernel
def _votes(w, p, turn: Turn, chamber: int, f: int) -> float:
    """What views, approval and luck add to the log of a family's votes."""
    nationalists = w.public_ideology[NATIONALIST] - p.nationalists_normal
    pacifists = pacifists_beyond_normal(w, p)
    agreeing = p.family_ideology[f, NATIONALIST] * nationalists + p.family_ideology[f, PACIFIST] * pacifists
    agreeing -= p.family_ideology[f, REALIST] * (nationalists + pacifists)
    approved = p.votes_approval * (w.approval[ALLY_SIDE] - p.approval_normal[ALLY_SIDE]) * w.in_government[f]
    return p.votes_views * agreeing + approved + p.votes_spread * normal(turn, VOTES, chamber * FAMILIES + f)


@kernel
def _share_out(weights, won, total: float, at_stake: float) -> None:
    """Whole seats by weight; what is left over goes to the largest remainders."""
    left = at_stake
    for f in range(FAMILIES):
        due = at_stake * weights[f] / total
        won[f] = float(int(due))
        weights[f] = due - won[f]
        left -= won[f]
    for _ in range(FAMILIES):
        first = 0
        for f in range(FAMILIES):
            if weights[f] > weights[first]:
                first = f
        given = min(1.0, max(0.0, left))
        won[first] += given
        left -= given
        weights[first] = 0.0


@kernel
def _form_government(w, p) -> None:
    first = 0
    for f in range(w.seats.shape[1]):
        if w.seats[LOWER, f] > w.seats[LOWER, first]:
            first = f
    if w.government_leads != first:
        for f in range(w.in_government.shape[0]):
            w.in_government[f] = OPPOSES
    w.government_leads = first
    w.in_government[first] = LEADS
    for _ in range(FAMILIES):
        nearest = _nearest(w, p, first)
        if nearest >= 0 and seats_of_government(w, LOWER) <= seats_of(w, LOWER) / 2.0:
            w.in_government[nearest] = PARTNER


@kernel
def _nearest(w, p, first: int) -> int:
    """The family outside government nearest to the one that leads, if one is near enough to join it; else -1."""
    nearest, least = -1, p.partner_distance
    for f in range(w.in_government.shape[0]):
        apart = 0.0
        for i in range(p.family_ideology.shape[1]):
            apart += abs(p.family_ideology[f, i] - p.family_ideology[first, i]) / 2.0
        if w.in_government[f] == OPPOSES and w.seats[LOWER, f] > 0.0 and apart < least:
            nearest, least = f, apart
    return nearest


@kernel
def _tell(w, p, turn: Turn, chamber: int) -> None:
    above, below = seats_of_government(w, UPPER), seats_of_government(w, LOWER)
    note(w, turn, COUNTED, p.ally, chamber, above, seats_of(w, UPPER), below, seats_of(w, LOWER), w.government_leads)


@kernel
def _speak(w, p) -> None:
    whole = seats_of(w, UPPER) + seats_of(w, LOWER)
    for i in range(w.party_voice.shape[0]):
        voice = 0.0
        for f in range(w.seats.shape[1]):
            voice += (w.seats[UPPER, f] + w.seats[LOWER, f]) * p.family_ideology[f, i]
        w.party_voice[i] = min(1.0, voice / whole)


FIELDS = (
    Field("seats", ("chamber", "party_family"), "count", 0, 2000, "public",
          "Seats of each family of parties in the chambers of the ally's parliament."),
    Field("seats_staying", ("party_family",), "count", 0, 1000, "public",
          "Of the seats of the upper chamber, those that the next election does not fill."),
    Field("in_government", ("party_family",), "share", 0, 1, "public", "1 where the family of parties governs."),
    Field("government_leads", (), "code", 0, 5, "public",
          "The family of parties that leads the ally's government (place on the axis).", "code"),
    Field("party_voice", ("ideology",), "share", 0, 1, "public",
          "The three ideologies' voice in the ally's parties, by their seats in both chambers."),
)  # fmt: skip
PARAMS = (
    Param("family_ideology", ("party_family", "ideology"), "share", 0, 1,
          "Shares of pacifists, realists and nationalists among the members of a family of parties."),
    Param("seats_usual", ("party_family",), "share", 0, 1,
          "Share of seats to which a family returns, the mean of past elections."),
    Param("seats_kept", (), "share", 0, 1,
          "How far a family's seats at the last vote, rather than its usual ones, are where the next begins."),
    Param("seats_trace", (), "share", 1e-05, 0.02, "Smallest share of seats with which a family still counts."),
    Param("votes_views", (), "coefficient", -2, 12,
          "Effect of the share of like-minded people beyond normal on a family's votes, log."),
    Param("votes_approval", (), "coefficient", -2, 6,
          "Effect of approval beyond normal on the votes of families that govern, log per unit of the share."),
    Param("votes_spread", (), "standard deviation", 0, 1, "Spread of an election's luck in a family's votes, log."),
    Param("party_disproportion", (), "coefficient", 0.5, 4,
          "How far seats exaggerate votes (1 in proportion, 3 the cube law)."),
    Param("partner_distance", (), "share", 0, 1,
          "Distance in ideology (half the sum of differences) at which a family no longer joins a government."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Elections move seats by views, approval and luck; the lower chamber makes the government, and seats "
    "are the parties' voice.",
    source=("heginbotham2018", "seats_reported"),
    systems=("S09", "S26"),
    run=parliament,
)
