"""Make the shipped evidence: data/evidence/*.yaml through the guard and all checks into data/evidence.json.

Run by `make data` as `python -m kaname.evidence.build`. The file is written aside and renamed, so it is whole or not
there; it is the same to the byte for the same YAML.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kaname.core.errors import EXIT_BAD_INPUT, EXIT_DONE, KanameError
from kaname.core.whole_files import write_whole
from kaname.evidence.load import SHIPPED, evidence_data, read_shipped_yaml


def json_text(data: Any) -> str:
    """Return the JSON as it is shipped: keys in file order, one entry of the second level in a line, ends with a line
    feed.
    """
    lines = []
    for name, entry in data.items():
        if isinstance(entry, dict) and entry:
            inner = ",\n".join(f"  {_compact(word)}: {_compact(value)}" for word, value in entry.items())
            lines.append(f" {_compact(name)}: {{\n{inner}\n }}")
        else:
            lines.append(f" {_compact(name)}: {_compact(entry)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def evidence_json() -> str:
    """Return the text of data/evidence.json for the YAML as it is now."""
    return json_text(evidence_data(read_shipped_yaml()))


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def ship(path: Path, make: Callable[[], str]) -> int:
    """Write what `make` says to `path`; 2 and the errors on stderr when the YAML it is made from is not right."""
    try:
        text = make()
    except KanameError as trouble:
        print(trouble, file=sys.stderr)
        return EXIT_BAD_INPUT
    write_whole(path, text)
    print(f"{path.name}: {len(text):,} characters")
    return EXIT_DONE


def main() -> int:
    """Write data/evidence.json."""
    return ship(SHIPPED, evidence_json)


if __name__ == "__main__":
    sys.exit(main())
