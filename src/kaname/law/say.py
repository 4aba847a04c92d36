"""Say: an answer as text a person reads, in English or Japanese.

Idea: every sentence comes from the rules' own reasons and from one table of words, so both languages say the same and
nothing is said that no rule says.

Reads: an Answer, the words of the law book. Writes nothing.
Source: data/law/words.yaml; official terms as in the statutes.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kaname.core.errors import unknown_name
from kaname.law.ask import Answer, RuleUse, Step
from kaname.law.book import Book
from kaname.law.flips import DateFlip, Flip

LANGUAGES = ("en", "ja")
WIDTH = 80
PLACE = "    "


def checked_language(name: str) -> str:
    """One of the languages; InputError otherwise."""
    if name not in LANGUAGES:
        raise unknown_name("a language", name, LANGUAGES, path="--lang")
    return name


class Voice:
    """The book's words in one language."""

    def __init__(self, book: Book, language: str) -> None:
        self.book = book
        self.language = checked_language(language)

    def word(self, key: str) -> str:
        """A word of the table, or the key itself in plain letters."""
        entry = self.book.data["words"].get(key)
        return entry[self.language] if entry else key.replace("_", " ")

    def of(self, text: Mapping[str, str]) -> str:
        """The text of a mapping in this language."""
        return text[self.language]

    def body(self, name: str) -> str:
        """The name of whoever decides or acts."""
        return self.book.data["bodies"][name][self.language]

    def citations(self, answer: Answer) -> tuple[str, ...]:
        """The citations in this language."""
        return answer.citations if self.language == "en" else answer.citations_ja

    def fact(self, name: str, value: Any) -> str:
        """A fact with its value: the vocabulary's own words, so that it can be typed again."""
        told = f"{name}={value}"
        return told if self.language == "en" else f"{told}（{self.book.facts[name]['ja']}）"

    def facts(self, facts: Mapping[str, Any] | Iterable[tuple[str, Any]]) -> str:
        """Several facts in a row."""
        pairs = facts.items() if isinstance(facts, Mapping) else facts
        return ", ".join(self.fact(name, value) for name, value in pairs) or self.word("none")


def answer_text(
    voice: Voice, answer: Answer, facts: Mapping[str, Any], changes: Sequence[Flip], dates: Sequence[DateFlip]
) -> str:
    """The whole answer: what, who, how, why, what else is held, what would change it."""
    question = voice.of(voice.book.questions[answer.question])
    lines = [
        f"{voice.word('question')}: {answer.question}: {question}",
        f"{voice.word('date')}: {answer.date}   {voice.word('regime')}: {answer.regime or voice.word('none')}",
        *_wrapped(f"{voice.word('facts')}: {voice.facts(facts)}"),
        "",
        f"{voice.word('answer').upper()}: {voice.word(answer.answer)}",
        f"{voice.word('who_decides')}: {voice.body(answer.who_decides)}",
        *_block(voice.word("approval_path"), _steps(voice, answer.approval_path)),
        *_block(voice.word("reasons"), _reasons(voice, answer.rules)),
        *_block(voice.word("citations"), voice.citations(answer)),
        *_block(voice.word("open_findings"), _open(voice, answer)),
        *_block(
            voice.word("rivals"), [f"{one.reading}: {voice.word(one.answer)} [{one.source}]" for one in answer.rivals]
        ),
        *_block(voice.word("flips"), _changes(voice, changes)),
        *_block(voice.word("date_flips"), [_another_date(voice, one) for one in dates]),
        "",
        voice.word("disclaimer"),
    ]
    return "\n".join(lines)


def _changes(voice: Voice, changes: Sequence[Flip]) -> list[str]:
    """Flips in lines; other values of one fact that give the same answer share a line."""
    alike: dict[tuple[str, tuple[str, ...]], list[Flip]] = {}
    for one in changes:
        names = tuple(fact for fact, _ in one.changes)
        alike.setdefault((one.answer, names if len(names) == 1 else names + tuple(map(str, one.changes))), []).append(
            one
        )
    return [_change(voice, group) for group in alike.values()]


def _change(voice: Voice, group: Sequence[Flip]) -> str:
    values = [str(value) for flip in group[1:] for _, value in flip.changes]
    return f"{voice.word(group[0].answer)}: " + " / ".join([voice.facts(group[0].changes), *values])


def _another_date(voice: Voice, one: DateFlip) -> str:
    when = f"{one.side} {one.date}" if voice.language == "en" else f"{one.date}{voice.word('date_' + one.side)}"
    return f"{when}: {voice.word(one.answer)}"


def _wrapped(text: str, first: str = "", rest: str = PLACE) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False) or [first]


def _block(title: str, lines: Sequence[str]) -> list[str]:
    if not lines:
        return []
    return ["", f"{title}:", *(piece for line in lines for piece in _wrapped(line, "  ", PLACE))]


def _steps(voice: Voice, steps: Sequence[Step]) -> list[str]:
    return [f"{number}. {step_text(voice, step)}" for number, step in enumerate(steps, start=1)]


def step_text(voice: Voice, step: Step) -> str:
    """One step in a line: when, who, what, limit, how long."""
    text = f"{voice.word(step.timing)}: {voice.body(step.who)}: {voice.of(step.act)}"
    if step.limit[voice.language]:
        text += f" ({voice.of(step.limit)})"
    if step.hours:
        low, mode, high = (f"{one:g}" for one in step.hours)
        text += f" [{low} / {mode} / {high} {voice.word('hours')}, {voice.word('grade')} {step.grade}]"
    return text


def _reasons(voice: Voice, rules: Sequence[RuleUse]) -> list[str]:
    return [
        f"{voice.of(use.reason)} ({use.id}: {voice.word(use.state)}"
        + (f"; {', '.join(use.facts)}" if use.facts else "")
        + f"; {use.certainty})"
        for use in rules
    ]


def _open(voice: Voice, answer: Answer) -> list[str]:
    return [f"{one.fact}: {voice.body(one.found_by)}" for one in answer.open_findings]
