"""Find: words that a person types lead to the question, fact, article, clock or story, in both languages."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.core.errors import InputError
from kaname.law.book import load_book
from kaname.law.facts import checked_question
from kaname.law.find import find, questions_for, words_of
from kaname.law.find_text import found_text
from kaname.law.render import Wording

BOOK = load_book()


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("shoot down balloon", "JP.AIRSPACE_WEAPONS"),
        ("気球 撃墜", "JP.AIRSPACE_WEAPONS"),
        ("防衛出動", "JP.DEFENSE_OPERATION_ORDER"),
        ("治安出動", "JP.PUBLIC_SECURITY_OP"),
        ("missile", "JP.BMD_ART82_3"),
        ("destory missiles", "JP.BMD_ART82_3"),
        ("reciprocal access with the Philippines", "JP.RAA"),
        ("arms export", "JP.ARMS_TRANSFER"),
        ("art. 95-2", "JP.ASSET_PROTECTION"),
        ("evacuate nationals", "JP.EVAC_TRANSPORT"),
        ("敵基地攻撃", "JP.COUNTERSTRIKE"),
        ("台湾有事", "JP.SURVIVAL_DETERMINATION"),
        ("coastguard", "JP.JCG_WEAPON_STOP"),
        ("60 days war powers", "US.WPR_CONTINUE"),
    ],
)
def test_everyday_words_lead_to_the_question(typed, question):
    assert question in questions_for(BOOK, typed)


@pytest.mark.parametrize("question", sorted(BOOK.questions))
@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_question_is_found_by_its_own_words(question, language):
    found = find(BOOK, BOOK.questions[question][language], 5)
    assert question in [one.name for one in found]


@pytest.mark.parametrize("fact", sorted(BOOK.facts))
def test_a_fact_is_found_by_its_name(fact):
    assert fact in [one.name.partition("=")[0] for one in find(BOOK, fact, 20)]


def test_every_kind_is_found_and_named_in_the_text():
    kinds = {
        one.kind
        for words in ("war powers", "senkaku", "SDF Act art. 76", "mine-sweeping", "missile")
        for one in find(BOOK, words, 40)
    }
    assert {"question", "fact", "value", "article", "clock", "story"} <= kinds
    for language in ("en", "ja"):
        told = found_text(Wording(BOOK, language), find(BOOK, "war powers", 40))
        assert "US.WPR" in told
        assert "kaname law interview" in told
        assert "find_" not in told


@given(st.text(max_size=300))
def test_any_text_is_searched_without_a_fault(typed):
    found = find(BOOK, typed)
    assert found == sorted(found, key=lambda one: -one.score)


def test_words_are_cut_to_their_stem_and_japanese_read_in_pairs():
    assert list(words_of("Shooting missiles")) == ["shoot", "missil"]
    assert list(words_of("防衛出動")) == ["防衛", "衛出", "出動"]


def test_a_wrong_question_is_answered_with_what_its_words_lead_to():
    with pytest.raises(InputError, match="JP.DEFENSE_OPERATION_ORDER"):
        checked_question_text("防衛出動")


def checked_question_text(name):
    try:
        checked_question(BOOK, name)
    except InputError as error:
        raise InputError(str(error)) from None


def test_the_command_finds_and_says_when_nothing_is_there(kaname):
    done = kaname("law", "find", "shoot", "down", "balloon")
    assert done.returncode == 0
    assert "JP.AIRSPACE_WEAPONS" in done.stdout
    assert json.loads(kaname("law", "find", "防衛出動", "--json").stdout)[0]["name"] == "JP.DEFENSE_OPERATION_ORDER"
    assert kaname("law", "find", "qqqqqqqq").returncode == 1
