"""The calculators of `kaname calc`: their parameters with defaults and bounds, and the check of them.

Reads: rows of named numbers. Writes: nothing. Units: as each parameter says. The answers stand in calc_answers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kaname.core.errors import unknown_name
from kaname.core.number_text import number_from


@dataclass(frozen=True)
class Asked:
    """One parameter of a calculator: its default, its bounds, whether it counts things."""

    default: float
    low: float
    high: float
    about: str
    whole: bool = False


def _n(default: float, low: float, high: float, about: str) -> Asked:
    return Asked(default, low, high, about, True)


CHANCE = (0.0, 1.0)
PAYOFF = (-1e6, 1e6)
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
    "bargaining": {
        "chance": Asked(0.5, *CHANCE, "chance that A wins a war over a pie of 1"),
        "cost-a": Asked(0.1, *CHANCE, "what war costs A"),
        "cost-b": Asked(0.2, *CHANCE, "what war costs B, where A knows it"),
        "highest-cost-b": Asked(0.4, 1e-6, 1, "where A does not: B's cost is anything from 0 to this, alike likely"),
    },
    "deterrence": {
        "unopposed": Asked(1, *PAYOFF, "challenger's payoff if it attacks and the defender concedes"),
        "status-quo": Asked(0.6, *PAYOFF, "its payoff if it does not attack"),
        "conflict": Asked(0.3, *PAYOFF, "its payoff of conflict, if it is hard (rather fights than backs down)"),
        "backing-down": Asked(0, *PAYOFF, "its payoff if it attacks, meets defence and backs down, being soft"),
        "defends": Asked(0.5, *CHANCE, "chance that the defender defends, as the challenger sees it"),
        "hard": Asked(0.5, *CHANCE, "chance that the challenger is hard"),
    },
    "qre": {
        "lambda": Asked(2, 0, 1e4, "precision of choice per unit of payoff: 0 is uniform play"),
        "a11": Asked(1.1141, *PAYOFF, "row's payoff in row 1, column 1"),
        "a12": Asked(0, *PAYOFF, "row's payoff in row 1, column 2"),
        "a21": Asked(0, *PAYOFF, "row's payoff in row 2, column 1"),
        "a22": Asked(0.2785, *PAYOFF, "row's payoff in row 2, column 2"),
        "b11": Asked(0, *PAYOFF, "column's payoff in row 1, column 1"),
        "b12": Asked(1.1141, *PAYOFF, "column's payoff in row 1, column 2"),
        "b21": Asked(1.1141, *PAYOFF, "column's payoff in row 2, column 1"),
        "b22": Asked(0, *PAYOFF, "column's payoff in row 2, column 2"),
        "plays": _n(0, 0, 1_000_000, "plays that were seen; 0 fits no lambda"),
        "seen-row-1": Asked(0.527, *CHANCE, "share of them in row 1"),
        "seen-column-1": Asked(0.366, *CHANCE, "share of them in column 1"),
    },
}  # fmt: skip


def checked(name: str, given: Mapping[str, Any], file: str | None = None, line: int | None = None) -> dict[str, float]:
    """Return the calculator's parameters, as given or by default; InputError with range or nearest name."""
    spec = SPECS[name]
    check_names(name, list(given), file, line)
    return {key: _number(given.get(key), asked, key, file, line) for key, asked in spec.items()}


def check_names(name: str, keys: Sequence[str], file: str | None = None, line: int | None = None) -> None:
    """Raise InputError, with the nearest name, for a key that is no parameter of the calculator."""
    for key in keys:
        if key not in SPECS[name]:
            raise unknown_name(f"a parameter of {name}", key, list(SPECS[name]), file=file, line=line, path=key)


def _number(said: Any, asked: Asked, key: str, file: str | None, line: int | None) -> float:
    if said is None or said == "":
        return asked.default
    return number_from(str(said), low=asked.low, high=asked.high, whole=asked.whole, about=asked.about,
                       path=key, file=file, line=line)  # fmt: skip


def answer(name: str, given: Mapping[str, float]) -> dict[str, Any]:
    """Return the calculator's results for checked parameters: named numbers, and lists for a course or a
    distribution.
    """
    from kaname.cli.calc_answers import ANSWERS

    return ANSWERS[name](dict(given))
