"""Find: what to ask and what to tell, from words that a person would type, in English or Japanese.

Idea: every question, fact, value, cited article, clock and story is a short text in both languages; the words typed
are looked for in all of them, the words of the book beside those of everyday speech (data/law/find.yaml). A question is
also found through the reasons of its rules. A word that no text holds is read as the nearest one that some text does.

Formula: score = sum over the words typed of weight * idf, idf = log(1 + texts / texts that hold the word); a word
added by find.yaml counts three quarters, one near to a word typed a quarter; a name typed
in full counts four times. English words are cut to their stem,
Japanese is read in pairs of characters, so that 防衛出動 is found inside 防衛出動待機命令.
Reads: the law book and its stories. Writes nothing.
Source: inverse document frequency, K. Sparck Jones (1972).
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kaname.core.errors import nearest_name
from kaname.law.book import Book
from kaname.law.citing import citation_text
from kaname.law.stories import load_stories

UNTITLED = ("across_the_field", "every_rule")
"""Files of stories whose titles name a rule or a question, which are found by themselves."""
QUESTION, FACT, VALUE, ARTICLE, CLOCK, STORY = "question", "fact", "value", "article", "clock", "story"
NAME_WEIGHT, LABEL_WEIGHT, REASON_WEIGHT = 2.0, 2.0, 0.5
ADDED, PART, NAMED = 0.75, 0.25, 4.0
LONGEST_QUERY = 200
STEM_LEAST = 4
ENOUGH = 0.25
_WORDS = re.compile(r"[a-z0-9]+(?:-[0-9a-z]+)*|[\u3040-\u30ff\u3400-\u9fff々]+")
_ENDINGS = (
    "isations",
    "ization",
    "isation",
    "ations",
    "ation",
    "ings",
    "ing",
    "ions",
    "ion",
    "ers",
    "ed",
    "es",
    "er",
    "s",
    "e",
)
_COMMON = frozenset(
    "a an the of on in at to for by is are be may can do we it if and or with from that this not".split()
)


@dataclass(frozen=True)
class Found:
    """One thing found: its kind, the name to type, its text in both languages, where it leads, and its score.

    leads: questions that it is asked by (stories, articles) or that use it (facts); a question leads to itself.
    """

    kind: str
    name: str
    text: Mapping[str, str]
    leads: tuple[str, ...]
    score: float


@dataclass(frozen=True)
class _Text:
    kind: str
    name: str
    text: Mapping[str, str]
    leads: tuple[str, ...]
    words: Mapping[str, float]


def find(book: Book, typed: str, most: int = 12) -> list[Found]:
    """Return what the words lead to, best first; an empty list where no word is known or like one that is."""
    texts = _texts(_Shelf(book))
    known = Counter(word for text in texts for word in text.words)
    wanted = _wanted(book, typed[:LONGEST_QUERY], known)
    idf = {word: math.log(1 + len(texts) / known[word]) for word in wanted}
    found, name = [], _plain(typed).strip()
    for words in texts:
        score = sum(weight * idf[word] * words.words.get(word, 0.0) for word, weight in wanted.items())
        score *= NAMED if name == _plain(words.name) else 1
        if score:
            found.append(Found(words.kind, words.name, words.text, words.leads, round(score, 3)))
    found.sort(key=lambda one: -one.score)
    return [one for one in found if one.score >= ENOUGH * found[0].score][:most]


def questions_for(book: Book, typed: str, most: int = 3) -> list[str]:
    """Return the questions to which the words lead, best first."""
    scores: dict[str, float] = {}
    for one in find(book, typed, most * 8):
        for name in one.leads if one.kind != FACT else ():
            scores[name] = scores.get(name, 0) + one.score / len(one.leads)
    return sorted(scores, key=lambda name: -scores[name])[:most]


def _wanted(book: Book, typed: str, known: Mapping[str, int]) -> dict[str, float]:
    """Return the words to look for with their weights: those typed, the book's words for them, the nearest to a
    slip.
    """
    wanted: dict[str, float] = {}
    plain = _plain(typed)
    for word in words_of(typed):
        for near in [word] if word in known else _near(word, known):
            wanted[near] = max(wanted.get(near, 0), 1.0 if near == word else PART)
    for phrase, others in book.data.get("also", {}).items():
        if _plain(phrase) in plain:
            for word in (each for other in others for each in words_of(other) if each in known):
                wanted.setdefault(word, ADDED)
    return wanted


def _near(word: str, known: Mapping[str, int]) -> Iterable[str]:
    """Return the words of the book that begin like an unknown one, or the one most like it."""
    if not word.isascii():
        return []
    begins = [one for one in known if len(word) >= STEM_LEAST and one.startswith(word)]
    nearest = nearest_name(word, [one for one in known if one.isascii() and len(one) >= STEM_LEAST])
    return begins or ([nearest] if nearest and len(word) >= STEM_LEAST else [])


def words_of(text: str) -> Iterator[str]:
    """Yield the words of a text: English ones cut to their stem, Japanese in pairs of characters.

    >>> list(words_of("Shooting 防衛出動"))
    ['shoot', '防衛', '衛出', '出動']
    """
    for word in _WORDS.findall(_plain(text)):
        if word.isascii():
            for part in {word, *word.split("-")} if not word[0].isdigit() else {word}:
                if part not in _COMMON:
                    yield _stem(part)
        elif len(word) == 1:
            yield word
        else:
            yield from (word[at : at + 2] for at in range(len(word) - 1))


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).lower().replace("_", " ").replace("defence", "defense")
    return folded.replace("neutraliz", "neutralis")


def _stem(word: str) -> str:
    """Return a word without its ending, where enough of it is left."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= STEM_LEAST:
            return word[: -len(ending)]
    return word


class _Shelf:
    """A book as a key of the index: the index is made once for each book object."""

    def __init__(self, book: Book) -> None:
        self.book = book

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Shelf) and self.book is other.book

    def __hash__(self) -> int:
        return id(self.book)


@lru_cache(maxsize=4)
def _texts(shelf: _Shelf) -> tuple[_Text, ...]:
    book = shelf.book
    return (*_questions(book), *_facts(book), *_articles(book), *_clocks(book), *_stories())


def _weighed(*parts: tuple[float, str]) -> dict[str, float]:
    """Return words with the greatest weight of the parts in which they stand."""
    words: dict[str, float] = {}
    for weight, text in parts:
        for word in words_of(text):
            words[word] = max(words.get(word, 0.0), weight)
    return words


def _both(entry: Mapping[str, str]) -> str:
    return f"{entry['en']} {entry['ja']}"


def _questions(book: Book) -> Iterator[_Text]:
    told = dict.fromkeys(book.questions, "")
    for rule in book.rules:
        for name in rule.answers:
            told[name] += f" {rule.reason['en']} {rule.reason['ja']}"
    for name, question in book.questions.items():
        words = _weighed((REASON_WEIGHT, told[name]), (LABEL_WEIGHT, _both(question)), (NAME_WEIGHT, _name(name)))
        yield _Text(QUESTION, name, {"en": question["en"], "ja": question["ja"]}, (name,), words)


def _name(name: str) -> str:
    return name.partition(".")[2].replace("_", " ")


def _facts(book: Book) -> Iterator[_Text]:
    for name, fact in book.facts.items():
        text = {"en": fact["en"], "ja": fact["ja"]}
        yield _Text(FACT, name, text, (), _weighed((1.0, _both(fact)), (1.0, name.replace("_", " "))))
        for value in fact.get("values", ()):
            if value in ("yes", "no", "unknown", "none"):
                continue
            named = book.data.get("values", {}).get(value, {"en": value.replace("_", " "), "ja": value})
            label = {language: f"{fact[language]}: {named[language]}" for language in ("en", "ja")}
            words = _weighed((1.0, _both(named)), (1.0, value.replace("_", " ")))
            yield _Text(VALUE, f"{name}={value}", label, (), words)


def _articles(book: Book) -> Iterator[_Text]:
    cited: dict[tuple[str, str], dict[str, None]] = {}
    texts: dict[tuple[str, str], Mapping[str, str]] = {}
    for rule in book.rules:
        for cite in rule.cite:
            key = (cite.instrument, cite.article)
            cited.setdefault(key, {}).update(dict.fromkeys(rule.answers))
            texts.setdefault(key, {"en": citation_text(book, cite, "en"), "ja": citation_text(book, cite, "ja")})
    for key, leads in cited.items():
        label = texts[key]
        yield _Text(ARTICLE, label["en"], label, tuple(leads), _weighed((1.0, _both(label))))


def _clocks(book: Book) -> Iterator[_Text]:
    for name, event in book.data.get("clock_events", {}).items():
        started = " ".join(_both(clock) for clock in book.data["clocks"].values() if clock["starts"] == name)
        text = {"en": event["en"], "ja": event["ja"]}
        yield _Text(
            CLOCK, name, text, (), _weighed((0.75, _both(event)), (0.75, name.replace("_", " ")), (0.5, started))
        )


def _stories() -> Iterator[_Text]:
    for story in (one for one in load_stories() if one.file not in UNTITLED):
        yield _Text(
            STORY, story.title, {"en": story.title, "ja": story.title}, (story.question,), _weighed((0.75, story.title))
        )
