"""What the law permits in each contingency this quarter, in three values, at the stage that a reference crisis reaches.

permit[k, move] = law table[quarter, k, stage(move), the ally, move]       0 no, 1 yes, 2 undetermined
    ally is target: police powers, protection of assets and cyber answers in the gray zone; destroying missiles and rear
    support once an attack is anticipated; force, counterstrike and use of bases once an armed attack has occurred
    ally is host or supporter: protection of assets in the gray zone, rear support once the situation is found to have
    important influence, counterstrike and consent to combat use of bases once the survival of the ally is threatened;
    the target's own police and military answers are its own law's matter, which no table holds: taken as permitted
covered follows administration: an object whose administration is being lost is covered only "perhaps"; a precise cyber
clause settles coverage and one open question, a vague one leaves both open, none leaves the attack outside: that is an
answer too, and closes the same question.
One integrated missile defence opens one more question where destroying missiles for others is not settled.

Clock: quarter. Units: codes, count. Source: treaty of 1960; the law room's rules; statement on cyber attacks of 2019.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.model.world.mechanism import Mechanism
from kaname.words.axes import (
    ANTICIPATED,
    ARMED_ATTACK,
    ASSET_PROTECTION,
    COUNTERSTRIKE_MOVE,
    GRAY_ZONE,
    HOST_CONSENT_COMBAT_USE,
    MILITARY_RESPONSE,
    MISSILE_DESTRUCTION,
    REAR_SUPPORT,
    SURVIVAL_THREATENING,
)
from kaname.words.declare import Field, Param
from kaname.words.levers import LEVER

NO, YES, UNDETERMINED = 0, 1, 2
OF_ALLY = 0
CYBER_CLAUSE = LEVER["cyber_clause"]
DEFENCE_ARCHITECTURE = LEVER["defence_architecture"]


@kernel
def permission(w, p, turn) -> None:
    """Write permit, undetermined and covered for every contingency."""
    tables = turn.tables
    for k in range(w.covered.shape[0]):
        for move in range(w.permit.shape[1]):
            if p.target[k] == p.ally:
                w.permit[k, move] = tables.law_permit[turn.quarter, k, _stage_as_target(move), OF_ALLY, move]
            elif _is_supporters(move):
                w.permit[k, move] = tables.law_permit[turn.quarter, k, _stage_as_supporter(move), OF_ALLY, move]
            else:
                w.permit[k, move] = YES
        w.covered[k] = tables.treaty_covers[turn.quarter, k]
        w.undetermined[k] = tables.law_undetermined[turn.quarter, k]
        if p.homeland_case[k] > 0.0 and w.covered[k] == YES and w.territory[k] < p.administration_lost_below:
            w.covered[k] = UNDETERMINED
        if p.missile_case[k] > 0.0:
            _ask_what_integration_means(w, p, turn, k)
        if p.cyber_case[k] > 0.0:
            _apply_cyber_clause(w, p, k)


@kernel
def _stage_as_target(move) -> int:
    """The finding reached when the move is made in a reference crisis over the ally's own."""
    if move in (MILITARY_RESPONSE, COUNTERSTRIKE_MOVE, HOST_CONSENT_COMBAT_USE):
        return ARMED_ATTACK
    if move in (MISSILE_DESTRUCTION, REAR_SUPPORT):
        return ANTICIPATED
    return GRAY_ZONE


@kernel
def _is_supporters(move) -> bool:
    """Moves that the ally makes as host or supporter of others."""
    return move in (ASSET_PROTECTION, REAR_SUPPORT, HOST_CONSENT_COMBAT_USE, COUNTERSTRIKE_MOVE)


@kernel
def _stage_as_supporter(move) -> int:
    """The finding reached when the ally makes the move in a reference crisis over another's."""
    if move == ASSET_PROTECTION:
        return GRAY_ZONE
    if move == REAR_SUPPORT:
        return ANTICIPATED
    return SURVIVAL_THREATENING


@kernel
def _ask_what_integration_means(w, p, turn, k: int) -> None:
    """Shooting for others is a question of its own wherever the law of the day does not plainly allow it."""
    answer = turn.tables.law_permit[turn.quarter, k, SURVIVAL_THREATENING, OF_ALLY, MISSILE_DESTRUCTION]
    if answer != YES:
        w.undetermined[k] += p.architecture_question * w.lever[DEFENCE_ARCHITECTURE]


@kernel
def _apply_cyber_clause(w, p, k: int) -> None:
    clause = w.lever[CYBER_CLAUSE]
    if clause >= p.clause_precise_from:
        w.covered[k] = YES
        w.undetermined[k] = max(0.0, w.undetermined[k] - 1.0)
    elif clause >= p.clause_vague_from:
        w.covered[k] = UNDETERMINED
    else:
        w.covered[k] = NO
        w.undetermined[k] = max(0.0, w.undetermined[k] - 1.0)


FIELDS = (
    Field("permit", ("contingency", "legal_move"), "code", 0, 2, "public",
          "What the target's law permits this quarter: 0 no, 1 yes, 2 undetermined.", "code"),
    Field("undetermined", ("contingency",), "count", 0, 100, "public",
          "Questions of law left open on the path to a response."),
    Field("covered", ("contingency",), "code", 0, 2, "public",
          "Whether the treaty covers the contingency: 0 no, 1 yes, 2 undetermined.", "code"),
)  # fmt: skip
PARAMS = (
    Param("clause_vague_from", (), "share", 0, 1,
          "Wording of the cyber clause from which it promises something, case by case."),
    Param("clause_precise_from", (), "share", 0, 1,
          "Wording of the cyber clause from which coverage is settled in advance."),
    Param("administration_lost_below", (), "share", 0, 1,
          "Share of the object still held below which administration is in doubt."),
    Param("architecture_question", (), "coefficient", 0, 5,
          "Questions of law that one integrated missile defence adds."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Reads from dated rules what is permitted, what stays undetermined and what the treaty covers.",
    source=("treaty_1960", "peace_security_legislation_2015", "scc_2019", "pollmann2019", "soeya2001"),
    systems=("S01", "S02", "S04", "S05"),
    run=permission,
    core=True,
)
