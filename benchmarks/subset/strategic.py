"""The four strategic mechanisms as agents of an ordinary Mesa model: countries, publics, the two sides of the alliance.

The formulas are those of economy.growth, economy.burden, politics.opinion and commitments.ledger, written as a person
would who had only Mesa: state in plain attributes of agents, figures in plain attributes of the model's `p`.
Clock: quarter. Units: those of the world.
"""

from __future__ import annotations

from math import exp, log, log1p
from typing import Any

import mesa

from kaname.words import axes
from kaname.words.levers import IN_FORCE, LEVER

NUCLEAR_FORCES = (axes.WARHEAD, axes.ICBM)


def clip(x: float, low: float, high: float) -> float:
    return low if x < low else high if x > high else x


def ratio(a: float, b: float, otherwise: float) -> float:
    return a / b if b else otherwise


def logistic(x: float) -> float:
    return 1.0 / (1.0 + exp(-x)) if x >= 0.0 else exp(x) / (1.0 + exp(x))


def logit(p: float) -> float:
    p = clip(p, 1e-12, 1.0 - 1e-12)
    return log(p / (1.0 - p))


class Country(mesa.Agent):
    """An actor: output, military share and spending."""

    def __init__(self, model: Any, place: int, w: Any, p: Any) -> None:
        super().__init__(model)
        self.place = place
        self.gdp, self.gdp_ppp = w.gdp[place], w.gdp_ppp[place]
        self.defence_share, self.spending = w.defence_share[place], w.spending[place]
        self.debt, self.casualties, self.goal = w.debt[place], w.casualties[place], 0.0
        self.threats = [x for other, x in enumerate(w.threat[place]) if other != place]
        self.beliefs, self.stakes = w.belief[place], [row[place] for row in p.stake]
        self.drift, self.trend, self.loading = p.growth_drift[place], p.growth_trend[place], p.growth_loading[place]
        self.normal_share, self.member = p.burden_normal[place], p.burden_member[place]
        self.normal_threat, self.normal_spill = p.burden_normal_threat[place], p.burden_normal_spill[place]
        self.debt_limit = p.debt_limit[place]
        self.war_trade_felt, self.levelled = w.war_trade_felt[place], p.levelled_spending[place]
        self.announced = p.burden_announced_kept * (p.burden_announced_rise[place] - 1.0)
        self.announced_by, self.usual_imbalance = p.burden_announced_quarters[place], p.burden_normal_imbalance[place]
        self.enmity, self.seen = p.enmity[place], w.picture_capability[place]
        self.forces = list(zip(p.buildup_cost, w.stock[place], strict=True))
        self.bargain_cost, self.prices = (
            0.0,
            {p.ally: p.lever_cost_ally, p.protector: p.lever_cost_protector}.get(place),
        )
        self.side = {p.ally: axes.ALLY_SIDE, p.protector: axes.PROTECTOR_SIDE}.get(place)

    def grow(self) -> None:
        model, p, place = self.model, self.model.p, self.place
        yearly = self.drift + self.trend * model.quarter / 4
        if place == p.rival:
            yearly += p.growth_rival_doubt
        change = log1p(yearly) / 4 + self.loading * model.growth_shock
        change += p.growth_own_spread * model.luck.normal("growth_country", place)
        felt = self.war_trade_felt * (1.0 - p.war_trade_recovery)
        change -= felt - self.war_trade_felt + p.growth_war * log1p(self.casualties)
        self.war_trade_felt = felt
        if place == p.ally:
            change += p.growth_bloc * (model.w.bloc_weight - p.bloc_normal) / 4
            change -= p.growth_tariff_ally * model.newly_felt
        elif place == p.protector:
            change -= p.growth_tariff_protector * model.newly_felt
        factor = exp(clip(change, -0.5, 0.5))
        self.gdp = clip(self.gdp * factor, *model.gdp_range)
        self.gdp_ppp = clip(self.gdp_ppp * factor, model.gdp_range[0], model.largest_ppp)

    def set_goal(self) -> None:
        self.bargain_cost = self.cost_of_bargain()
        self.goal = self.wanted() + self.bargain_cost / self.gdp

    def cost_of_bargain(self) -> float:
        if self.side is None:
            return 0.0
        in_force = zip(self.prices, self.model.w.lever_state, strict=True)
        return self.model.w.deal_payment[self.side] + sum(price for price, state in in_force if state == IN_FORCE)

    def wanted(self) -> float:
        p = self.model.p
        gone = min(1.0, self.model.quarter / self.announced_by)
        wanted = self.demand(self.normal_share * (1.0 + self.announced * gone))
        asked = self.model.w.lever[LEVER["defence_share"]]
        if self.place != p.ally or asked == 0.0:
            return wanted
        aimed = self.demand(asked)
        if aimed > wanted:
            held = logistic(ratio(self.debt - self.debt_limit, p.debt_width, 0.0))
            aimed = wanted + (aimed - wanted) * (1.0 - p.burden_debt_bind * held)
        return aimed

    def demand(self, settled: float) -> float:
        p = self.model.p
        wish = settled * exp(self.pressure())
        here = self.spill_in()
        usual = p.burden_spill * self.member * p.burden_normal_belief * self.normal_spill
        if p.burden_theory == 0:
            taste = clip((wish + usual) / (1.0 + usual), 0.0, 1.0)
            return max(0.0, taste * (1.0 + here) - here)
        return wish * exp(p.burden_joint * (min(ratio(here, usual, 1.0), 2.0) - 1.0))

    def pressure(self) -> float:
        model, p, place = self.model, self.model.p, self.place
        force = p.burden_threat * (max(0.0, max(self.threats)) - self.normal_threat)
        force -= p.burden_debt * max(0.0, self.debt - self.debt_limit)
        if place not in (p.rival, p.proliferator):
            force += p.burden_answer * (self.imbalance() - self.usual_imbalance)
        if place == p.ally:
            force += self.of_the_ally()
        elif place == p.protector:
            force += log(p.burden_by_type[model.w.administration])
            ally = model.countries[p.ally]
            force += p.burden_reciprocity * (log(ally.defence_share) - log(ally.normal_share))
        elif place in (p.rival, p.proliferator):
            force += p.reaction * p.burden_reaction * (model.arms_ratio() - p.burden_normal_ratio)
        return clip(force, -2.0, 2.0)

    def imbalance(self) -> float:
        p, countries = self.model.p, self.model.countries
        others = [other for other in countries if other is not self]
        hostile = sum(self.enmity[c.place] * self.seen[c.place] * c.value_of_forces() for c in others)
        if self.place == p.protector:
            counted = sum(c.member * c.value_of_forces() for c in others) * self.model.protector_side.trust
        else:
            counted = self.member * self.stake_weighted_belief() * countries[p.protector].value_of_forces()
        return log1p(hostile) - log1p(self.value_of_forces() + p.burden_imbalance_spill * counted)

    def value_of_forces(self) -> float:
        return sum(cost * held for f, (cost, held) in enumerate(self.forces) if f not in NUCLEAR_FORCES)

    def stake_weighted_belief(self) -> float:
        held = sum(stake * belief for stake, belief in zip(self.stakes, self.beliefs, strict=True))
        return ratio(held, sum(self.stakes), 0.0)

    def of_the_ally(self) -> float:
        w, p = self.model.w, self.model.p
        hawks = w.government_ideology[axes.NATIONALIST] - w.government_ideology[axes.PACIFIST]
        force = p.burden_ideology * (hawks - p.burden_normal_hawks)
        force += p.burden_expectation * (self.model.protector_side.unmet - p.unmet_normal)
        if w.hedge == 3:
            force += log(p.burden_autonomy)
        elif w.hedge == 4:
            force += log(p.burden_nuclear)
        elif w.hedge == 2:
            force += log(p.burden_accommodation)
        return force

    def spill_in(self) -> float:
        model, p = self.model, self.model.p
        if self.place == p.protector:
            counted = sum(other.member * other.spending for other in model.countries if other is not self)
            counted *= model.protector_side.trust
        else:
            counted = model.countries[p.protector].spending * self.stake_weighted_belief()
        return p.burden_spill * self.member * min(ratio(counted, self.gdp, 0.0), 2.0)

    def spend(self) -> None:
        p = self.model.p
        frozen = 0.0 if self.side is None else self.model.w.window[self.side]
        speed = p.burden_speed * (1.0 - p.burden_freeze * frozen)
        spread = p.burden_spread[self.place]
        luck = exp(spread * self.model.luck.normal("burden_shock", self.place) - spread * spread / 2.0)
        share = self.defence_share + speed * (self.goal - self.defence_share)
        self.defence_share = clip(share * luck, 0.0, self.model.largest_share)
        spending = self.defence_share * self.gdp + self.levelled
        self.spending = clip(spending, 0.0, self.model.largest_spending)


class Publics(mesa.Agent):
    """What both publics think, and what they remember."""

    def __init__(self, model: Any, w: Any) -> None:
        super().__init__(model)
        self.force, self.strike, self.nuclear = w.support_force, w.support_strike, w.support_nuclear
        self.on_alliance = list(w.support_alliance)
        self.memory, self.weariness = w.casualty_memory, w.war_weariness
        self.reversals = model.p.reversals_normal

    def move(self) -> None:
        model, p, w = self.model, self.model.p, self.model.w
        keep = p.casualty_keep
        lost = model.countries[p.ally].casualties + w.disaster_losses
        self.memory = clip(keep * self.memory + log1p(lost), 0.0, 10.0)
        broken = clip(w.signal[axes.REVERSAL] + w.surprise_count, 0.0, 1.0)
        self.reversals = broken + p.reversals_keep * (self.reversals - broken)
        self.weariness = clip(keep * self.weariness + log1p(model.countries[p.protector].casualties), 0.0, 10.0)
        threat = w.threat[p.ally]
        hawks = w.public_ideology[axes.NATIONALIST] - w.public_ideology[axes.PACIFIST] - p.opinion_normal_hawks
        fear = max(threat[p.rival], threat[p.proliferator]) - p.opinion_normal_threat
        eased = 1.0 - p.opinion_bearable * min(threat[p.rival], w.threat[p.protector][p.rival])
        luck = [p.opinion_spread * model.luck.normal("opinion_shock", view) for view in range(5)]
        self.view_force(luck[0], fear, hawks)
        self.view_of_ally(luck[1], fear, eased)
        self.view_of_protector(luck[2], eased)
        self.view_strike_and_nuclear(luck[3], luck[4], hawks)

    def moved(self, luck: float, view: float, usual: float, drivers: float) -> float:
        odds = logit(view)
        return logistic(odds + self.model.p.opinion_speed * (logit(usual) + drivers - odds) + luck)

    def view_force(self, luck: float, fear: float, hawks: float) -> None:
        p, blame = self.model.p, self.model.w.blame
        effect = blame[axes.BLAME_ENEMY] * p.casualty_enemy_force
        effect += blame[axes.BLAME_ENTANGLEMENT] * p.casualty_entanglement_force
        effect += blame[axes.BLAME_ABSENCE] * p.casualty_absence_force
        losses = self.memory * effect * (1.0 + p.casualty_reinforcement * hawks)
        drivers = p.opinion_force_threat * fear + p.opinion_force_hawks * hawks + losses
        self.force = self.moved(luck, self.force, p.support_force_normal, drivers)

    def view_of_ally(self, luck: float, fear: float, eased: float) -> None:
        p, w = self.model.p, self.model.w
        cost = p.opinion_tariff * w.tariff + p.opinion_bases * w.base_opposition
        cost += p.opinion_cut * w.deficit_cut[p.ally] + p.opinion_host_support * w.lever[LEVER["host_support"]]
        usual = p.opinion_tariff * p.tariff_normal + p.opinion_bases * p.base_normal
        usual += p.opinion_host_support * p.host_support_normal
        drivers = p.opinion_alliance_threat * fear + p.opinion_trust * (self.model.ally_side.trust - p.trust_normal)
        drivers -= cost * eased - usual * self.usually_eased()
        drivers += self.memory * w.blame[axes.BLAME_ABSENCE] * p.casualty_absence_alliance
        drivers += self.memory * w.blame[axes.BLAME_ENTANGLEMENT] * p.casualty_entanglement_alliance
        self.set_view(axes.ALLY_SIDE, luck, drivers)

    def view_of_protector(self, luck: float, eased: float) -> None:
        p, w, countries = self.model.p, self.model.w, self.model.countries
        paid = w.lever[LEVER["host_support"]] - p.lever_start[LEVER["host_support"]]
        gap = countries[p.protector].defence_share - countries[p.ally].defence_share
        gap -= p.opinion_host_credit * paid / countries[p.ally].gdp
        usual = p.opinion_gap * p.opinion_normal_gap + p.opinion_unmet * p.unmet_normal
        cost = p.opinion_gap * gap + p.opinion_unmet * self.model.protector_side.unmet
        cost += p.opinion_weariness * self.weariness
        fear = w.threat[p.protector][p.rival] - p.opinion_protector_threat_normal
        drivers = p.opinion_protector_threat * fear - (cost * eased - usual * self.usually_eased())
        drivers += p.opinion_competition * (w.competition - p.competition_normal) + p.opinion_need * w.treaty_need
        self.set_view(axes.PROTECTOR_SIDE, luck, drivers)

    def set_view(self, side: int, luck: float, drivers: float) -> None:
        usual = self.model.p.support_alliance_normal[side]
        self.on_alliance[side] = self.moved(luck, self.on_alliance[side], usual, drivers)

    def usually_eased(self) -> float:
        return 1.0 - self.model.p.opinion_bearable * self.model.p.opinion_protector_threat_normal

    def view_strike_and_nuclear(self, luck: float, other_luck: float, hawks: float) -> None:
        p, w = self.model.p, self.model.w
        missiles = w.threat[p.ally][p.proliferator] - p.opinion_normal_threat
        volatile = self.reversals - p.reversals_normal
        drivers = p.opinion_strike_missiles * missiles + p.opinion_strike_volatility * volatile
        drivers += p.opinion_strike_both * missiles * volatile + p.opinion_force_hawks * hawks
        drivers += p.opinion_strike_fear * (w.abandonment_fear - p.abandonment_normal)
        self.strike = self.moved(luck, self.strike, p.support_strike_normal, drivers)
        drivers = p.opinion_nuclear_missiles * missiles + p.opinion_nuclear_volatility * volatile
        drivers += p.opinion_nuclear_both * missiles * volatile
        drivers += p.opinion_nuclear_doubt * (p.umbrella_normal - w.belief_nuclear[p.ally])
        drivers += p.opinion_nuclear_nationalists * (w.public_ideology[axes.NATIONALIST] - p.nationalists_normal)
        drivers += p.casualty_nuclear * self.memory
        self.nuclear = self.moved(other_luck, self.nuclear, p.support_nuclear_normal, drivers)
