"""One quarter, as a table of contents: the mechanisms in the order of the day, each behind its switch.

A frozen mechanism (`Tables.active` 0) leaves its fields at the start value; that is how presets, ablations and the
cut-a-link test work. Crises and campaigns are opened by engine.doors.
"""

from __future__ import annotations

from kaname.core.kernel import shared_kernel
from kaname.model.commitments.adoption import adoption
from kaname.model.commitments.coordination import coordination
from kaname.model.commitments.equality import equality
from kaname.model.commitments.guidelines import guidelines
from kaname.model.commitments.intelligence import intelligence
from kaname.model.commitments.ledger import ledger
from kaname.model.coordination.delay import delay
from kaname.model.crisis.aftermath import aftermath
from kaname.model.crisis.opportunity import opportunity
from kaname.model.crisis.tempo import tempo
from kaname.model.diplomacy.channels import channels
from kaname.model.diplomacy.deal import deal
from kaname.model.diplomacy.engagement import engagement
from kaname.model.diplomacy.framework import framework
from kaname.model.diplomacy.friction import friction
from kaname.model.diplomacy.sanctions import sanctions
from kaname.model.diplomacy.wedge import wedge
from kaname.model.economy.burden import burden
from kaname.model.economy.competition import competition
from kaname.model.economy.debt import debt
from kaname.model.economy.growth import growth
from kaname.model.economy.sea_lanes import sea_lanes
from kaname.model.economy.trade import trade
from kaname.model.engine.doors import clear_quarter, open_crises
from kaname.model.engine.order import PLACE
from kaname.model.engine.score import score
from kaname.model.forces.buildup import buildup
from kaname.model.forces.dispersal import dispersal
from kaname.model.forces.presence import presence
from kaname.model.forces.readiness import readiness
from kaname.model.law.permission import permission
from kaname.model.perception.picture import picture
from kaname.model.perception.signals import signals
from kaname.model.perception.threat import threat
from kaname.model.perception.type_filter import type_filter
from kaname.model.politics.base_opposition import base_opposition
from kaname.model.politics.calendar import calendar
from kaname.model.politics.capital import capital
from kaname.model.politics.consent import consent
from kaname.model.politics.ideology import ideology
from kaname.model.politics.opinion import opinion
from kaname.model.politics.proliferation import proliferation
from kaname.model.stability.arsenal import arsenal
from kaname.model.stability.first_strike import first_strike
from kaname.model.stability.homeland import homeland
from kaname.model.stability.programme import programme

CALENDAR = PLACE["politics.calendar"]
GROWTH = PLACE["economy.growth"]
DEBT = PLACE["economy.debt"]
TRADE = PLACE["economy.trade"]
COMPETITION = PLACE["economy.competition"]
THREAT = PLACE["perception.threat"]
OPINION = PLACE["politics.opinion"]
IDEOLOGY = PLACE["politics.ideology"]
BASE_OPPOSITION = PLACE["politics.base_opposition"]
CAPITAL = PLACE["politics.capital"]
CONSENT = PLACE["politics.consent"]
ADOPTION = PLACE["commitments.adoption"]
BURDEN = PLACE["economy.burden"]
SEA_LANES = PLACE["economy.sea_lanes"]
PRESENCE = PLACE["forces.presence"]
READINESS = PLACE["forces.readiness"]
BUILDUP = PLACE["forces.buildup"]
DISPERSAL = PLACE["forces.dispersal"]
PROGRAMME = PLACE["stability.programme"]
ARSENAL = PLACE["stability.arsenal"]
HOMELAND = PLACE["stability.homeland"]
FIRST_STRIKE = PLACE["stability.first_strike"]
SANCTIONS = PLACE["diplomacy.sanctions"]
FRICTION = PLACE["diplomacy.friction"]
WEDGE = PLACE["diplomacy.wedge"]
DEAL = PLACE["diplomacy.deal"]
FRAMEWORK = PLACE["diplomacy.framework"]
ENGAGEMENT = PLACE["diplomacy.engagement"]
CHANNELS = PLACE["diplomacy.channels"]
GUIDELINES = PLACE["commitments.guidelines"]
LEDGER = PLACE["commitments.ledger"]
COORDINATION = PLACE["commitments.coordination"]
INTELLIGENCE = PLACE["commitments.intelligence"]
EQUALITY = PLACE["commitments.equality"]
SIGNALS = PLACE["perception.signals"]
TYPE_FILTER = PLACE["perception.type_filter"]
PERMISSION = PLACE["law.permission"]
DELAY = PLACE["coordination.delay"]
PICTURE = PLACE["perception.picture"]
TEMPO = PLACE["crisis.tempo"]
OPPORTUNITY = PLACE["crisis.opportunity"]
AFTERMATH = PLACE["crisis.aftermath"]
PROLIFERATION = PLACE["politics.proliferation"]
SCORE = PLACE["engine.score"]


@shared_kernel
def quarter(w, p, turn) -> None:
    """Run one quarter of the world `w` in place."""
    on = turn.tables.active
    if on[CALENDAR] == 1:
        calendar(w, p, turn)
    if on[GROWTH] == 1:
        growth(w, p, turn)
    if on[DEBT] == 1:
        debt(w, p, turn)
    if on[TRADE] == 1:
        trade(w, p, turn)
    if on[COMPETITION] == 1:
        competition(w, p, turn)
    if on[THREAT] == 1:
        threat(w, p, turn)
    if on[OPINION] == 1:
        opinion(w, p, turn)
    if on[IDEOLOGY] == 1:
        ideology(w, p, turn)
    if on[BASE_OPPOSITION] == 1:
        base_opposition(w, p, turn)
    if on[CAPITAL] == 1:
        capital(w, p, turn)
    if on[CONSENT] == 1:
        consent(w, p, turn)
    if on[ADOPTION] == 1:
        adoption(w, p, turn)
    if on[BURDEN] == 1:
        burden(w, p, turn)
    if on[SEA_LANES] == 1:
        sea_lanes(w, p, turn)
    if on[PRESENCE] == 1:
        presence(w, p, turn)
    if on[READINESS] == 1:
        readiness(w, p, turn)
    if on[BUILDUP] == 1:
        buildup(w, p, turn)
    if on[DISPERSAL] == 1:
        dispersal(w, p, turn)
    if on[PROGRAMME] == 1:
        programme(w, p, turn)
    if on[ARSENAL] == 1:
        arsenal(w, p, turn)
    if on[HOMELAND] == 1:
        homeland(w, p, turn)
    if on[FIRST_STRIKE] == 1:
        first_strike(w, p, turn)
    if on[SANCTIONS] == 1:
        sanctions(w, p, turn)
    if on[FRICTION] == 1:
        friction(w, p, turn)
    if on[WEDGE] == 1:
        wedge(w, p, turn)
    if on[DEAL] == 1:
        deal(w, p, turn)
    if on[FRAMEWORK] == 1:
        framework(w, p, turn)
    if on[ENGAGEMENT] == 1:
        engagement(w, p, turn)
    if on[CHANNELS] == 1:
        channels(w, p, turn)
    if on[GUIDELINES] == 1:
        guidelines(w, p, turn)
    if on[LEDGER] == 1:
        ledger(w, p, turn)
    if on[COORDINATION] == 1:
        coordination(w, p, turn)
    if on[INTELLIGENCE] == 1:
        intelligence(w, p, turn)
    if on[EQUALITY] == 1:
        equality(w, p, turn)
    if on[SIGNALS] == 1:
        signals(w, p, turn)
    if on[TYPE_FILTER] == 1:
        type_filter(w, p, turn)
    if on[PERMISSION] == 1:
        permission(w, p, turn)
    if on[DELAY] == 1:
        delay(w, p, turn)
    if on[PICTURE] == 1:
        picture(w, p, turn)
    if on[TEMPO] == 1:
        tempo(w, p, turn)
    clear_quarter(w)
    if on[OPPORTUNITY] == 1:
        opportunity(w, p, turn)
    open_crises(w, p, turn)
    if on[AFTERMATH] == 1:
        aftermath(w, p, turn)
    if on[PROLIFERATION] == 1:
        proliferation(w, p, turn)
    if on[SCORE] == 1:
        score(w, p, turn)
