"""Five hundred hostile names, one in every text field of a run: all stay text, none runs, none asks for anything."""

from __future__ import annotations

import json
from itertools import count, product
from pathlib import Path
from typing import Any

import pytest

from kaname.report.draw import draw
from tests.report.browsing import UNFOLD, Seen
from tests.report.synthetic import write_run
from tests.report.synthetic_checks import add_checks

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore::ResourceWarning")]
MARK = "@@@"
DO = "window.hostile=1"
OPENINGS = ("", '"', "'", "</title>", "</style>", "</script>", "-->", "]]>", "</svg>", "</textarea>")
SHAPES = (
    "<script>{do}</script>", "<img src=x onerror={do}>", "<svg onload={do}>", "<iframe srcdoc='<script>{do}</script>'>",
    "<a href=javascript:{do}>x</a>", '" onmouseover="{do}" x="', "' onfocus='{do}' autofocus x='", "<body onload={do}>",
    "<style>@import 'http://hostile.example/{n}'</style>", "<link rel=stylesheet href=http://hostile.example/{n}>",
    "<base href=http://hostile.example/>", "<meta http-equiv=refresh content='0;url=http://hostile.example/'>",
    "<object data=http://hostile.example/{n}></object>", "<form action=http://hostile.example/><button>x</button></form>",
    "<details open ontoggle={do}>", "<video src=http://hostile.example/{n} onerror={do}>",
    "{{{{constructor.constructor('{do}')()}}}}", "${{{do}}}", "&lt;script&gt;{do}&lt;/script&gt;",
    "%3Cscript%3E{do}%3C/script%3E", "\u202e<script>{do}</script>",
    "\x00<script>{do}</script>", "=HYPERLINK(\"http://hostile.example/{n}\")", "<math><mtext><script>{do}</script>",
    "<noscript><p title='</noscript><img src=x onerror={do}>'>",
)  # fmt: skip
PAYLOADS = [
    (opening + shape).format(do=DO, n=number) + f" no{number}"
    for number, (opening, shape, _) in enumerate(product(OPENINGS, SHAPES, range(2)))
]


def poisoned(folder: Path, first: int) -> int:
    """Put payloads from `first` on where the marks stand in both files; how many were put."""
    numbers = count(first)
    for name in ("summary.json", "manifest.json"):
        said = json.loads((folder / name).read_text(encoding="utf-8"))
        (folder / name).write_text(json.dumps(_filled(said, numbers)), encoding="utf-8")
    return next(numbers) - first


def _filled(said: Any, numbers: Any) -> Any:
    if isinstance(said, str):
        return said.replace(MARK, PAYLOADS[next(numbers) % len(PAYLOADS)]) if MARK in said else said
    if isinstance(said, dict):
        return {_filled(key, numbers): _filled(value, numbers) for key, value in said.items()}
    return [_filled(one, numbers) for one in said] if isinstance(said, list) else said


def test_there_are_five_hundred_different_payloads() -> None:
    assert len(set(PAYLOADS)) == 500


def test_five_hundred_payloads_in_every_field_stay_text(browser: Any, tmp_path: Path) -> None:
    put, bare = 0, counted_elements(browser, drawn(tmp_path / "plain", " plain", 0)[0])
    for page in range(9):
        folder, number = drawn(tmp_path / str(page), MARK, put)
        put += number
        one = Seen(browser, folder, 1280, 800)
        one.ask(UNFOLD)
        one.page.mouse.move(300, 300)
        one.page.keyboard.press("Tab")
        for n in range(one.page.locator(".weigh input").count()):
            one.page.locator(".weigh input").nth(n).fill("3")
        assert one.ask("window.hostile") is None
        assert one.said == []
        assert [url for url in one.asked if "report.html" not in url and not url.startswith("data:")] == []
        assert one.ask(ELEMENTS) == bare
        assert one.ask("[...document.querySelectorAll('*')].filter((n) => [...n.attributes].some("
                       "(a) => a.name.startsWith('on') || /^javascript:/i.test(a.value))).length") == 0  # fmt: skip
        assert one.ask("document.body.textContent.split('window.hostile=1').length") > 50
        one.context.close()
        if put >= len(PAYLOADS):
            break
    assert put >= len(PAYLOADS)


ELEMENTS = """Object.fromEntries(['script', 'img', 'iframe', 'object', 'embed', 'form', 'base', 'link', 'meta', 'style',
    'video', 'math', 'body', 'textarea', 'noscript', 'button', 'input', 'svg', 'figure', 'table', 'details'].map(
    (name) => [name, document.querySelectorAll(name).length]))"""


def counted_elements(browser: Any, folder: Path) -> dict[str, int]:
    """How many elements of each kind a page with harmless names has."""
    one = Seen(browser, folder, 1280, 800)
    found = one.ask(ELEMENTS)
    one.context.close()
    return found


def drawn(folder: Path, names: str, first: int) -> tuple[Path, int]:
    """A page of a run with these names everywhere; how many marks were filled."""
    add_checks(write_run(folder, futures=60, sampled=3, names=names), names=names)
    put = poisoned(folder, first)
    draw(folder)
    return folder, put
