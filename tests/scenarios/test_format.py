"""The JSON Schema that editors read agrees with the files that the loader takes, and the page shows what is loaded."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from kaname.core.safe_yaml import parse_yaml, read_yaml
from kaname.core.units import UNITS
from kaname.evidence.distributions import KINDS
from kaname.scenarios.format import CONSENTERS, FLAGS, ROLES, bargain_schema, override_schema, scenario_schema

FILES = {"strait.yaml": scenario_schema, "strait_poor.yaml": override_schema, "firm_promise.yaml": bargain_schema}


@pytest.mark.parametrize("name", FILES)
def test_the_schema_takes_a_sound_file(name: str, folder: Path) -> None:
    schema = FILES[name]()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(read_yaml(folder / name).value, schema)


WRONG = [
    ("strait.yaml", "years: 15", "yaers: 15"),
    ("strait.yaml", "role: partner", "role: friend"),
    ("strait.yaml", "{figure: starting_readiness}", "0.4"),
    ("strait.yaml", "unit: bn USD 2023", "unit: bn USD"),
    ("strait.yaml", "date: 2023, source: made_up, ", "date: 2023, "),
    ("strait_poor.yaml", "base: strait", "base: [strait]"),
    ("firm_promise.yaml", "adopt:", "adapt:"),
    ("firm_promise.yaml", "protector:", "us:"),
    ("firm_promise.yaml", "triangular: [0.1, 0.2, 0.5]", "triangular: [0.1, 0.2]"),
]


@pytest.mark.parametrize(("name", "part", "instead"), WRONG)
def test_the_schema_refuses_what_the_loader_refuses(
    name: str, part: str, instead: str, change: Callable[[str, str, str], Path]
) -> None:
    value: Any = read_yaml(change(name, part, instead)).value
    assert not jsonschema.Draft202012Validator(FILES[name]()).is_valid(value)


def test_the_page_of_files_shows_files_that_are_well_formed_and_words_that_exist(repo_root: Path) -> None:
    page = (repo_root / "docs" / "reference" / "files.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```yaml\n(.*?)```", page, re.S)
    assert len(blocks) > 5
    whole = [block.replace("...", "note: x") for block in blocks if not block.startswith("value: 0.3")]
    assert all(isinstance(parse_yaml(block).value, dict) for block in whole)
    for word in (*CONSENTERS, *FLAGS, *ROLES, *KINDS):
        assert word in page


def test_every_unit_that_the_page_names_is_one(repo_root: Path) -> None:
    page = (repo_root / "docs" / "reference" / "files.md").read_text(encoding="utf-8")
    section = page[page.index("### Units") : page.index("## Evidence")]
    named = set(re.findall(r"`([^`]+)`", section)) - {"day", "month", "quarter", "year", "decade", "kaname.core.units"}
    assert len(named) > 50
    assert named - set(UNITS) == set()
