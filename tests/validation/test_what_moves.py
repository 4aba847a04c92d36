"""The page of what moves what says what its numbers say, and the opposite of the opposite numbers."""

from __future__ import annotations

from kaname.scenarios.contrasts import Contrast
from kaname.study.contrasts import Finding
from validation.what_moves.measured import Measured
from validation.what_moves.page import levers_sentence, results, text
from validation.what_moves.picture import chart

CONTRAST = Contrast(
    "x", "A sentence.", "moved", "as_is", "territory.jp", "", "", "direction", "higher", unless="Since."
)
FOUND = Measured(
    (Finding(CONTRAST, "higher", "-1", False), Finding(CONTRAST, "higher", "+1", True)),
    (Finding(CONTRAST, "higher", "+1", True),),
    {"territory.jp": (0.7, 0.8, 0.9)},
    ("territory.jp", "coerced.jp"),
    {"strong": {"territory.jp": 0.5, "coerced.jp": -0.02}, "weak": {"territory.jp": 0.05}, "still": {}},
)


def test_misses_are_counted_and_explained() -> None:
    page = text(FOUND)
    assert "1 of 2 contrasts are missed" in page
    assert "**missed** | A sentence. Since." in page
    assert "0 of 1 are missed" in page
    assert page.index("**missed**") < page.index("| met |")


def test_a_lever_below_the_smallest_effect_is_named_as_too_small() -> None:
    assert levers_sentence(FOUND.effects).startswith("1 of 3 levers move")
    assert "`still`, `weak`" in levers_sentence(FOUND.effects)
    assert "Too small" not in levers_sentence({"strong": {"territory.jp": -0.5}})


def test_the_picture_has_a_number_where_something_moved_and_none_elsewhere() -> None:
    drawn = chart(FOUND.ends, FOUND.effects)
    assert drawn.count("+0.50") == 1
    assert drawn.count("-0.02") == 1
    assert drawn.index("strong") < drawn.index("weak") < drawn.index("still")
    assert 'class="more"' in drawn
    assert 'class="less"' not in drawn


def test_the_results_keep_every_finding() -> None:
    kept = results(FOUND)
    assert [item["met"] for item in kept["contrasts"]] == [False, True]
    assert kept["worlds"]["territory.jp"] == {"no_guarantee": 0.7, "as_is": 0.8, "sure_guarantee": 0.9}
