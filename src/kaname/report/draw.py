"""The door of the report: a run's folder in, report.html out, written aside and renamed.

Run as `python -m kaname.report.draw DIR`, in a process of its own, so that its memory does not count for the run.
Reads: a run's folder. Writes: DIR/report.html. Errors: InputError; exit code 2 and one line on stderr.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kaname.analysis.folder import open_run
from kaname.core.errors import EXIT_BAD_INPUT, EXIT_DONE, InputError, KanameError
from kaname.report.page import page

NAME = "report.html"


def draw(folder: Path) -> Path:
    """Write folder/report.html and return its path; InputError where the folder holds no run."""
    text = page(open_run(folder))
    path = Path(folder) / NAME
    aside = path.with_name(f"{NAME}.{os.getpid()}.part")
    try:
        aside.write_text(text, encoding="utf-8", newline="\n")
        os.replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)
    return path


def main(words: list[str]) -> int:
    """`python -m kaname.report.draw DIR`."""
    try:
        if len(words) != 1:
            raise InputError("one folder is wanted", found=words, hint="Write: python -m kaname.report.draw DIR")
        path = draw(Path(words[0]))
    except KanameError as trouble:
        print(trouble, file=sys.stderr)
        return EXIT_BAD_INPUT
    print(path)
    return EXIT_DONE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
