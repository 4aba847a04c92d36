"""A mechanism's docstring as Markdown: the paragraphs that set formulas as blocks whose lines stay lines.

A docstring sets formulas one under the other, continued by indentation, with a few words between; Markdown would run
them together. A paragraph is of formulas when a line of it is indented or opens with what it defines.
"""

from __future__ import annotations

import re
from textwrap import dedent

OPENS = re.compile(r"^([A-Za-z_][\w .]{0,40}(\[[^\]]*\])?'?\s+(=|~|->|moves to|\+=) |  )", re.M)
"""What is defined, perhaps with its axes, then the sign or the words that define it; or an indented line."""


def markdown(docstring: str) -> str:
    """Return the docstring with each paragraph of formulas in a block `formula`; everything else as it stands.

    >>> print(markdown("Debt grows.\\n\\ndebt[a]' = debt[a] + gap\\n    - paid\\n\\nClock: quarter."))
    Debt grows.
    <BLANKLINE>
    ```{formula}
    debt[a]' = debt[a] + gap
        - paid
    ```
    <BLANKLINE>
    Clock: quarter.
    """
    paragraphs = re.split(r"\n\s*\n", docstring.strip("\n"))
    return "\n\n".join(_block(text) if OPENS.search(text) else text.strip() for text in paragraphs)


def _block(text: str) -> str:
    return "```{formula}\n" + dedent(text).rstrip() + "\n```"
