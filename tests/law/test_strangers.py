"""Files from strangers: whatever is in them, the answer is a result or a message, never a traceback."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.core.errors import KanameError
from kaname.law.ask import ask
from kaname.law.book import load_book
from kaname.law.exam import mark, read_cases
from kaname.law.situation import read_situation

BOOK = load_book()
SOUND = "cases:\n- {id: a, date: 2020-01-01, question_id: US.WPR, facts: {clock_days: 61}, expected: 'no'}\n"
WORDS = st.sampled_from(
    [*BOOK.facts, *BOOK.questions, "yes", "no", "null", "[]", "{}", "1e9", "-1", "&a", "*a", "!!x", "\t"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


def refusal(act):
    """The message with which something is refused, or None where it is done; anything else is a fault of ours."""
    try:
        act()
    except KanameError as told:
        return str(told)
    return None


@given(st.text(max_size=80), st.integers(0, len(SOUND)))
def test_a_file_of_cases_with_anything_in_it_is_answered_or_refused(tmp_path_factory, text, at):
    path = tmp_path_factory.mktemp("strangers") / "cases.yaml"
    path.write_text(SOUND[:at] + text + SOUND[at:], encoding="utf-8")
    assert refusal(lambda: mark(BOOK, read_cases(BOOK, path))) != ""


@given(st.dictionaries(WORDS, WORDS, max_size=4))
def test_a_situation_with_anything_in_it_is_read_or_refused(tmp_path_factory, told):
    path = tmp_path_factory.mktemp("strangers") / "facts.yaml"
    path.write_text("\n".join(f"{name}: {value}" for name, value in told.items()), encoding="utf-8")
    assert refusal(lambda: read_situation(BOOK, path)) != ""


@given(st.sampled_from(sorted(BOOK.facts)), VALUES)
def test_a_fact_of_any_kind_is_a_word_of_the_vocabulary_or_refused(name, value):
    refused = refusal(lambda: ask("JP.USE_OF_FORCE", "2020-01-01", {name: value}))
    known = BOOK.facts[name].get("values")
    if refused is None:
        assert known is None or value in (*known, "unknown") or isinstance(value, (bool, list))
    else:
        assert "\n" not in refused


@pytest.mark.parametrize("text", ["", "cases:\n- *x\n", "cases: &a []\n", "a: 1\na: 2\n"])
def test_what_a_plain_file_may_not_hold_is_refused(tmp_path, text):
    path = tmp_path / "cases.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KanameError):
        read_cases(BOOK, path)
