"""The audit of the claims that comes with the package: verdicts of the model of its commit, without running anything.

Reads: data/claims_audit.json (made by `make claims-audit`). Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from kaname.core.shipped import shipped_json
from kaname.evidence.load import DATA

FILE = DATA / "claims_audit.json"


@cache
def shipped_audit() -> Mapping[str, Any]:
    """Return the shipped audit as it stands in its file; empty where none is shipped."""
    audit: Mapping[str, Any] = shipped_json(FILE) if FILE.is_file() else {}
    return audit
