"""What is learned in one round is believed in the next, and nothing else is carried over."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from kaname.core.kernel import plain
from kaname.model.crisis import board, ladder, nature, rounds, thinking
from kaname.words.axes import (
    END_CONCESSION,
    END_FAIT_ACCOMPLI,
    END_NONE,
    END_SETTLEMENT,
    END_STATUS_QUO,
)
from kaname.words.events import KIND
from kaname.words.moves import CHALLENGER, GUARANTOR, TARGET
from tests.model.crisis.games import crisis_world, flagship_forms, reach_of, tables_with, turn_of
from tests.model.crisis.recursion import agent_response, own_rule, predicted

FORMS = flagship_forms()
TABLES = tables_with(FORMS)
ISLET, SEA = 0, 3
open_gates, think, roles_in = plain(nature.open_gates), plain(thinking.think), plain(nature.roles_in)
begin, open_round, learn = plain(rounds.begin), plain(rounds.open_round), plain(rounds.learn)
learned_resolve, graver, may_go_on = plain(rounds.learned_resolve), plain(rounds.graver), plain(rounds.may_go_on)
mean_resolve, actor_in, resolve_at = (
    plain(thinking.mean_resolve), plain(thinking.actor_in), plain(thinking.resolve_at),
)  # fmt: skip


def room(number: int, k: int = ISLET) -> tuple[Any, Any, Any, Any, int, int]:
    """World, parameters, turn, tree, nodes and roles with gates open and no law in doubt."""
    w, p, _ = crisis_world(number)
    p.choice_precision, w.permit[:] = 5.0, 1
    turn, tree = turn_of(number, TABLES), FORMS[k]
    nodes = int(tree[0, ladder.NODES])
    begin(turn.scratch)
    open_round(p, turn.scratch, 0)
    open_gates(w, p, turn, k, tree, nodes)
    return w, p, turn, tree, nodes, roles_in(tree, nodes)


def thought(w: Any, p: Any, turn: Any, tree: Any, nodes: int, roles: int, role: int, k: int = ISLET) -> None:
    think(w, p, TABLES.surrogate, turn.scratch, k, tree, nodes, roles, role, 1)


def terminals(tree: Any, nodes: int) -> list[int]:
    return [n for n in range(1, nodes) if tree[n, ladder.CHILDREN] == 0]


@pytest.mark.parametrize("k", [ISLET, SEA])
def test_what_a_side_learned_is_bayes_rule_and_survives_the_thought_of_others(k: int) -> None:
    w, p, turn, tree, nodes, roles = room(3, k)
    kept = {}
    for role in range(roles):
        thought(w, p, turn, tree, nodes, roles, role, k)
        kept[role] = {other: reach_of(turn.scratch, tree, role, other) for other in set(range(roles)) - {role}}
    for role in range(roles):
        node = terminals(tree, nodes)[(7 * role) % 20]
        turn.scratch[board.CHOICE, board.SEEN_AT + role] = node
        learn(tree, turn.scratch, roles, role)
        for other in set(range(roles)) - {role}:
            weights = kept[role][other][:, node]
            start = board.PRIOR_AT + (role * 4 + other) * 6
            learned = turn.scratch[board.CHOICE, start : start + 6]
            assert learned == pytest.approx(weights / weights.sum(), abs=1e-12)


def test_where_nothing_was_seen_of_a_side_nothing_is_learned_of_it() -> None:
    w, p, turn, tree, nodes, roles = room(4)
    thought(w, p, turn, tree, nodes, roles, CHALLENGER)
    turn.scratch[board.CHOICE, board.SEEN_AT] = 0
    learn(tree, turn.scratch, roles, CHALLENGER)
    for other in (TARGET, GUARANTOR):
        before = mean_resolve(w, p, ISLET, p.challenger[ISLET], other)
        assert learned_resolve(turn.scratch, CHALLENGER, other) == pytest.approx(before)


def test_the_next_round_is_the_same_thought_with_what_was_learned_as_prior() -> None:
    w, p, turn, tree, nodes, roles = room(5)
    role, others = CHALLENGER, (TARGET, GUARANTOR)
    thought(w, p, turn, tree, nodes, roles, role)
    turn.scratch[board.CHOICE, board.SEEN_AT] = terminals(tree, nodes)[11]
    learn(tree, turn.scratch, roles, role)
    open_round(p, turn.scratch, 1)
    thought(w, p, turn, tree, nodes, roles, role)
    scratch, means = turn.scratch, {CHALLENGER: mean_resolve(w, p, ISLET, p.challenger[ISLET], role)}
    priors = {}
    for other in others:
        start = board.PRIOR_AT + (role * 4 + other) * 6
        priors[other] = scratch[board.CHOICE, start : start + 6].copy()
        means[other] = learned_resolve(scratch, role, other)
    flat, keen = scratch[board.FLAT : board.FLAT + 4], scratch[board.KEEN : board.KEEN + 4]
    bound = frozenset(r for r in range(roles) if actor_in(p, ISLET, r) == p.ally)
    contested = tree[:nodes].copy()
    contested[scratch[board.GATE, :nodes] != board.CONTESTED, ladder.LAW] = ladder.NOT_MADE
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
                theories.append((prior, agent_response(contested, payoff, p.choice_precision, allowed, bound)))
        moves.update(predicted(contested, other, theories))
    said = own_rule(contested, role, flat[role] + resolve_at(p, 1) * keen[role], moves, p.choice_precision)
    for (_, node), value in said.value.items():
        assert scratch[board.OWN_VALUE + role, node] == pytest.approx(value, abs=1e-9)


def test_days_that_have_passed_are_off_the_days_expected_in_every_picture() -> None:
    w, p, turn, _, _, _ = room(6)
    p.round_days, w.picture_delay[:] = 4.0, 10.0
    days = plain(thinking.days_expected)
    found = []
    for number in range(4):
        open_round(p, turn.scratch, number)
        found.append(days(w, turn.scratch, ISLET, 2))
    assert found == [10.0, 6.0, 2.0, 0.0]


def test_the_gravest_round_names_the_crisis() -> None:
    order = [END_NONE, END_STATUS_QUO, END_SETTLEMENT, END_CONCESSION, END_FAIT_ACCOMPLI, ladder.FIGHTING]
    for place, ending in enumerate(order):
        for other in order[: place + 1]:
            assert graver(ending, other) == graver(other, ending) == ending


def test_only_what_was_left_unsettled_below_arms_goes_on() -> None:
    _, p, turn, tree, nodes, _ = room(7)
    p.most_rounds = 3
    for node in terminals(tree, nodes):
        for ending in (END_STATUS_QUO, END_SETTLEMENT, END_CONCESSION, ladder.FIGHTING):
            unsettled = bool(tree[node, ladder.GOES_ON]) and ending in (END_STATUS_QUO, END_SETTLEMENT)
            open_round(p, turn.scratch, 1)
            assert may_go_on(p, turn.scratch, tree, node, ending) == unsettled
            open_round(p, turn.scratch, 2)
            assert not may_go_on(p, turn.scratch, tree, node, ending)


def test_a_new_crisis_begins_with_nothing_learned() -> None:
    w, p, turn, tree, nodes, roles = room(8)
    fresh = turn_of(8, TABLES)
    open_gates(w, p, fresh, ISLET, tree, nodes)
    thought(w, p, fresh, tree, nodes, roles, TARGET)
    rng = np.random.default_rng(1)
    turn.scratch[:] = rng.normal(size=turn.scratch.shape)
    begin(turn.scratch)
    open_gates(w, p, turn, ISLET, tree, nodes)
    thought(w, p, turn, tree, nodes, roles, TARGET)
    row = board.OWN_VALUE + TARGET
    assert np.array_equal(turn.scratch[row, :nodes], fresh.scratch[row, :nodes])


def test_the_kinds_of_event_that_tell_of_rounds_are_there() -> None:
    assert {"round", "learned", "settled", "testimony", "estimate", "option", "unproven"} <= set(KIND)
