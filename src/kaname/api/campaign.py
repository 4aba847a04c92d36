"""One campaign from Python: who holds the objective, what force is left when help arrives, day by day.

Crisis, law and politics are left out: the release day is given, law permits, the host grants.
Reads: scenario, evidence. Writes: nothing. Clock: days. Units: shares, days, units of the class.
Errors: InputError with the nearest contingency, plan or setting, or the range.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from html import escape
from pathlib import Path
from typing import Any

from kaname.api.scenario import Scenario, named
from kaname.api.table import Table
from kaname.compile.baseline import Baseline
from kaname.core.errors import unknown_name
from kaname.report.campaign_terminal import chart_of, table_of
from kaname.study import campaigns as room
from kaname.study.campaign_frontier import frontier
from kaname.study.campaign_region import region

DOCTRINES = {"forward": 0.0, "denial": 1.0}
FAN = ("value", "low", "high", "q05", "q50", "q95")


@dataclass(frozen=True)
class Campaign:
    """Many runs of one campaign, all from the same start. baseline: the scenario laid out; asked: what is fought.

    >>> campaign("us-japan", "senkaku", runs=10, days=5).by_day["day"].tolist()
    [0, 1, 2, 3, 4, 5]
    """

    baseline: Baseline
    asked: room.CampaignSpec

    @cached_property
    def data(self) -> dict[str, Any]:
        """Return everything as plain data, as `kaname campaign --json` prints it."""
        return {**room.summary(self.baseline, self.asked, room.run(self.baseline, self.asked)), "sweep": []}

    @property
    def held(self) -> Mapping[str, float]:
        """Return the share of runs in which the target holds the objective at the end: value, low and high (95 %)."""
        return dict(self.data["held_share"])

    @property
    def by_day(self) -> Table:
        """Day by day: control by the challenger and the target's force in being: mean, interval, quantiles."""
        days = zip(self.data["control_by_day"], self.data["force_in_being_by_day"], strict=True)
        rows = [{"day": control["day"], **{f"control_{name}": control[name] for name in FAN},
                 **{f"force_{name}": force[name] for name in FAN}} for control, force in days]  # fmt: skip
        return Table.of_rows(rows, {name: "share" for name in rows[0] if name != "day"} | {"day": "days"})

    @property
    def losses(self) -> Table:
        """Return mean losses: party, force, value with its 95 % interval, in units of the class."""
        return Table.of_rows([{"party": party, "force": force, **said}
                              for party, by in self.data["losses"].items() for force, said in by.items()],
                             dict.fromkeys(("value", "low", "high"), "units"))  # fmt: skip

    def sweep(self, name: str, values: Sequence[float]) -> Table:
        """Return the same runs once for each value of a setting: value, held share with its interval, force, days lost.

        name: a setting such as `arrival_day` or `target.air`. Raises InputError for an unknown one or a value outside
        its range.
        """
        for value in values:
            room.check_setting(name, value, self.asked.days)
        return Table.of_rows([
            {name: value, "held": found["held_share"]["value"], "low": found["held_share"]["low"],
             "high": found["held_share"]["high"], "force_in_being": found["force_in_being"]["value"],
             "days_lost": found["days_lost"]["value"]}
            for value, found in zip(values, room.sweep(self.baseline, self.asked, name, values), strict=True)
        ], {**dict.fromkeys(("held", "low", "high", "force_in_being"), "share"), "days_lost": "days"})  # fmt: skip

    def frontier(self, money: float) -> Table:
        """Return ways to spend the same sum of the ally's money (bn USD 2023) and what each leaves in the same runs.

        Columns: ways, control at the end, force left, the ally's aircraft lost on the ground and in the air, days lost,
        on_frontier. Raises InputError where the ally takes no part, or the sum is outside 0..200.
        """
        parts = ("control", "force_in_being", "lost_on_ground", "lost_in_air", "days_lost")
        return Table.of_rows(
            [{"ways": row["ways"], **{part: row[part]["value"] for part in parts}, "on_frontier": row["on_frontier"]}
             for row in frontier(self.baseline, self.asked, money)],
            {"control": "share", "force_in_being": "share", "lost_on_ground": "aircraft", "lost_in_air": "aircraft",
             "days_lost": "days"},
        )  # fmt: skip

    def region(self) -> Table:
        """Return where active denial and forward defence do better, over days of release and relative force.

        Raises InputError where the target is not the ally.
        """
        units = {"day": "days", "factor": "factor", "control": "share", "days_lost": "days", "force_in_being": "share"}
        return Table.of_rows(region(self.baseline, self.asked), units)

    def explain(self, run: int) -> list[dict[str, Any]]:
        """Return one run day by day: control, force in being, bases, missiles, what each party has left."""
        room.check_whole("--explain", run, 0, room.MOST_RUNS - 1)
        return room.course_of(self.baseline, self.asked, run)

    def at(self, settings: Mapping[str, float]) -> Campaign:
        """Return the same campaign with other settings, the scenario read once: a function to sample over.

        Raises InputError with the nearest name or the range.

        >>> campaign("us-japan", "senkaku", runs=4, days=5).at({"arrival_day": 2}).asked.settings
        {'arrival_day': 2}
        """
        for name, value in settings.items():
            room.check_setting(name, value, self.asked.days)
        return Campaign(self.baseline, replace(self.asked, settings={**self.asked.settings, **settings}))

    def chart(self, path: str | Path) -> Path:
        """Draw control and force in being by day into an .svg file; return its path."""
        file = Path(path)
        if file.suffix != ".svg":
            raise unknown_name("the ending of a picture", file.suffix or file.name, (".svg",), file=str(file))
        file.write_text(chart_of(self.data), encoding="utf-8", newline="\n")
        return file

    def __repr__(self) -> str:
        place = self.baseline.axes["contingency"][self.asked.contingency]
        plan = room.PLANS[self.asked.plan]
        return f"Campaign of {place}, plan {plan}: {self.asked.runs:,} runs of {self.asked.days} days"

    def __str__(self) -> str:
        return "\n".join(table_of(self.data))

    def _repr_html_(self) -> str:
        return f"<pre>{escape(str(self))}</pre>"


def campaign(
    scenario: str | Path | Scenario,
    contingency: str,
    *,
    doctrine: str | float | None = None,
    arrival_day: float | None = None,
    plan: str = "quick_seizure",
    set: Mapping[str, float] | None = None,
    days: int = 60,
    runs: int = 2000,
    seed: int = 1,
    start: str | int = "",
) -> Campaign:
    """Return the campaign of a contingency by itself, fought many times from the scenario's forces at its start.

    doctrine: forward, denial, or a mixture 0..1 (1 is denial); arrival_day: day of the guarantor's release, never where
    left out; plan: quick_seizure, bases_first or blockade; set: levers, states, switches or units (`target.air`) by
    name; days: 1 to 90. Raises InputError with the nearest name or the range.

    >>> campaign("us-japan", "senkaku", runs=10, days=5, arrival_day=2).asked.settings
    {'arrival_day': 2}
    """
    settings = dict(set or {})
    if doctrine is not None:
        if isinstance(doctrine, str) and doctrine not in DOCTRINES:
            raise unknown_name("a doctrine or a mixture 0..1", doctrine, tuple(DOCTRINES), path="doctrine")
        settings["doctrine"] = DOCTRINES[doctrine] if isinstance(doctrine, str) else doctrine
    if arrival_day is not None:
        settings["arrival_day"] = arrival_day
    place, _ = named(scenario, [], start)
    return Campaign(*room.spec_for(place, contingency, plan, days, runs, seed, settings))
