"""Contrasts from Python: paired arms, and sentences about what an arm must do to an outcome beside what it did.

Reads: a file of contrasts, scenario, evidence, bargains. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kaname.api.comparison import WORKERS
from kaname.api.progress import Told, progress_of
from kaname.api.table import Table
from kaname.core.errors import InputError
from kaname.scenarios.contrasts import Change, load_contrasts
from kaname.study.arms import Arms, run_arms
from kaname.study.contrasts import MISSED, Finding, judged

FUTURES, MOST_FUTURES = 300, 100_000
CHECK = "model_check"


@dataclass(frozen=True)
class Contrasted:
    """Contrasts beside what was found, misses first, and the arms in which it was found."""

    name: str
    scenario: str
    futures: int
    seed: int
    findings: tuple[Finding, ...]
    arms: Arms

    @property
    def missed(self) -> tuple[Finding, ...]:
        """Return those that were not found as they were expected, and whose file says no reason why nothing should
        move.
        """
        return self.of(MISSED)

    def of(self, verdict: str) -> tuple[Finding, ...]:
        """Return the findings of a verdict: missed, changes nothing or met."""
        return tuple(item for item in self.findings if item.verdict == verdict)

    @property
    def table(self) -> Table:
        """Return one row per contrast: id, sentence, what was asked, what was found, whether that is met, its
        verdict.
        """
        return Table.of_rows([
            {"id": item.contrast.id, "sentence": item.contrast.sentence, "asked": item.asked, "found": item.found,
             "met": item.met, "verdict": item.verdict} for item in self.findings
        ])  # fmt: skip

    def as_data(self) -> dict[str, Any]:
        """Return all of it as plain data, as it is printed as JSON."""
        rows = [{**asdict(item.contrast), "asked": item.asked, "found": item.found, "met": item.met,
                 "verdict": item.verdict, "moved_on_the_way": item.on_the_way} for item in self.findings]  # fmt: skip
        return {"format": 1, "contrasts": self.name, "scenario": self.scenario, "futures": self.futures,
                "seed": self.seed, "findings": rows}  # fmt: skip


def contrasts(
    name: str | Path = CHECK, *, futures: int = FUTURES, seed: int = 1, workers: int = WORKERS,
    progress: bool | Told = False,
) -> Contrasted:  # fmt: skip
    """Return what a file of contrasts asks beside what paired futures do, levers adopted at once.

    name: model_check, extremes, or a file; futures: pairs, 2 to 100,000; progress: True, or a function called
    with (arms done, arms in all). Raises InputError or InputErrors for a file or a number that cannot be used.

    >>> found = contrasts("extremes", futures=2)
    >>> found.table.columns
    ('id', 'sentence', 'asked', 'found', 'met', 'verdict')
    """
    if not 2 <= futures <= MOST_FUTURES:
        raise InputError(f"{futures} is outside 2..{MOST_FUTURES}", path="--futures")
    asked = load_contrasts(name)
    told = progress_of(progress, "arms")
    findings, made = judged(asked, futures, seed=seed, workers=workers, progress=told)
    return Contrasted(str(name), asked.scenario, futures, seed, findings, made)


def arms(
    scenario: str | Path, changes: Mapping[str, Change], *, reference: str = "as_is", futures: int = FUTURES,
    workers: int = WORKERS, progress: bool | Told = False, **options: Any,
) -> Arms:  # fmt: skip
    """Return paired arms: futures 0..futures-1 of a scenario under each change, all in the same draws and shocks.

    changes: arm -> `kaname.Change`; reference: the bargain that the changes start from; options: fields of a design on
    which a future depends, such as seed, years, adoption ("offered" or "adopted"). Raises InputError before anything
    is run.

    >>> made = arms("us-japan", {"as_is": Change(), "unarmed": Change(times={"stock.cn": 0.0})}, futures=2, years=1)
    >>> made.difference("unarmed", "as_is", "ready_forces.cn")["differing"]
    2
    """
    return run_arms(str(scenario), changes, reference=reference, futures=futures, workers=workers,
                    progress=progress_of(progress, "arms"), **options)  # fmt: skip
