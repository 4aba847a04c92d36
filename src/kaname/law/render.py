"""Render: an answer as text a person reads, in English or Japanese.

Idea: every sentence comes from the rules' own reasons and from one table of words, so both languages say the same and
no sentence that no rule supports.

Reads: an Answer, the words of the law book. Writes nothing.
Source: data/law/words.yaml; official terms as in the statutes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kaname.law.ask import Answer, Rival, RuleUse, Step
from kaname.law.book import Book
from kaname.law.durations import duration
from kaname.law.flips import DateFlip, Flip
from kaname.law.lines import wrapped
from kaname.law.literate import sources_of
from kaname.words.languages import known_language

PLACE = "    "


class Wording:
    """The book's words in one language."""

    def __init__(self, book: Book, language: str) -> None:
        self.book = book
        self.language = known_language(language)

    def word(self, key: str) -> str:
        """Return a word of the table, or the key itself in plain letters."""
        entry = self.book.data["words"].get(key)
        return entry[self.language] if entry else key.replace("_", " ")

    def of(self, text: Mapping[str, str]) -> str:
        """Return the text of a mapping in this language."""
        return text[self.language]

    def with_term(self, text: Mapping[str, str]) -> str:
        """Return the text of a mapping in this language; in English with the term of art of the law beside it."""
        return text["ja"] if self.language == "ja" else f"{text['en']} [{text['ja']}]"

    def body(self, name: str) -> str:
        """Return the name of whoever decides or acts."""
        return self.book.data["bodies"][name][self.language]

    def regime(self, name: str) -> str:
        """Return a regime with its day and what it brought."""
        found = next((regime for regime in self.book.data["regimes"] if regime["id"] == name), None)
        return f"{name} ({found['from']}: {self.of(found)})" if found else self.word("none")

    def reading(self, rival: Rival) -> tuple[str, str]:
        """Return the name and the source of a rival reading."""
        named = self.book.data.get("readings", {}).get(rival.reading)
        if named is None:
            return rival.reading.replace("_", " "), rival.source
        return self.of(named), rival.source if self.language == "en" else named["source_ja"]

    def horizon(self, date: str) -> list[str]:
        """Return the lines that say to which day the law was followed, for a later date; nothing for a date it
        covers.
        """
        stands = str(self.book.data["stands_at"])
        return wrapped(self.word("horizon").format(day=stands)) if date > stands else []

    def citations(self, answer: Answer) -> tuple[str, ...]:
        """Return the citations in this language."""
        return answer.citations if self.language == "en" else answer.citations_ja

    def value(self, value: Any) -> str:
        """Return a value of the vocabulary in words."""
        named = self.book.data.get("values", {}).get(str(value))
        return self.of(named) if named else str(value).replace("_", " ")

    def choice(self, value: Any) -> str:
        """Return a value as it is typed; in the other language with its words."""
        return str(value) if self.language == "en" else f"{value}（{self.value(value)}）"

    def fact(self, name: str, *values: Any) -> str:
        """Return a fact with its value, or values that make no difference, in the names that can be typed again."""
        text = f"{name}={' / '.join(map(str, values))}"
        return text if self.language == "en" else f"{text}（{self.read(name, *values)}）"

    def read(self, name: str, *values: Any) -> str:
        """Return a fact with its value, or values that make no difference, in words for reading."""
        colon = ": " if self.language == "en" else "："
        return self.of(self.book.facts[name]) + colon + " / ".join(self.value(value) for value in values)

    def all_read(self, facts: Mapping[str, Any] | Iterable[tuple[str, Any]]) -> str:
        """Return several facts in words for reading."""
        pairs = facts.items() if isinstance(facts, Mapping) else facts
        return "; ".join(self.read(name, value) for name, value in pairs) or self.word("none")

    def facts(self, facts: Mapping[str, Any] | Iterable[tuple[str, Any]]) -> str:
        """Return several facts in a row."""
        pairs = facts.items() if isinstance(facts, Mapping) else facts
        return ", ".join(self.fact(name, value) for name, value in pairs) or self.word("none")


def answer_text(
    wording: Wording, answer: Answer, facts: Mapping[str, Any], changes: Sequence[Flip], dates: Sequence[DateFlip]
) -> str:
    """Return the whole answer: what, who, how, why, what else is held, what would change it."""
    question = wording.with_term(wording.book.questions[answer.question])
    lines = [
        *wrapped(f"{wording.word('question')}: {answer.question}: {question}"),
        f"{wording.word('date')}: {answer.date}",
        *wrapped(f"{wording.word('regime')}: {wording.regime(answer.regime)}"),
        *wrapped(f"{wording.word('facts')}: {wording.facts(facts)}"),
        *_terms(wording, facts),
        "",
        f"{wording.word('answer').upper()}: {wording.word(answer.answer)}",
        f"{wording.word('who_decides')}: {wording.body(answer.who_decides)}",
        *block(wording.word("approval_path"), steps_text(wording, answer.approval_path)),
        *block(wording.word("reasons"), _reasons(wording, answer.rules) or [wording.word("no_rule")]),
        *block(wording.word("citations"), _citations(wording, answer, facts)),
        *block(wording.word("open_findings"), _open(wording, answer)),
        *block(wording.word("rivals"), [_rival(wording, rival) for rival in answer.rivals]),
        *block(wording.word("flips"), _flips(wording, changes)),
        *block(wording.word("date_flips"), [_another_date(wording, date) for date in dates]),
        "",
        *([*wrapped(wording.word("range_note"))] if any(step.hours for step in answer.approval_path) else []),
        *wording.horizon(answer.date),
        wording.word("disclaimer"),
    ]
    return "\n".join(lines)


def _terms(wording: Wording, facts: Mapping[str, Any]) -> list[str]:
    """Return the terms of art of the facts in the law's own language, where the answer is in another."""
    if wording.language == "ja" or not facts:
        return []
    own = Wording(wording.book, "ja")
    return wrapped(f"{wording.word('terms_of_art')}: {own.all_read(facts)}")


def _citations(wording: Wording, answer: Answer, facts: Mapping[str, Any]) -> list[str]:
    """Return each citation with its form in the law's own language, its link, and the sentence that was read."""
    lines = []
    for source in sources_of(wording.book, answer, facts):
        text = source.text_ja if wording.language == "ja" else f"{source.text} [{source.text_ja}]"
        lines.append(f"{text} {source.link}" if source.link else text)
        if source.quote:
            lines.append(f"  「{source.quote}」")
    return lines


def _rival(wording: Wording, rival: Rival) -> str:
    name, source = wording.reading(rival)
    return f"{name}: {wording.word(rival.answer)} [{source}]"


def _flips(wording: Wording, changes: Sequence[Flip]) -> list[str]:
    """Flips in lines; other values of one fact that give the same answer share a line."""
    alike: dict[tuple[str, tuple[str, ...]], list[Flip]] = {}
    for change in changes:
        names = tuple(fact for fact, _ in change.changes)
        alike.setdefault(
            (change.answer, names if len(names) == 1 else names + tuple(map(str, change.changes))), []
        ).append(change)
    return [_change(wording, group) for group in alike.values()]


def _change(wording: Wording, group: Sequence[Flip]) -> str:
    answer = wording.word(group[0].answer)
    if len(group) == 1:
        return f"{answer}: {wording.facts(group[0].changes)}"
    (name, _), *_ = group[0].changes
    return f"{answer}: {wording.fact(name, *(value for flip in group for _, value in flip.changes))}"


def _another_date(wording: Wording, flip: DateFlip) -> str:
    when = f"{flip.side} {flip.date}" if wording.language == "en" else f"{flip.date}{wording.word('date_' + flip.side)}"
    return f"{when}: {wording.word(flip.answer)}"


def block(title: str, lines: Sequence[str]) -> list[str]:
    """Return a heading and the lines under it, wrapped; nothing where there are none."""
    if not lines:
        return []
    return ["", f"{title}:", *(piece for line in lines for piece in wrapped(line, "  ", PLACE))]


def steps_text(wording: Wording, steps: Sequence[Step]) -> list[str]:
    """Return the steps of a path, numbered."""
    return [f"{number}. {step_text(wording, step)}" for number, step in enumerate(steps, start=1)]


def step_text(wording: Wording, step: Step) -> str:
    """Return one step as a line: when, who, what, limit, how long."""
    text = f"{wording.word(step.timing)}: {wording.body(step.who)}: {wording.of(step.act)}"
    if step.limit[wording.language]:
        text += f" ({wording.of(step.limit)})"
    if step.done:
        text += f" [{wording.word('done')}]"
    elif step.hours:
        text += f" [{duration(step.hours, wording.language)}, {wording.word('grade')} {step.grade}]"
    return text


def _reasons(wording: Wording, rules: Sequence[RuleUse]) -> list[str]:
    return [
        f"{wording.of(use.reason)} ({use.id}: {wording.word(use.state)}"
        + (f"; {', '.join(use.facts)}" if use.facts else "")
        + f"; {wording.word('certainty')} {use.certainty})"
        for use in rules
    ]


def _open(wording: Wording, answer: Answer) -> list[str]:
    facts = wording.book.facts
    return [
        f"{finding.fact}: {wording.with_term(facts[finding.fact])}; {wording.body(finding.found_by)}"
        for finding in answer.open_findings
    ]
