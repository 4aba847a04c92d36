"""The numbers of summary.json made again from the rows: means, spreads, quantiles, paired differences.

Formulas: those of the page of the format. Two numbers agree when they differ by at most 1e-9 of the larger, or of the
largest value that went into them (a mean near zero is a sum in which large numbers cancel).
Reads: summary.json, Parquet files. Writes: nothing. Source: docs/reference/dataset.md.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kaname.verification.findings import Checked
from kaname.verification.plain import data_of, numbers_of

SUMMARY = "summary.json"
TOLERANCE = 1e-9
NORMAL_95 = 1.959963984540054
QUANTILES = {"q05": 0.05, "q25": 0.25, "q50": 0.5, "q75": 0.75, "q95": 0.95}
TOGETHER = 24


def check_summary(folder: Path, manifest: Mapping[str, Any], checked: Checked) -> None:
    """Add a fault for each number of the summary that the rows do not give."""
    try:
        summary = data_of((folder / SUMMARY).read_bytes())
    except (OSError, ValueError) as trouble:
        checked.wrong(SUMMARY, f"cannot be read: {trouble}")
        return
    inputs = manifest["inputs"]
    for name in ("scenario", "seed", "futures", "preset"):
        if summary.get(name) != inputs[name]:
            checked.wrong(SUMMARY, f"{name} is {summary.get(name)}, and the run's is {inputs[name]}")
    bargains = inputs["bargains"]
    files = {bargain: [folder / part["file"] for part in sorted(manifest["chunks"], key=lambda part: part["first"])
                       if part["bargain"] == bargain] for bargain in bargains}  # fmt: skip
    names = list(summary["bargains"][bargains[0]]["outcomes"])
    alive = {bargain: column >= 0 for bargain, column in _columns(files, ["failed_quarter"])["failed_quarter"].items()}
    alive = {bargain: ~failed for bargain, failed in alive.items()}
    for first in range(0, len(names), TOGETHER):
        columns = _columns(files, names[first : first + TOGETHER])
        for name, values in columns.items():
            for where, said, made, scale in _numbers(summary, name, values, alive):
                checked.numbers += 1
                if not _near(said, made, scale):
                    checked.wrong(SUMMARY, f"{where} is {said}, and the rows give {made}")


def _columns(files: Mapping[str, list[Path]], names: list[str]) -> dict[str, dict[str, Any]]:
    """Return column -> bargain -> values over all parts."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    tables = {bargain: pa.concat_tables([pq.ParquetFile(path).read(columns=names, use_threads=False) for path in paths])
              for bargain, paths in files.items()}  # fmt: skip
    return {name: {bargain: numbers_of(table.column(name)) for bargain, table in tables.items()} for name in names}


def _numbers(
    summary: Mapping[str, Any], name: str, values: Mapping[str, Any], alive: Mapping[str, Any]
) -> Iterator[tuple[str, Any, Any, float]]:
    """(where, the summary's number, the number made again, the largest value in it)."""
    import numpy as np

    for bargain, column in values.items():
        kept = column[alive[bargain]]
        said = summary["bargains"][bargain]["outcomes"][name]
        made = _spread(kept) | {label: float(np.quantile(kept, at)) if kept.size else None
                                for label, at in QUANTILES.items()}  # fmt: skip
        for label, number in made.items():
            yield f"{bargain} {name} {label}", said[label], number, _largest(kept)
    for pair in summary["pairs"].values():
        mine, other = pair["bargain"], pair["reference"]
        both = alive[mine] & alive[other]
        gaps = values[mine][both] - values[other][both]
        said = pair["outcomes"][name]
        for label, number in (_spread(gaps) | {"differing": int((gaps != 0).sum())}).items():
            yield f"{mine} - {other} {name} {label}", said[label], number, _largest(gaps)


def _spread(values: Any) -> dict[str, float | None]:
    if not values.size:
        return dict.fromkeys(("mean", "sd", "low", "high"))
    mean = math.fsum(values) / values.size
    sd = float(values.std(ddof=1)) if values.size > 1 else 0.0
    half = NORMAL_95 * sd / math.sqrt(values.size)
    return {"mean": mean, "sd": sd, "low": mean - half, "high": mean + half}


def _largest(values: Any) -> float:
    return float(abs(values).max()) if values.size else 0.0


def _near(said: Any, made: Any, scale: float) -> bool:
    if said is None or made is None:
        return said is made
    return bool(abs(said - made) <= TOLERANCE * max(abs(said), abs(made), scale))
