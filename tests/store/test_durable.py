"""What a manifest lists outlives a machine that stops and a disk that fails; going on gives the same bytes."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from kaname.core.errors import InputError, InputErrors
from kaname.store import durable
from kaname.store.manifest import read_manifest
from tests.soak.stops import stop_once
from tests.store.disks import FailingDisk, StoppingDisk
from tests.store.little_run import everything, fresh, go_on, write

SHARE = 150


@pytest.fixture
def straight(tmp_path: Path) -> dict[str, bytes]:
    """The files of the run that nothing disturbed."""
    folder = tmp_path / "straight"
    write(fresh(folder))
    return everything(folder)


def test_a_machine_that_stops_anywhere_loses_nothing_that_was_listed_and_going_on_gives_the_same_bytes(
    straight: dict[str, bytes], tmp_path: Path
) -> None:
    found = [stop_once(number, tmp_path / "run", straight) for number in range(SHARE)]
    assert [trouble for trouble in found if trouble] == []


def test_the_stopping_disk_forgets_names_and_contents_that_were_not_synced(tmp_path: Path, monkeypatch) -> None:
    """Without syncs the same trial loses listed parts: the test above can fail."""
    monkeypatch.setattr(durable, "settled", lambda paths: list(paths))
    monkeypatch.setattr("kaname.store.manifest.settled", lambda paths: list(paths))
    write(fresh(tmp_path / "straight"))
    found = [stop_once(number, tmp_path / "run", everything(tmp_path / "straight")) for number in range(SHARE)]
    assert any("lost" in trouble for trouble in found)


@pytest.mark.parametrize("kind", ["ENOSPC", "EIO", "short", "sync"])
def test_every_operation_that_fails_is_told_with_its_file_and_going_on_gives_the_same_bytes(
    straight: dict[str, bytes], tmp_path: Path, monkeypatch, kind: str
) -> None:
    folder, at, failures = tmp_path / "run", 0, 0
    while True:
        disk = FailingDisk(at, kind)
        monkeypatch.setattr(durable, "DISK", disk)
        shutil.rmtree(folder, ignore_errors=True)
        trouble = failure_of(folder)
        monkeypatch.undo()
        assert (
            trouble is None
            or Path(trouble.filename) in (*folder.parents, folder, *folder.rglob("*"))
            or (folder in Path(trouble.filename).parents)
        )
        failures += trouble is not None
        if not disk.failed:
            break
        if (folder / "manifest.json").exists():
            assert read_manifest(folder).damaged() == []
        else:
            shutil.rmtree(folder, ignore_errors=True)
        go_on(folder)
        assert everything(folder) == straight
        at += 1
    assert failures == at > 5


def failure_of(folder: Path) -> OSError | None:
    """What a person is told when the run cannot be written."""
    try:
        write(fresh(folder))
    except OSError as trouble:
        return trouble
    return None


def test_a_part_whose_sync_failed_is_no_part_of_the_run_even_if_it_is_written_again(
    tmp_path: Path, monkeypatch
) -> None:  # fmt: skip
    manifest = fresh(tmp_path / "run")
    disk = FailingDisk(10**9, "sync")
    monkeypatch.setattr(durable, "DISK", disk)
    disk.at = 9
    with pytest.raises(OSError, match="run"):
        write(manifest)
    manifest.write()
    assert all(name in read_manifest(tmp_path / "run").chunks for name in manifest.chunks)
    assert read_manifest(tmp_path / "run").damaged() == []


def test_bits_flipped_anywhere_in_a_run_are_never_silent(straight: dict[str, bytes], tmp_path: Path) -> None:
    chance, folder = random.Random(5), tmp_path / "straight"
    for _ in range(SHARE):
        name = chance.choice(sorted(straight))
        content = bytearray(straight[name])
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        (folder / name).write_bytes(content)
        assert is_noticed(folder), name
        (folder / name).write_bytes(straight[name])


def is_noticed(folder: Path) -> bool:
    """Whether reading a run says that something in it is not as it was."""
    try:
        manifest = read_manifest(folder)
    except (InputError, InputErrors):
        return True
    return bool(manifest.damaged()) or not durable_summary(folder, manifest.summary)


def durable_summary(folder: Path, digest: str) -> bool:
    from kaname.store.manifest import SUMMARY, sound

    return sound(folder / SUMMARY, digest)


def test_the_disk_of_the_trial_keeps_what_was_synced() -> None:
    disk, root = StoppingDisk(), Path("/r")
    disk.make_folder(root)
    disk.write(root / "a", b"abc")
    disk.sync(root / "a")
    assert {len(disk.left(root, random.Random(n))) for n in range(20)} == {0, 1}
    disk.sync(root)
    assert all(disk.left(root, random.Random(n)) == {root / "a": b"abc"} for n in range(20))
