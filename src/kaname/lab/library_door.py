"""The library beside the shelf of runs: the evidence, what the model contains with its causal map, the glossary.

Reads: evidence, declarations of the model, law book, catalogue. Writes: nothing. Errors: InputError for what is not
there.
"""

from __future__ import annotations

import asyncio
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kaname.core.errors import InputError
from kaname.evidence.figures import CERTAINTIES, GRADES
from kaname.lab import figures, glossary
from kaname.lab import inside as model
from kaname.lab.figures import PAGE, cells_of, figure_of, meaning_of, rests_on, value_of, works_of
from kaname.lab.pages import given, language_of

LONGEST = 200
MOST_PAGES = 1000


async def evidence(request: Request) -> Response:
    """Return the figures that hold the words typed and have the grade asked for."""
    asked, lab, say = given(request, "words", "grade", "page"), request.app.state.lab, language_of(request)
    number, typed = _page(asked["page"]), asked["words"][:LONGEST]
    part = await asyncio.to_thread(figures.look, typed, asked["grade"], number)
    grade = asked["grade"]
    rows = [(figure, value_of(say, figure), meaning_of(figure), works_of(figure)) for figure in part.figures]

    def address(page: int) -> str:
        return "/library/evidence?" + urlencode({"lang": say.language, "words": typed, "grade": grade, "page": page})

    return lab.pages.page(
        request, "evidence.html", "library", rows=rows, part=part, typed=typed, grade=grade, grades=list(GRADES),
        before=address(number - 1) if number else "",
        after=address(number + 1) if (number + 1) * PAGE < part.fitting else "",
    )  # fmt: skip


async def figure(request: Request) -> Response:
    """Return the page of one figure with its works and what rests on it."""
    asked, lab, say = given(request, "id"), request.app.state.lab, language_of(request)
    shown = figure_of(asked["id"])
    return lab.pages.page(
        request, "figure.html", "library", figure=shown, value=value_of(say, shown), cells=cells_of(say, shown),
        meaning=meaning_of(shown), works=works_of(shown), rests=await asyncio.to_thread(rests_on, shown),
        certainties=CERTAINTIES,
    )  # fmt: skip


async def systems(request: Request) -> Response:
    """Return the systems, the mechanisms by room, and the causal map."""
    given(request)
    lab, say = request.app.state.lab, language_of(request)

    def all_of_it() -> tuple[object, ...]:
        from kaname.api.systems import all_systems

        rooms: dict[str, list[model.Inside]] = {}
        for one in model.all_inside().values():
            rooms.setdefault(one.room, []).append(one)
        count = len(model.all_inside())
        alt = say("library-map-alt", mechanisms=count, arrows=len(model.all_arrows()))
        return all_systems(), rooms, model.causal_map(alt), alt

    found, rooms, drawn, alt = await asyncio.to_thread(all_of_it)
    return lab.pages.page(
        request, "systems.html", "library", systems=found, rooms=rooms, drawn=drawn, alt=alt, anchor=model.anchor
    )


async def mechanism(request: Request) -> Response:
    """Return the page of one mechanism: its rule, what leads to it and what it leads to, its figures and levers."""
    asked, lab = given(request, "name"), request.app.state.lab
    shown = await asyncio.to_thread(model.inside, asked["name"])
    into, out_of = model.beside(shown.name)
    return lab.pages.page(
        request, "mechanism.html", "library", shown=shown, into=into, out_of=out_of, meaning=model.meaning
    )


async def words(request: Request) -> Response:
    """Return the glossary in both languages."""
    asked, lab = given(request, "words"), request.app.state.lab
    typed = asked["words"][:LONGEST]
    return lab.pages.page(request, "glossary.html", "library", kinds=glossary.look(typed), typed=typed)


def _page(text: str) -> int:
    if text and not (text.isascii() and text.isdigit() and int(text) < MOST_PAGES):
        raise InputError("it is no number of a page", path="page", found=text[:20], hint="Begin with 0.")
    return int(text or 0)


ROUTES = (
    Route("/library/evidence", evidence),
    Route("/library/figure", figure),
    Route("/library/systems", systems),
    Route("/library/mechanism", mechanism),
    Route("/library/glossary", words),
)
