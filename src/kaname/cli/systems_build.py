"""`python -m kaname.cli.systems_build`: write the lists of systems and of claims as checked JSON.

Idea: YAML is for people, JSON is what commands read; each JSON carries the digest of the YAML that it was made from.
Reads: data/systems.yaml, data/claims.yaml. Writes: data/systems.json, data/claims.json, both or neither.
Source: the five texts named in systems.yaml.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from kaname.core.errors import Findings, InputError, unknown_name
from kaname.core.hashing import file_digest

DATA = Path(__file__).resolve().parents[1] / "data"
OWN_HYPOTHESES = "kaname"
"""The source of a claim that no author makes."""


def build(folder: Path = DATA) -> dict[str, str]:
    """File name -> JSON text for both lists; InputError(s) when a row is wrong. Writes nothing."""
    systems = _load(folder / "systems.yaml")
    claims = _load(folder / "claims.yaml")
    findings = Findings()
    _check_systems(systems, findings)
    _check_claims(claims, systems, findings)
    findings.raise_if_any()
    return {
        "systems.json": _text(folder / "systems.yaml", systems),
        "claims.json": _text(folder / "claims.yaml", claims),
    }


def _load(path: Path) -> dict[str, Any]:
    from ruamel.yaml import YAML

    content = YAML(typ="safe", pure=True).load(path)
    if not isinstance(content, dict):
        raise InputError("this is not a mapping", file=path.name)
    return content


def _text(source: Path, content: dict[str, Any]) -> str:
    made = {"files": {source.name: file_digest(source)}, **content}
    return json.dumps(made, indent=1, ensure_ascii=False) + "\n"


def _check_systems(content: dict[str, Any], findings: Findings) -> None:
    file, families = "systems.yaml", _rooms()
    for row in _numbered(content["systems"], "S", file, findings):
        name = str(row["id"])
        if row["family"] not in families:
            findings.add(unknown_name("a room of the model", row["family"], families, file=file, path=name))
        for key in row["from"]:
            if key not in content["sources"]:
                findings.add(unknown_name("a source of this file", key, content["sources"], file=file, path=name))
        if not row.get("name") or not row.get("shows"):
            findings.add(InputError("a system needs a name and what a reader can see of it", file=file, path=name))


def _check_claims(content: dict[str, Any], systems: dict[str, Any], findings: Findings) -> None:
    file, known = "claims.yaml", [row["id"] for row in systems["systems"]]
    for row in _numbered(content["claims"], "C", file, findings):
        name = str(row["id"])
        for key in row["systems"]:
            if key not in known:
                findings.add(unknown_name("a system", key, known, file=file, path=name))
        if row["source"] not in (*systems["sources"], OWN_HYPOTHESES):
            findings.add(unknown_name("a source", row["source"], systems["sources"], file=file, path=name))
        for key in ("claim", "arms", "outcome", "expect"):
            if not row.get(key):
                findings.add(InputError(f"a claim needs {key}", file=file, path=name))


def _numbered(rows: list[dict[str, Any]], letter: str, file: str, findings: Findings) -> list[dict[str, Any]]:
    seen: set[str] = set()
    for row in rows:
        name = str(row["id"])
        if not re.fullmatch(letter + r"\d\d", name) or name in seen:
            findings.add(InputError(f"{name} is not a new number of the form {letter}01", file=file, path=name))
        seen.add(name)
    return rows


def _rooms() -> list[str]:
    model = DATA.parent / "model"
    return sorted(["law", *(p.name for p in model.iterdir() if (p / "__init__.py").exists())])


def write(folder: Path = DATA) -> None:
    """Write both lists beside their sources; nothing is written when either has an error."""
    for name, text in build(folder).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
