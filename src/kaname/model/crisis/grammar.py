"""Whether a grammar of moves and a contingency's game use known words: what is said when they do not.

Idea: trees come from data, so a wrong word is told at load, with the words that are allowed and the nearest one. Clock:
none. Reads: plain mappings (data/crisis). Writes: nothing. Errors: InputError.
Source: this project's STYLE.md, "Errors are public".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kaname.core.errors import InputError, unknown_name
from kaname.words.axes import ENDINGS, LEGAL_MOVES
from kaname.words.moves import PLANS, PLIES, PLY_MOVES, STAGES_OF_CHALLENGE, TOP_RUNG, UNPROVEN

Words = Mapping[str, Any]
FIRST_PLY = "challenger"
NEVER = "none"


def check_words(grammar: Words, game: Words) -> None:
    """Raise InputError for the first word that the ladder does not know."""
    _check_order(game)
    for ply, moves in game["moves"].items():
        _known("a role that moves", ply, PLIES)
        for move in moves:
            _known(f"a move of the {ply}", move, grammar["moves"].get(ply, {}))
    for ply, moves in grammar["moves"].items():
        _known("a role that moves", ply, PLIES)
        for move, rule_of_move in moves.items():
            _check_move(ply, move, rule_of_move)
    for condition in (*grammar["asked"].values(), *(rule["when"] for rule in grammar["endings"])):
        _check_condition(condition)
    for rule in grammar["endings"]:
        for word in (rule["end"], rule.get("in_time", rule["end"])):
            _known("an ending", word, (*ENDINGS[1:], "fight"))
    for plan in {**grammar["plans"], **game.get("plans", {})}.values():
        _known("a plan", plan, PLANS)
    for law in game.get("law", {}).values():
        _check_law(law)
    _check_fights(game)


def _check_order(game: Words) -> None:
    order = list(game["order"])
    if {"host", "supporter"} <= set(order):
        raise InputError("a third party is asked as host or as supporter, not as both", path="order")
    for ply in order:
        _known("a role that moves", ply, PLIES)
        if ply not in game["moves"]:
            raise InputError(f"the {ply} moves in this game but has no moves", path=f"moves.{ply}")
    if len(set(order)) < len(order) or order[:1] != [FIRST_PLY]:
        raise InputError("the order must begin with the challenger and name nobody twice", path="order")


def _check_move(ply: str, move: str, rule: Words) -> None:
    _known(f"a move of the {ply}", move, PLY_MOVES[ply])
    rung = rule.get("rung")
    if not isinstance(rung, int) or not 0 <= rung <= TOP_RUNG:
        raise InputError(f"the rung is {rung}", path=f"moves.{ply}.{move}.rung", allowed=f"0 to {TOP_RUNG}")
    if ply == FIRST_PLY:
        _known("a stage of the challenge", rule.get("stage"), STAGES_OF_CHALLENGE)
    _check_condition(rule.get("needs", {}))
    _known("a word for a move without proof", rule.get("unproven", UNPROVEN[0]), UNPROVEN)
    if "law" in rule:
        _check_law(rule["law"])


def _check_condition(condition: Words) -> None:
    for ply, moves in condition.items():
        _known("a role that moves", ply, PLIES)
        for move in moves:
            _known(f"a move of the {ply}", move, PLY_MOVES[ply])


def _check_law(law: Words) -> None:
    for stage in STAGES_OF_CHALLENGE:
        _known(f"a legal move ({stage})", law.get(stage), LEGAL_MOVES)


def _check_fights(game: Words) -> None:
    lowest = game.get("fights_from", NEVER)
    if lowest != NEVER and not (isinstance(lowest, int) and 0 <= lowest <= TOP_RUNG):
        raise InputError(f"the rung is {lowest}", path="fights_from", allowed=f"{NEVER}, or 0 to {TOP_RUNG}")


def _known(kind: str, word: object, allowed: Iterable[str]) -> None:
    words = tuple(allowed)
    if word not in words:
        raise unknown_name(kind, word, words)
