"""The settings of the published studies, run on the flagship: what each one counts, by run.

Idea: each study is the campaign nearest to what it says of itself: days, who is struck, who helps. Its own inputs
(missiles, reloads, orders of battle) were not to be had. The worlds and parameters come from outside, so that the same
settings serve the shipped figures, and draws of a fit.
Units: as figures.csv says. Reads: scenario, evidence. Writes: nothing.
Source: stimson_cratering_2024, csis_first_battle_2023, spf_wargame_2023, bloomberg_cost_of_war_2024 for the settings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from kaname.compile.baseline import Baseline
from kaname.core.kernel import kernel
from kaname.model.campaign.doors import close_campaign, fight_days, open_campaign
from kaname.model.engine.alone import open_tables, turn_alone
from kaname.model.world.turn import Turn
from kaname.study.campaigns import CampaignSpec, lay_out
from kaname.words.axes import AIR, GROUND, PARTIES, SURFACE
from kaname.words.levers import LEVER
from kaname.words.moves import BASES_FIRST, CHALLENGER, GUARANTOR, HOST, NEVER, QUICK_SEIZURE, TARGET, WIDENED_RUNG

AIRFIELDS, CSIS, SASAKAWA, ECONOMISTS = (
    "stimson_cratering_2024", "csis_first_battle_2023", "spf_wargame_2023", "bloomberg_cost_of_war_2024",
)  # fmt: skip
CLOSURE_DAYS, BASE_CASE_DAYS, ALONE_DAYS, GAME_DAYS = 60, 21, 70, 15
"""Long enough for `over a month`; three weeks; ten weeks; a little over two weeks."""
THOUSAND = 1000.0
DEFENDERS = (TARGET, GUARANTOR, HOST)
Shape = Callable[[Baseline, np.ndarray, np.ndarray], None]


@dataclass(frozen=True)
class Runs:
    """How many campaigns of which seed, from which future on, and what is drawn anew: figure -> float64[run]."""

    count: int
    seed: int
    drawn: Mapping[str, np.ndarray]


@dataclass
class Course:
    """What some campaigns left: base-days closed to fighters and to tankers by party, float64[run, party]; worlds.

    landed: the challenger's battalions sent, less those expected to be lost on the way, float64[run].
    """

    closed: np.ndarray
    no_tanker: np.ndarray
    landed: np.ndarray
    worlds: np.recarray
    params: np.recarray


@kernel
def open_all(worlds: np.ndarray, params: np.ndarray, turn: Turn, k: int) -> None:
    for n in range(worlds.shape[0]):
        open_campaign(worlds[n], params[n], turn, k)


@kernel
def fight_all(worlds: np.ndarray, params: np.ndarray, turn: Turn, k: int, day: float) -> None:
    for n in range(worlds.shape[0]):
        now = Turn(
            turn.seed, n, 0, 0, turn.tables, turn.seats, turn.answers, turn.log, turn.used, turn.scratch, turn.board
        )
        fight_days(worlds[n], params[n], now, k, day)


@kernel
def close_all(worlds: np.ndarray, params: np.ndarray, turn: Turn, k: int) -> None:
    for n in range(worlds.shape[0]):
        close_campaign(worlds[n], params[n], turn, k)


def course(ground: Baseline, runs: Runs, place: str, plan: int, arrival: float, days: int, shape: Shape) -> Course:
    """Return the campaigns fought day by day, and their last worlds."""
    k = ground.place(place)
    worlds, params = lay_out(ground, CampaignSpec(k, plan, days, runs.count, runs.seed, {"arrival_day": arrival}))
    for name, values in runs.drawn.items():
        params[name] = values
    shape(ground, worlds, params)
    sizes = {name: len(ground.axes[name]) for name in ("actor", "contingency", "cohort")}
    turn = turn_alone(open_tables(sizes), sizes["actor"], 0, runs.seed)
    open_all(worlds, params, turn, k)
    closed, no_tanker = (np.zeros((runs.count, len(PARTIES))) for _ in range(2))
    landed = np.zeros(runs.count)
    for day in range(days):
        at_home = worlds["camp_units"][:, CHALLENGER, GROUND].copy()
        fight_all(worlds, params, turn, k, float(day + 1))
        closed += worlds["camp_bases_closed"]
        no_tanker += worlds["camp_tanker_short"]
        risk = params["landing_risk"] * params["crossing"][:, k] * (1.0 - worlds["camp_sea_control"])
        landed += (at_home - worlds["camp_units"][:, CHALLENGER, GROUND]) * (1.0 - risk)
    close_all(worlds, params, turn, k)
    return Course(closed, no_tanker, landed, worlds.view(np.recarray), params.view(np.recarray))


# --- airfields


def guarantor_alone(ground: Baseline, worlds: np.ndarray, params: np.ndarray) -> None:
    """All missiles at the guarantor's bases, which its own interceptors alone defend; no rule stops the attack."""
    shared_bases(ground, worlds, params)
    params["base_share"][:, ground.place("senkaku"), TARGET] = 0.0
    worlds["lever"][:, LEVER["defence_architecture"]] = 0.0


def shared_bases(ground: Baseline, worlds: np.ndarray, params: np.ndarray) -> None:
    """The ally's own bases and interceptors beside them, integrated; no civil airfield; all missiles at runways."""
    params["culmination_share"], params["hold_days"], params["parking_aim"] = 0.0, CLOSURE_DAYS, 0.0
    worlds["dispersal"] = 0.0
    worlds["lever"][:, LEVER["defence_architecture"]] = 1.0


def civil_airfields(ground: Baseline, worlds: np.ndarray, params: np.ndarray) -> None:
    """And every suitable civil airfield."""
    shared_bases(ground, worlds, params)
    worlds["dispersal"] = 1.0


def airfields(ground: Baseline, runs: Runs) -> dict[str, np.ndarray]:
    """Return the days closed a base, to fighters and to tankers, in the three cases."""
    counted: dict[str, np.ndarray] = {}
    for name, shape in (("alone", guarantor_alone), ("shared", shared_bases), ("civil", civil_airfields)):
        seen = course(ground, runs, "senkaku", BASES_FIRST, 0.0, CLOSURE_DAYS, shape)
        both = (TARGET, GUARANTOR)
        bases = (seen.worlds.camp_bases_open + seen.worlds.camp_bases_closed)[:, both].sum(axis=1)
        closed = seen.closed[:, both].sum(axis=1)
        counted[f"closed_fighter_{name}"] = closed / bases
        counted[f"closed_tanker_{name}"] = (closed + seen.no_tanker[:, both].sum(axis=1)) / bases
    return counted


# --- games


def bases_struck(ground: Baseline, worlds: np.ndarray, params: np.ndarray) -> None:
    """Bases that hold the guarantor's forces are struck from the first day."""
    worlds["rung"] = WIDENED_RUNG


def homeland_spared(ground: Baseline, worlds: np.ndarray, params: np.ndarray) -> None:
    """And all strike missiles fly at ships, none at the challenger's homeland, as in each base case."""
    bases_struck(ground, worlds, params)
    params["counter_ships"][:, ground.place("taiwan")] = 1.0


def all_it_has(ground: Baseline, worlds: np.ndarray, params: np.ndarray) -> None:
    """Bases struck, the ally's civil airfields open, and the challenger uses all its forces from the first day."""
    bases_struck(ground, worlds, params)
    k = ground.place("taiwan")
    worlds["dispersal"] = 1.0
    params["commit_share"][:, k, CHALLENGER] = params["opening_share"][:, k] = 1.0


def nobody_else(ground: Baseline, worlds: np.ndarray, params: np.ndarray) -> None:
    """The host's forces stay out whatever is struck; the challenger can ferry its whole army."""
    worlds["camp_host_answers"] = 0
    k = ground.place("taiwan")
    worlds["stock"][:, _actors(ground)[0], GROUND] /= params["commit_share"][:, k, CHALLENGER]


def csis(ground: Baseline, runs: Runs) -> dict[str, np.ndarray]:
    """Return what the base case counts after three weeks, and the target that stands alone after ten."""
    base = course(ground, runs, "taiwan", QUICK_SEIZURE, 0.0, BASE_CASE_DAYS, homeland_spared)
    alone = course(ground, runs, "taiwan", QUICK_SEIZURE, NEVER, ALONE_DAYS, nobody_else)
    counted = _losses(ground, base, "csis")
    allied = counted["csis_tw_air"] + counted["csis_us_air"] + counted["csis_jp_air"]
    on_ground = base.worlds.camp_parked_lost[:, DEFENDERS].sum(axis=1)
    return counted | {
        "csis_on_ground": on_ground / np.maximum(1.0, allied),
        "csis_landed": base.landed, "csis_ashore": base.worlds.camp_lodgement.copy(),
        "csis_alone_falls": np.asarray(alone.worlds.camp_control >= 1.0 / 2.0, float),
        "csis_alone_landed": alone.landed, "csis_alone_ashore": alone.worlds.camp_lodgement.copy(),
        "csis_alone_air": _losses(ground, alone, "csis")["csis_cn_air"],
    }  # fmt: skip


def sasakawa(ground: Baseline, runs: Runs) -> dict[str, np.ndarray]:
    """Return what the game counts after a little over two weeks, people among it."""
    game = course(ground, runs, "taiwan", QUICK_SEIZURE, 0.0, GAME_DAYS, all_it_has)
    people = people_lost(game.worlds, game.params)
    actors = zip(("cn", "tw", "us", "jp"), _actors(ground), strict=True)
    return _losses(ground, game, "spf") | {f"spf_{name}_people": people[:, actor] for name, actor in actors}


def _actors(ground: Baseline) -> list[int]:
    k = ground.place("taiwan")
    return [int(ground.params[role][0][k]) for role in PARTIES]


def _losses(ground: Baseline, seen: Course, study: str) -> dict[str, np.ndarray]:
    """Aircraft and ships lost by party; the challenger's landing ships among them."""
    lost, counted = seen.worlds.losses, {}
    for name, actor in zip(("cn", "tw", "us", "jp"), _actors(ground), strict=True):
        counted[f"{study}_{name}_air"] = lost[:, actor, AIR].copy()
        counted[f"{study}_{name}_ships"] = lost[:, actor, SURFACE].copy()
    counted[f"{study}_cn_ships"] += seen.worlds.camp_landing_lost[:, CHALLENGER]
    return counted


def people_lost(worlds: np.recarray, p: np.recarray) -> np.ndarray:
    """Return thousand people lost, [run, actor], as the aftermath counts them."""
    with_units = (worlds.losses * p.people_per_unit).sum(axis=2)
    with_units += worlds.landing_sunk * p.people_per_landing_ship[:, None]
    at_bases = worlds.bases_struck * p.people_per_strike[:, None] + worlds.struck * p.people_around[:, None]
    return np.asarray((with_units + at_bases) / THOUSAND)


STUDIES: dict[str, Callable[[Baseline, Runs], dict[str, np.ndarray]]] = {
    AIRFIELDS: airfields, CSIS: csis, SASAKAWA: sasakawa,
}  # fmt: skip
RATIOS = {
    "ratio_shared": ("closed_fighter_shared", "closed_fighter_alone"),
    "ratio_civil": ("closed_fighter_civil", "closed_fighter_shared"),
    "ratio_tanker": ("closed_tanker_civil", "closed_fighter_civil"),
}
"""Figures that are one mean over another."""
