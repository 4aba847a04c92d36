"""Injected crises, driven in one compiled loop each: many worlds up to an eve, thought through, played, looked at.

A table of contents like `engine.run`, for worlds in which an opportunity is put where the ensemble would draw one. The
study lays out what is injected; nothing here chooses anything. World n meets the chance of future `turn.future` + n.
Clock: quarters, moves and days behind the doors. Reads, writes: the worlds given. Source: none needed.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.model.coordination.delay import delay
from kaname.model.crisis.aftermath import aftermath
from kaname.model.crisis.nature import find_legality, true_mean, true_point
from kaname.model.crisis.rounds import begin
from kaname.model.crisis.thinking import think
from kaname.model.engine.doors import open_crises
from kaname.model.engine.quarter import quarter
from kaname.model.engine.run import turn_at
from kaname.model.world.turn import Turn, at
from kaname.words.events import KIND
from kaname.words.moves import PLIES

NOT_MADE = -1
CHALLENGED, LET_PASS, RESPONDED = KIND["challenge"], KIND["no_challenge"], KIND["response"]
GUARANTEED, ANSWERED, SUPPORTED = KIND["guarantor"], KIND["host"], KIND["supporter"]
BY_CHALLENGER, BY_TARGET, BY_GUARANTOR, BY_HOST, BY_SUPPORTER, AGAIN = range(len(PLIES))
KIND_AT, ACTOR_AT, PLACE_AT, MOVE_AT = 2, 3, 4, 5
"""Columns of the log (see world.log.note)."""


@kernel
def timed(turn: Turn, run: int, now: int) -> Turn:
    """The same buffers and tables in quarter `now` of another run, with an empty log."""
    turn.used[:] = 0
    return turn_at(
        turn.seed, run, now, turn.tables, turn.seats, turn.answers, turn.log, turn.used, turn.scratch, turn.board
    )


@kernel
def run_quarters(worlds, params, turn, first: int, last: int) -> None:
    """Run quarters first..last-1 of every world in place."""
    for n in range(worlds.shape[0]):
        for now in range(first, last):
            quarter(worlds[n], params[n], timed(turn, turn.future + n, now))


@kernel
def play_crises(worlds, params, turn, k: int, moves) -> None:
    """Play every world's crises of quarter `turn.quarter` in place, with their aftermath.

    moves: int64[run, ply], the first move of each ply in contingency k, -1 where none was made.
    """
    now = turn.quarter
    for n in range(worlds.shape[0]):
        here = timed(turn, turn.future + n, now)
        open_crises(worlds[n], params[n], here)
        _read_moves(here, k, params[n].challenger[k], moves[n])
        aftermath(worlds[n], params[n], timed(turn, turn.future + n, now))


@kernel
def _read_moves(turn, k: int, challenger: int, moves) -> None:
    """From the log of the crisis just played."""
    moves[:] = NOT_MADE
    for row in range(turn.used[0]):
        line = turn.log[row]
        ply = _ply_of(int(line[KIND_AT]), int(line[ACTOR_AT]) == challenger)
        if ply != NOT_MADE and int(line[PLACE_AT]) == k and moves[ply] == NOT_MADE:
            moves[ply] = int(line[MOVE_AT])


@kernel
def _ply_of(kind: int, by_challenger: bool) -> int:
    if kind in (CHALLENGED, LET_PASS):
        return BY_CHALLENGER
    if kind == RESPONDED:
        return AGAIN if by_challenger else BY_TARGET
    if kind == GUARANTEED:
        return BY_GUARANTOR
    if kind == SUPPORTED:
        return BY_SUPPORTER
    return BY_HOST if kind == ANSWERED else NOT_MADE


@kernel
def leave_in_peace(worlds, params, turn) -> None:
    """The end of a quarter in which no opportunity arose."""
    for n in range(worlds.shape[0]):
        worlds[n].opportunity[:] = 0
        aftermath(worlds[n], params[n], timed(turn, turn.future + n, turn.quarter))


@kernel
def think_through(worlds, params, turn, k: int, odds, value) -> None:
    """Each side's rule and values in contingency k, by run: odds and value float64[run, role, node]."""
    form, board, now = turn.tables.tree[k], turn.board[0], turn.quarter
    for n in range(worlds.shape[0]):
        w, p, here = worlds[n], params[n], at(timed(turn, turn.future + n, now), k, 0)
        begin(board)
        find_legality(w, p, here, k)
        for role in range(form.roles):
            think(w, p, here, k, role, true_point(w, p, here, k, role))
            for c in range(form.nodes):
                odds[n, role, c] = board.own_odds[role, c]
                value[n, role, c] = board.own_value[role, c]


@kernel
def draw_delays(worlds, params, turn) -> None:
    """Draw the waiting times of quarter `turn.quarter` again, in place, with the draws that they had."""
    now = turn.quarter
    for n in range(worlds.shape[0]):
        delay(worlds[n], params[n], timed(turn, turn.future + n, now))


@kernel
def true_means(worlds, params, k: int, role: int, out) -> None:
    """The mean resolve from which nature draws the side in `role`, by run."""
    for n in range(worlds.shape[0]):
        out[n] = true_mean(worlds[n], params[n], k, role)
