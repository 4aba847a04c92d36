"""Now and then the ally weighs what it has beside the guarantee: partners, accommodation, autonomy, nuclear arms.

    logit P(review) = logit(normal) + volatility (reversals - normal) + slight (normal trust - trust)
                      + fear (abandonment fear - normal), per quarter;  then a quantal choice among
    stay:        - open - bare;   open = threat x abandonment fear x exp(outmatched (imbalance - normal)),
                 bare = missile threat (1 - umbrella)
    partners:    - open (1 - neighbours ring depth) - bare - cost
    accommodate: - (open + bare)(1 - relief) - price x (realists + nationalists in government)
    autonomy:    - open (1 - relief) - bare - budget (autonomy factor - 1) normal share - debt (debt - limit above 0)
    nuclear:     - open (1 - relief) - bare (1 - relief) - norm (1 - public support) - alliance x umbrella - pacifists
    strike acceptance' = acceptance + speed (logistic(base + support for strike + hawks in government) - acceptance)

The values are on the crisis' scale, where the challenger's stake is 1, and the trace prints them. An island state has
few neighbours to turn to: `hedge_neighbours` says how much their ring can stand in for the guarantor (S58). A nuclear
choice is not taken back in the horizon; it is a political fact, no weapon is used in the model. Other choices may be
revised at the next review. A guarantee comes up for review where the protector takes back its words, slights the
ally, or is feared to be leaving (Singh and Way 2004: a great power's protection and open trade hold nuclear ambitions
down); each with a sign of its own, since one may also get used to it. How open a state is to force follows the forces
that it has and counts on beside those against it (world.imbalance): who can hold its own needs the other ways less
(Debs and Monteiro 2017), or has shown that it means to stand alone; sign free. The hedge acts through economy.burden
and whoever reads it.

Clock: quarter. Units: stakes, probability per quarter. Source: singh_way_2004, mckelvey_palfrey_1995, pacificforum2013,
solomon2018, heginbotham2018. Systems: S28, S58.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, exp, logistic, logit
from kaname.core.slots import SLOT
from kaname.model.world.imbalance import imbalance
from kaname.model.world.log import chain, note
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.seats import QUESTION, choose, probability
from kaname.model.world.turn import Turn, uniform
from kaname.words.axes import ALLY_SIDE, NATIONALIST, PACIFIST, REALIST
from kaname.words.declare import Field, Param
from kaname.words.events import KIND

REVIEW = SLOT["proliferation"]
WEIGHED, TAKEN_UP = KIND["diplomacy"], KIND["nuclear_option"]
ASKED = QUESTION["nuclear"]
INDEX = ASKED * 256  # a byte of indices for each question keeps choices of one moment apart
STAY, PARTNERS, ACCOMMODATION, AUTONOMY, NUCLEAR = range(1 + 2 + 2)
CHOICES = 1 + NUCLEAR


@kernel
def proliferation(w, p, turn: Turn) -> None:
    """Move the acceptance of strike, and hold a review if one falls due."""
    hawks = w.government_ideology[NATIONALIST] - w.government_ideology[PACIFIST]
    drivers = p.strike_support * (w.support_strike - p.support_strike_normal)
    drivers += p.strike_hawks * (hawks - p.burden_normal_hawks)
    w.strike_option = approach(w.strike_option, logistic(logit(p.strike_normal) + drivers), p.strike_speed)
    if w.nuclear_option == 0 and uniform(turn, REVIEW, 0) < chance_of_review(w, p):
        _review(w, p, turn)


@kernel
def chance_of_review(w, p) -> float:
    """Probability per quarter that the guarantee itself is put in question at home."""
    odds = logit(p.review_normal) + p.review_volatility * (w.reversals - p.reversals_normal)
    odds += p.review_slight * (p.trust_normal - w.trust[ALLY_SIDE])
    return logistic(odds + p.review_fear * (w.abandonment_fear - p.abandonment_normal))


@kernel
def _review(w, p, turn: Turn) -> None:
    values = turn.scratch[0]
    weigh(w, p, values)
    choice = choose(w, p, turn, p.ally, ASKED, values, CHOICES, INDEX)
    chance = probability(values, CHOICES, p.choice_precision, choice)
    w.hedge = choice
    note(w, turn, WEIGHED, p.ally, choice, values[choice], values[STAY], chance, 0.0, 0.0)
    if choice == NUCLEAR:
        w.nuclear_option = 1
        threat = w.threat[p.ally, p.proliferator]
        note(w, turn, TAKEN_UP, p.ally, w.support_nuclear, w.belief_nuclear[p.ally], threat, chance, 0.0, 0.0)
        chain(w, turn, TAKEN_UP, 0, choice)


@kernel
def weigh(w, p, values) -> None:
    """Write the value of each alternative, in stakes, into values[:5]."""
    strongest = max(w.threat[p.ally, p.rival], w.threat[p.ally, p.proliferator])
    outmatched = imbalance(w, p, p.ally) - p.burden_normal_imbalance[p.ally]
    open_to_force = strongest * w.abandonment_fear * exp(p.hedge_outmatched * outmatched)
    bare = w.threat[p.ally, p.proliferator] * (1.0 - w.belief_nuclear[p.ally])
    proud = w.government_ideology[REALIST] + w.government_ideology[NATIONALIST]
    helped = p.hedge_neighbours * w.framework_depth
    dear = p.hedge_budget * (p.burden_autonomy - 1.0) * p.burden_normal[p.ally]
    dear += p.hedge_debt * max(0.0, w.debt[p.ally] - p.debt_limit[p.ally])
    taboo = p.nuclear_norm * (1.0 - w.support_nuclear) + p.nuclear_pacifists * w.government_ideology[PACIFIST]
    values[STAY] = -open_to_force - bare
    values[PARTNERS] = -open_to_force * (1.0 - helped) - bare - p.hedge_partners_cost
    values[ACCOMMODATION] = -(open_to_force + bare) * (1.0 - p.accommodation_relief) - p.accommodation_price * proud
    values[AUTONOMY] = -open_to_force * (1.0 - p.autonomy_relief) - bare - dear
    values[NUCLEAR] = -open_to_force * (1.0 - p.nuclear_relief_force) - bare * (1.0 - p.nuclear_relief_missiles)
    values[NUCLEAR] -= taboo + p.nuclear_alliance * w.belief_nuclear[p.ally]


FIELDS = (
    Field("nuclear_option", (), "code", 0, 1, "public",
          "1 once the ally has taken up its own nuclear option as a political fact.", "code"),
    Field("strike_option", (), "share", 0, 1, "public", "How far the ally's politics accepts counterstrike."),
    Field("hedge", (), "code", 0, 4, "public",
          "What the ally turned to: 0 the guarantee, 1 partners, 2 accommodation, 3 autonomy, 4 nuclear "
          "arms.", "code"),
)  # fmt: skip
PARAMS = (
    Param("review_normal", (), "probability per quarter", 0.0001, 0.5,
          "Chance that the guarantee itself is put in question at home, at normal volatility."),
    Param("review_volatility", (), "coefficient", -30, 40,
          "Effect of the protector's volatility (share of quarters with words taken back) on that, log odds."),
    Param("review_slight", (), "coefficient", -5, 20, "Effect of lost trust in the protector on that, log odds."),
    Param("review_fear", (), "coefficient", -5, 20, "Effect of fear of abandonment on that, log odds."),
    Param("hedge_outmatched", (), "coefficient", -1, 2,
          "Growth of danger from force with the forces against the ally over those it counts on; sign free."),
    Param("hedge_neighbours", (), "share", 0, 1, "How far a deep ring of partners could stand in for the guarantor."),
    Param("hedge_partners_cost", (), "stake", -1, 2, "Cost of turning to other partners."),
    Param("accommodation_relief", (), "share", 0, 1, "Part of open and missile danger that accommodation takes away."),
    Param("accommodation_price", (), "stake", -1, 3,
          "Price of accommodation to a government wholly of realists and nationalists."),
    Param("autonomy_relief", (), "share", 0, 1, "Part of open danger that autonomous arming takes away."),
    Param("hedge_budget", (), "stake", 0, 50, "Cost of each unit of GDP spent on autonomy."),
    Param("hedge_debt", (), "stake", 0, 5, "Cost of autonomy for each unit of debt above its limit."),
    Param("nuclear_relief_force", (), "share", 0, 1, "Part of open danger that nuclear arms take away."),
    Param("nuclear_relief_missiles", (), "share", 0, 1, "Part of missile danger that nuclear arms take away."),
    Param("nuclear_norm", (), "stake", 0, 3,
          "Cost of nuclear arms where nobody supports them: taboo, treaty, sanctions."),
    Param("nuclear_pacifists", (), "stake", -1, 3, "Further cost for a government wholly of pacifists."),
    Param("nuclear_alliance", (), "stake", -1, 3,
          "What is put at risk with the protector, for full belief in its umbrella."),
    Param("strike_normal", (), "share", 0.05, 0.95, "Acceptance of counterstrike in politics under normal drivers."),
    Param("strike_support", (), "coefficient", -3, 10, "Effect of public support for strike beyond normal, log odds."),
    Param("strike_hawks", (), "coefficient", -3, 8,
          "Effect of nationalists less pacifists in government beyond normal, log odds."),
    Param("strike_speed", (), "share per quarter", 0, 1,
          "Part of the way to its goal that acceptance goes in a quarter."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Now and then the ally weighs partners, accommodation, autonomy and nuclear arms against a doubted "
    "guarantee.",
    source=(
        "singh_way_2004",
        "mckelvey_palfrey_1995",
        "debs_monteiro_2017",
        "pacificforum2013",
        "solomon2018",
        "heginbotham2018",
    ),
    systems=("S28", "S58"),
    run=proliferation,
)
