"""The page: one HTML file that opens from disk, prints, folds, and asks nobody for anything.

A content security policy inside the page forbids every request and every script but the one that stands in it.
Reads: RunFolder, page.css, page.js. Writes: nothing. Source: CSP level 3.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable
from importlib.resources import files

from kaname.analysis.folder import RunFolder
from kaname.report.evidence_used import evidence_used_by
from kaname.report.markup import Safe, tag
from kaname.report.numbers import interval, percent
from kaname.report.sections.against import against
from kaname.report.sections.beliefs import beliefs
from kaname.report.sections.compared import compared
from kaname.report.sections.deterred import deterred
from kaname.report.sections.ends import ends
from kaname.report.sections.failure import failure
from kaname.report.sections.fate import fate
from kaname.report.sections.first import first
from kaname.report.sections.influence import influence
from kaname.report.sections.levers import levers
from kaname.report.sections.price import price
from kaname.report.sections.regret import regret
from kaname.report.sections.repeat import repeat
from kaname.report.sections.rests import rests
from kaname.report.sections.survive import survive
from kaname.report.sections.time import over_time
from kaname.report.sections.where import where
from kaname.report.sections.why import why
from kaname.report.view import View
from kaname.words.catalogue import Catalogue, catalogue

TRACE = 1e-6
"""A share that is neither none nor, taken from one, all."""

CONTENTS = (
    "survive", "ends", "against", "fate", "regret", "price", "levers", "time", "failure", "deterred", "influence",
    "beliefs", "compared", "where", "why", "rests", "repeat",
)  # fmt: skip


def page(run: RunFolder, language: str = "en") -> str:
    """Return the whole page as text; InputError where the language is not one of the catalogue."""
    used, say = evidence_used_by(run), catalogue(language)
    view = View(run, used.theories(run), say)
    plain: tuple[Callable[[View], Safe | None], ...] = (
        survive, ends, against, fate, regret, price, levers, over_time, failure, deterred, influence, beliefs, compared,
        where, why,
    )  # fmt: skip
    sections = [section(view) for section in plain] + [rests(view, used), repeat(view)]
    drawn = [section for section in sections if section]
    main = tag("main", first(view), _contents(say, drawn), drawn, id="main")
    skip = tag("a", say("page-skip"), href="#ends", class_="skip")
    title = view.title
    body = tag("body", skip, main, tag("script", _file("page.js")), data_words=_words(say))
    return "<!doctype html>\n" + tag("html", _head(title), body, lang=say.language, class_="no-script") + "\n"


def _head(title: str) -> Safe:
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_policy()),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="generator", content="kaname"),
        tag("title", title),
        tag("link", rel="icon", href="data:,"),
        tag("style", _file("page.css")),
    )


def _policy() -> str:
    digest = base64.b64encode(hashlib.sha256(_file("page.js").encode("utf-8")).digest()).decode("ascii")
    rules = (
        "default-src 'none'", "style-src 'unsafe-inline'", f"script-src 'sha256-{digest}'", "img-src data:",
        "form-action 'none'", "base-uri 'none'",
    )  # fmt: skip
    return "; ".join(rules)


def _contents(say: Catalogue, sections: list[Safe]) -> Safe:
    there = [identity for identity in CONTENTS if any(f'id="{identity}"' in section for section in sections)]
    links = [tag("a", say(f"page-link-{identity}"), href=f"#{identity}") for identity in there]
    return tag("nav", links, aria_label=say("page-sections"))


def _words(say: Catalogue) -> str:
    """The sentences that the page's script fills in, as JSON: what it writes is in the page's language."""
    sentences = {
        name: say(f"page-regret-{name}", least="{least}", after="{after}") for name in ("least", "unclear", "zero")
    }
    numbers = {
        "interval": interval("{mean}", "{low}", "{high}", say.language),
        "of": say("page-of", part="{part}", all="{all}"),
        "under": percent(TRACE, say.language), "over": percent(1.0 - TRACE, say.language),
        "quoted": say("page-quoted", name="{name}"),
    }  # fmt: skip
    return json.dumps({**sentences, **numbers}, ensure_ascii=False)


def _file(name: str) -> Safe:
    return Safe((files("kaname.report") / name).read_text(encoding="utf-8"))
