"""A run's folder looked at, mended, brought together, asked and handed on, as the commands do it.

Reads, writes: the folders named. Errors: InputError.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kaname.analysis.explained import explained
from kaname.analysis.folder import open_run
from kaname.api.progress import Told
from kaname.core.errors import InputError
from kaname.store.manifest import NAME, read_manifest
from kaname.store.objects import address_of
from kaname.study.commands import found_folder
from kaname.study.finishing import Finished, finished
from kaname.study.merging import merged
from kaname.verification.findings import Checked
from kaname.verification.folder import check_folder

SHARE = 0.01
LEVELS = {"BITS": "to the bit", "NEAR": "to 1e-9", "APART": "not"}


@dataclass(frozen=True)
class Verified:
    """Result of checking a run. checked: its files; futures: how many were run again; agreement: how far they agree
    ("to the bit", "to 1e-9", "not", or empty where none was run); apart: columns that differ; refused: why none was.
    """

    folder: Path
    checked: Checked
    futures: int = 0
    agreement: str = ""
    apart: tuple[str, ...] = ()
    refused: str = ""

    @property
    def ok(self) -> bool:
        """Return whether nothing is wrong."""
        return not self.checked.faults and not self.refused and self.agreement != LEVELS["APART"]

    def as_data(self) -> dict[str, Any]:
        """Return it as plain data."""
        checked = self.checked
        return {
            "folder": str(self.folder), "ok": self.ok, "key": checked.key, "files": checked.files, "rows": checked.rows,
            "numbers": checked.numbers, "faults": [{"file": one.file, "what": one.what} for one in checked.faults],
            "notes": checked.notes,
            "resimulated": {"futures": self.futures, "agreement": self.agreement, "apart": list(self.apart),
                            "refused": self.refused},
        }  # fmt: skip


def verified(folder: str | Path, resimulate: float = SHARE) -> Verified:
    """Check a run's folder by a reader that shares no code with its writer, then run a share of its futures again.

    resimulate: share of the futures, 0 (none) to 1 (all); nothing is run again where the files are not right.
    """
    check_share(resimulate)
    place = found_folder(Path(folder), anew=True)
    if not place.is_dir():
        raise InputError("there is no such folder", file=str(place), hint="Name the folder of a run.")
    if not (place / NAME).exists():
        raise InputError(f"the folder holds no run: no {NAME} lies there", file=str(place),
                         hint="Name the folder of a run.")  # fmt: skip
    checked = check_folder(place)
    if checked.faults or not resimulate:
        return Verified(place, checked)
    from kaname.study.resimulation import resimulated

    try:
        again = resimulated(read_manifest(place), resimulate)
    except InputError as trouble:
        return Verified(place, checked, refused=str(trouble))
    apart = tuple(f"{one.bargain} {one.arm} {one.column} in future {one.future}".replace("  ", " ")
                  for one in again.departures)  # fmt: skip
    return Verified(place, checked, again.futures, LEVELS[again.level.name], apart)


def check_share(share: float) -> None:
    """Raise InputError for a share outside 0..1."""
    if not 0.0 <= share <= 1.0:
        raise InputError(f"{share} is outside 0..1 (unit: share)", path="--resimulate",
                         hint="Write 0.01 for one future in a hundred.")  # fmt: skip


def repaired(folder: str | Path, workers: int = 2, progress: Told | None = None) -> Finished:
    """Make what a run lacks or has damaged, from what its folder has kept; say what that was."""
    return finished(Path(folder), workers, progress, lambda there: explained(open_run(there)))


def merge(
    folders: Sequence[str | Path], out: str | Path, workers: int = 2, progress: Told | None = None
) -> tuple[int, int, Path]:  # fmt: skip
    """Bring runs of the same inputs together in `out` and finish what only the whole can give.

    Returns (parts taken, parts made here, the folder). Raises InputError, with nothing written, where keys differ.
    """
    if address_of(out):
        raise InputError("runs are merged into a folder of this machine", path="--out", found=str(out),
                         hint="Name a folder of this machine.")  # fmt: skip
    place = Path(out)
    taken = merged([found_folder(Path(one)) for one in folders], place)
    done = repaired(place, workers, progress)
    return len(taken.manifest.chunks), sum(name.endswith(".parquet") for name in done.made), place
