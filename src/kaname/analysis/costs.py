"""Costs of a bargain to each state beyond the reference, as a present value.

Formula: the paired difference of the present value of spending (military budget, the levers' own cost, payments under a
deal), year by year, at the discount rate that the run names. Clock: years. Units: bn USD 2023 at the start.
Reads: yearly rows of futures 0-1999. Writes: nothing. Source: bookkeeping.
"""

from __future__ import annotations

from typing import Any

from kaname.analysis.folder import RunFolder
from kaname.analysis.paired import difference_of
from kaname.core.present_value import present_value

SPENDING = "spending"


def present_cost(run: RunFolder) -> dict[str, dict[str, dict[str, float | None]]]:
    """By bargain and state: mean and interval; empty where no spending is stored yearly or no rate is named."""
    rate = run.summary.get("discount_rate")
    columns = [name for name in run.stored_yearly() if name.split(".")[0] == SPENDING]
    if rate is None or not columns:
        return {}
    cost: dict[str, dict[str, dict[str, Any]]] = {}
    for bargain in run.others:
        _, left, right = run.yearly_pair(bargain, run.reference, columns)
        cost[bargain] = {}
        for name in columns:
            gap = difference_of(present_value(left[name], rate) - present_value(right[name], rate))
            cost[bargain][name.split(".")[1]] = {"mean": gap.mean, "low": gap.low, "high": gap.high}
    return cost
