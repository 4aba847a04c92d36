"""Schemas of files, declared once: checked with line numbers, and printed as JSON Schema.

Idea: a schema is a small frozen object. `check` adds every departure to the findings, each with its place, what was
found, what is allowed and the nearest name; `schema` tells the same to an editor. What a schema cannot say (a source
key that must exist, an order of numbers) is checked by the room that knows.

Source: JSON Schema, draft 2020-12.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from kaname.core.errors import Findings, nearest_name, shown
from kaname.core.number_text import NUMBER, number_meant
from kaname.core.safe_yaml import Document, Key

Definitions = dict[str, Any]

SNAKE = r"[a-z][a-z0-9_]{0,63}"
"""A word of code and data: lower case, digits, underscores."""
IDENTIFIER = r"[a-z][a-z0-9_-]{0,63}"
"""A word that also names a file: hyphens are allowed."""


class Schema(Protocol):
    """Anything that can check a value at a path and describe itself as JSON Schema."""

    def check(self, document: Document, key: Key, value: Any, findings: Findings) -> bool:
        """Add what is wrong to the findings; True when nothing was."""

    def schema(self, definitions: Definitions) -> Definitions:
        """JSON Schema of this schema; named records are put into the definitions."""


@dataclass(frozen=True)
class Text:
    """Text of a length; `words` asks for at least so many words, so that a reason is a sentence."""

    words: int = 1
    most: int = 4000
    pattern: str | None = None
    like: str = "text"

    def check(self, document: Document, key: Key, value: Any, findings: Findings) -> bool:
        problem = self._problem(value)
        if problem:
            allowed = self.like if self.like != "text" else None
            findings.add(document.error(key, problem, found=value, allowed=allowed))
        return not problem

    def _problem(self, value: Any) -> str | None:
        if not isinstance(value, str):
            return f"{shown(value)} is not text"
        if len(value.split()) < self.words:
            return f"{shown(value)!r} is too short: at least {self.words} {'word' if self.words == 1 else 'words'}"
        if len(value) > self.most:
            return f"text of {len(value)} characters is too long: at most {self.most}"
        if self.pattern and not re.fullmatch(self.pattern, value):
            return _too_long(self.pattern, value) or f"{shown(value)!r} does not have the right form"
        return None

    def schema(self, definitions: Definitions) -> Definitions:
        schema: Definitions = {"type": "string", "minLength": 1, "maxLength": self.most}
        if self.pattern:
            schema["pattern"] = f"^{self.pattern}$"
        return schema


@dataclass(frozen=True)
class OneOf:
    """A name from a closed list; `kind` says in words what it names."""

    names: tuple[str, ...]
    kind: str

    def check(self, document: Document, key: Key, value: Any, findings: Findings) -> bool:
        if isinstance(value, str) and value in self.names:
            return True
        findings.add(document.unknown(key, self.kind, value, self.names))
        return False

    def schema(self, definitions: Definitions) -> Definitions:
        return {"enum": list(self.names)}


@dataclass(frozen=True)
class Truth:
    """true or false."""

    def check(self, document: Document, key: Key, value: Any, findings: Findings) -> bool:
        if isinstance(value, bool):
            return True
        findings.add(document.error(key, f"{shown(value)} is not a truth value", found=value, allowed="true, false"))
        return False

    def schema(self, definitions: Definitions) -> Definitions:
        return {"type": "boolean"}


@dataclass(frozen=True)
class Number:
    """A finite number in a range; `whole` asks for one without a fraction."""

    low: float = -math.inf
    high: float = math.inf
    whole: bool = False
    meant: tuple[float, float] | None = None
    """Where a number that is offered lies, if that is narrower than what this schema asks."""

    def check(self, document: Document, key: Key, value: Any, findings: Findings) -> bool:
        right = isinstance(value, int if self.whole else (int, float)) and not isinstance(value, bool)
        if not right:
            findings.add(document.error(key, *self._told(value), found=value, instead=self._instead(value)))
        elif not (math.isfinite(value) and self.low <= value <= self.high):
            span = f"{self.low:g}..{self.high:g}"
            findings.add(document.error(key, f"{shown(value)} is outside {span}", found=value))
            right = False
        return right

    def _told(self, value: Any) -> tuple[str]:
        kind = "a whole number" if self.whole else "a number"
        if isinstance(value, str) and NUMBER.fullmatch(value.strip()):
            return (f"{shown(value)!r} stands in quotes and is text, not {kind}",)
        return (f"{shown(value)} is not {kind}",)

    def _instead(self, value: Any) -> int | float | None:
        text = value if isinstance(value, str) else repr(value) if isinstance(value, float) else ""
        low, high = self.meant or (self.low, self.high)
        found = number_meant(text, max(low, self.low), min(high, self.high), self.whole)
        return int(found) if found is not None and self.whole else found

    def schema(self, definitions: Definitions) -> Definitions:
        schema: Definitions = {"type": "integer" if self.whole else "number"}
        if math.isfinite(self.low):
            schema["minimum"] = self.low
        if math.isfinite(self.high):
            schema["maximum"] = self.high
        return schema


def _too_long(pattern: str, text: str) -> str | None:
    """Return the message for a text that has the right form but for its length; None for another form."""
    limits = [int(most) for most in re.findall(r"\{[0-9]*,([0-9]+)\}", pattern)]
    if not limits or not re.fullmatch(re.sub(r"\{([0-9]*),[0-9]+\}", r"{\1,}", pattern), text):
        return None
    return f"{shown(text)!r} is too long: at most {1 + max(limits)} characters in a part"


@dataclass(frozen=True)
class ListOf:
    """A list whose entries have one schema; a word twice is refused unless `repeats`."""

    each: Schema
    least: int = 0
    most: int = 500
    repeats: bool = False

    def check(self, document: Document, key: Key, value: Any, findings: Findings) -> bool:
        if not isinstance(value, list):
            instead = [value] if isinstance(value, (str, int, float)) else None
            findings.add(document.error(key, f"{shown(value)} is not a list", found=value, instead=instead))
            return False
        if not self.least <= len(value) <= self.most:
            allowed = f"{self.least} to {self.most} entries"
            findings.add(document.error(key, f"a list of {len(value)} entries", found=len(value), allowed=allowed))
            return False
        right = [self.each.check(document, (*key, place), entry, findings) for place, entry in enumerate(value)]
        for place, entry in enumerate(value):
            if isinstance(entry, str) and entry in value[:place] and not self.repeats:
                findings.add(document.error((*key, place), f"{shown(entry)} is listed twice", found=entry))
                return False
        return all(right)

    def schema(self, definitions: Definitions) -> Definitions:
        return {"type": "array", "items": self.each.schema(definitions), "minItems": self.least, "maxItems": self.most}


@dataclass(frozen=True)
class MapOf:
    """A mapping from free names of one form to one schema."""

    each: Schema
    name: str = SNAKE
    least: int = 0
    kind: str = "a name: lower-case letters, digits and underscores, beginning with a letter"

    def check(self, document: Document, key: Key, value: Any, findings: Findings) -> bool:
        if not _is_mapping(document, key, value, findings):
            return False
        right = True
        if len(value) < self.least:
            findings.add(document.error(key, f"at least {self.least} entries are needed here", found=len(value)))
            right = False
        for name, entry in value.items():
            if not re.fullmatch(self.name, name):
                message = _too_long(self.name, name) or f"{shown(name)!r} is not {self.kind}"
                findings.add(document.error((*key, name), message, found=name))
                right = False
            right = self.each.check(document, (*key, name), entry, findings) and right
        return right

    def schema(self, definitions: Definitions) -> Definitions:
        names = {"pattern": f"^{self.name}$"}
        each = self.each.schema(definitions)
        return {"type": "object", "propertyNames": names, "additionalProperties": each, "minProperties": self.least}


@dataclass(frozen=True)
class Record:
    """A mapping with named entries: needed ones, possible ones, and groups of which exactly one must be there."""

    title: str
    needs: Mapping[str, Schema]
    may: Mapping[str, Schema] = field(default_factory=dict)
    one_of: tuple[tuple[str, ...], ...] = ()

    def check(self, document: Document, key: Key, value: Any, findings: Findings) -> bool:
        if not _is_mapping(document, key, value, findings, self.title):
            return False
        schemas = {**self.needs, **self.may}
        right = self._complete(document, key, value, findings)
        for name, entry in value.items():
            if name not in schemas:
                findings.add(self._unknown(document, (*key, name), name, schemas))
                right = False
            else:
                right = schemas[name].check(document, (*key, name), entry, findings) and right
        return right

    def _complete(self, document: Document, key: Key, value: Mapping[str, Any], findings: Findings) -> bool:
        missing = [name for name in self.needs if name not in value]
        for name in missing:
            near = nearest_name(name, (given for given in value if given not in self.needs and given not in self.may))
            hint = f"Is {shown(near)} meant to be {name}?" if near else None
            findings.add(document.error(key, f"{name} is missing from {self.title}", found=None, hint=hint))
        for group in self.one_of:
            given = [name for name in group if name in value]
            if len(given) != 1:
                text = " and ".join(given) if given else "none of them"
                message = f"exactly one of {', '.join(group)} must be in {self.title}, found {text}"
                findings.add(document.error(key, message, found=given))
                missing.append(group[0])
        return not missing

    def _unknown(self, document: Document, key: Key, name: str, schemas: Mapping[str, Schema]) -> Any:
        given = document.written_beside(key)
        near = nearest_name(name, [schema for schema in schemas if schema not in given])
        return document.error(key, f"{shown(name)} is not part of {self.title}", found=name, nearest=near,
                              allowed=list(schemas))  # fmt: skip

    def schema(self, definitions: Definitions) -> Definitions:
        word = re.sub(r"[^a-z]+", "_", self.title.lower()).strip("_")
        if word not in definitions:
            definitions[word] = {}
            schemas = {**self.needs, **self.may}
            definitions[word] = {
                "title": self.title,
                "type": "object",
                "properties": {name: schema.schema(definitions) for name, schema in schemas.items()},
                "required": list(self.needs),
                "additionalProperties": False,
                **self._groups(),
            }
        return {"$ref": f"#/$defs/{word}"}

    def _groups(self) -> Definitions:
        if not self.one_of:
            return {}
        return {"allOf": [{"oneOf": [{"required": [name]} for name in group]} for group in self.one_of]}


@dataclass(frozen=True)
class Either:
    """One of several schemas, told apart by the kind of value: text, list, mapping, truth value or nothing."""

    by_kind: Mapping[str, Schema]

    def check(self, document: Document, key: Key, value: Any, findings: Findings) -> bool:
        schema = self.by_kind.get(kind_of(value))
        if schema is None:
            message = f"{shown(value)} cannot stand here"
            findings.add(document.error(key, message, found=value, allowed=" or ".join(self.by_kind)))
            return False
        return schema.check(document, key, value, findings)

    def schema(self, definitions: Definitions) -> Definitions:
        return {"anyOf": [schema.schema(definitions) for schema in self.by_kind.values()]}


@dataclass(frozen=True)
class Nothing:
    """An empty value."""

    def check(self, document: Document, key: Key, value: Any, findings: Findings) -> bool:
        return value is None

    def schema(self, definitions: Definitions) -> Definitions:
        return {"type": "null"}


def kind_of(value: Any) -> str:
    """Return the kind of a value in words: nothing, a truth value, a number, text, a list, a mapping."""
    kinds = ((type(None), "nothing"), (bool, "a truth value"), ((int, float), "a number"), (str, "text"))
    for types, word in kinds:
        if isinstance(value, types):
            return word
    return "a list" if isinstance(value, list) else "a mapping"


def json_schema(schema: Schema, title: str, description: str) -> Definitions:
    """Return the whole JSON Schema of one kind of file."""
    definitions: Definitions = {}
    top = schema.schema(definitions)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, "description": description}
    return {**head, **top, "$defs": definitions}


def _is_mapping(document: Document, key: Key, value: Any, findings: Findings, what: str = "a mapping") -> bool:
    if isinstance(value, dict):
        return True
    message = f"{shown(value)} stands where {what} is needed"
    findings.add(document.error(key, message, found=value, hint="Write name: value, one in a line."))
    return False
