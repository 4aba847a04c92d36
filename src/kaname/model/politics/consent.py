"""Each body agrees to a step with a chance made from who sits in it, its capital, its public and the election ahead.

    consent[body] = (1 - freeze window[side]) logistic(base[body] + standing[side] + own)
    standing: approval (approval - normal) + capital (capital - normal)
    cabinet:    realists - pacifists and nationalists in government, support for the alliance
    parliament: the chance that a bill comes to its vote (what spending crowds out lowers it) x that the vote carries,
                counted in seats (politics.votes); for a treaty or a budget the lower chamber's vote alone
    prefecture: the same in the public, opposition to bases
    executive:  the leadership's type, support of its public
    congress:   support of its public, debt above its limit

Bodies are veto players: a step needs every body that its lever names, and commitments.adoption draws on these
chances. Three levels of the same ideologies make different things available (S26). Nationalists want arms but not
always an alliance: their sign is free. In an election window decisions wait (S09).

Clock: quarter. Units: probability per quarter. Source: tsebelis_2002, putnam_1988, pacificforum2013, pollmann2019.
Systems: S09, S23, S26, S29, S30, S32.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import clip, logistic
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn
from kaname.words.axes import ALLY_SIDE, LAW, NATIONALIST, PACIFIST, PROTECTOR_SIDE, REALIST, TREATY
from kaname.words.declare import Field, Param
from kaname.words.levers import CONSENTERS

ALLY_CABINET = CONSENTERS.index("ally_cabinet")
ALLY_PARLIAMENT = CONSENTERS.index("ally_parliament")
ALLY_PREFECTURE = CONSENTERS.index("ally_prefecture")
PROTECTOR_EXECUTIVE = CONSENTERS.index("protector_executive")
PROTECTOR_CONGRESS = CONSENTERS.index("protector_congress")


@kernel
def consent(w, p, turn: Turn) -> None:
    """Work out each body's chance of agreeing to a step put to it this quarter."""
    of_ally = standing(w, p, ALLY_SIDE)
    government = leaning(p, w.government_ideology)
    public = leaning(p, w.public_ideology)
    supported = p.consent_support * (w.support_alliance[ALLY_SIDE] - p.support_alliance_normal[ALLY_SIDE])
    _agree(w, p, ALLY_CABINET, ALLY_SIDE, of_ally + government + supported)
    costs = p.consent_cut * w.deficit_cut[p.ally]
    _agree(w, p, ALLY_PARLIAMENT, ALLY_SIDE, of_ally - costs)
    w.consent_prevailing = w.consent[ALLY_PARLIAMENT] * w.vote_chance[TREATY]
    w.consent[ALLY_PARLIAMENT] *= w.vote_chance[LAW]
    quarrel = p.consent_bases * (w.base_opposition - p.base_normal)
    _agree(w, p, ALLY_PREFECTURE, ALLY_SIDE, public - quarrel)
    of_protector = standing(w, p, PROTECTOR_SIDE)
    view = w.support_alliance[PROTECTOR_SIDE] - p.support_alliance_normal[PROTECTOR_SIDE]
    backed = of_protector + p.consent_support * view
    _agree(w, p, PROTECTOR_EXECUTIVE, PROTECTOR_SIDE, backed + p.consent_by_type[w.administration])
    fiscal = p.consent_fiscal * max(0.0, w.debt[p.protector] - p.debt_limit[p.protector])
    _agree(w, p, PROTECTOR_CONGRESS, PROTECTOR_SIDE, backed - fiscal)


@kernel
def standing(w, p, side: int) -> float:
    """What a government's approval and political capital add to consent, in log odds."""
    of_approval = p.consent_approval * (w.approval[side] - p.approval_normal[side])
    return of_approval + p.consent_capital * (w.capital[side] - p.capital_normal[side])


@kernel
def leaning(p, shares) -> float:
    """What a body's ideologies add to consent to steps of the alliance, in log odds."""
    return p.consent_realists * (shares[REALIST] - shares[PACIFIST]) + p.consent_nationalists * shares[NATIONALIST]


@kernel
def _agree(w, p, body: int, side: int, drivers: float) -> None:
    chance = logistic(p.consent_base[body] + drivers)
    w.consent[body] = clip((1.0 - p.consent_freeze * w.window[side]) * chance, 0.0, 1.0)


FIELDS = (
    Field("consent", ("consenter",), "probability per quarter", 0, 1, "public",
          "Chance that each body agrees to a step put to it this quarter."),
    Field("consent_prevailing", (), "probability per quarter", 0, 1, "public",
          "Chance that parliament agrees to a treaty or a budget put to it this quarter."),
)  # fmt: skip
PARAMS = (
    Param("consent_base", ("consenter",), "logit", -6, 6,
          "Log odds that a body agrees to a step in a quarter, all else normal; of parliament, that a vote is held."),
    Param("consent_realists", (), "coefficient", -3, 5, "Effect of realists less pacifists in the body, log odds."),
    Param("consent_nationalists", (), "coefficient", -3, 5, "Effect of nationalists in the body, log odds."),
    Param("consent_support", (), "coefficient", -3, 8,
          "Effect of public support for the alliance beyond normal, log odds."),
    Param("consent_approval", (), "coefficient", -3, 10, "Effect of approval beyond normal, log odds."),
    Param("consent_capital", (), "coefficient", -3, 10, "Effect of political capital beyond normal, log odds."),
    Param("consent_freeze", (), "share", 0, 1, "Part of consent that a full election window takes away."),
    Param("consent_cut", (), "coefficient", -50, 150,
          "Effect of other spending crowded out on parliament, log odds per unit of GDP, lowering."),
    Param("consent_bases", (), "coefficient", -5, 15,
          "Effect of opposition to bases on the prefecture, log odds, lowering."),
    Param("consent_fiscal", (), "coefficient", -5, 10,
          "Effect of debt above its limit on the protector's congress, log odds, lowering."),
    Param("consent_by_type", ("administration",), "logit", -4, 4,
          "What the type of leadership adds to the executive's log odds."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Each body agrees to a step with a chance made from its members' ideology, capital, public support "
    "and the election ahead.",
    source=("tsebelis_2002", "putnam_1988", "pacificforum2013", "pollmann2019"),
    systems=("S09", "S23", "S26", "S29", "S30", "S32"),
    run=consent,
    core=True,
)
