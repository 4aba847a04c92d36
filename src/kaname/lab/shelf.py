"""Shelf: the finished runs in the folder of runs: what each compared, one removed, two beside each other.

Idea: a run is known by the name of its folder, and only folders that were listed are opened or removed.
Reads: manifests, rows of two runs. Writes: nothing; removes the folder of a run. Errors: InputError for a name that is
not on the shelf, and for a run that another command is writing.
"""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kaname.core.errors import InputError, unknown_name
from kaname.lab.picture import ENDS, columns_shown
from kaname.lab.setting import scenario_of
from kaname.scenarios.load import shipped_scenarios
from kaname.store.manifest import NAME, read_manifest
from kaname.store.owner import owned
from kaname.words.outcomes import BY_NAME

if TYPE_CHECKING:
    from kaname.api.run import Run

REPORT = "report.html"
END = "end"
INPUTS = "-inputs"
"""What follows the name of a run in the name of the folder of its own bargain files."""


@dataclass(frozen=True)
class Shelved:
    """A run on the shelf; day: when its manifest was last written; trouble: why it cannot be read, if it cannot."""

    name: str
    day: dt.date
    scenario: str = ""
    bargains: tuple[str, ...] = ()
    futures: int = 0
    command: str = ""
    report: bool = False
    complete: bool = False
    trouble: str = ""


@dataclass(frozen=True)
class Level:
    """An outcome under a bargain in two runs: mean, low and high (95 %) of each."""

    bargain: str
    outcome: str
    first: tuple[float, float, float]
    second: tuple[float, float, float]

    @property
    def apart(self) -> bool:
        """Return whether the two intervals share no number."""
        return self.first[1] > self.second[2] or self.second[1] > self.first[2]


def shelf(runs: Path) -> list[Shelved]:
    """Return the runs of a folder, the last written first."""
    if not runs.is_dir():
        return []
    folders = [path for path in runs.iterdir() if path.is_dir() and not path.is_symlink() and (path / NAME).is_file()]
    return sorted(map(_shelved, folders), key=lambda run: (run.day, run.name), reverse=True)


def folder_of(runs: Path, name: str) -> Path:
    """Return the folder of a run on the shelf; InputError for any other name."""
    names = [run.name for run in shelf(runs)]
    if name not in names:
        raise unknown_name("a run on this disk", name, names, path="run")
    return runs / name


def remove(runs: Path, name: str) -> None:
    """Remove a run with all its files; InputError where a command is at work in it."""
    folder = folder_of(runs, name)
    with owned(folder, _busy):
        for path in sorted(folder.iterdir()):
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    shutil.rmtree(folder, ignore_errors=True)
    shutil.rmtree(runs / f"{name}{INPUTS}", ignore_errors=True)


def levels(first: Run, second: Run) -> list[Level]:
    """Return what the allies hold or lose under the bargains that both runs have, in the order of the first."""
    mine, other = _means(first), _means(second)
    return [Level(*key, mine[key], other[key]) for key in mine if key in other]


def _means(run: Run) -> dict[tuple[str, str], tuple[float, float, float]]:
    table = run.means()
    rows = zip(*(table[name].tolist() for name in ("bargain", "outcome", "mean", "low", "high")), strict=True)
    return {(bargain, outcome): (mean, low, high)
            for bargain, outcome, mean, low, high in rows if low is not None and _is_shown(run, outcome)}  # fmt: skip


def _is_shown(run: Run, column: str) -> bool:
    """Return whether a column is an end, and one of the allies' own where the scenario is known."""
    if run.scenario in shipped_scenarios():
        return column in columns_shown(scenario_of(run.scenario))[ENDS]
    return BY_NAME[column.partition(".")[0]].role == END


def _shelved(folder: Path) -> Shelved:
    day = dt.date.fromtimestamp((folder / NAME).stat().st_mtime)
    try:
        record = read_manifest(folder)
        inputs = record.inputs
        return Shelved(
            folder.name, day, str(inputs["scenario"]), tuple(map(str, inputs["bargains"])), int(inputs["futures"]),
            record.command, (folder / REPORT).is_file(), record.complete,
        )  # fmt: skip
    except (InputError, KeyError, TypeError, ValueError) as trouble:
        return Shelved(folder.name, day, trouble=str(trouble))


def _busy() -> None:
    raise InputError("a command is at work in this run", path="run", hint="Wait for its end, or stop it first.")
