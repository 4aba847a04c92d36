"""Opportunities to challenge arise from salience, the same in every bargain until a war was fought.

opportunity[k] ~ Poisson(opportunity_rate[k] (1 - exhaustion[challenger]) x what the target still holds of a territory)
Whether one is used is the challenger's decision (crisis.response). After a war its fighters recover for years
(crisis.temper), and what was taken cannot be taken again.
Clock: quarter. Units: opportunities. Deterrence can be told apart from luck only where no
bargain moves the opportunities: until the first war none does. Source: the rates are judgements and swept in reports.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.slots import SLOT
from kaname.model.crisis.aftermath import is_territory
from kaname.model.world.log import note
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import poisson
from kaname.words.declare import Field, Param
from kaname.words.events import KIND

SLOT_OPPORTUNITY = SLOT["opportunity"]
AROSE = KIND["opportunity"]
DRAWS_APART = 16


@kernel
def opportunity(w, p, turn) -> None:
    """Draw this quarter's opportunities in every contingency."""
    for k in range(w.opportunity.shape[0]):
        rate = p.opportunity_rate[k] * (1.0 - w.exhaustion[p.challenger[k]])
        if is_territory(p, k):
            rate *= w.territory[k]
        count = poisson(turn, SLOT_OPPORTUNITY, k * DRAWS_APART, rate)
        w.opportunity[k] = count
        w.total_opportunities[k] += count
        if count > 0:
            note(w, turn, AROSE, p.challenger[k], k, rate, count, 0.0, 0.0, 0.0)


FIELDS = (
    Field("opportunity", ("contingency",), "count", 0, 100, "hidden",
          "Opportunities that arose this quarter, from salience alone.", "count"),
    Field("total_opportunities", ("contingency",), "count", 0, 1e9, "hidden", "Opportunities so far.", "count"),
)  # fmt: skip
PARAMS = (
    Param("opportunity_rate", ("contingency",), "1/quarter", 0, 5, "Opportunities per quarter, from salience alone."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Opportunities to challenge arise from salience alone, the same in every bargain.",
    source=("huth_1988",),
    systems=("S38",),
    run=opportunity,
    core=True,
)
