"""Logit quantal response against the Ochs game: path, fit, limits (replicated; 1e-6 path, 1e-4 precision)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kaname.games.efg_read import efg_game
from kaname.games.solve import solve
from kaname.model.crisis.theory import fitted_precision, log_likelihood, logit_response


@pytest.fixture(scope="module")
def ochs(shared: Path) -> dict[str, Any]:
    return json.loads((shared / "validation" / "data" / "oracles.json").read_text())["qre_ochs_game"]


def test_the_principal_branch_passes_through_the_published_points(ochs: dict[str, Any]) -> None:
    for precision, (p, q) in ochs["path"].items():
        assert logit_response(ochs["A"], ochs["B"], float(precision)) == pytest.approx((p, q), abs=1e-6)


def test_the_fit_to_the_laboratory_data_is_reproduced(ochs: dict[str, Any]) -> None:
    data = ochs["data"]
    found = fitted_precision(ochs["A"], ochs["B"], data["n_row_up"], data["n_col_left"], data["n"])
    p, q = logit_response(ochs["A"], ochs["B"], found)
    assert found == pytest.approx(ochs["mle_lambda"], abs=1e-4)
    assert (p, q) == pytest.approx((ochs["mle_p"], ochs["mle_q"]), abs=1e-5)
    fit = log_likelihood(p, q, data["n_row_up"], data["n_col_left"], data["n"])
    assert fit == pytest.approx(ochs["loglik"], abs=1e-4)


def test_choice_is_uniform_without_precision_and_near_nash_with_much_of_it(ochs: dict[str, Any]) -> None:
    assert logit_response(ochs["A"], ochs["B"], 0.0) == (0.5, 0.5)
    p, q = logit_response(ochs["A"], ochs["B"], 400.0)
    assert p == pytest.approx(ochs["nash"]["p"], abs=5e-3)
    assert q == pytest.approx(ochs["nash"]["q"], abs=5e-3)


def test_the_rows_chance_rises_and_then_falls(ochs: dict[str, Any]) -> None:
    chances = [logit_response(ochs["A"], ochs["B"], precision)[0] for precision in (1.0, 2.0, 10.0)]
    assert chances[0] < chances[1] > chances[2]


def test_matching_pennies_stays_at_one_half_for_every_precision() -> None:
    for precision in (0.5, 3.0, 30.0):
        assert logit_response([[1, -1], [-1, 1]], [[-1, 1], [1, -1]], precision) == pytest.approx((0.5, 0.5))


def test_the_game_as_a_file_has_the_published_branch_too(ochs: dict[str, Any]) -> None:
    lines = [f'p "" 2 1 "" {{ "left" "right" }} 0\nt "" {2 * i + 1} "" {{ {ochs["A"][i][0]} {ochs["B"][i][0]} }}\n'
             f't "" {2 * i + 2} "" {{ {ochs["A"][i][1]} {ochs["B"][i][1]} }}\n' for i in range(2)]  # fmt: skip
    game = efg_game('EFG 2 R "Ochs" { "row" "column" }\np "" 1 1 "" { "up" "down" } 0\n' + "".join(lines))
    for precision, chances in ochs["path"].items():
        found = solve(game, float(precision)).points[0].probabilities
        assert (found[0][0], found[1][0]) == pytest.approx(chances, abs=1e-6)
    limit = solve(game, 1e5).points[0].probabilities
    assert (limit[0][0], limit[1][0]) == pytest.approx((ochs["nash"]["p"], ochs["nash"]["q"]), abs=1e-4)
