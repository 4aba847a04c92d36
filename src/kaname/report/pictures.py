"""The page's charts as files of their own: one SVG and one CSV a figure, for a brief that somebody else sets.

Idea: the page is the one place where charts are drawn; what is written here is cut out of it. A picture carries the
page's style sheet in its light colours on white, since it ends up on paper.
Reads: the text of a page. Writes: FOLDER/ID.svg (ID-2.svg where a figure has more than one chart), FOLDER/ID.csv.
"""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote

from kaname.core.errors import InputError
from kaname.core.user_file import UserFile, check_folder, output_folder

FIGURE = re.compile(r"<figure\b[^>]*>.*?</figure>", re.S)
IDENTITY = re.compile(r'\bid="([a-z0-9-]+)"')
DATA = re.compile(r'href="data:text/csv;charset=utf-8,([^"]*)"')
TAG = re.compile(r"<svg\b[^>]*>|</svg>")
CHART = re.compile(r'class="[^"]*\bchart\b')
WIDE = re.compile(r'(class="[^"]*) wide\b')
DARK = "@media (prefers-color-scheme: dark)"
ALONE = "svg { font-family: system-ui, sans-serif; background: #ffffff; }"


def write_pictures(page: str, folder: Path) -> list[Path]:
    """Write every chart of a page and its numbers; the files, in order. InputError: the folder is not empty."""
    check_folder(folder, "--charts")
    if folder.exists() and any(folder.iterdir()):
        raise InputError("the folder is not empty", file=str(folder), path="--charts", hint="Name a new folder.")
    style = light((files("kaname.report") / "page.css").read_text(encoding="utf-8"))
    output_folder(folder, "--charts")
    made = []
    for figure in FIGURE.findall(page):
        identity = IDENTITY.search(figure)
        if identity is None:
            continue
        for number, chart in enumerate(charts_in(figure), start=1):
            mark = "" if number == 1 else f"-{number}"
            place = UserFile(folder / f"{identity[1]}{mark}.svg", "--charts")
            made.append(place.write(standing_alone(chart, style)))
        if data := DATA.search(figure):
            place = UserFile(folder / f"{identity[1]}.csv", "--charts")
            made.append(place.write(unquote(data[1].replace("&amp;", "&"))))
    return made


def charts_in(figure: str) -> list[str]:
    """Return the outermost charts of a figure's markup (the wide one alone, where there are others for a phone)."""
    found, depth, start = [], 0, 0
    for tag in TAG.finditer(figure):
        if tag[0] != "</svg>":
            start = tag.start() if depth == 0 else start
            depth += 1
            continue
        depth -= 1
        text = figure[start : tag.end()]
        if depth == 0 and CHART.search(text[: text.index(">")]):
            found.append(text)
    return [chart for chart in found if WIDE.search(chart[: chart.index(">")])] or found


def light(style: str) -> str:
    """Return a style sheet without its dark colours."""
    start = style.find(DARK)
    while start >= 0:
        end = start + style[start:].index("{")
        depth = 1
        while depth:
            end += 1
            depth += {"{": 1, "}": -1}.get(style[end], 0)
        style = style[:start] + style[end + 1 :]
        start = style.find(DARK)
    return style


def standing_alone(chart: str, style: str) -> str:
    """Return an SVG document of one chart, with the page's style."""
    head = chart.index(">") + 1
    opening = WIDE.sub(r"\1", chart[: head - 1])
    if "xmlns=" not in opening:
        opening += ' xmlns="http://www.w3.org/2000/svg"'
    return f"{opening}><style><![CDATA[{style}{ALONE}]]></style>{chart[head:]}\n"
