"""The formulas of a docstring stay lines on its page, and a sentence stays a sentence."""

from __future__ import annotations

from importlib import import_module

from kaname.compile.formulas import markdown
from kaname.model.engine.catalogue import mechanisms


def test_a_paragraph_with_an_indented_line_or_a_definition_becomes_a_block() -> None:
    made = markdown("Idea.\n\nx moves to y\n\nwhere it is so\n    a = 1\n      + 2\n")
    assert made == "Idea.\n\n```{formula}\nx moves to y\n```\n\n```{formula}\nwhere it is so\n    a = 1\n      + 2\n```"


def test_sentences_and_sources_are_left_alone() -> None:
    text = "Debt grows, and near its limit (debt = limit) it binds.\n\nClock: quarter. Source: Author 2009."
    assert markdown(text) == text


def test_most_mechanisms_have_a_formula_and_none_loses_a_line() -> None:
    made = {}
    for mechanism in mechanisms():
        room, stem = mechanism.name.split(".")
        text = import_module(f"kaname.model.{room}.{stem}").__doc__ or ""
        made[mechanism.name] = markdown(text)
        assert [line.strip() for line in text.splitlines() if line.strip()] == [
            line.strip() for line in made[mechanism.name].splitlines() if line.strip() and not line.startswith("```")
        ]
    assert sum("{formula}" in text for text in made.values()) > len(made) / 2
