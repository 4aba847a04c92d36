"""Published figures beside the campaign's own: `python -m validation campaign`.

Idea: run the flagship's campaign in the settings nearest to those of a published study and set the same measure beside
its figure. Nothing was fitted to these figures and none of them gates anything: their inputs were not to be had.
A hit is within TOLERANCE of a mean (and inside the published range where there is one), within TIGHT of a ratio, at
least a lower bound. Units: as figures.csv says. Reads: that file, scenario, evidence. Writes: nothing.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from kaname.compile.baseline import Baseline, baseline_of
from kaname.core.kernel import kernel
from kaname.model.campaign.doors import close_campaign, fight_days, open_campaign
from kaname.model.economy.war_trade import felt_of_war, war_scale_of
from kaname.model.engine.alone import open_tables, turn_alone
from kaname.model.world.turn import Turn
from kaname.study.campaigns import CampaignSpec, lay_out
from kaname.words.axes import AIR, END_WIDE_WAR, GROUND, PARTIES, SURFACE
from kaname.words.levers import LEVER
from kaname.words.moves import (
    BASES_FIRST,
    CHALLENGER,
    GRANT,
    GUARANTOR,
    HOST,
    NEVER,
    QUICK_SEIZURE,
    TARGET,
    WIDENED_RUNG,
)
from validation.places import tell

FIGURES = Path(__file__).with_name("figures.csv")
SCENARIO, RUNS, SEED = "us-japan", 2000, 1
CLOSURE_DAYS, SHELTER_DAYS, GAME_DAYS, ALONE_DAYS = 30, 10, 28, 70
QUARTERS = 4
THOUSAND, PERCENT = 1000.0, 100.0
TOLERANCE, TIGHT = 0.3, 0.1
Shape = Callable[[Baseline, np.ndarray, np.ndarray], None]


@dataclass(frozen=True)
class Published:
    """One published figure: value, range if any, how a hit is judged, source, whether ours has a counterpart."""

    id: str
    what: str
    published: float
    low: float | None
    high: float | None
    unit: str
    rule: str
    source: str
    counterpart: str


@dataclass(frozen=True)
class Measured:
    """The same measure in our runs: mean, and 5 and 95 % of runs; `hit` None where ours has no counterpart."""

    figure: Published
    mean: float | None
    low: float
    high: float
    hit: bool | None


@dataclass
class Course:
    """What some campaigns left by day: float64[run, day, party], and their last worlds."""

    closed: np.ndarray
    no_tanker: np.ndarray
    worlds: np.recarray
    on_ground: np.ndarray = field(default_factory=lambda: np.zeros(0))


def published() -> list[Published]:
    """The figures of figures.csv."""
    with FIGURES.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    return [
        Published(**{**row, "published": float(row["published"]), "low": _number(row["low"]),
                     "high": _number(row["high"])})
        for row in rows
    ]  # fmt: skip


def _number(said: str) -> float | None:
    return float(said) if said else None


def judged(figure: Published, runs: np.ndarray | None) -> Measured:
    """Our runs beside the figure."""
    if runs is None:
        return Measured(figure, None, 0.0, 0.0, None)
    ours, said = float(np.mean(runs)), figure.published
    if figure.rule == "least":
        hit = ours >= said
    elif figure.rule == "range":
        hit = (figure.low or 0.0) <= ours <= (figure.high or 0.0)
    else:
        hit = abs(ours - said) <= (TIGHT if figure.rule == "tight" else TOLERANCE) * said
        if figure.low is not None and figure.high is not None:
            hit = hit and figure.low <= ours <= figure.high
    low, high = (float(x) for x in np.quantile(runs, (0.05, 0.95)))
    return Measured(figure, ours, low, high, bool(hit))


# --- campaigns, day by day


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


def course(ground: Baseline, place: str, plan: int, arrival: float, days: int, shape: Shape) -> Course:
    """RUNS campaigns fought day by day, and their last worlds."""
    k = ground.place(place)
    asked = CampaignSpec(k, plan, days, RUNS, SEED, {"arrival_day": arrival})
    worlds, params = lay_out(ground, asked)
    shape(ground, worlds, params)
    sizes = {name: len(ground.axes[name]) for name in ("actor", "contingency", "cohort")}
    turn = turn_alone(open_tables(sizes), sizes["actor"], 0, SEED)
    open_all(worlds, params, turn, k)
    closed, no_tanker = (np.zeros((RUNS, days, len(PARTIES))) for _ in range(2))
    for day in range(days):
        fight_all(worlds, params, turn, k, float(day + 1))
        closed[:, day], no_tanker[:, day] = worlds["camp_bases_closed"], worlds["camp_tanker_short"]
    close_all(worlds, params, turn, k)
    on_ground = worlds["camp_parked_lost"][:, (TARGET, GUARANTOR, HOST)].sum(axis=1)
    return Course(closed, no_tanker, worlds.view(np.recarray), on_ground)


# --- airfields


def guarantor_alone(ground: Baseline, worlds: np.ndarray, params: np.ndarray) -> None:
    """All missiles at the guarantor's bases, which its own interceptors alone defend; no rule stops the attack."""
    params["base_share"][:, ground.place("senkaku"), TARGET] = 0.0
    params["culmination_share"], params["hold_days"] = 0.0, CLOSURE_DAYS
    worlds["dispersal"] = 0.0
    worlds["lever"][:, LEVER["defence_architecture"]] = 0.0


def shared_bases(ground: Baseline, worlds: np.ndarray, params: np.ndarray) -> None:
    """The ally's own bases and interceptors beside them, integrated; no civil airfield."""
    params["culmination_share"], params["hold_days"] = 0.0, CLOSURE_DAYS
    worlds["dispersal"] = 0.0
    worlds["lever"][:, LEVER["defence_architecture"]] = 1.0


def civil_airfields(ground: Baseline, worlds: np.ndarray, params: np.ndarray) -> None:
    """And every suitable civil airfield."""
    shared_bases(ground, worlds, params)
    worlds["dispersal"] = 1.0


def airfields(ground: Baseline) -> dict[str, np.ndarray]:
    """Days closed a base, to fighters and to tankers, in the three cases."""
    found: dict[str, np.ndarray] = {}
    for name, shape in (("alone", guarantor_alone), ("shared", shared_bases), ("civil", civil_airfields)):
        tell(f"  airfields: {name}")
        seen = course(ground, "senkaku", BASES_FIRST, 0.0, CLOSURE_DAYS, shape)
        bases = (seen.worlds.camp_bases_open + seen.worlds.camp_bases_closed)[:, (TARGET, GUARANTOR)].sum(axis=1)
        closed = seen.closed[:, :, (TARGET, GUARANTOR)].sum(axis=(1, 2))
        found[f"closed_fighter_{name}"] = closed / bases
        found[f"closed_tanker_{name}"] = (closed + seen.no_tanker[:, :, (TARGET, GUARANTOR)].sum(axis=(1, 2))) / bases
    means = {name: runs.mean() for name, runs in found.items()}
    found["ratio_shared"] = np.array([means["closed_fighter_shared"] / means["closed_fighter_alone"]])
    found["ratio_civil"] = np.array([means["closed_fighter_civil"] / means["closed_fighter_shared"]])
    found["ratio_tanker"] = np.array([means["closed_tanker_civil"] / means["closed_fighter_civil"]])
    return found


def shelters(ground: Baseline) -> list[tuple[float, float]]:
    """(share of aircraft in shelters, mean aircraft of ally and guarantor lost on the ground in ten days)."""
    found = []
    for share in (0.0, 0.2, 0.4, 0.6, 0.8):

        def hardened(ground: Baseline, worlds: np.ndarray, params: np.ndarray, share: float = share) -> None:
            shared_bases(ground, worlds, params)
            params["shelter_share"] = share

        seen = course(ground, "senkaku", BASES_FIRST, 0.0, SHELTER_DAYS, hardened)
        found.append((share, float(seen.on_ground.mean())))
    return found


# --- games


def widened(ground: Baseline, worlds: np.ndarray, params: np.ndarray) -> None:
    """Bases that hold the guarantor's forces are struck from the first day."""
    worlds["rung"] = WIDENED_RUNG


def nobody_else(ground: Baseline, worlds: np.ndarray, params: np.ndarray) -> None:
    """The host's forces stay out whatever is struck."""
    worlds["camp_host_answers"] = 0


def games(ground: Baseline) -> dict[str, np.ndarray]:
    """Losses of an invasion with immediate help, and of one without."""
    tell("  games: base case")
    base = course(ground, "taiwan", QUICK_SEIZURE, 0.0, GAME_DAYS, widened)
    tell("  games: target alone")
    alone = course(ground, "taiwan", QUICK_SEIZURE, NEVER, GAME_DAYS, nobody_else)
    tell("  games: target alone, to the end")
    longer = course(ground, "taiwan", QUICK_SEIZURE, NEVER, ALONE_DAYS, nobody_else)
    k = ground.place("taiwan")
    c, t, g, h = (int(ground.params[role][0][k]) for role in PARTIES)
    lost, lost_alone = base.worlds.losses, alone.worlds.losses
    allied = lost[:, t, AIR] + lost[:, g, AIR] + lost[:, h, AIR]
    people = people_lost(ground, base.worlds)
    found = {
        "csis_on_ground": base.on_ground / np.maximum(1.0, allied), "csis_us_air": lost[:, g, AIR],
        "csis_cn_air": lost[:, c, AIR], "csis_us_ships": lost[:, g, SURFACE],
        "csis_cn_ships": lost[:, c, SURFACE] + base.worlds.camp_landing_lost[:, CHALLENGER],
        "csis_jp_air": lost[:, h, AIR], "csis_jp_ships": lost[:, h, SURFACE],
        "csis_alone_falls": np.asarray(longer.worlds.camp_control >= 1.0 / 2.0, float),
        "csis_tw_ships": lost[:, t, SURFACE], "csis_landed": _sent(base.worlds),
        "csis_ashore": base.worlds.camp_lodgement, "csis_alone_landed": _sent(alone.worlds),
        "csis_alone_ashore": alone.worlds.camp_lodgement,
        "csis_alone_air": lost_alone[:, c, AIR], "spf_tw_air": lost[:, t, AIR],
    }  # fmt: skip
    for role, actor in (("us", g), ("cn", c), ("jp", h), ("tw", t)):
        found[f"spf_{role}_people"] = people[:, actor]
    found |= output(ground, people.mean(axis=0), (c, t, g, h))
    for name in ("jp_air", "jp_ships", "us_air", "us_ships", "cn_air", "cn_ships", "tw_ships"):
        found[f"spf_{name}"] = found[f"csis_{name}"]
    return found


def people_lost(ground: Baseline, worlds: np.recarray) -> np.ndarray:
    """Thousand people lost, [run, actor], as the aftermath counts them at its central figures."""
    p = ground.params.view(np.recarray)[0]
    with_units = (worlds.losses * p.people_per_unit).sum(axis=2) + worlds.landing_sunk * p.people_per_landing_ship
    at_bases = worlds.bases_struck * p.people_per_strike + worlds.struck * p.people_around
    return np.asarray((with_units + at_bases) / THOUSAND)


def output(ground: Baseline, people: np.ndarray, parties: tuple[int, ...]) -> dict[str, np.ndarray]:
    """Mean loss of output in the first year, in per cent, after a wide war over Taiwan with the host's bases open."""
    k, (c, t, g, h) = ground.place("taiwan"), parties
    w, p = ground.start.copy().view(np.recarray)[0], ground.params.copy().view(np.recarray)[0]
    w.ending[k], w.conduct[k], w.access[k], w.casualties[:] = END_WIDE_WAR, 1.0, GRANT, people
    scale = float(war_scale_of(w, p))
    found: dict[str, list[float]] = {"tw": [], "cn": [], "jp": [], "us": []}
    for quarter in range(QUARTERS):
        for name, a in (("tw", t), ("cn", c), ("jp", h), ("us", g)):
            w.war_trade_felt[a] = felt_of_war(w, p, a, scale if quarter == 0 else 0.0)
            gone = w.war_trade_felt[a] + p.growth_war * np.log(1.0 + people[a])
            found[name].append(PERCENT * (1.0 - float(np.exp(-gone))))
    return {f"output_{name}": np.array([np.mean(year)]) for name, year in found.items()}


def _sent(worlds: np.recarray) -> np.ndarray:
    return np.asarray(worlds.camp_start[:, CHALLENGER, GROUND] - worlds.camp_units[:, CHALLENGER, GROUND])


def measured() -> list[Measured]:
    """Every published figure beside ours."""
    ground = baseline_of(SCENARIO)
    found = {**airfields(ground), **games(ground)}
    return [judged(figure, found.get(figure.id)) for figure in published()]
