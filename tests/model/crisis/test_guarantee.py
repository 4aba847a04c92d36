"""The guarantee as a switch acts through one payoff and every belief, from its date on, and else moves nothing."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from kaname.core.kernel import plain
from kaname.model.crisis.guarantee import MECHANISM
from kaname.model.crisis.nature import find_legality
from kaname.model.crisis.rounds import begin
from kaname.model.crisis.thinking import think
from kaname.model.perception.type_filter import MECHANISM as FILTER
from kaname.words.axes import GUARANTEE_NONE, GUARANTEE_SURE
from kaname.words.moves import FIGHT, GUARANTOR, MILITARY, SUPPORT
from tests.laws.shown import NotShown
from tests.model.crisis.games import crisis_world, flagship_forms, tables_with, turn_of
from tests.model.perception.ground import calm, runner

SHOWN = NotShown("a switch that stands at 'as it is' adds nothing; the arms of --guarantee show what it moves")
WEIGHT = 5.0
ORDINARY = (
    "domestic_cost", "window_cost", "attention_cost", "help_homeland", "audience_guarantor", "audience_sovereignty",
    "trigger_cost", "tripwire_cost", "reputation_stake", "coverage_stake", "misattribution_cost", "alliance_cost",
    "support_burden",
)  # fmt: skip
"""What else a guarantor weighs, each about a fifth of the challenger's stake."""
FORMS = flagship_forms()


def PREPARE(rng: np.random.Generator, w: Any, p: Any, t: Any) -> None:
    """All positions of the switch, before and after its date."""
    p.guarantee = int(rng.integers(0, 3))
    p.guarantee_from = int(rng.choice([0, 1, 300]))
    w.obligation = float(rng.choice([0.0, 1.0]))


def switched(position: int, since: int = 0, quarter: int = 0) -> float:
    """The obligation in a quarter."""
    w, p, tables = calm()
    p.guarantee, p.guarantee_from, p.guarantee_weight = position, since, WEIGHT
    runner(MECHANISM)(w, p, tables, quarter=quarter)
    return float(w.obligation)


def test_it_adds_its_weight_one_way_or_the_other_from_its_date_on() -> None:
    assert switched(0) == 0.0
    assert switched(GUARANTEE_NONE) == -WEIGHT
    assert switched(GUARANTEE_SURE) == WEIGHT
    assert switched(GUARANTEE_SURE, since=9, quarter=7) == 0.0
    assert switched(GUARANTEE_SURE, since=9, quarter=8) == WEIGHT


@pytest.mark.parametrize(("obligation", "low", "high"), [(-WEIGHT, 0.0, 0.01), (WEIGHT, 0.99, 1.0)])
def test_every_observer_believes_it_everywhere_the_umbrella_too(obligation: float, low: float, high: float) -> None:
    w, p, tables = calm()
    w.obligation = obligation
    runner(FILTER)(w, p, tables)
    for beliefs in (w.belief, w.belief_nuclear):
        assert low <= beliefs.min()
        assert beliefs.max() <= high


@pytest.mark.parametrize("place", range(len(FORMS)))
def test_the_guarantor_stays_out_or_stands_by_wherever_it_is_asked(place: int) -> None:
    form = FORMS[place]
    for number in range(6):
        for obligation in (-WEIGHT, WEIGHT):
            w, p, _ = crisis_world(number)
            w.obligation, w.belief[:], p.choice_precision = obligation, 0.001 if obligation < 0 else 0.999, 6.0
            p.interest_share = p.dispositional_share = 0.0
            p.loss_cost[:], p.stake[:, :] = 0.3, 0.5
            p.resolve_low, p.resolve_high, p.attribution_base = 0.4, 1.6, 10.0
            for name in ORDINARY:
                p[name] = 0.2
            turn = turn_of(number, tables_with(FORMS))
            begin(turn.board[0])
            plain(find_legality)(w, p, turn, place)
            plain(think)(w, p, turn, place, GUARANTOR, 1)
            helps = _chance_of_help(form, turn.board[0])
            assert helps < 0.01 if obligation < 0 else helps > 0.99


def _chance_of_help(form: Any, board: Any) -> float:
    """Mean chance of support or fighting where the target answers by force and proof, where it is needed, is there."""
    found = []
    for n in range(int(form.nodes)):
        if form.owner[n] == GUARANTOR and form.children[n] > 0 and form.response[n] == MILITARY:
            children = range(form.first[n], form.first[n] + form.children[n])
            if not form.hidden or all(board.own_legality[c] for c in children):
                found.append(sum(board.own_odds[GUARANTOR, c] for c in children if form.move[c] in (SUPPORT, FIGHT)))
    assert found
    return float(np.mean(found))
