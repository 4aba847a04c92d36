"""Stories beside what was seen: for each, what was asked of its measures, what they did, and whether that is met.

A direction is met where the 95 % interval of the paired difference lies wholly on its side of zero (`not_lower` and
`not_higher`: where it does not lie wholly on the other); `same` is equality in every pair; a level is met where the
mean of the side of `when` lies in it. A story is met where all that it asks is.
Reads: Stories. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from kaname.core.errors import Findings, InputError
from kaname.core.intervals import mean_interval
from kaname.scenarios.stories import Stories, Story
from kaname.study.ready import make_ready
from kaname.study.stories.sides import Sides, Sizes

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Seen:
    """Result of one measure: the means of both sides, their paired difference with its 95 % interval, the pairs."""

    measure: str
    asked: Any
    when: float
    against: float
    difference: float
    low: float
    high: float
    pairs: int
    differing: int

    @property
    def met(self) -> bool:
        """Return whether that is what was asked."""
        if isinstance(self.asked, tuple):
            low, high = self.asked
            return bool(low <= self.when <= high)
        return {
            "lower": self.high < 0.0, "higher": self.low > 0.0, "not_lower": self.high >= 0.0,
            "not_higher": self.low <= 0.0, "same": self.differing == 0, "differs": self.differing > 0,
        }[self.asked]  # fmt: skip


@dataclass(frozen=True)
class Outcome:
    """A story and what was seen of each of its measures."""

    story: Story
    seen: tuple[Seen, ...]

    @property
    def met(self) -> bool:
        """Return whether everything that the story asks was seen."""
        return all(measure.met for measure in self.seen)


def told(stories: Stories, sizes: Sizes = Sizes(), progress: Progress | None = None) -> tuple[Outcome, ...]:
    """Return every story beside what was seen, in the order of the file.

    progress: called with (stories done, stories in all). Raises InputErrors with file and line, before anything is
    run, for every side or measure that cannot be.
    """
    sides = Sides(stories.scenario, sizes)
    _check(stories, sides)
    make_ready(stories.scenario)
    outcomes = []
    for place, story in enumerate(stories.stories, 1):
        outcomes.append(Outcome(story, tuple(_seen(sides, story, measure) for measure in story.then)))
        if progress:
            progress(place, len(stories.stories))
    return tuple(outcomes)


def _check(stories: Stories, sides: Sides) -> None:
    findings = Findings()
    for story in stories.stories:
        try:
            sides.check(story)
        except InputError as trouble:
            trouble.file, trouble.line = story.file, story.line
            trouble.path = f"{story.id}: {trouble.path}" if trouble.path else story.id
            findings.add(trouble)
    findings.raise_if_any()


def _seen(sides: Sides, story: Story, measure: str) -> Seen:
    when, against = sides.pair(story, measure)
    gap = when - against
    mean, _, half = mean_interval(gap)
    return Seen(measure, story.then[measure], float(np.mean(when)), float(np.mean(against)), float(mean),
                float(mean - half), float(mean + half), len(gap), int(np.count_nonzero(gap)))  # fmt: skip
