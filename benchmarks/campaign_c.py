"""The campaign against the same loop in C: `python -m benchmarks.campaign_c`.

Idea: c/campaign.c fights the flagship's campaigns on the very records that the programme's kernels use (its header is
written here from their types), with the same chance, one lane at a time, compiled with -O3. First both must end every
campaign in the same state; then each is timed, A B A B, and the ratio of CPU told. Where no C compiler is found it says
so. Units: microseconds of CPU a campaign. Reads: scenario, evidence, c/campaign.c. Writes: a folder of its own.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from benchmarks.measure import Spread, interleaved, spread_of, tell
from kaname.compile.baseline import Baseline, baseline_of
from kaname.core.kernel import kernel
from kaname.core.random import SLOT_STRIDE
from kaname.core.slots import SLOT
from kaname.model.campaign.doors import fight_days, open_campaign
from kaname.model.engine.alone import open_tables, turn_alone
from kaname.model.world.turn import CONTINGENCY_STRIDE, Turn
from kaname.study.campaigns import CampaignSpec, lay_out
from kaname.words import axes
from kaname.words.levers import LEVER

SOURCE = Path(__file__).parent / "c" / "campaign.c"
COMPILERS = ("cc", "gcc", "clang")
FLAGS = ("-O3", "-std=c11", "-shared", "-fPIC")
SCENARIO, DAYS, RUNS, ROUNDS, SEED = "us-japan", 60, 2000, 5, 1
MOST_RATIO = 4.0
CASES = (("senkaku", 0, 10.0), ("taiwan", 1, 5.0), ("taiwan", 2, 1000.0), ("korea_missile", 1, 20.0))
SLOTS = ("missile_layer_upper", "missile_layer_lower", "missile_hits", "salvo_air", "salvo_sea", "salvo_submarine",
         "landing")  # fmt: skip
OF_AXES = ("AIR", "SURFACE", "SUBMARINE", "COASTAL_STRIKE", "STRIKE", "INTERCEPTOR_UPPER", "INTERCEPTOR_LOWER",
           "GROUND", "ISR_CYBER", "BASE", "SHORT", "MEDIUM", "COUNTERSTRIKE_MOVE")  # fmt: skip
LEVERS = ("doctrine", "counterstrike", "defence_architecture", "command_mode")


@dataclass(frozen=True)
class Result:
    """CPU a campaign in microseconds, and the ratio of each round; `agree`: both ended in the same states."""

    ours: Spread
    in_c: Spread
    ratio: Spread
    agree: bool


def header(ground: Baseline) -> str:
    """C declarations of the programme's records and of the names that the loop uses."""
    values = {name: getattr(axes, name) for name in OF_AXES}
    values |= {name.upper(): SLOT[name] for name in SLOTS} | {name.upper(): LEVER[name] for name in LEVERS}
    values |= {"FORCES": len(axes.FORCES), "ACTORS": len(ground.axes["actor"])}
    values |= {"SLOT_STRIDE": SLOT_STRIDE, "CONTINGENCY_STRIDE": CONTINGENCY_STRIDE}
    lines = [f"enum {{ {name} = {value} }};" for name, value in values.items()]
    for name, record in (("World", ground.start.dtype), ("Params", ground.params.dtype)):
        lines += [f"typedef struct {{ {' '.join(_members(record))} }} {name};"]
        lines += [f'_Static_assert(sizeof({name}) == {record.itemsize}, "records differ");']
    return "\n".join(lines) + "\n"


def _members(record: np.dtype) -> list[str]:
    kinds = {"f": "double", "i": "int64_t"}
    members = []
    for name in record.names:
        base, shape = record[name].base, record[name].shape
        members.append(f"{kinds[base.kind]} {name}{''.join(f'[{size}]' for size in shape)};")
    return members


def compiler() -> str | None:
    """The first C compiler found, or None."""
    return next((found for name in COMPILERS if (found := shutil.which(os.environ.get("CC", name)))), None)


def build(ground: Baseline, folder: Path, command: str) -> Callable[..., None]:
    """The loop compiled into `folder`; RuntimeError with the compiler's words where it fails."""
    (folder / "records.h").write_text(header(ground), encoding="utf-8")
    library = folder / "campaign.so"
    words = [command, *FLAGS, "-I", str(folder), "-o", str(library), str(SOURCE), "-lm"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    loop = ctypes.CDLL(str(library)).campaigns
    loop.argtypes = [ctypes.c_void_p, ctypes.c_void_p, *[ctypes.c_int64] * 4]
    loop.restype = None
    return loop


@kernel
def ours(worlds: np.ndarray, params: np.ndarray, turn: Turn, k: int, days: float) -> None:
    """The programme's kernels on the same worlds."""
    for n in range(worlds.shape[0]):
        now = Turn(
            turn.seed, n, 0, 0, turn.tables, turn.seats, turn.answers, turn.log, turn.used, turn.scratch, turn.board
        )
        open_campaign(worlds[n], params[n], now, k)
        fight_days(worlds[n], params[n], now, k, days)


def compare(rounds: int = ROUNDS, runs: int = RUNS) -> Result | None:
    """Agreement and the ratio of CPU; None where there is no C compiler."""
    command = compiler()
    if command is None:
        return None
    ground = baseline_of(SCENARIO)
    sizes = {name: len(ground.axes[name]) for name in ("actor", "contingency", "cohort")}
    turn = turn_alone(open_tables(sizes), sizes["actor"], 0, SEED)
    with tempfile.TemporaryDirectory() as folder:
        loop = build(ground, Path(folder), command)
        agree = all(agrees(ground, case, runs, turn, loop) for case in CASES)
        timed = interleaved(rounds, {"ours": partial(_seconds, ground, runs, partial(_ours, turn)),
                                     "in C": partial(_seconds, ground, runs, partial(_in_c, loop))})  # fmt: skip
    each = 1e6 / (runs * len(CASES))
    mine, theirs = [float(t) * each for t in timed["ours"]], [float(t) * each for t in timed["in C"]]
    ratios = [a / b for a, b in zip(mine, theirs, strict=True)]
    return Result(spread_of(mine), spread_of(theirs), spread_of(ratios), agree)


def _laid_out(ground: Baseline, case: tuple[str, int, float], runs: int) -> tuple[int, np.ndarray, np.ndarray]:
    place, plan, arrival = case
    k = ground.place(place)
    settings = {"arrival_day": arrival, "counterstrike": 1.0}
    return k, *lay_out(ground, CampaignSpec(k, plan, DAYS, runs, SEED, settings))


def _ours(turn: Turn, worlds: np.ndarray, params: np.ndarray, k: int) -> None:
    ours(worlds, params, turn, k, float(DAYS))


def _in_c(loop: Callable[..., None], worlds: np.ndarray, params: np.ndarray, k: int) -> None:
    loop(worlds.ctypes.data, params.ctypes.data, len(worlds), k, DAYS, SEED)


def _seconds(ground: Baseline, runs: int, fight: Callable[[np.ndarray, np.ndarray, int], None]) -> float:
    total = 0.0
    for case in CASES:
        k, worlds, params = _laid_out(ground, case, runs)
        begun = time.process_time()
        fight(worlds, params, k)
        total += time.process_time() - begun
    return total


def agrees(ground: Baseline, case: tuple[str, int, float], runs: int, turn: Turn, loop: Callable[..., None]) -> bool:
    """Whether both end the campaigns of a case in the same state; tells the fields that differ."""
    k, worlds, params = _laid_out(ground, case, runs)
    again = worlds.copy()
    _ours(turn, worlds, params, k)
    _in_c(loop, again, params, k)
    differing = [name for name in worlds.dtype.names if not np.allclose(worlds[name], again[name], 1e-9, 1e-9)]
    if differing:
        tell(f"  {case[0]}, plan {case[1]}: the two differ in {', '.join(differing)}")
    return not differing


def lines_of(found: Result | None) -> list[str]:
    """The result as lines of text."""
    if found is None:
        return ["campaign against C: not measured, no C compiler was found"]
    verdict = "within" if found.ratio.median <= MOST_RATIO else "OVER"
    return [
        f"campaign of {DAYS} days: {found.ours.text('.0f')} microseconds of CPU; in C, -O3: {found.in_c.text('.0f')}",
        f"ratio {found.ratio.text()}, {verdict} the aim of {MOST_RATIO:g}; "
        + ("both end every campaign in the same state" if found.agree else "BUT THE TWO END IN DIFFERENT STATES"),
    ]


if __name__ == "__main__":
    tell("campaign against C; the first run compiles")
    print("\n".join(lines_of(compare())))
