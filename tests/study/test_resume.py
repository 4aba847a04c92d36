"""An interrupted run goes on where it was, whatever the point; on other inputs it is refused and says which differ."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from kaname.analysis.folder import RunFolder, open_run
from kaname.core.errors import InputError
from kaname.store.manifest import Maker, read_manifest
from kaname.study import engines, runner
from kaname.study.runner import run
from tests.manifests import put_manifest
from tests.study.runs import compiled, design, files_of, go, stamps

FUTURES, CHUNK = 35, 7
PARTS = 10
SECONDS_TO_STOP = 5.0
STARTING = 120.0


class Stop(KeyboardInterrupt):
    """A person's Ctrl-C after a number of parts."""


def interrupted(folder: Path, after: int, workers: int = 1) -> None:
    """Run until `after` parts are done, then be interrupted."""

    def progress(done: int, total: int) -> None:
        assert total == PARTS
        if done >= after:
            raise Stop

    with pytest.raises(Stop):
        go(folder, FUTURES, CHUNK, workers, progress)


@pytest.fixture(scope="module")
def straight(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The run without an interruption."""
    folder = tmp_path_factory.mktemp("straight") / "run"
    go(folder, FUTURES, CHUNK)
    return folder


def assert_same_run(folder: Path, other: Path) -> None:
    assert files_of(folder) == files_of(other)
    assert (folder / "summary.json").read_bytes() == (other / "summary.json").read_bytes()
    assert (folder / "manifest.json").read_bytes() == (other / "manifest.json").read_bytes()


@pytest.mark.parametrize("after", range(1, PARTS))
def test_it_goes_on_after_an_interruption_between_any_two_parts(straight: Path, tmp_path: Path, after: int) -> None:
    folder = tmp_path / "run"
    interrupted(folder, after)
    said = json.loads((folder / "manifest.json").read_text())
    assert not said["complete"]
    assert after <= len(said["chunks"]) <= after + 1
    kept = stamps(folder)
    go(folder, FUTURES, CHUNK)
    assert_same_run(folder, straight)
    assert {name: stamp for name, stamp in stamps(folder).items() if name in kept} == kept


def test_two_workers_keep_what_was_in_their_hands(straight: Path, tmp_path: Path) -> None:
    folder = tmp_path / "run"
    interrupted(folder, 3, workers=2)
    listed = {Path(chunk["file"]).name for chunk in json.loads((folder / "manifest.json").read_text())["chunks"]}
    assert listed == set(stamps(folder))
    go(folder, FUTURES, CHUNK, workers=2)
    assert_same_run(folder, straight)


def test_what_the_manifest_does_not_list_does_not_exist(straight: Path, tmp_path: Path) -> None:
    """Killed between a part and the manifest: the file is there, half of another too, and neither counts."""
    folder = tmp_path / "run"
    interrupted(folder, 4)
    manifest = json.loads((folder / "manifest.json").read_text())
    dropped = manifest["chunks"].pop()
    put_manifest(folder, manifest)
    (folder / dropped["file"]).write_bytes(b"half")
    go(folder, FUTURES, CHUNK)
    assert_same_run(folder, straight)


@pytest.mark.parametrize("kind", ["file", "yearly", "sampled"])
def test_a_part_that_was_damaged_or_lost_is_made_again(straight: Path, tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "run"
    go(folder, FUTURES, CHUNK)
    listed = json.loads((folder / "manifest.json").read_text())["chunks"]
    chunks = [listed[0], listed[1], listed[2], listed[3], listed[4], listed[1]] if kind == "sampled" else listed
    damaged = folder / chunks[2][kind]
    content = bytearray(damaged.read_bytes())
    content[len(content) // 2] ^= 1
    damaged.write_bytes(content)
    (folder / chunks[5][kind]).unlink()
    go(folder, FUTURES, CHUNK)
    assert_same_run(folder, straight)


@pytest.mark.parametrize(
    "room",
    [
        "core",
        "words",
        "evidence",
        "law",
        "scenario",
        "model",
        "compile",
        "study",
        "data/law",
        "data/crisis",
        "surrogate",
    ],
)
def test_a_run_with_other_sources_of_the_model_is_refused(straight: Path, room: str) -> None:
    digests = {"sha256": {**compiled().digests["sha256"]}}
    digests["sha256"]["model"] = {**digests["sha256"]["model"], room: "0" * 64}
    expect_refused(straight, replace(compiled(), digests=digests), rf"sha256\.model\.{room} was")


@pytest.mark.parametrize("what", ["scenario", "evidence"])
def test_a_run_with_other_figures_is_refused(straight: Path, what: str) -> None:
    digests = {"sha256": {**compiled().digests["sha256"], what: "0" * 64}}
    expect_refused(straight, replace(compiled(), digests=digests), rf"sha256\.{what} was")


def test_a_run_with_another_bargain_under_the_same_name_is_refused(straight: Path) -> None:
    of_bargains = {**compiled().digests["sha256"]["bargains"], "as_is": "0" * 64}
    digests = {"sha256": {**compiled().digests["sha256"], "bargains": of_bargains}}
    expect_refused(straight, replace(compiled(), digests=digests), r"sha256\.bargains\.as_is was")


def expect_refused(folder: Path, changed, match: str) -> None:  # type: ignore[no-untyped-def]
    """The folder refuses the run, and nothing in it has changed."""
    before, manifest = stamps(folder), (folder / "manifest.json").read_bytes()
    with pytest.raises(InputError, match=match):
        run(design(FUTURES, CHUNK), changed, folder, "kaname compare")
    assert stamps(folder) == before
    assert (folder / "manifest.json").read_bytes() == manifest


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"seed": 4}, "seed was 3, is 4"),
        ({"futures": 36}, "futures was 35, is 36"),
        ({"chunk": 8}, "chunk was 7, is 8"),
        ({"preset": "core"}, "preset was full, is core"),
        ({"reaction": False}, "reaction was True, is False"),
        ({"frozen": ("politics.opinion",)}, "frozen was , is politics.opinion"),
    ],
)
def test_another_design_is_refused_in_words(straight: Path, other: dict, said: str) -> None:
    with pytest.raises(InputError) as found:
        run(replace(design(FUTURES, CHUNK), **other), compiled(), straight, "kaname compare")
    assert said in str(found.value)


def test_a_large_part_in_hand_is_dropped_when_the_run_is_stopped(tmp_path: Path, monkeypatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        time.sleep(0.2)
        raise Stop

    monkeypatch.setattr(runner, "wait", stopped)
    monkeypatch.setattr(runner.Hands, "_keep_finished", lambda hands, running, engine: hands.manifest.write())
    with pytest.raises(Stop):
        go(tmp_path / "run", 4000, 4000)
    assert not (tmp_path / "run" / "outcomes").exists()


def test_a_part_keeps_who_made_it_when_another_goes_on(straight: Path, tmp_path: Path, monkeypatch) -> None:
    folder = tmp_path / "run"
    interrupted(folder, 4)
    other = Maker({"numpy": "3.0"}, {"cpu": "another"})
    monkeypatch.setattr(engines, "this_maker", lambda: other)
    go(folder, FUTURES, CHUNK)
    found = read_manifest(folder)
    assert found.makers == [*read_manifest(straight).makers, other]
    assert 4 <= sum(chunk.made_by == 0 for chunk in found.chunks.values()) < PARTS
    assert {chunk.made_by for chunk in found.chunks.values()} == {0, 1}
    assert files_of(folder) == files_of(straight)


def test_what_a_killed_process_left_half_written_goes_with_the_next(straight: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(straight, tmp_path / "run"))
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    left = [folder / "outcomes" / f"{dot}as_is-0-6.parquet.{dead.pid}.part" for dot in ("", ".")]
    for part in left:
        part.write_bytes(b"half")
    go(folder, FUTURES, CHUNK)
    assert not any(part.exists() for part in left)


def test_a_finished_run_that_is_whole_is_left_as_it_is(straight: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in straight.rglob("*") if file.is_file()}
    again = go(straight, FUTURES, CHUNK)
    assert {file: file.stat().st_mtime_ns for file in straight.rglob("*") if file.is_file()} == before
    assert again.summary == json.loads((straight / "summary.json").read_text())


@pytest.mark.parametrize("name", ["summary.json", "outcomes/as_is-7-13.parquet", "sampled/0-6.parquet"])
def test_a_damaged_file_is_told_with_the_command_that_mends_it_and_mended(
    straight: Path, tmp_path: Path, name: str
) -> None:
    folder = Path(shutil.copytree(straight, tmp_path / "run"))
    content = bytearray((folder / name).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / name).write_bytes(content)
    with pytest.raises(InputError, match=rf"{name} is not as the manifest lists it|{name}: no readable file"):
        everything(open_run(folder))
    go(folder, FUTURES, CHUNK)
    assert_same_run(folder, straight)
    everything(open_run(folder))


def everything(run: RunFolder) -> None:
    """Every column of every bargain, read."""
    for bargain in run.bargains:
        run.columns(bargain, list(run.manifest["columns"]))


def test_the_size_of_parts_is_kept_by_a_run_that_is_gone_on_with_whatever_the_workers(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    first = run(replace(design(230, 0), futures=230), compiled(), folder, "kaname compare", 1)
    assert first.manifest.chunk == 100
    said = json.loads((folder / "manifest.json").read_text())
    assert "chunk" not in said["inputs"]
    said["chunks"].pop()
    put_manifest(folder, {**said, "chunk": 100})
    again = run(design(230, 0), compiled(), folder, "kaname compare", 64)
    assert again.manifest.chunk == 100
    assert len(again.manifest.chunks) == 6


def test_two_at_once_into_one_folder_make_one_whole_run(straight: Path, tmp_path: Path) -> None:
    """Both ask for the same: one waits for the other, then finds everything done."""
    folder, found = tmp_path / "run", []
    threads = [threading.Thread(target=lambda: found.append(go(folder, FUTURES, CHUNK))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 3
    assert {json.dumps(one.summary) for one in found} == {json.dumps(found[0].summary)}
    assert_same_run(folder, straight)


def test_another_run_into_a_folder_in_which_one_is_at_work_is_refused_in_words(tmp_path: Path) -> None:
    folder, refused = tmp_path / "run", []

    def progress(done: int, total: int) -> None:
        if done == 2:
            with pytest.raises(InputError) as found:
                in_a_thread(lambda: run(design(FUTURES, CHUNK, seed=4), compiled(), folder, "kaname compare"))
            refused.append(str(found.value))

    go(folder, FUTURES, CHUNK, 1, progress)
    assert len(refused) == 1
    assert "seed was 3, is 4" in refused[0]
    assert read_manifest(folder).complete


def in_a_thread(work: Callable[[], object]) -> object:
    """What `work` returns or raises, done by another thread."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()


def listening() -> None:
    """What a shell puts into the background starts deaf to Ctrl-C; a person's command is not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_stops_within_five_seconds_keeps_what_is_done_and_the_same_command_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    words = [
        sys.executable, "-m", "kaname", "compare", "us-japan", "--bargains", "as_is,unequal_by_design",
        "--futures", "300", "--chunk", "10", "--years", "10", "--robustness", "0", "--out", str(folder),
    ]  # fmt: skip
    process = subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path, preexec_fn=listening
    )
    begun = time.monotonic()
    while len(list(folder.glob("outcomes/*.parquet"))) < 3 and time.monotonic() - begun < STARTING:
        time.sleep(0.05)
        assert process.poll() is None, process.stderr.read()
    asked = time.monotonic()
    os.kill(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert time.monotonic() - asked < SECONDS_TO_STOP
    assert process.returncode == 130
    assert "Traceback" not in said
    listed = {Path(chunk["file"]).name for chunk in json.loads((folder / "manifest.json").read_text())["chunks"]}
    assert 3 <= len(listed) < 60
    kept = stamps(folder)
    assert listed == set(kept)

    again = subprocess.run(words, capture_output=True, text=True, cwd=tmp_path, check=False, timeout=300)
    assert again.returncode == 0, again.stderr
    assert json.loads((folder / "manifest.json").read_text())["complete"]
    assert len(stamps(folder)) == 60
    assert {name: stamp for name, stamp in stamps(folder).items() if name in kept} == kept
    assert again.stdout.splitlines()[-1] == str(folder / "report.html")


@pytest.mark.parametrize("left", [{"described.json": b"{}"}, {".manifest.json.99999999.part": b"{"}])
def test_a_run_killed_before_its_first_manifest_is_begun_anew(
    tmp_path: Path, straight: Path, left: dict[str, bytes]
) -> None:
    folder = tmp_path / "run"
    folder.mkdir()
    for name, content in left.items():
        (folder / name).write_bytes(content)
    go(folder, FUTURES, CHUNK)
    assert_same_run(folder, straight)


def test_a_folder_with_anything_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(InputError, match="not empty and holds no run"):
        go(tmp_path, FUTURES, CHUNK)
    assert [item.name for item in tmp_path.iterdir()] == ["notes.txt"]
