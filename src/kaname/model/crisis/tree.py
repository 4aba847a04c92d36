"""Game forms: one grammar of moves, one finite tree for each contingency, each laid out as one record.

Idea: a contingency names the order of roles and the moves of each; the grammar says on which rung a move stands, which
law it needs, where it is offered, where a role is asked and how the game ends. The tree is the same in every picture:
law, types and chance never change its shape. Two sibling moves can be misread for each other when they stand on
neighbouring rungs and what follows has the same roles and moves all the way down; endings and fighting never are.
A contingency in which nobody fights (`fights_from: none`) ends in a settlement where the grammar says "fight". Where
it must be found out first who acted (`hidden: true`), moves that are `unproven: barred` need proof and those that are
`unproven: costs` are dear without it. An ending that `goes_on` may be followed by a further round.

Layout: see world.game_form. Clock: none (made once). Reads: plain arguments. Writes: nothing. Errors: InputError.
Source: docs/explanation/the-crisis.md, D1; rungs as nests after McFadden (1978).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from kaname.core.errors import InputError
from kaname.model.crisis.grammar import check_words
from kaname.model.world.game_form import FIGHTING, MOST_NODES, NODE_ARRAYS, NOT_MADE, empty_forms
from kaname.words.axes import END_SETTLEMENT, ENDINGS, LEGAL_MOVES
from kaname.words.moves import (
    BASES_FIRST,
    HOST,
    PLANS,
    PLIES,
    PLY_MOVES,
    PLY_ROLE,
    UNPROVEN,
    UNPROVEN_BARRED,
    UNPROVEN_COSTS,
)

Words = Mapping[str, Any]
NEVER = "none"
FIGHT_WORD = "fight"
MADE_ARRAYS = {
    "challenger": "challenge",
    "target": "response",
    "guarantor": "guarantee",
    "host": "answer",
    "supporter": "backing",
    "challenger_again": "second",
}


@dataclass
class Node:
    """One node while the tree grows: the moves that led here, and what follows."""

    made: dict[str, str]
    ply: str | None = None
    children: list[Node] = field(default_factory=list)
    index: int = -1


def game_forms(grammar: Words, games: Sequence[Words]) -> np.recarray:
    """Return GAME_FORM[contingency]: the trees of all contingencies, in the order of `games`.

    grammar: moves, asked, endings, plans, as data/crisis/grammar.yaml says them. Each game: order, moves, fights_from,
    bases, hidden and, where they differ, law and plans. Errors: InputError for unknown words, a role with no lawful way
    out, a path without an ending, more than 160 nodes.
    """
    forms = empty_forms(len(games))
    for form, game in zip(forms, games, strict=True):
        _lay_out(form, _grown(grammar, game), grammar, game)
    return forms


def _grown(grammar: Words, game: Words) -> Node:
    check_words(grammar, game)
    root = Node({})
    waiting = [root]
    while waiting:
        node = waiting.pop()
        node.ply = _next_ply(grammar, game, node.made)
        if node.ply is None:
            continue
        for move in _offered(grammar, game, node):
            node.children.append(Node({**node.made, node.ply: move}))
        waiting.extend(node.children)
    return root


def _next_ply(grammar: Words, game: Words, made: Mapping[str, str]) -> str | None:
    for ply in game["order"]:
        if ply not in made and _agrees(grammar["asked"].get(ply, {}), made):
            return str(ply)
    return None


def _agrees(condition: Mapping[str, Sequence[str]], made: Mapping[str, str]) -> bool:
    """Whether no move made contradicts what is wanted (a role that has not moved does not hinder)."""
    return all(ply not in made or made[ply] in moves for ply, moves in condition.items())


def _offered(grammar: Words, game: Words, node: Node) -> list[str]:
    ply = str(node.ply)
    offered = []
    for move in game["moves"][ply]:
        rule = grammar["moves"][ply][move]
        if not _agrees(rule.get("needs", {}), node.made):
            continue
        if ply == "guarantor" and move == FIGHT_WORD and not _may_join(grammar, game, node.made):
            continue
        offered.append(move)
    bound = [move for move in offered if "law" in grammar["moves"][ply][move] or _needs_proof(grammar, game, ply, move)]
    if bound == offered:
        raise InputError(
            f"every move of the {ply} needs a law or proof; one that is always open is missing", path="moves"
        )
    return sorted(offered, key=lambda move: int(grammar["moves"][ply][move]["rung"]))


def _may_join(grammar: Words, game: Words, made: Mapping[str, str]) -> bool:
    lowest = game.get("fights_from", NEVER)
    return lowest != NEVER and grammar["moves"]["challenger"][made["challenger"]]["rung"] >= int(lowest)


def _lay_out(form: np.record, root: Node, grammar: Words, game: Words) -> None:
    nodes = [root]
    for node in nodes:
        nodes.extend(node.children)
    if len(nodes) > MOST_NODES:
        raise InputError(f"the game has {len(nodes)} nodes", path="moves", hint=f"At most {MOST_NODES} are allowed.")
    for index, node in enumerate(nodes):
        node.index = index
    for name in NODE_ARRAYS:
        form[name][: len(nodes)] = NOT_MADE
    for node in nodes:
        _fill(form, node, grammar)
        if not node.children:
            _end(form, node, grammar, game)
        for child in node.children:
            _lead(form, node, child, grammar, game)
        _mark_twins(form, node)
    form.nodes, form.hidden, form.proof[0] = len(nodes), int(bool(game.get("hidden"))), 0
    form.roles = max(HOST, 1 + int(form.owner.max()))
    _mark_last_moves(form, nodes)
    _mark_plans(form)


def _mark_last_moves(form: np.record, nodes: Sequence[Node]) -> None:
    """Fill `last` and `moves_again`."""
    for node in nodes:
        owner = int(form.owner[node.index])
        for child in node.children:
            if form.last[owner, node.index] > 0:
                form.moves_again[owner] = 1
            form.last[:, child.index] = form.last[:, node.index]
            form.last[owner, child.index] = child.index


def _mark_plans(form: np.record) -> None:
    """Fill `fought_plans` and `weighed_plans`."""
    ends_in_fight = (form.late == FIGHTING) | (form.in_time == FIGHTING)
    is_ending = (form.children == 0) & (np.arange(MOST_NODES) < form.nodes)
    form.fought_plans = _bits(form.plan[is_ending & ends_in_fight])
    form.weighed_plans = form.fought_plans or _bits(form.plan[is_ending & (form.late != form.in_time)])


def _bits(plans: np.ndarray) -> int:
    """A bit for each plan."""
    return sum(1 << int(plan) for plan in set(plans))


def _fill(form: np.record, node: Node, grammar: Words) -> None:
    """What holds at the node: the moves made so far, who moves, where the children are."""
    for ply, name in MADE_ARRAYS.items():
        form[name][node.index] = PLY_MOVES[ply].index(node.made[ply]) if ply in node.made else NOT_MADE
    form.height[node.index] = grammar["moves"]["challenger"][node.made["challenger"]]["rung"] if node.made else 0
    form.children[node.index] = len(node.children)
    for name in ("nested", "goes_on", "doubted", "joins"):
        form[name][node.index] = 0
    if node.ply is not None:
        form.owner[node.index] = PLY_ROLE[node.ply]
        form.first[node.index] = node.children[0].index
        rungs = [_rule_of(grammar, node.ply, child)["rung"] for child in node.children]
        form.nested[node.index] = int(len(set(rungs)) < len(rungs))


def _rule_of(grammar: Words, ply: str, child: Node) -> Words:
    """What the grammar says of the move that led to a child."""
    rule: Words = grammar["moves"][ply][child.made[ply]]
    return rule


def _end(form: np.record, node: Node, grammar: Words, game: Words) -> None:
    """How the game ends here, and by which plan the challenger fights if it does."""
    rule = next((rule for rule in grammar["endings"] if _happened(rule["when"], node.made)), None)
    if rule is None:
        raise InputError(f"no ending is said for {dict(node.made)}", path="endings")
    fights = game.get("fights_from", NEVER) != NEVER
    form.late[node.index] = _ending(rule["end"], fights)
    form.in_time[node.index] = _ending(rule.get("in_time", rule["end"]), fights)
    plans = {**grammar["plans"], **game.get("plans", {})}
    widens = bool(rule.get("widens")) and bool(game.get("bases"))
    plan = BASES_FIRST if widens else PLANS.index(plans.get(node.made["challenger"], PLANS[0]))
    form.plan[node.index] = plan
    form.bases[node.index] = int(plan == BASES_FIRST)
    form.goes_on[node.index] = int(bool(rule.get("goes_on")))
    form.doubted[node.index] = _doubted(node, grammar) if game.get("hidden") else 0
    form.joins[node.index] = int(fights and _could_not_fight_yet(grammar, game, node))


def _could_not_fight_yet(grammar: Words, game: Words, node: Node) -> bool:
    """Whether the guarantor was asked on the way and fighting was not among its moves: it may still join in."""
    if "guarantor" not in node.made:
        return False
    needs = grammar["moves"]["guarantor"].get(FIGHT_WORD, {}).get("needs", {})
    offered = FIGHT_WORD in game["moves"]["guarantor"] and _may_join(grammar, game, node.made)
    return not (offered and _agrees(needs, node.made))


def _doubted(node: Node, grammar: Words) -> int:
    """A bit for each role that answered by a move that is dear without proof."""
    roles = {PLY_ROLE[ply] for ply, move in node.made.items() if _unproven(grammar, ply, move) == UNPROVEN_COSTS}
    return sum(1 << role for role in roles)


def _needs_proof(grammar: Words, game: Words, ply: str, move: str) -> bool:
    return bool(game.get("hidden")) and _unproven(grammar, ply, move) == UNPROVEN_BARRED


def _unproven(grammar: Words, ply: str, move: str) -> int:
    return UNPROVEN.index(grammar["moves"][ply][move].get("unproven", UNPROVEN[0]))


def _happened(condition: Mapping[str, Sequence[str]], made: Mapping[str, str]) -> bool:
    return all(made.get(ply) in moves for ply, moves in condition.items())


def _ending(word: str, fights: bool) -> int:
    if word == FIGHT_WORD:
        return FIGHTING if fights else END_SETTLEMENT
    return ENDINGS.index(word)


def _lead(form: np.record, parent: Node, child: Node, grammar: Words, game: Words) -> None:
    """What leads to a child: the move, its rung, and the legal move that the ally's law must permit for it."""
    ply = str(parent.ply)
    rule = _rule_of(grammar, ply, child)
    form.parent[child.index] = parent.index
    form.ply[child.index] = PLIES.index(ply)
    form.move[child.index] = PLY_MOVES[ply].index(child.made[ply])
    form.rung[child.index] = rule["rung"]
    form.proof[child.index] = int(_needs_proof(grammar, game, ply, child.made[ply]))
    law = game.get("law", {}).get(child.made[ply], rule.get("law"))
    if law is not None:
        stage = grammar["moves"]["challenger"][child.made["challenger"]]["stage"]
        form.law[child.index] = LEGAL_MOVES.index(law[stage])


def _mark_twins(form: np.record, node: Node) -> None:
    """Neighbouring rungs with the same successors: the sibling above and below that a move can be taken for."""
    for lower, upper in zip(node.children, node.children[1:], strict=False):
        neighbours = form.rung[upper.index] - form.rung[lower.index] == 1
        if neighbours and lower.children and _shape(lower) == _shape(upper):
            form.twin_up[lower.index] = upper.index
            form.twin_down[upper.index] = lower.index


def _shape(node: Node) -> tuple[Any, ...]:
    """Roles and moves from here on, all the way down; what the endings are does not matter."""
    return (node.ply, *((child.made[str(node.ply)], _shape(child)) for child in node.children))
