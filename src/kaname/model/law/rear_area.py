"""After a war in which the ally gave rear support: the days that the law of areas took away when the front moved.

    due     = days fought after the guarantor came, where the ally is host and not itself attacked
    moving  = min(due, due x usual + control gained / step of a moving front)
    area    = 1 - exp(-moving x pause / due): a day on which the front moves closes the area for `pause` days
    scene   = part of the bases lent that attack had closed
    lost    = due x (rule x min(scene, area) + (1 - rule) x area)

The act of 1999 allowed support only in areas without combat now and throughout (rule 0), that of 2015 everywhere but
at the scene of actual combat (rule 1). With a front that stands still neither loses any. The sum is made once, after
the fighting, from its days and its end; the campaign itself does not stop for it. What was lost is held against the
ally by a coefficient of free sign (commitments.ledger). Where the ally is attacked itself no such rule applies.

That the rule of areas never loses fewer days is built in (scene is capped by area): the act of 2015 is the wider one.

Clock: quarter, after crises. Units: days, shares. Source: Soeya 2001 (in war the line between combat and rear areas
can hardly be drawn); the acts of 1999 and 2015 as read for the law room. Systems S02, S42.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import clip, exp, ratio
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn
from kaname.words.axes import END_LIMITED_WAR
from kaname.words.declare import Field, Param
from kaname.words.levers import LEVER
from kaname.words.moves import GUARANTOR

RULE = LEVER["rear_area_rule"]


@kernel
def rear_area(w, p, turn: Turn) -> None:
    """Count the days of support that were due and lost in this quarter's wars."""
    due, lost = 0.0, 0.0
    for k in range(w.ending.shape[0]):
        if w.ending[k] >= END_LIMITED_WAR and p.host[k] == p.ally and p.target[k] != p.ally and w.camp_released == 1:
            days = max(0.0, w.camp_day - w.camp_arrival)
            due += days
            lost += days * share_lost(w, p, k, days)
    w.support_days += due
    w.support_lost += lost
    w.support_shortfall = ratio(lost, due, 0.0)


@kernel
def share_lost(w, p, k: int, days: float) -> float:
    """Share of the days of support that the rule in force takes away."""
    moving = min(days, days * p.front_usual + w.last_control[k] / p.front_step)
    area = 1.0 - exp(-ratio(moving * p.rear_pause, days, 0.0))
    closed = w.camp_bases_closed[GUARANTOR]
    scene = min(area, ratio(closed, closed + w.camp_bases_open[GUARANTOR], 0.0))
    rule = clip(w.lever[RULE], 0.0, 1.0)
    return rule * scene + (1.0 - rule) * area


FIELDS = (
    Field("support_days", (), "days", 0, 1e6, "public", "Days of war so far on which rear support was due."),
    Field("support_lost", (), "days", 0, 1e6, "public", "Days of it so far that the rule of rear areas took away."),
    Field("support_shortfall", (), "share", 0, 1, "public", "Part of this quarter's days of support that it took."),
)
PARAMS = (
    Param("front_usual", (), "share", 0, 1, "Share of days on which a front moves however the war goes."),
    Param("front_step", (), "share", 0.001, 1, "Control gained for which a front moves on one more day."),
    Param("rear_pause", (), "days", 0, 60, "Days for which an area stays closed to support after the front moved."),
)
MECHANISM = Mechanism(
    sentence="In a war beyond the ally the law of rear areas takes away days of support when the front moves.",
    source=("soeya2001", "peace_security_legislation_2015"),
    systems=("S02", "S42"),
    run=rear_area,
)
