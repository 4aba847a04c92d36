"""Catalogue: every sentence of laboratory and report in English and Japanese, with typed slots; Project Fluent.

Idea: a page asks for a sentence by its id and hands over values; words, order and the form of numbers belong to the
language. What the model's declarations say already (a lever's meaning, an outcome's label) is English there and has its
Japanese form in the catalogue, so that no sentence has two homes.
Reads: data/words/*.ftl. Writes: nothing. Errors: InputError for a language that is not there; KeyError for an id that
is not there, which a test excludes. Source: Fluent syntax 1.0; Unicode CLDR for numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource

from kaname.words.languages import LANGUAGES, known_language
from kaname.words.levers import BY_NAME as LEVERS
from kaname.words.outcomes import BY_NAME as OUTCOMES
from kaname.words.outcomes import outcome_words

FILES = ("{language}.ftl", "report.{language}.ftl", "declared.{language}.ftl")
"""Files of sentences: pages of the laboratory; reports; what declarations say in English, in another language."""
PLUS, MINUS = "+", "\N{MINUS SIGN}"


class Catalogue:
    """The sentences of one language; called with an id and the values of its slots."""

    def __init__(self, language: str) -> None:
        self.language = known_language(language, "lang")
        self._bundle = FluentBundle([language], use_isolating=False)
        for text in texts_of(language):
            self._bundle.add_resource(FluentResource(text))

    def __call__(self, identity: str, **slots: Any) -> str:
        """Return the sentence of an id; KeyError where there is none, ValueError where a slot is wanting."""
        message, _, attribute = identity.partition(".")
        found = self._bundle.get_message(message)
        pattern = found.attributes[attribute] if attribute else found.value
        if pattern is None:
            raise KeyError(identity)
        plain = {name: value.item() if isinstance(value, np.generic) else value for name, value in slots.items()}
        said, troubles = self._bundle.format_pattern(pattern, plain)
        if troubles:
            raise ValueError(f"{identity}: {troubles[0]}")
        return str(said)

    def has(self, identity: str) -> bool:
        """Return whether there is a sentence of this id."""
        message, _, attribute = identity.partition(".")
        if not self._bundle.has_message(message):
            return False
        found = self._bundle.get_message(message)
        return attribute in found.attributes if attribute else found.value is not None

    def number(self, value: float, places: int = 0, sign: bool = False) -> str:
        """Return a number as the language writes it, with so many decimals and a true minus sign."""
        shown = format_decimal(
            abs(value), format="#,##0" + ("." + "0" * places if places else ""), locale=self.language
        )
        if not any(digit in "123456789" for digit in shown):
            return shown
        return (MINUS if value < 0 else PLUS if sign else "") + shown

    def lever(self, name: str) -> str:
        """Return a lever's name."""
        return self(f"lever-{_id(name)}")

    def lever_meaning(self, name: str) -> str:
        """Return what moving a lever means: the declaration's sentence, or its form in this language."""
        return LEVERS[name].sentence if self.language == "en" else self(f"lever-{_id(name)}.meaning")

    def outcome(self, name: str) -> str:
        """Return an outcome's name."""
        return outcome_words(name) if self.language == "en" else self(f"outcome-{_id(name)}")

    def outcome_meaning(self, name: str) -> str:
        """Return what an outcome counts."""
        return OUTCOMES[name].sentence if self.language == "en" else self(f"outcome-{_id(name)}.meaning")

    def unit(self, unit: str) -> str:
        """Return the unit of a level in words; the unit itself where the catalogue has no words for it."""
        asked = f"unit-{unit_id(unit)}"
        return self(asked) if self.has(asked) else unit

    def unit_of_difference(self, unit: str) -> str:
        """Return the unit in which differences are told, where that is another than the unit of levels."""
        asked = f"unit-{unit_id(unit)}.difference"
        return self(asked) if self.has(asked) else self.unit(unit)

    def mechanism_meaning(self, name: str, own: str) -> str:
        """Return what a mechanism does in a sentence; own: as its declaration has it (English)."""
        return self.named("mechanism", _id(name), own)

    def named(self, kind: str, identity: str, own: str, **slots: Any) -> str:
        """Return the name of something from a file in this language, or its own name where the catalogue has none.

        kind: actor, place, bargain, claim, system of the id; own: the name that its file gives.
        """
        name, dot, attribute = identity.partition(".")
        asked = f"{kind}-{name}{dot}{attribute}"
        return self(asked, **slots) if self.has(asked) else own

    def numbers(self, values: Mapping[str, float], places: int = 0) -> dict[str, str]:
        """Return several numbers by name, written as the language does."""
        return {name: self.number(value, places) for name, value in values.items()}


@lru_cache(maxsize=len(LANGUAGES))
def catalogue(language: str) -> Catalogue:
    """Return the sentences of a language, read once. Raises InputError where it is not one of LANGUAGES."""
    return Catalogue(language)


def texts_of(language: str) -> list[str]:
    """Return the texts of the files of sentences in a language, of those that are there."""
    there = (files("kaname") / "data" / "words" / name.format(language=language) for name in FILES)
    return [file.read_text(encoding="utf-8") for file in there if file.is_file()]


def unit_id(unit: str) -> str:
    """Return a unit as the id of its words takes it."""
    return "".join(letter if letter.isalnum() else "-" for letter in unit.lower())


def _id(name: str) -> str:
    """Return a name as Fluent takes ids: a dot would begin an attribute."""
    return name.replace(".", "--")
