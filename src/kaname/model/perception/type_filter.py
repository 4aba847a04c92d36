"""Credibility as a filter: each observer infers the protector's hidden type and, from it, whether it will fight.

Hidden Markov chain as observer o sees it, hazard h[o] (at a change of leadership at least hazard_at_change):
  before[g] = (1 - h) type_belief[o, g] + h type_expected[g];   type_belief'[o, g] = before[g] L[g] / sum
  log L[g] = - sum over s of reading[o, s] ((signal[s] - emission_mean[s, g] - discount[o] promised[s] keeping[g])
             / noise[s])**2 / 2, the caveat added to the statement with weight caveat_reading[o]; a promise to the rival
             is not discounted, since keeping it shows the ally no faith
  conduct counts only after a crisis, and with the weight dispositional_share (0: current calculus, 1: past actions);
  to an observer that took part (witness) it is what the crisis taught it by its own theory (crisis_evidence)
Hazard: h'[o] = h + hazard_learning[o] (P(a change now | signals) - h): swings of policy raise the hazard inferred; a
higher hazard forgets faster, and every later signal is worth less for long; nothing is scripted. The protector knows
its own type.

belief[o, k] = sum over g of type_belief[o, g] P(fights | g, k), in a reference case with values of the quarter's start:
  P = logistic(pull x logit(base rate) + slope x (value[o, k] + resolve weight x type_resolve[g]))
  value = belief_level[k] + stake - usual_stake - coverage_stake (1 - bond) + audience x promise
          + trigger x its knowledge + audience_sovereignty x support for the claim (the ally's own land)
          + help_balance (2 share there - 1) + a tripwire of forces within reach
          + help_self (2 share of the target's own forces - 1) + help_habit (2 habit - 1), the ally's own crises
          - help_homeland x challenger's homeland risk
          - attention_cost (1 - attention) - home politics of the protector
          + obligation (0, unless the guarantee is switched off or made sure: crisis.guarantee)
  the share there is of the guarantor's forces in being there; whether a stronger target is helped more or less is free
  bond, promise, knowledge of a trigger: world.promises; belief_level sets levels by place and no effect
  slope: world.doubt, since nobody knows the values exactly
  whether staffs that work together every day bind a government is disputed (Morrow 2000; Leeds and Anac 2005)
  resolve weight = interest_share + (1 - interest_share) x dispositional_share; the protector adds, in its own
  eyes only, reputation_stake x dispositional_share_believed
belief_nuclear: logistic(slope x (umbrella_stake - umbrella_homeland x greatest risk + ...)); no record to start from.

Clock: quarter. Units: probabilities; values on the scale where the challenger's stake is 1. Writes beliefs only.
Source: Rabiner 1989 (filter); MacKay 1992 (slope under doubt); Press 2005 against past actions; base rates of Leeds
et al. 2000 and of Berkemeier and Fuhrmann 2018, which differ by a factor of three and are rival theories.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip, exp, logit, ratio
from kaname.model.perception.strength import share_of, strength
from kaname.model.world.doubt import slope_of
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.promises import bond_of, is_own_land, known_trigger, promise_of
from kaname.model.world.surrogate import present_part
from kaname.words.axes import CONDUCT, PROTECTOR_SIDE, REASSURANCE, STATEMENT
from kaname.words.declare import Field, Param
from kaname.words.levers import LEVER

SOVEREIGNTY = LEVER["sovereignty_support"]
ALL_WARS = 0
STRENGTHS, FIT, BEFORE, RELUCTANCE = 0, 1, 2, 3


@kernel
def type_filter(w, p, turn) -> None:
    """Update every observer's beliefs; then what the ally's government professes and fears."""
    strengths, fit, before = turn.scratch[STRENGTHS], turn.scratch[FIT], turn.scratch[BEFORE]
    reluctance = turn.scratch[RELUCTANCE]
    for a in range(w.type_belief.shape[0]):
        strengths[a] = strength(w, p, a)
    base = p.reliability_all if p.reliability_theory == ALL_WARS else p.reliability_recent
    start = p.reliability_pull * logit(base)
    slope = slope_of(p.choice_precision, p.value_doubt)
    weight = p.interest_share + (1.0 - p.interest_share) * p.dispositional_share
    for g in range(w.type_belief.shape[1]):
        reluctance[g] = exp(-slope * weight * p.type_resolve[g])
    umbrella = _value_of_umbrella(w, p)
    for o in range(w.type_belief.shape[0]):
        if o == p.protector:
            _know_own_type(w, o)
        else:
            _infer_type(w, p, fit, before, o)
        for k in range(w.belief.shape[1]):
            value = _value_of_helping(w, p, strengths, o, k)
            w.belief[o, k] = _probability(w, reluctance, o, start + slope * value)
        w.belief_nuclear[o] = _probability(w, reluctance, o, slope * umbrella)
    _profess_and_fear(w, p)


@kernel
def _know_own_type(w, o: int) -> None:
    for g in range(w.type_belief.shape[1]):
        w.type_belief[o, g] = 1.0 if g == w.administration else 0.0


@kernel
def _infer_type(w, p, fit, before, o: int) -> None:
    """One step of the filter, and of the hazard's inference (fit, before: rows to compute in)."""
    types = w.type_belief.shape[1]
    hazard = w.hazard_belief[o]
    if w.leader_change[PROTECTOR_SIDE] > 0.0:
        hazard = max(hazard, p.hazard_at_change)
    expected, best = 0.0, 0.0
    for g in range(types):
        expected += p.type_expected[g]
        fit[g] = _log_likelihood(w, p, o, g)
        best = fit[g] if g == 0 else max(best, fit[g])
    total, changed = 0.0, 0.0
    for g in range(types):
        fit[g] = exp(fit[g] - best)
        arrives = hazard * ratio(p.type_expected[g], expected, 1.0 / types)
        before[g] = (1.0 - hazard) * w.type_belief[o, g] + arrives
        total += before[g] * fit[g]
        changed += arrives * fit[g]
    for g in range(types):
        w.type_belief[o, g] = ratio(before[g] * fit[g], total, 1.0 / types)
    learned = w.hazard_belief[o] + p.hazard_learning[o] * (ratio(changed, total, hazard) - hazard)
    w.hazard_belief[o] = clip(learned, p.hazard_floor, p.hazard_ceiling)


@kernel
def _log_likelihood(w, p, o: int, g: int) -> float:
    """How well type g explains the quarter's signals, as this observer reads them."""
    total = 0.0
    for s in range(w.signal.shape[0]):
        mean, seen, reading = p.emission_mean[s, g], w.signal[s], p.signal_reading[o, s] * _attention_to(p, o)
        if s != REASSURANCE:
            mean += p.promise_discount[o] * w.signal_promised[s] * p.promise_keeping[g]
        if s == STATEMENT:
            mean += p.caveat_reading[o] * p.caveat_mean[g]
            seen += p.caveat_reading[o] * w.caveat
        if s == CONDUCT and w.witness[o] == 1:
            total += reading * p.dispositional_share * w.crisis_evidence[o, g]
            continue
        if s == CONDUCT:
            reading = reading * p.dispositional_share if seen != 0.0 else 0.0
        miss = (seen - mean) / p.emission_noise[s]
        total -= reading * miss * miss / 2.0
    return total


@kernel
def _attention_to(p, o: int) -> float:
    """How closely the observer follows the protector's signals: ally and rival each by a factor of their own."""
    if o == p.ally:
        return p.reading_ally
    return p.reading_rival if o == p.rival else 1.0


@kernel
def _value_of_helping(w, p, strengths, o: int, k: int) -> float:
    """The guarantor's value of fighting over abstaining, in the observer's eyes, its type apart."""
    helper, foe, target = p.guarantor[k], p.challenger[k], p.target[k]
    there = strengths[helper] * w.picture_capability[o, helper] * w.presence * w.attention
    against = strengths[foe] * w.picture_capability[o, foe]
    own = strengths[target] * w.picture_capability[o, target]
    bond = bond_of(w, p, k)
    value = p.belief_level[k] + p.stake[k, helper] - p.usual_stake - p.coverage_stake * (1.0 - bond)
    value += p.help_balance * (2.0 * share_of(there, against) - 1.0)
    value += p.help_self * (2.0 * share_of(own, against) - 1.0)
    value -= p.help_homeland * w.homeland_risk[foe] + p.attention_cost * (1.0 - w.attention)
    value -= p.domestic_cost * (1.0 - w.support_alliance[PROTECTOR_SIDE]) + p.window_cost * w.window[PROTECTOR_SIDE]
    value += p.audience_guarantor * promise_of(w, p, k, bond) + p.trigger_cost * known_trigger(w, p, o)
    value += p.tripwire_cost * present_part(w, p, k) + w.obligation
    if target == p.ally:
        value += p.help_habit * (2.0 * w.habit - 1.0)
    if is_own_land(p, k):
        value += p.audience_sovereignty * w.lever[SOVEREIGNTY]
    if o == p.protector:
        value += p.reputation_stake * p.dispositional_share_believed
    return value


@kernel
def _value_of_umbrella(w, p) -> float:
    """The same for the nuclear umbrella, against the state that can do most to the protector's homeland."""
    risk = 0.0
    for k in range(w.belief.shape[1]):
        risk = max(risk, w.homeland_risk[p.challenger[k]])
    return p.umbrella_stake - p.umbrella_homeland * risk + w.obligation


@kernel
def _probability(w, reluctance, o: int, odds: float) -> float:
    """P(fights), averaged over the observer's belief about the type: logistic(odds + x) = 1 / (1 + e**-odds e**-x).

    odds: log odds for a type without resolve of its own; reluctance: e**-x by type.
    """
    against = exp(-odds)
    total = 0.0
    for g in range(w.type_belief.shape[1]):
        total += w.type_belief[o, g] / (1.0 + against * reluctance[g])
    return clip(total, 0.0, 1.0)


@kernel
def _profess_and_fear(w, p) -> None:
    """In public the ally's government admits part of its doubt; its fear is all of it, and doubt of constancy."""
    cases, trusted = 0.0, 0.0
    for k in range(w.belief.shape[1]):
        cases += p.homeland_case[k]
        trusted += p.homeland_case[k] * w.belief[p.ally, k]
    doubt = 1.0 - ratio(trusted, cases, 1.0 / 2.0)
    w.profession = approach(w.profession, 1.0 - p.profession_candour * doubt, p.profession_speed)
    nuclear_doubt = 1.0 - w.belief_nuclear[p.ally]
    goal = (doubt + nuclear_doubt) / 2.0 + p.fear_hazard * w.hazard_belief[p.ally] + p.fear_slight * w.misclassification
    w.abandonment_fear = approach(w.abandonment_fear, clip(goal, 0.0, 1.0), p.fear_speed)


FIELDS = (
    Field("type_belief", ("observer", "administration"), "probability", 0, 1, "observer",
          "Observer's belief over the protector's leadership type."),
    Field("hazard_belief", ("observer",), "probability per quarter", 0, 1, "observer",
          "Hazard of a change of type that the observer infers."),
    Field("belief", ("observer", "contingency"), "probability per crisis", 0, 1, "observer",
          "Belief that the protector fights, in a reference case."),
    Field("belief_nuclear", ("observer",), "probability per crisis", 0, 1, "observer",
          "Belief in the nuclear umbrella, apart from conventional help."),
    Field("profession", (), "share", 0, 1, "public",
          "Confidence in the guarantee that the ally's government professes."),
    Field("abandonment_fear", (), "share", 0, 1, "owner", "Ally's fear of being abandoned."),
)  # fmt: skip
PARAMS = (
    Param("signal_reading", ("observer", "signal"), "factor", 0, 10,
          "Weight the observer gives to each signal (1: as noisy as it is)."),
    Param("caveat_reading", ("observer",), "coefficient", -5, 5,
          "Weight the observer gives to support for the claim, within the statement."),
    Param("promise_discount", ("observer",), "share", 0, 1,
          "How far the observer ascribes a signal to the promise made (0: wholly to the type)."),
    Param("hazard_learning", ("observer",), "share", 0, 1,
          "Speed with which the observer revises the hazard of a change of type."),
    Param("hazard_floor", (), "probability per quarter", 0.0001, 0.5,
          "Least hazard of change that any observer assumes."),
    Param("hazard_ceiling", (), "probability per quarter", 0.1, 1,
          "Greatest hazard of change that any observer assumes."),
    Param("hazard_at_change", (), "probability per quarter", 0, 1,
          "Hazard of a change of type assumed when the leadership changes."),
    Param("type_expected", ("administration",), "probability", 0, 1,
          "Observers' distribution of the type after a change."),
    Param("dispositional_share", (), "share", 0, 1,
          "How far past conduct bears on resolve: 0 current calculus, 1 past actions."),
    Param("dispositional_share_believed", (), "share", 0, 1, "The same as the protector believes observers to hold."),
    Param("interest_share", (), "share", 0, 1,
          "Part of a type's resolve that is present interest, whatever conduct shows."),
    Param("type_resolve", ("administration",), "stake", -2, 2,
          "Resolve of each type over and above the calculus of stakes and forces."),
    Param("reliability_theory", (), "switch", 0, 1,
          "Base rate of kept alliances: 0 all wars of the record, 1 since 1945.", "code"),
    Param("reliability_all", (), "probability", 0, 1, "Share of alliance commitments honoured in war, whole record."),
    Param("reliability_recent", (), "probability", 0, 1, "Share of alliance commitments honoured in war, since 1945."),
    Param("reliability_pull", (), "coefficient", 0, 2,
          "How far observers start from that base rate (in its log odds)."),
    Param("reputation_stake", (), "stake", 0, 2, "Value of a name for fighting, if observers go by past actions."),
    Param("coverage_stake", (), "stake", 0, 2, "Stake that a treaty's coverage adds for the guarantor."),
    Param("belief_level", ("contingency",), "stake", -3, 3,
          "Level of belief by place, on the scale of the guarantor's value of fighting: set to records, no effect."),
    Param("help_self", (), "stake", -2, 2,
          "Value, for helping, of a target whose own forces wholly outdo the challenger's; sign free."),
    Param("help_habit", (), "stake", -1, 1,
          "Value, for helping the ally, of a full over a half habit of joint coordination; sign free."),
    Param("reading_ally", (), "factor", 0, 5, "How closely the ally reads the protector's signals, over others."),
    Param("reading_rival", (), "factor", 0, 5, "How closely the rival reads them, over others."),
    Param("usual_stake", (), "share", 0, 1, "Stake of guarantors in the wars from which the base rate comes."),
    Param("value_doubt", (), "stake", 0, 5,
          "Standard deviation of anyone's doubt about the guarantor's value of fighting."),
    Param("help_balance", (), "stake", 0, 3,
          "Value of a wholly favourable over an even balance of forces, for helping."),
    Param("help_homeland", (), "stake", 0, 20,
          "Cost of a war that is sure to reach the guarantor's homeland, conventional help."),
    Param("umbrella_stake", (), "stake", -2, 3, "Net stake of using the nuclear umbrella, homeland risk apart."),
    Param("umbrella_homeland", (), "stake", 0, 50,
          "Cost of a war that is sure to reach the guarantor's homeland, nuclear umbrella."),
    Param("profession_candour", (), "share", 0, 1, "How much of its doubt the ally's government admits in public."),
    Param("profession_speed", (), "share", 0, 1,
          "Share of the distance to its goal that profession moves in a quarter."),
    Param("fear_hazard", (), "coefficient", -2, 4,
          "Fear of abandonment added by an inferred hazard of change; sign free."),
    Param("fear_slight", (), "coefficient", -1, 2,
          "Fear of abandonment added by the protector treating its ally worse and its rival better than their class."),
    Param("fear_speed", (), "share", 0, 1,
          "Share of the distance to its goal that fear of abandonment moves in a quarter."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Each observer infers the protector's hidden type from signals, and from it who would be helped.",
    source=(
        "rabiner_1989",
        "press_2005",
        "fearon_1997",
        "mackay_1992",
        "leeds_long_mitchell_2000",
        "berkemeier_fuhrmann_2018",
        "pollmann2019",
        "morrow_2000",
        "leeds_anac_2005",
    ),
    systems=("S05", "S12", "S13", "S14", "S15", "S16", "S17", "S49"),
    run=type_filter,
    core=True,
)
