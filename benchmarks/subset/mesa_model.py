"""The subset as an ordinary Mesa model: one step a quarter, agents with plain attributes.

A step: countries grow, publics move, countries spend, the two sides of the alliance settle their ledger; in the first
quarter of a year also one forced crisis and one salvo day. See subset.compiled for what is played.
Clock: quarter. Units: those of the world.
"""

from __future__ import annotations

from collections.abc import Callable
from math import log1p
from types import SimpleNamespace
from typing import Any

import mesa
import numpy as np

from benchmarks.subset.alliance import Ally, Protector
from benchmarks.subset.chance import OwnLuck
from benchmarks.subset.compiled import PEOPLE_PER_AIRCRAFT, Ground
from benchmarks.subset.crisis import Government
from benchmarks.subset.salvo import Force, salvo_day
from benchmarks.subset.strategic import Country, Publics, clip
from kaname.words import axes
from kaname.words.fields import BY_NAME
from kaname.words.moves import FIGHT, SUPPORT

DAY_STEP = 1024


def plain(record: Any) -> SimpleNamespace:
    """A record as an object whose attributes are Python numbers and lists."""
    return SimpleNamespace(**{name: record[name].tolist() for name in record.dtype.names})


class Start:
    """What a model is built from, as ordinary Python objects: made once, outside the clock."""

    def __init__(self, ground: Ground, future: int) -> None:
        self.w, self.p = plain(ground.start[future]), plain(ground.params[future])
        self.k, self.layout = ground.contingency, ground.layout()
        self.roles = 1 + max(row.owner for row in self.layout)
        self.pictures = ground.pictures[future, : self.roles].tolist()


class AllianceModel(mesa.Model):
    """One future. parts: which of (mechanisms, crisis, salvo day) take part."""

    def __init__(
        self, start: Start, luck: Callable[[Any], Any] = OwnLuck, parts: tuple[int, int, int] = (1, 1, 1)
    ) -> None:
        super().__init__(seed=1)
        self.luck, self.parts, self.quarter = luck(self), parts, 0
        w, p = start.w, start.p
        self.w, self.p, self.k, self.layout, self.roles = w, p, start.k, start.layout, start.roles
        self.growth_shock, self.tariff_felt = w.growth_shock, w.tariff_felt
        self.newly_felt = 0.0
        self.rungs, self.conducts = list(w.rung), list(w.conduct)
        self.leakers, self.sea_control, self.day = w.camp_leakers, w.camp_sea_control, w.camp_day
        field = BY_NAME
        self.gdp_range, self.largest_ppp = (field["gdp"].low, field["gdp"].high), field["gdp_ppp"].high
        self.largest_share, self.largest_spending = field["defence_share"].high, field["spending"].high
        self.countries = [Country(self, place, w, p) for place in range(len(w.gdp))]
        self.publics = Publics(self, w)
        self.protector_side, self.ally_side = Protector(self, w, p), Ally(self, w, p)
        self.protector_side.other, self.ally_side.other = self.ally_side, self.protector_side
        self.governments = [Government(self, role, picture) for role, picture in enumerate(start.pictures)]
        actors = (p.challenger[self.k], p.target[self.k], p.guarantor[self.k])
        self.forces = [Force(self, party, actor, w, p) for party, actor in enumerate(actors)]
        if actors[1] == p.ally:
            self.forces[1].partner, self.forces[2].partner = self.forces[2], self.forces[1]
        self.target = self.countries[actors[1]]
        self.crises: list[list[float]] = []

    def step(self) -> None:
        first_of_year = self.quarter % 4 == 0
        if self.parts[0]:
            self.strategic()
        self.rungs[self.k], self.conducts[self.k], self.target.casualties = 0, 0.0, 0.0
        if first_of_year and self.parts[1]:
            self.crisis()
        if first_of_year and self.parts[2]:
            self.fight()
        self.quarter += 1

    def strategic(self) -> None:
        self.luck.now(self.quarter)
        p, w = self.p, self.w
        shock = p.growth_shock_persistence * self.growth_shock
        self.growth_shock = clip(shock + p.growth_shock_spread * self.luck.normal("growth_common", 0), -0.5, 0.5)
        self.newly_felt = p.tariff_adjustment * (w.tariff - self.tariff_felt)
        self.tariff_felt = clip(self.tariff_felt + self.newly_felt, 0.0, 1.0)
        countries, sides = self.agents_by_type[Country], (self.protector_side, self.ally_side)
        countries.do("grow")
        self.publics.move()
        countries.do("set_goal")
        countries.do("spend")
        for side in sides:
            side.deliver()
        cyber = zip(p.cyber_case, w.covered, strict=True)
        self.cyber_is_vague = any(case > 0.0 and covered == 2 for case, covered in cyber)
        for side in sides:
            side.expect()
            side.judge()

    def arms_ratio(self) -> float:
        p, countries = self.p, self.countries
        together = sum(countries[place].spending for place in (p.protector, p.ally, p.partner))
        return log1p(together) - log1p(countries[p.rival].spending)

    def issue_of(self, k: int) -> int:
        p = self.p
        if p.cyber_case[k] > 0.0:
            return axes.CYBER
        if p.missile_case[k] > 0.0:
            return axes.MISSILE_DEFENCE
        return axes.REMOTE_ISLANDS if p.homeland_case[k] > 0.0 else axes.REGIONAL

    def crisis(self) -> None:
        """The opening is forced; whoever comes to move thinks and draws."""
        for government in self.governments:
            government.thought = False
        self.governments[0].think()
        root = self.layout[0]
        place, ply = root.first + 1 + (self.quarter // 4) % (root.children - 1), 1
        while self.layout[place].children > 0:
            mover = self.governments[self.layout[place].owner]
            mover.think()
            place = self.layout[place].first + mover.choose(place, ply)
            ply += 1
        row = self.layout[place]
        self.rungs[self.k] = row.height
        self.conducts[self.k] = {FIGHT: 1.0, SUPPORT: 0.5}.get(row.guarantee, 0.0)
        self.crises.append([place, *(g.nodes[0].own_value if g.thought else 0.0 for g in self.governments)])

    def fight(self) -> None:
        self.day += 1.0
        self.luck.now(self.quarter, self.k, DAY_STEP + int(self.day))
        before = self.forces[1].air
        salvo_day(self)
        self.target.casualties = PEOPLE_PER_AIRCRAFT * (before - self.forces[1].air)


def state_of(model: AllianceModel) -> dict[str, np.ndarray]:
    """The model's state under the names of the compiled world."""
    countries, publics, forces = model.countries, model.publics, model.forces
    sides = (model.protector_side, model.ally_side)
    numbers = {
        "growth_shock": model.growth_shock, "tariff_felt": model.tariff_felt,
        "support_force": publics.force, "support_strike": publics.strike, "support_nuclear": publics.nuclear,
        "support_alliance": publics.on_alliance, "casualty_memory": publics.memory, "war_weariness": publics.weariness,
        "reversals": publics.reversals,
        "camp_leakers": model.leakers, "camp_sea_control": model.sea_control, "camp_day": model.day,
        "camp_bases_open": [f.bases_open for f in forces], "camp_bases_closed": [f.bases_closed for f in forces],
        "camp_tanker_short": [f.short for f in forces], "camp_magazine": [f.magazine for f in forces],
        "camp_parked_lost": [f.parked_lost for f in forces], "camp_landing_ships": [f.landing_ships for f in forces],
        "rung": model.rungs, "conduct": model.conducts,
    }  # fmt: skip
    for name in ("gdp", "gdp_ppp", "war_trade_felt", "defence_share", "spending", "bargain_cost", "casualties"):
        numbers[name] = [getattr(country, name) for country in countries]
    for name in ("expected", "delivered", "unmet", "trust"):
        numbers[name] = [getattr(side, name) for side in sides]
    return {name: np.array(value, dtype=float) for name, value in numbers.items()} | {"camp_units": _units(forces)}


def _units(forces: list[Force]) -> np.ndarray:
    names = ("air", "surface", "submarines", "batteries", "missiles", "upper", "lower")
    return np.array([[getattr(force, name) for name in names] for force in forces])
