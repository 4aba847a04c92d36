"""The quarter's score: what is added to the totals from which outcomes are read.

total += this quarter's value, for casualties (thousand people), equipment lost (units times the part of their price
that is lost with them, bn USD), spending (a quarter of the yearly rate; what the bargain itself costs is in it), and
the sums behind the means over time. Prices are those at which the actor buys: one list.
Clock: quarter, last in the order of the day. Decision time is averaged over contingencies against the ally's own
territory.
Source: bookkeeping; no figure of its own but the part of a unit's price that is lost with it.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.model.world.mechanism import Mechanism
from kaname.words.declare import Field, Param

QUARTERS_PER_YEAR = 4.0


@kernel
def score(w, p, turn) -> None:
    """Add the quarter to the totals."""
    for a in range(w.gdp.shape[0]):
        w.total_casualties[a] += w.casualties[a]
        w.total_spending[a] += w.spending[a] / QUARTERS_PER_YEAR
        for f in range(w.losses.shape[1]):
            w.total_losses[a] += w.losses[a, f] * p.lost_part[f] * p.buildup_cost[f] * p.buildup_price_level[a]
    _sum_means(w, p)


@kernel
def _sum_means(w, p) -> None:
    for side in range(w.trust.shape[0]):
        w.sum_trust[side] += w.trust[side]
        w.sum_unmet[side] += w.unmet[side]
    places = w.territory.shape[0]
    own, days = 0.0, 0.0
    for k in range(places):
        w.sum_gap += w.gap[k] / places
        own += p.homeland_case[k]
        days += p.homeland_case[k] * w.decision_days[k]
    if own > 0.0:
        w.sum_decision_days += days / own
    w.sum_first_strike += w.first_strike
    w.total_surprises += w.surprise_count


FIELDS = (
    Field("total_casualties", ("actor",), "thousand people", 0, 1e9, "hidden", "Losses of people so far."),
    Field("total_losses", ("actor",), "bn USD 2023", 0, 1e9, "hidden", "Value of equipment lost so far."),
    Field("total_spending", ("actor",), "bn USD 2023", 0, 1e9, "hidden", "Military spending so far, undiscounted."),
    Field("total_surprises", (), "count", 0, 1e9, "hidden", "Surprises so far.", "count"),
    Field("sum_trust", ("side",), "share quarters", 0, 1e9, "hidden", "Sum of trust over quarters."),
    Field("sum_unmet", ("side",), "share quarters", 0, 1e9, "hidden", "Sum of unmet expectation over quarters."),
    Field("sum_gap", (), "index quarters", 0, 1e9, "hidden", "Sum of the mean perception gap over quarters."),
    Field("sum_decision_days", (), "day quarters", 0, 1e9, "hidden",
          "Sum over quarters of mean decision time in contingencies against the ally."),
    Field("sum_first_strike", (), "share quarters", 0, 1e9, "hidden", "Sum of first-strike stability over quarters."),
)  # fmt: skip
PARAMS = (
    Param("lost_part", ("force",), "share", 0, 1, "Part of the price of a unit of each class that is lost with it."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Adds each quarter to the totals from which outcomes are read.",
    source=(),
    systems=(),
    run=score,
    core=True,
)
