"""`python -m benchmarks.laboratory [--moves N] [--out FILE]`: the laboratory measured as a browser would meet it.

A laboratory is started as a person starts it, on a free port, with compiled kernels at hand, and asked over HTTP: its
start, the front page with all it loads, the first and the last picture after a moved lever (one visitor, then ten at
once), an answer of law, the memory held. Wall times; a machine that others use makes them worse.
Writes docs/reference/laboratory.md, or FILE.
"""

from __future__ import annotations

import argparse
import gzip
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kaname.law.book import load_book
from kaname.words.levers import LEVERS

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "laboratory.md"
MOVES, VISITORS, ANSWERS = 40, 10, 120
START = re.compile(r"http://\S+")
ASSET = re.compile(r'(?:href|src)="(/static/[^"]+)"')
MEGABYTE, KILOBYTE, MILLISECONDS = 1024.0, 1000.0, 1000.0
PERCENT = 0.95
SECONDS = 60.0


@dataclass(frozen=True)
class Figure:
    """A figure of the page: what, what was asked for, what was found, whether that keeps it."""

    what: str
    asked: str
    found: str
    kept: bool


class Laboratory:
    """A laboratory of its own: started, asked, stopped."""

    def __init__(self, runs: Path) -> None:
        begun = time.perf_counter()
        words = [sys.executable, "-m", "kaname", "open", "--no-browser", "--port", "0", "--runs", str(runs)]
        self._process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        match = START.search(self._process.stdout.readline())
        if match is None:
            raise SystemExit("the laboratory printed no address")
        self.address = match.group().rstrip("/")
        self.get("/")
        self.start = time.perf_counter() - begun

    def get(self, path: str) -> bytes:
        """Return what a path answers, as it came over the wire."""
        asked = urllib.request.Request(self.address + path, headers={"accept-encoding": "gzip"})
        with urllib.request.urlopen(asked, timeout=600) as answer:
            content: bytes = answer.read()
        return content

    def pictures(self, query: str) -> tuple[float, float]:
        """Return the seconds to the first and to the last picture of a setting."""
        begun, times = time.perf_counter(), []
        with urllib.request.urlopen(f"{self.address}/compare/stream?{query}", timeout=600) as answer:
            for line in answer:
                if line.startswith(b"event: picture"):
                    times.append(time.perf_counter() - begun)
        return times[0], times[-1]

    @property
    def megabytes(self) -> float:
        """Memory held, MB."""
        text = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        return float(re.findall(r"VmRSS:\s+(\d+)", text)[0]) / MEGABYTE

    def stop(self) -> None:
        """Stop it."""
        self._process.terminate()
        self._process.wait(30)


def moved(rng: random.Random) -> str:
    """Return the address of a bargain with one lever moved anywhere in its range."""
    lever = rng.choice(LEVERS)
    bargain = rng.choice(("as_is", "step_up", "do_more", "unequal_by_design"))
    return f"bargain={bargain}&{lever.name}={rng.uniform(lever.low, lever.high):.4g}"


def alone(laboratory: Laboratory, moves: int) -> list[tuple[float, float]]:
    """Return the times of one visitor who waits for the last picture of each move."""
    rng = random.Random(1)
    return [laboratory.pictures(moved(rng)) for _ in range(moves)]


def together(laboratory: Laboratory, visitors: int, moves: int) -> list[float]:
    """Return the times to the first picture of visitors who each move levers, all at once."""
    times: list[float] = []

    def visitor(number: int) -> None:
        rng = random.Random(number)
        for _ in range(moves):
            times.append(laboratory.pictures(moved(rng))[0])

    threads = [threading.Thread(target=visitor, args=(number,)) for number in range(visitors)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times


def answers_of_law(laboratory: Laboratory, count: int) -> list[float]:
    """Return the times of answers of law, each to a question of the book, taken in turn."""
    names = list(load_book().questions)
    times = []
    for place in range(count):
        begun = time.perf_counter()
        laboratory.get(f"/law?question={names[place % len(names)]}&lang={('en', 'ja')[place % 2]}")
        times.append(time.perf_counter() - begun)
    return times


def use(laboratory: Laboratory, minutes: float) -> None:
    """Move levers and ask the law, one after the other, for so many minutes."""
    rng, until = random.Random(2), time.perf_counter() + SECONDS * minutes
    while time.perf_counter() < until:
        laboratory.pictures(moved(rng))
        answers_of_law(laboratory, 1)


def p95(times: Sequence[float]) -> float:
    """Return the time within which 95 of 100 lie."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(PERCENT * len(ordered)))]


def measured(moves: int, minutes: float = 0.0) -> tuple[list[Figure], str]:
    """Return all figures, and the load of the machine while they were taken."""
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        Laboratory(Path(folder) / "runs").stop()
        laboratory = Laboratory(Path(folder) / "runs")
        try:
            begun = time.perf_counter()
            front = laboratory.get("/")
            front_seconds = time.perf_counter() - begun
            text = gzip.decompress(front).decode() if front[:2] == b"\x1f\x8b" else front.decode()
            weight = len(front) + sum(len(laboratory.get(path)) for path in set(ASSET.findall(text)))
            laboratory.pictures("bargain=as_is")
            one = alone(laboratory, moves)
            law = answers_of_law(laboratory, ANSWERS)
            ten = together(laboratory, VISITORS, max(2, moves // VISITORS))
            held = laboratory.megabytes
            use(laboratory, minutes)
            after = laboratory.megabytes
        finally:
            laboratory.stop()
    first, last = [times[0] for times in one], [times[1] for times in one]
    middle, most = statistics.median(first), p95(first)
    rows = [
        Figure("first picture after a moved lever, p50", "0.6 s", f"{middle:.2f} s", middle <= 0.6),
        Figure("first picture after a moved lever, p95", "1.2 s", f"{most:.2f} s", most <= 1.2),
        Figure("the same, ten visitors at once, p95", "3 s", f"{p95(ten):.2f} s", p95(ten) <= 3.0),
        Figure("last picture (2,000 futures), p50", "", f"{statistics.median(last):.1f} s", True),
        Figure("an answer of law, p50", "60 ms", f"{MILLISECONDS * statistics.median(law):.0f} ms",
               statistics.median(law) <= 0.06),
        Figure("an answer of law, p95", "", f"{MILLISECONDS * p95(law):.0f} ms", True),
        Figure("first page with all it loads", "100 kB", f"{weight / KILOBYTE:.0f} kB", weight <= 100_000),
        Figure("first page, time", "0.3 s", f"{front_seconds:.2f} s", front_seconds <= 0.3),
        Figure("start of the server, warm", "3 s", f"{laboratory.start:.1f} s", laboratory.start <= 3.0),
        Figure("memory at the end", "700 MB", f"{held:.0f} MB", held <= 700.0),
    ]  # fmt: skip
    if minutes:
        rows.append(
            Figure(f"memory after {minutes:g} minutes more of use", "700 MB", f"{after:.0f} MB", after <= 700.0)
        )
    return rows, f"load average {load:.1f} when it began, {os.getloadavg()[0]:.1f} when it ended"


def page(rows: Sequence[Figure], load: str, moves: int) -> str:
    """Return the page of the figures."""
    words = {True: "kept", False: "**missed**"}
    table = [f"| {row.what} | {row.asked} | {row.found} | {words[row.kept] if row.asked else ''} |" for row in rows]
    return "\n".join([
        "# The laboratory, measured", "",
        "Made by `python -m benchmarks.laboratory`; do not edit. A laboratory was started as a person starts it, with",
        f"compiled kernels at hand, and asked over HTTP: {moves} moved levers by one visitor who waits for the last",
        f"picture of each, {VISITORS} visitors who move levers at once, {ANSWERS} answers of law. Wall times on",
        f"{os.cpu_count()} cores; {load}. A machine that others use makes them worse.", "",
        "| what | asked for | found |  |", "|---|---|---|---|", *table, "",
    ])  # fmt: skip


def main() -> None:
    """Measure, write the page, print it."""
    words = argparse.ArgumentParser(prog="python -m benchmarks.laboratory", description="The laboratory, measured.")
    words.add_argument("--moves", type=int, default=MOVES, help="moved levers of the one visitor")
    words.add_argument("--out", type=Path, default=PAGE, help="where to write the page")
    words.add_argument("--minutes", type=float, default=0.0, help="minutes of further use before memory is looked at")
    asked = words.parse_args()
    text = page(*measured(asked.moves, asked.minutes), asked.moves)
    asked.out.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
