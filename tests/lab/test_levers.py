"""Every lever is a slider, once, with what a person needs to know before moving it."""

from __future__ import annotations

import pytest

from kaname.lab.levers import GROUPS, sliders
from kaname.lab.setting import read
from kaname.words.catalogue import LANGUAGES, catalogue
from kaname.words.levers import NAMES


def test_every_lever_is_in_one_group() -> None:
    grouped = [name for names in GROUPS.values() for name in names]
    assert sorted(grouped) == sorted(NAMES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scenario", ["us-japan", "us-korea"])
def test_a_slider_says_meaning_consent_price_and_law(language: str, scenario: str) -> None:
    made = [one for _, controls in sliders(catalogue(language), read([("scenario", scenario)])) for one in controls]
    assert len(made) == len(NAMES)
    assert all(one.meaning and one.consent and one.price and one.law for one in made)
    assert all(float(one.low) <= float(one.value) <= float(one.high) for one in made)


def test_a_moved_lever_stands_where_it_was_put() -> None:
    groups = sliders(catalogue("en"), read([("clarity", "0.9"), ("bargain", "unequal_by_design")]))
    made = {one.name: one for _, controls in groups for one in controls}
    assert (made["clarity"].value, made["clarity"].moved, made["clarity"].shown) == ("0.9", True, "90 %")
    assert any(one.asked for one in made.values())
