"""How one side thinks: equal to an independent solver, and to agent quantal response where nothing is hidden."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from kaname.core.kernel import plain
from kaname.model.crisis import nature, thinking
from kaname.model.crisis.tree import game_forms
from kaname.model.world.board import BARRED, CONTESTED
from kaname.model.world.game_form import NOT_MADE
from kaname.words.moves import CHALLENGER, GUARANTOR, TARGET
from tests.model.crisis.games import (
    SMALL_GAME,
    crisis_world,
    flagship_forms,
    grammar,
    nodes_of,
    reach_of,
    tables_with,
    turn_of,
)
from tests.model.crisis.recursion import agent_response, own_rule, predicted

FORMS = flagship_forms()
WITH_HOST = 2
find_legality, think = plain(nature.find_legality), plain(thinking.think)
actor_in, mean_resolve, resolve_at = (
    plain(thinking.actor_in), plain(thinking.mean_resolve), plain(thinking.resolve_at),
)  # fmt: skip


def thought(w: Any, p: Any, k: int, forms: np.recarray, role: int, point: int, future: int = 0) -> tuple[Any, int, int]:
    """The board after the side in `role` has thought, with the number of nodes and of roles."""
    turn = turn_of(future, tables_with(forms))
    find_legality(w, p, turn, k)
    think(w, p, turn, k, role, point)
    return turn.board[0], int(forms[k].nodes), int(forms[k].roles)


def second_opinion(w: Any, p: Any, k: int, tree: np.ndarray, board: Any, roles: int, role: int, point: int) -> Any:
    """The same thought by recursion, from the payoffs of the side's picture."""
    observer = actor_in(p, k, role)
    flat, keen = board.payoff_fixed, board.payoff_resolve
    means = {r: mean_resolve(w, p, k, observer, r) for r in range(roles)}
    law = {r: float(w.picture_law[observer, k]) for r in range(roles) if actor_in(p, k, r) == p.ally}
    law[GUARANTOR] = float(w.belief[observer, k])
    bound = frozenset(law)
    free_police = board.legality
    others: dict[int, float] = {}
    for other in set(range(roles)) - {role}:
        theories = []
        for place in range(3):
            for permits, share in ((1.0, law.get(other, 1.0)), (0.0, 1.0 - law.get(other, 1.0))):
                resolve = {r: resolve_at(p, 2 * means[r]) for r in range(roles)}
                resolve[other] = resolve_at(p, place)
                payoff = {r: flat[r] + resolve[r] * keen[r] for r in range(roles)}
                allowed = {**law, other: permits}
                prior = [(1 - means[other]) ** 2, 2 * means[other] * (1 - means[other]), means[other] ** 2][place]
                if other == GUARANTOR:
                    prior = float(place == 1)
                solution = agent_response(contested_only(tree, free_police), payoff, board.precision, allowed, bound)
                theories.append((prior * share, solution))
        others.update(predicted(tree, other, theories))
    barred = frozenset(n for n in range(len(tree)) if board.own_legality[n] == BARRED)
    return own_rule(tree, role, flat[role] + resolve_at(p, point) * keen[role], others, board.precision, barred)


def contested_only(tree: np.recarray, legality: np.ndarray) -> np.ndarray:
    """The tree with a law only on moves that are contested: what police may do is public; who is bound is not."""
    found = tree.copy()
    found.law[:] = np.where(legality[: len(tree)] == CONTESTED, 0, NOT_MADE)
    return found


def law_is_public(w: Any) -> None:
    """No move is barred outright, so that the recursion need not know which are."""
    w.permit[:] = 1


@pytest.mark.system("S11")
@pytest.mark.parametrize("number", range(6))
def test_every_sides_rule_is_that_of_the_independent_solver(number: int) -> None:
    forms = game_forms(grammar(), [SMALL_GAME])
    w, p, _ = crisis_world(number)
    law_is_public(w)
    w.permit[0, 2] = number % 2
    for role in range(4):
        point = (number + role) % 3
        board, nodes, roles = thought(w, p, 0, forms, role, point)
        said = second_opinion(w, p, 0, nodes_of(forms[0]), board, roles, role, point)
        for (_, node), value in said.value.items():
            assert board.own_value[role, node] == pytest.approx(value, abs=1e-9)
        for child, chance in said.chance.items():
            assert board.own_odds[role, child] == pytest.approx(chance, abs=1e-9)


@pytest.mark.parametrize("k", [0, WITH_HOST, 6])
def test_on_the_shipped_trees_too(k: int) -> None:
    w, p, _ = crisis_world(40 + k)
    law_is_public(w)
    for role in range(int(FORMS[k].roles)):
        board, nodes, roles = thought(w, p, k, FORMS, role, 1)
        said = second_opinion(w, p, k, nodes_of(FORMS[k]), board, roles, role, 1)
        for (_, node), value in said.value.items():
            assert board.own_value[role, node] == pytest.approx(value, abs=1e-9)


def equal_pictures(w: Any, p: Any, k: int, points: dict[int, int]) -> None:
    """Everybody sees what everybody sees, types are known, and no law stands in doubt (the ally plays no part)."""
    for name in ("picture_capability", "picture_resolve", "picture_law", "picture_delay", "belief"):
        field = getattr(w, name)
        field[:] = field[0].copy()
    for role, point in list(points.items()):
        if role == GUARANTOR:
            w.belief[:, k], points[role] = point / 2, 1
        else:
            w.picture_resolve[:, actor_in(p, k, role)] = point / 2
    w.lever[:] = 0.0
    w.status_quo[:] = p.status_quo_usual
    p.undetermined_permits[:] = 0.5


@pytest.mark.parametrize("number", range(8))
def test_with_known_types_and_equal_pictures_it_is_agent_quantal_response(number: int) -> None:
    k = number % len(FORMS)
    w, p, rng = crisis_world(number)
    p.challenger[k], p.target[k], p.guarantor[k], p.host[k] = 2, 3, 0, 4
    p.ally, p.protector = 1, 0
    points, p.precision_stakes = {role: int(rng.choice([0, 2])) for role in range(4)}, 0.0
    p.precision_prepared = 1.0
    equal_pictures(w, p, k, points)
    forms = FORMS.copy()
    forms.hidden[:] = forms.proof[:] = 0
    tree = forms[k]
    together: dict[int, float] = {}
    payoff: dict[int, Any] = {}
    for role in range(int(tree.roles)):
        board, nodes, roles = thought(w, p, k, forms, role, points[role])
        for r in range(roles):
            mine = (board.payoff_fixed[r] + resolve_at(p, points[r]) * board.payoff_resolve[r])[:nodes]
            assert np.array_equal(payoff.setdefault(r, mine.copy()), mine), "pictures differ"
        for node in np.flatnonzero(tree.owner[:nodes] == role):
            first = tree.first[node]
            for child in range(first, first + tree.children[node]):
                together[child] = board.own_odds[role, child]
    bound = {GUARANTOR: float(w.belief[0, k])}
    said = agent_response(
        contested_only(nodes_of(tree), board.legality), payoff, p.choice_precision, bound, frozenset(bound)
    )
    assert together.keys() == said.chance.keys()
    for child, chance in said.chance.items():
        assert together[child] == pytest.approx(chance, abs=1e-9)


def test_relabelling_the_actors_changes_nothing() -> None:
    w, p, rng = crisis_world(11)
    k, order = WITH_HOST, rng.permutation(9)
    before = [thought(w, p, k, FORMS, role, 1)[0].own_value[role].copy() for role in range(4)]
    v, q, _ = crisis_world(11)
    for name in ("challenger", "target", "guarantor", "host"):
        getattr(q, name)[:] = [order[a] if a >= 0 else a for a in getattr(p, name)]
    for name in ("protector", "ally", "rival", "proliferator", "partner"):
        setattr(q, name, order[getattr(p, name)])
    for name in ("picture_capability", "picture_resolve"):
        getattr(v, name)[np.ix_(order, order)] = getattr(w, name)
    by_actor = ("picture_law", "picture_delay", "belief", "type_belief", "stock", "readiness", "homeland_risk")
    for name in (*by_actor, "channels", "tension"):
        getattr(v, name)[order] = getattr(w, name)
    q.stake[:, order] = p.stake
    q.tension_base[order] = p.tension_base
    after = [thought(v, q, k, FORMS, role, 1)[0].own_value[role] for role in range(4)]
    for one, other in zip(before, after, strict=True):
        assert one == pytest.approx(other, abs=1e-12)


def test_seeing_a_firm_answer_raises_the_estimate_of_resolve() -> None:
    w, p, _ = crisis_world(3)
    p.choice_precision, w.permit[:] = 6.0, 1
    board, nodes, _ = thought(w, p, 0, FORMS, CHALLENGER, 1)
    tree = FORMS[0]
    reach = reach_of(board, tree, CHALLENGER, TARGET)
    keen = board.payoff_resolve[TARGET]
    assert (keen[:nodes] <= 0).all()
    first = tree.first[0] + 1
    answers = range(tree.first[first], tree.first[first] + tree.children[first])
    prior = reach[:, first]
    posteriors = [reach[:, c] / reach[:, c].sum() for c in answers]
    assert sum(prior) == pytest.approx(1.0)
    assert any(not np.allclose(posterior, prior, atol=1e-6) for posterior in posteriors)
    total = sum(reach[:, c] for c in answers)
    assert total == pytest.approx(prior), "beliefs must be a martingale"


def test_a_challenger_that_has_prepared_errs_less_and_nobody_else_does() -> None:
    w, p, _ = crisis_world(3)
    p.challenger[0], p.target[0], p.guarantor[0], p.host[0] = 2, 3, 0, 4
    equal_pictures(w, p, 0, dict.fromkeys(range(4), 0))
    precision = {}
    for prepared in (1.0, 2.0):
        p.precision_prepared = prepared
        for role in range(int(FORMS[0].roles)):
            precision[prepared, role] = float(thought(w, p, 0, FORMS, role, 0)[0].precision)
    assert precision[2.0, 0] == pytest.approx(2.0 * precision[1.0, 0])
    assert all(precision[2.0, role] == precision[1.0, role] for role in range(1, int(FORMS[0].roles)))
