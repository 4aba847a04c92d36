"""A clash of two authors, from Python: which assumptions explain it, which observation would settle it.

Reads: claims, scenario, evidence, the compiled kernels. Writes: nothing.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kaname.api.claims import read_claims
from kaname.api.comparison import WORKERS
from kaname.api.progress import Told, progress_of
from kaname.study.claims import told
from kaname.study.claims.audit import Laid, audited, check_futures, laid
from kaname.study.claims.clash import Clash, clash_of, pairs_against

FUTURES = 1000


@dataclass(frozen=True)
class Clashes:
    """Clashes of two authors. pairs: see `kaname.study.claims.clash.Clash`; laid: what gave their rows."""

    authors: tuple[str, str]
    futures: int
    pairs: tuple[Clash, ...]
    laid: Laid

    def as_data(self) -> dict[str, Any]:
        """Return the clashes as plain data, each with its sentences."""
        return {"format": 1, "authors": list(self.authors), "futures": self.futures,
                "clashes": [self._clash(pair) for pair in self.pairs]}  # fmt: skip

    def _clash(self, pair: Clash) -> dict[str, Any]:
        figures = {
            item.column: item for item in self.laid.rows(pair.first.claim, pair.first.lines[0].line).compiled.sampled
        }
        low, high = pair.lead.interval(0.95)
        return {
            "claims": [{"id": side.claim.id, "author": side.claim.author, "claim": side.claim.claim,
                        "verdict": side.verdict} for side in (pair.first, pair.second)],
            "lead": {"mean": pair.lead.mean, "low": low, "high": high, "share": pair.lead.share},
            "explained": pair.explained, "figures": [asdict(figure) for figure in pair.figures],
            "sentences": told.clash_words(pair, figures),
        }  # fmt: skip


def clash(
    scenario: str | Path, first: str, second: str, *, futures: int = FUTURES, seed: int = 1, workers: int = WORKERS,
    progress: bool | Told = False,
) -> Clashes:  # fmt: skip
    """Return where two authors' claims stand against each other: who leads, in which worlds, and what would settle it.

    first, second: authors of claims, such as those that `kaname claims list` prints; futures: of each arm. Raises
    InputError for an author without claims, or where none of their claims stands against one of the other's.
    """
    pairs = pairs_against(read_claims(), first, second)
    check_futures(futures)
    asked = tuple({claim.id: claim for pair in pairs for claim in pair}.values())
    ready = laid(asked, seed, workers, None, str(scenario))
    by_id = {row.claim.id: row for row in audited(ready.claims, ready.rows, futures, progress_of(progress, "clash"))}
    made = tuple(clash_of(by_id[left.id], by_id[right.id], ready.rows, futures - futures % 2) for left, right in pairs)
    return Clashes((first, second), futures, made, ready)
