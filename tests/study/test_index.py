"""A count read off a field: level of the last year, error of past changes, nothing from the start on."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.study.index import error_of, index

YEARS = (2013, 2014, 2017)


def test_a_still_field_gives_the_last_count_and_wanders_as_it_has_wandered() -> None:
    field = np.full((8000, 3), 50.0)
    known = {2010: 100.0, 2011: 200.0, 2012: 100.0}
    counts = index(field, field[:, 0], known, 2013, YEARS, np.random.default_rng(1))
    assert np.median(counts, axis=0) == pytest.approx([100.0] * 3, rel=0.06)
    assert np.log(counts).std(axis=0) == pytest.approx(error_of(known) * np.sqrt([1.0, 2.0, 5.0]), rel=0.05)


def test_a_change_over_many_years_counts_as_that_of_one_over_their_root() -> None:
    assert error_of({2000: 9.0, 2004: 99.0}) == pytest.approx(np.log(10.0) / 2.0)
    assert error_of({2000: 9.0}) == 0.0


def test_counts_follow_the_field_in_proportion() -> None:
    field = np.array([[1.0, 2.0, 3.0]])
    counts = index(field, field[:, 0], {2011: 10.0, 2012: 10.0}, 2013, YEARS, np.random.default_rng(1))
    assert counts[0] == pytest.approx([10.0, 20.0, 30.0])


def test_what_came_from_the_start_on_is_not_read() -> None:
    field = np.ones((5, 3))
    known, later = {2011: 10.0, 2012: 14.0}, {2013: 900.0, 2014: 1.0}
    first = index(field, field[:, 0], known, 2013, YEARS, np.random.default_rng(3))
    second = index(field, field[:, 0], known | later, 2013, YEARS, np.random.default_rng(3))
    assert np.array_equal(first, second)


def test_a_field_of_nought_at_the_start_leaves_the_count_where_it_was() -> None:
    field = np.array([[0.0, 4.0, 4.0]])
    counts = index(field, field[:, 0], {2011: 7.0, 2012: 7.0}, 2013, YEARS, np.random.default_rng(1))
    assert counts[0] == pytest.approx([7, 7, 7])
