"""Crises, disputes and wars of public lists by place: what the model's base rates are held against.

Idea: a list says what it counts, in which years and at which places it was looked through, so that a place without an
entry is a count of nought and a place that was not looked for is none. Two lists of the same thing stand side by side.

Reads: data/records/crises.yaml, or a file of the same form. Writes: nothing. Units: events, years.
Errors: InputErrors with file and line. Source: the sources that the lists name, keys of the bibliography.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kaname.core.errors import Findings
from kaname.core.safe_yaml import Document, read_yaml
from kaname.core.schema import SNAKE, ListOf, MapOf, Number, OneOf, Record, Text
from kaname.evidence.check import check_source_keys
from kaname.evidence.format import DATE, FIRST_YEAR, LAST_YEAR
from kaname.evidence.load import DATA, load_evidence

SHIPPED = DATA / "records" / "crises.yaml"
MEASURES = ("challenges", "seizures", "wars")
"""Outcomes by place that a list can count."""
VIOLENCE = ("none", "minor", "serious", "war")
YEAR = Number(FIRST_YEAR, LAST_YEAR, whole=True)
_NAME = Text(pattern=SNAKE, like="a word of lower-case letters, digits and underscores")
_LIST = Record(
    "a list",
    needs={"source": _NAME, "measure": OneOf(MEASURES, "an outcome by place"), "first": YEAR, "last": YEAR,
           "places": ListOf(_NAME, least=1), "what": Text(words=3), "doubt": Text(words=3)},
)  # fmt: skip
_EVENT = Record(
    "an event",
    needs={"list": _NAME, "place": _NAME, "first": DATE},
    may={
        "last": DATE,
        "code": Number(0, whole=True),
        "name": Text(),
        "violence": OneOf(VIOLENCE, "a level of violence"),
    },
)
FILE = Record("a file of crises", needs={"lists": MapOf(_LIST), "events": ListOf(_EVENT)}, may={"about": Text()})


@dataclass(frozen=True)
class CrisisList:
    """One public list. years: when events began, by place looked for; measure: the outcome that it counts."""

    name: str
    source: str
    measure: str
    first: int
    last: int
    years: Mapping[str, tuple[int, ...]]
    what: str
    doubt: str

    @property
    def counts(self) -> dict[str, int]:
        """Return the events in the years first..last, by place."""
        return {place: len(years) for place, years in self.years.items()}

    def known_until(self, year: int) -> CrisisList:
        """Return the list as it stood at the end of a year: nothing that began later is in it."""
        kept = {place: tuple(began for began in years if began <= year) for place, years in self.years.items()}
        return replace(self, last=min(self.last, year), years=kept)

    @property
    def decades(self) -> float:
        """Return the observed time in decades."""
        return (self.last - self.first + 1) / 10


def load_crises(path: Path | None = None) -> tuple[CrisisList, ...]:
    """Return the lists of the package, or of a file of the same form, in written order.

    Raises InputErrors that name all that is wrong: an unknown list, place or source, an event outside the list's years.
    """
    document = read_yaml(path or SHIPPED)
    findings = Findings()
    if FILE.check(document, (), document.value, findings):
        _check_lists(document, load_evidence().sources, findings)
        _check_events(document, findings)
    findings.raise_if_any()
    data: Any = document.value
    return tuple(_list(name, entry, data["events"]) for name, entry in data["lists"].items())


def _list(name: str, entry: Mapping[str, Any], events: list[Mapping[str, Any]]) -> CrisisList:
    own = [event for event in events if event["list"] == name]
    years = {place: tuple(_year(event) for event in own if event["place"] == place) for place in entry["places"]}
    kept = {key: entry[key] for key in ("source", "measure", "what", "doubt")}
    return CrisisList(name=name, first=int(entry["first"]), last=int(entry["last"]), years=years, **kept)


def _year(event: Mapping[str, Any]) -> int:
    return int(str(event["first"])[:4])


def _check_lists(document: Document, sources: Collection[str], findings: Findings) -> None:
    for name, entry in document.value["lists"].items():
        check_source_keys(document, ("lists", name, "source"), entry["source"], sources, findings)
        if entry["last"] < entry["first"]:
            findings.add(document.error(("lists", name, "last"), "the last year lies before the first",
                                        found=entry["last"], allowed=f"{entry['first']} or later"))  # fmt: skip


def _check_events(document: Document, findings: Findings) -> None:
    lists = document.value["lists"]
    for place, event in enumerate(document.value["events"]):
        of = lists.get(event["list"])
        if of is None:
            findings.add(document.unknown(("events", place, "list"), "a list", event["list"], list(lists)))
        elif event["place"] not in of["places"]:
            findings.add(document.unknown(("events", place, "place"), f"a place of {event['list']}", event["place"],
                                          of["places"]))  # fmt: skip
        elif not of["first"] <= _year(event) <= of["last"]:
            findings.add(document.error(("events", place, "first"), "the event lies outside the years of its list",
                                        found=event["first"], allowed=f"{of['first']} to {of['last']}"))  # fmt: skip
