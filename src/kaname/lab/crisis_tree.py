"""The tree of a crisis as a drawing whose branches are links: chances on the edges, endings at the right.

Idea: the branches and their places are those of the report's trees (`report.crisis.tree.plan_of`), so that the pictures
of all sides stand alike; here each branch leads to the page of its node, and words are those of the language.
Units: pixels; chances in percent. Reads: pictures as plain data. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kaname.lab.crisis_words import ending_name, move_name
from kaname.report.crisis.tree import COLOURS, ENDS, MOVERS, Branch, Plan
from kaname.report.markup import Safe, tag
from kaname.report.svg import picture, words
from kaname.words.catalogue import Catalogue

THIN, THICK = 1.0, 9.0
LEAST_SHOWN = 0.005
Address = Callable[[int], str]


@dataclass(frozen=True)
class Drawing:
    """Input of a drawing: words, plan, pictures, whose picture, the way walked so far, the address of a node."""

    say: Catalogue
    plan: Plan
    pictures: Mapping[str, Any]
    view: str
    walked: frozenset[int]
    address: Address

    @property
    def chances(self) -> Mapping[str, Sequence[float]]:
        """Return chance and reach of each node in this picture."""
        shown: Mapping[str, Sequence[float]] = self.pictures["views"][self.view]
        return shown


def drawn(drawing: Drawing, alt: str) -> Safe:
    """Return the drawing; alt: what it shows, for a reader who does not see it."""
    plan = drawing.plan
    heads = [words(x + 2, 14, _mover(drawing, ply), f"title t-{plan.roles[ply]}") for ply, x in plan.columns.items()]
    parts: list[Safe] = []
    _draw(drawing, plan.root, parts)
    return picture(plan.width, plan.height, [heads, parts], alt, "tree", "group")


def percent(say: Catalogue, chance: float) -> str:
    """Return a chance in percent, or that it is under one."""
    if 0.0 < chance < LEAST_SHOWN:
        return say("chance-under")
    return f"{say.number(100 * chance)}{say('percent')}"


def _mover(drawing: Drawing, ply: str) -> str:
    side = drawing.pictures["sides"][drawing.plan.roles[ply]]
    return drawing.say("crisis-again", side=side) if ply.endswith("_again") else side


def _x(plan: Plan, branch: Branch) -> float:
    if not branch.children:
        return plan.width - ENDS
    first = next(child.node for child in branch.children if child.node is not None)
    return plan.columns[plan.nodes[first]["ply"]]


def _draw(drawing: Drawing, branch: Branch, parts: list[Safe]) -> None:
    for child in branch.children:
        parts.append(_edge(drawing, branch, child))
        _draw(drawing, child, parts)
    if branch.children:
        first = next(child.node for child in branch.children if child.node is not None)
        role = drawing.plan.nodes[first]["role"]
        parts.append(tag("circle", class_=f"node {COLOURS[role]}", cx=_x(drawing.plan, branch), cy=branch.y, r=4))


def _edge(drawing: Drawing, parent: Branch, child: Branch) -> Safe:
    plan, shown = drawing.plan, drawing.chances
    places = [child.node] if child.node is not None else list(child.hidden)
    role = plan.nodes[places[0]]["role"]
    x0, y0, x1, y1 = _x(plan, parent), parent.y, _x(plan, child), child.y
    reach = sum(shown["reach"][n] for n in places)
    wide, bend = THIN + (THICK - THIN) * reach, x0 + 16
    own = drawing.view in (MOVERS, role)
    walked = " walked" if child.node in drawing.walked else ""
    path = f"M{x0:.1f},{y0:.1f}C{bend:.1f},{y0:.1f} {x0 + 6:.1f},{y1:.1f} {bend:.1f},{y1:.1f}L{x1:.1f},{y1:.1f}"
    line = tag("path", class_=f"edge {COLOURS[role]} {'own' if own else 'seen'}{walked}", d=path,
               stroke_width=f"{wide:.1f}")  # fmt: skip
    label = words(bend + 2, y1 - 3 - wide / 2, _label(drawing, child, places), f"{'own' if own else ''}{walked}")
    parts = [line, label, _end(drawing, child, places, reach)]
    return tag("a", parts, href=drawing.address(child.node)) if child.node is not None else tag("g", parts)


def _label(drawing: Drawing, child: Branch, places: Sequence[int]) -> str:
    chance = percent(drawing.say, sum(drawing.chances["chance"][n] for n in places))
    if child.node is None:
        return drawing.say("crisis-rarer", count=len(places), chance=chance)
    return f"{move_name(drawing.say, drawing.plan.nodes[child.node]['move'])} {chance}"


def _end(drawing: Drawing, child: Branch, places: Sequence[int], reach: float) -> Safe | str:
    if child.children:
        return ""
    x, node = drawing.plan.width - ENDS + 18, drawing.plan.nodes[places[0]]
    chance = percent(drawing.say, reach)
    if child.node is None or "ending" not in node:
        return words(x, child.y + 4, drawing.say("crisis-more", chance=chance), "unit")
    return words(x, child.y + 4, f"{chance} {ending_name(drawing.say, node['ending'])}", "end")
