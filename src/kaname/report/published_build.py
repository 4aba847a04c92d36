"""Shipped list of published campaign figures beside ours, taken from the page that the benchmark writes.

Idea: the benchmark measures and writes docs/explanation/campaign-validation.md; the report ships with the package and
cannot read docs, so the same rows are kept as data. A test builds them again and compares.
Run as `python -m kaname.report.published_build docs/explanation/campaign-validation.md`.
Reads: the page named. Writes: data/published.json. Units: as said in each row. Source: the page itself.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

ROW = re.compile(
    r"^\| (?P<what>[^|]+) \| (?P<published>[^|]+) \| (?P<ours>[^|]+) \| (?P<unit>[^|]+) \|(?P<mark>[^|]*)\|$"
)
HEAD = "| what | published |"
MARKS = {"**miss**": "miss", "hit": "hit", "": "none"}


def rows(page: str) -> list[dict[str, str]]:
    """Rows of the table of published figures, misses first as they stand."""
    _, _, after = page.partition(HEAD)
    found = []
    for line in after.splitlines()[2:]:
        matched = ROW.match(line)
        if matched is None:
            break
        said = {key: value.strip() for key, value in matched.groupdict().items()}
        found.append({**said, "mark": MARKS[said["mark"]]})
    return found


def text(page: str) -> str:
    """The content of data/published.json."""
    about = "Written by kaname.report.published_build from docs/explanation/campaign-validation.md."
    return json.dumps({"about": about, "rows": rows(page)}, indent=1) + "\n"


def main(words: Sequence[str]) -> int:
    """Write data/published.json from the page named."""
    target = Path(str(files("kaname") / "data" / "published.json"))
    target.write_text(text(Path(words[0]).read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
