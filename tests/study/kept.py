"""A small whole run, made by `compare` in this process and kept for the tests of what is done with a folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kaname.analysis.explained import explained
from kaname.analysis.folder import open_run
from kaname.study.comparison import design_of_names, run_design
from kaname.study.terms import Terms

BARGAINS = ("as_is", "unequal_by_design")


def whole_run(
    folder: Path, terms: Terms = Terms(), bargains: Sequence[str] = BARGAINS, **options: Any
) -> Path:  # fmt: skip
    """Run two bargains over a year in parts of four, with checks, as the command does."""
    asked = {"futures": 10, "years": 1, "chunk": 4, "robustness": 2, "seed": 3, **options}
    design, names = design_of_names("us-japan", bargains, **asked)
    return run_design(design, names, folder, 1, None, lambda place: explained(open_run(place)), terms).folder
