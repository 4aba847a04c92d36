"""The causal map from declarations."""

from __future__ import annotations

from kaname.analysis.causes import Arrow, arrows, readers, writers

MECHANISMS = [
    {"name": "a.one", "reads": ["x"], "writes": ["y", "z"], "active": True},
    {"name": "a.two", "reads": ["y", "z"], "writes": ["x"], "active": True},
    {"name": "b.off", "reads": ["y"], "writes": ["x"], "active": False},
    {"name": "b.self", "reads": ["w"], "writes": ["w"]},
]


def test_an_arrow_stands_for_the_fields_that_one_writes_and_another_reads() -> None:
    assert arrows(MECHANISMS) == [Arrow("a.one", "a.two", ("y", "z")), Arrow("a.two", "a.one", ("x",))]


def test_a_mechanism_that_did_not_run_moves_nothing() -> None:
    assert writers(MECHANISMS)["x"] == ("a.two",)
    assert readers(MECHANISMS)["y"] == ("a.two",)
