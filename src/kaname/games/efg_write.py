"""A game as text in the .efg format that standard solvers read (EFG 2 R).

    EFG 2 R "title" { "player" ... }
    "comment"
    c "label" set "name" { "action" chance ... } outcome "name" { payoffs }
    p "label" player set "name" { "action" ... } outcome "name" { payoffs }
    t "label" outcome "name" { payoffs }

Nodes stand in pre-order; outcome 0 is none, and every other outcome is written in full. Every payoff and chance reads
back as the very number it was: payoffs are the shortest decimal of the float, chances exact (a ratio where no short
decimal is). Labels are such as every reader takes: no blank at an end, none doubled, no backslash before a quote, at
the end or doubled (it becomes a slash); a label of a node, of a player's set or of an outcome stands once (the second
"peace" is "peace 2").
Reads, writes: nothing (the caller saves). Source: the file format page of Gambit's documentation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from kaname.games.form import CHANCE, Game, Node

DECIMALS = 18
_UNSAFE = re.compile(r'\\+(?="|$)|\\{2,}')


def efg_text(game: Game) -> str:
    """Return the game as the text of an .efg file, ends with a line feed."""
    lines = [f"EFG 2 R {quoted(game.title)} {{ {' '.join(quoted(player) for player in game.players)} }}"]
    lines += [quoted(game.comment), ""]
    names, outcomes = _Names(game), 0
    for place, node in enumerate(game.nodes):
        outcomes += node.payoffs is not None
        lines.append(_line(game, place, outcomes, names))
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """Return a string of the format: a quote is escaped, a backslash that would be read with what follows becomes a
    slash.

    >>> print(quoted('say "no"'))
    "say \\"no\\""
    """
    return '"' + _UNSAFE.sub("/", text).replace('"', '\\"') + '"'


class _Names:
    """The labels of a game as they are written: trimmed, and each once where it must stand once."""

    def __init__(self, game: Game) -> None:
        sets = game.information_sets
        self.nodes = told_once([node.label for node in game.nodes])
        self.outcomes = told_once([node.outcome for node in game.nodes])
        self.sets = [""] * len(sets)
        for owner in {one.owner for one in sets}:
            own = [place for place, one in enumerate(sets) if one.owner == owner]
            for place, label in zip(own, told_once([sets[place].label for place in own]), strict=True):
                self.sets[place] = label


def told_once(labels: Sequence[str]) -> list[str]:
    """Return the labels without blanks too many, with a number after one that stood before; an empty one stays empty.

    >>> told_once(["peace", "war", " peace", ""])
    ['peace', 'war', 'peace 2', '']
    """
    plain = [" ".join(label.split()) for label in labels]
    taken, once, counts = set(plain), [], dict[str, int]()
    for label in plain:
        count = counts[label] = counts.get(label, 0) + 1
        if not label or count == 1:
            once.append(label)
            continue
        while f"{label} {counts[label]}" in taken:
            counts[label] += 1
        once.append(f"{label} {counts[label]}")
        taken.add(once[-1])
    return once


def _line(game: Game, place: int, outcome: int, names: _Names) -> str:
    node, label = game.nodes[place], quoted(names.nodes[place])
    gained = _outcome(node, outcome, names.outcomes[place])
    if node.information_set is None:
        return f"t {label} {gained}"
    set_label = quoted(names.sets[node.information_set])
    held = game.information_sets[node.information_set]
    if held.owner == CHANCE:
        pairs = zip(held.actions, held.chances, strict=True)
        actions = " ".join(f"{quoted(action)} {_exact(chance)}" for action, chance in pairs)
        return f"c {label} {held.number} {set_label} {{ {actions} }} {gained}"
    actions = " ".join(quoted(action) for action in held.actions)
    who = f"{held.owner + 1} {held.number} {set_label}"
    return f"p {label} {who} {{ {actions} }} {gained}"


def _outcome(node: Node, number: int, label: str) -> str:
    if node.payoffs is None:
        return "0"
    return f"{number} {quoted(label)} {{ {', '.join(_short(payoff) for payoff in node.payoffs)} }}"


def _short(value: float) -> str:
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def _exact(chance: Fraction) -> str:
    """Return a decimal where one of at most DECIMALS places says it exactly, else a ratio."""
    scaled = chance * 10**DECIMALS
    if scaled.denominator != 1:
        return f"{chance.numerator}/{chance.denominator}"
    digits = f"{int(scaled):0{DECIMALS + 1}d}"
    return f"{digits[:-DECIMALS]}.{digits[-DECIMALS:]}".rstrip("0").rstrip(".")
