"""All that is measured of the campaign beside published figures, as plain data: data/published.json.

Besides published figures: parked aircraft against a public student simulation, shelters, and what the switches and the
doctrines change. Reads: figures.csv, scenario, evidence. Writes: nothing. Units: as each entry says.
"""

from __future__ import annotations

from typing import Any

from kaname.compile.baseline import Baseline, baseline_of
from kaname.model.campaign.bases import parked_loss_chance
from kaname.study.campaigns import CampaignSpec, run, share
from kaname.words.moves import NEVER, PLANS, QUICK_SEIZURE
from validation.campaign.figures import published
from validation.campaign.held_out import SMALL_POINTS, SMALL_RUNS, scored
from validation.campaign.measured import RUNS, SCENARIO, SEED, Measured, measured, shelters

ABOUT = "Written by python -m validation campaign; the report and docs/explanation/campaign-validation.md read it."
PARKED = (  # aircraft on one base, missiles on it, lost in the open, lost in shelters (df26montecarlo 2021)
    (120, 10, 29.61, 18.32), (120, 50, 92.93, 70.62), (120, 100, 115.66, 103.26), (24, 10, 12.21, 7.90),
    (12, 10, 8.83, 7.14), (6, 5, 4.17, 3.55),
)  # fmt: skip
SWITCHES = (
    ("attrition by salvo", {"attrition_theory": 0.0}), ("attrition by rates (Lanchester)", {"attrition_theory": 1.0}),
    ("barrage", {"firing_policy": 0.0}), ("shoot, look, shoot", {"firing_policy": 1.0}),
    ("homeland open to strikes", {"homeland_sanctuary": 0.0}), ("homeland a sanctuary", {"homeland_sanctuary": 1.0}),
)  # fmt: skip
DOCTRINES = (("forward decisive", 0.0), ("active denial", 1.0))
DAYS, ARRIVAL = 60, 15.0
NEAREST = 1e-3


def results(fit: dict[str, Any]) -> dict[str, Any]:
    """Return everything that is measured, and the fit given; rows of published figures with the misses first."""
    baseline = baseline_of(SCENARIO)
    rows = [_row(found) for found in sorted(measured(), key=_rank)]
    return {
        "about": ABOUT, "scenario": SCENARIO, "runs": RUNS, "seed": SEED, "days": DAYS, "arrival_day": ARRIVAL,
        "rows": rows, "parked": parked(baseline),
        "shelters": [{"share": part, "lost": lost} for part, lost in shelters(baseline)],
        "switches": switches(baseline), "doctrines": doctrines(baseline), "fit": fit,
    }  # fmt: skip


def fitted() -> dict[str, Any]:
    """Return the fit with each study left out, and the same of a small size, which a test repeats."""
    baseline, figures = baseline_of(SCENARIO), published()
    small = scored(baseline, figures, SMALL_POINTS, SMALL_RUNS)
    return {**scored(baseline, figures), "small": small["rows"]}


def _row(found: Measured) -> dict[str, Any]:
    figure = found.figure
    ours = None if found.mean is None else {"mean": found.mean, "low": found.low, "high": found.high}
    return {
        "what": figure.what, "unit": figure.unit, "rule": figure.rule, "source": figure.source,
        "published": figure.published, "low": figure.low, "high": figure.high, "ours": ours,
        "mark": "none" if found.hit is None else "hit" if found.hit else "miss",
    }  # fmt: skip


def _rank(found: Measured) -> tuple[int, float]:
    if found.mean is None or found.hit is None:
        return 2, 0.0
    return int(found.hit), -_apart(found)


def _apart(found: Measured) -> float:
    """How far ours is from the published figure: the larger over the smaller."""
    ours, published = max(found.mean or 0.0, NEAREST), found.figure.published
    return max(ours / published, published / ours)


def parked(baseline: Baseline) -> list[dict[str, float]]:
    """Return aircraft lost on one base, in the open and in shelters, theirs and ours at the central figures."""
    kill, shelter = (float(baseline.params[name][0]) for name in ("parking_kill", "shelter_kill"))
    return [
        {"aircraft": aircraft, "missiles": missiles, "open": in_open, "sheltered": inside,
         "ours_open": aircraft * parked_loss_chance(kill, float(missiles)),
         "ours_sheltered": aircraft * parked_loss_chance(shelter / aircraft, float(missiles))}
        for aircraft, missiles, in_open, inside in PARKED
    ]  # fmt: skip


def switches(baseline: Baseline) -> list[dict[str, Any]]:
    """Return what rival theories change: Senkaku and Taiwan, help on day 15, 60 days."""
    return [
        {"contingency": place, "switch": name, **_campaign(baseline, place, QUICK_SEIZURE, ARRIVAL, settings)}
        for place in ("senkaku", "taiwan")
        for name, settings in SWITCHES
    ]


def doctrines(baseline: Baseline) -> list[dict[str, Any]]:
    """Return both doctrines against each plan: same forces, same budget, the challenger's three answers."""
    return [
        {"plan": name, "doctrine": doctrine, "arrival_day": None if arrival == NEVER else arrival,
         **_campaign(baseline, "senkaku", plan, arrival, {"doctrine": value})}
        for plan, name in enumerate(PLANS)
        for arrival in (ARRIVAL, NEVER)
        for doctrine, value in DOCTRINES
    ]  # fmt: skip


def _campaign(baseline: Baseline, place: str, plan: int, arrival: float, settings: dict[str, float]) -> dict[str, Any]:
    k = baseline.place(place)
    result = run(baseline, CampaignSpec(k, plan, DAYS, RUNS, SEED, {"arrival_day": arrival, **settings}))
    lost = result.worlds.losses
    losses = {
        role: [float(x) for x in lost[:, int(baseline.params[role][0][k]), :2].mean(axis=0)]
        for role in ("challenger", "target")
    }
    return {
        "held": share(result.held), "days_lost": float(result.days_lost.mean()),
        "force_in_being": float(result.worlds.last_force_in_being.mean()), "lost": losses,
    }  # fmt: skip
