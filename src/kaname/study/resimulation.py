"""A share of a run's stored futures run again here and held against their rows, column by column.

Idea: digests show that a file is the one that was listed, not that its rows are what the inputs give. Futures are drawn
from the run's key, so that the same check looks at the same futures; every bargain, and of every check one future, is
looked at. Reads: the run's files, the engine. Writes: nothing. Errors: InputError where the run was made from other
inputs than are here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from kaname.compile.compiled import Compiled
from kaname.core.temporary import temporary_folder
from kaname.store.manifest import Chunk, Manifest
from kaname.store.reading import Reader
from kaname.store.spans import Span
from kaname.store.tables import read_table
from kaname.study.chunk import compute, row_columns
from kaname.study.design import Design
from kaname.study.draws import Draws
from kaname.study.kept_inputs import compiled_again, kept_design
from kaname.study.ready import make_ready
from kaname.study.repeat import Departure, Level, departures
from kaname.study.robustness import arm_of


@dataclass
class Resimulated:
    """futures: how many were run again, of the run and of its checks; departures: columns that differ."""

    futures: int = 0
    departures: list[Departure] = field(default_factory=list)

    @property
    def level(self) -> Level:
        """Return how far what was run again agrees: the worst of all."""
        return max(
            (departure.level for departure in self.departures), key=lambda level: level.value, default=Level.BITS
        )


def resimulated(manifest: Manifest, share: float) -> Resimulated:
    """Run again a share (0..1) of the futures of every bargain, one at least, and one of every check."""
    design, names = kept_design(manifest, temporary_folder("verify"))
    compiled = compiled_again(manifest, design, names)
    make_ready(design.scenario)
    found, reader, draws = Resimulated(), Reader(manifest), Draws()
    for arm, numbers in _chosen(manifest, share):
        comparison = arm_of(compiled, design, arm, manifest.levelled)
        for chunk in [one for one in manifest.ordered() if one.span.arm == arm]:
            inside = [n for n in numbers if chunk.span.first <= n <= chunk.span.last]
            _compare(found, reader, chunk, inside, comparison, design, draws)
    return found


def _chosen(manifest: Manifest, share: float) -> Iterator[tuple[str, list[int]]]:
    """(arm, numbers of the futures): of the run itself by the share, of each arm the first."""
    futures = int(manifest.inputs["futures"])
    count = min(futures, max(1, round(share * futures)))
    chance = np.random.default_rng(int(manifest.key, 16))
    yield "", sorted(map(int, chance.choice(futures, count, replace=False)))
    yield from ((arm, [0]) for arm in sorted({chunk.span.arm for chunk in manifest.chunks.values()} - {""}))


def _compare(
    found: Resimulated, reader: Reader, chunk: Chunk, numbers: list[int], compiled: Compiled, design: Design,
    draws: Draws,
) -> None:  # fmt: skip
    if not numbers:
        return
    stored = read_table(reader.file(chunk, "file"))
    apart = read_table(reader.file(chunk, "sampled")) if "sampled" in chunk.files else {}
    for number in numbers:
        span = Span(chunk.span.bargain, number, number, chunk.span.arm)
        made: dict[str, Any] = row_columns(compiled, design, span, compute(compiled, design, span, None, draws))
        place = slice(number - chunk.span.first, number - chunk.span.first + 1)
        left = {name: values[place] for name, values in {**stored, **apart}.items()}
        if apart:
            made |= draws.of(compiled, design.seed, number, 1)
        made = {
            name: np.array(values, dtype=left[name].dtype if name in left else None) for name, values in made.items()
        }
        found.departures += departures(left, made, chunk.files["file"], span.arm, span.bargain)
        found.futures += 1
