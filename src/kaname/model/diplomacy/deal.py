"""Missiles have a price by class: offers and answers follow what pays, talks are slow, and either side may break.

Formula, while no deal is in force: the protector chooses among no offer, the long-range class alone, and all classes:
    v_0 = -stance * |s|;  v_long = home * risk - money * price_long - stance * |s - 1/2|
    v_all = home * risk + for_ally * threat to the ally * protector's trust - money *
            (prices less the ally's part) - stance * |s - 1|
s the stated stance (0 pressure, 1/2 long-range only, 1 full package). A new subject starts the talks again. Otherwise
the proliferator moves or stalls: income * prices + relief * sanctions + security * threat seen from the protector *
subject / 2 - worth of the missiles, against the worth of delay; talks advance when it moves, and at 1 there is a
deal. In force, each side keeps or breaks by the same worth against minus the cost of breaking, both asked before
either acts; a challenge by the proliferator ends it, and the crisis counts that cost (crisis.payoffs). A long-range
deal leaves the ally's threat in place and takes what the protector feared (S49).

Clock: quarter. Units: stakes, bn USD 2023 a year. Source: Solomon 2018 (separate prices, salami bargaining, who pays
for which); prices are judgements around the sums asked and offered in 1994-2000, recalled. System S50.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach
from kaname.model.diplomacy.decision import VALUES_ROW, decide
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.seats import QUESTION
from kaname.model.world.turn import Turn
from kaname.words.axes import ALLY_SIDE, INTERCONTINENTAL, MEDIUM, PROTECTOR_SIDE, SHORT
from kaname.words.declare import Field, Param
from kaname.words.events import KIND
from kaname.words.levers import LEVER

DEAL_QUESTION = QUESTION["deal"]
DEAL_EVENT = KIND["deal"]
DEAL_STANCE = LEVER["deal_stance"]
NO_DEAL, LONG_RANGE, FULL = 0, 1, 2
OFFERS, NO_OR_YES = 3, 2
OF_OFFER, OF_ANSWER, OF_PROTECTOR, OF_PROLIFERATOR = 200, 201, 202, 203


@kernel
def deal(w, p, turn: Turn) -> None:
    """Write talks, the deal in force and what each side pays."""
    if w.deal == NO_DEAL:
        bargain(w, p, turn)
    else:
        uphold(w, p, turn)
    w.deal_payment[PROTECTOR_SIDE] = protector_pays(p, w.deal)
    w.deal_payment[ALLY_SIDE] = ally_pays(p, w.deal)


@kernel
def bargain(w, p, turn: Turn) -> None:
    """An offer, and the answer to it."""
    values = turn.scratch[VALUES_ROW]
    for option in range(OFFERS):
        values[option] = worth_to_protector(w, p, option)
    offer = decide(w, p, turn, p.protector, DEAL_QUESTION, DEAL_EVENT, OFFERS, OF_OFFER)
    if offer == NO_DEAL:
        w.talks = approach(w.talks, 0.0, p.deal_talks_speed)
    elif offer != w.talks_about:
        w.talks = 0.0
        w.talks_about = offer
    elif moves(w, p, turn, offer) == 1:
        advance(w, p)


@kernel
def advance(w, p) -> None:
    """Talks go a step further; at the end of them stands the deal."""
    w.talks = min(1.0, w.talks + p.deal_talks_speed)
    if w.talks >= 1.0:
        w.deal = w.talks_about
        w.talks = 0.0


@kernel
def moves(w, p, turn: Turn, subject: int) -> int:
    """1 if the proliferator moves towards what is offered, 0 if it stalls."""
    values = turn.scratch[VALUES_ROW]
    values[0] = p.deal_patience
    values[1] = worth_to_proliferator(w, p, subject)
    return decide(w, p, turn, p.proliferator, DEAL_QUESTION, DEAL_EVENT, NO_OR_YES, OF_ANSWER)


@kernel
def uphold(w, p, turn: Turn) -> None:
    """Both sides keep or break the deal in force; one is enough to end it."""
    values = turn.scratch[VALUES_ROW]
    values[0] = worth_to_protector(w, p, NO_DEAL) - p.deal_break
    values[1] = worth_to_protector(w, p, w.deal)
    protector_keeps = decide(w, p, turn, p.protector, DEAL_QUESTION, DEAL_EVENT, NO_OR_YES, OF_PROTECTOR)
    values[0] = -p.deal_break
    values[1] = worth_to_proliferator(w, p, w.deal)
    other_keeps = decide(w, p, turn, p.proliferator, DEAL_QUESTION, DEAL_EVENT, NO_OR_YES, OF_PROLIFERATOR)
    if protector_keeps + other_keeps < NO_OR_YES or _challenged(w, p):
        w.deal = NO_DEAL
        w.talks_about = NO_DEAL


@kernel
def _challenged(w, p) -> bool:
    """Whether the proliferator used an opportunity in the quarter before."""
    used = False
    for k in range(w.rung.shape[0]):
        if p.challenger[k] == p.proliferator and w.rung[k] > 0:
            used = True
    return used


@kernel
def worth_to_protector(w, p, subject: int) -> float:
    """Worth to the protector of no deal (0), the long-range class (1) or all classes (2), in stakes."""
    worth = -p.deal_stance * abs(w.lever[DEAL_STANCE] - subject / (OFFERS - 1))
    worth -= p.deal_money * protector_pays(p, subject)
    if subject >= LONG_RANGE:
        worth += p.deal_home * w.homeland_risk[p.proliferator]
    if subject == FULL:
        worth += p.deal_for_ally * w.threat[p.ally, p.proliferator] * w.trust[PROTECTOR_SIDE]
    return worth


@kernel
def worth_to_proliferator(w, p, subject: int) -> float:
    """Worth to the proliferator of money and relief, less that of the missiles it gives up, in stakes."""
    money = protector_pays(p, subject) + ally_pays(p, subject)
    worth = p.deal_income * money + p.deal_relief * w.sanctions_pressure - p.deal_missiles[INTERCONTINENTAL]
    worth += p.deal_security * w.threat[p.proliferator, p.protector] * subject / (OFFERS - 1)
    if subject == FULL:
        worth -= p.deal_missiles[SHORT] + p.deal_missiles[MEDIUM]
    return worth


@kernel
def protector_pays(p, subject: int) -> float:
    """Bn USD a year that the protector pays for a deal on `subject`."""
    if subject == NO_DEAL:
        return 0.0
    if subject == LONG_RANGE:
        return p.deal_price[INTERCONTINENTAL]
    return p.deal_price[INTERCONTINENTAL] + (1.0 - p.deal_ally_share) * (p.deal_price[SHORT] + p.deal_price[MEDIUM])


@kernel
def ally_pays(p, subject: int) -> float:
    """Bn USD a year that the ally pays for a deal on `subject`: its part for the missiles that reach it."""
    if subject != FULL:
        return 0.0
    return p.deal_ally_share * (p.deal_price[SHORT] + p.deal_price[MEDIUM])


FIELDS = (
    Field("deal", (), "code", 0, 2, "public",
          "Deal with the proliferator: 0 none, 1 long-range missiles only, 2 all ranges.", "code"),
    Field("talks", (), "share", 0, 1, "public", "Progress of talks on the proliferator's missiles; 1 is agreement."),
    Field("talks_about", (), "code", 0, 2, "public",
          "What the talks are about: 0 none, 1 long-range missiles only, 2 all ranges.", "code"),
    Field("deal_payment", ("side",), "bn USD 2023 per year", 0, 1000, "public",
          "What each side pays the proliferator under the deal in force."),
)  # fmt: skip
PARAMS = (
    Param("deal_price", ("range",), "bn USD 2023 per year", 0, 20,
          "Price that the proliferator asks for each class of missiles."),
    Param("deal_money", (), "coefficient", 0, 0.2, "Stake of the protector per bn USD a year that it pays."),
    Param("deal_income", (), "coefficient", 0, 2, "Stake of the proliferator per bn USD a year that it is paid."),
    Param("deal_security", (), "stake", -1, 3,
          "Worth to the proliferator of the assurances in a full deal, at the greatest threat from the protector."),
    Param("deal_ally_share", (), "share", 0, 1,
          "Share of the price of the missiles that threaten the ally that the ally pays."),
    Param("deal_home", (), "stake", 0, 20, "Worth to the protector of safety from a war sure to reach its homeland."),
    Param("deal_for_ally", (), "stake", 0, 2, "Worth to the protector of ending the threat to an ally that it trusts."),
    Param("deal_stance", (), "stake", 0, 3, "Cost to the protector of an offer other than its stated stance."),
    Param("deal_relief", (), "stake", 0, 3, "Worth to the proliferator of relief from complete sanctions."),
    Param("deal_missiles", ("range",), "stake", 0, 2, "Worth to the proliferator of keeping each class of missiles."),
    Param("deal_patience", (), "stake", -1, 1, "Worth to the proliferator of a quarter's delay in talks."),
    Param("deal_talks_speed", (), "1/quarter", 0, 1, "Progress of talks in a quarter in which both move."),
    Param("deal_break", (), "stake", 0, 3, "Cost to either side of breaking a deal in force."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Missiles have a price by class; offers follow what pays, talks are slow, and either side may break.",
    source=("solomon2018",),
    systems=("S50", "S49"),
    run=deal,
)
