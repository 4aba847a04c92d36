"""Figures carry their numbers."""

from __future__ import annotations

import csv
import io
import re
from urllib.parse import unquote

from kaname.report.figure import Table, csv_text, figure


def test_the_csv_behind_a_figure_reads_back_as_its_table() -> None:
    table = Table(["name", "value"], [['a "quoted", name', 0.123456789], ["b", None], ["c", 3]])
    drawn = figure("x", "Title", "picture", "Sentence.", table)
    found = re.search(r'href="data:text/csv;charset=utf-8,([^"]+)"', drawn)
    assert found is not None
    rows = list(csv.reader(io.StringIO(unquote(found.group(1)))))
    assert rows == [["name", "value"], ['a "quoted", name', "0.123457"], ["b", ""], ["c", "3"]]


def test_a_name_that_a_spreadsheet_would_run_is_made_text_and_a_negative_number_is_not() -> None:
    lines = csv_text(Table(["x", "y"], [["=HYPERLINK(1)", -2.5], ["@cmd", 1]])).split("\n")
    assert lines[1] == "'=HYPERLINK(1),-2.5"
    assert lines[2] == "'@cmd,1"
