"""The Compare door: a page at once, pictures that grow, and a setting that can be taken away."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

import kaname as ka
from kaname.core.safe_yaml import parse_yaml
from kaname.evidence.load import load_evidence
from kaname.lab.setting import Pair, Setting, asked_levers
from kaname.lab.taken import bargain_file, command_text, python_text
from kaname.scenarios.bargains import check_bargain
from kaname.study.growing import SIZES
from kaname.words.levers import NAMES
from tests.lab.asking import Asker

ADDRESS = "bargain=unequal_by_design&clarity=0.9"


def events(text: str) -> list[tuple[str, Any]]:
    """The events of a stream: name and content."""
    blocks = [block.split("\n") for block in text.strip().split("\n\n")]
    return [(block[0].removeprefix("event: "), json.loads(block[1].removeprefix("data: "))) for block in blocks]


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_page_has_all_bargains_and_all_levers(asker: Asker, language: str) -> None:
    text = asker.ask(f"/compare?lang={language}").text
    assert f'<html lang="{language}"' in text
    assert text.count('type="radio"') == len(ka.scenario("us-japan").bargains)
    assert text.count('type="range"') == len(NAMES)


def test_a_stream_grows_to_all_futures_and_ends(asker: Asker) -> None:
    answer = asker.ask(f"/compare/stream?{ADDRESS}")
    assert answer.headers["content-type"].startswith("text/event-stream")
    found = events(answer.text)
    assert [name for name, _ in found] == ["picture"] * len(SIZES) + ["done"]
    assert "2,000 futures." in found[-2][1]["html"]
    assert "being refined" in found[0][1]["html"]
    asked = asker.app.state.lab.resident.asked
    assert asked == [pytest.approx(asked_levers("us-japan", Pair("unequal_by_design", {"clarity": 0.9})))]


def test_the_lever_moved_last_is_drawn_at_five_places_after_the_pictures(asker: Asker) -> None:
    found = events(asker.ask(f"/compare/stream?{ADDRESS}&last=clarity&lang=en").text)
    assert [name for name, _ in found] == ["picture"] * len(SIZES) + ["dose", "done"]
    text = found[-2][1]["html"]
    assert "Clarity of the promise" in text
    assert text.count("<circle") == 5
    assert "difference to things as they are" in text
    assert asker.ask(f"/compare/stream?{ADDRESS}&last=claritty").status_code == 400


def test_a_pinned_setting_is_asked_beside(asker: Asker) -> None:
    found = events(asker.ask(f"/compare/stream?{ADDRESS}&pin.bargain=as_is&pin.host_support=5").text)
    assert "Against the pinned" in found[0][1]["html"]
    assert asker.app.state.lab.resident.asked[1] == {"host_support": 5.0}


def test_without_scripts_the_answer_stands_in_the_page(asker: Asker) -> None:
    text = asker.ask(f"/compare?{ADDRESS}&show=1").text
    assert 'class="effects"' in text
    assert 'class="effects"' not in asker.ask(f"/compare?{ADDRESS}").text


def test_the_bargain_file_is_a_bargain_of_the_same_levers(asker: Asker) -> None:
    text = asker.ask(f"/compare/mine.yaml?{ADDRESS}").text
    bargain = check_bargain(parse_yaml(text, file="mine.yaml"), load_evidence())
    setting = Setting(mine=Pair("unequal_by_design", {"clarity": 0.9}))
    assert text == bargain_file(setting)
    asked = asked_levers("us-japan", setting.mine)
    assert {name: change.to.central for name, change in bargain.levers.items()} == pytest.approx(asked)


def test_python_and_command_name_the_setting() -> None:
    setting = Setting(mine=Pair("as_is", {"clarity": 0.9}))
    space: dict[str, Any] = {}
    exec(python_text(setting).partition("with ")[0], space)
    assert space["levers"] == {"clarity": 0.9}
    compile(python_text(setting), "shown", "exec")
    assert command_text(setting) == "kaname compare us-japan --bargains as_is,mine.yaml --futures 2000"


def test_the_data_are_all_outcomes_of_all_futures(asker: Asker) -> None:
    rows = list(csv.DictReader(io.StringIO(asker.ask(f"/compare/data.csv?{ADDRESS}").text)))
    assert {row["futures"] for row in rows} == {"2000"}
    assert float(next(row for row in rows if row["outcome"] == "coerced.jp")["difference"]) == pytest.approx(
        -1, abs=0.05
    )


def test_the_browser_s_language_is_taken_where_none_is_asked_for(asker: Asker) -> None:
    assert '<html lang="ja"' in asker.ask("/", headers={"accept-language": "fr, ja;q=0.8, en;q=0.5"}).text
    assert '<html lang="en"' in asker.ask("/", headers={"accept-language": "fr"}).text
    assert '<html lang="en"' in asker.ask("/?lang=en", headers={"accept-language": "ja"}).text
