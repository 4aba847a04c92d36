"""The ledger of the alliance as two Mesa agents, one a side: what each delivers, expects, misses and trusts.

The formulas are those of commitments.ledger. Clock: quarter. Units: shares; log odds of trust.
"""

from __future__ import annotations

from typing import Any

import mesa

from benchmarks.subset.strategic import clip, logistic, ratio
from kaname.words import axes
from kaname.words.levers import LEVER

ROLE, PACT = LEVER["regional_role"], LEVER["pact_membership"]


class AllianceSide(mesa.Agent):
    """One side of the alliance; `other` is set once both exist."""

    side: int

    def __init__(self, model: Any, w: Any, p: Any) -> None:
        super().__init__(model)
        side = self.side
        self.expected, self.delivered = list(w.expected[side]), list(w.delivered[side])
        self.unmet, self.trust = w.unmet[side], w.trust[side]
        self.needs, self.weights, self.ability = p.issue_need[side], p.issue_weight[side], p.delivery_ability[side]
        self.actor = p.ally if side == axes.ALLY_SIDE else p.protector
        self.stakes = [row[self.actor] for row in p.stake]
        self.other: Any = self

    def done(self, issue: int) -> float:
        p, w = self.model.p, self.model.w
        clear = 1.0 - p.delivery_unclear * (1.0 - w.role_clarity)
        return clear * (1.0 - p.delivery_pending * w.promised[issue] * (1.0 - w.implemented[issue]))

    def expect(self) -> None:
        p, w = self.model.p, self.model.w
        vague = 1.0 - w.role_clarity
        weights = p.expect_promise + p.expect_need + p.expect_delivery
        image = p.expect_image * w.leader_image[self.other.side]
        for i, promised in enumerate(w.promised):
            doubt = 1.0 if i == axes.CYBER and self.model.cyber_is_vague else vague
            read = promised + p.ambiguity_reading * doubt * (self.needs[i] - promised)
            total = p.expect_promise * read + p.expect_need * self.needs[i]
            total += p.expect_delivery * self.other.delivered[i]
            goal = clip(ratio(total, weights, read) + image, 0.0, 1.0)
            self.expected[i] += p.expect_speed * (goal - self.expected[i])

    def judge(self) -> None:
        p = self.model.p
        self.unmet = clip(self.shortfall() + self.challenged(), 0.0, 1.0)
        odds = p.trust_base - p.trust_unmet * self.unmet + p.trust_habit * self.model.w.habit + self.standing()
        self.trust += p.trust_speed * (logistic(odds) - self.trust)

    def shortfall(self) -> float:
        p = self.model.p
        total = worst = 0.0
        for weight, expected, got in zip(self.weights, self.expected, self.other.delivered, strict=True):
            short = max(0.0, expected - got)
            total += weight * short
            worst = max(worst, short)
        return (1.0 - p.spillover) * ratio(total, sum(self.weights), 0.0) + p.spillover * worst

    def challenged(self) -> float:
        total = 0.0
        for k, rung in enumerate(self.model.rungs):
            if rung > 0:
                i = self.model.issue_of(k)
                total += self.stakes[k] * (1.0 - self.model.w.promised[i]) * (1.0 - self.other.delivered[i])
        return self.model.p.unpromised_cost * total


class Ally(AllianceSide):
    """The ally's side of the ledger."""

    side = axes.ALLY_SIDE

    def deliver(self) -> None:
        model, p, w = self.model, self.model.p, self.model.w
        share = model.countries[p.ally].defence_share
        effort = ratio(share, share + p.effort_half, 0.0)
        effort *= 1.0 - p.delivery_capital * (1.0 - w.capital[axes.ALLY_SIDE])
        held = sum(case * belief for case, belief in zip(p.homeland_case, w.belief[p.ally], strict=True))
        belief = ratio(held, sum(p.homeland_case), 0.0)
        seen_of = {
            axes.CIVIL_FACILITIES: w.dispersal, axes.COUNTERSTRIKE: w.strike_option, axes.BASES_HNS: w.base_access,
            axes.TRILATERAL: w.trilateral_level, axes.INTELLIGENCE: w.intelligence_level, axes.COMMAND: w.habit,
        }  # fmt: skip
        for i, promised in enumerate(w.promised):
            seen = seen_of.get(i)
            if seen is None:
                seen = (effort * (1.0 - p.complacency * promised * belief) + w.readiness[p.ally]) / 2.0
                if i in (axes.REGIONAL, axes.GLOBAL, axes.SEA_LANES):
                    seen *= 1.0 + p.delivery_role * (w.lever[ROLE] - p.lever_start[ROLE])
            self.delivered[i] = clip(self.ability[i] * seen * self.done(i), 0.0, 1.0)

    def standing(self) -> float:
        p, w = self.model.p, self.model.w
        conduct = sum(stake * done for stake, done in zip(self.stakes, self.model.conducts, strict=True))
        lost = p.trust_surprise * w.surprise_count + p.trust_misclassified * w.misclassification
        pact = p.trust_pact * (w.pact_level - p.lever_start[PACT]) - p.trust_letdown * w.pact_letdown
        return p.trust_conduct * conduct - lost + pact


class Protector(AllianceSide):
    """The protector's side of the ledger."""

    side = axes.PROTECTOR_SIDE

    def deliver(self) -> None:
        p, w = self.model.p, self.model.w
        present = (w.presence + w.attention + w.readiness[p.protector]) / 3.0
        present *= 1.0 + p.delivery_prepared * w.prepared_beyond
        kept = 1.0 - p.delivery_type * (1.0 - p.promise_keeping[w.administration])
        for i in range(len(self.delivered)):
            seen = present
            if i == axes.INTELLIGENCE:
                seen = w.intelligence_level
            elif i == axes.COMMAND:
                seen = w.habit
            self.delivered[i] = clip(self.ability[i] * seen * kept * self.done(i), 0.0, 1.0)

    def standing(self) -> float:
        p, w = self.model.p, self.model.w
        visible = (w.promised[axes.REGIONAL] + w.promised[axes.GLOBAL] + w.profession) / 3.0
        answer = {1: p.trust_answer, 2: -p.trust_answer}.get(w.equality_answer, 0.0)
        strain = p.trust_bridge * w.bridge_strain + p.trust_support * w.support_shortfall
        return p.trust_visible * visible + answer - strain
