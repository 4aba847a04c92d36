"""What the house tests look at: the project's own files, as git knows them or, without git, as they lie there."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "kaname"
NOT_OURS = {".venv", ".git", "runs", "build", "dist", "__pycache__", "node_modules"}


@lru_cache(maxsize=1)
def own_files() -> tuple[Path, ...]:
    """Every file of the project: tracked, and new ones that git would not ignore."""
    words = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        listed = subprocess.run(words, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    except (OSError, subprocess.CalledProcessError):
        found = (path for path in ROOT.rglob("*") if not NOT_OURS & set(path.relative_to(ROOT).parts))
    else:
        found = (ROOT / name for name in listed.split("\0") if name)
    return tuple(sorted(path for path in found if path.is_file()))


def python_files(folder: Path = ROOT) -> list[Path]:
    """Every Python file of the project under `folder`."""
    return [path for path in own_files() if path.suffix == ".py" and path.is_relative_to(folder)]


def short(path: Path) -> str:
    """A path as people write it: from the root of the repository."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of one Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def documentation(module: ast.Module) -> set[int]:
    """Ids of the string nodes that stand alone as statements: docstrings of modules, functions, classes, names."""
    return {
        id(node.value)
        for node in ast.walk(module)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    }


def words_of_code(path: Path) -> Iterator[tuple[int, str]]:
    """(line, text) of every name and every string literal of a file, docstrings and comments left out."""
    module = tree(path)
    prose = documentation(module)
    for node in ast.walk(module):
        line = getattr(node, "lineno", 0)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield line, node.value
        for name in _names(node):
            yield line, name


def _names(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name):
            yield name
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case ast.keyword(arg=str(name)):
            yield name
        case ast.alias(name=name, asname=other):
            yield name
            yield other or ""
