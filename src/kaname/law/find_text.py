"""Search results as text: grouped by kind, each with the name to type, and the next command.

Reads: what was found and the law book's words. Writes nothing.
Source: this project's own.
"""

from __future__ import annotations

from collections.abc import Sequence

from kaname.law.find import ARTICLE, CLOCK, FACT, QUESTION, STORY, VALUE, Found
from kaname.law.lines import wrapped
from kaname.law.render import Wording

KINDS = (QUESTION, FACT, VALUE, ARTICLE, CLOCK, STORY)


def found_text(wording: Wording, founds: Sequence[Found]) -> str:
    """Return the lines of what was found, best kind first, and the command to type next."""
    if not founds:
        return wording.word("find_none")
    lines: list[str] = []
    for kind in sorted(KINDS, key=lambda one: _best(founds, one)):
        chosen = [one for one in founds if one.kind == kind]
        if chosen:
            lines += [f"{wording.word(f'find_{kind}')}:", *(row for one in chosen for row in _lines(wording, one)), ""]
    question = next((name for one in founds for name in one.leads), None)
    return "\n".join(
        [*lines, *(wrapped(wording.word("find_next").format(question=question)) if question else [])]
    ).rstrip()


def _best(founds: Sequence[Found], kind: str) -> int:
    """Return the place of the best of a kind; after all others where there is none."""
    return next((at for at, one in enumerate(founds) if one.kind == kind), len(founds))


def _lines(wording: Wording, one: Found) -> list[str]:
    text = wording.of(one.text)
    leads = f" -> {', '.join(one.leads)}" if one.kind in (ARTICLE, STORY) else ""
    return wrapped((one.name if one.name == text else f"{one.name}: {text}") + leads, "  ", "      ")
