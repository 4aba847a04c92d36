"""Era dates: every form of a day is read as the same day, and a day is written as acts write it."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.core.errors import InputError
from kaname.law.book import load_book
from kaname.law.era import ERAS, era_on, era_text, read_day
from kaname.law.facts import checked_date

DAY = dt.date(2026, 4, 21)


@pytest.mark.parametrize(
    "text",
    [
        "2026-04-21",
        "2026年4月21日",
        "令和8年4月21日",
        "令和八年四月二十一日",
        "R8.4.21",
        "r8/4/21",
        "Ｒ８．４．２１",
        "2026/4/21",
    ],
)
def test_every_form_of_a_day_is_the_same_day(text):
    assert read_day(text).day == DAY
    assert checked_date(load_book(), text) == "2026-04-21"


@pytest.mark.parametrize(
    ("text", "day", "ended"),
    [
        ("平成39年3月31日", dt.date(2027, 3, 31), "平成"),
        ("平成31年5月1日", dt.date(2019, 5, 1), "平成"),
        ("平成31年4月30日", dt.date(2019, 4, 30), None),
        ("大正15年12月25日", dt.date(1926, 12, 25), None),
        ("昭和元年12月25日", dt.date(1926, 12, 25), None),
        ("昭和64年1月8日", dt.date(1989, 1, 8), "昭和"),
    ],
)
def test_a_day_past_the_end_of_its_era_is_counted_on_and_says_so(text, day, ended):
    read = read_day(text)
    assert (read.day, read.ended.name if read.ended else None) == (day, ended)


@pytest.mark.parametrize(
    "text",
    [
        "令和元年4月30日",
        "令和8年2月30日",
        "令和0年1月1日",
        "明治5年1月1日",
        "",
        "R8.4",
        "2026-04",
        "一年",
        "9" * 4000,
        "令和8年4月31日",
    ],
)
def test_a_text_that_names_no_day_is_refused_with_the_forms(text):
    with pytest.raises(InputError) as told:
        read_day(text)
    assert told.value.allowed


@given(st.dates(dt.date(1873, 1, 1), dt.date(2400, 12, 31)))
def test_a_day_that_is_written_is_read_back(day):
    read = read_day(era_text(day))
    assert (read.day, read.ended) == (day, None)


def test_the_eras_follow_one_another_without_a_gap():
    for earlier, later in zip(ERAS, ERAS[1:], strict=False):
        assert later.first - earlier.last in (dt.timedelta(0), dt.timedelta(1))
    assert era_on(dt.date(1926, 12, 25)).name == "昭和"
    assert era_on(dt.date(1850, 1, 1)) is None
