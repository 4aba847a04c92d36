"""The front page: what this is for and not for, five authors as cards, the doors.

Reads: the bargains of the first scenario. Writes: nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from kaname.lab.pages import check_language, language_of
from kaname.lab.setting import Pair, Setting, first_scenario, page_at, scenario_of
from kaname.scenarios.load import load_bargain
from kaname.scenarios.records import Bargain
from kaname.study.growing import SIZES
from kaname.words.catalogue import Catalogue


@dataclass(frozen=True)
class Card:
    """A bargain as a card: whose, from when, its name, what it says, what it adds (in English), its address."""

    id: str
    name: str
    author: str
    year: str
    summary: str
    adds: tuple[str, ...]
    address: str
    works: str


async def front(request: Request) -> Response:
    """Return the front page."""
    check_language(request)
    language = language_of(request)
    lab = request.app.state.lab
    scenario = first_scenario()
    cards = [card(language, scenario, name) for name in scenario_of(scenario).bargains if load_bargain(name).author]
    return lab.pages.page(request, "front.html", "front", cards=cards, first=SIZES[0], last=SIZES[-1])


def card(catalogue: Catalogue, scenario: str, name: str) -> Card:
    """Return the card of a bargain at a scenario's start."""
    bargain = load_bargain(name)
    works = catalogue("list-comma").join(
        catalogue.named("author", source.key, f"{source.author} ({source.year})")
        for source in page_at(scenario, name).sources
    )
    return Card(
        id=name,
        name=catalogue.named("bargain", name, bargain.name),
        author=_writer(catalogue, bargain) or ("" if bargain.source else catalogue("bargain-own-judgement")),
        year=catalogue("their-year", year=str(bargain.own_start.year)) if bargain.own_start else "",
        summary=bargain.summary if catalogue.language == "en" else catalogue(f"bargain-{name}.summary"),
        adds=bargain.adds if catalogue.language == "en" else (),
        address=f"/compare?{Setting(scenario, Pair(name)).query(lang=catalogue.language)}",
        works=works if bargain.source else "",
    )


def _writer(catalogue: Catalogue, bargain: Bargain) -> str:
    """Return the author of a bargain: as its file names him, or as the language writes his name."""
    if not bargain.author or len(bargain.source) != 1:
        return bargain.author or ""
    return catalogue.named("writer", bargain.source[0], bargain.author)
