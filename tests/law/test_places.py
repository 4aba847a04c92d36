"""Paragraphs and items that the rules cite stand in the statutes, and articles hold what the rules take from them.

Numbered copies (the text before, and for the forces' act also after, the amendments of 2015) are read to the item. The
later copies leave numbers out: there an article must have at least as many lines as the paragraph cited, which is the
most that they allow.
"""

from __future__ import annotations

import re

import pytest

from kaname.law.book import load_book
from kaname.law.citing import ROMAN
from tests.law.kanji import article_in_kanji, numeral

BOOK = load_book()
HEADING = re.compile(r"^\*\*(第[一二三四五六七八九十百]+条(?:の[一二三四五六七八九十]+)*)\*\*\s*$", re.MULTILINE)
PLACE = re.compile(r"(\d+(?:-\d+)?)(?:\((\d+)\))?(?:\(([ivx]+)\))?")
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")

HOLDS = [
    ("sdf_act", "76", "存立が脅かされ"),
    ("sdf_act", "77-2", "展開予定地域"),
    ("sdf_act", "78", "二十日以内"),
    ("sdf_act", "79-2", "国家公安委員会"),
    ("sdf_act", "80", "防衛大臣の統制下"),
    ("sdf_act", "81", "都道府県知事"),
    ("sdf_act", "82", "海上"),
    ("sdf_act", "82-3", "弾道ミサイル等"),
    ("sdf_act", "84", "外国の航空機"),
    ("sdf_act", "84-2", "機雷"),
    ("sdf_act", "84-3", "保護措置"),
    ("sdf_act", "88", "武力を行使"),
    ("sdf_act", "95-2", "合衆国軍隊等"),
    ("sdf_act", "103", "施設"),
    ("aas_act", "9", "国会の承認"),
    ("aas_act", "3", "武力攻撃が発生した場合"),
    ("nsc_act", "2", "第八十四条の三に規定する保護措置"),
    ("important_influence_act", "2", "現に戦闘行為"),
    ("important_influence_act", "5", "国会の承認"),
    ("ipsa", "6", "七日以内"),
    ("pko_act", "26", "武器"),
    ("pko_act", "6", "実施計画"),
    ("ship_inspection_act", "5", "船舶検査活動の実施の態様"),
    ("act_113", "10", "物品"),
    ("act_116", "16", "停船"),
    ("jcg_act", "20", "軍艦"),
    ("jcg_act", "25", "軍隊"),
    ("anti_piracy_act", "7", "内閣総理大臣の承認"),
    ("surrounding_act", "5", "国会の承認"),
]
"""What an article must speak of for our reading of it to be of that article at all."""


def copies(shared, name):
    """Texts of an instrument: numbered ones first."""
    instrument = BOOK.data["instruments"][name]
    folder = shared / "law" / "statutes"
    names = [f"{kind}_{instrument['before']}" for kind in ("after", "before") if "before" in instrument]
    names += [f"cur_{instrument['number']}"] if "number" in instrument else []
    paths = [folder / f"{one}.md" for one in names]
    return [path.read_text(encoding="utf-8") for path in paths if path.exists()]


def article(text, number):
    """The text under an article's heading, or None; a copy may repeat a heading for a reference, so the longest."""
    wanted = article_in_kanji(number)
    pieces = HEADING.split(text)
    found = [body for head, body in zip(pieces[1::2], pieces[2::2], strict=True) if head == wanted]
    return max(found, key=len, default=None)


def holds(text, number, paragraph, item):
    """Whether a copy has the paragraph and item; None where it has no such article."""
    body = article(text, number)
    if body is None:
        return None
    if "**２**" not in body and "**一**" not in body:
        lines = [line for line in body.splitlines() if line.strip() and not line.startswith("<a")]
        return len(lines) >= max(paragraph, item)
    parts = re.split(r"^\*\*[０-９]+\*\*\s*$", body, flags=re.MULTILINE)
    marked = re.findall(r"^\*\*([０-９]+)\*\*\s*$", body, flags=re.MULTILINE)
    if paragraph > 1 and str(paragraph).translate(WIDE) not in marked:
        return False
    part = parts[marked.index(str(paragraph).translate(WIDE)) + 1] if paragraph > 1 else parts[0]
    return item == 0 or f"**{numeral(item)}**" in part


def cited_places():
    """Every statute, article, paragraph and item that a rule, definition or step cites."""
    cites = [(one.instrument, one.article) for rule in BOOK.rules for one in rule.cite]
    cites += [(one.instrument, one.article) for term in BOOK.terms.values() for version in term for one in version.cite]
    cites += [
        (c["instrument"], c["article"]) for p in BOOK.data["paths"].values() for s in p["steps"] for c in s["cite"]
    ]
    for instrument, place in sorted(set(cites)):
        found = PLACE.fullmatch(place)
        if found and (found.group(2) or found.group(3)):
            yield instrument, found.group(1), int(found.group(2) or 1), ROMAN.get(found.group(3) or "", 0)


def test_every_cited_paragraph_and_item_stands_in_some_copy_of_its_statute(shared):
    checked, wrong = 0, []
    for instrument, number, paragraph, item in cited_places():
        answers = [holds(text, number, paragraph, item) for text in copies(shared, instrument)]
        if answers:
            checked += 1
            if not any(answers):
                wrong.append((instrument, number, paragraph, item))
    assert wrong == []
    assert checked > 20


def test_a_paragraph_that_does_not_exist_is_found(shared):
    numbered = copies(shared, "sdf_act")[0]
    assert holds(numbered, "76", 1, 2)
    assert holds(numbered, "78", 2, 0)
    assert not holds(numbered, "76", 9, 0)
    assert not holds(numbered, "76", 1, 7)
    assert holds(numbered, "999", 1, 0) is None


@pytest.mark.parametrize(("instrument", "number", "word"), HOLDS, ids=lambda value: str(value))
def test_an_article_speaks_of_what_the_rules_take_from_it(shared, instrument, number, word):
    texts = [article(text, number) for text in copies(shared, instrument)]
    assert any(word in text for text in texts if text)
