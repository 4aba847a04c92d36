"""One round of a crisis against the same passes in C: `python -m benchmarks.crisis_c`.

Idea: the flagship's Senkaku game, three actors. Pictures of many futures are laid out beforehand; then the programme's
kernels and c/crisis.c (-O3) think every side of every round through: theories of all types by logit backward
induction, Bayes along the history, own play. First both must come to the same odds and values, then each is timed,
A B A B, and the ratio of CPU told. Apart from that the whole round is timed as the engine plays it, pictures, draws
and the challenge included. Units: milliseconds of CPU a round. Reads: scenario, evidence, c/crisis.c. Writes: a folder
of its own.
"""

from __future__ import annotations

import ctypes
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.campaign_c import FLAGS, compiler
from benchmarks.measure import Spread, interleaved, spread_of, tell
from benchmarks.section import Goal, Section
from kaname.compile.compiled import Compiled, compile_study
from kaname.core.kernel import kernel
from kaname.model.crisis.nature import find_legality
from kaname.model.crisis.response import respond
from kaname.model.crisis.thinking import actor_in, chance_of_point, mean_resolve, picture_of, reconsider, resolve_at
from kaname.model.world.board import ROLE_COUNT
from kaname.model.world.game_form import MOST_NODES, NODE_ARRAYS
from kaname.model.world.room import empty_room
from kaname.model.world.turn import Turn
from kaname.words.moves import GUARANTOR

SOURCE = Path(__file__).parent / "c" / "crisis.c"
SCENARIO, GAME, RUNS, ROUNDS, SEED = "us-japan", "senkaku", 400, 7, 1
ACTORS, MOST, POINTS, MIDDLE = 3, MOST_NODES, 3, 1
MOST_RATIO, MOST_MILLISECONDS = 3.0, 0.5
TEMPTED = 1.0
AGREEMENT = 1e-9
PICTURE = np.dtype(
    [("flat", float, (ROLE_COUNT, MOST)), ("keen", float, (ROLE_COUNT, MOST)), ("gate", float, MOST),
     ("own_gate", float, MOST), ("resolve", float, ROLE_COUNT), ("law", float, ROLE_COUNT),
     ("prior", float, (ROLE_COUNT, POINTS)), ("grid", float, POINTS), ("own", float), ("precision", float)]
)  # fmt: skip
RULE = np.dtype([("odds", float, MOST), ("value", float, MOST)])


@dataclass(frozen=True)
class Result:
    """CPU a round in milliseconds: thinking here and in C, their ratio round by round, the whole round as played."""

    ours: Spread
    in_c: Spread
    ratio: Spread
    whole: Spread
    gap: float


@dataclass(frozen=True)
class Laid:
    """Worlds, parameters and pictures of some futures in one contingency, and a turn to compute in."""

    worlds: Any
    params: Any
    tree: np.ndarray
    nodes: int
    k: int
    pictures: np.ndarray
    turn: Turn


@kernel
def lay(worlds, params, turn, k, pictures):
    """Lay out the picture of every side in every future."""
    nodes, board = turn.tables.tree[k].nodes, turn.board[0]
    for n in range(worlds.shape[0]):
        w, p = worlds[n], params[n]
        find_legality(w, p, _of(turn, n), k)
        for role in range(ACTORS):
            picture_of(w, p, turn, k, role)
            laid = pictures[n, role]
            for i in range(nodes):
                for r in range(ROLE_COUNT):
                    laid.flat[r, i], laid.keen[r, i] = board.payoff_fixed[r, i], board.payoff_resolve[r, i]
                laid.gate[i], laid.own_gate[i] = board.legality[i], board.own_legality[i]
            for r in range(ROLE_COUNT):
                laid.resolve[r] = board.mean_resolve[r]
                laid.law[r] = board.mean_law[r]
                for point in range(POINTS):
                    laid.prior[r, point] = prior_of(mean_resolve(w, p, k, actor_in(p, k, role), r), r, point)
            for point in range(POINTS):
                laid.grid[point] = resolve_at(p, float(point))
            laid.own = resolve_at(p, float(MIDDLE))
            laid.precision = board.precision


@kernel
def prior_of(mean: float, role: int, point: int) -> float:
    """Return the chance of a point of resolve of the side in `role`; a guarantor's resolve is the middle one."""
    if role == GUARANTOR:
        return 1.0 if point == MIDDLE else 0.0
    return chance_of_point(mean, point)


@kernel
def ours(worlds, params, turn, k, pictures, rules):
    """The programme's kernels on the same pictures."""
    nodes, board = turn.tables.tree[k].nodes, turn.board[0]
    for n in range(worlds.shape[0]):
        w, p = worlds[n], params[n]
        for role in range(ACTORS):
            hold(board, nodes, pictures[n, role])
            reconsider(w, p, turn, k, role, MIDDLE)
            for i in range(nodes):
                rules[n, role].odds[i] = board.own_odds[role, i]
                rules[n, role].value[i] = board.own_value[role, i]


@kernel
def hold(board, nodes, laid):
    for i in range(nodes):
        for r in range(ROLE_COUNT):
            board.payoff_fixed[r, i], board.payoff_resolve[r, i] = laid.flat[r, i], laid.keen[r, i]
        board.legality[i], board.own_legality[i] = laid.gate[i], laid.own_gate[i]
    for r in range(ROLE_COUNT):
        board.mean_resolve[r] = laid.resolve[r]
        board.mean_law[r] = laid.law[r]
    board.precision = laid.precision


@kernel
def played(worlds, params, turn, k):
    """Whole rounds as the engine plays them."""
    for n in range(worlds.shape[0]):
        respond(worlds[n], params[n], _of(turn, n), k)


@kernel
def _of(turn, n):
    return Turn(
        turn.seed, n, 0, 0, turn.tables, turn.seats, turn.answers, turn.log, turn.used, turn.scratch, turn.board
    )


def laid_out(runs: int) -> Laid:
    """Futures of the shipped scenario with the opportunity there, a tempted challenger, and one round in all."""
    compiled: Compiled = compile_study(SCENARIO, ["as_is"])
    k = list(compiled.axes["contingency"]).index(GAME)
    start, params, _ = compiled.futures("as_is", SEED, 0, runs)
    worlds, values = start.view(np.recarray), params.view(np.recarray)
    worlds.opportunity[:, k], values.temptation[:, k], values.most_rounds[:] = 1, TEMPTED, 1
    turn = Turn(SEED, 0, 0, 0, compiled.tables, compiled.bots, *empty_room())
    pictures = np.zeros((runs, ACTORS), PICTURE).view(np.recarray)
    lay(worlds, values, turn, k, pictures)
    form = compiled.tables.tree[k]
    tree = np.stack([form[name][: form.nodes].astype(np.int64) for name in NODE_ARRAYS], axis=1)
    return Laid(worlds, values, tree, int(form.nodes), k, pictures, turn)


def build(folder: Path, command: str) -> Callable[..., None]:
    """The passes compiled into `folder`; RuntimeError with the compiler's words where it fails."""
    lines = [f"enum {{ {name.upper()} = {column} }};" for column, name in enumerate(NODE_ARRAYS)]
    lines += [f"enum {{ COLUMNS = {len(NODE_ARRAYS)} }};", f"enum {{ ASKED = {ACTORS} }};"]
    (folder / "columns.h").write_text("\n".join(lines) + "\n", encoding="utf-8")
    library = folder / "crisis.so"
    words = [command, *FLAGS, "-I", str(folder), "-o", str(library), str(SOURCE), "-lm"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    loop = ctypes.CDLL(str(library)).rounds
    pointer, whole = ctypes.c_void_p, ctypes.c_int64
    loop.argtypes = [pointer, whole, pointer, pointer, whole, whole, pointer]
    loop.restype = None
    return loop


def section(quick: bool) -> Section:
    """One round as played, and thinking against C; or that there was no compiler."""
    found = compare(2, 20) if quick else compare()
    if found is None:
        return Section("One round of a crisis", "There was no C compiler.\n")
    text = f"""\
The Senkaku game, three actors. Thinking (theories of all types by logit backward induction, Bayes along the history,
own play) from pictures laid out beforehand: {found.ours.text(".3f")} ms a round, {found.in_c.text(".3f")} ms in C
(-O3); odds and values agree to {found.gap:.0e}. The whole round has the pictures, the draws and the challenge in it.
Command: `python -m benchmarks.crisis_c`.
"""
    goals = (
        Goal("a whole round of a crisis as played", MOST_MILLISECONDS, found.whole.median, "ms", form=".3f"),
        Goal("thinking in a crisis, against C", MOST_RATIO, found.ratio.median, "times the CPU"),
    )
    return Section("One round of a crisis", text, goals)


def compare(rounds: int = ROUNDS, runs: int = RUNS) -> Result | None:
    """Agreement, the ratio of CPU and the time of a whole round; None where there is no C compiler."""
    command = compiler()
    if command is None:
        return None
    laid = laid_out(runs)
    mine, theirs = (np.zeros((runs, ACTORS), RULE).view(np.recarray) for _ in range(2))
    with tempfile.TemporaryDirectory() as folder:
        in_c = partial(_in_c, build(Path(folder), command), laid, theirs)
        here = partial(ours, laid.worlds, laid.params, laid.turn, laid.k, laid.pictures, mine)
        here()
        in_c()
        gap = max(float(np.abs(mine[name] - theirs[name]).max()) for name in ("odds", "value"))
        whole = partial(_played, laid)
        whole()
        timed = interleaved(rounds, {"ours": partial(_seconds, here), "in C": partial(_seconds, in_c), "whole": whole})
    ms = {name: [1e3 * float(t) / runs for t in times] for name, times in timed.items()}
    ratios = [a / b for a, b in zip(ms["ours"], ms["in C"], strict=True)]
    return Result(spread_of(ms["ours"]), spread_of(ms["in C"]), spread_of(ratios), spread_of(ms["whole"]), gap)


def _in_c(loop: Callable[..., None], laid: Laid, rules: np.ndarray) -> None:
    nest = np.ascontiguousarray(laid.params["nest_precision"])
    loop(laid.tree.ctypes.data, laid.nodes, laid.pictures.ctypes.data, rules.ctypes.data, len(laid.worlds), ACTORS,
         nest.ctypes.data)  # fmt: skip


def _seconds(run: Callable[[], None]) -> float:
    begun = time.process_time()
    run()
    return time.process_time() - begun


def _played(laid: Laid) -> float:
    """Seconds of CPU for the whole rounds, on worlds of their own."""
    worlds = laid.worlds.copy()
    return _seconds(partial(played, worlds, laid.params, laid.turn, laid.k))


def lines_of(found: Result | None) -> list[str]:
    """The result as lines of text."""
    if found is None:
        return ["crisis against C: not measured, no C compiler was found"]
    ratio = "within" if found.ratio.median <= MOST_RATIO else "OVER"
    whole = "within" if found.whole.median <= MOST_MILLISECONDS else "OVER"
    agree = (
        f"odds and values agree to {found.gap:.0e}" if found.gap <= AGREEMENT else f"BUT THEY DIFFER BY {found.gap:.0e}"
    )
    return [
        f"one round of three actors, thinking alone: {found.ours.text('.3f')} ms of CPU; in C, -O3: "
        f"{found.in_c.text('.3f')}",
        f"ratio {found.ratio.text()}, {ratio} the aim of {MOST_RATIO:g}; {agree}",
        f"the whole round as played: {found.whole.text('.3f')} ms, {whole} the aim of {MOST_MILLISECONDS:g}",
    ]


if __name__ == "__main__":
    tell("crisis against C; the first run compiles")
    print("\n".join(lines_of(compare())))
