"""Below the threshold the challenger chooses each quarter how often to push; nothing scripts a rate.

weeks[k]  ~ logit of worth (see pushing), in every contingency that data call a gray zone; a person's seat is asked
tempo[k]' = tempo + tempo_speed (days of those weeks - tempo)                 postures take time to change
usual[k]' = usual + tempo_habit (tempo' / 91 - usual)                         what the target has come to bear
ships[k]  = tempo' x tempo_patrol x (1 / crowd)**tempo_patrol_growth          ships counted day by day

It answers to credibility (belief in the guarantee, the protector's attention), capability (both coast guards) and
window (the ally's elections, where the ally is the target). It is felt through incidents (crisis.aftermath) and the
strain on those who shadow every ship (forces.readiness). It opens no crisis: opportunities stay what they are, from
salience alone and the same in every bargain, and whether one is used stays crisis.response's decision; so "met by
force" is a risk that the challenger weighs, and tempo never raises the count of crises by itself. Nor does it take
any of the object: whether presence erodes administration is disputed, and territory is an end.

Clock: quarter, on start-of-quarter beliefs. Units: days in a quarter of 91, ships, shares. Source: pushing as a test of
the guarantee (Pacific Forum CSIS 2013); scored in docs/explanation/gray-zone.md. System S38.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip, power, ratio
from kaname.core.slots import SLOT
from kaname.model.crisis.pushing import DAYS_A_QUARTER, DAYS_A_WEEK, LEVELS, Seen, chances, push_of
from kaname.model.world.log import note
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.seats import QUESTION, choose_by_chance
from kaname.model.world.turn import Turn
from kaname.words.axes import ALLY_SIDE, COAST_GUARD
from kaname.words.declare import Field, Param
from kaname.words.events import KIND
from kaname.words.fields import BY_NAME as FIELD

SLOT_TEMPO, ASKED_TEMPO, PUSHED = SLOT["tempo"], QUESTION["tempo"], KIND["pushing"]
CHANCES = 0
WIDEST_CROWD = 20.0
MOST_SHIPS = FIELD["tempo_ships"].high
DAYS_A_MONTH = 30.0


@kernel
def tempo(w, p, turn: Turn) -> None:
    """Move the tempo of every contingency that is a gray zone."""
    for k in range(w.tempo.shape[0]):
        if p.gray_zone[k] > 0.0:
            _push(w, p, turn, k)


@kernel
def _push(w, p, turn: Turn, k: int) -> None:
    row, seen = turn.scratch[CHANCES], seen_by_challenger(w, p, k)
    push = push_of(p, p.escalation_cost[k], seen)
    mean = chances(push, p.tempo_precision, row)
    weeks = choose_by_chance(w, turn, p.challenger[k], ASKED_TEMPO, row, LEVELS, SLOT_TEMPO, k)
    before = w.tempo[k]
    days = weeks * DAYS_A_WEEK
    w.tempo[k] = approach(before, days, p.tempo_speed)
    w.tempo_usual[k] = approach(seen.usual, w.tempo[k] / DAYS_A_QUARTER, p.tempo_habit)
    fleet = power(1.0 / max(seen.crowd, 1.0 / WIDEST_CROWD), p.tempo_patrol_growth)
    w.tempo_ships[k] = clip(w.tempo[k] * p.tempo_patrol * fleet, 0.0, MOST_SHIPS)
    if abs(days - before) > DAYS_A_MONTH:
        note(w, turn, PUSHED, p.challenger[k], k, days, DAYS_A_QUARTER * mean, seen.belief, seen.crowd, push.hazard)


@kernel
def seen_by_challenger(w, p, k: int) -> Seen:
    """What the challenger of contingency k weighs, in its own picture."""
    challenger, target = p.challenger[k], p.target[k]
    theirs = w.stock[target, COAST_GUARD] * w.readiness[target] * w.picture_capability[challenger, target]
    own = w.stock[challenger, COAST_GUARD] * w.readiness[challenger]
    return Seen(
        belief=w.belief[challenger, k],
        attention=w.attention,
        window=w.window[ALLY_SIDE] if target == p.ally else 0.0,
        resolve=w.picture_resolve[challenger, target],
        law=w.picture_law[challenger, k],
        crowd=clip(ratio(theirs, own, WIDEST_CROWD), 0.0, WIDEST_CROWD),
        usual=w.tempo_usual[k],
    )


FIELDS = (
    Field("tempo", ("contingency",), "days", 0, 91, "public",
          "Days of the quarter (of 91) on which the challenger pushes below the threshold."),
    Field("tempo_usual", ("contingency",), "share", 0, 1, "public", "Share of days that the target has come to bear."),
    Field("tempo_ships", ("contingency",), "ships", 0, 5000, "public",
          "The challenger's ships in the quarter, counted day by day."),
)  # fmt: skip
PARAMS = (
    Param("gray_zone", ("contingency",), "share", 0, 1,
          "1 where the challenger is present or not day by day, below the threshold of force."),
    Param("tempo_precision", (), "nat", 0.1, 200,
          "Precision of the choice of a tempo, per worth of a quarter of presence on every day."),
    Param("tempo_habit", (), "1/quarter", 0, 1, "Speed at which what is usual follows what is done."),
    Param("tempo_speed", (), "1/quarter", 0.01, 1, "Share of the way to its choice that the tempo goes in a quarter."),
    Param("tempo_patrol", (), "ships", 0, 50, "Ships on a day of presence where the two coast guards are equal."),
    Param("tempo_patrol_growth", (), "elasticity", -1, 2,
          "How patrols grow with the challenger's coast guard over the target's."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Below the threshold the challenger chooses each quarter how often to push, by credibility, capability "
    "and window.",
    source=("pacificforum2013", "schelling_1966", "snyder_1965"),
    systems=("S38",),
    run=tempo,
)
