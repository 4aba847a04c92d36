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
from dataclasses import dataclass
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kaname.core.errors import InputError, InputErrors
from kaname.lab import claims_door, compare_door, crisis_door, front_door, law_door, library_door, runs_door, static
from kaname.lab.audits import Audits
from kaname.lab.cases import Cases
from kaname.lab.guard import Guard, Refused, Tokens
from kaname.lab.making import Making
from kaname.lab.pages import Pages
from kaname.lab.resident import Resident
from kaname.lab.work import Crowded, Desk

LOG = logging.getLogger("kaname.lab")


@dataclass(frozen=True)
class Lab:
    """What the doors share: pages, the desk of work, resident sessions and crises, reports being made, runs."""

    pages: Pages
    desk: Desk
    resident: Resident
    cases: Cases
    audits: Audits
    making: Making
    runs: Path


def build(hosts: tuple[str, ...], runs: Path) -> Starlette:
    """Return the application. hosts: names with port at which it answers; runs: the folder of runs."""
    pages = Pages(Tokens())
    lab = Lab(pages, Desk(), Resident(), Cases(), Audits(), Making(runs), runs)

    @asynccontextmanager
    async def alive(_: Starlette) -> AsyncIterator[None]:
        yield
        lab.making.close()
        lab.resident.close()

    routes = [
        Route("/", front_door.front),
        *compare_door.ROUTES,
        *claims_door.ROUTES,
        *law_door.ROUTES,
        *crisis_door.ROUTES,
        *library_door.ROUTES,
        *runs_door.ROUTES,
        *static.ROUTES,
    ]
    app = Starlette(
        routes=routes, lifespan=alive,
        middleware=[Middleware(Guard, hosts=hosts, refuse=pages.refuse), Middleware(GZipMiddleware, minimum_size=800)],
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
