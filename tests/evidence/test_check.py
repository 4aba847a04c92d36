"""What is asked of a figure before it is believed: an example of each refusal."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaname.core.errors import InputError, InputErrors, KanameError
from kaname.evidence.load import Evidence, read_evidence

SOURCES = """
sources:
  book_2024: {author: A. Author, title: A book, year: 2024, publisher: A press, certainty: V, licence: facts cited}
"""
GOOD = "{unit: share, value: 0.85, date: 2024, source: book_2024, grade: A}"
JUDGED = (
    "{unit: share, value: 0.85, date: 2024, judgement: most would agree on this, grade: D, doubt: it may well be lower}"
)
SPREAD = (
    "{unit: share, values: {x: 0.4, y: 0.2}, by: actor, spread: {uniform: [0.5, 2]}, date: 2024-03-31, "
    "source: [book_2024], grade: B, doubt: one study of one case}"
)


def read(tmp_path: Path, figure: str, sources: str = SOURCES) -> Evidence:
    """The evidence of one figure, called readiness."""
    file = tmp_path / "test.yaml"
    file.write_text(f"figures:\n  readiness: {figure}\n{sources}", encoding="utf-8")
    return read_evidence([file])


@pytest.mark.parametrize("figure", [GOOD, JUDGED, SPREAD])
def test_a_figure_with_all_it_needs_is_read(tmp_path: Path, figure: str) -> None:
    assert read(tmp_path, figure).figures["readiness"].unit == "share"


REFUSED = [
    (GOOD, GOOD, "0.85", "0.85 is a bare number; every number is a figure"),
    (GOOD, "unit: share, ", "", "unit is missing"),
    (GOOD, "unit: share", "unit: percent", "percent is not a unit of this project"),
    (GOOD, "unit: share", "unit: shaer", "Nearest: share"),
    (GOOD, "unit: share", "unit: [share]", "is not a unit"),
    (GOOD, "date: 2024, ", "", "date is missing"),
    (GOOD, "date: 2024", "date: 2024-13", "2024-13 is not a date"),
    (GOOD, "date: 2024", "date: 2023-02-29", "2023-02-29 is not a date"),
    (GOOD, "date: 2024", "date: 1776", "1776 is outside 1800..2200"),
    (GOOD, "date: 2024", "date: last year", "last year is not a date"),
    (GOOD, "source: book_2024, ", "", "exactly one of source, judgement must be in a figure, found none"),
    (GOOD, "source: book_2024", "source: book_2042", "book_2042 is not the key of a source. Nearest: book_2024"),
    (GOOD, "source: book_2024", "source: []", "a list of 0 entries"),
    (GOOD, "grade: A", "grade: E", "E is not a grade. Allowed: A, B, C, D"),
    (GOOD, "grade: A", "grade: D, doubt: it may well be lower", "grade D is a judgement and has no source"),
    (GOOD, "grade: A", "grade: B", "doubt is missing; grade B needs it"),
    (GOOD, "0.85", "85", "85 is outside 0..1 (unit: share). Write 0.85."),
    (GOOD, "0.85", "-0.1", "-0.1 is outside 0..1"),
    (GOOD, "0.85", "85 %", "85 % is not a number. Write 0.85."),
    (GOOD, "0.85", "yes", "yes is not a number"),
    (GOOD, "0.85", "true", "true is not a number"),
    (GOOD, "value: 0.85", "value: 0.85, distribution: {uniform: [0, 1]}", "found value and distribution"),
    (GOOD, "value: 0.85, ", "", "found none of them"),
    (GOOD, "value: 0.85", "value: 0.85, by: actor", "by says on which axes"),
    (GOOD, "value:", "valeu:", "valeu is not part of a figure. Nearest: value"),
    (GOOD, "value: 0.85", "distribution: {uniform: [0, 2]}", "0..2 leaves 0..1 (unit: share)"),
    (GOOD, "value: 0.85", "distribution: {triangular: [0, 1]}", "a list of 2 entries. Allowed: 3 to 3"),
    (GOOD, "value: 0.85", "distribution: {triangular: [1, 0.5, 0]}", "The order is [low, mode, high]"),
    (GOOD, "value: 0.85", "distribution: {triangle: [0, 0.5, 1]}", "triangle is not part of a distribution"),
    (GOOD, "value: 0.85", "distribution: {uniform: [0, 1], beta: [1, 1]}", "found uniform and beta"),
    (GOOD, "value: 0.85", "distribution: {switch: {a: 0.5, b: 0.5}}", "The unit of a switch is switch"),
    (GOOD, "unit: share", "unit: switch", "a switch has names, not a number"),
    (GOOD, "value: 0.85", "distribution: {uniform: [0, 1]}, spread: {uniform: [0.5, 1]}", "a spread goes with value"),
    (GOOD, "grade: A", "grade: A, judgement: most would agree on this", "found source and judgement"),
    (JUDGED, "grade: D", "grade: A", "grade A (measured) needs a source"),
    (SPREAD, "spread:", "read: {z: book_2024}, spread:", "z is not a number of values. Allowed: x, y"),
    (SPREAD, "spread:", "read: {x: book_2042}, spread:", "book_2042 is not the key of a source. Nearest: book_2024"),
    (JUDGED, "most would agree on this", "a guess", "'a guess' is too short: at least 4 words"),
    (JUDGED, ", doubt: it may well be lower", "", "doubt is missing; grade D needs it"),
    (SPREAD, "by: actor, ", "", "by is missing"),
    (SPREAD, "by: actor", "by: [actor, force]", "members of the axis force are missing here"),
    (SPREAD, "x: 0.4", "x: {air: 0.4}", "stands where a mapping is needed"),
    (SPREAD, "{x: 0.4, y: 0.2}", "{x: {air: 0.4}}", "nested deeper than by has axes"),
    (SPREAD, "x: 0.4", "x: 0.6", "with its spread this is 0.3..1.2, which leaves 0..1"),
    (SPREAD, "x: 0.4", "x: 4", "values.x: 4 is outside 0..1"),
    (SPREAD, "uniform: [0.5, 2]", "uniform: [-0.5, 2]", "a spread multiplies, and -0.5 is below 0"),
    (SPREAD, "uniform: [0.5, 2]", "switch: {a: 1, b: 0}", "a spread is a factor, not a switch"),
    (SPREAD, "{x: 0.4, y: 0.2}", "{}", "at least 1 entries are needed"),
]


@pytest.mark.parametrize(("good", "part", "instead", "said"), REFUSED, ids=[case[3][:60] for case in REFUSED])
def test_a_figure_that_lacks_something_is_refused(
    tmp_path: Path, good: str, part: str, instead: str, said: str
) -> None:
    assert part in good
    with pytest.raises(KanameError) as caught:
        read(tmp_path, good.replace(part, instead, 1))
    assert isinstance(caught.value, (InputError, InputErrors))
    assert said in str(caught.value)
    assert "test.yaml:2 figures.readiness" in str(caught.value)


REFUSED_SOURCES = [
    ("author: A. Author, ", "", "author is missing from a source"),
    ("certainty: V", "certainty: X", "X is not a certainty mark. Allowed: V, A, R, K"),
    ("licence: facts cited", "licence: GPL-3.0", "data under the GPL stays out"),
    ("licence: facts cited", "licence: facts cited, url: 'javascript:alert(1)'", "begins with https://"),
    ("licence: facts cited", "licence: facts cited, url: 'https://x.org/\"onclick'", "does not have the right form"),
    ("licence: facts cited", "licence: facts cited, doi: 182", "182 is not text"),
    ("year: 2024", "year: [2024]", "cannot stand here"),
]


@pytest.mark.parametrize(("part", "instead", "said"), REFUSED_SOURCES, ids=[case[2] for case in REFUSED_SOURCES])
def test_a_source_that_lacks_something_is_refused(tmp_path: Path, part: str, instead: str, said: str) -> None:
    assert part in SOURCES
    with pytest.raises(KanameError) as caught:
        read(tmp_path, GOOD, SOURCES.replace(part, instead, 1))
    assert said in str(caught.value)


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    file = tmp_path / "test.yaml"
    file.write_text("figures:\n  a: 1\n  b: 2\n  c: {unit: shaer}\nfigure: 1\n", encoding="utf-8")
    with pytest.raises(InputErrors) as caught:
        read_evidence([file])
    assert [error.line for error in caught.value.errors] == [2, 3, 4, 5]
