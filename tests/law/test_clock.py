"""Clocks: due days counted as the Civil Code counts, stopped by a Diet that does not sit."""

import datetime as dt
import json

import pytest

from kaname.core.errors import InputError
from kaname.law.book import load_book
from kaname.law.clock import due_days, read_moment
from kaname.law.clock_text import clock_picture, due_text, events_text
from kaname.law.diet import diet_on, dissolutions, sessions
from kaname.law.render import Wording

BOOK = load_book()


def due(event, text, clock=None, **told):
    found = due_days(BOOK, event, read_moment(text), **told)
    return next(one for one in found if clock in (None, one.clock))


@pytest.mark.parametrize(
    ("event", "start", "clock", "day"),
    [
        ("war_powers_report", "2026-03-02", "war_powers_end", "2026-05-01"),
        ("war_powers_report", "令和8年3月2日", "war_powers_end", "2026-05-01"),
        ("war_powers_report", "2026-03-02", "war_powers_withdrawal", "2026-05-31"),
        ("public_security_order", "2025-11-03", "public_security_approval", "2025-11-23"),
        ("public_security_order", "2025-11-03 00:00", "public_security_approval", "2025-11-22"),
        ("public_security_order", "2025-11-03 00:01", "public_security_approval", "2025-11-23"),
        ("peace_support_approval", "2023-02-10", "peace_support_renewal", "2025-02-10"),
        ("peace_support_approval", "2024-02-29", "peace_support_renewal", "2026-02-28"),
        ("peace_support_approval", "2024-02-28", "peace_support_renewal", "2026-02-28"),
        ("peace_support_approval", "2024-03-01 00:00", "peace_support_renewal", "2026-02-28"),
        ("peace_support_request", "2026-03-02", "peace_support_vote", "2026-03-09"),
    ],
)
def test_periods_end_on_the_day_counted_by_hand(event, start, clock, day):
    assert due(event, start, clock).due == dt.date.fromisoformat(day)


def test_forty_eight_hours_run_from_the_hour():
    one = due("hostilities", "2026-02-28T06:30")
    assert (one.due, one.hour) == (dt.date(2026, 3, 2), dt.time(6, 30))
    assert due("hostilities", "2026-02-28").notes == ("hour_not_given",)


def test_while_the_diet_is_closed_or_the_house_dissolved_no_day_is_due():
    closed = due("public_security_order", "2025-12-20")
    dissolved = due("public_security_order", "2026-01-25")
    assert (closed.due, closed.diet, closed.meets) == (None, "closed", dt.date(2026, 1, 23))
    assert (dissolved.due, dissolved.diet, dissolved.meets) == (None, "dissolved", dt.date(2026, 2, 18))


def test_a_session_that_ends_first_and_a_calendar_that_ends_are_told():
    assert "session_ends_before" in due("public_security_order", "2025-12-10").notes
    assert "diet_unknown" in due("public_security_order", "2026-11-01").notes
    told = due("public_security_order", "2026-11-01", diet="closed")
    assert (told.due, told.meets, told.meets_by) == (None, None, dt.date(2027, 1, 31))
    known = due("public_security_order", "2026-11-01", diet="closed", next_session=dt.date(2026, 12, 1))
    assert known.meets == dt.date(2026, 12, 1)


def test_a_renewal_is_due_in_its_window_where_the_diet_sits_on_a_day_of_it():
    one = due("peace_support_approval", "2024-02-29")
    assert (one.opens, one.due, one.diet) == (dt.date(2026, 1, 29), dt.date(2026, 2, 28), "in_session")
    waits = due("peace_support_approval", "2023-10-01")
    assert (waits.due, waits.meets) == (None, dt.date(2025, 10, 21))


def test_a_clock_runs_only_under_a_law_in_force():
    assert [one.clock for one in due_days(BOOK, "peace_support_approval", read_moment("2010-01-01"))] == []
    assert due("anti_terrorism_measures", "2001-11-09").due == dt.date(2001, 11, 29)


@pytest.mark.parametrize(
    ("event", "text", "told"),
    [
        ("war_power", "2026-01-01", {}),
        ("hostilities", "2026-13-01", {}),
        ("hostilities", "2026-01-01 25:00", {}),
        ("war_powers_report", "9999-12-31", {}),
        ("public_security_order", "2026-01-01", {"diet": "asleep"}),
    ],
)
def test_what_cannot_be_counted_is_refused(event, text, told):
    with pytest.raises(InputError):
        due(event, text, **told)


def test_the_calendar_of_the_diet_holds_together():
    known = sessions(BOOK)
    assert [one.number for one in known] == list(range(known[0].number, known[-1].number + 1))
    assert all(one.first <= one.last for one in known)
    assert all(earlier.last < later.first for earlier, later in zip(known, known[1:], strict=False))
    for since, election in dissolutions(BOOK):
        assert any(one.last == since for one in known)
        assert since < election <= since + dt.timedelta(days=40)
        special = next(one for one in known if one.first > election)
        assert special.kind == "special"
        assert special.first <= election + dt.timedelta(days=30)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2005-08-07", "in_session"),
        ("2005-08-08", "dissolved"),
        ("2005-09-11", "closed"),
        ("2005-09-21", "in_session"),
        ("2025-12-18", "closed"),
        ("2026-07-18", "unknown"),
        ("1999-01-01", "unknown"),
    ],
)
def test_the_diet_on_a_day_is_what_the_list_says(day, state):
    assert diet_on(BOOK, dt.date.fromisoformat(day)).state == state


@pytest.mark.parametrize("language", ["en", "ja"])
def test_text_and_picture_name_every_due_day_in_both_calendars(language):
    wording = Wording(BOOK, language)
    found = [
        *due_days(BOOK, "war_powers_report", read_moment("2026-03-02")),
        *due_days(BOOK, "public_security_order", read_moment("2026-01-25")),
        *due_days(BOOK, "peace_support_approval", read_moment("R6.2.29")),
    ]
    told, picture = due_text(wording, found), clock_picture(wording, found)
    assert picture.startswith("<svg")
    for day in ("2026-05-01", "2026-02-18", "2026-02-28"):
        assert day in told
        assert day in picture
    assert "令和8年5月1日" in told
    assert "clock_" not in told
    assert all(event in events_text(wording) for event in BOOK.data["clock_events"])


def test_the_command_prints_json_and_writes_the_timeline(kaname, tmp_path):
    picture = tmp_path / "clock.svg"
    done = kaname("law", "clock", "war_powers_report=令和8年3月2日", "--json", "--svg", str(picture))
    assert done.returncode == 0
    made = json.loads(done.stdout)
    assert [one["due"] for one in made] == ["2026-05-01", "2026-05-31"]
    assert picture.read_text(encoding="utf-8").startswith("<svg")
    assert "war_powers_report" in kaname("law", "clock").stdout
    assert kaname("law", "clock", "hostilities=spring").returncode == 2
    assert kaname("law", "clock", "peace_support_approval=2001-01-01").returncode == 2
