"""The page in a real browser: it fits, it is silent, it asks for nothing, and a keyboard reaches it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kaname.analysis.regret import lead, packed, regrets
from kaname.report import robustness
from kaname.report.draw import draw
from kaname.report.sections.regret import NUMBERS, steps_for
from kaname.words.catalogue import catalogue
from tests.report.browsing import UNFOLD, Seen
from tests.report.synthetic import BARGAINS, write_run
from tests.report.synthetic_checks import add_checks
from tests.report.test_page import view_of

EN = catalogue("en")

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore::ResourceWarning")]


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
    folder = add_checks(write_run(tmp_path, futures=60, sampled=2, bargains=names))
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
    one.ask(UNFOLD)
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
    controls = seen.ask(
        """[...document.querySelectorAll('a, summary, input, button, .scroll')].filter((n) =>
            n.tabIndex < 0 || (n.tagName === 'INPUT' && !n.labels.length)).length"""
    )
    assert controls == 0
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


@pytest.mark.parametrize("width", [686, 718])
def test_nothing_is_cut_off_on_paper(browser: Any, run_folder: Path, width: int) -> None:
    one = Seen(browser, run_folder, width, 1000)
    one.page.emulate_media(media="print")
    one.ask(UNFOLD)
    assert one.ask("document.documentElement.scrollWidth") <= width
    one.context.close()


def pages_of(seen: Seen, paper: str) -> int:
    """How many pages the page has on this paper."""
    printed = seen.page.pdf(format=paper)
    assert printed.startswith(b"%PDF")
    return len(re.findall(rb"/Type\s*/Page\b", printed))


WITHOUT_APPENDIX = "document.querySelectorAll('#compared, #compared ~ *').forEach((one) => one.remove())"


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_it_prints_a_page_of_summary_in_twelve_pages_and_an_appendix(seen: Seen, paper: str) -> None:
    whole = pages_of(seen, paper)
    seen.ask(WITHOUT_APPENDIX)
    body = pages_of(seen, paper)
    assert 4 <= body <= 12
    assert whole > body + 2
    seen.ask("document.querySelectorAll('main > :not(#first)').forEach((one) => one.remove())")
    assert pages_of(seen, paper) == 1


def test_paper_has_the_register_and_the_works_whole_and_the_screen_has_them_folded(seen: Seen) -> None:
    heights = "[...document.querySelectorAll('details.appendix')].map((one) => one.getBoundingClientRect().height)"
    folded = seen.ask(heights)
    assert len(folded) == 2
    assert max(folded) < 60
    seen.page.emulate_media(media="print")
    seen.ask("dispatchEvent(new Event('beforeprint'))")
    assert min(seen.ask(heights)) > 15
    assert seen.ask("[...document.querySelectorAll('details.appendix')].every((one) => one.open)")
    seen.ask("dispatchEvent(new Event('afterprint'))")
    seen.page.emulate_media(media="screen")
    assert seen.ask(heights) == folded


def test_no_more_than_twelve_thousand_words_stand_open(seen: Seen) -> None:
    words = "document.body.innerText.split(/\\s+/).length"
    folded = seen.ask(words)
    assert 1_000 < folded <= 12_000
    seen.ask(UNFOLD)
    assert seen.ask(words) > folded


READ = """() => [...document.querySelectorAll('.weigh')].map((block) => ({
    said: block.closest('figure').querySelector('.said').textContent,
    rows: [...block.querySelectorAll('tbody tr')].map((row) => ['.mean', '.worst', '.free'].map(
        (name) => row.querySelector(name).textContent)),
    shares: [...block.querySelectorAll('output')].map((one) => one.textContent)}))"""


def by_python(folder: Path, state: str, weights: list[float], whole: bool = False) -> tuple[list[list[str]], str]:
    """What table and sentence of a state must say under these weights; whole: not from what the page carries."""
    view = view_of(folder)
    steps = steps_for(view, state)
    steps = steps if whole else packed(steps, NUMBERS).steps
    found = regrets(steps, weights)
    rows = [
        [
            robustness.steps(EN, one.mean, one.low, one.high),
            robustness.steps_of_one(one.worst),
            f"{one.free} of {one.futures}",
        ]
        for one in found.values()
    ]
    least, after, gap = lead(steps, weights)
    return rows, robustness.least_regret(EN, view.said_bargain(least), view.said_bargain(after), gap)


def test_without_a_script_the_page_shows_equal_weights(browser: Any, run_folder: Path) -> None:
    one = Seen(browser, run_folder, 1280, 800, script=False)
    rows, said = by_python(run_folder, "ally", [1.0] * len(steps_for(view_of(run_folder), "ally").ends), whole=True)
    told = one.page.locator("#regret-ally tbody tr")
    assert [told.nth(n).locator(".mean").text_content() for n in range(told.count())] == [row[0] for row in rows]
    assert one.page.locator("#regret-ally .said").text_content() == said
    assert not one.page.locator("#regret-ally input").first.is_visible()
    assert one.page.locator("#ends-of-the-alliance svg.wide").is_visible()
    one.context.close()


def test_the_readers_weights_give_what_the_analysis_gives(seen: Seen, run_folder: Path) -> None:
    before = seen.page.evaluate(READ)
    sliders = seen.page.locator("#regret-ally input")
    number = sliders.count()
    for weights in ([10, *[0] * (number - 1)], [(3 * n) % 11 for n in range(number)], [0] * (number - 1) + [1]):
        for place, weight in enumerate(weights):
            sliders.nth(place).fill(str(weight))
        rows, said = by_python(run_folder, "ally", [float(weight) for weight in weights])
        now = seen.page.evaluate(READ)
        assert now[0]["rows"] == rows
        assert now[0]["said"] == said
        assert now[1:] == before[1:]
    seen.page.locator("#regret-ally .reset").click()
    assert seen.page.evaluate(READ) == before


def test_a_keyboard_sets_weights_and_all_zero_is_said(seen: Seen) -> None:
    sliders = seen.page.locator("#regret-ally input")
    sliders.first.focus()
    seen.page.keyboard.press("ArrowRight")
    assert sliders.first.input_value() == "6"
    shares = seen.page.evaluate(READ)[0]["shares"]
    assert shares[0] != shares[1]
    assert sliders.first.get_attribute("aria-valuetext") == shares[0]
    for n in range(sliders.count()):
        sliders.nth(n).focus()
        seen.page.keyboard.press("Home")
    assert "All weights are zero" in seen.page.evaluate(READ)[0]["said"]
    assert seen.said == []


RATIOS = """() => {
    const rgb = (said) => (said.match(/[\\d.]+/g) || []).map(Number);
    const light = (c) => c.slice(0, 3).map((v) => v / 255)
        .map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, n) => sum + v * [0.2126, 0.7152, 0.0722][n], 0);
    const over = (top, below) => top.length > 3 && top[3] < 1
        ? top.slice(0, 3).map((v, n) => v * top[3] + below[n] * (1 - top[3])) : top.slice(0, 3);
    const behind = (node) => {
        const stack = [];
        for (let at = node; at; at = at.parentElement) stack.push(rgb(getComputedStyle(at).backgroundColor));
        return stack.reverse().reduce((below, one) => one.length && one[3] !== 0 ? over(one, below) : below,
            rgb(getComputedStyle(document.body).backgroundColor));
    };
    const low = [];
    for (const node of document.querySelectorAll('body *')) {
        const own = [...node.childNodes].some((one) => one.nodeType === 3 && one.textContent.trim());
        if (!own || !node.getClientRects().length || node.closest('title, style, script')) continue;
        const style = getComputedStyle(node);
        let paper = behind(node);
        const drawn = node instanceof SVGTextElement;
        if (drawn) {
            const box = node.previousElementSibling;
            const filled = box && box.tagName === 'rect' ? getComputedStyle(box) : null;
            if (filled) paper = over([...rgb(filled.fill).slice(0, 3), Number(filled.fillOpacity)], paper);
        }
        const ink = over(rgb(drawn ? style.fill : style.color), paper);
        const [x, y] = [light(ink), light(paper)].sort((p, q) => q - p);
        const ratio = (x + 0.05) / (y + 0.05);
        const name = node.className.baseVal ?? node.className;
        if (ratio < 4.5) low.push(`${name} ${node.textContent.slice(0, 30)} ${ratio}`);
    }
    return [...new Set(low)].slice(0, 20);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_that_is_shown_stands_out_from_what_is_behind_it(
    browser: Any, run_folder: Path, scheme: str
) -> None:
    one = Seen(browser, run_folder, 1280, 800, scheme)
    one.ask(UNFOLD)
    assert one.page.evaluate(RATIOS) == []
    one.context.close()


def test_the_test_of_contrast_sees_a_pale_word(seen: Seen) -> None:
    seen.ask("document.querySelector('h1').style.color = '#ccc'")
    assert len(seen.page.evaluate(RATIOS)) == 1
