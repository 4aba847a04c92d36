"""Damaged data of the installation is a sentence with a way out, in whatever command meets it."""

from __future__ import annotations

import ast

import pytest

from kaname.cli.trouble import explain
from kaname.core.errors import EXIT_BAD_INPUT
from kaname.core.shipped import DamagedData, shipped_json
from tests.house.sources import PACKAGE, python_files


@pytest.mark.parametrize(("content", "said"), [
    (b"{", "breaks off at line 1"), (b"", "breaks off at line 1"), (b"\xff", "not UTF-8"), (None, "is missing"),
    (b"[]", "lacks rules"), (b'{"terms": 1}', "lacks rules"),
])  # fmt: skip
def test_a_damaged_file_is_told_with_the_way_out_and_exit_code_two(tmp_path, capsys, content, said) -> None:
    file = tmp_path / "kaname" / "data" / "law" / "law.json"
    file.parent.mkdir(parents=True)
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(DamagedData, match=said) as told:
        shipped_json(file, "rules", "terms")
    assert explain(told.value) == EXIT_BAD_INPUT
    message = capsys.readouterr().err
    assert message.startswith("data/law/law.json, a data file of this installation,")
    assert "Run `make data`" in message


def test_shipped_data_is_read_in_no_other_way() -> None:
    """Runs' own files have their own readers; makers of data read what they make, caches what they kept."""
    others = {
        "study",
        "analysis",
        "published_build",
        "coast_build",
        "doctor",
        "shipped",
        "compiled",
        "store",
        "touched",
        "making",  # reads the progress that a child prints
        "verification",  # shares no code with what wrote the files that it checks
    }
    found = []
    for path in python_files(PACKAGE):
        if {path.stem, *path.relative_to(PACKAGE).parts} & others:
            continue
        calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
        found += [path.name for call in calls if ast.unparse(call.func) in ("json.loads", "json.load")]
    assert found == []
