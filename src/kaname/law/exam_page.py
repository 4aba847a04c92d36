"""The page of what the law is tested on: every case with its answer and what was expected, misses first.

Idea: docs/reference/law-exam.md is made from the stories that ship with the package, so that a reader sees on what the
book is tried, and where it fails, without running anything. `python -m kaname.law.exam_page PAGE` renews it, `--check`
says whether it is new.

Reads: the law book and its stories. Writes: the page.
Source: the stories in data/law/stories.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kaname.law.ask import Answer, answer_on
from kaname.law.book import Book, load_book
from kaname.law.exam import ExamCase, Marked, scores
from kaname.law.facts import checked_date, checked_facts, checked_question
from kaname.law.stories import Story, load_stories

PAGE = Path("docs/reference/law-exam.md")
HEAD = """# What the law is tested on

Every case below is answered by the book as it ships and compared with the answer that its author expects; misses stand
first. The cases are the project's own stories (`src/kaname/data/law/stories`), which were written beside the rules: the
score shows that the book does what its authors mean, not that they are right. The test suite runs every one of them.

"""


@dataclass(frozen=True)
class Tried:
    """One day of a story, marked."""

    story: Story
    marked: Marked


def tried(book: Book, stories: Sequence[Story]) -> list[Tried]:
    """Return every day of every story with our answer."""
    return [Tried(story, _marked(book, story, day)) for story in stories for day in story.days]


def _marked(book: Book, story: Story, day: Any) -> Marked:
    question, date = checked_question(book, story.question), checked_date(book, day.date)
    facts = checked_facts(book, day.facts)
    answer: Answer = answer_on(book, question, date, facts)
    case = ExamCase(story.title, question, date, facts, day.answer, tuple(day.cites), "")
    cited = all(one in answer.citations for one in day.cites) if day.cites else None
    return Marked(case, answer, answer.answer == day.answer, cited)


def page(book: Book, stories: Sequence[Story]) -> str:
    """Return the whole page."""
    made = tried(book, stories)
    missed = [one for one in made if not one.marked.right]
    result = scores([one.marked for one in made])
    lines = [f"The law stands at {book.data['stands_at']}. {len(made)} cases in {len(stories)} stories"]
    if result:
        lines[0] += f": {result.right} right, macro-F1 {result.macro_f1:.3f}"
        lines += ["", *_table(("answer", "F1"), ((name, f"{value:.3f}") for name, value in result.f1.items()))]
    lines += ["", "## Misses", "", *(_cases(missed) if missed else ["None."])]
    for file in dict.fromkeys(one.story.file for one in made):
        chosen = [one for one in made if one.story.file == file and one.marked.right]
        lines += ["", f"## {file.replace('_', ' ')}", "", *_cases(chosen)]
    return HEAD + "\n".join(lines) + "\n"


def _cases(made: Sequence[Tried]) -> Iterator[str]:
    heads = ("case", "question", "day", "facts", "expected", "answer", "rests on")
    yield from _table(heads, (_row(one) for one in made))


def _row(one: Tried) -> tuple[str, ...]:
    case, answer = one.marked.case, one.marked.answer
    told = ", ".join(f"{fact}={_typed(value)}" for fact, value in case.facts.items()) or "none"
    rules = ", ".join(f"`{use.id}`" for use in answer.rules) or "no rule"
    return case.id, f"`{case.question}`", case.date, told, str(case.expected), answer.answer, rules


def _typed(value: Any) -> str:
    return ",".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _table(heads: Sequence[str], rows: Any) -> Iterator[str]:
    yield "| " + " | ".join(heads) + " |"
    yield "| " + " | ".join("---" for _ in heads) + " |"
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "/") for cell in row) + " |"


def main(arguments: Sequence[str]) -> int:
    """Renew the page, or with --check say whether it is new."""
    words = [word for word in arguments if word != "--check"]
    place = Path(words[0]) if words else PAGE
    made = page(load_book(), load_stories())
    if "--check" in arguments:
        same = place.exists() and place.read_text(encoding="utf-8") == made
        print("up to date" if same else f"{place} is older than the book: run python -m kaname.law.exam_page")
        return int(not same)
    place.write_text(made, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
