"""Stories from Python: given, when, then, beside what the model did.

Reads: a file of stories, scenario, evidence, bargains. Writes: nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kaname.api.comparison import WORKERS
from kaname.api.progress import Told, progress_of
from kaname.api.table import Table
from kaname.core.errors import InputError
from kaname.scenarios.stories import load_stories
from kaname.study.stories.sides import Sizes
from kaname.study.stories.told import Outcome, told

RUNS, FUTURES = 300, 150
MOST_RUNS, MOST_FUTURES = 10_000, 100_000


@dataclass(frozen=True)
class Stories:
    """Stories beside what was seen, in the order of their file.

    >>> [item.story.id for item in stories("crisis", runs=2).outcomes[:2]]
    ['guarantee_deters_taiwan', 'guarantee_deters_islets']
    """

    name: str
    scenario: str
    sizes: Sizes
    outcomes: tuple[Outcome, ...]

    @property
    def missed(self) -> tuple[Outcome, ...]:
        """Return those that the model does not tell as they were written."""
        return tuple(item for item in self.outcomes if not item.met)

    @property
    def table(self) -> Table:
        """Return one row per measure: story, what was asked, means of both sides, difference with its 95 % interval,
        verdict.
        """
        return Table.of_rows([
            {"id": item.story.id, "story": item.story.text, "measure": seen.measure, "asked": _words(seen.asked),
             "when": seen.when, "against": seen.against, "difference": seen.difference, "low": seen.low,
             "high": seen.high, "pairs": seen.pairs, "met": seen.met}
            for item in self.outcomes for seen in item.seen
        ])  # fmt: skip

    def as_data(self) -> dict[str, Any]:
        """Return all of it as plain data, as it is printed as JSON."""
        rows = self.table.arrow.to_pylist()
        notes = {item.story.id: {"because": item.story.because, "unless": item.story.unless} for item in self.outcomes}
        return {"format": 1, "stories": self.name, "scenario": self.scenario, "runs": self.sizes.runs,
                "futures": self.sizes.futures, "seed": self.sizes.seed,
                "seen": [{**row, **notes[row["id"]]} for row in rows]}  # fmt: skip


def stories(
    name: str | Path, *, runs: int = RUNS, futures: int = FUTURES, seed: int = 1, workers: int = WORKERS,
    progress: bool | Told = False,
) -> Stories:  # fmt: skip
    """Return the stories of a file beside what the model does.

    name: campaign, crisis, years, or a file; runs: of each campaign and crisis, 2 to 10,000; futures: pairs of whole
    futures, 2 to 100,000; progress: True, or a function called with (stories done, stories in all). Raises InputError
    or InputErrors, with file and line, before anything is run.

    >>> stories("campaign", runs=2).table.columns[:4]
    ('id', 'story', 'measure', 'asked')
    """
    for option, value, most in (("--runs", runs, MOST_RUNS), ("--futures", futures, MOST_FUTURES)):
        if not 2 <= value <= most:
            raise InputError(f"{value} is outside 2..{most}", path=option)
    asked = load_stories(name)
    sizes = Sizes(runs, futures, seed, workers)
    return Stories(str(name), asked.scenario, sizes, told(asked, sizes, progress_of(progress, "stories")))


def _words(asked: Any) -> str:
    return f"{asked[0]:g} to {asked[1]:g}" if isinstance(asked, tuple) else str(asked).replace("_", " ")
