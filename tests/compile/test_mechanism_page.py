"""The page of a mechanism is made from what it declares, what its kernel touches and what the evidence says."""

from __future__ import annotations

import pytest

from kaname.compile.mechanism_page import figure_text, lines
from kaname.evidence.load import load_evidence
from kaname.model.engine.catalogue import mechanisms
from kaname.words.params import BACKED_BY_NAME


def page(name: str) -> str:
    """The page of one mechanism as one text."""
    return "\n".join(lines(next(mechanism for mechanism in mechanisms() if mechanism.name == name)))


def test_every_figure_that_a_mechanism_reads_stands_on_its_page_with_value_and_grade() -> None:
    evidence = load_evidence().figures
    for mechanism in mechanisms():
        text = "\n".join(lines(mechanism))
        for name in set(mechanism.params) & set(BACKED_BY_NAME) & set(evidence):
            assert (
                f"| `{name}` | {figure_text(evidence[name])} | {evidence[name].unit} | {evidence[name].grade} |" in text
            )


def test_a_page_links_those_who_read_what_the_mechanism_writes_and_the_outcomes_that_count_it() -> None:
    text = page("economy.growth")
    readers = next(line for line in text.splitlines() if line.startswith("- its numbers are read by:"))
    assert "[economy.burden](economy.burden.md)" in readers
    assert "[economy.growth]" not in text
    assert "- outcomes that count it: `burden`, `gdp`" in text
    assert "- levers that act here: `doctrine`" not in text


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ("growth_tariff_ally", " to "),
        ("growth_trend", "numbers"),
        ("growth_trend", "times"),
        ("war_scale", "(2 to 50)"),
    ],
)
def test_a_figure_is_told_by_its_middle_and_its_ends(figure: str, words: str) -> None:
    assert words in figure_text(load_evidence().figures[figure])
