"""The causal map as a ring: mechanisms on the circle by room, an arc for each arrow of the declarations.

Idea: the circle has no beginning, so no mechanism looks like the first cause. Arcs are faint; those of one mechanism
come forward when a reader points at it or reaches it by keyboard; its name is a link to its card in the list below.
Reads, writes: nothing. Source: the arrows of analysis.causes; hierarchical edge bundling (Holten 2006), simplified.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from kaname.analysis.causes import Arrow
from kaname.report.markup import Safe, tag
from kaname.report.svg import fitted, picture, words

WIDTH, HEIGHT, RADIUS, MARGIN = 940.0, 790.0, 240.0, 12.0
CENTRE = (WIDTH / 2, HEIGHT / 2)
ROOM_GAP = 1.0
FLAT = 0.3
PULL = 0.72
"""How far arcs are drawn to the centre."""


def ring(rooms: Mapping[str, Sequence[str]], arrows: Sequence[Arrow], anchors: Mapping[str, str], alt: str) -> Safe:
    """rooms: mechanisms by room in the order of the day; anchors: id of each mechanism's card."""
    angles = _angles(rooms)
    arcs = [_arc(arrow, angles, anchors) for arrow in arrows]
    names = [_name(name, angle, anchors[name]) for name, angle in angles.items()]
    heads = [_room(room, [angles[name] for name in members]) for room, members in rooms.items() if members]
    return picture(WIDTH, HEIGHT, [tag("g", arcs, class_="arcs"), heads, names], alt, "ring", "group")


def _angles(rooms: Mapping[str, Sequence[str]]) -> dict[str, float]:
    places = sum(len(members) + ROOM_GAP for members in rooms.values())
    angles: dict[str, float] = {}
    at = 0.0
    for members in rooms.values():
        for name in members:
            angles[name] = 2 * math.pi * (at + 0.5) / places - math.pi / 2
            at += 1
        at += ROOM_GAP
    return angles


def _point(angle: float, radius: float) -> tuple[float, float]:
    return CENTRE[0] + radius * math.cos(angle), CENTRE[1] + radius * math.sin(angle)


def _arc(arrow: Arrow, angles: Mapping[str, float], anchors: Mapping[str, str]) -> Safe:
    (x1, y1), (x2, y2) = _point(angles[arrow.writer], RADIUS), _point(angles[arrow.reader], RADIUS)
    cx = (x1 + x2) / 2 * (1 - PULL) + CENTRE[0] * PULL
    cy = (y1 + y2) / 2 * (1 - PULL) + CENTRE[1] * PULL
    return tag("path", class_=f"arc from-{anchors[arrow.writer]} to-{anchors[arrow.reader]}",
               d=f"M{x1:.0f},{y1:.0f}Q{cx:.0f},{cy:.0f} {x2:.0f},{y2:.0f}")  # fmt: skip


def _name(name: str, angle: float, anchor: str) -> Safe:
    stem = name.split(".", 1)[-1].replace("_", " ")
    x, y = _point(angle, RADIUS + MARGIN)
    turned = math.cos(angle) < 0
    degrees = math.degrees(angle) + (180 if turned else 0)
    label = tag("text", fitted(stem, 108, 11), class_="label", text_anchor="end" if turned else "start", dy="0.35em",
                transform=f"translate({x:.1f},{y:.1f}) rotate({degrees:.1f})")  # fmt: skip
    dot_x, dot_y = _point(angle, RADIUS + 4)
    return tag(
        "a", tag("circle", class_="dot", cx=dot_x, cy=dot_y, r=3.5), label, href=f"#{anchor}", data_mechanism=anchor
    )


def _room(room: str, angles: Sequence[float]) -> Safe:
    first, last = angles[0] - 0.04, angles[-1] + 0.04
    radius = RADIUS + MARGIN + 112
    (x1, y1), (x2, y2) = _point(first, radius), _point(last, radius)
    large = 1 if last - first > math.pi else 0
    line = tag("path", class_="room", d=f"M{x1:.1f},{y1:.1f}A{radius:.0f},{radius:.0f} 0 {large} 1 {x2:.1f},{y2:.1f}")
    middle = (first + last) / 2
    x, y = _point(middle, radius + 12)
    anchor = "middle" if abs(math.cos(middle)) < FLAT else ("end" if math.cos(middle) < 0 else "start")
    return tag("g", line, words(x, y + 4, room, "title", anchor))
