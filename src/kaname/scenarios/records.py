"""A scenario and a bargain as checked values: what compile reads.

Everything here is plain and frozen; figures are resolved, names are still words. Money in figures is given in their own
units; time is in years and quarters of the calendar.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kaname.core.axes import Axis
from kaname.core.safe_yaml import Document
from kaname.core.units import MONTHS_A_QUARTER, QUARTERS_A_YEAR
from kaname.evidence.figures import Figure, Source


@dataclass(frozen=True)
class Start:
    """A calendar quarter: year and quarter 1 to 4."""

    year: int
    quarter: int


@dataclass(frozen=True)
class Actor:
    """A state (or a group of states) that takes part; its role in the alliance and what else marks it."""

    id: str
    name: str
    role: str
    flags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Contingency:
    """A crisis that may come: who challenges, whom, who guarantees, who hosts; facts for the law room.

    game: the game of moves that it is played by; the one of its own id where none is named.
    """

    id: str
    name: str
    theatre: str
    challenger: str
    target: str
    guarantor: str
    host: str | None = None
    supporters: tuple[str, ...] = ()
    case: tuple[str, ...] = ()
    game: str | None = None
    law: Mapping[str, Any] = field(default_factory=dict)
    neutral_note: str | None = None


@dataclass(frozen=True)
class Election:
    """An election by rule: in `month` of `first` and every so many years after (and before) it."""

    id: str
    every_years: int
    month: int
    first: int

    @property
    def side(self) -> str:
        """Return the side that votes: the first word of the rule's name."""
        return self.id.split("_")[0]

    def held_in(self, year: int, quarter: int) -> bool:
        """Return whether it is held in that quarter of the calendar."""
        in_quarter = (self.month - 1) // MONTHS_A_QUARTER + 1 == quarter
        return in_quarter and (year - self.first) % self.every_years == 0


@dataclass(frozen=True)
class AsIs:
    """Something that is already law or budgeted at the start."""

    what: str
    source: tuple[str, ...]


@dataclass(frozen=True)
class Scenario:
    """A checked scenario. `axes` holds actor, contingency and the scenario's own lists, by name.

    start_of: the scenario of which this is another start, where it is one. law_hours: what decisions take by law alone,
    by contingency and step, where no law book is asked; the rest of the law is then what `initial` says.
    """

    id: str
    title: str
    question: str
    start: Start
    years: int
    actors: Mapping[str, Actor]
    contingencies: Mapping[str, Contingency]
    axes: Mapping[str, Axis]
    initial: Mapping[str, Figure]
    parameters: Mapping[str, Figure]
    levers: Mapping[str, Figure]
    calendar: Mapping[str, Election]
    as_is: tuple[AsIs, ...]
    bargains: tuple[str, ...]
    sources: Mapping[str, Source]
    digest: str
    document: Document
    start_of: str | None = None
    law_hours: Figure | None = None

    @property
    def members(self) -> dict[str, tuple[str, ...]]:
        """Return the members of every axis, the model's fixed ones and the scenario's own, by axis name."""
        return {name: axis.members for name, axis in self.axes.items()}

    @property
    def quarters(self) -> int:
        """Length in quarters."""
        return self.years * QUARTERS_A_YEAR

    def of_role(self, role: str) -> tuple[str, ...]:
        """Return the ids of the actors of a role, in file order."""
        return tuple(actor.id for actor in self.actors.values() if actor.role == role)

    def figures(self) -> dict[str, Figure]:
        """Return every figure it uses itself, by id."""
        used = [*self.initial.values(), *self.parameters.values(), *self.levers.values()]
        used += [self.law_hours] if self.law_hours else []
        return {figure.id: figure for figure in used}


@dataclass(frozen=True)
class LeverChange:
    """One lever of a bargain.

    to: what is asked for; asks: more or less than before (what has been done already is not taken back), or that
    level. then: the lever when the author wrote, in its own unit. lag: from agreement to effect. price: by side, per
    unit of the lever, from the price list; cost: by side and year at the target, where the bargain says it itself (the
    price list is left aside then). consent: None for the lever's own rule. passage: the words that were read.
    """

    name: str
    to: Figure
    lag: Figure
    cost: Mapping[str, Figure] = field(default_factory=dict)
    consent: tuple[str, ...] | None = None
    source: tuple[str, ...] = ()
    judgement: str | None = None
    price: Mapping[str, Figure] = field(default_factory=dict)
    asks: str = "level"
    then: float | None = None
    passage: str | None = None


@dataclass(frozen=True)
class Coding:
    """One coder's reading of the author's prose as levers, laid out as the bargain's own are."""

    id: str
    coder: str
    levers: Mapping[str, LeverChange]
    note: str | None = None


@dataclass(frozen=True)
class Bargain:
    """A checked bargain."""

    id: str
    name: str
    summary: str
    adds: tuple[str, ...]
    levers: Mapping[str, LeverChange]
    author: str | None
    source: tuple[str, ...]
    judgement: str | None
    own_start: Start | None
    codings: Mapping[str, Coding]
    sources: Mapping[str, Source]
    digest: str
    document: Document

    def figures(self) -> dict[str, Figure]:
        """Return every figure it uses, codings included, by id."""
        used: list[Figure] = []
        for lever in self.levers.values():
            used += [lever.to, lever.lag, *lever.cost.values(), *lever.price.values()]
        for coding in self.codings.values():
            used += [lever.to for lever in coding.levers.values()]
        return {figure.id: figure for figure in used}
