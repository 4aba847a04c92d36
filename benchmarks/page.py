"""The page of a measurement: the goals with misses first, then a section for each thing measured."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.section import Goal, Section, table

HEAD = """# Speed and memory, measured

Made by `python -m benchmarks` (`make bench`); do not edit. Every pair of figures was measured in one run, A B A B, as
CPU time of the process unless wall time is named; a figure is a median with the smallest and largest measurement.
A machine that others use at the same time makes single figures worse and ranges wider; ratios suffer less.
"""
TRIAL = "**A trial run with tiny sizes: these numbers mean nothing.**\n"


def page(sections: Sequence[Section], facts: Sequence[str], quick: bool) -> str:
    """The whole page as Markdown."""
    goals = [goal for section in sections for goal in section.goals]
    blocks = [HEAD, *([TRIAL] if quick else []), "".join(f"- {fact}\n" for fact in facts), of_goals(goals)]
    return "\n".join([*blocks, *(f"## {section.title}\n\n{section.text}" for section in sections)])


def of_goals(goals: Sequence[Goal]) -> str:
    """The goals as a table, what was missed first and aims last."""
    ordered = sorted(goals, key=lambda goal: (goal.aim, goal.kept))
    rows = [goal.row() for goal in ordered]
    return "## Goals\n\n" + table(("what", "asked for", "found", ""), rows)
