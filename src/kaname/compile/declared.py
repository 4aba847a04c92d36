"""Declarations of the model's files, read as syntax: state variables, parameters, outcomes, kernels, names of chance.

A file of the model may hold FIELDS and PARAMS, tuples of `Field(...)` and `Param(...)` whose arguments are plain
values; an outcome is a kernel under `@outcome(...)`; `SLOT["name"]` names a draw. Nothing is imported, so that what is
made from them can be made before it is there. Raises InputError where a declaration is not plain.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kaname.core.errors import InputError
from kaname.words.declare import Field, Outcome, Param


@dataclass(frozen=True)
class Kernel:
    """A kernel of the model: where it stands, its name and the names of its arguments."""

    module: str
    name: str
    arguments: tuple[str, ...]


@dataclass(frozen=True)
class MeasuredOutcome:
    """An outcome and the kernel that measures it."""

    outcome: Outcome
    kernel: Kernel


class Sources:
    """The files of the model in a package folder, in the order of their paths."""

    def __init__(self, package: Path) -> None:
        self._package = package
        self._trees = {
            path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted((package / "model").rglob("*.py"))
        }

    def fields(self) -> list[Field]:
        """Return every state variable that a file declares."""
        return self._rows("FIELDS", Field)

    def params(self) -> list[Param]:
        """Return every parameter that a file declares."""
        return self._rows("PARAMS", Param)

    def slots(self) -> list[str]:
        """Return every name of chance that a file looks up."""
        found = {}
        for tree in self._trees.values():
            for node in ast.walk(tree):
                if isinstance(node, ast.Subscript) and getattr(node.value, "id", "") == "SLOT":
                    found[ast.literal_eval(node.slice)] = True
        return list(found)

    def mechanism_kernel(self, name: str) -> Kernel:
        """Return the kernel of the mechanism ROOM.STEM. Raises InputError where its file or MECHANISM is missing."""
        path = self._package / "model" / Path(*name.split(".")).with_suffix(".py")
        tree = self._trees.get(path)
        run = next((word.value for word in self._mechanism_words(tree) if word.arg == "run"), None)
        if tree is None or not isinstance(run, ast.Name):
            raise InputError(
                "the order of the day names a mechanism that is not there", path=name, file=str(path),
                hint="Write the file with its MECHANISM, or take the line out of model/engine/order.py.",
            )  # fmt: skip
        return self._kernel(path, next(n for n in _functions(tree) if n.name == run.id))

    def outcomes(self, files: Iterable[str]) -> list[MeasuredOutcome]:
        """Return the outcomes of files of the model (without suffix), in written order."""
        outcomes = []
        for file in files:
            path = self._package / "model" / f"{file}.py"
            for function in _functions(self._trees[path]):
                for call in function.decorator_list:
                    if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "outcome":
                        outcomes.append(MeasuredOutcome(_outcome(function, call, path), self._kernel(path, function)))
        return outcomes

    def _rows(self, name: str, kind: type) -> list[Any]:
        rows = []
        for path, tree in self._trees.items():
            for node in _assigned(tree, name):
                rows += [_row(call, kind, path) for call in getattr(node, "elts", [node])]
        return rows

    def _mechanism_words(self, tree: ast.Module | None) -> list[ast.keyword]:
        calls = list(_assigned(tree, "MECHANISM")) if tree else []
        return calls[0].keywords if calls and isinstance(calls[0], ast.Call) else []

    def _kernel(self, path: Path, function: ast.FunctionDef) -> Kernel:
        module = ".".join(path.relative_to(self._package.parent).with_suffix("").parts)
        return Kernel(module, function.name, tuple(argument.arg for argument in function.args.args))


def _functions(tree: ast.Module) -> list[ast.FunctionDef]:
    return [node for node in tree.body if isinstance(node, ast.FunctionDef)]


def _assigned(tree: ast.Module, name: str) -> Iterator[ast.expr]:
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        value = getattr(node, "value", None)
        if any(getattr(target, "id", "") == name for target in targets) and value is not None:
            yield value


def _row(call: ast.expr, kind: type, path: Path) -> Any:
    if not isinstance(call, ast.Call) or getattr(call.func, "id", "") != kind.__name__:
        raise InputError(
            f"expected {kind.__name__}(...)", file=str(path), line=call.lineno, found=ast.unparse(call)[:60],
        )  # fmt: skip
    return kind(*(_plain(value, path) for value in call.args), **_words(call, path))


def _outcome(function: ast.FunctionDef, call: ast.Call, path: Path) -> Outcome:
    sentence = " ".join((ast.get_docstring(function) or "").split())
    if not sentence:
        raise InputError("an outcome says what it is in its docstring", file=str(path), line=function.lineno)
    return Outcome(name=function.name, sentence=sentence, **_words(call, path))


def _words(call: ast.Call, path: Path) -> dict[str, Any]:
    return {str(word.arg): _plain(word.value, path) for word in call.keywords}


def _plain(value: ast.expr, path: Path) -> Any:
    try:
        return ast.literal_eval(value)
    except ValueError:
        raise InputError(
            "a declaration holds plain values", file=str(path), line=value.lineno, found=ast.unparse(value),
            hint="Write the number or the text itself.",
        ) from None  # fmt: skip
