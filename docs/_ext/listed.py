"""The pages that a generated list links to, put into the navigation under that list.

The lists are read in the repository too, where a directive of the site would stand as noise.
"""

from __future__ import annotations

from typing import Any

LISTS = {"reference/mechanisms": "mechanisms/*", "reference/bargains": "bargains/*"}
"""Page of a list -> the pages under it, by pattern."""


def setup(app: Any) -> dict[str, bool]:
    """Append the hidden list of pages when a page of LISTS is read."""
    app.connect("source-read", _append)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _append(app: Any, page: str, source: list[str]) -> None:
    if page in LISTS:
        source[0] += f"\n```{{toctree}}\n:hidden:\n:glob:\n\n{LISTS[page]}\n```\n"
