"""A YAML reader for files from strangers: it returns plain values with line numbers, or says what is wrong.

Idea: nothing is built from what a file says until the file is known to be plain. The bytes are checked first (size,
UTF-8, no control or direction-changing characters); then the parser's events are taken one by one, and the tree is made
here from those that are allowed. What YAML can do beyond plain data is refused: anchors, aliases, merge keys, tags,
directives, several documents, keys that are not words, the same key twice, deep nesting.

Scalars are those of YAML 1.2 (core schema), in its plainest writing:
    null ~ (empty)          nothing
    true false              truth values; yes, no, on, off are words, and so are 12:30 and 2026-04-01
    12 -3 0.5 1e-3          numbers in decimal; 0x1F, 0o17, 017, .inf, .nan and numbers beyond 1e300 are refused
    anything else, quoted   text
Keys are always text, as they are written: the key 2026 is "2026", the key no is "no".

Reads: the file. Writes: nothing. Errors: InputError with file, line, path.
Source: YAML 1.2.2, chapters 3.2, 5.1 and 10.3; parser: ruamel.yaml (imported when first used).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kaname.core.errors import InputError, shown, unknown_name
from kaname.core.safe_text import FORBIDDEN, LARGEST_BYTES, checked_text, file_bytes, short_name

Key = tuple[str | int, ...]

DEEPEST = 16
MOST_NODES = 60_000
LONGEST_NUMBER = 40
LARGEST_NUMBER = 1e300

_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_TRUE = frozenset(("true", "True", "TRUE"))
_FALSE = frozenset(("false", "False", "FALSE"))
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WHOLE = re.compile(r"[-+]?[0-9]+")
_REFUSED_NUMBER = re.compile(r"[-+]?0[0-9]+|0[xob][0-9a-fA-F]+|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


@dataclass(frozen=True)
class Place:
    """A file and a line in it, counted from 1."""

    file: str
    line: int


@dataclass(frozen=True)
class Document:
    """A value read from a file, and for each path in it the place where it was written."""

    value: Any
    file: str
    places: dict[Key, Place] = field(default_factory=dict)

    def at(self, key: Key) -> Any:
        """Return the value at a path, or an empty mapping where there is none."""
        value = self.value
        for part in key:
            if isinstance(value, dict):
                value = value.get(part, {})
            elif isinstance(value, list) and isinstance(part, int) and part < len(value):
                value = value[part]
            else:
                return {}
        return value

    def written_beside(self, key: Key) -> list[str]:
        """Return the names in the same mapping that stand in the same file: none of them can be written there again."""
        file, above = self.place(key).file, self.at(key[:-1])
        return [name for name in above if self.place((*key[:-1], name)).file == file] if isinstance(above, dict) else []

    def place(self, key: Key) -> Place:
        """Return where a path was written; for a missing one, where its nearest parent was."""
        for length in range(len(key), -1, -1):
            if key[:length] in self.places:
                return self.places[key[:length]]
        return Place(self.file, 1)

    def error(self, key: Key, message: str, **said: Any) -> InputError:
        """Return an InputError that points at a path of this document."""
        place = self.place(key)
        return InputError(message, file=place.file, line=place.line, path=path_text(key), key=key, **said)

    def unknown(self, key: Key, kind: str, name: object, allowed: Sequence[str]) -> InputError:
        """Return the error for a name outside a closed list, at a path of this document."""
        place = self.place(key)
        error = unknown_name(kind, name, allowed, file=place.file, line=place.line, path=path_text(key))
        error.key = key
        return error


def path_text(key: Key) -> str:
    """Return a path as it is shown: names joined by dots, places in lists in brackets.

    >>> path_text(("actors", "ally", 0))
    'actors.ally[0]'
    """
    text = ""
    for part in key:
        text += f"[{part}]" if isinstance(part, int) else f".{shown(part)}"
    return text.lstrip(".")


def read_yaml(path: Path | str, *, name: str | None = None, largest: int = LARGEST_BYTES) -> Document:
    """Read one file, called `name` in errors; InputError when it is not a plain file with a plain tree in it."""
    content = file_bytes(Path(path), largest)
    return parse_yaml(content, file=name or short_name(path), largest=largest)


def parse_yaml(content: bytes | str, *, file: str = "text", largest: int = LARGEST_BYTES) -> Document:
    """Read a text that is already here; the same checks as for a file."""
    raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    text = checked_text(raw, file, largest)
    return _Builder(text, file).document()


class _Builder:
    """Takes the parser's events in order and makes the tree; one for each document, used once."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.events = _events(text, file)
        self.places: dict[Key, Place] = {}

    def document(self) -> Document:
        value: Any = None
        documents = 0
        for event in self.events:
            name = type(event).__name__
            if name == "DocumentStartEvent":
                documents += 1
                self._check_start(event, documents)
                value = self._node(next(self.events), ())
        if not documents:
            raise InputError("the file is empty", file=self.file, line=1)
        return Document(value, self.file, self.places)

    def _check_start(self, event: Any, documents: int) -> None:
        if documents > 1:
            raise self._refused(event, (), "a second document begins here", "One document in a file.")
        if event.version or event.tags:
            raise self._refused(event, (), "directives (%YAML, %TAG) are not read here", "Remove the line.")

    def _node(self, event: Any, key: Key) -> Any:
        name = type(event).__name__
        if key not in self.places:
            self.places[key] = Place(self.file, event.start_mark.line + 1)
        if name == "AliasEvent" or event.anchor is not None:
            raise self._refused(event, key, "anchors and aliases (& and *) are not read here", "Write it out.")
        if event.tag is not None:
            raise self._refused(event, key, "tags (!) are not read here", "Remove it; quote a text that begins with !.")
        if len(key) > DEEPEST:
            raise self._refused(event, key[:4], f"is nested more than {DEEPEST} deep", None)
        if len(self.places) > MOST_NODES:
            raise self._refused(event, key, f"there are more than {MOST_NODES:,} values", "Split the file.")
        if name == "MappingStartEvent":
            return self._mapping(key)
        if name == "SequenceStartEvent":
            return self._sequence(key)
        return self._scalar(event, key)

    def _mapping(self, key: Key) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for event in self.events:
            if type(event).__name__ == "MappingEndEvent":
                break
            word = self._key(event, key)
            if word in result:
                first = self.places[(*key, word)].line
                raise self._refused(event, (*key, word), f"is written twice, first in line {first}", "Keep one.")
            self.places[(*key, word)] = Place(self.file, event.start_mark.line + 1)
            result[word] = self._node(next(self.events), (*key, word))
        return result

    def _key(self, event: Any, key: Key) -> str:
        if type(event).__name__ != "ScalarEvent":
            raise self._refused(event, key, "a key must be a word", "Write name: value.")
        if event.anchor is not None:
            raise self._refused(event, key, "anchors and aliases (& and *) are not read here", "Write it out.")
        if event.tag is not None:
            raise self._refused(event, key, "tags (!) are not read here", "Remove it.")
        word = self._text(event, key)
        if word == "<<":
            raise self._refused(event, key, "merge keys (<<) are not read here", "Write it out.")
        if not word.strip():
            raise self._refused(event, key, "a key is empty", "Write name: value.")
        if "\n" in word or len(word) > 200:
            raise self._refused(event, key, f"{shown(word)} is too long for a key", "A key is one line.")
        return word

    def _sequence(self, key: Key) -> list[Any]:
        result: list[Any] = []
        for event in self.events:
            if type(event).__name__ == "SequenceEndEvent":
                break
            result.append(self._node(event, (*key, len(result))))
        return result

    def _scalar(self, event: Any, key: Key) -> Any:
        text = self._text(event, key)
        if event.style is not None:
            return text
        if text in _NULL:
            return None
        if text in _TRUE or text in _FALSE:
            return text in _TRUE
        if _REFUSED_NUMBER.fullmatch(text):
            raise self._refused(
                event, key, f"{shown(text)} is not read as a number here", "Write it in decimal, or quote it if a word."
            )
        return self._number(event, key, text) if _NUMBER.fullmatch(text) else text

    def _number(self, event: Any, key: Key, text: str) -> int | float:
        value = float(text)
        if len(text) > LONGEST_NUMBER or abs(value) > LARGEST_NUMBER:
            raise self._refused(event, key, f"the number {shown(text)} is too large or too long", None)
        return int(text) if _WHOLE.fullmatch(text) else value

    def _text(self, event: Any, key: Key) -> str:
        # An escape such as "\u0007" brings back what was refused in the bytes.
        if match := FORBIDDEN.search(event.value):
            raise self._refused(event, key, f"holds the invisible character U+{ord(match.group()):04X}", "Remove it.")
        return str(event.value)

    def _refused(self, event: Any, key: Key, message: str, hint: str | None) -> InputError:
        line = event.start_mark.line + 1
        return InputError(message, file=self.file, line=line, path=path_text(key) or None, hint=hint)


def _events(text: str, file: str) -> Iterator[Any]:
    """Yield the parser's events; whatever goes wrong inside it becomes an InputError."""
    from ruamel.yaml import YAML

    events = YAML(typ="safe", pure=True).parse(text)
    while True:
        try:
            event = next(events)
        except StopIteration:
            return
        # The parser is a stranger's code fed with a stranger's text: hostile input makes it raise nearly anything
        # (OverflowError for \U99999999, AssertionError, IndexError), and none of it may reach a person as a traceback.
        except Exception as trouble:
            raise _unreadable(trouble, file) from None
        yield event


def _unreadable(trouble: Exception, file: str) -> InputError:
    mark = getattr(trouble, "problem_mark", None) or getattr(trouble, "context_mark", None)
    line = mark.line + 1 if mark is not None else None
    problem = shown(getattr(trouble, "problem", None) or "an escape or character that cannot be read")
    return InputError(
        f"cannot be read as YAML: {problem}",
        file=file,
        line=line,
        hint="Check indentation (spaces, no tabs), colons and quotes near this line.",
    )
