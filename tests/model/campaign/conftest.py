"""A theatre to stand on: worlds and parameters from the flagship's figures, and many paired campaigns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from kaname.compile.sampling import draw, sampled_of
from kaname.compile.values import array_of
from kaname.core.kernel import kernel
from kaname.evidence.load import load_evidence
from kaname.model.campaign.day import MECHANISM
from kaname.model.campaign.doors import close_campaign, fight_days, open_campaign
from kaname.model.world.samples import empty_tables, sizes_of, turn_of
from kaname.model.world.turn import Turn
from kaname.words.axes import FIXED_AXES
from kaname.words.fields import FIELDS, world_type
from kaname.words.levers import LEVER
from kaname.words.params import BACKED, params_type

ACTORS = ("us", "jp", "cn", "kp", "kr", "tw", "ru", "au", "sea")
PLACES = {
    "senkaku": ("cn", "jp", "us", "jp"), "korea_missile": ("kp", "jp", "us", "jp"), "taiwan": ("cn", "tw", "us", "jp"),
    "south_china_sea": ("cn", "sea", "us", None), "cyber": ("cn", "jp", "us", None),
    "sea_lanes": ("cn", "sea", "us", None), "peninsula": ("kp", "kr", "us", "jp"),
}  # fmt: skip
SCENARIO = {"actor": len(ACTORS), "contingency": len(PLACES), "cohort": 8}
STARTS = ("stock", "readiness", "presence", "dispersal", "missiles", "base_access", "habit", "role_clarity")
RUNS = 400
ERRORS = 3.0
OF_CAMPAIGN = {*MECHANISM.params, "lost_part"}
"""What a campaign reads, and what a lost unit is worth."""


@dataclass
class Theatre:
    """Worlds and parameters, one pair a run, with the flagship's figures as futures sample them."""

    worlds: np.ndarray
    params: np.ndarray

    def copy(self) -> Theatre:
        return Theatre(self.worlds.copy(), self.params.copy())

    def lever(self, name: str, value: float) -> None:
        self.worlds["lever"][:, LEVER[name]] = value

    def fight(self, place: str, plan: int, arrival: float, days: float = 30.0, seed: int = 1) -> np.recarray:
        """The worlds after a campaign of each, with losses taken out of stocks."""
        self.worlds["camp_plan"], self.worlds["camp_arrival"] = plan, arrival
        self.worlds["camp_standing"], self.worlds["camp_ceiling"], self.worlds["camp_recapture"] = 1, 2, 1
        campaigns(self.worlds, self.params, turn_of(0, TABLES, seed=seed), list(PLACES).index(place), days)
        return self.worlds.view(np.recarray)


TABLES = empty_tables(SCENARIO)


@kernel
def campaigns(worlds, params, turn, k: int, days: float) -> None:
    for n in range(worlds.shape[0]):
        now = Turn(
            turn.seed, n, 0, 0, turn.tables, turn.seats, turn.answers, turn.log, turn.used, turn.scratch, turn.board
        )
        open_campaign(worlds[n], params[n], now, k)
        fight_days(worlds[n], params[n], now, k, days)
        close_campaign(worlds[n], params[n], now, k)


@pytest.fixture(scope="session")
def flagship() -> Theatre:
    """RUNS worlds at the flagship's start with every figure of the campaign sampled."""
    evidence = load_evidence()
    axes = {**FIXED_AXES, "actor": ACTORS, "contingency": tuple(PLACES), "cohort": tuple("12345678")}
    sizes = sizes_of(SCENARIO)
    worlds, params = np.zeros(RUNS, world_type(sizes)), np.zeros(RUNS, params_type(sizes))
    sampled = []
    fields = {field.name: field for field in FIELDS}
    for name in STARTS:
        figure = evidence.figures.get(f"us_japan.{name}")
        worlds[name] = 0.9 if figure is None else array_of(figure, figure.central, fields[name], axes)
    for param in (param for param in BACKED if param.name in OF_CAMPAIGN):
        figure = evidence.figures[param.name]
        params[param.name] = array_of(figure, figure.central, param, axes)
        if figure.uncertain:
            sampled.append(sampled_of(figure, param, False, axes))
    _roles(params)
    draw(sampled, 7, 0, worlds, params)
    worlds["permit"], worlds["access"], worlds["picture_capability"] = 1, 2, 1.0
    return Theatre(worlds, params)


def _roles(params: np.ndarray) -> None:
    for role, actor in {"protector": "us", "ally": "jp", "rival": "cn", "proliferator": "kp", "partner": "kr"}.items():
        params[role] = ACTORS.index(actor)
    for k, (challenger, target, guarantor, host) in enumerate(PLACES.values()):
        params["challenger"][:, k] = ACTORS.index(challenger)
        params["target"][:, k] = ACTORS.index(target)
        params["guarantor"][:, k] = ACTORS.index(guarantor)
        params["host"][:, k] = -1 if host is None else ACTORS.index(host)
        params["missile_case"][:, k] = list(PLACES)[k] == "korea_missile"
        params["cyber_case"][:, k] = list(PLACES)[k] == "cyber"


@pytest.fixture
def theatre(flagship: Theatre) -> Theatre:
    return flagship.copy()


@pytest.fixture
def paired(flagship: Theatre) -> Callable[..., tuple[np.recarray, np.recarray]]:
    """paired(shape_a, shape_b, place, plan, arrival): the worlds after the same campaigns under two shapes."""

    def run(a: Callable[[Theatre], Any], b: Callable[[Theatre], Any], *how: Any) -> tuple[np.recarray, np.recarray]:
        arms = []
        for shape in (a, b):
            arm = flagship.copy()
            shape(arm)
            arms.append(arm.fight(*how))
        return arms[0], arms[1]

    return run


def surely_more(a: np.ndarray, b: np.ndarray) -> bool:
    """Whether a exceeds b on average by more than ERRORS standard errors of the paired difference."""
    difference = np.asarray(a, float) - np.asarray(b, float)
    return bool(difference.mean() > ERRORS * difference.std(ddof=1) / np.sqrt(len(difference)))


@pytest.fixture(scope="session")
def more() -> Callable[[np.ndarray, np.ndarray], bool]:
    return surely_more
