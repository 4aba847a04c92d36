"""Articles as the statutes write them: 95-2 is 第九十五条の二.

Idea: the statute texts number their articles in Chinese numerals; checking a citation against a text needs them.

Reads and writes nothing.
Source: usual numbering of Japanese statutes (numbers below 1000).
"""

from __future__ import annotations

DIGITS = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九")
TEN, HUNDRED = 10, 100


def numeral(number: int) -> str:
    """A number from 1 to 999 in Chinese numerals.

    >>> numeral(116)
    '百十六'
    """
    hundreds, tens, ones = number // HUNDRED, number // TEN % TEN, number % TEN
    text = "" if not hundreds else (DIGITS[hundreds] if hundreds > 1 else "") + "百"
    text += "" if not tens else (DIGITS[tens] if tens > 1 else "") + "十"
    return text + DIGITS[ones]


def article_in_kanji(article: str) -> str:
    """An article number, with its branch if any, as a statute heads it.

    >>> article_in_kanji("84-3")
    '第八十四条の三'
    """
    number, _, branch = article.partition("-")
    return f"第{numeral(int(number))}条" + (f"の{numeral(int(branch))}" if branch else "")
