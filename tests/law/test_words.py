"""Lines, durations and families: what a person reads keeps its width, its units and every act."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.law.book import load_book
from kaname.law.durations import duration, said
from kaname.law.families import families
from kaname.law.gaps import gaps
from kaname.law.lines import columns, padded, shortened, wrapped
from kaname.law.observed import hours_from
from kaname.law.options import hours
from kaname.law.render import Wording

BOOK = load_book()
TEXTS = st.text(alphabet="abc =_武力攻撃（）、。 ", min_size=1, max_size=200)


@given(TEXTS)
def test_wrapping_loses_no_letter_and_keeps_the_width_where_it_can(text):
    lines = wrapped(text, "  ", "    ")
    assert "".join("".join(lines).split()) == "".join(text.split())
    unbreakable = max((columns(one) for one in text.split()), default=0)
    assert all(columns(line) <= 80 or columns(line) <= unbreakable + 4 for line in lines)


def test_a_japanese_line_holds_half_as_many_characters():
    first = wrapped("武力攻撃" * 30)[0]
    assert columns(first) <= 80
    assert len(first) == 40


def test_no_line_begins_with_a_closing_mark():
    assert not any(line.strip().startswith(("）", "。", "、")) for line in wrapped("武力（攻撃）、" * 20))


def test_a_name_is_padded_and_cut_by_columns():
    assert columns(padded("武力", 8)) == 8
    assert columns(shortened("武力の行使の三要件", 10)) <= 10
    assert shortened("short", 10) == "short"


def test_hours_are_told_in_the_unit_a_person_would_use():
    assert [said(one, "en") for one in (0.07, 0.5, 3, 36, 96, 1248)] == [
        "4 min",
        "30 min",
        "3 h",
        "36 h",
        "4 d",
        "52 d",
    ]
    assert duration((0, 0, 0), "en") == "no time"
    assert duration((0.5, 6, 48), "ja") == "6時間（30分〜2日）"


def test_published_times_become_the_mode_and_nine_tenths_of_a_log_normal():
    low, mode, high = hours_from([17.8, 3.75], 0.8)
    middle, spread = math.log(17.8 * 3.75) / 2, math.log(17.8 / 3.75) / math.sqrt(2)
    assert low == pytest.approx(math.exp(middle - 1.645 * spread), rel=0.01)
    assert mode == pytest.approx(math.exp(middle - spread**2), rel=0.01)
    assert high == pytest.approx(math.exp(middle + 1.645 * spread), rel=0.01)
    assert hours_from([192.0], 0.7)[0] < 192 < hours_from([192.0], 0.7)[2]


def test_every_observed_duration_of_the_book_gives_its_triangle():
    seen = [one for latency in BOOK.data["latencies"].values() for one in latency["versions"] if "observed" in one]
    assert len(seen) >= 5
    assert all(one["hours"] == hours_from(one["observed"], one["log_sd"]) for one in seen)
    assert all(one["hours"][0] <= value <= one["hours"][2] for one in seen for value in one["observed"])


def test_a_path_without_known_durations_has_no_hours():
    assert hours(()) is None


def test_families_hold_every_act_once():
    found = gaps(BOOK, "2026-06-01", 2)
    made = families(found)
    assert sum(one.count for one in made) == len(found)
    assert len(made) < len(found) / 2
    for gap in found:
        inside = [one for one in made if fits(one, gap)]
        assert len(inside) == 1
        assert inside[0].open_responses == gap.open_responses


def fits(family, gap):
    choices = dict(family.choices)
    return set(choices) == {fact for fact, _ in gap.act} and all(value in choices[fact] for fact, value in gap.act)


def test_every_value_has_words_in_both_languages():
    named = BOOK.data["values"]
    used = {str(value) for fact in BOOK.facts.values() for value in fact.get("values", ())}
    assert used <= set(named)
    assert set(named) <= used


def test_every_rival_reading_has_a_name_and_a_source_in_both_languages():
    readings = {rule.reading for rule in BOOK.rules if rule.reading}
    assert readings == set(BOOK.data["readings"])
    assert all(one["en"] and one["ja"] and one["source_ja"] for one in BOOK.data["readings"].values())


def test_a_fact_reads_as_words_and_can_still_be_typed():
    assert Wording(BOOK, "en").fact("target", "us_ship") == "target=us_ship"
    assert Wording(BOOK, "ja").fact("target", "us_ship") == "target=us_ship（攻撃・脅威の対象：米艦）"
    assert Wording(BOOK, "en").read("target", "us_ship") == "what is attacked or threatened: U.S. ship"
