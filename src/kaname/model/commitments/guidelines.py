"""The cycle of guidelines: a revision when practice disappoints, threat grows or the text is old; then slow execution.

P(revision) = logistic(base + unmet x worse side's unmet + threat x threat[ally, rival] + age x (age / interval)
              + mismatch x mean |what steps in force say - promised|)
only if both sides have revision_capital and no election before them.
A revision sets promised[i] to what the steps in force say, resets the age, and implemented[i] x= min(1, old / new):
what is newly promised is not yet done. Implementation closes implementation_speed[i] of what is outstanding, times the
ally's capital, not in a window, slowed by everything else that is outstanding: old promises still being carried out.
role_clarity moves to base + (1 - base)(1 - ageing x age / (age + half)) x weighted mean of implemented promises, an
operational posture of first responders, and plain words on what will not be done; a text grows old as forces and
threats move away from it.

Clock: quarter. Units: shares, quarters. Source: Heginbotham 2018 (cycle, lags), Pacific Forum 2013 (roles), forms ours.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, logistic, ratio
from kaname.core.slots import SLOT
from kaname.model.world.log import note
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.seats import QUESTION, choose_by_chance
from kaname.words.axes import (
    ALLY_SIDE,
    BASES_HNS,
    CIVIL_FACILITIES,
    COMMAND,
    COUNTERSTRIKE,
    CYBER,
    HOMELAND,
    INTELLIGENCE,
    MISSILE_DEFENCE,
    PROTECTOR_SIDE,
    REMOTE_ISLANDS,
    TRILATERAL,
)
from kaname.words.declare import Field, Param
from kaname.words.events import KIND
from kaname.words.levers import LEVER

SCOPE_CORE, SCOPE_WIDE, CYBER_CLAUSE = LEVER["scope_core"], LEVER["scope_wide"], LEVER["cyber_clause"]
STRIKE_POLICY, DISPERSAL_CIVIL = LEVER["counterstrike"], LEVER["dispersal_civil"]
SHARING, PARTNERSHIP = LEVER["intelligence"], LEVER["trilateral"]
POSTURE, SAID = LEVER["first_responder_readiness"], LEVER["expectation_management"]
INTERVAL = LEVER["guidelines_interval"]
REVISION_SLOT, REVISION_QUESTION, REVISION = SLOT["revision"], QUESTION["revision"], KIND["revision"]
CHANCES, LEAVE_AS_IT_IS, REVISE = 0, 0, 1
ONE_QUARTER, OLDEST = 1.0, 1000.0


@kernel
def guidelines(w, p, turn) -> None:
    """Revise if it comes to that; implement; let roles become clearer or vaguer."""
    w.guidelines_age = min(w.guidelines_age + ONE_QUARTER, OLDEST)
    if _possible(w, p):
        _perhaps_revise(w, p, turn)
    _implement(w, p)
    w.role_clarity = approach(w.role_clarity, _clarity(w, p), p.clarity_speed)


@kernel
def _possible(w, p) -> bool:
    """Both sides must have the capital, and neither an election before it."""
    possible = True
    for side in range(w.capital.shape[0]):
        if w.capital[side] < p.revision_capital or w.window[side] > 0.0:
            possible = False
    return possible


@kernel
def _perhaps_revise(w, p, turn) -> None:
    unmet = max(w.unmet[PROTECTOR_SIDE], w.unmet[ALLY_SIDE])
    odds = p.revision_base + p.revision_unmet * unmet + p.revision_threat * w.threat[p.ally, p.rival]
    odds += p.revision_age * ratio(w.guidelines_age, w.lever[INTERVAL], 0.0) + p.revision_mismatch * _mismatch(w)
    chance = logistic(odds)
    chances = turn.scratch[CHANCES]
    chances[LEAVE_AS_IT_IS], chances[REVISE] = 1.0 - chance, chance
    if choose_by_chance(w, turn, p.ally, REVISION_QUESTION, chances, 2, REVISION_SLOT, 0) == REVISE:
        note(w, turn, REVISION, p.ally, unmet, w.capital[ALLY_SIDE], w.guidelines_age, 0.0, 0.0, 0.0)
        _revise(w)


@kernel
def _mismatch(w) -> float:
    issues = w.promised.shape[0]
    total = 0.0
    for i in range(issues):
        total += abs(_level_said(w, i) - w.promised[i]) / issues
    return total


@kernel
def _level_said(w, i: int) -> float:
    """The level that the steps in force say for an issue."""
    if i in (HOMELAND, REMOTE_ISLANDS, MISSILE_DEFENCE, BASES_HNS, COMMAND):
        return w.lever[SCOPE_CORE]
    if i == COUNTERSTRIKE:
        return w.lever[STRIKE_POLICY]
    if i == CIVIL_FACILITIES:
        return w.lever[DISPERSAL_CIVIL]
    if i == CYBER:
        return w.lever[CYBER_CLAUSE]
    if i == INTELLIGENCE:
        return w.lever[SHARING]
    if i == TRILATERAL:
        return w.lever[PARTNERSHIP]
    return w.lever[SCOPE_WIDE]


@kernel
def _revise(w) -> None:
    for i in range(w.promised.shape[0]):
        new = _level_said(w, i)
        w.implemented[i] *= min(1.0, ratio(w.promised[i], new, 1.0))
        w.promised[i] = new
    w.guidelines_age = 0.0
    w.revisions += 1


@kernel
def _implement(w, p) -> None:
    issues = w.promised.shape[0]
    outstanding = 0.0
    for i in range(issues):
        outstanding += w.promised[i] * (1.0 - w.implemented[i]) / issues
    pace = w.capital[ALLY_SIDE] * (1.0 - w.window[ALLY_SIDE]) / (1.0 + p.implementation_load * outstanding)
    for i in range(issues):
        w.implemented[i] = approach(w.implemented[i], 1.0, p.implementation_speed[i] * pace)


@kernel
def _clarity(w, p) -> float:
    promised, done = 0.0, 0.0
    for i in range(w.promised.shape[0]):
        promised += w.promised[i]
        done += w.promised[i] * w.implemented[i]
    named = p.clarity_implemented * ratio(done, promised, 0.0)
    named += p.clarity_posture * w.lever[POSTURE] + p.clarity_said * w.lever[SAID]
    weights = p.clarity_implemented + p.clarity_posture + p.clarity_said
    fresh = 1.0 - p.clarity_ageing * ratio(w.guidelines_age, w.guidelines_age + p.clarity_half, 0.0)
    return p.clarity_base + (1.0 - p.clarity_base) * fresh * ratio(named, weights, 0.0)


FIELDS = (
    Field("promised", ("issue",), "share", 0, 1, "public", "Level promised on each issue."),
    Field("implemented", ("issue",), "share", 0, 1, "public",
          "Share of the promise on each issue that has been implemented."),
    Field("role_clarity", (), "share", 0, 1, "public", "How clear the ally's role is to both sides."),
    Field("guidelines_age", (), "quarters", 0, 1000, "public", "Quarters since the last revision of the guidelines."),
    Field("revisions", (), "count", 0, 1000, "public", "Revisions of the guidelines so far.", "count"),
)  # fmt: skip
PARAMS = (
    Param("revision_base", (), "logit", -20, 5, "Log odds of a revision in a quarter when nothing asks for one."),
    Param("revision_unmet", (), "coefficient", 0, 20, "Log odds added by unmet expectation on the worse side."),
    Param("revision_threat", (), "coefficient", -5, 20,
          "Log odds added by the threat that the ally sees from the rival."),
    Param("revision_age", (), "coefficient", 0, 10,
          "Log odds added per interval aimed at that has passed since the last revision."),
    Param("revision_mismatch", (), "coefficient", 0, 40,
          "Log odds added by distance between what is promised and what the steps in force say."),
    Param("revision_capital", (), "share", 0, 1, "Political capital that each side needs for a revision."),
    Param("implementation_speed", ("issue",), "share", 0, 1,
          "Share of what is outstanding that a quarter implements, per issue."),
    Param("implementation_load", (), "coefficient", 0, 10,
          "Slowing of implementation by everything else that is outstanding."),
    Param("clarity_base", (), "share", 0, 1, "Clarity of roles when nothing is implemented, prepared or said."),
    Param("clarity_implemented", (), "factor", 0, 5, "Weight of implemented promises in role clarity."),
    Param("clarity_posture", (), "factor", 0, 5,
          "Weight of an operational posture of first responders in role clarity."),
    Param("clarity_said", (), "factor", 0, 5, "Weight of saying what will not be done in role clarity."),
    Param("clarity_ageing", (), "share", 0, 1, "Share of named clarity that a very old text has lost."),
    Param("clarity_half", (), "quarters", 1, 400, "Age of the text at which half of that is lost."),
    Param("clarity_speed", (), "share", 0, 1,
          "Share of the distance to its goal that role clarity moves in a quarter."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Guidelines are revised when practice disappoints and capital allows, and are carried out slowly.",
    source=("heginbotham2018", "pacificforum2013", "pollmann2019", "soeya2001"),
    systems=("S03", "S08", "S10", "S22", "S23"),
    run=guidelines,
    core=True,
)
