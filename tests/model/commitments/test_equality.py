"""commitments.equality: what feeds the demand for equality, and the three answers to it."""

from __future__ import annotations

import pytest

from kaname.model.commitments.equality import ACCEPT, LEAVE, MECHANISM, RECIPROCATE
from kaname.words.axes import ALLY_SIDE, NATIONALIST
from tests.laws.shown import MORE, Shown
from tests.model.perception.ground import calm, runner

SHOWN = Shown("approval.ally", MORE)

run = runner(MECHANISM)


def _after(change, quarters: int = 30, future: int = 0):  # type: ignore[no-untyped-def]
    w, p, tables = calm()
    change(w, p)
    for quarter in range(quarters):
        run(w, p, tables, quarter=quarter, future=future)
    return w


def _occasions(rng, w, p, tables):  # type: ignore[no-untyped-def]
    w.leader_change[:] = rng.integers(0, 2, w.leader_change.shape)
    w.guidelines_age = rng.integers(0, 2)
    w.equality_answer = rng.integers(0, 3)


WORLDS = 80
PREPARE = _occasions


def test_dependence_and_nationalism_feed_the_demand_for_equality() -> None:
    def fed(w, p):  # type: ignore[no-untyped-def]
        w.public_ideology[NATIONALIST] = 0.6
        w.delivered[ALLY_SIDE] = 0.05

    assert _after(fed).autonomy_demand > _after(lambda w, p: None).autonomy_demand + 0.05


@pytest.mark.parametrize(
    ("cheap", "answer"), [("accept_cost", ACCEPT), ("reciprocate_cost", RECIPROCATE), ("leave_cost", LEAVE)]
)
def test_each_of_the_three_answers_is_chosen_when_it_costs_least(cheap: str, answer: int) -> None:
    def costs(w, p):  # type: ignore[no-untyped-def]
        p.accept_cost, p.reciprocate_cost, p.leave_cost = 3.0, 3.0, 5.0
        p[cheap] = 0.0
        p.choice_precision, w.autonomy_demand = 20.0, 0.9
        w.leader_change[ALLY_SIDE], w.capital[ALLY_SIDE] = 1.0, 0.2

    chosen = [int(_after(costs, 1, future).equality_answer) for future in range(12)]
    assert chosen.count(answer) == 12


def test_an_answer_other_than_acceptance_relieves_the_demand() -> None:
    def answered(answer: int):  # type: ignore[no-untyped-def]
        return lambda w, p: w.__setattr__("equality_answer", answer)

    assert _after(answered(RECIPROCATE)).autonomy_demand < _after(answered(ACCEPT)).autonomy_demand


def test_without_an_occasion_the_answer_stands() -> None:
    w = _after(lambda w, p: w.__setattr__("equality_answer", LEAVE))
    assert w.equality_answer == LEAVE
