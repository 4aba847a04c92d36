"""The page of an answer: its graph shows every rule and fact of the explanation, its sources are linked and quoted."""

import xml.etree.ElementTree as ET

import pytest

from kaname.law.answer_page import answer_page
from kaname.law.ask import ask
from kaname.law.book import load_book
from kaname.law.graph import explanation
from kaname.law.render import Wording

BOOK = load_book()
TOLD = {"protected_asset": "us_ship", "request_from_protected_force": "yes", "scene_of_combat": "no"}
ANSWER = ask("JP.ASSET_PROTECTION", "2018-06-01", TOLD)
SPACE = "{http://www.w3.org/2000/svg}"


def words(picture):
    return [one.text for one in ET.fromstring(picture).iter(f"{SPACE}text")]


def test_the_graph_shows_the_answer_its_rules_and_their_facts():
    shown = " ".join(words(explanation(Wording(BOOK, "en"), ANSWER, TOLD)))
    assert "undetermined" in shown
    assert all(use.id in shown for use in ANSWER.rules)
    assert BOOK.facts["minister_finds_necessary"]["en"] in shown
    assert "not told" in shown


def test_every_rule_and_fact_has_its_line():
    drawn = ET.fromstring(explanation(Wording(BOOK, "en"), ANSWER, TOLD)).findall(f"{SPACE}line")
    assert len(drawn) == len(ANSWER.rules) + sum(len(use.facts) for use in ANSWER.rules)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_boxes_stand_inside_the_picture_and_apart(language):
    root = ET.fromstring(explanation(Wording(BOOK, language), ANSWER, TOLD))
    height = float(root.get("height"))
    boxes = [one for one in root.iter(f"{SPACE}rect") if one.get("fill") == "#f7f7f7"]
    tops = sorted((float(one.get("x")), float(one.get("y"))) for one in boxes)
    assert all(y >= 0 and y + 34 <= height for _, y in tops)
    assert all(two[1] - one[1] >= 34 for one, two in zip(tops, tops[1:], strict=False) if one[0] == two[0])


def test_the_page_links_and_quotes_its_sources():
    page = answer_page(Wording(BOOK, "en"), ANSWER, TOLD)
    assert 'href="https://laws.e-gov.go.jp/law/329AC0000000165/20160329_427AC0000000076#Mp-Ch_7-At_95-2"' not in page
    assert "#Mp-Ch_7-At_95_2" in page
    assert '<q lang="ja">' in page
    assert "Minister of Defense of Japan" in page


def test_several_values_of_a_fact_stand_side_by_side():
    told = {"cabinet_determination": ("armed_attack_anticipated", "survival_threatening")}
    shown = " ".join(words(explanation(Wording(BOOK, "en"), ask("JP.EVACUATION", "2024-01-01", told), told)))
    assert "armed attack anticipated / survival" in shown
