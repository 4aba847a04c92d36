"""Charts as files: every chart of the page, its numbers, and nothing that depends on the page around them."""

from __future__ import annotations

import shutil
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from kaname.cli.main import run as command
from kaname.core.errors import InputError
from kaname.report.pictures import charts_in, light, standing_alone, write_pictures

CHART = '<svg class="chart dots" role="img" aria-label="a"><text class="tick">1</text></svg>'
MARK = '<svg class="mark"><circle></circle></svg>'
WIDE = CHART.replace("dots", "dots wide")
STYLE = (
    ":root { --ink: #111; } @media (prefers-color-scheme: dark) { :root { --ink: #eee; } } .tick { fill: var(--ink); }"
)


def page_of(*figures: str) -> str:
    return "<html>" + "".join(figures) + "</html>"


def figure_of(identity: str, *parts: str, data: str = "a%2Cb%0A1,2%0A") -> str:
    link = f'<a href="data:text/csv;charset=utf-8,{data}">Data</a>'
    return f'<figure id="{identity}">{"".join(parts)}<figcaption>{link}</figcaption></figure>'


def test_every_chart_becomes_a_picture_and_every_table_a_file(tmp_path: Path) -> None:
    made = write_pictures(page_of(figure_of("one", MARK, CHART), figure_of("two", CHART, CHART)), tmp_path / "charts")
    assert [path.name for path in made] == ["one.svg", "one.csv", "two.svg", "two-2.svg", "two.csv"]
    assert made[1].read_text(encoding="utf-8") == "a,b\n1,2\n"
    for path in made:
        if path.suffix == ".svg":
            assert ElementTree.parse(path).getroot().tag == "{http://www.w3.org/2000/svg}svg"


def test_charts_for_a_phone_are_left_out_where_there_is_a_wide_one() -> None:
    assert charts_in(figure_of("one", WIDE, CHART, CHART)) == [WIDE]
    assert charts_in(figure_of("one", CHART, CHART)) == [CHART, CHART]


def test_a_picture_keeps_light_colours_and_does_not_vanish_on_a_narrow_screen() -> None:
    assert light(STYLE) == ":root { --ink: #111; }  .tick { fill: var(--ink); }"
    assert " wide" not in standing_alone(WIDE, "").partition(">")[0]


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("kept", encoding="utf-8")
    with pytest.raises(InputError, match="not empty"):
        write_pictures(page_of(figure_of("one", CHART)), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_charts_are_written_where_the_page_itself_cannot_be(run_folder: Path, tmp_path: Path, capsys) -> None:
    """A run on a medium that is read-only: here a folder stands where the page should."""
    run = Path(shutil.copytree(run_folder, tmp_path / "run", ignore=shutil.ignore_patterns("report.html")))
    (run / "report.html" / "inside").mkdir(parents=True)
    with pytest.raises(SystemExit) as end:
        command(["report", str(run), "--charts", str(tmp_path / "charts")])
    said = capsys.readouterr()
    assert not end.value.code
    assert said.out.endswith(f"files in {tmp_path / 'charts'}\n")
    assert said.err.startswith(f"{run / 'report.html'} was not drawn again: ")
    assert len(list((tmp_path / "charts").glob("*.svg"))) > 5
    with pytest.raises(SystemExit) as end:
        command(["report", str(run)])
    assert end.value.code == 2
    assert capsys.readouterr().err == f"{run / 'report.html'}: this is a folder, not a file.\n"
