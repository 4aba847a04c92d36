"""The same content has the same digest, other content another."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.core.hashing import canonical_json, file_digest, file_digests, files_digest, json_digest, set_digest

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def test_a_file_has_the_published_digest_of_its_bytes(tmp_path: Path) -> None:
    file = tmp_path / "abc"
    file.write_bytes(b"abc")
    # FIPS 180-4, the example "abc"
    assert file_digest(file) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_a_large_file_is_hashed_as_a_whole(tmp_path: Path) -> None:
    content = b"0123456789" * 300_000
    file = tmp_path / "large"
    file.write_bytes(content)
    assert file_digest(file) == hashlib.sha256(content).hexdigest()


@given(st.dictionaries(st.text(), PLAIN, max_size=6))
def test_the_order_of_keys_does_not_change_a_digest(data: dict) -> None:
    backwards = dict(reversed(list(data.items())))
    assert json_digest(backwards) == json_digest(data)


def test_what_json_cannot_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical_json({"a": float("nan")})
    with pytest.raises(TypeError):
        canonical_json({"a": object()})


def test_a_set_of_files_is_known_by_names_and_contents(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    first, second = tmp_path / "a.yaml", tmp_path / "sub" / "b.yaml"
    first.write_text("1", encoding="utf-8")
    second.write_text("2", encoding="utf-8")
    assert list(file_digests(tmp_path, [second, first])) == ["a.yaml", "sub/b.yaml"]
    before = files_digest(tmp_path, [first, second])
    assert files_digest(tmp_path, [second, first]) == before
    second.write_text("3", encoding="utf-8")
    assert files_digest(tmp_path, [first, second]) != before
    assert set_digest({"a": "x", "b": "y"}) != set_digest({"a": "y", "b": "x"})
