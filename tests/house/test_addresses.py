"""Nothing in the repository points at the machine on which it was written."""

from __future__ import annotations

import re

import pytest

from tests.house.sources import ROOT, own_files, short

# Written in pieces, so that this file does not find itself.
HERE = "|".join(
    [
        r"(?<![\w.])/(?:" + "|".join(["work", "tmp", "root", "home/\\w+", "Users/\\w+", "opt"]) + r")/\w",
        "file:" + "//",
        r"\b(?:10|127)\.\d{1,3}\.\d{1,3}\.\d{1,3}\b",
        r"\b192\.168\.\d{1,3}\.\d{1,3}\b",
        r"\b172\.(?:1[6-9]|2\d|3[01])\.\d{1,3}\.\d{1,3}\b",
        r"https?:/" + r"/(?:localhost|[a-z0-9-]+:\d+)",
    ]
)
BINARY = {".png", ".parquet", ".woff2", ".ico", ".xz"}
SERVED_HERE = re.compile(r"127\.0\.0\.1")
"""A programme that serves its own pages must be able to say where."""


def test_no_file_holds_an_address_of_a_machine() -> None:
    pattern = re.compile(HERE)
    found = [
        f"{short(path)}:{number} {match.group()}"
        for path in own_files()
        if path.suffix not in BINARY
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        for match in pattern.finditer(SERVED_HERE.sub("", line))
    ]
    assert found == []


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_file_holds_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index" not in text
    pins = [line for line in text.splitlines() if re.match(r"[a-z0-9]", line)]
    assert pins
    assert [pin for pin in pins if "==" not in pin or not pin.endswith("\\")] == []


def test_the_two_locks_agree_on_every_version() -> None:
    runtime, dev = (
        set(re.findall(r"^[a-z0-9][^;\s\\]*", (ROOT / name).read_text(encoding="utf-8"), re.M))
        for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert runtime - dev == set()
