"""The law asked from Python: one question, one day, a set of facts; an answer with its reasons.

Reads: the law book of the package. Writes: nothing. Clock: days. Errors: InputError with the nearest question or fact.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import Any

from kaname.api.table import Table
from kaname.law.ask import Answer
from kaname.law.ask import ask as asked
from kaname.law.book import load_book
from kaname.law.facts import checked_date, checked_facts
from kaname.law.flips import DateFlip, Flip, date_flips, flips
from kaname.law.render import Wording, answer_text


@dataclass(frozen=True)
class LegalAnswer:
    """The answer of the law to one question on one day, with everything needed to defend it.

    detail: the whole answer (rules, approval path, citations, open findings, rival readings); facts: as they were
    checked; language: en or ja, of the text.

    >>> answer = ask("JP.DEFENSE_OPERATION", date="2026-04-21", facts={})
    >>> answer.answer in ("yes", "no", "undetermined"), answer.date
    (True, '2026-04-21')
    """

    detail: Answer
    facts: Mapping[str, Any]
    language: str = "en"

    @property
    def question(self) -> str:
        """Return the id of the question."""
        return self.detail.question

    @property
    def date(self) -> str:
        """Return the day, as YYYY-MM-DD."""
        return self.detail.date

    @property
    def answer(self) -> str:
        """yes, no or undetermined."""
        return self.detail.answer

    @property
    def who_decides(self) -> str:
        """Return the body that decides, by its id."""
        return self.detail.who_decides

    @property
    def citations(self) -> tuple[str, ...]:
        """Return the provisions on which the answer rests, in the language asked for."""
        return self.detail.citations_ja if self.language == "ja" else self.detail.citations

    @property
    def open_findings(self) -> tuple[str, ...]:
        """Return facts that would help to determine an undetermined answer, formal findings first."""
        return tuple(finding.fact for finding in self.detail.open_findings)

    @cached_property
    def steps(self) -> Table:
        """Return the approval path: step, who, timing, act, hours (low, middle, high; none where not known), grade."""
        found = enumerate(self.detail.approval_path, 1)
        return Table.of_rows([
            {"step": n, "who": step.who, "timing": step.timing, "act": step.act[self.language],
             **dict(zip(("hours_low", "hours", "hours_high"), step.hours or (None, None, None), strict=True)),
             "grade": step.grade}
            for n, step in found
        ])  # fmt: skip

    @cached_property
    def rules(self) -> Table:
        """Return the rules on which the answer rests, the leading one first: rule, effect, state, reason, facts, in
        force.
        """
        return Table.of_rows([
            {"rule": rule.id, "effect": rule.effect, "state": rule.state, "reason": rule.reason[self.language],
             "facts": ", ".join(rule.facts), "start": rule.start, "end": rule.end}
            for rule in self.detail.rules
        ])  # fmt: skip

    @cached_property
    def flips(self) -> list[Flip]:
        """Return the smallest changes of facts that change the answer: `changes` and the `answer` they give."""
        return flips(load_book(), self.question, self.date, self.facts)

    @cached_property
    def date_flips(self) -> list[DateFlip]:
        """Return the nearest days before and after on which the same facts are answered otherwise."""
        return date_flips(load_book(), self.question, self.date, self.facts)

    def __repr__(self) -> str:
        return f"{self.question} on {self.date}: {self.answer}"

    def __str__(self) -> str:
        wording = Wording(load_book(), self.language)
        return answer_text(wording, self.detail, self.facts, self.flips, self.date_flips)

    def _repr_html_(self) -> str:
        return f"<pre>{escape(str(self))}</pre>"


def ask(
    question: str, date: str | dt.date | None = None, facts: Mapping[str, Any] | None = None, language: str = "en"
) -> LegalAnswer:  # fmt: skip
    """Return what the law of a day answers to a question: yes, no or undetermined, and why.

    question: an id (`kaname law questions` lists them), or words of it with which one id alone begins; date: YYYY-MM-DD
    or a date, today where left out; facts: fact -> value, a fact that is not named is unknown; language: en or ja.
    Raises InputError with the nearest name for an unknown question, fact or value, and for facts that contradict.

    >>> ask("JP.DEFENSE_OPERATION", date="2026-04-21", facts={"armed_attack_on_japan": "yes"}).question
    'JP.DEFENSE_OPERATION_ORDER'
    """
    book = load_book()
    begun = [name for name in book.questions if name.startswith(f"{question}_")]
    question = begun[0] if len(begun) == 1 and question not in book.questions else question
    wording = Wording(book, language)
    told = checked_facts(book, facts or {})
    day = checked_date(book, date or dt.date.today())
    return LegalAnswer(asked(question, day, told, book), told, wording.language)
