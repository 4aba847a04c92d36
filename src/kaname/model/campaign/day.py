"""A day of the campaign: repair, arrivals, posture, salvo on bases, sorties, exchange, landing, supply, control, stop.

The question is how long the first responder holds an effective force, and what of the objective is left to hold,
until the guarantor's release tips the balance. Parts, one a file: opening, arrivals, posture, missiles (interception,
bases), sorties, exchange (salvo, lanchester, standoff), objective, closing. Missile coercion and cyber contingencies
use reduced forms of the same day: the first no exchange and no landing, the second no shot at all.
Stop: the challenger has held the objective for hold_days, no help is coming and none that has come besieges it; or it
has culminated; otherwise the horizon.
Clock: day (step DAY_STEP + day of the contingency). Units: as declared in the world. The guarantor is the protector's
force; a host that is neither target nor guarantor is a fourth party: it lends bases, and its own forces fight once it
decides so.
Source: hughes_1995, armstrong_2005, lanchester_1916, wilkening_2000, csis_first_battle_2023, stimson_cratering_2024.
Systems S07 S10 S25 S36 S39 S41 S42 S43 S44 S45 S59.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.model.campaign.arrivals import arrivals, force_in_being
from kaname.model.campaign.bases import repair
from kaname.model.campaign.closing import close_campaign
from kaname.model.campaign.draws import chance_of
from kaname.model.campaign.exchange import exchange
from kaname.model.campaign.missiles import counterstrike, missile_salvo
from kaname.model.campaign.objective import coercion, control, ground_battle, landing, network_contest
from kaname.model.campaign.opening import open_campaign
from kaname.model.campaign.posture import engaged_share
from kaname.model.world.mechanism import Mechanism
from kaname.words.axes import GROUND, STRIKE, SURFACE
from kaname.words.declare import Field, Param
from kaname.words.moves import BLOCKADE, CHALLENGER, GUARANTOR, HOST, TARGET

DAY_STEP = 1024
GOES_ON, HELD, CULMINATED = range(3)


@kernel
def fight_days(w, p, turn, k: int, last_day: float) -> None:
    """Fight until the evening of `last_day` or until the campaign is over."""
    while w.camp_day < last_day and w.camp_over == GOES_ON:
        w.camp_day += 1.0
        one_day(w, p, chance_of(turn, k, DAY_STEP + int(w.camp_day)), k)


@kernel
def one_day(w, p, chance, k: int) -> None:
    """One day; `chance` is that of the day."""
    arrivals(w, p, k)
    if p.cyber_case[k] > 0.0:
        network_contest(w, p, k)
        return
    repair(w, p, chance)
    missile_salvo(w, p, chance, k)
    counterstrike(w, p, chance, k)
    if p.missile_case[k] > 0.0:
        coercion(w, p)
    else:
        _contest(w, p, chance, k)
    w.camp_force_in_being = force_in_being(w, p)
    _stop(w, p, k)


@kernel
def _contest(w, p, chance, k: int) -> None:
    engaged_h = engaged_share(w, p, k, HOST) if w.camp_host_fire == 1 else 0.0
    exchange(
        w, p, chance, k, engaged_share(w, p, k, CHALLENGER), engaged_share(w, p, k, TARGET),
        engaged_share(w, p, k, GUARANTOR), engaged_h,
    )  # fmt: skip
    landing(w, p, chance, k)
    ground_battle(w, p, chance, k)
    control(w, p, k)


@kernel
def _stop(w, p, k: int) -> None:
    w.camp_held_days = w.camp_held_days + 1.0 if w.camp_control >= p.hold_control else 0.0
    if w.camp_held_days >= p.hold_days and not _help_is_coming(w, p) and not _is_besieged(w):
        w.camp_over = HELD
    if culminated(w, p, k):
        w.camp_over = CULMINATED


@kernel
def _help_is_coming(w, p) -> bool:
    if w.camp_released == 0:
        return w.camp_arrival <= p.campaign_horizon
    return w.camp_phase[GUARANTOR] < w.camp_ceiling[GUARANTOR]


@kernel
def _is_besieged(w) -> bool:
    """Whether released help has the better half of sea and air: what is held is not held for good."""
    return w.camp_released == 1 and w.camp_sea_control < 1.0 / 2.0


@kernel
def culminated(w, p, k: int) -> bool:
    """Whether the challenger has nothing left with which to go on."""
    share = p.culmination_share
    more = w.camp_phase[CHALLENGER] < w.camp_ceiling[CHALLENGER]
    came = w.camp_start[CHALLENGER, SURFACE] - w.camp_reserve[CHALLENGER, SURFACE]
    ships_gone = w.camp_units[CHALLENGER, SURFACE] <= share * came and not more
    if p.missile_case[k] > 0.0:
        return w.camp_units[CHALLENGER, STRIKE] < 1.0
    if w.camp_plan == BLOCKADE or p.blockade_case[k] > 0.0:
        return ships_gone
    ground = w.camp_units[CHALLENGER, GROUND] + w.camp_lodgement
    brought = w.camp_landing_ships[CHALLENGER] + w.camp_landing_lost[CHALLENGER]
    no_lift = w.camp_landing_ships[CHALLENGER] <= share * brought or ships_gone
    spent = ground <= share * w.camp_start[CHALLENGER, GROUND] or (p.crossing[k] > 0.0 and no_lift)
    return spent and 2.0 * w.camp_lodgement <= p.hold_strength[k]


@kernel
def campaign(w, p, turn, k: int) -> None:
    """A whole campaign without bargaining: what the doors do one after the other."""
    open_campaign(w, p, turn, k)
    fight_days(w, p, turn, k, p.campaign_horizon)
    close_campaign(w, p, turn, k)


FIELDS = (
    Field("camp_day", (), "days", 0, 400, "hidden", "Day of the campaign."),
    Field("camp_force_in_being", (), "share", 0, 1, "hidden", "Share of the target's fighting value still in being."),
    Field("camp_held_days", (), "days", 0, 400, "hidden", "Days in a row on which the challenger held the objective."),
    Field("camp_over", (), "code", 0, 2, "hidden",
          "0 the campaign goes on, 1 the challenger holds the objective, 2 it has culminated.", "code"),
)  # fmt: skip
PARAMS = (
    Param("hold_strength", ("contingency",), "battalions", 0.01, 100,
          "Unopposed battalions with which the challenger would hold half the objective."),
    Param("crossing", ("contingency",), "share", 0, 1,
          "Share of the challenger's reinforcement and supply that crosses water."),
    Param("blockade_case", ("contingency",), "share", 0, 1,
          "1 where the object is traffic at sea and nothing can be landed."),
    Param("hold_control", (), "share", 0, 1, "Control from which the challenger counts as holding the objective."),
    Param("hold_days", (), "days", 1, 90, "Days in a row of it that end the campaign when no help is coming."),
    Param("culmination_share", (), "share", 0, 1,
          "Share of its ships below which the challenger can no longer land or supply."),
    Param("campaign_horizon", (), "days", 1, 365, "Days after which help that has not come counts as not coming."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence=(
        "Forces, bases and missiles decide day by day what is left of the objective and of the first responder "
        "when help arrives."
    ),
    source=(
        "hughes_1995",
        "armstrong_2005",
        "lanchester_1916",
        "wilkening_2000",
        "csis_first_battle_2023",
        "stimson_cratering_2024",
    ),
    systems=("S07", "S10", "S25", "S36", "S39", "S41", "S42", "S43", "S44", "S45", "S59"),
    run=campaign,
    core=True,
)
