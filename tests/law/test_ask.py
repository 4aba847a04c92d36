"""One question, one date, a set of facts: the answer, who decides, why, and the systems of law that it carries."""

import pytest

from kaname.law.ask import ask
from kaname.law.book import load_book

SHIP = {"target": "us_ship", "armed_attack_on_japan": "no", "armed_attack_on_close_country": "yes"}


def answer(question, date, **facts):
    return ask(question, date, facts).answer


def test_an_unlisted_fact_is_unknown_and_never_false():
    assert answer("JP.USE_OF_FORCE", "2018-01-01") == "undetermined"
    assert answer("JP.USE_OF_FORCE", "2018-01-01", defense_operation_order="no") == "no"


def test_undetermined_says_which_finding_by_whom_would_determine_it():
    given = ask("JP.USE_OF_FORCE", "2016-06-01", SHIP)
    needed = {one.fact: one.found_by for one in given.open_findings}
    assert needed["cabinet_determination"] == "jp.cabinet"
    assert needed["defense_operation_order"] == "jp.prime_minister"


def test_a_finding_includes_its_elements_unless_the_contrary_is_told():
    met = {
        "cabinet_determination": "survival_threatening",
        "defense_operation_order": "yes",
        "other_appropriate_means": "no",
        "minimum_necessary": "yes",
    }
    assert answer("JP.USE_OF_FORCE", "2018-01-01", **met) == "yes"
    refused = answer("JP.USE_OF_FORCE", "2018-01-01", **met, **SHIP, request_or_consent_of_attacked_state="no")
    assert refused == "no"
    assert answer("JP.USE_OF_FORCE", "2018-01-01", **met, survival_threat_clear_danger="unknown") == "undetermined"


def test_every_undetermined_answer_names_a_finding_or_who_decides():
    book = load_book()
    for question in book.questions:
        for date in ("1965-01-01", "2005-01-01", "2026-11-01"):
            given = ask(question, date, {}, book)
            if given.answer == "undetermined":
                assert given.open_findings or given.who_decides in book.data["bodies"], (question, date)
                assert given.rules, (question, date)
                assert given.citations, (question, date)


@pytest.mark.system("S01")
def test_the_treaty_of_1951_held_no_duty_and_that_of_1960_no_automatic_one():
    for date in ("1955-01-01", "1975-01-01", "2026-01-01"):
        assert answer("US.OBLIGATION_DEFEND", date, attack_level="armed_attack") == "no"
    assert (
        answer("US.INTERNAL_RIOT", "1955-01-01", actor="internal_riot_foreign_instigated", japan_request="yes") == "yes"
    )
    assert (
        answer("US.INTERNAL_RIOT", "1965-01-01", actor="internal_riot_foreign_instigated", japan_request="yes") == "no"
    )


@pytest.mark.system("S01")
def test_the_ally_owes_no_defence_of_the_protectors_homeland():
    assert answer("US.ART5_COVERS", "2020-01-01", target="us_territory", attack_level="armed_attack") == "no"


@pytest.mark.system("S05")
def test_coverage_follows_administration_and_sovereignty_is_another_question():
    told = {"target": "senkaku", "attack_level": "armed_attack"}
    assert answer("US.ART5_COVERS", "1971-09-01", **told) == "no"
    assert answer("US.ART5_COVERS", "1972-05-15", **told) == "yes"
    assert answer("US.SENKAKU_SOVEREIGNTY", "2021-04-16", target="senkaku") == "no"
    assert [answer("US.OPPOSE_UNILATERAL", date) for date in ("2012-09-15", "2013-01-18")] == ["no", "yes"]


@pytest.mark.system("S05")
def test_a_lost_or_contested_administration_leaves_coverage_open():
    told = {"target": "senkaku", "attack_level": "armed_attack", "administering_state": "contested_or_lost"}
    assert answer("US.ART5_COVERS", "2020-01-01", **told) == "undetermined"


@pytest.mark.system("S04")
@pytest.mark.parametrize("domain", ["cyber", "space"])
def test_the_principle_is_settled_from_its_date_and_the_case_stays_open(domain):
    question, since = {"cyber": ("US.CYBER_PRINCIPLE", "2019-04-19"), "space": ("US.SPACE_PRINCIPLE", "2023-01-11")}[
        domain
    ]
    assert answer(question, since, domain=domain) == "yes"
    assert answer(question, "2018-01-01", domain=domain) == "no"
    assert answer("US.ART5_COVERS", since, domain=domain, attack_level="armed_attack") == "undetermined"
    assert answer("US.ART5_COVERS", since, domain=domain, consultation="concluded_covered") == "yes"


@pytest.mark.system("S02")
def test_interpretation_gives_no_power_before_the_statute_is_in_force():
    met = {
        **SHIP,
        "survival_threat_clear_danger": "yes",
        "other_appropriate_means": "no",
        "minimum_necessary": "yes",
        "request_or_consent_of_attacked_state": "yes",
        "cabinet_determination": "survival_threatening",
        "defense_operation_order": "yes",
        "diet_approval": "prior",
    }
    dates = ("2014-06-30", "2014-07-01", "2016-03-28", "2016-03-29")
    assert [answer("JP.USE_OF_FORCE", date, **met) for date in dates] == ["no", "no", "no", "yes"]


@pytest.mark.system("S02")
def test_transport_of_arms_was_open_and_their_supply_barred_in_1999():
    told = {
        "situation": "areas_surrounding_japan",
        "recipient": "us",
        "scene_of_combat": "no",
        "diet_approval": "prior",
    }
    rear = {**told, "location": "high_seas_rear_area", "support": "transport_of_weapons"}
    assert answer("JP.REAR_SUPPORT", "2003-03-01", **rear) == "yes"
    for support in ("weapons", "ammunition", "refuel_aircraft_preparing_combat_sortie"):
        assert answer("JP.REAR_SUPPORT", "2003-03-01", **told, location="japan_territory", support=support) == "no"


@pytest.mark.system("S02")
def test_support_ends_where_fighting_starts():
    told = {"situation": "important_influence", "diet_approval": "prior", "support": "fuel", "location": "high_seas"}
    assert answer("JP.REAR_SUPPORT", "2020-01-01", **told, scene_of_combat="no") == "yes"
    assert answer("JP.REAR_SUPPORT", "2020-01-01", **told, scene_of_combat="yes") == "no"


@pytest.mark.system("S08")
def test_civil_airports_and_ports_open_only_in_an_armed_attack_situation():
    states = ("armed_attack_anticipated", "important_influence", "survival_threatening", "none")
    given = [answer("JP.CIVIL_FACILITIES", "2020-01-01", cabinet_determination=one) for one in states]
    assert given == ["yes", "no", "no", "no"]
    assert answer("JP.CIVIL_FACILITIES", "2000-01-01", cabinet_determination="armed_attack_occurred") == "no"


@pytest.mark.system("S29")
@pytest.mark.system("S59")
def test_the_host_is_asked_before_combat_from_its_bases_and_not_before_supply():
    told = {"base": "japan", "article_v_situation": "no"}
    assert answer("US.PRIOR_CONSULTATION_REQUIRED", "1970-01-01", **told, operation="combat_from_japan") == "yes"
    assert answer("US.PRIOR_CONSULTATION_REQUIRED", "1970-01-01", **told, operation="supply_or_transit") == "no"
    assert answer("US.PRIOR_CONSULTATION_REQUIRED", "1955-01-01", **told, operation="combat_from_japan") == "no"


@pytest.mark.system("S47")
def test_integrated_missile_defence_may_share_warning_but_not_direct_anothers_fire():
    question = "JP.INTEGRATED_MISSILE_DEFENSE"
    assert answer(question, "2020-01-01", information="general") == "yes"
    assert answer(question, "2020-01-01", information="fire_direction") == "no"
    assert (
        answer(question, "2020-01-01", information="fire_direction", cabinet_determination="survival_threatening")
        == "yes"
    )


@pytest.mark.system("S47")
def test_a_missile_for_another_state_is_a_matter_of_force_and_one_for_japan_of_police():
    assert answer("JP.INTERCEPT_BM", "2010-01-01", target="us_territory", armed_attack_on_japan="no") == "no"
    assert answer("JP.INTERCEPT_BM", "2020-01-01", target="us_territory", armed_attack_on_japan="no") == "undetermined"
    assert answer("JP.BMD_ART82_3", "2020-01-01", falls_on_japan="likely", standing_order_art82_3="yes") == "yes"
    assert answer("JP.BMD_ART82_3", "2020-01-01", falls_on_japan="no", standing_order_art82_3="yes") == "no"


@pytest.mark.system("S55")
def test_a_multinational_exercise_is_training_until_there_is_combat():
    assert answer("JP.MULTINATIONAL_EXERCISE", "2001-06-01") == "yes"
    assert answer("JP.MULTINATIONAL_EXERCISE", "2001-06-01", scene_of_combat="yes") == "no"


@pytest.mark.system("S03")
def test_a_guideline_gives_no_power_but_changes_the_path():
    told = {"situation": "korean_crisis", "support": "fuel", "recipient": "us"}
    assert answer("JP.REAR_SUPPORT", "1998-01-01", **told) == "no"
    book = load_book()
    mechanisms = [one["mechanism"] for one in book.data["latencies"]["joint_decision"]["versions"]]
    assert mechanisms == ["none", "bilateral coordination mechanism of 1997", "Alliance Coordination Mechanism"]


def test_another_countrys_parliament_is_asked_by_the_same_engine():
    assert answer("DE.DEPLOY_ARMED", "2020-01-01", deployment="armed", parliament_consent="no") == "no"
    assert answer("DE.DEPLOY_ARMED", "2020-01-01", deployment="rescue_imminent_danger") == "yes"
    assert answer("KR.DEPLOY_ABROAD", "2020-01-01", parliament_consent="yes") == "yes"
    assert answer("KR.DEPLOY_ABROAD", "2020-01-01") == "undetermined"


def test_a_rival_reading_stands_beside_the_answer_with_its_source():
    given = ask("JP.USE_OF_FORCE", "2016-06-01", SHIP)
    rival = next(one for one in given.rivals if one.reading == "collective_self_defense_unconstitutional")
    assert (given.answer, rival.answer) == ("undetermined", "no")
    assert rival.source


def test_the_approval_path_is_ordered_with_limits_and_durations():
    given = ask("JP.PUBLIC_SECURITY_OP", "2018-01-01", {"order_issued": "art78"})
    assert given.approval_path[0].timing == "before"
    assert given.approval_path[-1].limit["en"] == "20 days"
    assert any(step.hours and step.grade for step in given.approval_path)


def test_no_citation_is_older_than_the_thing_it_cites():
    given = ask("JP.USE_OF_FORCE", "1983-03-01", {"armed_attack_on_japan": "no", "target": "us_ship"})
    assert given.answer == "no"
    assert not any("Armed Attack Situations Act" in one or "2014" in one for one in given.citations)


def test_citations_are_written_as_each_language_writes_them():
    given = ask("JP.DEFENSE_OPERATION_ORDER", "2018-01-01", {"cabinet_determination": "survival_threatening"})
    assert "SDF Act art. 76(1)(ii)" in given.citations
    assert "自衛隊法第76条第1項第2号" in given.citations_ja


def test_a_reservation_keeps_open_what_nothing_permits():
    told = {"item": "finished_lethal", "destination": "partner"}
    assert answer("JP.ARMS_TRANSFER", "2026-03-05", **told) == "no"
    assert answer("JP.ARMS_TRANSFER", "2026-06-01", **told) == "undetermined"
    assert answer("JP.ARMS_TRANSFER", "2026-06-01", **told, guidelines_changed="no") == "no"


def test_an_armed_attack_elsewhere_is_no_finding_about_an_attack_on_the_ally():
    question = "JP.ARMED_ATTACK_DETERMINATION"
    assert answer(question, "2020-01-01", target="us_base_japan", attack_level="armed_attack") == "yes"
    assert answer(question, "2020-01-01", target="taiwan", attack_level="armed_attack") == "undetermined"


def test_a_later_provision_says_from_when_and_a_lapsed_one_until_when():
    rush = ask("JP.PKO_RUSH_GUARD", "2014-05-27", {})
    assert "PKO Act art. 26 (from 2016-03-29)" in rush.citations
    assert "国際平和協力法第26条（2016-03-29から）" in rush.citations_ja
    support = ask("JP.INTL_SUPPORT", "2014-05-27", {"special_law_in_force": "no"})
    assert "Anti-Terrorism Special Measures Act (until 2007-11-02)" in support.citations


def test_no_answer_cites_without_a_word_what_is_not_in_force():
    book = load_book()
    for question in book.questions:
        for day in (book.data["first_day"], "1975-01-01", "2000-01-01", "2014-05-27"):
            for cite in ask(question, day, {}, book).citations:
                named = [one for one in book.data["instruments"].values() if one["en"] == cite]
                assert all(one["from"] <= day for one in named), (question, day, cite)


def test_a_rival_reading_that_says_nothing_about_the_facts_is_left_out():
    transit = ask(
        "US.PRIOR_CONSULTATION_REQUIRED", "2026-06-01", {"operation": "supply_or_transit", "equipment": "nuclear"}
    )
    assert [(one.reading, one.answer) for one in transit.rivals] == [("nuclear_transit_tacit", "no")]
    combat = {"operation": "combat_from_japan", "article_v_situation": "no", "situation": "korean_crisis"}
    korea = ask("US.PRIOR_CONSULTATION_REQUIRED", "2026-06-01", combat)
    assert [(one.reading, one.answer) for one in korea.rivals] == [("korea_minute_1960", "no")]
