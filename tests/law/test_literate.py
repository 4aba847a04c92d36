"""Literate citations: law number, revision, link and a sentence that stands in the text that was read."""

import re

import pytest

from kaname.law.ask import ask
from kaname.law.book import load_book
from kaname.law.forms import answer_form
from kaname.law.literate import quote_on, revision_on, source_on, sources_of, unquoted
from kaname.law.render import Wording, answer_text

BOOK = load_book()


def source(question, date, facts, text):
    answer = ask(question, date, facts)
    return next(one for one in sources_of(BOOK, answer, facts) if one.text == text)


def test_a_citation_names_law_article_revision_link_and_sentence():
    told = {"order_issued": "art82"}
    found = source("JP.MARITIME_SECURITY_OP", "2018-01-01", told, "SDF Act art. 82")
    assert found.law_id == "329AC0000000165"
    assert found.revision == "329AC0000000165_20160329_427AC0000000076"
    assert found.link == "https://laws.e-gov.go.jp/law/329AC0000000165/20160329_427AC0000000076#Mp-Ch_6-At_82"
    assert found.text_ja == "自衛隊法第82条"
    assert found.quote.startswith("防衛大臣は、海上における人命若しくは財産の保護")


def test_the_sentence_is_that_of_the_day():
    rule = BOOK.rule("force.defense_operation")
    cite = next(one for one in rule.cite if one.article == "76(1)")
    before, after = (quote_on(BOOK, cite, date)["ja"] for date in ("2010-01-01", "2018-01-01"))
    assert before != after
    assert "次に掲げる事態" in after


def test_the_revision_follows_the_entries_and_is_silent_where_a_number_is_not_known():
    assert revision_on(BOOK, "sdf_act", "2006-06-01") == "329AC0000000165_20060327_417AC0000000088"
    assert revision_on(BOOK, "sdf_act", "2025-04-01") == "329AC0000000165_20250324_506AC0000000024"
    assert revision_on(BOOK, "sdf_act", "2023-01-01") is None
    assert revision_on(BOOK, "cabinet_2014", "2023-01-01") is None


def test_every_citation_of_an_answer_has_its_source():
    told = {"cabinet_determination": "armed_attack_anticipated"}
    answer = ask("JP.EVACUATION", "2024-01-01", told)
    assert tuple(one.text for one in sources_of(BOOK, answer, told)) == answer.citations


def test_what_is_no_statute_has_neither_number_nor_link():
    cite = next(one for one in BOOK.rule("force.counterstrike_own_attack").cite if one.instrument == "view_1956")
    found = source_on(BOOK, cite, "2020-01-01")
    assert (found.law_id, found.revision, found.link, found.quote) == (None, None, None, None)


def plain(text):
    text = re.sub(r'<a id="[^"]*"></a>', "", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("**", "")
    return re.sub(r"[\s\u3000]+", "", text)


@pytest.mark.parametrize("name", sorted(BOOK.data["articles"]))
def test_every_quoted_sentence_stands_in_a_stored_text_of_its_statute(shared, name):
    one = BOOK.data["instruments"][name]
    folder = shared / "law" / "statutes"
    files = [folder / f"cur_{one.get('number')}.md", folder / f"before_{one.get('before')}.md"]
    texts = [plain(path.read_text(encoding="utf-8")) for path in files if path.exists()]
    for key, versions in BOOK.data["articles"][name].items():
        for version in versions:
            assert version["ja"].endswith("。"), (name, key)
            assert not texts or any(version["ja"] in text for text in texts), (name, key)


def test_every_article_that_was_read_shows_a_sentence():
    """Save the tables, items named by a list, an older text that was not read, and one known from another act."""
    assert {article for _, article in unquoted(BOOK)} <= {"table-1", "99", "3(1)(i)", "183"}


def test_an_english_answer_shows_the_japanese_terms_and_the_sentence():
    told = {"order_issued": "art82"}
    text = answer_text(Wording(BOOK, "en"), ask("JP.MARITIME_SECURITY_OP", "2018-01-01", told), told, (), ())
    assert "海上警備行動" in text
    assert "SDF Act art. 82 [自衛隊法第82条]" in text
    assert "海上における人命若しくは財産の保護" in text


def test_json_holds_the_sources():
    told = {"order_issued": "art82"}
    form = answer_form(Wording(BOOK, "en"), ask("JP.MARITIME_SECURITY_OP", "2018-01-01", told), told)
    assert form["sources"][0]["law_id"] == "329AC0000000165"
