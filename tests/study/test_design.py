"""A design: spans that cover every future once, a size of parts that suits futures and workers, bounds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.core.errors import InputError
from kaname.study.design import Design


def test_spans_cover_every_future_once_with_the_bargains_side_by_side():
    design = Design("s", ("a", "b"), 25, chunk=10)
    assert [span.name for span in design.spans()] == [
        "a-0-9.parquet", "b-0-9.parquet", "a-10-19.parquet", "b-10-19.parquet", "a-20-24.parquet", "b-20-24.parquet",
    ]  # fmt: skip


@pytest.mark.parametrize("wrong", [{"futures": 0}, {"seed": -1}, {"seed": 2**32}, {"chunk": -1}, {"preset": "half"}])
def test_a_design_outside_its_bounds_is_refused(wrong):
    with pytest.raises(InputError, match=r"outside|preset"):
        Design(**{"scenario": "s", "bargains": ("a",), "futures": 5, **wrong})


def test_a_bargain_named_twice_is_refused():
    with pytest.raises(InputError, match="twice"):
        Design("s", ("a", "a"), 5)


@given(st.integers(1, 10_000_000), st.integers(1, 256))
def test_parts_suit_futures_and_workers_and_are_no_input(futures: int, workers: int) -> None:
    asked = Design("s", ("a",), futures)
    found = asked.in_parts(workers)
    assert 100 <= found.chunk <= 1000
    assert found.chunk in (100, 1000) or abs(found.chunk * 8 * workers - futures) < 8 * workers
    assert found.as_data() == asked.as_data()
    assert Design("s", ("a",), futures, chunk=7).in_parts(workers).chunk == 7


@pytest.mark.parametrize("said", ["as_is", "none", "sure", "none@2031Q2", "sure@2031-05-17"])
def test_a_guarantee_is_a_switch_with_or_without_a_date(said: str) -> None:
    assert Design("s", ("a",), guarantee=said).as_data()["guarantee"] == said


@pytest.mark.parametrize(
    ("said", "message"), [("nome", "Nearest: none"), ("none@", "none@2031Q2"), ("as_is@2031", "none@2031Q2")]
)
def test_another_word_for_the_guarantee_is_refused(said: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        Design("s", ("a",), guarantee=said)


def test_a_guarantee_cannot_be_switched_where_its_mechanism_is_frozen() -> None:
    with pytest.raises(InputError, match="frozen"):
        Design("s", ("a",), guarantee="none", frozen=("crisis.guarantee",))
