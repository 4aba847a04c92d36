"""perception.type_filter: an exact filter; belief moves by inference alone; rival theories, two audiences."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.core.kernel import plain
from kaname.model.perception.type_filter import MECHANISM
from kaname.model.world.samples import SMALL, empty_tables, random_params, random_world, turn_of
from kaname.words.axes import (
    AIR,
    CONDUCT,
    INTERNATIONALIST,
    PROTECTOR_SIDE,
    REASSURANCE,
    STATEMENT,
    TARIFF,
)
from tests.laws.shown import Shown
from tests.model.perception.ground import ABROAD, ALLY, HOME, PROTECTOR, RIVAL, calm, runner

SHOWN = Shown("support_force")

run = runner(MECHANISM)


def _shape(rng, w, p, tables):  # type: ignore[no-untyped-def]
    w.leader_change[:] = rng.integers(0, 2, w.leader_change.shape)
    w.signal[:] = rng.normal(size=w.signal.shape) * rng.integers(0, 2, w.signal.shape)
    w.type_belief[:] = rng.dirichlet(np.ones(4), w.type_belief.shape[0])
    w.crisis_evidence[:] = -rng.uniform(0, 3, w.crisis_evidence.shape)
    p.type_expected[:] = rng.dirichlet(np.ones(4))
    for name in ("homeland_case", "missile_case", "cyber_case"):
        getattr(p, name)[:] = rng.choice([0, 1], getattr(p, name).shape)


def _after(change, quarters: int = 1):  # type: ignore[no-untyped-def]
    w, p, tables = calm()
    change(w, p)
    for _ in range(quarters):
        run(w, p, tables)
    return w


def _signal(kind: int, value: float):  # type: ignore[no-untyped-def]
    return lambda w, p: w.signal.__setitem__(kind, value)


WORLDS = 80
PREPARE = _shape


def test_beliefs_are_probabilities_and_those_about_the_type_sum_to_one() -> None:
    for future in range(40):
        rng = np.random.default_rng(future)
        w, p, tables = random_world(rng), random_params(rng), empty_tables(SMALL)
        _shape(rng, w, p, tables)
        run(w, p, tables, future=future)
        assert np.allclose(w.type_belief.sum(axis=1), 1.0)
        for field in (w.type_belief, w.belief, w.belief_nuclear, w.hazard_belief):
            assert (field >= 0.0).all()
            assert (field <= 1.0).all()


def test_one_step_is_bayes_rule_on_a_markov_chain() -> None:
    w, p, tables = calm()
    w.signal[:] = (1.0, -0.5, 0.3, 1.2, 0.4, 1.0, -1.0)
    w.caveat, w.signal_promised[STATEMENT] = 0.7, 0.8
    p.dispositional_share = 0.6
    prior, hazard = w.type_belief[ALLY].copy(), float(w.hazard_belief[ALLY])
    before = (1.0 - hazard) * prior + hazard * p.type_expected / p.type_expected.sum()
    reading = p.signal_reading[ALLY].copy()
    reading[CONDUCT] *= 0.6
    mean = p.emission_mean.T + p.promise_discount[ALLY] * w.signal_promised * p.promise_keeping[:, None]
    mean[:, STATEMENT] += p.caveat_reading[ALLY] * p.caveat_mean
    seen = w.signal.copy()
    seen[STATEMENT] += p.caveat_reading[ALLY] * w.caveat
    likelihood = np.exp(-(reading * ((seen - mean) / p.emission_noise) ** 2).sum(axis=1) / 2.0)
    expected = before * likelihood / (before * likelihood).sum()
    run(w, p, tables)
    assert np.allclose(w.type_belief[ALLY], expected, rtol=1e-9)


def test_signals_that_every_type_sends_alike_move_no_belief() -> None:
    def alike(w, p):  # type: ignore[no-untyped-def]
        p.emission_mean[:] = 0.0
        p.caveat_mean[:] = 0.0
        w.signal[:] = 3.0
        p.type_expected[:] = 0.25

    assert np.allclose(_after(alike).type_belief[ALLY], 0.25)


def test_the_protector_knows_its_own_type() -> None:
    w = _after(lambda w, p: w.__setattr__("administration", 2))
    assert w.type_belief[PROTECTOR].tolist() == [0.0, 0.0, 1.0, 0.0]


@pytest.mark.system("S05")
def test_the_same_two_statements_are_read_differently_by_two_audiences() -> None:
    def audiences(w, p):  # type: ignore[no-untyped-def]
        p.signal_reading[RIVAL, STATEMENT] = 2.0
        p.caveat_reading[RIVAL], p.caveat_reading[ALLY] = 0.0, 1.5

    def statement(w, p):  # type: ignore[no-untyped-def]
        audiences(w, p)
        w.signal[STATEMENT] = 2.0

    def claim(w, p):  # type: ignore[no-untyped-def]
        audiences(w, p)
        w.caveat = 2.0

    base, said, claimed = _after(audiences), _after(statement), _after(claim)
    assert said.belief[RIVAL, HOME] - base.belief[RIVAL, HOME] > said.belief[ALLY, HOME] - base.belief[ALLY, HOME] > 0.0
    assert claimed.belief[RIVAL, HOME] == base.belief[RIVAL, HOME]
    assert claimed.belief[ALLY, HOME] > base.belief[ALLY, HOME]


@pytest.mark.system("S12")
def test_conventional_help_and_the_nuclear_umbrella_are_two_beliefs() -> None:
    base = _after(lambda w, p: None)
    stronger = _after(lambda w, p: w.stock.__setitem__((PROTECTOR, AIR), 900.0))
    assert stronger.belief[ALLY, HOME] > base.belief[ALLY, HOME]
    assert stronger.belief_nuclear[ALLY] == base.belief_nuclear[ALLY]


@pytest.mark.system("S12")
def test_what_the_ally_professes_hides_most_of_its_doubt() -> None:
    w = _after(lambda w, p: p.__setattr__("usual_stake", 0.9), quarters=60)
    doubt = 1.0 - w.belief[ALLY, HOME]
    assert doubt > 0.3
    assert 1.0 - w.profession < doubt / 2.0


@pytest.mark.system("S13")
@pytest.mark.parametrize("theory", [0.0, 1.0])
def test_capabilities_count_under_either_theory_of_credibility(theory: float) -> None:
    def with_theory(w, p):  # type: ignore[no-untyped-def]
        p.dispositional_share = theory

    def weaker(w, p):  # type: ignore[no-untyped-def]
        with_theory(w, p)
        w.presence = 0.2

    assert _after(weaker).belief[RIVAL, HOME] < _after(with_theory).belief[RIVAL, HOME]


@pytest.mark.system("S13")
@pytest.mark.system("S14")
def test_abstaining_here_moves_beliefs_elsewhere_only_if_past_actions_count() -> None:
    def conduct(theory: float, value: float):  # type: ignore[no-untyped-def]
        def change(w, p):  # type: ignore[no-untyped-def]
            p.dispositional_share = theory
            w.signal[CONDUCT] = value

        return change

    moved = {
        theory: _after(conduct(theory, 1.0)).belief[RIVAL, ABROAD] - _after(conduct(theory, -1.0)).belief[RIVAL, ABROAD]
        for theory in (0.0, 1.0)
    }
    assert moved[0.0] == 0.0
    assert moved[1.0] > 0.0


@pytest.mark.system("S15")
def test_swings_of_policy_raise_the_hazard_inferred_and_make_later_signals_worth_less() -> None:
    def history(swings: bool):  # type: ignore[no-untyped-def]
        w, p, tables = calm()
        p.hazard_learning[:] = 0.3
        for quarter in range(24):
            w.signal[STATEMENT] = (2.5 if quarter % 4 < 2 else -2.5) if swings else 1.0
            w.signal[TARIFF] = -w.signal[STATEMENT]
            run(w, p, tables)
        return w, p, tables

    steady, swinging = history(False), history(True)
    assert swinging[0].hazard_belief[ALLY] > 1.5 * steady[0].hazard_belief[ALLY]
    remembered = []
    for w, p, tables in (steady, swinging):
        w.type_belief[:] = (1.0, 0.0, 0.0, 0.0)
        p.signal_reading[:] = 0.0
        for _ in range(8):
            run(w, p, tables)
        remembered.append(float(w.type_belief[ALLY, INTERNATIONALIST]))
    assert remembered[0] > remembered[1] + 0.05


@pytest.mark.system("S16")
def test_reassuring_the_rival_raises_the_allys_fear_of_abandonment() -> None:
    base = _after(lambda w, p: None, quarters=6)
    reassured = _after(_signal(REASSURANCE, 2.0), quarters=6)
    assert reassured.abandonment_fear > base.abandonment_fear
    assert reassured.belief[ALLY, HOME] < base.belief[ALLY, HOME]


@pytest.mark.system("S17")
def test_treating_a_friend_as_a_foe_undermines_belief_although_no_force_moved() -> None:
    taxed, spared = _after(_signal(TARIFF, 2.5)), _after(_signal(TARIFF, -0.5))
    assert taxed.belief[ALLY, HOME] < spared.belief[ALLY, HOME]


@pytest.mark.system("S49")
def test_a_challenger_that_can_hit_the_homeland_lowers_belief_in_help_and_in_the_umbrella() -> None:
    base = _after(lambda w, p: None)
    exposed = _after(lambda w, p: w.homeland_risk.__setitem__(RIVAL, 0.8))
    assert exposed.belief[ALLY, HOME] < base.belief[ALLY, HOME]
    assert exposed.belief_nuclear[ALLY] < base.belief_nuclear[ALLY]


def test_base_rates_of_kept_alliances_are_rival_theories() -> None:
    whole = _after(lambda w, p: p.__setattr__("reliability_theory", 0))
    recent = _after(lambda w, p: p.__setattr__("reliability_theory", 1))
    assert whole.belief[ALLY, HOME] > recent.belief[ALLY, HOME]


@pytest.mark.parametrize("sign", [-1.0, 1.0])
def test_a_habit_of_coordination_moves_belief_in_help_for_the_ally_as_the_free_sign_says(sign: float) -> None:
    def habit(level: float):  # type: ignore[no-untyped-def]
        def change(w, p):  # type: ignore[no-untyped-def]
            w.habit, p.help_habit = level, 0.3 * sign

        return _after(change).belief[RIVAL]

    none, full = habit(0.0), habit(1.0)
    assert sign * (full[HOME] - none[HOME]) > 0.01
    assert full[ABROAD] == none[ABROAD]


def test_coverage_in_doubt_counts_half() -> None:
    seen = [_after(lambda w, p, code=code: w.covered.__setitem__(HOME, code)) for code in (0, 2, 1)]
    levels = [w.belief[ALLY, HOME] for w in seen]
    assert levels[0] < levels[1] < levels[2]


def test_a_leadership_change_makes_observers_think_again() -> None:
    def sure(changed: float):  # type: ignore[no-untyped-def]
        def change(w, p):  # type: ignore[no-untyped-def]
            w.type_belief[:] = (1.0, 0.0, 0.0, 0.0)
            w.leader_change[PROTECTOR_SIDE] = changed

        return change

    assert _after(sure(1.0)).type_belief[ALLY, INTERNATIONALIST] < _after(sure(0.0)).type_belief[ALLY, INTERNATIONALIST]


def test_only_the_protector_counts_the_reputation_it_believes_in() -> None:
    base = _after(lambda w, p: p.__setattr__("dispositional_share_believed", 0.0))
    vain = _after(lambda w, p: p.__setattr__("dispositional_share_believed", 1.0))
    assert vain.belief[PROTECTOR, HOME] > base.belief[PROTECTOR, HOME]
    assert vain.belief[ALLY, HOME] == base.belief[ALLY, HOME]


def test_compiled_and_uncompiled_agree() -> None:
    for future in range(8):
        rng = np.random.default_rng(future)
        one, p, tables = random_world(rng), random_params(rng), empty_tables(SMALL)
        _shape(rng, one, p, tables)
        other = one.copy()
        turn = turn_of(future, tables)
        MECHANISM.run(one, p, turn)
        plain(MECHANISM.run)(other, p, turn)
        for name in MECHANISM.writes:
            assert np.allclose(one[name], other[name], rtol=1e-9, atol=1e-12)


def test_who_took_part_in_a_crisis_judges_by_its_own_theory_and_others_by_the_conduct_they_hear_of() -> None:
    w, p, tables = calm()
    w.signal[CONDUCT], p.dispositional_share, p.hazard_learning[:] = -1.0, 0.5, 0.0
    prior, hazard = w.type_belief[ALLY].copy(), float(w.hazard_belief[ALLY])
    heard = _after(lambda w, p: (w.signal.__setitem__(CONDUCT, -1.0), p.__setitem__("dispositional_share", 0.5)))
    w.witness[ALLY] = 1
    w.crisis_evidence[ALLY] = (-2.0, -1.0, -0.5, 0.0)
    quiet = w.copy()
    quiet.signal[CONDUCT] = 0.0
    run(w, p, tables)
    run(quiet, p, tables)
    assert w.type_belief[RIVAL] == pytest.approx(heard.type_belief[RIVAL])
    assert w.type_belief[ALLY] == pytest.approx(quiet.type_belief[ALLY])
    before = (1.0 - hazard) * prior + hazard * p.type_expected / p.type_expected.sum()
    rest = _after(lambda w, p: p.__setitem__("dispositional_share", 0.0)).type_belief[ALLY]
    expected = rest * np.exp(p.signal_reading[ALLY, CONDUCT] * 0.5 * np.array([-2.0, -1.0, -0.5, 0.0]))
    assert (before > 0).all()
    assert w.type_belief[ALLY] == pytest.approx(expected / expected.sum(), rel=1e-6)


def test_under_current_calculus_a_crisis_says_nothing_of_the_type() -> None:
    def crisis(w, p):  # type: ignore[no-untyped-def]
        p.dispositional_share = 0.0
        w.witness[ALLY] = 1
        w.crisis_evidence[ALLY] = (-9.0, -3.0, -1.0, 0.0)

    assert np.allclose(
        _after(crisis).type_belief, _after(lambda w, p: p.__setitem__("dispositional_share", 0.0)).type_belief
    )
