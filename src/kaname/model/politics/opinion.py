"""Both publics' views follow threat, cost and losses; what losses do depends on who is blamed, with signs left free.

Each view x moves in log odds:  logit(x') = logit(x) + speed (logit(normal) + drivers - logit(x)) + spread z
    force:    threat + hawks + losses;  losses = memory (1 + reinforcement hawks) sum over blame of blame[b] effect[b]
    alliance, ally: threat + trust - cost (1 - bearable common threat) + losses by absence and entanglement
                    cost: tariff, opposition to bases, crowding out, support paid
    alliance, protector: threat + competition + own need of the treaty - cost (1 - bearable common threat)
                    cost: burden gap, unmet expectation, weariness
    strike:   missile threat + volatility + both together + abandonment fear + hawks
    nuclear:  missile threat + volatility + both together + doubt of the umbrella + nationalists + memory
    memory' = keep memory + log(1 + thousands lost), the ally's; weariness the same for the protector's losses

    reversals' = keep reversals + (1 - keep)(words taken back this quarter: a policy reversed, or an act unannounced)
    burden gap = share of the protector - share of the ally - credit x host support / GDP of the ally

Drivers and costs are distances from the normal levels at which opinion stands at its normal value. The common threat
is the smaller of the two sides' fears of the rival (S64). Volatility is how often the ally remembers the protector to
have gone back on its words (S28), counted and not inferred: a hazard inferred from a steady slight would fall. Polls
measure none of the drivers directly; no fit is claimed.

Clock: quarter. Units: shares; memory is an index. Source: mueller_1973, heginbotham2018, pacificforum2013,
pollmann2019. Systems: S27, S28, S30, S64, S66.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip, log, logistic, logit
from kaname.core.slots import SLOT
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn, normal
from kaname.words.axes import (
    ALLY_SIDE,
    BLAME_ABSENCE,
    BLAME_ENEMY,
    BLAME_ENTANGLEMENT,
    NATIONALIST,
    PACIFIST,
    PROTECTOR_SIDE,
    REVERSAL,
)
from kaname.words.declare import Field, Param
from kaname.words.fields import BY_NAME as FIELD
from kaname.words.levers import LEVER

SHOCK = SLOT["opinion_shock"]
HOST_SUPPORT = LEVER["host_support"]
LONGEST_MEMORY = FIELD["casualty_memory"].high
OF_FORCE, OF_ALLY, OF_PROTECTOR, OF_STRIKE, OF_NUCLEAR = range(1 + 2 + 2)
VIEWS = 1 + OF_NUCLEAR


@kernel
def opinion(w, p, turn: Turn) -> None:
    """Move both publics by one quarter."""
    lost = w.casualties[p.ally] + w.disaster_losses
    w.casualty_memory = remembered(w.casualty_memory, lost, p.casualty_keep)
    if turn.quarter == 0:
        w.reversals = p.reversals_normal
    broken = clip(w.signal[REVERSAL] + w.surprise_count, 0.0, 1.0)
    w.reversals = approach(broken, w.reversals, p.reversals_keep)
    w.war_weariness = remembered(w.war_weariness, w.casualties[p.protector], p.casualty_keep)
    hawks = w.public_ideology[NATIONALIST] - w.public_ideology[PACIFIST] - p.opinion_normal_hawks
    fear = max(w.threat[p.ally, p.rival], w.threat[p.ally, p.proliferator]) - p.opinion_normal_threat
    common = min(w.threat[p.ally, p.rival], w.threat[p.protector, p.rival])
    eased = 1.0 - p.opinion_bearable * common
    luck = turn.scratch[0]
    for view in range(VIEWS):
        luck[view] = p.opinion_spread * normal(turn, SHOCK, view)
    _force(w, p, luck[OF_FORCE], fear, hawks)
    _ally_on_alliance(w, p, luck[OF_ALLY], fear, eased)
    _protector_on_alliance(w, p, luck[OF_PROTECTOR], eased)
    _strike(w, p, luck[OF_STRIKE], hawks)
    _nuclear(w, p, luck[OF_NUCLEAR])


@kernel
def remembered(memory: float, lost: float, keep: float) -> float:
    """Memory of losses after a quarter in which `lost` thousand people were lost."""
    return clip(keep * memory + log(1.0 + lost), 0.0, LONGEST_MEMORY)


@kernel
def moved(p, luck: float, view: float, usual: float, drivers: float) -> float:
    """A view after one quarter on its way to its normal value plus drivers, in log odds."""
    goal = logit(usual) + drivers
    return logistic(approach(logit(view), goal, p.opinion_speed) + luck)


@kernel
def losses_on_force(w, p, hawks: float) -> float:
    """What remembered losses do to support for force: by blame, and stronger or weaker as hawks or doves prevail."""
    effect = w.blame[BLAME_ENEMY] * p.casualty_enemy_force
    effect += w.blame[BLAME_ENTANGLEMENT] * p.casualty_entanglement_force
    effect += w.blame[BLAME_ABSENCE] * p.casualty_absence_force
    return w.casualty_memory * effect * (1.0 + p.casualty_reinforcement * hawks)


@kernel
def usually_eased(p) -> float:
    """What is left of felt cost under the normal common threat."""
    return 1.0 - p.opinion_bearable * p.opinion_protector_threat_normal


@kernel
def _force(w, p, luck: float, fear: float, hawks: float) -> None:
    drivers = p.opinion_force_threat * fear + p.opinion_force_hawks * hawks + losses_on_force(w, p, hawks)
    w.support_force = moved(p, luck, w.support_force, p.support_force_normal, drivers)


@kernel
def _ally_on_alliance(w, p, luck: float, fear: float, eased: float) -> None:
    cost = p.opinion_tariff * w.tariff + p.opinion_bases * w.base_opposition
    cost += p.opinion_cut * w.deficit_cut[p.ally] + p.opinion_host_support * w.lever[HOST_SUPPORT]
    usual_cost = p.opinion_tariff * p.tariff_normal + p.opinion_bases * p.base_normal
    usual_cost += p.opinion_host_support * p.host_support_normal
    drivers = p.opinion_alliance_threat * fear + p.opinion_trust * (w.trust[ALLY_SIDE] - p.trust_normal)
    drivers -= cost * eased - usual_cost * usually_eased(p)
    drivers += w.casualty_memory * w.blame[BLAME_ABSENCE] * p.casualty_absence_alliance
    drivers += w.casualty_memory * w.blame[BLAME_ENTANGLEMENT] * p.casualty_entanglement_alliance
    view, usual = w.support_alliance[ALLY_SIDE], p.support_alliance_normal[ALLY_SIDE]
    w.support_alliance[ALLY_SIDE] = moved(p, luck, view, usual, drivers)


@kernel
def _protector_on_alliance(w, p, luck: float, eased: float) -> None:
    paid = p.opinion_host_credit * (w.lever[HOST_SUPPORT] - p.lever_start[HOST_SUPPORT]) / w.gdp[p.ally]
    gap = w.defence_share[p.protector] - w.defence_share[p.ally] - paid
    usual_cost = p.opinion_gap * p.opinion_normal_gap + p.opinion_unmet * p.unmet_normal
    cost = p.opinion_gap * gap + p.opinion_unmet * w.unmet[PROTECTOR_SIDE] + p.opinion_weariness * w.war_weariness
    fear = w.threat[p.protector, p.rival] - p.opinion_protector_threat_normal
    drivers = p.opinion_protector_threat * fear - (cost * eased - usual_cost * usually_eased(p))
    drivers += p.opinion_competition * (w.competition - p.competition_normal) + p.opinion_need * w.treaty_need
    view, usual = w.support_alliance[PROTECTOR_SIDE], p.support_alliance_normal[PROTECTOR_SIDE]
    w.support_alliance[PROTECTOR_SIDE] = moved(p, luck, view, usual, drivers)


@kernel
def _strike(w, p, luck: float, hawks: float) -> None:
    missiles = w.threat[p.ally, p.proliferator] - p.opinion_normal_threat
    volatile = w.reversals - p.reversals_normal
    drivers = p.opinion_strike_missiles * missiles + p.opinion_strike_volatility * volatile
    drivers += p.opinion_strike_both * missiles * volatile + p.opinion_force_hawks * hawks
    drivers += p.opinion_strike_fear * (w.abandonment_fear - p.abandonment_normal)
    w.support_strike = moved(p, luck, w.support_strike, p.support_strike_normal, drivers)


@kernel
def _nuclear(w, p, luck: float) -> None:
    missiles = w.threat[p.ally, p.proliferator] - p.opinion_normal_threat
    volatile = w.reversals - p.reversals_normal
    doubt = p.umbrella_normal - w.belief_nuclear[p.ally]
    drivers = p.opinion_nuclear_missiles * missiles + p.opinion_nuclear_volatility * volatile
    drivers += p.opinion_nuclear_both * missiles * volatile + p.opinion_nuclear_doubt * doubt
    drivers += p.opinion_nuclear_nationalists * (w.public_ideology[NATIONALIST] - p.nationalists_normal)
    drivers += p.casualty_nuclear * w.casualty_memory
    w.support_nuclear = moved(p, luck, w.support_nuclear, p.support_nuclear_normal, drivers)


@kernel
def pacifists_beyond_normal(w, p) -> float:
    """Return the share of pacifists in the ally's public beyond that at which opinion stands at its normal value."""
    return w.public_ideology[PACIFIST] - (p.nationalists_normal - p.opinion_normal_hawks)


FIELDS = (
    Field("reversals", (), "share", 0, 1, "public",
          "Share of recent quarters in which the protector took back its words or acted unannounced, as remembered."),
    Field("support_force", (), "share", 0, 1, "public", "Ally's public support for using force when attacked."),
    Field("support_alliance", ("side",), "share", 0, 1, "public", "Public support for the alliance on each side."),
    Field("support_strike", (), "share", 0, 1, "public", "Ally's public support for strike capability."),
    Field("support_nuclear", (), "share", 0, 1, "public", "Ally's public support for nuclear weapons of its own."),
    Field("casualty_memory", (), "index", 0, 10, "public",
          "Decaying memory of the ally's losses (log of thousands of people)."),
    Field("war_weariness", (), "index", 0, 10, "public",
          "Decaying memory of the protector's losses (log of thousands of people)."),
)  # fmt: skip
PARAMS = (
    Param("reversals_keep", (), "share kept per quarter", 0, 1, "Memory of words taken back, kept over a quarter."),
    Param("reversals_normal", (), "probability per quarter", 0, 1,
          "Share of quarters with words taken back at which opinion and politics are normal."),
    Param("opinion_host_credit", (), "factor", 0, 20,
          "How many times its share of output host-nation support counts as burden shared in the protector's eyes."),
    Param("support_alliance_normal", ("side",), "share", 0.05, 0.95, "Support for the alliance under normal drivers."),
    Param("support_force_normal", (), "share", 0.05, 0.95,
          "Support for using force when attacked, under normal drivers."),
    Param("support_strike_normal", (), "share", 0.05, 0.95, "Support for strike capability under normal drivers."),
    Param("support_nuclear_normal", (), "share", 0.01, 0.9,
          "Support for nuclear weapons of its own under normal drivers."),
    Param("opinion_speed", (), "share per quarter", 0, 1, "Part of the way to its goal that a view goes in a quarter."),
    Param("opinion_spread", (), "standard deviation", 0, 0.5, "Spread of quarterly luck in a view, log odds."),
    Param("opinion_normal_threat", (), "index", 0, 1, "Strongest threat seen by the ally at which views are normal."),
    Param("opinion_protector_threat_normal", (), "index", 0, 1,
          "Threat that the protector sees from the rival at which views are normal."),
    Param("opinion_normal_hawks", (), "signed share", -1, 1,
          "Nationalists less pacifists in the public at which views are normal."),
    Param("nationalists_normal", (), "share", 0, 1, "Share of nationalists in the public at which views are normal."),
    Param("opinion_bearable", (), "share", 0, 1,
          "Part of the felt cost of the alliance that a full common threat takes away."),
    Param("opinion_force_threat", (), "coefficient", -5, 8,
          "Effect of threat on support for force, log odds per unit of the index."),
    Param("opinion_force_hawks", (), "coefficient", -5, 8,
          "Effect of nationalists less pacifists on support for force and for strike, log odds."),
    Param("opinion_alliance_threat", (), "coefficient", -5, 8,
          "Effect of threat on the ally's support for the alliance, log odds."),
    Param("opinion_trust", (), "coefficient", -5, 8,
          "Effect of trust in the protector on the ally's support, log odds."),
    Param("trust_normal", (), "share", 0, 1, "Trust at which support is normal."),
    Param("opinion_tariff", (), "coefficient", -5, 15,
          "Cost felt by the ally's public for a tariff of 100 per cent, log odds."),
    Param("opinion_bases", (), "coefficient", -5, 8, "Cost felt for opposition to bases, log odds."),
    Param("opinion_cut", (), "coefficient", -50, 100,
          "Cost felt for other spending crowded out, log odds per unit of GDP."),
    Param("opinion_host_support", (), "coefficient", -1, 1,
          "Cost felt for host support beyond the normal, log odds per bn USD a year."),
    Param("host_support_normal", (), "bn USD 2023 per year", 0, 20, "Host support at which the cost is normal."),
    Param("opinion_gap", (), "coefficient", -50, 100,
          "Cost felt by the protector's public for bearing a larger share of GDP than the ally, log odds per unit of"
          " GDP."),
    Param("opinion_normal_gap", (), "signed share", -0.5, 0.5, "Gap of shares of GDP at which that cost is normal."),
    Param("opinion_unmet", (), "coefficient", -5, 8,
          "Cost felt by the protector's public for unmet expectation, log odds."),
    Param("unmet_normal", (), "share", 0, 1, "Protector's unmet expectation at which views and pressure are normal."),
    Param("opinion_need", (), "coefficient", -5, 8,
          "Effect of its own need of the treaty beyond that of the start on the protector's support, log odds."),
    Param("opinion_weariness", (), "coefficient", -5, 8,
          "Cost felt by the protector's public for its own remembered losses, log odds."),
    Param("opinion_protector_threat", (), "coefficient", -5, 8,
          "Effect of the rival's threat on the protector's support, log odds."),
    Param("opinion_competition", (), "coefficient", -5, 8,
          "Effect of standing in the economic competition on the protector's support, log odds."),
    Param("opinion_strike_missiles", (), "coefficient", -5, 8,
          "Effect of the missile threat on support for strike, log odds."),
    Param("opinion_strike_volatility", (), "coefficient", -20, 30,
          "Effect of the protector's volatility (hazard per quarter) on support for strike, log odds."),
    Param("opinion_strike_both", (), "coefficient", -50, 50, "Effect of both together beyond their sum, log odds."),
    Param("opinion_strike_fear", (), "coefficient", -5, 8,
          "Effect of fear of abandonment on support for strike, log odds."),
    Param("hazard_normal", (), "probability per quarter", 0, 1,
          "Hazard of a change of the protector's type at which views are normal."),
    Param("abandonment_normal", (), "share", 0, 1, "Fear of abandonment at which views are normal."),
    Param("umbrella_normal", (), "probability per crisis", 0, 1,
          "Belief in the nuclear umbrella at which views are normal."),
    Param("opinion_nuclear_missiles", (), "coefficient", -5, 8,
          "Effect of the missile threat on support for nuclear arms, log odds."),
    Param("opinion_nuclear_volatility", (), "coefficient", -20, 30,
          "Effect of the protector's volatility on support for nuclear arms, log odds."),
    Param("opinion_nuclear_both", (), "coefficient", -50, 50, "Effect of both together beyond their sum, log odds."),
    Param("opinion_nuclear_doubt", (), "coefficient", -5, 8,
          "Effect of doubt of the umbrella on support for nuclear arms, log odds."),
    Param("opinion_nuclear_nationalists", (), "coefficient", -5, 10,
          "Effect of the share of nationalists on support for nuclear arms, log odds."),
    Param("casualty_keep", (), "share kept per quarter", 0, 1,
          "Part of the memory of losses that is left after a quarter."),
    Param("casualty_enemy_force", (), "coefficient", -3, 3,
          "Effect of remembered losses on support for force when enemy is blamed, log odds."),
    Param("casualty_entanglement_force", (), "coefficient", -3, 3,
          "Effect of remembered losses on support for force when entanglement is blamed, log odds."),
    Param("casualty_absence_force", (), "coefficient", -3, 3,
          "Effect of remembered losses on support for force when absence is blamed, log odds."),
    Param("casualty_absence_alliance", (), "coefficient", -3, 3,
          "Effect on support for the alliance when the protector's absence is blamed, log odds."),
    Param("casualty_entanglement_alliance", (), "coefficient", -3, 3,
          "Effect on support for the alliance when entanglement is blamed, log odds."),
    Param("casualty_nuclear", (), "coefficient", -3, 3,
          "Effect of remembered losses on support for nuclear arms, log odds."),
    Param("casualty_reinforcement", (), "coefficient", -5, 5,
          "How far hawks strengthen, and doves weaken, what losses do to support for force."),
    Param("base_normal", (), "share", 0.05, 0.95, "Opposition to bases at which its political costs are normal."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Both publics' views follow threat, cost and losses, and losses work by blame with signs left free.",
    source=("mueller_1973", "heginbotham2018", "pacificforum2013", "pollmann2019"),
    systems=("S27", "S28", "S30", "S64", "S66"),
    run=opinion,
    core=True,
)
