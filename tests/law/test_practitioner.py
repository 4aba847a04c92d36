"""Findings of a practitioner: redundant facts, steps already taken, paths of another act, powers apart."""

import pytest

from kaname.law.ask import ask, verdict
from kaname.law.book import load_book
from kaname.law.facts import checked_facts
from kaname.law.flips import flips
from kaname.law.options import CLOSED, options
from kaname.law.premises import contradiction_in
from kaname.law.stories import load_stories
from kaname.law.truth import YES

BOOK = load_book()
DAY = "2026-06-01"
SHIP_ALONE = {"target": "us_ship", "armed_attack_on_japan": "no", "armed_attack_on_close_country": "yes"}
BEFORE = ("none", "feared", "anticipated", "imminent")
STEPS = (
    "pm_approval",
    "nsc_deliberation",
    "minister_finds_necessary",
    "foreign_minister_request",
    "host_state_consent",
)
OWN_LAW = ("JP.PROCEDURE",)
"""Questions about the course of a procedure, in which a refusal may be what is lawful."""


def given(question, **facts):
    return ask(question, DAY, facts)


@pytest.mark.parametrize("stage", BEFORE)
@pytest.mark.parametrize("question", ["JP.USE_OF_FORCE", "JP.DEFENSE_OPERATION_ORDER", "JP.COUNTERSTRIKE"])
def test_a_ship_of_the_ally_attacked_alone_is_judged_alike_whether_or_not_the_stage_is_told(question, stage):
    alone, told = given(question, **SHIP_ALONE), given(question, **SHIP_ALONE, attack_stage=stage)
    assert told.answer == alone.answer == "undetermined"


def test_a_stage_before_the_attack_bars_force_where_japan_is_the_target():
    assert given("JP.USE_OF_FORCE", target="senkaku", attack_stage="imminent").answer == "no"
    assert given("JP.USE_OF_FORCE", attack_stage="none").answer == "no"


def test_the_stage_is_no_flip_of_an_attack_on_the_ship_alone():
    changes = [dict(one.changes) for one in flips(BOOK, "JP.USE_OF_FORCE", DAY, SHIP_ALONE)]
    assert changes
    assert not any("attack_stage" in one and one["attack_stage"] in BEFORE for one in changes)


def test_an_attack_on_another_target_has_a_stage_of_its_own():
    told = {"target": "us_ship", "attack_stage": "occurred", "armed_attack_on_japan": "no"}
    assert checked_facts(BOOK, told) == told
    assert "armed_attack_on_japan" not in BOOK.premises({"target": "us_ship", "attack_stage": "occurred"})[0]


@pytest.mark.parametrize("question", sorted(BOOK.questions))
@pytest.mark.parametrize("date", ["1995-01-01", DAY])
def test_a_no_shows_no_approval_path(question, date):
    answer = ask(question, date, {})
    assert answer.answer != "no" or answer.approval_path == ()


def test_a_missile_order_without_a_standing_order_takes_the_time_of_the_approval():
    told = {"falls_on_japan": "likely", "pm_approval": "yes", "standing_order_art82_3": "no"}
    ordered = given("JP.BMD_ART82_3", **told)
    standing = given("JP.BMD_ART82_3", falls_on_japan="likely", standing_order_art82_3="yes")
    assert (ordered.answer, standing.answer) == ("yes", "yes")
    assert ordered.approval_path[0].hours > (0, 0, 0)
    assert standing.approval_path[0].hours == (0, 0, 0)


def test_a_threat_to_survival_takes_its_own_time_to_recognise():
    survival = given("JP.USE_OF_FORCE", cabinet_determination="survival_threatening").approval_path[0]
    attack = given("JP.USE_OF_FORCE", cabinet_determination="armed_attack_occurred").approval_path[0]
    assert survival.hours == tuple(BOOK.data["latencies"]["recognition_survival"]["versions"][0]["hours"])
    assert survival.hours[1] > attack.hours[1]


def test_a_step_that_is_told_to_be_taken_is_done():
    told = {"cabinet_determination": "survival_threatening", "nsc_deliberation": "yes", "diet_approval": "prior"}
    done = [step.who for step in given("JP.USE_OF_FORCE", **told).approval_path if step.done]
    assert done == ["jp.nsc", "jp.cabinet", "jp.diet"]


def refused_steps():
    """Every yes of a story whose path holds one of the steps, with that step refused."""
    for story in load_stories():
        for day in story.days:
            facts = checked_facts(BOOK, day.facts)
            if day.answer != "yes" or story.question in OWN_LAW:
                continue
            answer = ask(story.question, day.date, facts)
            path = next((BOOK.rule(use.id).path for use in answer.rules if BOOK.rule(use.id).path), None)
            for step in BOOK.data["paths"][path]["steps"] if path else ():
                fact = step["done"][1] if "done" in step and step["done"][0] == "is" else None
                refused = {**facts, fact: "no"}
                if fact in STEPS and fact not in facts and contradiction_in(BOOK.data, refused) is None:
                    yield story.question, day.date, refused, fact


@pytest.mark.parametrize(("question", "date", "facts", "fact"), list(refused_steps()))
def test_a_step_that_is_told_to_be_refused_leaves_no_yes(question, date, facts, fact):
    assert verdict(BOOK, question, date, facts) != YES, fact


def test_an_unrelated_rule_leaves_nothing_open_in_an_attack_on_japan():
    told = {"armed_attack_on_japan": "yes", "cabinet_determination": "armed_attack_occurred"}
    told["defense_operation_order"] = "yes"
    assert given("JP.USE_OF_FORCE", **told, other_appropriate_means="yes").answer == "no"
    open_now = given("JP.USE_OF_FORCE", **told)
    assert {one.fact for one in open_now.open_findings} == {"other_appropriate_means", "minimum_necessary"}


def test_a_power_about_another_matter_is_not_offered_in_a_blockade():
    made = options(BOOK, DAY, {"target": "sea_lane", "location": "foreign_strait", "actor": "state"})
    peacekeeping = [one for one in made if one.question.startswith("JP.PKO")]
    assert len(peacekeeping) == 3
    assert all((one.status, one.where, one.after) == (CLOSED, (), ()) for one in peacekeeping)
    told = options(BOOK, DAY, {"mission": "un_pko"})
    assert any(one.question == "JP.PKO_MISSION" and one.status != CLOSED for one in told)


def test_a_finding_on_which_a_power_rests_is_never_presumed():
    """Presumable among formal facts: approvals and orders that the path itself holds, and consent of the host."""
    presumable = {
        "pm_approval", "diet_approval", "defense_operation_order", "cabinet_decision", "host_state_consent",
        "safety_commission_consent", "foreign_minister_consulted", "request_or_consent_of_attacked_state",
    }  # fmt: skip
    for rule in BOOK.rules:
        formal = {fact for fact in presumed(rule.when) if BOOK.facts[fact].get("finding")}
        assert formal <= presumable, rule.id


def presumed(condition, under=False):
    head = condition[0]
    if head in ("is", "number"):
        return {condition[1]} if under else set()
    inside = condition[1] if head in ("all", "any") else [condition[1]] if head in ("not", "stated", "presumed") else []
    return set().union(*(presumed(part, under or head == "presumed") for part in inside))
