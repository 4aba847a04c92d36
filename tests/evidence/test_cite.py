"""Citations and bibliography."""

from __future__ import annotations

import pytest

from kaname.core.errors import InputError
from kaname.evidence.cite import Share, bibliography, cite, share_read
from kaname.evidence.figures import figure_from, source_from
from kaname.evidence.load import Evidence, load_evidence

SAID = {"title": "A book.", "publisher": "A press", "licence": "facts cited", "certainty": "V"}
SOURCES = {
    "zeta": source_from("zeta", {**SAID, "author": "Zeta", "year": 1990, "url": "https://z.org", "doi": "10.1000/182"}),
    "alpha": source_from("alpha", {**SAID, "author": "alpha", "year": 2001, "certainty": "K", "pages": "7-9"}),
    "unused": source_from("unused", {**SAID, "author": "Unused", "year": 2001}),
}
HEAD = {"unit": "share", "value": 0.5, "date": 2020}
FIGURES = {
    "one": figure_from("one", {**HEAD, "source": ["zeta", "alpha"], "grade": "B", "doubt": "d"}),
    "two": figure_from("two", {**HEAD, "source": "alpha", "grade": "A"}),
    "three": figure_from("three", {**HEAD, "judgement": "as most would say here", "grade": "D", "doubt": "d"}),
}
EVIDENCE = Evidence(FIGURES, SOURCES)


def test_a_citation_names_authors_years_and_grade() -> None:
    assert cite(EVIDENCE, ["one", "three"]) == {
        "one": "Zeta (1990); alpha (2001) [B: estimated in the literature]",
        "three": "Judgement (D: judgement): as most would say here",
    }


def test_the_bibliography_is_sorted_by_author_and_lists_only_what_is_used() -> None:
    entries = bibliography(EVIDENCE)
    assert [entry.key for entry in entries] == ["alpha", "zeta"]
    assert entries[0].figures == ("one", "two")
    assert entries[0].text == "alpha (2001). A book. A press, 7-9."
    assert entries[0].certainty_words == "from knowledge, not read"
    assert entries[1].text == "Zeta (1990). A book. A press. doi:10.1000/182."
    assert entries[1].url == "https://z.org"
    assert [entry.key for entry in bibliography(EVIDENCE, ["two"])] == ["alpha"]
    assert bibliography(EVIDENCE, ["three"]) == []


def test_an_unknown_figure_cannot_be_cited() -> None:
    with pytest.raises(InputError, match="Nearest: three"):
        cite(EVIDENCE, ["thre"])


def test_what_was_read_is_counted_by_figures_and_by_numbers() -> None:
    by = {"unit": "share", "date": 2020, "by": "actor", "values": {"us": 0.1, "jp": 0.2, "cn": 0.3}}
    judged = {"judgement": "as most would say here", "grade": "D", "doubt": "d"}
    figures = [
        *FIGURES.values(),
        figure_from("all", {**by, "source": "zeta", "grade": "B", "doubt": "d"}),
        figure_from("some", {**by, **judged, "read": {"us": "zeta", "jp": "alpha"}}),
    ]
    assert share_read(figures, SOURCES) == Share(figures=3, of_figures=5, numbers=5, of_numbers=9)
    assert figures[-1].cited == ("zeta", "alpha")


def test_the_shipped_evidence_says_how_little_of_it_was_read() -> None:
    share = share_read(load_evidence().figures.values(), load_evidence().sources)
    assert 90 <= share.figures < share.of_figures / 2
    assert 500 <= share.numbers < share.of_numbers / 2
