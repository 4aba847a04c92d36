"""The proliferator tests and builds: tests are an overdispersed count whose rate sanctions, exercises and talks move.

Testing turns between quiet and busy spells: a quiet quarter turns busy with chance to_busy, a busy one quiet with
chance to_quiet; level = quiet in a quiet quarter and (1 - (1 - b) quiet) / b in a busy one, where b = to_busy /
(to_busy + to_quiet) is the share of busy quarters in the long run, so that the mean stays `base`.
Formula: drive' = kept * drive + spread * sqrt(1 - kept**2) * normal; tests ~ Poisson(min(ceiling, base * level *
exp(drive - spread**2 / 2 + b_s * sanctions + b_e * (tempo - tempo0) + b_h * thaw + b_t * talks))), all four with free
signs: whether a halt of exercises or pressure slows or hastens the programme is not written into it. Successes ~
Binomial(tests, success) teach reliability: skill' = 1 - (1 - skill) * (1 - learning)**successes.
missiles' = (missiles - fired) * (1 - 1/life - dismantled) + production * (1 - loss * sanctions) * (1 + effort) *
(1 - stopped); a deal on long-range missiles stops and dismantles those alone, a full deal all classes.

Clock: quarter. Units: tests, missiles, shares. Source: the rate and its spread from the count of tests by year (James
Martin Center and Nuclear Threat Initiative); success 67 of 86 in 2012-17, same source. Systems S36, S51.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import exp, power, ratio
from kaname.core.slots import SLOT
from kaname.model.world.log import note
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn, binomial, normal, poisson, uniform
from kaname.words.axes import ICBM, INTERCONTINENTAL, MEDIUM, SHORT, STRIKE
from kaname.words.declare import Field, Param
from kaname.words.events import KIND
from kaname.words.levers import LEVER

PROGRAMME_TESTS = SLOT["programme_tests"]
PROGRAMME_SUCCESS = SLOT["programme_success"]
PROGRAMME_TURN = SLOT["programme_turn"]
PROGRAMME_EVENT = KIND["programme"]
EXERCISE_TEMPO = LEVER["exercise_tempo"]
OF_DRIVE, OF_COUNT = 0, 16
LONG_RANGE_DEAL, FULL_DEAL = 1, 2


@kernel
def programme(w, p, turn: Turn) -> None:
    """Write the quarter's tests, the reliability they taught and the missiles by range class."""
    shock = p.tests_spread * (1.0 - p.tests_kept * p.tests_kept) ** (1.0 / 2.0)
    w.programme_drive = p.tests_kept * w.programme_drive + shock * normal(turn, PROGRAMME_TESTS, OF_DRIVE)
    leaving = p.tests_to_quiet if w.programme_busy == 1 else p.tests_to_busy
    if uniform(turn, PROGRAMME_TURN, 0) < leaving:
        w.programme_busy = 1 - w.programme_busy
    w.tests = poisson(turn, PROGRAMME_TESTS, OF_COUNT, mean_tests(w, p))
    successes = binomial(turn, PROGRAMME_SUCCESS, 0, w.tests, p.tests_success)
    w.programme_skill = 1.0 - (1.0 - w.programme_skill) * power(1.0 - p.skill_learning, successes)
    take_fired(w, p)
    made = (1.0 - p.production_sanctions * w.sanctions_pressure) * (1.0 + w.reaction_effort)
    for r in range(w.missiles.shape[0]):
        forbidden = 0.0
        if w.deal == FULL_DEAL or (w.deal == LONG_RANGE_DEAL and r == INTERCONTINENTAL):
            forbidden = 1.0
        kept = 1.0 - 1.0 / p.missiles_life - forbidden * p.deal_dismantling
        new = p.production[r] * made * (1.0 - forbidden * p.deal_compliance)
        w.missiles[r] = max(0.0, w.missiles[r] * kept + new)
    note(w, turn, PROGRAMME_EVENT, p.proliferator, w.tests, w.sanctions_pressure, w.missiles[INTERCONTINENTAL],
         0.0, 0.0, 0.0)  # fmt: skip


@kernel
def mean_tests(w, p) -> float:
    """Expected tests of the quarter."""
    tempo = w.lever[EXERCISE_TEMPO] - p.lever_start[EXERCISE_TEMPO]
    talking = w.talks
    if w.deal > 0:
        talking = 1.0
    lean = (
        w.programme_drive
        - p.tests_spread * p.tests_spread / 2.0
        + p.tests_sanctions * w.sanctions_pressure
        + p.tests_exercises * tempo
        + p.tests_thaw * w.thaw
        + p.tests_talks * talking
        + p.tests_mediation * w.mediation
    )
    return min(p.tests_ceiling, p.tests_base * spell(w, p) * exp(lean))


@kernel
def spell(w, p) -> float:
    """Tests of the quarter's spell, quiet or busy, as a multiple of the long-run mean."""
    if w.programme_busy == 0:
        return p.tests_quiet
    busy = ratio(p.tests_to_busy, p.tests_to_busy + p.tests_to_quiet, 1.0)
    return ratio(1.0 - (1.0 - busy) * p.tests_quiet, busy, 1.0)


@kernel
def take_fired(w, p) -> None:
    """Take the missiles lost or fired last quarter off the stores, the nearer classes in proportion."""
    near = w.missiles[SHORT] + w.missiles[MEDIUM]
    left = max(0.0, 1.0 - ratio(w.losses[p.proliferator, STRIKE], near, 0.0))
    w.missiles[SHORT] *= left
    w.missiles[MEDIUM] *= left
    w.missiles[INTERCONTINENTAL] = max(0.0, w.missiles[INTERCONTINENTAL] - w.losses[p.proliferator, ICBM])


FIELDS = (
    Field("missiles", ("range",), "missiles", 0, 1e5, "owner", "The proliferator's missiles by range class."),
    Field("tests", (), "count", 0, 1000, "public", "Missile tests by the proliferator this quarter.", "count"),
    Field("programme_skill", (), "share", 0, 1, "owner",
          "Reliability of the proliferator's long-range missiles, learned from tests."),
    Field("programme_busy", (), "code", 0, 1, "public",
          "1 while the proliferator's tests are in a busy spell.", "code"),
    Field("programme_drive", (), "log", -10, 10, "hidden",
          "Log of the proliferator's testing tempo beside what is explained."),
)  # fmt: skip
PARAMS = (
    Param("tests_base", (), "tests per quarter", 0, 20, "Missile tests in a quarter with things as they are."),
    Param("tests_ceiling", (), "tests per quarter", 20, 100,
          "Most tests that ranges and crews allow in a quarter, as a mean."),
    Param("tests_quiet", (), "factor", 0, 1, "Tests in a quiet quarter over the mean of all quarters."),
    Param("tests_to_busy", (), "probability per quarter", 0.01, 1, "Chance that a quiet spell turns busy."),
    Param("tests_to_quiet", (), "probability per quarter", 0.01, 1, "Chance that a busy spell turns quiet."),
    Param("tests_kept", (), "share kept per quarter", 0, 0.99,
          "Part of the testing tempo's deviation left after a quarter."),
    Param("tests_spread", (), "standard deviation", 0, 2,
          "Spread of the testing tempo (log) beside what is explained."),
    Param("tests_sanctions", (), "coefficient", -3, 3, "Effect of enforced sanctions on the log of tests."),
    Param("tests_exercises", (), "coefficient", -3, 3,
          "Effect of joint exercises above the present tempo on the log of tests."),
    Param("tests_thaw", (), "coefficient", -3, 3, "Effect of a thaw with the partner on the log of tests."),
    Param("tests_talks", (), "coefficient", -3, 3, "Effect of talks, complete or not, on the log of tests."),
    Param("tests_mediation", (), "coefficient", -3, 3, "Effect of the ally's full mediation on the log of tests."),
    Param("tests_success", (), "probability per shot", 0, 1, "Chance that a test succeeds."),
    Param("skill_learning", (), "coefficient", 0, 0.1,
          "Part of the missing reliability learned from one successful test."),
    Param("production", ("range",), "missiles per quarter", 0, 40,
          "Missiles of each range class made in a quarter, sanctions and deals apart."),
    Param("production_sanctions", (), "coefficient", -1, 1, "Part of production lost under complete sanctions."),
    Param("missiles_life", (), "quarters", 20, 400, "Life of a missile in store."),
    Param("deal_compliance", (), "share", 0, 1, "Part of the production that a deal forbids which it really stops."),
    Param("deal_dismantling", (), "1/quarter", 0, 0.5,
          "Part of the missiles that a deal covers dismantled in a quarter."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="The proliferator tests and builds; sanctions, exercises, a thaw and talks move the rate either way.",
    source=("nti_cns_missile_tests_2026",),
    systems=("S36", "S51"),
    run=programme,
)
