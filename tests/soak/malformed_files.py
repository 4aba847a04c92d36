"""Malformed files of scenarios, bargains, claims, contrasts, figures and games: each is read, or refused in words.

    python -m tests.soak.malformed_files --count 100000

Each sound text is damaged as those of the law are (tests.soak.malformed_law). A refusal is counted as telling when it
names the file, the line and what is allowed or what to do. No file may be written.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from kaname.core.errors import InputError, InputErrors
from kaname.evidence.load import load_evidence
from kaname.games.efg_read import read_efg
from kaname.scenarios.claims import load_claims
from kaname.scenarios.contrasts import load_contrasts
from kaname.scenarios.load import load_bargain, load_scenario
from tests.soak.malformed_law import SLOW, damaged
from tests.stories.test_printed_commands import FIGURES, SCENARIO

GAME = """\
EFG 2 R "Trust" { "Truster" "Trusted" }
""
p "" 1 1 "ask" { "trust" "leave" } 0
p "" 2 1 "answer" { "keep" "break" } 0
t "" 1 "kept" { 2, 2 }
t "" 2 "broken" { -1, 3 }
c "" 1 "chance" { "good" 1/2 "bad" 1/2 } 0
t "" 3 "good" { 1, 0 }
t "" 4 "bad" { 0, 1 }
"""
Reader = Callable[[Path], Any]


@lru_cache(maxsize=1)
def sound_texts() -> dict[str, tuple[str, str, Reader]]:
    """Return kind -> (ending of the file, sound text, its reader)."""
    data = files("kaname") / "data"

    def shipped(kind: str, name: str) -> str:
        return (data / kind / name).read_text(encoding="utf-8")

    return {
        "scenario": (".yaml", SCENARIO, load_scenario),
        "bargain": (".yaml", shipped("bargains", "step_up.yaml"), load_bargain),
        "claims": (".yaml", _first(shipped("claims", "pollmann2019.yaml"), "claims"), load_claims),
        "contrasts": (".yaml", _first(shipped("contrasts", "extremes.yaml"), "contrasts"), load_contrasts),
        "figures": (".yaml", FIGURES, lambda path: load_evidence([path])),
        "game": (".efg", GAME, read_efg),
    }


def _first(text: str, entry: str) -> str:
    """The text with the first two items of its last list alone."""
    head, *items = text.split("\n  - id: ")
    assert f"{entry}:" in head
    return "\n  - id: ".join([head, *items[:2]]) + "\n"


def tried(kind: str, number: int, seed: int, folder: Path) -> tuple[str, bool, float]:
    """Return how a damaged file ended, whether a refusal tells file, line and a way on, and the seconds it took."""
    ending, text, reader = sound_texts()[kind]
    path = folder / f"{kind}{ending}"
    path.write_bytes(damaged(text, random.Random(f"{seed}:{kind}:{number}")).encode("utf-8", "surrogatepass"))
    began, telling, end = time.perf_counter(), True, "read"
    try:
        reader(path)
    except (InputError, InputErrors) as refusal:
        end, telling = "refused", all(map(_tells, _errors(refusal)))
    except Exception as fault:
        end = f"fault {type(fault).__name__}: {fault}"[:160]
    return end, telling, time.perf_counter() - began


def _errors(refusal: InputError | InputErrors) -> Iterator[InputError]:
    yield from refusal.errors if isinstance(refusal, InputErrors) else [refusal]


def _tells(error: InputError) -> bool:
    return bool(error.file) and error.line is not None


def soak(count: int, seed: int, folder: Path) -> tuple[Counter[str], Counter[str], list[str]]:
    """Return how files of each kind ended, refusals that do not tell enough by their first words, and what is wrong."""
    ends: Counter[str] = Counter()
    silent: Counter[str] = Counter()
    wrong = []
    kinds = list(sound_texts())
    for number in range(count):
        kind = kinds[number % len(kinds)]
        end, telling, seconds = tried(kind, number, seed, folder)
        if seconds > SLOW or end.startswith("fault"):
            wrong.append(f"{kind} {number}: {end}, {seconds:.2f} s")
        ends[f"{kind} {end.split()[0]}"] += 1
        if not telling:
            silent[kind] += 1
    written = sorted(path.name for path in folder.rglob("*") if path.stem not in kinds)
    return ends, silent, wrong + [f"written: {name}" for name in written]


def main() -> int:
    """Try them and print what became of them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=300_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        ends, silent, wrong = soak(given.count, given.seed, Path(name))
    refused = sum(number for end, number in ends.items() if end.endswith("refused"))
    for end, number in sorted(ends.items()):
        print(f"{number:8} {end}")
    share = 1 - sum(silent.values()) / max(1, refused)
    print(f"{refused:,} of {given.count:,} refused; {share:.2%} name file and line; {len(wrong):,} wrong")
    print("without:", dict(silent))
    print("\n".join(wrong[:30]))
    return 1 if wrong or share < 0.99 else 0


if __name__ == "__main__":
    sys.exit(main())
