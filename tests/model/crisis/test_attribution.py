"""Proof of who acted: a draw with a chance of its own, which the challenger's picture holds too."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.core.kernel import plain
from kaname.model.crisis import attribution, nature, scene, thinking
from kaname.model.world.board import BARRED, CONTESTED, FREE
from kaname.words.axes import ISR_CYBER
from kaname.words.moves import CHALLENGER, GUARANTOR, NOTHING, TARGET
from tests.model.crisis.games import crisis_world, flagship_forms, nodes_of, tables_with, turn_of

FORMS = flagship_forms()
TABLES = tables_with(FORMS)
ISLET, NETWORK = 0, 4
chance, can_prove = plain(attribution.attribution), plain(attribution.can_prove)
find_legality, mean_law, scene_of = plain(nature.find_legality), plain(thinking.mean_law), plain(scene.scene_of)


@given(number=st.integers(0, 500))
def test_the_chance_stays_inside_what_may_be_believed(number: int) -> None:
    w, p, _ = crisis_world(number)
    assert 0.01 <= chance(w, p, NETWORK, 2, p.target[NETWORK]) <= 0.99


def test_it_rises_with_means_and_with_shared_intelligence_and_falls_with_the_challengers() -> None:
    w, p, _ = crisis_world(1)
    p.attribution_base, p.attribution_skill, p.attribution_sharing = 0.0, 0.5, 0.8
    p.target[NETWORK], p.challenger[NETWORK] = p.ally, p.rival
    w.picture_capability[:], w.stock[:, ISR_CYBER], w.intelligence_level = 1.0, 10.0, 0.0
    even = chance(w, p, NETWORK, p.rival, p.ally)
    assert even == pytest.approx(0.5)
    w.intelligence_level = 1.0
    assert chance(w, p, NETWORK, p.rival, p.ally) == pytest.approx(1 / (1 + np.exp(-0.8)))
    w.stock[p.rival, ISR_CYBER] = 40.0
    assert chance(w, p, NETWORK, p.rival, p.ally) < 1 / (1 + np.exp(-0.8))


def test_proof_comes_as_often_as_its_chance_and_opens_what_needs_it() -> None:
    w, p, _ = crisis_world(2)
    p.attribution_base, p.attribution_skill, p.attribution_sharing, w.permit[:] = -0.4, 0.0, 0.0, 1
    tree, nodes = FORMS[NETWORK], int(FORMS[NETWORK].nodes)
    proved = 0
    for future in range(400):
        turn = turn_of(future, TABLES)
        find_legality(w, p, turn, NETWORK)
        knows = can_prove(w, p, turn, NETWORK, p.guarantor[NETWORK], GUARANTOR)
        needs = [n for n in range(1, nodes) if tree.proof[n] == 1 and tree.ply[n] == 2]
        own = {float(turn.board[0].own_legality[n]) for n in needs}
        assert own == {FREE if knows else BARRED}
        assert all(turn.board[0].legality[n] == CONTESTED for n in needs)
        proved += knows
    expected = 1 / (1 + np.exp(0.4))
    assert proved / 400 == pytest.approx(expected, abs=4 * np.sqrt(expected * (1 - expected) / 400))


def test_the_challengers_picture_holds_the_chance_where_acts_are_hidden_and_nowhere_else() -> None:
    w, p, _ = crisis_world(3)
    foe, helper = p.challenger[NETWORK], p.guarantor[NETWORK]
    hidden = mean_law(w, p, FORMS[NETWORK], NETWORK, foe, GUARANTOR)
    assert hidden == pytest.approx(chance(w, p, NETWORK, foe, helper))
    where_acts_are_open = mean_law(w, p, FORMS[ISLET], ISLET, p.challenger[ISLET], GUARANTOR)
    assert where_acts_are_open == w.belief[p.challenger[ISLET], ISLET]


def payoffs(doubt: float, role: int) -> np.ndarray:
    """What the network's endings are worth to a role, resolve apart, at a chance of proof."""
    w, p, _ = crisis_world(4)
    p.attribution_base, p.attribution_skill, p.attribution_sharing = np.log((1 - doubt) / doubt), 0.0, 0.0
    p.misattribution_cost = 0.5
    turn, tree = turn_of(0, TABLES), FORMS[NETWORK]
    nodes = int(tree.nodes)
    find_legality(w, p, turn, NETWORK)
    plain(thinking.picture_of)(w, p, turn, NETWORK, CHALLENGER)
    return turn.board[0].payoff_fixed[role, :nodes].copy()


def test_naming_a_culprit_without_proof_costs_and_an_unfound_culprit_pays_less() -> None:
    tree = nodes_of(FORMS[NETWORK])
    ends = tree.children == 0
    named = ends & (tree.doubted >> TARGET & 1 == 1)
    change = payoffs(0.8, TARGET) - payoffs(0.3, TARGET)
    assert change[named] == pytest.approx(-0.5 * (0.8 - 0.3))
    assert change[ends & ~named] == pytest.approx(0.0)
    acted = ends & (tree.challenge != NOTHING)
    gains = payoffs(0.8, CHALLENGER) - payoffs(0.3, CHALLENGER)
    assert (gains[acted] >= 0).all()
    assert gains[acted].max() > 0


def test_coverage_in_doubt_is_each_observers_own_guess() -> None:
    w, p, _ = crisis_world(5)
    p.coverage_stake, p.undetermined_permits[:] = 1.0, np.linspace(0.1, 0.9, 9)
    for covered, said in ((0, lambda o: 0.0), (1, lambda o: 1.0), (2, lambda o: p.undetermined_permits[o])):
        w.covered[NETWORK] = covered
        assert all(scene_of(w, p, NETWORK, o, 1.0).coverage == pytest.approx(said(o)) for o in range(9))
