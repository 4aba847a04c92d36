"""Tables of a run for export, part by part: columns with unit and label, rows without failed futures.

    outcomes   bargain, future, every outcome        sampled   future, what it drew
    yearly     bargain, future, year, outcomes that are followed over time
    failures   bargain, future, failed_field, failed_quarter of the futures that the others leave out

Idea: a failed future may hold what is no number, which misleads a regression without a word, so it stands in `failures`
alone. Parts are given one after the other, so that memory does not grow with the run.
Units: those of the manifest. Reads: the files of a run. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from kaname.analysis.folder import RunFolder
from kaname.store.manifest import Chunk
from kaname.store.reading import SAMPLED, Reader
from kaname.store.tables import read_columns

KEYS = {"bargain": "Bargain", "future": "Number of the future", "year": "Calendar year, end of the year"}
FAILED = ("failed_field", "failed_quarter")
TABLES = ("outcomes", "yearly", "sampled", "failures")
Block = dict[str, np.ndarray]


@dataclass(frozen=True)
class Column:
    """A column: its name in the run, its unit (empty for words and ids), what it is in one sentence."""

    name: str
    unit: str = ""
    label: str = ""

    @property
    def is_text(self) -> bool:
        """Return whether its cells are words."""
        return self.name in ("bargain", "failed_field")

    @property
    def is_whole(self) -> bool:
        """Return whether its cells are whole numbers."""
        return self.name in ("future", "year", "failed_quarter")


def columns_of(run: RunFolder, table: str) -> list[Column]:
    """Return the columns of a table, keys first."""
    names = {
        "outcomes": list(run.summary["bargains"][run.reference]["outcomes"]),
        "yearly": list(run.stored_yearly()),
        "sampled": list(run.sampled),
        "failures": list(FAILED),
    }[table]
    keys = {"sampled": ("future",), "yearly": ("bargain", "future", "year")}.get(table, ("bargain", "future"))
    return [*(Column(key, "", KEYS[key]) for key in keys), *(_column(run, name) for name in names)]


def _column(run: RunFolder, name: str) -> Column:
    unit = str(run.record.columns.get(name, ""))
    outcome, _, member = name.partition(".")
    if name.startswith(SAMPLED):
        return Column(name, unit, f"Sampled: {name.removeprefix(SAMPLED)}")
    said = run.summary["outcomes"].get(outcome)
    if said is None:
        return Column(name, unit, {"failed_field": "State variable that left its range",
                                   "failed_quarter": "Quarter in which it did, from 0"}.get(name, ""))  # fmt: skip
    return Column(name, unit, f"{member}: {said['sentence']}" if member else said["sentence"])


def blocks_of(run: RunFolder, table: str) -> Iterator[Block]:
    """Yield the rows of a table part by part, in the order of bargains and futures."""
    reader, names = Reader(run.record), [column.name for column in columns_of(run, table)]
    bargains = run.bargains if table != "sampled" else run.bargains[:1]
    kind = {"yearly": "yearly", "sampled": "sampled"}.get(table, "file")
    for bargain in bargains:
        for chunk in run.record.of(bargain):
            if kind in chunk.files:
                columns = read_columns([reader.file(chunk, kind)], names)
                yield _kept(columns, _alive(reader, chunk), table, chunk.span.first)


def _alive(reader: Reader, chunk: Chunk) -> np.ndarray:
    return read_columns([reader.file(chunk, "file")], ["failed_quarter"])["failed_quarter"] < 0


def _kept(block: Block, alive: np.ndarray, table: str, first: int) -> Block:
    if table == "sampled":
        return block
    mask = alive[block["future"] - first]
    return {name: values[~mask if table == "failures" else mask] for name, values in block.items()}


def about(run: RunFolder) -> dict[str, Any]:
    """Return what an exported file says of its run: key, scenario, seed, command, version."""
    return {
        "key": run.record.key, "scenario": run.summary["scenario"], "seed": run.summary["seed"],
        "futures": run.summary["futures"], "reference": run.reference, "command": run.record.command,
        "kaname": run.record.makers[0].versions.get("kaname", ""),
    }  # fmt: skip
