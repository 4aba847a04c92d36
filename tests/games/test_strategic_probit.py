"""Strategic probit: published fits (likelihood and coefficients 1e-3), simulated players, the gradient, bad data."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kaname.core.errors import InputError
from kaname.games.strategic_probit import ERRORS, PARTS, Cases, Part, cases, chances, fit, log_likelihood

WITHIN = 1e-3
PUBLISHED = {
    "u11": [-0.4525, 0.2292, -0.4413, -0.0648, -0.0505, -0.0288, -0.1159, -0.1218],
    "u13": [-3.6648],
    "u14": [-3.1385],
    "u24": [0.4269, -0.3568, -0.1997, 1.6632, 1.0623, -0.9358, 1.7955, 0.0656, 0.3099],
    "log_s": [],
}
"""Kenkel and Signorino 2014, Table 1: capital controls, reserves and so on, in the order of `currency_crises`."""


class Table:
    """Columns of a CSV file by name."""

    def __init__(self, file: Path) -> None:
        self.rows = list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))

    def part(self, *names: str, offset: float = 0.0) -> Part:
        """Regressors of these names; "1" is a constant."""
        columns = [[1.0 if name == "1" else float(row[name]) for name in names] for row in self.rows]
        return Part(np.array(columns).reshape(len(self.rows), len(names)), offset)

    def dummies(self, name: str, *values: str) -> np.ndarray:
        return np.array([[float(row[name] == value) for value in values] for row in self.rows])


@pytest.fixture(scope="module")
def leblang(shared: Path) -> Table:
    return Table(shared / "validation" / "data" / "games_leblang2003.csv")


def happened(table: Table) -> list[int]:
    return [("no attack", "devaluation", "defense").index(row["outcome"]) for row in table.rows]


def currency_crises(table: Table, errors: str) -> Cases:
    attack = ("capcont", "lreserves", "overval", "creditgrow", "USinterest", "service", "contagion", "prioratt")
    defend = ("1", "unifgov", "lexports", "preelec", "postelec", "rightgov", "realinterest", "capcont", "lreserves")
    return cases(happened(table), errors, u11=table.part(*attack), u13=table.part("1"), u14=table.part("1"),
                 u24=table.part(*defend))  # fmt: skip


def flat(coefficients: dict[str, list[float]]) -> np.ndarray:
    return np.concatenate([coefficients[name] for name in PARTS])


def test_the_full_model_of_currency_crises_is_reproduced(leblang: Table) -> None:
    found = fit(currency_crises(leblang, "private"))
    assert found.log_likelihood == pytest.approx(-482.0155, abs=WITHIN)
    assert flat(found.coefficients) == pytest.approx(flat(PUBLISHED), abs=WITHIN)


def test_the_model_with_a_spread_that_differs_by_case_is_reproduced(leblang: Table) -> None:
    found = fit(cases(happened(leblang), "private", u11=leblang.part("lreserves", "overval"), u13=leblang.part("1"),
                      u14=leblang.part("1"), u24=leblang.part("1", "preelec", "realinterest"),
                      log_s=leblang.part("prioratt")))  # fmt: skip
    assert found.log_likelihood == pytest.approx(-495.37, abs=0.005 + WITHIN)
    assert found.log_likelihood == pytest.approx(-495.366865, abs=WITHIN)
    said = [0.2264, -0.4381, -3.0137, -2.8410, -0.0190, 1.3690, 1.4943, 0.0427]
    assert flat(found.coefficients) == pytest.approx(said, abs=WITHIN)


def test_the_model_with_given_utilities_is_reproduced(leblang: Table) -> None:
    found = fit(cases(happened(leblang), "private", u11=leblang.part(offset=1.0), u13=leblang.part(offset=-1.0),
                      u24=leblang.part(offset=1.0), log_s=leblang.part("1")))  # fmt: skip
    assert found.log_likelihood == pytest.approx(-646.54, abs=0.005 + WITHIN)
    assert found.log_likelihood == pytest.approx(-646.535004, abs=WITHIN)
    assert found.coefficients["log_s"] == pytest.approx([-1.0513], abs=WITHIN)


def test_the_other_structure_of_errors_does_not_give_the_published_likelihood(leblang: Table) -> None:
    worth, _ = log_likelihood(currency_crises(leblang, "agent"), flat(PUBLISHED))
    assert worth == pytest.approx(-502.813213, abs=WITHIN)


def test_agent_error_fits_the_disputes_of_the_nineteenth_century(shared: Path) -> None:
    """No likelihood was published for this model; the figure is another implementation's, on the same data."""
    table = Table(shared / "validation" / "data" / "games_war1800.csv")
    outcome = [0 if row["esc"] == "0.0" else 1 + int(row["war"]) for row in table.rows]
    one, two = table.dummies("regime1", "dem", "mixed"), table.dummies("regime2", "dem", "mixed")
    found = fit(cases(outcome, "agent", u11=table.part("1", "s_wt_re1", "revis1"),
                      u14=Part(np.hstack([table.part("1").regressors, one])),
                      u24=Part(np.hstack([table.part("1", "balanc").regressors, two]))))  # fmt: skip
    assert found.log_likelihood == pytest.approx(-315.98788, abs=WITHIN)


def random_cases(errors: str, number: int, seed: int, **given: Any) -> tuple[Cases, np.ndarray]:
    """Players who behave as the model says, with known coefficients."""
    rng = np.random.default_rng(seed)
    parts = {
        "u11": Part(rng.normal(size=(number, 1))),
        "u13": Part(np.ones((number, 1)), 0.5),
        "u14": Part(rng.normal(size=(number, 1)), -0.8),
        "u24": Part(np.column_stack([np.ones(number), rng.normal(size=number)])),
        "log_s": Part(rng.uniform(0, 1, size=(number, 1))),
        **given,
    }
    theta = np.array([0.7, 0.3, 0.9, -0.2, 1.1, 0.4])
    blank = cases(np.zeros(number, dtype=int), errors, **parts)
    drawn = rng.uniform(size=(number, 1)) > np.cumsum(chances(blank, theta), axis=1)
    return cases(drawn[:, :2].sum(axis=1), errors, **parts), theta


@pytest.mark.parametrize("errors", ERRORS)
def test_known_coefficients_are_found_again_within_their_errors(errors: str) -> None:
    data, theta = random_cases(errors, 6_000, seed=4)
    found = fit(data)
    miss = (flat(found.coefficients) - theta) / flat(found.standard_errors)
    assert np.abs(miss).max() < 3.5
    assert flat(found.standard_errors).max() < 0.4
    assert found.log_likelihood >= log_likelihood(data, theta)[0]


@pytest.mark.parametrize("errors", ERRORS)
def test_the_gradient_is_the_derivative_of_the_likelihood(errors: str) -> None:
    data, theta = random_cases(errors, 300, seed=1)
    _, slope = log_likelihood(data, theta)
    step = 1e-6
    for place, move in enumerate(np.eye(len(theta)) * step):
        rise = (log_likelihood(data, theta + move)[0] - log_likelihood(data, theta - move)[0]) / (2 * step)
        assert slope[place] == pytest.approx(rise, abs=1e-4, rel=1e-6)


def test_far_from_the_data_the_likelihood_is_still_a_number() -> None:
    data, theta = random_cases("private", 200, seed=2)
    worth, slope = log_likelihood(data, theta * 60)
    assert np.isfinite(worth)
    assert np.isfinite(slope).all()


def test_data_that_cannot_be_used_are_refused() -> None:
    one = Part(np.ones((3, 1)))
    with pytest.raises(InputError, match="outcomes are 0"):
        cases([0, 1, 3], u11=one)
    with pytest.raises(InputError, match="a part of the game"):
        cases([0, 1, 2], u12=one)
    with pytest.raises(InputError, match="a structure of errors"):
        cases([0, 1, 2], "privat", u11=one)
    with pytest.raises(InputError, match="a row of finite numbers"):
        cases([0, 1], u11=one)
    with pytest.raises(InputError, match="a row of finite numbers"):
        cases([0, 1, 2], u11=Part(np.full((3, 1), np.nan)))


def test_regressors_that_tell_the_same_or_tell_too_much_are_refused() -> None:
    data, _ = random_cases("agent", 500, seed=3)
    doubled = Part(np.repeat(data.parts[0].regressors, 2, axis=1))
    with pytest.raises(InputError, match="fit alike"):
        fit(cases(data.outcome, "agent", u11=doubled, u13=data.parts[1], u24=data.parts[3]))
    telling = Part(np.column_stack([np.ones(500), data.outcome == 2]))
    with pytest.raises(InputError, match="no peak"):
        fit(cases(data.outcome, "agent", u13=data.parts[1], u14=data.parts[2], u24=telling))


@pytest.mark.parametrize("outcome", ["separated", "never seen"])
def test_one_coefficient_alone_that_separates_is_not_estimated(outcome) -> None:
    x = np.linspace(-1.0, 1.0, 60)
    x = x[x != 0]
    happened = np.where(x > 0, 2, 1) if outcome == "separated" else np.full(len(x), 2)
    regressors = x[:, None] if outcome == "separated" else np.ones((len(x), 1))
    with pytest.raises(InputError, match=r"rises without end with u24\[0\]"):
        fit(cases(happened, "agent", u13=Part(np.zeros((len(x), 0)), 2.0), u24=Part(regressors)))
    fought = np.where(np.sin(37 * x) + x > 0, 2, 1)
    known = fit(cases(fought, "agent", u13=Part(np.zeros((len(x), 0)), 2.0), u24=Part(x[:, None])))
    assert known.coefficients["u24"][0] > 0
