"""Files changed at random: what comes out is a checked scenario, bargain or evidence, or an error for people."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.core.errors import InputError, InputErrors
from kaname.core.safe_yaml import parse_yaml, read_yaml
from kaname.evidence.load import Evidence, read_evidence
from kaname.scenarios.bargains import check_bargain
from kaname.scenarios.check import check_scenario
from kaname.scenarios.overrides import check_override, merged

FILES = Path(__file__).parent / "files"
DOCUMENTS = {name: read_yaml(FILES / f"{name}.yaml") for name in ("strait", "firm_promise", "strait_poor", "evidence")}
ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**17), 10**17),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.text(max_size=12),
    st.sampled_from(["al", "share", "D", "made_up", "value", "figure", "none", "initial.gdp", "2024-02-30", "others"]),
    st.lists(st.integers(0, 3) | st.text(max_size=3), max_size=3),
    st.dictionaries(st.sampled_from(["value", "figure", "unit", "switch", "uniform", "by", "x"]), st.integers(0, 2),
                    max_size=3),
)  # fmt: skip


def spots(value: Any, above: tuple = ()) -> list[tuple]:
    """Every path of a tree but its root."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found = []
    for key, entry in inside:
        found += [(*above, key), *spots(entry, (*above, key))]
    return found


@st.composite
def mutated(draw: st.DrawFn, name: str) -> str:
    """A sound file with one to three things replaced, removed, renamed or doubled, as JSON (which is YAML)."""
    value = copy.deepcopy(DOCUMENTS[name].value)
    for _ in range(draw(st.integers(1, 3))):
        *path, last = draw(st.sampled_from(spots(value) or [("x",)]))
        inside = value
        for key in path:
            inside = inside[key]
        act = draw(st.sampled_from(["replace", "replace", "remove", "rename"]))
        if act == "replace" or isinstance(inside, list):
            inside[last] = draw(ODD)
        else:
            entry = inside.pop(last, None)
            if act == "rename":
                inside[draw(st.text(min_size=1, max_size=8))] = entry
    return json.dumps(value)


def outcome(check: Any) -> Any:
    """What a check gives, or its error; any other exception goes through and fails the test."""
    try:
        return check()
    except (InputError, InputErrors) as trouble:
        return trouble


def check_for_people(found: Any) -> None:
    """An error is printable line by line; anything else was checked."""
    if isinstance(found, Exception):
        assert all(line.isprintable() and line for line in str(found).splitlines())
        assert str(found)


@given(mutated("strait"))
def test_a_changed_scenario_is_checked_or_refused(evidence: Evidence, text: str) -> None:
    check_for_people(outcome(lambda: check_scenario(parse_yaml(text), evidence)))


@given(mutated("firm_promise"))
def test_a_changed_bargain_is_checked_or_refused(evidence: Evidence, text: str) -> None:
    check_for_people(outcome(lambda: check_bargain(parse_yaml(text), evidence)))


@given(mutated("strait_poor"))
def test_a_changed_override_is_merged_and_checked_or_refused(evidence: Evidence, text: str) -> None:
    def check() -> Any:
        override = parse_yaml(text)
        check_override(override)
        return check_scenario(merged(DOCUMENTS["strait"], override), evidence)

    check_for_people(outcome(check))


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("evidence")


@given(mutated("evidence"))
def test_changed_evidence_is_checked_or_refused(scratch: Path, text: str) -> None:
    file = scratch / "test.yaml"
    file.write_text(text, encoding="utf-8")
    found = outcome(lambda: read_evidence([file]))
    check_for_people(found)
    if isinstance(found, Evidence):
        assert all(figure.at(0.5) is not None for figure in found.figures.values())


@given(st.recursive(ODD, lambda inner: st.dictionaries(st.text(max_size=5), inner, max_size=3), max_leaves=5))
def test_any_tree_at_all_is_checked_or_refused(evidence: Evidence, tree: Any) -> None:
    document = outcome(lambda: parse_yaml(json.dumps(tree)))
    if isinstance(document, Exception):
        return check_for_people(document)
    for check in (check_scenario, check_bargain):
        found = outcome(lambda check=check: check(document, evidence))
        assert isinstance(found, (InputError, InputErrors))
        check_for_people(found)
    return check_for_people(outcome(lambda: check_override(document)))
