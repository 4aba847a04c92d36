"""The subset, compiled: the project's own kernels, driven by a loop as short as the engine's.

A quarter: economy.growth, politics.opinion, economy.burden, commitments.ledger. In the first quarter of each year also
one forced crisis and one salvo day.
Crisis: the opening is forced (each challenge in its turn), every side that comes to move thinks (its theory of each
type of each other side, Bayes along the history, own play backward: crisis.solve and crisis.thinking) and draws its
move. Payoffs and gates of its picture are laid out beforehand and not counted, here or in Mesa; nobody misreads.
Salvo day: repair, missile salvo through two layers on bases, exchange in the air, at sea and below it, landing ships
among what is fired at. No host fights beside the target, and no war ends, so that none cuts trade.
Links: rung and conduct of the crisis are read by the ledger, aircraft lost by opinion and growth, a quarter later.

Clock: quarter, move, day. Units: those of the world. Source: none needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import numpy as np

from kaname.compile.compiled import Compiled, compile_study
from kaname.core.kernel import kernel
from kaname.core.slots import SLOT
from kaname.model.campaign.bases import repair
from kaname.model.campaign.day import DAY_STEP
from kaname.model.campaign.draws import chance_of
from kaname.model.campaign.exchange import exchange
from kaname.model.campaign.missiles import BASES_FIRST, missile_salvo
from kaname.model.campaign.opening import open_campaign
from kaname.model.campaign.posture import engaged_share
from kaname.model.commitments.ledger import ledger
from kaname.model.crisis.nature import find_legality, true_mean, true_point
from kaname.model.crisis.thinking import actor_in, mean_resolve, picture_of, reconsider
from kaname.model.economy.burden import burden
from kaname.model.economy.growth import growth
from kaname.model.engine.run import QUARTERS_PER_YEAR, turn_at
from kaname.model.politics.opinion import opinion
from kaname.model.world.board import BARRED, ROLE_COUNT
from kaname.model.world.game_form import MOST_NODES, NODE_ARRAYS
from kaname.model.world.room import empty_room
from kaname.model.world.seats import QUESTION, choose_by_chance
from kaname.model.world.turn import at
from kaname.words.axes import AIR
from kaname.words.moves import CHALLENGER, FIGHT, GUARANTOR, SUPPORT, TARGET

SLOT_MOVE, ASKED = SLOT["crisis_move"], QUESTION["crisis_move"]
GATE_ROW, OWN_GATE_ROW, MEANS_ROW, TRUE_ROW, PICTURE_ROWS = range(8, 13)
PEOPLE_PER_AIRCRAFT = 0.001


@dataclass(frozen=True)
class Ground:
    """What both versions start from: worlds, parameters and pictures of some futures, and the compiled scenario.

    contingency: the place of the one whose crisis and salvo day are played. pictures: float64[future, role, row, node].
    """

    compiled: Compiled
    contingency: int
    seed: int
    start: np.recarray
    params: np.recarray
    pictures: np.ndarray

    def layout(self) -> list[SimpleNamespace]:
        """The nodes of the tree as ordinary objects with Python numbers."""
        form = self.compiled.tables.tree[self.contingency]
        return [SimpleNamespace(**{name: int(form[name][n]) for name in NODE_ARRAYS}) for n in range(form.nodes)]


@kernel
def lay(start, params, tables, seed, k, seats, answers, log, used, scratch, board, pictures):
    """Commit forces to a campaign over k, and lay out every side's picture of a crisis there, for each future."""
    for n in range(params.shape[0]):
        w, p = start[n], params[n]
        turn = turn_at(seed, n, 0, tables, seats, answers, log, used, scratch, board)
        p.attrition_theory = 0
        p.firing_policy = 0
        w.camp_plan = BASES_FIRST
        w.camp_arrival = 0.0
        w.camp_host_fire = 0
        open_campaign(w, p, turn, k)
        w.camp_released = 1
        form = tables.tree[k]
        find_legality(w, p, turn, k)
        for role in range(form.roles):
            picture_of(w, p, turn, k, role)
            keep_picture(turn.board[0], form.nodes, pictures[n, role])
            pictures[n, role, TRUE_ROW, 0] = true_mean(w, p, k, role)
            pictures[n, role, TRUE_ROW, 1] = turn.board[0].precision
            for other in range(ROLE_COUNT):
                mean = mean_resolve(w, p, k, actor_in(p, k, role), other)
                pictures[n, role, MEANS_ROW, 2 * ROLE_COUNT + other] = mean


@kernel
def keep_picture(board, nodes, picture):
    for i in range(nodes):
        for r in range(ROLE_COUNT):
            picture[r, i] = board.payoff_fixed[r, i]
            picture[ROLE_COUNT + r, i] = board.payoff_resolve[r, i]
        picture[GATE_ROW, i] = board.legality[i]
        picture[OWN_GATE_ROW, i] = board.own_legality[i]
    for r in range(ROLE_COUNT):
        picture[MEANS_ROW, r] = board.mean_resolve[r]
        picture[MEANS_ROW, ROLE_COUNT + r] = board.mean_law[r]


@kernel
def hold_picture(board, nodes, picture):
    for i in range(nodes):
        for r in range(ROLE_COUNT):
            board.payoff_fixed[r, i] = picture[r, i]
            board.payoff_resolve[r, i] = picture[ROLE_COUNT + r, i]
        board.legality[i] = picture[GATE_ROW, i]
        board.own_legality[i] = picture[OWN_GATE_ROW, i]
    for r in range(ROLE_COUNT):
        board.mean_resolve[r] = picture[MEANS_ROW, r]
        board.mean_law[r] = picture[MEANS_ROW, ROLE_COUNT + r]
    board.precision = picture[TRUE_ROW, 1]


@kernel
def run_subset(
    start, world, words, params, pictures, tables, seed, years, k, parts, seats, answers, log, used, scratch, board,
    worlds, crises,
):  # fmt: skip
    """Run the subset for each future; start, worlds: the first and last world of each, as words int64[future, word].

    world: a record array of length 1 to run them in; words: the same bytes as words. parts: int64[3], 1 where the four
    mechanisms, the crisis, the salvo day take part. crises: float64[future, year, 1 + role]: the crisis's last node
    and, for each side that thought, the value of the whole game to it (0 for others).
    """
    w = world[0]
    for n in range(params.shape[0]):
        for i in range(words.shape[0]):
            words[i] = start[n, i]
        p = params[n]
        for now in range(years * QUARTERS_PER_YEAR):
            turn = turn_at(seed, n, now, tables, seats, answers, log, used, scratch, board)
            if parts[0] == 1:
                strategic_quarter(w, p, turn)
            w.rung[k] = 0
            w.conduct[k] = 0.0
            w.casualties[p.target[k]] = 0.0
            if now % QUARTERS_PER_YEAR == 0 and parts[1] == 1:
                crisis(w, p, turn, k, pictures[n], now // QUARTERS_PER_YEAR, crises[n, now // QUARTERS_PER_YEAR])
            if now % QUARTERS_PER_YEAR == 0 and parts[2] == 1:
                salvo_day(w, p, turn, k)
        for i in range(words.shape[0]):
            worlds[n, i] = words[i]


@kernel
def strategic_quarter(w, p, turn):
    growth(w, p, turn)
    opinion(w, p, turn)
    burden(w, p, turn)
    ledger(w, p, turn)


@kernel
def crisis(w, p, turn, k, pictures, year, out):
    """One forced crisis: the opening is the year's, every later move is thought through and drawn."""
    tree, board = turn.tables.tree[k], turn.board[0]
    for r in range(tree.roles):
        board.has_thought[r] = 0
        out[1 + r] = 0.0
    think_once(w, p, turn, k, pictures, 0, out)
    node, ply = tree.first[0] + 1 + year % (tree.children[0] - 1), 1
    while tree.children[node] > 0:
        role = tree.owner[node]
        here = at(turn, k, ply)
        think_once(w, p, turn, k, pictures, role, out)
        node = tree.first[node] + choose_move(w, p, here, k, role, node)
        ply += 1
    out[0] = node
    w.rung[k] = tree.height[node]
    if tree.guarantee[node] == FIGHT:
        w.conduct[k] = 1.0
    elif tree.guarantee[node] == SUPPORT:
        w.conduct[k] = 0.5


@kernel
def think_once(w, p, turn, k, pictures, role, out):
    board = turn.board[0]
    if board.has_thought[role] == 1:
        return
    board.has_thought[role] = 1
    here = at(turn, k, 0)
    hold_picture(board, turn.tables.tree[k].nodes, pictures[role])
    reconsider(w, p, turn, k, role, true_point(w, p, here, k, role))
    out[1 + role] = board.own_value[role, 0]


@kernel
def choose_move(w, p, turn, k, role, node):
    tree, board = turn.tables.tree[k], turn.board[0]
    first, count = tree.first[node], tree.children[node]
    for i in range(count):
        board.chances[i] = board.own_odds[role, first + i]
    move = choose_by_chance(w, turn, actor_in(p, k, role), ASKED, board.chances, count, SLOT_MOVE, role)
    while move > 0 and board.own_legality[first + move] == BARRED:
        move -= 1
    return move


@kernel
def salvo_day(w, p, turn, k):
    """One more day of the campaign that was laid out: repair, missiles on bases, exchange of salvoes."""
    w.camp_day += 1.0
    chance = chance_of(turn, k, DAY_STEP + int(w.camp_day))
    before = w.camp_units[TARGET, AIR]
    repair(w, p, chance)
    missile_salvo(w, p, chance, k)
    engaged = engaged_share(w, p, k, CHALLENGER)
    exchange(w, p, chance, k, engaged, engaged_share(w, p, k, TARGET), engaged_share(w, p, k, GUARANTOR), 0.0)
    w.casualties[p.target[k]] = PEOPLE_PER_AIRCRAFT * (before - w.camp_units[TARGET, AIR])


def ground_of(futures: int, seed: int = 1) -> Ground:
    """Lay out the ground for that many futures of the shipped scenario, over the contingency with the largest tree."""
    compiled = compile_study("us-japan", ["as_is"])
    k = int(np.argmax(compiled.tables.tree.nodes))
    start, params, _ = compiled.futures("as_is", seed, 0, futures)
    pictures = np.zeros((futures, ROLE_COUNT, PICTURE_ROWS, MOST_NODES))
    records = start.view(np.recarray), params.view(np.recarray)
    lay(*records, compiled.tables, seed, k, *_room(compiled), pictures)
    return Ground(compiled, k, seed, *records, pictures)


def run_compiled(ground: Ground, years: int, parts: tuple[int, int, int] = (1, 1, 1)) -> tuple[np.ndarray, np.ndarray]:
    """The last worlds, and the last node and values of each year's crisis."""
    world = np.zeros(1, ground.start.dtype).view(np.recarray)
    worlds = np.zeros(len(ground.start), ground.start.dtype).view(np.recarray)
    crises = np.zeros((len(ground.start), years, 1 + ROLE_COUNT))
    run_subset(
        _words(ground.start), world, _words(world)[0], ground.params, ground.pictures, ground.compiled.tables,
        ground.seed, years, ground.contingency, np.array(parts), *_room(ground.compiled), _words(worlds), crises,
    )  # fmt: skip
    return worlds, crises


def _words(records: np.ndarray) -> np.ndarray:
    """The same bytes as int64[record, word]; copied word by word, since a whole record is slow to compile."""
    return np.asarray(records).view(np.int64).reshape(len(records), -1)


def _room(compiled: Compiled) -> tuple[Any, ...]:
    return compiled.bots, *empty_room()
