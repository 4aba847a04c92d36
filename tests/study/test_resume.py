"""An interrupted run goes on where it was, whatever the point; on other inputs it is refused and says which differ."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from kaname.core.errors import InputError
from kaname.study import runner
from kaname.study.runner import run
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
    assert after <= len(said["chunks"]) < PARTS
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
    (folder / "manifest.json").write_text(json.dumps(manifest))
    (folder / dropped["file"]).write_bytes(b"half")
    go(folder, FUTURES, CHUNK)
    assert_same_run(folder, straight)


@pytest.mark.parametrize("kind", ["file", "yearly"])
def test_a_part_that_was_damaged_or_lost_is_made_again(straight: Path, tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "run"
    go(folder, FUTURES, CHUNK)
    chunks = json.loads((folder / "manifest.json").read_text())["chunks"]
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
    monkeypatch.setattr(runner, "_keep_finished", lambda running, manifest: manifest.write())
    with pytest.raises(Stop):
        go(tmp_path / "run", 4000, 4000)
    assert not (tmp_path / "run" / "outcomes").exists()


def listening() -> None:
    """What a shell puts into the background starts deaf to Ctrl-C; a person's command is not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_stops_within_five_seconds_keeps_what_is_done_and_the_same_command_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    words = [
        sys.executable, "-m", "kaname", "compare", "us-japan", "--bargains", "as_is,unequal_by_design",
        "--futures", "300", "--chunk", "10", "--years", "10", "--beside", "0", "--out", str(folder),
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
