"""Failure chains: how crises came to a bad end, counted from the event codes of the rows.

Idea: a row keeps the first eight events of its future, each (kind * 16 + place) * 16 + detail. A chain is one crisis:
from a challenge at a place to the ending at that place. Counts are of crises whose ending is among the eight events;
crises that begin there and end beyond are counted apart. Only futures 0-1999 are read. Clock: quarters, from 0.
Units: crises. Reads: event_1..8, quarter_1..8 and the names of kinds, places and details in the manifest. Writes:
nothing. Source: docs/reference/dataset.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from kaname.analysis.folder import RunFolder

EVENTS = 8
MOST = 2000
STRIDE = 16
FIRST, LAST = "challenge", "ending"
FAILURES = ("concession", "fait_accompli", "limited_war", "wide_war")

Step = tuple[str, str]


@dataclass(frozen=True)
class Event:
    """One stored event in words: kind, place (id of the member, or its number), what was done, quarter from 0."""

    kind: str
    place: str
    detail: str
    quarter: int


@dataclass(frozen=True)
class Chain:
    """One kind of crisis: place, steps (kind, detail) in order, how often, and the first future it happened in."""

    place: str
    steps: tuple[Step, ...]
    count: int
    example: int

    @property
    def ending(self) -> str:
        return self.steps[-1][1]

    def step(self, kind: str) -> str | None:
        """What was done at the first step of that kind."""
        return next((detail for name, detail in self.steps if name == kind), None)


@dataclass(frozen=True)
class Chains:
    """All failures under one bargain, commonest first. crises: those with a stored ending; open: without one."""

    chains: tuple[Chain, ...]
    crises: int
    open: int
    futures: int

    @property
    def failures(self) -> int:
        return sum(chain.count for chain in self.chains)


@dataclass(frozen=True)
class Names:
    """Words for the codes, as the manifest gives them; a number where it gives none."""

    kinds: Sequence[str]
    places: Mapping[str, Sequence[str]]
    details: Mapping[str, Sequence[str]]

    def event(self, code: int, quarter: int) -> Event:
        """The event of a code that is not 0."""
        number, place, detail = code // STRIDE**2, code // STRIDE % STRIDE, code % STRIDE
        kind = _member(self.kinds, number)
        return Event(
            kind, _member(self.places.get(kind, ()), place), _member(self.details.get(kind, ()), detail), quarter
        )


def names_of(model: Mapping[str, Any]) -> Names:
    """The words that a manifest's `model` gives for codes."""
    axes = model.get("axes", {})
    events = model.get("events", [])
    places = {event["name"]: axes.get(event.get("place") or "actor", ()) for event in events}
    details = {LAST: axes.get(LAST, ()), **model.get("details", {})}
    return Names([event["name"] for event in events], places, details)


def chains(run: RunFolder, bargain: str) -> Chains:
    """Failure chains of the futures that ran to their end under one bargain."""
    codes, quarters = event_rows(run, bargain)
    futures = np.flatnonzero(run.alive[bargain][: len(codes)])
    names = names_of(run.model)
    found: Counter[tuple[str, tuple[Step, ...]]] = Counter()
    first: dict[tuple[str, tuple[Step, ...]], int] = {}
    ended, unended = 0, 0
    for future in futures.tolist():
        crises, left = _crises(_events(names, codes[future], quarters[future]))
        ended, unended = ended + len(crises), unended + left
        for crisis in crises:
            if crisis[1][-1][1] in FAILURES:
                found[crisis] += 1
                first.setdefault(crisis, future)
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    told = tuple(Chain(place, steps, count, first[place, steps]) for (place, steps), count in ordered)
    return Chains(told, ended, unended, int(futures.size))


def story(run: RunFolder, bargain: str, future: int) -> list[Event]:
    """The stored events of one future in order."""
    codes, quarters = event_rows(run, bargain)
    return _events(names_of(run.model), codes[future], quarters[future])


def event_rows(run: RunFolder, bargain: str) -> tuple[np.ndarray, np.ndarray]:
    """Event codes and quarters of the first futures, each [futures, 8]."""
    codes = [f"event_{n + 1}" for n in range(EVENTS)]
    quarters = [f"quarter_{n + 1}" for n in range(EVENTS)]
    found = run.columns(bargain, codes + quarters, MOST)
    return np.stack([found[n] for n in codes], axis=1), np.stack([found[n] for n in quarters], axis=1)


def _events(names: Names, codes: np.ndarray, quarters: np.ndarray) -> list[Event]:
    return [names.event(code, quarter) for code, quarter in zip(codes.tolist(), quarters.tolist(), strict=True) if code]


def _crises(events: Sequence[Event]) -> tuple[list[tuple[str, tuple[Step, ...]]], int]:
    """Crises with an ending, and the number of those that are still open after the last stored event."""
    running: dict[str, list[Step]] = {}
    done: list[tuple[str, tuple[Step, ...]]] = []
    for event in events:
        if event.kind == FIRST:
            running[event.place] = [(FIRST, event.detail)]
        elif event.place in running:
            running[event.place].append((event.kind, event.detail))
            if event.kind == LAST:
                done.append((event.place, tuple(running.pop(event.place))))
    return done, len(running)


def _member(members: Sequence[str], place: int) -> str:
    return members[place] if place < len(members) else str(place)
