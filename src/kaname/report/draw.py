"""The door of the report: a run's folder in, report.html out, written aside and renamed.

Run as `python -m kaname.report.draw DIR`, in a process of its own, so that its memory does not count for the run.
Reads: a run's folder. Writes: DIR/report.html. Errors: InputError; exit code 2 and one line on stderr.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kaname.analysis.folder import open_run
from kaname.core.children import follow_parent
from kaname.core.errors import EXIT_BAD_INPUT, EXIT_DONE, InputError, KanameError
from kaname.core.whole_files import write_whole
from kaname.report.page import page

NAME = "report.html"


def draw(folder: Path) -> Path:
    """Write folder/report.html and return its path; InputError where the folder holds no run."""
    return keep(drawn(folder), folder)


def drawn(folder: Path) -> str:
    """Return the text of a run's page; InputError where the folder holds no run."""
    return page(open_run(folder))


def keep(text: str, folder: Path) -> Path:
    """Write a page as folder/report.html and return its path."""
    path = Path(folder) / NAME
    write_whole(path, text)
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
    follow_parent()
    sys.exit(main(sys.argv[1:]))
