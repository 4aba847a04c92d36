"""`kaname law` as a person types it."""

import json

import pytest

ASK = ("law", "ask", "--date", "2016-06-01", "--question", "JP.USE_OF_FORCE", "--fact", "target=us_ship")


def test_ask_prints_answer_path_citations_and_flips(kaname):
    done = kaname(*ASK, "--fact", "armed_attack_on_close_country=yes", "--fact", "armed_attack_on_japan=no")
    assert done.returncode == 0
    for words in (
        "ANSWER: undetermined",
        "Approval path:",
        "SDF Act art. 88",
        "Rival readings:",
        "before 2016-03-29: no",
    ):
        assert words in done.stdout
    assert max(len(line) for line in done.stdout.splitlines() if "https://" not in line) <= 80, "an address is not cut"


def test_ask_speaks_japanese(kaname):
    done = kaname(*ASK, "--lang", "ja")
    assert "結論: 未確定" in done.stdout
    assert "自衛隊法第88条" in done.stdout


def test_ask_prints_json(kaname):
    made = json.loads(kaname(*ASK, "--json").stdout)
    assert made["answer"] == "undetermined"
    assert {"who_decides", "approval_path", "citations", "rules", "rival_readings", "flips", "date_flips"} <= set(made)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--question", "JP.USE_OFF"), "Nearest: JP.USE_OF_FORCE"),
        (("--question", "US.WPR", "--fact", "clock_day=3"), "Nearest: clock_days"),
        (("--question", "US.WPR", "--date", "1949-01-01"), "before the book begins"),
        (("--question", "US.WPR", "--lang", "de"), "not a language"),
        (("--question", "US.WPR", "--situation", "nowhere.yaml"), "nowhere.yaml"),
    ],
)
def test_bad_input_is_told_and_exits_with_two(kaname, words, told):
    done = kaname("law", "ask", *words)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_options_gaps_and_history_write_their_files(kaname, tmp_path):
    page, picture = tmp_path / "o.html", tmp_path / "o.svg"
    assert kaname("law", "options", "--date", "2020-01-01", "--html", str(page), "--svg", str(picture)).returncode == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert picture.read_text(encoding="utf-8").startswith("<svg")
    assert kaname("law", "gaps", "--size", "1", "--html", str(page)).returncode == 0
    assert kaname("law", "history", "--question", "US.WPR", "--svg", str(picture)).returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["o.html", "o.svg"]


def test_exam_marks_and_exits_with_one_when_something_is_wrong(kaname, tmp_path):
    path = tmp_path / "cases.yaml"
    case = (
        "cases:\n- {id: x, date: 2020-01-01, question_id: US.CYBER_PRINCIPLE, facts: {domain: cyber}, expected: '%s'}\n"
    )
    path.write_text(case % "yes", encoding="utf-8")
    good = kaname("law", "exam", str(path), "--json")
    assert good.returncode == 0
    made = json.loads(good.stdout)
    assert made["scores"]["macro_f1"] == 1.0
    assert set(made["cases"][0]) >= {"id", "answer", "who_decides", "approval_path", "citations", "rules"}
    path.write_text(case % "no", encoding="utf-8")
    bad = kaname("law", "exam", str(path))
    assert bad.returncode == 1
    assert "x: expected no, given yes" in bad.stdout


def test_check_paths_questions_and_facts_answer(kaname):
    assert "Sound" in kaname("law", "check").stdout
    assert "Combined Forces Command" in kaname("law", "paths", "--date", "2020-01-01").stdout
    assert "US.WPR" in kaname("law", "questions").stdout
    assert "clock_days" in kaname("law", "facts").stdout
