"""A run exported to a file or folder that is not there yet: whole or not at all.

Reads: the run. Writes: the place given. Errors: InputError for a format that is not known or a place that is taken.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from kaname.analysis.export.to_csv import write_csv_folder
from kaname.analysis.export.to_duckdb import write_duckdb
from kaname.analysis.export.to_netcdf import write_netcdf
from kaname.analysis.export.to_sqlite import write_sqlite
from kaname.analysis.export.to_stata import write_stata_folder
from kaname.analysis.folder import RunFolder
from kaname.core.errors import InputError, unknown_name

FORMATS: Mapping[str, tuple[str, Callable[[RunFolder, Path], None]]] = {
    "csv": ("", write_csv_folder),
    "sqlite": (".sqlite", write_sqlite),
    "duckdb": (".duckdb", write_duckdb),
    "stata": ("", write_stata_folder),
    "netcdf": (".nc", write_netcdf),
}
"""Format -> the ending of its file (none: a folder), and what writes it."""


def exported(run: RunFolder, to: str, out: Path | None = None) -> Path:
    """Write a run in a format and return the place: `out`, or FOLDER-FORMAT beside the run."""
    if to not in FORMATS:
        raise unknown_name("a format of export", to, list(FORMATS), path="--to")
    ending, write = FORMATS[to]
    place = out or run.path.with_name(f"{run.path.resolve().name}{ending or '-' + to}")
    if place.exists():
        raise InputError("this file or folder exists already", file=str(place), path="--out", hint="Name a new place.")
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        if not ending:
            part.mkdir()
        write(run, part)
        os.rename(part, place)
    finally:
        if part.is_dir():
            shutil.rmtree(part, ignore_errors=True)
        part.unlink(missing_ok=True)
    return place
