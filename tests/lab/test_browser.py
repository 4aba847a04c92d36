"""The laboratory in a real browser: doors, languages, widths; moved levers, history, keyboard, no script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.lab.asking import MadeUp
from tests.lab.serving import served

pytestmark = pytest.mark.browser
DOORS = ("/", "/compare?bargain=step_up", "/law?question=JP.USE_OF_FORCE&q=missile", "/law/table", "/library",
         "/library/evidence?words=tension", "/library/systems", "/library/mechanism?name=economy.growth",
         "/library/figure?id=growth_trend", "/library/glossary?words=attack",
         "/claims?author=soeya2001&other=solomon2018", "/crisis?place=taiwan&view=target",
         "/crisis/play?place=taiwan&seat=challenger")  # fmt: skip
WIDTHS = (390, 820, 1280)
PATIENCE_MS, PAUSE_MS = 60_000, 50


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("lab") / "runs"


@pytest.fixture(scope="module")
def lab(runs: Path) -> Iterator[tuple[str, MadeUp]]:
    with served(runs, crisis=True) as there:
        yield there


class Tab:
    """An open tab, and what it said, asked for and failed at meanwhile."""

    def __init__(self, browser: Any, address: str, width: int = 1280, **options: Any) -> None:
        self.said: list[str] = []
        self.asked: list[str] = []
        self.context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce", **options)
        self.page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE_MS)
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(address)

    def refined(self) -> None:
        """Wait until the last picture is there."""
        self.until("document.querySelector('[data-progress]')?.textContent.match(/^\\s*2,000/)")

    def settled(self, door: str) -> None:
        """Wait until a door shows what it was opened for."""
        if "compare" in door:
            self.refined()
        if "crisis" in door:
            self.until("document.querySelector('.ways')")

    def until(self, script: str) -> None:
        """Wait until a script is true; asked again and again, since the page's own policy forbids to watch for it."""
        for _ in range(PATIENCE_MS // PAUSE_MS):
            if self.page.evaluate(f"Boolean({script})"):
                return
            self.page.wait_for_timeout(PAUSE_MS)
        raise AssertionError(f"never true: {script}")


def beside(address: str, language: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}lang={language}"


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("door", DOORS)
def test_a_door_fits_its_window_is_silent_and_asks_nobody_else(
    lab: tuple[str, MadeUp], browser: Any, door: str, language: str
) -> None:
    address, _ = lab
    for width in WIDTHS:
        tab = Tab(browser, beside(address + door, language), width)
        tab.page.wait_for_selector("main h1")
        tab.settled(door)
        assert tab.page.evaluate("document.documentElement.scrollWidth") <= width
        assert tab.said == []
        assert [one for one in tab.asked if not one.startswith((address, "data:"))] == []
        tab.context.close()


def test_a_moved_lever_draws_again_and_stands_in_the_address(lab: tuple[str, MadeUp], browser: Any) -> None:
    address, made_up = lab
    tab = Tab(browser, f"{address}/compare?lang=en")
    tab.refined()
    assert "Nothing is moved yet" in tab.page.inner_text("#picture")
    tab.page.locator("summary", has_text="presence and promise").click()
    slider = tab.page.locator("#l-clarity")
    slider.focus()
    before = float(slider.input_value())
    slider.press("ArrowRight")
    slider.press("ArrowRight")
    tab.until("!document.getElementById('picture').textContent.includes('Nothing is moved')")
    tab.refined()
    assert float(slider.input_value()) == pytest.approx(before + 0.02, abs=0.011)
    tab.until("document.querySelector('#dose .dose')")
    assert "clarity=" in tab.page.url
    assert list(made_up.asked[-1]) == ["clarity"]
    link = tab.page.url
    tab.page.get_by_role("button", name="Undo").click()
    tab.page.get_by_role("button", name="Undo").click()
    tab.until("document.getElementById('picture').textContent.includes('Nothing is moved')")
    tab.page.get_by_role("button", name="Redo").click()
    tab.page.get_by_role("button", name="Redo").click()
    tab.until("document.querySelector('#l-clarity')?.closest('.lever').classList.contains('moved')")
    assert tab.page.url == link
    assert tab.said == []
    tab.context.close()


def test_another_bargain_and_a_pin_are_kept_through_history(lab: tuple[str, MadeUp], browser: Any) -> None:
    address, _ = lab
    tab = Tab(browser, f"{address}/compare?lang=en&bargain=step_up")
    tab.refined()
    tab.page.get_by_role("link", name="Pin this setting").click()
    tab.page.wait_for_selector(".pinned")
    tab.page.get_by_label("Do more").check()
    tab.until("location.search.includes('bargain=do_more')")
    tab.refined()
    assert "pin.bargain=step_up" in tab.page.url
    assert "Step up" in tab.page.inner_text(".pinned")
    assert tab.page.locator(".effects .mark.b2").count() > 0
    assert tab.said == []
    tab.context.close()


def test_a_fact_of_the_law_changes_the_answer_and_the_address(lab: tuple[str, MadeUp], browser: Any) -> None:
    address, _ = lab
    tab = Tab(browser, f"{address}/law?lang=en")
    tab.page.get_by_label("Question").select_option("JP.USE_OF_FORCE")
    tab.page.wait_for_selector(".verdict")
    assert "undetermined" in tab.page.inner_text(".verdict")
    tab.page.get_by_role("link", name="none", exact=True).click()
    tab.until("document.querySelector('.verdict')?.textContent.trim() === 'no'")
    assert "f.cabinet_determination=none" in tab.page.url
    years = tab.page.locator("#law-years")
    years.focus()
    years.press("Home")
    tab.until("location.search.includes('date=1951-09-08')")
    tab.page.go_back()
    tab.until("!location.search.includes('date=1951-09-08')")
    assert tab.said == []
    tab.context.close()


def test_the_table_of_acts_is_reached_beside_open_facts(lab: tuple[str, MadeUp], browser: Any) -> None:
    address, _ = lab
    tab = Tab(browser, f"{address}/law?question=JP.USE_OF_FORCE&lang=en")
    tab.page.locator("details.facts > summary").click()
    tab.page.evaluate("scrollTo(0, document.body.scrollHeight)")
    tab.page.get_by_role("link", name="The table of actors").click()
    tab.page.wait_for_selector(".acts")
    assert "/law/table" in tab.page.url
    tab.context.close()


def test_a_crisis_is_walked_by_clicking_and_played_to_its_end(lab: tuple[str, MadeUp], browser: Any) -> None:
    address, _ = lab
    tab = Tab(browser, f"{address}/crisis?place=taiwan&lang=en")
    tab.settled("crisis")
    tab.page.locator(".ways a.button").first.click()
    tab.until("document.querySelector('.so-far li')")
    tab.page.go_back()
    tab.until("!document.querySelector('.so-far li')")
    tab.page.locator(".tree a text").nth(1).click()
    tab.until("location.search.includes('node=')")
    tab.page.locator(".buttons a", has_text="China").last.click()
    for _ in range(20):
        tab.page.wait_for_selector("main h1")
        if tab.page.get_by_text("The crisis is over").count():
            break
        tab.page.locator(".ways a.button").last.click()
        tab.page.wait_for_load_state()
    assert tab.page.locator(".among .yours").count() == 1
    assert tab.said == []
    tab.context.close()


def test_a_run_is_deleted_after_a_question(lab: tuple[str, MadeUp], browser: Any, runs: Path) -> None:
    address, _ = lab
    (runs / "old").mkdir(parents=True)
    (runs / "old" / "manifest.json").write_text("{", encoding="utf-8")
    tab = Tab(browser, f"{address}/library?lang=en")
    tab.page.get_by_role("link", name="Delete old").click()
    tab.page.get_by_role("link", name="Keep it").click()
    assert (runs / "old").is_dir()
    tab.page.get_by_role("link", name="Delete old").click()
    tab.page.get_by_role("button", name="Delete it").click()
    tab.page.wait_for_selector("text=The run old is deleted")
    assert not (runs / "old").exists()
    assert tab.said == []
    tab.context.close()


def test_a_mechanism_of_the_map_brings_its_arrows_forward(lab: tuple[str, MadeUp], browser: Any) -> None:
    address, _ = lab
    tab = Tab(browser, f"{address}/library/systems?lang=en")
    assert tab.page.locator(".arc.out").count() == 0
    tab.page.locator("[data-mechanism=m-economy-growth]").focus()
    assert tab.page.locator(".arc.out").count() > 0
    assert tab.page.locator(".arc.out").count() < tab.page.locator(".arc").count()
    tab.context.close()


def test_a_page_without_scripts_is_whole(lab: tuple[str, MadeUp], browser: Any) -> None:
    address, _ = lab
    tab = Tab(browser, f"{address}/compare?lang=en&bargain=step_up", java_script_enabled=False)
    assert tab.page.get_by_text("Scripts are off").is_visible()
    assert not tab.page.get_by_role("button", name="Undo").is_visible()
    tab.page.get_by_role("button", name="Show the answer").click()
    tab.page.wait_for_selector(".effects")
    assert "show=1" in tab.page.url
    tab.context.close()


def test_print_shows_the_result_and_not_the_levers(lab: tuple[str, MadeUp], browser: Any) -> None:
    address, _ = lab
    tab = Tab(browser, f"{address}/compare?lang=en&bargain=step_up")
    tab.refined()
    tab.page.emulate_media(media="print")
    assert not tab.page.locator(".bench").is_visible()
    assert tab.page.locator(".effects").first.is_visible()
    tab.context.close()


@pytest.mark.parametrize(("language", "width", "scheme"), [("en", 1280, "light"), ("ja", 390, "dark")])
def test_no_door_has_a_finding_of_axe(
    lab: tuple[str, MadeUp], browser: Any, language: str, width: int, scheme: str
) -> None:
    address, _ = lab
    findings = []
    for door in DOORS:
        tab = Tab(browser, beside(address + door, language), width, color_scheme=scheme)
        tab.settled(door)
        found = Axe().run(tab.page).response["violations"]
        findings += [(door, one["id"], one["nodes"][0]["html"]) for one in found]
        tab.context.close()
    assert findings == []
