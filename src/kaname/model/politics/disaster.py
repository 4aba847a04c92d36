"""A mass loss of life from outside, as an inject: so many people of the ally, in a quarter, with the blame that is set.

In the quarter `disaster_from` (counted from 1; 0 never) the ally loses `disaster_people` thousand. The loss enters the
memory of losses in the next quarter (politics.opinion) and opens minds (politics.reckoning); where blame falls is set,
or left to the draw that a war's losses would meet (crisis.aftermath). It costs no forces and counts in no total of
losses in fighting: an arm is compared by what follows.

Clock: quarter, after crises. Units: thousand people. Source: Heginbotham 2018 (after mass casualties the same society
may turn either way). System S27.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.model.world.log import note
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn
from kaname.words.declare import Field
from kaname.words.events import KIND

STRUCK = KIND["disaster"]


@kernel
def disaster(w, p, turn: Turn) -> None:
    """Write what is lost in this quarter: nothing but in the quarter that is set."""
    w.disaster_losses = 0.0
    if p.disaster_people > 0.0 and turn.quarter + 1 == p.disaster_from:
        w.disaster_losses = p.disaster_people
        note(w, turn, STRUCK, p.ally, p.disaster_people, p.disaster_blame, 0.0, 0.0, 0.0, 0.0)


FIELDS = (
    Field("disaster_losses", (), "thousand people", 0, 1e5, "public",
          "People of the ally lost this quarter in a disaster that the run was given."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="A mass loss of life can be given to a run, in a quarter and with the blame that is set.",
    source=("heginbotham2018",),
    systems=("S27",),
    run=disaster,
)
