"""Attribution: each lever of a bargain put into the reference alone, and taken out of the bargain alone.

Idea: what a package does is not the sum of its parts. `in` is the reference with one lever of the bargain; `out` is the
bargain with that lever as in the reference; where the two differ, levers need or replace each other. Levers that split
one thing (a budget, a scope, a ring) move together. Reads: the compiled bargains. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kaname.compile.compiled import Compiled
from kaname.compile.variants import exchanged, levers_that_differ
from kaname.study.design import Design

ARM = "attribution"
TOGETHER = ("allocation", "scope", "framework")
IN, OUT = "in", "out"


@dataclass(frozen=True)
class Part:
    """One group of levers of a bargain, in or out; label: what stands in place of the bargain's name."""

    bargain: str
    group: str
    way: str
    levers: tuple[str, ...]

    @property
    def label(self) -> str:
        return f"{self.bargain}.{self.way}.{self.group}"


def group_of(lever: str) -> str:
    """Return the group that a lever moves with; its own name where it moves alone."""
    first = lever.split("_")[0]
    return first if first in TOGETHER else lever


def parts(compiled: Compiled, design: Design) -> Iterator[Part]:
    """Yield all parts of all bargains but the reference, in the order of bargains and levers."""
    reference = design.bargains[0]
    for bargain in design.bargains[1:]:
        groups: dict[str, list[str]] = {}
        for lever in levers_that_differ(compiled, bargain, reference):
            groups.setdefault(group_of(lever), []).append(lever)
        for group, levers in groups.items():
            for way in (IN, OUT):
                yield Part(bargain, group, way, tuple(levers))


def apart(compiled: Compiled, design: Design) -> Compiled:
    """Return the comparison with a bargain for every part, under its label."""
    reference = design.bargains[0]
    params = {
        part.label: exchanged(compiled, reference, part.bargain, part.levers)
        if part.way == IN
        else exchanged(compiled, part.bargain, reference, part.levers)
        for part in parts(compiled, design)
    }
    return replace(compiled, params=params)
