"""A hint is a value that the reader accepts: every offer of every message is applied and passes its own check."""

from __future__ import annotations

import copy
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaname.core.errors import InputError, InputErrors
from kaname.core.safe_yaml import Document, parse_yaml, read_yaml
from kaname.core.tried_hints import check_and_try, errors_of
from kaname.evidence.load import load_evidence, read_evidence
from kaname.scenarios.bargains import check_bargain
from kaname.scenarios.check import check_scenario
from kaname.scenarios.load import DATA, load_scenario

FILES = Path(__file__).parent / "files"
OWN = read_evidence([FILES / "evidence.yaml"])
SHIPPED = load_evidence()
CHECKS = {
    "a bargain": (read_yaml(DATA / "bargains" / "step_up.yaml"), lambda one: check_bargain(one, SHIPPED)),
    "a bargain that is read twice": (read_yaml(FILES / "firm_promise.yaml"), lambda one: check_bargain(one, OWN)),
    "a scenario": (read_yaml(FILES / "strait.yaml"), lambda one: check_scenario(one, OWN)),
}
OFFER = re.compile(r"(?:Write|Nearest:) (.+?)\.(?= [A-Z]|$)")


def spots(value: Any, above: tuple = ()) -> list[tuple]:
    """Every path of a tree but its root."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [spot for key, entry in inside for spot in ((*above, key), *spots(entry, (*above, key)))]


def wrong_for(value: Any) -> list[Any]:
    """What people write where this value is wanted."""
    if isinstance(value, bool):
        return [str(value), 1, "yes"]
    if isinstance(value, (int, float)):
        text = f"{value:g}"
        return [text, text.replace(".", ","), f"{100 * value:g} %", 100 * value, f"1,{text}", -value, [value],
                f" {text}", value + 0.5, f"{text}_000", "1/4", f"{text},5", 1.2, "nan", 1e9]  # fmt: skip
    if isinstance(value, str):
        return [value[:-1], value.upper(), value.replace("-", "/"), value + "x", f"{value} ", value * 30, [value],
                value.replace("_", "-"), 5, "2024-3-1", "2024.13", "spring 2026"]  # fmt: skip
    if isinstance(value, list):
        return [value[0] if value else "x", [*value, *value[:1]], {}, "a, b"]
    return [None, "x", 3, []]


@st.composite
def spoiled(draw: st.DrawFn) -> tuple[str, Document]:
    name = draw(st.sampled_from(sorted(CHECKS)))
    document = CHECKS[name][0]
    value = copy.deepcopy(document.value)
    *path, last = draw(st.sampled_from(spots(value)))
    inside = value
    for key in path:
        inside = inside[key]
    if isinstance(inside, dict) and draw(st.booleans()):
        other = draw(st.sampled_from([last[:-1] or "x", last + "s", last.upper(), last.replace("_", "-")]))
        inside.setdefault(other, inside.pop(last))
    else:
        inside[last] = draw(st.sampled_from(wrong_for(inside[last])))
    return name, replace(document, value=value)


def applied(document: Document, error: InputError, offer: Any) -> tuple[Document, tuple]:
    """The document with what is offered where the error points, as a person would apply it."""
    value = copy.deepcopy(document.value)
    inside = value
    for key in error.key[:-1]:
        inside = inside[key]
    last = error.key[-1]
    if f"Nearest: {offer}" in str(error) and last == error.found and inside[last] != last:
        assert offer not in inside, f"{offer} is there already"
        inside[offer] = inside.pop(last)
        last = offer
    else:
        inside[last] = offer
    return replace(document, value=value), (*error.key[:-1], last)


@settings(max_examples=300)
@given(spoiled())
def test_every_offer_of_every_message_passes_its_own_check_when_it_is_applied(case) -> None:
    name, document = case
    check = CHECKS[name][1]
    for error in errors_of(check, document):
        for text in OFFER.findall(str(error)):
            if error.key is None or (error.hint and f"Write {text}" in error.hint):
                continue  # a sentence that says how, not a value
            changed, key = applied(document, error, parse_yaml(text).value)
            after = [other for other in errors_of(check, changed) if other.key and other.key[: len(key)] == key]
            if key != error.key:  # another name: it is a name; what stands under it is another matter
                after = [other for other in after if other.key == key and other.found == key[-1]]
            assert after == [], str(error)


@pytest.mark.parametrize(
    ("key", "wrong", "offer"),
    [
        (("levers", "clarity", "to", "value"), "0,9", "0.9"),
        (("levers", "clarity", "to", "value"), "90 %", "0.9"),
        (("levers", "clarity", "to", "value"), 90, "0.9"),
        (("levers", "clarity", "to", "value"), 1.2, None),
        (("levers", "clarity", "to", "value"), "'0.9'", "0.9"),
        (("levers", "clarity", "to", "distribution"), {"uniform": [50, 90]}, "[0.5, 0.9]"),
        (("levers", "clarity", "to", "distribution"), {"uniform": [0.5, 1.3]}, None),
        (("levers", "clarity", "to", "date"), "2026/4/1", "2026-04-01"),
        (("levers", "clarity", "to", "date"), "spring 2026", None),
        (("levers", "clarity", "to", "unit"), "shares", "share"),
    ],
)
def test_what_a_bargain_is_offered(key, wrong, offer) -> None:
    text = (FILES.parents[1] / "scenarios" / "files" / "hinted.yaml").read_text(encoding="utf-8")
    document = parse_yaml(text)
    value = copy.deepcopy(document.value)
    figure = value["levers"]["clarity"]["to"]
    if key[-1] == "distribution":
        del figure["value"]
    figure[key[-1]] = wrong
    (error,) = errors_of(lambda one: check_bargain(one, SHIPPED), replace(document, value=value))
    assert OFFER.findall(str(error)) == ([offer] if offer else [])


def test_an_offer_that_a_later_rule_refuses_is_not_made() -> None:
    def check(document: Document) -> None:
        if document.value["share"] == "0,9":
            raise document.error(("share",), "is not a number", instead=0.9)
        if document.value["share"] > 0.5:
            raise document.error(("share",), "is outside 0..0.5")

    with pytest.raises(InputError) as told:
        check_and_try(parse_yaml('share: "0,9"'), check)
    assert "Write" not in str(told.value)


def test_a_name_that_is_too_long_is_not_told_as_a_wrong_form() -> None:
    document = CHECKS["a bargain"][0]
    (error,) = errors_of(CHECKS["a bargain"][1], replace(document, value={**document.value, "id": "a" * 70}))
    assert "too long: at most 64" in str(error)


def test_an_override_names_the_change_that_broke_its_base(tmp_path) -> None:
    path = tmp_path / "noally.yaml"
    path.write_text("id: noally\nbase: us-korea\ntitle: A trial\nchanges:\n  years: 8\n"
                    "  actors.kr: {name: South Korea, role: partner}\n")  # fmt: skip
    with pytest.raises((InputError, InputErrors)) as told:
        load_scenario(path)
    first = str(told.value).splitlines()[0]
    assert first.startswith(
        f"{path}:6 changes.actors.kr: no actor has the role ally (this shows in scenarios/us-korea.yaml:"
    )


@pytest.mark.parametrize("target", ["contingencies.west_sea", "calendar", "bargains", "initial.gdp", "law_hours"])
def test_an_override_says_that_it_cannot_take_anything_out(tmp_path, target) -> None:
    path = tmp_path / "drop.yaml"
    path.write_text(f"id: drop\nbase: us-korea\nchanges:\n  {target}: ~\n")
    with pytest.raises(InputError, match="cannot take .* out"):
        load_scenario(path)


def test_a_file_that_is_its_own_base_is_told_so(tmp_path) -> None:
    path = tmp_path / "self.yaml"
    path.write_text("id: self\nbase: self\nchanges:\n  years: 8\n")
    with pytest.raises(InputError, match="names itself"):
        load_scenario(path)
