"""Entries into force: the day on which a law, an agreement or a decision begins, with its order and source.

Idea: a day of law has one home, entries.yaml, or for a position or decision its line in instruments.yaml. A rule, a
citation or a step names the entry or instrument where it begins or ends (`from: security_legislation`), so that a
corrected day moves everything that hangs on it. `NAME.promulgated` is the day of promulgation or signature.

Reads: the tables of entries and instruments. Writes nothing. Raises InputError on a name that neither holds, and on a
day that was not found.
Source: this project's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from kaname.core.errors import InputError, nearest_name, unknown_name

ENDS = ("from", "until", "date", "since")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
ENTRY = frozenset("law law_id promulgated stage order day certainty source en ja".split())
CERTAINTIES = ("S", "O", "P", "K")


def named_days(entries: Mapping[str, Any], instruments: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Return for every entry and instrument its `day` and, where known, the day when it was `promulgated`."""
    days = {
        name: {key: entry[key] for key in ("day", "promulgated") if entry.get(key)} for name, entry in entries.items()
    }
    for name, instrument in instruments.items():
        if name in days:
            raise InputError("an entry and an instrument have one name", file="entries.yaml", found=name)
        begins = str(instrument.get("from", ""))
        days[name] = {"day": begins} if DAY.fullmatch(begins) else dict(days.get(begins, {}))
    return days


def with_days(value: Any, entries: Mapping[str, Any], file: str) -> Any:
    """Return the value with every named beginning and end replaced by its day, at any depth."""
    if isinstance(value, Mapping):
        return {
            key: day_of(one, entries, file) if key in ENDS and isinstance(one, str) else with_days(one, entries, file)
            for key, one in value.items()
        }
    return [with_days(one, entries, file) for one in value] if isinstance(value, list) else value


def day_of(text: str, entries: Mapping[str, Any], file: str) -> str:
    """Return the ISO day that a text names: a day, an entry, or an entry's promulgation."""
    if DAY.fullmatch(text):
        return text
    name, _, part = text.partition(".")
    if name not in entries or part not in ("", "promulgated"):
        raise unknown_name("a day or an entry into force", text, sorted(entries), file=file)
    day = entries[name].get(part or "day")
    if not day:
        raise InputError("the day of this entry was not found, so nothing can begin on it", file=file, found=text)
    return str(day)


def with_events(data: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the dated events in order: those of the table, and every entry into force on a day of its own."""
    named = {regime["from"] for regime in data["regimes"]} | {event["date"] for event in data["events"]}
    begun = [
        {"date": entry["day"], "certainty": entry["certainty"], "en": entry["en"], "ja": entry["ja"]}
        for entry in data.get("entries", {}).values()
        if entry.get("day") and entry["day"] not in named
    ]
    return sorted((*data["events"], *begun), key=lambda one: one["date"])


def entry_findings(data: Mapping[str, Any]) -> Iterator[str]:
    """Yield sentences about entries that lack a source, a name or a mark, or whose day is no day."""
    for name, entry in data.get("entries", {}).items():
        for key in entry:
            if key not in ENTRY:
                yield f"entries {name}: {key} is not a field here"
        for key in ("source", "en", "ja", "certainty"):
            if not entry.get(key):
                yield f"entries {name}: it has no {key}"
        if entry.get("certainty") not in CERTAINTIES:
            yield f"entries {name}: {entry.get('certainty')} is not a mark of certainty (S, O, P or K)"
        for key in ("day", "promulgated"):
            if entry.get(key) and not DAY.fullmatch(str(entry[key])):
                yield f"entries {name}: {entry[key]} is not a day"
        if entry.get("day") and str(entry.get("promulgated") or "") > str(entry["day"]):
            yield f"entries {name}: in force on {entry['day']}, before its promulgation on {entry['promulgated']}"
    yield from _named(data)


def _named(data: Mapping[str, Any]) -> Iterator[str]:
    """Return the names of entries and instruments in the tables of instruments and articles that neither table
    holds.
    """
    for name, instrument in data.get("instruments", {}).items():
        for entry in instrument.get("amended", ()):
            if entry not in data.get("entries", {}):
                near = nearest_name(entry, sorted(data.get("entries", {})))
                yield f"instruments {name}: {entry} is not an entry into force" + (f"; nearest: {near}" if near else "")
    for name in data.get("articles", {}):
        if name not in data["instruments"]:
            near = nearest_name(name, sorted(data["instruments"]))
            yield f"articles {name}: it is not an instrument" + (f"; nearest: {near}" if near else "")
