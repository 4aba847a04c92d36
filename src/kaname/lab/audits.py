"""Audits: the shipped audit's verdicts, and claims run from the page, one at a time, each kept as the library gave it.

Idea: an audit of one claim takes seconds to half a minute, so it is begun, looked at, and kept; few wait.
Reads: claims, scenarios, compiled kernels, the shipped audit. Writes: nothing. Errors: Crowded where too many
wait.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from kaname.lab.work import Crowded
from kaname.scenarios.shipped_audit import shipped_audit

if TYPE_CHECKING:
    from collections.abc import Callable

    from kaname.scenarios.claims import Claim

MOST = 6
"""Claims that are run or wait at most."""


@dataclass
class Audit:
    """State of a claim's audit: whether it is running, its result as plain data, or its error.

    levers: what was set of its arms, `arm.lever` -> value.
    """

    running: bool = True
    result: dict[str, Any] | None = None
    trouble: str = ""
    levers: Mapping[str, float] = field(default_factory=dict)


class Audits:
    """The claims that were run since the laboratory was started, by id."""

    def __init__(self, run: Callable[[Claim, int, Mapping[str, float]], dict[str, Any]] | None = None) -> None:
        self._run, self._lock, self._turn = run or run_claim, threading.Lock(), threading.Lock()
        self.by_id: dict[str, Audit] = {}

    @property
    def working(self) -> bool:
        """Return whether any claim is being run or waits."""
        return any(audit.running for audit in self.by_id.values())

    def start(self, claim: Claim, futures: int, levers: Mapping[str, float] = MappingProxyType({})) -> None:
        """Begin to run a claim, under its own conditions or with levers of its arms set, unless it is run already."""
        with self._lock:
            known = self.by_id.get(claim.id)
            if known is not None and known.running:
                return
            if sum(audit.running for audit in self.by_id.values()) >= MOST:
                raise Crowded("Too many claims are being run. Wait for one")
            audit = self.by_id[claim.id] = Audit(result=known.result if known else None, levers=dict(levers))
        threading.Thread(target=self._work, args=(claim, futures, audit), daemon=True, name="kaname-claim").start()

    def _work(self, claim: Claim, futures: int, audit: Audit) -> None:
        with self._turn:
            try:
                audit.result = self._run(claim, futures, audit.levers)
            except Exception as trouble:
                audit.trouble = str(trouble)
            finally:
                audit.running = False


def run_claim(claim: Claim, futures: int, levers: Mapping[str, float] = MappingProxyType({})) -> dict[str, Any]:
    """Return the audit of one claim as plain data, with the command that repeats it."""
    import kaname as ka

    data = ka.claims(claim.scenario, [claim.id], futures=futures, levers=levers).as_data()
    return {**data["claims"][0], "command": data["command"], "meaning": data["verdicts"]}


@lru_cache(maxsize=1)
def shipped_verdicts() -> Mapping[str, dict[str, Any]]:
    """Return the audit that came with this version, by claim, each as `run_claim` gives it."""
    audit = shipped_audit()
    return {claim["id"]: {**claim, "command": audit["command"], "meaning": audit["verdicts"]}
            for claim in audit.get("claims", [])}  # fmt: skip
