"""Literate citations: where a cited article stands, in which revision, and one sentence of it in Japanese.

Idea: whoever reads an answer should be able to check it. Each citation of a statute is given its law number, the last
amendment of the day that the book knows, in the form in which e-Gov names a revision (law id, day of enforcement,
amending law id, joined by underscores), a link to the article, and one sentence quoted from the text that was read.

Reads: instruments, articles and entries of the law book. Writes nothing.
Source: e-Gov law search; its address stands with the articles (PAGES/LAW_ID/DAY_AMENDING#Mp-Ch_6-At_76).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kaname.law.ask import FORBIDDING, Answer
from kaname.law.book import LAST, Book, Citation
from kaname.law.citing import citation_on


@dataclass(frozen=True)
class Source:
    """One citation with all that is needed to look it up; None where the book does not know it.

    revision: e-Gov revision id by the last amendment known to the book; read: month of the text that was quoted.
    """

    text: str
    text_ja: str
    law_id: str | None
    article: str
    revision: str | None
    link: str | None
    quote: str | None
    read: str | None


def sources_of(book: Book, answer: Answer, facts: Mapping[str, Any]) -> tuple[Source, ...]:
    """Return the sources of an answer's citations, in their order, each once."""
    leading = [use for use in answer.rules if use.effect in FORBIDDING or use.state != "fails"]
    cites = [cite for use in (leading or answer.rules) for cite in book.rule(use.id).cite]
    fitting = [
        one
        for one in cites
        if one.start <= answer.date < one.end and all(facts.get(fact) in told for fact, told in one.facts.items())
    ]
    return tuple(dict.fromkeys(source_on(book, one, answer.date) for one in fitting))


def source_on(book: Book, cite: Citation, date: str) -> Source:
    """Return one citation with its law number, revision, link and sentence as of an ISO date."""
    instrument = book.data["instruments"][cite.instrument]
    number = instrument.get("number")
    revision = revision_on(book, cite.instrument, date)
    quoted = quote_on(book, cite, date)
    return Source(
        text=citation_on(book, cite, date, "en"),
        text_ja=citation_on(book, cite, date, "ja"),
        law_id=number,
        article=cite.article,
        revision=revision,
        link=_link(book, instrument, revision, cite.article) if number else None,
        quote=quoted["ja"] if quoted else None,
        read=quoted["read"] if quoted else None,
    )


def revision_on(book: Book, instrument: str, date: str) -> str | None:
    """Return the e-Gov id of the revision by the last known amendment on a date, or None where none is known.

    None too where the last amendment is known and the number of the amending law is not.
    """
    one = book.data["instruments"][instrument]
    made = [book.data["entries"][name] for name in one.get("amended", ())]
    past = sorted((entry for entry in made if entry.get("day", LAST) <= date), key=lambda entry: entry["day"])
    if not past or "number" not in one or not past[-1].get("law_id"):
        return None
    return f"{one['number']}_{past[-1]['day'].replace('-', '')}_{past[-1]['law_id']}"


def quote_on(book: Book, cite: Citation, date: str) -> Mapping[str, str] | None:
    """Return the sentence quoted for a citation on a date: of its paragraph, else of its article, else None."""
    articles = book.data.get("articles", {}).get(cite.instrument, {})
    for key in _narrower(cite.article):
        for version in articles.get(key, ()):
            if version.get("from", "") <= date < version.get("until", LAST):
                return version
    return None


def unquoted(book: Book) -> list[tuple[str, str]]:
    """Return the statutes and articles that rules read in the text cite and that show no sentence, each once."""
    found: dict[tuple[str, str], None] = {}
    for rule in book.rules:
        for cite in rule.cite:
            one = book.data["instruments"][cite.instrument]
            if rule.certainty == "S" and cite.article and ("number" in one or "before" in one):
                keys = book.data.get("articles", {}).get(cite.instrument, {})
                if not any(key in keys for key in _narrower(cite.article)):
                    found[cite.instrument, cite.article] = None
    return list(found)


def _narrower(article: str) -> Iterable[str]:
    """Yield the article as cited, then without its item, then without its paragraph."""
    yield article
    while "(" in article:
        article = article[: article.rindex("(")]
        yield article


def _link(book: Book, instrument: Mapping[str, Any], revision: str | None, article: str) -> str:
    page = book.data["pages"] + instrument["number"] + (f"/{revision.partition('_')[2]}" if revision else "")
    match = re.match(r"\d+(-\d+)?", article)
    chapters = instrument.get("chapters")
    if not match or chapters is None:
        return page
    place = match.group(0)
    inside = [name for name, first, last in chapters if _order(first) <= _order(place) <= _order(last)]
    if chapters and not inside:
        return page
    return f"{page}#Mp-{inside[0] + '-' if inside else ''}At_{place.replace('-', '_')}"


def _order(article: str) -> tuple[int, int]:
    main, _, branch = str(article).partition("-")
    return int(main), int(branch or 0)
