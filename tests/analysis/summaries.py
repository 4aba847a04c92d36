"""Random summaries: differences of a few ends in a run and in its checks, as summary.json has them."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import strategies as st

from kaname.core.intervals import pairs_needed
from kaname.words.checks import REQUIRED

BESIDE = ("adopted", "equal_cost", "retrenchment")
SIDES = ("ally", "pro")
ENDS = {"spending": ("actor", -1), "territory": ("actor", 1), "nuclear_option": (None, -1), "trust": (None, 1)}
COLUMNS = ("spending.ally", "spending.pro", "territory.ally", "nuclear_option", "trust")
BARGAINS = ("firm", "own")
PAIRS = 200


def summaries() -> st.SearchStrategy[dict[str, Any]]:
    """Summaries with any of the checks; a seed is drawn, since a tree of numbers would be drawn slowly."""
    return st.integers(0, 2**32 - 1).map(summary)


def summary(seed: int) -> dict[str, Any]:
    """The summary of a seed."""
    chance = np.random.default_rng(seed)
    ran = [name for name in (*REQUIRED, *BESIDE) if chance.random() < 0.9]
    checks = [
        {"id": name, "name": name.replace("_", " ").title(), "sentence": "A check.", "futures": PAIRS,
         "required": name in REQUIRED, "pairs": pairs(chance)}
        for name in (ran if chance.random() < 0.9 else [])
    ]  # fmt: skip
    declared = {
        name: {"unit": "bn USD 2023", "role": "mean" if name == "trust" else "end", "good": good, "fan": False,
               "dims": [axis] if axis else [], "sentence": "An outcome."}
        for name, (axis, good) in ENDS.items()
    }  # fmt: skip
    names = {
        "actor": {"pro": "Protector", "ally": "Ally"},
        "bargain": {"as_is": "As it is", "firm": "Firm", "own": "Own"},
    }
    return {"reference": "as_is", "futures": PAIRS, "names": names, "outcomes": declared, "pairs": pairs(chance),
            "checks": checks}  # fmt: skip


def pairs(chance: np.random.Generator) -> dict[str, Any]:
    """Differences of both bargains to the reference."""
    return {
        f"{bargain}-minus-as_is": {
            "bargain": bargain, "reference": "as_is", "pairs": PAIRS, "dropped": int(chance.integers(0, 3)),
            "outcomes": {column: gap(chance) for column in COLUMNS},
        }
        for bargain in BARGAINS
    }  # fmt: skip


def gap(chance: np.random.Generator) -> dict[str, Any]:
    """A difference with any sign, oftener to one side, clear or not; sometimes the same in every future."""
    if chance.random() < 0.1:
        return {"mean": 0.0, "low": 0.0, "high": 0.0, "sd": 0.0, "differing": 0, "needed": None}
    mean, half = float(chance.normal(2, 2)), float(chance.exponential(1.0)) + 0.01
    sd = half / 1.96 * PAIRS**0.5
    differing = int(chance.integers(1, PAIRS + 1)) if chance.random() < 0.9 else int(chance.integers(1, 10))
    return {"mean": mean, "low": mean - half, "high": mean + half, "sd": sd, "differing": differing,
            "needed": pairs_needed(mean, sd)}  # fmt: skip
