"""The steps of a bargain: put on the table, consented to or refused, in force after a lag, kept or lapsed.

unchanged -> offered    when the sides concerned have offer_capital and no election before them, and the agenda has room
offered   -> agreed     when every body whose consent is required agrees: by its probability, or a person's answer
          -> refused    when one does not; offered again after refusal_wait
agreed    -> in force   after lever_lag: lever = start + done (target - start), done triangular (low, mode, 1)
in force  -> lapsed     a promise, each quarter with lapse_probability[type]: the lever falls back to its start
lapsed    -> in force   with return_probability[type], with a new draw of what is done
A side is concerned if one of its bodies must consent; a step that needs nobody's consent needs no capital either.
Adoption "at once" puts every step in force in full in the first quarter, and nothing lapses: the bargain as written.

Clock: quarter. Units: each lever's own; lever_wait counts quarters to effect or to a new offer, and is 1 in the quarter
of a lapse.
Source: ratification as a second level (Putnam 1988); the same rules for every bargain.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.slots import SLOT
from kaname.model.world.log import note
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.seats import QUESTION, choose_by_chance
from kaname.model.world.turn import triangular, uniform
from kaname.words.axes import ALLY_SIDE, PROTECTOR_SIDE
from kaname.words.declare import Field, Param
from kaname.words.events import KIND
from kaname.words.levers import AGREED, CONSENTERS, IN_FORCE, LAPSED, OFFERED, REFUSED

AT_ONCE = 1
CONSENT, COMPLIANCE = SLOT["consent"], SLOT["compliance"]
KEEPING = 1024
BODIES = 8
LEVER_CONSENT = QUESTION["lever_consent"]
ALLY_PARLIAMENT = CONSENTERS.index("ally_parliament")
FIRST_OF_PROTECTOR = CONSENTERS.index("protector_executive")
STEP = KIND["lever"]
ANSWERS, CHANCES = 0, 1
REFUSE, AGREE = 0, 1
LAW_FORBIDS = 0
ONE_QUARTER = 1.0


@kernel
def adoption(w, p, turn) -> None:
    """Ask for every consent that is due, then move every step that the bargain asks for."""
    if p.adoption == AT_ONCE:
        _adopt_as_written(w, p, turn)
        return
    answers = turn.scratch[ANSWERS]
    room = p.agenda_room
    for number in range(w.lever.shape[0]):
        answers[number] = 0.0
        if w.lever_state[number] == OFFERED:
            room -= 1.0
            answers[number] = _ask(w, p, turn, number)
    for number in range(w.lever.shape[0]):
        if p.lever_asked[number] > 0.0:
            room -= _move(w, p, turn, number, answers[number], room)


@kernel
def _adopt_as_written(w, p, turn) -> None:
    for number in range(w.lever.shape[0]):
        if p.lever_asked[number] > 0.0 and w.lever_state[number] != IN_FORCE:
            w.lever[number] = p.lever_target[number]
            _enter(w, turn, p.ally, number, IN_FORCE, 0.0, 1.0)


@kernel
def _enter(w, turn, actor: int, number: int, state: int, wait: float, consent: float) -> None:
    w.lever_state[number] = state
    w.lever_wait[number] = wait
    note(w, turn, STEP, actor, number, state, consent, w.capital[ALLY_SIDE], w.lever[number], 0.0)


@kernel
def _ask(w, p, turn, number: int) -> float:
    """1 if every body whose consent is required agrees; 0 if one refuses; -1 while a window keeps the step waiting."""
    if _held_up(w, p, number):
        return -1.0
    agreed = 1.0
    chances = turn.scratch[CHANCES]
    for body in range(w.consent.shape[0]):
        if p.lever_consent[number, body] > 0.0:
            agrees = w.consent[body]
            if body == ALLY_PARLIAMENT and p.lever_prevails[number] > 0.0:
                agrees = w.consent_prevailing
            chances[REFUSE], chances[AGREE] = 1.0 - agrees, agrees
            seat = p.protector if body >= FIRST_OF_PROTECTOR else p.ally
            place = number * BODIES + body
            answer = choose_by_chance(w, turn, seat, LEVER_CONSENT, chances, 2, CONSENT, place)
            agreed = min(agreed, float(answer))
    return agreed


@kernel
def _concerned(p, number: int, side: int) -> bool:
    """Whether a body of the side must consent."""
    for body in range(p.lever_consent.shape[1]):
        owner = PROTECTOR_SIDE if body >= FIRST_OF_PROTECTOR else ALLY_SIDE
        if owner == side and p.lever_consent[number, body] > 0.0:
            return True
    return False


@kernel
def _held_up(w, p, number: int) -> bool:
    """Whether a side concerned is before an election."""
    held = False
    for side in range(w.window.shape[0]):
        if w.window[side] > 0.0 and _concerned(p, number, side):
            held = True
    return held


@kernel
def _may_be_offered(w, p, turn, number: int) -> bool:
    """Law allows the step's use, capital suffices and no election is near."""
    if turn.tables.law_lever[turn.quarter, number] == LAW_FORBIDS:
        return False
    return _can_afford(w, p, number) and not _held_up(w, p, number)


@kernel
def _can_afford(w, p, number: int) -> bool:
    for side in range(w.capital.shape[0]):
        if w.capital[side] < p.offer_capital and _concerned(p, number, side):
            return False
    return True


@kernel
def _move(w, p, turn, number: int, answer: float, room: float) -> float:
    """Move one step by one quarter; 1 if it took a place on the agenda, else 0."""
    state = w.lever_state[number]
    if state == OFFERED:
        _take_answer(w, p, turn, number, answer)
    elif state == AGREED:
        _near_effect(w, p, turn, number)
    elif state == IN_FORCE:
        _keep_or_drop(w, p, turn, number)
    elif state == LAPSED:
        _take_up_again(w, p, turn, number)
    elif state == REFUSED and w.lever_wait[number] > 0.0:
        w.lever_wait[number] -= min(ONE_QUARTER, w.lever_wait[number])
    elif room >= 1.0 and _may_be_offered(w, p, turn, number):
        _enter(w, turn, p.ally, number, OFFERED, 0.0, 0.0)
        return 1.0
    return 0.0


@kernel
def _take_answer(w, p, turn, number: int, answer: float) -> None:
    if answer > 0.0:
        _enter(w, turn, p.ally, number, AGREED, p.lever_lag[number], answer)
    elif answer == 0.0:
        _enter(w, turn, p.ally, number, REFUSED, p.refusal_wait, answer)


@kernel
def _near_effect(w, p, turn, number: int) -> None:
    if w.lever_wait[number] > ONE_QUARTER:
        w.lever_wait[number] -= ONE_QUARTER
    else:
        _take_effect(w, p, turn, number)


@kernel
def _take_effect(w, p, turn, number: int) -> None:
    """In force, as far as it is carried out."""
    mode = max(p.compliance_mode, p.compliance_low)
    done = triangular(turn, COMPLIANCE, number, p.compliance_low, mode, 1.0)
    w.lever[number] = p.lever_start[number] + done * (p.lever_target[number] - p.lever_start[number])
    _enter(w, turn, p.ally, number, IN_FORCE, 0.0, 1.0)


@kernel
def _keep_or_drop(w, p, turn, number: int) -> None:
    """A promise is kept by some administrations and dropped by others."""
    if p.lever_promise[number] <= 0.0:
        return
    if uniform(turn, COMPLIANCE, KEEPING + number) < p.lapse_probability[w.administration]:
        w.lever[number] = p.lever_start[number]
        _enter(w, turn, p.protector, number, LAPSED, ONE_QUARTER, 0.0)


@kernel
def _take_up_again(w, p, turn, number: int) -> None:
    w.lever_wait[number] = 0.0
    if uniform(turn, COMPLIANCE, KEEPING + number) < p.return_probability[w.administration]:
        _take_effect(w, p, turn, number)


FIELDS = (
    Field("lever", ("lever",), "unit of the lever", 0, 120, "public", "Value of each lever in force."),
    Field("lever_state", ("lever",), "code", 0, 5, "public",
          "State of each lever: unchanged, offered, refused, agreed, in force, lapsed.", "code"),
    Field("lever_wait", ("lever",), "quarters", 0, 400, "public", "Quarters until an agreed lever takes effect."),
)  # fmt: skip
PARAMS = (
    Param("offer_capital", (), "share", 0, 1,
          "Political capital that each side needs before a step is put on the table."),
    Param("agenda_room", (), "count", 0, 40, "Steps that can be on the table in one quarter."),
    Param("refusal_wait", (), "quarters", 0, 80, "Quarters after a refusal until a step is offered again."),
    Param("compliance_low", (), "share", 0, 1, "Least share of an agreed step that is carried out."),
    Param("compliance_mode", (), "share", 0, 1,
          "Most likely share of an agreed step that is carried out (at least the least)."),
    Param("lapse_probability", ("administration",), "probability per quarter", 0, 1,
          "Chance that the type lets a promise in force lapse."),
    Param("return_probability", ("administration",), "probability per quarter", 0, 1,
          "Chance that the type takes a lapsed promise up again."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Each step of a bargain is offered, consented to or refused, takes effect after a lag, and may lapse.",
    source=("putnam_1988", "pollmann2019", "solomon2018"),
    systems=("S09", "S20", "S23", "S30"),
    run=adoption,
    core=True,
)
