"""Static: style and script of the laboratory, named by what they hold, so that a browser may keep them.

Reads: static/ and the report's sheet, whose marks the charts wear. Writes: nothing.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

KINDS = {
    "marks.css": ("kaname.report", "page.css", "text/css"),
    "crisis.css": ("kaname.report.crisis", "crisis.css", "text/css"),
    "lab.css": ("kaname.lab", "static/lab.css", "text/css"),
    "lab.js": ("kaname.lab", "static/lab.js", "text/javascript"),
}


async def static(request: Request) -> Response:
    """Return a file of the laboratory; 404 for any other name."""
    name = request.path_params["name"]
    if name not in KINDS:
        raise HTTPException(404)
    return Response(content(name), media_type=KINDS[name][2], headers={"cache-control": "no-cache"})


@lru_cache(maxsize=len(KINDS))
def content(name: str) -> str:
    """Return the text of a file by its name."""
    package, path, _ = KINDS[name]
    return (files(package) / path).read_text(encoding="utf-8")


ROUTES = (Route("/static/{name}", static),)
