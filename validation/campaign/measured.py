"""Published figures beside the campaign's own: `python -m validation campaign`.

Idea: run the flagship's campaign in the settings nearest to those of each published study and set the same measure
beside its figure. Units: as figures.csv says. Reads: that file, scenario, evidence. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from kaname.compile.baseline import Baseline, baseline_of
from kaname.model.economy.war_trade import felt_of_war, war_scale_of
from kaname.words.axes import END_WIDE_WAR, PARTIES
from kaname.words.moves import BASES_FIRST, GRANT
from validation.campaign.figures import Published, is_hit, published
from validation.campaign.studies import (
    DEFENDERS,
    RATIOS,
    STUDIES,
    Runs,
    course,
    shared_bases,
)
from validation.places import tell

SCENARIO, RUNS, SEED = "us-japan", 2000, 1
SHELTER_DAYS, QUARTERS = 10, 4
PEOPLE = ("us", "cn", "jp", "tw")
PERCENT = 100.0


@dataclass(frozen=True)
class Measured:
    """The same measure in our runs: mean, and 5 and 95 % of runs; `hit` None where ours has no counterpart."""

    figure: Published
    mean: float | None
    low: float
    high: float
    hit: bool | None


def judged(figure: Published, runs: np.ndarray | None) -> Measured:
    """Return our runs beside the figure."""
    if runs is None:
        return Measured(figure, None, 0.0, 0.0, None)
    ours = float(np.mean(runs))
    low, high = (float(x) for x in np.quantile(runs, (0.05, 0.95)))
    return Measured(figure, ours, low, high, is_hit(figure, ours))


def counted(ground: Baseline, runs: Runs) -> dict[str, np.ndarray]:
    """Return what every study's settings come to, by run; a ratio of two means is one number."""
    by_run: dict[str, np.ndarray] = {}
    for study, settings in STUDIES.items():
        tell(f"  {study}")
        by_run |= settings(ground, runs)
    for name, (over, under) in RATIOS.items():
        by_run[name] = np.array([by_run[over].mean() / by_run[under].mean()])
    return by_run


def shelters(ground: Baseline) -> list[tuple[float, float]]:
    """(share of aircraft in shelters, mean aircraft of ally and guarantor lost on the ground in ten days)."""
    rows = []
    for share in (0.0, 0.2, 0.4, 0.6, 0.8):

        def hardened(ground: Baseline, worlds: np.ndarray, params: np.ndarray, share: float = share) -> None:
            aimed = params["parking_aim"].copy()
            shared_bases(ground, worlds, params)
            params["shelter_share"], params["parking_aim"] = share, aimed

        seen = course(ground, Runs(RUNS, SEED, {}), "senkaku", BASES_FIRST, 0.0, SHELTER_DAYS, hardened)
        rows.append((share, float(seen.worlds.camp_parked_lost[:, DEFENDERS].sum(axis=1).mean())))
    return rows


def output(ground: Baseline, people: Mapping[str, float]) -> dict[str, np.ndarray]:
    """Mean loss of output in the first year, in per cent, after a wide war over Taiwan with the host's bases open.

    people: thousand people lost, by actor.
    """
    k = ground.place("taiwan")
    w, p = ground.start.copy().view(np.recarray)[0], ground.params.copy().view(np.recarray)[0]
    actors = dict(zip(("cn", "tw", "us", "jp"), (int(ground.params[role][0][k]) for role in PARTIES), strict=True))
    w.ending[k], w.conduct[k], w.access[k] = END_WIDE_WAR, 1.0, GRANT
    for name, actor in actors.items():
        w.casualties[actor] = people[name]
    scale = float(war_scale_of(w, p))
    by_quarter: dict[str, list[float]] = {name: [] for name in actors}
    for quarter in range(QUARTERS):
        for name, a in actors.items():
            w.war_trade_felt[a] = felt_of_war(w, p, a, scale if quarter == 0 else 0.0)
            gone = w.war_trade_felt[a] + p.growth_war * np.log(1.0 + people[name])
            by_quarter[name].append(PERCENT * (1.0 - float(np.exp(-gone))))
    return {f"output_{name}": np.array([np.mean(year)]) for name, year in by_quarter.items()}


def measured() -> list[Measured]:
    """Return every published figure beside ours."""
    ground = baseline_of(SCENARIO)
    by_run = counted(ground, Runs(RUNS, SEED, {}))
    by_run |= output(ground, {name: float(by_run[f"spf_{name}_people"].mean()) for name in PEOPLE})
    return [judged(figure, by_run.get(figure.id)) for figure in published()]
