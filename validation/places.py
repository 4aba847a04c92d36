"""Where results are kept as JSON, from which both the pages of the documentation and the report are made."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
DOCS, DATA = ROOT / "docs", ROOT / "src" / "kaname" / "data"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


def tell(text: str) -> None:
    """Write a word on progress to stderr."""
    print(text, file=sys.stderr, flush=True)


def write_results(name: str, results: Any) -> None:
    """Write the results of a validation as JSON that ships with the package."""
    text = json.dumps(results, indent=1, ensure_ascii=False) + "\n"
    (DATA / name).write_text(text, encoding="utf-8", newline="\n")


def read_results(name: str) -> Any:
    """Return the results of a validation as they are shipped."""
    return json.loads((DATA / name).read_text(encoding="utf-8"))


def with_measured(page: str, inside: str) -> str:
    """Return a page with `inside` between its marks."""
    before, rest = page.split(BEGIN, 1)
    return f"{before}{BEGIN}\n{inside}\n{END}{rest.split(END, 1)[1]}"


def write_measured(page: Path, inside: str) -> None:
    """Write `inside` between the marks of a page."""
    page.write_text(with_measured(page.read_text(encoding="utf-8"), inside), encoding="utf-8", newline="\n")
