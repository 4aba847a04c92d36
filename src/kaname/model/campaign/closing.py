"""What a campaign leaves behind: losses out of stocks, forces tied this quarter, the last state of the objective.

lost = start - units - reserve - on the objective, at least 0; munitions that were fired count as lost. Bases are
repaired after a war. Survivors are tied until the quarter ends, so that a second campaign cannot use them again.
Clock: once, at the end. Units: units of the class. Source: bookkeeping.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.model.campaign.opening import actor_of, takes_part
from kaname.words.axes import BASE, GROUND
from kaname.words.declare import Field
from kaname.words.moves import CHALLENGER, TARGET


@kernel
def close_campaign(w, p, turn, k: int) -> None:
    """Take losses out of the parties' stocks and note the last control and force in being."""
    for party in range(w.camp_units.shape[0]):
        if not takes_part(p, k, party):
            continue
        actor = actor_of(p, k, party)
        w.landing_lost[actor] += w.camp_landing_lost[party]
        w.landing_sunk[actor] += w.camp_landing_lost[party]
        for f in range(BASE):
            left = w.camp_units[party, f] + w.camp_reserve[party, f] + _on_objective(w, party, f)
            lost = max(0.0, w.camp_start[party, f] - left)
            w.losses[actor, f] += lost
            w.committed[actor, f] += w.camp_start[party, f] - lost
            w.stock[actor, f] = max(0.0, w.stock[actor, f] - lost)
    w.last_control[k] = w.camp_control
    if w.camp_released == 0:
        w.last_force_in_being = w.camp_force_in_being


@kernel
def _on_objective(w, party: int, f: int) -> float:
    if f != GROUND:
        return 0.0
    if party == CHALLENGER:
        return w.camp_lodgement
    return w.camp_garrison if party == TARGET else 0.0


FIELDS = (
    Field("last_control", ("contingency",), "share", 0, 1, "hidden",
          "Challenger's control at the end of the last campaign there."),
    Field("landing_sunk", ("actor",), "ships", 0, 1e5, "public", "Landing ships lost in campaigns this quarter."),
    Field("losses", ("actor", "force"), "units of the class", 0, 1e6, "public",
          "Units lost in campaigns this quarter."),
)  # fmt: skip
