"""Form of a manifest, in both formats; `checked` says which entry is wrong before any is used.

Idea: a manifest is our own file and may be damaged or edited all the same. Its parts that decide (inputs, key, chunks
with their digests) have a declared shape; what only describes lies in a file of its own, known by its digest.
Reads: plain data. Writes: nothing. Errors: InputError or InputErrors with the entry.
Source: docs/reference/dataset.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from kaname.core.errors import Findings, InputErrors, shown
from kaname.core.hashing import json_digest
from kaname.core.safe_yaml import Document, Key
from kaname.core.schema import Either, ListOf, Number, Record, Schema, Text, Truth

FORMATS = (1, 2)
KEY_LENGTH = 12
SHOWN_ENTRIES = 5
MOST_PARTS = 10_000_000
WAY_OUT = "It was damaged or edited: take it from a copy, or run its command again into a new folder."

DIGEST = Text(pattern="[0-9a-f]{64}", like="a SHA-256 of 64 hexadecimal digits")
WHOLE = Number(0, whole=True)


@dataclass(frozen=True)
class Holding:
    """A mapping that holds at least the entries of `needs`; others are as they are."""

    title: str
    needs: Mapping[str, Schema]

    def check(self, document: Document, key: Key, value: Any, findings: Findings) -> bool:
        if not isinstance(value, dict):
            findings.add(document.error(key, f"{shown(value)} stands where {self.title} belongs", found=value))
            return False
        missing = [name for name in self.needs if name not in value]
        for name in missing:
            findings.add(document.error(key, f"{name} is missing from {self.title}"))
        given = {name: shape for name, shape in self.needs.items() if name in value}
        right = [shape.check(document, (*key, name), value[name], findings) for name, shape in given.items()]
        return not missing and all(right)

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        return {"type": "object", "required": list(self.needs)}


@dataclass(frozen=True)
class Inside:
    """The path of a file in the folder of the run, with forward slashes."""

    def check(self, document: Document, key: Key, value: Any, findings: Findings) -> bool:
        path = PurePosixPath(value) if isinstance(value, str) and value and "\\" not in value else None
        if path is not None and not path.is_absolute() and ".." not in path.parts:
            return True
        findings.add(document.error(key, f"{shown(value)} lies outside the run's folder", found=value))
        return False

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        return {"type": "string"}


_WORDS = Holding("a mapping", {})
_CHUNK: dict[str, Schema] = {
    "bargain": Text(), "first": WHOLE, "last": WHOLE, "file": Inside(), "sha256": DIGEST,
}  # fmt: skip
_CHUNK_MAY: dict[str, Schema] = {"arm": Text(), "yearly": Inside(), "yearly_sha256": DIGEST}
_INPUTS = Holding("the inputs", {
    "scenario": Text(), "bargains": ListOf(Text(), least=1), "futures": Number(1, whole=True), "seed": WHOLE,
    "years": Number(1, whole=True), "sha256": _WORDS,
})  # fmt: skip
_TOP: dict[str, Schema] = {
    "format": WHOLE, "key": Text(pattern=f"[0-9a-f]{{{KEY_LENGTH}}}"), "command": Text(), "inputs": _INPUTS,
    "columns": _WORDS, "complete": Truth(),
}  # fmt: skip


def _manifest(top: Mapping[str, Schema], needs: Mapping[str, Schema], may: Mapping[str, Schema]) -> Holding:
    part = Record("a part", {**_CHUNK, **needs}, {**_CHUNK_MAY, **may})
    return Holding("the manifest", {**_TOP, **top, "chunks": ListOf(part, most=MOST_PARTS)})


LISTED = Record("a listed file", {"file": Inside(), "sha256": DIGEST})
_MAKER = Record("who made a part", {"versions": _WORDS, "machine": _WORDS})
FORMS: dict[int, Holding] = {
    1: _manifest({"versions": _WORDS, "machine": _WORDS}, {}, {}),
    2: _manifest(
        {
            "chunk": Number(1, whole=True), "makers": ListOf(_MAKER, most=MOST_PARTS), "files": _WORDS,
            "described": LISTED,
        },
        {"made_by": WHOLE},
        {"sampled": Inside(), "sampled_sha256": DIGEST},
    ),
}  # fmt: skip
CHECKS = {number: ListOf(form.needs["chunks"].each, most=MOST_PARTS) for number, form in FORMS.items()}  # type: ignore[attr-defined]
LEVELLED = Either({"a mapping": Holding("the levels", {"budget": Text(), "levels": _WORDS})})


def checked(data: Any, file: str) -> dict[str, Any]:
    """Return the manifest's data when its form is right; InputError or InputErrors that name each wrong entry."""
    document, findings = Document(data, file), Findings()
    number = data.get("format") if isinstance(data, dict) else None
    if number not in FORMATS:
        findings.add(document.error(("format",), "this is no manifest of a form that is known here", found=number,
                                    allowed=[f"format {known}" for known in FORMATS]))  # fmt: skip
    else:
        form = FORMS[int(number)]
        right = form.check(document, (), data, findings)
        for name, shape in (("checks", CHECKS[int(number)]), ("levelled", LEVELLED), ("summary", LISTED)):
            if name in data:
                shape.check(document, (name,), data[name], findings)
        if right and not findings.errors:
            _agree(document, data, findings)
    _raise(findings)
    return dict(data)


def _agree(document: Document, data: Mapping[str, Any], findings: Findings) -> None:
    """Check that entries agree: spans begin before they end, every digest has its file, makers are listed."""
    for name in data.get("files", {}):
        Inside().check(document, ("files", name), name, findings)
    makers = len(data.get("makers", [None]))
    for name in ("chunks", "checks"):
        for place, part in enumerate(data.get(name, [])):
            where = (name, place)
            if part["first"] > part["last"]:
                findings.add(document.error((*where, "first"), f"{part['first']} is after last, {part['last']}"))
            for kind in ("yearly", "sampled"):
                if (kind in part) != (f"{kind}_sha256" in part):
                    findings.add(document.error(where, f"of {kind} and {kind}_sha256 only one is there"))
            if part.get("made_by", 0) >= makers:
                findings.add(document.error((*where, "made_by"), f"{part['made_by']} is no entry of makers"))


def key_of(inputs: Mapping[str, Any]) -> str:
    """Return the key of a run: the first digits of the digest of its inputs."""
    return json_digest(inputs)[:KEY_LENGTH]


def _raise(findings: Findings) -> None:
    if not findings.errors:
        return
    for error in findings.errors:
        error.line, error.hint = None, None
    shown_first = InputErrors(findings.errors).errors[:SHOWN_ENTRIES]
    shown_first[-1].hint = WAY_OUT
    raise shown_first[0] if len(shown_first) == 1 else InputErrors(shown_first)
