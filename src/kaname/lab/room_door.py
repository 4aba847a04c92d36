"""The doors of a shared room: where visitors give the code, what stands between them and the pages, the host's view.

Idea: the room's pages are an application of their own in which nothing that changes is routed at all, behind a door
that asks for the code. A visitor's pass is a cookie. The address that the QR code holds carries the code and the page
that the host was on.
Reads: the room. Writes: nothing. Errors: InputError for an address that leads out of the laboratory.
"""

from __future__ import annotations

from functools import lru_cache
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from kaname.core.errors import InputError
from kaname.lab.guard import Refused
from kaname.lab.pages import form_of, given, language_of
from kaname.lab.room import Room

PASS = "kaname_room"
JOIN, STATIC = "/join", "/static/"
SEE_OTHER = 303
VISITOR = "kaname.visitor"
"""Under which a request carries who asks."""


class Entrance:
    """Middleware that lets those through who hold a pass, and shows the others the page that asks for the code."""

    def __init__(self, app: ASGIApp, room: Room) -> None:
        self.app, self.room = app, room

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] == JOIN or scope["path"].startswith(STATIC):
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        visitor = self.room.visitor(_pass_of(request))
        if visitor is None:
            wanted = request.url.path + (f"?{request.url.query}" if request.url.query else "")
            await _asking(request, 403, "/" if wanted.startswith("//") else wanted)(scope, receive, send)
            return
        try:
            with self.room.seat(visitor):
                await self.app({**scope, VISITOR: visitor}, receive, send)
        except Refused as why:
            answer = await request.app.state.lab.pages.refuse(request, why.status, why.identity)
            await answer(scope, receive, send)


async def join(request: Request) -> Response:
    """Return the page that asks for the code; with a code in the address, as a QR code has it, into the room at
    once.
    """
    asked = given(request, "code", "to")
    to = _inside(asked["to"])
    return _entered(request, asked["code"], to) if asked["code"] else _asking(request, 200, to)


async def joined(request: Request) -> Response:
    """Into the room with a code that was typed."""
    fields = await form_of(request, "code", "to")
    return _entered(request, fields["code"], _inside(fields["to"]))


async def host(request: Request) -> Response:
    """Return the room as its host sees it: address, code, QR code, how many are in."""
    asked, lab, say = given(request, "to"), request.app.state.lab, language_of(request)
    room, to = lab.room, _inside(asked["to"])
    link = f"{room.address}{JOIN}?" + urlencode({"code": room.code, **({"to": to} if to != "/" else {})})
    return lab.pages.page(
        request,
        "room.html",
        "room",
        room=room,
        link=link,
        drawn=qr_drawn(link),
        to=to,
        at_once=say.number(room.visitors),
    )


async def renew(request: Request) -> Response:
    """Another code, and everybody out; back to the room."""
    await form_of(request)
    request.app.state.lab.room.renew()
    return RedirectResponse(f"/room?{urlencode({'lang': language_of(request).language})}", SEE_OTHER)


@lru_cache(maxsize=32)
def qr_drawn(link: str) -> str:
    """Return the QR code of a link as SVG, dark on light whatever the page is."""
    import segno

    return str(segno.make(link, error="m", micro=False).svg_inline(light="#fff", omitsize=True, border=3))


def qr_printed(link: str) -> str:
    """Return the QR code of a link for a terminal, as lines of half blocks."""
    import io

    import segno

    text = io.StringIO()
    segno.make(link, error="l", micro=False).terminal(text, compact=True, border=2)
    return text.getvalue()


def who(request: Request) -> str:
    """Return whose request it is: the visitor of a room, else the browser's cookie."""
    lab = request.app.state.lab
    return str(request.scope.get(VISITOR) or lab.pages.tokens.cookie(request))


def _entered(request: Request, code: str, to: str) -> Response:
    room: Room = request.app.state.lab.room
    address = request.client.host if request.client else ""
    try:
        granted = room.join(code, address)
    except Refused as why:
        return _asking(request, why.status, to, why.identity)
    answer = RedirectResponse(to, SEE_OTHER)
    # Lax, since a link that a colleague sends must find the pass; nothing in the room can be changed by a link.
    answer.set_cookie(PASS, granted, httponly=True, samesite="lax", path="/")
    return answer


def _asking(request: Request, status: int, to: str, trouble: str = "") -> Response:
    page: Response = request.app.state.lab.pages.page(
        request, "join.html", "join", status, to=to, trouble=trouble
    )  # fmt: skip
    return page


def _inside(to: str) -> str:
    """Return a path of ours with its query; InputError for what a browser could take for another place."""
    if not to:
        return "/"
    if not to.startswith("/") or to.startswith(("//", f"{JOIN}")) or "\\" in to:
        raise InputError("it leads out of the laboratory", path="to", found=to[:80], hint="Begin it with one /.")
    return to


def _pass_of(request: Request) -> str:
    try:
        kept = SimpleCookie(request.headers.get("cookie", "")).get(PASS)
    except CookieError:
        kept = None
    return kept.value if kept is not None else ""


VISITORS = (Route(JOIN, join, methods=["GET"]), Route(JOIN, joined, methods=["POST"]))
HOST = (Route("/room", host, methods=["GET"]), Route("/room/renew", renew, methods=["POST"]))
