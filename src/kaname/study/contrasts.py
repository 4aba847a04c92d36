"""Results of contrasts: each sentence of a file of contrasts beside what its paired arms did, misses first.

Idea: what is expected was written down beforehand; the finding says how far the arms differ and whether that is what
was expected, never more. Intervals are of 95 %; where any of many ends may move they hold for all ends at once
(Bonferroni), so that one of thirty does not move by chance. Units: sd is the spread over futures in the other arm.
Reads: Contrasts, paired arms. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from kaname.core.intervals import NORMAL_95, mean_interval, simultaneous
from kaname.scenarios.contrasts import ALL, Contrast, Contrasts
from kaname.study.arms import Arms, run_arms
from kaname.study.design import ADOPTED
from kaname.words.outcomes import MONEY, OUTCOMES

MISSED, NOTHING, MET = "missed", "changes nothing", "met"
VERDICTS = (MISSED, NOTHING, MET)


@dataclass(frozen=True)
class Finding:
    """One contrast and what was found: in words, and whether it is what was expected.

    on_the_way: how far the outcomes moved that show why, in words; empty where the contrast names none.
    """

    contrast: Contrast
    asked: str
    found: str
    met: bool
    on_the_way: str = ""

    @property
    def verdict(self) -> str:
        """MET, NOTHING where nothing moves and the file says why it may be so, else MISSED."""
        if self.met:
            return MET
        return NOTHING if self.contrast.changes_nothing else MISSED

    @property
    def reason(self) -> str:
        """Return why it was not found, as the file says; empty where it was."""
        return "" if self.met else self.contrast.changes_nothing or self.contrast.unless


@dataclass(frozen=True)
class Moved:
    """An end that differs between two arms: the paired difference in its unit, its interval, and in sd."""

    end: str
    mean: float
    low: float
    high: float
    in_sd: float

    @property
    def sure(self) -> bool:
        """Return whether the interval leaves out zero."""
        return self.low > 0.0 or self.high < 0.0


def judged(contrasts: Contrasts, futures: int, **options: Any) -> tuple[tuple[Finding, ...], Arms]:
    """Return what the contrasts find in `futures` pairs, in the order of VERDICTS, and the arms they were found in.

    Levers are adopted at once unless `adoption` says otherwise; options: as of `run_arms`.
    """
    options = {"adoption": ADOPTED, **options}
    wanted = [
        name for item in contrasts.contrasts for name in (item.outcome, item.over, *item.on_the_way) if name
    ]  # fmt: skip
    arms = run_arms(contrasts.scenario, contrasts.arms, futures=futures, wanted=wanted, **options)
    findings = [finding(arms, contrast) for contrast in contrasts.contrasts]
    return tuple(sorted(findings, key=lambda item: VERDICTS.index(item.verdict))), arms


def finding(arms: Arms, contrast: Contrast) -> Finding:
    """Return one contrast beside what its arms did."""
    if contrast.kind == "least_sd":
        return _size(arms, contrast)
    if contrast.kind == "direction":
        return _direction(arms, contrast)
    return _level(arms, contrast)


def _size(arms: Arms, contrast: Contrast) -> Finding:
    names = [contrast.outcome] if contrast.outcome else ends(arms.columns, contrast.state)
    moved = moved_among(arms, contrast.arm, contrast.other, names)
    far = [item for item in moved if abs(item.in_sd) >= contrast.value]
    where = contrast.outcome or ("some end" if contrast.state == ALL else f"some end of {contrast.state}")
    found = ", ".join(f"{item.end} {item.in_sd:+.2f} sd" for item in (far or moved)[:3]) or "nothing moves"
    way = "" if far else _on_the_way(arms, contrast)
    return Finding(contrast, f"{contrast.value:g} sd or more in {where}", found, bool(far), way)


def _on_the_way(arms: Arms, contrast: Contrast) -> str:
    """Return how far each outcome on the way moved, in sd of the other arm; "not" where it did not surely move."""
    parts = []
    for name in contrast.on_the_way:
        moved = moved_among(arms, contrast.arm, contrast.other, [name])
        parts.append(f"{name} {moved[0].in_sd:+.2f} sd" if moved else f"{name} not")
    return ", ".join(parts)


def _direction(arms: Arms, contrast: Contrast) -> Finding:
    gap = arms.column(contrast.arm, contrast.outcome) - arms.column(contrast.other, contrast.outcome)
    mean, _, half = mean_interval(gap)
    low, high = mean - half, mean + half
    met = {
        "lower": high < 0.0, "higher": low > 0.0, "not_lower": high >= 0.0, "not_higher": low <= 0.0,
        "same": not gap.any(), "differs": bool(gap.any()),
    }[contrast.value]  # fmt: skip
    text = f"{mean:+.3g} ({low:+.3g} to {high:+.3g})"
    return Finding(contrast, contrast.value.replace("_", " "), text, bool(met))


def _level(arms: Arms, contrast: Contrast) -> Finding:
    low, high = contrast.value
    value = _mean(arms, contrast.arm, contrast)
    text = f"{value:.3g}"
    if contrast.kind == "ratio":
        other = _mean(arms, contrast.other, contrast)
        value = value / other if other else float("nan")
        text = f"{value:.3g} ({_mean(arms, contrast.arm, contrast):.3g} of {other:.3g})"
    return Finding(contrast, f"{contrast.kind} {low:g} to {high:g}", text, bool(low <= value <= high))


def _mean(arms: Arms, arm: str, contrast: Contrast) -> float:
    """Return the mean of the outcome, or its share of the column that it is counted over; nan where that never came."""
    values = arms.column(arm, contrast.outcome)
    if not contrast.over:
        return float(values.mean())
    total = float(arms.column(arm, contrast.over).sum())
    return float(values.sum()) / total if total else float("nan")


def moved_among(arms: Arms, arm: str, other: str, names: Sequence[str]) -> tuple[Moved, ...]:
    """Return those of some outcomes in which an arm surely differs from another, by size in sd."""
    wider = simultaneous(len(names)) / NORMAL_95
    found = []
    for name in names:
        usual = arms.column(other, name)
        mean, _, half = mean_interval(arms.column(arm, name) - usual)
        spread = float(usual.std(ddof=1)) if usual.size > 1 else 0.0
        low, high = mean - wider * half, mean + wider * half
        found.append(Moved(name, mean, low, high, mean / spread if spread else float(np.sign(mean)) * np.inf))
    return tuple(sorted((item for item in found if item.sure), key=lambda item: -abs(item.in_sd)))


def ends(columns: Sequence[str], state: str = ALL) -> list[str]:
    """Return the columns of the ends that are not money; of one state, and of no state's own, where one is named."""
    names = {item.name: item.dims for item in OUTCOMES if item.role == "end" and item.name not in MONEY}
    return [
        column for column in columns
        if (name := column.split(".")[0]) in names
        and (state == ALL or not names[name] or column.endswith(f".{state}"))
    ]  # fmt: skip
