"""The doors between the clocks: the one file in which a quarter opens a crisis and a crisis opens a campaign.

A crisis is a plain `if` inside a quarter; fighting hands back to the crisis at days 3, 10 and 30 and ends by terms or,
at the horizon of the campaign, undecided. A frozen campaign leaves its fields as they were: battle then decides on
them. Where battle's choices are frozen nobody settles or joins: the campaign runs to its horizon.
"""

from __future__ import annotations

from kaname.core.kernel import kernel, shared_kernel
from kaname.model.campaign.doors import close_campaign, fight_days, open_campaign
from kaname.model.crisis.battle import continue_fighting
from kaname.model.crisis.deterrence import JUDGED_FUTURES, counterfactual_deterrence
from kaname.model.crisis.response import respond
from kaname.model.crisis.rounds import take_forethought
from kaname.model.engine.order import PLACE
from kaname.model.world.game_form import FIGHTING
from kaname.model.world.log import chain, note
from kaname.model.world.turn import at
from kaname.words.axes import END_UNDECIDED
from kaname.words.declare import Field
from kaname.words.events import KIND
from kaname.words.moves import ARMED_RUNG

CAMPAIGN = PLACE["campaign.day"]
BATTLE = PLACE["crisis.battle"]
RESPONSE = PLACE["crisis.response"]
DETERRENCE = PLACE["crisis.deterrence"]
ENDING = KIND["ending"]
HAND_BACK_DAYS = (3, 10, 30, 60, 90)
CAMPAIGN_STEP = 1024


@kernel
def clear_quarter(w) -> None:
    """Forget last quarter's crises and losses, which the strategic mechanisms have read by now."""
    for k in range(w.ending.shape[0]):
        w.ending[k] = 0
        w.rung[k] = 0
        w.conduct[k] = 0.0
        w.access[k] = 0
    for a in range(w.losses.shape[0]):
        w.struck[a] = 0.0
        w.bases_struck[a] = 0.0
        w.landing_sunk[a] = 0.0
        for f in range(w.losses.shape[1]):
            w.losses[a, f] = 0.0
        if w.witness[a] == 1:
            w.witness[a] = 0
            for g in range(w.crisis_evidence.shape[1]):
                w.crisis_evidence[a, g] = 0.0


@shared_kernel
def open_crises(w, p, turn) -> None:
    """Each opportunity of the quarter in its turn: the challenger decides, others answer, and it may come to war."""
    if turn.tables.active[RESPONSE] == 0:
        return
    if _is_judged(p, turn):
        w.deterrence_viewed = 1
    for k in range(w.opportunity.shape[0]):
        if w.opportunity[k] > 0:
            _crisis(w, p, turn, k)


@kernel
def _is_judged(p, turn) -> bool:
    """Whether opportunities of this future are judged with a view taken away: of the first ones, or of all."""
    return turn.tables.active[DETERRENCE] == 1 and (p.deterrence_views == 1 or turn.future < JUDGED_FUTURES)


@kernel
def _crisis(w, p, turn, k: int) -> None:
    here = at(turn, k, 0)
    if w.deterrence_viewed == 1:
        take_forethought(turn.board[0], counterfactual_deterrence(w, p, here, k))
    ending = respond(w, p, here, k)
    if ending == FIGHTING:
        ending = _fight(w, p, turn, k)
    w.ending[k] = ending
    w.total_endings[k, ending] += 1
    if w.rung[k] >= ARMED_RUNG:
        chain(w, turn, ENDING, k, ending)


@kernel
def _fight(w, p, turn, k: int) -> int:
    """Days of fighting, handed back to the crisis at fixed days; the ending's place on the ending axis."""
    ending = 0
    running = turn.tables.active[CAMPAIGN] == 1
    if running:
        open_campaign(w, p, at(turn, k, CAMPAIGN_STEP), k)
    for day in HAND_BACK_DAYS:
        if ending == 0:
            if running:
                fight_days(w, p, turn, k, day)
            if turn.tables.active[BATTLE] == 1:
                ending = continue_fighting(w, p, at(turn, k, CAMPAIGN_STEP + CAMPAIGN_STEP + day), k)
    if running:
        close_campaign(w, p, at(turn, k, CAMPAIGN_STEP), k)
    if ending == 0:
        ending = END_UNDECIDED
    note(w, turn, ENDING, p.challenger[k], k, ending, w.camp_day, w.camp_control, w.camp_force_in_being, w.camp_arrival)
    return ending


FIELDS = (
    Field("ending", ("contingency",), "code", 0, 7, "public",
          "How the quarter's crisis ended (place on the ending axis); 0 none.", "code"),
    Field("crisis_evidence", ("observer", "administration"), "log likelihood", -50, 0, "observer",
          "What the quarter's crises say of the protector's leadership type to an observer that took part."),
    Field("total_endings", ("contingency", "ending"), "count", 0, 1e9, "hidden", "Crises so far by ending.", "count"),
    Field("deterrence_viewed", (), "code", 0, 1, "hidden",
          "1 where this future's opportunities are judged with a view taken away.", "code"),
)  # fmt: skip
