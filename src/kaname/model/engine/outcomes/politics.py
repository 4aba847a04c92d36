"""What stands at the end by place and in politics: territory, concessions, fears, views, practice and law."""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import ratio
from kaname.model.politics.counting import seats_of, seats_of_government
from kaname.words.axes import ALLY_SIDE, END_CONCESSION, END_FAIT_ACCOMPLI
from kaname.words.declare import outcome


@outcome(dims=("contingency",), unit="share", role="deterrence", good=1, label="territory held, by place")
@kernel
def territory_by_place(w, k: int) -> float:
    """Share of the object that its target still holds at the end."""
    return w.territory[k]


@outcome(dims=("contingency",), unit="crises", role="deterrence", good=-1)
@kernel
def concessions(w, k: int) -> float:
    """Crises that ended in a concession."""
    return w.total_endings[k, END_CONCESSION]


@outcome(dims=("contingency",), unit="crises", role="deterrence", good=-1, label="faits accomplis")
@kernel
def faits_accomplis(w, k: int) -> float:
    """Crises that ended in a fait accompli."""
    return w.total_endings[k, END_FAIT_ACCOMPLI]


@outcome(dims=("actor",), unit="bn USD 2023", role="mean", good=1, label="output")
@kernel
def gdp(w, a: int) -> float:
    """Output at the end."""
    return w.gdp[a]


@outcome(unit="share", role="mean", good=-1, fan=True, label="ally's fear of abandonment")
@kernel
def abandonment_fear(w) -> float:
    """The ally's fear of being abandoned at the end."""
    return w.abandonment_fear


@outcome(unit="share", role="mean", label="public support for counterstrike")
@kernel
def support_strike(w) -> float:
    """The ally's public support for counterstrike at the end."""
    return w.support_strike


@outcome(unit="share", role="mean", label="public support for nuclear arms")
@kernel
def support_nuclear(w) -> float:
    """The ally's public support for nuclear arms of its own at the end."""
    return w.support_nuclear


@outcome(dims=("ideology",), unit="share", role="mean", label="public by ideology")
@kernel
def ideology_public(w, ideology: int) -> float:
    """Share of the ally's public that holds the ideology at the end."""
    return w.public_ideology[ideology]


@outcome(dims=("ideology",), unit="share", role="mean", label="parties by ideology")
@kernel
def ideology_parties(w, ideology: int) -> float:
    """Share of the ally's parties that holds the ideology at the end."""
    return w.party_voice[ideology]


@outcome(dims=("chamber",), unit="share", role="mean", label="seats of the ally's government")
@kernel
def seats_governing(w, chamber: int) -> float:
    """Share of the chamber's seats that the ally's government holds at the end."""
    return ratio(seats_of_government(w, chamber), seats_of(w, chamber), 0.0)


@outcome(dims=("matter",), unit="probability", role="mean", label="a vote would carry")
@kernel
def vote_carries(w, matter: int) -> float:
    """Chance that a law, a treaty or an amendment would carry in the ally's parliament at the end."""
    return w.vote_chance[matter]


@outcome(dims=("ideology",), unit="share", role="mean", label="government by ideology")
@kernel
def ideology_government(w, ideology: int) -> float:
    """Share of the ally's government that holds the ideology at the end."""
    return w.government_ideology[ideology]


@outcome(unit="share", role="mean", label="protector's attention for the theatre")
@kernel
def attention(w) -> float:
    """Share of the protector's attention free for the theatre at the end."""
    return w.attention


@outcome(dims=("actor",), unit="share", role="mean", good=1)
@kernel
def readiness(w, a: int) -> float:
    """Share of the state's forces ready to fight at the end."""
    return w.readiness[a]


@outcome(dims=("hedge",), unit="probability", role="mean", label="what the ally rests on")
@kernel
def rests_on(w, hedge: int) -> float:
    """Whether the ally rests on the guarantee, partners, accommodation, autonomy or nuclear arms at the end."""
    return 1.0 if w.hedge == hedge else 0.0


@outcome(dims=("actor",), unit="share", role="mean", label="enforcement of sanctions")
@kernel
def enforcement(w, a: int) -> float:
    """How far the state enforces sanctions on the proliferator at the end."""
    return w.enforcement[a]


@outcome(unit="share", role="mean", label="thaw between partner and proliferator")
@kernel
def thaw(w) -> float:
    """Thaw between the partner and the proliferator at the end."""
    return w.thaw


@outcome(unit="share", role="mean", good=-1)
@kernel
def wedge(w) -> float:
    """How far the rival's offers pull the ally and its partners from the protector at the end."""
    return w.wedge


@outcome(unit="share", role="mean", label="ally's effort for sea lanes")
@kernel
def sea_lane_effort(w) -> float:
    """The ally's effort for sea lanes at the end."""
    return w.sea_lane_effort[ALLY_SIDE]


@outcome(unit="share", role="mean", good=1, label="guidelines carried out")
@kernel
def implemented(w) -> float:
    """Share of what the guidelines promise that is implemented at the end, mean over issues."""
    total = 0.0
    for i in range(w.implemented.shape[0]):
        total += w.implemented[i]
    return total / w.implemented.shape[0]


@outcome(unit="share", role="mean", good=1, label="consultation of the ally")
@kernel
def consultation(w) -> float:
    """How far the protector consults the ally at the end."""
    return w.consultation_level


@outcome(dims=("contingency",), unit="count", role="mean", label="open questions of law")
@kernel
def undetermined(w, k: int) -> float:
    """Questions of law left open on the path to a response at the end."""
    return w.undetermined[k]


@outcome(unit="share", role="mean", good=-1, label="exposure to missile coercion")
@kernel
def exposure(w) -> float:
    """Greatest exposure of a target's home to missile coercion at the end."""
    most = 0.0
    for k in range(w.exposure.shape[0]):
        most = max(most, w.exposure[k])
    return most


@outcome(unit="probability per war", role="mean", good=-1, label="risk to the protector's homeland")
@kernel
def homeland_risk(w, p) -> float:
    """Chance that a war with the rival reaches the protector's homeland, at the end."""
    return w.homeland_risk[p.rival]
