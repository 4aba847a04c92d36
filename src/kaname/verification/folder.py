"""A run's folder held against the page of the format: manifest, seal, key, digests, spans, then rows and summary.

Idea: nothing here is imported from the rooms that write or use runs (a contract of the import floors says so), so that
a slip in the writer is not repeated by its checker. A fault is noted and the rest is still looked at, as far as it can
be. Reads: every file that the manifest lists. Writes: nothing. Errors: none for a damaged run; OSError of the disk.
Source: docs/reference/dataset.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kaname.verification.findings import Checked
from kaname.verification.plain import data_of, digest_of, key_of, lies_inside, seal_fits
from kaname.verification.rows import check_part
from kaname.verification.spans import check_spans
from kaname.verification.summary import check_summary

MANIFEST = "manifest.json"
FORMAT = 2
NEEDED = {
    "format": int, "key": str, "command": str, "inputs": dict, "chunk": int, "makers": list, "columns": dict,
    "complete": bool, "files": dict, "chunks": list, "described": dict, "sha256": str,
}  # fmt: skip
KINDS = {"file": "sha256", "yearly": "yearly_sha256", "sampled": "sampled_sha256"}
FOLDERS = ("outcomes", "yearly", "sampled", "checks")


def check_folder(folder: Path) -> Checked:
    """Return what is wrong with a run's folder, and how much of it was looked at."""
    checked = Checked()
    manifest = _manifest(folder, checked)
    if manifest is None:
        return checked
    checked.key = manifest["key"]
    _check_head(manifest, checked)
    sound = _check_files(folder, manifest, checked)
    _check_unlisted(folder, manifest, checked)
    check_spans(manifest, checked)
    for part, kinds in sound:
        check_part(folder, manifest, part, kinds, checked)
    if not checked.faults and manifest["complete"]:
        check_summary(folder, manifest, checked)
    return checked


def _manifest(folder: Path, checked: Checked) -> dict[str, Any] | None:
    try:
        text = (folder / MANIFEST).read_bytes()
        data = data_of(text)
    except OSError as trouble:
        checked.wrong(MANIFEST, f"cannot be read: {trouble.strerror}")
        return None
    except ValueError as trouble:
        checked.wrong(MANIFEST, f"is no JSON of a manifest: {trouble}")
        return None
    lacking = [name for name, kind in NEEDED.items() if not isinstance(data, dict) or type(data.get(name)) is not kind]
    if lacking:
        checked.wrong(MANIFEST, f"lacks, or has in another form: {', '.join(lacking)}")
        return None
    if data["format"] != FORMAT:
        checked.wrong(MANIFEST, f"has format {data['format']}; this check knows format {FORMAT}")
        return None
    if not seal_fits(text):
        checked.wrong(MANIFEST, "its last entry is not the SHA-256 of what stands before it")
    return dict(data)


def _check_head(manifest: Mapping[str, Any], checked: Checked) -> None:
    checked.files += 1
    key = key_of(manifest["inputs"])
    if key != manifest["key"]:
        checked.wrong(MANIFEST, f"key is {manifest['key']}, and the inputs give {key}")
    if not manifest["complete"]:
        checked.wrong(MANIFEST, "the run is not finished (complete is false)")
    places = len(manifest["makers"])
    for part in _parts(manifest):
        if not 0 <= part.get("made_by", -1) < places:
            checked.wrong(MANIFEST, f"{part.get('file')} was made by no entry of makers")


def _parts(manifest: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [part for name in ("chunks", "checks") for part in manifest.get(name, []) if isinstance(part, dict)]


def _listed(manifest: Mapping[str, Any]) -> list[tuple[str, str]]:
    """(file, digest) of everything that is listed."""
    singles = [manifest[name] for name in ("described", "summary") if isinstance(manifest.get(name), dict)]
    found = [(single.get("file", ""), single.get("sha256", "")) for single in singles]
    for part in _parts(manifest):
        found += [(part[kind], part.get(entry, "")) for kind, entry in KINDS.items() if kind in part]
    return found


def _check_files(folder: Path, manifest: Mapping[str, Any], checked: Checked) -> list[tuple[dict[str, Any], list[str]]]:
    """Look at every listed file; the parts with those kinds of their files that are as listed."""
    sound: set[str] = set()
    names: set[str] = set()
    for name, digest in _listed(manifest):
        if not lies_inside(name):
            checked.wrong(MANIFEST, f"lists {name!r}, which is no path inside the folder")
        elif name in names:
            checked.wrong(MANIFEST, f"lists {name} twice")
        elif not (folder / name).is_file():
            checked.wrong(name, "is listed and not there")
        elif digest_of(folder / name) != digest:
            checked.wrong(name, "has another SHA-256 than is listed")
        else:
            sound.add(name)
        names.add(str(name))
    checked.files += len(names)
    return [(part, [kind for kind in KINDS if part.get(kind) in sound]) for part in _parts(manifest)]


def _check_unlisted(folder: Path, manifest: Mapping[str, Any], checked: Checked) -> None:
    names = {name for name, _ in _listed(manifest)}
    for kind in FOLDERS:
        for file in sorted((folder / kind).rglob("*.parquet")):
            name = file.relative_to(folder).as_posix()
            if name not in names and not file.name.startswith("."):
                checked.notes.append(f"{name} is not listed, so it is no part of the run")
