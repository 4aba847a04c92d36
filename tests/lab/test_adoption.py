"""What becomes of the steps asked for, in both languages; parts add up to what was asked."""

from __future__ import annotations

import pytest

from kaname.lab.adoption import funnel
from kaname.report.sections.fate import STAGES, sizes_of
from kaname.words.catalogue import LANGUAGES, catalogue
from tests.lab.asking import Asker, answer_of

MOVED = {"clarity": 1.0, "tariffs": 0.1, "bridge": 0.5, "engagement": 0.4}


def test_the_parts_add_up_to_what_was_asked() -> None:
    sizes = sizes_of(4, 4.0, 3.0, 2.0, 1.0)
    assert sizes == {"in_force": 2.0, "lapsed": 1.0, "agreed": 0.0, "offered": 1.0, "asked": 0.0}
    assert list(sizes) == list(STAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_funnel_says_what_it_draws_in(language: str) -> None:
    say = catalogue(language)
    made = funnel(say, answer_of(MOVED, 100))
    assert made is not None
    assert made.sentences == (say("funnel-line", asked=4, offered="4.0", agreed="3.0", force="2.0", lapsed="1.0"),)
    assert all(say(f"stage-{name.replace('_', '-')}") in made.key for name in STAGES)


def test_a_pinned_setting_has_a_row_of_its_own() -> None:
    say = catalogue("en")
    made = funnel(say, answer_of(MOVED, 100), answer_of({"clarity": 1.0}, 100))
    assert made is not None
    assert [line.partition(":")[0] for line in made.sentences] == [say("column-mine"), say("row-pinned")]
    assert "Pinned setting" in made.drawn


def test_where_nothing_is_asked_there_is_no_funnel() -> None:
    assert funnel(catalogue("en"), answer_of({}, 100), answer_of({}, 100)) is None


def test_the_picture_holds_the_funnel(asker: Asker) -> None:
    assert "What becomes of the steps" in asker.ask("/compare?bargain=step_up&show=1&lang=en").text
    assert "What becomes of the steps" not in asker.ask("/compare?show=1&lang=en").text
