"""A clash of two planted claims: the assumption that decides between them is found, and none where there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest

from kaname.core.errors import InputError
from kaname.scenarios.claims import Claim, shipped_claims
from kaname.study.claims.audit import audited
from kaname.study.claims.clash import Clash, clash_of, pairs_against
from tests.study.claims.planted import Model, Planted, claim

FUTURES = 1000


def _rises_with(figure: str, sign: float) -> Model:
    def model(done: float, figures: Mapping[str, np.ndarray], chance: np.ndarray) -> np.ndarray:
        return done * sign * (figures[figure] - 0.5 + 0.1 * chance[:, 1]) + chance[:, 0]

    return model


def _clash(left: Model, right: Model) -> Clash:
    models = {"P01": Planted(left), "P02": Planted(right)}
    asked = [claim(name=name) for name in models]
    first, second = audited(asked, lambda row, _: models[row.id], FUTURES)
    return clash_of(first, second, lambda row, _: models[row.id], FUTURES)


def test_the_assumption_that_decides_is_found_and_would_settle_it() -> None:
    found = _clash(_rises_with("u.figure_2", 1.0), _rises_with("u.figure_2", -1.0))
    assert [figure.column for figure in found.figures] == ["u.figure_2"]
    assert found.settles is not None
    assert found.settles.low < 0.0 < found.settles.high
    assert found.explained > 0.9
    assert found.lead.share == pytest.approx(0.5, abs=0.1)


def test_two_assumptions_share_what_they_explain() -> None:
    found = _clash(_rises_with("u.figure_2", 1.0), _rises_with("u.figure_4", 1.0))
    assert {figure.column for figure in found.figures} == {"u.figure_2", "u.figure_4"}
    assert found.explained > 0.9


def test_where_no_figure_decides_none_is_named() -> None:
    def nothing(done: float, figures: Mapping[str, np.ndarray], chance: np.ndarray) -> np.ndarray:
        return done * (0.3 + 0.1 * chance[:, 1]) + chance[:, 0]

    found = _clash(nothing, nothing)
    assert (found.figures, found.settles, found.explained) == ((), None, 0.0)


def _by(author: str, name: str, *against: str) -> Claim:
    return replace(claim(name=name), author=author, against=against)


def test_pairs_are_those_that_stand_against_each_other_the_first_author_first() -> None:
    claims = [_by("ann", "A1", "B1"), _by("ann", "A2"), _by("bob", "B1"), _by("bob", "B2", "A2"), _by("cid", "C1")]
    assert [(left.id, right.id) for left, right in pairs_against(claims, "bob", "ann")] == [("B1", "A1"), ("B2", "A2")]
    with pytest.raises(InputError, match="ann bob"):
        pairs_against(claims, "ann", "cid")
    with pytest.raises(InputError, match="bob"):
        pairs_against(claims, "ann", "bobb")


def test_claims_of_the_package_stand_against_claims_that_exist() -> None:
    claims = shipped_claims()
    known = {row.id: row.author for row in claims}
    named = [(row, other) for row in claims for other in row.against]
    assert named
    assert all(other in known and known[other] != row.author for row, other in named)
    assert pairs_against(claims, "pollmann2019", "solomon2018")
