"""`kaname claims`: list and audit, files whole, mistakes answered before anything is run."""

from __future__ import annotations

import csv
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Kaname = Callable[..., subprocess.CompletedProcess[str]]


def test_list_names_all_claims_and_the_next_command(kaname: Kaname) -> None:
    done = kaname("claims", "list")
    assert done.returncode == 0, done.stderr
    assert all(f"C{number:02d} " in done.stdout for number in range(1, 47))
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert done.stdout.splitlines()[-1] == "kaname claims audit us-japan"
    rows = json.loads(kaname("claims", "list", "--json").stdout)
    assert len(rows) == 46


def test_an_audit_prints_verdicts_and_writes_whole_files(kaname: Kaname, tmp_path: Path) -> None:
    out = tmp_path / "audit"
    done = kaname("claims", "audit", "us-japan", "--claims", "C34,C06", "--futures", "20", "--out", str(out))
    assert done.returncode == 0, done.stderr
    assert max(map(len, done.stdout.splitlines())) <= 80 + len(str(out))
    data = json.loads((out / "claims.json").read_text("utf-8"))
    assert [one["id"] for one in data["claims"]] == ["C34", "C06"]
    assert data["command"] == "kaname claims audit us-japan --claims C34,C06 --futures 20 --seed 1"
    assert sum(data["counts"].values()) == 2
    for one in data["claims"]:
        assert one["verdict"].upper() in done.stdout
        assert all(line["low"] <= line["mean"] <= line["high"] for line in one["lines"])
    rows = list(csv.DictReader((out / "claims.csv").read_text("utf-8").splitlines()))
    assert len(rows) == sum(len(one["lines"]) for one in data["claims"])
    again = kaname("claims", "audit", "us-japan", "--claims", "C34,C06", "--futures", "20", "--out", str(out), "--json")
    assert json.loads(again.stdout) == data


def test_a_claim_of_ones_own_is_begun_checked_and_run(kaname: Kaname, tmp_path: Path) -> None:
    assert kaname("claims", "new", "mine.yaml", cwd=tmp_path).stdout == "kaname claims check mine.yaml\n"
    done = kaname("claims", "check", "mine.yaml", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "kaname claims run mine.yaml"
    done = kaname("claims", "run", "mine.yaml", "--futures", "20", "--quick", "--out", "result", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "R01" in done.stdout
    page = (tmp_path / "result" / "claims.html").read_text("utf-8")
    assert "kaname claims run mine.yaml --futures 20 --seed 1" in page
    assert kaname("claims", "new", "mine.yaml", cwd=tmp_path).returncode == 2


def test_a_wrong_arm_or_outcome_of_ones_own_is_named_with_its_place(kaname: Kaname, tmp_path: Path) -> None:
    kaname("claims", "new", "mine.yaml", cwd=tmp_path)
    text = (tmp_path / "mine.yaml").read_text("utf-8")
    text = text.replace("first_responder_readiness: 1}", "first_responder_readines: 1}").replace(
        "s.senkaku,", "s.senkako,"
    )
    (tmp_path / "mine.yaml").write_text(text, "utf-8")
    done = kaname("claims", "check", "mine.yaml", cwd=tmp_path)
    assert done.returncode == 2
    assert "mine.yaml R01.ready.levers: first_responder_readines is not a lever" in done.stderr
    assert "Nearest: seizures.senkaku" in done.stderr


def test_a_crisis_at_a_place_or_date_outside_the_scenario_is_named_by_check(kaname: Kaname, tmp_path: Path) -> None:
    kaname("claims", "new", "mine.yaml", cwd=tmp_path)
    text = (tmp_path / "mine.yaml").read_text("utf-8")
    for right, wrong, answer in (
        ("place: senkaku,", "place: senkakku,", "R01.crisis.place: senkakku is not a contingency"),
        ("date: 2028Q2", "date: 2099Q2", "R01.crisis.date: 2099Q2 is outside the scenario"),
    ):
        assert right in text
        (tmp_path / "mine.yaml").write_text(text.replace(right, wrong), "utf-8")
        done = kaname("claims", "check", "mine.yaml", cwd=tmp_path)
        assert done.returncode == 2
        assert answer in done.stderr


def test_a_clash_of_authors_without_one_is_answered(kaname: Kaname) -> None:
    done = kaname("claims", "clash", "kaname", "solomon2018")
    assert done.returncode == 2
    assert "pollmann2019 solomon2018" in done.stderr
    done = kaname("claims", "clash", "pollmann2019", "solomon2018", "--futures", "20")
    assert done.returncode == 0, done.stderr
    assert "C44" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_a_claim_that_is_not_there_or_a_file_in_the_way_stops_it_before_anything_runs(
    kaname: Kaname, tmp_path: Path
) -> None:
    done = kaname("claims", "audit", "us-japan", "--claims", "C47")
    assert done.returncode == 2
    assert "C46" in done.stderr
    (tmp_path / "claims.json").write_text("my own notes", encoding="utf-8")
    done = kaname("claims", "audit", "us-japan", "--claims", "C34", "--futures", "20", "--out", str(tmp_path))
    assert done.returncode == 2
    assert (tmp_path / "claims.json").read_text("utf-8") == "my own notes"
    assert not (tmp_path / "rows").exists()


def test_a_refused_audit_leaves_no_folder_and_commas_name_no_claim(kaname: Kaname, tmp_path: Path) -> None:
    for words in (["--claims", ","], ["--claims", "C99"], ["--claims", "C34", "--futures", "3"]):
        refused = kaname("claims", "audit", "us-japan", *words, "--out", str(tmp_path / "made"))
        assert refused.returncode == 2
        assert words[0] in refused.stderr or words[-2] in refused.stderr
        assert not (tmp_path / "made").exists()
    budget = kaname("claims", "clash", "pollmann2019", "solomon2018", "--futures", "3")
    assert budget.returncode == 2
    assert "--futures: 3 is outside" in budget.stderr
