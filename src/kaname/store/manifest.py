"""The manifest of a run: what was run, on what, by whom, and the digest of every file; what it does not list is not.

Idea: one typed record, read through one form (store.form) and written whole. What only describes (figures, sources,
the model in words) lies in `described.json`, written once; the manifest itself is short, since it is written again as
chunks are finished. `files` holds the text of the user's own files, so that a run can move and still be repeated.
A manifest of format 1 holds all in itself and no makers: its versions and machine stand for all of its chunks.
Reads: manifest.json, described.json. Writes: both. Errors: InputError that says which file or entry, and a way out.
Source: docs/reference/dataset.md.
"""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from kaname.core.errors import InputError
from kaname.core.hashing import bytes_digest, file_digest
from kaname.store.durable import anchored, settled, write_bytes
from kaname.store.form import WAY_OUT, checked, key_of
from kaname.store.objects import address_of
from kaname.store.seal import seal_holds, sealed
from kaname.store.spans import Span

FORMAT = 2
NAME, DESCRIBED, SUMMARY = "manifest.json", "described.json", "summary.json"
KINDS = {"file": "sha256", "yearly": "yearly_sha256", "sampled": "sampled_sha256"}
"""Kinds of files of a chunk -> the entry that holds the digest."""
PLACE = ("arm", "bargain", "first", "last")


@dataclass(frozen=True)
class Chunk:
    """A span that is there: its files as they are named in the folder, by kind, their digests, and its maker."""

    span: Span
    files: Mapping[str, str]
    digests: Mapping[str, str]
    made_by: int = 0

    def as_data(self) -> dict[str, Any]:
        """Return the chunk as it stands in the manifest."""
        span = self.span
        arm = {"arm": span.arm} if span.arm else {}
        named = {entry: said for kind in self.files for entry, said in
                 ((kind, self.files[kind]), (KINDS[kind], self.digests[kind]))}  # fmt: skip
        return {**arm, "bargain": span.bargain, "first": span.first, "last": span.last, **named,
                "made_by": self.made_by}  # fmt: skip


def chunk_from(data: Mapping[str, Any]) -> Chunk:
    """Return the chunk of a manifest's entry."""
    kinds = [kind for kind in KINDS if kind in data]
    span = Span(data["bargain"], data["first"], data["last"], data.get("arm", ""))
    digests = {kind: data[KINDS[kind]] for kind in kinds}
    return Chunk(span, {kind: data[kind] for kind in kinds}, digests, data.get("made_by", 0))


@dataclass(frozen=True)
class Maker:
    """Versions of the packages that the numbers depend on, and the machine."""

    versions: Mapping[str, str]
    machine: Mapping[str, Any]

    def as_data(self) -> dict[str, Any]:
        return {"versions": dict(self.versions), "machine": dict(self.machine)}


@dataclass
class Manifest:
    """Content of manifest.json; chunks by the file of their rows, those of arms with the arm's name.

    chunk: futures in a part; makers: who made parts, the first first; files: the user's own files, name -> text;
    summary: digest of summary.json, empty until it is written; written: is called after each writing.
    """

    folder: Path
    inputs: dict[str, Any]
    columns: dict[str, str]
    command: str
    chunk: int
    makers: list[Maker]
    described: dict[str, Any] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    chunks: dict[str, Chunk] = field(default_factory=dict)
    complete: bool = False
    levelled: dict[str, Any] | None = None
    summary: str = ""
    format: int = FORMAT
    listed_key: str = ""
    fork: dict[str, Any] | None = None
    written: Callable[[Manifest], None] = lambda manifest: None
    _new: list[str] = field(default_factory=list)

    @property
    def key(self) -> str:
        """Return the digest of the inputs, which names the run."""
        return key_of(self.inputs)

    @property
    def path(self) -> Path:
        return self.folder / NAME

    @property
    def bargains(self) -> list[str]:
        return list(self.inputs["bargains"])

    def write(self) -> None:
        """Write the whole manifest, an entry in a line, and before the first time what describes the run."""
        described = self._describe
        self._settle()
        write_bytes(self.path, self.text(described).encode("utf-8"), lasting=True)
        self.written(self)

    def text(self, described: str) -> str:
        """Return the manifest as it is written. described: the digest of what describes the run."""
        lines = {**self.as_data(), "described": {"file": DESCRIBED, "sha256": described}}
        return sealed(_line(name, line) for name, line in lines.items())

    def _settle(self) -> None:
        """Bring new chunks to the disk before they are listed; one for which that fails is no chunk of the run."""
        new = [name for name in self._new if name in self.chunks]
        try:
            settled(self.folder / file for name in new for file in self.chunks[name].files.values())
        except OSError:
            for name in new:
                del self.chunks[name]
            raise
        finally:
            self._new.clear()

    def as_data(self) -> dict[str, Any]:
        """Return the manifest as plain data, in the order in which it is written, without what describes the run."""
        ordered = self.ordered()
        may = {
            "checks": [chunk.as_data() for chunk in ordered if chunk.span.arm],
            "levelled": self.levelled,
            "fork": self.fork,
            "summary": {"file": SUMMARY, "sha256": self.summary} if self.summary else None,
        }
        return {
            "format": self.format, "key": self.key, "command": self.command, "inputs": self.inputs,
            "chunk": self.chunk, "makers": [maker.as_data() for maker in self.makers], "columns": self.columns,
            "complete": self.complete, "files": self.files,
            "chunks": [chunk.as_data() for chunk in ordered if not chunk.span.arm],
            **{name: said for name, said in may.items() if said},
        }  # fmt: skip

    @cached_property
    def _describe(self) -> str:
        text = json.dumps(self.described, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n"
        write_bytes(self.folder / DESCRIBED, text.encode("utf-8"), lasting=True)
        anchored(self.folder)
        return bytes_digest(text.encode("utf-8"))

    def ordered(self) -> list[Chunk]:
        """Return the chunks by arm, bargain and futures; those of the run itself first."""
        places = {bargain: place for place, bargain in enumerate(self.bargains)}
        return sorted(
            self.chunks.values(),
            key=lambda c: (c.span.arm, places.get(c.span.bargain, len(places)), c.span.bargain, c.span.first),
        )

    def has(self, span: Span) -> bool:
        return span.file in self.chunks

    def add(self, chunk: Chunk) -> None:
        self.chunks[chunk.span.file] = chunk
        self._new.append(chunk.span.file)

    def of(self, bargain: str, arm: str = "") -> list[Chunk]:
        """Chunks of a bargain in the order of the futures, in the run itself or in an arm."""
        mine = (c for c in self.chunks.values() if c.span.arm == arm and c.span.bargain == bargain)
        return sorted(mine, key=lambda c: c.span.first)

    def paths(self, bargain: str, kind: str = "file", arm: str = "") -> list[Path]:
        """Files of a kind of a bargain in the order of the futures."""
        return [self.folder / c.files[kind] for c in self.of(bargain, arm) if kind in c.files]

    def unlisted(self, wanted: Iterable[Span]) -> list[str]:
        """Spans that are needed and not listed, and those listed and not needed, in words."""
        spans = {span.file: span for span in wanted}
        lacking = [f"{name} is not listed" for name in spans if name not in self.chunks]
        return lacking + [f"{name} is listed and not asked for" for name in self.chunks if name not in spans]

    def damaged(self) -> list[str]:
        """Listed files that are not there, or have another digest than is listed."""
        pairs = ((c.files[kind], c.digests[kind]) for c in self.chunks.values() for kind in c.files)
        return [name for name, digest in pairs if not sound(self.folder / name, digest)]

    @property
    def way_out(self) -> str:
        """Return what mends a run with a sound manifest and a damaged file."""
        words = self.command.split()
        away = "--out" in words[:-1] and bool(address_of(words[words.index("--out") + 1]))
        return f"The same command makes it again: {self.command if away else self.command_into(self.folder)}"

    def command_into(self, folder: Path | str) -> str:
        """Return the command of the run with another folder to write into."""
        try:
            words = shlex.split(self.command)
        except ValueError:
            return self.command
        if "--out" in words:
            place = words.index("--out")
            del words[place : place + 2]
        return shlex.join([*words, "--out", str(folder)])

    def require_whole(self) -> None:
        """Raise InputError where a bargain of the inputs lacks futures, or key and inputs disagree."""
        self.require_key()
        for bargain in self.bargains:
            reached = 0
            for chunk in self.of(bargain):
                if chunk.span.first != reached:
                    break
                reached = chunk.span.last + 1
            if reached != self.inputs["futures"]:
                raise InputError(f"no part of {bargain} is listed for the futures from {reached} on",
                                 file=str(self.path), path="chunks", hint=self.way_out)  # fmt: skip

    def require_key(self) -> None:
        """Raise InputError where the key is not that of the inputs: one of the two was changed by hand."""
        if self.listed_key and self.listed_key != self.key:
            raise InputError(
                f"key and inputs disagree: {self.listed_key} is listed, and the inputs give {self.key}",
                file=str(self.path), path="key",
                hint="One of the two was edited. Run its command again into a new folder.",
            )  # fmt: skip


def _line(name: str, said: Any) -> str:
    if name in ("chunks", "checks") and said:
        return f'"{name}": [\n' + ",\n".join(_compact(one) for one in said) + "\n]"
    return f'"{name}": {_compact(said)}'


def _compact(said: Any) -> str:
    return json.dumps(said, ensure_ascii=False, allow_nan=False)


def sound(path: Path, digest: str) -> bool:
    """Return whether a file is there with the listed digest."""
    return path.is_file() and file_digest(path) == digest


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of a finished or unfinished run, of either format; InputError says what cannot be read."""
    path = Path(folder) / NAME
    data = checked(_json(path, "Name the folder of a run."), str(path))
    first = data["format"] == 1
    if not first and not seal_holds(_text(path)):
        raise InputError("its last entry, the SHA-256 of the rest, does not fit the rest", file=str(path),
                         path="sha256", hint=WAY_OUT)  # fmt: skip
    chunks = [chunk_from(entry) for entry in (*data["chunks"], *data.get("checks", []))]
    return Manifest(
        Path(folder), data["inputs"], data["columns"], data["command"],
        chunk=int(data["inputs"].get("chunk", 1)) if first else data["chunk"],
        makers=[Maker(data["versions"], data["machine"])] if first else
               [Maker(maker["versions"], maker["machine"]) for maker in data["makers"]],
        described=data if first else _described(Path(folder), data["described"]),
        files=data.get("files", {}), chunks={chunk.span.file: chunk for chunk in chunks}, complete=data["complete"],
        levelled=data.get("levelled"), summary=data.get("summary", {}).get("sha256", ""), format=data["format"],
        listed_key=data["key"], fork=data.get("fork"),
    )  # fmt: skip


def _described(folder: Path, data: Mapping[str, str]) -> dict[str, Any]:
    path = folder / data["file"]
    if not sound(path, data["sha256"]):
        raise InputError(f"{data['file']} is not as the manifest lists it", file=str(path),
                         hint="The same compare command makes it again.")  # fmt: skip
    return dict(_json(path, ""))


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def _json(path: Path, hint: str) -> Any:
    try:
        return json.loads(_text(path))
    except OSError:
        raise InputError("no readable manifest of a run", file=str(path), hint=hint or None) from None
    except ValueError:
        raise InputError("it is damaged, and nothing else says what the folder holds", file=str(path),
                         hint="Take it from a copy, or run the command again into a new folder.") from None  # fmt: skip
