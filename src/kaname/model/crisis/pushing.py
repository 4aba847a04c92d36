"""What a quarter of pushing below the threshold is worth to the challenger, by the share of days on which it pushes.

One quarter of a repeated game, valued by one deviation: whoever is met by force loses the standing won so far.
  worth(s) = standing x bend(s) - cost x s - hazard x max(0, s - tolerated) x loss
  bend(s)  = (1 - e**(-s / satiation)) / (1 - e**(-1 / satiation))          diminishing returns, 1 on every day
  standing = 1 + tempo_instead x belief in the guarantee      pushing may stand in for what is deterred; sign free
  cost     = tempo_cost x crowd, crowd = the target's ready coast guard, as the challenger sees it, over its own
  hazard   = tempo_hazard x target's resolve as seen x chance that its law permits force x (1 - tempo_window x window)
  tolerated= tempo_tolerance x usual share of days: what has been borne so far provokes less
  loss     = (tempo_clash + escalation_cost x fear) / tempo_worth + standing x bend(usual) x patience / (1 - patience)
  fear     = belief in the guarantee x (1 - tempo_elsewhere x (1 - protector's attention))
The share is one of weeks 0..13 of the quarter, by logit: chance ~ e**(tempo_precision x worth).

Unit: a quarter of presence on every day, worth tempo_worth stakes. Clock: quarter. Reads, writes: what it is handed.
Source: repeated deterrence with thresholds (Schelling 1966, salami tactics); displacement below the threshold after the
stability-instability paradox (Snyder 1965); both forms are ours.
"""

from __future__ import annotations

from typing import NamedTuple

from kaname.core.kernel import kernel
from kaname.core.maths import exp
from kaname.words.declare import Param

WEEKS_A_QUARTER = 13
DAYS_A_WEEK = 7.0
LEVELS = WEEKS_A_QUARTER + 1
DAYS_A_QUARTER = WEEKS_A_QUARTER * DAYS_A_WEEK


class Seen(NamedTuple):
    """What the challenger sees: belief that the guarantor fights, its attention, the target's election window (0..1),
    resolve and law, coast guard of the target over its own (crowd), and the usual share of days."""

    belief: float
    attention: float
    window: float
    resolve: float
    law: float
    crowd: float
    usual: float


class Push(NamedTuple):
    """The terms of worth(s)."""

    standing: float
    satiation: float
    cost: float
    hazard: float
    tolerated: float
    loss: float


@kernel
def push_of(p, escalation: float, seen: Seen) -> Push:
    """The terms in this quarter; `escalation`: stakes that fighting the guarantor costs beyond losses."""
    standing = 1.0 + p.tempo_instead * seen.belief
    fear = seen.belief * (1.0 - p.tempo_elsewhere * (1.0 - seen.attention))
    future = p.tempo_patience / (1.0 - p.tempo_patience)
    return Push(
        standing=standing,
        satiation=p.tempo_satiation,
        cost=p.tempo_cost * seen.crowd,
        hazard=p.tempo_hazard * seen.resolve * seen.law * (1.0 - p.tempo_window * seen.window),
        tolerated=p.tempo_tolerance * seen.usual,
        loss=(p.tempo_clash + escalation * fear) / p.tempo_worth
        + future * standing * bend(seen.usual, p.tempo_satiation),
    )


@kernel
def bend(share: float, satiation: float) -> float:
    """Gain of presence on a share of days over that on every day: concave, 0 at 0, 1 at 1."""
    return (1.0 - exp(-share / satiation)) / (1.0 - exp(-1.0 / satiation))


@kernel
def worth(push: Push, share: float) -> float:
    """What pushing on a share of the quarter's days is worth, in quarters of presence on every day."""
    met = push.hazard * max(0.0, share - push.tolerated)
    return push.standing * bend(share, push.satiation) - push.cost * share - met * push.loss


@kernel
def chances(push: Push, precision: float, row) -> float:
    """Write the chance of each number of weeks 0..13 to row[:14]; returns the mean share of days."""
    best = worth(push, 0.0)
    for level in range(LEVELS):
        row[level] = worth(push, level / WEEKS_A_QUARTER)
        best = max(best, row[level])
    total = 0.0
    for level in range(LEVELS):
        row[level] = exp(precision * (row[level] - best))
        total += row[level]
    mean = 0.0
    for level in range(LEVELS):
        row[level] /= total
        mean += row[level] * level / WEEKS_A_QUARTER
    return mean


PARAMS = (
    Param("tempo_worth", (), "stake", 0.001, 1, "What a quarter of presence on every day is worth to the challenger."),
    Param("tempo_satiation", (), "factor", 0.05, 10,
          "Share of days at which further days add little; large: every day adds the same."),
    Param("tempo_instead", (), "coefficient", -1, 2,
          "How far a guarantee believed in makes pushing below it worth more (it stands in for what is deterred), or"
          " less."),
    Param("tempo_cost", (), "factor", 0, 10,
          "Cost of presence on every day against a coast guard equal to the challenger's, over its worth."),
    Param("tempo_hazard", (), "probability per quarter", 0, 1,
          "Chance that presence on every day, unusual so far, is met by force where law and resolve are certain."),
    Param("tempo_tolerance", (), "share", 0, 1, "Part of the usual tempo that no longer provokes."),
    Param("tempo_window", (), "signed share", -1, 1,
          "How far an election window lowers the risk of being met by force; sign free."),
    Param("tempo_elsewhere", (), "share", 0, 1,
          "How far the guarantee counts less while the protector's attention is elsewhere."),
    Param("tempo_patience", (), "share kept per quarter", 0, 0.99,
          "Weight of the next quarter to the challenger over that of this one."),
    Param("tempo_clash", (), "stake", 0, 5, "Cost to the challenger of being met by the target's force alone."),
)  # fmt: skip
