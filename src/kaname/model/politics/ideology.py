"""Cohorts age, die and are replaced; in each, some people rethink, and choose among three ideologies by utility.

    weight[c]' ~ weight[c] (1 - death(age)) (+ entry of new adults to the youngest cohort), normalised to 1
    death(age) = min(1, level exp(slope (age - pivot))) / 4
    rethinking[c] = rethink exp(-settling (age - youth) / decade)
    utility[i] = reinforcement log(share[c, i]) + (1 - reinforcement) log(formed[c, i]) + drivers[i]
    share[c]' = share[c] + rethinking[c] (logit choice by utility - share[c])
    drivers of realists and nationalists (pacifists 0): threat, doubt, losses by blame; for nationalists history
    party voice: the seats that elections give (politics.parliament)
    government' towards voice[i] exp(exposure[i] threat), faster when its leader changes

Reinforcement says how far what people around think holds them: below 1 each cohort returns to what formed it, at 1
the past is all there is, above 1 it locks in: the same loss of life can then end in pacifism or its opposite (S27),
by the shares it meets and by blame, every sign free. Seats exaggerate votes, so that pacifism can lose its voice
before its voters; government is exposed to threat ahead of the public (S26). Polls
measure no ideology; the starting shares are judgements informed by polls on the constitution by age, and no fit is
claimed.

Clock: quarter. Units: shares; age in years. Source: mannheim_1928, heginbotham2018, constitution_polls_2023. Systems:
S26, S27.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, exp, log
from kaname.core.units import QUARTERS_A_YEAR
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn
from kaname.words.axes import (
    ALLY_SIDE,
    BLAME_ABSENCE,
    BLAME_ENEMY,
    BLAME_ENTANGLEMENT,
    NATIONALIST,
    PACIFIST,
    REALIST,
)
from kaname.words.declare import Field, Param

YEARS_A_DECADE = 10.0


@kernel
def ideology(w, p, turn: Turn) -> None:
    """Move cohorts, public, parties and government by one quarter."""
    year = p.start_year + turn.quarter / QUARTERS_A_YEAR
    fear = max(w.threat[p.ally, p.rival], w.threat[p.ally, p.proliferator]) - p.opinion_normal_threat
    drivers = turn.scratch[0]
    drivers[PACIFIST] = 0.0
    drivers[REALIST] = of_realists(w, p, fear)
    drivers[NATIONALIST] = of_nationalists(w, p, fear)
    _age(w, p, year)
    for c in range(w.ideology.shape[0]):
        _rethink(w, p, drivers, turn.scratch[1], c, year - p.cohort_birth[c])
    _gather(w)
    _form_government(w, p, turn.scratch[1], fear)


@kernel
def of_realists(w, p, fear: float) -> float:
    """What draws people to realism rather than pacifism this quarter."""
    losses = w.blame[BLAME_ENEMY] * p.ideology_enemy_realist + w.blame[BLAME_ABSENCE] * p.ideology_absence_realist
    losses += w.blame[BLAME_ENTANGLEMENT] * p.ideology_entanglement_realist
    doubt = p.ideology_doubt_realist * (w.abandonment_fear - p.abandonment_normal)
    return p.ideology_threat_realist * fear + doubt + w.casualty_memory * losses


@kernel
def of_nationalists(w, p, fear: float) -> float:
    """What draws people to nationalism rather than pacifism this quarter; unsettled history is one such thing."""
    losses = w.blame[BLAME_ENEMY] * p.ideology_enemy_nationalist
    losses += w.blame[BLAME_ABSENCE] * p.ideology_absence_nationalist
    losses += w.blame[BLAME_ENTANGLEMENT] * p.ideology_entanglement_nationalist
    doubt = p.ideology_doubt_nationalist * (w.abandonment_fear - p.abandonment_normal)
    history = p.ideology_history * (w.friction - p.friction_normal)
    return p.ideology_threat_nationalist * fear + doubt + history + w.casualty_memory * losses


@kernel
def _age(w, p, year: float) -> None:
    last = w.cohort_weight.shape[0] - 1
    total = 0.0
    for c in range(last + 1):
        age = year - p.cohort_birth[c]
        death = min(1.0, p.death_level * exp(p.death_slope * (age - p.death_pivot))) / QUARTERS_A_YEAR
        w.cohort_weight[c] *= 1.0 - death
        if c == last:
            w.cohort_weight[c] += p.cohort_entry / QUARTERS_A_YEAR
        total += w.cohort_weight[c]
    for c in range(last + 1):
        w.cohort_weight[c] /= total


@kernel
def _rethink(w, p, drivers, utility, c: int, age: float) -> None:
    share = w.ideology[c]
    most = 0.0
    for i in range(share.shape[0]):
        held = log(max(share[i], p.ideology_trace))
        formed = log(max(p.ideology_formed[c, i], p.ideology_trace))
        utility[i] = p.ideology_reinforcement * held + (1.0 - p.ideology_reinforcement) * formed + drivers[i]
        most = utility[i] if i == 0 else max(most, utility[i])
    total = 0.0
    for i in range(share.shape[0]):
        utility[i] = exp(utility[i] - most)
        total += utility[i]
    speed = p.ideology_rethink * exp(-p.ideology_settling * max(0.0, age - p.ideology_youth) / YEARS_A_DECADE)
    for i in range(share.shape[0]):
        share[i] = approach(share[i], utility[i] / total, speed)
    if w.reckoning > 0.0:
        _reckon(w, p, utility, share)


@kernel
def _reckon(w, p, utility, share) -> None:
    """After a mass loss of life part of the cohort chooses again by the views around it (politics.reckoning)."""
    most, total = 0.0, 0.0
    for i in range(share.shape[0]):
        utility[i] = p.reckoning_lock * log(max(share[i], p.ideology_trace)) + w.reckoning_draw[i]
        most = utility[i] if i == 0 else max(most, utility[i])
    for i in range(share.shape[0]):
        utility[i] = exp(utility[i] - most)
        total += utility[i]
    for i in range(share.shape[0]):
        share[i] = approach(share[i], utility[i] / total, w.reckoning)


@kernel
def _gather(w) -> None:
    for i in range(w.public_ideology.shape[0]):
        total = 0.0
        for c in range(w.ideology.shape[0]):
            total += w.cohort_weight[c] * w.ideology[c, i]
        w.public_ideology[i] = min(total, 1.0)


@kernel
def _form_government(w, p, goal, fear: float) -> None:
    total = 0.0
    for i in range(w.party_voice.shape[0]):
        goal[i] = (w.party_voice[i] + p.ideology_trace) * exp(p.government_weight[i] + p.government_exposure[i] * fear)
        total += goal[i]
    speed = p.government_speed_change if w.leader_change[ALLY_SIDE] == 1.0 else p.government_speed
    for i in range(w.government_ideology.shape[0]):
        w.government_ideology[i] = approach(w.government_ideology[i], goal[i] / total, speed)


FIELDS = (
    Field("ideology", ("cohort", "ideology"), "share", 0, 1, "public",
          "Shares of pacifists, realists, nationalists by birth cohort."),
    Field("cohort_weight", ("cohort",), "share", 0, 1, "public",
          "Share of each birth cohort in the ally's adult public."),
    Field("public_ideology", ("ideology",), "share", 0, 1, "public",
          "The three ideologies in the ally's public, all cohorts."),
    Field("government_ideology", ("ideology",), "share", 0, 1, "public",
          "The three ideologies in the ally's government consensus."),
)  # fmt: skip
PARAMS = (
    Param("cohort_birth", ("cohort",), "year", 1800, 2100, "Middle year of birth of the cohort."),
    Param("cohort_entry", (), "share per year", 0, 0.1, "People who come of age in a year, as a share of all adults."),
    Param("death_level", (), "1/year", 0, 0.5, "Deaths per person and year at the pivot age."),
    Param("death_slope", (), "1/year", 0, 0.3, "Growth of mortality with age (Gompertz)."),
    Param("death_pivot", (), "years", 0, 120, "Age at which mortality is given."),
    Param("ideology_rethink", (), "share per quarter", 0, 1,
          "Part of young adults who rethink their view in a quarter."),
    Param("ideology_settling", (), "coefficient", 0, 3, "How much less people rethink with each decade of age."),
    Param("ideology_youth", (), "years", 10, 40, "Age up to which people rethink most."),
    Param("ideology_reinforcement", (), "coefficient", 0, 1.5,
          "How far the views around hold people: below 1 they return to what formed them, above 1 they lock in."),
    Param("ideology_trace", (), "share", 1e-05, 0.02, "Smallest share with which a view still counts."),
    Param("ideology_formed", ("cohort", "ideology"), "share", 0, 1,
          "Shares of pacifists, realists and nationalists that formed the cohort."),
    Param("ideology_threat_realist", (), "coefficient", -3, 5,
          "Draw of threat to the realist view rather than the pacifist, utility."),
    Param("ideology_threat_nationalist", (), "coefficient", -3, 5,
          "Draw of threat to the nationalist view rather than the pacifist, utility."),
    Param("ideology_doubt_realist", (), "coefficient", -3, 5,
          "Draw of fear of abandonment to the realist view, utility."),
    Param("ideology_doubt_nationalist", (), "coefficient", -3, 5,
          "Draw of fear of abandonment to the nationalist view, utility."),
    Param("ideology_history", (), "coefficient", -3, 5,
          "Draw of unsettled history (friction) to the nationalist view, utility."),
    Param("ideology_enemy_realist", (), "coefficient", -3, 3,
          "Draw of remembered losses to the realist view when enemy is blamed, utility."),
    Param("ideology_absence_realist", (), "coefficient", -3, 3,
          "Draw of remembered losses to the realist view when absence is blamed, utility."),
    Param("ideology_entanglement_realist", (), "coefficient", -3, 3,
          "Draw of remembered losses to the realist view when entanglement is blamed, utility."),
    Param("ideology_enemy_nationalist", (), "coefficient", -3, 3,
          "Draw of remembered losses to the nationalist view when enemy is blamed, utility."),
    Param("ideology_absence_nationalist", (), "coefficient", -3, 3,
          "Draw of remembered losses to the nationalist view when absence is blamed, utility."),
    Param("ideology_entanglement_nationalist", (), "coefficient", -3, 3,
          "Draw of remembered losses to the nationalist view when entanglement is blamed, utility."),
    Param("friction_normal", (), "share", 0, 1, "Friction over history at which views are normal."),
    Param("government_weight", ("ideology",), "logit", -5, 5,
          "Weight of each ideology in government beyond its voice, realists 0."),
    Param("government_exposure", ("ideology",), "coefficient", -5, 5,
          "How far threat raises the weight of each ideology in government."),
    Param("government_speed", (), "share per quarter", 0, 1,
          "Part of the way that government consensus goes in a quarter."),
    Param("government_speed_change", (), "share per quarter", 0, 1,
          "The same in a quarter in which the leader changes."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Generations replace each other and rethink; government turns what parties and threat say into policy.",
    source=("mannheim_1928", "heginbotham2018", "constitution_polls_2023"),
    systems=("S26", "S27"),
    run=ideology,
)
