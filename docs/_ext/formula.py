"""Formulas as the docstrings of the mechanisms write them, set in type: subscripts, products, one line for one line.

A formula stays plain text in the page's source, so that a reader of the file sees what stands in the code:

    trust[s]' = logistic(base - unmet[s] x weight)

On the site an index in brackets becomes a subscript, ` x ` a product and a variable italic; long lines wrap.
"""

from __future__ import annotations

import re
from html import escape
from typing import Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

NAME = r"[A-Za-z_][A-Za-z0-9_]*"
INDEXED = re.compile(rf"(?P<name>{NAME})\[(?P<index>[^\[\]]{{1,30}})\](?P<prime>'?)")
VARIABLE = re.compile(r"\b(?P<name>[a-z]+_[a-z0-9_]+|[a-z])\b(?!\()(?P<prime>'?)")
SIGNS = ((" x ", " × "), ("&lt;=", "≤"), ("&gt;=", "≥"), (" - ", " − "), ("sqrt(", "√("))
WORDS = {"a", "x"}
"""Single letters that are words of a sentence more often than variables; indexed they are variables all the same."""


def typeset(line: str) -> str:
    """Return one line of a formula as HTML.

    >>> typeset("trust[s]' = base - 2 x debt_half")
    '<i>trust</i>′<sub>s</sub> = base − 2 × <i>debt_half</i>'
    """
    parts, last = [], 0
    for found in INDEXED.finditer(line):
        parts.append(_plain(line[last : found.start()]))
        prime = "′" if found["prime"] else ""
        parts.append(f"<i>{found['name']}</i>{prime}<sub>{escape(found['index'])}</sub>")
        last = found.end()
    return "".join([*parts, _plain(line[last:])])


def _plain(text: str) -> str:
    text = escape(text, quote=False)
    for written, sign in SIGNS:
        text = text.replace(written, sign)
    return VARIABLE.sub(_variable, text)


def _variable(found: re.Match[str]) -> str:
    if found["name"] in WORDS:
        return found.group()
    return f"<i>{found['name']}</i>{'′' if found['prime'] else ''}"


class Formula(SphinxDirective):
    """A block of formulas in plain text, typeset line by line."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return one block of HTML."""
        lines = [
            f'<div style="margin-left: {(len(line) - len(line.lstrip())) // 2 + 1}em">{typeset(line.strip())}</div>'
            for line in self.content
        ]
        return [nodes.raw("", f'<div class="formula">{"".join(lines)}</div>', format="html")]


def setup(app: Any) -> dict[str, bool]:
    """Register the directive `formula`."""
    app.add_directive("formula", Formula)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
