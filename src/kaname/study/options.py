"""Options: what a field of a design says of itself, so that its flag, help, check and repetition are written once.

Idea: a dataclass field made by `option` carries an Option as metadata. The command line makes its options from these
(cli.options), `Design` checks its values with them, and study.commands prints a command from them; a new option of
`compare`, or of `compare` and `trace`, is one field.
Reads, writes: nothing. Errors: InputError that names the flag, the range or the allowed words. Source: none needed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from kaname.core.errors import InputError, unknown_name

KEY = "option"
LARGEST_SEED = 2**32 - 1


@dataclass(frozen=True)
class Option:
    """Type, explanation and check of one field.

    flag: as it is typed; help: one line; low, high: whole numbers that are allowed; kind, allowed: what a word is and
    which there are; on: what the bare flag stands for, for a flag without a value; of_future: whether a single future
    depends on it, so that `trace` takes it too; always: printed even where it is the default.
    """

    flag: str
    help: str
    low: int | None = None
    high: int | None = None
    kind: str = ""
    allowed: tuple[str, ...] = ()
    on: Any = None
    of_future: bool = False
    always: bool = False

    @property
    def bare(self) -> bool:
        """Return whether it is a flag without a value."""
        return self.on is not None

    def check(self, value: Any) -> None:
        """Raise InputError where a value is outside the range or the allowed words."""
        if self.low is not None and self.high is not None:
            self._check_whole(value, self.low, self.high)
        if self.allowed and value not in self.allowed:
            raise unknown_name(self.kind, value, self.allowed, path=self.flag)

    def _check_whole(self, value: Any, low: int, high: int) -> None:
        hint = f"Give a whole number in {low}..{high}."
        if isinstance(value, bool) or not hasattr(value, "__index__"):
            raise InputError(f"{value!r} is not a whole number", path=self.flag, found=value, hint=hint)
        if not low <= value <= high:
            raise InputError(f"{value} is outside {low}..{high}", path=self.flag, found=value, hint=hint)

    def words(self, value: Any, default: Any) -> list[str]:
        """Return the words that give a field this value, none where it is the default (and need not be printed)."""
        if self.bare:
            return [self.flag] if value == self.on else []
        if value is None or (value == default and not self.always):
            return []
        return [self.flag, ",".join(value) if isinstance(value, tuple) else str(value)]


def option(default: Any, flag: str, help: str, **more: Any) -> Any:
    """Return a dataclass field with a default and an Option."""
    return field(default=default, metadata={KEY: Option(flag, help, **more)})


def options_of(design: Any, of_future: bool = False) -> Mapping[str, Option]:
    """Return the options of a design or its class by field; only those on which a single future depends, if asked."""
    found = {one.name: one.metadata[KEY] for one in fields(design) if KEY in one.metadata}
    return {name: made for name, made in found.items() if made.of_future or not of_future}


def check_options(design: Any) -> None:
    """Raise InputError where a field of a design is neither its default nor within its range or allowed words."""
    for one in fields(design):
        value = getattr(design, one.name)
        if KEY in one.metadata and not (value == one.default and type(value) is type(one.default)):
            one.metadata[KEY].check(value)


def words_of(design: Any, of_future: bool = False) -> list[str]:
    """Return the words of a command line that say what a design says, in the order of its fields."""
    defaults = {one.name: one.default for one in fields(design)}
    asked = options_of(design, of_future)
    return [word for name, made in asked.items() for word in made.words(getattr(design, name), defaults[name])]
