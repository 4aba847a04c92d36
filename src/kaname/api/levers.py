"""The audit of levers from Python: what each of them moves, by how much, against what theory expects.

Reads: scenario, evidence, bargains. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kaname.api.comparison import WORKERS
from kaname.api.progress import Told, progress_of
from kaname.api.table import Table
from kaname.core.errors import InputError, unknown_name
from kaname.study.commands import audit_command
from kaname.study.lever_audit import MOST_PAIRS, PAIRS, VERDICTS, Audited, Effect, Held, audited
from kaname.study.session import session
from kaname.words.levers import NAMES
from kaname.words.outcomes import SMALLEST_EFFECT


@dataclass(frozen=True)
class LeverAudit:
    """An audit of levers, worst verdicts first. levers: see `kaname.study.lever_audit.Audited`."""

    scenario: str
    bargain: str
    seed: int
    levers: tuple[Audited, ...]

    @property
    def table(self) -> Table:
        """Return one row per lever: its span, verdict, and what it moves most among what is counted and among means."""
        return Table.of_rows([_row(lever) for lever in self.levers], units={"end_size": "sd", "mean_size": "sd"})

    def verdicts(self) -> dict[str, list[str]]:
        """Return the levers by verdict, worst verdict first."""
        return {name: [lever.lever for lever in self.levers if lever.verdict == name] for name in VERDICTS}

    def as_data(self) -> dict[str, Any]:
        """Return the audit as plain data, as it is stored and printed as JSON."""
        pairs = max((lever.pairs for lever in self.levers), default=0)
        named = [one.lever for one in self.levers] if len(self.levers) < len(NAMES) else []
        return {
            "format": 1, "command": audit_command(self.scenario, self.bargain, pairs, self.seed, named),
            "scenario": self.scenario, "bargain": self.bargain, "pairs": pairs, "smallest_effect": SMALLEST_EFFECT,
            "verdicts": dict(VERDICTS), "levers": [_data(one) for one in self.levers],
        }  # fmt: skip


def audit_levers(
    scenario: str | Path, levers: Sequence[str] = (), *, futures: int = PAIRS, bargain: str | Path = "as_is",
    seed: int = 1, workers: int = WORKERS, progress: bool | Told = False,
) -> LeverAudit:  # fmt: skip
    """Return the audit of levers: each from its low to its high bound, adopted at once, in the same futures.

    scenario: id or file; levers: names, all of them where none is named; futures: pairs, 2 to 10,000; bargain: what
    stands where nothing is moved; progress: True, or a function called with (levers done, levers in all). Raises
    InputError for a name that is not known or a number outside its range.

    >>> audit = audit_levers("us-japan", ["clarity"], futures=4)
    >>> audit.levers[0].lever, audit.levers[0].pairs
    ('clarity', 4)
    """
    if not 2 <= futures <= MOST_PAIRS:
        raise InputError(f"{futures} is outside 2..{MOST_PAIRS}", path="--futures")
    for name in levers:
        if name not in NAMES:
            raise unknown_name("a lever", name, NAMES, path="--levers")
    with session(scenario, bargain, workers=workers, seed=seed, adoption="adopted") as opened:
        made = audited(opened, tuple(dict.fromkeys(levers)) or NAMES, futures, progress=progress_of(progress, "levers"))
    return LeverAudit(str(scenario), str(bargain), seed, tuple(made))


def _row(one: Audited) -> dict[str, Any]:
    row: dict[str, Any] = {"lever": one.lever, "low": one.low, "high": one.high, "unit": one.unit, "pairs": one.pairs,
                           "verdict": one.verdict}  # fmt: skip
    for name, effect in (("end", one.end), ("mean", one.mean)):
        row[name] = effect.outcome if effect else None
        row[f"{name}_size"] = effect.size if effect else None
        row[f"{name}_low"], row[f"{name}_high"] = (effect.low, effect.high) if effect else (None, None)
        row[f"{name}_moved"] = effect.moved if effect else None
    return row


def _data(one: Audited) -> dict[str, Any]:
    return {
        "lever": one.lever, "low": one.low, "high": one.high, "unit": one.unit, "pairs": one.pairs,
        "verdict": one.verdict, "clear": one.clear, "end": _effect(one.end), "mean": _effect(one.mean),
        "expected": [_held(held) for held in one.expected],
    }  # fmt: skip


def _held(held: Held) -> dict[str, Any]:
    return {**asdict(held.expected), "says": list(held.expected.says), "wrong": held.wrong,
            "found": _effect(held.found)}  # fmt: skip


def _effect(effect: Effect | None) -> dict[str, Any] | None:
    if effect is None:
        return None
    return {
        name: float(f"{value:.4g}") if isinstance(value, float) else value for name, value in asdict(effect).items()
    }
