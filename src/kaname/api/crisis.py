"""One crisis from Python: an opportunity put into many identical worlds, and what each side sees and does.

Reads: scenario, evidence, a bargain. Writes: with `report` and `export`, files. Clock: moves and days. Units: shares in
0..1, days, thousand people. Errors: InputError with the nearest contingency, setting or experiment.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from pathlib import Path
from typing import Any

from kaname.api.progress import Told, progress_of
from kaname.api.scenario import Scenario, named
from kaname.api.table import Table
from kaname.compile.compiled import compile_study
from kaname.core.errors import InputError, unknown_name
from kaname.report.crisis.page import crisis_page, pictures_alone
from kaname.report.crisis.terminal import crises_text, experiment_text
from kaname.study.commands import crisis_command
from kaname.study.comparison import with_guarantee
from kaname.study.crises.case import Case
from kaname.study.crises.settings import settings_of
from kaname.study.crises.summary import crisis_summary, experiment_summary, run_summary
from kaname.study.dates import quarter_at
from kaname.study.guarantee import AS_IS
from kaname.study.options import LARGEST_SEED
from kaname.study.ready import make_ready

RUNS, FUTURES, YEARS = 1000, 400, 5
PAGE = "crisis.html"


@dataclass(frozen=True)
class Crisis:
    """One opportunity put into identical worlds.

    case: what is played; command: what repeats it in a terminal. The crises are played when their numbers are first
    asked for.

    >>> crisis("us-japan", "senkaku", runs=4).contingency
    'senkaku'
    """

    case: Case
    command: str
    progress: Told | None = None

    @property
    def contingency(self) -> str:
        """Return the id of the contingency."""
        return str(list(self.case.compiled.axes["contingency"])[self.case.contingency])

    @cached_property
    def data(self) -> dict[str, Any]:
        """Return everything as plain data, as `kaname crisis --json` prints it."""
        return crisis_summary(self.case, self.progress)

    @property
    def endings(self) -> Table:
        """Return how the crisis ends: ending, share of runs with its 95 % interval, count."""
        return Table.of_rows(
            [{"ending": name, **_share(ending)} for name, ending in self.data["endings"].items()], SHARE
        )

    @property
    def moves(self) -> Table:
        """Return each side's first moves: ply, role, move, share of the runs in which it moved, runs asked."""
        return Table.of_rows([
            {"ply": ply, "role": one["role"], "move": move, **_share(said), "asked": one["asked"]}
            for ply, one in self.data["moves"].items() for move, said in one["moves"].items()
        ], SHARE)  # fmt: skip

    @property
    def clock(self) -> Table:
        """Return the decision's clock: step, days (mean, 5th, 50th and 95th percentile), days by law alone."""
        return Table.of_rows([
            {"step": step["step"], **{name: step["days"][name] for name in ("mean", "q05", "q50", "q95")},
             "law_days": step["law_days"]["mean"]}
            for step in self.data["clock"]["steps"]
        ], dict.fromkeys(("mean", "q05", "q50", "q95", "law_days"), "days"))  # fmt: skip

    @property
    def deterrence(self) -> Table:
        """Return what deterred, seen three ways on the same draw: from what (acting or arms), class, share, count."""
        return Table.of_rows([
            {"from": what, "class": name, **_share(kind)}
            for what, found in self.data["deterrence"].items() for name, kind in found["classes"].items()
        ], SHARE)  # fmt: skip

    def explain(self, run: int) -> Table:
        """Return one run move by move: kind, step, actor, place, sentence. Raises InputError outside 0..runs-1."""
        if not 0 <= run < self.case.runs:
            raise InputError(f"{run} is outside 0..{self.case.runs - 1}", path="--explain", found=run,
                             hint="Or raise --runs.")  # fmt: skip
        keys = ("kind", "step", "actor", "place", "sentence")
        return Table.of_rows([{key: event[key] for key in keys} for event in run_summary(self.case, run)["events"]])

    def experiment(self, name: str, futures: int = FUTURES, years: int = YEARS) -> Experiment:
        """Return two arms that differ in one thing, subtracted; `two_fronts`, `moral_hazard` and others.

        futures: of each arm, with as many `years`, 0 for none. Raises InputError with the nearest experiment.
        """
        return Experiment(experiment_summary(self.case, name, futures, years))

    def report(self, folder: str | Path) -> Path:
        """Write page, pictures and numbers into a folder; return the page's path."""
        place = Path(folder)
        if place.exists() and not place.is_dir():
            raise InputError("is a file, not a folder", file=str(place), hint="Name a folder.")
        place.mkdir(parents=True, exist_ok=True)
        for name, text in {PAGE: crisis_page(self.data, self.command), **pictures_alone(self.data)}.items():
            (place / name).write_text(text, encoding="utf-8", newline="\n")
        return place / PAGE

    def __repr__(self) -> str:
        return f"{self.case.compiled.scenario.contingencies[self.contingency].name}: {self.case.runs:,} runs"

    def __str__(self) -> str:
        return "\n".join(crises_text(self.data))

    def _repr_html_(self) -> str:
        return f"<pre>{escape(str(self))}</pre>"


@dataclass(frozen=True)
class Experiment:
    """An experiment of a crisis: what one difference does to every measure. data: as `--json` prints it."""

    data: Mapping[str, Any]

    def __str__(self) -> str:
        return "\n".join(experiment_text(self.data))

    def _repr_html_(self) -> str:
        return f"<pre>{escape(str(self))}</pre>"


def crisis(
    scenario: str | Path | Scenario,
    contingency: str,
    *,
    date: str | None = None,
    set: Mapping[str, float] | None = None,
    runs: int = RUNS,
    seed: int = 1,
    bargain: str | Path = "as_is",
    start: str | int = "",
    guarantee: str = AS_IS,
    progress: bool | Told = False,
) -> Crisis:
    """Return one crisis put into many identical worlds: how it ends, who sees what, how long a decision takes.

    scenario: id, file or Scenario; contingency: one of its contingencies; date: 2031, 2031Q2 or 2031-05-17, the start
    where left out; set: levers, parameters and states by name (`homeland_risk.cn` for a member); runs: worlds, 1 to
    10,000; bargain: the one in force; guarantee: as_is, none or sure, from a date on
    `none@2028`. Raises InputError with the nearest name or the range.

    >>> crisis("us-japan", "senkaku", runs=4).endings.columns
    ('ending', 'share', 'low', 'high', 'count')
    """
    place, (name,) = named(scenario, [bargain], start)
    told_ = [f"{setting}={value!r}" for setting, value in (set or {}).items()]
    return injected(place, contingency, date, told_, runs, seed, name, guarantee, progress_of(progress, "crisis"))


def injected(scenario: str, contingency: str, date: str | None, set: Sequence[str], runs: int, seed: int, bargain: str,
             guarantee: str = AS_IS, progress: Told | None = None) -> Crisis:  # fmt: skip
    """Return a crisis of a scenario named by id or file. set: settings as NAME=VALUE."""
    if not 0 <= seed <= LARGEST_SEED:
        raise InputError(f"{seed} is outside 0..{LARGEST_SEED}", path="--seed", found=seed)
    compiled = with_guarantee(compile_study(scenario, [bargain]), guarantee)
    places = compiled.axes["contingency"]
    if contingency not in places:
        raise unknown_name("a contingency", contingency, places, path="--contingency")
    case = Case(
        compiled, next(iter(compiled.bargains)), list(places).index(contingency), runs=runs, seed=seed,
        quarter=quarter_at(compiled.scenario.start, compiled.quarters - 1, date),
        settings=settings_of(set, compiled.axes),
    )  # fmt: skip
    make_ready(scenario)
    return Crisis(case, crisis_command(scenario, contingency, date, set, runs, seed, bargain, guarantee), progress)


SHARE = dict.fromkeys(("share", "low", "high"), "share")


def _share(data: Mapping[str, float]) -> dict[str, float]:
    return {"share": data["value"], "low": data["low"], "high": data["high"], "count": int(data["count"])}
