"""Equal money spent on dispersal, hardening, interceptors or more force: what each buys in the same campaigns.

Idea: the same sum goes wholly to one way or half to each of two; every arm meets the same runs. Civil airfields,
hardened shelters and interceptors protect what is there; aircraft and ships add to it. An arm is on the frontier when
no other is at least as good in the objective (control at the end), in the force that is left when help comes and in
aircraft lost on the ground, and better in one.
Whose money: the party of the ally (target, or host where the ally is the host). Forces bought join the national stock,
of which the contingency's share comes. Units: bn USD 2023, shares, aircraft. Reads: scenario, evidence (campaign_price,
buildup_cost). Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np

from kaname.compile.baseline import Baseline
from kaname.core.errors import InputError
from kaname.model.campaign.opening import takes_part
from kaname.study.campaigns import CampaignResult, CampaignSpec, fight, lay_out, mean, share
from kaname.words.axes import AIR, FORCES, PARTIES
from kaname.words.moves import HOST, TARGET

WAYS = ("dispersal", "shelters", "interceptor_upper", "interceptor_lower", "air", "surface", "coastal_strike")
MOST_MONEY = 200.0
WHOLE, HALF = 1.0, 1.0 / 2.0


@dataclass(frozen=True)
class Arm:
    """One way to spend: money by way, in bn USD; and what the runs gave."""

    spent: Mapping[str, float]
    result: CampaignResult

    @property
    def name(self) -> str:
        """Return the ways, joined; `nothing` where nothing is spent."""
        return " + ".join(self.spent) or "nothing"


def frontier(baseline: Baseline, spec: CampaignSpec, money: float) -> list[dict[str, Any]]:
    """Return a row for each way to spend `money` (bn USD 2023): what it bought, and whether it is on the frontier.

    Raises InputError where the ally takes no part in the contingency, or the sum is outside 0..200.
    """
    if not 0.0 < money <= MOST_MONEY:
        raise InputError(f"{money:g} is outside 0..{MOST_MONEY:g} (unit: bn USD 2023)", path="--frontier", found=money)
    party = party_of_ally(baseline, spec.contingency)
    rows = [_row(baseline, spec, party, arm) for arm in arms(baseline, spec, party, money)]
    for row in rows:
        row["on_frontier"] = not any(_beats(other, row) for other in rows)
    return rows


def party_of_ally(baseline: Baseline, k: int) -> int:
    """Return the party whose money is spent: target or host; InputError where the ally is neither."""
    p = baseline.params.view(np.recarray)[0]
    if p.target[k] == p.ally:
        return TARGET
    if p.host[k] == p.ally and takes_part(p, k, HOST):
        return HOST
    raise InputError("the ally neither defends itself nor is a host here", path="--frontier",
                     hint="Choose a contingency in which it is the target or the host.")  # fmt: skip


def arms(baseline: Baseline, spec: CampaignSpec, party: int, money: float) -> Iterator[Arm]:
    """Fight every arm: nothing, all money on one way, half on each of two."""
    mixes: list[dict[str, float]] = [{}, *({way: WHOLE * money} for way in WAYS)]
    mixes += [{one: HALF * money, two: HALF * money} for one, two in combinations(WAYS[:4], 2)]
    for spent in mixes:
        worlds, params = lay_out(baseline, spec)
        for way, sum_ in spent.items():
            _buy(baseline, worlds, params, spec.contingency, party, way, sum_)
        yield Arm(spent, fight(baseline, spec, worlds, params))


def _buy(
    baseline: Baseline, worlds: np.ndarray, params: np.ndarray, k: int, party: int, way: str, money: float
) -> None:
    """Add what the money buys to worlds and parameters, run by run."""
    actor = int(baseline.params[PARTIES[party]][0][k])
    if way == "dispersal":
        fields = money / _price(baseline, "airfield")
        suitable = max(1.0, float(baseline.params["civil_airfields"][0][k]))
        worlds["dispersal"] = np.minimum(1.0, worlds["dispersal"] + fields / suitable)
    elif way == "shelters":
        parked = worlds["stock"][:, actor, AIR]
        more = money / _price(baseline, "shelter") / np.maximum(1.0, parked)
        params["shelter_share"][:, actor] = np.minimum(1.0, params["shelter_share"][:, actor] + more)
    else:
        place = FORCES.index(way)
        price = params["buildup_cost"][:, place] * params["buildup_price_level"][:, actor]
        worlds["stock"][:, actor, place] += money / price


def _price(baseline: Baseline, what: str) -> float:
    central = baseline.evidence.figures[f"campaign_price.{what}"].central
    assert not isinstance(central, dict), "a price is one number"
    return central


def _row(baseline: Baseline, spec: CampaignSpec, party: int, arm: Arm) -> dict[str, Any]:
    worlds, actor = arm.result.worlds, int(baseline.params[PARTIES[party]][0][spec.contingency])
    lost = worlds.losses[:, actor, AIR]
    return {
        "ways": arm.name, "spent": dict(arm.spent), "held_share": share(arm.result.held),
        "control": mean(arm.result.control[:, -1]), "days_lost": mean(arm.result.days_lost),
        "force_in_being": mean(worlds.last_force_in_being if party == TARGET else left_of(worlds, party)),
        "lost_on_ground": mean(worlds.camp_parked_lost[:, party]),
        "lost_in_air": mean(lost - worlds.camp_parked_lost[:, party]),
    }  # fmt: skip


def left_of(worlds: np.recarray, party: int) -> np.ndarray:
    """Return the share of its aircraft that the party still has at the end, run by run."""
    start = np.maximum(1.0, worlds.camp_start[:, party, AIR])
    return np.asarray((worlds.camp_units + worlds.camp_reserve)[:, party, AIR] / start)


def _beats(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """Return whether a is at least as good as b in all that counts, and better in something."""
    one = (-a["control"]["value"], a["force_in_being"]["value"], -a["lost_on_ground"]["value"])
    two = (-b["control"]["value"], b["force_in_being"]["value"], -b["lost_on_ground"]["value"])
    return one != two and all(x >= y for x, y in zip(one, two, strict=True))
