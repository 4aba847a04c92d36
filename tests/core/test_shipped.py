"""A shipped file is read once in a command, and again when it has changed."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path

import pytest

from kaname.compile.compiled import compile_study
from kaname.core.shipped import shipped_json
from kaname.evidence.load import DATA, load_evidence
from kaname.scenarios.load import load_bargain, load_scenario


def test_a_file_is_parsed_once_until_it_changes(tmp_path: Path) -> None:
    file = tmp_path / "data.json"
    file.write_text("[1]", encoding="utf-8")
    assert shipped_json(file) is shipped_json(file)
    file.write_text("[1, 2]", encoding="utf-8")
    assert shipped_json(file) == [1, 2]
    file.write_text("[3, 4]", encoding="utf-8")
    os.utime(file, ns=(1, 1))
    assert shipped_json(file) == [3, 4]


def test_a_comparison_reads_no_shipped_file_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """The names are resolved, the bargains read for their ids and the study compiled, as `kaname compare` does."""
    read: Counter[str] = Counter()
    once = Path.read_bytes

    def counted(path: Path) -> bytes:
        if path.is_relative_to(DATA):
            read[path.name] += 1
        return once(path)

    monkeypatch.setattr(Path, "read_bytes", counted)
    for name in load_scenario("us-japan").bargains[:2]:
        load_bargain(name)
    compile_study("us-japan", ["as_is", "step_up"], years=1)
    load_evidence()
    assert {name: times for name, times in read.items() if times > 1} == {}


def test_what_was_read_once_is_what_stands_in_the_file() -> None:
    assert shipped_json(DATA / "scenarios.json") == json.loads((DATA / "scenarios.json").read_text(encoding="utf-8"))
