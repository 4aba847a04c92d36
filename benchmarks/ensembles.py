"""Cost per future and memory of a large ensemble against a small one. Units: ms of CPU, MB of 10**6 bytes."""

from __future__ import annotations

from benchmarks.measure import Spread, interleaved, spread_of, use_of
from benchmarks.section import Goal, Section, table

COMMAND = "kaname compare us-japan --robustness 0 --bargains as_is --workers 1"
FEW, MANY, YEARS, ROUNDS = 1000, 100_000, 2, 3
GROWTH_GOAL, CPU_GOAL = 40.0, 50.0


def section(quick: bool) -> Section:
    """One bargain and a short horizon: storing and summarising weigh more here, so a growth of their cost shows."""
    few, many, years, rounds = (4, 8, 2, 1) if quick else (FEW, MANY, YEARS, ROUNDS)
    command = f"{COMMAND} --years {years} --futures"
    found = interleaved(
        rounds, {"one future": lambda: use_of(f"{command} 1"), f"{few:,} futures": lambda: use_of(f"{command} {few}")}
    )
    large = use_of(f"{command} {many}")
    ones, smalls = found.values()
    base = spread_of([use.cpu for use in ones]).median
    small = spread_of([1000 * (b.cpu - a.cpu) / (few - 1) for a, b in zip(ones, smalls, strict=True)])
    each = 1000 * (large.cpu - base) / (many - 1)
    ratio = Spread(each / small.median, each / small.high, each / small.low, small.count)
    memory = spread_of([use.mb for use in smalls])
    rows = [
        (f"{few:,}", small.text(".3f"), memory.text(".0f")),
        (f"{many:,}", spread_of([each]).text(".3f"), spread_of([large.mb]).text(".0f")),
    ]
    text = f"""\
`{command} {few}` against `... {many}`. CPU per future is what is beyond start-up; ratio {ratio.text()}. Peak
memory is that of the run; the report is drawn in a child. The large run took {large.cpu:.0f} s of CPU in all.

{table(("futures", "CPU per future, ms", "peak memory, MB"), rows)}"""
    growth = large.mb - memory.median
    goals = (
        Goal(f"memory, {many:,} futures over {few:,}", GROWTH_GOAL, growth, "MB more", form=".0f"),
        Goal(f"{many:,} futures of {years} years, CPU", CPU_GOAL, large.cpu, "s", form=".0f"),
    )
    return Section("Size of the ensemble", text, goals)
