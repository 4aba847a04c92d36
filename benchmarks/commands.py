"""Speed and memory of the real command: start-up, run by clocks, size of the ensemble, workers, first compile, help.

Start-up is the same command with one future and two years: all that does not grow with futures. The run is what a
command uses beyond that. The share of a clock is a difference of runs in which a mechanism is frozen (--freeze):
without crisis.response nobody challenges, so neither crisis nor campaign runs; without campaign.day wars are decided
on the forces as they stood. A frozen clock changes the futures a little, so the shares are attributions, not counters.
Units: CPU and wall seconds, MB of 10**6 bytes.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import Spread, Use, interleaved, spread_of, use_of

SCENARIO = "kaname compare us-japan --beside 0"
TWO = "as_is,unequal_by_design"
BURN = "x = 0\nfor n in range(20_000_000):\n    x += n & 7\n"


@dataclass(frozen=True)
class Sizes:
    """futures: of the run whose clocks are told; years of it (None: the scenario's); few, many: sizes of two ensembles;
    short: their years; rounds; whether the first compile is measured, which takes longest."""

    futures: int = 1000
    years: int | None = None
    few: int = 1000
    many: int = 100_000
    short: int = 2
    rounds: int = 3
    compiles: bool = True


QUICK = Sizes(futures=4, years=2, few=4, many=8, rounds=1, compiles=False)


@dataclass(frozen=True)
class Clocks:
    """The run by its clocks, CPU seconds."""

    command: str
    startup_command: str
    startup: Spread
    run: Spread
    strategic: Spread
    crisis: Spread
    campaign: Spread


@dataclass(frozen=True)
class Ensembles:
    """Two sizes of one run: CPU per future beyond start-up (ms), the ratio of these, peak memory (MB)."""

    command_few: str
    command_many: str
    few_ms: Spread
    many_ms: Spread
    ratio: Spread
    few_mb: Spread
    many_mb: Spread


@dataclass(frozen=True)
class Workers:
    """Wall seconds of the run beyond start-up with one and with two workers, CPU of two over that of one, and what two
    processes of plain Python, which share nothing, gained over one after the other at that moment."""

    command: str
    one: Spread
    two: Spread
    ratio: Spread
    cpu: Spread
    two_processes: Spread


def ready() -> None:
    """Compile what is not compiled yet, so that nothing below pays for it."""
    use_of("kaname warm", writes=False)


def startup_of(bargains: str, workers: int = 1) -> str:
    return f"{SCENARIO} --bargains {bargains} --futures 1 --years 2 --workers {workers}"


def clocks(sizes: Sizes) -> Clocks:
    """Start-up, and the run split by clocks."""
    years = f" --years {sizes.years}" if sizes.years else ""
    whole = f"{SCENARIO} --bargains {TWO} --futures {sizes.futures}{years} --workers 1"
    found = interleaved(
        sizes.rounds,
        {
            "start-up": lambda: use_of(startup_of(TWO)).cpu,
            "whole run": lambda: use_of(whole).cpu,
            "campaign.day frozen": lambda: use_of(f"{whole} --freeze campaign.day").cpu,
            "crisis.response frozen": lambda: use_of(f"{whole} --freeze crisis.response").cpu,
        },
    )
    startup, full, no_campaign, no_crisis = ([float(x) for x in values] for values in found.values())
    return Clocks(
        whole, startup_of(TWO), spread_of(startup), _apart(full, startup), _apart(no_crisis, startup),
        _apart(no_campaign, no_crisis), _apart(full, no_campaign),
    )  # fmt: skip


def _apart(left: list[float], right: list[float]) -> Spread:
    return spread_of([a - b for a, b in zip(left, right, strict=True)])


def ensembles(sizes: Sizes) -> Ensembles:
    """Cost per future and memory of a large ensemble against a small one, one bargain, a short horizon."""
    command = f"{SCENARIO} --bargains as_is --years {sizes.short} --workers 1 --futures"
    pairs: list[tuple[Use, Use]] = []
    for _ in range(sizes.rounds):
        pairs.append((use_of(f"{command} 1"), use_of(f"{command} {sizes.few}")))
    many = use_of(f"{command} {sizes.many}")
    for _ in range(sizes.rounds - 1):
        pairs.append((use_of(f"{command} 1"), use_of(f"{command} {sizes.few}")))
    base = spread_of([startup.cpu for startup, _ in pairs]).median
    each_few = [1000 * (few.cpu - startup.cpu) / (sizes.few - 1) for startup, few in pairs]
    each_many = 1000 * (many.cpu - base) / (sizes.many - 1)
    usual = spread_of(each_few)
    ratio = Spread(each_many / usual.median, each_many / usual.high, each_many / usual.low, usual.count)
    return Ensembles(
        f"{command} {sizes.few}", f"{command} {sizes.many}", usual, spread_of([each_many]), ratio,
        spread_of([few.mb for _, few in pairs]), spread_of([many.mb]),
    )  # fmt: skip


def workers(sizes: Sizes) -> Workers:
    """One worker against two, wall time beyond start-up."""
    years = f" --years {sizes.years}" if sizes.years else ""
    whole = f"{SCENARIO} --bargains {TWO} --futures {sizes.futures}{years} --workers"
    found = interleaved(
        sizes.rounds,
        {
            "one worker": lambda: runner_use(sizes, 1),
            "two workers": lambda: runner_use(sizes, 2),
            "two processes over one": two_processes,
        },
    )
    one, two, gained = found.values()
    pairs = list(zip(one, two, strict=True))
    return Workers(
        f"{whole} 2", spread_of([use.wall for use in one]), spread_of([use.wall for use in two]),
        spread_of([a.wall / b.wall for a, b in pairs]), spread_of([b.cpu / a.cpu for a, b in pairs]),
        spread_of([use.wall for use in gained]),
    )  # fmt: skip


def runner_use(sizes: Sizes, count: int) -> Use:
    """The study runner alone, in this process, compiled and warm."""
    from kaname.compile.compiled import compile_study
    from kaname.study.design import Design
    from kaname.study.runner import run

    bargains = tuple(TWO.split(","))
    compiled = compile_study("us-japan", bargains, sizes.years)
    with tempfile.TemporaryDirectory() as folder:
        run(Design("us-japan", bargains, 2, years=sizes.years, beside=0), compiled, Path(folder) / "first", "", count)
        design = Design("us-japan", bargains, sizes.futures, years=sizes.years, beside=0)
        begun, cpu = time.monotonic(), time.process_time()
        run(design, compiled, Path(folder) / "timed", "", count)
        return Use(time.process_time() - cpu, 0.0, time.monotonic() - begun, 0.0)


def two_processes() -> Use:
    """How much faster (as `wall`) two burning processes get through two burns side by side than one after the other."""
    begun = time.monotonic()
    for _ in range(2):
        subprocess.run([sys.executable, "-c", BURN], check=True)
    apart = time.monotonic() - begun
    begun = time.monotonic()
    for child in [subprocess.Popen([sys.executable, "-c", BURN]) for _ in range(2)]:
        child.wait()
    return Use(0.0, 0.0, apart / (time.monotonic() - begun), 0.0)


def first_compile() -> tuple[float, float]:
    """CPU (children counted) and wall seconds of `kaname warm` with an empty cache, beyond the same with a full one."""
    with tempfile.TemporaryDirectory() as cache:
        cold = use_of("kaname warm", writes=False, cache=Path(cache))
        warm = use_of("kaname warm", writes=False, cache=Path(cache))
    return cold.cpu + cold.children - warm.cpu - warm.children, cold.wall - warm.wall


def help_seconds(rounds: int) -> Spread:
    """CPU seconds of `kaname --help`."""
    return spread_of([use_of("kaname --help", writes=False).cpu for _ in range(rounds)])
