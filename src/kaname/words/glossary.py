"""Return the words of Kaname: one for a thing, English and Japanese, with the forms that are not used.

Terms of method, evidence, alliance, crisis and law stand in one file; pages, laboratory and tests read them here.
Levers, outcomes, bargains, actors and places carry their names in their own declarations.
Reads: data/words/glossary.yaml. Writes: nothing. Source: the statutes and the government's translations for law.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files

from kaname.core.safe_yaml import read_yaml


@dataclass(frozen=True)
class Word:
    """A term in both languages, its meaning in one sentence, and forms that mean the same and are avoided."""

    group: str
    name: str
    en: str
    ja: str
    meaning: str
    meaning_ja: str
    avoid: tuple[str, ...] = ()
    avoid_ja: tuple[str, ...] = ()


@dataclass(frozen=True)
class Glossary:
    """groups: name -> (English, Japanese) heading, in the order of the page."""

    groups: dict[str, tuple[str, str]]
    words: tuple[Word, ...]


@lru_cache(maxsize=1)
def glossary() -> Glossary:
    """Return the shipped glossary, group by group in the order of its file."""
    with as_file(files("kaname") / "data" / "words" / "glossary.yaml") as path:
        written = read_yaml(path, name="data/words/glossary.yaml").value
    groups = {name: (heading["en"], heading["ja"]) for name, heading in written["groups"].items()}
    words = tuple(
        Word(group, name, term["en"], term["ja"], term["meaning"], term["meaning_ja"],
             tuple(term.get("avoid", ())), tuple(term.get("avoid_ja", ())))
        for group in groups for name, term in written["terms"][group].items()
    )  # fmt: skip
    return Glossary(groups, words)
