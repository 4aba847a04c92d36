"""The extension contract as a public test: a mechanism touches what it declares, and random worlds visit every branch.

`check_mechanism(mechanism)` runs it uncompiled on recording stand-ins over random worlds, compares reads, writes,
parameters, tables and slots with the declaration, both ways, and asserts that every `if` of its module went both ways.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from types import FrameType
from typing import Any

import numpy as np

from kaname.core.kernel import plain
from kaname.core.random import SLOT_STRIDE, unit
from kaname.core.slots import NAMES as SLOT_NAMES
from kaname.model.world.recorder import Recorded, Touched
from kaname.model.world.samples import SMALL, empty_tables, random_params, random_world, turn_of
from kaname.words.levers import NAMES as LEVERS
from kaname.words.mechanism import Mechanism


@dataclass
class Observation:
    """What a mechanism touched over many random worlds, and the `if`s that went one way only."""

    reads: set[str] = field(default_factory=set)
    writes: set[str] = field(default_factory=set)
    params: set[str] = field(default_factory=set)
    tables: set[str] = field(default_factory=set)
    slots: set[str] = field(default_factory=set)
    one_way: list[str] = field(default_factory=list)


Prepare = Callable[[np.random.Generator, Any, Any, Any], None]


def observe(
    mechanism: Mechanism, worlds: int = 200, prepare: Prepare | None = None, scenario: Mapping[str, int] = SMALL
) -> Observation:
    """Run the mechanism on `worlds` random worlds; `prepare(rng, world, params, tables)` may shape each beforehand."""
    seen = Observation()
    arcs: set[tuple[str, int, int]] = set()
    done: dict[int, Any] = {id(getattr(unit, "py_func", unit)): _recording_unit(seen)}
    run = plain(mechanism.run, done)
    file = inspect.getsourcefile(getattr(mechanism.run, "py_func", mechanism.run)) or ""
    for number in range(worlds):
        rng = np.random.default_rng(number)
        world, params, tables = random_world(rng, scenario), random_params(rng, scenario), empty_tables(scenario)
        if prepare is not None:
            prepare(rng, world, params, tables)
        _run_once(run, mechanism, world, params, tables, number, file, seen, arcs)
    seen.one_way = _one_way(file, arcs)
    return seen


def _run_once(run, mechanism, world, params, tables, number, file, seen, arcs) -> None:
    of_world, of_params, of_tables = Touched(), Touched(), Touched()
    turn = turn_of(number, Recorded(tables, of_tables), quarter=number % 60, log=8)  # type: ignore[arg-type]
    arguments = (Recorded(world, of_world), Recorded(params, of_params), turn)
    places = [(k,) for k in range(world["territory"].shape[0])] if _per_contingency(mechanism) else [()]
    for place in places:
        with np.errstate(all="ignore"):
            _traced(partial(run, *arguments, *place), file, arcs)
    seen.reads |= of_world.reads
    seen.writes |= of_world.writes
    seen.params |= of_params.reads
    seen.tables |= of_tables.reads


def _per_contingency(mechanism: Mechanism) -> bool:
    return len(inspect.signature(getattr(mechanism.run, "py_func", mechanism.run)).parameters) == 4


def _recording_unit(seen: Observation) -> Callable[[int, int, int, int], float]:
    original = plain(unit)

    def recording(seed: int, future: int, time: int, counter: int) -> float:
        seen.slots.add(SLOT_NAMES[counter // SLOT_STRIDE])
        return float(original(seed, future, time, counter))

    return recording


def _traced(call: Callable[[], Any], file: str, arcs: set[tuple[str, int, int]]) -> None:
    def tracer(frame: FrameType, event: str, _: Any) -> Any:
        if frame.f_code.co_filename != file:
            return None
        last = [0]

        def lines(inner: FrameType, what: str, __: Any) -> Any:
            if what == "line":
                arcs.add((inner.f_code.co_name, last[0], inner.f_lineno))
                last[0] = inner.f_lineno
            elif what == "return":
                arcs.add((inner.f_code.co_name, last[0], -1))
            return lines

        return lines

    before = sys.gettrace()
    sys.settrace(tracer)
    try:
        call()
    finally:
        sys.settrace(before)


def _one_way(file: str, arcs: set[tuple[str, int, int]]) -> list[str]:
    with open(file, encoding="utf-8") as handle:
        tree = ast.parse(handle.read())
    found = []
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        for node in (n for n in ast.walk(function) if isinstance(n, ast.If)):
            first, last = node.body[0].lineno, node.body[-1].end_lineno or node.body[-1].lineno
            tests = range(node.lineno, first)
            nexts = {b for name, a, b in arcs if name == function.name and a in tests and b not in tests}
            if not any(first <= b <= last for b in nexts):
                found.append(f"{function.name}:{node.lineno} never true")
            if not any(not first <= b <= last for b in nexts):
                found.append(f"{function.name}:{node.lineno} never false")
    return found


def check_mechanism(mechanism: Mechanism, worlds: int = 200, prepare: Prepare | None = None, **more: Any) -> None:
    """Raise AssertionError unless declared equals recorded, both ways, and every branch was visited."""
    seen = observe(mechanism, worlds, prepare, **more)
    for what in ("reads", "writes", "params", "tables", "slots"):
        declared, recorded = set(getattr(mechanism, what)), getattr(seen, what)
        if what in ("reads", "writes") and "lever" in declared:
            recorded = {"lever" if n.startswith("lever.") else n for n in recorded}
        assert declared == recorded, (
            f"{mechanism.name} {what}: declared but not seen {sorted(declared - recorded)}, "
            f"seen but not declared {sorted(recorded - declared)}"
        )
    assert not seen.one_way, f"{mechanism.name}: branches that went one way only: {seen.one_way}"
    assert all(n.removeprefix("lever.") in LEVERS for n in mechanism.reads if n.startswith("lever."))
