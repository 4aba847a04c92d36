"""The same run under an earlier build of this project, side by side: how many times cheaper it has become.

The earlier build is taken from the history into a folder of its own, with a cache of its own, and run by the same
interpreter. Where there is no history (a wheel, a shallow clone), nothing is measured and the page says so.
Units: CPU seconds beyond start-up.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import Build, apart, interleaved, spread_of, tell, use_of
from benchmarks.one_run import COMPARE, TWO, startup_of
from benchmarks.section import Goal, Section, table

REVISION, DAY = "a0746ad", "22 November 2026"
ROOT = Path(__file__).resolve().parents[1]
FUTURES, ROUNDS, MANY = 1000, 3, 100_000
RUN_GOAL, RUN_AIM, MANY_GOAL = 0.30, 0.20, 50.0


def section(quick: bool) -> Section:
    """The run beyond start-up of both builds, round by round."""
    title = f"Against the build of {DAY}"
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "earlier"
        if not unpacked(tree):
            return Section(title, f"Not measured: the history holds no revision {REVISION} here.\n")
        before = Build(tree / "src", Path(folder) / "cache")
        tell("compiling the earlier build")
        use_of("kaname warm", writes=False, build=before)
        size = "--futures 4 --years 2" if quick else f"--futures {FUTURES}"
        whole = f"{COMPARE} {TWO} {size}"
        found = interleaved(
            1 if quick else ROUNDS,
            {
                "start-up, earlier": lambda: use_of(startup_of(), build=before).cpu,
                "run, earlier": lambda: use_of(whole, build=before).cpu,
                "start-up, now": lambda: use_of(startup_of()).cpu,
                "run, now": lambda: use_of(whole).cpu,
            },
        )
    old_start, old, new_start, new = found.values()
    pairs = zip(old, old_start, new, new_start, strict=True)
    ratio = spread_of([(d - c) / (b - a) for b, a, d, c in pairs])
    rows = [
        ("start-up", spread_of(old_start).text(), spread_of(new_start).text()),
        ("run, beyond start-up", apart(old, old_start).text(), apart(new, new_start).text()),
    ]
    text = f"""\
`{whole}`, CPU seconds, both builds in turn with the same interpreter and libraries. The run beyond start-up
takes {ratio.text()} of what it took.

{table(("CPU seconds", f"build of {DAY}", "now"), rows)}"""
    goals = (
        Goal("run beyond start-up, against the earlier build", RUN_GOAL, ratio.median),
        Goal("run beyond start-up, against the earlier build", RUN_AIM, ratio.median, aim=True),
    )
    return Section(title, text, goals)


def unpacked(tree: Path) -> bool:
    """Whether the earlier build could be taken from the history into `tree`."""
    tree.mkdir()
    packed = subprocess.run(["git", "archive", REVISION, "src"], cwd=ROOT, capture_output=True, check=False)
    if packed.returncode != 0:
        return False
    subprocess.run(["tar", "-x", "-C", str(tree)], input=packed.stdout, check=True)
    return True


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.stdout.write(section(False).text)
