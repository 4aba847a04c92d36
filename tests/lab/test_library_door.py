"""The library: evidence, figures, systems, mechanisms, the causal map and the glossary, as the model declares them."""

from __future__ import annotations

import re

import pytest

from kaname.api.systems import all_systems
from kaname.core.errors import InputError
from kaname.evidence.load import load_evidence
from kaname.lab.figures import PAGE, cells_of, figure_of, look, rests_on, value_of
from kaname.lab.glossary import KINDS, terms
from kaname.lab.glossary import look as look_up
from kaname.lab.inside import all_arrows, all_inside, anchor, beside, causal_map, inside
from kaname.law.book import load_book
from kaname.words.catalogue import catalogue
from kaname.words.levers import NAMES
from kaname.words.outcomes import BY_NAME
from kaname.words.params import BACKED_BY_NAME
from tests.lab.asking import Asker
from tests.lab.test_law_door import plain


def test_every_figure_is_found_by_its_name_and_told_with_source_or_judgement() -> None:
    say = catalogue("en")
    for name, figure in load_evidence().figures.items():
        assert value_of(say, figure)
        assert figure.cited or figure.judgement
        assert len(cells_of(say, figure)) != 1 or figure.by
        assert any(found.id == name for found in look(name, "", 0).figures) or look(name, "", 0).fitting > PAGE


def test_figures_are_looked_for_by_words_and_grade() -> None:
    part = look("tension", "D", 0)
    assert 0 < part.fitting < part.all == len(load_evidence().figures)
    assert {figure.grade for figure in part.figures} == {"D"}
    assert look("zzzz", "", 0).fitting == 0
    with pytest.raises(InputError, match="is not a grade"):
        look("", "E", 0)


def test_pages_of_figures_hold_all_of_them_once() -> None:
    pages = [look("", "", number).figures for number in range(len(load_evidence().figures) // PAGE + 1)]
    assert [figure.id for page in pages for figure in page] == list(load_evidence().figures)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_page_of_a_figure_says_what_rests_on_it(asker: Asker, language: str) -> None:
    text = asker.ask(f"/library/figure?id=growth_trend&lang={language}").text
    assert "/library/mechanism?name=economy.growth" in text
    assert catalogue(language)(f"grade-{figure_of('growth_trend').grade}") in text


def test_what_rests_on_a_parameter_are_the_mechanisms_that_read_it() -> None:
    name = next(name for name in inside("economy.growth").figures)
    assert "economy.growth" in rests_on(figure_of(name)).mechanisms
    price = next(name for name in load_evidence().figures if name.startswith("lever_price.host_support"))
    assert rests_on(figure_of(price)).levers == ("host_support",)
    own = next(name for name in load_evidence().figures if name.startswith("us_japan.") and name not in BACKED_BY_NAME)
    assert "us-japan" in rests_on(figure_of(own)).scenarios


def test_every_mechanism_has_a_page_with_its_rule_and_its_arrows(asker: Asker) -> None:
    for name, shown in all_inside().items():
        text = plain(asker.ask(f"/library/mechanism?name={name}&lang=en").text)
        assert plain(shown.sentence) in text
        into, out_of = beside(name)
        assert all(arrow.writer in text for arrow in into)
        assert all(arrow.reader in text for arrow in out_of)
        assert shown.text


def test_every_room_has_a_name_in_both_languages() -> None:
    rooms = {shown.room for shown in all_inside().values()}
    assert [
        room for room in sorted(rooms) for language in ("en", "ja") if not catalogue(language).has(f"room-{room}")
    ] == []


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_page_of_systems_has_every_system_and_a_row_for_each_name_of_the_map(asker: Asker, language: str) -> None:
    text = asker.ask(f"/library/systems?lang={language}").text
    assert [one.id for one in all_systems() if f">{one.id}<" not in text] == []
    assert set(re.findall(r'href="#(m-[\w-]+)"', text)) == {anchor(name) for name in all_inside()}
    assert [name for name in all_inside() if f'id="{anchor(name)}"' not in text] == []


def test_the_causal_map_draws_every_arrow() -> None:
    assert causal_map("alt").count('class="arc ') == len(all_arrows()) > 100


def test_the_glossary_has_both_forms_of_every_lever_outcome_and_term_of_law() -> None:
    by_kind = {kind: {term.name for term in terms() if term.kind == kind} for kind in KINDS}
    book = load_book()
    assert by_kind["lever"] == set(NAMES)
    assert by_kind["outcome"] == set(BY_NAME)
    assert by_kind["question"] == set(book.questions)
    assert by_kind["body"] == set(book.data["bodies"])
    assert [term for term in terms() if not term.en or not term.ja] == []
    without = [term for term in terms() if term.kind in ("lever", "outcome", "place") and term.ja.isascii()]
    assert without == []


def test_a_term_is_found_in_either_language(asker: Asker) -> None:
    for typed in ("defense operation", "防衛出動"):
        assert look_up(typed)
        assert "防衛出動" in asker.ask(f"/library/glossary?words={typed}").text
    assert "Nothing holds these words" in plain(asker.ask("/library/glossary?words=zzzz&lang=en").text)


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("figure?id=growth_trendd", "growth_trend"), ("figure", "is not a figure"), ("evidence?grade=E", "grade"),
        ("evidence?page=x", "page"), ("evidence?page=-1", "page"), ("evidence?page=99999", "page"),
        ("mechanism?name=economy.growt", "economy.growth"), ("systems?x=1", "asked for here"),
        ("glossary?word=1", "words"), ("evidence?words=a&words=b", "twice"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_refused_with_a_sentence(asker: Asker, address: str, wanted: str) -> None:
    answer = asker.ask(f"/library/{address}{'&' if '?' in address else '?'}lang=en")
    assert answer.status_code == 400
    assert wanted in plain(answer.text)
