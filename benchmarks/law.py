"""How fast the law room is: questions a minute in process, one question from the shell, the flagship's tables.

`python -m benchmarks.law` prints the numbers and the aim of each. Processor seconds, not wall time, so that a busy
machine does not change them much; nothing fails when an aim is missed.

Reads: the shipped law book and the shipped scenario's contingencies. Writes: standard output.
"""

from __future__ import annotations

import datetime as dt
import resource
import subprocess
import sys
import time

from kaname.law.ask import ask, verdict
from kaname.law.book import load_book
from kaname.law.tabulate import shipped_contingencies, tabulate

FACTS = {"target": "us_ship", "armed_attack_on_japan": "no", "armed_attack_on_close_country": "yes"}
DATES = ("1975-06-01", "2005-06-01", "2014-05-27", "2026-06-01")
YEARS, MONTHS = 15, (1, 4, 7, 10)
FIRST_YEAR = 2026
REPEATS = 20
SECONDS_A_MINUTE = 60


def questions_a_minute(fully: bool) -> float:
    """Questions answered in a minute of one core: bare verdicts, or answers with rules, path and citations."""
    book = load_book()
    asked = 0
    start = time.process_time()
    for _ in range(REPEATS):
        for question in book.questions:
            for date in DATES:
                if fully:
                    ask(question, date, FACTS, book)
                else:
                    verdict(book, question, date, FACTS)
                asked += 1
    return asked / (time.process_time() - start) * SECONDS_A_MINUTE


def seconds_from_the_shell() -> float:
    """Processor seconds of one `kaname law ask`, flips included."""
    words = ["--date", "2016-06-01", "--question", "JP.USE_OF_FORCE"]
    told = [word for name, value in FACTS.items() for word in ("--fact", f"{name}={value}")]
    command = [sys.executable, "-m", "kaname", "law", "ask", *words, *told]
    before = _children()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def seconds_to_tabulate() -> tuple[float, int]:
    """Processor seconds for the flagship's tables over sixty quarters, and the number of entries."""
    dates = [dt.date(FIRST_YEAR + year, month, 1) for year in range(YEARS) for month in MONTHS]
    start = time.process_time()
    tables = tabulate(shipped_contingencies(), dates)
    return time.process_time() - start, tables.permit.size


def main() -> None:
    """Print the numbers."""
    seconds_from_the_shell()
    print(f"one question from the shell    {seconds_from_the_shell():10.2f} s of CPU   aim: under 0.7")
    print(f"bare verdicts in process       {questions_a_minute(fully=False):10,.0f} a minute   aim: 100,000")
    print(f"explained answers in process   {questions_a_minute(fully=True):10,.0f} a minute   aim: 100,000")
    took, entries = seconds_to_tabulate()
    print(f"tables of the flagship         {took:10.2f} s of CPU   aim: under 2 ({entries:,} entries)")


if __name__ == "__main__":
    main()
