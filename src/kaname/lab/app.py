"""The laboratory as a web application: its doors, and what all of them share. A table of contents.

Idea: a door is a file that takes a request, asks `api`, `study`, `law` or `analysis`, and hands the answer to a
template. What a person did wrong is a 400 with the error's own sentence; anything else is ours, is logged, and is a 500
without details.
Reads: templates, static files, the folder of runs. Writes: what the library makes and deletes, in that folder.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from kaname.core.errors import InputError, InputErrors
from kaname.lab import (
    claims_door,
    compare_door,
    crisis_door,
    front_door,
    law_door,
    library_door,
    room_door,
    runs_door,
    static,
    told_door,
)
from kaname.lab.audits import Audits
from kaname.lab.cases import Cases
from kaname.lab.guard import ROOM_HEADERS, Guard, Refused, Tokens
from kaname.lab.making import Making
from kaname.lab.pages import Pages
from kaname.lab.resident import Resident
from kaname.lab.room import Room
from kaname.lab.work import Crowded, WorkQueue

LOG = logging.getLogger("kaname.lab")


@dataclass(frozen=True)
class Lab:
    """State that the doors share: pages, the queue of work, resident sessions and crises, reports being made, runs."""

    pages: Pages
    queue: WorkQueue
    resident: Resident
    cases: Cases
    audits: Audits
    making: Making
    runs: Path
    room: Room | None = None


def build(hosts: tuple[str, ...], runs: Path, room: Room | None = None) -> Starlette:
    """Return the application.

    hosts: names with port at which it answers; runs: the folder of runs; room: that to which its host lets people in.
    """
    pages = Pages(Tokens(), shared=room is not None)
    lab = Lab(pages, WorkQueue(), Resident(), Cases(), Audits(), Making(runs), runs, room)

    @asynccontextmanager
    async def alive(_: Starlette) -> AsyncIterator[None]:
        yield
        lab.making.close()
        lab.resident.close()

    changing = [*claims_door.RUN, *runs_door.ROUTES, *(room_door.HOST if room else ())]
    return _application([*READ, *changing], [Middleware(Guard, hosts=hosts, refuse=pages.refuse)], lab, alive)


def build_room(lab: Lab, room: Room, host: str) -> Starlette:
    """Return the application that visitors of a room meet: pages that read, behind the room's entrance.

    lab: the laboratory that is shared; host: name with port at which the room answers.
    """
    visited = replace(lab, pages=Pages(Tokens(), visitor=True), room=room)
    doors = [
        Middleware(Guard, hosts=(host,), refuse=visited.pages.refuse, headers=ROOM_HEADERS),
        Middleware(room_door.Entrance, room=room),
    ]
    return _application([*READ, *room_door.VISITORS], doors, visited)


def with_room(app: ASGIApp, room_app: ASGIApp, room_server: tuple[str, int]) -> ASGIApp:
    """Return both applications as one: the room's for what comes in at the room's own address and port."""

    async def by_address(scope: Scope, receive: Receive, send: Send) -> None:
        server = tuple(scope.get("server") or ())
        await (room_app if server == room_server else app)(scope, receive, send)

    return by_address


READ = (
    Route("/", front_door.front),
    *compare_door.ROUTES,
    *told_door.ROUTES,
    *claims_door.ROUTES,
    *law_door.ROUTES,
    *crisis_door.ROUTES,
    *library_door.ROUTES,
    *static.ROUTES,
)
"""Pages that change nothing."""


def _application(routes: list[Route], doors: list[Middleware], lab: Lab, lifespan: Any = None) -> Starlette:
    app = Starlette(
        routes=routes, lifespan=lifespan, middleware=[*doors, Middleware(GZipMiddleware, minimum_size=800)],
        exception_handlers={InputError: _wrong, InputErrors: _wrong, Refused: _refused, Crowded: _crowded,
                            HTTPException: _http, Exception: _ours},
    )  # fmt: skip
    app.router.redirect_slashes = False
    app.state.lab = lab
    return app


async def _wrong(request: Request, error: Exception) -> Response:
    return await _lab(request).pages.trouble(request, error)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)
    return await _lab(request).pages.refuse(request, error.status, error.identity)


async def _crowded(request: Request, _: Exception) -> Response:
    return await _lab(request).pages.refuse(request, 503, "error-crowded")


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    identity = "error-method" if error.status_code == 405 else "error-not-found"
    return await _lab(request).pages.refuse(request, error.status_code, identity)


async def _ours(request: Request, error: Exception) -> Response:
    LOG.error("%s: %s", request.url.path, error, exc_info=error)
    return await _lab(request).pages.refuse(request, 500, "error-ours")


def _lab(request: Request) -> Lab:
    lab: Lab = request.app.state.lab
    return lab
