"""A thaw is offered and taken when it pays; the rival courts the alliance's members when they are open to it.

Formula: proliferator offers a thaw: gain * sanctions pressure - price, against 0; the partner accepts: peace * threat
seen + outlook * its government's outlook - loyalty * its faith in the umbrella - tests * n / (1 + n), against 0; the
outlook is drawn anew, uniform in -1..1, at each of the partner's elections: diverging preferences are what a wedge
needs. openness = bloc * bloc weight + tariff * tariff + table * reassurance of the rival by the protector + thaw *
thaw + trust * (1 - ally's trust) + engagement of the rival * (g0 + g1 * certainty), within 0..1; the rival courts:
gain * openness - price, against 0; the wedge goes part of the way to openness while it courts and to 0 while it does
not. All terms but the choices have free signs.

Clock: quarter. Units: shares, stakes. Source: Heginbotham 2018 (the thaw of 2018 as a wedge), Pacific Forum CSIS 2013
(a table that isolates Tokyo), Crawford 2011 on wedge strategies, recalled. System S52.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip
from kaname.core.slots import SLOT
from kaname.model.diplomacy.decision import VALUES_ROW, certainty, decide
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.seats import QUESTION
from kaname.model.world.turn import Turn, uniform
from kaname.words.axes import ALLY_SIDE
from kaname.words.declare import Field, Param
from kaname.words.events import KIND
from kaname.words.levers import LEVER

THAW_SLOT = SLOT["thaw"]
THAW_QUESTION = QUESTION["thaw"]
THAW_EVENT = KIND["thaw"]
WEDGE_EVENT = KIND["wedge"]
REASSURANCE = LEVER["reassurance"]
ENGAGEMENT = LEVER["engagement"]
NO_OR_YES = 2
OF_OFFER, OF_ANSWER, OF_COURTING = 100, 101, 102


@kernel
def wedge(w, p, turn: Turn) -> None:
    """Write the thaw, the partner's outlook and the wedge."""
    if turn.quarter >= p.partner_first_election and (turn.quarter - p.partner_first_election) % p.partner_term == 0:
        w.partner_outlook = 2.0 * uniform(turn, THAW_SLOT, 0) - 1.0
    goal = 0.0
    if offers_thaw(w, p, turn) == 1:
        goal = accepts_thaw(w, p, turn)
    w.thaw = approach(w.thaw, goal, p.thaw_speed)
    open_to = openness(w, p)
    courts = yes_if(w, p, turn, p.rival, p.wedge_gain * open_to - p.wedge_price, WEDGE_EVENT, OF_COURTING)
    w.wedge = approach(w.wedge, open_to * courts, p.wedge_speed)


@kernel
def offers_thaw(w, p, turn: Turn) -> int:
    """1 if the proliferator offers the partner a thaw this quarter, or keeps one going."""
    worth = p.thaw_gain * w.sanctions_pressure - p.thaw_price
    return yes_if(w, p, turn, p.proliferator, worth, THAW_EVENT, OF_OFFER)


@kernel
def accepts_thaw(w, p, turn: Turn) -> int:
    """1 if the partner takes the offer."""
    worth = (
        p.thaw_peace * w.threat[p.partner, p.proliferator]
        + p.thaw_outlook * w.partner_outlook
        - p.thaw_loyalty * w.belief_nuclear[p.partner]
        - p.thaw_tests * w.tests / (1.0 + w.tests)
    )
    return yes_if(w, p, turn, p.partner, worth, THAW_EVENT, OF_ANSWER)


@kernel
def yes_if(w, p, turn: Turn, actor: int, worth: float, event: int, index: int) -> int:
    """The seat's choice between no (worth 0) and yes."""
    values = turn.scratch[VALUES_ROW]
    values[0] = 0.0
    values[1] = worth
    return decide(w, p, turn, actor, THAW_QUESTION, event, NO_OR_YES, index)


@kernel
def openness(w, p) -> float:
    """How open the alliance's members are to the rival's offers, 0..1."""
    opening = p.wedge_engagement + p.wedge_engagement_certainty * certainty(w, p)
    pull = (
        p.wedge_bloc * w.bloc_weight
        + p.wedge_tariff * w.tariff
        + p.wedge_table * w.lever[REASSURANCE]
        + p.wedge_thaw * w.thaw
        + p.wedge_trust * (1.0 - w.trust[ALLY_SIDE])
        + w.lever[ENGAGEMENT] * opening
    )
    return clip(pull, 0.0, 1.0)


FIELDS = (
    Field("thaw", (), "share", 0, 1, "public", "Thaw between the partner and the proliferator."),
    Field("wedge", (), "share", 0, 1, "public",
          "How far the rival's offers pull the ally and its partners from the protector."),
    Field("partner_outlook", (), "signed index", -1, 1, "public",
          "Outlook of the partner's government on the proliferator: -1 pressure, 1 engagement."),
)  # fmt: skip
PARAMS = (
    Param("partner_first_election", (), "quarters", 0, 24,
          "Quarters from the start to the partner's first election of a leader.", "count"),
    Param("partner_term", (), "quarters", 4, 24, "Quarters between them.", "count"),
    Param("thaw_gain", (), "stake", 0, 2,
          "Worth of a thaw to the proliferator per unit of sanctions that it may loosen."),
    Param("thaw_price", (), "stake", 0, 2, "Cost to the proliferator of offering a thaw."),
    Param("thaw_peace", (), "stake", -2, 2, "Worth of a thaw to the partner per unit of threat that it sees."),
    Param("thaw_outlook", (), "stake", 0, 2, "Worth of a thaw to a partner whose government seeks engagement."),
    Param("thaw_loyalty", (), "stake", -2, 2,
          "Cost of a thaw to the partner when its faith in the umbrella is complete; free sign."),
    Param("thaw_tests", (), "stake", 0, 2, "Cost of a thaw to the partner in a quarter of many tests."),
    Param("thaw_speed", (), "1/quarter", 0, 1, "Share of the way that a thaw comes or goes in a quarter."),
    Param("wedge_bloc", (), "coefficient", -2, 2, "Pull of the rival's trade bloc."),
    Param("wedge_tariff", (), "coefficient", -2, 5, "Push of the protector's tariffs."),
    Param("wedge_table", (), "coefficient", -2, 2,
          "Push of the protector's own table with the rival, which passes the ally by."),
    Param("wedge_thaw", (), "coefficient", -2, 2, "Pull of a table of partner, rival and proliferator."),
    Param("wedge_trust", (), "coefficient", -2, 2, "Openness to the rival's offers when the ally's trust is gone."),
    Param("wedge_engagement", (), "coefficient", -2, 2,
          "Opening that engagement of the rival gives it, when the alliance is uncertain."),
    Param("wedge_engagement_certainty", (), "coefficient", -2, 2,
          "Change of that opening when the alliance is certain."),
    Param("wedge_gain", (), "stake", 0, 2, "Worth to the rival of members that are open to its offers."),
    Param("wedge_price", (), "stake", 0, 2, "Cost to the rival of courting them."),
    Param("wedge_speed", (), "1/quarter", 0, 1, "Share of the way to its goal that the wedge goes in a quarter."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="A thaw is offered and taken when it pays; the rival courts members who are open to its offers.",
    source=("heginbotham2018", "pacificforum2013", "crawford_2011"),
    systems=("S52",),
    run=wedge,
)
