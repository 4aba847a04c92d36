"""Threefry2x32-20 against Random123's published vectors and a second implementation; draws against scipy."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from kaname.core.kernel import plain
from kaname.core.random import (
    BINOMIAL_BLOCK,
    SLOT_STRIDE,
    binomial_block,
    normal_quantile,
    poisson_block,
    threefry,
    unit,
)
from kaname.model.world.samples import empty_tables, turn_of
from kaname.model.world.turn import binomial, normal, poisson, triangular, uniform

WORD = st.integers(0, 2**32 - 1)
DRAWS = 20_000
SMALLEST_P = 1e-3
# Known-answer vectors of threefry2x32, 20 rounds, from Random123's kat_vectors: key, counter, answer.
VECTORS = [
    ((0, 0), (0, 0), (0x6B200159, 0x99BA4EFE)),
    ((0xFFFFFFFF, 0xFFFFFFFF), (0xFFFFFFFF, 0xFFFFFFFF), (0x1CB996FC, 0xBB002BE7)),
    ((0x13198A2E, 0x03707344), (0x243F6A88, 0x85A308D3), (0xC4923A9C, 0x483DF7A0)),
]


def second_implementation(key: tuple[int, int], counter: tuple[int, int]) -> tuple[int, int]:
    """Threefry2x32-20 written from the paper's round table, with uint32 arithmetic, round by round."""
    rotations = (13, 15, 26, 6, 17, 29, 16, 24)
    keys = [np.uint32(key[0]), np.uint32(key[1]), np.uint32(key[0] ^ key[1] ^ 0x1BD11BDA)]
    x = np.array(counter, dtype=np.uint32)
    with np.errstate(over="ignore"):
        x += np.array(keys[:2], dtype=np.uint32)
        for number in range(20):
            r = rotations[number % 8]
            x[0] += x[1]
            x[1] = (x[1] << np.uint32(r)) | (x[1] >> np.uint32(32 - r))
            x[1] ^= x[0]
            if number % 4 == 3:
                step = number // 4 + 1
                x[0] += keys[step % 3]
                x[1] += keys[(step + 1) % 3] + np.uint32(step)
    return int(x[0]), int(x[1])


@pytest.mark.parametrize("run", [threefry, plain(threefry)], ids=["compiled", "plain"])
@pytest.mark.parametrize(("key", "counter", "answer"), VECTORS)
def test_the_published_known_answer_vectors_come_out(run, key, counter, answer):
    assert run(*key, *counter) == answer


@given(WORD, WORD, WORD, WORD)
def test_two_implementations_agree_on_any_key_and_counter(k0, k1, c0, c1):
    assert threefry(k0, k1, c0, c1) == second_implementation((k0, k1), (c0, c1)) == plain(threefry)(k0, k1, c0, c1)


@given(WORD, WORD, WORD, WORD)
def test_a_uniform_lies_strictly_inside_zero_and_one(seed, future, time, counter):
    assert 0.0 < unit(seed, future, time, counter) < 1.0


def draws(function, *arguments) -> np.ndarray:
    tables = empty_tables()
    return np.array([function(turn_of(n, tables, seed=7), 3, 0, *arguments) for n in range(DRAWS)])


def test_uniforms_are_uniform():
    assert stats.kstest(draws(uniform), "uniform").pvalue > SMALLEST_P


def test_normals_are_normal():
    assert stats.kstest(draws(normal), "norm").pvalue > SMALLEST_P


def test_triangular_draws_are_triangular():
    low, mode, high = -1.0, 0.5, 4.0
    wanted = stats.triang((mode - low) / (high - low), loc=low, scale=high - low)
    assert stats.kstest(draws(triangular, low, mode, high), wanted.cdf).pvalue > SMALLEST_P


@pytest.mark.parametrize(("n", "p"), [(1, 0.3), (7, 0.5), (40, 0.02), (41, 0.7), (300, 0.45), (500, 0.97)])
def test_binomial_draws_have_the_binomial_distribution(n, p):
    assert chi_square(draws(binomial, n, p), stats.binom(n, p)) > SMALLEST_P


@pytest.mark.parametrize("mean", [0.05, 1.0, 11.9, 40.0])
def test_poisson_draws_have_the_poisson_distribution(mean):
    assert chi_square(draws(poisson, mean), stats.poisson(mean)) > SMALLEST_P


def chi_square(found: np.ndarray, wanted) -> float:
    """p-value of a chi-square test over cells of at least 20 expected draws."""
    low, high = int(wanted.ppf(0.002)), int(wanted.ppf(0.998))
    edges = np.arange(low, high + 1)
    chances = np.concatenate([[wanted.cdf(low - 1)], wanted.pmf(edges), [1.0 - wanted.cdf(high)]])
    counts = np.concatenate([[np.sum(found < low)], [np.sum(found == e) for e in edges], [np.sum(found > high)]])
    groups = [[0.0, 0.0]]
    for count, chance in zip(counts, chances * len(found), strict=True):
        groups[-1][0] += count
        groups[-1][1] += chance
        if groups[-1][1] >= 20:
            groups.append([0.0, 0.0])
    rest = groups.pop()
    groups[-1][0] += rest[0]
    groups[-1][1] += rest[1]
    observed, hoped = np.array(groups).T
    return float(stats.chisquare(observed, hoped * observed.sum() / hoped.sum()).pvalue)


@pytest.mark.parametrize("u", [1e-15, 1e-6, 0.02425, 0.3, 0.5, 0.9, 1 - 1e-12])
def test_the_normal_quantile_is_scipys(u):
    assert math.isclose(normal_quantile(u), stats.norm.ppf(u), rel_tol=1e-12, abs_tol=1e-14)


@given(st.integers(0, BINOMIAL_BLOCK), st.floats(0.0, 0.5), st.floats(1e-12, 1 - 1e-12))
def test_a_block_of_a_binomial_is_the_inverse_of_its_distribution(n, p, u):
    k = binomial_block(n, p, u)
    assert stats.binom.cdf(k, n, p) >= u - 1e-12
    assert k == 0 or stats.binom.cdf(k - 1, n, p) <= u + 1e-12


@given(st.floats(0.0, 12.0), st.floats(1e-9, 1 - 1e-9))
def test_a_block_of_a_poisson_is_the_inverse_of_its_distribution(mean, u):
    k = poisson_block(mean, u)
    assert stats.poisson.cdf(k, mean) >= u - 1e-12
    assert k == 0 or stats.poisson.cdf(k - 1, mean) <= u + 1e-12


def test_a_draw_depends_on_its_names_only():
    tables = empty_tables()
    first = [uniform(turn_of(5, tables, quarter=3), 9, n) for n in range(4)]
    for n in range(50):
        uniform(turn_of(n, tables), 2, n)
    assert first == [uniform(turn_of(5, tables, quarter=3), 9, n) for n in range(4)]
    assert len(set(first)) == len(first)


def test_slots_and_indices_do_not_meet():
    assert unit(1, 1, 0, 2 * SLOT_STRIDE) != unit(1, 1, 0, 1 * SLOT_STRIDE + 0)
    assert unit(1, 1, 0, SLOT_STRIDE - 1) != unit(1, 1, 0, SLOT_STRIDE)
