"""Influences on the differences that a page shows: drivers, turns and shares of variance of the leading ends.

Idea: every question is counted, since an interval must be the wider the more is asked. Only the first futures are used:
beyond some thousand a correlation is known well enough, and memory would grow with the run.
Units: correlations -1..1, shares. Reads: the differences of a view. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Any, Protocol

import numpy as np

from kaname.analysis.drivers import Driver, Turn, drivers, expand, standard_ranks, turn_of
from kaname.analysis.folder import RunFolder
from kaname.analysis.variance import squared
from kaname.report.words import plain_name
from kaname.words.catalogue import Catalogue

MOST_FOR_DRIVERS = 5_000
Key = tuple[str, int | None]


class Differences(Protocol):
    """The differences that a page shows, and what they are called (report.view.View is such)."""

    @property
    def run(self) -> RunFolder: ...
    @property
    def theories(self) -> Mapping[str, Sequence[str]]: ...
    @property
    def reference(self) -> str: ...
    @property
    def leading_ends(self) -> list[str]: ...
    @property
    def clear(self) -> list[tuple[str, str]]: ...
    @property
    def gaps(self) -> Mapping[str, Mapping[str, np.ndarray]]: ...
    @property
    def sampled(self) -> Mapping[str, Mapping[str, Any]]: ...
    @property
    def say(self) -> Catalogue: ...
    def words(self, column: str) -> str: ...
    def said_bargain(self, identity: str) -> str: ...


@dataclass(frozen=True)
class Influences:
    """The uncertain side of a view."""

    view: Differences

    @cached_property
    def _uncertain(self) -> dict[str, np.ndarray]:
        return (
            self.view.run.columns(self.view.run.reference, self.view.run.sampled, MOST_FOR_DRIVERS)
            if self.view.run.sampled
            else {}
        )

    @cached_property
    def _by_bargain(self) -> dict[str, tuple[dict[Key, np.ndarray], dict[Key, np.ndarray]]]:
        units = self.view.run.manifest.get("columns", {})
        switches = [name for name in self.view.run.sampled if units.get(name) == "switch"]
        found = {}
        for bargain in self.view.run.others:
            both = self.view.run.alive[bargain] & self.view.run.alive[self.view.run.reference]
            kept = {name: values[both[: values.size]] for name, values in self._uncertain.items()}
            columns = expand(kept, switches)
            found[bargain] = (columns, standard_ranks(columns))
        return found

    def tried(self, bargain: str) -> int:
        """Return how many sampled figures and theories are asked for their influence."""
        return len(self._by_bargain[bargain][0])

    def drivers(self, bargain: str, column: str) -> list[Driver]:
        """Return the drivers of a leading end's difference, strongest first."""
        return self._drivers[bargain, column]

    @cached_property
    def _drivers(self) -> dict[tuple[str, str], list[Driver]]:
        asked = product(self.view.run.others, self.view.leading_ends)
        return {
            (b, end): drivers(self.view.gaps[b][end], self._by_bargain[b][1], self.outcomes_asked) for b, end in asked
        }

    @property
    def outcomes_asked(self) -> int:
        """Return how many differences are asked for their drivers."""
        return max(1, len(self.view.leading_ends) * len(self.view.run.others))

    @cached_property
    def turns(self) -> list[tuple[str, str, Turn]]:
        """(bargain, end, turn) of the leading ends whose difference turns on a driver, be it clear or not."""
        asked = [(b, end, self.turn(b, end)) for end in self.view.leading_ends for b in self.view.run.others]
        return [(b, end, turn) for b, end, turn in asked if turn is not None]

    @cached_property
    def asked(self) -> list[tuple[str, str]]:
        """(bargain, end) whose drivers are shown: those that turn, that something moves, the other clear ones."""
        moved = [one for one in self.view.clear if any(driver.clear for driver in self.drivers(*one)[:1])]
        return list(dict.fromkeys([*((b, end) for b, end, _ in self.turns), *moved, *self.view.clear]))

    def turn(self, bargain: str, column: str) -> Turn | None:
        """Return the first driver on which the difference turns, if any."""
        columns, _ = self._by_bargain[bargain]
        for driver in (one for one in self.drivers(bargain, column) if one.clear):
            values = columns[driver.column, driver.member]
            turn = turn_of(
                self.view.gaps[bargain][column][: values.size], driver, values, len(columns) * self.outcomes_asked
            )
            if turn:
                return turn
        return None

    @cached_property
    def explained(self) -> list[tuple[str, dict[str, float], int]]:
        """(words, r^2 by column, futures): the leading ends under the reference, and each clear difference."""
        alive = self.view.run.alive[self.view.run.reference]
        levels = self.view.run.columns(self.view.run.reference, self.view.leading_ends, MOST_FOR_DRIVERS)
        sampled = {name: values[alive[: values.size]] for name, values in self._uncertain.items()}
        asked = [
            (f"{self.view.words(end)}, {self.view.reference}", levels[end][alive[: levels[end].size]], sampled)
            for end in self.view.leading_ends
        ]
        for bargain, end in self.view.clear:
            both = alive & self.view.run.alive[bargain]
            kept = {name: values[both[: values.size]] for name, values in self._uncertain.items()}
            asked.append(
                (
                    self.view.say(
                        "page-explained", outcome=self.view.words(end), bargain=self.view.said_bargain(bargain)
                    ),
                    self.view.gaps[bargain][end],
                    kept,
                )
            )
        found = [(words, squared(values, columns), values.size) for words, values, columns in asked]
        return [one for one in found if one[1]]

    def driver_name(self, driver: Driver) -> str:
        """Return a figure in words, or the theory of a switch."""
        said = self.view.sampled.get(driver.column, {})
        name = plain_name(str(said.get("name", driver.column.removeprefix("u.")))).replace(".", ", ")
        if driver.member is None:
            return name
        theories = self.view.theories.get(driver.column, ())
        theory = theories[driver.member] if driver.member < len(theories) else f"theory {driver.member + 1}"
        return f"{name}: {plain_name(theory)}"
