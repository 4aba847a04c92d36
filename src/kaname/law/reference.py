"""The reference page of the law: every question, rule, regime and latency, written from the book itself.

Idea: docs/reference/law.md has a part written by people and, below a marker, a part made from the rules, so that the
page cannot fall behind the book. `python -m kaname.law.reference PAGE` renews it, `--check` says whether it is new.

Reads: the law book, the page. Writes: the page.
Source: the data files of the law room.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kaname.law.book import LAST, Book, Rule, load_book
from kaname.law.citing import citation_text

MARKER = "<!-- What follows is made from the rules by `python -m kaname.law.reference`. -->\n"


def made_part(book: Book) -> str:
    """Return the part below the marker."""
    lines = [*_questions(book), *_rules(book), *_readings(book), *_regimes(book), *_latencies(book)]
    return "\n".join(lines) + "\n"


def renewed(page: str, book: Book) -> str:
    """Return the page with its made part renewed; what stands above the marker is kept."""
    above, _, _ = page.partition(MARKER)
    return above + MARKER + "\n" + made_part(book)


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"


def _head(*cells: str) -> list[str]:
    return [_row(*cells), _row(*("---" for _ in cells))]


def _questions(book: Book) -> Iterator[str]:
    yield "## Questions"
    yield ""
    yield from _head("id", "kind", "what is asked", "who decides")
    for name, question in book.questions.items():
        yield _row(f"`{name}`", question["kind"], question["en"], book.data["bodies"][question["decides"]]["en"])
    yield ""


def _rules(book: Book) -> Iterator[str]:
    yield "## Rules"
    yield ""
    for file in dict.fromkeys(rule.file for rule in book.rules):
        yield f"### {file.replace('_', ' ')}"
        yield ""
        yield from _head("rule", "answers", "effect", "in force", "reason", "citations", "certainty")
        for rule in (one for one in book.rules if one.file == file and one.reading is None):
            yield _rule_row(book, rule)
        yield ""


def _rule_row(book: Book, rule: Rule) -> str:
    cites = dict.fromkeys(citation_text(book, one, "en") for one in rule.cite)
    answers = ", ".join(f"`{answer}`" for answer in rule.answers)
    return _row(
        f"`{rule.id}`", answers, rule.effect, _period(rule), rule.reason["en"], "; ".join(cites), rule.certainty
    )


def _period(rule: Rule) -> str:
    until = "" if rule.end == LAST else f" until {rule.end}"
    return (f"from {rule.start}" if rule.start else "") + until or "always"


def _readings(book: Book) -> Iterator[str]:
    yield "## Rival readings"
    yield ""
    yield from _head("reading", "rule", "reason", "source")
    for rule in (one for one in book.rules if one.reading):
        yield _row(str(rule.reading), f"`{rule.id}`", rule.reason["en"], rule.source or "")
    yield ""


def _regimes(book: Book) -> Iterator[str]:
    yield "## Regimes and events"
    yield ""
    yield from _head("day", "regime", "what happened", "day known")
    dated = [(regime["from"], regime["id"], regime) for regime in book.data["regimes"]]
    dated += [(event["date"], "", event) for event in book.data["events"]]
    for day, name, one in sorted(dated, key=lambda line: line[0]):
        yield _row(day, name, one["en"], "not confirmed" if one.get("certainty") == "K" else "yes")
    yield ""


def _latencies(book: Book) -> Iterator[str]:
    yield "## Durations"
    yield ""
    yield from _head("step", "in force", "low / mode / high hours", "grade", "source and reasoning")
    for latency in book.data["latencies"].values():
        for version in latency["versions"]:
            yield _row(latency["en"], f"from {version['from']}", _hours(version), version["grade"], _why(version))
    yield ""


def _hours(version: Mapping[str, Any]) -> str:
    return " / ".join(f"{value:g}" for value in version["hours"])


def _why(version: Mapping[str, Any]) -> str:
    return "; ".join(version[key] for key in ("mechanism", "source", "reasoning") if version.get(key))


def main(arguments: list[str]) -> int:
    """Renew the page, or with --check say whether it is new."""
    words = [word for word in arguments if word != "--check"]
    page = Path(words[0]) if words else Path("docs/reference/law.md")
    old = page.read_text(encoding="utf-8")
    new = renewed(old, load_book())
    if "--check" in arguments:
        print("up to date" if old == new else f"{page} is older than the rules: run python -m kaname.law.reference")
        return int(old != new)
    page.write_text(new, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
