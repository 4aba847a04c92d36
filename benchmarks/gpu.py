"""The same scalar functions on a GPU: output growth of a million futures, by numba-cuda, against two cores.

The mechanism economy.growth is written for one future; here one GPU thread runs one future over 60 quarters with the
draws it is named by. Every kernel that it calls is rebuilt as a device function from the same source (`on_device`), so
nothing is written twice. A world holds only the fields that growth touches, or a million would not fit.
Where there is no GPU the page says untested; that the rebuilt functions compute the same is tested on Numba's CUDA
simulator (NUMBA_ENABLE_CUDASIM=1), whose speed means nothing.

Clock: quarter. Units: those of the world. Source: numba-cuda's own documentation for records and device functions.
"""

from __future__ import annotations

import time
import types
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numba import config, cuda

from benchmarks.measure import Spread, interleaved, spread_of
from benchmarks.section import Section
from kaname.compile.compiled import compile_study
from kaname.core.kernel import kernel
from kaname.model.economy import growth
from kaname.model.engine.run import turn_at
from kaname.model.world.room import empty_room
from kaname.model.world.turn import QUARTER_STRIDE

QUARTERS = 60
THREADS = 128
CORES = 2
TOUCHED = tuple(dict.fromkeys((*growth.MECHANISM.reads, *growth.MECHANISM.writes)))

UNTESTED = """\
Untested: no GPU was at hand. `benchmarks/gpu.py` runs output growth of a million futures on one, from the same scalar
functions; that the rebuilt functions compute the same numbers is tested on a simulator.
"""


class When(NamedTuple):
    """The part of a turn that growth asks for: the key and the time of its draws."""

    seed: int
    future: int
    quarter: int
    time: int


@dataclass(frozen=True)
class OnGpu:
    """Wall seconds on two cores and on the GPU (copying the worlds there counted); largest relative gap."""

    device: str
    futures: int
    cores: Spread
    gpu: Spread
    ratio: Spread
    gap: float


def section(quick: bool) -> Section:
    """The GPU against two cores, or that there was none."""
    found = compare(10_000 if quick else 1_000_000)
    if found is None:
        return Section("On a GPU", UNTESTED)
    text = f"""\
Output growth with its draws, 60 quarters of {found.futures:,} futures, the same scalar functions rebuilt for the device
({found.device}), wall seconds: two cores {found.cores.text(".3f")}, GPU {found.gpu.text(".3f")}; the GPU is
{found.ratio.text(".0f")} times as fast. Numbers agree to {found.gap:.0e} (relative).
"""
    return Section("On a GPU", text)


def compare(futures: int = 1_000_000, rounds: int = 3) -> OnGpu | None:
    """Both side by side, or None where there is no GPU."""
    if config.ENABLE_CUDASIM or not cuda.is_available():
        return None
    worlds, p, room = thin_worlds(futures)
    on_cores, on_gpu = runner_on_cores(worlds, p, room), runner_on_gpu(worlds, p)
    one, other = on_cores(), on_gpu().copy_to_host()
    gap = float(np.max(np.abs(one["gdp"] - other["gdp"]) / np.abs(one["gdp"])))
    found = interleaved(rounds, {"two cores": lambda: _wall(on_cores), "GPU": lambda: _wall(on_gpu)})
    cores, gpu = ([float(x) for x in values] for values in found.values())
    name = cuda.get_current_device().name
    ratio = spread_of([a / b for a, b in zip(cores, gpu, strict=True)])
    said = name.decode() if isinstance(name, bytes) else str(name)
    return OnGpu(said, futures, spread_of(cores), spread_of(gpu), ratio, gap)


def thin_worlds(futures: int) -> tuple[np.ndarray, np.ndarray, tuple[Any, ...]]:
    """Start worlds with the touched fields only, the central parameters (length 1), and what else a turn holds."""
    compiled = compile_study("us-japan", ["as_is"])
    kinds = np.dtype([(n, compiled.start.dtype[n]) for n in TOUCHED], align=True)
    worlds = np.zeros(futures, kinds)
    for name in TOUCHED:
        worlds[name] = compiled.start[name][0]
    wanted = np.dtype([(n, compiled.params["as_is"].dtype[n]) for n in growth.MECHANISM.params], align=True)
    p = np.zeros(1, wanted)
    for name in growth.MECHANISM.params:
        p[name] = compiled.params["as_is"][name]
    return worlds, p, (compiled.tables, compiled.bots, *empty_room())


@kernel
def run_span(worlds, p, seed, first, quarters, tables, seats, answers, log, used, scratch, board):
    """Futures first.. of a span, quarter by quarter, in place.

    With the engine's own turn: a version for `When` would be kept in the programme's cache under a name that only the
    benchmarks know.
    """
    for n in range(worlds.shape[0]):
        for now in range(quarters):
            growth.growth(
                worlds[n], p[0], turn_at(seed, first + n, now, tables, seats, answers, log, used, scratch, board)
            )


def runner_on_cores(worlds: np.ndarray, p: np.ndarray, room: tuple[Any, ...]) -> Callable[[], np.ndarray]:
    """Run all futures on two threads."""

    def run() -> np.ndarray:
        mine, figures = worlds.copy().view(np.recarray), p.view(np.recarray)
        parts = np.array_split(np.arange(len(mine)), CORES)
        with ThreadPoolExecutor(CORES) as pool:
            jobs = [
                pool.submit(run_span, mine[part[0] : part[-1] + 1], figures, 1, int(part[0]), QUARTERS, *room)
                for part in parts
            ]
            for job in jobs:
                job.result()
        return np.asarray(mine)

    return run


def runner_on_gpu(worlds: np.ndarray, p: np.ndarray, quarters: int = QUARTERS) -> Callable[[], Any]:
    """Run all futures on the GPU, one a thread; answers the array on the device."""
    of_one = on_device(growth.growth)

    @cuda.jit
    def run_one(worlds, p, seed, quarters):
        n = cuda.grid(1)
        if n < worlds.shape[0]:
            for now in range(quarters):
                of_one(worlds[n], p[0], When(seed, n, now, now * QUARTER_STRIDE))

    parameters = cuda.to_device(p)

    def run() -> Any:
        mine = cuda.to_device(worlds)
        run_one[(len(worlds) + THREADS - 1) // THREADS, THREADS](mine, parameters, 1, quarters)
        cuda.synchronize()
        return mine

    return run


def on_device(function: Callable[..., Any], _done: dict[int, Any] | None = None) -> Any:
    """A kernel of the package as a device function: same source, every kernel that it calls rebuilt the same way."""
    done = {} if _done is None else _done
    source = getattr(function, "py_func", function)
    if id(source) not in done:
        world = dict(source.__globals__)
        twin = types.FunctionType(source.__code__, world, source.__name__, source.__defaults__, source.__closure__)
        done[id(source)] = cuda.jit(device=True)(twin)
        for name in source.__code__.co_names:
            if hasattr(world.get(name), "py_func"):
                world[name] = on_device(world[name], done)
    return done[id(source)]


def _wall(run: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun
