"""A finished run made again from its manifest, in a folder of its own, to be compared with the first.

Idea: a run is repeated from what it has kept: its inputs, its command, and the text of the user's own files, so that it
may have moved to another folder or machine. What is wrong with the run itself is found before anything is run.
Reads: the run's folder. Writes: the repetition. Errors: InputError for a manifest that does not say how the run was
made; Unsound where the run is not whole.
"""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from shutil import rmtree

from kaname.core.temporary import temporary_folder
from kaname.store.manifest import read_manifest
from kaname.study.comparison import check_workers, compiled_of, run_design
from kaname.study.kept_inputs import kept_design
from kaname.study.repeat import Agreement, agreement, faults, repeatable
from kaname.study.robustness import robustness_spans
from kaname.study.runner import Progress

NEW = "NEW_FOLDER"


class Unsound(Exception):
    """A run that is not what its manifest says. faults: in words; way_out: what mends it."""

    def __init__(self, faults: list[str], way_out: str) -> None:
        super().__init__("; ".join(faults))
        self.faults, self.way_out = faults, way_out


def repeated(folder: Path, out: Path | None = None, workers: int = 1, progress: Progress | None = None) -> Agreement:
    """Make the run in `folder` again (into `out`, or into a temporary folder that goes) and compare the two."""
    check_workers(workers)
    old = read_manifest(folder)
    repeatable(old)
    if old.listed_key != old.key:
        raise Unsound(faults(old, []), f"Run its command again into a new folder: {old.command_into(NEW)}")
    with ExitStack() as after:
        aside = temporary_folder("check")
        after.callback(rmtree, aside, ignore_errors=True)
        design, names = kept_design(old, aside)
        found = faults(old, [*design.spans(), *robustness_spans(compiled_of(design, names), design)])
        if found:
            raise Unsound(found, old.way_out)
        into = out or aside / "run"
        run_design(design, names, into, workers, progress)
        return agreement(old, read_manifest(into))
