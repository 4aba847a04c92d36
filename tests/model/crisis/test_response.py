"""A round of a crisis: what movers do follows their own rules, law and true types; nothing breaks in any world.

Rounds are played compiled, since many are needed; one test holds compiled and plain against each other.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaname.core.kernel import JIT, plain
from kaname.model.crisis import nature, scene, thinking
from kaname.model.crisis.response import MECHANISM, respond
from kaname.model.world.seats import Waiting
from kaname.words.axes import (
    ENDINGS,
    HOST_CONSENT_COMBAT_USE,
    MILITARY_RESPONSE,
    POLICE_RESPONSE,
    PUBLIC_SECURITY_OPERATION,
)
from kaname.words.events import KIND
from kaname.words.fields import BY_NAME
from kaname.words.levers import LEVER
from kaname.words.moves import ACQUIESCE, CHALLENGER, FIGHT, GUARANTOR, MILITARY, PLIES, TARGET
from tests.laws.shown import Shown
from tests.model.crisis.games import crisis_world, flagship_forms, nodes_of, tables_with, turn_of
from tests.model.crisis.ground import TRIO, prepare_round, small_trees

SHOWN = Shown("tension.cn")

FORMS = flagship_forms()
FLAGSHIP = tables_with(FORMS)
ISLET, MISSILES, ISLAND, NETWORK, OVERLAND = 0, 1, 2, 4, 6
TRIGGERS = LEVER["triggers"]
MOVES = {KIND[name] for name in ("challenge", "no_challenge", "response", "guarantor", "host", "supporter")}
slow_play, true_point = plain(respond), plain(nature.true_point)
play, find_legality, think = respond, nature.find_legality, thinking.think
scene_of, true_mean, own_play = plain(scene.scene_of), plain(nature.true_mean), plain(thinking.own_play)
GUARANTORS_PLY = PLIES.index("guarantor")


def events(turn: Any) -> list[np.ndarray]:
    return list(turn.log[: turn.used[0]])


def chances(w: Any, p: Any, k: int, role: int, point: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """The rule and the values of the side in `role` at every node."""
    turn = turn_of(0, FLAGSHIP)
    find_legality(w, p, turn, k)
    think(w, p, turn, k, role, point)
    return turn.board[0].own_odds[role].copy(), turn.board[0].own_value[role].copy()


WORLDS = 50
PREPARE = prepare_round
SCENARIO, TABLES = TRIO, small_trees


@pytest.mark.skipif(not JIT, reason="the compiler is switched off")
def test_compiled_and_plain_play_the_same_rounds() -> None:
    for number in range(5):
        for k in range(len(FORMS)):
            (w, p, _), (v, q, _) = crisis_world(number), crisis_world(number)
            turn, twin = turn_of(number, FLAGSHIP, log=600), turn_of(number, FLAGSHIP, log=600)
            assert play(w, p, turn, k) == slow_play(v, q, twin, k)
            assert w.tobytes() == v.tobytes()
            assert turn.log == pytest.approx(twin.log, abs=1e-9)


@settings(max_examples=150)
@given(number=st.integers(0, 100_000), k=st.integers(0, len(FORMS) - 1), precision=st.sampled_from([0.0, 3.0, 100.0]))
def test_in_any_world_a_round_ends_and_leaves_no_nan_and_nothing_out_of_range(
    number: int, k: int, precision: float
) -> None:
    w, p, _ = crisis_world(number)
    p.choice_precision = precision
    turn = turn_of(number, FLAGSHIP, log=600)
    ending = play(w, p, turn, k)
    assert ending in range(-1, len(ENDINGS))
    assert np.isfinite(turn.log).all()
    for name in MECHANISM.writes:
        values, said = np.atleast_1d(w[name]), BY_NAME[name]
        assert np.isfinite(values).all()
        assert (values >= said.low).all(), name
        assert (values <= said.high + 1).all(), name


def test_without_an_opportunity_nothing_happens() -> None:
    w, p, _ = crisis_world(5)
    w.opportunity[:] = 0
    before = w.copy()
    assert play(w, p, turn_of(5, FLAGSHIP), ISLET) == 0
    assert w.tobytes() == before.tobytes()


def test_without_precision_every_move_is_as_likely_as_any_other() -> None:
    w, p, _ = crisis_world(2)
    p.choice_precision = 0.0
    w.permit[:], w.belief[:] = 1, 1.0  # a guarantor that is not bound cannot choose to fight
    for role in range(4):
        odds, _ = chances(w, p, ISLAND, role)
        for row in nodes_of(FORMS[ISLAND]):
            if row.children > 0 and row.owner == role:
                own = odds[row.first : row.first + row.children]
                assert own == pytest.approx(1 / row.children)


@pytest.mark.system("S59")
@pytest.mark.parametrize(
    ("k", "legal_move", "role", "kind"),
    [
        (ISLET, MILITARY_RESPONSE, "target", "response"),
        (ISLET, PUBLIC_SECURITY_OPERATION, "target", "response"),
        (ISLET, POLICE_RESPONSE, "target", "response"),
        (ISLAND, HOST_CONSENT_COMBAT_USE, "host", "host"),
    ],
)
def test_what_law_forbids_the_ally_is_never_done_and_the_trace_says_so(
    k: int, legal_move: int, role: str, kind: str
) -> None:
    barred, made = 0, 0
    for number in range(150):
        w, p, _ = crisis_world(number)
        p.target[k] = p.host[k] = p.ally if role == "target" else p.partner
        p.host[k] = p.ally
        p.choice_precision, p.misread_chance = 0.5, 0.0
        w.permit[:] = 1
        w.permit[k, legal_move], p.most_rounds = 0, 1
        turn = turn_of(number, FLAGSHIP, log=600)
        play(w, p, turn, k)
        for row in events(turn):
            if row[2] == KIND["barred"]:
                barred += 1
                assert (row[4], row[7]) == (k, legal_move)
        made += breaks_law(turn, k, legal_move, kind)
    assert barred > 5
    assert made == 0


def breaks_law(turn: Any, k: int, legal_move: int, kind: str) -> int:
    """Moves made on the played path that needed the legal move."""
    node, found = 0, 0
    for row in events(turn):
        if row[2] not in MOVES:
            continue
        first = FORMS[k].first[node]
        below = range(first, first + FORMS[k].children[node])
        node = next(c for c in below if FORMS[k].move[c] == int(row[5]))
        found += row[2] == KIND[kind] and FORMS[k].law[node] == legal_move
    return found


def test_a_law_that_is_open_permits_as_often_as_its_figure_says() -> None:
    w, p, _ = crisis_world(0)
    w.permit[:] = 2
    p.open_law_permits = 0.3
    allowed = [plain(nature.allows)(w, p, turn_of(future, FLAGSHIP), ISLET, MILITARY_RESPONSE) for future in range(600)]
    assert np.mean(allowed) == pytest.approx(0.3, abs=4 * np.sqrt(0.21 / 600))


@pytest.mark.system("S46")
def test_a_secret_trigger_is_not_in_the_challengers_picture_and_a_declared_one_is() -> None:
    w, p, _ = crisis_world(4)
    p.challenger[ISLET], p.target[ISLET], p.guarantor[ISLET] = 2, p.ally, p.protector
    p.challenger[ISLET] = next(a for a in range(9) if a not in (p.ally, p.protector))
    p.trigger_cost, p.choice_precision = 1.0, 0.5  # no chance is too small to move
    known: dict[float, list[float]] = {}
    values: dict[float, np.ndarray] = {}
    for lever in (0.0, 0.5, 1.0):
        w.lever[TRIGGERS] = lever
        known[lever] = [
            scene_of(w, p, ISLET, actor, 3.0).trigger for actor in (p.challenger[ISLET], p.ally, p.protector)
        ]
        values[lever] = chances(w, p, ISLET, CHALLENGER)[1]
    assert known == {0.0: [0.0, 0.0, 0.0], 0.5: [0.0, 1.0, 1.0], 1.0: [1.0, 1.0, 1.0]}
    assert np.array_equal(values[0.0], values[0.5])
    assert not np.array_equal(values[0.5], values[1.0])


@settings(max_examples=40)
@given(
    number=st.integers(0, 10_000), k=st.sampled_from([ISLET, MISSILES, ISLAND, OVERLAND]), cost=st.floats(0.001, 3.0)
)  # fmt: skip
def test_all_else_fixed_a_higher_own_cost_of_fighting_never_raises_the_odds_of_choosing_it(
    number: int, k: int, cost: float
) -> None:
    """All else: what others are, and what they are expected to do."""
    w, p, _ = crisis_world(number)
    turn, tree = turn_of(0, FLAGSHIP), FORMS[k]
    nodes = int(tree.nodes)
    find_legality(w, p, turn, k)
    think(w, p, turn, k, GUARANTOR, 1)
    odds = turn.board[0].own_odds[GUARANTOR]
    cheap = odds.copy()
    fights = (tree.children[:nodes] == 0) & (tree.guarantee[:nodes] == FIGHT)
    turn.board[0].payoff_fixed[GUARANTOR, :nodes][fights] -= cost
    own_play(p, tree, turn.board[0], GUARANTOR, 1)
    chosen = [n for n in range(1, nodes) if tree.ply[n] == GUARANTORS_PLY and tree.move[n] == FIGHT]
    assert chosen
    assert all(odds[n] <= cheap[n] + 1e-12 for n in chosen)
    open_choice = [n for n in chosen if 1e-6 < cheap[n] < 1 - 1e-6]
    assert p.choice_precision < 0.5 or all(odds[n] < cheap[n] for n in open_choice)


@pytest.mark.system("S49")
def test_homeland_risk_enters_the_guarantors_own_choice() -> None:
    safe, exposed = 0.0, 0.0
    for number in range(20):
        for risk in (0.0, 1.0):
            w, p, _ = crisis_world(number)
            p.choice_precision, p.help_homeland, p.support_burden = 6.0, 0.6, 0.2
            w.homeland_risk[:] = risk
            odds = chances(w, p, ISLAND, GUARANTOR)[0]
            node = fighting_node(FORMS[ISLAND])
            safe, exposed = (safe + odds[node], exposed) if risk == 0 else (safe, exposed + odds[node])
    assert exposed < safe


def fighting_node(tree: np.record) -> int:
    """The first node that the guarantor reaches by fighting."""
    return next(n for n, row in enumerate(nodes_of(tree)) if row.ply == 2 and row.move == FIGHT)


@pytest.mark.system("S39")
def test_a_second_front_takes_attention_and_forces_and_one_alone_takes_none() -> None:
    w, p, _ = crisis_world(6)
    share = plain(scene.front_share)
    p.target[:], p.guarantor[:], p.stake[:, :] = p.ally, p.protector, 0.5
    w.opportunity[:] = 0
    w.opportunity[ISLET] = 1
    assert share(w, p, ISLET, p.protector) == 1.0
    w.opportunity[MISSILES] = 1
    p.front_weight = 0.4
    assert share(w, p, ISLET, p.protector) == pytest.approx(1 / 1.4)
    w.rung[MISSILES] = 2
    assert share(w, p, ISLET, p.protector) == pytest.approx(1 / 2)


@pytest.mark.system("S09")
def test_an_election_window_makes_the_ally_use_force_less() -> None:
    calm, window = 0.0, 0.0
    for number in range(20):
        for closed in (0.0, 1.0):
            w, p, _ = crisis_world(number)
            p.target[ISLET], p.window_cost, p.choice_precision = p.ally, 0.5, 5.0
            w.window[:], w.permit[:] = closed, 1
            odds = chances(w, p, ISLET, TARGET)[0]
            tree = FORMS[ISLET]
            force = sum(odds[n] for n in range(tree.nodes)
                        if tree.ply[n] == 1 and tree.move[n] == MILITARY)  # fmt: skip
            calm, window = (calm + force, window) if closed == 0 else (calm, window + force)
    assert window < calm


@pytest.mark.system("S54")
def test_exchange_lowers_misreading_and_only_neighbours_are_misread() -> None:
    def misread(channels: float) -> int:
        count = 0
        for number in range(120):
            w, p, _ = crisis_world(number)
            p.misread_chance, p.misread_exchange, w.channels[:], w.habit = 0.8, 0.9, channels, 0.0
            turn = turn_of(number, FLAGSHIP, log=600)
            play(w, p, turn, ISLET)
            rows = [row for row in events(turn) if row[2] == KIND["misread"]]
            assert all(abs(row[6] - row[7]) == 1 for row in rows)
            count += len(rows)
        return count

    assert misread(1.0) < misread(0.0)


def test_the_true_type_of_the_guarantor_follows_its_administration() -> None:
    w, p, _ = crisis_world(9)
    p.guarantor[ISLET], p.choice_precision, p.interest_share = p.protector, 6.0, 1.0
    p.type_resolve[:] = [0.3, 0.1, -0.1, -0.3]
    w.belief[p.protector, ISLET] = 0.5
    w.type_belief[p.protector] = [0.25, 0.25, 0.25, 0.25]
    means = []
    for administration in range(4):
        w.administration = administration
        means.append(true_mean(w, p, ISLET, GUARANTOR))
    assert means == sorted(means, reverse=True)
    w.administration = 0
    w.type_belief[p.protector] = [1, 0, 0, 0]
    assert true_mean(w, p, ISLET, GUARANTOR) == pytest.approx(0.5)


def test_true_types_are_drawn_with_the_binomial_chances_of_their_mean() -> None:
    w, p, _ = crisis_world(1)
    w.picture_resolve[p.challenger[ISLET], p.challenger[ISLET]] = 0.3
    drawn = Counter(true_point(w, p, turn_of(future, FLAGSHIP), ISLET, CHALLENGER) for future in range(2000))
    for point, chance in enumerate((0.49, 0.42, 0.09)):
        assert drawn[point] / 2000 == pytest.approx(chance, abs=4 * np.sqrt(chance * (1 - chance) / 2000))


def test_a_longer_decision_hands_over_more_accomplished_facts() -> None:
    def facts(days: float) -> int:
        found = 0
        for number in range(200):
            w, p, _ = crisis_world(number)
            p.choice_precision, p.completion_days[:], w.decision_days[:], p.most_rounds = 0.3, 5.0, days, 1
            found += play(w, p, turn_of(number, FLAGSHIP), ISLET) == ENDINGS.index("fait_accompli")
        return found

    assert facts(0.0) < facts(60.0)


@pytest.mark.system("S57")
def test_the_order_to_fight_names_plan_release_and_access() -> None:
    seen = set()
    for number in range(300):
        w, p, _ = crisis_world(number)
        p.choice_precision, w.decision_days[:], p.answer_delay = 0.0, 3.0, 10.0
        p.guarantor[:], p.host[:], p.round_days = p.protector, p.ally, 0.0
        w.permit[:], w.camp_plan = 1, -9
        if play(w, p, turn_of(number, FLAGSHIP), ISLAND) != -1:
            assert w.camp_plan == -9
            continue
        assert w.camp_plan in (0, 1, 2)
        if w.conduct[ISLAND] == 1.0:
            seen.add((int(w.access[ISLAND]), round(float(w.camp_arrival), 9)))
        else:
            assert w.camp_arrival == 1000.0
    assert seen <= {(0, 23.0), (1, 13.0), (2, 3.0)}
    assert len(seen) == 3


def test_wars_against_a_movers_own_picture_are_counted_and_vanish_with_precision() -> None:
    def trembles(precision: float) -> int:
        count = 0
        for number in range(120):
            w, p, _ = crisis_world(number)
            p.choice_precision = precision
            play(w, p, turn_of(number, FLAGSHIP), ISLAND)
            count += int(w.tremble)
        return count

    assert trembles(0.1) > 0
    assert trembles(100.0) == 0


def test_a_person_in_the_guarantors_seat_is_waited_for_and_then_obeyed() -> None:
    answered = set()
    for number in range(60):
        w, p, _ = crisis_world(number)
        p.choice_precision, w.permit[:] = 0.0, 1
        before, turn = w.copy(), turn_of(number, FLAGSHIP)
        turn.seats[p.guarantor[ISLET]] = 1
        try:
            slow_play(w, p, turn, ISLET)
            continue
        except Waiting:
            assert w.asked_seat == p.guarantor[ISLET]
            assert w.total_challenges[ISLET] == before.total_challenges[ISLET]
        for answer in range(int(w.asked_count)):
            again, q, _ = crisis_world(number)
            q.choice_precision, again.permit[:] = 0.0, 1
            told = turn_of(number, FLAGSHIP, log=600)._replace(answers=np.array([answer, 0, 0]), seats=turn.seats)
            slow_play(again, q, told, ISLET)
            answered |= {int(row[5]) for row in events(told) if row[2] == KIND["guarantor"]} - {-1}
        if answered == {0, 1, 2, 3}:
            return
    raise AssertionError(f"only {answered} were done of what was answered")


def test_a_person_who_answers_with_a_barred_move_makes_the_next_one_below_it() -> None:
    military, made = 2, set()
    for number in range(60):
        w, p, _ = crisis_world(number)
        p.target[ISLET], p.choice_precision, w.permit[:] = p.ally, 0.0, 0
        turn = turn_of(number, FLAGSHIP, log=600)._replace(answers=np.array([military, 0, 0]))
        turn.seats[p.ally] = 1
        try:
            slow_play(w, p, turn, ISLET)
        except Waiting:
            continue
        made |= {int(row[5]) for row in events(turn) if row[2] == KIND["response"] and row[1] % 65536 == 1}
    assert made == {ACQUIESCE}
