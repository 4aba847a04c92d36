"""A finished run in a notebook: its rows as tables, paired differences, verdicts, the report.

Idea: a Run is a folder opened for reading; tables are read when they are first asked for. A future that left the range
of a variable failed: it is left out of `outcomes` and `yearly`, counted in their notes and listed in `failures`.
Reads: a run's folder. Writes: the report. Units: those of the manifest's columns, in every table's `units`.
Errors: InputError where the folder holds no run, or for an unknown outcome or bargain, with the nearest name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from kaname.analysis.explained import sides_of
from kaname.analysis.folder import RunFolder, open_run
from kaname.analysis.paired import difference_without_rows, verdict
from kaname.api.table import Table
from kaname.core.errors import unknown_name
from kaname.report.terminal import lines
from kaname.study.commands import found_folder
from kaname.study.summary import difference, statistic

if TYPE_CHECKING:
    from kaname.api.ensembles import Verified

KEYS = ("bargain", "future")
FAILURE = ("failed_field", "failed_quarter")


class Run:
    """A finished comparison: futures of a scenario under several bargains, on the same chances.

    folder: where it lies; bargains: ids, the reference first; futures: how many under each; seed: of chance. Raises
    InputError where the folder holds no finished run.

    >>> run = ka.compare("us-japan", ["as_is", "step_up"], futures=4, years=1, robustness=0)
    >>> Run(run.folder).reference, run.futures
    ('as_is', 4)
    """

    def __init__(self, folder: str | Path) -> None:
        self.folder = found_folder(Path(folder))
        self._open: RunFolder = open_run(self.folder)

    @property
    def summary(self) -> Mapping[str, Any]:
        """Return the content of summary.json, as docs/reference/dataset.md describes it."""
        return self._open.summary

    @property
    def manifest(self) -> Mapping[str, Any]:
        """Return the content of manifest.json: inputs, digests, versions, machine, chunks."""
        return self._open.manifest

    @property
    def scenario(self) -> str:
        """Return the id of the scenario."""
        return str(self.summary["scenario"])

    @property
    def bargains(self) -> tuple[str, ...]:
        """Return the ids of the bargains, the reference first."""
        return self._open.bargains

    @property
    def reference(self) -> str:
        """Return the id of the bargain to which the others are compared."""
        return self._open.reference

    @property
    def futures(self) -> int:
        """Return futures under each bargain, failed ones included."""
        return int(self.summary["futures"])

    @property
    def seed(self) -> int:
        """Seed of chance."""
        return int(self.summary["seed"])

    @property
    def command(self) -> str:
        """Return the command that repeats the run."""
        return str(self.manifest["command"])

    @cached_property
    def columns(self) -> Table:
        """Return the outcomes: column, unit, role, which way is good (1 more, -1 less, 0 neither), what it is."""
        declared = self.summary["outcomes"]
        return Table.of_rows([
            {"outcome": name, "unit": said["unit"], "role": said["role"], "good": int(said["good"]),
             "sentence": said["sentence"]}
            for name in self._names for said in [declared[name.split(".")[0]]]
        ])  # fmt: skip

    @cached_property
    def outcomes(self) -> Table:
        """Return every outcome of every future that ran to its end: bargain, future, then a column an outcome.

        One row a bargain and future; `notes` says how many futures failed and are not here.
        """
        return self._rows(self._names)

    @cached_property
    def sampled(self) -> Table:
        """Return what every future drew of the uncertain figures: bargain, future, then a column a figure
        (`u.NAME`).
        """
        return self._rows(self._open.sampled)

    @cached_property
    def yearly(self) -> Table:
        """Outcomes by year: bargain, future, year, then a column an outcome that is stored yearly."""
        names = self._open.stored_yearly()
        parts: dict[str, list[Any]] = {name: [] for name in (*KEYS, "year", *names)}
        for bargain in self.bargains:
            years, rows = self._open.yearly(bargain, ["future", *names])
            count = len(rows["future"]) if rows else 0
            parts["bargain"].append(np.repeat(bargain, count * years.size))
            parts["year"].append(np.tile(years, count))
            for name in ("future", *names) if rows else ():
                parts[name].append(rows[name].reshape(-1))
        return Table.of(
            {name: np.concatenate(all_) for name, all_ in parts.items() if all_}, self._units, self._left_out
        )

    @cached_property
    def failures(self) -> Table:
        """Return futures that failed: bargain, future, the variable that left its range first, and the quarter (from
        0).
        """
        found: list[dict[str, Any]] = []
        for bargain in self.bargains:
            rows = self._open.columns(bargain, ["future", *FAILURE])
            for n in np.flatnonzero(~self._open.alive[bargain]):
                found.append({"bargain": bargain, **{name: values[n].item() if hasattr(values[n], "item") else values[n]
                                                     for name, values in rows.items()}})  # fmt: skip
        if found:
            return Table.of_rows(found)
        return Table.of({"bargain": [], "future": [], "failed_field": [], "failed_quarter": []})

    def means(self, outcome: str = "") -> Table:
        """Return levels: bargain, outcome, unit, mean, low and high (95 %), sd, quantiles, futures.

        outcome: a column (`casualties.jp`) or the name of several (`casualties`); all where left out.
        """
        names, rows = self._asked(outcome), []
        for bargain in self.bargains:
            stored, alive = self._open.columns(bargain, names), self._open.alive[bargain]
            rows += [{"bargain": bargain, "outcome": name, "unit": self._units.get(name, ""),
                      **statistic(stored[name][alive]), "futures": int(alive.sum())} for name in names]  # fmt: skip
        return Table.of_rows(rows, notes=self._left_out)

    def pairs(self, outcome: str = "", bargain: str = "", reference: str = "") -> Table:
        """Return paired differences bargain - reference over the futures that ran to their end in both.

        Columns: bargain, reference, outcome, unit, mean, low and high (95 %), pairs, verdict, dropped (futures that
        failed in one of the two), sd, differing, needed (pairs at which the interval would exclude zero). outcome: a
        column or the name of several, all where left out; bargain: one, or all others; reference: the run's own, or any
        other of its bargains.
        """
        standard = self._known(reference) if reference else self.reference
        mine = [self._known(bargain)] if bargain else [one for one in self.bargains if one != standard]
        names, rows = self._asked(outcome), []
        for one in mine:
            both = self._open.alive[one] & self._open.alive[standard]
            left, right = self._open.columns(one, names), self._open.columns(standard, names)
            rows += [self._pair(one, standard, name, left[name][both], right[name][both], int((~both).sum()))
                     for name in names]  # fmt: skip
        return Table.of_rows(rows)

    @property
    def verdicts(self) -> Table:
        """Return the verdict on every end: bargain, outcome, state, favours (bargain, reference or none), mean, low,
        high, clear, survives (every required check), sure (clear when all ends are asked at once)."""
        verdicts = self.summary.get("verdicts", [])
        keys = ("bargain", "outcome", "state", "favours", "mean", "low", "high", "clear", "survives", "sure")
        rows = [{key: one[key] for key in keys if key in one} for one in verdicts]
        note = [] if verdicts else ["No checks were run beside the comparison: nothing is proven to stand."]
        return Table.of_rows(rows, notes=note)

    def report(self, path: str | Path | None = None, language: str = "en") -> Path:
        """Draw the report as one HTML file and return its path: FOLDER/report.html where none is given.

        language: en or ja; InputError for another.
        """
        from kaname.report.draw import draw_aside

        return draw_aside(self.folder, Path(path) if path is not None else None, language)

    def query(self, sql: str) -> Table:
        """Return the answer to one SQL statement over the tables of the run (docs/how-to/keep-and-hand-on-a-run.md)."""
        from kaname.analysis.query import queried

        answer = queried(self._open, sql)
        columns = {name: [row[place] for row in answer.rows] for place, name in enumerate(answer.names)}
        return Table.of(columns, dict(zip(answer.names, answer.units, strict=True)))

    def export(self, to: str, path: str | Path | None = None) -> Path:
        """Write the rows as csv, sqlite, duckdb, stata or netcdf, with labels and units, and return the place."""
        from kaname.analysis.export.writing import exported

        return exported(self._open, to, Path(path) if path is not None else None)

    def bundle(self, path: str | Path | None = None, rows: bool = False) -> Path:
        """Return a zip file with all that a repetition elsewhere needs; rows: with the Parquet files."""
        from kaname.api.bundles import bundle

        return bundle(self.folder, path, rows)

    def verify(self, resimulate: float = 0.01) -> Verified:
        """Check the folder by a reader of its own and run a share of the futures again."""
        from kaname.api.ensembles import verified

        return verified(self.folder, resimulate)

    def __repr__(self) -> str:
        failed = f", {len(self.failures)} failed" if len(self.failures) else ""
        return (f"Run of {self.scenario}: {', '.join(self.bargains)}; {self.futures:,} futures each{failed}; "
                f"seed {self.seed}; in {self.folder}")  # fmt: skip

    def lines(self) -> list[str]:
        """Return the verdicts as lines of at most 80 characters, as `kaname compare` prints them."""
        return lines(self.summary, sides_of(self._open))

    def __str__(self) -> str:
        return "\n".join([repr(self), "", *self.lines()])

    def _repr_html_(self) -> str:
        head, _, rest = str(self).partition("\n")
        return f"<p>{escape(head)}</p><pre>{escape(rest.strip())}</pre>"

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(self.summary["bargains"][self.reference]["outcomes"])

    @property
    def _units(self) -> Mapping[str, str]:
        return dict(self.manifest.get("columns", {}))

    @property
    def _left_out(self) -> Sequence[str]:
        counts = {bargain: int((~alive).sum()) for bargain, alive in self._open.alive.items()}
        return [f"{failed} of {self.futures} futures of {bargain} failed and are left out; `failures` lists them."
                for bargain, failed in counts.items() if failed]  # fmt: skip

    def _rows(self, names: Sequence[str]) -> Table:
        parts: dict[str, list[Any]] = {name: [] for name in (*KEYS, *names)}
        for bargain in self.bargains:
            stored, alive = self._open.columns(bargain, ["future", *names]), self._open.alive[bargain]
            parts["bargain"].append(np.repeat(bargain, int(alive.sum())))
            for name in ("future", *names):
                parts[name].append(stored[name][alive])
        return Table.of({name: np.concatenate(part) for name, part in parts.items()}, self._units, self._left_out)

    def _pair(
        self, bargain: str, reference: str, name: str, left: np.ndarray, right: np.ndarray, dropped: int
    ) -> dict[str, Any]:  # fmt: skip
        said = difference(left, right)
        good = int(self.summary["outcomes"][name.split(".")[0]]["good"])
        gap = difference_without_rows(said, left.size)
        return {
            "bargain": bargain, "reference": reference, "outcome": name, "unit": self._units.get(name, ""),
            **{key: said[key] for key in ("mean", "low", "high")}, "pairs": int(left.size),
            "verdict": verdict(gap, good).value, "dropped": dropped, "sd": said["sd"], "differing": said["differing"],
            "needed": said["needed"],
        }  # fmt: skip

    def _asked(self, outcome: str) -> list[str]:
        """Return the columns of an outcome's name, or the one column named."""
        if not outcome:
            return list(self._names)
        chosen = [name for name in self._names if name == outcome or name.split(".")[0] == outcome]
        if not chosen:
            families = dict.fromkeys(name.split(".")[0] for name in self._names)
            raise unknown_name("an outcome of this run", outcome, [*families, *self._names], path="outcome")
        return chosen

    def _known(self, bargain: str) -> str:
        if bargain not in self.bargains:
            raise unknown_name("a bargain of this run", bargain, self.bargains, path="bargain")
        return bargain


def load(folder: str | Path) -> Run:
    """Return the finished run in a folder (`runs/us-japan-...`), or the one of this name among the runs.

    Raises InputError where no finished run lies there.

    >>> load("no-such-run")
    Traceback (most recent call last):
        ...
    kaname.core.errors.InputError: no-such-run/summary.json: no readable file of a finished run. Name the folder ...
    """
    return Run(folder)
