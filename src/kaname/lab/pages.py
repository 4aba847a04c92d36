"""Pages: templates filled with the catalogue's sentences; a page, a part of one, or a refusal.

Idea: a template gets `say`, the sentences of the asker's language, and what the door hands over; everything else is
escaped by the template engine. The language is that of the address, else of the browser.
Reads: templates. Writes: nothing.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kaname.core.errors import InputError, shown, unknown_name
from kaname.lab.guard import COOKIE, TOKEN, Refused, Tokens
from kaname.report.markup import Safe
from kaname.words.catalogue import Catalogue, catalogue
from kaname.words.languages import LANGUAGES

DOORS = {name: f"/{name}" for name in ("compare", "claims", "law", "crisis", "library")}
VISITED = {**DOORS, "library": "/library/evidence"}
"""Doors and their addresses; visitors of a room do not see the host's runs, so their library begins elsewhere."""


class Pages:
    """The templates, and the tokens that their forms carry.

    visitor: whether the pages are those of a room, which change nothing; shared: whether the host has a room.
    """

    def __init__(self, tokens: Tokens, visitor: bool = False, shared: bool = False) -> None:
        self.tokens, self._doors = tokens, VISITED if visitor else DOORS
        self._templates = Environment(
            loader=PackageLoader("kaname.lab"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
            lstrip_blocks=True,
        )  # fmt: skip
        self._templates.globals.update(visitor=visitor, shared=shared)

    def part(self, name: str, said: Catalogue, **values: Any) -> str:
        """Return a part of a page as text."""
        return self._templates.get_template(name).render(say=said, lang=said.language, safe=_safe, **values)

    def page(self, request: Request, name: str, door: str, status: int = 200, **values: Any) -> Response:
        """Return a page of a door in the asker's language, with the cookie that its forms belong to."""
        language = language_of(request)
        cookie = self.tokens.cookie(request)
        text = self.part(
            name, language, door=door, doors=self._doors, asked_here=_asked_here(request),
            here=_here(request), there=_elsewhere(request, language), token=self.tokens.token(cookie), **values,
        )  # fmt: skip
        answer = HTMLResponse(text, status)
        answer.set_cookie(COOKIE, cookie, httponly=True, samesite="strict", path="/")
        return answer

    async def refuse(self, request: Request, status: int, identity: str) -> Response:
        """Return a refusal with its sentence; identity: its id in the catalogue."""
        return self.page(request, "error.html", "", status, sentence=language_of(request)(identity))

    async def trouble(self, request: Request, error: Exception) -> Response:
        """Return what is wrong with what was asked, as the error itself says it."""
        return self.page(request, "error.html", "", 400, sentence=str(error))


def language_of(request: Request) -> Catalogue:
    """Return the sentences of the asker's language: that of the address, else the browser's first, else English."""
    asked = request.query_params.get("lang", "")
    if asked in LANGUAGES:
        return catalogue(asked)
    wanted = [
        part.partition(";")[0].strip()[:2].lower() for part in request.headers.get("accept-language", "").split(",")
    ]
    return catalogue(next((one for one in wanted if one in LANGUAGES), LANGUAGES[0]))


def check_language(request: Request) -> None:
    """Raise InputError where the address names a language that is not there."""
    if "lang" in request.query_params:
        catalogue(request.query_params["lang"])


def given(request: Request, *known: str) -> dict[str, str]:
    """Return what an address gives by name, "" where it gives nothing; InputError for any other name, or one twice."""
    check_language(request)
    return _by_name(request.query_params.multi_items(), ("lang", *known))


async def form_of(request: Request, *known: str) -> dict[str, str]:
    """Return the fields of a form of ours; Refused without the token of its cookie, InputError as for `given`."""
    try:
        pairs = parse_qsl((await request.body()).decode(), keep_blank_values=True, errors="strict")
    except (UnicodeError, ValueError):
        raise Refused(400, "error-text") from None
    fields = dict(pairs)
    request.app.state.lab.pages.tokens.check(request, fields.get(TOKEN, ""))
    return _by_name(pairs, (TOKEN, "lang", *known))


def _by_name(pairs: list[tuple[str, str]], known: tuple[str, ...]) -> dict[str, str]:
    found = dict.fromkeys(known, "")
    for place, (name, value) in enumerate(pairs):
        if name not in known:
            raise unknown_name("asked for here", name, known, path="address")
        if name in dict(pairs[:place]):
            raise InputError("it is given twice", path=shown(name), hint="Give it once.")
        found[name] = value
    return found


def _here(request: Request) -> str:
    return request.url.path


def _asked_here(request: Request) -> str:
    """Return the page as it was asked for, for whoever should see the same."""
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


def _elsewhere(request: Request, said: Catalogue) -> str:
    """Return the same page in the other language."""
    other = next(language for language in LANGUAGES if language != said.language)
    if request.method == "POST":
        return f"/?lang={other}"
    pairs = [(name, value) for name, value in request.query_params.multi_items() if name != "lang"]
    return f"{request.url.path}?{urlencode([*pairs, ('lang', other)])}"


def _safe(markup: str) -> str:
    """Markup that report or law made and escaped themselves."""
    from markupsafe import Markup

    return Markup(Safe(markup))
