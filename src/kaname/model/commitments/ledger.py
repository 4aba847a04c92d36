"""What was promised, what is expected, what is delivered, issue by issue and side by side; the shortfall eats trust.

expected[s, i] moves to (a promise read + b need + c delivered by the other) / (a + b + c) + image, weights free;
    promise read = promised + ambiguity x (need - promised): each side reads its own need into a vague promise, so that
    the two expectations part; ambiguity = reading x (1 - role clarity), whole for cyber while coverage is undetermined
delivered[s, i] = ability x seen x clear x done, seen being what shows on the issue (facilities, access, habit), else
    ally: mean of readiness and effort; in the region and beyond x (1 + role (regional_role - at the start))
          effort = share / (share + half) x (1 - a (1 - capital))(1 - b promised x belief)
    protector: mean of presence, attention and readiness, x (1 + prepared x reinforcement prepared beyond the usual)
          and on every issue x (1 - c (1 - promise_keeping[type]))
unmet[s] = (1 - spillover) weighted mean + spillover x worst of max(0, expected[s, i] - delivered[other, i])
    + unpromised_cost x stake x (1 - promised)(1 - delivered) for issues challenged in the last quarter
trust[s] moves to logistic(base - unmet - surprises - misclassification + conduct + visible support + answer + habit)
Issue weights are fixed, so that breadth is not punished by construction; a promise costs nothing until it
disappoints.

Clock: quarter; crises are those of the quarter before. Units: shares; log odds of trust.
Source: Finnegan 2009 through Pollmann 2019; Soeya 2001 (visible support); forms ours, signs free where none is fixed.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip, logistic, ratio
from kaname.model.world.mechanism import Mechanism
from kaname.words.axes import (
    ALLY_SIDE,
    BASES_HNS,
    CIVIL_FACILITIES,
    COMMAND,
    COUNTERSTRIKE,
    CYBER,
    GLOBAL,
    INTELLIGENCE,
    MISSILE_DEFENCE,
    PROTECTOR_SIDE,
    REGIONAL,
    REMOTE_ISLANDS,
    SEA_LANES,
    TRILATERAL,
)
from kaname.words.declare import Field, Param
from kaname.words.levers import LEVER

UNDETERMINED = 2
PACT = LEVER["pact_membership"]
RECIPROCATE, LEAVE = 1, 2
THREE_PARTS = 3.0
REGIONAL_ROLE = LEVER["regional_role"]


@kernel
def ledger(w, p, turn) -> None:
    """Deliver, expect, be disappointed, and trust accordingly."""
    belief = _mean_belief(w, p)
    for i in range(w.promised.shape[0]):
        w.delivered[ALLY_SIDE, i] = _by_ally(w, p, i, belief)
        w.delivered[PROTECTOR_SIDE, i] = _by_protector(w, p, i)
    cyber_is_vague = _cyber_is_vague(w, p)
    for side in range(w.trust.shape[0]):
        for i in range(w.promised.shape[0]):
            goal = _expectation(w, p, side, i, cyber_is_vague)
            w.expected[side, i] = approach(w.expected[side, i], goal, p.expect_speed)
        w.unmet[side] = clip(_shortfall(w, p, side) + _challenged(w, p, side), 0.0, 1.0)
        odds = p.trust_base - p.trust_unmet * w.unmet[side] + p.trust_habit * w.habit + _standing(w, p, side)
        w.trust[side] = approach(w.trust[side], logistic(odds), p.trust_speed)


@kernel
def _mean_belief(w, p) -> float:
    """The ally's belief that its own territory will be defended."""
    cases, held = 0.0, 0.0
    for k in range(w.belief.shape[1]):
        cases += p.homeland_case[k]
        held += p.homeland_case[k] * w.belief[p.ally, k]
    return ratio(held, cases, 0.0)


@kernel
def _by_ally(w, p, i: int, belief: float) -> float:
    seen = _seen_of_ally(w, i)
    if seen < 0.0:
        share = w.defence_share[p.ally]
        effort = ratio(share, share + p.effort_half, 0.0) * (1.0 - p.delivery_capital * (1.0 - w.capital[ALLY_SIDE]))
        effort *= 1.0 - p.complacency * w.promised[i] * belief
        seen = (effort + w.readiness[p.ally]) / 2.0
        if i in (REGIONAL, GLOBAL, SEA_LANES):
            seen *= 1.0 + p.delivery_role * (w.lever[REGIONAL_ROLE] - p.lever_start[REGIONAL_ROLE])
    return clip(p.delivery_ability[ALLY_SIDE, i] * seen * _done(w, p, i), 0.0, 1.0)


@kernel
def _seen_of_ally(w, i: int) -> float:
    """What can be seen of the ally's part on issues that are not a matter of forces; -1 elsewhere."""
    if i == CIVIL_FACILITIES:
        return w.dispersal
    if i == COUNTERSTRIKE:
        return w.strike_option
    if i == BASES_HNS:
        return w.base_access
    if i == TRILATERAL:
        return w.trilateral_level
    return _seen_of_both(w, i)


@kernel
def _seen_of_both(w, i: int) -> float:
    """What can be seen on issues that both sides carry together; -1 elsewhere."""
    if i == INTELLIGENCE:
        return w.intelligence_level
    if i == COMMAND:
        return w.habit
    return -1.0


@kernel
def _by_protector(w, p, i: int) -> float:
    seen = _seen_of_both(w, i)
    if seen < 0.0:
        seen = (w.presence + w.attention + w.readiness[p.protector]) / THREE_PARTS
        seen *= 1.0 + p.delivery_prepared * w.prepared_beyond
    kept = 1.0 - p.delivery_type * (1.0 - p.promise_keeping[w.administration])
    return clip(p.delivery_ability[PROTECTOR_SIDE, i] * seen * kept * _done(w, p, i), 0.0, 1.0)


@kernel
def _done(w, p, i: int) -> float:
    """What unclear roles waste, and what waits for implementation."""
    clear = 1.0 - p.delivery_unclear * (1.0 - w.role_clarity)
    return clear * (1.0 - p.delivery_pending * w.promised[i] * (1.0 - w.implemented[i]))


@kernel
def _cyber_is_vague(w, p) -> bool:
    vague = False
    for k in range(w.covered.shape[0]):
        if p.cyber_case[k] > 0.0 and w.covered[k] == UNDETERMINED:
            vague = True
    return vague


@kernel
def _expectation(w, p, side: int, i: int, cyber_is_vague: bool) -> float:
    need, other = p.issue_need[side, i], 1 - side
    vague = 1.0 - w.role_clarity
    if i == CYBER and cyber_is_vague:
        vague = 1.0
    read = w.promised[i] + p.ambiguity_reading * vague * (need - w.promised[i])
    total = p.expect_promise * read + p.expect_need * need + p.expect_delivery * w.delivered[other, i]
    mean = ratio(total, p.expect_promise + p.expect_need + p.expect_delivery, read)
    return clip(mean + p.expect_image * w.leader_image[other], 0.0, 1.0)


@kernel
def _shortfall(w, p, side: int) -> float:
    """Mean and worst shortfall of the other side's delivery, by the fixed weights of issues."""
    total, weights, worst = 0.0, 0.0, 0.0
    for i in range(w.promised.shape[0]):
        short = max(0.0, w.expected[side, i] - w.delivered[1 - side, i])
        total += p.issue_weight[side, i] * short
        weights += p.issue_weight[side, i]
        worst = max(worst, short)
    return (1.0 - p.spillover) * ratio(total, weights, 0.0) + p.spillover * worst


@kernel
def _issue_of(p, k: int) -> int:
    """The issue that a crisis in contingency k puts to the test."""
    if p.cyber_case[k] > 0.0:
        return CYBER
    if p.missile_case[k] > 0.0:
        return MISSILE_DEFENCE
    if p.homeland_case[k] > 0.0:
        return REMOTE_ISLANDS
    return REGIONAL


@kernel
def _challenged(w, p, side: int) -> float:
    """An unpromised issue costs when it is challenged and the other side is not there."""
    actor = p.ally if side == ALLY_SIDE else p.protector
    total = 0.0
    for k in range(w.rung.shape[0]):
        if w.rung[k] > 0:
            i = _issue_of(p, k)
            total += p.stake[k, actor] * (1.0 - w.promised[i]) * (1.0 - w.delivered[1 - side, i])
    return p.unpromised_cost * total


@kernel
def _standing(w, p, side: int) -> float:
    """What each side adds to, or takes from, trust besides the ledger itself (log odds)."""
    if side == PROTECTOR_SIDE:
        visible = (w.promised[REGIONAL] + w.promised[GLOBAL] + w.profession) / THREE_PARTS
        answer = 0.0
        if w.equality_answer == RECIPROCATE:
            answer = p.trust_answer
        elif w.equality_answer == LEAVE:
            answer = -p.trust_answer
        return (
            p.trust_visible * visible
            + answer
            - p.trust_bridge * w.bridge_strain
            - p.trust_support * w.support_shortfall
        )
    conduct = 0.0
    for k in range(w.conduct.shape[0]):
        conduct += p.stake[k, p.ally] * w.conduct[k]
    lost = p.trust_surprise * w.surprise_count + p.trust_misclassified * w.misclassification
    pact = p.trust_pact * (w.pact_level - p.lever_start[PACT]) - p.trust_letdown * w.pact_letdown
    return p.trust_conduct * conduct - lost + pact


FIELDS = (
    Field("expected", ("side", "issue"), "share", 0, 1, "owner",
          "Level that each side expects of the other on each issue."),
    Field("delivered", ("side", "issue"), "share", 0, 1, "public", "Level that each side delivers on each issue."),
    Field("unmet", ("side",), "share", 0, 1, "owner",
          "Weighted shortfall of delivery against each side's expectation."),
    Field("trust", ("side",), "share", 0, 1, "owner", "Each side's trust in the other."),
)  # fmt: skip
PARAMS = (
    Param("issue_weight", ("side", "issue"), "factor", 0, 10, "Weight of each issue for each side, fixed."),
    Param("issue_need", ("side", "issue"), "share", 0, 1, "Level that each side would like the other to deliver."),
    Param("delivery_ability", ("side", "issue"), "share", 0, 1,
          "Level that each side could deliver at full effort and clear roles."),
    Param("expect_promise", (), "factor", 0, 5, "Weight of the promise in what is expected."),
    Param("expect_need", (), "factor", 0, 5, "Weight of own need in what is expected."),
    Param("expect_delivery", (), "factor", 0, 5, "Weight of past delivery in what is expected."),
    Param("expect_speed", (), "share", 0, 1, "Share of the distance to its goal that expectation moves in a quarter."),
    Param("expect_image", (), "coefficient", -1, 1,
          "Expectation added by the image of the other side's leader; sign free."),
    Param("ambiguity_reading", (), "share", 0, 1, "How far a side reads its own need into an ambiguous promise."),
    Param("effort_half", (), "share", 0.001, 0.2,
          "Military spending, share of GDP, at which half of full effort is made."),
    Param("delivery_type", (), "share", 0, 1,
          "How far delivery by the protector follows its type's keeping of promises."),
    Param("delivery_role", (), "coefficient", -1, 3,
          "Rise of the ally's delivery beyond its territory per unit of a regional role above that at the start."),
    Param("delivery_prepared", (), "coefficient", -1, 3,
          "Rise of the protector's delivery per unit of reinforcement prepared beyond the usual."),
    Param("delivery_capital", (), "share", 0, 1, "How far delivery by the ally follows its political capital."),
    Param("delivery_unclear", (), "share", 0, 1, "Share of delivery that is wasted when roles are wholly unclear."),
    Param("delivery_pending", (), "share", 0, 1,
          "Share of delivery on a promised issue that waits for implementation."),
    Param("complacency", (), "coefficient", -1, 1,
          "Share of the ally's own effort lost where a believed promise stands; sign free."),
    Param("unpromised_cost", (), "coefficient", 0, 2,
          "Disappointment when an unpromised issue is challenged, per unit of stake."),
    Param("spillover", (), "share", 0, 1, "Weight of the worst shortfall, against the mean, in unmet expectation."),
    Param("trust_base", (), "logit", -5, 5,
          "Log odds of trust when every expectation is met and nothing else happens."),
    Param("trust_unmet", (), "coefficient", 0, 20, "Log odds of trust lost by unmet expectation."),
    Param("trust_surprise", (), "coefficient", 0, 10, "Log odds of the ally's trust lost by each surprise."),
    Param("trust_misclassified", (), "coefficient", -2, 5,
          "Log odds of the ally's trust lost by being treated as a foe; sign free."),
    Param("trust_conduct", (), "coefficient", -2, 5,
          "Log odds of the ally's trust gained by the protector's conduct in crises."),
    Param("trust_bridge", (), "coefficient", -5, 8,
          "Loss of the protector's trust by the ally's mediation with the rival in tension, log odds."),
    Param("trust_support", (), "coefficient", -5, 8,
          "Loss of the protector's trust by support in war that the ally's law took away, log odds."),
    Param("trust_pact", (), "coefficient", -5, 8,
          "Gain of the ally's trust by the protector's membership of the pact beyond that of the start, log odds."),
    Param("trust_letdown", (), "coefficient", -5, 8,
          "Loss of the ally's trust by a remembered withdrawal from the pact, log odds."),
    Param("trust_visible", (), "coefficient", -2, 5,
          "Log odds of the protector's trust gained by visible support; sign free."),
    Param("trust_answer", (), "coefficient", -2, 5,
          "Log odds of the protector's trust gained by reciprocity and lost by leaving."),
    Param("trust_habit", (), "coefficient", -2, 5,
          "Log odds of both sides' trust gained by practised coordination; sign free."),
    Param("trust_speed", (), "share", 0, 1, "Share of the distance to its goal that trust moves in a quarter."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Expectation is learned from promise, need and delivery; what stays unmet eats trust.",
    source=("finnegan_2009", "pollmann2019", "soeya2001", "pacificforum2013"),
    systems=("S10", "S17", "S18", "S19", "S21", "S22", "S61", "S65"),
    run=ledger,
    core=True,
)
