"""The page of what the law is tested on: every case with its answer and what was expected, misses first.

Idea: docs/reference/law-exam.md is made from the stories and the examinations that ship with the package, so that a
reader sees on what the book is tried, and where it fails, without running anything. A case of an examination was
written before its examiner had opened the book; it keeps what the book answered first. `python -m kaname.law.exam_page
PAGE` renews the page, `--check` says whether it is new.

Reads: the law book, its stories and examinations. Writes: the page.
Source: the stories in data/law/stories, the cases in data/law/exams.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kaname.law.ask import Answer, answer_on
from kaname.law.book import Book, load_book
from kaname.law.build import folder
from kaname.law.exam import ExamCase, Marked, Scores, answerable, mark, read_cases, scores, unreadable
from kaname.law.facts import checked_date, checked_facts, checked_question
from kaname.law.stories import Story, load_stories

PAGE = Path("docs/reference/law-exam.md")
HEAD = """# What the law is tested on

Every case below is answered by the book as it ships and compared with the answer that its author expects; misses stand
first. Most are the project's own stories (`src/kaname/data/law/stories`), which were written beside the rules: their
score shows that the book does what its authors mean, not that they are right. The cases of an examination
(`src/kaname/data/law/exams`) were written before their examiner had opened the book; what it answered then is told. The
test suite runs every one of them.

"""
SURE = {
    "statute_text": "statute read",
    "official_text": "official text read",
    "secondary": "press or reference work",
    "known_unverified": "known, not confirmed",
}


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
    cited = all(cite in answer.citations for cite in day.cites) if day.cites else None
    return Marked(case, answer, answer.answer == day.answer, cited)


@dataclass(frozen=True)
class Examined:
    """A case of an examination, marked, with what its file tells of it."""

    exam: str
    marked: Marked
    raw: Mapping[str, Any]

    @property
    def first(self) -> str:
        """Return the first answer of the book to the case."""
        return str(self.raw.get("first", self.marked.case.expected))


def examined(book: Book, root: Path | None = None) -> list[Examined]:
    """Return every case of every examination in a folder (the shipped ones by default) with our answer.

    Raises InputError on a case that cannot be read.
    """
    from kaname.core.safe_yaml import read_yaml

    made = []
    for path in sorted((root or folder() / "exams").glob("*.yaml")):
        cases = read_cases(book, path)
        for wrong in unreadable(cases):
            raise wrong.error
        told = read_yaml(path).value["cases"]
        made += [Examined(path.stem, one, raw) for one, raw in zip(mark(book, answerable(cases)), told, strict=True)]
    return made


def first_scores(cases: Sequence[Examined]) -> Scores | None:
    """Return the marks of the answers that the book gave first."""
    then = (replace(case.marked.answer, answer=case.first) for case in cases)
    return scores(
        [
            replace(one.marked, answer=answer, right=answer.answer == one.marked.case.expected)
            for one, answer in zip(cases, then, strict=True)
        ]
    )


def page(book: Book, stories: Sequence[Story], root: Path | None = None) -> str:
    """Return the whole page; root: a folder of examinations (the shipped ones by default)."""
    made, unseen = tried(book, stories), examined(book, root)
    missed = [one.marked for one in made if not one.marked.right]
    missed += [one.marked for one in unseen if not one.marked.right]
    result = scores([one.marked for one in made])
    lines = [f"The law stands at {book.data['stands_at']}. {len(made)} cases in {len(stories)} stories"]
    if result:
        lines[0] += f": {result.right} right, macro-F1 {result.macro_f1:.3f}"
        lines += ["", *_table(("answer", "F1"), ((name, f"{value:.3f}") for name, value in result.f1.items()))]
    lines += ["", "## Misses", "", *(_cases(missed) if missed else ["None."])]
    for exam in dict.fromkeys(one.exam for one in unseen):
        lines += _examination(exam, [one for one in unseen if one.exam == exam])
    for file in dict.fromkeys(one.story.file for one in made):
        chosen = [one.marked for one in made if one.story.file == file and one.marked.right]
        lines += ["", f"## {file.replace('_', ' ')}", "", *_cases(chosen)]
    return HEAD + "\n".join(lines) + "\n"


def _examination(exam: str, cases: Sequence[Examined]) -> Iterator[str]:
    yield from ("", f"## Examination: {exam.replace('_', ' ')}", "")
    then, now = first_scores(cases), scores([one.marked for one in cases])
    wrong = sum("corrected" in case.raw for case in cases)
    if then and now:
        yield (
            f"{len(cases)} cases. First {then.right} were right (macro-F1 {then.macro_f1:.3f}), now {now.right} "
            f"({now.macro_f1:.3f}). In {wrong} the examiner had first expected another answer and was wrong."
        )
    heads = ("case", "question", "day", "facts", "expected", "answer", "first", "reason", "source", "how it is known")
    yield ""
    yield from _table(heads, (_examined_row(one) for one in cases if one.marked.right))


def _examined_row(one: Examined) -> tuple[str, ...]:
    *told, _ = _row(one.marked)
    reason = "; ".join(str(one.raw[key]) for key in ("reason", "corrected") if one.raw.get(key))
    sources = "; ".join(one.marked.case.citations) or "none"
    return (*told, one.first, reason, sources, SURE.get(str(one.raw.get("certainty")), "not told"))


def _cases(made: Sequence[Marked]) -> Iterator[str]:
    heads = ("case", "question", "day", "facts", "expected", "answer", "rests on")
    yield from _table(heads, (_row(one) for one in made))


def _row(marked: Marked) -> tuple[str, ...]:
    case, answer = marked.case, marked.answer
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
