"""Sorties: aircraft that are risked, fly from open bases and have fuel to arrive.

sorties = min(aircraft * open bases / bases, open bases * room) * risked share * rate
          * (1 - need * share of bases closed to tankers) * (1 - loss * share of civil airfields).
Clock: day. Units: sorties, aircraft. Source: the form is a judgement (see evidence campaign.day).
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import clip, ratio
from kaname.model.campaign.bases import sites_of
from kaname.words.axes import AIR
from kaname.words.declare import Param


@kernel
def risked_aircraft(w, p, party: int, engaged: float) -> float:
    """Aircraft that fly today: the risked share of those on open bases, as many as these have room for."""
    open_bases = w.camp_bases_open[party]
    on_open = w.camp_units[party, AIR] * ratio(open_bases, sites_of(w, party), 0.0)
    return min(on_open, open_bases * p.aircraft_per_base) * engaged


@kernel
def sorties_of(w, p, k: int, party: int, risked: float) -> float:
    """Sorties that `risked` aircraft fly today."""
    sites = sites_of(w, party)
    long_enough = ratio(w.camp_bases_open[party] - w.camp_tanker_short[party], sites, 0.0)
    fuel = 1.0 - p.tanker_need[k, party] * (1.0 - clip(long_enough, 0.0, 1.0))
    civil = ratio(w.camp_sites_civil[party], sites, 0.0)
    return risked * p.sortie_rate * fuel * (1.0 - p.dispersal_loss * civil)


PARAMS = (
    Param("tanker_need", ("contingency", "party"), "share", 0, 1,
          "Share of sorties that the party cannot fly without tankers."),
    Param("aircraft_per_base", (), "aircraft per base", 1, 400, "Aircraft that can fly from one open base."),
    Param("dispersal_loss", (), "share", 0, 1, "Share of sorties lost by aircraft that fly from civil airfields."),
    Param("sortie_rate", (), "sorties per aircraft per day", 0, 6, "Sorties that one ready aircraft flies in a day."),
)  # fmt: skip
