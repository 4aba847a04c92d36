"""Write the glossary as a reference page: a table for each group of terms, English and Japanese side by side.

Reads: words.glossary. Writes: nothing; compile.reference writes the page.
"""

from __future__ import annotations

from kaname.compile.bargain_reference import table
from kaname.words.glossary import Word, glossary

ABOUT = """\
One word for a thing, in every page, command, file and answer. A test reads all of them and refuses the forms in the
last column. Terms of law are those of the statutes and of the government's own translations. Levers, outcomes,
bargains, actors and places have their own pages: [levers](levers.md), [outcomes](outcomes.md), [bargains](bargains.md).
The laboratory shows all of them in both languages under Library, Glossary.
"""


def lines() -> list[str]:
    """Return the page without its title."""
    made = [ABOUT]
    book = glossary()
    for group, (en, ja) in book.groups.items():
        rows = [_row(word) for word in book.words if word.group == group]
        made += [f"## {en} / {ja}", "", *table(("term", "日本語", "meaning", "意味", "not"), rows), ""]
    return made[:-1]


def _row(word: Word) -> tuple[str, ...]:
    return f"**{word.en}**", f"**{word.ja}**", word.meaning, word.meaning_ja, "; ".join((*word.avoid, *word.avoid_ja))
