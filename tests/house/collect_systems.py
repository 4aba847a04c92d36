"""`make systems`: write which tests show the effect of which system, from the marks on the tests themselves.

Reads: every test, by pytest's own collection. Writes: src/kaname/data/systems_tests.json (or nothing, `--check`).
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "src" / "kaname" / "data" / "systems_tests.json"
SHOWS_NOTHING = ("skip", "xfail")
"""Marks of tests that are not run or not believed: they show no effect."""


class MarkReader:
    """Collects (system, test) pairs; the cases of one parametrized test count as one test."""

    def __init__(self) -> None:
        self.pairs: set[tuple[str, str]] = set()

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        for item in session.items:
            if any(item.get_closest_marker(name) for name in SHOWS_NOTHING):
                continue
            for mark in item.iter_markers("system"):
                for system in mark.args:
                    self.pairs.add((system, item.nodeid.partition("[")[0]))


def marked_tests() -> str:
    """The JSON text of all marks; RuntimeError when a test cannot be collected."""
    reader = MarkReader()
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        words = ["--collect-only", "--quiet", "-p", "no:cacheprovider", "--rootdir", str(ROOT), str(ROOT / "tests")]
        code = pytest.main(words, plugins=[reader])
    if code != pytest.ExitCode.OK:
        raise RuntimeError(f"The tests could not be collected:\n{said.getvalue()}")
    rows = [{"system": system, "test": test} for system, test in sorted(reader.pairs)]
    return json.dumps({"made_by": "make systems", "tests": rows}, indent=1) + "\n"


def main(words: list[str]) -> int:
    text = marked_tests()
    if "--check" not in words:
        SHIPPED.write_text(text, encoding="utf-8", newline="\n")
        return 0
    if SHIPPED.read_text(encoding="utf-8") == text:
        return 0
    sys.stderr.write("systems_tests.json is older than the marks on the tests. Run `make systems` and commit it.\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
