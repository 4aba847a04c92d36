"""A date as it is typed is the quarter in which it lies, or is refused with what is allowed."""

from __future__ import annotations

import pytest

from kaname.core.errors import InputError
from kaname.scenarios.records import Start
from kaname.study.dates import quarter_at

START = Start(2026, 1)
QUARTERS = 59


@pytest.mark.parametrize(
    ("said", "quarter"),
    [
        (None, 0),
        ("2026", 0),
        ("2026Q3", 2),
        ("2026-Q3", 2),
        ("2026-07", 2),
        ("2026-09-30", 2),
        ("2031", 20),
        ("2040q3", 58),
    ],
)
def test_a_date_is_the_quarter_in_which_it_lies(said: str | None, quarter: int) -> None:
    assert quarter_at(START, QUARTERS, said) == quarter


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("soon", "is no date. Write 20"), ("2031-02-30", "is no date"), ("2031-13", "is no date"),
        ("2025Q4", "outside the scenario, 2026Q1 to 2040Q3"), ("2040Q4", "outside the scenario, 2026Q1 to 2040Q3"),
        ("2031Q5", "is no date"), ("", "is no date"),
    ],
)  # fmt: skip
def test_a_bad_date_is_told_with_what_is_allowed(said: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        quarter_at(START, QUARTERS, said)
