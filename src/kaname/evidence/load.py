"""All evidence: figures and sources from the package's data or from a user's own files.

Idea: YAML is the source and is read through the guard; the package ships the same as one checked JSON with the digests
of the YAML files it was made from, which loads in milliseconds. Where a YAML file lies beside the JSON and no longer
has the digest that the JSON names (an edit, a new file), the YAML is read and the edit takes effect.

Reads: data/evidence.json, data/evidence/*.yaml, the user's files. Writes: nothing. Errors: InputError, InputErrors.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from kaname.core.errors import Findings, InputError, unknown_name
from kaname.core.hashing import file_digest, file_digests, json_digest
from kaname.core.safe_yaml import Document, read_yaml
from kaname.core.shipped import Signature, shipped_json, signature
from kaname.core.tried_hints import check_and_try
from kaname.evidence.check import check_figure, check_source
from kaname.evidence.figures import Figure, Source, figure_from, source_from
from kaname.evidence.format import FIGURE_FILE, FIGURE_ID, SOURCE_FILE

DATA = Path(__file__).resolve().parent.parent / "data"
FOLDER = DATA / "evidence"
SHIPPED = DATA / "evidence.json"
SOURCES_STEM = "sources"
FORMAT = 1
STEM = r"[a-z][a-z0-9_.-]{0,79}"


@dataclass(frozen=True)
class Evidence:
    """Every figure and source by its id, and the digest of the files they came from."""

    figures: dict[str, Figure]
    sources: dict[str, Source]
    files: dict[str, str] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """Return one SHA-256 for all files of this evidence, by names and contents; the folder does not matter."""
        return json_digest(sorted([Path(name).name, digest] for name, digest in self.files.items()))

    def figure(self, identity: str) -> Figure:
        """Return the figure of that id; InputError with the nearest id otherwise."""
        if identity not in self.figures:
            raise unknown_name("the id of a figure in the evidence", identity, sorted(self.figures))
        return self.figures[identity]


def load_evidence(paths: Sequence[Path | str] | None = None) -> Evidence:
    """Return the package's evidence; with paths, also that of the user's own files, whose figures may cite shipped
    sources.

    A folder stands for the YAML files in it. Raises InputError(s) that name file, line and path.
    """
    shipped = _shipped()
    return shipped if not paths else read_evidence(paths, beside=shipped)


def read_evidence(paths: Iterable[Path | str], *, beside: Evidence | None = None) -> Evidence:
    """Evidence from YAML files and folders alone, or beside evidence that is already loaded."""
    files = _yaml_files(paths)
    documents = [read_yaml(file, name=_told(file)) for file in files]
    known = beside or Evidence({}, {}, {})
    figures, sources = _taken(documents, known)
    digests = {_told(file): file_digest(file) for file in files}
    return Evidence(figures, sources, {**known.files, **digests})


def _taken(documents: Sequence[Document], known: Evidence) -> tuple[dict[str, Figure], dict[str, Source]]:
    """Return figures and sources of the documents beside those known; one file alone has its offers tried."""
    if len(documents) == 1:
        return check_and_try(documents[0], lambda changed: _all_taken([changed], known))
    return _all_taken(documents, known)


def _all_taken(documents: Sequence[Document], known: Evidence) -> tuple[dict[str, Figure], dict[str, Source]]:
    findings = Findings()
    sources, figures = dict(known.sources), dict(known.figures)
    for document in documents:
        _take_sources(document, sources, findings)
    for document in documents:
        _take_figures(document, figures, sources, findings)
    findings.raise_if_any()
    return figures, sources


def evidence_data(evidence: Evidence) -> dict[str, Any]:
    """Return the evidence as plain data for JSON; `evidence_from` reads it back."""
    sources = {key: {name: entry for name, entry in vars(source).items() if entry is not None and name != "key"}
               for key, source in evidence.sources.items()}  # fmt: skip
    figures = {name: figure.as_data() for name, figure in evidence.figures.items()}
    return {"format": FORMAT, "files": evidence.files, "sources": sources, "figures": figures}


def evidence_from(data: dict[str, Any]) -> Evidence:
    """Evidence from the shipped JSON, which was checked when it was made."""
    return Evidence(
        figures={name: figure_from(name, entry) for name, entry in data["figures"].items()},
        sources={key: source_from(key, entry) for key, entry in data["sources"].items()},
        files=data["files"],
    )


def shipped_yaml_digests() -> dict[str, str]:
    """Digests of the package's evidence YAML as it lies there now, by the name that errors use."""
    return {f"evidence/{name}": digest for name, digest in file_digests(FOLDER, sorted(FOLDER.glob("*.yaml"))).items()}


def read_shipped_yaml() -> Evidence:
    """Return the package's evidence from its YAML files, through the guard."""
    return read_evidence([FOLDER])


def _shipped() -> Evidence:
    files = sorted(FOLDER.glob("*.yaml"))
    return _shipped_as(signature([SHIPPED, *files] if SHIPPED.is_file() else files))


@lru_cache(maxsize=1)
def _shipped_as(files: Signature) -> Evidence:
    """Return the package's evidence, read once while its files (named in `files`) stay as they are."""
    if not SHIPPED.is_file():
        return read_shipped_yaml()
    data = shipped_json(SHIPPED, "format", "files", "figures", "sources")
    now = shipped_yaml_digests()
    if data["format"] != FORMAT or (now and now != data["files"]):
        return read_shipped_yaml()
    return evidence_from(data)


def _yaml_files(paths: Iterable[Path | str]) -> list[Path]:
    files: list[Path] = []
    for path in map(Path, paths):
        files += sorted(path.glob("*.yaml")) if path.is_dir() else [path]
    for file in files:
        if not re.fullmatch(STEM, file.stem):
            message, hint = "an evidence file is named after its mechanism", "For example economy.growth.yaml."
            allowed = "lower-case letters, digits, . _ -"
            raise InputError(message, file=_told(file), found=file.stem, allowed=allowed, hint=hint)
    return files


def _told(file: Path) -> str:
    """Return how errors and digests name a file: the package's own from its data folder on, others as they were
    given.
    """
    try:
        return file.resolve().relative_to(DATA).as_posix()
    except (ValueError, OSError):
        return file.as_posix()


def _holds_sources(document: Document) -> bool:
    """sources.yaml is a mapping of sources itself; any other file may have a section `sources`."""
    return Path(document.file).stem == SOURCES_STEM


def _take_sources(document: Document, sources: dict[str, Source], findings: Findings) -> None:
    only_sources = _holds_sources(document)
    shape = SOURCE_FILE if only_sources else FIGURE_FILE
    if not isinstance(document.value, dict):
        shape.check(document, (), document.value, findings)
        return
    above = () if only_sources else ("sources",)
    said = document.value if only_sources else document.value.get("sources")
    for key, entry in said.items() if isinstance(said, dict) else ():
        place = (*above, key)
        if key in sources:
            findings.add(document.error(place, "there is already a source of this key", found=key))
        elif check_source(document, place, entry, findings):
            sources[key] = source_from(key, entry)


def _take_figures(
    document: Document, figures: dict[str, Figure], sources: dict[str, Source], findings: Findings
) -> None:
    if _holds_sources(document) or not isinstance(document.value, dict):
        return
    top = {name: ({} if name in ("figures", "sources") and isinstance(entry, dict) else entry)
           for name, entry in document.value.items()}  # fmt: skip
    FIGURE_FILE.check(document, (), top, findings)
    said = document.value.get("figures")
    for name, entry in said.items() if isinstance(said, dict) else ():
        place = ("figures", name)
        if not re.fullmatch(FIGURE_ID, name):
            findings.add(document.error(place, "is not the id of a figure", found=name, allowed="words_like_this"))
        elif name in figures:
            first = figures[name]
            findings.add(document.error(place, f"this id is already in {first.file}:{first.line}", found=name))
        elif check_figure(document, place, entry, sources, findings):
            at = document.place(place)
            figures[name] = figure_from(name, {**entry, "file": at.file, "line": at.line})
