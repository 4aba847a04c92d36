"""Premises: what follows is taken as given, `unknown` overrides a presumption, and several findings stand at once."""

import pytest

from kaname.law.ask import ask
from kaname.law.book import load_book
from kaname.law.premises import alternatives, closed, contradiction_in

BOOK = load_book()
DAY = "2020-01-01"
FORCE = {"defense_operation_order": "yes", "other_appropriate_means": "no", "minimum_necessary": "yes"}
SURVIVAL, ANTICIPATED, OCCURRED = "survival_threatening", "armed_attack_anticipated", "armed_attack_occurred"


def answer(question, **facts):
    return ask(question, DAY, facts).answer


def test_a_finding_that_an_attack_occurred_means_that_one_occurred():
    assert closed(BOOK.implications, {"cabinet_determination": OCCURRED})["armed_attack_on_japan"] == "yes"
    told = {"cabinet_determination": OCCURRED, "armed_attack_on_japan": "unknown"}
    assert closed(BOOK.implications, told)["armed_attack_on_japan"] == "unknown"


def _named(line) -> str:
    """The facts of a line in one order whatever the process, so that tests run side by side carry the same names."""
    return ", ".join(f"{fact}={'|'.join(sorted(map(str, values)))}" for fact, values in line.when) + f" {line.fact}"


@pytest.mark.parametrize("line", BOOK.implications, ids=lambda line: _named(line))
def test_what_follows_never_contradicts_what_it_follows_from(line):
    facts = {fact: sorted(values)[0] for fact, values in line.when}
    assert contradiction_in(BOOK.data, closed(BOOK.implications, facts)) is None


def test_unknown_overrides_a_presumption_and_leaves_a_number_open():
    assert answer("JP.STANDBY_ORDER", cabinet_determination=ANTICIPATED) == "yes"
    assert answer("JP.STANDBY_ORDER", cabinet_determination=ANTICIPATED, pm_approval="unknown") == "undetermined"
    days = {"authorization": "no", "declaration_of_war": "no", "extension_by_law": "no"}
    answers = [answer("US.WPR", **days, clock_days=number) for number in (61, "unknown")]
    assert answers == ["no", "undetermined"]


@pytest.mark.parametrize(
    ("question", "findings", "facts", "alone", "together"),
    [
        ("JP.USE_OF_FORCE", (ANTICIPATED, SURVIVAL), FORCE, ("no", "yes"), "yes"),
        ("JP.STANDBY_ORDER", (ANTICIPATED, SURVIVAL), {}, ("yes", "undetermined"), "yes"),
        ("JP.CIVIL_POWERS", (OCCURRED, SURVIVAL), {"defense_operation_order": "yes"}, ("yes", "no"), "yes"),
    ],
)
def test_a_finding_takes_nothing_away_from_another(question, findings, facts, alone, together):
    assert tuple(answer(question, cabinet_determination=one, **facts) for one in findings) == alone
    assert answer(question, cabinet_determination=findings, **facts) == together
    assert answer(question, cabinet_determination=findings[::-1], **facts) == together


def test_the_reasons_of_several_findings_are_those_of_the_finding_that_answers():
    given = ask("JP.USE_OF_FORCE", DAY, {**FORCE, "cabinet_determination": [ANTICIPATED, SURVIVAL]})
    assert [(use.id, use.state) for use in given.rules] == [("force.defense_operation", "holds")]


def test_the_choices_among_several_values_are_all_made():
    assert len(alternatives({"a": ("1", "2"), "b": ("3", "4"), "c": "5"})) == 4
    assert alternatives({}) == [{}]
