"""The check of the law book: each kind of mistake a lawyer could make is found, told by name, with the nearest word."""

import copy
import shutil

import pytest

from kaname.core.errors import InputError, KanameError
from kaname.law.book import load_book
from kaname.law.build import build, folder, text
from kaname.law.check import findings

SOUND = load_book().data


@pytest.fixture
def data():
    return copy.deepcopy(dict(SOUND))


def rule(data, name):
    return next(one for one in data["rules"] if one["id"] == name)


def told(data):
    return "\n".join(findings(data))


def test_the_shipped_book_is_sound():
    assert findings(SOUND) == []


def test_the_shipped_json_is_what_the_sources_make():
    shipped = (folder() / "law.json").read_text(encoding="utf-8")
    assert shipped == text(build(folder()))


def test_a_wrong_fact_name_is_told_with_the_nearest(data):
    rule(data, "gray.missile_passing_over")["when"] = ["is", "fals_on_japan", ["no"]]
    assert "gray.missile_passing_over: fals_on_japan is not a fact; nearest: falls_on_japan" in told(data)


def test_a_wrong_value_is_told(data):
    rule(data, "gray.missile_passing_over")["when"] = ["is", "falls_on_japan", ["perhaps"]]
    assert "perhaps is not a value of falls_on_japan" in told(data)


def test_an_overlap_of_periods_is_told(data):
    data["terms"]["first_condition"]["versions"][0]["until"] = "2017-01-01"
    assert "terms first_condition: the periods from 1954-07-01 and from 2016-03-29 overlap" in told(data)


def test_an_empty_period_is_told(data):
    rule(data, "treaty.cyber_principle")["until"] = "2019-01-01"
    assert "treaty.cyber_principle: the period from 2019-04-19 until 2019-01-01 is empty" in told(data)


def test_a_rule_that_no_facts_can_reach_is_told(data):
    rule(data, "gray.missile_passing_over")["when"] = [
        "all",
        [["is", "falls_on_japan", ["no"]], ["is", "falls_on_japan", ["likely"]]],
    ]
    assert "gray.missile_passing_over: no facts can meet its condition" in told(data)


def test_a_power_that_is_always_barred_is_told(data):
    rule(data, "treaty.no_consultation_1951")["until"] = "open"
    assert "treaty.consult_combat: another rule bars it at all times" in told(data)


def test_two_rules_that_contradict_each_other_are_told_with_the_facts(data):
    rule(data, "treaty.consult_minor_change")["when"] = ["is", "base", ["japan"]]
    found = told(data)
    assert "treaty.consult_combat and treaty.consult_minor_change contradict each other" in found
    assert "operation=combat_from_japan" in found


def test_a_rule_that_cites_nothing_of_its_day_is_told(data):
    rule(data, "treaty.cyber_principle")["cite"][0]["from"] = "2020-01-01"
    rule(data, "treaty.cyber_principle")["cite"] = rule(data, "treaty.cyber_principle")["cite"][:1]
    assert "treaty.cyber_principle: on 2019-04-19 it cites nothing that existed" in told(data)


def test_a_definition_that_leads_back_to_itself_is_told(data):
    data["terms"]["force_permitted"]["versions"][0]["when"] = ["term", "force_permitted"]
    assert "definition force_permitted: it is defined by itself" in told(data)


def test_the_same_rule_twice_is_told(data):
    data["rules"].append({**rule(data, "treaty.space_principle"), "id": "treaty.space_again"})
    assert "treaty.space_principle and treaty.space_again: the same rule twice" in told(data)


def test_a_question_that_nothing_answers_is_told(data):
    data["questions"] = {**data["questions"], "XX.NEW": data["questions"]["US.WPR"]}
    assert "questions XX.NEW: no rule answers it" in told(data)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("    certainty: P", "    certainly: P", "certainty"),
        ("    effect: permits", "    effect: allows", "allows"),
        ("    answers: [JP.CYBER_NEUTRALISE]", "    answers: [JP.CYBER_NEUTRALIZE]", "JP.CYBER_NEUTRALIZE"),
        ("    answers: [JP.CYBER_NEUTRALISE]", "    answers: 3", "cannot be read"),
        ("    when: always", "    when: sometimes", "condition"),
        ("    when: always", "    when: {clock_days: {beyond: 3}}", "beyond"),
        ("terms:\n", "terms:\n  new: 3\n", "mapping"),
    ],
)
def test_a_rule_that_cannot_be_read_is_refused_by_name(tmp_path, old, new, told):
    shutil.copytree(folder(), tmp_path / "law")
    path = tmp_path / "law" / "rules" / "cyber.yaml"
    before = path.read_text(encoding="utf-8")
    assert old in before
    path.write_text(before.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InputError, match=told):
        build(tmp_path / "law")


def test_a_sentence_cut_by_a_comma_is_told(data):
    data["bodies"]["jp.meti"]["Trade and Industry"] = None
    assert "bodies jp.meti: Trade and Industry is not a field here; a sentence with a comma needs quotes" in told(data)


def test_a_step_that_does_not_say_who_does_what_when_is_told(data):
    step = data["paths"]["standby"]["steps"][0]
    del step["ja"]
    step["timing"] = "befoe"
    assert "path standby step 1: ja is missing" in told(data)
    assert "path standby step 1: befoe is no timing of a step" in told(data)


def test_a_version_of_a_latency_without_its_grade_or_first_day_is_told(data):
    name, latency = next(iter(data["latencies"].items()))
    del latency["versions"][0]["grade"], latency["versions"][0]["from"]
    assert f"latency {name}: grade is missing" in told(data)
    assert f"latency {name}: from is missing" in told(data)


def test_a_stray_field_of_a_step_is_told_with_the_nearest(data):
    data["paths"]["standby"]["steps"][0]["limt"] = "x"
    assert "path standby step 1: limt is not a field here; nearest: limit" in told(data)


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("bodies.yaml", "bodies:", "bodiez:", "a mapping is needed here and it is missing"),
        ("facts.yaml", "found_by: world.facts", "found: world.facts", "found_by"),
        ("questions.yaml", "kind: power", "kind: [power]", "kind"),
        ("moves.yaml", "stage_by_date:", "stages_by_date:", "stage_by_date"),
    ],
)
def test_a_source_of_another_shape_is_told_with_its_file(tmp_path, file, old, new, told):
    shutil.copytree(folder(), tmp_path / "law")
    path = tmp_path / "law" / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(KanameError, match=told) as error:
        findings(build(tmp_path / "law"))
    assert file in str(error.value)
