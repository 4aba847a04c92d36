"""One quarter: the mechanisms in the order of the day, each behind its switch.

Made by `make order`: edits are lost.

A frozen mechanism (`Tables.active` 0) leaves its fields at the start value; that is how presets, ablations
and the cut-a-link test work. Crises and campaigns, and what is asked within them, are opened by the doors.
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
from kaname.model.crisis.guarantee import guarantee
from kaname.model.crisis.opportunity import opportunity
from kaname.model.crisis.temper import temper
from kaname.model.crisis.tempo import tempo
from kaname.model.diplomacy.bridge import bridge
from kaname.model.diplomacy.channels import channels
from kaname.model.diplomacy.deal import deal
from kaname.model.diplomacy.engagement import engagement
from kaname.model.diplomacy.framework import framework
from kaname.model.diplomacy.friction import friction
from kaname.model.diplomacy.mediation import mediation
from kaname.model.diplomacy.neighbours import neighbours
from kaname.model.diplomacy.sanctions import sanctions
from kaname.model.diplomacy.wedge import wedge
from kaname.model.economy.burden import burden
from kaname.model.economy.competition import competition
from kaname.model.economy.debt import debt
from kaname.model.economy.growth import growth
from kaname.model.economy.pact import pact
from kaname.model.economy.sea_lanes import sea_lanes
from kaname.model.economy.trade import trade
from kaname.model.engine.doors import clear_quarter, open_crises
from kaname.model.engine.score import score
from kaname.model.forces.buildup import buildup
from kaname.model.forces.dispersal import dispersal
from kaname.model.forces.presence import presence
from kaname.model.forces.readiness import readiness
from kaname.model.forces.reinforcement import reinforcement
from kaname.model.law.permission import permission
from kaname.model.law.rear_area import rear_area
from kaname.model.perception.picture import picture
from kaname.model.perception.signals import signals
from kaname.model.perception.threat import threat
from kaname.model.perception.type_filter import type_filter
from kaname.model.politics.base_opposition import base_opposition
from kaname.model.politics.calendar import calendar
from kaname.model.politics.capital import capital
from kaname.model.politics.consent import consent
from kaname.model.politics.disaster import disaster
from kaname.model.politics.ideology import ideology
from kaname.model.politics.opinion import opinion
from kaname.model.politics.parliament import parliament
from kaname.model.politics.proliferation import proliferation
from kaname.model.politics.reckoning import reckoning
from kaname.model.politics.votes import votes
from kaname.model.stability.arsenal import arsenal
from kaname.model.stability.exposure import exposure
from kaname.model.stability.first_strike import first_strike
from kaname.model.stability.homeland import homeland
from kaname.model.stability.need import need
from kaname.model.stability.programme import programme


@shared_kernel
def quarter(w, p, turn) -> None:
    """Run one quarter of the world `w` in place."""
    on = turn.tables.active
    if on[0] == 1:
        calendar(w, p, turn)
    if on[1] == 1:
        parliament(w, p, turn)
    if on[2] == 1:
        growth(w, p, turn)
    if on[3] == 1:
        debt(w, p, turn)
    if on[4] == 1:
        pact(w, p, turn)
    if on[5] == 1:
        trade(w, p, turn)
    if on[6] == 1:
        competition(w, p, turn)
    if on[7] == 1:
        threat(w, p, turn)
    if on[8] == 1:
        opinion(w, p, turn)
    if on[9] == 1:
        reckoning(w, p, turn)
    if on[10] == 1:
        ideology(w, p, turn)
    if on[11] == 1:
        base_opposition(w, p, turn)
    if on[12] == 1:
        capital(w, p, turn)
    if on[13] == 1:
        votes(w, p, turn)
    if on[14] == 1:
        consent(w, p, turn)
    if on[15] == 1:
        adoption(w, p, turn)
    if on[16] == 1:
        burden(w, p, turn)
    if on[17] == 1:
        sea_lanes(w, p, turn)
    if on[18] == 1:
        presence(w, p, turn)
    if on[19] == 1:
        reinforcement(w, p, turn)
    if on[20] == 1:
        readiness(w, p, turn)
    if on[21] == 1:
        buildup(w, p, turn)
    if on[22] == 1:
        dispersal(w, p, turn)
    if on[23] == 1:
        programme(w, p, turn)
    if on[24] == 1:
        arsenal(w, p, turn)
    if on[25] == 1:
        exposure(w, p, turn)
    if on[26] == 1:
        homeland(w, p, turn)
    if on[27] == 1:
        first_strike(w, p, turn)
    if on[28] == 1:
        need(w, p, turn)
    if on[29] == 1:
        mediation(w, p, turn)
    if on[30] == 1:
        sanctions(w, p, turn)
    if on[31] == 1:
        friction(w, p, turn)
    if on[32] == 1:
        wedge(w, p, turn)
    if on[33] == 1:
        deal(w, p, turn)
    if on[34] == 1:
        framework(w, p, turn)
    if on[35] == 1:
        bridge(w, p, turn)
    if on[36] == 1:
        engagement(w, p, turn)
    if on[37] == 1:
        channels(w, p, turn)
    if on[38] == 1:
        neighbours(w, p, turn)
    if on[39] == 1:
        guidelines(w, p, turn)
    if on[40] == 1:
        ledger(w, p, turn)
    if on[41] == 1:
        coordination(w, p, turn)
    if on[42] == 1:
        intelligence(w, p, turn)
    if on[43] == 1:
        equality(w, p, turn)
    if on[44] == 1:
        guarantee(w, p, turn)
    if on[45] == 1:
        signals(w, p, turn)
    if on[46] == 1:
        type_filter(w, p, turn)
    if on[47] == 1:
        permission(w, p, turn)
    if on[48] == 1:
        delay(w, p, turn)
    if on[49] == 1:
        picture(w, p, turn)
    if on[50] == 1:
        temper(w, p, turn)
    if on[51] == 1:
        tempo(w, p, turn)
    clear_quarter(w)
    if on[52] == 1:
        opportunity(w, p, turn)
    open_crises(w, p, turn)
    if on[57] == 1:
        rear_area(w, p, turn)
    if on[58] == 1:
        disaster(w, p, turn)
    if on[59] == 1:
        aftermath(w, p, turn)
    if on[60] == 1:
        proliferation(w, p, turn)
    if on[61] == 1:
        score(w, p, turn)
