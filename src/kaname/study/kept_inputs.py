"""A run compiled again from what its folder has kept: its inputs, its command, the text of the user's own files.

Reads: the run's manifest, the package's data. Writes: the user's files into the folder given. Errors: InputError where
the manifest does not say how the run was made, or what is here now is not what the run was made from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kaname.compile.compiled import Compiled
from kaname.core.errors import InputError
from kaname.scenarios.own_files import laid_out
from kaname.store.manifest import Manifest
from kaname.study.commands import design_of
from kaname.study.comparison import compiled_of
from kaname.study.design import Design
from kaname.study.resume import difference


def kept_design(manifest: Manifest, aside: Path) -> tuple[Design, list[str]]:
    """Return the design of a run and its bargains as they are named, the user's own files laid out in `aside`."""
    design, names = design_of(manifest.as_data(), manifest.folder)
    scenario, names = laid_out(manifest.files, aside, design.scenario, list(zip(design.bargains, names, strict=True)))
    return replace(design, scenario=scenario), names


def compiled_again(manifest: Manifest, design: Design, names: Sequence[str]) -> Compiled:
    """Return the comparison of a run; InputError that names what is not as it was when the run was made."""
    compiled = compiled_of(design, names)
    differing = difference(manifest.inputs, compiled.inputs(design.as_data()))
    if differing:
        raise InputError(
            f"the run was made from other inputs than are here: {'; '.join(differing)}", file=str(manifest.path),
            hint="Take the version of Kaname that made it (its manifest names it), or run its command again.",
        )  # fmt: skip
    return compiled
