"""What the protector's leadership sends out: emissions of its hidden type, given the promises in force.

signal[s] = emission_mean[s, type] + kept part + noise x normal
  statement, exercise, reassurance: kept part = signal_promised[s] x promise_keeping[type]
  signal_promised[s] = (lever - its start) / signal_unit[s]      (presence: of the promised presence; tariff: none)
  presence, tariff: what can be seen is the thing itself: (observed - promised start) / signal_unit[s]; of presence,
    with what is prepared of reinforcement beyond the usual, in its worth in presence
  exercise: less a mark in a quarter in which the type cancels exercises; statement: less a mark under a partial deal
  reversal: 1 if the type (by its hazard) or a change of leadership reverses a policy, or a promise has just
    lapsed, else 0
  conduct: mean of conduct in the last quarter's crises, weighted by the protector's stake; 0 without one
caveat: support for the ally's claim beyond its administration, a second part of the same statement.
misclassification = how far tariffs on the friend and reassurance of the rival exceed what their class would get.
consultation' moves to lever x keeping x (1 - frustration x indecision x (1 - knowledge)) + doubt x (1 - profession);
a unilateral act surprises with probability surprise_rate[type] x (1 - consultation); so does
cancelling exercises unannounced.

No signal touches a belief here: observers read them in perception.type_filter, each in its own way.
Clock: quarter; conduct is that of the quarter before. Units: signals in standard steps.
Source: signals of a type (Spence; Fearon 1997), the list of signals from the five texts.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip, ratio
from kaname.core.slots import SLOT
from kaname.model.world.log import note
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import normal, uniform
from kaname.words.axes import (
    ALLY_SIDE,
    CONDUCT,
    EXERCISE,
    PRESENCE,
    PROTECTOR_SIDE,
    REASSURANCE,
    REVERSAL,
    STATEMENT,
    TARIFF,
)
from kaname.words.declare import Field, Param
from kaname.words.events import KIND
from kaname.words.levers import LAPSED, LEVER

CLARITY, SOVEREIGNTY = LEVER["clarity"], LEVER["sovereignty_support"]
EXERCISE_TEMPO, PROMISED_REASSURANCE = LEVER["exercise_tempo"], LEVER["reassurance"]
FORWARD_PRESENCE, CONSULTATION, TARIFFS = LEVER["forward_presence"], LEVER["consultation"], LEVER["tariffs"]
SAID, SHOWN, EXERCISED = SLOT["signal_statement"], SLOT["signal_presence"], SLOT["signal_exercise"]
TAXED, REASSURED, REVERSED = SLOT["signal_tariff"], SLOT["signal_reassurance"], SLOT["signal_reversal"]
UNANNOUNCED = SLOT["surprise"]
SURPRISE = KIND["surprise"]
CLAIM, CANCELLED, ANNOUNCED = 1, 1, 1
PARTIAL_DEAL = 1
STRONGEST = 5.0


@kernel
def signals(w, p, turn) -> None:
    """Send the quarter's signals; consult, or surprise."""
    keeping = p.promise_keeping[w.administration]
    _promise(w, p)
    _speak(w, p, keeping, normal(turn, SAID, 0), normal(turn, SAID, CLAIM))
    cancelled = uniform(turn, EXERCISED, CANCELLED) < p.exercise_cancelling[w.administration]
    _exercise(w, p, keeping, cancelled, normal(turn, EXERCISED, 0))
    _be_seen(w, p, normal(turn, SHOWN, 0), normal(turn, TAXED, 0))
    held_out = w.signal_promised[REASSURANCE] * keeping
    w.signal[REASSURANCE] = _emit(w, p, REASSURANCE, held_out, normal(turn, REASSURED, 0))
    w.signal[REVERSAL] = 1.0 if uniform(turn, REVERSED, 0) < _chance_of_reversal(w, p) else 0.0
    w.signal[CONDUCT] = _conduct(w, p)
    w.misclassification = _misclassified(w, p)
    undecided = _consult(w, p, keeping)
    silent = 1.0 - w.consultation_level
    w.surprise_count = 0
    if uniform(turn, UNANNOUNCED, 0) < p.surprise_rate[w.administration] * silent:
        w.surprise_count += 1
    if cancelled and uniform(turn, UNANNOUNCED, ANNOUNCED) < silent:
        w.surprise_count += 1
    if w.surprise_count > 0:
        note(w, turn, SURPRISE, p.protector, w.consultation_level, undecided, 0.0, 0.0, 0.0, 0.0)


@kernel
def _promise(w, p) -> None:
    """What each signal would gain if the promises in force were kept in full."""
    w.signal_promised[STATEMENT] = _step(w, p, CLARITY, STATEMENT)
    w.signal_promised[EXERCISE] = _step(w, p, EXERCISE_TEMPO, EXERCISE)
    w.signal_promised[REASSURANCE] = _step(w, p, PROMISED_REASSURANCE, REASSURANCE)
    w.signal_promised[PRESENCE] = _step(w, p, FORWARD_PRESENCE, PRESENCE)


@kernel
def _step(w, p, lever: int, kind: int) -> float:
    return _bounded((w.lever[lever] - p.lever_start[lever]) / p.signal_unit[kind])


@kernel
def _bounded(x: float) -> float:
    return clip(x, -STRONGEST, STRONGEST)


@kernel
def _emit(w, p, kind: int, seen: float, error: float) -> float:
    return _bounded(p.emission_mean[kind, w.administration] + seen + p.emission_noise[kind] * error)


@kernel
def _speak(w, p, keeping: float, error: float, error_of_claim: float) -> None:
    promise = w.signal_promised[STATEMENT] * keeping
    if w.deal == PARTIAL_DEAL:
        promise -= p.partial_deal_mark
    w.signal[STATEMENT] = _emit(w, p, STATEMENT, promise, error)
    claim = _step(w, p, SOVEREIGNTY, STATEMENT) * keeping + p.caveat_mean[w.administration]
    w.caveat = _bounded(claim + p.emission_noise[STATEMENT] * error_of_claim)


@kernel
def _exercise(w, p, keeping: float, cancelled: bool, error: float) -> None:
    held = w.signal_promised[EXERCISE] * keeping
    if cancelled:
        held -= p.exercise_cancelled_mark
    w.signal[EXERCISE] = _emit(w, p, EXERCISE, held, error)


@kernel
def _be_seen(w, p, error_of_presence: float, error_of_tariff: float) -> None:
    """Forces and tariffs are there for all to see."""
    forces = w.presence + p.signal_prepared * w.prepared_beyond - p.lever_start[FORWARD_PRESENCE]
    forces /= p.signal_unit[PRESENCE]
    w.signal[PRESENCE] = _emit(w, p, PRESENCE, _bounded(forces), error_of_presence)
    tax = (w.tariff - p.lever_start[TARIFFS]) / p.signal_unit[TARIFF]
    w.signal[TARIFF] = _emit(w, p, TARIFF, _bounded(tax), error_of_tariff)


@kernel
def _chance_of_reversal(w, p) -> float:
    """By temper, by a change of leadership, or for sure by a promise that has just lapsed."""
    steady = 1.0 - p.reversal_probability[w.administration]
    steady *= 1.0 - p.reversal_at_change * w.leader_change[PROTECTOR_SIDE]
    for number in range(w.lever_state.shape[0]):
        if w.lever_state[number] == LAPSED and w.lever_wait[number] > 0.0:
            steady = 0.0
    return 1.0 - steady


@kernel
def _conduct(w, p) -> float:
    total, weight = 0.0, 0.0
    for k in range(w.conduct.shape[0]):
        if w.conduct[k] != 0.0:
            total += p.stake[k, p.protector] * w.conduct[k]
            weight += p.stake[k, p.protector]
    return ratio(total, weight, 0.0)


@kernel
def _misclassified(w, p) -> float:
    """Friends treated as foes and rivals as friends, in the steps of the two signals."""
    friend = max(0.0, (w.tariff - p.norm_friend_tariff) / p.signal_unit[TARIFF])
    rival = max(0.0, w.signal[REASSURANCE] - p.norm_rival_reassurance)
    return clip(friend + rival, 0.0, STRONGEST)


@kernel
def _consult(w, p, keeping: float) -> float:
    """Consult the ally as far as promised and as its indecision allows; returns that indecision."""
    undecided = _indecision(w, p) * (1.0 - p.knowledge_of_ally[w.administration])
    goal = w.lever[CONSULTATION] * keeping * (1.0 - p.consultation_frustration * undecided)
    goal += p.consultation_doubt * (1.0 - w.profession)
    w.consultation_level = approach(w.consultation_level, clip(goal, 0.0, 1.0), p.consultation_speed)
    return undecided


@kernel
def _indecision(w, p) -> float:
    """How undecided the ally looks: its decision time at home, and all the more in an election window."""
    days, cases = 0.0, 0.0
    for k in range(w.decision_days.shape[0]):
        days += p.homeland_case[k] * w.decision_days[k]
        cases += p.homeland_case[k]
    slow = ratio(days, days + p.indecision_half * cases, 0.0)
    return 1.0 - (1.0 - slow) * (1.0 - w.window[ALLY_SIDE] / 2.0)


FIELDS = (
    Field("signal", ("signal",), "index", -5, 5, "public",
          "Signals seen this quarter, by kind (emissions of the protector's type)."),
    Field("surprise_count", (), "count", 0, 1e9, "public",
          "Times the protector acted without consulting the ally.", "count"),
    Field("consultation_level", (), "share", 0, 1, "public", "How far the protector consults the ally."),
    Field("caveat", (), "index", -5, 5, "public",
          "Support for the ally's claim in this quarter's statement, apart from the rest of it."),
    Field("signal_promised", ("signal",), "index", -5, 5, "public",
          "Part of each signal that the promises in force would make if kept."),
    Field("misclassification", (), "index", 0, 5, "public",
          "How far the protector treats its ally worse, and its rival better, than their class would have it."),
)  # fmt: skip
PARAMS = (
    Param("emission_mean", ("signal", "administration"), "coefficient", -5, 5,
          "Mean of each signal sent by each type, promises apart."),
    Param("emission_noise", ("signal",), "standard deviation", 0.05, 5, "Noise of each signal around its mean."),
    Param("signal_unit", ("signal",), "factor", 0.001, 10,
          "Change of the promised or observed quantity that moves the signal by one."),
    Param("signal_prepared", (), "coefficient", 0, 2,
          "What full preparation of reinforcement is worth as a signal, in shares of presence."),
    Param("promise_keeping", ("administration",), "share", 0, 1, "Share of a promise that each type keeps."),
    Param("caveat_mean", ("administration",), "coefficient", -5, 5,
          "Support of each type for the ally's claim, promises apart."),
    Param("reversal_probability", ("administration",), "probability per quarter", 0, 1,
          "Chance that the type reverses a policy."),
    Param("reversal_at_change", (), "probability", 0, 1, "Chance that a change of leadership reverses a policy."),
    Param("exercise_cancelling", ("administration",), "probability per quarter", 0, 1,
          "Chance that the type cancels exercises."),
    Param("exercise_cancelled_mark", (), "coefficient", 0, 5, "Size of the signal that cancelled exercises send."),
    Param("partial_deal_mark", (), "coefficient", -5, 5,
          "Size of the signal that a deal on long-range missiles alone sends; sign free."),
    Param("norm_friend_tariff", (), "share", 0, 1, "Tariff that a friend is normally spared beyond."),
    Param("norm_rival_reassurance", (), "coefficient", -5, 5, "Signal of reassurance that a rival is normally given."),
    Param("consultation_speed", (), "share", 0, 1,
          "Share of the distance to its goal that consultation moves in a quarter."),
    Param("consultation_frustration", (), "share", 0, 1, "Share of consultation that an ally's indecision can cost."),
    Param("consultation_doubt", (), "coefficient", -1, 1, "Consultation added where the ally shows doubt; sign free."),
    Param("knowledge_of_ally", ("administration",), "share", 0, 1, "How well each type knows the ally's politics."),
    Param("indecision_half", (), "days", 0.1, 365, "Days of decision at which an ally counts as half undecided."),
    Param("surprise_rate", ("administration",), "probability per quarter", 0, 1,
          "Chance of a unilateral act that consultation would have announced."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Statements, presence, exercises, tariffs, reassurance and reversals are emissions of a hidden type.",
    source=("fearon_1997", "soeya2001", "pacificforum2013", "solomon2018"),
    systems=("S05", "S15", "S16", "S17", "S19"),
    run=signals,
    core=True,
)
