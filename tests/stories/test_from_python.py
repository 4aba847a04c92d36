"""The Python of the README and of its page runs as it is printed, block after block; only sizes are cut."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.house.sources import ROOT

PAGES = ("README.md", "docs/how-to/use-it-from-python.md", "docs/tutorials/first-ten-minutes.md")
BLOCK = re.compile(r"```python\n(.*?)```", re.S)
SMALLER = (
    ("futures=500", "futures=8, years=2, robustness=2"),
    ("futures=300, robustness=0", "futures=8, years=2, robustness=0"),
    ("runs=1000", "runs=6"),
    ('"denial", ', '"denial", runs=20, '),
)
"""Sizes for tests; the words are otherwise as they are printed."""


def blocks(page: str) -> list[str]:
    return BLOCK.findall((ROOT / page).read_text(encoding="utf-8"))


def smaller(text: str) -> str:
    for printed, cut in SMALLER:
        text = text.replace(printed, cut)
    return text


def results(text: str, names: dict[str, Any], page: str) -> None:
    """Run a block line by line as a notebook would, and show what a notebook would show."""
    import ast

    for statement in ast.parse(text).body:
        if isinstance(statement, ast.Expr):
            value = eval(compile(ast.Expression(statement.value), page, "eval"), names)
            shown = getattr(value, "_repr_html_", None)
            assert (shown() if shown else repr(value)) is not None
        else:
            exec(compile(ast.Module([statement], []), page, "exec"), names)


@pytest.mark.parametrize("page", PAGES)
def test_the_python_of_a_page_runs_from_its_first_block_to_its_last(page: str, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    found = blocks(page)
    assert found
    for block in found:
        results(smaller(block), names, page)
    assert len(names["run"].outcomes) == 16
    assert (tmp_path / "runs").is_dir()


def test_the_snippet_stands_near_the_top_of_the_readme() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert text.index("import kaname as ka") < text.index("## Two commands")
    (snippet,) = blocks("README.md")
    assert all(
        call in snippet for call in ("ka.compare(", ".pairs(", ".to_pandas()", ".report(", "ka.trace(", "ka.ask(")
    )
