"""The pictures of all sides on the eve: what each holds every move to be worth and how likely, and where they part.

For each run and side the engine's own `think` fills the side's rule: its own moves by its quantal response, the others'
as it predicts them. The movers' rules together (each node by its owner's own rule) say what would happen if nobody
misread anybody; that is the measure against which a picture is held. reach[side, node] multiplies a side's chances on
the way to a node; means are over runs, so that the chance at an edge is reach of the child over reach of the parent.

Distance of a picture at a node: half the sum over its moves of |chance by the onlooker - chance by the mover|, weighted
by the chance (by the movers' rules) that the node is reached.

Clock: move. Units: probabilities, stakes. Reads: Eve. Writes: nothing.
Source: Bennett 1977; docs/explanation/the-crisis.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from kaname.model.crisis.thinking import actor_in
from kaname.model.engine.inject import think_through
from kaname.study.crises.case import Case, Eve
from kaname.study.summary import statistic
from kaname.words.axes import ENDINGS
from kaname.words.moves import PLIES, PLY_MOVES, PLY_ROLE, ROLES

MOVERS = "movers"
"""The picture in which every side's own rule holds."""
FIGHT_WORD = "fighting"


@dataclass(frozen=True)
class Rules:
    """odds[run, role, node]: chance of the move into the node, given its parent, in the picture of the role;
    value[run, role, node]: what the node is worth to that role in its own picture."""

    form: np.record
    odds: np.ndarray
    value: np.ndarray

    @property
    def roles(self) -> int:
        return self.odds.shape[1]

    @property
    def nodes(self) -> int:
        return self.odds.shape[2]

    @property
    def movers(self) -> np.ndarray:
        """Return float64[run, node]: each node's moves by the rule of the side that makes them."""
        owners = np.concatenate([[0], self.form.owner[self.form.parent[1 : self.nodes]]])
        return np.take_along_axis(self.odds, owners[None, None, :], axis=1)[:, 0]

    def reach(self, odds: np.ndarray) -> np.ndarray:
        """Return float64[run, node]: chance of the way to each node by odds[run, node]."""
        reach = np.ones_like(odds)
        for n in range(1, self.nodes):
            reach[:, n] = reach[:, self.form.parent[n]] * odds[:, n]
        return reach


def rules_of(case: Case, eve: Eve) -> Rules:
    """Return the rules of all sides, run by run."""
    odds, value = np.zeros((2, case.runs, case.roles, case.nodes))
    think_through(eve.worlds, eve.params, case.turn(case.tables), case.contingency, odds, value)
    odds[:, :, 0] = 1.0
    return Rules(case.form, odds, value)


def sides_of(case: Case) -> dict[str, str]:
    """Return the names of the actors in the roles that move: {role: name}."""
    params, names = case.compiled.params[case.bargain].view(np.recarray)[0], case.compiled.names["actor"]
    actors = list(case.compiled.axes["actor"])
    return {ROLES[r]: names[actors[actor_in(params, case.contingency, r)]] for r in range(case.roles)}


def pictures(case: Case, rules: Rules) -> dict[str, Any]:
    """Return the tree once, and by side (and by the movers' rules) chance, reach and value of every node."""
    views = {ROLES[r]: rules.odds[:, r] for r in range(rules.roles)} | {MOVERS: rules.movers}
    return {
        "sides": sides_of(case),
        "nodes": [_node(rules.form, n) for n in range(rules.nodes)],
        "views": {name: _view(rules, name, odds) for name, odds in views.items()},
    }


def _node(form: np.record, n: int) -> dict[str, Any]:
    node: dict[str, Any] = {"node": n}
    if n > 0:
        ply = PLIES[form.ply[n]]
        role = ROLES[PLY_ROLE[ply]]
        node |= {"parent": int(form.parent[n]), "ply": ply, "role": role, "move": PLY_MOVES[ply][form.move[n]]}
    if form.children[n] > 0:
        node["mover"] = ROLES[form.owner[n]]
    else:
        node["ending"] = ending_word(form.in_time[n])
        if form.late[n] != form.in_time[n]:
            node["ending_if_late"] = ending_word(form.late[n])
    return node


def ending_word(place: int) -> str:
    """Return an ending of the tree in a word; fighting is where the campaign begins."""
    return FIGHT_WORD if place < 0 else ENDINGS[place]


def _view(rules: Rules, name: str, odds: np.ndarray) -> dict[str, Any]:
    reach = rules.reach(odds).mean(axis=0)
    parents = np.concatenate([[0], rules.form.parent[1 : rules.nodes]])
    chance = np.divide(reach, reach[parents], out=np.zeros_like(reach), where=reach[parents] > 0)
    view = {"chance": _listed(chance), "reach": _listed(reach)}
    if name != MOVERS:
        view["value"] = _listed(rules.value[:, ROLES.index(name)].mean(axis=0))
    return view


def _listed(values: np.ndarray) -> list[float]:
    return [float(f"{value:.6g}") for value in values]


def divergences(case: Case, rules: Rules) -> list[dict[str, Any]]:
    """Return where a side's picture of another's move parts most from that other's own rule, worst first."""
    movers = rules.movers
    reach = rules.reach(movers)
    found = []
    for n in range(rules.nodes):
        first, count = rules.form.first[n], rules.form.children[n]
        if count == 0:
            continue
        kids = slice(first, first + count)
        for onlooker in range(rules.roles):
            if onlooker != rules.form.owner[n]:
                apart = np.abs(rules.odds[:, onlooker, kids] - movers[:, kids]).sum(axis=1) / 2.0
                found.append(_divergence(rules, n, onlooker, apart, reach[:, n]))
    return sorted(found, key=lambda row: (-row["weighted"]["mean"], row["node"], row["onlooker"]))


def _divergence(rules: Rules, n: int, onlooker: int, apart: np.ndarray, reach: np.ndarray) -> dict[str, Any]:
    form = rules.form
    weighted = _interval(apart * reach)
    total = float(reach.sum())
    kids = range(form.first[n], form.first[n] + form.children[n])
    weight = reach / total if total > 0 else np.full(len(reach), 1.0 / len(reach))
    moves = {
        _node(form, c)["move"]: {"own": float(weight @ rules.movers[:, c]),
                                 "seen": float(weight @ rules.odds[:, onlooker, c])}
        for c in kids
    }  # fmt: skip
    return {
        "node": n, "way": way_to(form, n), "mover": ROLES[form.owner[n]], "onlooker": ROLES[onlooker],
        "reach": float(reach.mean()), "distance": float(weight @ apart), "weighted": weighted, "moves": moves,
    }  # fmt: skip


def way_to(form: np.record, n: int) -> list[str]:
    """Return the moves that lead to a node, first to last."""
    way: list[str] = []
    while n > 0:
        way.append(str(_node(form, n)["move"]))
        n = int(form.parent[n])
    return way[::-1]


def chances(rules: Rules) -> Mapping[str, np.ndarray]:
    """Return the chances by the sides' own rules, over runs, that no draw blurs.

    acts, uses_arms: the challenger's first move; answers_with_force: the target after the highest opening;
    fights: the guarantor after that answer, where it may.
    """
    form, movers = rules.form, rules.movers
    opening = [n for n in range(1, rules.nodes) if form.parent[n] == 0]
    found = {"acts": sum((movers[:, n] for n in opening if form.challenge[n] > 0), np.zeros(len(movers)))}
    highest = max(opening, key=lambda n: int(form.height[n]))
    answer = _last_child(form, highest, "target", "military_response")
    if answer is not None:
        found["answers_with_force"] = movers[:, answer]
        fights = _last_child(form, answer, "guarantor", "fight")
        if fights is not None:
            found["fights"] = movers[:, fights]
    return found


def _last_child(form: np.record, n: int, ply: str, move: str) -> int | None:
    """Return the child of a node by a move of a ply, if that is asked there."""
    for c in range(form.first[n], form.first[n] + form.children[n]):
        if PLIES[form.ply[c]] == ply and PLY_MOVES[ply][form.move[c]] == move:
            return c
    return None


def _interval(values: np.ndarray) -> dict[str, float]:
    found = statistic(values)
    return {name: float(found[name] or 0.0) for name in ("mean", "low", "high")}
