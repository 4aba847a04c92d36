"""A table as a spreadsheet writes it: read, or refused on the line where it is wrong."""

from __future__ import annotations

import pytest

from kaname.core.errors import InputError
from kaname.core.table_text import read_table


def rows(tmp_path, text: str | bytes):
    path = tmp_path / "table.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return [dict(row.cells) for row in read_table(path, 100)]


@pytest.mark.parametrize(
    "text",
    [
        "a,b\n1,2\n",
        "\ufeffa,b\r\n1,2\r\n",
        "a, b\n1, 2\n",
        'a, "b"\n"1", "2"\n',
        " a ,b\n\n 1 , 2 \n,\n",
        "a,b\n1,2",
    ],
)
def test_blanks_quotes_line_ends_and_a_byte_order_mark_change_nothing(tmp_path, text):
    assert rows(tmp_path, text) == [{"a": "1", "b": "2"}]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a;b\n1;2\n", 1, "separated by semicolons"),
        ("a\tb\n1\t2\n", 1, "separated by tabs"),
        ("a;b\n0,5;0,1\n", 1, "separated by semicolons"),
        ("a,a\n1,2\n", 1, "the column a is written twice"),
        ("a, A \n1,2\n", 1, "the column A is written twice"),
        ("a,\n1,2\n", 1, "column 2 has no name"),
        ("a,b\n1,2\n1,2,3\n", 3, "3 cells, and the first line 2"),
        ("a,b\n0,5,0,1\n", 2, "decimal point"),
        ("", 1, "empty"),
        ("a,b\n", None, "has 0 rows"),
        ('a,b\n1,"2\n', 2, "cannot be read as a table"),
        (b"a,b\n\xff,2\n", 2, "not UTF-8"),
        ("a,b\n1\u200b,2\n", 2, "invisible"),
    ],
)
def test_what_is_no_table_is_told_with_its_line(tmp_path, text, line, message):
    with pytest.raises(InputError, match=message) as told:
        rows(tmp_path, text)
    assert told.value.line == line
