"""How the page looks: small pictures at three widths, in the dark and on paper, compared with a tolerance.

A picture is taken at a quarter of its size and in one font, since another would break lines elsewhere; where that font
is missing the test is skipped. Compared are grey means of small squares, in the browser itself. To renew after a wanted
change, and look at them before you commit: KANAME_GOLDEN=renew python -m pytest tests/report/test_golden.py
"""

from __future__ import annotations

import base64
import os
from pathlib import Path
from typing import Any

import pytest

from tests.report.browsing import Seen

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore::ResourceWarning")]
FOLDER = Path(__file__).parent / "golden"
LOOKS = {  # name: width, height, colour scheme, medium
    "wide": (1280, 1600, "light", "screen"),
    "tablet": (820, 1400, "light", "screen"),
    "phone": (390, 1800, "light", "screen"),
    "dark": (1280, 1600, "dark", "screen"),
    "print-a4": (718, 1018, "light", "print"),
    "print-letter": (740, 960, "light", "print"),
}
SCALE = 0.25
LARGEST = 60_000
FONT, WIDTH_OF_TEN = "DejaVu Sans", 974
"""A font of nearly every Linux, and how wide ten letters m of 100 pixels are in it."""
TOLERANCE = 0.012
"""Mean difference of grey, of 1, over squares of about 32 pixels of the page."""
COMPARE = """async ([left, right]) => {
    const small = async (data) => {
        const image = new Image();
        image.src = 'data:image/png;base64,' + data;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = Math.round(image.width / 8);
        canvas.height = Math.round(image.height / 8);
        const pen = canvas.getContext('2d');
        pen.imageSmoothingQuality = 'high';
        pen.drawImage(image, 0, 0, canvas.width, canvas.height);
        return [canvas.width, canvas.height, pen.getImageData(0, 0, canvas.width, canvas.height).data];
    };
    const [w, h, a] = await small(left);
    const [v, g, b] = await small(right);
    if (w !== v || h !== g) return 1;
    let sum = 0;
    for (let n = 0; n < a.length; n += 4) {
        const grey = (d) => (0.299 * d[n] + 0.587 * d[n + 1] + 0.114 * d[n + 2]) / 255;
        sum += Math.abs(grey(a) - grey(b));
    }
    return sum / (a.length / 4);
}"""


def picture(browser: Any, folder: Path, look: str, change: str = "") -> bytes:
    """The top of the page at a quarter of its size."""
    width, height, scheme, medium = LOOKS[look]
    one = Seen(browser, folder, width, height, scheme, scale=SCALE)
    one.page.emulate_media(media=medium)
    one.ask(f"document.body.style.fontFamily = '\"{FONT}\"'")
    if change:
        one.ask(change)
    taken = one.page.screenshot(clip={"x": 0, "y": 0, "width": width, "height": height})
    one.context.close()
    return bytes(taken)


def apart(browser: Any, left: bytes, right: bytes) -> float:
    """Mean difference of grey between two pictures, 0 to 1; 1 where their sizes differ."""
    page = browser.new_page()
    page.goto("about:blank")
    found = page.evaluate(COMPARE, [base64.b64encode(one).decode("ascii") for one in (left, right)])
    page.close()
    return float(found)


@pytest.fixture(autouse=True)
def with_the_font(browser: Any) -> None:
    """Skip where the font of the pictures is missing."""
    page = browser.new_page()
    page.goto("about:blank")
    width = page.evaluate(
        "(font) => { const pen = document.createElement('canvas').getContext('2d'); pen.font = `100px ${font}`;"
        "return pen.measureText('m'.repeat(10)).width; }",
        f'"{FONT}"',
    )
    page.close()
    if abs(width - WIDTH_OF_TEN) > 1:
        pytest.skip(f"no {FONT} here")


@pytest.mark.parametrize("look", list(LOOKS))
def test_the_page_looks_as_it_did(browser: Any, run_folder: Path, look: str) -> None:
    taken, file = picture(browser, run_folder, look), FOLDER / f"{look}.png"
    if os.environ.get("KANAME_GOLDEN") == "renew":
        FOLDER.mkdir(exist_ok=True)
        file.write_bytes(taken)
    assert file.stat().st_size < LARGEST
    found = apart(browser, taken, file.read_bytes())
    assert found < TOLERANCE, f"{look} differs by {found:.3f}; if that is wanted: KANAME_GOLDEN=renew"


@pytest.mark.parametrize(
    "change",
    [
        "document.querySelector('#first svg.wide').remove()",
        "document.querySelector('style').remove()",
        "document.documentElement.style.filter = 'invert(1)'",
    ],
)
def test_a_page_that_lost_its_picture_or_its_style_looks_different(browser: Any, run_folder: Path, change: str) -> None:
    assert (
        apart(browser, picture(browser, run_folder, "wide"), picture(browser, run_folder, "wide", change)) > TOLERANCE
    )
