"""`python -m kaname.cli.systems_build`: write the list of systems as checked JSON.

Idea: YAML is for people, JSON is what commands read; the JSON carries the digest of the YAML that it was made from.
Reads: data/systems.yaml. Writes: data/systems.json.
Source: the five texts named in systems.yaml.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from kaname.cli.json_text import json_text
from kaname.core.errors import Findings, InputError, unknown_name
from kaname.core.hashing import file_digest

DATA = Path(__file__).resolve().parents[1] / "data"


def build(folder: Path = DATA) -> dict[str, str]:
    """File name -> JSON text of the list; InputError(s) when a row is wrong. Writes nothing."""
    systems = _load(folder / "systems.yaml")
    findings = Findings()
    _check_systems(systems, findings)
    findings.raise_if_any()
    return {"systems.json": _text(folder / "systems.yaml", systems)}


def _load(path: Path) -> dict[str, Any]:
    from ruamel.yaml import YAML

    content = YAML(typ="safe", pure=True).load(path)
    if not isinstance(content, dict):
        raise InputError("this is not a mapping", file=path.name)
    return content


def _text(source: Path, content: dict[str, Any]) -> str:
    made = {"files": {source.name: file_digest(source)}, **content}
    return json_text(made) + "\n"


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
    """Write the list beside its source; nothing is written when it has an error."""
    for name, text in build(folder).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
