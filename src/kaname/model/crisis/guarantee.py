"""The guarantee as a switch: as it is, taken away, or made sure, from a quarter on.

obligation = - guarantee_weight (none), 0 (as it is), + guarantee_weight (sure), in stakes
It is added to what fighting is worth to the guarantor over standing aside, half of it to what support is worth
(crisis.payoffs, crisis.battle), and to the same value in every observer's eyes, the guarantor's own and the nuclear
umbrella included (perception.type_filter). With a weight that outdoes everything else at stake:
  none  the guarantor neither fights nor supports, nobody believes that it would, and no umbrella is believed in; it may
        still speak, and its forces, bases, exercises and words stay what the levers make them
  sure  the guarantor fights wherever it may join and supports where it may not, everybody believes it, and the umbrella
        is believed in; it still comes as late as decisions are, and a host may still refuse its bases
Nothing else is set: what becomes of challenges, wars, territory, spending and nuclear arms follows from beliefs and
choices. A person's seat may choose against it. It holds wherever the protector is guarantor.

Clock: quarter. Units: stakes. Reads: the settings of a run. Writes: obligation.
Source: Huth 1988 and Zagare and Kilgour 2000 on extended deterrence with and without a credible defender; form ours.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.model.world.log import note
from kaname.model.world.mechanism import Mechanism
from kaname.words.axes import GUARANTEE_AS_IS, GUARANTEE_SURE
from kaname.words.declare import Field, Param
from kaname.words.events import KIND

TURNED = KIND["guarantee"]


@kernel
def guarantee(w, p, turn) -> None:
    """Write what the switch of the guarantee adds, in the quarters for which it is set."""
    before = w.obligation
    w.obligation = 0.0
    if p.guarantee != GUARANTEE_AS_IS and turn.quarter + 1 >= p.guarantee_from:
        w.obligation = p.guarantee_weight if p.guarantee == GUARANTEE_SURE else -p.guarantee_weight
    if w.obligation != before:
        note(w, turn, TURNED, p.protector, w.obligation, 0.0, 0.0, 0.0, 0.0, 0.0)


FIELDS = (
    Field("obligation", (), "stake", -10, 10, "public",
          "What the switch of the guarantee adds to the guarantor's value of fighting; 0 as things are."),
)  # fmt: skip
PARAMS = (
    Param("guarantee_weight", (), "stake", 0, 10,
          "Size of that addition where the guarantee is taken away or made sure."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="The guarantee can be taken away or made sure from a date on, in the guarantor's payoff and every belief.",
    source=("huth_1988", "zagare_kilgour_2000"),
    systems=("S12", "S13"),
    run=guarantee,
    core=True,
)
