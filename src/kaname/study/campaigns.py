"""Campaigns alone, from a scenario's forces at its start: many runs, what is measured of them, and sweeps.

Idea: run n is future n of the scenario: its uncertain figures and its chance, so that two settings meet the same
runs. Measured by day: control of the objective by the challenger and the target's force in being (after a campaign is
over its last state stands); held: the objective is still held when control at the end is below HELD_BELOW. Intervals:
95 %, of shares by Wilson's score, of means by the normal approximation. Units: shares, days, units of the class.
Reads: scenario, evidence. Writes: nothing. Source: wilson_1927 (textbook).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from kaname.compile.baseline import Baseline, baseline_of
from kaname.core.errors import InputError, unknown_name
from kaname.core.intervals import NORMAL_95, share_interval
from kaname.core.kernel import kernel
from kaname.model.campaign.doors import close_campaign, fight_days, open_campaign
from kaname.model.campaign.opening import takes_part
from kaname.model.engine.alone import open_tables, turn_alone
from kaname.model.world.turn import Turn
from kaname.words.axes import BASE, FORCES, MEDIUM, PARTIES, SHORT, STRIKE
from kaname.words.fields import BY_NAME
from kaname.words.levers import LEVER, LEVERS
from kaname.words.moves import GUARANTOR, HOST, NEVER, PLANS

HELD_BELOW = 0.5
LEVERS_OF_A_CAMPAIGN = ("doctrine", "counterstrike", "defence_architecture", "command_mode")
STATES_OF_A_CAMPAIGN = ("dispersal", "presence", "intelligence_level", "base_access", "habit", "role_clarity")
ARRIVAL = "arrival_day"
SWITCHES_OF_A_CAMPAIGN = ("attrition_theory", "firing_policy", "homeland_sanctuary")
ORDERS_OF_A_CAMPAIGN = {"challenger_phases": 2, "guarantor_phases": 2, "host_fire": 2, "host_access": 2, "recapture": 1}
"""What is ordered beforehand, and the highest code of each; all begin at the highest. host_fire: 0 the host's forces
stay out, 1 they fight from the start, 2 once its soil is struck; host_access: 0 refused, 1 delayed, 2 granted."""
SETTABLE = (ARRIVAL, *ORDERS_OF_A_CAMPAIGN, *LEVERS_OF_A_CAMPAIGN, *STATES_OF_A_CAMPAIGN, *SWITCHES_OF_A_CAMPAIGN)
FORCES_OF_A_CAMPAIGN = tuple(f"{party}.{force}" for party in PARTIES for force in FORCES[:BASE])
MOST_UNITS, ROUNDING = 20_000.0, 1e-6
LONGEST = 90
MOST_RUNS, MOST_SEED = 100_000, 2**31 - 1


@dataclass(frozen=True)
class CampaignSpec:
    """One setting of a campaign: plan, days, what is set, how many runs of which seed."""

    contingency: int
    plan: int
    days: int
    runs: int
    seed: int
    settings: Mapping[str, float]


@dataclass(frozen=True)
class CampaignResult:
    """Results of the runs of one setting: float64[run, day] and final worlds."""

    control: np.ndarray
    force_in_being: np.ndarray
    worlds: np.recarray

    @property
    def held(self) -> np.ndarray:
        """Runs in which the target still holds the objective at the end."""
        return np.asarray(self.control[:, -1] < HELD_BELOW)

    @property
    def days_lost(self) -> np.ndarray:
        """Return days of each run on whose evening the challenger had the objective."""
        return np.asarray((self.control >= HELD_BELOW).sum(axis=1), float)


def spec_for(
    scenario: str, contingency: str, plan: str, days: int, runs: int, seed: int, settings: Mapping[str, float]
) -> tuple[Baseline, CampaignSpec]:
    """Return the scenario laid out and the setting of a campaign in it, all checked; InputError with the nearest
    name.
    """
    for path, value, low, high in (("--days", days, 1, LONGEST), ("--runs", runs, 1, MOST_RUNS),
                                   ("--seed", seed, 0, MOST_SEED)):  # fmt: skip
        check_whole(path, value, low, high)
    for name, number in settings.items():
        check_setting(name, number, days)
    if plan not in PLANS:
        raise unknown_name("a plan", plan, PLANS, path="--plan")
    baseline = baseline_of(scenario)
    return baseline, CampaignSpec(baseline.place(contingency), PLANS.index(plan), days, runs, seed, settings)


def check_whole(path: str, value: int, low: int, high: int) -> None:
    """Raise InputError unless the value is a whole number in low..high."""
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise InputError(f"{value} is outside {low}..{high}", path=path, found=value)


def check_setting(name: str, value: float, days: int = LONGEST) -> None:
    """Raise InputError unless the setting exists, acts on a campaign of so many days and lies in its range."""
    if name not in SETTABLE and name not in FORCES_OF_A_CAMPAIGN:
        if name in LEVER:
            raise InputError(f"the lever {name} acts on a campaign only through the years before it", path="--set",
                             allowed=list(SETTABLE))  # fmt: skip
        names = FORCES_OF_A_CAMPAIGN if "." in name else SETTABLE
        raise unknown_name("something a campaign can be set to", name, names, path="--set")
    low, high, of = _range(name, days)
    never = name == ARRIVAL and value == NEVER
    if not low <= value <= high and not never:
        hint = f"Raise --days, or {NEVER:g} for help that never comes." if name == ARRIVAL else None
        raise InputError(f"{value:g} is outside {of}{low:g}..{high:g}", path=name, found=value, hint=hint)
    if name in SWITCHES_OF_A_CAMPAIGN and value != int(value):
        raise InputError(f"{value:g} is neither 0 nor 1", path=name, found=value)
    if name in ORDERS_OF_A_CAMPAIGN and value != int(value):
        raise InputError(f"{value:g} is no whole number of {low:g}..{high:g}", path=name, found=value)


def sweep(ground: Baseline, asked: CampaignSpec, name: str, values: Sequence[float]) -> Iterator[dict[str, Any]]:
    """Return what the same runs give for each value of one setting: held share, force in being, days lost, control."""
    for value, found in zip(values, run_each(ground, asked, name, values), strict=True):
        yield {"name": name, "value": value, "held_share": share(found.held),
               "force_in_being": mean(found.worlds.last_force_in_being), "days_lost": mean(found.days_lost),
               "control": mean(found.control[:, -1])}  # fmt: skip


def _range(name: str, days: int) -> tuple[float, float, str]:
    """Return low, high and what they are of."""
    if name == ARRIVAL:
        return 0.0, float(days), "the days fought, "
    if name in FORCES_OF_A_CAMPAIGN:
        return 0.0, MOST_UNITS, "the units that may come, "
    if name in ORDERS_OF_A_CAMPAIGN:
        return 0.0, float(ORDERS_OF_A_CAMPAIGN[name]), ""
    if name in LEVER:
        return LEVERS[LEVER[name]].low, LEVERS[LEVER[name]].high, ""
    return 0.0, 1.0, ""


def run(baseline: Baseline, spec: CampaignSpec) -> CampaignResult:
    """Return all runs of one setting."""
    worlds, params = lay_out(baseline, spec)
    return fight(baseline, spec, worlds, params)


def lay_out(baseline: Baseline, spec: CampaignSpec) -> tuple[np.ndarray, np.ndarray]:
    """Return worlds[run] and params[run], sampled and set, before the first day."""
    worlds, params = baseline.futures(spec.runs, spec.seed)
    _lay(worlds, params, spec)
    return worlds, params


def run_each(baseline: Baseline, spec: CampaignSpec, name: str, values: Sequence[float]) -> Iterator[CampaignResult]:
    """Yield the same runs once for each value of one setting; what is uncertain is sampled once for all."""
    worlds, params = baseline.futures(spec.runs, spec.seed)
    for value in values:
        one = replace(spec, settings={**spec.settings, name: value})
        laid = worlds.copy(), params.copy()
        _lay(*laid, one)
        yield fight(baseline, one, *laid)


def fight(baseline: Baseline, spec: CampaignSpec, worlds: np.ndarray, params: np.ndarray) -> CampaignResult:
    """Fight the campaigns of worlds that are laid out; writes their last state into `worlds`."""
    by_day = np.zeros((2, len(worlds), spec.days + 1))
    fight_all(worlds, params, _turn(baseline, spec, 0), spec.contingency, by_day[0], by_day[1])
    return CampaignResult(by_day[0], by_day[1], worlds.view(np.recarray))


def _turn(baseline: Baseline, spec: CampaignSpec, future: int) -> Turn:
    sizes = {name: len(baseline.axes[name]) for name in ("actor", "contingency", "cohort")}
    return turn_alone(open_tables(sizes), sizes["actor"], future, spec.seed)


def _lay(worlds: np.ndarray, params: np.ndarray, spec: CampaignSpec) -> None:
    """Plan, law, host and what is set, in worlds and parameters that are sampled."""
    worlds["camp_plan"], worlds["camp_arrival"] = spec.plan, NEVER
    worlds["permit"], worlds["camp_standing"] = 1, 1
    for name, value in {**ORDERS_OF_A_CAMPAIGN, **spec.settings}.items():
        if name in FORCES_OF_A_CAMPAIGN:
            party, force = name.split(".")
            _bring(worlds, params, spec.contingency, party, force, value)
        else:
            _set(worlds, params, name, value)


def _bring(worlds: np.ndarray, params: np.ndarray, k: int, party: str, force: str, units: float) -> None:
    """Give the party's actor the stock of which its share for the contingency is `units`, whatever that share is."""
    place = FORCES.index(force)
    actor = int(params[party][0][k])
    worlds["stock"][:, actor, place] = (units + ROUNDING) / params["commit_share"][:, k, PARTIES.index(party)]
    if place == STRIKE and actor == int(params["proliferator"][0]):
        worlds["missiles"][:, (SHORT, MEDIUM)] = 0.0
        worlds["missiles"][:, MEDIUM] = worlds["stock"][:, actor, place]


def _set(worlds: np.ndarray, params: np.ndarray, name: str, value: float) -> None:
    if name == ARRIVAL:
        worlds["camp_arrival"] = value
    elif name in ORDERS_OF_A_CAMPAIGN:
        _order(worlds, name, int(value))
    elif name in SWITCHES_OF_A_CAMPAIGN:
        params[name] = int(value)
    elif name in LEVER:
        worlds["lever"][:, LEVER[name]] = value
    else:
        worlds[BY_NAME[name].name] = value


def _order(worlds: np.ndarray, name: str, code: int) -> None:
    """Write one standing order (see ORDERS_OF_A_CAMPAIGN)."""
    if name == "host_access":
        worlds["access"] = code
    elif name == "host_fire":
        worlds["camp_host_fire"], worlds["camp_host_answers"] = code == 1, code == 2
    elif name == "recapture":
        worlds["camp_recapture"] = code
    else:
        worlds["camp_ceiling"][:, PARTIES.index(name.split("_")[0])] = code


@kernel
def fight_all(worlds: Any, params: Any, turn: Turn, k: int, control: np.ndarray, in_being: np.ndarray) -> None:
    """Fight each world's campaign day by day; control and force in being by [run, day], day 0 the evening before."""
    for n in range(worlds.shape[0]):
        w, p = worlds[n], params[n]
        now = Turn(
            turn.seed, n, 0, 0, turn.tables, turn.seats, turn.answers, turn.log, turn.used, turn.scratch, turn.board
        )
        open_campaign(w, p, now, k)
        in_being[n, 0] = w.camp_force_in_being
        for day in range(1, control.shape[1]):
            fight_days(w, p, now, k, float(day))
            control[n, day] = w.camp_control
            in_being[n, day] = w.camp_force_in_being
        close_campaign(w, p, now, k)


def course_of(baseline: Baseline, spec: CampaignSpec, number: int) -> list[dict[str, Any]]:
    """Return one run day by day: what each party has left, bases, missiles, control (run `number` of the same seed)."""
    rows = []
    for day in range(spec.days + 1):
        found = run_one(baseline, spec, number, day)
        rows.append(found)
        if found["over"]:
            break
    return rows


def run_one(baseline: Baseline, spec: CampaignSpec, number: int, day: int) -> dict[str, Any]:
    """Return the evening of one day of one run (fought anew from day 0: named chance makes it the same run)."""
    start, params = baseline.futures(1, spec.seed, number)
    _lay(start, params, spec)
    turn = _turn(baseline, spec, number)
    w, p = start.view(np.recarray)[0], params.view(np.recarray)[0]
    open_campaign(w, p, turn, spec.contingency)
    fight_days(w, p, turn, spec.contingency, float(day))
    units = {party: {f: float(w.camp_units[n, i]) for i, f in enumerate(FORCES[:9])} for n, party in enumerate(PARTIES)}
    return {
        "day": float(w.camp_day), "phase": int(w.camp_phase[GUARANTOR]), "control": float(w.camp_control),
        "force_in_being": float(w.camp_force_in_being),
        "sea_and_air": float(w.camp_sea_control), "lodgement": float(w.camp_lodgement),
        "garrison": float(w.camp_garrison), "leakers": float(w.camp_leakers), "released": int(w.camp_released),
        "bases_open": w.camp_bases_open.tolist(), "bases_closed": w.camp_bases_closed.tolist(), "units": units,
        "over": int(w.camp_over),
    }  # fmt: skip


def share(of: np.ndarray) -> dict[str, float]:
    """Return a share of runs with its 95 % interval."""
    value, low, high = share_interval(float(np.sum(of)), len(of))
    return {"value": value, "low": low, "high": high}


def mean(of: np.ndarray) -> dict[str, float]:
    """Return a mean over runs with its 95 % interval."""
    half = NORMAL_95 * float(np.std(of, ddof=1)) / np.sqrt(len(of)) if len(of) > 1 else 0.0
    value = float(np.mean(of))
    return {"value": value, "low": value - half, "high": value + half}


def parties_of(baseline: Baseline, k: int) -> tuple[str, ...]:
    """Return the parties whose forces can fight in a contingency: a host only where it is a party of its own."""
    return PARTIES if takes_part(baseline.params.view(np.recarray)[0], k, HOST) else PARTIES[:HOST]


def summary(baseline: Baseline, spec: CampaignSpec, result: CampaignResult) -> dict[str, Any]:
    """Return the data of --json for one setting."""
    actors = [int(baseline.params[role][0][spec.contingency]) for role in parties_of(baseline, spec.contingency)]
    release = spec.settings.get(ARRIVAL, NEVER)
    losses = {
        party: {f: mean(result.worlds.losses[:, actor, i]) for i, f in enumerate(FORCES[:9])}
        for party, actor in zip(parties_of(baseline, spec.contingency), actors, strict=True)
    }
    return {
        "runs": spec.runs, "contingency": baseline.axes["contingency"][spec.contingency], "plan": PLANS[spec.plan],
        "arrival_day": None if release >= NEVER else release, "held_share": share(result.held),
        "control_by_day": _fan(result.control), "force_in_being_by_day": _fan(result.force_in_being), "losses": losses,
        "force_in_being": mean(result.worlds.last_force_in_being), "days_lost": mean(result.days_lost),
    }  # fmt: skip


def _fan(by_day: np.ndarray) -> list[dict[str, float]]:
    low, middle, high = np.quantile(by_day, (0.05, 0.5, 0.95), axis=0)
    return [
        {"day": day, **mean(by_day[:, day]), "q05": float(low[day]), "q50": float(middle[day]), "q95": float(high[day])}
        for day in range(by_day.shape[1])
    ]
