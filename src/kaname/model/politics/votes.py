"""Votes counted in seats: the chance that a law, a treaty or an amendment would carry if it were put now.

Each family of parties votes as one. Its chance of aye:
    law, treaty: logistic(leaning + support + (discipline if it governs, else - opposition))
    amendment:   logistic(stance[f] + public x (pacifists normal - pacifists))
The chance that a vote carries is the sum over all ways in which the families can vote, of the ways whose ayes suffice:
    law:       more than half of both chambers, or override_share of the lower alone
    treaty:    more than half of the lower chamber, whose vote prevails; a budget likewise
    amendment: amendment_share of all members of each chamber
A chamber without seats is not asked. Without any seats a law and a treaty pass here, and consent alone decides. An
amendment is counted and not put: what it would change is not among the laws of the model.

Clock: quarter. Units: probability. Source: the constitution's articles on bills, treaties and amendments; that
families keep together is a judgement. Systems: S26.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import logistic
from kaname.model.politics.counting import seats_of
from kaname.model.politics.opinion import pacifists_beyond_normal
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn
from kaname.words.axes import (
    ALLY_SIDE,
    AMENDMENT,
    LAW,
    LOWER,
    NATIONALIST,
    PACIFIST,
    PARTY_FAMILIES,
    REALIST,
    TREATY,
    UPPER,
)
from kaname.words.declare import Field, Param

FAMILIES = len(PARTY_FAMILIES)
AYE, AMENDING, ODDS, AMENDED, ABOVE, BELOW = range(2 + 2 + 2)


@kernel
def votes(w, p, turn: Turn) -> None:
    """Count the votes that a law, a treaty and an amendment would have this quarter."""
    upper, lower = seats_of(w, UPPER), seats_of(w, LOWER)
    for matter in range(w.vote_chance.shape[0]):
        w.vote_chance[matter] = 0.0
    if lower == 0.0:
        w.vote_chance[LAW] = w.vote_chance[TREATY] = 1.0
        return
    for f in range(FAMILIES):
        turn.scratch[AYE][f] = of_step(w, p, f)
        turn.scratch[AMENDING][f] = of_amendment(w, p, f)
    odds, amended, above, below = turn.scratch[ODDS], turn.scratch[AMENDED], turn.scratch[ABOVE], turn.scratch[BELOW]
    for n in range(_ways(w, turn.scratch, odds, amended, above, below)):
        below_carries = below[n] > lower / 2.0
        if below_carries:
            w.vote_chance[TREATY] += odds[n]
        if (below_carries and (upper == 0.0 or above[n] > upper / 2.0)) or below[n] >= p.override_share * lower:
            w.vote_chance[LAW] += odds[n]
        if below[n] >= p.amendment_share * lower and above[n] >= p.amendment_share * upper:
            w.vote_chance[AMENDMENT] += amended[n]
    for matter in range(w.vote_chance.shape[0]):
        w.vote_chance[matter] = min(1.0, w.vote_chance[matter])


@kernel
def of_step(w, p, f: int) -> float:
    """Return the chance that a family votes for a law or treaty of the alliance."""
    leaning = p.consent_realists * (p.family_ideology[f, REALIST] - p.family_ideology[f, PACIFIST])
    leaning += p.consent_nationalists * p.family_ideology[f, NATIONALIST]
    supported = p.consent_support * (w.support_alliance[ALLY_SIDE] - p.support_alliance_normal[ALLY_SIDE])
    bound = p.vote_discipline * w.in_government[f] - p.vote_opposition * (1.0 - w.in_government[f])
    return logistic(leaning + supported + bound)


@kernel
def of_amendment(w, p, f: int) -> float:
    """Return the chance that a family votes for an amendment of the constitution."""
    return logistic(p.amendment_stance[f] - p.amendment_public * pacifists_beyond_normal(w, p))


@kernel
def _ways(w, scratch, odds, amended, above, below) -> int:
    """Write chances and ayes of every way in which the families can vote; return how many ways there are."""
    odds[0], amended[0], above[0], below[0] = 1.0, 1.0, 0.0, 0.0
    ways = 1
    for f in range(FAMILIES):
        aye, amending = scratch[AYE][f], scratch[AMENDING][f]
        for n in range(ways):
            odds[ways + n] = odds[n] * aye
            amended[ways + n] = amended[n] * amending
            above[ways + n] = above[n] + w.seats[UPPER, f]
            below[ways + n] = below[n] + w.seats[LOWER, f]
            odds[n] *= 1.0 - aye
            amended[n] *= 1.0 - amending
        ways *= 2
    return ways


FIELDS = (
    Field("vote_chance", ("matter",), "probability", 0, 1, "public",
          "Chance that a law, a treaty or an amendment would carry in the ally's parliament now, counted in seats."),
)  # fmt: skip
PARAMS = (
    Param("override_share", (), "share", 0, 1, "Share of the lower chamber that passes a law without the upper."),
    Param("amendment_share", (), "share", 0, 1,
          "Share of all members of each chamber that an amendment of the constitution needs."),
    Param("vote_discipline", (), "logit", -1, 6, "What being in government adds to a family's log odds of aye."),
    Param("vote_opposition", (), "logit", -3, 5, "What being in opposition takes from a family's log odds of aye."),
    Param("amendment_stance", ("party_family",), "logit", -6, 6,
          "Log odds that a family votes for an amendment, with views as they usually are."),
    Param("amendment_public", (), "coefficient", -10, 30,
          "Effect of fewer pacifists in the public on every family's vote for an amendment, log odds."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="A law, a treaty and an amendment are counted in seats: families of parties vote as one, and the "
    "majorities are those of the constitution.",
    source=("constitution_1946", "tsebelis_2002"),
    systems=("S26",),
    run=votes,
)
