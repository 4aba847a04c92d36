"""The One-crisis door: the tree of each side's picture, walked by clicking; and the crisis played from a seat.

Idea: place, side and the way walked, or the seat and the answers of a game, stand in the address, so that a walk and a
game are links, and going back is the browser's own. While a crisis is being thought through the page says so and looks
again.
Clock: moves and days. Reads: crises by themselves (`lab.cases`), the law book. Writes: nothing. Errors: InputError for
an address that names no place, side, node or move.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kaname.core.errors import InputError, unknown_name
from kaname.lab.cases import PLAYED, Asked, Known
from kaname.lab.crisis_tree import Drawing, drawn, percent
from kaname.lab.crisis_words import ending_name, lines, move_name
from kaname.lab.pages import given, language_of
from kaname.lab.setting import BARGAIN, first_scenario, scenario_of
from kaname.report.crisis.tree import MOVERS, plan_of
from kaname.scenarios.load import load_bargain, shipped_scenarios
from kaname.words.catalogue import Catalogue

LONGEST_GAME = 60
MOST_GAMES = 1_000_000
WAIT_MS = 1500
ASKED = ("scenario", "place", "bargain")
MOVES_BETWEEN = "."
ADVICE, SHOWN, HIDDEN = "advice", "shown", "hidden"
"""Whether the chances and worths of the model's own player stand beside the moves of a game."""


@dataclass(frozen=True)
class Way:
    """A move from the node at which the walk stands: where it leads, its name, its chance in each picture, worth."""

    address: str
    name: str
    chances: tuple[tuple[str, str], ...]
    value: str


async def crisis(request: Request) -> Response:
    """Return the tree of a place in one side's picture, and the node at which the walk stands."""
    fields, lab, say = given(request, *ASKED, "view", "node"), request.app.state.lab, language_of(request)
    asked = _asked(request)
    known = await asyncio.to_thread(lab.cases.known, asked)
    if known is None:
        return _waiting(request, asked)
    views = tuple(known.pictures["views"])
    sides = _sides(say, known)
    view = _one_of(fields["view"] or MOVERS, views, "a side of this crisis", "view")
    node = _node(fields["node"], known)

    def address(place: int, seen: str = view) -> str:
        return "/crisis?" + _query(asked, say, view=seen, node=str(place))

    path = _path(known.pictures["nodes"], node)
    plan, pictures = plan_of(known.pictures), {**known.pictures, "sides": sides}
    here = pictures["nodes"][node]
    picture = drawn(Drawing(say, plan, pictures, view, frozenset(path), address), say("crisis-tree-alt"))
    return lab.pages.page(
        request, "crisis.html", "crisis", **_frame(request, asked), known=known, view=view, picture=picture,
        views=[(name, _view_name(say, sides, name), address(node, name)) for name in views],
        so_far=[(address(n), _step(say, known, sides, n)) for n in path],
        ways=_ways(say, known, sides, node, view, address), start=address(0),
        ending=ending_name(say, here["ending"]) if "ending" in here else "",
        late=ending_name(say, here["ending_if_late"]) if "ending_if_late" in here else "",
        reach=percent(say, known.pictures["views"][view]["reach"][node]), step=len(path) + 1,
        mover=sides[here["mover"]] if "mover" in here else "", movers=MOVERS,
        seats=[(side, "/crisis/play?" + _query(asked, say, seat=role)) for role, side in sides.items()],
    )  # fmt: skip


async def play(request: Request) -> Response:
    """Return a game in a seat, as far as the moves of the address go; at its end beside a thousand without people."""
    fields = given(request, *ASKED, "seat", "game", "after", "moves", ADVICE)
    lab, say, asked = request.app.state.lab, language_of(request), _asked(request)
    known = await asyncio.to_thread(lab.cases.known, asked)
    if known is None:
        return _waiting(request, asked)
    seat = _one_of(fields["seat"] or known.roles[0], known.roles, "a seat of this crisis", "seat")
    moves = _moves(fields["moves"])
    if fields["game"]:
        number = _whole(fields["game"], "game", MOST_GAMES)
    else:
        after = _whole(fields["after"], "after", MOST_GAMES) if fields["after"] else 0
        number = await asyncio.to_thread(known.reached, seat, after + 1)
    game = await asyncio.to_thread(_played, say, known, seat, number, moves)

    advice = _one_of(fields[ADVICE] or SHOWN, (SHOWN, HIDDEN), "a choice", ADVICE)

    def address(more: tuple[int, ...], which: int = number, advised: str = advice) -> str:
        answers = MOVES_BETWEEN.join(map(str, more))
        kept = {} if advised == SHOWN else {ADVICE: advised}
        return "/crisis/play?" + _query(asked, say, seat=seat, game=str(which), moves=answers, **kept)

    question = game.question
    choices = [] if question is None else [
        (move_name(say, choice.name), address((*moves, place)) if choice.open else "",
         percent(say, choice.chance), say.number(choice.value, 2, sign=True))
        for place, choice in enumerate(question.choices)
    ]  # fmt: skip
    return lab.pages.page(
        request, "play.html", "crisis", **_frame(request, asked), known=known, seat=seat,
        side=_sides(say, known)[seat], question=question, choices=choices, game=number,
        lines=_told(say, known, game, seat), back=address(moves[:-1]) if moves else "",
        again=address(()), tree="/crisis?" + _query(asked, say, view=seat),
        another="/crisis/play?" + _query(asked, say, seat=seat, after=str(number), **{ADVICE: fields[ADVICE]}),
        advised=advice == SHOWN, other_advice=address(moves, advised=HIDDEN if advice == SHOWN else SHOWN),
        whole=str(request.url), today=dt.datetime.now().astimezone().date().isoformat(),
        bargain=say.named("bargain", asked.bargain, load_bargain(asked.bargain).name),
        ends=_among(say, known, game) if question is None else [], played=PLAYED,
        law="/law?" + urlencode({"lang": say.language, "q": _searched(asked)}),
    )  # fmt: skip


def _played(say: Catalogue, known: Known, seat: str, number: int, moves: tuple[int, ...]) -> Any:
    """Return the game; a move that is not on offer is refused with the words that stand on the buttons."""
    try:
        return known.game(seat, number, moves)
    except InputError as trouble:
        raise _not_on_offer(say, known, seat, number, moves) from trouble


def _not_on_offer(say: Catalogue, known: Known, seat: str, number: int, moves: tuple[int, ...]) -> InputError:
    """Return the error of the first move of a game that cannot be made."""
    for done in range(len(moves)):
        question = known.game(seat, number, moves[:done]).question
        if question is None:
            return InputError(say("crisis-over-before", move=done + 1), path="moves", hint=say("crisis-take-away"))
        places = [place for place, choice in enumerate(question.choices) if choice.open]
        if moves[done] not in places:
            names = [f"{place} ({move_name(say, question.choices[place].name)})" for place in places]
            return InputError(say("crisis-not-on-offer", move=done + 1), path="moves", found=moves[done], allowed=names)
    raise RuntimeError("every move of the game is on offer")


def _told(say: Catalogue, known: Known, game: Any, seat: str) -> list[Any]:
    places = list(known.case.compiled.axes["actor"])
    challenger, mine = (places.index(known.actors[role]) for role in (known.roles[0], seat))
    return lines(say, known.case.compiled, game.events, challenger, None if game.question is None else mine)


def _among(say: Catalogue, known: Known, game: Any) -> list[tuple[str, int, str, bool]]:
    """Endings of the plays without people: name, count, share, whether this game ended so; the likeliest first."""
    from kaname.words.axes import ENDINGS

    mine = ENDINGS[int(game.world.ending[known.case.contingency])]
    counts = {**dict.fromkeys([mine], 0), **known.endings}
    order = sorted(counts, key=lambda name: -counts[name])
    return [(ending_name(say, name), counts[name], percent(say, counts[name] / PLAYED), name == mine) for name in order]


def _ways(
    say: Catalogue, known: Known, sides: Mapping[str, str], node: int, view: str, address: Callable[[int], str]
) -> list[Way]:
    pictures = known.pictures
    made = []
    for child in (entry for entry in pictures["nodes"][1:] if entry["parent"] == node):
        place = child["node"]
        chances = tuple((_view_name(say, sides, name), percent(say, shown["chance"][place]))
                        for name, shown in pictures["views"].items())  # fmt: skip
        values = pictures["views"][view].get("value")
        worth = say.number(values[place], 2, sign=True) if values else ""
        made.append(Way(address(place), move_name(say, child["move"]), chances, worth))
    return made


def _sides(say: Catalogue, known: Known) -> dict[str, str]:
    """Return the names of the sides by role, in the language."""
    return {role: say.named("actor", actor, known.case.compiled.names["actor"][actor])
            for role, actor in known.actors.items()}  # fmt: skip


def _view_name(say: Catalogue, sides: Mapping[str, str], view: str) -> str:
    return say("crisis-movers") if view == MOVERS else sides[view]


def _step(say: Catalogue, known: Known, sides: Mapping[str, str], node: int) -> str:
    entry = known.pictures["nodes"][node]
    return say("crisis-line-move", actor=sides[entry["role"]], move=move_name(say, entry["move"]))


def _path(nodes: list[dict[str, Any]], node: int) -> list[int]:
    """Return the nodes from the first move to a node."""
    path: list[int] = []
    while node > 0:
        path.append(node)
        node = nodes[node]["parent"]
    return path[::-1]


def _asked(request: Request) -> Asked:
    fields = request.query_params
    scenario = _one_of(fields.get("scenario", first_scenario()), shipped_scenarios(), "a scenario", "scenario")
    read = scenario_of(scenario)
    place, bargain = fields.get("place", next(iter(read.contingencies))), fields.get("bargain", BARGAIN)
    return Asked(scenario, _one_of(place, tuple(read.contingencies), "a place of this scenario", "place"),
                 _one_of(bargain, tuple(read.bargains), "a bargain of this scenario", "bargain"))  # fmt: skip


def _frame(request: Request, asked: Asked) -> dict[str, Any]:
    """Return what both pages show of the crisis."""
    say, read = language_of(request), scenario_of(asked.scenario)
    return {
        "asked": asked, "place_name": say.named("place", asked.place, read.contingencies[asked.place].name),
        "scenarios": [(name, say.named("scenario", name, scenario_of(name).title)) for name in shipped_scenarios()],
        "places": [(name, say.named("place", name, place.name)) for name, place in read.contingencies.items()],
        "bargains": [(name, say.named("bargain", name, load_bargain(name).name)) for name in read.bargains],
        "note": read.contingencies[asked.place].neutral_note if say.language == "en" else "",
    }  # fmt: skip


def _waiting(request: Request, asked: Asked) -> Response:
    page: Response = request.app.state.lab.pages.page(
        request, "crisis_waiting.html", "crisis", wait=WAIT_MS, **_frame(request, asked)
    )
    return page


def _searched(asked: Asked) -> str:
    """Return the search text for the law when a game asks for advice: the name of the place."""
    return scenario_of(asked.scenario).contingencies[asked.place].name


def _query(asked: Asked, say: Catalogue, **beside: str) -> str:
    pairs = {"scenario": asked.scenario, "place": asked.place, "bargain": asked.bargain, **beside, "lang": say.language}
    return urlencode({name: value for name, value in pairs.items() if value})


def _one_of(name: str, allowed: tuple[str, ...], kind: str, path: str) -> str:
    if name not in allowed:
        raise unknown_name(kind, name, allowed, path=path)
    return name


def _node(text: str, known: Known) -> int:
    return _whole(text or "0", "node", len(known.pictures["nodes"]))


def _whole(text: str, path: str, below: int) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(below)) and int(text) < below):
        raise InputError(f"it is no whole number in 0..{below - 1}", path=path, found=text[:20])
    return int(text)


def _moves(text: str) -> tuple[int, ...]:
    parts = text.split(MOVES_BETWEEN) if text else []
    if len(parts) > LONGEST_GAME:
        raise InputError(f"a game has at most {LONGEST_GAME} moves", path="moves")
    return tuple(_whole(part, "moves", 10) for part in parts)


ROUTES = (Route("/crisis", crisis), Route("/crisis/play", play))
