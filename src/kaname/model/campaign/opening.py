"""Who comes to the fight: forces committed from stocks, bases in reach, what is there on day 0 and what is on its way.

committed = floor(min(share of the contingency * stock, stock - tied in campaigns earlier this quarter)): two
campaigns in one quarter share stocks. What a party commits at most does not all come at once: of the challenger's
ships, aircraft, submarines and batteries opening_share begins, the guarantor's forces in the theatre (`presence`) are
there on day 0 and wait for release, and the rest waits in reserve until its phase is ordered (see arrivals).
A host that is neither target nor guarantor is a party of its own. Landing ships = landing_part * surface ships held,
less those lost in earlier wars and not yet replaced. Bases: share in reach; the ally adds civil airfields that are
open.
Clock: once, on day 0. Units: units of the class. The proliferator's missiles are its own stock by range.
"""

from __future__ import annotations

import math

from kaname.core.kernel import kernel
from kaname.core.maths import clip, ratio
from kaname.words.axes import BASE, FIGHTING_FORCES, GROUND, MEDIUM, SHORT, STRIKE, SURFACE
from kaname.words.declare import Field, Param
from kaname.words.moves import CHALLENGER, GUARANTOR, HOST, TARGET

REFUSED, DELAYED, GRANTED = range(3)


@kernel
def actor_of(p, k: int, party: int) -> int:
    """The actor that plays the party in contingency k."""
    if party == CHALLENGER:
        return int(p.challenger[k])
    if party == TARGET:
        return int(p.target[k])
    return int(p.guarantor[k]) if party == GUARANTOR else int(p.host[k])


@kernel
def takes_part(p, k: int, party: int) -> bool:
    """Whether the party exists in contingency k: a host only where it is neither target nor guarantor."""
    return party != HOST or (p.host[k] >= 0 and p.host[k] not in (p.target[k], p.guarantor[k]))


@kernel
def open_campaign(w, p, turn, k: int) -> None:
    """Commit forces and lay out day 0.

    `camp_plan`, `camp_arrival`, `camp_host_fire`, `camp_host_answers`, `camp_ceiling`, `camp_standing` and
    `camp_recapture` are the orders of those who decide; everything else is set here.
    """
    if w.committed_quarter != turn.quarter + 1:
        _forget_earlier(w, turn)
    for party in range(w.camp_units.shape[0]):
        _commit(w, p, k, party)
        _lay_bases(w, p, k, party)
        w.camp_magazine[party] = p.magazine_days
        w.camp_phase[party] = 0
        w.camp_ordered[party] = 0.0
    _hold_back(w, p, k)
    _lay_objective(w, p, k)
    w.camp_day = 0.0
    w.camp_control = 0.0
    w.camp_leakers = 0.0
    w.camp_released = 0
    w.camp_stores = 0.0
    w.camp_ashore_days = 0.0
    w.camp_held_days = 0.0
    w.camp_over = 0
    w.camp_sea_control = 0.0
    w.camp_supply = 0.0
    w.camp_force_in_being = 1.0
    w.last_force_in_being = 1.0


@kernel
def _forget_earlier(w, turn) -> None:
    for a in range(w.committed.shape[0]):
        for f in range(w.committed.shape[1]):
            w.committed[a, f] = 0.0
    w.committed_quarter = turn.quarter + 1


@kernel
def _commit(w, p, k: int, party: int) -> None:
    actor, comes = actor_of(p, k, party), takes_part(p, k, party)
    w.camp_landing_ships[party] = landing_ships_of(w, p, k, party) if comes else 0.0
    w.camp_landing_lost[party] = 0.0
    for f in range(w.camp_units.shape[1]):
        w.camp_start[party, f] = 0.0
        w.camp_units[party, f] = 0.0
        w.camp_reserve[party, f] = 0.0
        if f < BASE and comes:
            held = _held(w, p, k, actor, f)
            free = max(0.0, held - w.committed[actor, f])
            units = float(math.floor(min(p.commit_share[k, party] * held, free)))
            w.camp_start[party, f] = units
            w.camp_units[party, f] = units


@kernel
def landing_ships_of(w, p, k: int, party: int) -> float:
    """Landing ships that the party brings: a part of its surface fleet's number, less losses not yet replaced."""
    actor = actor_of(p, k, party)
    return float(math.floor(max(0.0, p.landing_part[k, party] * w.stock[actor, SURFACE] - w.landing_lost[actor])))


@kernel
def _held(w, p, k: int, actor: int, f: int) -> float:
    """Stock of the class; a proliferator's strike missiles are counted by range, the short ones only near at hand.

    What it fired earlier this quarter has left that count only in `losses`.
    """
    if f == STRIKE and actor == p.proliferator:
        near = 0.0 if p.target[k] == p.ally else w.missiles[SHORT]
        return max(0.0, near + w.missiles[MEDIUM] - w.losses[actor, STRIKE])
    return w.stock[actor, f]


@kernel
def _lay_bases(w, p, k: int, party: int) -> None:
    w.camp_bases_open[party] = 0.0
    w.camp_bases_closed[party] = 0.0
    w.camp_tanker_short[party] = 0.0
    w.camp_sites_civil[party] = 0.0
    w.camp_parked_lost[party] = 0.0
    if not takes_part(p, k, party):
        return
    actor = actor_of(p, k, party)
    bases = float(math.floor(p.base_share[k, party] * w.stock[actor, BASE]))
    if party in (TARGET, HOST) and actor == p.ally:
        w.camp_sites_civil[party] = math.floor(w.dispersal * p.civil_airfields[k] * (1.0 - p.civil_guest_share))
    if party == GUARANTOR:
        bases -= math.floor(bases * p.host_base_share[k])
    w.camp_bases_open[party] = bases + w.camp_sites_civil[party]
    if party == GUARANTOR:
        w.camp_host_bases = 0.0
        open_host_bases(w, p, k)


@kernel
def open_host_bases(w, p, k: int) -> None:
    """Open the guarantor's bases in the host, civil airfields among them, as its answer allows; none closes again."""
    usable = host_answer(w, p, k) * w.base_access
    total = math.floor(p.base_share[k, GUARANTOR] * w.stock[actor_of(p, k, GUARANTOR), BASE])
    main = math.floor(math.floor(total * p.host_base_share[k]) * usable)
    civil = 0.0
    if p.host[k] == p.ally or p.target[k] == p.ally:
        civil = math.floor(w.dispersal * p.civil_airfields[k] * p.civil_guest_share * usable)
    if main + civil > w.camp_host_bases:
        w.camp_bases_open[GUARANTOR] += main + civil - w.camp_host_bases
        w.camp_host_bases = main + civil
        w.camp_sites_civil[GUARANTOR] = max(civil, w.camp_sites_civil[GUARANTOR])


@kernel
def host_answer(w, p, k: int) -> float:
    """What the host lets the guarantor use: all where it is not asked or grants, half where it delays, else nothing."""
    if p.host[k] < 0 or w.access[k] == GRANTED:
        return 1.0
    return 1.0 / 2.0 if w.access[k] == DELAYED else 0.0


@kernel
def _hold_back(w, p, k: int) -> None:
    """What does not begin, or does not stand within reach, waits in reserve."""
    for f in FIGHTING_FORCES:
        first = float(math.ceil(w.camp_start[CHALLENGER, f] * p.opening_share[k]))
        w.camp_reserve[CHALLENGER, f] = w.camp_start[CHALLENGER, f] - first
        w.camp_units[CHALLENGER, f] = first
    here = forward_part(w, p, k)
    for f in range(w.camp_units.shape[1]):
        present = float(math.floor(w.camp_start[GUARANTOR, f] * here))
        w.camp_reserve[GUARANTOR, f] = w.camp_start[GUARANTOR, f] - present
        w.camp_units[GUARANTOR, f] = present


@kernel
def forward_part(w, p, k: int) -> float:
    """Part of the guarantor's committed force that stands within reach on day 0."""
    return clip(ratio(w.presence * p.forward_share[k], p.commit_share[k, GUARANTOR], 1.0), 0.0, 1.0)


@kernel
def _lay_objective(w, p, k: int) -> None:
    w.camp_lodgement = 0.0
    w.camp_garrison = w.camp_units[TARGET, GROUND] * p.garrison_share[k]
    w.camp_units[TARGET, GROUND] -= w.camp_garrison


FIELDS = (
    Field("camp_start", ("party", "force"), "units of the class", 0, 1e6, "hidden", "Units committed at the start."),
    Field("camp_landing_ships", ("party",), "ships", 0, 1e5, "hidden", "Landing ships that the party still has."),
    Field("camp_landing_lost", ("party",), "ships", 0, 1e5, "hidden", "Landing ships that the party has lost."),
    Field("landing_lost", ("actor",), "ships", 0, 1e5, "public",
          "Landing ships lost in wars and not yet replaced."),
    Field("camp_bases_open", ("party",), "bases", 0, 1000, "hidden", "Bases open for flying."),
    Field("camp_reserve", ("party", "force"), "units of the class", 0, 1e6, "hidden",
          "Units committed that have not arrived yet."),
    Field("camp_sites_civil", ("party",), "bases", 0, 1000, "hidden", "Civil airfields among the party's bases."),
    Field("camp_host_bases", (), "bases", 0, 1000, "hidden",
          "Guarantor's bases in the host that the host's answer has opened."),
    Field("camp_supply", (), "share", 0, 1, "hidden", "Share of the lodgement's supply that gets through."),
    Field("camp_sea_control", (), "share", 0, 1, "hidden",
          "Challenger's share of fighting value at sea and in the air around the objective."),
    Field("camp_magazine", ("party",), "days", 0, 1e4, "hidden",
          "Days of full fighting that the party's munitions still last."),
    Field("committed", ("actor", "force"), "units of the class", 0, 1e6, "hidden",
          "Units tied in campaigns earlier this quarter."),
    Field("committed_quarter", (), "code", 0, 1e6, "hidden",
          "Quarter, counted from 1, that `committed` speaks of.", "code"),
)  # fmt: skip
PARAMS = (
    Param("opening_share", ("contingency",), "share", 0, 1,
          "Share of its committed ships, aircraft, submarines and batteries with which the challenger begins; the "
          "rest comes in two phases."),
    Param("landing_part", ("contingency", "party"), "ratio", 0, 3,
          "Landing ships that come to the contingency, per surface combatant that the party holds."),
    Param("commit_share", ("contingency", "party"), "share", 0, 1,
          "Share of the party's forces that goes to the contingency."),
    Param("base_share", ("contingency", "party"), "share", 0, 1,
          "Share of the party's bases within reach of the objective."),
    Param("host_base_share", ("contingency",), "share", 0, 1,
          "Share of the guarantor's bases in reach that stand in the host."),
    Param("civil_airfields", ("contingency",), "airfields", 0, 200,
          "Suitable civil airfields of the ally within reach."),
    Param("civil_guest_share", (), "share", 0, 1, "Share of these that the guarantor's aircraft may use."),
    Param("forward_share", ("contingency",), "share", 0, 1,
          "Share of the guarantor's forces in the theatre that stand within reach on day 0."),
    Param("garrison_share", ("contingency",), "share", 0, 1,
          "Share of the target's committed ground force on the objective at the start."),
    Param("magazine_days", (), "days", 1, 365, "Days of full fighting in the munitions held at the start."),
)  # fmt: skip
