"""The compiled growth kernel against the same loop in C: what is left on the table by writing kernels in Python.

gcc -O2 -march=native, no fast maths. World: the shipped scenario's start and central figures with tariffs, blocs
and losses at rest, which C leaves out and the kernel still asks about. Skipped where there is no C compiler.
"""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.measure import Spread, interleaved, spread_of
from benchmarks.section import Section
from kaname.compile.compiled import compile_study
from kaname.core.kernel import kernel
from kaname.core.random import SLOT_STRIDE
from kaname.core.slots import SLOT
from kaname.model.economy.growth import LARGEST_GDP, LARGEST_PPP, SMALLEST_GDP, growth
from kaname.model.engine.run import turn_at
from kaname.model.world.room import empty_room

COMPILER = "gcc"
QUARTERS = 60


@dataclass(frozen=True)
class AgainstC:
    """CPU seconds of one measurement in C and compiled, the ratio, the largest relative gap of the numbers."""

    c: Spread
    compiled: Spread
    ratio: Spread
    gap: float


@kernel
def run_growth(w, p, futures, quarters, seed, tables, seats, answers, log, used, scratch, board, first, first_ppp, out):
    for n in range(futures):
        w.growth_shock = 0.0
        for a in range(first.shape[0]):
            w.gdp[a] = first[a]
            w.gdp_ppp[a] = first_ppp[a]
        for now in range(quarters):
            growth(w, p, turn_at(seed, n, now, tables, seats, answers, log, used, scratch, board))
        for a in range(first.shape[0]):
            out[n, a] = w.gdp[a]


def section(quick: bool) -> Section:
    """The ratio, or that there was no compiler."""
    found = compare(2, 1) if quick else compare()
    if found is None:
        return Section("Against C", "There was no C compiler.\n")
    text = f"""\
The growth loop with its draws (Threefry2x32-20, normal quantile), gcc -O2 -march=native, against the compiled kernel:
{found.ratio.text()} times the CPU of C ({found.compiled.text(".3f")} s against {found.c.text(".3f")} s).
Numbers agree to {found.gap:.0e}.
"""
    return Section("Against C", text)


def compare(futures: int = 2000, rounds: int = 5) -> AgainstC | None:
    """Both side by side, or None where there is no C compiler."""
    if shutil.which(COMPILER) is None:
        return None
    compiled = compile_study("us-japan", ["as_is"])
    w, p = compiled.start.copy().view(np.recarray)[0], compiled.params["as_is"].copy().view(np.recarray)[0]
    w.tariff = w.tariff_felt = 0.0
    w.casualties[:] = 0.0
    p.growth_bloc = 0.0
    with tempfile.TemporaryDirectory() as folder:
        in_c, mine = _in_c(Path(folder), w, p), _in_kernel(compiled, w, p)
        one, other = in_c(2), mine(2)
        gap = float(np.max(np.abs(one - other) / np.abs(other)))
        both = {"growth in C": lambda: _cpu(in_c, futures), "growth compiled": lambda: _cpu(mine, futures)}
        found = interleaved(rounds, both)
    c, kernel_ = ([float(x) for x in values] for values in found.values())
    return AgainstC(spread_of(c), spread_of(kernel_), spread_of([b / a for a, b in zip(c, kernel_, strict=True)]), gap)


def _cpu(run: Callable[[int], np.ndarray], futures: int) -> float:
    begun = time.process_time()
    run(futures)
    return time.process_time() - begun


def _in_c(folder: Path, w: Any, p: Any) -> Callable[[int], np.ndarray]:
    library = folder / "yardstick.so"
    source = Path(__file__).with_name("yardstick.c")
    subprocess.run(
        [COMPILER, "-O2", "-march=native", "-shared", "-fPIC", "-o", str(library), str(source), "-lm"], check=True
    )
    function = ctypes.CDLL(str(library)).growth
    figures = np.array([p.growth_shock_persistence, p.growth_shock_spread, p.growth_own_spread, p.growth_rival_doubt])
    columns = [np.array(p[name]) for name in ("growth_drift", "growth_trend", "growth_loading")]
    firsts = [np.array(w.gdp), np.array(w.gdp_ppp)]

    def run(futures: int) -> np.ndarray:
        out = np.zeros((futures, len(w.gdp)))
        slots = (SLOT["growth_common"] * SLOT_STRIDE, SLOT["growth_country"] * SLOT_STRIDE)
        words = [ctypes.c_uint32(x) for x in (1, *slots)]
        sizes = [ctypes.c_int64(x) for x in (futures, QUARTERS, len(w.gdp), int(p.rival))]
        arrays = [ctypes.c_void_p(x.ctypes.data) for x in (figures, *columns, *firsts)]
        limits = [ctypes.c_double(x) for x in (LARGEST_GDP, LARGEST_PPP, SMALLEST_GDP)]
        function(*sizes, *words, *arrays, *limits, ctypes.c_void_p(out.ctypes.data))
        return out

    return run


def _in_kernel(compiled: Any, w: Any, p: Any) -> Callable[[int], np.ndarray]:
    first, first_ppp = np.array(w.gdp), np.array(w.gdp_ppp)
    room = compiled.bots, *empty_room()

    def run(futures: int) -> np.ndarray:
        out = np.zeros((futures, len(first)))
        run_growth(w, p, futures, QUARTERS, 1, compiled.tables, *room, first, first_ppp, out)
        return out

    return run
