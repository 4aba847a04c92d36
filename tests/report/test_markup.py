"""Names from files become text and nothing else."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from kaname.report.markup import Safe, in_kanji, joined, tag, text


class Seen(HTMLParser):
    """Tags and text as a browser's parser sees them."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.said = ""
        self.attributes: dict[str, str | None] = {}
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= dict(attrs)

    def handle_data(self, data: str) -> None:
        self.said += data


VISIBLE = st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn"))
SIGNS = st.sampled_from(list("<>&\"'/=;!- abi"))


@given(st.text(VISIBLE) | st.text(SIGNS, min_size=4))
def test_any_text_stays_text_and_any_attribute_stays_one_attribute(said: str) -> None:
    seen = Seen(tag("p", said, title=said))
    assert seen.tags == ["p"]
    assert seen.said == said
    assert seen.attributes == {"title": said, **({"lang": "ja"} if in_kanji(said) else {})}


def test_a_script_tag_in_a_name_is_shown_and_not_run() -> None:
    assert tag("b", "<script>alert(1)</script>") == "<b>&lt;script&gt;alert(1)&lt;/script&gt;</b>"
    assert tag("a", "x", href='"><img src=x onerror=alert(1)>').count("<") == 2


def test_characters_that_turn_the_direction_of_reading_are_shown_as_unknown() -> None:
    assert "\u202e" not in tag("p", "abc\u202edef")


def test_elements_keep_their_children_and_void_elements_have_none() -> None:
    assert tag("p", "a", [tag("b", "c"), None], 3) == "<p>a<b>c</b>3</p>"
    assert tag("meta", name="x", content="y") == '<meta name="x" content="y">'
    assert tag("rect", x=1.50, stroke_width=2, open=True, id=None) == '<rect x="1.5" stroke-width="2" open></rect>'
    assert joined(["<", Safe("<b></b>")], ", ") == "&lt;, <b></b>"
    assert text(None) == ""
