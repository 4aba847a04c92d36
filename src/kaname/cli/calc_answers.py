"""The answers of `kaname calc`: the campaign's kernels at work on a few numbers, exact and drawn.

Idea: what a class can work out by hand, the programme works out with the very kernels that its campaigns use. Exact
results come from formulas; drawn ones are means of DRAWS runs with their standard error, and must agree with them.
Reads: checked parameters (calculators). Writes: nothing. Units: as each parameter says.
Source: Hughes, Armstrong, Lanchester, Wilkening (see model.campaign.salvo, lanchester, interception, bases).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from kaname.cli.calc_games import GAMES
from kaname.core.errors import InputError

DRAWS = 20_000
RUNS_OF_DAYS, FIGHTS = 1000, 2000
SEED = 1
MOST_SHOTS = 4000
ONE_IN_A_MILLION = 1e-6


def _salvo(q: dict[str, float]) -> dict[str, Any]:
    from kaname.model.campaign.salvo import hughes_exchange

    lost_a, lost_b = hughes_exchange(
        q["a"], q["b"], q["fire-a"] * q["aim-a"], q["fire-b"] * q["aim-b"], q["stop-a"] * q["kill-a"],
        q["stop-b"] * q["kill-b"], q["staying-a"], q["staying-b"],
    )  # fmt: skip
    result: dict[str, Any] = {}
    for side, other, mean in (("a", "b", lost_a), ("b", "a", lost_b)):
        result[f"loss_{side}_if_chance_is_left_out"] = mean
        result |= {f"loss_{side}_{key}": value for key, value in _one_side(q, other, side).items()}
        drawn = _drawn_losses(q, other, side)
        result[f"loss_{side}_drawn_mean"] = float(drawn.mean())
        result[f"loss_{side}_drawn_error"] = float(drawn.std() / math.sqrt(DRAWS))
    return result


def _drawn_losses(q: dict[str, float], attacker: str, defender: str) -> np.ndarray:
    """Losses of the defender in DRAWS salvoes."""
    from kaname.model.campaign.draws import Chance, binomial

    shots, stops = q[attacker] * q[f"fire-{attacker}"], q[defender] * q[f"stop-{defender}"]
    aim, stop, place = q[f"aim-{attacker}"], q[f"kill-{defender}"], 2 * "ab".index(defender)
    chances = [Chance(SEED, n, 0) for n in range(DRAWS)]
    hits = [binomial(c, 0, place, shots, aim) - binomial(c, 0, place + 1, stops, stop) for c in chances]
    return np.asarray(np.minimum(np.maximum(hits, 0) / q[f"staying-{defender}"], q[defender]))


def _one_side(q: dict[str, float], attacker: str, defender: str) -> dict[str, Any]:
    """Exact mean hits and the distribution of the defender's loss, capped at its force."""
    from kaname.model.campaign.salvo import binomial_mass, hit_moments

    shots, stops = int(q[attacker] * q[f"fire-{attacker}"]), int(q[defender] * q[f"stop-{defender}"])
    if max(shots, stops) > MOST_SHOTS:
        raise InputError(f"more than {MOST_SHOTS} missiles in one salvo", hint="Lower units or missiles per unit.")
    of_shots, of_stops = np.zeros(shots + 1), np.zeros(stops + 1)
    mean, variance = hit_moments(shots, q[f"aim-{attacker}"], stops, q[f"kill-{defender}"], of_shots, of_stops)
    binomial_mass(shots, q[f"aim-{attacker}"], of_shots)
    binomial_mass(stops, q[f"kill-{defender}"], of_stops)
    hits = np.arange(shots + 1)[:, None] - np.arange(stops + 1)[None, :]
    loss = np.minimum(np.maximum(hits, 0) / q[f"staying-{defender}"], q[defender])
    weight = of_shots[:, None] * of_stops[None, :]
    expected = float((loss * weight).sum())
    return {
        "hits_mean": mean, "hits_sd": math.sqrt(max(0.0, variance)), "mean": expected,
        "sd": math.sqrt(max(0.0, float((loss**2 * weight).sum()) - expected**2)),
        "chance_of_none": float(weight[loss == 0].sum()),
        "chance_of_all": float(weight[loss >= q[defender]].sum()) if q[defender] > 0 else 0.0,
        "chances": _by_loss(loss, weight),
    }  # fmt: skip


def _by_loss(loss: np.ndarray, weight: np.ndarray) -> list[list[float]]:
    """Return the chance of each loss, those below ONE_IN_A_MILLION left out."""
    losses, place = np.unique(loss.ravel(), return_inverse=True)
    chances = np.bincount(place.ravel(), weights=weight.ravel())
    return [[float(n), float(p)] for n, p in zip(losses, chances, strict=True) if p >= ONE_IN_A_MILLION]


def _lanchester(q: dict[str, float]) -> dict[str, Any]:
    from kaname.model.campaign.lanchester import linear_end, linear_step, square_end, square_step

    forces = (q["a"], q["b"], q["kill-a"], q["kill-b"])
    if min(q["a"], q["b"]) <= 0:
        end = (q["a"], q["b"], 0.0)
    else:
        end = square_end(*forces) if not q["linear"] else (*linear_end(*forces), math.inf)
    step = linear_step if q["linear"] else square_step
    at = np.linspace(0, q["days"], 13)
    course = [[float(day), *(float(x) for x in step(*forces, float(day)))] for day in at]
    winner = "A" if end[0] > 0 and end[1] <= 0 else "B" if end[1] > 0 and end[0] <= 0 else "draw"
    return {
        "winner": winner, "survivors_a": end[0], "survivors_b": end[1],
        "days_to_the_end": None if math.isinf(end[2]) else end[2],
        "left_a": course[-1][1], "left_b": course[-1][2], **_one_by_one(q), "course": course,
    }  # fmt: skip


def _one_by_one(q: dict[str, float]) -> dict[str, float | None]:
    """Return the same fight with units that fall one by one, by chance; None where forces are not whole or too many."""
    from kaname.cli.calc_fights import MOST_UNITS, chance_to_win, drawn_survivors

    a, b = q["a"], q["b"]
    names = ("chance_a_wins", "chance_a_wins_drawn", "chance_a_wins_error", "survivors_a_drawn", "survivors_b_drawn")
    if a != int(a) or b != int(b) or not 0 < a + b <= MOST_UNITS:
        return dict.fromkeys(names)
    fight = (int(a), int(b), q["kill-a"], q["kill-b"], int(q["linear"]))
    left = np.zeros((FIGHTS, 2))
    drawn_survivors(*fight, SEED, left)
    won = float((left[:, 0] > 0).mean())
    found = (chance_to_win(*fight), won, math.sqrt(won * (1 - won) / FIGHTS), *left.mean(axis=0))
    return {name: float(value) for name, value in zip(names, found, strict=True)}


def _missile_defence(q: dict[str, float]) -> dict[str, Any]:
    from kaname.model.campaign import interception as layer

    required = layer.required_shots(q["goal"], q["warheads"], q["k"], q["track"])
    whole = layer.whole_shots(required)
    shots = q["shots"] or (1.0 if math.isinf(whole) else whole)
    first, second = ((shots + 1) // 2, shots - (shots + 1) // 2) if q["look"] else (shots, 0.0)
    each = layer.look_interceptors(q["k"], first, second) if q["look"] else shots
    if q["look"]:
        each *= q["track"]
    kill = layer.kill_chance(q["track"], q["k"], shots)
    drawn = _drawn_leakers(q, int(shots))
    enough = q["stock"] >= shots * q["warheads"]
    return {
        "kill_chance_needed": layer.required_kill(q["goal"], q["warheads"]),
        "shots_needed": None if math.isinf(required) else required,
        "shots_needed_whole": None if math.isinf(whole) else whole,
        "shots_fired_at_each": shots, "interceptors_expected": min(q["stock"], each * q["warheads"]),
        "kill_chance": kill if enough else None,
        "chance_of_no_leak": layer.no_leak_chance(kill, q["warheads"]) if enough else float((drawn == 0).mean()),
        "leakers_mean": q["warheads"] * (1 - kill) if enough else float(drawn.mean()),
        "leakers_drawn_mean": float(drawn.mean()), "leakers_drawn_error": float(drawn.std() / math.sqrt(DRAWS)),
        "leakers_exact": _exact_leakers(q, kill) if enough else [],
        "leakers": [[int(n), float((drawn == n).mean())] for n in range(int(drawn.max()) + 1)],
    }  # fmt: skip


def _exact_leakers(q: dict[str, float], kill: float) -> list[list[float]]:
    """Return the chance of each number of leakers, those below ONE_IN_A_MILLION left out."""
    from kaname.model.campaign.salvo import binomial_mass

    mass = np.zeros(int(q["warheads"]) + 1)
    binomial_mass(int(q["warheads"]), 1 - kill, mass)
    return [[n, float(share)] for n, share in enumerate(mass) if share >= ONE_IN_A_MILLION]


def _drawn_leakers(q: dict[str, float], shots: int) -> np.ndarray:
    from kaname.model.campaign.draws import Chance
    from kaname.model.campaign.interception import barrage, shoot_look_shoot

    fire = shoot_look_shoot if q["look"] else barrage
    missiles, stock = int(q["warheads"]), int(q["stock"])
    return np.array(
        [fire(Chance(SEED, n, 0), 0, 0, missiles, stock, shots, q["track"], q["k"])[0] for n in range(DRAWS)]
    )


def _airfield(q: dict[str, float]) -> dict[str, Any]:
    course = np.array([_airfield_run(q, n) for n in range(RUNS_OF_DAYS)])
    closed, left = course[:, :, 0] / q["bases"], course[:, :, 1]
    error = closed.mean(axis=1).std() / math.sqrt(len(course))
    first = _first_day(q)
    return {
        "closed_on_day_1": first[0], "closed_on_day_1_drawn": float(course[:, 0, 0].mean()),
        "aircraft_lost_on_day_1": first[1], "aircraft_lost_on_day_1_drawn": float(q["aircraft"] - left[:, 0].mean()),
        "days_closed_per_base": float(closed.sum(axis=1).mean()), "days_closed_error": float(error * q["days"]),
        "aircraft_lost": float(q["aircraft"] - left[:, -1].mean()),
        "aircraft_lost_error": float(left[:, -1].std() / math.sqrt(len(course))),
        "course": [
            [day + 1, float(closed[:, day].mean()), float(left[:, day].mean())] for day in range(int(q["days"]))
        ],
    }  # fmt: skip


def _first_day(q: dict[str, float]) -> tuple[float, float]:
    """Bases closed and aircraft lost on the first day, expected exactly."""
    from kaname.model.campaign.bases import parked_loss_chance
    from kaname.model.campaign.draws import at_least

    at_aircraft, hits_needed = int(q["leakers"] * q["parking"]), int(q["runway-hits"])
    hits = int(q["leakers"]) - at_aircraft
    aimed = max(1, min(int(q["bases"]), hits // hits_needed))
    at_risk = int(q["aircraft"] * q["ground"])
    per_base, inside = at_aircraft / q["bases"], int(q["aircraft"] * q["ground"] * q["shelters"])
    in_open = parked_loss_chance(q["kill"], per_base * (1 - q["shelters"]))
    spread = q["shelter-kill"] / max(1.0, inside / q["bases"])
    lost = (at_risk - inside) * in_open + inside * parked_loss_chance(spread, per_base * q["shelters"])
    return aimed * at_least(hits, 1.0 / aimed, hits_needed), lost


def _airfield_run(q: dict[str, float], future: int) -> list[tuple[float, float]]:
    """Closed bases and aircraft left by day of one run: the same marginal chances as model.campaign.bases."""
    from kaname.model.campaign.bases import parked_loss_chance
    from kaname.model.campaign.draws import Chance, at_least, binomial

    closed, left, course = 0, q["aircraft"], []
    for day in range(int(q["days"])):
        chance = Chance(SEED, future, day)
        closed -= binomial(chance, 0, 0, closed, 1.0 / q["repair"])
        at_aircraft = int(q["leakers"] * q["parking"])
        hits, open_bases = int(q["leakers"]) - at_aircraft, int(q["bases"]) - closed
        aimed = max(1, min(open_bases, hits // int(q["runway-hits"])))
        if open_bases > 0:
            closed += binomial(chance, 0, 1, aimed, at_least(hits, 1.0 / aimed, int(q["runway-hits"])))
        at_risk = left * q["ground"]
        per_base, inside = at_aircraft / q["bases"], int(at_risk * q["shelters"])
        open_loss = parked_loss_chance(q["kill"], per_base * (1 - q["shelters"]))
        spread = q["shelter-kill"] / max(1.0, inside / q["bases"])
        shelter_loss = parked_loss_chance(spread, per_base * q["shelters"])
        left -= binomial(chance, 0, 2, int(at_risk) - inside, open_loss)
        left -= binomial(chance, 0, 3, inside, shelter_loss)
        course.append((float(closed), float(left)))
    return course


ANSWERS: dict[str, Callable[[dict[str, float]], dict[str, Any]]] = {
    "salvo": _salvo,
    "lanchester": _lanchester,
    "missile-defence": _missile_defence,
    "airfield": _airfield,
    **GAMES,
}
