"""`python -m benchmarks [--quick] [--only NAME,..] [--out FILE]`: every measurement, and the page made of them."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import (
    against_c,
    against_ema,
    against_mesa,
    crisis_c,
    earlier,
    ensembles,
    first_use,
    gpu,
    moved_lever,
    one_run,
    two_workers,
)
from benchmarks.measure import machine, tell, use_of
from benchmarks.page import page
from benchmarks.section import Section

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "performance.md"
MEASUREMENTS: dict[str, Callable[[bool], Section]] = {
    "one_run": one_run.section,
    "earlier": earlier.section,
    "moved_lever": moved_lever.section,
    "ensembles": ensembles.section,
    "two_workers": two_workers.section,
    "first_use": first_use.section,
    "against_mesa": against_mesa.section,
    "against_ema": against_ema.section,
    "against_c": against_c.section,
    "crisis_c": crisis_c.section,
    "gpu": gpu.section,
}


def main() -> None:
    """Measure, write the page, print it. --quick: tiny sizes, no compile from scratch; its numbers mean nothing."""
    words = argparse.ArgumentParser(prog="python -m benchmarks", description="Speed and memory, as ratios.")
    words.add_argument("--quick", action="store_true", help="tiny sizes: only to see that it runs")
    words.add_argument("--only", default="", help=f"some of {', '.join(MEASUREMENTS)}; then nothing is written")
    words.add_argument("--out", type=Path, default=None, help="where to write the page (default: docs/reference)")
    asked = words.parse_args()
    target = asked.out or (None if asked.quick or asked.only else PAGE)
    text = measured(asked.quick, asked.only.split(",") if asked.only else list(MEASUREMENTS))
    if target is not None:
        target.write_text(text, encoding="utf-8")
    print(text)


def measured(quick: bool, names: list[str]) -> str:
    """The page of a run of some measurements."""
    begun, facts = time.monotonic(), machine()
    tell("compiling what is not compiled yet")
    use_of("kaname warm", writes=False)
    sections = [MEASUREMENTS[name](quick) for name in names]
    facts.append(f"all measurements together took {(time.monotonic() - begun) / 60:.0f} minutes")
    return page(sections, facts, quick)


if __name__ == "__main__":
    main()
