"""Drawings: right is good, strips add up, every bargain has its own sign."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.analysis.fans import Fan
from kaname.analysis.paired import Difference, Verdict
from kaname.report.charts.bands import fan_panel, row_scale
from kaname.report.charts.dots import Column, Dot, Group, panel
from kaname.report.charts.gaps import Gap, gaps
from kaname.report.charts.pairs import Pair, pairs
from kaname.report.charts.ribbon import ribbon, ribbon_scale
from kaname.report.charts.stacks import Part, Row, stacks
from kaname.report.charts.strips import Path, strips
from kaname.report.palette import Palette
from kaname.report.svg import Scale, around_zero, breadth, fitted, some_ticks, ticks, words, wrapped


@pytest.mark.parametrize("good", [1, -1])
def test_right_of_zero_is_better(good: int) -> None:
    scale = around_zero([-3.0, 5.0], 0.0, 100.0, good)
    assert (scale(1.0 * good) > scale(0.0)) is True
    assert 0 < scale(-3.0) < 100
    assert 0 < scale(5.0) < 100


@given(st.floats(-1e5, 1e5), st.floats(1e-4, 1e5))
def test_ticks_are_round_few_and_within(low: float, width: float) -> None:
    found = some_ticks(low, low + width, 4)
    assert 2 <= len(found) <= 12
    assert all(low - width * 1e-6 <= tick <= low + width * (1 + 1e-6) for tick in found)
    assert len(ticks(low, low + width, 4)) <= 6


def test_a_clear_difference_has_a_full_mark_and_another_a_hollow_one() -> None:
    gap = Difference(1.0, 0.5, 1.5, 100, 100, 0)
    dots = [Dot("a", "f", gap, Verdict.BETTER, "tip <a>"), Dot("b", "g", gap, Verdict.UNCLEAR, "tip")]
    drawn = panel(
        Column("x", "days", 1.0, 1, "better \N{RIGHTWARDS ARROW}", "no pairs"),
        [Group("", dots)],
        Palette(["r", "f", "g"]),
        "alt",
    )
    assert len(re.findall(r'class="mark b1 full"', drawn)) == 1
    assert len(re.findall(r'class="mark b2 open"', drawn)) == 1
    assert len(re.findall(r'class="bar b', drawn)) == 2
    assert "tip &lt;a&gt;" in drawn


@pytest.mark.parametrize(("size", "ticks_beside_zero"), [(0.0, False), (1.0, True)])
def test_an_axis_on_which_nothing_moves_has_zero_alone(size: float, ticks_beside_zero: bool) -> None:
    dots = [Dot("a", "f", Difference(size, size / 2, size * 2, 100, 100, 0), Verdict.UNCLEAR, "tip")]
    drawn = panel(
        Column("x", "days", 1.0, 1, "better \N{RIGHTWARDS ARROW}", "no pairs"),
        [Group("", dots)],
        Palette(["r", "f"]),
        "alt",
    )
    ticks_drawn = re.findall(r'class="tick"[^>]*>([^<]+)<', drawn)
    assert "0" in ticks_drawn
    assert (len(ticks_drawn) > 1) is ticks_beside_zero


def test_each_of_nine_bargains_has_its_own_pair_of_colour_and_shape() -> None:
    palette = Palette([str(n) for n in range(9)])
    signs = set()
    for n in range(9):
        drawn = palette.mark(str(n), 0.0, 0.0, True)
        shape = re.search(r' d="([^"]+)"', drawn)
        signs.add((palette.css(str(n)), shape.group(1) if shape else "circle"))
    assert len(signs) == 9


def test_widths_of_strips_add_up_to_all_crises_at_every_step() -> None:
    paths = [Path(["a", "x", "e"], 60), Path(["a", "y", "e"], 30), Path(["b", "x"], 9), Path(["c", "x", "f"], 1)]
    drawn = strips(paths, ["where", "how", "end"], "b1", "alt", lambda ways: f"{ways} other ways")
    blocks = [
        tuple(map(float, found))
        for found in re.findall(r'x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="([\d.]+)"', drawn)
    ]
    for edge in (1.0, 150.0, 300.0):
        across = sum(height + 1 for x, width, height in blocks if x <= edge < x + width)
        assert across == pytest.approx(322.0, abs=0.1)
    assert "a, x, e: 60" in drawn
    assert "1 other way" not in drawn.split("<title>")[0]


def test_text_is_cut_to_its_room() -> None:
    assert fitted("a long name indeed", 40, 11) == "a lon\u2026"
    assert (
        wrapped("one two three four", 40, 11, 2) == ["one", "two t\u2026"]
        or len(wrapped("one two three four", 40, 11, 2)) == 2
    )
    assert Scale(0, 10, 0, 100)(5) == 50


CLEAR = Difference(2.0, 1.0, 3.0, 100, 90, 5)


@pytest.mark.parametrize("good", [1, -1])
def test_up_is_good_in_a_ribbon_and_weak_years_carry_marks(good: int) -> None:
    rows = [CLEAR, Difference(-4.0, -5.0, -3.0, 100, 5, 90)]
    scale = ribbon_scale(rows, 1.0, good)
    assert (scale(2.0) < scale(-4.0)) == (good > 0)
    drawn = ribbon([2026, 2027], rows, scale, 1.0, [1], "b1", "F", "alt")
    assert drawn.count('class="weak"') == 1
    assert drawn.count('class="band inner b1"') == 1


def test_paired_bars_start_at_zero_and_have_whiskers() -> None:
    drawn = pairs([Pair("a <lever>", CLEAR, Difference(None, None, None, 0, 0, 0), "tip")], "days", 1.0, 1, "b1", "alt",
                  "better")  # fmt: skip
    assert drawn.count("<rect") == 1
    assert drawn.count("whisker") == 1
    assert "a &lt;lever&gt;" in drawn
    zero = float(re.search(r'class="zero" x1="([\d.]+)"', drawn).group(1))  # type: ignore[union-attr]
    box = re.search(r'<rect class="fill b1 full" x="([\d.]+)"', drawn)
    assert box is not None
    assert float(box.group(1)) == pytest.approx(zero, abs=0.01)


def test_stacked_parts_are_as_wide_as_their_counts_and_carry_a_letter() -> None:
    rows = [Row("A", [Part("c1", "G", "x", 60), Part("c2", "D", "y", 20), Part("c3", "E", "z", 0)])]
    drawn = stacks(rows, "alt")
    first, second = (float(w) for w in re.findall(r'class="stack c\d" x="[\d.]+" y="[\d.]+" width="([\d.]+)"', drawn))
    assert (first + 0.8) / (second + 0.8) == pytest.approx(3, abs=0.01)
    assert ">G 60<" in drawn
    assert "c3" not in drawn
    assert "None" not in stacks([Row("A", [])], "alt")


def test_a_gap_is_drawn_from_belief_to_model_and_few_crises_are_hollow() -> None:
    belief, model = Difference(0.2, 0.1, 0.3, 0, 0, 0), Difference(0.8, 0.7, 0.9, 12, 0, 0)
    drawn = gaps([Gap("Ally", belief, model, True, "tip")], "alt")
    assert 'class="gap few"' in drawn
    assert "mark model open" in drawn
    untested = gaps([Gap("Ally", belief, Difference(None, None, None, 0, 0, 0), True, "tip")], "alt")
    assert "gap few" not in untested
    assert "mark belief" in untested


def test_elections_are_ticks_on_the_years_within_the_frame() -> None:
    bands = np.zeros((5, 3))
    fan = Fan(np.array([2026, 2027, 2028]), bands, 10)
    drawn = fan_panel(fan, fan, row_scale([fan], 1.0), 1.0, "b1", "t", "alt", [(2025.5, 2026.5), (2027.0,)])
    assert re.findall(r'class="(vote[ a-z]*)" d="([^"]+)"', drawn)[0][1].count("M") == 1
    assert "vote second" in drawn


KANJI = "\u65e5\u7c73\u540c\u76df\u306e\u5c06\u6765\u50cf\u3001\u305d\u306e\u4e09\u3064\u306e\u9053"


def test_a_name_in_kanji_keeps_its_first_letters_and_fits_its_width() -> None:
    cut = fitted(KANJI, 88, 11)
    assert cut.startswith(KANJI[:6])
    assert cut.endswith("\u2026")
    assert breadth(cut, 11) <= 88


@given(st.text("\u65e5\u672c\u306e\u3001ab c\uff21", max_size=40), st.floats(20, 300), st.integers(1, 4))
def test_every_row_of_a_wrapped_text_fits_its_width_and_no_letter_is_lost_before_the_cut(said, width, lines) -> None:
    rows = wrapped(said, width, 11, lines)
    assert len(rows) <= lines
    for row in rows:
        assert breadth(row, 11) <= max(width, 22) or len(row) <= 2
    told = "".join(rows).replace("\u2026", "").replace(" ", "")
    assert "".join(said.split()).startswith(told) or "\u2026" in "".join(rows[:-1])


def test_wide_letters_may_part_but_no_line_begins_with_a_closing_mark() -> None:
    rows = wrapped(KANJI, 88, 11, 4)
    assert len(rows) == 2
    assert not any(row.startswith("\u3001") for row in rows)


def test_a_name_in_kanji_is_marked_as_such_and_another_is_not() -> None:
    assert words(0, 0, KANJI).startswith('<text x="0" y="0" lang="ja">')
    assert "lang" not in words(0, 0, "Cold war")
