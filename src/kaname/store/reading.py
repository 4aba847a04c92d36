"""Rows of a run read back: files looked at by their digest before they are used, columns over the files of a bargain.

What every future sampled is the same under all bargains; a run of format 2 holds it once, in the files of the first
bargain's chunks, one of format 1 beside the outcomes of each. A reader of columns need not know which.
Reads: the files that the manifest lists. Writes: nothing. Errors: InputError that names a file that is not as listed,
and the command that makes it again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from kaname.core.errors import InputError
from kaname.store.manifest import Chunk, Manifest, sound
from kaname.store.tables import read_columns

SAMPLED = "u."
"""How the name of a column of sampled figures begins."""


@dataclass
class Reader:
    """Reads the columns of a run; each file is compared with its digest once."""

    manifest: Manifest
    _looked_at: set[str] = field(default_factory=set)

    def columns(
        self, bargain: str, names: Sequence[str], arm: str = "", most: int | None = None
    ) -> dict[str, np.ndarray]:
        """Return the columns of the rows of a bargain, [futures] in id order; those of the chunks that begin before
        `most`.
        """
        apart = [name for name in names if self.manifest.format > 1 and name.startswith(SAMPLED)]
        rows = [name for name in names if name not in apart]
        columns = read_columns(self.files(bargain, "file", arm, most), rows) if rows or not apart else {}
        if apart:
            columns |= read_columns(self.files(self.manifest.bargains[0], "sampled", "", most), apart)
        return {name: columns[name] for name in names}

    def yearly(self, bargain: str, names: Sequence[str], arm: str = "") -> dict[str, np.ndarray]:
        """Return the columns of the yearly rows of a bargain; empty where none are stored."""
        return read_columns(self.files(bargain, "yearly", arm), names)

    def files(self, bargain: str, kind: str, arm: str = "", most: int | None = None) -> list[Path]:
        """Files of a kind of a bargain in the order of the futures, each as it is listed."""
        chunks = [c for c in self.manifest.of(bargain, arm) if most is None or c.span.first < most]
        return [self.file(chunk, kind) for chunk in chunks if kind in chunk.files]

    def file(self, chunk: Chunk, kind: str) -> Path:
        """Return the file of a kind of a chunk; InputError where it is not as the manifest lists it."""
        name = chunk.files[kind]
        path = self.manifest.folder / name
        if name not in self._looked_at:
            if not sound(path, chunk.digests[kind]):
                raise InputError(f"{name} is not as the manifest lists it", file=str(self.manifest.path),
                                 hint=self.manifest.way_out)  # fmt: skip
            self._looked_at.add(name)
        return path
