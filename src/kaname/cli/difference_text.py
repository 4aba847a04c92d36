"""Text of `kaname scenario diff`: each entry that differs, its old and its new value.

Reads: Changes. Writes: nothing. Eighty columns are enough for every line.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Sequence
from typing import Any

from kaname.core.errors import shown
from kaname.scenarios.difference import Change

WIDTH = 80
LONGEST = 400
NOTHING = "nothing"


def difference_lines(first: str, second: str, changes: Sequence[Change]) -> list[str]:
    """Return the differences of two scenarios as lines."""
    if not changes:
        return [f"{first} and {second} say the same."]
    lines = [f"- {first}", f"+ {second}"]
    for change in changes:
        unit = f" ({change.unit})" if change.unit else ""
        lines += ["", *_wrap(shown(change.path, LONGEST) + unit)]
        lines += _wrap(_text(change.first), "  - ") + _wrap(_text(change.second), "  + ")
    count = "1 entry differs." if len(changes) == 1 else f"{len(changes)} entries differ."
    return [*lines, "", count]


def difference_data(first: str, second: str, changes: Sequence[Change]) -> dict[str, Any]:
    """Return the same as plain data."""
    entries = [{"path": c.path, "first": c.first, "second": c.second, "unit": c.unit} for c in changes]
    return {"first": first, "second": second, "changes": entries}


def _text(value: Any) -> str:
    if value is None:
        return NOTHING
    if isinstance(value, float):
        return f"{value:.10g}"
    return shown(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), LONGEST)


def _wrap(text: str, first: str = "") -> list[str]:
    rest = " " * max(len(first), 4)
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False) or [first]
