"""Reads a game from an .efg file (EFG 2 R): what Gambit writes, and what people write by hand.

Idea: nodes come in pre-order, so a stack of nodes that still wait for moves puts the tree together without recursion.
An information set says its actions (and chance its probabilities) where it is first met; later it leaves them out or
repeats them. An outcome says its payoffs where it is first met; outcome 0 is none. An inner node may have an outcome.
Actions or players with no name or the same name get a number (`name_1`), so that each can be told from the others.
Reads: the file. Writes: nothing. Errors: InputError with file and line.
Source: the file format page of Gambit's documentation.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from kaname.core.errors import InputError, shown
from kaname.core.safe_text import checked_text, file_bytes, short_name
from kaname.games.efg_words import CLOSE, END, OPEN, STRING, WORD, Token, is_whole, number, tokens
from kaname.games.form import CHANCE, Game, InformationSet, Node, checked_payoffs, exact_chances

LARGEST_BYTES = 1 << 24
MOST_NODES = 200_000
KINDS = ("c", "p", "t")


def read_efg(path: Path) -> Game:
    """Return the game in the file; InputError with file and line where it is none."""
    name = short_name(path)
    return efg_game(checked_text(file_bytes(path, LARGEST_BYTES), name, LARGEST_BYTES), name)


def efg_game(text: str, file: str = "the text") -> Game:
    """Return the game that the text of an .efg file describes.

    >>> efg_game('EFG 2 R "" { "A" } p "" 1 1 "" { "L" "R" } 0 t "" 1 "" { 1 } t "" 2 "" { 1/2 }').nodes[2].payoffs
    (0.5,)
    """
    return _Reader(text, file).game()


class _Reader:
    """The words of one file and what has been learned from them so far."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.words = tokens(text, file)
        self.next = next(self.words)
        self.players: tuple[str, ...] = ()
        self.sets: list[InformationSet] = []
        self.places: dict[tuple[int, int], int] = {}
        self.outcomes: dict[int, tuple[str, tuple[float, ...]]] = {}

    def game(self) -> Game:
        """Header, tree, end."""
        title, comment = self._header()
        nodes: list[Node] = []
        follows: list[list[int]] = []
        waiting: list[tuple[int, int, int]] = []
        while waiting or not nodes:
            line = self.next.line
            self._more(nodes, waiting)
            if waiting:
                parent, left, begun = waiting.pop()
                follows[parent].append(len(nodes))
                if left > 1:
                    waiting.append((parent, left - 1, begun))
            node = self._node()
            if node.information_set is not None:
                waiting.append((len(nodes), len(self.sets[node.information_set].actions), line))
            nodes.append(node)
            follows.append([])
        if self.next.kind != END:
            raise self._wrong(self.next, "every move has led to an ending, but the file goes on with {}")
        done = tuple(
            Node(node.information_set, tuple(after), node.payoffs, node.label, node.outcome)
            for node, after in zip(nodes, follows, strict=True)
        )
        return Game(title, self.players, tuple(self.sets), done, comment)

    def _more(self, nodes: list[Node], waiting: list[tuple[int, int, int]]) -> None:
        if self.next.kind == END:
            hint = f"The node of line {waiting[-1][2]} waits for {waiting[-1][1]} more." if waiting else None
            raise InputError("the file ends before the tree does", file=self.file, line=self.next.line, hint=hint)
        if len(nodes) == MOST_NODES:
            raise InputError(f"the game has more than {MOST_NODES:,} nodes", file=self.file, line=self.next.line)

    def _header(self) -> tuple[str, str]:
        first = self.next
        texts = [self._take().text for _ in range(3) if self.next.kind == WORD]
        if texts[:2] != ["EFG", "2"] or texts[2:] not in (["R"], ["D"]):
            raise InputError("this is not an .efg file", file=self.file, line=first.line,
                             hint='Its first words are: EFG 2 R "title" { "player" ... }')  # fmt: skip
        title = self._wanted(STRING, "the title").text
        self._wanted(OPEN, "the list of players")
        names: list[str] = []
        while self.next.kind == STRING:
            names.append(self._take().text)
        self._wanted(CLOSE, "the end of the list of players")
        if not names:
            raise InputError("the list of players is empty", file=self.file, line=first.line)
        self.players = told_apart(names)
        comment = self._take().text if self.next.kind == STRING else ""
        return title, comment

    def _node(self) -> Node:
        kind = self._take()
        if kind.kind != WORD or kind.text not in KINDS:
            raise self._wrong(kind, "a node is wanted here (c, p or t), and there is {}")
        label = self._wanted(STRING, "the node's label").text
        held = None if kind.text == "t" else self._information_set(kind.text)
        name, payoffs = self._outcome()
        return Node(held, (), payoffs, label, name)

    def _information_set(self, kind: str) -> int:
        owner = CHANCE
        if kind == "p":
            player = self._whole("the number of a player")
            if not 1 <= int(player.text) <= len(self.players):
                raise self._wrong(player, f"{{}} is no player; there are {len(self.players)}")
            owner = int(player.text) - 1
        said = self._whole("the number of an information set")
        if int(said.text) == 0:
            raise self._wrong(said, "information sets are numbered from 1, and there is {}")
        label = self._take().text if self.next.kind == STRING else ""
        actions, chances = self._actions(owner) if self.next.kind == OPEN else ((), ())
        return self._placed(said, InformationSet(owner, int(said.text), label, actions, chances))

    def _placed(self, token: Token, found: InformationSet) -> int:
        """Return the information set's place: a new one, or that of the same one met before."""
        key = (found.owner, found.number)
        if key not in self.places:
            if not found.actions:
                raise self._wrong(token, "information set {} is met first here, and its actions are not said")
            self.places[key] = len(self.sets)
            self.sets.append(found)
        known = self.sets[self.places[key]]
        if found.actions and (found.actions, found.chances) != (known.actions, known.chances):
            raise self._wrong(token, "information set {} was met before with other actions or chances")
        return self.places[key]

    def _actions(self, owner: int) -> tuple[tuple[str, ...], tuple[Fraction, ...]]:
        start = self._take()
        names: list[str] = []
        chances: list[Fraction] = []
        while self.next.kind == STRING:
            names.append(self._take().text)
            if owner == CHANCE:
                chances.append(number(self._take(), self.file))
        self._wanted(CLOSE, "the name of an action or the end of the list")
        if not names:
            raise self._wrong(start, "the list of actions is empty")
        try:
            return told_apart(names), exact_chances(chances) if owner == CHANCE else ()
        except InputError as trouble:
            raise InputError(trouble.message, file=self.file, line=start.line) from None

    def _outcome(self) -> tuple[str, tuple[float, ...] | None]:
        said = self._whole("the number of an outcome (0 for none)")
        label = self._take().text if self.next.kind == STRING else ""
        payoffs = self._payoffs() if self.next.kind == OPEN else None
        place = int(said.text)
        if place == 0:
            if payoffs is not None and any(payoffs):
                raise self._wrong(said, "outcome {} is no outcome and has no payoffs")
            return "", None
        if place not in self.outcomes:
            if payoffs is None:
                raise self._wrong(said, "outcome {} is met first here, and its payoffs are not said")
            self.outcomes[place] = (label, payoffs)
        known_label, known = self.outcomes[place]
        if label and label != known_label:
            raise self._wrong(said, f"outcome {{}} was met before with another label, {shown(known_label)!r}")
        if payoffs is not None and payoffs != known:
            raise self._wrong(said, "outcome {} was met before with other payoffs")
        return known_label, known

    def _payoffs(self) -> tuple[float, ...]:
        start = self._take()
        fractions: list[Fraction] = []
        while self.next.kind == WORD:
            fractions.append(number(self._take(), self.file))
        self._wanted(CLOSE, "a payoff or the end of the list")
        try:
            return checked_payoffs([float(fraction) for fraction in fractions], len(self.players))
        except OverflowError:
            raise InputError("a payoff is too large", file=self.file, line=start.line) from None
        except InputError as trouble:
            raise InputError(trouble.message, file=self.file, line=start.line) from None

    def _take(self) -> Token:
        taken = self.next
        if taken.kind != END:
            self.next = next(self.words)
        return taken

    def _wanted(self, kind: str, what: str) -> Token:
        taken = self._take()
        if taken.kind != kind:
            raise self._wrong(taken, f"{what} is wanted here, and there is {{}}")
        return taken

    def _whole(self, what: str) -> Token:
        taken = self._take()
        if not is_whole(taken):
            raise self._wrong(taken, f"{what} is wanted here, and there is {{}}")
        return taken

    def _wrong(self, token: Token, message: str) -> InputError:
        return InputError(message.format(token), file=self.file, line=token.line)


def told_apart(names: Sequence[str]) -> tuple[str, ...]:
    """Return the names, with a number after those that are empty or not alone.

    >>> told_apart(["up", "down", "up", ""])
    ('up_1', 'down', 'up_2', '_1')
    """
    texts: list[str] = []
    taken = {name for name in names if name and names.count(name) == 1}
    for place, name in enumerate(names):
        if name in taken:
            texts.append(name)
            continue
        count = names[:place].count(name) + 1
        while f"{name}_{count}" in taken:
            count += 1
        taken.add(f"{name}_{count}")
        texts.append(f"{name}_{count}")
    return tuple(texts)
