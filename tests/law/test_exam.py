"""The exam: marks by hand, files with and without expected answers, and files that cannot be used."""

import pytest

from kaname.core.errors import InputError
from kaname.law.book import load_book
from kaname.law.exam import mark, read_cases, scores, unreadable
from kaname.law.references import agree, read

BOOK = load_book()
TEXT = """
cases:
- {id: one, date: 2020-01-01, question_id: US.CYBER_PRINCIPLE, facts: {domain: cyber}, expected: 'yes'}
- {id: two, date: 2018-01-01, question_id: US.CYBER_PRINCIPLE, facts: {domain: cyber}, expected: 'yes'}
- {id: three, date: 2020-01-01, question_id: US.ART5_COVERS, facts: {domain: cyber}, expected: undetermined}
- {id: four, date: 2020-01-01, question_id: US.OBLIGATION_DEFEND, expected: 'no', citation: ['1960 Treaty art. V(1)']}
"""


def cases(tmp_path, text):
    path = tmp_path / "cases.yaml"
    path.write_text(text, encoding="utf-8")
    return read_cases(BOOK, path)


def test_the_marks_are_those_counted_by_hand(tmp_path):
    result = scores(mark(BOOK, cases(tmp_path, TEXT)))
    assert (result.asked, result.right, result.accuracy) == (4, 3, 0.75)
    assert result.confusion["yes"] == {"yes": 1, "no": 1, "undetermined": 0}
    assert result.f1 == {"yes": pytest.approx(2 / 3), "no": pytest.approx(2 / 3), "undetermined": 1.0}
    assert result.macro_f1 == pytest.approx(7 / 9)
    assert (result.citations_asked, result.citations_agree) == (1, 1)


def test_expected_answers_may_be_absent(tmp_path):
    marked = mark(BOOK, cases(tmp_path, "cases:\n- {date: 2020-01-01, question_id: US.CYBER_PRINCIPLE}\n"))
    assert marked[0].answer.answer == "yes"
    assert scores(marked) is None


def test_a_case_that_cannot_be_read_is_marked_with_its_line_and_the_others_are_scored(tmp_path):
    text = TEXT.replace("domain: cyber", "domain: ciber", 1).replace("US.OBLIGATION_DEFEND", "US.OBLIGATION")
    read = cases(tmp_path, text)
    assert [(one.id, one.error.line) for one in unreadable(read)] == [("one", 3), ("four", 6)]
    assert [one.case.id for one in mark(BOOK, read)] == ["two", "three"]
    assert scores(mark(BOOK, read)).asked == 2


@pytest.mark.parametrize("case", ["{id: x}", "3", "{id: x, date: 2020-01-01}", "{date: 2020-01-01, question_id: [1]}"])
def test_a_case_without_its_parts_is_marked(tmp_path, case):
    (read,) = cases(tmp_path, f"cases:\n- {case}\n")
    assert read.error.line == 2


@pytest.mark.parametrize("text", ["- 1\n", "cases: 3\n"])
def test_a_file_without_cases_is_refused(tmp_path, text):
    with pytest.raises(InputError):
        cases(tmp_path, text)


def test_citations_are_read_into_statute_and_article():
    assert read(BOOK, "SDF Act arts. 78, 82, 89-90, 93") == {
        ("sdf_act", one, "") for one in ("78", "82", "89", "90", "93")
    }
    assert read(BOOK, "SDF Act art. 95-2(1),(2)") == {("sdf_act", "95-2", "(1)")}
    assert read(BOOK, "International Peace Support Act arts. 1-4, 6") == {
        ("ipsa", str(one), "") for one in (1, 2, 3, 4, 6)
    }
    assert read(BOOK, "50 U.S.C. 1547(a)(2)") == {("wpr", "1547", "(a)(2)")}
    assert read(BOOK, "Kyodo glossary") == set()


def test_a_citation_of_another_article_does_not_agree():
    assert agree(BOOK, ["SDF Act art. 95-2"], ["SDF Act art. 95"]) is False
    assert agree(BOOK, ["SDF Act art. 95-2"], ["SDF Act art. 95-2"]) is True
    assert agree(BOOK, ["a newspaper"], ["SDF Act art. 95"]) is None
