"""Days from the first act to a joint response: what law takes, and what politics and habit add or save.

delay[k, d] = hours[k, d] / 24 x factor[d], hours triangular from the law table at the stage of a first response
  recognition  x (1 + per_question x undetermined)(1 - warning x known)(1 - own x isr / (isr + half))(1 - triggers)
               x (1 - delegated);   known = 1 - (1 - intelligence)(1 - partner x trilateral) before the proliferator
  cabinet      x (1 + window)(1 + reluctance x (1 - support for force)) x (1 - delegated)
  parliament   x (1 + window)
  joint        x (1 + parallel x (1 - combined))(1 + without_habit x (1 - habit))(1 + unconsulted x
               (1 - consultation))(1 + per_question x questions)(1 + window)
  delegated = predelegation_reach x decision_predelegation where the law permits a first response and the treaty's
  coverage is not in doubt, else 0: a delegation cannot give a power that the law withholds.
decision_days = sum over d; law_days = what the hours of the table alone would give; politics_days = the rest, 0 or
more (habit and delegation can save more than politics costs).

Clock: quarter (days inside). Legal delay may be near zero (a Cabinet by telephone since 2015, approval afterwards);
recognition and politics are often the bottleneck.
Source: law room; published times of decisions; the four waiting times are never more than distributions.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import clip, ratio
from kaname.core.slots import SLOT
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import triangular
from kaname.words.axes import (
    ALLY_SIDE,
    ARMED_ATTACK,
    CABINET,
    GRAY_ZONE,
    ISR_CYBER,
    PARLIAMENT,
    POLICE_RESPONSE,
    PROTECTOR_SIDE,
    RECOGNITION,
    SURVIVAL_THREATENING,
)
from kaname.words.declare import Field, Param
from kaname.words.levers import LEVER

HOURS_PER_DAY = 24.0
LONGEST = 1000.0
YES, UNDETERMINED = 1, 2
LOW, MODE, HIGH = 0, 1, 2
SLOTS = (SLOT["delay_recognition"], SLOT["delay_cabinet"], SLOT["delay_parliament"], SLOT["delay_joint"])
DECISION_PREDELEGATION = LEVER["decision_predelegation"]
COMMAND_MODE = LEVER["command_mode"]
TRIGGERS = LEVER["triggers"]


@kernel
def delay(w, p, turn) -> None:
    """Draw the four waiting times of every contingency and add them up."""
    hours = turn.tables.law_delay
    for k in range(w.decision_days.shape[0]):
        saved = 1.0 - _delegated(w, p, k)
        law, days = 0.0, 0.0
        for d in range(w.delay.shape[1]):
            stage = _stage(p, k, d)
            low, mode = hours[turn.quarter, k, stage, d, LOW], hours[turn.quarter, k, stage, d, MODE]
            high = hours[turn.quarter, k, stage, d, HIGH]
            legal = triangular(turn, SLOTS[d], k, low, mode, high) / HOURS_PER_DAY
            w.delay[k, d] = clip(legal * _factor(w, p, k, d, saved), 0.0, LONGEST)
            law += legal
            days += w.delay[k, d]
        w.decision_days[k] = min(days, LONGEST)
        w.law_days[k] = min(law, LONGEST)
        w.politics_days[k] = max(w.decision_days[k] - w.law_days[k], 0.0)


@kernel
def _stage(p, k: int, d: int) -> int:
    """A first response at home is recognised in the gray zone, the rest decided once the armed attack has occurred; in
    another's contingency it is the threat to the ally's survival that has to be found and decided."""
    if p.target[k] != p.ally:
        return SURVIVAL_THREATENING
    return GRAY_ZONE if d == RECOGNITION else ARMED_ATTACK


@kernel
def _delegated(w, p, k: int) -> float:
    """Share of the first response's time that was delegated in advance, within the law."""
    if w.permit[k, POLICE_RESPONSE] != YES or w.covered[k] == UNDETERMINED:
        return 0.0
    return p.predelegation_reach * w.lever[DECISION_PREDELEGATION]


@kernel
def _factor(w, p, k: int, d: int, saved: float) -> float:
    """What politics, doubt and habit make of the legal time of step d."""
    if d == RECOGNITION:
        doubt = 1.0 + p.recognition_per_question * w.undetermined[k]
        seen = (1.0 - p.recognition_warning * _known(w, p, k)) * (1.0 - p.recognition_triggers * w.lever[TRIGGERS])
        sensors = w.stock[p.ally, ISR_CYBER]
        seen *= 1.0 - p.recognition_own * ratio(sensors, sensors + p.recognition_half, 0.0)
        return doubt * seen * saved
    if d == CABINET:
        pressed = 1.0 + p.cabinet_window * w.window[ALLY_SIDE]
        return pressed * (1.0 + p.cabinet_reluctance * (1.0 - w.support_force)) * saved
    if d == PARLIAMENT:
        return 1.0 + p.parliament_window * w.window[ALLY_SIDE]
    chains = 1.0 + p.joint_parallel * (1.0 - w.lever[COMMAND_MODE])
    practice = 1.0 + p.joint_without_habit * (1.0 - w.habit)
    strangers = 1.0 + p.joint_unconsulted * (1.0 - w.consultation_level)
    return chains * practice * strangers * _joint_doubt(w, p, k)


@kernel
def _known(w, p, k: int) -> float:
    """What intelligence shared with the protector, and with the partner about the proliferator, lets one know early."""
    ignorant = 1.0 - w.intelligence_level
    if p.challenger[k] == p.proliferator:
        ignorant *= 1.0 - p.recognition_partner * w.trilateral_level
    return 1.0 - ignorant


@kernel
def _joint_doubt(w, p, k: int) -> float:
    """Allies who must first agree what the treaty says lose time over it; so do those before an election."""
    questions = w.undetermined[k]
    if w.covered[k] == UNDETERMINED:
        questions += 1.0
    return (1.0 + p.joint_per_question * questions) * (1.0 + p.joint_window * w.window[PROTECTOR_SIDE])


FIELDS = (
    Field("delay", ("contingency", "delay"), "days", 0, 1000, "hidden",
          "Days each step of decision would take in a crisis this quarter."),
    Field("decision_days", ("contingency",), "days", 0, 1000, "hidden",
          "Days from first act to joint response in a reference crisis."),
    Field("law_days", ("contingency",), "days", 0, 1000, "hidden", "Part of those days that law alone would take."),
    Field("politics_days", ("contingency",), "days", 0, 1000, "hidden",
          "Part of those days that politics adds to what law would take."),
)  # fmt: skip
PARAMS = (
    Param("recognition_per_question", (), "coefficient", 0, 5,
          "Recognition time added per open question of law, as a share."),
    Param("recognition_warning", (), "share", 0, 1, "Share of recognition time that full intelligence sharing saves."),
    Param("recognition_partner", (), "share", 0, 1,
          "How far cooperation with the partner gives the warning that intelligence does, before the proliferator."),
    Param("recognition_own", (), "share", 0, 1, "Share of recognition time that the ally's own sensors can save."),
    Param("recognition_half", (), "units of the class", 1, 1000,
          "The ally's units of reconnaissance and cyber at which half of that is saved."),
    Param("recognition_triggers", (), "share", 0, 1, "Share of recognition time that fully agreed triggers save."),
    Param("cabinet_window", (), "coefficient", 0, 10, "Cabinet time added in an election window, as a share."),
    Param("cabinet_reluctance", (), "coefficient", 0, 10,
          "Cabinet time added where nobody supports the use of force, as a share."),
    Param("predelegation_reach", (), "share", 0, 1,
          "Share of recognition and Cabinet time of a first response that could be delegated."),
    Param("parliament_window", (), "coefficient", 0, 10, "Parliament's time added in an election window, as a share."),
    Param("joint_parallel", (), "coefficient", 0, 5,
          "Joint decision time added by parallel instead of combined command, as a share."),
    Param("joint_without_habit", (), "coefficient", 0, 10,
          "Joint decision time added where coordination was never practised, as a share."),
    Param("joint_unconsulted", (), "coefficient", 0, 5,
          "Joint decision time added where the protector never consults the ally, as a share."),
    Param("joint_per_question", (), "coefficient", 0, 5,
          "Joint decision time added per open question of law, as a share."),
    Param("joint_window", (), "coefficient", 0, 10,
          "Joint decision time added in the protector's election window, as a share."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Days of recognition, Cabinet, parliament and joint decision: the law's time, stretched by politics.",
    source=("heginbotham2018", "pacificforum2013", "pollmann2019"),
    systems=("S04", "S06", "S07", "S09", "S25", "S46"),
    run=delay,
    core=True,
)
