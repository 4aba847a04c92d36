"""The extension contract as a public test: what a mechanism does is what its kernel's syntax says, in any world.

`check_mechanism(mechanism)` runs it uncompiled on recording stand-ins over random worlds. What it touches must be among
what is derived from its syntax, what it writes must stay inside the declared ranges, every `if` of its module must go
both ways, and the compiled kernel must do the same.
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
from kaname.model.world.derived import Touches
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.recorder import Recorded, Touched
from kaname.model.world.samples import SMALL, empty_tables, random_params, random_world, turn_of
from kaname.model.world.turn import Tables
from kaname.words.events import KINDS
from kaname.words.fields import BY_NAME as FIELD
from kaname.words.levers import LEVERS

DERIVED = ("reads", "writes", "params", "tables", "slots", "events")
LOG_ROWS = 512
KIND_COLUMN = 2
COMPARED = 3
AGREEMENT = 1e-9


@dataclass
class Observation:
    """What a mechanism touched over many random worlds, the `if`s that went one way only, fields out of their range."""

    touches: Touches = field(default_factory=Touches)
    one_way: list[str] = field(default_factory=list)
    outside: set[str] = field(default_factory=set)


Prepare = Callable[[np.random.Generator, Any, Any, Any], None]


@dataclass(frozen=True)
class Ground:
    """The random worlds in which a mechanism is run: every field, parameter and lever uniform in its range.

    prepare(rng, world, params, tables) may shape each world beforehand, so that rare branches are taken. scenario: how
    many actors, contingencies and cohorts they have. tables: what hands out their tables.
    """

    prepare: Prepare | None = None
    scenario: Mapping[str, int] = field(default_factory=lambda: SMALL)
    tables: Callable[[Mapping[str, int]], Tables] = empty_tables

    def world(self, number: int) -> tuple[Any, Any, Tables]:
        """Return the world of a number, its parameters and its tables; the same for the same number."""
        rng = np.random.default_rng(number)
        world, params = random_world(rng, self.scenario), random_params(rng, self.scenario)
        tables = self.tables(self.scenario)
        world.lever[:] = params.lever_start[:] = [rng.uniform(lever.low, lever.high) for lever in LEVERS]
        if self.prepare is not None:
            self.prepare(rng, world, params, tables)
        return world, params, tables


def check_mechanism(
    mechanism: Mechanism, worlds: int = 100, compiled_in: Mapping[str, int] | None = None, **ground: Any
) -> None:
    """Raise AssertionError unless the mechanism keeps the contract in `worlds` random worlds; **ground as in Ground.

    compiled_in: the axes of the worlds in which a compiled strategic mechanism is compared, where they are others (a
    kernel is compiled for the sizes of a scenario). What is asked per contingency is compared as a whole, by the
    laws of the engine.
    """
    on = Ground(**ground)
    seen = observe(mechanism, worlds, on)
    for kind in DERIVED:
        missed = getattr(seen.touches, kind) - _allowed(getattr(mechanism, kind))
        assert not missed, f"{mechanism.name} {kind}: recorded but not derived {sorted(missed)}"
    assert not seen.one_way, f"{mechanism.name}: branches that went one way only: {seen.one_way}"
    assert not seen.outside, f"{mechanism.name}: written outside the declared range: {sorted(seen.outside)}"
    apart = disagreements(mechanism, compiled_in or on.scenario)
    assert not apart, f"{mechanism.name}: compiled and uncompiled differ in {sorted(apart)}"


def _allowed(derived: tuple[str, ...]) -> set[str]:
    levers = {f"lever.{lever.name}" for lever in LEVERS} if "lever" in derived else set()
    return set(derived) | levers


def observe(mechanism: Mechanism, worlds: int, ground: Ground) -> Observation:
    """Run the mechanism uncompiled on `worlds` random worlds and return what it did."""
    seen = Observation()
    arcs: set[tuple[str, int, int]] = set()
    done: dict[int, Any] = {id(getattr(unit, "py_func", unit)): _recording_unit(seen)}
    run = plain(mechanism.run, done)
    file = inspect.getsourcefile(getattr(mechanism.run, "py_func", mechanism.run)) or ""
    for number in range(worlds):
        _run_once(run, mechanism, ground.world(number), number, file, seen, arcs)
    seen.one_way = _one_way(file, arcs)
    return seen


def disagreements(mechanism: Mechanism, scenario: Mapping[str, int]) -> set[str]:
    """Return the fields that a compiled strategic kernel writes otherwise than its Python twin, in a few worlds."""
    differing: set[str] = set()
    for number in range(0 if _per_contingency(mechanism) else COMPARED):
        worlds = []
        for run in (mechanism.run, plain(mechanism.run)):
            world, params, tables = Ground(scenario=scenario).world(number)
            with np.errstate(all="ignore"):
                run(world, params, turn_of(number, tables, quarter=number))
            worlds.append(world)
        differing |= {
            n for n in mechanism.writes if not np.allclose(worlds[0][n], worlds[1][n], AGREEMENT, AGREEMENT, True)
        }
    return differing


def _run_once(run, mechanism, ground, number, file, seen, arcs) -> None:
    world, params, tables = ground
    of_world, of_params, of_tables = Touched(), Touched(), Touched()
    turn = turn_of(number, Recorded(tables, of_tables), quarter=number % 60, log=LOG_ROWS)  # type: ignore[arg-type]
    arguments = (Recorded(world, of_world), Recorded(params, of_params), turn)
    for place in _places(mechanism, world):
        with np.errstate(all="ignore"):
            _traced(partial(run, *arguments, *place), file, arcs)
    touches = seen.touches
    touches.reads |= of_world.reads
    touches.writes |= of_world.writes
    touches.params |= of_params.reads
    touches.tables |= of_tables.reads
    touches.events |= {KINDS[int(kind)].name for kind in turn.log[: int(turn.used[0]), KIND_COLUMN]}
    seen.outside |= {name for name in mechanism.writes if not _inside(name, world[name])}


def _inside(name: str, values: Any) -> bool:
    numbers = np.asarray(values, np.float64)
    return bool(np.isfinite(numbers).all() and numbers.min() >= FIELD[name].low and numbers.max() <= FIELD[name].high)


def _places(mechanism: Mechanism, world: Any) -> list[tuple[int, ...]]:
    """Return the further arguments of each call: none, or each contingency in turn."""
    return [(k,) for k in range(world["territory"].shape[0])] if _per_contingency(mechanism) else [()]


def _per_contingency(mechanism: Mechanism) -> bool:
    return len(inspect.signature(getattr(mechanism.run, "py_func", mechanism.run)).parameters) == 4


def _recording_unit(seen: Observation) -> Callable[[int, int, int, int], float]:
    original = plain(unit)

    def recording(seed: int, future: int, time: int, counter: int) -> float:
        seen.touches.slots.add(SLOT_NAMES[counter // SLOT_STRIDE])
        return float(original(seed, future, time, counter))

    return recording


def _traced(call: Callable[[], Any], file: str, arcs: set[tuple[str, int, int]]) -> None:
    def tracer(frame: FrameType, event: str, _: Any) -> Any:
        if frame.f_code.co_filename != file:
            return None
        last = [0]

        def lines(inner: FrameType, kind: str, __: Any) -> Any:
            if kind == "line":
                arcs.add((inner.f_code.co_name, last[0], inner.f_lineno))
                last[0] = inner.f_lineno
            elif kind == "return":
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
    branches = []
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        for node in (n for n in ast.walk(function) if isinstance(n, ast.If)):
            first, last = node.body[0].lineno, node.body[-1].end_lineno or node.body[-1].lineno
            tests = range(node.lineno, first)
            nexts = {b for name, a, b in arcs if name == function.name and a in tests and b not in tests}
            if not any(first <= b <= last for b in nexts):
                branches.append(f"{function.name}:{node.lineno} never true")
            if not any(not first <= b <= last for b in nexts):
                branches.append(f"{function.name}:{node.lineno} never false")
    return branches
