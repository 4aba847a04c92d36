"""What gets through to bases: closed runways, aircraft lost on the ground, repair.

The attacker aims at m bases. A base closes when at least h of its L runway hits fall there: P = P(Bin(L, 1/m) >= h),
drawn for m bases. A tanker needs a longer and wider strip than a fighter: fewer hits, t < h, leave a base open but too
short for it, with chance (P_t - P) / (1 - P). Aircraft in the open on those bases die each with
1 - (1 - kill)**(hits per base); a shelter needs its own missile. Closed bases open for fighters after a mean of
repair_fighter days (geometric), for tankers after repair_tanker more. More sites dilute hits and cost interceptors and
sorties (dispersal), so dispersal can lose.
Clock: day. Units: bases, aircraft, missiles. Source: stimson_cratering_2024 and csis_first_battle_2023 for the ideas;
figures are judgements.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import clip, power, ratio
from kaname.core.slots import SLOT
from kaname.model.campaign.draws import at_least, binomial
from kaname.model.campaign.opening import actor_of
from kaname.words.axes import AIR
from kaname.words.declare import Field, Param

HITS = SLOT["missile_hits"]
(DRAW_CLOSED, DRAW_SHORT, DRAW_OPEN_AIR, DRAW_SHELTER, DRAW_REPAIR, DRAW_LONG, DRAWS) = range(7)
CUT_SHORT = 96
"""Place of the draw of bases that hits leave too short for tankers, plus the party."""


@kernel
def sites_of(w, party: int) -> float:
    """Bases of the party, open or closed."""
    return w.camp_bases_open[party] + w.camp_bases_closed[party]


@kernel
def repair(w, p, chance) -> None:
    """Bases that become long enough for tankers, then bases that open again for fighters."""
    for party in range(w.camp_bases_closed.shape[0]):
        short = w.camp_tanker_short[party]
        if short > 0.0:
            done = clip(ratio(1.0, p.repair_tanker, 1.0), 0.0, 1.0)
            w.camp_tanker_short[party] -= binomial(chance, HITS, party * DRAWS + DRAW_LONG, short, done)
        closed = w.camp_bases_closed[party]
        if closed > 0.0:
            opened = binomial(chance, HITS, party * DRAWS + DRAW_REPAIR, closed, ratio(1.0, p.repair_fighter, 1.0))
            w.camp_bases_closed[party] -= opened
            w.camp_bases_open[party] += opened
            w.camp_tanker_short[party] += opened


@kernel
def bases_aimed_at(w, p, party: int, shots: float) -> int:
    """How many open bases the attacker aims at: as many as it expects to close, at least one."""
    expected = shots * p.planned_leak * (1.0 - p.parking_aim)
    return int(clip(ratio(expected, p.runway_hits, 0.0), 1.0, max(1.0, w.camp_bases_open[party])))


@kernel
def hit_bases(w, p, chance, k: int, party: int, leakers: int, aimed: int, exposed: float) -> None:
    """Close runways and destroy parked aircraft; exposed: share of the party's aircraft on the ground within reach."""
    sites = sites_of(w, party)
    if leakers <= 0 or sites <= 0.0:
        return
    at_aircraft = int(leakers * p.parking_aim)
    _close(w, p, chance, party, leakers - at_aircraft, aimed)
    _destroy_parked(w, p, chance, k, party, at_aircraft, aimed, sites, exposed)


@kernel
def _close(w, p, chance, party: int, hits: int, aimed: int) -> None:
    cut = at_least(hits, 1.0 / aimed, p.runway_hits)
    closed = min(binomial(chance, HITS, party * DRAWS + DRAW_CLOSED, aimed, cut), w.camp_bases_open[party])
    if closed > 0:
        short = w.camp_tanker_short[party]
        among = binomial(chance, HITS, party * DRAWS + DRAW_SHORT, closed, ratio(short, w.camp_bases_open[party], 0.0))
        w.camp_bases_open[party] -= closed
        w.camp_bases_closed[party] += closed
        w.camp_tanker_short[party] = min(short - min(among, short), w.camp_bases_open[party])
    _shorten(w, p, chance, party, hits, aimed, closed, cut)


@kernel
def _shorten(w, p, chance, party: int, hits: int, aimed: int, closed: float, cut: float) -> None:
    """Of the bases aimed at that stayed open, those hit often enough to be too short for tankers."""
    still_open, short = w.camp_bases_open[party], w.camp_tanker_short[party]
    if short >= still_open or cut >= 1.0:
        return
    shortened = ratio(at_least(hits, 1.0 / aimed, p.tanker_hits) - cut, 1.0 - cut, 0.0)
    newly = clip(shortened, 0.0, 1.0) * (1.0 - ratio(short, still_open, 0.0))
    more = binomial(chance, HITS, CUT_SHORT + party, min(float(aimed - closed), still_open), newly)
    w.camp_tanker_short[party] = min(short + more, still_open)


@kernel
def _destroy_parked(w, p, chance, k: int, party: int, hits: int, aimed: int, sites: float, exposed: float) -> None:
    at_risk = float(int(w.camp_units[party, AIR] * exposed * clip(aimed / sites, 0.0, 1.0)))
    sheltered_share = p.shelter_share[actor_of(p, k, party)] * (1.0 - ratio(w.camp_sites_civil[party], sites, 0.0))
    sheltered = float(int(at_risk * sheltered_share))
    per_base = hits / aimed
    in_open = parked_loss_chance(p.parking_kill, per_base * (1.0 - sheltered_share))
    inside = parked_loss_chance(ratio(p.shelter_kill, max(1.0, sheltered / aimed), 0.0), per_base * sheltered_share)
    lost = binomial(chance, HITS, party * DRAWS + DRAW_OPEN_AIR, at_risk - sheltered, in_open)
    lost += binomial(chance, HITS, party * DRAWS + DRAW_SHELTER, sheltered, inside)
    w.camp_units[party, AIR] -= lost
    w.camp_parked_lost[party] += lost


@kernel
def parked_loss_chance(kill: float, hits: float) -> float:
    """Chance that an aircraft is lost to `hits` missiles on its base, each of which kills it with chance `kill`."""
    return 1.0 - power(1.0 - kill, hits)


FIELDS = (
    Field("camp_bases_closed", ("party",), "bases", 0, 1000, "hidden", "Bases closed by craters, waiting for repair."),
    Field("camp_parked_lost", ("party",), "aircraft", 0, 1e5, "hidden", "Aircraft that the party lost on the ground."),
    Field("camp_tanker_short", ("party",), "bases", 0, 1000, "hidden",
          "Open bases whose runway is too short for tankers."),
)  # fmt: skip
PARAMS = (
    Param("planned_leak", (), "share", 0.01, 1,
          "Share of its missiles that the attacker expects to arrive when it picks how many bases to aim at."),
    Param("runway_hits", (), "hits", 1, 60, "Hits that close a base.", "count"),
    Param("tanker_hits", (), "hits", 1, 60,
          "Hits that leave a base open for fighters and too short for tankers; no more than runway_hits.", "count"),
    Param("parking_aim", (), "share", 0, 1, "Share of arriving missiles aimed at aircraft rather than runways."),
    Param("parking_kill", (), "probability per shot", 0, 1,
          "Chance that one arriving missile kills each aircraft in the open on its base."),
    Param("shelter_kill", (), "probability per shot", 0, 1,
          "Chance that one arriving missile destroys the shelter it is aimed at."),
    Param("shelter_share", ("actor",), "share", 0, 1,
          "Share of aircraft on main bases that stand in hardened shelters."),
    Param("repair_fighter", (), "days", 1, 60, "Mean days until a closed base is open for fighters."),
    Param("repair_tanker", (), "days", 0, 180, "Mean further days until its runway is long enough for tankers."),
)  # fmt: skip
