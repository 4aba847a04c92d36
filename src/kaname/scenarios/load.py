"""Load a scenario or a bargain by its id (the package's own) or from a user's file.

The package's scenarios and bargains are shipped as JSON made from their YAML (scenario/build.py), with the line numbers
of the YAML and its digests; where a YAML file lies there with another digest, it is read itself. What is loaded is
always checked. A base named by an override is a file beside it or one of the package's: a name, never a path.

Reads: data/scenarios.json, data/bargains.json, data/scenarios/*.yaml, data/bargains/*.yaml, the user's file.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from kaname.core.errors import Findings, InputError, InputErrors, nearest_name, shown, unknown_name
from kaname.core.hashing import file_digest
from kaname.core.safe_yaml import Document, Place, read_yaml
from kaname.core.shipped import shipped_json
from kaname.evidence.load import DATA, Evidence, load_evidence
from kaname.scenarios.bargains import check_bargain
from kaname.scenarios.changed_by import at_their_changes
from kaname.scenarios.check import check_scenario
from kaname.scenarios.overrides import check_override, is_override, merged
from kaname.scenarios.records import Bargain, Scenario

SCENARIOS = "scenarios"
BARGAINS = "bargains"
LONGEST_CHAIN = 5
FORMAT = 1


def load_scenario(name: str | Path, evidence: Evidence | None = None) -> Scenario:
    """Return a checked scenario by id or path; overrides are merged with their base.

    Raises InputError or InputErrors with everything that is wrong.
    """
    document, known = scenario_document(name), evidence or load_evidence()
    own = document_of(name)
    said = own.value
    try:
        scenario = check_scenario(document, known)
    except (InputError, InputErrors) as trouble:
        if not is_override(own):
            raise
        base = scenario_document(base_of(own, _folder(name)))
        raise at_their_changes(trouble, own, base, lambda changed: check_scenario(changed, known)) from None
    _check_bargain_ids(document, scenario, _folder(name))
    if "changes" in said and "start" in said["changes"]:
        return replace(scenario, start_of=said["base"])
    return scenario


def load_bargain(
    name: str | Path,
    evidence: Evidence | None = None,
    folder: Path | None = None,
) -> Bargain:
    """Return a checked bargain by id or path; an id is looked for in the user's folder first, then in the package."""
    document = _document(BARGAINS, name, folder)
    return check_bargain(document, evidence or load_evidence())


def load_file(name: str | Path, evidence: Evidence | None = None) -> Scenario | Bargain:
    """Whatever the file is: a scenario, an override (merged with its base) or a bargain, checked."""
    if _is_bargain(_document(SCENARIOS, name, None)):
        return load_bargain(name, evidence)
    return load_scenario(name, evidence)


def shipped_scenarios() -> tuple[str, ...]:
    """Return the ids of the package's scenarios."""
    return _shipped_ids(SCENARIOS)


def shipped_bargains() -> tuple[str, ...]:
    """Return the ids of the package's bargains."""
    return _shipped_ids(BARGAINS)


def scenario_document(name: str | Path, chain: tuple[str, ...] = ()) -> Document:
    """Return the document of a scenario, merged with its base where it is an override; not yet checked as a
    scenario.
    """
    return with_base(document_of(name), _folder(name), chain)


def document_of(name: str | Path) -> Document:
    """Return what a scenario's file says itself, without its base."""
    return _document(SCENARIOS, name, None)


def with_base(document: Document, folder: Path | None, chain: tuple[str, ...] = ()) -> Document:
    """Return the document merged with its base, and that with its own, if it is an override."""
    if not is_override(document):
        return document
    check_override(document)
    base = document.value["base"]
    if base in chain or len(chain) >= LONGEST_CHAIN:
        text = " > ".join((*chain, base))
        raise document.error(("base",), f"the bases go in a circle or are too many: {text}", found=base)
    return merged(scenario_document(base_of(document, folder), (*chain, base)), document)


def base_of(document: Document, folder: Path | None) -> str | Path:
    """Return the file beside an override that it names as its base, or else the id of a shipped scenario."""
    base = document.value["base"]
    beside = folder / f"{base}.yaml" if folder is not None else None
    if beside is not None and beside.is_file() and beside.as_posix() != Path(document.file).as_posix():
        return beside
    if base in shipped_scenarios():
        return str(base)
    if beside is not None and beside.is_file():
        raise document.error(("base",), f"the file names itself, {shown(base)}, as its base", found=base,
                             allowed=list(shipped_scenarios()), hint="Or name another file beside it.")  # fmt: skip
    raise document.unknown(("base",), "a scenario beside this file or in the package", base, shipped_scenarios())


def document_data(document: Document) -> dict[str, Any]:
    """Return a document as plain data for JSON: its value and its line numbers."""
    lines = [[place.line, *key] for key, place in document.places.items()]
    return {"file": document.file, "value": document.value, "lines": lines}


def document_from(data: dict[str, Any]) -> Document:
    """Return a document from the shipped JSON."""
    places = {tuple(key): Place(data["file"], line) for line, *key in data["lines"]}
    return Document(data["value"], data["file"], places)


def is_path(name: str | Path) -> bool:
    """Return whether a name from the command line means a file rather than an id."""
    return isinstance(name, Path) or "/" in name or "\\" in name or name.endswith((".yaml", ".yml"))


def _is_bargain(document: Document) -> bool:
    said = document.value
    return isinstance(said, dict) and ("adds" in said or "summary" in said) and "actors" not in said


def _folder(name: str | Path) -> Path | None:
    return Path(name).parent if is_path(name) else None


def _document(kind: str, name: str | Path, folder: Path | None) -> Document:
    if is_path(name):
        return read_yaml(name)
    identity = str(name)
    for place in (folder, folder / kind) if folder is not None else ():
        if (place / f"{identity}.yaml").is_file():
            return read_yaml(place / f"{identity}.yaml")
    return _shipped_document(kind, identity)


def _shipped_document(kind: str, identity: str) -> Document:
    known = _shipped_ids(kind)
    if identity not in known:
        message = f"{shown(identity)} is not a {kind[:-1]} of this package"
        hint = f"A file of your own is named with its ending: {shown(identity)}.yaml."
        raise InputError(message, found=identity, allowed=list(known) or None, nearest=nearest_name(identity, known),
                         hint=hint)  # fmt: skip
    shipped = _shipped(kind)
    path = DATA / kind / f"{identity}.yaml"
    name = f"{kind}/{identity}.yaml"
    if identity in shipped.get("documents", {}) and (
        not path.is_file() or file_digest(path) == shipped["files"].get(name)
    ):
        return document_from(shipped["documents"][identity])
    return read_yaml(path, name=name)


def _shipped_ids(kind: str) -> tuple[str, ...]:
    in_yaml = {path.stem for path in (DATA / kind).glob("*.yaml")}
    return tuple(sorted(in_yaml or _shipped(kind).get("documents", {})))


def _shipped(kind: str) -> dict[str, Any]:
    path = DATA / f"{kind}.json"
    data = shipped_json(path) if path.is_file() else {}
    return data if data.get("format") == FORMAT else {}


def _check_bargain_ids(document: Document, scenario: Scenario, folder: Path | None) -> None:
    findings = Findings()
    known = shipped_bargains()
    for place, identity in enumerate(scenario.bargains):
        beside = [inside / f"{identity}.yaml" for inside in ((folder, folder / BARGAINS) if folder is not None else ())]
        if identity not in known and not any(path.is_file() for path in beside):
            at = document.place(("bargains", place))
            findings.add(unknown_name("a bargain beside this file or in the package", identity, known, file=at.file,
                                      line=at.line, path=f"bargains[{place}]"))  # fmt: skip
    findings.raise_if_any()
