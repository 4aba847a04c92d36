"""Stories: questions with days, facts and answers that a lawyer can write and anyone can run.

Idea: a story is a title, a question and days; each day gives facts, the answer and, where needed, who decides, what
must be among the citations (`cites`), and the fact whose finding would determine an open answer (`until`). Stories
prove the rules, show how to ask, and can be searched. Every rule wants a day on which its condition holds, one on which
it fails and one on which it is open, as far as its condition can be all three.

Reads: data/law/stories/*.yaml (when the book is built), stories.json. Writes nothing. Raises InputError on a story that
cannot be read.
Source: this project's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from kaname.core.errors import InputError
from kaname.core.shipped import shipped_json
from kaname.law.ask import verdict
from kaname.law.book import Book, Rule
from kaname.law.conditions import Case
from kaname.law.facts import checked_facts
from kaname.law.satisfying_facts import ways
from kaname.law.truth import NO, OPEN, WORDS, YES

STATES = {YES: "holds", NO: "fails", OPEN: "is open"}
DAY_FIELDS = frozenset("date answer facts cites who_decides until".split())


@dataclass(frozen=True)
class Told:
    """One day of a story: the facts given on it, and the answer that follows."""

    date: str
    facts: Mapping[str, Any]
    answer: str
    cites: tuple[str, ...]
    who_decides: str | None
    until: str | None


@dataclass(frozen=True)
class Story:
    """A question put on one or more days, with its title and the file that holds it."""

    title: str
    file: str
    question: str
    days: tuple[Told, ...]


def read_stories(folder: Path) -> list[dict[str, Any]]:
    """Return the stories of a folder of YAML files as plain values, each with its file; InputError on a wrong one."""
    from kaname.core.safe_yaml import read_yaml

    stories: list[dict[str, Any]] = []
    for path in sorted(folder.glob("*.yaml")):
        document = read_yaml(path)
        for at, story in enumerate(_listed(document.value, path)):
            missing = [name for name in ("title", "question", "days") if name not in story]
            wrong = [key for day in story.get("days", ()) for key in day if key not in DAY_FIELDS]
            if missing or wrong:
                place = document.place(("stories", at))
                needed = ["title", "question", "days", *sorted(DAY_FIELDS)]
                raise InputError(
                    "the story cannot be read", file=path.name, line=place.line, found=missing or wrong, allowed=needed
                )
            stories.append({**story, "file": path.stem})
    return stories


def _listed(value: Any, path: Path) -> Sequence[Mapping[str, Any]]:
    if not isinstance(value, Mapping) or not isinstance(value.get("stories"), list):
        raise InputError("the file holds no list named stories", file=path.name, allowed="stories: [...]")
    return value["stories"]


def stories_from(raw: Sequence[Mapping[str, Any]]) -> tuple[Story, ...]:
    """Return stories from their plain values."""
    return tuple(Story(one["title"], one["file"], one["question"], tuple(map(_told, one["days"]))) for one in raw)


def _told(day: Mapping[str, Any]) -> Told:
    return Told(
        date=day["date"],
        facts=day.get("facts") or {},
        answer=day["answer"],
        cites=tuple(day.get("cites", ())),
        who_decides=day.get("who_decides"),
        until=day.get("until"),
    )


@lru_cache(maxsize=1)
def load_stories() -> tuple[Story, ...]:
    """Return the shipped stories, read once per process."""
    return stories_from(shipped_json(resources.files("kaname.data").joinpath("law/stories.json")))


def untold(book: Book, stories: Sequence[Story]) -> Iterator[tuple[Rule, str]]:
    """Yield every rule with a state (holds, fails, is open) that its condition can have and no story shows."""
    seen: dict[str, set[int]] = {}
    for story in stories:
        for day in story.days:
            for premise in book.premises(checked_facts(book, day.facts)):
                case = Case(book, day.date, premise)
                for rule in _asked(book, story.question, day.date):
                    seen.setdefault(rule.id, set()).add(case.value(rule.when))
    for rule in book.rules:
        for state, word in STATES.items():
            if state not in seen.get(rule.id, set()) and _possible(book, rule, state):
                yield rule, word


def _asked(book: Book, question: str, date: str) -> list[Rule]:
    return [rule for rule in book.rules if question in rule.answers and rule.in_force(date)]


def _possible(book: Book, rule: Rule, state: int) -> bool:
    """Return whether some facts give the rule's condition this state on the first day of its period."""
    day = max(rule.start, book.data["first_day"])
    if state == OPEN:
        return Case(book, day, {}).value(rule.when) == OPEN
    return any(Case(book, day, way).value(rule.when) == state for way in ways(Case(book, day, {}), rule.when, state))


def story_findings(book: Book, stories: Sequence[Story]) -> list[str]:
    """Return sentences: an answer that the rules do not give, a state of a rule that no story shows, a wrong name."""
    wrong = [
        f"stories {story.file}: {story.title}: {story.question} is not a question"
        for story in stories
        if story.question not in book.questions
    ]
    wrong += [
        f"stories {one.file}: {one.title}: {day.answer} is not an answer"
        for one in stories
        for day in one.days
        if day.answer not in WORDS
    ]
    wrong = wrong or [finding for one in stories for day in one.days for finding in _answered(book, one, day)]
    return wrong or [
        f"{rule.file} {rule.id}: no story shows that its condition {word}" for rule, word in untold(book, stories)
    ]


def _answered(book: Book, story: Story, day: Told) -> Iterator[str]:
    """Yield a sentence where the rules give another answer than the story, or its facts cannot be read."""
    where = f"stories {story.file}: {story.title}: on {day.date}"
    try:
        given = WORDS[verdict(book, story.question, day.date, checked_facts(book, day.facts))]
    except InputError as error:
        yield f"{where}: {error.message}"
        return
    if given != day.answer:
        yield f"{where} the story says {day.answer}, the rules {given}"
