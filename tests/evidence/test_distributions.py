"""Inverse distributions against scipy and against their own laws."""

from __future__ import annotations

import math

import numpy as np
import pytest
import scipy.stats
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad

from kaname.evidence.distributions import Distribution, distribution_from, order_problem

U = np.linspace(0.0005, 0.9995, 400)
NORMAL = Distribution("normal", (0.4, 0.2, 0.0, 0.9))
LOGNORMAL = Distribution("lognormal", (2.0, 1.6, 0.5, 6.0))
EXAMPLES = {
    "triangular": (Distribution("triangular", (0.1, 0.2, 0.5)), scipy.stats.triang(0.25, loc=0.1, scale=0.4)),
    "uniform": (Distribution("uniform", (-1.0, 3.0)), scipy.stats.uniform(-1, 4)),
    "beta": (Distribution("beta", (4.0, 5.0)), scipy.stats.beta(4, 5)),
    "normal": (NORMAL, scipy.stats.truncnorm(-2.0, 2.5, loc=0.4, scale=0.2)),
}


@pytest.mark.parametrize("kind", EXAMPLES)
def test_a_distribution_is_the_one_that_scipy_knows(kind: str) -> None:
    ours, theirs = EXAMPLES[kind]
    np.testing.assert_allclose(ours.ppf(U), theirs.ppf(U), rtol=1e-9, atol=1e-12)
    assert ours.mean == pytest.approx(theirs.mean(), rel=1e-9)
    assert ours.median == pytest.approx(theirs.median(), rel=1e-9)


def test_a_cut_lognormal_is_the_exponential_of_a_cut_normal() -> None:
    sigma = math.log(1.6)
    low, high = (math.log(edge / 2.0) / sigma for edge in (0.5, 6.0))
    logs = scipy.stats.truncnorm(low, high, loc=math.log(2.0), scale=sigma)
    np.testing.assert_allclose(LOGNORMAL.ppf(U), np.exp(logs.ppf(U)), rtol=1e-9)
    mean, _ = quad(lambda u: float(LOGNORMAL.ppf(u)), 0, 1)
    assert LOGNORMAL.mean == pytest.approx(mean, rel=1e-6)


def test_a_lognormal_may_begin_at_nothing() -> None:
    free = Distribution("lognormal", (1.0, 2.0, 0.0, 1e9))
    assert free.median == pytest.approx(1.0)
    assert free.mean == pytest.approx(math.exp(math.log(2.0) ** 2 / 2), rel=1e-6)


def distributions() -> st.SearchStrategy[Distribution]:
    """Distributions whose arguments are in order."""
    span = st.tuples(st.floats(-50, 50), st.floats(0.01, 50), st.floats(0, 1))
    middle = span.map(lambda s: (s[0], s[0] + s[1] * s[2], s[0] + s[1]))
    factor = st.floats(1.01, 5)
    return st.one_of(
        middle.map(lambda m: Distribution("triangular", m)),
        middle.map(lambda m: Distribution("uniform", (m[0], m[2]))),
        st.tuples(middle, st.floats(0.01, 20)).map(lambda p: Distribution("normal", (p[0][1], p[1], p[0][0], p[0][2]))),
        st.tuples(st.floats(0.01, 50), factor, st.floats(0, 1), st.floats(1.01, 9)).map(
            lambda p: Distribution("lognormal", (p[0], p[1], p[0] * p[2], p[0] * p[3]))
        ),
        st.tuples(st.floats(0.3, 30), st.floats(0.3, 30)).map(lambda p: Distribution("beta", p)),
    )


@given(distributions(), st.lists(st.floats(1e-9, 1 - 1e-9), min_size=2, max_size=8))
def test_a_higher_uniform_never_gives_a_lower_value_and_none_leaves_the_support(
    distribution: Distribution, us: list[float]
) -> None:
    assert order_problem(distribution) is None
    values = distribution.ppf(np.sort(us))
    low, high = distribution.support
    assert np.all(np.isfinite(values))
    assert np.all(values >= low)
    assert np.all(values <= high)
    assert np.all(np.diff(values) >= -1e-9 * (high - low))


@given(distributions())
def test_what_a_file_says_is_what_is_read_back(distribution: Distribution) -> None:
    assert distribution_from(distribution.as_data()) == distribution


def test_a_switch_gives_the_place_of_a_name_as_often_as_it_says() -> None:
    switch = distribution_from({"switch": {"first": 0.2, "second": 0.5, "third": 0.3}})
    places, counts = np.unique(switch.ppf(U), return_counts=True)
    assert places.tolist() == [0, 1, 2]
    np.testing.assert_allclose(counts / len(U), [0.2, 0.5, 0.3], atol=0.01)
    assert switch.median == 1
    assert switch.ppf([0.2, np.nextafter(0.2, 1)]).tolist() == [0, 1]
    assert switch.names == ("first", "second", "third")


def test_a_name_of_probability_nought_is_never_drawn() -> None:
    switch = distribution_from({"switch": {"never": 0, "always": 1}})
    assert set(switch.ppf(U)) == {1.0}


def test_a_scalar_uniform_gives_a_scalar_and_an_array_its_shape() -> None:
    assert NORMAL.ppf(0.5).shape == ()
    assert NORMAL.ppf(np.full((2, 3), 0.5)).shape == (2, 3)


WRONG = {
    "triangular": ((0.2, 0.1, 0.5), "mode 0.1 is outside"),
    "uniform": ((1.0, 1.0), "not below"),
    "normal": ((5.0, 1.0, 0.0, 1.0), "mean 5 is outside"),
    "normal without spread": ((0.5, 0.0, 0.0, 1.0), "sd must be above 0"),
    "lognormal": ((1.0, 0.8, 0.5, 2.0), "gsd"),
    "lognormal below nothing": ((1.0, 2.0, -1.0, 2.0), "low 0 or more"),
    "beta": ((0.0, 1.0), "above 0"),
}


@pytest.mark.parametrize("name", WRONG)
def test_arguments_out_of_order_are_named(name: str) -> None:
    args, said = WRONG[name]
    problem = order_problem(Distribution(name.split()[0], args))
    assert problem is not None
    assert said in problem


def test_the_probabilities_of_a_switch_must_sum_to_one() -> None:
    problem = order_problem(Distribution("switch", (0.5, 0.6), ("a", "b")))
    assert problem == "the probabilities sum to 1.1, not to 1"
