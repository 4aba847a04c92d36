"""Game forms: one grammar gives every contingency its tree, and says what is wrong with a bad one."""

from __future__ import annotations

import copy
from typing import Any

import numpy as np
import pytest

from kaname.core.errors import InputError
from kaname.model.crisis.tree import game_forms
from kaname.model.world.game_form import FIGHTING, MOST_NODES, NOT_MADE
from kaname.words.axes import END_FAIT_ACCOMPLI, END_SETTLEMENT, END_STATUS_QUO, LEGAL_MOVES
from kaname.words.moves import ARMED_RUNG, GUARANTOR, HOST, PLIES, PLY_MOVES, PLY_ROLE, STOP, TARGET
from tests.model.crisis.games import SMALL_GAME, flagship_forms, games, grammar, nodes_of

NAMES = list(games())
FORMS = flagship_forms()


def tree_of(name: str) -> np.recarray:
    return nodes_of(FORMS[NAMES.index(name)])


def at(name: str, *moves: str) -> np.ndarray:
    """The row of the node that these moves lead to."""
    tree, node = tree_of(name), 0
    for word in moves:
        first = tree.first[node]
        words = PLY_MOVES[PLIES[tree.ply[first]]]
        node = next(c for c in range(first, first + tree.children[node]) if words[tree.move[c]] == word)
    return tree[node]


@pytest.mark.parametrize("name", NAMES)
def test_every_contingency_has_a_tree_of_at_most_160_nodes(name: str) -> None:
    assert 20 < len(tree_of(name)) <= MOST_NODES


@pytest.mark.parametrize("name", NAMES)
def test_children_lie_side_by_side_after_their_parent(name: str) -> None:
    tree = tree_of(name)
    seen = []
    for node, row in enumerate(tree):
        children = range(row.first, row.first + row.children)
        assert all(child > node and tree.parent[child] == node for child in children)
        seen += list(children)
    assert sorted(seen) == list(range(1, len(tree)))


@pytest.mark.parametrize("name", NAMES)
def test_siblings_stand_in_the_order_of_their_rungs_and_the_first_needs_no_law(name: str) -> None:
    tree = tree_of(name)
    for row in tree[tree.children > 0]:
        children = tree[row.first : row.first + row.children]
        assert list(children.rung) == sorted(children.rung)
        assert children[0].law == NOT_MADE


def shape(tree: np.ndarray, node: int) -> tuple[Any, ...]:
    row = tree[node]
    children = range(row.first, row.first + row.children)
    return (row.owner, *((tree.move[c], shape(tree, c)) for c in children))


@pytest.mark.parametrize("name", NAMES)
def test_only_neighbouring_rungs_with_the_same_successors_can_be_misread(name: str) -> None:
    tree = tree_of(name)
    pairs = [(n, row.twin_up) for n, row in enumerate(tree) if row.twin_up != NOT_MADE]
    assert pairs
    for lower, upper in pairs:
        assert tree.twin_down[upper] == lower
        assert tree.rung[upper] - tree.rung[lower] == 1
        assert tree.parent[lower] == tree.parent[upper]
        assert tree.children[lower] > 0, "an ending was to be misread"
        assert shape(tree, lower) == shape(tree, upper)


def test_the_ally_is_asked_as_host_or_as_supporter_where_the_object_is_anothers() -> None:
    asked = {ply: {name for name in NAMES if PLIES.index(ply) in tree_of(name).ply[1:]}
             for ply in ("host", "supporter")}  # fmt: skip
    assert asked == {"host": {"taiwan", "peninsula"}, "supporter": {"south_china_sea", "sea_lanes"}}


def test_host_and_supporter_are_one_seat_and_no_game_has_both() -> None:
    assert PLY_ROLE["host"] == PLY_ROLE["supporter"] == HOST
    with pytest.raises(InputError, match="not as both"):
        game_forms(grammar(), [{**SMALL_GAME, "order": [*SMALL_GAME["order"], "supporter"]}])


def test_only_where_acts_are_hidden_do_moves_need_proof() -> None:
    for name in NAMES:
        tree = tree_of(name)
        assert bool(FORMS[NAMES.index(name)].hidden) == (name == "cyber")
        assert bool(tree.proof.any()) == bool(tree.doubted.any()) == (name == "cyber")
    assert at("cyber", "cyber", "police_response", "support").proof == 1
    bits = at("cyber", "cyber", "police_response", "speak", "hold").doubted
    assert bits == (1 << TARGET) | (1 << GUARANTOR)


def test_a_crisis_may_go_on_only_below_arms_and_where_the_challenger_did_not_stop() -> None:
    for name in NAMES:
        tree = tree_of(name)
        on = tree[tree.goes_on == 1]
        assert len(on) > 0
        assert (on.children == 0).all()
        assert (on.height < ARMED_RUNG).all()
        assert (on.second > STOP).all()


def test_a_wrong_word_for_a_move_without_proof_is_told() -> None:
    wrong = copy.deepcopy(grammar())
    wrong["moves"]["target"]["appeal"]["unproven"] = "bared"
    with pytest.raises(InputError, match="bared.*barred"):
        game_forms(wrong, [SMALL_GAME])


def test_a_host_may_be_asked_before_or_after_the_guarantor() -> None:
    assert at("taiwan", "seize", "military_response").owner == GUARANTOR
    assert at("peninsula", "seize", "military_response").owner == HOST


def test_the_guarantor_may_join_only_from_the_rung_that_the_contingency_names() -> None:
    gray = at("senkaku", "press", "military_response")
    armed = at("senkaku", "seize", "military_response")
    assert gray.children == 3
    assert armed.children == 4


def test_what_a_late_and_a_timely_answer_come_to_are_two_endings() -> None:
    row = at("senkaku", "seize", "police_response", "speak", "hold")
    assert (row.late, row.in_time) == (END_FAIT_ACCOMPLI, END_SETTLEMENT)
    assert at("senkaku", "seize", "military_response", "speak", "stop").late == END_STATUS_QUO
    assert at("senkaku", "seize", "military_response", "fight").late == FIGHTING


def test_striking_bases_is_a_move_where_they_matter_and_a_widening_elsewhere_it_is_not() -> None:
    struck = at("taiwan", "strike", "military_response", "fight", "grant")
    spared = at("taiwan", "seize", "military_response", "fight", "grant")
    widened = at("taiwan", "seize", "military_response", "support", "grant", "escalate")
    islet = at("senkaku", "seize", "military_response", "support", "escalate")
    assert [row.bases for row in (struck, spared, widened, islet)] == [1, 0, 1, 0]
    assert at("taiwan", "press", "military_response", "support", "grant", "escalate").bases == 1


def test_the_law_that_an_answer_needs_follows_the_stage_of_the_challenge() -> None:
    law = [at("senkaku", move, "military_response").law for move in ("press", "seize")]
    assert [LEGAL_MOVES[code] for code in law] == ["public_security_operation", "military_response"]


def test_nobody_fights_where_fighting_is_not_part_of_the_contingency() -> None:
    endings = tree_of("cyber")[tree_of("cyber").children == 0]
    assert FIGHTING not in {*endings.late, *endings.in_time}


def test_a_wrong_word_is_told_with_what_is_allowed() -> None:
    wrong = copy.deepcopy(SMALL_GAME)
    wrong["moves"]["target"] = ["acquiesce", "militery_response"]
    with pytest.raises(InputError, match="militery_response.*military_response"):
        game_forms(grammar(), [wrong])


def test_a_condition_that_names_an_unknown_move_is_told() -> None:
    wrong = copy.deepcopy(grammar())
    wrong["endings"][1]["when"]["target"] = ["aquiesce"]
    with pytest.raises(InputError, match="aquiesce.*acquiesce"):
        game_forms(wrong, [SMALL_GAME])


def test_a_side_without_a_lawful_way_out_is_refused() -> None:
    trapped = copy.deepcopy(SMALL_GAME)
    trapped["moves"]["host"] = ["grant"]
    with pytest.raises(InputError, match="needs a law"):
        game_forms(grammar(), [trapped])


def test_a_path_without_an_ending_is_refused() -> None:
    open_ended = copy.deepcopy(grammar())
    open_ended["endings"] = [rule for rule in open_ended["endings"] if "guarantor" not in rule["when"]]
    with pytest.raises(InputError, match="no ending"):
        game_forms(open_ended, [SMALL_GAME])


def test_a_tree_of_more_than_160_nodes_is_refused() -> None:
    large = copy.deepcopy(games()["taiwan"])
    large["order"] = ["challenger", "target", "host", "guarantor", "challenger_again"]
    large["moves"] = {ply: list(grammar()["moves"][ply]) for ply in large["order"]}
    with pytest.raises(InputError, match="At most 160"):
        game_forms(grammar(), [large])


def test_an_order_that_does_not_begin_with_the_challenger_is_refused() -> None:
    with pytest.raises(InputError, match="begin with the challenger"):
        game_forms(grammar(), [{**SMALL_GAME, "order": ["target", "challenger"]}])
