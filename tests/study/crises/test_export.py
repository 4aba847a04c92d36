"""The exported game is the crisis as one side sees it: solved by agent logit QRE it is the engine's own rule."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from kaname.compile.compiled import Compiled
from kaname.core.errors import InputError
from kaname.games.efg_read import efg_game, read_efg
from kaname.games.efg_write import efg_text
from kaname.games.form import Game
from kaname.games.solve import BACKWARD, Solution, solve
from kaname.model.world.board import CONTESTED, FREE
from kaname.study.crises.case import Case, Eve, eve_of
from kaname.study.crises.export import FORBIDS, PERMITS, Seen, exported, seen_by
from kaname.study.crises.pictures import way_to
from kaname.words.moves import ROLES
from tests.games.gambit import WITHIN, farthest

SIDES = ("challenger", "target", "guarantor")


def solved(game: Game, seen: Seen) -> tuple[dict[tuple[str, ...], dict[str, float]], np.ndarray]:
    """Chances of the moves after each way, chance's own moves weighed in, and the players' values, by the solver."""
    found = solve(game, seen.precision)
    point = found.points[-1]
    return weighed(game, point), np.array(point.values)


def weighed(game: Game, point: Solution) -> dict[tuple[str, ...], dict[str, float]]:
    """Walk the game from its root; a chance node before a move mixes the two rules of the mover."""
    rule: dict[tuple[str, ...], dict[str, float]] = {}

    def walk(n: int, way: tuple[str, ...]) -> None:
        node = game.nodes[n]
        if node.information_set is None:
            return
        one = game.information_sets[node.information_set]
        if one.owner >= 0:
            rule[way] = odds_at(n)
            for action, child in zip(one.actions, node.children, strict=True):
                walk(child, (*way, action))
            return
        assert one.actions == (PERMITS, FORBIDS)
        rule[way] = dict.fromkeys(odds_at(node.children[0]), 0.0)
        for chance, child in zip(one.chances, node.children, strict=True):
            for action, odds in odds_at(child).items():
                rule[way][action] += float(chance) * odds
            inner = game.nodes[child]
            for action, after in zip(odds_at(child), inner.children, strict=True):
                walk(after, (*way, action))

    def odds_at(n: int) -> dict[str, float]:
        place = game.nodes[n].information_set
        assert place is not None
        return dict(zip(game.information_sets[place].actions, point.probabilities[place], strict=True))

    walk(0, ())
    return rule


@pytest.fixture(scope="module")
def eves(flagship: Compiled) -> dict[str, tuple[Case, Eve]]:
    """Two runs on the eve in every contingency."""
    found = {}
    for k, name in enumerate(flagship.axes["contingency"]):
        case = Case(flagship, "as_is", k, runs=2)
        found[name] = case, eve_of(case)
    return found


def test_the_exported_games_have_the_engines_rule_and_values_to_a_millionth(eves: dict[str, tuple[Case, Eve]]) -> None:
    for case, eve in eves.values():
        for role in ROLES[: case.roles]:
            for run in range(2):
                seen = seen_by(case, eve, role, run)
                odds, value = seen.solved()
                rule, values = solved(exported(case, eve, role, run), seen)
                np.testing.assert_allclose(values, value[:, 0], atol=1e-6)
                compare(seen, odds, rule)


def compare(seen: Seen, odds: np.ndarray, rule: dict[tuple[str, ...], dict[str, float]]) -> None:
    for n in range(seen.nodes):
        way = tuple(way_to(seen.form, n))
        if seen.form.children[n] == 0 or way not in rule:
            continue
        for c in range(seen.form.first[n], seen.form.first[n] + seen.form.children[n]):
            assert rule[way].get(way_to(seen.form, c)[-1], 0.0) == pytest.approx(odds[c], abs=1e-6)


def test_a_plain_recursion_finds_the_same_without_any_of_our_solvers(eves: dict[str, tuple[Case, Eve]]) -> None:
    case, eve = eves["senkaku"]
    seen = seen_by(case, eve, "guarantor")
    odds, value = seen.solved()

    def worth(n: int) -> np.ndarray:
        if seen.form.children[n] == 0:
            return seen.payoff[:, n]
        kids = range(seen.form.first[n], seen.form.first[n] + seen.form.children[n])
        values, owner = {c: worth(c) for c in kids}, seen.form.owner[n]
        total = np.zeros(len(seen.payoff))
        for chance, allowed in ((seen.permits[owner], {FREE, CONTESTED}), (1.0 - seen.permits[owner], {FREE})):
            may = [c for c in kids if seen.legality[c] in allowed]
            weights = np.exp(seen.precision * np.array([values[c][owner] for c in may]))
            total += chance * (weights / weights.sum()) @ np.array([values[c] for c in may])
        return total

    np.testing.assert_allclose(worth(0), value[:, 0], atol=1e-9)


def test_a_game_survives_the_file(eves: dict[str, tuple[Case, Eve]], tmp_path: Path) -> None:
    case, eve = eves["taiwan"]
    game = exported(case, eve, "host")
    file = tmp_path / "host.efg"
    file.write_text(efg_text(game), encoding="utf-8")
    again = read_efg(file)
    assert again.players == ("challenger", "target", "guarantor", "host")
    assert efg_text(again) == efg_text(efg_game(efg_text(game)))
    assert "Taiwan" in again.title


def test_a_standard_solver_agrees_on_every_exported_game_to_a_millionth(eves: dict[str, tuple[Case, Eve]]) -> None:
    for case, eve in eves.values():
        for role in ROLES[: case.roles]:
            seen = seen_by(case, eve, role)
            assert farthest(exported(case, eve, role), seen.precision, BACKWARD) < WITHIN


def test_each_side_sees_another_game(eves: dict[str, tuple[Case, Eve]]) -> None:
    case, eve = eves["senkaku"]
    texts = [efg_text(exported(case, eve, role)).split("\n", 1)[1] for role in SIDES]
    assert all(one != other for one, other in pairwise(texts))


def test_the_ally_knows_its_own_law_and_others_leave_it_to_chance(eves: dict[str, tuple[Case, Eve]]) -> None:
    case, eve = eves["senkaku"]
    own, others = (asked_of_chance(exported(case, eve, role)) for role in ("target", "challenger"))
    assert own == {"guarantor"}  # whether it holds itself bound, which no ally knows
    assert others == {"guarantor", "target"}


def asked_of_chance(game: Game) -> set[str]:
    """The sides before whose moves chance decides whether they may."""
    sets, found = game.information_sets, set()
    for node in game.nodes:
        if node.information_set is not None and sets[node.information_set].owner < 0:
            assert sets[node.information_set].actions == (PERMITS, FORBIDS)
            below = [sets[game.nodes[child].information_set].owner for child in node.children]
            found |= {game.players[owner] for owner in below}
    return found


def test_a_role_that_does_not_move_is_told(eves: dict[str, tuple[Case, Eve]]) -> None:
    case, eve = eves["senkaku"]
    with pytest.raises(InputError, match="host is not a side that moves"):
        seen_by(case, eve, "host")


def test_no_shipped_game_needs_nests_and_a_game_that_does_says_so(eves: dict[str, tuple[Case, Eve]]) -> None:
    assert all(seen_by(*one, "challenger").nested == 0 for one in eves.values())
    case, eve = eves["senkaku"]
    nested = case.compiled.tables.tree.copy()
    nested.nested[0, 0] = 1
    tables = case.compiled.tables._replace(tree=nested)
    from dataclasses import replace

    odd = replace(case, compiled=replace(case.compiled, tables=tables))
    assert seen_by(odd, eve, "target").nested == 1
    assert "At 1 nodes moves share a rung" in exported(odd, eve, "target").comment
