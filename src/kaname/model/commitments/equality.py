"""Demand for political equality under military inequality, and the ally's three answers to it.

demand moves to (base + dependence x d + nationalism x n + bases x opposition + fear x abandonment fear), times
(1 - relief) once answered by reciprocity or leaving; d = the protector's share in what both deliver for the homeland
When its leadership changes or the guidelines were just revised, the ally's government chooses, on the scale of stakes:
  accept       - accept_cost x demand
  reciprocate  - reciprocate_cost x (1 - capital)
  leave        - leave_cost x its belief that its own territory would be defended
The answer speaks through trust (commitments.ledger) and through the demand that remains; all signs are free.

Clock: quarter. Units: shares; stakes. Source: Soeya 2001, Solomon 2018, Pollmann 2019; form ours.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip, ratio
from kaname.model.world.log import note
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.seats import QUESTION, choose, probability
from kaname.words.axes import ALLY_SIDE, HOMELAND, NATIONALIST, PROTECTOR_SIDE
from kaname.words.declare import Field, Param
from kaname.words.events import KIND

ANSWER_TO_INEQUALITY = QUESTION["revision"]
CHOICE = KIND["diplomacy"]
ACCEPT, RECIPROCATE, LEAVE, ANSWERS = 0, 1, 2, 3
VALUES = 0
DRAW = 4096


@kernel
def equality(w, p, turn) -> None:
    """Let the demand move, and answer it when there is occasion."""
    ours, theirs = w.delivered[ALLY_SIDE, HOMELAND], w.delivered[PROTECTOR_SIDE, HOMELAND]
    goal = p.equality_base + p.equality_dependence * ratio(theirs, ours + theirs, 1.0 / 2.0)
    goal += p.equality_nationalism * w.public_ideology[NATIONALIST] + p.equality_bases * w.base_opposition
    goal += p.equality_fear * w.abandonment_fear
    if w.equality_answer != ACCEPT:
        goal *= 1.0 - p.equality_relief
    w.autonomy_demand = approach(w.autonomy_demand, clip(goal, 0.0, 1.0), p.equality_speed)
    if w.leader_change[ALLY_SIDE] > 0.0 or w.guidelines_age == 0.0:
        _answer(w, p, turn)


@kernel
def _answer(w, p, turn) -> None:
    values = turn.scratch[VALUES]
    values[ACCEPT] = -p.accept_cost * w.autonomy_demand
    values[RECIPROCATE] = -p.reciprocate_cost * (1.0 - w.capital[ALLY_SIDE])
    values[LEAVE] = -p.leave_cost * _mean_belief(w, p)
    answer = choose(w, p, turn, p.ally, ANSWER_TO_INEQUALITY, values, ANSWERS, DRAW)
    chance = probability(values, ANSWERS, p.choice_precision, answer)
    note(w, turn, CHOICE, p.ally, answer, values[answer], values[ACCEPT], chance, 0.0, 0.0)
    w.equality_answer = answer


@kernel
def _mean_belief(w, p) -> float:
    cases, held = 0.0, 0.0
    for k in range(w.belief.shape[1]):
        cases += p.homeland_case[k]
        held += p.homeland_case[k] * w.belief[p.ally, k]
    return ratio(held, cases, 0.0)


FIELDS = (
    Field("autonomy_demand", (), "share", 0, 1, "public", "Demand in the ally for political equality or autonomy."),
    Field("equality_answer", (), "code", 0, 2, "public",
          "Ally's standing answer to inequality: 0 accept, 1 reciprocate, 2 leave.", "code"),
)  # fmt: skip
PARAMS = (
    Param("equality_base", (), "share", 0, 1, "Demand for equality when nothing feeds it."),
    Param("equality_dependence", (), "coefficient", -1, 2, "Demand added by full dependence at home; sign free."),
    Param("equality_nationalism", (), "coefficient", -1, 2, "Demand added by nationalism in the public; sign free."),
    Param("equality_bases", (), "coefficient", -1, 2, "Demand added by opposition to bases; sign free."),
    Param("equality_fear", (), "coefficient", -2, 2, "Demand added by fear of abandonment; sign free."),
    Param("equality_relief", (), "share", 0, 1, "Share of the demand that reciprocity or leaving answers."),
    Param("equality_speed", (), "share", 0, 1, "Share of the distance to its goal that the demand moves in a quarter."),
    Param("accept_cost", (), "stake", 0, 3, "Cost to the ally's government of accepting inequality, at full demand."),
    Param("reciprocate_cost", (), "stake", 0, 3, "Cost to it of reciprocity without political capital."),
    Param("leave_cost", (), "stake", 0, 5, "Cost to it of leaving a guarantee that it believes in fully."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Dependence and nationalism feed a demand for equality; the ally accepts, reciprocates or leaves.",
    source=("soeya2001", "solomon2018", "pollmann2019"),
    systems=("S24",),
    run=equality,
)
