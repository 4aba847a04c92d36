"""Stories are judged by what both sides did on the same chance, and what cannot be is answered before anything runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaname.core.errors import InputError, InputErrors
from kaname.scenarios.stories import load_stories
from kaname.study.stories.measures import campaign_measures, crisis_measures, of_campaign, of_crisis
from kaname.study.stories.sides import Sides, Sizes
from kaname.study.stories.told import Seen, told

SMALL = Sizes(runs=8, futures=3)
STORY = """scenario: us-japan
stories:
  - id: one
    story: A story of {kind} for the test of stories.
    given: {given}
    when: {when}
    then: {then}
"""


def _told(tmp_path: Path, given: str, when: str, then: str):
    path = tmp_path / "mine.yaml"
    path.write_text(STORY.format(kind="something", given=given, when=when, then=then), encoding="utf-8")
    return told(load_stories(path), SMALL)


def test_a_campaign_is_paired_run_by_run(tmp_path: Path) -> None:
    (outcome,) = _told(
        tmp_path,
        "{campaign: senkaku, days: 20}",
        "{set: {challenger.surface: 0, challenger.air: 0}}",
        "{control: lower, held: not_lower}",
    )
    assert outcome.met
    assert [seen.pairs for seen in outcome.seen] == [8, 8]


def test_a_crisis_whose_two_sides_say_the_same_does_not_differ(tmp_path: Path) -> None:
    (outcome,) = _told(tmp_path, "{crisis: senkaku}", "{bargain: as_is}", "{decision_days: same, deterred: same}")
    assert outcome.met


def test_futures_are_paired_and_a_level_is_that_of_the_side_of_when(tmp_path: Path) -> None:
    given, when = "{futures: adopted, years: 1}", "{levers: {defence_share: 0.04}}"
    (outcome,) = _told(tmp_path, given, when, "{spending.jp: [1, 2]}")
    (seen,) = outcome.seen
    assert (seen.pairs, outcome.met) == (3, False)
    assert seen.when > seen.against > 2


@pytest.mark.parametrize(
    ("given", "when", "then", "wanted"),
    [
        ("{campaign: senkak}", "{plan: blockade}", "{held: lower}", "senkaku"),
        ("{campaign: senkaku}", "{set: {arival_day: 3}}", "{held: lower}", "arrival_day"),
        ("{campaign: senkaku}", "{plan: blockade}", "{hold: lower}", "held"),
        ("{crisis: senkaku}", "{set: {support_force: 7}}", "{war: lower}", "0..1"),
        ("{crisis: senkaku}", "{guarantee: sure}", "{ending.concesion: lower}", "ending.concession"),
        ("{crisis: senkaku}", "{guarantee: sure}", "{people.host: lower}", "people.target"),
        ("{futures: adopted, years: 1}", "{levers: {defence_shar: 0.1}}", "{spending.jp: lower}", "defence_share"),
        ("{futures: adopted, years: 1}", "{levers: {defence_share: 0.1}}", "{spending.jq: lower}", "spending.jp"),
    ],
)
def test_a_name_or_value_that_cannot_be_is_answered_at_the_story(
    tmp_path: Path, given: str, when: str, then: str, wanted: str
) -> None:
    with pytest.raises((InputError, InputErrors)) as trouble:
        _told(tmp_path, given, when, then)
    assert "mine.yaml:3 one" in str(trouble.value)
    assert wanted in str(trouble.value)


@pytest.mark.parametrize(
    ("asked", "low", "high", "differing", "met"),
    [
        ("lower", -2.0, -1.0, 3, True), ("lower", -2.0, 0.5, 3, False), ("higher", 0.5, 1.0, 3, True),
        ("not_lower", -1.0, 0.1, 3, True), ("not_lower", -2.0, -1.0, 3, False), ("not_higher", 1.0, 2.0, 3, False),
        ("same", 0.0, 0.0, 0, True), ("same", -1.0, 1.0, 1, False), ("differs", 0.0, 0.0, 0, False),
        ((0.4, 0.6), 0.0, 0.0, 0, True), ((0.6, 0.7), 0.0, 0.0, 0, False),
    ],
)  # fmt: skip
def test_what_is_asked_is_met_by_the_interval(asked, low: float, high: float, differing: int, met: bool) -> None:
    assert Seen("held", asked, 0.5, 0.5, (low + high) / 2, low, high, 10, differing).met is met


def test_every_measure_that_is_named_can_be_taken(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    for kind, names, of in (("campaign", campaign_measures(), of_campaign), ("crisis", crisis_measures(), of_crisis)):
        path.write_text(
            STORY.format(kind=kind, given=f"{{{kind}: taiwan}}", when="{set: {habit: 1}}", then="{x: same}")
        )
        sides, (story,) = Sides("us-japan", SMALL), load_stories(path).stories
        side = sides._side(story, story.when, False)
        for name in names:
            assert of(side, name).shape == (8,)
