"""The guard returns plain values with line numbers, or says what is wrong; nothing else can come out of it."""

from __future__ import annotations

import math
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.core import safe_yaml
from kaname.core.errors import InputError
from kaname.core.safe_yaml import Document, parse_yaml, path_text, read_yaml

REFUSED = {
    "anchor": ("a: &x 1", "anchors and aliases"),
    "anchor of a mapping": ("a: &x {b: 1}", "anchors and aliases"),
    "anchor of a key": ("&x a: 1", "anchors and aliases"),
    "alias": ("- *x", "anchors and aliases"),
    "alias as key": ("*x : 1", "a key must be a word"),
    "merge key": ("<<: {a: 1}", "merge keys"),
    "quoted merge key": ('"<<": {a: 1}', "merge keys"),
    "tag": ("a: !!str 1", "tags"),
    "tag that runs code elsewhere": ("!!python/object/apply:os.system ['true']", "tags"),
    "tag of a list": ("a: !x [1]", "tags"),
    "tag of a key": ("!!str a: 1", "tags"),
    "directive": ("%YAML 1.1\n---\na: no", "directives"),
    "tag directive": ("%TAG ! tag:x,2000:\n---\na: b", "directives"),
    "two documents": ("a: 1\n---\nb: 2", "a second document"),
    "same key twice": ("a: 1\na: 2", "is written twice, first in line 1"),
    "same key twice in other quotes": ("a: 1\n'a': 2", "is written twice"),
    "list as key": ("? [a]\n: b", "a key must be a word"),
    "empty key": (": 1", "a key is empty"),
    "long key": (f"? {'k' * 300}\n: 1", "too long for a key"),
    "hexadecimal": ("a: 0x1F", "not read as a number"),
    "octal": ("a: 0o17", "not read as a number"),
    "old octal": ("a: 017", "not read as a number"),
    "infinity": ("a: -.inf", "not read as a number"),
    "not a number": ("a: .NaN", "not read as a number"),
    "beyond all": ("a: 1e999", "too large or too long"),
    "many digits": ("a: " + "9" * 5000, "too large or too long"),
    "bell as escape": ('a: "\\a"', r"invisible character U\+0007"),
    "bell": ("a: \x07", r"invisible character U\+0007"),
    "surrogate as escape": ('a: "\\ud800"', r"invisible character U\+D800"),
    "turned text": ("a: \u202eabc", r"invisible character U\+202E"),
    "zero width": ("ab\u200bc: 1", r"invisible character U\+200B"),
    "escape beyond Unicode": ('a: "\\U99999999"', "cannot be read as YAML"),
    "tab for indentation": ("a:\n\tb: 1", "cannot be read as YAML"),
    "open bracket": ("a: [1, 2", "cannot be read as YAML"),
    "nothing": ("", "the file is empty"),
    "only a comment": ("# words", "the file is empty"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_goes_beyond_plain_data_is_refused(name: str) -> None:
    text, said = REFUSED[name]
    with pytest.raises(InputError, match=said):
        parse_yaml(text, file="f.yaml")


READ = {
    "NO": "NO",
    "yes": "yes",
    "off": "off",
    "12:30": "12:30",
    "1_000": "1_000",
    "2026-04-01": "2026-04-01",
    "'0x1F'": "0x1F",
    '"3"': "3",
    "true": True,
    "False": False,
    "~": None,
    "": None,
    "null": None,
    "-0": 0,
    "+12": 12,
    ".5": 0.5,
    "1.": 1.0,
    "1e-3": 0.001,
    "00.5": 0.5,
    "日本": "日本",
    "'null'": "null",
}


@pytest.mark.parametrize("written", READ)
def test_a_scalar_is_read_as_the_page_of_files_says(written: str) -> None:
    value = parse_yaml(f"a: {written}").value["a"]
    assert value == READ[written]
    assert type(value) is type(READ[written])


def test_keys_are_text_as_they_are_written() -> None:
    assert parse_yaml("no: 1\n2026: 2\n1e3: 3\nnull: 4").value == {"no": 1, "2026": 2, "1e3": 3, "null": 4}


def test_every_path_knows_its_line() -> None:
    document = parse_yaml("# head\na:\n  b:\n    - 1\n    - c: 2\n", file="f.yaml")
    assert document.place(("a", "b", 1, "c")).line == 5
    assert document.place(("a", "b", 7, "x")).line == 3
    assert str(document.error(("a", "b", 0), "is wrong")) == "f.yaml:4 a.b[0]: is wrong."
    assert path_text(("a", 0, "b")) == "a[0].b"


def test_an_error_of_the_parser_names_its_line() -> None:
    with pytest.raises(InputError) as caught:
        parse_yaml("a: 1\nb: [1\nc: 2\n", file="f.yaml")
    assert caught.value.line in (2, 3)


def test_a_file_from_windows_is_read_as_any_other() -> None:
    assert parse_yaml(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n").value == {"a": 1, "b": 2}
    with pytest.raises(InputError, match=r"U\+000D"):
        parse_yaml(b"a: 1\rb: 2\r")


@pytest.mark.parametrize("raw", [b"\xff\xfea\x00", b"a: \xe9", b"\xed\xa0\x80"])
def test_text_that_is_not_utf_8_is_refused(raw: bytes) -> None:
    with pytest.raises(InputError, match="not UTF-8"):
        parse_yaml(raw)


def test_a_deep_tree_is_refused_before_it_is_built() -> None:
    for text in ("[" * 200_000, "{a: " * 50_000, "- " * 50_000):
        with pytest.raises(InputError, match="nested more than 16 deep"):
            parse_yaml(text)


def test_a_file_at_the_limit_of_depth_is_read() -> None:
    text = "[" * 16 + "1" + "]" * 16
    assert isinstance(parse_yaml(text).value, list)
    with pytest.raises(InputError, match="deep"):
        parse_yaml(f"[{text}]")


def test_a_large_file_is_refused_by_its_size(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    file.write_bytes(b"a: " + b"x" * (1 << 20))
    with pytest.raises(InputError, match="larger than 1,048,576 bytes"):
        read_yaml(file)


def test_too_many_values_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe_yaml, "MOST_NODES", 50)
    assert len(parse_yaml("- 1\n" * 49).value) == 49
    with pytest.raises(InputError, match="more than 50 values"):
        parse_yaml("- 1\n" * 60)


def test_what_is_not_a_plain_file_is_refused_without_waiting(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not a plain file"):
        read_yaml(tmp_path)
    with pytest.raises(InputError, match="there is no such file"):
        read_yaml(tmp_path / "none.yaml")
    with pytest.raises(InputError, match="cannot be opened"):
        read_yaml("nul\0byte.yaml")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.yaml")
        with pytest.raises(InputError, match="not a plain file"):
            read_yaml(tmp_path / "pipe.yaml")


def test_a_missing_file_is_told_with_the_files_beside_it(tmp_path: Path) -> None:
    (tmp_path / "strait.yaml").write_text("a: 1", encoding="utf-8")
    with pytest.raises(InputError, match=r"In that folder: strait\.yaml"):
        read_yaml(tmp_path / "strat.yaml")


PIECES = st.lists(
    st.sampled_from(
        list("[]{}:,-?&*!|>'\"%@`#~\\ \n\t0123456789abc.<=")
        + [
            "\n  ",
            ": ",
            "- ",
            "? ",
            "<<",
            "---\n",
            "...\n",
            "&a ",
            "*a",
            "!!x ",
            "0x",
            ".inf",
            "\\u",
            "\u202e",
            "é",
            "\x00",
        ]
    ),
    max_size=60,
).map("".join)


def plain(value: Any) -> bool:
    """Whether a value is made of what the guard promises and nothing else."""
    if isinstance(value, dict):
        return all(type(key) is str and plain(entry) for key, entry in value.items())
    if isinstance(value, list):
        return all(plain(entry) for entry in value)
    return value is None or type(value) in (bool, int, str) or (type(value) is float and math.isfinite(value))


def outcome(text: str | bytes) -> Document | InputError:
    """What comes out of the guard; any other exception goes through and fails the test."""
    try:
        return parse_yaml(text, file="f.yaml")
    except InputError as trouble:
        return trouble


def check_plain(found: Document | InputError) -> None:
    """Either plain data with places, or an error whose text is printable."""
    if isinstance(found, InputError):
        assert str(found).isprintable()
        assert str(found).startswith("f.yaml")
    else:
        assert plain(found.value)
        assert found.places


@given(PIECES)
def test_no_text_brings_out_anything_but_plain_data_or_an_input_error(text: str) -> None:
    check_plain(outcome(text))


@given(st.binary(max_size=80))
def test_no_bytes_bring_out_anything_but_plain_data_or_an_input_error(raw: bytes) -> None:
    check_plain(outcome(raw))


@given(st.dictionaries(st.text(min_size=1, max_size=12), st.text(max_size=20), max_size=4))
def test_json_text_of_any_words_keeps_its_words_or_is_refused(words: dict[str, str]) -> None:
    import json

    text = json.dumps(words)
    try:
        found = parse_yaml(text).value
    except InputError:
        return
    assert found == words
