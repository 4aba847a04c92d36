"""The tests that hold a mechanism, looked up in the tree of tests when the site is built: the block `held-by`.

A mechanism `economy.growth` is held by the tests of its own file, tests/model/economy/test_growth.py, and by every
other test that names it or imports its module. Names of tests are sentences and are printed as such. What holds all
mechanisms at once (contract, frozen links, compiled against plain) is named below each list.
"""

from __future__ import annotations

import ast
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

TESTS = Path(__file__).resolve().parents[2] / "tests"
OF_ALL = ("tests/model/test_contract.py", "tests/laws/test_systems.py", "tests/laws/test_compiled_equals_plain.py")
"""Tests that hold every mechanism, by file."""


def own_tests(mechanism: str) -> list[str]:
    """Return the names of the tests in the mechanism's own file, in the order of the file."""
    room, stem = mechanism.split(".")
    return _names(TESTS / "model" / room / f"test_{stem}.py")


def other_files(mechanism: str) -> list[str]:
    """Return the other files of tests that name the mechanism or import its module, as paths from the root."""
    room, stem = mechanism.split(".")
    own = TESTS / "model" / room / f"test_{stem}.py"
    wanted = re.compile(
        rf"kaname\.model\.{room}\.{stem}\b|kaname\.model\.{room} import [^\n]*\b{stem}\b|\"{mechanism}\""
    )
    found = [path for path, text in _texts().items() if path != own and wanted.search(text)]
    return [path.relative_to(TESTS.parent).as_posix() for path in found]


def sentence(name: str) -> str:
    """Return the name of a test as a sentence.

    >>> sentence("test_a_tariff_costs_a_level_of_output")
    'A tariff costs a level of output.'
    """
    words = name.removeprefix("test_").replace("_", " ")
    return f"{words[:1].upper()}{words[1:]}."


@lru_cache(maxsize=1)
def _texts() -> dict[Path, str]:
    return {path: path.read_text(encoding="utf-8") for path in sorted(TESTS.rglob("test_*.py"))}


def _names(path: Path) -> list[str]:
    if path not in _texts():
        return []
    return [node.name for node in ast.parse(_texts()[path]).body
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]  # fmt: skip


class HeldBy(SphinxDirective):
    """The tests of one mechanism, as a list of sentences."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the list, the files that name it beside its own, and what holds all mechanisms."""
        mechanism = self.arguments[0]
        own = own_tests(mechanism)
        if not own:
            raise self.error(f"{mechanism} has no test of its own in {TESTS}")
        listed = nodes.bullet_list("", *(nodes.list_item("", nodes.paragraph(text=sentence(name))) for name in own))
        others = other_files(mechanism)
        room, stem = mechanism.split(".")
        lines = [f"In tests/model/{room}/test_{stem}.py."]
        if others:
            lines.append(f"Named also in {', '.join(others)}.")
        lines.append(f"Held with all others in {', '.join(OF_ALL)}.")
        return [listed, *(nodes.paragraph(text=line) for line in lines)]


def setup(app: Any) -> dict[str, bool]:
    """Register the directive `held-by`."""
    app.add_directive("held-by", HeldBy)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
