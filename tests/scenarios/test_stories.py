"""A file of stories is read with line numbers, and what it cannot mean is answered at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaname.core.errors import InputError, InputErrors
from kaname.scenarios.stories import load_stories, merged, shipped_stories

GOOD = """scenario: us-japan
stories:
  - id: late
    story: When help comes late, then less is held.
    given: {campaign: senkaku, set: {habit: 1}}
    when: {set: {arrival_day: 45}}
    then: {held: lower, control: [0.5, 1]}
  - id: costs
    story: When the share is four per cent, then more is spent.
    given: {futures: adopted, years: 2}
    when: {levers: {defence_share: 0.04}}
    then: {spending.jp: higher}
"""


def _file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_story_has_both_sides_with_what_is_given_to_each(tmp_path: Path) -> None:
    late, costs = load_stories(_file(tmp_path, GOOD)).stories
    assert (late.kind, late.about) == ("campaign", "senkaku")
    assert (late.when, late.against) == ({"set": {"habit": 1, "arrival_day": 45}}, {"set": {"habit": 1}})
    assert late.then == {"held": "lower", "control": (0.5, 1)}
    assert (costs.kind, costs.about, costs.against) == ("futures", "adopted", {"years": 2})


@pytest.mark.parametrize(
    ("old", "new", "line", "wanted"),
    [
        ("held: lower", "held: less", 7, "lower"),
        ("set: {arrival_day: 45}", "bargain: as_is", 6, "plan, days, set"),
        ("campaign: senkaku", "campaign: senkaku, crisis: senkaku", 5, "exactly one of"),
        ("id: costs", "id: late", 8, "listed twice"),
        ("when: {levers: {defence_share: 0.04}}", "when: {}", 11, "nothing can differ"),
        ("{spending.jp: higher}", "{}", 12, "the story asks nothing"),
        ("futures: adopted", "futures: adoptd", 10, "adopted"),
        ("[0.5, 1]", "[0.5]", 7, "2"),
    ],
)
def test_what_cannot_be_meant_is_answered_at_its_line(
    tmp_path: Path, old: str, new: str, line: int, wanted: str
) -> None:
    assert old in GOOD
    with pytest.raises((InputError, InputErrors)) as trouble:
        load_stories(_file(tmp_path, GOOD.replace(old, new, 1)))
    assert f"mine.yaml:{line}" in str(trouble.value)
    assert wanted in str(trouble.value)


def test_a_side_adds_to_what_is_given_and_replaces_what_it_names() -> None:
    assert merged({"plan": "a", "set": {"x": 1}}, {"plan": "b", "set": {"y": 2}}) == {
        "plan": "b",
        "set": {"x": 1, "y": 2},
    }


def test_the_shipped_stories_are_many_and_no_two_have_one_sentence() -> None:
    texts = [story.text for name in shipped_stories() for story in load_stories(name).stories]
    assert len(texts) >= 60
    assert len(texts) == len(set(texts))
    assert all(text.endswith(".") for text in texts)
