"""The campaign's kernels as small calculators: parameters in, exact and drawn results out.

Idea: what a class can work out by hand, the programme works out with the very kernels that its campaigns use. Exact
results come from formulas; drawn ones are means of DRAWS runs with their standard error. Reads: rows of named numbers
(checked against `SPECS`). Writes: nothing. Units: as each parameter says.
Source: Hughes, Armstrong, Lanchester, Wilkening (see model.campaign.salvo, lanchester, interception, bases).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from kaname.core.errors import InputError, shown, unknown_name

DRAWS = 20_000
SEED = 1
MOST_SHOTS = 4000


@dataclass(frozen=True)
class Asked:
    """One parameter of a calculator: what stands if nothing is said, its bounds, whether it counts things."""

    default: float
    low: float
    high: float
    about: str
    whole: bool = False


def _n(default: float, low: float, high: float, about: str) -> Asked:
    return Asked(default, low, high, about, True)


CHANCE = (0.0, 1.0)
SPECS: dict[str, dict[str, Asked]] = {
    "salvo": {
        "a": _n(5, 0, 500, "units of side A"),
        "b": _n(5, 0, 500, "units of side B"),
        "fire-a": _n(4, 0, 100, "missiles a unit of A fires"),
        "fire-b": _n(4, 0, 100, "missiles a unit of B fires"),
        "aim-a": Asked(0.7, *CHANCE, "chance that a missile of A is well aimed"),
        "aim-b": Asked(0.7, *CHANCE, "chance that a missile of B is well aimed"),
        "stop-a": _n(3, 0, 100, "missiles a unit of A can engage"),
        "stop-b": _n(3, 0, 100, "missiles a unit of B can engage"),
        "kill-a": Asked(0.7, *CHANCE, "chance that A stops a missile it engages"),
        "kill-b": Asked(0.7, *CHANCE, "chance that B stops a missile it engages"),
        "staying-a": Asked(2, 0.1, 100, "hits that put a unit of A out of action"),
        "staying-b": Asked(2, 0.1, 100, "hits that put a unit of B out of action"),
    },
    "lanchester": {
        "a": Asked(1000, 0, 1e6, "force of side A"),
        "b": Asked(800, 0, 1e6, "force of side B"),
        "kill-a": Asked(0.01, 1e-9, 10, "of B lost per unit of A and day"),
        "kill-b": Asked(0.01, 1e-9, 10, "of A lost per unit of B and day"),
        "days": Asked(30, 0, 1e4, "days to look ahead"),
        "linear": _n(0, 0, 1, "0 square law (aimed fire), 1 linear law (area fire)"),
    },
    "missile-defence": {
        "warheads": _n(20, 1, 2000, "missiles that arrive"),
        "k": Asked(0.7, 0.01, 0.999, "chance that one shot kills"),
        "goal": Asked(0.8, 0.01, 0.999, "chance wanted that none gets through"),
        "track": Asked(1.0, 0.01, 1.0, "chance that a missile is tracked at all"),
        "shots": _n(0, 0, 20, "shots at each missile; 0 asks for the number that reaches the goal"),
        "stock": _n(100000, 0, 100000, "interceptors at hand"),
        "look": _n(0, 0, 1, "0 barrage, 1 half the shots, a look, the rest"),
    },
    "airfield": {
        "bases": _n(4, 1, 200, "bases that share the aircraft"),
        "aircraft": _n(96, 0, 5000, "aircraft on them"),
        "leakers": _n(20, 0, 2000, "missiles a day that get through"),
        "days": _n(10, 1, 90, "days of attack"),
        "runway-hits": _n(5, 1, 60, "hits that close a base"),
        "parking": Asked(0.4, *CHANCE, "share of missiles aimed at aircraft"),
        "ground": Asked(0.6, *CHANCE, "share of aircraft on the ground"),
        "kill": Asked(0.08, *CHANCE, "chance that a missile kills each aircraft in the open on its base"),
        "shelters": Asked(0.0, *CHANCE, "share of aircraft in hardened shelters"),
        "shelter-kill": Asked(0.6, *CHANCE, "chance that a missile destroys the shelter it is aimed at"),
        "repair": Asked(2, 1, 60, "mean days until a closed base opens again"),
    },
}  # fmt: skip


def checked(name: str, given: Mapping[str, Any], file: str | None = None, line: int | None = None) -> dict[str, float]:
    """The calculator's parameters, as given or by default; InputError with range or nearest name."""
    spec = SPECS[name]
    for key in given:
        if key not in spec:
            raise unknown_name(f"a parameter of {name}", key, list(spec), file=file, line=line, path=key)
    return {key: _number(given.get(key), asked, key, file, line) for key, asked in spec.items()}


def _number(said: Any, asked: Asked, key: str, file: str | None, line: int | None) -> float:
    if said is None or said == "":
        return asked.default
    try:
        value = float(said)
    except (TypeError, ValueError):
        raise InputError(f"{shown(str(said))} is not a number", file=file, line=line, path=key) from None
    if not asked.low <= value <= asked.high or (asked.whole and value != int(value)):
        kind = "a whole number in " if asked.whole else ""
        said_range = f"{kind}{asked.low:g}..{asked.high:g} ({asked.about})"
        raise InputError(f"{value:g} is outside {said_range}", file=file, line=line, path=key, found=value)
    return value


def answer(name: str, given: Mapping[str, float]) -> dict[str, Any]:
    """The calculator's results for checked parameters: named numbers, and lists for a course or a distribution."""
    return ANSWERS[name](dict(given))


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
    return result


def _one_side(q: dict[str, float], attacker: str, defender: str) -> dict[str, float]:
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
    }  # fmt: skip


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
        "left_a": course[-1][1], "left_b": course[-1][2], "course": course,
    }  # fmt: skip


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
        "leakers": [[int(n), float((drawn == n).mean())] for n in range(int(drawn.max()) + 1)],
    }  # fmt: skip


def _drawn_leakers(q: dict[str, float], shots: int) -> np.ndarray:
    from kaname.model.campaign.draws import Chance
    from kaname.model.campaign.interception import barrage, shoot_look_shoot

    fire = shoot_look_shoot if q["look"] else barrage
    missiles, stock = int(q["warheads"]), int(q["stock"])
    return np.array(
        [fire(Chance(SEED, n, 0), 0, 0, missiles, stock, shots, q["track"], q["k"])[0] for n in range(DRAWS)]
    )


def _airfield(q: dict[str, float]) -> dict[str, Any]:
    course = np.array([_airfield_run(q, n) for n in range(DRAWS // 20)])
    closed, left = course[:, :, 0] / q["bases"], course[:, :, 1]
    error = closed.mean(axis=1).std() / math.sqrt(len(course))
    return {
        "days_closed_per_base": float(closed.sum(axis=1).mean()), "days_closed_error": float(error * q["days"]),
        "aircraft_lost": float(q["aircraft"] - left[:, -1].mean()),
        "aircraft_lost_error": float(left[:, -1].std() / math.sqrt(len(course))),
        "course": [
            [day + 1, float(closed[:, day].mean()), float(left[:, day].mean())] for day in range(int(q["days"]))
        ],
    }  # fmt: skip


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
}
