"""Errors are public text: where, what was found, what is allowed, what to do."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.core.errors import Findings, InputError, InputErrors, nearest_name, shown, unknown_name


def test_an_error_reads_as_the_style_page_says() -> None:
    error = InputError(
        "85 is outside 0..1 (unit: share)",
        file="scenarios/strait.yaml",
        line=41,
        path="forces.jp.interceptor_upper.readiness",
        found=85,
        hint="Write 0.85.",
    )
    said = (
        "scenarios/strait.yaml:41 forces.jp.interceptor_upper.readiness: 85 is outside 0..1 (unit: share). Write 0.85."
    )
    assert str(error) == said


def test_an_unknown_name_is_told_with_the_nearest_one_and_what_is_allowed() -> None:
    error = unknown_name("a lever", "clarty", ["clarity", "tariffs"], file="b.yaml", line=3, path="levers.clarty")
    assert str(error) == "b.yaml:3 levers.clarty: clarty is not a lever. Nearest: clarity. Allowed: clarity, tariffs."
    assert error.nearest == "clarity"


def test_a_long_list_of_names_begins_with_the_closest() -> None:
    names = [f"word_{n}" for n in range(60)] + ["presence_speed"]
    error = unknown_name("a parameter", "presence_sped", names)
    assert "Allowed: presence_speed," in str(error)
    assert "and 56 more" in str(error)


def test_nothing_is_near_to_a_name_unlike_all() -> None:
    assert nearest_name("zzzz", ["clarity", "tariffs"]) is None
    assert nearest_name("Clarity", ["clarity"]) == "clarity"
    assert nearest_name("us_japan", ["us-japan"]) == "us-japan"


def test_several_errors_are_told_in_the_order_of_the_lines() -> None:
    errors = InputErrors([InputError("second", file="a", line=9), InputError("first", file="a", line=2)])
    assert str(errors) == "a:2: first.\na:9: second."


def test_more_errors_than_a_screen_holds_are_counted() -> None:
    errors = InputErrors([InputError(f"number {n}", file="a", line=n) for n in range(50)])
    assert str(errors).splitlines()[-1] == "... and 10 more."


def test_findings_raise_the_one_error_itself_and_nothing_when_there_is_none() -> None:
    findings = Findings()
    findings.raise_if_any()
    only = InputError("one")
    findings.add(only)
    with pytest.raises(InputError) as caught:
        findings.raise_if_any()
    assert caught.value is only
    findings.add(InputError("two"))
    with pytest.raises(InputErrors):
        findings.raise_if_any()


def test_an_error_survives_the_way_to_another_process() -> None:
    error = InputError("lost", file="a.yaml", line=2, nearest="found")
    again = pickle.loads(pickle.dumps(error))
    assert str(again) == str(error)


@given(st.text(max_size=300))
def test_hostile_text_stays_one_printable_line_of_bounded_length(text: str) -> None:
    told = str(InputError(f"{shown(text)} is wrong", file=text, path=text))
    assert all(character.isprintable() for character in told)
    assert len(told) < 3 * 90


def test_an_escape_sequence_in_a_name_cannot_reach_the_terminal() -> None:
    assert "\x1b" not in str(InputError("bad", path="a\x1b[2Jb", file="x\nscenario.yaml:1 forged"))
    assert "\n" not in str(InputError("bad", file="x\nforged"))
