"""The door of the report: a run's folder in, report.html out, written aside and renamed.

Run as `python -m kaname.report.draw LANGUAGE DIR [FILE]`, in its own process: its memory does not count for the run.
Reads: a run's folder. Writes: DIR/report.html, or FILE. Errors: InputError; exit code 2 and one line on stderr.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from kaname.analysis.folder import open_run
from kaname.core.children import follow_parent, run_children
from kaname.core.errors import EXIT_BAD_INPUT, EXIT_DONE, InputError, KanameError
from kaname.core.whole_files import write_whole
from kaname.report.page import page
from kaname.words.languages import known_language

NAME = "report.html"
USE = "python -m kaname.report.draw LANGUAGE DIR [FILE]"
LOG = logging.getLogger("kaname.report")


def draw(folder: Path, to: Path | None = None, language: str = "en") -> Path:
    """Write the report to `to` (folder/report.html where none is given) and return its path.

    Raises InputError where the folder holds no run.
    """
    return keep(drawn(folder, language), folder, to)


def drawn(folder: Path, language: str = "en") -> str:
    """Return the text of a run's page; InputError where the folder holds no run."""
    return page(open_run(folder), language)


def keep(text: str, folder: Path, to: Path | None = None) -> Path:
    """Write a page to `to` (folder/report.html where none is given) and return its path."""
    path = Path(folder) / NAME if to is None else to
    write_whole(path, text)
    return path


def draw_aside(folder: Path, to: Path | None = None, language: str = "en") -> Path:
    """Draw the report in a child process, so that its memory does not count for the run; return its path.

    Raises InputError where the folder holds no run or the file cannot be written, RuntimeError where the child fails.
    """
    if to is not None and not to.absolute().parent.is_dir():
        raise InputError("there is no such folder", file=str(to.parent), hint="Make it, or name another.")
    open_run(folder)
    LOG.info("drawing the report")
    words = ("kaname.report.draw", known_language(language), str(folder), *([str(to)] if to is not None else []))
    ((code, said),) = run_children([words])
    if code == EXIT_BAD_INPUT:
        raise InputError(said.strip())
    if code != EXIT_DONE:
        raise RuntimeError(f"the report could not be drawn: {said.strip()}")
    return folder / NAME if to is None else to


def main(words: list[str]) -> int:
    """`python -m kaname.report.draw LANGUAGE DIR [FILE]`."""
    try:
        if len(words) not in (2, 3):
            raise InputError("name a language and one folder", found=words, hint=f"Write: {USE}")
        language, folder, *file = words
        path = draw(Path(folder), Path(file[0]) if file else None, language)
    except KanameError as trouble:
        print(trouble, file=sys.stderr)
        return EXIT_BAD_INPUT
    except OSError as trouble:
        print(f"{trouble.filename}: {trouble.strerror}", file=sys.stderr)
        return EXIT_BAD_INPUT
    print(path)
    return EXIT_DONE


if __name__ == "__main__":
    follow_parent()
    sys.exit(main(sys.argv[1:]))
