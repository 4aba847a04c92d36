"""The value of fighting as governments foresee it: a formula fitted to the project's own campaign, fed with a picture.

For each case of contingency, plan of the challenger and outcome, a logistic regression on features of the forces:
    outcome = 1 / (1 + exp(-sum_i coefficient[case, plan, outcome, i] * feature_i)), each in (0, 1)
Outcomes: control of the objective by the challenger at the horizon; shares of its committed fighting value that
challenger, target, guarantor and host lose. Features: log force ratios, guarantor's arrival as exp(-days /
ARRIVAL_SCALE) (never = 0), its part present on day 0, access to bases, interceptors over missiles, strike power,
doctrine, ground ratio, whether the target is to recapture what it lost over water, and products. Forces are stock *
committed share * readiness * fighting weight, times what the observer thinks of them (picture) and the part that the
phases ordered bring (Orders).

Clock: any. Units: shares of the committed. Reads: stocks, pictures; Tables.surrogate float64[case, plan, outcome,
feature].
Source: fitted by `python -m kaname.compile.fit_surrogate`; its error is stored beside the coefficients in
data/surrogate.json.
"""

from __future__ import annotations

from typing import NamedTuple

from kaname.core.kernel import kernel
from kaname.core.maths import clip, exp, log, logistic, ratio
from kaname.words.axes import (
    COUNTERSTRIKE_MOVE,
    FIGHTING_FORCES,
    GROUND,
    INTERCEPTOR_LOWER,
    INTERCEPTOR_UPPER,
    ISR_CYBER,
    MEDIUM,
    SHORT,
    STRIKE,
)
from kaname.words.levers import LEVER
from kaname.words.moves import CHALLENGER, GUARANTOR, HOST, NEVER, PLANS, TARGET

CASES = ("islet", "island", "overland", "sea_traffic", "missiles", "network")
ISLET, ISLAND, OVERLAND, SEA_TRAFFIC, MISSILES, NETWORK = range(len(CASES))
OUTCOMES = ("control", "loss_challenger", "loss_target", "loss_guarantor", "loss_host")
OF_GUARANTOR, OF_HOST = OUTCOMES.index("loss_guarantor"), OUTCOMES.index("loss_host")
FEATURES = (
    "one", "balance", "balance_squared", "arrival", "arrival_guarantor", "arrival_balance", "arrival_access",
    "arrival_present", "arrival_squared", "interception", "strike", "strike_interception", "doctrine",
    "doctrine_balance", "doctrine_arrival", "ground", "ground_balance", "guarantor_present", "recapture",
    "recapture_arrival",
)  # fmt: skip
SHAPE = (len(CASES), len(PLANS), len(OUTCOMES), len(FEATURES))
ARRIVAL_SCALE = 15.0
WIDEST_LOG = 4.0
PHASES = 2
DOCTRINE, COUNTERSTRIKE = LEVER["doctrine"], LEVER["counterstrike"]


class Orders(NamedTuple):
    """What the parties are taken to have ordered: phases (0 to 2) that challenger and guarantor send, and more.

    host: weight of the host's own forces (0 lends bases at most, 1 fights); recapture: 1 where the target is to land on
    an objective that it has lost over water.
    """

    challenger: float
    guarantor: float
    host: float
    recapture: float


class Sight(NamedTuple):
    """What an observer sees of a fight before it: the case, and forces as logs of ratios and shares.

    balance: log(challenger / target); guarantor: log((guarantor + host) / challenger); present: its part there on day
    0; access: share of bases it may use; interception: log(interceptors / missiles); strike: log of missiles per base;
    doctrine: of the target; ground: log(challenger's / target's ground force at the objective); recapture: as ordered.
    attack, help, host_help: fighting values of challenger, guarantor and (if it fights) host, for other answers of it.
    """

    case: int
    balance: float
    guarantor: float
    present: float
    access: float
    interception: float
    strike: float
    doctrine: float
    ground: float
    recapture: float
    attack: float
    help: float
    host_help: float


@kernel
def case_of(p, k: int) -> int:
    """Which of CASES the contingency is, by its structure."""
    if p.cyber_case[k] > 0.0:
        return NETWORK
    if p.missile_case[k] > 0.0:
        return MISSILES
    if p.blockade_case[k] > 0.0:
        return SEA_TRAFFIC
    if p.crossing[k] <= 0.0:
        return OVERLAND
    return ISLAND if p.garrison_share[k] > 0.0 else ISLET


@kernel
def fighting_value(w, p, k: int, actor: int, party: int) -> float:
    """Ready fighting value, in aircraft, that the actor commits to contingency k in the role of `party`."""
    total = 0.0
    for f in FIGHTING_FORCES:
        total += p.fighting_weight[f] * w.stock[actor, f]
    return total * p.commit_share[k, party] * w.readiness[actor]


@kernel
def missiles_in_reach(w, p, k: int) -> float:
    """Land-attack missiles that the challenger commits; a proliferator's by range."""
    actor = p.challenger[k]
    held = w.stock[actor, STRIKE]
    if actor == p.proliferator:
        held = w.missiles[MEDIUM]
        if p.target[k] != p.ally:
            held += w.missiles[SHORT]
    return held * p.commit_share[k, CHALLENGER]


@kernel
def log_ratio(a: float, b: float) -> float:
    """log((a + 1) / (b + 1)) held within +-WIDEST_LOG: one aircraft more or less never decides."""
    return clip(log((a + 1.0) / (b + 1.0)), -WIDEST_LOG, WIDEST_LOG)


@kernel
def sight_of(w, p, k: int, observer: int, share_target: float, share_guarantor: float, orders: Orders) -> Sight:
    """The fight over k as `observer` sees it under `orders`.

    shares: what other fronts leave of target's and guarantor's forces.
    """
    c, t, g = p.challenger[k], p.target[k], p.guarantor[k]
    sees_c, sees_t = w.picture_capability[observer, c], w.picture_capability[observer, t]
    sees_g = w.picture_capability[observer, g]
    begins = p.opening_share[k]
    attack = fighting_value(w, p, k, c, CHALLENGER) * sees_c * part_sent(begins, orders.challenger)
    near_by = present_part(w, p, k)
    comes = part_sent(near_by, orders.guarantor)
    host_help = host_value(w, p, k, observer)
    defence = fighting_value(w, p, k, t, TARGET) * sees_t * share_target
    help_value = fighting_value(w, p, k, g, GUARANTOR) * sees_g * share_guarantor * comes
    case = case_of(p, k)
    missiles = missiles_in_reach(w, p, k) * sees_c
    stopping = (w.stock[t, INTERCEPTOR_UPPER] + w.stock[t, INTERCEPTOR_LOWER]) * p.commit_share[k, TARGET] * sees_t
    balance, strike = log_ratio(attack, defence), log_ratio(missiles, attack)
    if case == NETWORK:
        balance = log_ratio(w.stock[c, ISR_CYBER] * sees_c, w.stock[t, ISR_CYBER] * sees_t)
    if case == MISSILES:
        strike = log_ratio(missiles, p.coercion_leakers)
    doctrine = clip(w.lever[DOCTRINE], 0.0, 1.0) if t == p.ally else p.doctrine_other
    near = w.stock[t, GROUND] * sees_t * p.commit_share[k, TARGET] * p.garrison_share[k] + p.hold_strength[k]
    ground = log_ratio(w.stock[c, GROUND] * sees_c * p.commit_share[k, CHALLENGER], near)
    return Sight(
        case, balance, log_ratio(help_value + orders.host * host_help, attack), ratio(near_by, comes, 1.0),
        clip(w.base_access, 0.0, 1.0), log_ratio(stopping, missiles), strike, doctrine, ground, orders.recapture,
        attack, help_value, host_help,
    )  # fmt: skip


@kernel
def present_part(w, p, k: int) -> float:
    """Part of the guarantor's committed force that stands within reach in peace, 0 to 1."""
    return clip(ratio(w.presence * p.forward_share[k], p.commit_share[k, GUARANTOR], 1.0), 0.0, 1.0)


@kernel
def part_sent(first: float, phases: float) -> float:
    """Part of what a party commits at most that fights once `phases` of PHASES have followed the `first` part."""
    return first + (1.0 - first) * phases / PHASES


@kernel
def host_value(w, p, k: int, observer: int) -> float:
    """Fighting value of a host that is neither target nor guarantor, as the observer sees it; 0 without one."""
    h = p.host[k]
    if h < 0 or h in (p.target[k], p.guarantor[k]):
        return 0.0
    return fighting_value(w, p, k, h, HOST) * w.picture_capability[observer, h]


@kernel
def arrival_of(days: float) -> float:
    """The guarantor's arrival as the surrogate sees it: 1 at once, towards 0 with delay, 0 for never (NEVER days)."""
    return 0.0 if days >= NEVER else exp(-days / ARRIVAL_SCALE)


@kernel
def features_of(sight: Sight, arrival: float) -> tuple[float, ...]:
    """All FEATURES in order."""
    b, d, s, i, r = sight.balance, sight.doctrine, sight.strike, sight.interception, sight.recapture
    return (
        1.0, b, b * b, arrival, arrival * sight.guarantor, arrival * b, arrival * sight.access,
        arrival * sight.present, arrival * arrival, i, s, s * i, d,
        d * b, d * arrival, sight.ground, sight.ground * b, arrival * sight.guarantor * sight.present, r,
        r * arrival,
    )  # fmt: skip


@kernel
def expected_campaign(table, sight: Sight, arrival: float, plan: int) -> tuple[float, float, float, float, float]:
    """Expected (control, loss of challenger, of target, of guarantor, of host) of a fight; `table`: Tables.surrogate.

    arrival: arrival_of(days until the guarantor's release). Shares in (0, 1); the guarantor that never comes loses 0,
    and so does a host that is not there; one that is there is taken to fight.
    """
    x = features_of(sight, arrival)
    control = logistic(_sum(table, sight.case, plan, 0, x))
    loss_c = logistic(_sum(table, sight.case, plan, 1, x))
    loss_t = logistic(_sum(table, sight.case, plan, 2, x))
    loss_g = logistic(_sum(table, sight.case, plan, OF_GUARANTOR, x)) if arrival > 0.0 else 0.0
    loss_h = logistic(_sum(table, sight.case, plan, OF_HOST, x)) if sight.host_help > 0.0 and arrival > 0.0 else 0.0
    return control, loss_c, loss_t, loss_g, loss_h


@kernel
def _sum(table, case: int, plan: int, outcome: int, x: tuple[float, ...]) -> float:
    row = table[case, plan, outcome]
    total = 0.0
    for i in range(len(x)):
        total += row[i] * x[i]
    return total


@kernel
def preemption_gain(w, p, k: int) -> float:
    """Expected share of the challenger's missiles that a first day of counterstrike would destroy before they fly.

    The incentive to fire first that launchers worth finding create, for whoever weighs it.
    """
    t, g = p.target[k], p.guarantor[k]
    allowed = 1.0
    if t == p.ally:
        allowed = clip(w.lever[COUNTERSTRIKE], 0.0, 1.0) if w.permit[k, COUNTERSTRIKE_MOVE] > 0 else 0.0
    shots = w.stock[t, STRIKE] * p.commit_share[k, TARGET] * allowed
    shots = (shots + w.stock[g, STRIKE] * p.commit_share[k, GUARANTOR] * w.presence) * p.counter_tempo
    found = shots * p.missile_reliability * (1.0 - p.counter_bases) * p.counter_find * p.launcher_missiles
    return clip(ratio(found, missiles_in_reach(w, p, k), 0.0), 0.0, 1.0)
