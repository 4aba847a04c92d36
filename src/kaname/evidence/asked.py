"""Records that were asked for: what of them was found in a readable text, and what was not.

Reads: data/records/asked.yaml, or a file of the same form. Writes: nothing. Errors: InputErrors with file and line for
a figure or a list that does not exist, and for a record that nobody asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kaname.core.errors import Findings
from kaname.core.safe_yaml import read_yaml
from kaname.core.schema import ListOf, Record, Text
from kaname.evidence.crises import load_crises
from kaname.evidence.load import DATA, load_evidence

SHIPPED = DATA / "records" / "asked.yaml"
OF_RECORDS = ("record.", "observed.")
_ASKED = Record(
    "a record asked for",
    needs={"what": Text(words=2), "missing": Text(words=2)},
    may={"have": ListOf(Text(), least=1), "lists": ListOf(Text(), least=1)},
)
FILE = Record("a file of records asked for", needs={"asked": ListOf(_ASKED, least=1)})


@dataclass(frozen=True)
class Asked:
    """What was asked for, the figures and lists that hold what was found, and what was not found."""

    what: str
    figures: tuple[str, ...]
    lists: tuple[str, ...]
    missing: str


def load_asked(path: Path = SHIPPED) -> tuple[Asked, ...]:
    """Return the records asked for, in written order; every figure of a record stands in one of them."""
    document = read_yaml(path)
    findings = Findings()
    FILE.check(document, (), document.value, findings)
    findings.raise_if_any()
    figures = [name for name in load_evidence().figures if name.startswith(OF_RECORDS)]
    lists = [listed.name for listed in load_crises()]
    entries: Any = document.value["asked"]
    named: set[str] = set()
    for place, entry in enumerate(entries):
        for kind, known in (("have", figures), ("lists", lists)):
            for number, name in enumerate(entry.get(kind, ())):
                named.add(name)
                if name not in known:
                    fault = document.error(
                        ("asked", place, kind, number), f"no record is called {name}", found=name, allowed=known
                    )
                    findings.add(fault)
    for name in figures:
        if name not in named:
            hint = "Name it in `have` of what it was read for."
            findings.add(document.error(("asked",), f"nobody asked for the record {name}", found=name, hint=hint))
    findings.raise_if_any()
    return tuple(
        Asked(entry["what"], tuple(entry.get("have", ())), tuple(entry.get("lists", ())), entry["missing"])
        for entry in entries
    )
