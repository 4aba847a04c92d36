"""Malformed law files and fact strings: each is answered, or refused with a message, within a second.

`python -m tests.soak.malformed_law --count 300000 --seed 1` tries that many and prints what became of them; the exit
code is 1 when one ended in anything else than a result or a message, or took longer than a second. The suite tries a
few hundred (tests/law/test_soak.py).

What is tried: exam files, files of facts, a small folder of law sources, facts as typed, days and moments, questions in
words, replies in an interview. Each sound text is damaged by one to four cuts, copies, swaps and strange characters.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from kaname.core.errors import KanameError
from kaname.law.ask import ask
from kaname.law.book import book_from, load_book
from kaname.law.build import build
from kaname.law.check import findings
from kaname.law.clock import due_days, read_moment
from kaname.law.exam import mark, read_cases, scores
from kaname.law.facts import checked_date, checked_question
from kaname.law.find import find
from kaname.law.interview import begin, give, next_question
from kaname.law.interview_text import reply_facts
from kaname.law.render import Wording
from kaname.law.situation import facts_told, read_situation

BOOK = load_book()
SLOW = 1.0
STRANGE = [
    *"&a *a <<: !!python/object - : { } [ ] ' # | > % @ ` 1e999 .inf .nan 0x1 null ~ yes = ,".split(),
    *"令和 平成99年 元 é unknown -- 2026-02-30 cases facts when".split(),
    *("\x00", "\u202e", "\ufeff", "\\", "\t", "\n", "\r\n", '"', ": ", "- ", "9" * 400),
]
EXAM = """cases:
- {id: a, date: 2020-01-01, question_id: US.WPR, facts: {clock_days: 61}, expected: 'no'}
- id: b
  date: 令和8年4月21日
  question_id: JP.USE_OF_FORCE
  facts: {cabinet_determination: [survival_threatening, armed_attack_anticipated], other_appropriate_means: 'no'}
  expected: undetermined
  citation: ["SDF Act arts. 76, 88-90"]
"""
SITUATION = """date: 2026-06-01
title: a crisis
facts:
  target: senkaku
  actor: armed_group_unidentified
  clock_days: 3
  cabinet_determination: pending
"""
LAW = {
    "bodies.yaml": "bodies:\n  b: {state: s, en: body, ja: 機関}\nstates: {s: {en: State, ja: 国}}\n",
    "instruments.yaml": "instruments:\n  act: {en: Act, ja: 法, kind: statute, from: '1950-01-01', certainty: S}\n",
    "facts.yaml": "facts:\n  f: {en: fact, ja: 事実, values: ['yes', 'no'], found_by: b}\n"
    "  n: {en: number, ja: 数, number: true, found_by: b}\n"
    "contradictions:\n  - {when: {f: ['yes'], n: [3]}, en: x, ja: x}\n",
    "questions.yaml": "questions:\n"
    "  Q: {kind: power, state: s, agency: b, decides: b, en: may it, ja: 可否, track: main}\n",
    "regimes.yaml": "regimes: []\nevents: []\ntracks: {main: {en: main, ja: 主}}\n"
    "first_day: '1951-01-01'\nstands_at: '2026-01-01'\nfirst_event: {en: begins, ja: 開始}\n",
    "paths.yaml": "paths:\n  p:\n    en: path\n    ja: 手続\n    steps:\n"
    "      - {who: b, timing: before, latency: l, en: decide, ja: 決定, cite: [act 1], done: {f: 'yes'}}\n",
    "latencies.yaml": "latencies:\n  l:\n    en: step\n    ja: 段階\n    versions:\n"
    "      - {from: '1950-01-01', hours: [0, 1, 2], grade: D, reasoning: judged}\n",
    "moves.yaml": "moves: {}\nstages: {}\nstage_by_date: []\ndelays: {}\n",
    "contingencies.yaml": "contingencies: {}\n",
    "words.yaml": "words: {}\n",
    "rules/one.yaml": "terms:\n  t: {en: t, ja: t, versions: [{cite: [act 1], when: {f: 'yes'}}]}\nrules:\n"
    "  - id: r.one\n    answers: [Q]\n    effect: permits\n    from: '1951-01-01'\n"
    "    when: {all: [{term: t}, {presumed: {n: {at_least: 2}}}]}\n    decides: b\n    path: p\n"
    "    cite: [act '1(2)']\n    certainty: S\n    en: Allowed.\n    ja: 可。\n",
}
DAYS = [
    "2026-03-02",
    "令和8年3月2日",
    "R8.3.2",
    "2026-02-28T06:00",
    "平成39年3月31日",
    "昭和二十九年七月一日",
    "2026/3/2 23:59",
]
PAIRS = ["clock_days=61", "cabinet_determination=survival_threatening,none", "actor=state", "falls_on_japan=unknown"]
TYPED = ["shoot down balloon", "防衛出動", "art. 95-2(1)", "JP.USE_OF_FORCE", "気球 撃墜 2023"]


def damaged(text: str, chance: random.Random) -> str:
    """Return the text after one to four damages."""
    for _ in range(chance.randint(1, 4)):
        at, end = sorted(chance.choices(range(len(text) + 1), k=2))
        end = min(end, at + chance.choice((1, 3, 12, 80)))
        how = chance.randrange(5)
        if how == 0:
            text = text[:at] + text[end:]
        elif how == 1:
            text = text[:at] + text[at:end] * chance.choice((2, 3, 40)) + text[end:]
        elif how == 2:
            text = text[:at] + "".join(chance.choices(STRANGE, k=chance.randint(1, 3))) + text[end:]
        elif how == 3:
            text = text[:at] + chr(chance.choice((chance.randrange(32, 127), chance.randrange(0x110000)))) + text[end:]
        else:
            text = text[:at] + text[at:end][::-1] + text[end:]
    return text


def _written(path: Path, text: str) -> Path:
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    return path


def _exam(folder: Path, chance: random.Random) -> None:
    scores(mark(BOOK, read_cases(BOOK, _written(folder / "cases.yaml", damaged(EXAM, chance)))))


def _situation(folder: Path, chance: random.Random) -> None:
    read_situation(BOOK, _written(folder / "facts.yaml", damaged(SITUATION, chance)))


def _law(folder: Path, chance: random.Random) -> None:
    """A small folder of law with one file damaged: built, checked and asked where it is sound."""
    root = folder / "law"
    if not root.exists():
        (root / "rules").mkdir(parents=True)
        for name, text in LAW.items():
            _written(root / name, text)
    name = chance.choice(list(LAW))
    _written(root / name, damaged(LAW[name], chance))
    try:
        data = build(root)
        if not findings(data):
            ask("Q", "2020-01-01", {}, book_from(data))
    finally:
        _written(root / name, LAW[name])


def _facts(_: Path, chance: random.Random) -> None:
    pairs = [damaged(chance.choice(PAIRS), chance) for _ in range(chance.randint(1, 3))]
    ask("JP.USE_OF_FORCE", "2026-06-01", facts_told(pairs), BOOK)


def _day(_: Path, chance: random.Random) -> None:
    text = damaged(chance.choice(DAYS), chance)
    due_days(BOOK, chance.choice(list(BOOK.data["clock_events"])), read_moment(text))
    checked_date(BOOK, text)


def _words(_: Path, chance: random.Random) -> None:
    text = damaged(chance.choice(TYPED), chance)
    find(BOOK, text)
    checked_question(BOOK, text)


def _reply(_: Path, chance: random.Random) -> None:
    at = begin(BOOK, "JP.STANDBY_ORDER", "2020-01-01")
    asked = next_question(BOOK, at)
    if asked:
        give(
            BOOK,
            at,
            asked,
            reply_facts(Wording(BOOK, "en"), asked, damaged(chance.choice([*PAIRS, "1", "no"]), chance)),
        )


KINDS: tuple[tuple[Callable[[Path, random.Random], None], int], ...] = (
    (_exam, 4), (_situation, 6), (_law, 3), (_facts, 10), (_day, 10), (_words, 1), (_reply, 1),
)  # fmt: skip


def soak(count: int, seed: int, folder: Path) -> tuple[Counter[str], list[str]]:
    """Return how many of each kind were answered, refused, slow or at fault, and the faults and slow ones in words."""
    became: Counter[str] = Counter()
    wrong = []
    makers, weights = zip(*KINDS, strict=True)
    for number in range(count):
        chance = random.Random(f"{seed}:{number}")
        (maker,) = chance.choices(makers, weights)
        began, end = time.perf_counter(), "answered"
        try:
            maker(folder, chance)
        except KanameError as told:
            end = "refused" if str(told).strip() else "refused without a word"
        except Exception as fault:
            end = f"fault {type(fault).__name__}: {fault}"[:160]
        name = maker.__name__.strip("_")
        took = time.perf_counter() - began
        if took > SLOW:
            wrong.append(f"{name} {number}: {took:.2f} s")
            became[f"{name} slow"] += 1
        if end not in ("answered", "refused"):
            wrong.append(f"{name} {number}: {end}")
            end = "fault"
        became[f"{name} {end}"] += 1
    return became, wrong


def main() -> int:
    """Run a soak and print what became of it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--count", type=int, default=300_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        became, wrong = soak(given.count, given.seed, Path(folder))
    for name, number in sorted(became.items()):
        print(f"{number:8} {name}")
    print(f"{given.count} in {time.perf_counter() - began:.0f} s; {len(wrong)} wrong")
    print("\n".join(wrong[:40]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
