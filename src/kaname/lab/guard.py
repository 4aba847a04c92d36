"""Guard: what every request must be before a page sees it, and what every answer carries.

Idea: the laboratory listens on the loopback, where any page of any browser tab can reach it. So only the address that
was printed is answered (a foreign name that leads here is refused), a change must come from a page of ours with the
token of its cookie, and nothing is read that is longer than a page of ours writes. A refusal is a 4xx with a sentence,
before any work. Answers forbid scripts, frames and requests but our own.
Reads: the request. Writes: nothing. Source: Fetch metadata, CSP level 3, RFC 6454 (origin).
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Awaitable, Callable, Mapping
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LONGEST_ADDRESS, LONGEST_HEADERS, LONGEST_BODY = 6000, 16_000, 32_000
READING, CHANGING = ("GET", "HEAD"), ("POST",)
COOKIE, TOKEN = "kaname", "token"
COOKIE_BYTES = 16
HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
}
ROOM_HEADERS = {name: value for name, value in HEADERS.items() if name != "cross-origin-opener-policy"}
"""Those of a room on a network: without the one that browsers heed over TLS alone and complain of otherwise."""
REPORT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"
Refuse = Callable[[Request, int, str], Awaitable[Response]]


class Refused(Exception):
    """A request that is not answered: status and the id of the sentence that says why."""

    def __init__(self, status: int, identity: str) -> None:
        super().__init__(identity)
        self.status, self.identity = status, identity


class Guard:
    """Middleware that lets through what is asked at one of `hosts` and in a form that pages of ours have."""

    def __init__(
        self, app: ASGIApp, hosts: tuple[str, ...], refuse: Refuse, headers: Mapping[str, str] = HEADERS
    ) -> None:  # fmt: skip
        self.app, self.hosts, self.refuse, self.headers = app, hosts, refuse, headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            # A lifespan goes through; a websocket is nothing that this laboratory has.
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            else:
                await send({"type": "websocket.close", "code": 1008})
            return
        try:
            self._check(scope)
            body = await _body(scope, receive)
        except Refused as why:
            answer = await self.refuse(Request(scope), why.status, why.identity)
            await answer(scope, receive, _adorned(send, self.headers))
            return
        again = receive if scope["method"] in READING else _again(body, receive)
        await self.app(scope, again, _adorned(send, self.headers))

    def _check(self, scope: Scope) -> None:
        headers = Headers(scope=scope)
        if headers.getlist("host") not in [[host] for host in self.hosts]:
            raise Refused(421, "error-host")
        if scope["method"] not in (*READING, *CHANGING):
            raise Refused(405, "error-method")
        if len(scope["raw_path"] or b"") + len(scope["query_string"]) > LONGEST_ADDRESS:
            raise Refused(414, "error-long")
        if sum(len(name) + len(value) for name, value in scope["headers"]) > LONGEST_HEADERS:
            raise Refused(431, "error-long")
        _check_text(scope)
        self._check_origin(scope["method"], headers)

    def _check_origin(self, method: str, headers: Headers) -> None:
        site, mode = headers.get("sec-fetch-site", "none"), headers.get("sec-fetch-mode", "navigate")
        ours = [f"http://{host}" for host in self.hosts]
        origin = headers.get("origin")
        if origin is not None and origin not in ours:
            raise Refused(403, "error-origin")
        if method in CHANGING and (origin is None or site not in ("same-origin", "none")):
            raise Refused(403, "error-origin")
        if site not in ("same-origin", "none") and mode != "navigate":
            raise Refused(403, "error-origin")


class Tokens:
    """Tokens of forms: each is bound to the cookie of a browser, and to this run of the laboratory."""

    def __init__(self) -> None:
        self._secret = secrets.token_bytes(32)

    def cookie(self, request: Request) -> str:
        """Return the cookie of a browser, a new one where it sent none of ours."""
        try:
            kept = SimpleCookie(request.headers.get("cookie", "")).get(COOKIE)
        except CookieError:
            kept = None
        value = kept.value if kept is not None else ""
        return value if len(value) == 2 * COOKIE_BYTES and value.isalnum() else secrets.token_hex(COOKIE_BYTES)

    def token(self, cookie: str) -> str:
        """Return the token that forms carry for a cookie."""
        return hmac.new(self._secret, cookie.encode(), hashlib.sha256).hexdigest()

    def check(self, request: Request, given: str) -> None:
        """Raise Refused unless the token belongs to the request's cookie."""
        if not hmac.compare_digest(self.token(self.cookie(request)).encode(), given.encode("utf-8", "replace")):
            raise Refused(403, "error-token")


def _check_text(scope: Scope) -> None:
    """Refused where path or query is no readable text: bad bytes, control characters, a path that climbs."""
    try:
        path = scope["path"]
        query = scope["query_string"].decode("ascii")
        values = [path, *(part for pair in parse_qsl(query, keep_blank_values=True, errors="strict") for part in pair)]
    except (UnicodeError, ValueError):
        raise Refused(400, "error-text") from None
    if any(not value.isprintable() for value in values) or "\N{REPLACEMENT CHARACTER}" in path:
        raise Refused(400, "error-text")


async def _body(scope: Scope, receive: Receive) -> bytes:
    """Return the body of a change, whole; Refused where it is longer than a form of ours."""
    if scope["method"] in READING:
        return b""
    body, more = b"", True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > LONGEST_BODY:
            raise Refused(413, "error-long")
    return body


def _again(body: bytes, receive: Receive) -> Receive:
    """Return the body once more, empty or not, then what comes after it, such as the end of the connection."""
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


def _adorned(send: Send, carried: Mapping[str, str]) -> Send:
    """Answers with the headers that each carries."""

    async def adorned(message: Any) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in carried.items():
                headers.setdefault(name, value)
            headers.setdefault("cache-control", "no-store")
        await send(message)

    return adorned
