"""The audit of the claims that comes with the package: verdicts of the model of its commit, without running anything.

Reads: data/claims_audit.json (made by `make claims-audit`). Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kaname.core.shipped import shipped_json
from kaname.evidence.load import DATA

FILE = DATA / "claims_audit.json"


@dataclass(frozen=True)
class ShippedVerdict:
    """A claim's verdict in the shipped audit. sentence: the line that decides it, in words; size: its effect over the
    smallest that matters; share: worlds with the sign as claimed (None where no direction is claimed); futures: those
    of each arm."""

    verdict: str
    sentence: str
    size: float | None
    share: float | None
    futures: int


@cache
def shipped_audit() -> Mapping[str, Any]:
    """Return the shipped audit as it stands in its file; empty where none is shipped."""
    audit: Mapping[str, Any] = shipped_json(FILE) if FILE.is_file() else {}
    return audit


@cache
def shipped_verdicts() -> Mapping[str, ShippedVerdict]:
    """Return the verdicts of the shipped audit by claim; empty where none is shipped."""
    return {claim["id"]: _verdict(claim) for claim in shipped_audit().get("claims", [])}


def audited_model() -> str:
    """Return what the shipped audit says of its model: a commit, or a digest of sources and figures."""
    return str(shipped_audit().get("model", ""))


def _verdict(claim: Mapping[str, Any]) -> ShippedVerdict:
    counted = [line for line in claim["lines"] if not line["aside"]] or claim["lines"]
    line = next(iter([line for line in counted if line["verdict"] == claim["verdict"]] or counted), None)
    if line is None:
        return ShippedVerdict(claim["verdict"], claim["cannot_run"], None, None, 0)
    share = line["share"][0] if line["expect"] in ("higher", "lower") else None
    size = line["size"] if line["matters"] else None
    return ShippedVerdict(claim["verdict"], line["sentence"], size, share, int(claim["futures"]))
