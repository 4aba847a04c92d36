"""The ends, by which a bargain is judged: what was held, lost and spent."""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.words.axes import END_CONCESSION, END_FAIT_ACCOMPLI
from kaname.words.declare import outcome


@outcome(dims=("actor",), unit="share", role="end", good=1, label="territory held", yearly=True)
@kernel
def territory(w, p, a: int) -> float:
    """Share of what the state defends as target that it still holds at the end."""
    held, objects = 0.0, 0.0
    for k in range(w.territory.shape[0]):
        if p.target[k] == a:
            held += w.territory[k]
            objects += 1.0
    return held / objects if objects > 0.0 else 1.0


@outcome(dims=("actor",), unit="crises", role="end", good=-1, label="crises lost")
@kernel
def coerced(w, p, a: int) -> float:
    """Crises that ended in a concession or a fait accompli against the state."""
    lost = 0.0
    for k in range(w.territory.shape[0]):
        if p.target[k] == a:
            lost += w.total_endings[k, END_CONCESSION] + w.total_endings[k, END_FAIT_ACCOMPLI]
    return lost


@outcome(dims=("actor",), unit="thousand people", role="end", good=-1, label="people lost")
@kernel
def casualties(w, a: int) -> float:
    """Losses of people in fighting."""
    return w.total_casualties[a]


@outcome(dims=("actor",), unit="bn USD 2023", role="end", good=-1, label="equipment lost")
@kernel
def equipment(w, a: int) -> float:
    """Value of equipment lost in fighting."""
    return w.total_losses[a]


@outcome(dims=("actor",), unit="bn USD 2023", role="end", good=-1, label="military spending", yearly=True)
@kernel
def spending(w, a: int) -> float:
    """Military spending over the horizon, undiscounted; the levers' own cost and payments under a deal are in it."""
    return w.total_spending[a]


@outcome(dims=("actor",), unit="share", role="mean", good=-1, label="military share of GDP", fan=True)
@kernel
def burden(w, p, a: int) -> float:
    """Military spending as a share of GDP at the end; the same money as `spending`, so no end of its own."""
    return w.defence_share[a] + p.levelled_spending[a] / w.gdp[a]


@outcome(unit="probability", role="end", good=-1, label="ally's nuclear option")
@kernel
def nuclear_option(w) -> float:
    """Whether the ally has taken up its own nuclear option as a political fact."""
    return w.nuclear_option


@outcome(unit="share", role="end", good=1, label="first-strike stability")
@kernel
def first_strike_stability(w, quarters: float) -> float:
    """First-strike stability between protector and rival, mean over time."""
    return w.sum_first_strike / quarters
