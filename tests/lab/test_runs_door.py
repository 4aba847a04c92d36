"""The shelf of the library: runs opened, set beside each other, deleted after a question; reports made in a process."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import kaname as ka
from kaname.core.errors import InputError
from kaname.lab.job import bargains_of, main, make
from kaname.lab.making import DONE, FAILED, MOST, STOPPED, Job, Making, run_name
from kaname.lab.setting import Pair, Setting
from kaname.lab.shelf import folder_of, levels, remove, shelf
from kaname.lab.work import Crowded
from kaname.store.owner import owned
from tests.lab.asking import Asker, laboratory
from tests.lab.test_law_door import plain

SETTING = Setting(mine=Pair("step_up", {"clarity": 0.9}))
PATIENCE, PAUSE = 30.0, 0.02


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of runs with two finished ones, one of them with a bargain of its own."""
    runs = tmp_path_factory.mktemp("shelf") / "runs"
    ka.compare("us-japan", ["as_is", "step_up"], futures=4, years=1, robustness=0, out=runs / "first").report()
    make(SETTING, runs / "second", futures=4)
    return runs


@pytest.fixture
def shelved(finished: Path, tmp_path: Path) -> Path:
    """A copy of the two runs, which a test may change."""
    return Path(shutil.copytree(finished, tmp_path / "runs"))


@pytest.fixture
def reader(shelved: Path) -> Asker:
    return Asker(laboratory(shelved))


def token(asker: Asker, path: str = "/library/delete?run=first&lang=en") -> str:
    """The token of a form of ours, with the cookie that it belongs to."""
    return asker.ask(path).text.partition('name="token" value="')[2].partition('"')[0]


def waited(job: Job) -> Job:
    """A job once it is no longer open."""
    end = time.monotonic() + PATIENCE
    while job.state in ("waiting", "running") and time.monotonic() < end:
        time.sleep(PAUSE)
    return job


def printing(*lines: str, code: int = 0, then: str = "") -> Making:
    """Reports whose process prints lines and ends."""
    text = "".join(f"print({line!r}, flush=True);" for line in lines)
    return Making(Path("nowhere"), lambda *_: ("-c", f"import sys, time;{text}{then or 'pass'};sys.exit({code})"))


@pytest.fixture
def slow() -> Iterator[Making]:
    making = printing('{"done": 1, "total": 3}', then="time.sleep(60)")
    yield making
    making.close()


def test_an_empty_shelf_says_how_a_run_comes_onto_it(asker: Asker) -> None:
    text = plain(asker.ask("/library?lang=en").text)
    assert "No run yet" in text
    assert "kaname compare us-japan" in text


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_shelf_names_every_run_with_what_it_compared(reader: Asker, shelved: Path, language: str) -> None:
    text = reader.ask(f"/library?lang={language}").text
    assert [run.name for run in shelf(shelved)] == ["second", "first"]
    for run in shelf(shelved):
        assert run.complete
        assert f'<th scope="row">{run.name}</th>' in text
        assert f"/library/report?run={run.name}" in text
    assert ("your setting" if language == "en" else "あなたの設定") in text


def test_a_report_is_served_whole_and_shut_off_from_the_laboratory(reader: Asker, shelved: Path) -> None:
    answer = reader.ask("/library/report?run=first")
    assert answer.text == (shelved / "first" / "report.html").read_text(encoding="utf-8")
    policy = answer.headers["content-security-policy"]
    assert "sandbox allow-scripts" in policy
    assert "allow-same-origin" not in policy
    assert "default-src 'none'" in policy


def test_a_run_without_a_report_says_how_to_draw_it(reader: Asker, shelved: Path) -> None:
    (shelved / "first" / "report.html").unlink()
    answer = reader.ask("/library/report?run=first&lang=en")
    assert answer.status_code == 400
    assert "kaname report" in plain(answer.text)
    assert "/library/report?run=first" not in reader.ask("/library").text


def test_two_runs_stand_beside_each_other_under_the_bargains_they_share(reader: Asker, shelved: Path) -> None:
    rows = levels(ka.Run(shelved / "first"), ka.Run(shelved / "second"))
    assert {row.bargain for row in rows} == {"as_is", "step_up"}
    assert {row.outcome for row in rows} >= {"casualties.jp", "spending.us", "nuclear_option"}
    assert all(low <= mean <= high for row in rows for mean, low, high in (row.first, row.second))
    text = plain(reader.ask("/library/two?run=first&other=second&lang=en").text)
    assert "people lost Japan" in text
    same = levels(ka.Run(shelved / "first"), ka.Run(shelved / "first"))
    assert [row for row in same if row.apart or row.first != row.second] == []


def test_a_run_is_deleted_after_a_question_and_only_with_the_token(reader: Asker, shelved: Path) -> None:
    assert "cannot be undone" in plain(reader.ask("/library/delete?run=second&lang=en").text)
    assert reader.post("/library/delete", {"run": "second", "token": "0" * 64}).status_code == 403
    assert reader.post("/library/delete", {"run": "second"}).status_code == 403
    assert (shelved / "second").is_dir()
    answer = reader.post("/library/delete?lang=en", {"run": "second", "token": token(reader)})
    assert answer.status_code == 303
    assert "second is deleted" in plain(reader.ask(answer.headers["location"]).text)
    assert sorted(one.name for one in shelved.iterdir()) == ["first"]


@pytest.mark.parametrize("name", ["..", ".", "", "first/checks", "../runs", "nothing", "first\\", "/etc"])
def test_only_a_run_on_the_shelf_is_opened_or_removed(shelved: Path, name: str) -> None:
    before = sorted(shelved.parent.rglob("*"))
    with pytest.raises(InputError, match="is not a run on this disk"):
        folder_of(shelved, name)
    with pytest.raises(InputError, match="is not a run on this disk"):
        remove(shelved, name)
    assert sorted(shelved.parent.rglob("*")) == before


def test_a_link_to_another_folder_is_no_run(shelved: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    shutil.move(shelved / "first", elsewhere)
    (shelved / "first").symlink_to(elsewhere)
    assert [run.name for run in shelf(shelved)] == ["second"]


def test_a_folder_that_cannot_be_read_is_shown_with_the_reason(reader: Asker, shelved: Path) -> None:
    (shelved / "first" / "manifest.json").write_text("{", encoding="utf-8")
    (run,) = [run for run in shelf(shelved) if run.name == "first"]
    assert run.trouble
    assert reader.ask("/library").status_code == 200


def test_a_run_in_which_a_command_is_at_work_is_not_removed(shelved: Path) -> None:
    import threading

    inside, done = threading.Event(), threading.Event()

    def work() -> None:
        with owned(shelved / "first"):
            inside.set()
            done.wait(PATIENCE)

    worker = threading.Thread(target=work)
    worker.start()
    inside.wait(PATIENCE)
    with pytest.raises(InputError, match="at work"):
        remove(shelved, "first")
    done.set()
    worker.join()
    assert (shelved / "first" / "manifest.json").is_file()


def test_the_bargains_of_a_report_are_those_that_the_page_compares() -> None:
    assert bargains_of(SETTING) == ["as_is", "step_up", "mine"]
    assert bargains_of(Setting(mine=Pair("as_is", {"clarity": 0.9}))) == ["as_is", "mine"]
    assert bargains_of(Setting(mine=Pair("step_up"))) == ["as_is", "step_up"]
    with pytest.raises(InputError, match="nothing is moved"):
        bargains_of(Setting())


def test_the_report_of_a_setting_has_its_rows_under_the_name_mine(finished: Path) -> None:
    run = ka.Run(finished / "second")
    assert run.bargains == ("as_is", "step_up", "mine")
    assert (finished / "second" / "report.html").is_file()


def test_one_setting_has_one_run_whatever_is_pinned_beside_it() -> None:
    assert run_name(SETTING) == run_name(SETTING.pin())
    assert run_name(SETTING) != run_name(Setting(mine=Pair("step_up")))
    assert run_name(SETTING).startswith("us-japan-")


def test_a_job_tells_its_parts_and_its_end() -> None:
    job = waited(printing('{"done": 1, "total": 3}', "drawing", '{"done": 3, "total": 3}').start(SETTING))
    assert (job.state, job.done, job.total) == (DONE, 3, 3)


def test_a_job_that_fails_says_why() -> None:
    job = waited(printing('{"trouble": "the disk is full"}', code=2).start(SETTING))
    assert (job.state, job.why) == (FAILED, "the disk is full")
    job = waited(printing("Killed", code=1).start(SETTING))
    assert (job.state, job.why) == (FAILED, "Killed")


def test_a_job_is_stopped_and_begun_again(slow: Making) -> None:
    job = slow.start(SETTING)
    assert slow.start(SETTING) is job
    slow.stop(job.name)
    assert waited(job).state == STOPPED
    assert slow.start(SETTING) is not job
    with pytest.raises(InputError, match="is not a report that is being made"):
        slow.stop("another")


def test_few_reports_wait(slow: Making) -> None:
    for place in range(MOST):
        slow.start(Setting(mine=Pair("as_is", {"clarity": 0.8 + place / 100})))
    with pytest.raises(Crowded):
        slow.start(SETTING)
    assert len(slow.jobs) == MOST


def test_a_report_is_asked_for_from_the_page_watched_and_stopped(reader: Asker, shelved: Path, slow: Making) -> None:
    object.__setattr__(reader.app.state.lab, "making", slow)
    form = {"setting": SETTING.query(), "token": token(reader)}
    assert reader.post("/compare/report", {**form, "token": "x"}).status_code == 403
    assert reader.post("/compare/report?lang=en", {**form, "setting": Setting().query()}).status_code == 400
    assert reader.post("/compare/report?lang=en", {**form, "setting": "clarity=9"}).status_code == 400
    assert slow.jobs == []
    assert reader.post("/compare/report?lang=en", form).headers["location"] == "/library?lang=en"
    page = reader.ask("/library?lang=en").text
    assert run_name(SETTING) in page
    assert "data-again" in page
    reader.post("/library/stop?lang=en", {"run": run_name(SETTING), "token": token(reader)})
    assert "Stopped." in plain(reader.ask("/library?lang=en").text)


def test_the_process_of_a_job_refuses_a_setting_with_a_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["clarity=9", str(tmp_path / "run")]) == 2
    assert "outside 0..1" in capsys.readouterr().out
    assert not (tmp_path / "run").exists()
