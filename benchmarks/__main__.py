"""`python -m benchmarks [--quick] [--out FILE]`: every measurement, and the page that tells them."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from benchmarks import against_c, against_mesa, commands, crisis_c, gpu
from benchmarks.measure import machine, tell
from benchmarks.page import page

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "performance.md"


def main() -> None:
    """Measure, write the page, print it. --quick: tiny sizes, no compile from scratch; its numbers mean nothing."""
    words = argparse.ArgumentParser(prog="python -m benchmarks", description="Speed and memory, as ratios.")
    words.add_argument("--quick", action="store_true", help="tiny sizes: only to see that it runs")
    words.add_argument("--out", type=Path, default=None, help="where to write the page (default: docs/reference)")
    asked = words.parse_args()
    target = asked.out or (None if asked.quick else PAGE)
    text = measured(asked.quick)
    if target is not None:
        target.write_text(text, encoding="utf-8")
    print(text)


def measured(quick: bool) -> str:
    """The page of a run of all measurements."""
    begun, facts = time.monotonic(), machine()
    mesa_sizes = against_mesa.QUICK if quick else against_mesa.Sizes()
    sizes = commands.QUICK if quick else commands.Sizes()
    tell("compiling what is not compiled yet")
    commands.ready()
    gap, parts = against_mesa.compare(mesa_sizes)
    in_c = against_c.compare(2, 1) if quick else against_c.compare()
    of_crisis = crisis_c.compare(2, 20) if quick else crisis_c.compare()
    clocks, workers = commands.clocks(sizes), commands.workers(sizes)
    help_seconds = commands.help_seconds(sizes.rounds)
    ensembles = commands.ensembles(sizes)
    compiled = commands.first_compile() if sizes.compiles else None
    on_gpu = gpu.compare(10_000 if quick else 1_000_000)
    return page(
        quick=quick, facts=facts, minutes=(time.monotonic() - begun) / 60, gap=gap, parts=parts, in_c=in_c, sizes=sizes,
        clocks=clocks, workers=workers, help_seconds=help_seconds, ensembles=ensembles, compiled=compiled,
        mesa_sizes=mesa_sizes, on_gpu=on_gpu, of_crisis=of_crisis,
    )  # fmt: skip


if __name__ == "__main__":
    main()
