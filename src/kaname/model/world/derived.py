"""What a kernel touches, derived from its syntax: fields read and written, parameters, tables, chance and events.

The kernel and every kernel that it calls are followed with abstract values (world.abstract). A branch whose test is a
known constant is followed one way only, all others both ways, so that what is derived contains whatever a run can
touch; `world.contract` holds it against runs. An array counts as read where an element of it is used, not where it is
named or measured. What is written when a person's seat is asked (`asked_*`) belongs to the seam of seats, not here.

Nothing is run. Raises NotDerivable where the slot of a draw or the kind of an event is no known constant.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, reduce
from types import FunctionType
from typing import Any

from kaname.core.random import SLOT_STRIDE, unit
from kaname.core.slots import NAMES as SLOT_NAMES
from kaname.model.world.abstract import (
    PARAMS,
    TABLES,
    TURN,
    WORLD,
    Array,
    Bundle,
    Constants,
    Whole,
    calculated,
    constant,
    constants,
    joined,
    members_of,
    python_of,
    tree_of,
)
from kaname.model.world.log import note
from kaname.model.world.turn import Turn
from kaname.words.events import KINDS
from kaname.words.fields import BY_NAME as FIELD
from kaname.words.levers import NAMES as LEVERS
from kaname.words.params import BY_NAME as PARAM

SEAM = frozenset({"asked_seat", "asked_question", "asked_count"})
MEASURES = frozenset({"shape", "size", "ndim"})
MOST_PASSES = 8


class NotDerivable(Exception):
    """A draw or an event is named by something that is no known constant."""


@dataclass
class Touches:
    """Names that a kernel touches; a lever is `lever.<name>`, or `lever` where any may be meant."""

    reads: set[str] = field(default_factory=set)
    writes: set[str] = field(default_factory=set)
    params: set[str] = field(default_factory=set)
    tables: set[str] = field(default_factory=set)
    slots: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)

    def add(self, other: Touches) -> None:
        """Take in what another kernel touches."""
        for name in vars(self):
            getattr(self, name).update(getattr(other, name))


@cache
def touches(run: Callable[..., Any]) -> Touches:
    """Return what a kernel touches, itself and through the kernels that it calls; its arguments are known by name.

    `w` is the world, `p` the parameters and `turn` the turn, whatever else it takes.
    """
    function = python_of(run)
    words = {WORLD: Whole(WORLD), PARAMS: Whole(PARAMS), TURN: Whole(TURN)}
    _, followed = _followed(function, tuple(words.get(a.arg) for a in tree_of(function).args.args))
    found = Touches()
    found.add(followed)
    for names in (found.reads, found.writes):
        names -= SEAM
        if "lever" in names:
            names -= {name for name in names if name.startswith("lever.")}
    return found


@cache
def _followed(function: Any, arguments: tuple[Any, ...]) -> tuple[Any, Touches]:
    """Return what is known of the function's value, and what it touches, for one set of arguments."""
    reader = _Reader(function, arguments)
    return reader.result(), reader.found


class _Reader:
    """Follows one function with one set of arguments until what is known of its variables no longer changes."""

    def __init__(self, function: Any, arguments: tuple[Any, ...]) -> None:
        self._function, self.found = function, Touches()
        self._tree = tree_of(function)
        self._known: dict[str, Any] = dict(zip((a.arg for a in self._tree.args.args), arguments, strict=False))
        self._returned: list[Any] = []

    def result(self) -> Any:
        turns_back = any(isinstance(node, ast.For | ast.While) for node in ast.walk(self._tree))
        for _ in range(MOST_PASSES if turns_back else 1):
            before, self._returned = dict(self._known), []
            self._block(self._tree.body)
            if self._known == before:
                break
        return reduce(self._either, self._returned) if self._returned else None

    # statements

    def _block(self, statements: list[ast.stmt]) -> None:
        for statement in statements:
            getattr(self, f"_{type(statement).__name__.lower()}", self._other)(statement)

    def _other(self, statement: ast.AST) -> None:
        for child in ast.iter_child_nodes(statement):
            if isinstance(child, ast.expr):
                self._used(child)

    def _return(self, statement: ast.Return) -> None:
        if statement.value is not None:
            self._returned.append(self._value(statement.value))

    def _if(self, statement: ast.If) -> None:
        way = self._way(statement.test)
        if way is not False:
            self._block(statement.body)
        if way is not True:
            self._block(statement.orelse)

    def _while(self, statement: ast.While) -> None:
        if self._way(statement.test) is not False:
            self._block(statement.body)

    def _for(self, statement: ast.For) -> None:
        self._store(statement.target, self._each(statement.iter))
        self._block(statement.body)

    def _assign(self, statement: ast.Assign) -> None:
        for target in statement.targets:
            if isinstance(target, ast.Tuple) and isinstance(statement.value, ast.Tuple):
                for part, value in zip(target.elts, statement.value.elts, strict=True):
                    self._store(part, self._value(value))
            else:
                self._store(target, self._value(statement.value))

    def _annassign(self, statement: ast.AnnAssign) -> None:
        if statement.value is not None:
            self._store(statement.target, self._value(statement.value))

    def _augassign(self, statement: ast.AugAssign) -> None:
        self._used(statement.value)
        if not isinstance(statement.target, ast.Name):
            self._used(statement.target)
        self._store(statement.target, None)

    def _store(self, target: ast.expr, value: Any) -> None:
        if isinstance(target, ast.Name):
            self._known[target.id] = self._either(self._known[target.id], value) if target.id in self._known else value
        elif isinstance(target, ast.Tuple):
            self._consume(value)
            for part in target.elts:
                self._store(part, None)
        elif isinstance(target, ast.Attribute):
            self._consume(value)
            if self._value(target.value) == Whole(WORLD):
                self.found.writes.add(target.attr)
        elif isinstance(target, ast.Subscript):
            self._consume(value)
            place = self._indexed(self._value(target.value), target.slice)
            if isinstance(place, Array) and place.kind == WORLD:
                self.found.writes.update(_names(place))

    # expressions

    def _used(self, node: ast.expr) -> None:
        self._consume(self._value(node))

    def _either(self, left: Any, right: Any) -> Any:
        """Return what is known of one value or the other; of which array it is, is no longer followed."""
        if left != right:
            self._consume(left)
            self._consume(right)
        return joined(left, right)

    def _consume(self, value: Any) -> None:
        """Note that the elements of an array are used."""
        if isinstance(value, Bundle):
            for _, member in value.members:
                self._consume(member)
        elif isinstance(value, Array):
            names = {WORLD: self.found.reads, PARAMS: self.found.params, TABLES: self.found.tables}[value.kind]
            names.update(_names(value))

    def _value(self, node: ast.expr) -> Any:
        rule = getattr(self, f"_{type(node).__name__.lower()}_value", None)
        if rule is not None:
            return rule(node)
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                self._used(child)
        return None

    def _constant_value(self, node: ast.Constant) -> Any:
        return constant(node.value)

    def _name_value(self, node: ast.Name) -> Any:
        if node.id in self._known:
            return self._known[node.id]
        return constant(self._function.__globals__.get(node.id))

    def _attribute_value(self, node: ast.Attribute) -> Any:
        base = self._value(node.value)
        if isinstance(base, Bundle):
            return dict(base.members).get(node.attr)
        if base == Whole(TURN):
            return Whole(TABLES) if node.attr == TABLES else None
        if isinstance(base, Array) and node.attr not in MEASURES:
            self._consume(base)
        if not isinstance(base, Whole):
            return None
        declared = FIELD.get(node.attr) if base.kind == WORLD else PARAM.get(node.attr)
        value = Array(base.kind, node.attr, len(declared.dims) if declared else 1)
        if value.left == 0:
            self._consume(value)
            return None
        return value

    def _subscript_value(self, node: ast.Subscript) -> Any:
        value = self._indexed(self._value(node.value), node.slice)
        if isinstance(value, Array) and value.left == 0:
            self._consume(value)
            return None
        return value

    def _indexed(self, base: Any, index: ast.expr) -> Any:
        parts = index.elts if isinstance(index, ast.Tuple) else [index]
        places = [self._value(part) for part in parts]
        for place in places:
            self._consume(place)
        if isinstance(base, Constants):
            return members_of(base, places[0])
        if not isinstance(base, Array):
            return None
        first = base.members
        if first is None and base.name == "lever" and isinstance(places[0], Constants):
            first = tuple(sorted(places[0].values))
        taken = sum(not isinstance(part, ast.Slice) for part in parts)
        # How many dims a table has is not declared: it stays an array, and is read wherever it is used.
        return Array(base.kind, base.name, base.left if base.kind == TABLES else base.left - taken, first)

    def _binop_value(self, node: ast.BinOp) -> Any:
        left, right = self._value(node.left), self._value(node.right)
        self._consume(left)
        self._consume(right)
        return calculated(type(node.op), left, right)

    def _compare_value(self, node: ast.Compare) -> Any:
        values = [self._value(part) for part in (node.left, *node.comparators)]
        for value in values:
            self._consume(value)
        return calculated(type(node.ops[0]), *values) if len(values) == 2 else None

    def _ifexp_value(self, node: ast.IfExp) -> Any:
        way = self._way(node.test)
        if way is not None:
            return self._value(node.body if way else node.orelse)
        return self._either(self._value(node.body), self._value(node.orelse))

    def _way(self, test: ast.expr) -> bool | None:
        """Return which way the test always goes; None where it is not known."""
        value = self._value(test)
        self._consume(value)
        ways = {bool(constant_value) for constant_value in value.values} if isinstance(value, Constants) else set()
        return ways.pop() if len(ways) == 1 else None

    def _each(self, node: ast.expr) -> Any:
        """Return what a loop over the expression may hand out."""
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "range":
            bounds = [self._value(part) for part in node.args]
            for bound in bounds:
                self._consume(bound)
            if all(isinstance(bound, Constants) and len(bound.values) == 1 for bound in bounds):
                return constants(range(*(next(iter(bound.values)) for bound in bounds)))
            return None
        value = self._value(node)
        self._consume(value)
        return members_of(value, None) if isinstance(value, Constants) else None

    # calls

    def _call_value(self, node: ast.Call) -> Any:
        called = self._called(node.func)
        arguments = [self._value(part) for part in node.args]
        named = {word.arg: self._value(word.value) for word in node.keywords}
        if called is len:
            return None
        if called is Turn or (isinstance(node.func, ast.Attribute) and node.func.attr == "_replace"):
            return Whole(TURN)
        if isinstance(called, type) and hasattr(called, "_fields"):
            return Bundle((*zip(called._fields, arguments, strict=False), *((str(k), v) for k, v in named.items())))
        if isinstance(python_of(called), FunctionType):
            return self._kernel_value(called, arguments, named, node)
        for value in (*arguments, *named.values()):
            self._consume(value)
        return None

    def _called(self, node: ast.expr) -> Any:
        if not isinstance(node, ast.Name):
            self._value(node)
            return None
        return len if node.id == "len" else self._function.__globals__.get(node.id)

    def _kernel_value(self, called: Any, arguments: list[Any], named: dict[str | None, Any], node: ast.Call) -> Any:
        function = python_of(called)
        if _same_code(function, unit):
            self.found.slots.update(self._slots(node.args[-1]))
            return None
        if _same_code(function, note):
            self.found.events.update(self._kinds(arguments[2], node))
        words = [a.arg for a in tree_of(function).args.args]
        by_name = dict(zip(words, arguments, strict=False)) | named
        try:
            value, touched = _followed(function, tuple(by_name.get(word) for word in words))
        except NotDerivable as trouble:
            raise NotDerivable(f"{trouble}, called by {self._function.__name__}:{node.lineno}") from None
        self.found.add(touched)
        return value

    def _slots(self, counter: ast.expr) -> set[str]:
        """Return the slots of a draw: its counter is slot * SLOT_STRIDE + index."""
        first = self._value(counter.left) if isinstance(counter, ast.BinOp) else None
        if not isinstance(first, Constants):
            raise NotDerivable(f"{self._function.__name__}:{counter.lineno}: the slot of a draw is no known constant")
        return {SLOT_NAMES[value // SLOT_STRIDE] for value in first.values}

    def _kinds(self, kind: Any, node: ast.Call) -> set[str]:
        if not isinstance(kind, Constants):
            raise NotDerivable(f"{self._function.__name__}:{node.lineno}: the kind of an event is no known constant")
        return {KINDS[value].name for value in kind.values}


def _same_code(function: Any, kernel: Any) -> bool:
    """Return whether a function is a kernel's own Python or a plain twin of it."""
    return function.__code__ is python_of(kernel).__code__


def _names(array: Array) -> set[str]:
    if array.name != "lever" or array.members is None:
        return {array.name}
    return {f"lever.{LEVERS[place]}" for place in array.members}
