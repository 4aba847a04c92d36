"""The day's missile salvo against bases, through two layers, and the counterstrike that thins later salvos.

Challenger's shots = min(left, tempo of the plan * missiles at the start), shared over the defenders' open bases;
bases that hold the guarantor's forces are struck only when the plan is bases first or the war was widened: that is the
tripwire, and the choice is the crisis's. The host's own bases are struck with them once it fights from its soil.
Each layer: barrage or shoot-look-shoot by stock (interception); part of tracking failure strikes the whole salvo at
once. The lower tier stands at bases: an attack on m of n sites meets m/n of it. Integrated defences share stocks and
tracking luck.
Counterstrike: of what does not fly at ships (standoff), leakers through the challenger's lower tier find launchers (and
the missiles on them) or close bases.
Whether the guarantor strikes the challenger's homeland before its own bases were struck is a switch: opinions differ.
Clock: day. Units: missiles, interceptors. Source: wilkening_2000 for the layers; figures are judgements.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import clip, ratio
from kaname.core.slots import SLOT
from kaname.model.campaign.bases import bases_aimed_at, hit_bases, sites_of
from kaname.model.campaign.draws import binomial, uniform
from kaname.model.campaign.interception import barrage, shoot_look_shoot
from kaname.model.campaign.opening import actor_of, takes_part
from kaname.model.campaign.policy import counterstrike_allowed, partner_in_defence, shared_defence
from kaname.model.campaign.posture import exposed_share
from kaname.model.campaign.standoff import daily_shots
from kaname.words.axes import INTERCEPTOR_LOWER, INTERCEPTOR_UPPER, STRIKE
from kaname.words.declare import Field, Param
from kaname.words.moves import BASES_FIRST, BLOCKADE, CHALLENGER, GUARANTOR, HOST, TARGET, WIDENED_RUNG

UPPER, LOWER, HITS = SLOT["missile_layer_upper"], SLOT["missile_layer_lower"], SLOT["missile_hits"]
DRAWS_PER_LAYER = 8
TRACKING = 900
FLIGHT, LAUNCHER = 64, 80


@kernel
def missile_salvo(w, p, chance, k: int) -> None:
    """One day's land attack by the challenger."""
    missiles = w.camp_units[CHALLENGER, STRIKE]
    shots = float(int(min(missiles, daily_tempo(w, p) * w.camp_start[CHALLENGER, STRIKE] + 1.0 / 2.0)))
    on_target = w.camp_bases_open[TARGET]
    on_guarantor, on_host = 0.0, 0.0
    if strikes_guarantor(w, k):
        on_guarantor = w.camp_bases_open[GUARANTOR]
        on_host = w.camp_bases_open[HOST] if w.camp_host_fire == 1 else 0.0
    bases = on_target + on_guarantor + on_host
    if shots <= 0.0 or bases <= 0.0:
        return
    w.camp_units[CHALLENGER, STRIKE] = missiles - shots
    first = float(int(shots * on_target / bases + 1.0 / 2.0))
    third = float(int(shots * on_host / bases))
    _attack(w, p, chance, k, TARGET, first)
    _attack(w, p, chance, k, GUARANTOR, shots - first - third)
    _attack(w, p, chance, k, HOST, third)


@kernel
def daily_tempo(w, p) -> float:
    """Share of its missiles at the start that the challenger fires in a day, by plan."""
    if w.camp_plan == BASES_FIRST:
        return p.tempo_bases
    if w.camp_plan == BLOCKADE:
        return p.tempo_blockade
    return p.tempo_seize


@kernel
def strikes_guarantor(w, k: int) -> bool:
    """Whether bases that hold the guarantor's forces are struck today: by plan, or since the war was widened."""
    return w.camp_plan == BASES_FIRST or w.rung[k] >= WIDENED_RUNG


@kernel
def _attack(w, p, chance, k: int, party: int, shots: float) -> None:
    if shots <= 0.0:
        return
    aimed = bases_aimed_at(w, p, party, shots)
    arriving = binomial(chance, HITS, FLIGHT + party, shots, p.missile_reliability)
    left = _layer(w, p, chance, k, party, INTERCEPTOR_UPPER, arriving, 1.0)
    left = _layer(w, p, chance, k, party, INTERCEPTOR_LOWER, left, ratio(aimed, sites_of(w, party), 1.0))
    w.camp_leakers += left
    _count_on_soil(w, p, k, party, float(left))
    hit_bases(w, p, chance, k, party, left, aimed, exposed_share(w, p, k, party))


@kernel
def _count_on_soil(w, p, k: int, party: int, left: float) -> None:
    """Missiles that struck, by whose forces and by whose soil: of the guarantor's bases, those in the host are its."""
    w.bases_struck[actor_of(p, k, party)] += left
    in_host = 0.0
    if party == GUARANTOR and p.host[k] >= 0:
        in_host = left * clip(ratio(w.camp_host_bases, sites_of(w, GUARANTOR), 0.0), 0.0, 1.0)
        w.struck[p.host[k]] += in_host
    w.struck[actor_of(p, k, party)] += left - in_host


@kernel
def _layer(w, p, chance, k: int, party: int, force: int, missiles: int, covered: float) -> int:
    """What one layer of a defending party lets through; its own and shared interceptors are used up in proportion."""
    partner = partner_in_defence(p, k, party)
    shared = shared_defence(w) if partner != party else 0.0
    own = w.camp_units[party, force]
    lent = shared * w.camp_units[partner, force]
    ready = int((own + lent) * p.ready_interceptors * clip(covered, 0.0, 1.0))
    upper = force == INTERCEPTOR_UPPER
    track = p.track_upper if upper else p.track_lower
    kill = p.kill_upper if upper else p.kill_lower
    slot = UPPER if upper else LOWER
    common = (1.0 - track) * p.track_common
    luck = min(party, partner) if shared >= 1.0 / 2.0 else party
    if ready <= 0 or missiles <= 0 or uniform(chance, slot, TRACKING + luck) < common:
        return missiles
    alone = ratio(track, 1.0 - common, 0.0)
    place = party * DRAWS_PER_LAYER
    if p.firing_policy == 0:
        leakers, fired = barrage(chance, slot, place, missiles, ready, p.shots_per_missile, alone, kill)
    else:
        leakers, fired = shoot_look_shoot(chance, slot, place, missiles, ready, p.shots_per_missile, alone, kill)
    from_own = min(own, float(int(ratio(fired * own, own + lent, 0.0) + 1.0 / 2.0)))
    w.camp_units[party, force] -= from_own
    if fired > from_own:
        w.camp_units[partner, force] = max(0.0, w.camp_units[partner, force] - (fired - from_own))
    return leakers


@kernel
def counterstrike(w, p, chance, k: int) -> None:
    """One day of strikes on launchers and bases by target and host, as law and policy allow, and by the guarantor."""
    from_target = float(int(_at_soil(w, p, k, TARGET) * counterstrike_allowed(w, p, k, TARGET)))
    from_guarantor = float(int(_at_soil(w, p, k, GUARANTOR))) if guarantor_strikes_home(w, p, k) else 0.0
    from_host = 0.0
    if takes_part(p, k, HOST):
        from_host = float(int(_at_soil(w, p, k, HOST) * counterstrike_allowed(w, p, k, HOST)))
    flying = from_target + from_guarantor + from_host
    if flying <= 0.0:
        return
    w.camp_units[TARGET, STRIKE] -= from_target
    w.camp_units[GUARANTOR, STRIKE] -= from_guarantor
    w.camp_units[HOST, STRIKE] -= from_host
    arriving = binomial(chance, HITS, FLIGHT + CHALLENGER, flying, p.missile_reliability)
    aimed = bases_aimed_at(w, p, CHALLENGER, flying * p.counter_bases)
    left = _layer(w, p, chance, k, CHALLENGER, INTERCEPTOR_LOWER, arriving, 1.0)
    at_bases = int(left * p.counter_bases)
    hit_bases(w, p, chance, k, CHALLENGER, at_bases, aimed, exposed_share(w, p, k, CHALLENGER))
    found = binomial(chance, HITS, LAUNCHER, left - at_bases, p.counter_find)
    w.camp_units[CHALLENGER, STRIKE] = max(0.0, w.camp_units[CHALLENGER, STRIKE] - found * p.launcher_missiles)


@kernel
def guarantor_strikes_home(w, p, k: int) -> bool:
    """Whether the released guarantor strikes the challenger's launchers and bases at home.

    Where these are a sanctuary, only once its own bases were struck, the war was widened, or missiles are all the war.
    """
    if w.camp_released == 0:
        return False
    return p.homeland_sanctuary == 0 or p.missile_case[k] > 0.0 or strikes_guarantor(w, k)


@kernel
def _at_soil(w, p, k: int, party: int) -> float:
    """Strike missiles of the day that do not fly at ships."""
    return daily_shots(w, p, party) * (1.0 - p.counter_ships[k])


FIELDS = (
    Field("camp_units", ("party", "force"), "units of the class", 0, 1e6, "hidden",
          "Units in the campaign by party and class."),
    Field("camp_leakers", (), "missiles", 0, 1e6, "hidden", "Missiles that got through defences so far."),
    Field("camp_host_fire", (), "code", 0, 1, "hidden",
          "1 once a host that is not the target fights from its own soil.", "code"),
    Field("struck", ("actor",), "missiles", 0, 1e6, "public", "Missiles that struck bases on its soil this quarter."),
    Field("bases_struck", ("actor",), "missiles", 0, 1e6, "public",
          "Missiles that struck bases of its forces this quarter, wherever they stand."),
)  # fmt: skip
PARAMS = (
    Param("kill_upper", (), "probability per shot", 0, 1,
          "Chance that one upper-tier interceptor kills a tracked missile."),
    Param("kill_lower", (), "probability per shot", 0, 1,
          "Chance that one lower-tier interceptor kills a tracked missile."),
    Param("track_upper", (), "probability", 0, 1,
          "Chance that the upper tier tracks an arriving missile; caps what shots can do."),
    Param("track_lower", (), "probability", 0, 1,
          "Chance that the lower tier tracks an arriving missile; caps what shots can do."),
    Param("track_common", (), "share", 0, 1, "Share of tracking failure that strikes a whole salvo at once."),
    Param("shots_per_missile", (), "interceptors", 1, 6,
          "Interceptors that a layer wants to fire at one missile.", "count"),
    Param("firing_policy", (), "switch", 0, 1, "0 barrage, 1 shoot-look-shoot.", "code"),
    Param("ready_interceptors", (), "share", 0, 1, "Share of the interceptors left that can be fired in one day."),
    Param("missile_reliability", (), "probability per shot", 0, 1,
          "Chance that a land-attack missile flies to its aim if not shot down."),
    Param("tempo_seize", (), "share per day", 0, 1,
          "Share of the missiles at the start fired each day in a quick seizure."),
    Param("tempo_bases", (), "share per day", 0, 1,
          "Share of the missiles at the start fired each day when bases come first."),
    Param("tempo_blockade", (), "share per day", 0, 1,
          "Share of the missiles at the start fired each day in a blockade."),
    Param("counter_tempo", (), "share per day", 0, 1, "Share of its strike missiles that the defender fires each day."),
    Param("counter_bases", (), "share", 0, 1, "Share of counterstrike aimed at bases rather than launchers."),
    Param("counter_find", (), "probability per shot", 0, 1,
          "Chance that a strike missile aimed at a launcher finds and destroys it."),
    Param("launcher_missiles", (), "missiles per unit", 0, 50, "Missiles lost with a launcher."),
    Param("homeland_sanctuary", (), "switch", 0, 1,
          "0 the guarantor strikes the challenger's homeland once released, 1 only when its own bases were "
          "struck or the war was widened.", "code"),
)  # fmt: skip
