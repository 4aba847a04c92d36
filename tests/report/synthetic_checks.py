"""What newer summaries hold beside the main run, made up: checks, verdicts, levers, window, cost, deterrence, beliefs.

Planted truths: under the second bargain the first end that is clear keeps its sign in every check, and the last clear
end turns round in `no_reaction`; deterrence and beliefs are small whole numbers so that pages can be checked by hand.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kaname.store.tables import write_json
from kaname.words.axes import DETERRENCE_CLASSES
from kaname.words.checks import REQUIRED

ARMS = {
    "adopted": ("Adopted in full", "Every lever takes effect at once and in full."),
    "no_reaction": ("Rivals do not react", "Adversaries keep their forces as they were."),
    "current_calculus": ("Credibility: current calculus", "Only present interests and forces make a promise credible."),
    "past_actions": ("Credibility: past actions", "Only what was done before makes a promise credible."),
    "core": ("Core model", "The mechanisms of the core model alone."),
    "equal_cost": ("At equal cost", "Every bargain costs the same present value by state."),
}


def add_checks(folder: Path, futures: int = 100, names: str = "") -> Path:
    """Write all of it into the summary of a run's folder."""
    summary = json.loads((folder / "summary.json").read_text())
    manifest = json.loads((folder / "manifest.json").read_text())
    levers = {b: list(said.get("levers", {})) for b, said in manifest.get("bargains", {}).items()}
    summary["checks"] = [_check(summary, key, futures, names) for key in ARMS]
    summary["verdicts"] = verdicts(summary)
    summary["attribution"] = _attribution(summary, levers, futures)
    summary["window"] = _window(summary)
    summary["present_cost"] = _present_cost(summary)
    summary["discount_rate"] = 0.03
    summary["deterrence"] = _deterrence(summary, futures)
    summary["beliefs"] = _beliefs(summary)
    write_json(folder / "summary.json", summary)
    return folder


def _scaled(said: Mapping[str, Any], factor: float) -> dict[str, Any]:
    if said["mean"] is None:
        return dict(said)
    mean, half = said["mean"] * factor, (said["high"] - said["low"]) / 2
    return {**said, "mean": mean, "low": mean - half, "high": mean + half}


def _clear(said: Mapping[str, Any]) -> bool:
    return said["mean"] is not None and (said["low"] > 0 or said["high"] < 0) and said["differing"] >= 10


def _check(summary: Mapping[str, Any], key: str, futures: int, names: str) -> dict[str, Any]:
    pairs = {}
    for name, pair in summary["pairs"].items():
        outcomes = {}
        turned = [column for column, said in pair["outcomes"].items() if _clear(said)][-1:]
        for column, said in pair["outcomes"].items():
            factor = -1.0 if key == "no_reaction" and column in turned else (0.8 if key != "equal_cost" else 0.6)
            outcomes[column] = _scaled(said, factor)
        pairs[name] = {
            "bargain": pair["bargain"],
            "reference": pair["reference"],
            "pairs": futures,
            "outcomes": outcomes,
        }
    return {
        "id": key,
        "name": ARMS[key][0] + names,
        "sentence": ARMS[key][1] + names,
        "futures": futures,
        "pairs": pairs,
    }


def verdicts(summary: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Verdicts by the contract, from the numbers of the summary and its checks."""
    found = []
    for name, pair in summary["pairs"].items():
        for column, said in pair["outcomes"].items():
            declared = summary["outcomes"][column.split(".")[0]]
            if declared["role"] != "end" or not declared["good"]:
                continue
            states = [column.split(".", 1)[1]] if "." in column else list(summary["names"]["actor"])[:2]
            clear = _clear(said)
            up = (said["mean"] or 0) > 0
            arms = {one["id"]: one["pairs"][name]["outcomes"][column] for one in summary["checks"]}
            against = [k for k, g in arms.items() if _clear(g) and (g["mean"] > 0) != up]
            lost = [k for k, g in arms.items() if not _clear(g) or k in against]
            vetoed = [k for k in REQUIRED if (arms[k]["mean"] or 0) * (1 if up else -1) <= 0]
            favours = ("bargain" if up == (declared["good"] > 0) else "reference") if clear else None
            for state in states:
                found.append(
                    {"bargain": pair["bargain"], "reference": pair["reference"], "state": state, "outcome": column,
                     "favours": favours, "mean": said["mean"], "low": said["low"], "high": said["high"], "clear": clear,
                     "survives": clear and not vetoed, "depends_on": lost if clear else [],
                     "opposite": against if clear else [], "needed": said["needed"]}
                )  # fmt: skip
    return found


def _attribution(summary: Mapping[str, Any], levers: Mapping[str, list[str]], futures: int) -> dict[str, Any]:
    found = {}
    for pair in summary["pairs"].values():
        mine = levers.get(pair["bargain"]) or ["clarity"]
        parts = [
            {"lever": lever,
             "one_in": {c: _scaled(said, 0.9 / (n + 1)) for c, said in pair["outcomes"].items()},
             "one_out": {c: _scaled(said, 0.6 / (n + 1)) for c, said in pair["outcomes"].items()}}
            for n, lever in enumerate(mine)
        ]  # fmt: skip
        found[pair["bargain"]] = {"futures": futures, "levers": parts}
    return found


def _window(summary: Mapping[str, Any]) -> dict[str, Any]:
    years = list(range(summary["start"], summary["start"] + summary["quarters"] // 4))
    dip = [0.02 * n - 0.06 if n < 5 else 0.01 * (n - 4) for n in range(len(years))]
    series = {"force_in_being": [{"mean": v, "low": v - 0.02, "high": v + 0.02} for v in dip]}
    weakest = {"year": years[0], "column": "force_in_being"}
    return {
        pair["bargain"]: {"years": years, "series": series, "weakest": weakest} for pair in summary["pairs"].values()
    }


def _present_cost(summary: Mapping[str, Any]) -> dict[str, Any]:
    states = list(summary["names"]["actor"])[:3]
    return {
        pair["bargain"]: {s: {"mean": 10.0 * (n - 1), "low": 10.0 * (n - 1) - 4, "high": 10.0 * (n - 1) + 4}
                          for n, s in enumerate(states)}
        for pair in summary["pairs"].values()
    }  # fmt: skip


def _deterrence(summary: Mapping[str, Any], futures: int) -> dict[str, Any]:
    """Classes over all places and in the first one; in the others what was tempted and deterred."""
    found = {}
    for n, bargain in enumerate(summary["bargains"]):
        places: dict[str, Any] = {}
        for k, place in enumerate(["all", *summary["names"]["contingency"]]):
            count = {name: (m * 7 + n * 3 + k * 5) % 13 * 4 for m, name in enumerate(DETERRENCE_CLASSES)}
            classes = {"any": count, "arms": {name: number // 4 for name, number in count.items()}}
            places[place] = classes if k < 2 else {"tempted": 20 * k + n, "deterred": 9 * k}
        found[bargain] = places
    return {"futures": futures, "bargains": found}


def _beliefs(summary: Mapping[str, Any]) -> dict[str, Any]:
    observers = list(summary["names"]["actor"])[:3]
    found: dict[str, Any] = {}
    for n, bargain in enumerate(summary["bargains"]):
        found[bargain] = {}
        for m, observer in enumerate(observers):
            found[bargain][observer] = {}
            for k, place in enumerate(summary["names"]["contingency"]):
                belief, model, count = 0.3 + 0.1 * m + 0.05 * n, 0.2 + 0.1 * k, max(0, 40 - 15 * k)
                found[bargain][observer][place] = {
                    "belief": {"mean": belief, "low": belief - 0.03, "high": belief + 0.03},
                    "model": {"mean": model, "low": model - 0.1, "high": model + 0.1, "count": count},
                }  # fmt: skip
    return found
