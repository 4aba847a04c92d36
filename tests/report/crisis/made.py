"""A told crisis made by hand, with the names of no state."""

from __future__ import annotations

from typing import Any

SIDES = {"challenger": "Aland", "target": "Borduria", "guarantor": "Cadia"}
SPREAD = {"mean": 3.0, "low": 2.8, "high": 3.2, "q05": 1.0, "q50": 2.9, "q95": 6.0}


def made() -> dict[str, Any]:
    """The data of a game of eight nodes: pass, press (yield, force (aside, fight)), seize (yield)."""
    nodes = [
        {"node": 0, "mover": "challenger"},
        _node(1, 0, "challenger", "nothing", ending="status_quo"),
        _node(2, 0, "challenger", "press", mover="target"),
        _node(3, 0, "challenger", "seize", mover="target"),
        _node(4, 2, "target", "acquiesce", ending="concession"),
        _node(5, 2, "target", "military_response", mover="guarantor"),
        _node(6, 3, "target", "acquiesce", ending="fait_accompli"),
        _node(7, 5, "guarantor", "abstain", ending="status_quo", ending_if_late="settlement"),
        _node(8, 5, "guarantor", "fight", ending="fighting"),
    ]
    views = {
        "movers": view((0.6, 0.3, 0.1, 0.5, 0.5, 1.0, 0.8, 0.2)),
        "challenger": view((0.6, 0.3, 0.1, 0.8, 0.2, 1.0, 0.8, 0.2)),
        "target": view((0.7, 0.2, 0.1, 0.5, 0.5, 1.0, 0.4, 0.6)),
        "guarantor": view((0.6, 0.3, 0.1, 0.5, 0.5, 1.0, 0.8, 0.2)),
    }
    share = {"value": 0.25, "low": 0.2, "high": 0.3, "count": 50}
    gap = {"reference": 0.5, "other": 0.6, "pairs": 200, "higher": 150, "lower": 10, "mean": 0.1, "low": 0.08,
           "high": 0.12, "sd": 0.1, "differing": 160, "needed": 4}  # fmt: skip
    measures = dict.fromkeys(("acts", "answers_with_force", "fights", "supported", "yielded", "war", "casualties"), gap)
    classes = {"classes": {"not_tempted": share, "failed": share}, "tempted": 150, "deterred": 50, "rate": share}
    return {
        "format": 1, "scenario": "straits", "contingency": "strait", "name": "The Strait", "note": "No position.",
        "date": "2031Q2", "bargain": "as_is", "bargain_name": "As it is", "runs": 200, "seed": 1, "set": [],
        "digests": {"scenario": "a" * 64, "evidence": "b" * 64}, "sides": SIDES,
        "endings": {"status_quo": share, "concession": share, "limited_war": share},
        "challenged": share, "armed": share, "supported": share, "yielded": share, "war": share, "wars": 3,
        "tremble_wars": 1, "moves": {"challenger": {"role": "challenger", "asked": 200, "moves": {"press": share}}},
        "days": SPREAD, "casualties": {}, "trust": {"ally": {"mean": -0.1, "low": -0.2, "high": -0.05}},
        "deterrence": {"acting": classes, "arms": classes},
        "pictures": {"sides": SIDES, "nodes": nodes, "views": views},
        "divergences": [{"node": 2, "way": ["press"], "mover": "target", "onlooker": "challenger", "reach": 0.3,
                         "distance": 0.3, "weighted": {"mean": 0.09, "low": 0.08, "high": 0.1},
                         "moves": {"acquiesce": {"own": 0.5, "seen": 0.8},
                                   "military_response": {"own": 0.5, "seen": 0.2}}}],
        "gaps": [{"sides": ["challenger", "target"], "part": "delay", "mean": 0.2, "low": 0.1, "high": 0.3}],
        "closing": [{"which": "law", "measures": measures}, {"which": "challenger", "measures": measures}],
        "clock": clock(),
    }  # fmt: skip


def _node(n: int, parent: int, role: str, move: str, **more: str) -> dict[str, Any]:
    return {"node": n, "parent": parent, "ply": role, "role": role, "move": move, **more}


def view(odds: tuple[float, ...]) -> dict[str, list[float]]:
    """chance and reach of nodes 0-8 from the chances of nodes 1-8."""
    parents = (0, 0, 0, 0, 2, 2, 3, 5, 5)
    chance, reach = [1.0, *odds], [1.0]
    for n in range(1, 9):
        reach.append(reach[parents[n]] * chance[n])
    return {"chance": chance, "reach": reach}


def clock() -> dict[str, Any]:
    """A decision of four steps, one of which politics shortens."""
    steps = [
        {"step": name, "stage": "armed_attack", "days": SPREAD, "law_days": {**SPREAD, "mean": law},
         "added_days": 3.0 - law,
         "terms": [{"what": "look", "hours": [1, 2, 3], "grade": "D"}]}
        for name, law in (("recognition", 2.0), ("cabinet", 3.5), ("parliament", 3.0), ("joint", 0.0))
    ]  # fmt: skip
    influence = {"influence": "open_law", "days": {"mean": 1.0, "low": 0.9, "high": 1.1, "differing": 200},
                 "missed": {"mean": 0.1, "low": 0.09, "high": 0.11}}  # fmt: skip
    absent = {"influence": "ally_election", "days": {"mean": 0.0, "low": 0.0, "high": 0.0, "differing": 0},
              "missed": {"mean": 0.0, "low": 0.0, "high": 0.0}}  # fmt: skip
    windows = {"half_over_days": SPREAD, "missed": {**SPREAD, "mean": 0.6},
               "missed_after_step": {"recognition": 0.1, "joint": 0.6},
               "expected": {role: {"days": SPREAD, "missed": {**SPREAD, "mean": 0.5}} for role in SIDES}}  # fmt: skip
    return {
        "steps": steps,
        "total": {**SPREAD, "q95": 14.0},
        "shares": {"recognition": 0.2, "law": 0.5, "politics": 0.3},
        "influences": [influence, absent],
        "windows": windows,
        "election_open": {"ally": 0.0, "protector": 0.2},
    }
