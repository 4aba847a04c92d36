"""Flips, options, gaps and history on cases whose outcome a lawyer knows."""

import pytest

from kaname.law.book import book_from, load_book
from kaname.law.drawing import history_picture, timeline
from kaname.law.families import families
from kaname.law.flips import date_flips, flips, smallest_part
from kaname.law.gaps import gaps
from kaname.law.history import history
from kaname.law.options import AFTER, CLOSED, NOW, WHERE, options
from kaname.law.page import gaps_page, history_page, options_page
from kaname.law.remembered import Verdicts
from kaname.law.render import Wording

BOOK = load_book()
SHIP = {"target": "us_ship", "armed_attack_on_japan": "no", "armed_attack_on_close_country": "yes"}


def test_the_flip_of_asset_protection_without_request_is_the_request():
    told = {"protected_asset": "us_ship", "minister_finds_necessary": "yes", "scene_of_combat": "no"}
    found = flips(BOOK, "JP.ASSET_PROTECTION", "2018-06-01", {**told, "request_from_protected_force": "no"})
    assert found[0].changes == (("request_from_protected_force", "yes"),)
    assert found[0].answer == "yes"


def test_what_a_flip_does_not_need_is_cut_away():
    told = {"protected_asset": "us_ship", "scene_of_combat": "no", "request_from_protected_force": "no"}
    told["minister_finds_necessary"] = "yes"
    changes = {"actor": "state", "request_from_protected_force": "yes", "activity": "escort"}
    small = smallest_part(Verdicts(BOOK, "JP.ASSET_PROTECTION", "2018-06-01"), told, changes, "yes")
    assert small == {"request_from_protected_force": "yes"}


def test_an_act_that_meets_a_threshold_is_no_gap():
    wider = {**BOOK.data["dimensions"], "attack_level": ["armed_attack", "none"]}
    found = gaps(book_from({**BOOK.data, "dimensions": wider}), "2026-06-01", 3)
    acts = [dict(gap.act) for gap in found]
    assert {"attack_level": "armed_attack", "actor": "state", "target": "senkaku"} not in acts
    assert {"attack_level": "armed_attack", "target": "taiwan", "actor": "state"} in acts
    assert any(act.get("attack_level") == "none" for act in acts)


def test_a_long_way_to_yes_is_found_and_holds_finding_conditions_and_order():
    found = [flip for flip in flips(BOOK, "JP.USE_OF_FORCE", "2018-01-01", SHIP) if flip.answer == "yes"]
    needed = {
        ("cabinet_determination", "survival_threatening"),
        ("other_appropriate_means", "no"),
        ("minimum_necessary", "yes"),
        ("defense_operation_order", "yes"),
    }
    assert needed in [set(flip.changes) for flip in found]


def test_the_date_that_would_change_the_answer_is_the_legislation_of_2016():
    assert [(one.side, one.date) for one in date_flips(BOOK, "JP.USE_OF_FORCE", "2014-05-27", SHIP)] == [
        ("from", "2016-03-29")
    ]
    assert [(one.side, one.date) for one in date_flips(BOOK, "JP.USE_OF_FORCE", "2018-05-27", SHIP)] == [
        ("before", "2016-03-29")
    ]


def test_options_say_now_after_a_finding_and_not_open():
    told = {
        "target": "senkaku",
        "location": "japan_remote_island",
        "attack_level": "infringement_short_of_armed_attack",
    }
    made = {one.question: one for one in options(BOOK, "2018-01-01", told)}
    assert made["JP.POLICE_RESPONSE"].status == NOW
    assert made["JP.PUBLIC_SECURITY_OP"].status == WHERE
    assert made["JP.PUBLIC_SECURITY_OP"].where[0] == (("police_jcg_can_respond", "no"),)
    assert made["JP.ASSET_PROTECTION"].status == AFTER
    assert (("order_issued", "art78"),) in made["JP.PUBLIC_SECURITY_OP"].after
    assert made["JP.STANDING_TERRITORIAL_GUARD"].status == CLOSED
    assert {one.state for one in made.values()} >= {"jp", "us", "kr", "de"}


def test_no_finding_is_offered_that_is_at_odds_with_what_is_told():
    told = {"target": "senkaku", "attack_level": "infringement_short_of_armed_attack"}
    made = options(BOOK, "2026-06-01", told)
    ways = [dict(way) for one in made for way in (*one.where, *one.after)]
    assert ways
    assert not [way for way in ways if way.get("cabinet_determination") == "armed_attack_occurred"]
    assert not [way for way in ways if way.get("armed_attack_on_japan") == "yes"]
    assert {one.question: one.status for one in made}["JP.USE_OF_FORCE"] == CLOSED


def test_no_finding_opens_force_for_another_state_in_2014():
    made = {one.question: one for one in options(BOOK, "2014-05-27", SHIP)}
    assert made["JP.USE_OF_FORCE"].status == CLOSED


def test_gaps_are_below_every_threshold_and_the_smallest_come_first():
    found = gaps(BOOK, "2026-06-01", 2)
    sure = [gap for gap in found if not gap.in_doubt]
    assert sure
    assert [len(gap.act) for gap in sure] == sorted(len(gap.act) for gap in sure)
    assert all(answer == "no" for gap in sure for _, answer in gap.thresholds)
    acts = [dict(gap.act) for gap in found]
    assert not any(act.get("attack_level") == "armed_attack" for act in acts)


@pytest.mark.system("S04")
def test_a_cyber_attack_stays_in_doubt_and_leaves_no_response_before_its_law_is_in_force():
    def cyber(date):
        return [gap for gap in gaps(BOOK, date, 1) if dict(gap.act) == {"domain": "cyber"}][0]

    assert cyber("2024-01-01").in_doubt
    assert "cyber_response" not in cyber("2024-01-01").open_responses
    assert "cyber_response" in cyber("2026-11-01").open_responses


def test_the_smaller_act_stands_for_the_larger_that_changes_nothing():
    found = gaps(BOOK, "2026-06-01", 3)
    for gap in found:
        for other in found:
            same = (gap.thresholds, gap.open_responses) == (other.thresholds, other.open_responses)
            if same and gap.doubtful_responses == other.doubtful_responses:
                assert len(other.act) != len(gap.act) + 1 or not set(gap.act) < set(other.act)


@pytest.mark.system("S03")
def test_the_history_of_support_names_the_events_that_changed_it():
    told = {"situation": "important_influence", "recipient": "us", "scene_of_combat": "no", "diet_approval": "prior"}
    periods = history(BOOK, "JP.REAR_SUPPORT", {**told, "support": "ammunition"}, "2026-01-01")
    assert [(one.start, one.answer) for one in periods] == [("1951-09-08", "no"), ("2016-03-29", "yes")]
    assert "Legislation" in periods[1].event["en"]
    assert all(first.end == second.start for first, second in zip(periods, periods[1:], strict=False))


def test_the_arms_track_has_its_own_history():
    told = {"destination": "united_states", "item": "licensed_product"}
    periods = history(BOOK, "JP.ARMS_TRANSFER", told, "2026-01-01")
    assert [(one.start, one.answer) for one in periods][-1] == ("2023-12-22", "yes")


@pytest.mark.parametrize("language", ["en", "ja"])
def test_pages_and_pictures_are_made_in_both_languages(language):
    wording = Wording(BOOK, language)
    made = options(BOOK, "2018-01-01", SHIP)
    periods = history(BOOK, "JP.USE_OF_FORCE", SHIP, "2026-01-01")
    picture, band = timeline(wording, made), history_picture(wording, "JP.USE_OF_FORCE", periods)
    assert picture.startswith("<svg")
    assert wording.word("timeline") in picture
    assert wording.word("no") in band
    for page in (
        options_page(wording, "2018-01-01", SHIP, made, picture),
        history_page(wording, "JP.USE_OF_FORCE", SHIP, periods, band),
        gaps_page(wording, "2018-01-01", families(gaps(BOOK, "2018-01-01", 1))),
    ):
        assert f'lang="{language}"' in page
        assert "http" not in page.replace("http://www.w3.org/2000/svg", "")


def test_every_word_and_reason_exists_in_both_languages():
    assert all(rule.reason["en"] and rule.reason["ja"] for rule in BOOK.rules)
    for table in ("questions", "bodies", "states", "instruments", "facts", "words"):
        assert all(one["en"] and one["ja"] for one in BOOK.data[table].values()), table
