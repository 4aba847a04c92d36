"""What is known of a kernel's values before anything runs, and the syntax tree of a kernel (see world.derived).

A value is the world, the parameters, the turn or its tables (`Whole`), an array of one of them (`Array`), one of a set
of constants (`Constants`), a named tuple of values (`Bundle`), or None where nothing is known.
"""

from __future__ import annotations

import ast
import inspect
import operator
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

MOST_CONSTANTS = 64
WORLD, PARAMS, TURN, TABLES = "w", "p", "turn", "tables"
ARITHMETIC: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.FloorDiv: operator.floordiv,
    ast.Eq: operator.eq, ast.NotEq: operator.ne, ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}  # fmt: skip


class Whole(NamedTuple):
    """The world, the parameters, the turn or its tables."""

    kind: str


class Array(NamedTuple):
    """An array of which `left` dims are not indexed yet; `members`: what the first index may be, where it is known."""

    kind: str
    name: str
    left: int
    members: tuple[int, ...] | None = None


class Constants(NamedTuple):
    """One of these values."""

    values: frozenset[Any]


class Bundle(NamedTuple):
    """A named tuple of values."""

    members: tuple[tuple[str, Any], ...]


def constant(value: Any) -> Any:
    """Return what is known of a module's constant: itself, where it is a whole number or a table of such."""
    if isinstance(value, bool | int) or (isinstance(value, tuple) and _plain(value)):
        return Constants(frozenset({value}))
    return None


def _plain(value: Any) -> bool:
    return all(isinstance(member, int) or (isinstance(member, tuple) and _plain(member)) for member in value)


def joined(left: Any, right: Any) -> Any:
    """Return what is known of a value that is one or the other."""
    if left == right:
        return left
    if isinstance(left, Constants) and isinstance(right, Constants):
        return constants(left.values | right.values)
    return None


def constants(values: Iterable[Any]) -> Constants | None:
    """Return the set of constants, or nothing known where it is empty or grows too large to follow."""
    distinct = frozenset(values)
    return Constants(distinct) if 0 < len(distinct) <= MOST_CONSTANTS else None


def calculated(kind: type, left: Any, right: Any) -> Constants | None:
    """Return what an operation on constants may give; nothing known for other values and operations."""
    rule = ARITHMETIC.get(kind)
    if rule is None or not isinstance(left, Constants) or not isinstance(right, Constants):
        return None
    try:
        return constants(rule(a, b) for a in left.values for b in right.values)
    except (TypeError, ZeroDivisionError):
        return None


def members_of(base: Constants, index: Any) -> Constants | None:
    """Return what a table of constants may hold at an index: any of its members where the index is not known."""
    members: set[Any] = set()
    for table in base.values:
        if not isinstance(table, tuple):
            return None
        places = index.values if isinstance(index, Constants) else range(len(table))
        members.update(table[place] for place in places if isinstance(place, int) and -len(table) <= place < len(table))
    return constants(members)


def python_of(function: Callable[..., Any]) -> Any:
    """Return the Python function of a kernel (itself where nothing is compiled)."""
    return getattr(function, "py_func", function)


@cache
def tree_of(function: Any) -> ast.FunctionDef:
    """Return the syntax tree of a function that stands at the top of its module."""
    return _functions(Path(inspect.unwrap(function).__code__.co_filename))[function.__name__]


@cache
def _functions(path: Path) -> dict[str, ast.FunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
