"""What a crisis says of the protector's leadership: a likelihood by each witness's own theory, never an increment."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from kaname.core.kernel import plain
from kaname.model.crisis import nature, testimony
from kaname.words.moves import CHALLENGER, GUARANTOR
from tests.model.crisis.games import crisis_world, flagship_forms, tables_with, turn_of

FORMS = flagship_forms()
TABLES = tables_with(FORMS)
ISLET = 0
say, mean_of_type = plain(testimony.testify), plain(nature.mean_of_type)


def witnessed(after: float, learned: bool = True, guarantor_is_protector: bool = True) -> tuple[Any, Any, int]:
    """World, parameters and the challenger after a crisis that left it with this chance that the guarantor is bound."""
    w, p, _ = crisis_world(6)
    others = [a for a in range(9) if a not in (p.protector, p.ally)]
    p.challenger[ISLET], p.target[ISLET] = others[0], p.ally
    p.guarantor[ISLET] = p.protector if guarantor_is_protector else others[1]
    p.choice_precision, p.interest_share = 4.0, 0.8
    p.type_resolve[:] = [0.3, 0.1, -0.1, -0.3]
    w.type_belief[:], w.belief[:, ISLET] = 0.25, 0.5
    turn = turn_of(0, TABLES)
    turn.board[0].prior[CHALLENGER, GUARANTOR, 2:4] = 1.0 - after, after
    turn.board[0].has_learned[CHALLENGER] = float(learned)
    say(w, p, turn, ISLET)
    return w, p, others[0]


def test_the_evidence_is_the_likelihood_of_what_was_seen_by_type() -> None:
    w, p, witness = witnessed(0.8)
    likelihood = []
    for g in range(4):
        m = mean_of_type(w, p, ISLET, witness, g)
        likelihood.append(m * 0.8 / 0.5 + (1.0 - m) * 0.2 / 0.5)
    expected = np.log(likelihood) - np.log(max(likelihood))
    assert w.crisis_evidence[witness] == pytest.approx(expected, abs=1e-12)
    assert w.crisis_evidence[witness].argmax() == 0
    assert w.witness.sum() == w.witness[witness] == 1


def test_firm_conduct_speaks_for_one_type_and_soft_conduct_for_another() -> None:
    assert witnessed(0.8)[0].crisis_evidence.max(axis=0)[0] == 0.0
    w, _, witness = witnessed(0.2)
    assert w.crisis_evidence[witness].argmax() == 3


@pytest.mark.parametrize(
    "case", [{"after": 0.5}, {"after": 0.2, "learned": False}, {"after": 0.2, "guarantor_is_protector": False}],
)  # fmt: skip
def test_who_saw_nothing_new_or_nothing_of_the_protector_bears_no_witness(case: dict[str, Any]) -> None:
    w, _, _ = witnessed(**case)
    assert w.witness.sum() == 0
    assert (w.crisis_evidence == 0.0).all() or case["after"] == 0.5
    assert w.crisis_evidence == pytest.approx(0.0, abs=1e-12)
