"""The rows of one part held against the page of the format: whose they are, their columns, types, ids and codes.

Reads: Parquet files, with their page checksums. Writes: nothing. Source: docs/reference/dataset.md.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from kaname.verification.findings import Checked
from kaname.verification.plain import numbers_of

CHAIN = 8
QUARTERS_A_YEAR = 4
FIXED = {
    "bargain": "string", "future": "int64", "failed_field": "string", "failed_quarter": "int64", "digest": "int64",
    **{f"event_{n}": "int32" for n in range(1, CHAIN + 1)}, **{f"quarter_{n}": "int16" for n in range(1, CHAIN + 1)},
}  # fmt: skip
YEARLY = {"bargain": "string", "future": "int64", "year": "int64"}
SAMPLED = {"future": "int64"}
YEARLY_FUTURES = 2000


def check_part(
    folder: Path, manifest: Mapping[str, Any], part: Mapping[str, Any], kinds: Sequence[str], checked: Checked
) -> None:
    """Add the faults of a part's files; kinds: those that are as listed."""
    for kind, check in (("file", _check_rows), ("yearly", _check_yearly), ("sampled", _check_sampled)):
        if kind not in kinds:
            continue
        name = part[kind]
        try:
            table, said = _read(folder / name)
        except (OSError, ValueError) as trouble:
            checked.wrong(name, f"is no Parquet file that can be read: {trouble}")
            continue
        _check_head(name, said, table, manifest, checked)
        check(name, table, manifest, part, checked)


def _read(path: Path) -> tuple[Any, dict[str, Any]]:
    import pyarrow.parquet as pq

    file = pq.ParquetFile(path, page_checksum_verification=True)
    table = file.read(use_threads=False)
    said = (table.schema.metadata or {}).get(b"kaname", b"{}")
    return table, dict(json.loads(said))


def _check_head(name: str, data: Mapping[str, Any], table: Any, manifest: Mapping[str, Any], checked: Checked) -> None:
    """The metadata of a file says of which run it is; units are those of the manifest."""
    inputs = manifest["inputs"]
    wanted = {"key": manifest["key"], "format": manifest["format"], "seed": inputs["seed"],
              "quarters": inputs["years"] * QUARTERS_A_YEAR}  # fmt: skip
    for entry, value in wanted.items():
        if data.get(entry) != value:
            checked.wrong(name, f"says {entry} {data.get(entry)}, and the run has {value}")
    units = data.get("units", {})
    for column, unit in units.items():
        if manifest["columns"].get(column) != unit:
            checked.wrong(name, f"{column} is in {unit}, and the manifest says {manifest['columns'].get(column)}")
    known = {*FIXED, *YEARLY, *units}
    for column in table.column_names:
        if column not in known:
            checked.wrong(name, f"{column} has no unit")


def _check_types(name: str, table: Any, fixed: Mapping[str, str], checked: Checked) -> bool:
    columns = {field.name: str(field.type) for field in table.schema}
    wrong = [f"{column} is {columns.get(column, 'not there')}, not {kind}"
             for column, kind in {**dict.fromkeys(columns, "double"), **fixed}.items()
             if columns.get(column) != kind]  # fmt: skip
    for line in wrong:
        checked.wrong(name, line)
    if any(column.null_count for column in table.columns):
        checked.wrong(name, "holds empty cells")
    checked.rows += table.num_rows
    return not wrong


def _check_rows(
    name: str, table: Any, manifest: Mapping[str, Any], part: Mapping[str, Any], checked: Checked
) -> None:  # fmt: skip
    import numpy as np

    if not _check_types(name, table, FIXED, checked):
        return
    _check_ids(name, table, part, 1, checked)
    quarters = manifest["inputs"]["years"] * QUARTERS_A_YEAR
    failed = numbers_of(table.column("failed_quarter"))
    fields = table.column("failed_field").to_pylist()
    if [bool(word) for word in fields] != (failed >= 0).tolist() or ((failed < -1) | (failed >= quarters)).any():
        checked.wrong(name, "failed_field and failed_quarter do not agree")
    alive = failed < 0
    for column in table.column_names[len(FIXED) :]:
        if not np.isfinite(numbers_of(table.column(column))[alive]).all():
            checked.wrong(name, f"{column} is no number in a future that did not fail")
    for place in range(1, CHAIN + 1):
        code, when = numbers_of(table.column(f"event_{place}")), numbers_of(table.column(f"quarter_{place}"))
        if ((code > 0) != (when >= 0)).any() or (code < 0).any() or (when >= quarters).any():
            checked.wrong(name, f"event_{place} and quarter_{place} do not agree")
    checked.numbers += table.num_rows * table.num_columns
    wanted = not part.get("arm") and part["first"] < YEARLY_FUTURES
    if wanted and "yearly" not in part:
        checked.wrong(name, "has no yearly rows")
    if not part.get("arm") and (part["bargain"] == manifest["inputs"]["bargains"][0]) != ("sampled" in part):
        checked.wrong(name, "what futures sampled is not with the first bargain alone")


def _check_ids(name: str, table: Any, part: Mapping[str, Any], each: int, checked: Checked) -> None:
    import numpy as np

    last = part["first"] + table.num_rows // each - 1
    futures = np.repeat(np.arange(part["first"], last + 1), each)
    if last > part["last"] or (each == 1 and last != part["last"]):
        checked.wrong(
            name, f"holds futures {part['first']} to {last}, and {part['first']} to {part['last']} are listed"
        )
    if table.num_rows != futures.size or (numbers_of(table.column("future")) != futures).any():
        checked.wrong(name, "its futures are not in order, each once")
    if "bargain" in table.column_names and set(table.column("bargain").to_pylist()) - {part["bargain"]}:
        checked.wrong(name, f"holds rows of another bargain than {part['bargain']}")


def _check_yearly(
    name: str, table: Any, manifest: Mapping[str, Any], part: Mapping[str, Any], checked: Checked
) -> None:  # fmt: skip
    import numpy as np

    years = manifest["inputs"]["years"]
    if not _check_types(name, table, YEARLY, checked):
        return
    _check_ids(name, table, part, years, checked)
    wanted = min(part["last"] + 1, YEARLY_FUTURES) - part["first"]
    if table.num_rows != wanted * years:
        checked.wrong(name, f"holds {table.num_rows} rows, and {wanted} futures of {years} years have {wanted * years}")
        return
    shown = numbers_of(table.column("year")).reshape(-1, years)
    if (shown != shown[0, 0] + np.arange(years)).any():
        checked.wrong(name, "its years are not in order, each once")
    checked.numbers += table.num_rows * table.num_columns


def _check_sampled(
    name: str, table: Any, manifest: Mapping[str, Any], part: Mapping[str, Any], checked: Checked
) -> None:  # fmt: skip
    if _check_types(name, table, SAMPLED, checked):
        _check_ids(name, table, part, 1, checked)
        checked.numbers += table.num_rows * table.num_columns
