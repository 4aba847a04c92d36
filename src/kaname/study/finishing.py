"""A run continued from its own folder: what is missing or damaged is made, from the inputs that it has kept.

Idea: the folder alone is enough, wherever it lies and whatever became of the user's files. What is here must be what
the run was made from; where it is not, the difference is named and nothing is written. The command, the files and the
makers that the manifest has stay. Reads, writes: the run's folder. Errors: InputError.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kaname.core.temporary import temporary_folder
from kaname.core.whole_files import sweep_parts
from kaname.store.manifest import SUMMARY, read_manifest, sound
from kaname.study.commands import found_folder
from kaname.study.kept_inputs import compiled_again, kept_design
from kaname.study.ready import make_ready
from kaname.study.robustness import robustness_spans
from kaname.study.runner import Explain, Progress, run


@dataclass(frozen=True)
class Finished:
    """made: parts and files that were lacking or damaged and are there now; swept: half-written files that went."""

    made: tuple[str, ...]
    swept: tuple[str, ...]


def finished(
    folder: Path, workers: int = 1, progress: Progress | None = None, explain: Explain | None = None
) -> Finished:  # fmt: skip
    """Make what a run lacks, and its summary again where that is damaged; in the object store where it lies in one."""
    place, folder = folder, found_folder(folder, anew=True)
    manifest = read_manifest(folder)
    manifest.require_key()
    design, names = kept_design(manifest, temporary_folder("repair"))
    compiled = compiled_again(manifest, design, names)
    spans = [*design.spans(), *robustness_spans(compiled, design)]
    lacking = [line.removesuffix(" is not listed") for line in manifest.unlisted(spans)] + manifest.damaged()
    if not manifest.summary or not sound(folder / SUMMARY, manifest.summary):
        lacking.append(SUMMARY)
    swept = [part.name for part in sweep_parts(folder)]
    if lacking:
        make_ready(design.scenario)
        run(design, compiled, place, manifest.command, workers, progress, manifest.files, explain)
    return Finished(tuple(lacking), tuple(swept))
