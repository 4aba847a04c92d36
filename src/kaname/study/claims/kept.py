"""Rows of an audit kept in a folder, so that a stopped audit continues, and a page can be made again.

Idea: one file an arm, named by the digest of all that its rows depend on (arm, design, seed, figures, the model's own
sources); another model or another arm finds nothing and runs. Reads, writes: FOLDER/rows/*.npz. Errors: InputError
where the folder cannot be written; a file that cannot be read is run again.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from kaname.core.user_file import output_folder
from kaname.core.whole_files import sweep_parts, written_aside

ROWS = "rows"


@dataclass(frozen=True)
class Kept:
    """A folder of rows."""

    folder: Path

    @classmethod
    def under(cls, out: Path) -> Kept:
        """Return the rows kept under an output folder, made where it is missing."""
        folder = output_folder(output_folder(out, "--out") / ROWS, "--out")
        sweep_parts(folder)
        return cls(folder)

    def load(self, key: str) -> dict[str, np.ndarray]:
        """Return what is kept under a key: outcome -> float64[future], nothing where there is none."""
        try:
            with self._path(key).open("rb") as file, np.load(file, allow_pickle=False) as stored:
                return {name: stored[name] for name in stored.files}
        except (OSError, ValueError, EOFError, KeyError, zipfile.BadZipFile):
            return {}

    def save(self, key: str, columns: Mapping[str, np.ndarray]) -> None:
        """Keep columns under a key, whole or not at all."""
        with written_aside(self._path(key)) as part, part.open("wb") as file:
            np.savez(file, allow_pickle=False, **dict(columns))

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.npz"
