"""The share that a state settles at moves with what it has announced, in part and by the date named.

    settled share[a] = normal share[a] (1 + kept (rise[a] - 1) min(1, quarters since the start / quarters[a]))

`rise` is the announced share over that of the same count at the start (1 where nothing is announced), `kept` the part
of an announced rise that parliaments let come. Threat, debt and belief move demand around it as around any normal
share. The ally's own plan is its lever (`defence_share`) and no announcement.

Clock: none (a formula, used by economy.burden). Units: shares of GDP, quarters. Source: budgets and plans named in the
evidence. Systems: S31.
"""

from __future__ import annotations

from kaname.core.kernel import kernel


@kernel
def settled_share(p, quarter: int, a: int) -> float:
    """Share of GDP that actor a settles at in that quarter under normal threat, spill-in and debt."""
    gone = min(1.0, quarter / p.burden_announced_quarters[a])
    return p.burden_normal[a] * (1.0 + p.burden_announced_kept * (p.burden_announced_rise[a] - 1.0) * gone)
