"""A run as one NetCDF-4 file: variables over (bargain, future) and (bargain, future, year), with units and long names.

Idea: a future that failed has the fill value, so that the grid stays whole; `failed` marks it. Groups keep the three
tables apart, since an outcome may be both at the end and by year: `outcomes`, `yearly`, `sampled`. Conventions: CF
names attributes `units` and `long_name`; our units are words, not those of UDUNITS. Reads: the run. Writes: the file
given. Errors: InputError without the extra `export`. Source: NetCDF Climate and Forecast conventions 1.11, section 3.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from kaname.analysis.export.tables import about, blocks_of, columns_of
from kaname.analysis.extras import extra
from kaname.analysis.folder import RunFolder

DIMS = {"outcomes": ("bargain", "future"), "yearly": ("bargain", "yearly_future", "year"), "sampled": ("future",)}


def write_netcdf(run: RunFolder, path: Path) -> None:
    """Write the tables of a run into a new file."""
    netcdf = extra("netCDF4", "export")
    with netcdf.Dataset(path, "w", format="NETCDF4") as file:
        file.setncatts({name: str(value) for name, value in about(run).items()})
        years = np.arange(int(run.record.inputs["years"])) + int(run.summary["start"])
        _axis(file, "bargain", str, np.array(run.bargains, dtype=object))
        _axis(file, "future", "i8", np.arange(int(run.record.inputs["futures"])))
        _axis(file, "yearly_future", "i8", np.arange(_yearly_futures(run)))
        _axis(file, "year", "i4", years)
        failed = file.createVariable("failed", "i1", ("bargain", "future"))
        failed.long_name = "1 where a state variable left its range"
        failed[:] = np.array([~run.alive[bargain] for bargain in run.bargains], dtype=np.int8)
        for table in DIMS:
            _write(run, file.createGroup(table), table)


def _axis(file: Any, name: str, kind: Any, values: np.ndarray) -> None:
    file.createDimension(name, len(values))
    file.createVariable(name, kind, (name,))[:] = values


def _yearly_futures(run: RunFolder) -> int:
    spans = [chunk.span for chunk in run.record.of(run.reference) if "yearly" in chunk.files]
    return min(max((span.last for span in spans), default=-1), YEARLY_FUTURES - 1) + 1


YEARLY_FUTURES = 2000


def _write(run: RunFolder, group: Any, table: str) -> None:
    first_year = int(run.summary["start"])
    measured = [column for column in columns_of(run, table) if not (column.is_text or column.is_whole)]
    places = {bargain: place for place, bargain in enumerate(run.bargains)}
    for column in measured:
        made = group.createVariable(column.name, "f8", DIMS[table], zlib=True, fill_value=np.nan)
        made.units, made.long_name = column.unit, column.label
    for block in blocks_of(run, table):
        if not len(block["future"]):
            continue
        futures = np.unique(block["future"])
        span = slice(int(futures[0]), int(futures[-1]) + 1)
        row = places[block["bargain"][0]] if "bargain" in block else 0
        for column in measured:
            shape = (span.stop - span.start, *((run.record.inputs["years"],) if table == "yearly" else ()))
            cells = np.full(shape, np.nan)
            at: tuple[Any, ...] = (block["future"] - span.start,)
            cells[(*at, block["year"] - first_year) if table == "yearly" else at] = block[column.name]
            target = group.variables[column.name]
            target[span if table == "sampled" else (row, span)] = cells
