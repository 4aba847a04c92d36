"""A side's picture as a tree, left to right: one column a mover, the chance on each edge, endings at the right edge.

Every picture of a crisis draws the same branches, so that rows stand beside each other: every first move is opened,
then the likeliest nodes (by the largest reach in any picture) while there is room for their rows; moves that hardly any
picture expects are one branch with their number, and a node that is not opened tells what it mostly ends in. Width of
an edge: the chance of getting there. In brackets: the mover's own chance, where the picture is off by SHOWN_APART or
more. Own moves are drawn in full, expected ones dashed. Lengths are pixels. Reads: plain data. Writes: nothing.
Source: game trees as in Osborne and Rubinstein 1994, laid on their side.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kaname.report.crisis.words import ENDINGS, move_words
from kaname.report.markup import Safe, tag
from kaname.report.numbers import percent
from kaname.report.svg import picture, words

MOVERS = "movers"
COLUMN, NARROW, ENDS, ROW, TOP, LEFT = 111.0, 101.0, 142.0, 28.0, 36.0, 12.0
FEW_PLIES = 4
MOST_ROWS = 22
LEAST = 0.004
SHOWN_APART = 0.03
THIN, THICK = 1.0, 9.0
COLOURS = {"challenger": "c-challenger", "target": "c-target", "guarantor": "c-guarantor", "host": "c-host"}


@dataclass
class Branch:
    """A node that is drawn, or several rare ones together (node None)."""

    node: int | None
    children: list[Branch] = field(default_factory=list)
    hidden: Sequence[int] = ()
    y: float = 0.0


@dataclass(frozen=True)
class Plan:
    """Layout that all pictures of a crisis share: the branches drawn, the columns by ply, the number of rows."""

    root: Branch
    columns: Mapping[str, float]
    roles: Mapping[str, str]
    width: float
    rows: int
    nodes: Sequence[Mapping[str, Any]]

    @property
    def height(self) -> float:
        return TOP + ROW * self.rows + 8


def plan_of(pictures: Mapping[str, Any]) -> Plan:
    """Return which branches are drawn, and where."""
    nodes, views = pictures["nodes"], pictures["views"]
    most = [max(view["reach"][n] for view in views.values()) for n in range(len(nodes))]
    children: dict[int, list[int]] = {}
    for one in nodes[1:]:
        children.setdefault(one["parent"], []).append(one["node"])
    root = _opened(children, most)
    _place(root, 0)
    found: dict[str, list[int]] = {}
    for one in nodes[1:]:
        found.setdefault(one["ply"], []).append(_depth(nodes, one["node"]))
    plies = sorted(found, key=lambda ply: max(found[ply]))
    wide = COLUMN if len(plies) <= FEW_PLIES else NARROW
    columns = {ply: LEFT + wide * n for n, ply in enumerate(plies)}
    roles = {node["ply"]: node["role"] for node in nodes[1:]}
    return Plan(root, columns, roles, LEFT + wide * len(plies) + ENDS, _rows(root), nodes)


def _depth(nodes: Sequence[Mapping[str, Any]], n: int) -> int:
    depth = 0
    while n > 0:
        n, depth = nodes[n]["parent"], depth + 1
    return depth


def _opened(children: Mapping[int, list[int]], most: Sequence[float]) -> Branch:
    """Return the tree with its likeliest nodes opened, as many as there is room for."""
    root = Branch(0)
    waiting = [root]
    while waiting:
        branch = next((one for one in waiting if one in root.children), None) or max(
            waiting, key=lambda one: (most[one.node or 0], -(one.node or 0))
        )
        waiting.remove(branch)
        kids = children.get(branch.node or 0, [])
        grown = _children(kids, most)
        all_rare = all(child.node is None for child in grown)
        if all_rare or _rows(root) - 1 + len(grown) > MOST_ROWS:
            continue
        branch.children = grown
        waiting += [child for child in grown if child.node is not None and child.node in children]
    return root


def _children(kids: Sequence[int], most: Sequence[float]) -> list[Branch]:
    """Return a branch for each child; those that no picture expects to reach are one branch together."""
    rare = [c for c in kids if most[c] < LEAST]
    if len(rare) < 2:
        return [Branch(c) for c in kids]
    return [*(Branch(c) for c in kids if c not in rare), Branch(None, hidden=rare)]


def _rows(branch: Branch) -> int:
    return sum(_rows(child) for child in branch.children) if branch.children else 1


def _place(branch: Branch, row: int) -> int:
    """Give each branch its height; the first row not yet taken."""
    if not branch.children:
        branch.y = TOP + ROW * (row + 0.5)
        return row + 1
    for child in branch.children:
        row = _place(child, row)
    branch.y = (branch.children[0].y + branch.children[-1].y) / 2
    return row


def tree(plan: Plan, pictures: Mapping[str, Any], view: str, alt: str) -> Safe:
    """Return one picture: a role's, or that of the movers' own rules."""
    heads = [
        words(x + 2, 14, _mover(plan, pictures["sides"], ply), f"title t-{plan.roles[ply]}")
        for ply, x in plan.columns.items()
    ]
    heads += [words(plan.width - ENDS + 18, 14, "ends in", "title")]
    drawn: list[Safe] = []
    _draw(plan, plan.root, pictures["views"], view, drawn)
    return picture(plan.width, plan.height, [heads, drawn], alt, "tree")


def _mover(plan: Plan, sides: Mapping[str, str], ply: str) -> str:
    again = ", again" if ply.endswith("_again") else ""
    return f"{sides[plan.roles[ply]]}{again}"


def _x(plan: Plan, branch: Branch) -> float:
    """A node stands in the column of the side that moves there; endings and rare branches at the right."""
    if branch.children:
        first = next(child.node for child in branch.children if child.node is not None)
        return plan.columns[plan.nodes[first]["ply"]]
    return plan.width - ENDS


def _draw(plan: Plan, branch: Branch, views: Mapping[str, Any], view: str, drawn: list[Safe]) -> None:
    x, y = _x(plan, branch), branch.y
    for child in branch.children:
        drawn.append(_edge(plan, (x, y), child, branch, views, view))
        _draw(plan, child, views, view, drawn)
    if branch.children:
        first = next(child.node for child in branch.children if child.node is not None)
        role = plan.nodes[first]["role"]
        drawn.append(tag("circle", class_=f"node {COLOURS[role]}", cx=x, cy=y, r=4))


def _edge(plan: Plan, start: tuple[float, float], child: Branch, parent: Branch, views: Mapping[str, Any],
          view: str) -> Safe:  # fmt: skip
    """Return the way to a child with its label, and what it ends in where it is drawn no further."""
    x0, y0 = start
    x1, y1 = _x(plan, child), child.y
    some = child.node if child.node is not None else child.hidden[0]
    role = plan.nodes[some]["role"]
    places = [child.node] if child.node is not None else list(child.hidden)
    reach = sum(views[view]["reach"][n] for n in places)
    own = view in (MOVERS, role)
    bend = x0 + 16
    path = f"M{x0:.1f},{y0:.1f}C{bend:.1f},{y0:.1f} {x0 + 6:.1f},{y1:.1f} {bend:.1f},{y1:.1f}L{x1:.1f},{y1:.1f}"
    wide = THIN + (THICK - THIN) * reach
    css = f"edge {COLOURS[role]} {'own' if own else 'seen'}"
    line = tag("path", class_=css, d=path, stroke_width=f"{wide:.1f}")
    label = words(bend + 2, y1 - 3 - wide / 2, _label(plan, child, places, views, view), "own" if own else "")
    end = [] if child.children else _end(plan, child, views[view]["reach"], places)
    tip = tag("title", f"{percent(reach)} of ways lead here")
    return tag("g", tip, line, label, end)


def _label(plan: Plan, child: Branch, places: Sequence[int], views: Mapping[str, Any], view: str) -> str:
    chance = sum(views[view]["chance"][n] for n in places)
    true = sum(views[MOVERS]["chance"][n] for n in places)
    name = move_words(plan.nodes[places[0]]["move"]) if child.node is not None else f"{len(places)} rarer"
    off = f" ({_short(true).removesuffix('%').strip()})" if abs(chance - true) >= SHOWN_APART else ""
    return f"{name} {_short(chance)}{off}"


def _end(plan: Plan, child: Branch, reach: Sequence[float], places: Sequence[int]) -> list[Safe]:
    """Return the ending with its chance; below it the ending if the response is late, or what a closed node mostly ends
    in.
    """
    x, y = plan.width - ENDS + 18, child.y
    chance = _short(sum(reach[n] for n in places))
    node = plan.nodes[places[0]]
    if child.node is None or "ending" not in node:
        below = f"mostly {_mostly(plan, reach, places)}"
        return [words(x, y, chance, "own"), words(x, y + 11, below, "unit")]
    said = words(x, y + (0 if "ending_if_late" in node else 4), f"{chance} {ENDINGS[node['ending']]}", "end")
    if "ending_if_late" not in node:
        return [said]
    return [said, words(x, y + 11, f"if late {ENDINGS[node['ending_if_late']]}", "unit")]


def _mostly(plan: Plan, reach: Sequence[float], places: Sequence[int]) -> str:
    """Return the likeliest ending below these nodes."""
    found: dict[str, float] = {}
    for node in plan.nodes:
        if "ending" in node and _below(plan, node["node"], places):
            found[node["ending"]] = found.get(node["ending"], 0.0) + reach[node["node"]]
    return ENDINGS[max(found, key=lambda word: found[word])]


def _short(chance: float) -> str:
    """Return a chance in percent, as short as an edge needs it."""
    return percent(chance).replace("under ", "<").replace("over ", ">")


def _below(plan: Plan, n: int, places: Sequence[int]) -> bool:
    while n > 0 and n not in places:
        n = plan.nodes[n]["parent"]
    return n in places


def told(plan: Plan, pictures: Mapping[str, Any], view: str) -> str:
    """Return the picture in a sentence, for a reader who does not see it: its likeliest ways."""
    reach = pictures["views"][view]["reach"]
    leaves = sorted((n["node"] for n in plan.nodes if "ending" in n), key=lambda n: -reach[n])[:3]
    ways = [f"{_way(plan, n)}, which ends in {ENDINGS[plan.nodes[n]['ending']]}, {percent(reach[n])}" for n in leaves]
    whose = "By each side's own rule" if view == MOVERS else f"As {pictures['sides'][view]} sees it"
    return f"{whose} the likeliest ways are: {'; '.join(ways)}."


def _way(plan: Plan, n: int) -> str:
    way: list[str] = []
    while n > 0:
        way.append(move_words(plan.nodes[n]["move"]))
        n = plan.nodes[n]["parent"]
    return ", ".join(reversed(way))
