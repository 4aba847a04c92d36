"""A run in an object store is the run in a folder, whatever becomes of this machine, the network or another writer."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import kaname as ka
from kaname.api.ensembles import repaired, verified
from kaname.core.errors import InputError
from kaname.store.manifest import DESCRIBED, NAME, SUMMARY, read_manifest
from kaname.store.objects import ObjectStore
from kaname.store.remote import COPIES, RemoteRun
from kaname.study.commands import found_folder
from kaname.study.runner import run
from tests.object_store import BUCKET, Network, served
from tests.study.runs import compiled, design, files_of, go

FUTURES, CHUNK = 14, 7
PLACE = Path(f"s3://{BUCKET}/strait/one")
PART = "outcomes/as_is-0-6.parquet"


@pytest.fixture(scope="module")
def straight(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The run in a folder."""
    folder = tmp_path_factory.mktemp("straight") / "run"
    go(folder, FUTURES, CHUNK)
    return folder


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Network]:
    """A store that holds nothing, and no working copies."""
    monkeypatch.setattr("kaname.store.remote.user_folder", lambda: tmp_path)
    with served(monkeypatch) as network:
        yield network


def stored() -> dict[str, bytes]:
    """Everything that lies in the store under the run."""
    store = ObjectStore(f"s3://{BUCKET}/strait/one")
    answers = {name: store.get(name) for name in store.sizes()}
    return {name: answer[0] for name, answer in answers.items() if answer}


def assert_same_run(straight: Path) -> None:
    names = {NAME, DESCRIBED, SUMMARY}
    assert stored() == files_of(straight) | {name: (straight / name).read_bytes() for name in names}


class Stop(KeyboardInterrupt):
    """A person's Ctrl-C."""


def stopped() -> None:
    """Begin the run, and be interrupted in it."""

    def progress(done: int, total: int) -> None:
        if done >= total // 2:
            raise Stop

    with pytest.raises(Stop):
        go(PLACE, FUTURES, CHUNK, progress=progress)


def lose_this_machine(tmp_path: Path) -> None:
    """Take the working copies away."""
    shutil.rmtree(tmp_path / COPIES)


def test_the_store_holds_the_files_of_a_folder_byte_for_byte(network: Network, straight: Path) -> None:
    done = go(PLACE, FUTURES, CHUNK)
    assert_same_run(straight)
    assert done.manifest.complete


def test_a_run_that_is_there_is_not_run_again_on_another_machine(
    network: Network, straight: Path, tmp_path: Path
) -> None:
    go(PLACE, FUTURES, CHUNK)
    lose_this_machine(tmp_path)
    network.asked.clear()
    assert go(PLACE, FUTURES, CHUNK, progress=lambda done, total: pytest.fail("a part was run")).summary
    assert not [request for request in network.asked if request.startswith(("PUT", "POST", "DELETE"))]


@pytest.mark.parametrize("lost", [False, True])
def test_it_goes_on_after_an_interruption(network: Network, straight: Path, tmp_path: Path, lost: bool) -> None:
    stopped()
    there = {chunk.span.file for chunk in read_manifest(found_folder(PLACE)).chunks.values()}
    assert 0 < len(there) < 4
    if lost:
        lose_this_machine(tmp_path)
    network.asked.clear()
    go(PLACE, FUTURES, CHUNK)
    assert_same_run(straight)
    put = {request.partition("one/")[2] for request in network.asked if request.startswith("PUT")}
    assert not put & there


def test_answers_that_are_lost_change_nothing(network: Network, straight: Path) -> None:
    turn = iter(range(10**6))
    network.lost = lambda request: next(turn) % 3 == 0
    go(PLACE, FUTURES, CHUNK)
    network.lost = lambda request: False
    assert_same_run(straight)


def test_a_part_is_in_the_store_before_a_manifest_lists_it(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    replace, looked = ObjectStore.replace, []

    def watched(self: ObjectStore, name: str, content: bytes, seen: str) -> str:
        if name == NAME:
            names = {file for file in self.sizes() if file.endswith(".parquet")}
            looked.append(all(f'"{file}"'.encode() not in content or file in names for file in files))
        return replace(self, name, content, seen)

    files = [PART, "outcomes/as_is-7-13.parquet", "sampled/0-6.parquet"]
    monkeypatch.setattr(ObjectStore, "replace", watched)
    go(PLACE, FUTURES, CHUNK)
    assert len(looked) >= 3
    assert all(looked)


def test_another_run_is_refused_with_the_difference_and_changes_nothing(network: Network, straight: Path) -> None:
    go(PLACE, FUTURES, CHUNK)
    with pytest.raises(InputError, match="seed was 3, is 4"):
        run(design(FUTURES, CHUNK, seed=4), compiled(), PLACE, "kaname compare")
    assert_same_run(straight)


def test_of_two_that_begin_at_once_one_is_refused_and_nothing_mixes(
    network: Network, straight: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetch, begun = RemoteRun.fetch, []

    def overtaken(self: RemoteRun, anew: bool = False) -> bool:
        """Look into the empty store; before anything is put, another machine runs the same place to its end."""
        found = fetch(self, anew)
        if not begun:
            begun.append(True)
            monkeypatch.setattr("kaname.store.remote.user_folder", lambda: tmp_path / "elsewhere")
            go(PLACE, FUTURES, CHUNK)
        return found

    monkeypatch.setattr(RemoteRun, "fetch", overtaken)
    with pytest.raises(InputError, match="another process has written this run since it was looked at"):
        run(design(FUTURES, CHUNK, seed=4), compiled(), PLACE, "kaname compare")
    assert_same_run(straight)


def test_a_copy_that_was_left_of_a_removed_run_is_no_obstacle(network: Network, straight: Path) -> None:
    run(design(FUTURES, CHUNK, seed=4), compiled(), PLACE, "kaname compare")
    network.empty()
    go(PLACE, FUTURES, CHUNK)
    assert_same_run(straight)


def test_a_bit_that_flipped_in_the_store_is_seen_and_mended_there(network: Network, straight: Path) -> None:
    ka.compare("us-japan", ["as_is", "step_up"], futures=4, years=1, robustness=0, out=str(PLACE), workers=1)
    whole = stored()
    part = next(name for name in whole if name.startswith("outcomes/"))
    flipped = bytes([whole[part][0] ^ 1]) + whole[part][1:]
    ObjectStore(f"s3://{BUCKET}/strait/one").put(part, flipped)
    assert part in str(verified(str(PLACE), resimulate=0).checked.faults[0])
    assert part in repaired(str(PLACE), workers=1).made
    assert stored() == whole
    assert verified(str(PLACE)).ok


def test_a_run_is_read_by_its_address(network: Network) -> None:
    made = ka.compare("us-japan", ["as_is", "step_up"], futures=4, years=1, robustness=0, out=str(PLACE), workers=1)
    assert f"--out s3://{BUCKET}/strait/one" in made.manifest["command"]
    read = ka.load(str(PLACE))
    assert (read.bargains, read.pairs("casualties.jp")["mean"].tolist()) == (
        made.bargains, made.pairs("casualties.jp")["mean"].tolist(),
    )  # fmt: skip


def test_a_place_that_holds_no_run_is_an_error(network: Network) -> None:
    with pytest.raises(InputError, match="there is no run at this address"):
        ka.load(f"s3://{BUCKET}/nothing")
