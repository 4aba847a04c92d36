"""Random walks over the pages in a real Chromium: whatever is clicked, chosen or moved, no error and no dead end.

The number of walks is KANAME_WALKS, a few by default, from KANAME_FIRST_WALK on; each is drawn from its own number and
can be walked again. Sessions are real and short: two years and at most a hundred futures.
"""

from __future__ import annotations

import os
import random
import threading
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest

import kaname as ka
from kaname.study.session import Answer
from tests.lab.serving import served
from tests.lab.test_browser import Tab, beside

pytestmark = pytest.mark.browser
WALKS, FIRST = int(os.environ.get("KANAME_WALKS", "6")), int(os.environ.get("KANAME_FIRST_WALK", "0"))
STEPS, PAUSE_MS, PATIENCE_MS = 12, 30, 20_000
YEARS, FUTURES = 2, 100
DOORS = (
    "/",
    "/compare",
    "/compare/crises?place=senkaku",
    "/law?question=JP.USE_OF_FORCE",
    "/library",
    "/library/evidence",
    "/library/systems",
    "/claims",
    "/crisis?place=taiwan",
    "/crisis/play?place=taiwan&seat=target",
)
ACTIONS = ("link", "link", "link", "choose", "move", "open", "back", "language")
NO_LINKS = '[href^="http"], [href*="data.csv"], [href*="mine.yaml"], [href^="#"]'
CHOSEN = {
    "link": f"main a:visible:not({NO_LINKS}), header a:visible:not({NO_LINKS})", "choose": "main select:visible",
    "move": "main input[type=range]:visible", "open": "main summary:visible", "language": ".language",
}  # fmt: skip
SEEN = """() => ({
    headings: document.querySelectorAll('main h1').length,
    ours: document.body.innerText.includes('Something went wrong on our side'),
    doors: document.querySelectorAll('header nav a').length,
    width: document.documentElement.scrollWidth,
})"""


class Short:
    """Real sessions of a few years, of which only the first picture is asked, whatever size a page wants."""

    def __init__(self) -> None:
        self._sessions: dict[str, Any] = {}
        self._lock = threading.Lock()

    def ready(self, scenario: str) -> bool:
        return True

    def begin(self, scenario: str) -> None:
        return None

    def session(self, scenario: str) -> Brief:
        with self._lock:
            if scenario not in self._sessions:
                self._sessions[scenario] = ka.session(scenario, years=YEARS)
            return Brief(self._sessions[scenario])

    def close(self) -> None:
        for session in self._sessions.values():
            session.close()


class Brief:
    """A session that answers with its first futures alone."""

    def __init__(self, session: Any) -> None:
        self._session = session
        self.compiled, self.bargain, self.design = session.compiled, session.bargain, session.design

    def run(self, levers: Mapping[str, float], futures: int, cancel: threading.Event | None = None) -> Answer:
        answer: Answer = self._session.run(levers, min(futures, FUTURES), cancel)
        return answer

    def refine(
        self, levers: Mapping[str, float], sizes: Sequence[int], cancel: threading.Event | None = None
    ) -> Iterator[Answer]:
        yield self.run(levers, FUTURES, cancel)


@pytest.fixture(scope="module")
def walker(tmp_path_factory: pytest.TempPathFactory, browser: Any) -> Iterator[tuple[str, dict[int, Tab], Any]]:
    """The address of a laboratory, the tabs that are open by width, and the browser."""
    sessions, tabs = Short(), dict[int, Tab]()
    with served(tmp_path_factory.mktemp("walks") / "runs", crisis=True, resident=sessions) as (address, _):
        yield address, tabs, browser
        for tab in tabs.values():
            tab.context.close()
    sessions.close()


def tab_of(walker: tuple[str, dict[int, Tab], Any], width: int, address: str) -> Tab:
    """The tab of a width, at an address, with nothing said yet."""
    _, tabs, browser = walker
    if width not in tabs:
        tabs[width] = Tab(browser, address, width)
        tabs[width].page.set_default_timeout(PATIENCE_MS)
    tab = tabs[width]
    tab.page.goto(address)
    tab.said.clear()
    tab.asked.clear()
    return tab


def act(tab: Tab, action: str, luck: random.Random) -> None:
    """Do one thing that a person could do on the page as it stands, if it offers any of the kind."""
    page = tab.page
    if action == "back":
        page.go_back()
        return
    there = page.locator(CHOSEN[action])
    count = there.count()
    if not count:
        return
    one = there.nth(luck.randrange(count))
    if action == "choose":
        one.select_option(index=luck.randrange(one.locator("option").count()))
    elif action == "move":
        one.focus()
        one.press(luck.choice(("ArrowRight", "ArrowLeft", "Home", "End")))
    else:
        # A branch of a tree is a thin line; what a person aims at is its words.
        words = one.locator("text")
        (words.first if words.count() else one).click()


@pytest.mark.parametrize("number", range(FIRST, FIRST + WALKS))
def test_a_walk_meets_no_error_and_no_dead_end(walker: tuple[str, dict[int, Tab], Any], number: int) -> None:
    address, luck = walker[0], random.Random(number)
    width, language = luck.choice((390, 820, 1280)), luck.choice(("en", "ja"))
    tab = tab_of(walker, width, beside(address + luck.choice(DOORS), language))
    done: list[str] = []
    for _ in range(STEPS):
        action = luck.choice(ACTIONS)
        done.append(f"{action} at {tab.page.url}")
        act(tab, action, luck)
        tab.page.wait_for_timeout(PAUSE_MS)
        if tab.page.url == "about:blank":
            tab.page.go_forward()
        tab.page.wait_for_selector("main h1", state="attached")
        seen = tab.page.evaluate(SEEN)
        assert (seen["headings"], seen["ours"]) == (1, False), done
        assert seen["doors"] > 3, done
        assert seen["width"] <= width, done
        assert tab.said == [], done
    assert [one for one in tab.asked if not one.startswith((address, "data:"))] == []
