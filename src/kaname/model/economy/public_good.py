"""What one member gives to a good that all of them enjoy, when each takes the others' gifts as given.

Preferences c**(1 - b) * G**b, budget c + g = income, G = sum of g. Best response of a member to the others' total:

    g = max(0, b (income + others) - others)

With m contributors the Nash total is G = b sum(income of contributors) / (b + m (1 - b)); the larger member bears the
larger share of its income, and total provision falls short of b sum(income): exploitation of the great by the small.

Clock: none (a formula, used by economy.burden and economy.sea_lanes). Units: any money. Source: olson_zeckhauser_1966
(standard specialisation to Cobb-Douglas, checked against an analytic oracle). Systems: S31.
"""

from __future__ import annotations

from kaname.core.kernel import kernel


@kernel
def best_response(income: float, others: float, taste: float) -> float:
    """Contribution of a member of that income and taste (0..1) where the others give `others`; never negative."""
    return max(0.0, taste * (income + others) - others)
