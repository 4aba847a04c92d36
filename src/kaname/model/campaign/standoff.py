"""Strike missiles at ships, and ships that keep their distance from strike missiles.

At ships: counter_ships of the day's strike missiles of target, released guarantor and fighting host fly at the
challenger's ships while any is at sea, from beyond its defences; sea_seeker of them find a moving ship and count as
anti-ship missiles in the exchange. The rest is left for the challenger's soil (see missiles). Attacks on ships ask for
no permission to strike a homeland.
Distance: the ships of guarantor and host risk engaged share * (1 - ship_standoff) until the challenger's strike
missiles are spent; those of the target have no room to do so.
Clock: day. Units: missiles, shares. Source: csis_first_battle_2023 (stand-off missiles at the landing fleet; surface
ships kept back until the challenger's missiles are spent); figures are judgements.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.model.campaign.opening import takes_part
from kaname.words.axes import STRIKE, SURFACE
from kaname.words.declare import Param
from kaname.words.moves import CHALLENGER, GUARANTOR, HOST, TARGET


@kernel
def daily_shots(w, p, party: int) -> float:
    """Strike missiles that a defender can fire in a day, at whatever it aims."""
    return min(w.camp_units[party, STRIKE], p.counter_tempo * w.camp_start[party, STRIKE])


@kernel
def missiles_at_ships(w, p, k: int, landing: bool) -> float:
    """Fire the day's strike missiles at ships and return how many find one; landing: landing ships are at sea."""
    afloat = w.camp_units[CHALLENGER, SURFACE]
    if landing:
        afloat += w.camp_landing_ships[CHALLENGER]
    if afloat < 1.0 or p.counter_ships[k] <= 0.0:
        return 0.0
    fired = _fire(w, p, k, TARGET)
    if w.camp_released == 1:
        fired += _fire(w, p, k, GUARANTOR)
    if w.camp_host_fire == 1 and takes_part(p, k, HOST):
        fired += _fire(w, p, k, HOST)
    return fired * p.sea_seeker


@kernel
def _fire(w, p, k: int, party: int) -> float:
    shots = float(int(daily_shots(w, p, party) * p.counter_ships[k]))
    w.camp_units[party, STRIKE] -= shots
    return shots


@kernel
def ships_risked(w, p, party: int, engaged: float) -> float:
    """Ships that the party risks today, of those in the fight, at the engaged share of its aircraft."""
    ships = w.camp_units[party, SURFACE] * engaged
    if party not in (GUARANTOR, HOST) or w.camp_units[CHALLENGER, STRIKE] < 1.0:
        return ships
    return ships * (1.0 - p.ship_standoff)


PARAMS = (
    Param("counter_ships", ("contingency",), "share", 0, 1,
          "Share of the defenders' strike missiles that fly at ships rather than at the challenger's soil."),
    Param("sea_seeker", (), "probability per shot", 0, 1,
          "Chance that a strike missile fired at ships finds a moving ship."),
    Param("ship_standoff", (), "share", 0, 1,
          "Share of the ships that guarantor and host would risk which they keep back until the challenger's strike "
          "missiles are spent."),
)  # fmt: skip
