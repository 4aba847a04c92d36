"""Pictures as trees: chances that add up, the movers' rules as measure, and where pictures part."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.study.crises.case import Case, Eve
from kaname.study.crises.pictures import MOVERS, Rules, chances, divergences, pictures, rules_of, way_to
from kaname.study.crises.play import play


@pytest.fixture(scope="module")
def rules(case: Case, eve: Eve) -> Rules:
    return rules_of(case, eve)


def test_in_every_picture_the_chances_of_the_moves_at_a_node_add_up_to_one(rules: Rules) -> None:
    for n in range(rules.nodes):
        first, count = rules.form.first[n], rules.form.children[n]
        if count:
            np.testing.assert_allclose(rules.odds[:, :, first : first + count].sum(axis=2), 1.0, atol=1e-12)


def test_the_movers_picture_takes_each_move_from_the_side_that_makes_it(rules: Rules) -> None:
    for n in range(1, rules.nodes):
        owner = rules.form.owner[rules.form.parent[n]]
        np.testing.assert_array_equal(rules.movers[:, n], rules.odds[:, owner, n])


def test_the_ways_to_all_endings_add_up_to_one(case: Case, rules: Rules) -> None:
    data = pictures(case, rules)
    leaves = [one["node"] for one in data["nodes"] if "ending" in one]
    for name in (MOVERS, *data["sides"]):
        assert sum(data["views"][name]["reach"][n] for n in leaves) == pytest.approx(1.0, abs=1e-4)


def test_an_edge_of_a_picture_tells_reach_of_child_over_reach_of_parent(case: Case, rules: Rules) -> None:
    data = pictures(case, rules)
    view = data["views"]["target"]
    for one in data["nodes"][1:]:
        parent = view["reach"][one["parent"]]
        if parent > 1e-6:
            assert view["chance"][one["node"]] == pytest.approx(view["reach"][one["node"]] / parent, rel=1e-4)


def test_chances_by_own_rules_agree_with_what_is_played(case: Case, eve: Eve, rules: Rules) -> None:
    acts, played = chances(rules)["acts"], play(case, eve).challenged
    spread = np.sqrt(np.sum(acts * (1 - acts)))
    assert abs(played.sum() - acts.sum()) < 3 * spread


def test_equal_pictures_part_nowhere(case: Case, rules: Rules) -> None:
    same = Rules(rules.form, np.repeat(rules.movers[:, None, :], rules.roles, axis=1), rules.value)
    assert all(row["weighted"]["mean"] == 0.0 for row in divergences(case, same))


def test_a_planted_misjudgement_is_found_first_where_it_was_planted(case: Case, rules: Rules) -> None:
    odds = np.repeat(rules.movers[:, None, :], rules.roles, axis=1)
    first, count = rules.form.first[0], rules.form.children[0]
    odds[:, 2, first : first + count] = np.eye(count)[0]
    found = divergences(case, Rules(rules.form, odds, rules.value))[0]
    assert (found["mover"], found["onlooker"], found["way"]) == ("challenger", "guarantor", [])
    acts = float(chances(rules)["acts"].mean())
    assert found["weighted"]["mean"] == pytest.approx(acts, rel=1e-9)
    assert found["moves"]["nothing"]["seen"] == pytest.approx(1.0)


def test_a_way_is_told_from_the_first_move_to_the_last(rules: Rules) -> None:
    last = rules.nodes - 1
    way = way_to(rules.form, last)
    assert way[0] == "seize"
    assert len(way) > 2
