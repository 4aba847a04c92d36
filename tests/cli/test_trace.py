"""`kaname trace`: one future as a story or as data, and what it answers to wrong input."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from kaname.cli.main import run

YEARS = 2
WORDS = ["-q", "trace", "us-japan", "--years", str(YEARS), "--future", "3"]


def answer(words: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of a command."""
    with pytest.raises(SystemExit) as end:
        run(words)
    said = capsys.readouterr()
    return int(end.value.code or 0), said.out, said.err


def test_a_story_tells_quarters_events_and_the_digest(capsys) -> None:
    code, out, err = answer(WORDS, capsys)
    assert code == 0
    assert "2026 Q1" in out
    assert "future 3" in out.splitlines()[0]
    assert "An opportunity arose in" in out
    assert out.splitlines()[-1].startswith("Digest of the final world: ")
    assert "{" not in out


def test_json_is_all_that_stands_on_stdout_and_gives_terms_to_every_event(capsys) -> None:
    code, out, _ = answer([*WORDS, "--json"], capsys)
    told = json.loads(out)
    assert code == 0
    assert [quarter["quarter"] for quarter in told["quarters"]] == list(range(4 * YEARS))
    events = [event for quarter in told["quarters"] for event in quarter["events"]]
    assert {"kind", "step", "actor", "place", "terms", "sentence"} <= set(events[0])
    chosen = [event for event in events if event["kind"] in ("challenge", "no_challenge")]
    assert chosen
    assert all({"value_waiting", "probability"} <= set(event["terms"]) for event in chosen)


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_the_written_table_has_every_variable_of_every_quarter(ending: str, tmp_path: Path, capsys) -> None:
    out = tmp_path / f"told.{ending}"
    code, said, _ = answer([*WORDS, "--out", str(out)], capsys)
    assert code == 0
    assert said.splitlines()[-1] == str(out)
    if ending == "csv":
        with out.open(encoding="utf-8") as handle:
            rows = list(csv.DictReader(handle))
        names, count = set(rows[0]), len(rows)
    else:
        table = pq.read_table(out)
        names, count = set(table.column_names), table.num_rows
    assert count == 4 * YEARS
    assert {"quarter", "year", "gdp.us", "belief.jp.senkaku", "support_force", "total_endings.taiwan.wide_war"} <= names


def test_both_endings_hold_the_same_numbers(tmp_path: Path, capsys) -> None:
    for ending in ("csv", "parquet"):
        assert answer([*WORDS, "--out", str(tmp_path / f"told.{ending}")], capsys)[0] == 0
    with (tmp_path / "told.csv").open(encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))
    table = pq.read_table(tmp_path / "told.parquet").to_pylist()
    assert [{name: float(value) for name, value in row.items()} for row in rows] == table


def test_every_crisis_explains_itself(capsys) -> None:
    code, out, _ = answer([*WORDS, "--json"], capsys)
    assert code == 0
    events = [event for quarter in json.loads(out)["quarters"] for event in quarter["events"]]
    movers = ("challenge", "no_challenge", "response", "guarantor", "host", "supporter")
    moves = [n for n, event in enumerate(events) if event["kind"] in movers]
    assert moves
    for n in moves:
        before = [events[m] for m in range(n) if events[m]["actor"] == events[n]["actor"]]
        options, estimate = [], None
        for event in reversed(before):
            if event["kind"] == "estimate":
                estimate = event["terms"]
                break
            options += [event["terms"]] if event["kind"] == "option" else []
        assert estimate is not None
        assert {"days", "target_by_force", "guarantor_helps", "fighting", "control"} <= set(estimate)
        assert sum(option["probability"] for option in options) == pytest.approx(1.0)
        assert len({option["draw"] for option in options}) == 1
        reach = 0.0
        for option in sorted(options, key=lambda option: option["move"]):
            reach += option["probability"]
            if option["draw"] < reach:
                break
        assert option["move"] == events[n]["terms"]["move"]


def test_a_frozen_mechanism_and_the_views_of_deterrence_are_as_in_compare(capsys) -> None:
    _, out, _ = answer([*WORDS, "--freeze", "crisis.response"], capsys)
    assert "challenged in" not in out
    assert "let the opportunity" not in out
    code, out, err = answer(["trace", "us-japan", "--freeze", "crisis.respons"], capsys)
    assert (code, out) == (2, "")
    assert "crisis.response" in err
    late = ["-q", "trace", "us-japan", "--years", str(YEARS), "--future", "503"]
    seen, unseen = (answer([*late, *more], capsys)[1] for more in (["--deterrence"], []))
    assert "An opportunity arose" in unseen
    assert "Seen three ways" in seen
    assert "Seen three ways" not in unseen


def test_another_future_is_another_story(capsys) -> None:
    stories = {answer([*WORDS[:-1], str(future)], capsys)[1].splitlines()[-1] for future in range(3)}
    assert len(stories) == 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["us-japn"], ["us-japn", "us-japan"]),
        (["us-japan", "--bargain", "as_iz"], ["Nearest: as_is"]),
        (["us-japan", "--future", "-1"], ["--future: -1 is outside 0.."]),
        (["us-japan", "--future", "10000000"], ["--future: 10000000 is outside 0.."]),
        (["us-japan", "--seed", "-1"], ["--seed: -1 is outside"]),
        (["us-japan", "--years", "0"], ["--years: 0 is outside"]),
        (["us-japan", "--preset", "cor"], ["cor", "core"]),
        (["us-japan", "--out", "told.txt"], [".txt", ".csv, .parquet"]),
        (["us-japan", "--out", "told"], ["told", ".csv, .parquet"]),
    ],
)
def test_wrong_words_are_answered_and_nothing_is_written(
    words: list[str], said: list[str], tmp_path: Path, monkeypatch, capsys
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = answer(["trace", *words], capsys)
    assert (code, out) == (2, "")
    assert all(word in " ".join(err.replace("│", " ").split()) for word in said), err
    assert "Traceback" not in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["file/told.csv", "/proc/told.csv", "folder.csv"])
def test_a_table_that_cannot_be_written_is_told(place: str, tmp_path: Path, capsys) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "folder.csv").mkdir()
    code, out, err = answer([*WORDS, "--out", str(tmp_path / place)], capsys)
    assert (code, out) == (2, "")
    assert "Traceback" not in err
    assert "our fault" not in err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder.csv"]
