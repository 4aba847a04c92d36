"""A test that cannot fail is a defect."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.house.sources import ROOT, python_files, short, tree

ASKING = ("assert", "check", "expect", "raises", "warns")


def asks_something(function: ast.AST) -> bool:
    """Whether a test asserts, expects an exception, or calls something whose name says that it checks."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assert):
            return True
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if any(word in name for word in ASKING):
                return True
    return False


def functions_of(path: Path) -> list[ast.FunctionDef]:
    """The test functions of one file."""
    return [n for n in ast.walk(tree(path)) if isinstance(n, ast.FunctionDef) and n.name.startswith("test_")]


def test_every_test_asks_something() -> None:
    files = [path for path in python_files(ROOT / "tests") if path.name.startswith("test_")]
    idle = [f"{short(p)}::{f.name}" for p in files for f in functions_of(p) if not asks_something(f)]
    assert idle == []


def test_every_file_of_tests_has_a_test() -> None:
    files = [path for path in python_files(ROOT / "tests") if path.name.startswith("test_")]
    assert [short(path) for path in files if not functions_of(path)] == []
    assert len(files) > 5


def test_an_idle_test_is_found() -> None:
    assert not asks_something(ast.parse("def test_x():\n    compute()\n"))
    assert asks_something(ast.parse("def test_x():\n    with pytest.raises(ValueError):\n        compute()\n"))
