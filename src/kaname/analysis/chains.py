"""Failure chains: how crises came to a bad end, counted from the event codes of the rows.

Idea: a row keeps the first eight events of its future, each (kind * 16 + place) * 16 + detail: the moves of crises in
arms, and every ending but the status quo. A chain is one crisis: the moves at a place from the challenge on, and the
ending there; a crisis that ended badly short of arms is a chain of its ending alone. Moves without an ending are a
crisis that ended in the status quo, unless the row is full: then it may have continued, and is counted apart. A second
answer of the same kind in one crisis is named KIND_again. Only futures 0-1999 are read. Clock: quarters, from 0.
Units: crises. Reads: event_1..8, quarter_1..8 and the names of kinds, places and details in the manifest. Writes:
nothing. Source: docs/reference/dataset.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from kaname.analysis.folder import RunFolder
from kaname.words.events import CHAIN_LENGTH, CODE_STRIDE

MOST = 2000
FIRST, LAST = "challenge", "ending"
AGAIN = "_again"
FAILURES = ("concession", "fait_accompli", "limited_war", "wide_war")

BAD_ENDS = tuple((LAST, ending) for ending in FAILURES)

Step = tuple[str, str]
Key = tuple[str, tuple[Step, ...]]


@dataclass(frozen=True)
class Event:
    """One stored event in words: kind, place ('' where the kind has none), what was done, its code; quarter from 0."""

    kind: str
    place: str
    detail: str
    quarter: int
    number: int = 0


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
        """Return what was done at the first step of that kind."""
        return next((detail for name, detail in self.steps if name == kind), None)


@dataclass(frozen=True)
class Chains:
    """All failures under one bargain, commonest first. armed: stored crises in arms, however they ended; open: those
    that may have continued beyond the stored events; full: futures that fill their row, half of them by quarter
    full_by.
    """

    chains: tuple[Chain, ...]
    armed: int
    open: int
    futures: int
    full: int = 0
    full_by: int | None = None

    @property
    def in_arms(self) -> tuple[Chain, ...]:
        """Return the failures that began with a challenge in arms, commonest first."""
        return tuple(chain for chain in self.chains if chain.step(FIRST))

    @property
    def failures(self) -> int:
        return sum(chain.count for chain in self.chains)


@dataclass(frozen=True)
class Names:
    """Words for the codes, as the manifest gives them; a number where it gives none."""

    kinds: Sequence[str]
    places: Mapping[str, Sequence[str] | None]
    details: Mapping[str, Sequence[str]]

    def event(self, code: int, quarter: int) -> Event:
        """Return the event of a code that is not 0."""
        number, place = code // CODE_STRIDE**2, code // CODE_STRIDE % CODE_STRIDE
        detail = code % CODE_STRIDE
        kind = _member(self.kinds, number)
        members = self.places.get(kind, ())
        where = "" if members is None else _member(members, place)
        return Event(kind, where, _member(self.details.get(kind, ()), detail), quarter, detail)

    def again(self, event: Event) -> Event:
        """Return the same event, marked as a second answer."""
        kind = event.kind + AGAIN
        return replace(event, kind=kind, detail=_member(self.details.get(kind, ()), event.number))


def names_of(model: Mapping[str, Any]) -> Names:
    """Return the words that a manifest's `model` gives for codes."""
    axes = model.get("axes", {})
    events = model.get("events", [])
    places = {event["name"]: axes.get(event["place"], ()) if event.get("place") else None for event in events}
    details = {LAST: axes.get(LAST, ()), **model.get("details", {})}
    return Names([event["name"] for event in events], places, details)


def chains(run: RunFolder, bargain: str) -> Chains:
    """Failure chains of the futures that ran to their end under one bargain."""
    codes, quarters = event_rows(run, bargain)
    futures = np.flatnonzero(run.alive[bargain][: len(codes)])
    names = names_of(run.model)
    found: Counter[Key] = Counter()
    first: dict[Key, int] = {}
    armed, unended = 0, 0
    for future in futures.tolist():
        crises, left = _crises(_events(names, codes[future], quarters[future]))
        armed, unended = armed + sum(steps[0][0] == FIRST for _, steps in crises), unended + left
        for crisis in crises:
            if crisis[1][-1] in BAD_ENDS:
                found[crisis] += 1
                first.setdefault(crisis, future)
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    told = tuple(Chain(place, steps, count, first[place, steps]) for (place, steps), count in ordered)
    last = quarters[futures, CHAIN_LENGTH - 1][codes[futures, CHAIN_LENGTH - 1] > 0]
    by = int(np.median(last)) if last.size else None
    return Chains(told, armed, unended, int(futures.size), int(last.size), by)


def story(run: RunFolder, bargain: str, future: int) -> list[Event]:
    """Return the stored events of one future in order."""
    codes, quarters = event_rows(run, bargain)
    return _events(names_of(run.model), codes[future], quarters[future])


def event_rows(run: RunFolder, bargain: str) -> tuple[np.ndarray, np.ndarray]:
    """Event codes and quarters of the first futures, each [futures, 8]."""
    codes = [f"event_{n + 1}" for n in range(CHAIN_LENGTH)]
    quarters = [f"quarter_{n + 1}" for n in range(CHAIN_LENGTH)]
    found = run.columns(bargain, codes + quarters, MOST)
    return np.stack([found[n] for n in codes], axis=1), np.stack([found[n] for n in quarters], axis=1)


def _events(names: Names, codes: np.ndarray, quarters: np.ndarray) -> list[Event]:
    """Return the events of a row; the second answer of a kind since the challenge at its place is marked as such."""
    events: list[Event] = []
    seen: dict[str, set[str]] = {}
    for code, quarter in zip(codes.tolist(), quarters.tolist(), strict=True):
        if not code:
            continue
        event = names.event(code, quarter)
        if event.kind in (FIRST, LAST):
            seen[event.place] = set()
        elif event.kind in seen.setdefault(event.place, set()):
            event = names.again(event)
        seen[event.place].add(event.kind)
        events.append(event)
    return events


def _crises(events: Sequence[Event]) -> tuple[list[Key], int]:
    """Return all crises of a row, and how many more may have continued beyond it (not among the former)."""
    running: dict[str, list[Step]] = {}
    done: list[Key] = []
    for event in events:
        if event.kind == FIRST and event.place in running:
            done.append((event.place, tuple(running.pop(event.place))))
        if event.kind == FIRST or event.place in running or event.kind == LAST:
            running.setdefault(event.place, []).append((event.kind, event.detail))
        if event.kind == LAST:
            done.append((event.place, tuple(running.pop(event.place))))
    cut = {events[-1].place} & set(running) if len(events) == CHAIN_LENGTH else set()
    done += [(place, tuple(steps)) for place, steps in running.items() if place not in cut]
    return done, len(cut)


def _member(members: Sequence[str], place: int) -> str:
    return members[place] if place < len(members) else str(place)
