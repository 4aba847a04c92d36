"""Random walks over the pages in a real Chromium: whatever is clicked, chosen or moved, no error and no dead end.

The number of walks is KANAME_WALKS, a few by default; each is drawn from its own number and can be walked again.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from typing import Any

import pytest

from tests.lab.serving import served
from tests.lab.test_browser import Tab, beside

pytestmark = pytest.mark.browser
WALKS = int(os.environ.get("KANAME_WALKS", "6"))
STEPS, PAUSE_MS = 12, 80
DOORS = (
    "/",
    "/compare",
    "/law?question=JP.USE_OF_FORCE",
    "/library",
    "/library/evidence",
    "/library/systems",
    "/claims",
    "/crisis?place=taiwan",
    "/crisis/play?place=taiwan&seat=target",
)
ACTIONS = ("link", "link", "link", "choose", "move", "open", "back", "language")
NO_LINKS = '[href^="http"], [href*="data.csv"], [href*="mine.yaml"], [href^="#"], [href^="/compare/crises"]'


@pytest.fixture(scope="module")
def walker(tmp_path_factory: pytest.TempPathFactory, browser: Any) -> Iterator[tuple[str, Any]]:
    with served(tmp_path_factory.mktemp("walks") / "runs", crisis=True) as (address, _):
        yield address, browser


def act(tab: Tab, action: str, luck: random.Random) -> None:
    """Do one thing that a person could do on the page as it stands, if it offers any of the kind."""
    page = tab.page
    if action == "back":
        page.go_back()
        return
    chosen = {
        "link": f"main a:visible:not({NO_LINKS}), header a:visible:not({NO_LINKS})", "choose": "main select:visible",
        "move": "main input[type=range]:visible", "open": "main summary:visible", "language": ".language",
    }[action]  # fmt: skip
    there = page.locator(chosen)
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
        one.click()


@pytest.mark.parametrize("number", range(WALKS))
def test_a_walk_meets_no_error_and_no_dead_end(walker: tuple[str, Any], number: int) -> None:
    address, browser = walker
    luck = random.Random(number)
    width, language = luck.choice((390, 820, 1280)), luck.choice(("en", "ja"))
    tab = Tab(browser, beside(address + luck.choice(DOORS), language), width)
    done: list[str] = []
    for _ in range(STEPS):
        action = luck.choice(ACTIONS)
        done.append(f"{action} at {tab.page.url}")
        act(tab, action, luck)
        tab.page.wait_for_timeout(PAUSE_MS)
        if tab.page.url == "about:blank":
            tab.page.go_forward()
        tab.page.wait_for_selector("main h1", state="attached")
        assert tab.page.locator("main h1").count() == 1, done
        assert not tab.page.locator("text=Something went wrong on our side").count(), done
        assert tab.page.locator("header nav a").count() > 3, done
        assert tab.page.evaluate("document.documentElement.scrollWidth") <= width, done
        assert tab.said == [], done
    assert [one for one in tab.asked if not one.startswith((address, "data:"))] == []
    tab.context.close()
