"""JSON as every command prints it: one space of indentation, letters as they are, no NaN. Reads, writes: nothing."""

from __future__ import annotations

import json
from typing import Any


def json_text(value: Any) -> str:
    """Return a value as JSON; ValueError for a number that JSON does not have.

    >>> print(json_text({"島": 1}))
    {
     "島": 1
    }
    """
    return json.dumps(value, indent=1, ensure_ascii=False, allow_nan=False)
