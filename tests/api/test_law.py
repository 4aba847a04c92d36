"""The law asked from Python answers as the command does."""

from __future__ import annotations

import json

import pytest

import kaname as ka
from kaname.cli.main import run
from kaname.core.errors import InputError

FACTS = {"target": "us_ship", "armed_attack_on_close_country": "yes"}


def test_the_answer_is_that_of_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    told = ka.ask("JP.SURVIVAL_DETERMINATION", date="2018-01-01", facts=FACTS)
    words = [word for fact, value in FACTS.items() for word in ("--fact", f"{fact}={value}")]
    with pytest.raises(SystemExit):
        run(["-q", "law", "ask", "--question", told.question, "--date", told.date, *words])
    assert str(told).strip() == capsys.readouterr().out.strip()
    with pytest.raises(SystemExit):
        run(["-q", "law", "ask", "--question", told.question, "--date", told.date, *words, "--json"])
    form = json.loads(capsys.readouterr().out)
    assert told.answer == form["answer"]
    assert len(told.flips) == len(form["flips"])


def test_steps_rules_and_citations_are_there_in_both_languages() -> None:
    told = ka.ask("JP.DEFENSE_OPERATION", date="2026-04-21", facts={})
    assert {"rule", "effect", "reason"} <= set(told.rules.columns)
    assert told.citations
    japanese = ka.ask("JP.DEFENSE_OPERATION", date="2026-04-21", facts={}, language="ja")
    assert japanese.citations != told.citations
    assert "<pre>" in japanese._repr_html_()


def test_the_words_with_which_one_question_alone_begins_are_enough() -> None:
    assert ka.ask("JP.DEFENSE_OPERATION", date="2026-04-21").question == "JP.DEFENSE_OPERATION_ORDER"
    with pytest.raises(InputError, match="is not a question"):
        ka.ask("JP", date="2026-04-21")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"question": "JP.DEFENCE_OPERATION_ORDER"}, "Nearest: JP.DEFENSE_OPERATION_ORDER"),
        ({"facts": {"targt": "us_ship"}}, "Nearest: target"),
        ({"facts": {"target": "us_shp"}}, "Nearest: us_ship"),
        ({"date": "someday"}, "someday"),
        ({"language": "fr"}, "fr"),
    ],
)
def test_wrong_words_are_answered(wrong: dict[str, object], said: str) -> None:
    asked = {"question": "JP.DEFENSE_OPERATION", "date": "2026-04-21", **wrong}
    with pytest.raises(InputError, match=said):
        ka.ask(**asked)  # type: ignore[arg-type]
