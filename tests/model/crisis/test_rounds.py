"""What is learned in one round is believed in the next, and nothing else is carried over."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from kaname.core.kernel import plain
from kaname.model.crisis import nature, rounds, thinking
from kaname.model.world.board import BOARD, CONTESTED
from kaname.model.world.game_form import FIGHTING, NOT_MADE
from kaname.words.axes import (
    END_CONCESSION,
    END_FAIT_ACCOMPLI,
    END_NONE,
    END_SETTLEMENT,
    END_STATUS_QUO,
)
from kaname.words.events import KIND
from kaname.words.moves import CHALLENGER, GUARANTOR, TARGET
from tests.model.crisis.games import crisis_world, flagship_forms, nodes_of, reach_of, tables_with, turn_of
from tests.model.crisis.recursion import agent_response, own_rule, predicted

FORMS = flagship_forms()
TABLES = tables_with(FORMS)
ISLET, SEA = 0, 3
find_legality, think = plain(nature.find_legality), plain(thinking.think)
begin, open_round, learn = plain(rounds.begin), plain(rounds.open_round), plain(rounds.learn)
learned_resolve, graver, may_go_on = plain(rounds.learned_resolve), plain(rounds.graver), plain(rounds.may_go_on)
mean_resolve, actor_in, resolve_at = (
    plain(thinking.mean_resolve), plain(thinking.actor_in), plain(thinking.resolve_at),
)  # fmt: skip


def room(number: int, k: int = ISLET) -> tuple[Any, Any, Any, Any, int, int]:
    """World, parameters, turn, tree, nodes and roles with every move open and no law in doubt."""
    w, p, _ = crisis_world(number)
    p.choice_precision, w.permit[:] = 5.0, 1
    turn, tree = turn_of(number, TABLES), FORMS[k]
    nodes = int(tree.nodes)
    begin(turn.board[0])
    open_round(p, turn.board[0], 0)
    find_legality(w, p, turn, k)
    return w, p, turn, tree, nodes, int(tree.roles)


def thought(w: Any, p: Any, turn: Any, tree: Any, nodes: int, roles: int, role: int, k: int = ISLET) -> None:
    think(w, p, turn, k, role, 1)


def terminals(tree: Any, nodes: int) -> list[int]:
    return [n for n in range(1, nodes) if tree.children[n] == 0]


@pytest.mark.parametrize("k", [ISLET, SEA])
def test_what_a_side_learned_is_bayes_rule_and_survives_the_thought_of_others(k: int) -> None:
    w, p, turn, tree, nodes, roles = room(3, k)
    kept = {}
    for role in range(roles):
        thought(w, p, turn, tree, nodes, roles, role, k)
        kept[role] = {other: reach_of(turn.board[0], tree, role, other) for other in set(range(roles)) - {role}}
    for role in range(roles):
        node = terminals(tree, nodes)[(7 * role) % 20]
        turn.board[0].seen_node[role] = node
        learn(tree, turn.board[0], role)
        for other in set(range(roles)) - {role}:
            weights = kept[role][other][:, node]
            assert turn.board[0].prior[role, other] == pytest.approx(weights / weights.sum(), abs=1e-12)


def test_where_nothing_was_seen_of_a_side_nothing_is_learned_of_it() -> None:
    w, p, turn, tree, nodes, roles = room(4)
    thought(w, p, turn, tree, nodes, roles, CHALLENGER)
    turn.board[0].seen_node[0] = 0
    learn(tree, turn.board[0], CHALLENGER)
    for other in (TARGET, GUARANTOR):
        before = mean_resolve(w, p, ISLET, p.challenger[ISLET], other)
        assert learned_resolve(turn.board[0], CHALLENGER, other) == pytest.approx(before)


def test_the_next_round_is_the_same_thought_with_what_was_learned_as_prior() -> None:
    w, p, turn, tree, nodes, roles = room(5)
    role, others = CHALLENGER, (TARGET, GUARANTOR)
    thought(w, p, turn, tree, nodes, roles, role)
    turn.board[0].seen_node[0] = terminals(tree, nodes)[11]
    learn(tree, turn.board[0], role)
    open_round(p, turn.board[0], 1)
    thought(w, p, turn, tree, nodes, roles, role)
    board, means = turn.board[0], {CHALLENGER: mean_resolve(w, p, ISLET, p.challenger[ISLET], role)}
    priors = {}
    for other in others:
        priors[other] = board.prior[role, other].copy()
        means[other] = learned_resolve(board, role, other)
    flat, keen = board.payoff_fixed, board.payoff_resolve
    bound = frozenset(r for r in range(roles) if actor_in(p, ISLET, r) == p.ally) | {GUARANTOR}
    contested = nodes_of(tree)
    contested.law[:] = np.where(board.legality[:nodes] == CONTESTED, 0, NOT_MADE)
    may = {other: priors[other][1::2].sum() for other in others} | {role: 1.0}
    moves: dict[int, float] = {}
    for other in others:
        theories = []
        for t, prior in enumerate(priors[other]):
            resolve = {r: resolve_at(p, 2 * means[r]) for r in range(roles)}
            resolve[other] = resolve_at(p, t // 2)
            payoff = {r: flat[r] + resolve[r] * keen[r] for r in range(roles)}
            if prior > 0:
                allowed = {**may, other: float(t % 2)}
                theories.append((prior, agent_response(contested, payoff, board.precision, allowed, bound)))
        moves.update(predicted(contested, other, theories))
    said = own_rule(contested, role, flat[role] + resolve_at(p, 1) * keen[role], moves, board.precision)
    for (_, node), value in said.value.items():
        assert board.own_value[role, node] == pytest.approx(value, abs=1e-9)


def test_days_that_have_passed_are_off_the_days_expected_in_every_picture() -> None:
    w, p, turn, _, _, _ = room(6)
    p.round_days, w.picture_delay[:] = 4.0, 10.0
    days = plain(thinking.days_expected)
    found = []
    for number in range(4):
        open_round(p, turn.board[0], number)
        found.append(days(w, turn.board[0], ISLET, 2))
    assert found == [10.0, 6.0, 2.0, 0.0]


def test_the_gravest_round_names_the_crisis() -> None:
    order = [END_NONE, END_STATUS_QUO, END_SETTLEMENT, END_CONCESSION, END_FAIT_ACCOMPLI, FIGHTING]
    for place, ending in enumerate(order):
        for other in order[: place + 1]:
            assert graver(ending, other) == graver(other, ending) == ending


def test_only_what_was_left_unsettled_below_arms_goes_on() -> None:
    _, p, turn, tree, nodes, _ = room(7)
    p.most_rounds = 3
    for node in terminals(tree, nodes):
        for ending in (END_STATUS_QUO, END_SETTLEMENT, END_CONCESSION, FIGHTING):
            unsettled = bool(tree.goes_on[node]) and ending in (END_STATUS_QUO, END_SETTLEMENT)
            open_round(p, turn.board[0], 1)
            assert may_go_on(p, tree, turn.board[0], node, ending) == unsettled
            open_round(p, turn.board[0], 2)
            assert not may_go_on(p, tree, turn.board[0], node, ending)


def test_a_new_crisis_begins_with_nothing_learned() -> None:
    w, p, turn, tree, nodes, roles = room(8)
    fresh = turn_of(8, TABLES)
    find_legality(w, p, fresh, ISLET)
    thought(w, p, fresh, tree, nodes, roles, TARGET)
    rng = np.random.default_rng(1)
    for name in BOARD.names:
        turn.board[0][name] = rng.normal(size=BOARD[name].shape).astype(BOARD[name].base)
    begin(turn.board[0])
    find_legality(w, p, turn, ISLET)
    thought(w, p, turn, tree, nodes, roles, TARGET)
    assert np.array_equal(turn.board[0].own_value[TARGET, :nodes], fresh.board[0].own_value[TARGET, :nodes])


def test_the_kinds_of_event_that_tell_of_rounds_are_there() -> None:
    assert {"round", "learned", "settled", "testimony", "estimate", "option", "unproven"} <= set(KIND)
