"""Selection of a future's events: by place, actor, kind of event and time; and what two futures share.

Idea: a person types words; each is a contingency, an actor, a kind of event, or a time (2031, 2031Q2, 2028..2031).
Words of one sort widen the choice, words of different sorts narrow it. Two tellings are compared event by event within
a quarter, by what happened and not by the numbers behind it.
Clock: quarters. Reads: events as plain data. Writes: nothing. Errors: InputError with the nearest word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kaname.core.errors import InputError, unknown_name
from kaname.scenarios.records import QUARTERS_A_YEAR
from kaname.words.events import KINDS

TIME = re.compile(r"(\d{4})(?:[Qq]([1-4]))?")
SPAN = ".."
THOUGHTS = ("estimate", "option")
"""Kinds of events that tell what was weighed, not what was done."""
CODED = frozenset(
    (
        "move", "move_made", "move_seen", "ply", "choice", "ending", "state", "class", "class_of_arms", "law", "lever",
        "about", "administration",
    )
)  # fmt: skip
"""Terms that say what happened, not how likely it was."""
Event = Mapping[str, Any]


@dataclass(frozen=True)
class Selection:
    """Selection of events; an empty part selects everything. times: (first, last) quarters, counted year * 4 +
    quarter.
    """

    places: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    times: tuple[tuple[int, int], ...] = ()

    def takes(self, event: Event) -> bool:
        """Return whether an event (with year, season, place, actor and kind) is wanted."""
        when = event["year"] * QUARTERS_A_YEAR + event["season"]
        return (
            (not self.places or event["place"] in self.places)
            and (not self.actors or event["actor"] in self.actors)
            and (not self.kinds or event["kind"] in self.kinds)
            and (not self.times or any(first <= when <= last for first, last in self.times))
        )


def selection_of(words: Iterable[str], axes: Mapping[str, Sequence[str]], path: str = "--only") -> Selection:
    """Return the selection that words make. axes: members by axis. InputError for a word that is none of the four
    sorts.
    """
    places = {member for axis in {kind.place for kind in KINDS if kind.place} for member in axes.get(axis, ())}
    actors, kinds = set(axes["actor"]), {kind.name for kind in KINDS}
    sorts: dict[str, set[str]] = {"places": set(), "actors": set(), "kinds": set()}
    times: list[tuple[int, int]] = []
    for word in words:
        span = _span(word, path)
        homes = [sort for sort, known in (("places", places), ("actors", actors), ("kinds", kinds)) if word in known]
        if span is not None:
            times.append(span)
        elif homes:
            sorts[homes[0]].add(word)
        else:
            raise unknown_name("a place, an actor, a kind of event or a time", word,
                               [*axes["contingency"], *axes["actor"], *sorted(kinds)], path=path)  # fmt: skip
    return Selection(**{sort: frozenset(found) for sort, found in sorts.items()}, times=tuple(times))


def _span(word: str, path: str) -> tuple[int, int] | None:
    first, dots, last = word.partition(SPAN)
    ends = [TIME.fullmatch(end) for end in ((first, last) if dots else (first, first))]
    if ends[0] is None or ends[1] is None:
        return None
    begin = int(ends[0][1]) * QUARTERS_A_YEAR + int(ends[0][2] or 1)
    end = int(ends[1][1]) * QUARTERS_A_YEAR + int(ends[1][2] or QUARTERS_A_YEAR)
    if end < begin:
        raise InputError(f"{word} ends before it begins", path=path, found=word, hint="For example 2028..2031.")
    return begin, end


def told_apart(left: Sequence[Event], right: Sequence[Event]) -> list[tuple[str, Event]]:
    """(side, event) of what happened on one side alone, "left" or "right", in the order of the quarters.

    The same event is one of the same quarter, kind, step, actor, place and move; its probabilities may differ. What a
    side only thought of (THOUGHTS) is left out.
    """
    left, right = ([event for event in events if event["kind"] not in THOUGHTS] for events in (left, right))
    counts = {"left": Counter(map(_happened, left)), "right": Counter(map(_happened, right))}
    spare = {"left": counts["left"] - counts["right"], "right": counts["right"] - counts["left"]}
    found: list[tuple[str, Event]] = []
    for side, events in (("left", left), ("right", right)):
        for event in events:
            key = _happened(event)
            if spare[side][key] > 0:
                spare[side][key] -= 1
                found.append((side, event))
    return sorted(found, key=lambda one: (one[1]["quarter"], one[1]["step"], one[0]))


def _happened(event: Event) -> tuple[Any, ...]:
    codes = tuple(sorted((name, value) for name, value in event["terms"].items() if name in CODED))
    return event["quarter"], event["kind"], event["step"], event["actor"], event["place"], codes
