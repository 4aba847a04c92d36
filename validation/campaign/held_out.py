"""Each study scored by a fit on all the others: `python -m validation campaign --fit`.

Idea: a fit that meets the figures it has read proves little. For every study the judged ranges are fitted to all other
studies, and what that gives in its settings is set beside its own figures. Figures on which a level was calibrated
outside the campaign are left out. Units: as figures.csv says. Reads: figures.csv, judged.csv, scenario, evidence.
Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kaname.compile.baseline import Baseline
from validation.campaign.figures import CALIBRATED, Published, is_hit
from validation.campaign.fitting import POINTS, SEED, Fit, Learnt, fit, learn
from validation.campaign.studies import RATIOS, STUDIES, Runs
from validation.places import tell

RUNS = 2000
SMALL_POINTS, SMALL_RUNS = 400, 100
SHARE = 10.0


def fit_without(learnt: Learnt, figures: Sequence[Published], study: str) -> Fit:
    """Return the fit to the figures of all studies but one, of which nothing but its name is read."""
    return fit(learnt, [figure for figure in figures if figure.source != study])


def means_of(ground: Baseline, study: str, found: Fit | None, runs: int) -> dict[str, float]:
    """Return the mean of each figure of a study under a fit, or at the figures of the evidence."""
    drawn = {} if found is None else found.drawn(runs, SEED)
    by_run = STUDIES[study](ground, Runs(runs, SEED, drawn))
    means = {name: float(values.mean()) for name, values in by_run.items()}
    return means | {name: means[over] / means[under] for name, (over, under) in RATIOS.items() if over in means}


def scored(ground: Baseline, figures: Sequence[Published], points: int = POINTS, runs: int = RUNS) -> dict[str, Any]:
    """Return every figure under three sets: the evidence's own, the fit to all studies, the fit without its own.

    Misses under the fit without its own study stand first.
    """
    figures = [figure for figure in figures if figure.counterpart != CALIBRATED]
    learnt = learn(ground, points)
    whole, rows = fit(learnt, figures), []
    for study in STUDIES:
        tell(f"  held out: {study}")
        without = fit_without(learnt, figures, study)
        sets = {name: means_of(ground, study, found, runs)
                for name, found in (("evidence", None), ("all", whole), ("held_out", without))}  # fmt: skip
        for figure in (figure for figure in figures if figure.source == study):
            row: dict[str, Any] = {"id": figure.id, "what": figure.what, "unit": figure.unit, "study": study,
                                   "published": figure.published, "first_list": figure.first_list == "yes"}  # fmt: skip
            for name, means in sets.items():
                row[name] = {"mean": means[figure.id], "hit": is_hit(figure, means[figure.id])}
            rows.append(row)
    rows.sort(key=lambda row: row["held_out"]["hit"])
    return {"points": points, "runs": runs, "seed": SEED, "rows": rows, "figures": whole.figures()}
