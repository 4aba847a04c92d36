"""What deterred: opportunities by class, summed over the futures whose opportunities were judged (crisis.deterrence).

Counts, not rates: a bare rate of challenges would count those that nobody wanted. Units: opportunities.
Reads: rows. Writes: nothing. Source: crisis.md of the design ("What deterrence holds means").
"""

from __future__ import annotations

from typing import Any

from kaname.analysis.folder import RunFolder

VIEWED = "deterrence_viewed"
ANY, ARMS = "deterrence", "deterrence_arms"
BY_PLACE = ("tempted", "deterred")
ALL = "all"


def deterred(run: RunFolder) -> dict[str, Any]:
    """futures judged, and by bargain the classes over all contingencies and what was tempted and deterred in each;
    empty where nothing was judged."""
    columns = tuple(run.summary["bargains"][run.reference]["outcomes"])
    names = [c for c in columns if c.split(".")[0] in (ANY, ARMS, *BY_PLACE)]
    if VIEWED not in columns or not names:
        return {}
    bargains, judged = {}, 0
    for bargain in run.bargains:
        rows = run.columns(bargain, [VIEWED, *names])
        mask = (rows[VIEWED] > 0) & run.alive[bargain]
        judged = max(judged, int(mask.sum()))
        bargains[bargain] = _counted({name: int(rows[name][mask].sum()) for name in names})
    return {"futures": judged, "bargains": bargains} if judged else {}


def _counted(sums: dict[str, int]) -> dict[str, Any]:
    found: dict[str, Any] = {ALL: {"any": {}, "arms": {}}}
    for name, number in sums.items():
        outcome, _, member = name.partition(".")
        if outcome in (ANY, ARMS):
            found[ALL]["any" if outcome == ANY else "arms"][member] = number
        else:
            found.setdefault(member, {})[outcome] = number
    return found
