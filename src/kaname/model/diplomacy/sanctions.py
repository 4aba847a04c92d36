"""Each member enforces sanctions as it pays it; what others do, what the ally brings about and a thaw change what pays.

Formula: worth of enforcement e in {0, 1/2, 1}: v(e) = e * s - cost * e**2 / 2, with
    s = threat * threat seen + spill * pressure + stance * (1 - deal stance) [protector, ally, partner]
        + recruit * enforcement of the ally * (trilateral level + framework depth) / 2 + coalition * the ally's
          recruiting beyond that of the start [all but the ally]; - mediation * its mediation likewise [the ally]
        - rivalry * tension [rival] - thaw * thaw [partner, rival] - relief * (1 where a deal is in force);
the choice is quantal (seats), all members are asked before any has changed, and enforcement goes part of the way to
what was chosen. Pressure is the trade-weighted mean. Whether others' enforcement invites or replaces one's own is a
free sign: the size of a coalition has weak and ambiguous effect in the literature.

Clock: quarter. Units: shares, stakes. Source: Heginbotham 2018 (Japan brings others in; a thaw may move China's
position); Bapat and others 2013 and Hufbauer and others 2007 on coalition size. System S51.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, ratio
from kaname.model.diplomacy.decision import VALUES_ROW, decide
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.seats import QUESTION
from kaname.model.world.turn import Turn
from kaname.words.declare import Field, Param
from kaname.words.events import KIND
from kaname.words.levers import LEVER

SANCTIONS_QUESTION = QUESTION["sanctions"]
SANCTIONS_EVENT = KIND["sanctions"]
DEAL_STANCE = LEVER["deal_stance"]
CHOSEN_ROW = 2
LEVELS = 3
FIRST_OF_MEMBERS = 0


@kernel
def sanctions(w, p, turn: Turn) -> None:
    """Write every member's enforcement and the trade-weighted pressure."""
    chosen = turn.scratch[CHOSEN_ROW]
    for a in range(w.enforcement.shape[0]):
        if a != p.proliferator:
            chosen[a] = choice_of_member(w, p, turn, a)
    pressure, weight = 0.0, 0.0
    for a in range(w.enforcement.shape[0]):
        if a != p.proliferator:
            w.enforcement[a] = approach(w.enforcement[a], chosen[a], p.sanctions_speed)
            pressure += p.sanctions_weight[a] * w.enforcement[a]
            weight += p.sanctions_weight[a]
    w.sanctions_pressure = min(1.0, ratio(pressure, weight, 0.0))


@kernel
def choice_of_member(w, p, turn: Turn, a: int) -> float:
    """The enforcement that the member's seat chooses: 0, 1/2 or 1."""
    slope = worth_of_enforcing(w, p, a)
    values = turn.scratch[VALUES_ROW]
    for i in range(LEVELS):
        effort = i / (LEVELS - 1)
        values[i] = effort * slope - p.sanctions_cost[a] * effort * effort / 2.0
    pick = decide(w, p, turn, a, SANCTIONS_QUESTION, SANCTIONS_EVENT, LEVELS, FIRST_OF_MEMBERS + a)
    return pick / (LEVELS - 1)


@kernel
def worth_of_enforcing(w, p, a: int) -> float:
    """Worth of complete enforcement to member a before its cost, in stakes."""
    worth = p.sanctions_threat * w.threat[a, p.proliferator] + p.sanctions_spill * w.sanctions_pressure
    if a == p.protector or a == p.ally or a == p.partner:
        worth += p.sanctions_stance * (1.0 - w.lever[DEAL_STANCE])
    if a != p.ally:
        worth += p.sanctions_recruit * w.enforcement[p.ally] * (w.trilateral_level + w.framework_depth) / 2.0
        worth += p.sanctions_coalition * w.coalition
    else:
        worth -= p.sanctions_mediation * w.mediation
    if a == p.rival:
        worth -= p.sanctions_rivalry * w.tension[p.rival]
    if a == p.partner or a == p.rival:
        worth -= p.sanctions_thaw * w.thaw
    if w.deal > 0:
        worth -= p.sanctions_relief
    return worth


FIELDS = (
    Field("enforcement", ("actor",), "share", 0, 1, "public",
          "Each member's enforcement of sanctions on the proliferator."),
    Field("sanctions_pressure", (), "share", 0, 1, "public", "Trade-weighted enforcement of sanctions."),
)  # fmt: skip
PARAMS = (
    Param("sanctions_weight", ("actor",), "share", 0, 1,
          "Each member's share of the proliferator's trade that sanctions can reach."),
    Param("sanctions_cost", ("actor",), "stake", 0, 2,
          "Cost to each member of complete enforcement; grows with the square of enforcement."),
    Param("sanctions_threat", (), "stake", -2, 2,
          "Worth of complete enforcement per unit of threat that the member sees."),
    Param("sanctions_spill", (), "stake", -2, 2,
          "Worth of complete enforcement when all others enforce; free riding if negative."),
    Param("sanctions_recruit", (), "stake", -2, 2,
          "Worth of complete enforcement for others when the ally enforces and the allies work together."),
    Param("sanctions_coalition", (), "stake", -2, 2,
          "Worth of complete enforcement for others that the ally's full effort to recruit them adds."),
    Param("sanctions_mediation", (), "stake", -2, 2,
          "Loss of worth of enforcement for an ally that mediates with all its effort."),
    Param("sanctions_stance", (), "stake", -2, 2,
          "Worth of complete enforcement for the protector's friends when it stands on pressure."),
    Param("sanctions_rivalry", (), "stake", -2, 2,
          "Loss of worth for the rival per unit of its tension with the alliance."),
    Param("sanctions_thaw", (), "stake", -2, 2,
          "Loss of worth for partner and rival when partner and proliferator thaw."),
    Param("sanctions_relief", (), "stake", 0, 2, "Loss of worth for all when a deal promises relief."),
    Param("sanctions_speed", (), "1/quarter", 0, 1,
          "Share of the way to what it chose that a member's enforcement goes in a quarter."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Each member enforces sanctions as it pays it; others' enforcement, the ally's efforts and a thaw count.",
    source=("heginbotham2018", "bapat_2013", "hufbauer_2007"),
    systems=("S51",),
    run=sanctions,
)
