"""The measurements of the page: contrasts, the guarantee's three worlds, and every lever against every end.

Idea: all arms meet the same futures. A lever is moved from the low to the high end of its span with all else as it is,
and its effect on an end is the mean paired difference in standard deviations of things as they are; what does not stand
beyond an interval that holds for all ends at once is left empty. Reads: contrasts, scenario, evidence. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kaname.scenarios.contrasts import Change, load_contrasts
from kaname.study.arms import Arms, run_arms
from kaname.study.contrasts import Finding, ends, judged, moved_among
from kaname.study.design import ADOPTED
from kaname.words.levers import LEVERS
from kaname.words.outcomes import SMALLEST_EFFECT

SCENARIO, FUTURES, SEED = "us-japan", 300, 1
WORLDS = ("no_guarantee", "as_is", "sure_guarantee")
LOW, HIGH = "low", "high"


@dataclass(frozen=True)
class Measured:
    """findings: the contrasts, misses first; extremes: those taken to the extreme; worlds: end -> mean in each of
    WORLDS; ends: columns of the picture; effects: lever -> end -> sd, those that surely moved."""

    findings: tuple[Finding, ...]
    extremes: tuple[Finding, ...]
    worlds: Mapping[str, tuple[float, ...]]
    ends: tuple[str, ...]
    effects: Mapping[str, Mapping[str, float]]


def measure(futures: int = FUTURES) -> Measured:
    """Return all of it; a few minutes on two cores at 300 pairs."""
    contrasts = load_contrasts("model_check")
    findings, arms = judged(contrasts, futures, seed=SEED)
    extremes, _ = judged(load_contrasts("extremes"), futures, seed=SEED)
    shown = tuple(end for end in ends(arms.columns) if arms.column("as_is", end).std() > 0.0)
    worlds = {end: tuple(float(arms.column(world, end).mean()) for world in WORLDS) for end in (*shown, *_wars(arms))}
    return Measured(findings, extremes, worlds, shown, _levers(shown, futures))


def _wars(arms: Arms) -> list[str]:
    return [column for column in arms.columns if column.split(".")[0] in ("wars", "spending")
            and arms.column("as_is", column).std() > 0.0]  # fmt: skip


def _levers(shown: Sequence[str], futures: int) -> dict[str, dict[str, float]]:
    changes = {"as_is": Change()}
    for lever in LEVERS:
        low, high = lever.span or (lever.low, lever.high)
        changes |= {f"{lever.name}.{LOW}": Change(levers={lever.name: low}),
                    f"{lever.name}.{HIGH}": Change(levers={lever.name: high})}  # fmt: skip
    arms = run_arms(SCENARIO, changes, futures=futures, seed=SEED, adoption=ADOPTED)
    found = {}
    for lever in LEVERS:
        usual = {end: float(arms.column("as_is", end).std(ddof=1)) for end in shown}
        moved = moved_among(arms, f"{lever.name}.{HIGH}", f"{lever.name}.{LOW}", shown)
        found[lever.name] = {item.end: item.mean / usual[item.end] for item in moved}
    return found


def largest(effects: Mapping[str, float]) -> float:
    """Return the size of the largest effect without its sign, 0 where nothing moved."""
    return max((abs(size) for size in effects.values()), default=0.0)


def alive(effects: Mapping[str, float]) -> bool:
    """Whether a lever moves an end by the smallest effect that matters."""
    return largest(effects) >= SMALLEST_EFFECT
