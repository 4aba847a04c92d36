"""The page in a real browser: it fits, it is silent, it asks for nothing, and a keyboard reaches it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kaname.report.draw import draw
from tests.report.synthetic import BARGAINS, write_run
from tests.report.test_page import HOSTILE

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore::ResourceWarning")]
CHROMIUM = Path(os.environ.get("KANAME_CHROMIUM", "/usr/bin/chromium"))
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if not CHROMIUM.exists():
        pytest.skip("no Chromium here")
    sync = pytest.importorskip("playwright.sync_api")
    with sync.sync_playwright() as play:
        started = play.chromium.launch(executable_path=str(CHROMIUM), args=QUIET)
        yield started
        started.close()


class Seen:
    """A page that is open, and what it said and asked for meanwhile."""

    def __init__(self, browser: Any, folder: Path, width: int, height: int, scheme: str = "light") -> None:
        self.said: list[str] = []
        self.asked: list[str] = []
        self.context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        self.page = self.context.new_page()
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto((folder / "report.html").as_uri())

    def ask(self, script: str) -> Any:
        return self.page.evaluate(script)


@pytest.fixture
def seen(browser: Any, run_folder: Path) -> Iterator[Seen]:
    one = Seen(browser, run_folder, 1280, 800)
    yield one
    one.context.close()


def test_nothing_is_asked_of_anybody_and_nothing_is_complained_of(seen: Seen, run_folder: Path) -> None:
    assert seen.said == []
    page = (run_folder / "report.html").as_uri()
    assert [url for url in seen.asked if url != page and not url.startswith("data:")] == []


def test_the_first_screen_fits_without_scrolling(seen: Seen) -> None:
    assert seen.ask("document.querySelector('#first').getBoundingClientRect().bottom") <= 800
    assert seen.ask("document.querySelector('#first svg.wide').getBoundingClientRect().height") > 100


def test_nine_bargains_still_fit_the_first_screen(browser: Any, tmp_path: Path) -> None:
    names = [*BARGAINS, *(f"bargain_{n}" for n in range(6))]
    folder = write_run(tmp_path, futures=60, sampled=2, bargains=names)
    draw(folder)
    one = Seen(browser, folder, 1280, 800)
    assert one.ask("document.querySelector('#first').getBoundingClientRect().bottom") <= 800
    one.context.close()


def test_every_figure_has_a_text_alternative_and_its_numbers(seen: Seen) -> None:
    figures = seen.ask(
        """[...document.querySelectorAll('figure')].map((f) => ({
            csv: f.querySelectorAll('a.csv[download][href^="data:text/csv"]').length,
            silent: [...f.querySelectorAll('svg.chart')].filter((s) =>
                s.getAttribute('role') !== (s.querySelector('a') ? 'group' : 'img')
                    || (s.getAttribute('aria-label') || '').length < 20).length,
            said: f.querySelector('figcaption').textContent.length}))"""
    )
    assert len(figures) > 20
    assert [one for one in figures if one["csv"] != 1 or one["silent"] or one["said"] < 20] == []
    assert seen.ask("[...document.querySelectorAll('svg:not(.chart)')].every((s) => s.getAttribute('aria-hidden'))")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_all_without_scrolling_sideways(browser: Any, run_folder: Path, scheme: str) -> None:
    one = Seen(browser, run_folder, 390, 844, scheme)
    one.ask("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    assert one.ask("document.documentElement.scrollWidth") <= 390
    smallest = one.ask(
        """Math.min(...[...document.querySelectorAll('.chart text')].filter((t) => t.getClientRects().length)
            .map((t) => parseFloat(getComputedStyle(t).fontSize) * t.ownerSVGElement.getScreenCTM().a))"""
    )
    assert smallest >= 9
    one.context.close()


def test_a_keyboard_reaches_and_unfolds_everything(seen: Seen) -> None:
    seen.page.keyboard.press("Tab")
    assert seen.ask("document.activeElement.className") == "skip"
    assert seen.ask(
        """[...document.querySelectorAll('a, summary')].every((n) => n.tabIndex >= 0)
            && document.querySelectorAll('a:not([href])').length === 0"""
    )
    seen.page.locator("[data-mechanism]").first.focus()
    assert seen.ask("document.querySelectorAll('.arc.out, .arc.in').length") > 0
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_function("document.activeElement.classList.contains('mechanism')")
    assert seen.ask("document.activeElement.getClientRects().length") > 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_the_paper(browser: Any, run_folder: Path, scheme: str) -> None:
    one = Seen(browser, run_folder, 1280, 800, scheme)
    ratios = one.ask(
        """(() => {
            const style = getComputedStyle(document.documentElement);
            const rgb = (name) => { const h = style.getPropertyValue(name).trim().slice(1);
                return [0, 2, 4].map((n) => parseInt(h.slice(n, n + 2), 16) / 255); };
            const light = (c) => c.map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
                .reduce((s, v, n) => s + v * [0.2126, 0.7152, 0.0722][n], 0);
            const ratio = (a, b) => { const [x, y] = [light(rgb(a)), light(rgb(b))].sort((p, q) => q - p);
                return (x + 0.05) / (y + 0.05); };
            const names = ['--ink', '--soft', '--accent', ...Array.from({length: 8}, (_, n) => '--b' + n)];
            return Object.fromEntries(names.map((n) => [n, ratio(n, '--paper')]));
        })()"""
    )
    assert {name: ratio for name, ratio in ratios.items() if ratio < (3.0 if name.startswith("--b") else 4.5)} == {}
    one.context.close()


def test_hostile_names_do_nothing_in_a_browser(browser: Any, tmp_path: Path) -> None:
    folder = write_run(tmp_path, futures=60, sampled=3, names=HOSTILE)
    draw(folder)
    one = Seen(browser, folder, 1280, 800)
    one.ask("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    assert one.ask("window.hostile") is None
    assert one.said == []
    assert one.ask("document.querySelectorAll('img, script').length") == 1
    one.context.close()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_it_prints(seen: Seen, paper: str) -> None:
    printed = seen.page.pdf(format=paper)
    assert printed.startswith(b"%PDF")
    assert len(printed) > 50_000
