"""One large run, watched: memory at every tenth, seconds a part, and how right the time left was.

    python -m tests.soak.million --futures 1000000

Two bargains over two years with two workers. Prints one line a tenth and what was asked: memory within 30 MB from the
first tenth to the last and under 400 MB, no slowdown, time left right within 20 %.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

COMMAND = "compare us-japan --bargains as_is,step_up --years 2 --robustness 0 --workers 2"
LINE = re.compile(r"running: (\d+) of (\d+) parts(?:, about (.+) left)?")
SECONDS = {"s": 1, "min": 60}
GROWTH_MB, MOST_MB, SLOWER, WRONG = 30.0, 400.0, 1.2, 0.2
MB = 1e6


@dataclass(frozen=True)
class Seen:
    """What stood at a tenth: parts done, seconds since the start, memory in MB, seconds told to be left."""

    done: int
    total: int
    at: float
    mb: float
    left: float | None


def resident(process: int) -> float:
    """Return the memory of a process in MB that its pages take in the machine, 0 when it has ended."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / MB


def seconds_of(text: str) -> float:
    """Return the seconds of words such as `40 s` or `3 min`."""
    number, unit = text.split()
    return float(number) * SECONDS[unit]


def watched(futures: int) -> tuple[list[Seen], float, float]:
    """Run the command; return what stood at each tenth, the most memory at any second in MB, and seconds in all."""
    with tempfile.TemporaryDirectory() as folder:
        words = [sys.executable, "-m", "kaname", *COMMAND.split(), "--futures", str(futures), "--out", f"{folder}/run"]
        begun = time.monotonic()
        process = subprocess.Popen(words, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        highest = [0.0]

        def watch() -> None:
            while process.poll() is None:
                highest[0] = max(highest[0], resident(process.pid))
                time.sleep(0.5)

        watcher = threading.Thread(target=watch)
        watcher.start()
        tenths: list[Seen] = []
        assert process.stderr is not None
        for line in process.stderr:
            match = LINE.search(line)
            if match:
                left = seconds_of(match[3]) if match[3] else None
                at = time.monotonic() - begun
                tenths.append(Seen(int(match[1]), int(match[2]), at, resident(process.pid), left))
                print(line.strip(), f"| {at:.0f} s, {tenths[-1].mb:.0f} MB", flush=True)
        watcher.join()
        if process.returncode != 0:
            raise SystemExit(f"exit code {process.returncode}")
        return tenths, highest[0], time.monotonic() - begun


def main() -> None:
    """Run, print what was seen, and end with 1 where something asked was missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--futures", type=int, default=1_000_000)
    futures = parser.parse_args().futures
    tenths, highest, seconds = watched(futures)
    first, last = tenths[1], tenths[-1]
    growth = last.mb - first.mb
    paces = [(b.at - a.at) / (b.done - a.done) for a, b in zip(tenths[1:-1], tenths[2:], strict=True)]
    end = last.at
    # Minutes are told whole, so half a minute is no fault.
    told = [(seen.left, end - seen.at) for seen in tenths[1:-1] if seen.left is not None]
    wrong = [max(0.0, abs(left - true) - (0.0 if left < 90 else 30.0)) / true for left, true in told]
    print(f"{futures:,} futures x 2 bargains in {seconds:.0f} s; most memory {highest:.0f} MB; from the first tenth "
          f"to the last {growth:+.0f} MB; seconds a part {paces[0]:.3f} at first, {paces[-1]:.3f} at last, "
          f"{max(paces):.3f} at most; time left wrong by {max(wrong):.0%} at most")  # fmt: skip
    missed = [growth > GROWTH_MB, highest > MOST_MB, paces[-1] > SLOWER * paces[0], max(wrong) > WRONG]
    raise SystemExit(any(missed))


if __name__ == "__main__":
    main()
