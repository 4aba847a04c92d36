"""An opportunity that passed is judged on the same draw with and without guarantee and denial."""

from __future__ import annotations

import itertools
from collections import Counter

import numpy as np
import pytest

from kaname.core.kernel import plain
from kaname.model.crisis import deterrence, nature, thinking
from kaname.model.crisis.deterrence import MECHANISM
from kaname.model.crisis.fighting import ALONE, CONTROL, LOSS_CHALLENGER
from kaname.model.crisis.response import respond
from kaname.words.axes import BY_BOTH, BY_DENIAL, BY_GUARANTEE, FAILED, NOT_TEMPTED
from kaname.words.moves import CHALLENGER
from tests.laws.shown import NotShown
from tests.model.crisis.games import crisis_world, flagship_forms, tables_with, turn_of
from tests.model.crisis.ground import TRIO, least_trees, prepare_views

SHOWN = NotShown("counts what would have been; it is made to move nothing")

FORMS = flagship_forms()
TAIWAN = 2
judge, class_of, play = MECHANISM.run, plain(deterrence.class_of), respond


WORLDS = 120
PREPARE = prepare_views
SCENARIO, TABLES = TRIO, least_trees


def test_every_combination_has_one_class() -> None:
    classes = {flags: class_of(*flags) for flags in itertools.product([False, True], repeat=4)}
    assert set(classes.values()) == set(range(7))
    assert all((found in (4, 5)) == flags[0] for flags, found in classes.items())
    assert classes[False, True, False, True] == BY_GUARANTEE
    assert classes[False, False, True, True] == BY_DENIAL


def test_it_counts_each_opportunity_once_and_changes_nothing_else() -> None:
    for number in range(10):
        w, p, _ = crisis_world(number)
        before = w.copy()
        judge(w, p, turn_of(number, tables_with(FORMS)), 2)
        assert w.deterrence_count[2].sum() == 1
        assert w.deterrence_arms[2].sum() == 1
        w.deterrence_count[:] = w.deterrence_arms[:] = 0
        assert w.tobytes() == before.tobytes()


def test_failed_or_provoked_is_said_exactly_of_what_is_then_challenged() -> None:
    for number in range(25):
        w, p, _ = crisis_world(number)
        turn = turn_of(number, tables_with(FORMS))
        judge(w, p, turn, 0)
        found = int(np.argmax(w.deterrence_count[0]))
        of_arms = int(np.argmax(w.deterrence_arms[0]))
        challenged = w.total_challenges[0]
        play(w, p, turn, 0)
        acted = w.total_challenges[0] > challenged
        assert (found in (4, 5)) == acted
        assert not (of_arms in (4, 5) and not acted)


def classes(escalation: float, belief: float, temptation: float) -> Counter[int]:
    """Classes of forty opportunities when fighting the guarantor costs so much and is believed in so far."""
    found: Counter[int] = Counter()
    for number in range(40):
        w, p, _ = crisis_world(number)
        w.belief[:] = belief
        w.permit[:] = 1
        w.framework_depth = w.homeland_risk[:] = 0.0
        p.choice_precision, p.temptation_common, p.temptation[:] = 10.0, 0.0, temptation
        p.precision_stakes, w.status_quo[:], p.status_quo_usual = 0.0, 0.0, 0.0
        p.temptation_tension, w.deal = 0.0, 0
        p.caution_open_law = p.audience_challenger = p.domestic_cost = p.window_cost = p.attention_cost = 0.0
        p.escalation_cost[:], p.loss_cost[:], p.fought_share = escalation, 0.2, 1.0
        p.audience_guarantor = p.reputation_stake = p.trigger_cost = p.help_homeland = 0.0
        p.coverage_stake, p.resolve_low, p.resolve_high = 0.5, 0.0, 1.6
        p.alliance_cost[:], p.aggression_cost[:] = 0.1, 0.0
        p.gain_low[:] = p.gain_middle[:] = 0.1
        judge(w, p, turn_of(number, tables_with(FORMS)), 0)
        found[int(np.argmax(w.deterrence_count[0]))] += 1
    return found


@pytest.mark.system("S12")
def test_a_guarantee_deters_as_it_is_believed_in_and_as_fighting_the_guarantor_would_cost() -> None:
    def held_back(escalation: float, belief: float) -> int:
        found = classes(escalation, belief, -0.4)
        return found[BY_GUARANTEE] + found[BY_BOTH]

    assert held_back(6.0, 1.0) > held_back(6.0, 0.0)
    assert held_back(6.0, 1.0) > held_back(0.0, 1.0)


def test_nobody_is_tempted_where_acting_costs_more_than_the_object_is_worth() -> None:
    assert classes(1.0, 0.5, -2.0)[NOT_TEMPTED] == 40


def test_nothing_deters_where_acting_pays_in_itself() -> None:
    assert classes(1.0, 0.5, 2.0)[FAILED] >= 38


def test_what_is_taken_away_is_a_belief_or_a_payoff_and_never_a_move() -> None:
    for number in range(6):
        w, p, _ = crisis_world(number)
        turn = turn_of(number, tables_with(FORMS))
        judge(w, p, turn, 0)
        before = turn.board[0].legality.copy()
        plain(nature.find_legality)(w, p, turn, 0)
        assert np.array_equal(turn.board[0].legality, before)


def test_without_denial_the_target_alone_holds_and_costs_nothing_and_the_guarantor_still_may_come() -> None:
    w, p, _ = crisis_world(1)
    turn = turn_of(1, tables_with(FORMS))
    plain(nature.find_legality)(w, p, turn, TAIWAN)
    found = {}
    for denied in (0, 1):
        turn.board[0].denied = denied
        plain(thinking.picture_of)(w, p, turn, TAIWAN, CHALLENGER)
        found[denied] = turn.board[0].battles.copy()
    turn.board[0].denied = 0
    assert (found[1][:, ALONE, CONTROL] == 1.0).all()
    assert (found[1][:, ALONE, LOSS_CHALLENGER] == 0.0).all()
    assert np.array_equal(found[1][:, ALONE + 1 :], found[0][:, ALONE + 1 :])
