"""A docstring cites only what a reader of the repository can open."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.sources import PACKAGE, ROOT, own_files, python_files, short, tree

PAGE = re.compile(r"[\w./-]+\.md\b")
ELSEWHERE = re.compile(r"\.md of the design\b|this project's (?:own )?definition\b|\(design, ", re.I)
"""Words by which documents were cited that lie in no repository."""
MENTIONS = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def docstrings(path: Path) -> Iterator[tuple[int, str]]:
    """(line, text) of every docstring of a file."""
    for node in ast.walk(tree(path)):
        if isinstance(node, MENTIONS):
            text = ast.get_docstring(node, clean=False)
            if text:
                yield node.body[0].lineno, text


def unknown_pages(text: str, known: set[str]) -> list[str]:
    """Pages that a text names and that lie nowhere in the repository."""
    return [page for page in PAGE.findall(text) if not any(name == page or name.endswith(f"/{page}") for name in known)]


@pytest.mark.parametrize("folder", ["src", "benchmarks", "validation"])
def test_every_page_that_a_docstring_names_is_in_the_repository(folder: str) -> None:
    known = {short(path) for path in own_files()}
    missing = [
        f"{short(path)}:{line} {page}"
        for path in python_files(ROOT / folder)
        for line, text in docstrings(path)
        for page in unknown_pages(text, known)
    ]
    assert missing == []


def test_no_docstring_cites_a_document_that_the_repository_does_not_hold() -> None:
    found = [
        f"{short(path)}:{line} {match.group()}"
        for path in python_files(PACKAGE)
        for line, text in docstrings(path)
        for match in ELSEWHERE.finditer(text)
    ]
    assert found == []


def test_a_citation_of_what_is_not_there_would_be_found() -> None:
    assert unknown_pages("Source: report.md, docs/reference/law.md", {"docs/reference/law.md"}) == ["report.md"]
    assert ELSEWHERE.search("Source: core.md of the design")
