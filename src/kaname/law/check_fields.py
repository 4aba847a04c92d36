"""Fields of the law's tables: nothing stands in a table that the table does not know.

Idea: in YAML an unquoted comma inside braces cuts a sentence in two and makes the rest a field of its own. Such a
stray field is reported, so that no name or reason is shown cut; and so is what a step must say and does not.

Reads: the data of a law book. Writes nothing.
Source: this project's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kaname.core.errors import nearest_name, shown

TABLES: Mapping[str, frozenset[str]] = {
    "bodies": frozenset({"state", "en", "ja"}),
    "states": frozenset({"en", "ja"}),
    "instruments": frozenset("also amended before certainty chapters en form from ja kind number until".split()),
    "facts": frozenset("alone en finding found_by ja judged number open several subject values".split()),
    "questions": frozenset("agency decides en ja kind state track".split()),
    "tracks": frozenset({"en", "ja"}),
    "paths": frozenset({"en", "ja", "steps"}),
    "latencies": frozenset({"en", "ja", "versions"}),
    "contingencies": frozenset("en ja facts joint recognition role_of_ally role_of_protector".split()),
    "responses": frozenset({"asks", "en", "ja", "facts"}),
    "readings": frozenset({"en", "ja", "source_ja"}),
    "words": frozenset({"en", "ja"}),
    "values": frozenset({"en", "ja"}),
}
STEP = frozenset("who timing latency component limit limit_ja en ja cite from until when done instead".split())
STEP_NEEDS = ("who", "timing", "en", "ja", "cite")
TIMINGS = ("before", "within", "after", "at_once", "promptly")
INSTEAD = frozenset("when latency limit limit_ja en ja".split())
USE = frozenset("asks facts from until en ja".split())
VERSION_NEEDS = ("from", "grade", "reasoning")
VERSION = frozenset("from until hours observed log_sd grade source mechanism reasoning".split())


def field_findings(data: Mapping[str, Any]) -> Iterator[str]:
    """Yield sentences about every field that its table does not know."""
    for table, known in TABLES.items():
        for name, entry in data.get(table, {}).items():
            yield from _strays(f"{table} {name}", entry, known)
    for name, lever in data.get("levers", {}).items():
        for use in lever:
            yield from _strays(f"lever {name}", use, USE)
    for name, path in data["paths"].items():
        for number, step in enumerate(path["steps"], start=1):
            yield from _strays(f"path {name} step {number}", step, STEP)
            yield from _wanting(f"path {name} step {number}", step, STEP_NEEDS)
            yield from _untimely(f"path {name} step {number}", step)
            for entry in step.get("instead", ()):
                yield from _strays(f"path {name} step {number} instead", entry, INSTEAD)
    for name, latency in data["latencies"].items():
        for version in latency["versions"]:
            yield from _strays(f"latency {name}", version, VERSION)
            yield from _wanting(f"latency {name}", version, VERSION_NEEDS)


def _wanting(where: str, entry: Mapping[str, Any], needs: tuple[str, ...]) -> Iterator[str]:
    """Return what an entry must say and does not, such as who does what when, in both languages, by which article."""
    for key in needs:
        if key not in entry:
            yield f"{where}: {key} is missing"


def _untimely(where: str, step: Mapping[str, Any]) -> Iterator[str]:
    timing = step.get("timing")
    if timing is not None and timing not in TIMINGS:
        yield f"{where}: {shown(timing)} is no timing of a step; there are {', '.join(TIMINGS)}"


def _strays(where: str, entry: Mapping[str, Any], known: frozenset[str]) -> Iterator[str]:
    for key in entry:
        if key in known:
            continue
        nearest = nearest_name(str(key), sorted(known))
        hint = f"nearest: {nearest}" if nearest else "a sentence with a comma needs quotes"
        yield f"{where}: {key} is not a field here; {hint}"
