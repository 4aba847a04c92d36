"""A salvo day with ordinary objects: three forces, their bases and interceptors.

Repair, the challenger's missile salvo through two layers on bases (barrage), then the exchange in the air, at sea and
below it in the salvo theory. The formulas are those of campaign.missiles, interception, bases, sorties and exchange.
Clock: day. Units: those of the world.
"""

from __future__ import annotations

from typing import Any

import mesa

from benchmarks.subset.strategic import clip, ratio
from kaname.words.levers import LEVER

CHALLENGER, TARGET, GUARANTOR = range(3)


class Force(mesa.Agent):
    """What one party has in the fight; the state is the world's camp_* fields of the party."""

    def __init__(self, model: Any, party: int, actor: int, w: Any, p: Any) -> None:
        super().__init__(model)
        self.party, self.readiness = party, w.readiness[actor]
        units, at_start = w.camp_units[party], w.camp_start[party]
        self.air, self.surface, self.submarines, self.batteries, self.missiles, self.upper, self.lower = units[:7]
        self.surface_at_start, self.missiles_at_start = at_start[1] - w.camp_reserve[party][1], at_start[4]
        self.bases_open, self.bases_closed = w.camp_bases_open[party], w.camp_bases_closed[party]
        self.short, self.civil = w.camp_tanker_short[party], w.camp_sites_civil[party]
        self.magazine, self.parked_lost = w.camp_magazine[party], w.camp_parked_lost[party]
        self.landing_ships = w.camp_landing_ships[party]
        self.quality, self.sheltered = p.air_quality[actor], p.shelter_share[actor]
        self.tanker_need, self.is_ally = p.tanker_need[model.k][party], actor == p.ally
        engage = (p.engage_challenger, p.engage_forward, p.engage_guarantor)[party]
        self.engaged = engage * self.readiness
        self.partner: Any = self

    @property
    def sites(self) -> float:
        return self.bases_open + self.bases_closed

    def draw(self, slot: str, index: int, n: float, p: float) -> int:
        return int(self.model.luck.binomial(slot, index, n, p))

    def repair(self) -> None:
        p = self.model.p
        if self.short > 0.0:
            done = clip(ratio(1.0, p.repair_tanker, 1.0), 0.0, 1.0)
            self.short -= self.draw("missile_hits", self.party * 6 + 5, self.short, done)
        if self.bases_closed > 0.0:
            opened = self.draw("missile_hits", self.party * 6 + 4, self.bases_closed, ratio(1.0, p.repair_fighter, 1.0))
            self.bases_closed -= opened
            self.bases_open += opened
            self.short += opened

    def exposed(self) -> float:
        p = self.model.p
        return p.ground_share * (1.0 - p.warning_effect * self.model.w.intelligence_level)

    def attacked(self, shots: float) -> None:
        """Take a salvo: two layers, then runways and parked aircraft."""
        if shots <= 0.0:
            return
        p = self.model.p
        expected = shots * p.planned_leak * (1.0 - p.parking_aim)
        aimed = int(clip(ratio(expected, p.runway_hits, 0.0), 1.0, max(1.0, self.bases_open)))
        left = self.draw("missile_hits", 64 + self.party, shots, p.missile_reliability)
        left = self.intercept("upper", left, 1.0)
        left = self.intercept("lower", left, ratio(aimed, self.sites, 1.0))
        self.model.leakers += left
        if left > 0 and self.sites > 0.0:
            at_aircraft = int(left * p.parking_aim)
            sites = self.sites
            self.close(left - at_aircraft, aimed)
            self.lose_parked(at_aircraft, aimed, sites)

    def intercept(self, layer: str, missiles: int, covered: float) -> int:
        p = self.model.p
        shared = 0.0 if self.partner is self else clip(self.model.w.lever[LEVER["defence_architecture"]], 0.0, 1.0)
        own, lent = getattr(self, layer), shared * getattr(self.partner, layer)
        ready = int((own + lent) * p.ready_interceptors * clip(covered, 0.0, 1.0))
        track, kill = (p.track_upper, p.kill_upper) if layer == "upper" else (p.track_lower, p.kill_lower)
        slot, common = f"missile_layer_{layer}", (1.0 - track) * p.track_common
        luck = TARGET if shared >= 0.5 else self.party
        if ready <= 0 or missiles <= 0 or self.model.luck.uniform(slot, 900 + luck) < common:
            return missiles
        leakers, fired = self.barrage(slot, missiles, ready, ratio(track, 1.0 - common, 0.0), kill)
        from_own = min(own, float(int(ratio(fired * own, own + lent, 0.0) + 0.5)))
        setattr(self, layer, own - from_own)
        if fired > from_own:
            setattr(self.partner, layer, max(0.0, getattr(self.partner, layer) - (fired - from_own)))
        return leakers

    def barrage(self, slot: str, missiles: int, ready: int, track: float, kill: float) -> tuple[int, int]:
        fired = min(ready, self.model.p.shots_per_missile * missiles)
        if fired <= 0:
            return missiles, 0
        each, richer = fired // missiles, fired % missiles
        leak = 1.0 - track * (1.0 - (1.0 - kill) ** each)
        leakers = self.draw(slot, self.party * 8, missiles - richer, leak)
        if richer > 0:
            leakers += self.draw(slot, self.party * 8 + 1, richer, 1.0 - track * (1.0 - (1.0 - kill) ** (each + 1)))
        return leakers, fired

    def close(self, hits: int, aimed: int) -> None:
        cut = at_least(hits, 1.0 / aimed, self.model.p.runway_hits)
        closed = min(self.draw("missile_hits", self.party * 6, aimed, cut), self.bases_open)
        if closed > 0:
            among = self.draw("missile_hits", self.party * 6 + 1, closed, ratio(self.short, self.bases_open, 0.0))
            self.bases_open -= closed
            self.bases_closed += closed
            self.short = min(self.short - min(among, self.short), self.bases_open)
        self.shorten(hits, aimed, closed, cut)

    def shorten(self, hits: int, aimed: int, closed: float, cut: float) -> None:
        if self.short >= self.bases_open or cut >= 1.0:
            return
        shortened = ratio(at_least(hits, 1.0 / aimed, self.model.p.tanker_hits) - cut, 1.0 - cut, 0.0)
        newly = clip(shortened, 0.0, 1.0) * (1.0 - ratio(self.short, self.bases_open, 0.0))
        more = self.draw("missile_hits", 96 + self.party, min(float(aimed - closed), self.bases_open), newly)
        self.short = min(self.short + more, self.bases_open)

    def lose_parked(self, hits: int, aimed: int, sites: float) -> None:
        p = self.model.p
        at_risk = float(int(self.air * self.exposed() * clip(aimed / sites, 0.0, 1.0)))
        share = self.sheltered * (1.0 - ratio(self.civil, sites, 0.0))
        sheltered, per_base = float(int(at_risk * share)), hits / aimed
        in_open = 1.0 - (1.0 - p.parking_kill) ** (per_base * (1.0 - share))
        inside = 1.0 - (1.0 - ratio(p.shelter_kill, max(1.0, sheltered / aimed), 0.0)) ** (per_base * share)
        lost = self.draw("missile_hits", self.party * 6 + 2, at_risk - sheltered, in_open)
        lost += self.draw("missile_hits", self.party * 6 + 3, sheltered, inside)
        self.air -= lost
        self.parked_lost += lost

    def prepare(self) -> None:
        """What the party puts at risk and in play in today's exchange."""
        p, w = self.model.p, self.model.w
        on_open = self.air * ratio(self.bases_open, self.sites, 0.0)
        self.flying = min(on_open, self.bases_open * p.aircraft_per_base) * self.engaged
        fuel = 1.0 - self.tanker_need * (1.0 - clip(ratio(self.bases_open - self.short, self.sites, 0.0), 0.0, 1.0))
        away = 1.0 - p.dispersal_loss * ratio(self.civil, self.sites, 0.0)
        self.sorties = self.flying * p.sortie_rate * fuel * away
        keeps_back = self.party == GUARANTOR and self.model.forces[CHALLENGER].missiles >= 1.0
        self.ships = self.surface * self.engaged * (1.0 - p.ship_standoff if keeps_back else 1.0)
        self.boats, self.ground_fire = self.submarines * self.readiness, self.batteries * self.readiness
        self.fire = 1.0 if self.magazine > 0.0 else p.magazine_floor
        if self.party == CHALLENGER:
            return
        if self.is_ally:
            self.fire *= 1.0 - p.role_loss * (1.0 - w.role_clarity)
        combined = clip(w.lever[LEVER["command_mode"]], 0.0, 1.0)
        self.fire *= 1.0 - p.joint_friction * (1.0 - combined) * (1.0 - w.habit)

    def missiles_at_ships(self) -> float:
        p = self.model.p
        at_ships = self.sorties * (1.0 - p.air_superiority_share)
        return (self.ships * p.surface_salvo + at_ships * p.air_salvo + self.ground_fire * p.coastal_salvo) * self.fire

    def strike_at_ships(self) -> float:
        p = self.model.p
        shots = float(int(min(self.missiles, p.counter_tempo * self.missiles_at_start) * p.counter_ships[self.model.k]))
        self.missiles -= shots
        return shots

    def value(self) -> float:
        weights = self.model.p.fighting_weight
        value = self.sorties * weights[0] + min(self.ships, self.surface) * weights[1]
        value += min(self.boats, self.submarines) * weights[2] + min(self.ground_fire, self.batteries) * weights[3]
        return value * self.fire

    def hunted(self, boat_loss: float, battery_loss: float) -> None:
        self.submarines -= self.draw("salvo_submarine", 2 + self.party, self.boats, boat_loss)
        self.batteries -= self.draw("salvo_submarine", 8 + self.party, self.ground_fire, battery_loss)

    def spend(self) -> None:
        self.magazine = max(0.0, self.magazine - self.engaged)


def at_least(n: int, p: float, least: float) -> float:
    """P(Binomial(n, p) >= least)."""
    if least <= 0 or p >= 1.0:
        return 1.0 if least <= 0 or n >= least else 0.0
    if n < least or p <= 0.0:
        return 0.0
    chance = below = (1.0 - p) ** n
    for k in range(int(least) - 1):
        chance *= p / (1.0 - p) * (n - k) / (k + 1)
        below += chance
    return max(0.0, 1.0 - below)


def salvo_day(model: Any) -> None:
    """One day between the model's three forces."""
    c, t, g = model.forces
    for force in model.forces:
        force.repair()
    shots = float(int(min(c.missiles, model.p.tempo_bases * c.missiles_at_start + 0.5)))
    if shots > 0.0 and t.bases_open + g.bases_open > 0.0:
        c.missiles -= shots
        first = float(int(shots * t.bases_open / (t.bases_open + g.bases_open) + 0.5))
        t.attacked(first)
        g.attacked(shots - first)
    for force in model.forces:
        force.prepare()
    exchange(model, c, t, g)


def exchange(model: Any, c: Force, t: Force, g: Force) -> None:
    """The day's exchange in the air, at sea and below it."""
    p = model.p
    afloat = c.surface + (c.landing_ships if lands_by_sea(model) else 0.0)
    at_ships = (t.strike_at_ships() + g.strike_at_ships()) * p.sea_seeker if afloat >= 1.0 else 0.0
    air_c, air_d = air_losses(p, c, t, g)
    sea_c, sea_d = sea_losses(model, c, t, g, at_ships)
    by_c = p.submarine_loss * ratio(c.surface, c.surface_at_start, 0.0)
    by_d = p.submarine_loss * ratio(t.surface + g.surface, t.surface_at_start + g.surface_at_start, 0.0)
    above = p.coastal_loss * balance(c, t, g)
    c.hunted(by_d, p.coastal_loss - above)
    t.hunted(by_c, above)
    g.hunted(by_c, above)
    of_t = air_d * ratio(t.flying, t.flying + g.flying, 0.0)
    c.air, t.air, g.air = max(0.0, c.air - air_c), max(0.0, t.air - of_t), max(0.0, g.air - (air_d - of_t))
    of_t = sea_d * ratio(t.ships, t.ships + g.ships, 0.0)
    c.surface, t.surface = max(0.0, c.surface - sea_c), max(0.0, t.surface - of_t)
    g.surface = max(0.0, g.surface - (sea_d - of_t))
    for force in (c, t, g):
        force.spend()
    model.sea_control = balance(c, t, g)


def balance(c: Force, t: Force, g: Force) -> float:
    mine = c.value()
    return ratio(mine, mine + t.value() + g.value(), 0.0)


def air_losses(p: Any, c: Force, t: Force, g: Force) -> tuple[float, float]:
    defenders = t.flying + g.flying
    worth_c = c.fire * c.quality
    worth_d = ratio(t.fire * t.quality * t.flying + g.fire * g.quality * g.flying, defenders, 0.0)
    shots_g = min(c.flying, (t.ground_fire + g.ground_fire) * p.coastal_air)
    from_ground = c.draw("salvo_air", 2, shots_g, p.air_kill)
    shots_c = min(c.sorties * p.air_superiority_share, defenders) * p.air_shots
    shots_d = min((t.sorties + g.sorties) * p.air_superiority_share, c.flying) * p.air_shots
    killed_d = c.draw("salvo_air", 0, shots_c, clip(p.air_kill * worth_c, 0.0, 1.0))
    killed_c = c.draw("salvo_air", 1, shots_d, clip(p.air_kill * worth_d, 0.0, 1.0))
    return min(c.flying, killed_c + from_ground), min(defenders, killed_d)


def sea_losses(model: Any, c: Force, t: Force, g: Force, at_ships: float) -> tuple[float, float]:
    """Ships lost by challenger and defenders; landing ships are taken here; at_ships: strike missiles that find one."""
    p, ships = model.p, t.ships + g.ships
    on_c, on_d = t.missiles_at_ships() + g.missiles_at_ships() + at_ships, c.missiles_at_ships()
    exposed = c.landing_ships * p.landing_exposed if lands_by_sea(model) else 0.0
    aim = p.landing_aim if exposed >= 1.0 else 0.0
    torpedoes = (t.boats + g.boats) * p.submarine_salvo
    deep_c = c.draw("salvo_submarine", 0, torpedoes * (1.0 - aim), p.torpedo_hit)
    deep_d = c.draw("salvo_submarine", 1, c.boats * p.submarine_salvo, p.torpedo_hit)
    if aim > 0.0:
        deep = c.draw("salvo_submarine", 14, torpedoes * aim, p.torpedo_hit)
        hits = salvo_hits(p, c, 4, on_c * aim, exposed, c.ships * aim) + deep
        c.landing_ships -= min(exposed, ratio(hits, p.ship_staying, 0.0))
    hits_c = salvo_hits(p, c, 0, on_c * (1.0 - aim), c.ships, c.ships * (1.0 - aim)) + deep_c
    hits_d = salvo_hits(p, c, 2, on_d, ships, ships) + deep_d
    lost_c = min(c.ships, ratio(hits_c, p.ship_staying, 0.0))
    return lost_c, min(ships, ratio(hits_d, p.ship_staying, 0.0))


def lands_by_sea(model: Any) -> bool:
    """Whether landing ships are under way, where bases are struck first."""
    p, k = model.p, model.k
    return bool(p.blockade_case[k] <= 0.0 and p.crossing[k] > 0.0 and model.day > p.landing_delay)


def salvo_hits(p: Any, c: Force, place: int, missiles: float, ships: float, escorts: float) -> float:
    if ships <= 0.0:
        return 0.0
    aimed = c.draw("salvo_sea", place, missiles, p.ship_aim)
    stopped = c.draw("salvo_sea", place + 1, escorts * p.ship_defence, p.ship_kill)
    return max(0.0, float(aimed - stopped))
