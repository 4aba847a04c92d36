"""Run-years per CPU second of one subset of the model: compiled, and as an ordinary Mesa model, side by side."""

from __future__ import annotations

import time
from dataclasses import dataclass

from benchmarks.measure import Spread, interleaved, spread_of
from benchmarks.section import Goal, Section, table
from benchmarks.subset.agree import largest_gap
from benchmarks.subset.compiled import Ground, ground_of, run_compiled
from benchmarks.subset.mesa_model import AllianceModel, Start

PARTS = {
    "all together": (1, 1, 1),
    "four mechanisms": (1, 0, 0),
    "one crisis a year": (0, 1, 0),
    "one salvo day a year": (0, 0, 1),
}
AIM, GOAL = 300, 200


@dataclass(frozen=True)
class Part:
    """Run-years per CPU second of both versions, and the ratio of each round."""

    name: str
    mesa: Spread
    compiled: Spread
    ratio: Spread


@dataclass(frozen=True)
class Sizes:
    """years a run; futures of the compiled version and, among them, of Mesa in one measurement; repeats; rounds."""

    years: int = 15
    futures: int = 40
    in_mesa: int = 4
    repeats: int = 4
    rounds: int = 5


QUICK = Sizes(years=2, futures=2, in_mesa=2, repeats=1, rounds=1)


def section(quick: bool) -> Section:
    """Speed of the parts, and that both versions agree."""
    sizes = QUICK if quick else Sizes()
    gap, parts = compare(sizes)
    rows = [(p.name, p.mesa.text(".0f"), p.compiled.text(".0f"), p.ratio.text(".0f")) for p in parts]
    ratio = parts[0].ratio.median
    text = f"""\
One subset of the model, twice (benchmarks/subset): the project's own compiled kernels driven by a loop, and a Mesa
model with plain attributes on agents. Each quarter: growth, opinion, burden, ledger. Each year: one forced crisis in
the contingency with the largest tree, and one salvo day (repair, two layers of interceptors, bases, exchange in the
air, at sea and below it). Of the crisis both do the thinking: logit backward induction for every type of every other
side, Bayes along the history, own play backward, the drawn moves. Left out of both, being laid out beforehand: the
payoffs and legal gates of each picture; nobody misreads. Mesa draws from its own generators, which in Python are
quicker than named draws. Given the same draws, all numbers of three futures agree to {gap:.0e} (relative; 1e-9 or the
measurement stops). Making a model counts, reading figures does not. Command: `python -m benchmarks`; runs of
{sizes.years} years, {sizes.futures} futures compiled, {sizes.in_mesa} in Mesa, {sizes.rounds} rounds.

{table(("run-years per CPU second", "Mesa", "compiled", "ratio"), rows)}"""
    goals = (
        Goal("against Mesa", GOAL, ratio, "times", at_most=False, form=".0f"),
        Goal("against Mesa", AIM, ratio, "times", at_most=False, form=".0f", aim=True),
    )
    return Section("Against Mesa", text, goals)


def compare(sizes: Sizes) -> tuple[float, list[Part]]:
    """The largest gap between the two versions' numbers, and the speed of each part."""
    ground = ground_of(sizes.futures)
    few = ground_of(min(3, sizes.futures))
    gap, place = largest_gap(few, sizes.years)
    if not gap < 1e-9:
        raise RuntimeError(f"the two versions of the subset differ by {gap:g} at {place}")
    starts = [Start(ground, future) for future in range(sizes.in_mesa)]
    return gap, [_part(name, parts, ground, starts, sizes) for name, parts in PARTS.items()]


def _part(name: str, parts: tuple[int, int, int], ground: Ground, starts: list[Start], sizes: Sizes) -> Part:
    found = interleaved(
        sizes.rounds,
        {
            f"{name}, Mesa": lambda: _mesa_speed(starts, sizes.years, parts),
            f"{name}, compiled": lambda: _compiled_speed(ground, sizes, parts),
        },
    )
    mesa, compiled = ([float(x) for x in values] for values in found.values())
    ratios = [fast / slow for slow, fast in zip(mesa, compiled, strict=True)]
    return Part(name, spread_of(mesa), spread_of(compiled), spread_of(ratios))


def _mesa_speed(starts: list[Start], years: int, parts: tuple[int, int, int]) -> float:
    begun = time.process_time()
    for start in starts:
        model = AllianceModel(start, parts=parts)
        for _ in range(4 * years):
            model.step()
    return len(starts) * years / (time.process_time() - begun)


def _compiled_speed(ground: Ground, sizes: Sizes, parts: tuple[int, int, int]) -> float:
    begun = time.process_time()
    for _ in range(sizes.repeats):
        run_compiled(ground, sizes.years, parts)
    return sizes.repeats * sizes.futures * sizes.years / (time.process_time() - begun)
