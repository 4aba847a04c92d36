"""The law door: search, a question, its day and facts, the answer with everything that defends it, the table of acts.

Idea: all of it is the law room's; the address holds question, day and facts, so that an answer is a link. Facts are
those that can still change the answer, the one that settles most first.
Clock: days. Reads: the law book. Writes: nothing. Errors: InputError for what the book does not know.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kaname.core.errors import InputError, shown, unknown_name
from kaname.lab.legal import Asked, controls, found, next_fact, questions_by_state, shown_answer, ticks
from kaname.lab.pages import check_language, language_of
from kaname.law.book import load_book
from kaname.law.facts import checked_date, checked_facts, checked_question
from kaname.law.options import ORDER, options
from kaname.law.premises import UNKNOWN
from kaname.law.render import Wording, step_text

FACT = "f."
BESIDE = ("q", "question", "date", "lang")
LONGEST_SEARCH = 200


async def law(request: Request) -> Response:
    """Return the page of the law: what the search found, the question with its facts, the answer."""
    check_language(request)
    said, lab, book = language_of(request), request.app.state.lab, load_book()
    asked = read(request.query_params.multi_items())
    wording = Wording(book, said.language)
    typed = request.query_params.get("q", "")[:LONGEST_SEARCH]
    answered = shown_answer(wording, asked) if asked.question else None
    first, last, changes = ticks(asked)
    return lab.pages.page(
        request, "law.html", "law", asked=asked, typed=typed, found=found(wording, typed, asked), wording=wording,
        answered=answered, controls=controls(wording, asked) if asked.question else [], first=first, last=last,
        next_one=next_fact(wording, asked) if asked.question else None, changes=changes, word=wording.word,
        facts_before=[(FACT + name, value) for name, value in asked.typed], step_text=step_text,
        questions=questions_by_state(wording), address=asked.address, fact_prefix=FACT,
    )  # fmt: skip


async def table(request: Request) -> Response:
    """Return every act of every actor for the facts given, by state and by how open it is; made to be printed."""
    check_language(request)
    said, lab, book = language_of(request), request.app.state.lab, load_book()
    asked = read(request.query_params.multi_items())
    wording = Wording(book, said.language)
    made = options(book, asked.date, asked.facts)
    states = {state: [one for status in ORDER for one in made if one.state == state and one.status == status]
              for state in dict.fromkeys(one.state for one in made)}  # fmt: skip
    return lab.pages.page(
        request, "law_table.html", "law", asked=asked, states=states, wording=wording, word=wording.word
    )


def read(pairs: list[tuple[str, str]]) -> Asked:
    """Return what an address asks. Raises InputError for a name, a value or a day that the book does not know."""
    book, given, facts = load_book(), {}, {}
    for name, value in pairs:
        if name in given or name in facts:
            raise InputError("it is given twice", path=shown(name), hint="Give it once.")
        if name.startswith(FACT):
            facts[name] = value
        elif name in BESIDE:
            given[name] = value
        else:
            raise unknown_name(
                "a part of a question of law", name, (*BESIDE, *(FACT + fact for fact in book.facts)), path="address"
            )
    told = {name.removeprefix(FACT): value for name, value in facts.items() if value}
    for name in told:
        if name not in book.facts:
            raise unknown_name("a fact of the vocabulary", name, sorted(book.facts), path="facts")
    question = given.get("question", "")
    day = checked_date(book, given["date"]) if given.get("date") else str(book.data["stands_at"])
    checked = checked_facts(book, told)
    passed = tuple(name for name, value in checked.items() if value == UNKNOWN)
    return Asked(checked_question(book, question) if question else "", day, checked, passed, tuple(told.items()))


ROUTES = (Route("/law", law), Route("/law/table", table))
