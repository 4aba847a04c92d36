"""Job: a comparison with its report, made in a process of its own that ends with the laboratory; a line for each part.

Run as `python -m kaname.lab.job ADDRESS FOLDER`. Idea: the process can be stopped at any moment and its memory is not
the laboratory's; what it has made is found again by the same question.
Reads: the setting of the address. Writes: FOLDER, and beside it the bargain of the setting as a file; lines of JSON on
stdout, (parts done, parts in all) or the trouble. Exit code 2 for bad input.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import parse_qsl

import kaname as ka
from kaname.core.children import follow_parent
from kaname.core.errors import EXIT_BAD_INPUT, EXIT_DONE, InputError
from kaname.lab.setting import BARGAIN, Setting, read
from kaname.lab.taken import MINE, scenario_with

FUTURES = 2000


def make(setting: Setting, folder: Path, futures: int = FUTURES, language: str = "en") -> None:
    """Compare a setting with things as they are, and with the bargain that it began from, and draw the report."""
    run = ka.compare(scenario_with(setting), bargains_of(setting), futures=futures, out=folder, progress=_print)
    run.report(language=language)


def bargains_of(setting: Setting) -> list[str]:
    """Return the bargains of the comparison: things as they are, the setting's own, and the setting where it differs.

    Raises InputError where the setting is things as they are.
    """
    started = [setting.mine.bargain] if setting.mine.bargain != BARGAIN else []
    mine = [MINE] if setting.mine.moved else []
    if not started and not mine:
        raise InputError("nothing is moved: there is nothing to compare", path="setting",
                         hint="Choose a bargain or move a lever first.")  # fmt: skip
    return [BARGAIN, *started, *mine]


def main(words: Sequence[str]) -> int:
    """Make what the words ask for; return the exit code."""
    follow_parent()
    try:
        make(read(parse_qsl(words[0], strict_parsing=True)), Path(words[1]), language=words[2])
    except InputError as trouble:
        _line({"trouble": str(trouble)})
        return EXIT_BAD_INPUT
    return EXIT_DONE


def _print(done: int, total: int) -> None:
    _line({"done": done, "total": total})


def _line(content: dict[str, object]) -> None:
    print(json.dumps(content), flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
