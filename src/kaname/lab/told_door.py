"""The page of five crises: stories of a place under the Compare page's setting, beside the same futures without it.

Reads: sessions. Writes: nothing. Errors: InputError for an address that is no setting, or names no place of it.
"""

from __future__ import annotations

import secrets

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kaname.core.errors import unknown_name
from kaname.lab.pages import check_language, language_of
from kaname.lab.room_door import who
from kaname.lab.setting import asked_levers, read, scenario_of
from kaname.lab.told import Story, stories

PLACE = "place"


async def told(request: Request) -> Response:
    """Five crises of the place that the address names, the first of the scenario where it names none."""
    check_language(request)
    say, lab = language_of(request), request.app.state.lab
    pairs = request.query_params.multi_items()
    setting = read([pair for pair in pairs if pair[0] != PLACE]).unpin()
    places = scenario_of(setting.scenario).contingencies
    place = request.query_params.get(PLACE, next(iter(places)))
    if place not in places:
        raise unknown_name("a place of this scenario", place, places, path=PLACE)
    levers = asked_levers(setting.scenario, setting.mine)
    made: list[Story] = []
    work = lab.queue.answers(
        secrets.token_hex(8),
        lambda stop: stories(say, lab.resident.session(setting.scenario), levers, place, stop),
        who(request),
    )
    async for story in work:
        made.append(story)
    query = setting.query(lang=say.language)
    named = [
        (one, say.named("place", one, places[one].name), f"/compare/crises?{query}&{PLACE}={one}") for one in places
    ]
    return lab.pages.page(
        request, "told.html", "compare", stories=made, places=named, place=place, back=f"/compare?{query}",
        place_name=say.named("place", place, places[place].name), moved=bool(levers),
    )  # fmt: skip


ROUTES = (Route("/compare/crises", told),)
