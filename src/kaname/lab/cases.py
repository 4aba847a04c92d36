"""Cases: crises by themselves, kept once made: what each side sees on the eve, and a thousand plays without people.

Idea: a crisis of a place under a bargain is compiled and thought through once, in a thread, and answered from memory;
the one asked longest ago is let go. One is thought through at a time, and few wait.
Reads: scenarios, evidence, compiled kernels. Writes: nothing. Units: probabilities. Errors: those of `compile_study`.
"""

from __future__ import annotations

import threading
from collections import Counter, OrderedDict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from kaname.lab.work import Crowded

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kaname.study.crises.case import Case
    from kaname.study.crises.seat import Game

KEPT, MOST = 6, 4
"""Crises that are kept; crises that are thought through or wait for it at most."""
THOUGHT, PLAYED = 300, 1000
"""Runs over which pictures are averaged, and plays without people."""
SOUGHT = 60
"""Games looked through for one in which the person is asked."""


@dataclass(frozen=True)
class Asked:
    """A crisis that is asked for: scenario, contingency, the bargain in force."""

    scenario: str
    place: str
    bargain: str


@dataclass(frozen=True)
class Known:
    """Answer about a crisis: its case, the pictures of all sides (plain data), how PLAYED plays ended."""

    case: Case
    pictures: dict[str, Any]
    endings: Counter[str]

    @property
    def roles(self) -> tuple[str, ...]:
        """Return the roles that move."""
        return tuple(self.pictures["sides"])

    @property
    def actors(self) -> dict[str, str]:
        """Return the actor in each role that moves."""
        from kaname.model.crisis.thinking import actor_in
        from kaname.words.moves import ROLES

        params = self.case.compiled.params[self.case.bargain].view(np.recarray)[0]
        names = list(self.case.compiled.axes["actor"])
        return {role: names[actor_in(params, self.case.contingency, ROLES.index(role))] for role in self.roles}

    def game(self, role: str, number: int, answers: Sequence[int]) -> Game:
        """Return a game in a seat; number: which of the worlds and of the luck it is played in."""
        from kaname.study.crises.case import eve_of
        from kaname.study.crises.seat import play_in_seat

        case = replace(self.case, runs=1, seed=number)
        return play_in_seat(case, eve_of(case), role, answers)

    def reached(self, role: str, first: int) -> int:
        """Return the first game from `first` on in which it comes to a move of the seat; `first` where none soon does.

        In most worlds the challenger lets the chance pass and the others are never asked.
        """
        games = range(first, first + SOUGHT)
        return next((number for number in games if self.game(role, number, ()).question is not None), first)


class Cases:
    """Crises by what is asked."""

    def __init__(self, kept: int = KEPT, think: Callable[[Asked], Known] | None = None) -> None:
        self._think = think or thought_through
        self._kept, self._lock, self._turn = kept, threading.Lock(), threading.Lock()
        self._known: OrderedDict[Asked, Known] = OrderedDict()
        self._troubles: dict[Asked, Exception] = {}
        self._begun: set[Asked] = set()

    def known(self, asked: Asked) -> Known | None:
        """Return what is known of a crisis, or None where it is still being made, which this begins.

        Raises what went wrong, once; Crowded where too many are being made.
        """
        if asked in self._troubles:
            raise self._troubles.pop(asked)
        with self._lock:
            if asked in self._known:
                self._known.move_to_end(asked)
                return self._known[asked]
            if asked not in self._begun:
                if len(self._begun) >= MOST:
                    raise Crowded("Too many crises are being thought through. Wait for one")
                self._begun.add(asked)
                threading.Thread(target=self._make, args=(asked,), daemon=True, name="kaname-crisis").start()
        return None

    def _make(self, asked: Asked) -> None:
        try:
            with self._turn:
                made = self._think(asked)
        except Exception as trouble:
            self._troubles[asked] = trouble
        else:
            with self._lock:
                self._known[asked] = made
                while len(self._known) > self._kept:
                    self._known.popitem(last=False)
        finally:
            self._begun.discard(asked)


def thought_through(asked: Asked) -> Known:
    """Return a crisis with what each side sees on its eve and how plays without people end."""
    from kaname.compile.compiled import compile_study
    from kaname.study.crises.case import Case, eve_of
    from kaname.study.crises.pictures import pictures, rules_of
    from kaname.study.crises.play import play
    from kaname.study.ready import make_ready
    from kaname.words.axes import ENDINGS

    compiled = compile_study(asked.scenario, [asked.bargain])
    make_ready(asked.scenario)
    case = Case(compiled, asked.bargain, list(compiled.axes["contingency"]).index(asked.place), runs=THOUGHT)
    drawn = pictures(case, rules_of(case, eve_of(case)))
    many = replace(case, runs=PLAYED)
    return Known(case, drawn, Counter(ENDINGS[place] for place in play(many, eve_of(many)).ending))
