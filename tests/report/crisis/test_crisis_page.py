"""The crisis page and its trees: what is drawn, what is told, and that nothing is asked of anybody."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

import pytest

from kaname.report.crisis.page import alone, clock_alone, clock_page, crisis_page, experiment_page, pictures_alone
from kaname.report.crisis.tree import MOST_ROWS, MOVERS, plan_of, told, tree
from tests.report.crisis.made import SIDES, view

COMMAND = "kaname crisis straits --contingency strait"
HOSTILE = "<script>alert(1)</script>"


def texts(svg: str) -> list[str]:
    return [re.sub("<[^>]+>", "", one) for one in re.findall(r"<text[^>]*>.*?</text>", svg)]


def test_a_tree_tells_chances_on_edges_and_endings_at_the_right(data: dict[str, Any]) -> None:
    plan = plan_of(data["pictures"])
    said = texts(tree(plan, data["pictures"], MOVERS, ""))
    assert {"let it pass 60\N{NO-BREAK SPACE}%", "press 30\N{NO-BREAK SPACE}%", "force 50\N{NO-BREAK SPACE}%"} <= set(
        said
    )
    assert "6\N{NO-BREAK SPACE}%" not in " ".join(said).replace("60", "")
    assert "12\N{NO-BREAK SPACE}% status quo" in said
    assert "if late settlement" in said
    assert said[:4] == ["Aland", "Borduria", "Cadia", "ends in"]


def test_where_a_picture_is_off_the_movers_own_chance_stands_in_brackets(data: dict[str, Any]) -> None:
    plan = plan_of(data["pictures"])
    seen = texts(tree(plan, data["pictures"], "challenger", ""))
    assert "yield 80\N{NO-BREAK SPACE}% (50)" in seen
    assert "press 30\N{NO-BREAK SPACE}%" in seen
    assert not any("(" in one for one in texts(tree(plan, data["pictures"], MOVERS, "")))


def test_own_moves_are_drawn_in_full_and_expected_ones_dashed(data: dict[str, Any]) -> None:
    svg = tree(plan_of(data["pictures"]), data["pictures"], "target", "")
    assert 'class="edge c-target own"' in svg
    assert 'class="edge c-challenger seen"' in svg
    assert 'class="edge c-target seen"' not in svg


def test_all_pictures_draw_the_same_branches_in_the_same_rows(data: dict[str, Any]) -> None:
    plan = plan_of(data["pictures"])
    drawn = [tree(plan, data["pictures"], name, "") for name in data["pictures"]["views"]]
    paths = ["".join(re.findall(r"<path[^>]*>", one)) for one in drawn]
    shapes = {re.sub(r'stroke-width="[^"]*"|own|seen', "", one) for one in paths}
    assert len(shapes) == 1


def test_a_large_tree_is_cut_to_its_likeliest_branches() -> None:
    nodes: list[dict[str, Any]] = [{"node": 0, "mover": "challenger"}]
    reach = [1.0]
    for n in range(1, 61):
        parent = (n - 1) // 3
        role = ("challenger", "target", "guarantor", "challenger")[depth(n) - 1]
        ply = role if depth(n) < 4 else "challenger_again"
        nodes.append(
            {"node": n, "parent": parent, "ply": ply, "role": role, "move": ("nothing", "probe", "press")[n % 3]}
        )
        reach.append(reach[parent] * (0.98, 0.015, 0.005)[n % 3])
    for one in nodes:
        if not any(other.get("parent") == one["node"] for other in nodes):
            one["ending"] = "status_quo"
    pictures = {"sides": SIDES, "nodes": nodes, "views": {MOVERS: {"chance": [1.0, *[0.3] * 60], "reach": reach}}}
    plan = plan_of(pictures)
    assert plan.rows <= MOST_ROWS
    assert any("rarer" in one or "mostly" in one for one in texts(tree(plan, pictures, MOVERS, "")))


def depth(n: int) -> int:
    count = 0
    while n > 0:
        n, count = (n - 1) // 3, count + 1
    return count


def test_the_words_for_who_does_not_see_the_tree_name_its_likeliest_ways(data: dict[str, Any]) -> None:
    said = told(plan_of(data["pictures"]), data["pictures"], "target")
    assert said.startswith("As Borduria sees it the likeliest ways are: let it pass, which ends in status quo, 70")
    assert "yield" in said


def test_every_picture_of_the_page_has_words_and_the_page_asks_for_nothing(data: dict[str, Any]) -> None:
    page = crisis_page(data, COMMAND)
    pictures = re.findall(r"<svg [^>]*>", page)
    assert len(pictures) >= 4 + 3
    assert all(re.search(r'aria-label="[^"]{20,}"', one) for one in pictures)
    assert not re.findall(r"(?:src|href)=\"(?!data:|#)", page)
    assert "default-src &#x27;none&#x27;" in page
    assert "<script" not in page
    for said in ("How it ends", "side by side", "Where the pictures part", "The clock", "What deterred", COMMAND):
        assert said in page


def test_a_hostile_name_is_only_ever_text(data: dict[str, Any]) -> None:
    sides = {**SIDES, "challenger": HOSTILE}
    data |= {"name": HOSTILE, "sides": sides, "pictures": {**data["pictures"], "sides": sides}}
    assert "<script" not in crisis_page(data, HOSTILE)


@pytest.mark.parametrize("name", ["picture-movers.svg", "picture-target.svg"])
def test_a_picture_of_its_own_is_whole_and_styled(data: dict[str, Any], name: str) -> None:
    svg = pictures_alone(data)[name]
    root = ElementTree.fromstring(svg.replace("&nbsp;", " "))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "--c-challenger" in svg
    assert 'fill="#fff"' in svg


def test_the_clock_draws_law_added_and_saved_time_and_who_expects_what(data: dict[str, Any]) -> None:
    svg = clock_alone(data)
    assert svg.count('class="law"') == 4
    assert svg.count('class="added"') == 2
    assert svg.count('class="saved"') == 1
    assert "Cadia expects" in texts(svg)
    assert any(one.startswith("half are faits accomplis: day 2.9") for one in texts(svg))
    page = clock_page(data, COMMAND + " --clock")
    assert "none at this date" in page
    assert "dispute over what law and treaty leave open" in page


def test_an_experiment_has_its_question_its_finding_and_a_dot_for_each_measure(data: dict[str, Any]) -> None:
    measures = data["closing"][0]["measures"]
    asked = {**data, "experiment": "two_fronts", "elsewhere_name": "The Cape", "asks": "acts", "measures": measures,
             "opportunities": {"futures": 200, "years": 5, "measures": {"wars": measures["war"]}}}  # fmt: skip
    page = experiment_page(asked, COMMAND)
    assert "What does a second front change?" in page
    assert "an opportunity over The Cape as well" in page
    assert page.count('class="mark b1 full"') == len(measures) - 1 + 1
    assert "Futures of 5 years" in page


def test_an_svg_alone_keeps_what_it_draws(data: dict[str, Any]) -> None:
    drawing = tree(plan_of(data["pictures"]), data["pictures"], MOVERS, "words")
    assert drawing[drawing.index(">") + 1 :] in alone(drawing)


def test_views_of_the_made_data_add_up() -> None:
    one = view((0.6, 0.3, 0.1, 0.5, 0.5, 1.0, 0.8, 0.2))
    assert sum(one["reach"][n] for n in (1, 4, 6, 7, 8)) == pytest.approx(1.0)
