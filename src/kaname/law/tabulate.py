"""Tabulate: the law as plain arrays, one entry per date, contingency, stage, role and move.

Idea: the crisis clock asks the law thousands of times; it gets a table. Every entry is the answer to the questions
that data/law/moves.yaml names for the move, on the contingency's facts, the stage's facts and the move's own;
`explain` gives the answer with its rules for any entry, and a test proves that the two agree everywhere.

Axes: date, contingency, stage (the finding that has been made), role, move, component, parameter.
Units: permit 0 no, 1 yes, 2 undetermined (for host_consent_combat_use: 1 the host's consent is required); delay in
hours; undetermined counts questions on the decision path whose answer is open; treaty_covers 0, 1, 2.
Reads: the law book. Writes nothing. Raises InputError on a wrong role or fact.
Source: this project's own tabulation of rules that carry their citations.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np

from kaname.core.errors import unknown_name
from kaname.law.ask import Answer, answer_on, verdict
from kaname.law.book import LAST, Book, load_book
from kaname.law.delays import PARAMETERS, delay_hours
from kaname.law.facts import checked_date, checked_facts
from kaname.law.truth import OPEN, any_of
from kaname.words.axes import DELAYS, LEGAL_MOVES, STAGES

ROLES = ("ally", "protector")
"""The order of the axis role of the permit table; it is not that of the sides."""
ALLY_ROLES = ("target", "host", "bystander", "supporter")


@dataclass(frozen=True)
class ContingencyFacts:
    """A contingency as the law sees it before any finding: the sides' roles and the facts of the vocabulary."""

    name: str
    role_of_ally: str
    role_of_protector: str = "guarantor"
    facts: Mapping[str, Any] = field(default_factory=dict)


class LawTables(NamedTuple):
    """The law laid out on axes; arrays are plain NumPy, names are tuples in axis order."""

    permit: np.ndarray
    delay: np.ndarray
    undetermined: np.ndarray
    treaty_covers: np.ndarray
    dates: tuple[str, ...]
    contingencies: tuple[ContingencyFacts, ...]
    stages: tuple[str, ...] = STAGES
    roles: tuple[str, ...] = ROLES
    moves: tuple[str, ...] = LEGAL_MOVES
    components: tuple[str, ...] = DELAYS
    parameters: tuple[str, ...] = PARAMETERS


def shipped_contingencies(book: Book | None = None) -> tuple[ContingencyFacts, ...]:
    """Return the contingencies of data/law/contingencies.yaml, in file order."""
    law = book or load_book()
    return tuple(
        ContingencyFacts(name, contingency["role_of_ally"], contingency["role_of_protector"], contingency["facts"])
        for name, contingency in law.data["contingencies"].items()
    )


def tabulate(
    contingencies: Sequence[ContingencyFacts], dates: Sequence[dt.date | str], book: Book | None = None
) -> LawTables:
    """Tabulate the law for these contingencies on these dates.

    permit int8 [date, contingency, stage, role, move]; delay float64 hours [date, contingency, stage, component,
    parameter]; undetermined float64 and treaty_covers int8 [date, contingency].
    """
    law = book or load_book()
    checked = tuple(_checked(law, contingency) for contingency in contingencies)
    days = tuple(checked_date(law, date) for date in dates)
    tables = _empty(days, checked)
    columns = {_since(law, day): day for day in reversed(days)}
    made = {since: _column(law, checked, day) for since, day in columns.items()}
    for at, day in enumerate(days):
        arrays = (tables.permit, tables.delay, tables.undetermined, tables.treaty_covers)
        for array, column in zip(arrays, made[_since(law, day)], strict=True):
            array[at] = column
    return tables


def _checked(book: Book, contingency: ContingencyFacts) -> ContingencyFacts:
    if contingency.role_of_ally not in ALLY_ROLES:
        raise unknown_name("a role of the ally", contingency.role_of_ally, ALLY_ROLES, path=contingency.name)
    facts = checked_facts(book, contingency.facts)
    return ContingencyFacts(contingency.name, contingency.role_of_ally, contingency.role_of_protector, facts)


def _since(book: Book, day: str) -> str:
    """Return the last day on which anything in the book changed; all later dates before the next change share one
    column.
    """
    return max((change for change in book.data["changes"] if change <= day), default="")


def _empty(days: tuple[str, ...], contingencies: tuple[ContingencyFacts, ...]) -> LawTables:
    shape = (len(days), len(contingencies))
    return LawTables(
        permit=np.zeros((*shape, len(STAGES), len(ROLES), len(LEGAL_MOVES)), np.int8),
        delay=np.zeros((*shape, len(STAGES), len(DELAYS), len(PARAMETERS)), np.float64),
        undetermined=np.zeros(shape, np.float64),
        treaty_covers=np.zeros(shape, np.int8),
        dates=days,
        contingencies=contingencies,
    )


def _column(book: Book, contingencies: tuple[ContingencyFacts, ...], day: str) -> tuple[np.ndarray, ...]:
    """Return the four arrays of one date."""
    one = _empty((day,), contingencies)
    for k, contingency in enumerate(contingencies):
        for s, stage in enumerate(STAGES):
            for r, role in enumerate(ROLES):
                one.permit[0, k, s, r] = [entry(book, day, contingency, stage, role, move) for move in LEGAL_MOVES]
            for c, component in enumerate(DELAYS):
                one.delay[0, k, s, c] = delay_hours(book, contingency.name, stage, component, day)
        one.treaty_covers[0, k] = treaty_covers(book, day, contingency)
        one.undetermined[0, k] = undetermined(book, day, contingency)
    return one.permit[0], one.delay[0], one.undetermined[0], one.treaty_covers[0]


def entry(book: Book, day: str, contingency: ContingencyFacts, stage: str, role: str, move: str) -> int:
    """Return one entry of the permit table: yes where any of the move's questions permits it."""
    facts = facts_of(book, day, contingency, stage, role, move)
    return any_of(verdict(book, question, day, facts) for question in asked(book, role, move))


def asked(book: Book, role: str, move: str) -> Sequence[str]:
    """Return the question ids that stand for a move of a role."""
    return book.data["moves"]["moves"][role][move]["asks"]


def facts_of(book: Book, day: str, contingency: ContingencyFacts, stage: str, role: str, move: str) -> dict[str, Any]:
    """Return the facts of an entry: the contingency's, then the stage's, then the move's own."""
    moves = book.data["moves"]
    facts = stage_facts(book, day, contingency, stage)
    facts["article_v_situation"] = moves["article_v_by_stage"][stage]
    facts["scene_of_combat"] = moves["scene_of_combat_by_stage"][stage]
    return {**facts, **moves["moves"][role][move].get("facts", {})}


def stage_facts(book: Book, day: str, contingency: ContingencyFacts, stage: str) -> dict[str, Any]:
    """Return the contingency's facts once the stage's finding has been made."""
    moves, role = book.data["moves"], contingency.role_of_ally
    facts = dict(contingency.facts)
    if stage == moves["coverage_stage"] and role in moves["armed_attack_place_roles"]:
        facts = {name: value for name, value in facts.items() if name not in moves["drop_when_attacked"]}
        facts.update(moves["armed_attack_place"])
    facts.update(moves["stages"][stage][role])
    for change in moves["stage_by_date"]:
        in_time = change.get("from", "") <= day < change.get("until", LAST)
        if in_time and (change["stage"], change["role"]) == (stage, role):
            facts.update(change["facts"])
    return facts


def treaty_covers(book: Book, day: str, contingency: ContingencyFacts) -> int:
    """Return whether an armed attack on what the contingency is about falls under the treaty: 0, 1 or 2."""
    facts = {**contingency.facts, **book.data["moves"]["coverage_facts"]}
    return verdict(book, book.data["moves"]["coverage_question"], day, facts)


def undetermined(book: Book, day: str, contingency: ContingencyFacts) -> float:
    """Return how many questions on the decision path are open before any finding is made."""
    facts = {**contingency.facts, **book.data["moves"]["path_facts"]}
    answers = (verdict(book, question, day, facts) for question in book.data["moves"]["path_questions"])
    return float(sum(answer == OPEN for answer in answers))


def explain(
    tables: LawTables,
    date: int | dt.date | str,
    contingency: int | str,
    stage: str,
    role: str,
    move: str,
    book: Book | None = None,
) -> Answer:
    """Return the answer behind one entry of the permit table, with rules, citations and path.

    date is an index into tables.dates or one of them; contingency an index or a name.
    """
    law = book or load_book()
    day = tables.dates[date] if isinstance(date, int) else checked_date(law, date)
    chosen = _chosen(tables, contingency)
    facts = facts_of(law, day, chosen, stage, role, move)
    answers = [answer_on(law, question, day, facts) for question in asked(law, role, move)]
    return _leading(answers)


def _chosen(tables: LawTables, contingency: int | str) -> ContingencyFacts:
    if isinstance(contingency, int):
        return tables.contingencies[contingency]
    names = [one.name for one in tables.contingencies]
    if contingency not in names:
        raise unknown_name("a contingency of the table", contingency, names)
    return tables.contingencies[names.index(contingency)]


def _leading(answers: list[Answer]) -> Answer:
    """Of several answers the one that decides: a yes, else an undetermined, else the first no."""
    for wanted in ("yes", "undetermined"):
        for answer in answers:
            if answer.answer == wanted:
                return answer
    return answers[0]
