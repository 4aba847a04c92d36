"""The flagship's start: what each actor spends pays for the forces it is said to have, and for their replacement."""

from __future__ import annotations

import pytest

from kaname.evidence.load import load_evidence
from kaname.words.axes import FORCES

ACTORS = ("us", "jp", "cn", "kp", "kr", "tw", "ru", "au", "sea")


@pytest.fixture(scope="module")
def figures():
    """Every shipped figure by id."""
    return load_evidence().figures


def budget(figures, actor):
    """Upkeep, replacement and money for forces in a year, bn USD 2023."""
    cost, upkeep = figures["buildup_cost"].value, figures["buildup_upkeep"].value
    life, stock = figures["buildup_life"].value, figures["us_japan.stock"].value[actor]
    level = figures["buildup_price_level"].value[actor]
    kept = sum(upkeep[f] * cost[f] * level * stock[f] for f in FORCES)
    replaced = sum(cost[f] * level * stock[f] / life[f] for f in FORCES)
    money = figures["buildup_force_share"].value[actor] * figures["us_japan.spending"].value[actor]
    return kept, replaced, money


@pytest.mark.parametrize("actor", ACTORS)
def test_money_for_forces_pays_upkeep_and_between_one_and_two_and_a_half_replacements(figures, actor):
    kept, replaced, money = budget(figures, actor)
    assert kept + 0.9 * replaced < money < kept + 2.5 * replaced


@pytest.mark.parametrize("actor", ACTORS)
def test_shares_of_procurement_sum_to_one(figures, actor):
    assert sum(figures["buildup_mix"].value[actor].values()) == pytest.approx(1.0)
    assert sum(figures["buildup_denial_split"].value.values()) == pytest.approx(1.0)
    assert sum(figures["reaction_mix"].value.values()) == pytest.approx(1.0)


def test_the_proliferators_stock_is_that_of_its_programme(figures):
    missiles, stock = figures["us_japan.missiles"].value, figures["us_japan.stock"].value["kp"]
    assert stock["strike"] == missiles["short"] + missiles["medium"]
    assert stock["icbm"] == missiles["intercontinental"]
