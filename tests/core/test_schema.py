"""A shape says what a file must look like: to the reader of an error, and to an editor."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest

from kaname.core.errors import Findings
from kaname.core.safe_yaml import parse_yaml
from kaname.core.schema import Either, ListOf, MapOf, Nothing, Number, OneOf, Record, Text, Truth, json_schema

SHIP = Record(
    "a ship",
    needs={"name": Text(most=20), "kind": OneOf(("frigate", "destroyer"), "a kind of ship")},
    may={"crew": Number(1, 500, whole=True), "afloat": Truth(), "ports": ListOf(Text(), most=2), "by": Text(words=3)},
    one_of=(("source", "judgement"),),
)
SHIP = Record(SHIP.title, SHIP.needs, {**SHIP.may, "source": Text(), "judgement": Text()}, SHIP.one_of)
FLEET = MapOf(SHIP, least=1)
GOOD = "one: {name: First, kind: frigate, crew: 200, afloat: true, ports: [a, b], source: x}"


def errors(shape: Any, text: str) -> list[str]:
    """What a shape finds in a text, one line each."""
    document = parse_yaml(text, file="f.yaml")
    findings = Findings()
    right = shape.check(document, (), document.value, findings)
    assert right == (not findings.errors)
    return [str(error) for error in findings.errors]


def test_a_right_file_has_no_error() -> None:
    assert errors(FLEET, GOOD) == []


WRONG = {
    "crew: 200": ("crew: 200.5", "one.crew: 200.5 is not a whole number"),
    "crew: 200, ": ("crew: 900, ", "one.crew: 900 is outside 1..500"),
    "afloat: true": ("afloat: yes", "one.afloat: yes is not a truth value. Allowed: true, false"),
    "kind: frigate": ("kind: frigat", "frigat is not a kind of ship. Nearest: frigate"),
    "[a, b]": ("[a, b, c]", "a list of 3 entries. Allowed: 0 to 2 entries"),
    "[a, b], ": ("[a, a], ", "one.ports[1]: a is listed twice"),
    "ports: [a, b]": ("ports: a", "one.ports: a is not a list"),
    "ports: ": ("portz: ", "one.portz: portz is not part of a ship. Nearest: ports"),
    "name: First": ("name: [1]", "one.name: a list is not text"),
    "name: First, ": ("", "one: name is missing from a ship"),
    "First": ("A very long name for one ship", "is too long: at most 20"),
    "source: x": ("by: too short", "one.by: 'too short' is too short: at least 3 words"),
    ", source: x": (
        ", source: x, judgement: y",
        "exactly one of source, judgement must be in a ship, found source and",
    ),
    "one: ": ("One: ", "One: 'One' is not a name"),
    "crew: ": ("crew_size: ", "crew_size is not part of a ship. Nearest: crew."),
    "true, ": ("true, crew_size: 3, ", "crew_size is not part of a ship. Allowed: name"),
}


@pytest.mark.parametrize("part", WRONG)
def test_each_departure_is_told_with_its_place(part: str) -> None:
    instead, said = WRONG[part]
    assert part in GOOD
    found = errors(FLEET, GOOD.replace(part, instead, 1))
    assert any(said in error and error.startswith("f.yaml:1 ") for error in found), found


def test_a_misspelt_needed_entry_is_connected_with_the_missing_one() -> None:
    found = errors(FLEET, GOOD.replace("kind:", "kimd:"))
    assert "kind is missing from a ship. Is kimd meant to be kind?" in "\n".join(found)


def test_a_number_written_as_text_is_told_how_to_write_it() -> None:
    assert "Write 1000." in errors(Number(), "'1,000'")[0]
    assert "Write 0.05." in errors(Number(), "5 %")[0]
    assert "true is not a number" in errors(Number(), "true")[0]


def test_one_of_several_kinds_is_told_apart_by_its_kind() -> None:
    shape = Either({"text": Text(pattern="a+", like="many a"), "nothing": Nothing()})
    assert errors(shape, "aaa") == []
    assert errors(shape, "~") == []
    assert "does not have the right form. Allowed: many a" in errors(shape, "b")[0]
    assert "Allowed: text or nothing" in errors(shape, "3")[0]


def test_an_empty_mapping_is_refused_where_entries_are_needed() -> None:
    assert "at least 1 entries are needed" in errors(FLEET, "{}")[0]
    assert "stands where a mapping is needed" in errors(FLEET, "[]")[0]


@pytest.mark.parametrize("part", [None, *WRONG])
def test_the_schema_for_editors_agrees_with_the_check(part: str | None) -> None:
    text = GOOD if part is None else GOOD.replace(part, WRONG[part][0], 1)
    schema = json_schema(FLEET, "fleet", "ships")
    jsonschema.Draft202012Validator.check_schema(schema)
    valid = jsonschema.Draft202012Validator(schema).is_valid(parse_yaml(text).value)
    only_the_check_sees_it = part == "[a, b], "
    assert valid == (part is None or only_the_check_sees_it)
