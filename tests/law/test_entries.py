"""Entries into force: a day of law has one home, and a rule that names it follows when it is corrected."""

import pytest

from kaname.core.errors import InputError
from kaname.law.book import load_book
from kaname.law.entries import day_of, entry_findings, named_days, with_days, with_events

DAYS = {
    "act": {"day": "2006-03-27", "promulgated": "2005-07-29"},
    "agreement": {"promulgated": "2026-01-15"},
}


def test_a_named_beginning_becomes_its_day_at_any_depth():
    rule = {"from": "act", "cite": [{"instrument": "x", "until": "act"}], "until": "2020-01-01"}
    assert with_days(rule, DAYS, "x.yaml") == {
        "from": "2006-03-27",
        "cite": [{"instrument": "x", "until": "2006-03-27"}],
        "until": "2020-01-01",
    }


def test_the_day_of_promulgation_can_be_named():
    assert day_of("act.promulgated", DAYS, "x.yaml") == "2005-07-29"


def test_nothing_begins_on_a_day_that_was_not_found():
    with pytest.raises(InputError, match="was not found"):
        day_of("agreement", DAYS, "x.yaml")


def test_a_wrong_name_is_told_with_the_nearest():
    with pytest.raises(InputError, match="agreement"):
        day_of("agrement", DAYS, "x.yaml")


def test_an_instrument_may_begin_with_an_entry_and_may_not_share_its_name():
    days = named_days(DAYS, {"view": {"from": "1972-10-14"}, "statute": {"from": "act"}})
    assert (days["view"]["day"], days["statute"]["day"]) == ("1972-10-14", "2006-03-27")
    with pytest.raises(InputError, match="one name"):
        named_days(DAYS, {"act": {"from": "1972-10-14"}})


def test_an_entry_in_force_before_its_promulgation_is_told():
    wrong = {"entries": {"act": {"promulgated": "2006-01-01", "day": "2005-01-01", "certainty": "Z", "colour": "red"}}}
    told = "\n".join(entry_findings(wrong))
    assert "in force on 2005-01-01, before its promulgation" in told
    assert "it has no source" in told
    assert "Z is not a mark of certainty" in told
    assert "colour is not a field here" in told


def test_every_entry_is_a_dated_event_unless_a_regime_or_event_names_its_day():
    data = {"regimes": [{"from": "2006-03-27"}], "events": [], "entries": {"act": {"day": "2006-03-27"}}}
    assert with_events(data) == []
    events = {one["date"]: one for one in load_book().data["events"]}
    assert events["2004-07-29"]["certainty"] == "O"


def test_acts_of_2025_come_in_stages():
    entries = load_book().data["entries"]
    stages = [entries[f"cyber_{name}"]["day"] for name in ("promulgation", "commission", "neutralisation")]
    assert stages == ["2025-05-23", "2026-04-01", "2026-10-01"]
    assert entries["cyber_communications"]["day"] == "2027-11-22"
    assert "day" not in entries["philippines_acsa"]
