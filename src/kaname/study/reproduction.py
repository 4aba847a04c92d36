"""A replication package repeated here: inputs as the package has kept them, rows and numbers against its digests.

Idea: the package names the digest of every part, so that bits can be compared without the rows; where bits differ and
the rows are not in the package, the numbers of the summary say whether the two agree to 1e-9. What differs beforehand
(inputs, versions, machine) comes with the answer: it is the likely reason.
Reads: a package. Writes: the repetition, in `out` or in a temporary folder that goes. Errors: InputError.
"""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from shutil import rmtree

from kaname.core.errors import InputError
from kaname.core.temporary import temporary_folder
from kaname.store.manifest import SUMMARY, read_manifest, sound
from kaname.study.bundle_archive import WAY_OUT, unpacked
from kaname.study.comparison import check_workers, run_design
from kaname.study.kept_inputs import kept_design
from kaname.study.repeat import Agreement, agreement, repeatable
from kaname.study.runner import Progress


def reproduced(bundle: Path, out: Path | None = None, workers: int = 1, progress: Progress | None = None) -> Agreement:
    """Repeat the run of a package (into `out`, or into a temporary folder that goes) and compare the two."""
    check_workers(workers)
    with ExitStack() as after:
        aside = temporary_folder("reproduce")
        after.callback(rmtree, aside, ignore_errors=True)
        old = read_manifest(unpacked(bundle, aside / "package"))
        repeatable(old)
        old.require_key()
        if not sound(old.folder / SUMMARY, old.summary):
            raise InputError(f"{SUMMARY} is not as the manifest lists it", file=str(bundle), hint=WAY_OUT)
        design, names = kept_design(old, aside / "inputs")
        into = out or aside / "run"
        run_design(design, names, into, workers, progress)
        return agreement(old, read_manifest(into))
