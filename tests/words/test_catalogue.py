"""No sentence lacks either language, and none is asked for that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from kaname.api.systems import all_systems
from kaname.core.errors import InputError
from kaname.lab.inside import all_inside
from kaname.lab.levers import GROUPS
from kaname.lab.picture import units
from kaname.scenarios.claims import shipped_claims
from kaname.scenarios.load import load_bargain, load_scenario, shipped_bargains, shipped_scenarios
from kaname.words.catalogue import catalogue, texts_of
from kaname.words.checks import CHECKS
from kaname.words.events import KINDS
from kaname.words.languages import LANGUAGES
from kaname.words.levers import NAMES
from kaname.words.outcomes import BY_NAME
from tests.house.sources import PACKAGE

FROM_FILES = re.compile(
    r"^(lever|outcome|actor|place|bargain|scenario|system|writer|claim|check|event|page-backtest|mechanism|rival)-(?!verdict)"
)
"""Ids whose English stands in the file or declaration that they name."""
ASKED = re.compile(r"""\bsa(?:id|y)\(\s*["']([a-zA-Z_.-]+)["'](?=\s*[,)])""")


def messages(language: str) -> dict[str, ast.Message]:
    body = [entry for text in texts_of(language) for entry in FluentParser().parse(text).body]
    assert [entry for entry in body if isinstance(entry, ast.Junk)] == []
    entries = [entry for entry in body if isinstance(entry, ast.Message)]
    assert len({entry.id.name for entry in entries}) == len(entries)
    return {entry.id.name: entry for entry in entries}


class Slots(Visitor):
    """The slots that a message names."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.found.add(node.id.name)


def slots(message: ast.Message) -> set[str]:
    visitor = Slots()
    visitor.visit(message)
    return visitor.found


def asked() -> Iterator[str]:
    """Ids that templates and code ask for by their whole name."""
    rooms = [PACKAGE / "lab", PACKAGE / "report"]
    for path in sorted(path for room in rooms for kind in ("*.py", "*.html") for path in room.rglob(kind)):
        yield from ASKED.findall(path.read_text(encoding="utf-8"))


def test_no_sentence_lacks_either_language() -> None:
    english, japanese = messages("en"), messages("ja")
    assert sorted(english.keys() - japanese.keys()) == []
    assert sorted(one for one in japanese.keys() - english.keys() if not FROM_FILES.match(one)) == []
    assert len(english) > 600


def test_both_languages_use_slots_of_the_same_names() -> None:
    english, japanese = messages("en"), messages("ja")
    assert {
        one: slots(japanese[one]) - slots(english[one]) for one in english if slots(japanese[one]) - slots(english[one])
    } == {}


def test_every_sentence_that_is_asked_for_is_there() -> None:
    found = set(asked())
    assert [one for one in sorted(found) if not catalogue("en").has(one)] == []
    assert len(found) > 250


@pytest.mark.parametrize("language", LANGUAGES)
def test_levers_outcomes_units_and_groups_have_words_in(language: str) -> None:
    said = catalogue(language)
    assert all(said.lever(name) and said.lever_meaning(name) for name in NAMES)
    assert all(said.outcome(name) and said.outcome_meaning(name) for name in BY_NAME)
    assert [unit for unit in sorted(units()) if not said.has(f"unit-{unit}")] == []
    assert all(said(f"group-{group}", ally="A", protector="B") for group in GROUPS)


def test_what_comes_from_files_has_its_name_in_japanese() -> None:
    said = catalogue("ja")
    wanted = [f"bargain-{one}{part}" for one in shipped_bargains() for part in ("", ".summary")]
    for name in shipped_scenarios():
        scenario = load_scenario(name)
        wanted += [f"scenario-{name}", *(f"actor-{one}" for one in scenario.actors)]
        wanted += [f"place-{one}" for one in scenario.contingencies]
    wanted += [f"claim-{claim.id}{part}" for claim in shipped_claims() for part in ("", ".scope")]
    wanted += [f"writer-{load_bargain(one).source[0]}" for one in shipped_bargains() if load_bargain(one).author]
    wanted += [f"system-{one.id}" for one in all_systems()]
    wanted += [f"check-{check.id}{part}" for check in CHECKS for part in ("", ".sentence")]
    wanted += [f"event-{kind.name}" for kind in KINDS]
    wanted += [f"rival-{claim.id}" for claim in shipped_claims() if claim.rival]
    wanted += [f"mechanism-{name.replace('.', '--')}" for name in all_inside()]
    assert [one for one in wanted if not said.has(one)] == []
    assert load_bargain("as_is").name


def test_numbers_are_written_with_a_true_minus_and_no_minus_before_zero() -> None:
    said = catalogue("en")
    assert (said.number(-1234.5, 1), said.number(-0.001, 1), said.number(2.0, 0, sign=True)) == (
        "\u22121,234.5",
        "0.0",
        "+2",
    )


def test_a_language_that_is_not_there_is_an_error() -> None:
    with pytest.raises(InputError, match="is not a language"):
        catalogue("fr")


def test_a_slot_that_is_wanting_is_an_error() -> None:
    with pytest.raises(ValueError, match="interval"):
        catalogue("en")("interval", mean="1")
