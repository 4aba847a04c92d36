"""The shape of the law's sources: which tables a file holds, and what each entry of a table needs.

Idea: a source of another shape is reported with its file and place before anything is built from it. What is wrong
inside a deeper value is reported without its place, never as a traceback.

Reads: the values of the YAML sources. Writes nothing. Raises InputError(s).
Source: the shapes are documented in docs/reference/law.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from kaname.core.errors import Findings, InputError, shown

BOTH = ("en", "ja")
HELD: Mapping[str, Mapping[str, type]] = {
    "bodies": {"bodies": dict, "states": dict},
    "instruments": {"instruments": dict},
    "facts": {"facts": dict, "contradictions": list},
    "questions": {"questions": dict},
    "regimes": {"regimes": list, "events": list, "first_event": dict},
    "paths": {"paths": dict},
    "latencies": {"latencies": dict},
    "moves": {"stages": dict, "stage_by_date": list, "delays": dict, "moves": dict},
    "contingencies": {"contingencies": dict},
}
NEEDED: Mapping[str, Mapping[str, type]] = {
    "bodies": dict.fromkeys(BOTH, str),
    "states": dict.fromkeys(BOTH, str),
    "instruments": dict.fromkeys(BOTH, str),
    "facts": dict.fromkeys((*BOTH, "found_by"), str),
    "questions": dict.fromkeys((*BOTH, "kind", "state", "agency", "decides", "track"), str),
    "paths": {**dict.fromkeys(BOTH, str), "steps": list},
    "latencies": {**dict.fromkeys(BOTH, str), "versions": list},
    "contingencies": {"facts": dict},
}
WORDS: Mapping[type, str] = {dict: "a mapping", list: "a list", str: "a text"}


def check_source(name: str, value: Any) -> None:
    """Raise InputError(s) where a source does not hold its tables, or an entry not what it needs."""
    wrong = Findings()
    for table, kind in HELD.get(name, {}).items():
        found = value.get(table) if isinstance(value, Mapping) else None
        if not isinstance(found, kind):
            wrong.add(_another(name, table, found, kind))
        elif table in NEEDED and isinstance(found, Mapping):
            _check_entries(name, table, found, wrong)
    wrong.raise_if_any()


def _check_entries(name: str, table: str, entries: Mapping[str, Any], wrong: Findings) -> None:
    for entry, fields in entries.items():
        if not isinstance(entry, str) or not isinstance(fields, Mapping):
            wrong.add(_another(name, f"{table}.{entry}", fields, dict))
            continue
        for field, kind in NEEDED[table].items():
            if not isinstance(fields.get(field), kind):
                wrong.add(_another(name, f"{table}.{entry}.{field}", fields.get(field), kind))
        values = fields.get("values")
        if table == "facts" and not fields.get("number") and not (isinstance(values, list) and values):
            wrong.add(_another(name, f"{table}.{entry}.values", values, list))


def _another(name: str, path: str, found: Any, kind: type) -> InputError:
    text = "it is missing" if found is None else f"{shown(found)} stands there"
    return InputError(f"{WORDS[kind]} is needed here and {text}", file=f"{name}.yaml", path=shown(path), found=found)


@contextmanager
def told_as_input() -> Iterator[None]:
    """Tell a value of another kind deep inside the sources as bad input."""
    try:
        yield
    except KeyError as trouble:
        raise InputError(f"{shown(str(trouble))} is missing in the sources of the law", hint=HINT) from None
    except (TypeError, AttributeError, ValueError, IndexError) as trouble:
        told = shown(str(trouble) or type(trouble).__name__)
        raise InputError(f"a value in the sources of the law is of another kind: {told}", hint=HINT) from None


HINT = "Compare the file that was changed with docs/reference/law.md"
