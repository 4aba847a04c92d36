"""`kaname systems`: a system works when a mechanism carries it and a test shows it, and not before."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kaname.api.systems import all_systems, join
from kaname.cli.systems import table
from kaname.cli.systems_build import DATA, build
from kaname.core.errors import InputError, InputErrors

ROWS = [
    {"id": "S01", "name": "A name that is rather long and needs a second line", "family": "law"},
    {"id": "S02", "name": "Carried, not shown", "family": "law"},
    {"id": "S03", "name": "Shown, not carried", "family": "law"},
]


def test_a_system_works_only_with_a_mechanism_and_a_test() -> None:
    carried = {"S01": ["law.permission", "law.access"], "S02": ["law.permission"]}
    shown = {"S01": ["tests/a.py::test_a"], "S03": ["tests/a.py::test_b"]}
    rows = join(ROWS, carried, shown)
    assert [row.works for row in rows] == [True, False, False]
    lines = table(rows)
    assert max(map(len, lines)) <= 80
    assert sum("not yet" in line for line in lines) == 2
    assert lines[-1].startswith("1 of 3 systems work.")


def test_json_is_a_list_of_all_systems_with_five_keys(kaname: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    done = kaname("systems", "--json")
    assert done.returncode == 0, done.stderr
    rows = json.loads(done.stdout)
    assert len(rows) == 66
    assert all(list(row) == ["id", "name", "family", "mechanisms", "tests"] for row in rows)


def test_every_system_that_a_mechanism_names_exists() -> None:
    from kaname.model.engine.catalogue import mechanisms

    known = {row.id for row in all_systems()}
    assert {name for mechanism in mechanisms() for name in mechanism.systems} - known == set()


@pytest.mark.parametrize(
    ("file", "right", "wrong", "said"),
    [
        ("systems.yaml", "family: crisis", "family: crises", "'crises' is not a room|crises is not a room"),
        ("systems.yaml", "id: S02", "id: S01", "S01 is not a new number"),
    ],
)
def test_a_wrong_row_is_refused_with_its_place(tmp_path: Path, file: str, right: str, wrong: str, said: str) -> None:
    text = (DATA / file).read_text(encoding="utf-8")
    (tmp_path / file).write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises((InputError, InputErrors), match=said):
        build(tmp_path)
