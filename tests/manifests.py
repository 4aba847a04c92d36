"""The manifest of a run, edited as a careful person would: with its seal set again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kaname.store.seal import sealed


def put_manifest(folder: Path, said: dict[str, Any]) -> None:
    """Write a manifest's data into a folder."""
    lines = [f"{json.dumps(name)}: {json.dumps(entry)}" for name, entry in said.items() if name != "sha256"]
    (folder / "manifest.json").write_text(sealed(lines), encoding="utf-8")
