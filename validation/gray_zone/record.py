"""The record around the Senkaku / Diaoyu islands, 2012-2024: days and ships by year, and what rivals explain them by.

Idea: the counts are facts with a certainty mark each; everything beside them is a judgement of grade D, made by someone
who had seen the whole record, and carries a range. Units: days, ships (counted once a day), hulls of 1,000 tons and
more, storms that came near in a year, shares. The year 2012 counts September to December: 122 days.
  own_fleet, other_fleet   coast guards, recalled (2024 read); storms near by in a year, recalled (give or take two)
  belief, attention, law   the challenger's belief that the guarantor fights, the guarantor's attention, the chance that
                           the target's law permits force, on the scale of the scenario's start (judged)
Reads: record.csv; counts from another file where one is named. Writes: nothing. Source: jcg_senkaku_2024.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from kaname.core.errors import InputError
from validation.gray_zone.rivals import Series

FILE = Path(__file__).with_name("record.csv")
COUNTS = {"days": "contiguous_zone_days", "vessels": "contiguous_zone_vessels"}
INPUTS = ("own_fleet", "other_fleet", "storms", "belief", "attention", "law")
WINDOW_LENGTH, WINDOW_AT_VOTE = 2, 0.35


@dataclass(frozen=True)
class Record:
    """Arrays by year; vote: quarter (1-4) of an election of the target's parliament, 0 none."""

    years: np.ndarray
    exposure: np.ndarray
    days: np.ndarray
    vessels: np.ndarray
    vote: np.ndarray
    inputs: dict[str, np.ndarray]

    def series(self, what: str) -> Series:
        """`days` or `vessels` as a series."""
        return Series(self.years, self.days if what == "days" else self.vessels, self.exposure, what == "days")

    def held(self, origin: int) -> Record:
        """The same with all that was judged left as it stood in the year `origin`; storms as they were on average."""
        later, now = self.years > origin, int(np.searchsorted(self.years, origin))
        inputs = {}
        for name, values in self.inputs.items():
            last = values[: now + 1].mean() if name == "storms" else values[now]
            inputs[name] = np.where(later, last, values)
        return replace(self, inputs=inputs)

    def window(self, place: int, quarter: int) -> float:
        """How far an election window was open in a quarter (0-3) of the year at `place`."""
        for ahead in range(WINDOW_LENGTH + 1):
            year, then = place + (quarter + ahead) // 4, (quarter + ahead) % 4
            if year < self.years.size and self.vote[year] == then + 1:
                return 1.0 if ahead else WINDOW_AT_VOTE
        return 0.0


def read_record(counts: Path | None = None) -> Record:
    """The record; counts from a file with columns year, contiguous_zone_days, contiguous_zone_vessels if one is named.

    Errors: InputError where a file or column is missing, a number is none, or a year is not there.
    """
    rows = _rows(FILE)
    years = _column(FILE, rows, "year")
    found = {name: _column(FILE, rows, name) for name in ("exposure", "days", "vessels", *INPUTS)}
    if counts is not None:
        other = _rows(counts)
        place = {int(year): n for n, year in enumerate(_column(counts, other, "year"))}
        missing = [int(year) for year in years if int(year) not in place]
        if missing:
            raise InputError(f"there is no row for {missing[0]}", file=str(counts), path="year")
        order = [place[int(year)] for year in years]
        found |= {name: _column(counts, other, column)[order] for name, column in COUNTS.items()}
    if (found["days"] > found["exposure"]).any() or min(found["days"].min(), found["vessels"].min()) < 0:
        raise InputError("a count of days is below 0 or above the days there were", file=str(counts or FILE))
    vote = np.array([int(row["vote_quarter"] or 0) for row in rows])
    return Record(years.astype(int), found["exposure"], found["days"], found["vessels"], vote,
                  {name: found[name] for name in INPUTS})  # fmt: skip


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            return list(csv.DictReader(handle))
    except OSError as problem:
        raise InputError(
            f"the file cannot be read: {problem.strerror}", file=str(path), hint="Name a CSV file with --data."
        ) from problem


def _column(path: Path, rows: list[dict[str, str]], name: str) -> np.ndarray:
    if not rows or name not in rows[0]:
        raise InputError(f"there is no column {name}", file=str(path), path=name)
    try:
        return np.array([float(row[name]) for row in rows])
    except ValueError as problem:
        raise InputError(f"a value of {name} is no number", file=str(path), path=name) from problem
