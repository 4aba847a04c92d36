"""Opportunities to challenge arise from salience alone, the same in every bargain.

opportunity[k] ~ Poisson(opportunity_rate[k])      whether one is used is the challenger's decision (crisis.response)
Clock: quarter. Units: opportunities. Deterrence can be told apart from luck only where no
bargain moves the opportunities. Source: the rates are judgements and swept in reports.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.slots import SLOT
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
        count = poisson(turn, SLOT_OPPORTUNITY, k * DRAWS_APART, p.opportunity_rate[k])
        w.opportunity[k] = count
        w.total_opportunities[k] += count
        if count > 0:
            note(w, turn, AROSE, p.challenger[k], k, p.opportunity_rate[k], count, 0.0, 0.0, 0.0)


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
