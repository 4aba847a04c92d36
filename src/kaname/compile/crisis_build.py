"""Make the shipped games of crises: data/crisis/*.yaml through the guard into data/crisis.json.

Run by `make data` as `python -m kaname.compile.crisis_build`. The trees of every game are built once, so that a wrong
word is reported here and not in a run.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from kaname.core.hashing import file_digests
from kaname.core.safe_yaml import read_yaml
from kaname.evidence.build import json_text, ship
from kaname.model.crisis.tree import game_forms

DATA = Path(__file__).resolve().parents[1] / "data"
FOLDER = DATA / "crisis"
SHIPPED = DATA / "crisis.json"


def crisis_json() -> str:
    """Return the text of data/crisis.json for the YAML as it is now."""
    grammar = read_yaml(FOLDER / "grammar.yaml").value
    games: dict[str, Any] = {}
    for path in sorted(FOLDER.glob("games.*.yaml")):
        games |= read_yaml(path).value["games"]
    game_forms(grammar, list(games.values()))
    files = {f"crisis/{name}": digest for name, digest in file_digests(FOLDER, sorted(FOLDER.glob("*.yaml"))).items()}
    return json_text({"format": 1, "files": files, "grammar": grammar, "games": games})


def main() -> int:
    """Write data/crisis.json."""
    return ship(SHIPPED, crisis_json)


if __name__ == "__main__":
    sys.exit(main())
