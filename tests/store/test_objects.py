"""An object store: addresses, what lies there, and a put that replaces only what was seen."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kaname.core.errors import InputError
from kaname.store import objects
from kaname.store.objects import Changed, ObjectStore, address_of
from tests.object_store import BUCKET, Network, served

MIB = 2**20


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Iterator[Network]:
    with served(monkeypatch) as network:
        yield network


@pytest.mark.parametrize("place", ["s3://runs/strait/one", Path("s3://runs/strait/one"), "s3://runs/strait/one/"])
def test_an_address_is_known_in_a_word_and_in_a_path(place: str | Path) -> None:
    assert address_of(place) == "s3://runs/strait/one"


@pytest.mark.parametrize("place", ["runs/one", "s3", "/s3:/runs/one", "C:/runs/one", "gs"])
def test_a_folder_is_no_address(place: str) -> None:
    assert address_of(place) == ""


@pytest.mark.parametrize("place", ["s3://runs", "s3://runs/", "s3:///one", "s3://Runs!/one", "gs://runs/a/../b"])
def test_an_address_without_bucket_or_path_is_refused(place: str) -> None:
    with pytest.raises(InputError, match=r"no place for a run in an object store.*Write (s3|gs)://BUCKET/NAME"):
        address_of(place)


@pytest.mark.parametrize("place", ["ftp://host/runs", Path("http://runs/one"), "S3://runs/one"])
def test_an_address_of_another_kind_is_refused_with_those_that_are_known(place: str | Path) -> None:
    with pytest.raises(InputError, match=r"a run cannot be kept there.*a folder, s3://BUCKET/NAME, gs://BUCKET/NAME"):
        address_of(place)


def test_what_is_put_is_given_back_and_listed(network: Network) -> None:
    store = ObjectStore(f"s3://{BUCKET}/a/b")
    store.put("x/one.bin", b"one")
    found = store.get("x/one.bin")
    assert found is not None
    assert found[0] == b"one"
    assert store.sizes() == {"x/one.bin": 3}
    assert store.get("nothing") is None


def test_a_large_object_goes_in_parts_and_comes_back_whole(network: Network) -> None:
    store, content = ObjectStore(f"s3://{BUCKET}/a"), os.urandom(12 * MIB + 5)
    store.put("large", content)
    found = store.get("large")
    assert found is not None
    assert found[0] == content
    assert sum("partNumber=" in request for request in network.asked) >= 2


def test_only_the_version_that_was_seen_is_replaced(network: Network) -> None:
    mine, other = ObjectStore(f"s3://{BUCKET}/a"), ObjectStore(f"s3://{BUCKET}/a")
    first = mine.replace("manifest.json", b"first", "")
    with pytest.raises(Changed):
        other.replace("manifest.json", b"another first", "")
    second = other.replace("manifest.json", b"second", first)
    with pytest.raises(Changed):
        mine.replace("manifest.json", b"a second too", first)
    assert mine.get("manifest.json") == (b"second", second)


def test_a_lost_answer_is_no_refusal(network: Network) -> None:
    store = ObjectStore(f"s3://{BUCKET}/a")
    losses = iter([True, False, True])
    network.lost = lambda request: request.startswith("PUT") and next(losses, False)
    first = store.replace("manifest.json", b"first", "")
    second = store.replace("manifest.json", b"second", first)
    assert store.get("manifest.json") == (b"second", second)
    assert sum(request.startswith("PUT") for request in network.asked) == 1 + 4


def test_a_store_that_says_no_is_an_error_with_its_address(network: Network) -> None:
    store = ObjectStore("s3://no-such-bucket/a")
    with pytest.raises(InputError, match="s3://no-such-bucket/a: the object store answered: .*not found"):
        store.put("one", b"one")


def test_a_server_that_is_not_there_is_an_error(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(objects, "RETRIES", 0)
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    with pytest.raises(InputError, match="the object store answered"):
        ObjectStore(f"s3://{BUCKET}/a").get("one")


def test_keys_go_without_tls_to_this_machine_alone(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://store.invalid")
    with pytest.raises(InputError, match="AWS_ENDPOINT_URL: .*would travel unencrypted.*Write https"):
        ObjectStore(f"s3://{BUCKET}/a")
