"""A game as text in the .efg format that standard solvers read (EFG 2 R).

    EFG 2 R "title" { "player" ... }
    "comment"
    c "label" set "name" { "action" chance ... } outcome "name" { payoffs }
    p "label" player set "name" { "action" ... } outcome "name" { payoffs }
    t "label" outcome "name" { payoffs }

Nodes stand in pre-order; outcome 0 is none. Every payoff and chance reads back as the very number it was: payoffs are
the shortest decimal of the float, chances exact (a ratio where no short decimal is).
Reads, writes: nothing (the caller saves). Source: the file format page of Gambit's documentation.
"""

from __future__ import annotations

from fractions import Fraction

from kaname.games.form import CHANCE, Game, Node

DECIMALS = 18


def efg_text(game: Game) -> str:
    """The game as the text of an .efg file, ends with a line feed."""
    lines = [f"EFG 2 R {quoted(game.title)} {{ {' '.join(quoted(player) for player in game.players)} }}"]
    lines += [quoted(game.comment), ""]
    outcomes = 0
    for node in game.nodes:
        outcomes += node.payoffs is not None
        lines.append(_line(game, node, outcomes))
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """A string of the format: quotes and backslashes are escaped.

    >>> print(quoted('say "no"'))
    "say \\"no\\""
    """
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _line(game: Game, node: Node, outcome: int) -> str:
    gained = _outcome(node, outcome)
    if node.information_set is None:
        return f"t {quoted(node.label)} {gained}"
    held = game.information_sets[node.information_set]
    if held.owner == CHANCE:
        pairs = zip(held.actions, held.chances, strict=True)
        actions = " ".join(f"{quoted(action)} {_exact(chance)}" for action, chance in pairs)
        return f"c {quoted(node.label)} {held.number} {quoted(held.label)} {{ {actions} }} {gained}"
    actions = " ".join(quoted(action) for action in held.actions)
    who = f"{held.owner + 1} {held.number} {quoted(held.label)}"
    return f"p {quoted(node.label)} {who} {{ {actions} }} {gained}"


def _outcome(node: Node, number: int) -> str:
    if node.payoffs is None:
        return "0"
    return f"{number} {quoted(node.outcome)} {{ {', '.join(_short(one) for one in node.payoffs)} }}"


def _short(value: float) -> str:
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def _exact(chance: Fraction) -> str:
    """A decimal where one of at most DECIMALS places says it exactly, else a ratio."""
    scaled = chance * 10**DECIMALS
    if scaled.denominator != 1:
        return f"{chance.numerator}/{chance.denominator}"
    digits = f"{int(scaled):0{DECIMALS + 1}d}"
    return f"{digits[:-DECIMALS]}.{digits[-DECIMALS:]}".rstrip("0").rstrip(".")
