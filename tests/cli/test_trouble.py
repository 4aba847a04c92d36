"""What a person is told when a command cannot go on."""

from __future__ import annotations

import errno
import signal
from pathlib import Path

import pytest

import kaname
from kaname.cli import trouble
from kaname.cli.commands import COMMANDS, Place
from kaname.cli.main import run
from kaname.core.errors import InputError, InputErrors


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KANAME_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("KANAME_DEBUG", raising=False)
    return tmp_path / "cache"


def answer_to(raised: BaseException, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> tuple:
    """Exit code and stderr when a command raises."""

    def failing() -> None:
        raise raised

    monkeypatch.setattr("tests.cli.test_trouble.failing_command", failing, raising=False)
    monkeypatch.setitem(COMMANDS, "doctor", Place("tests.cli.test_trouble", "failing_command", "Fails."))
    with pytest.raises(SystemExit) as end:
        run(["doctor"])
    said = capsys.readouterr()
    assert said.out == ""
    return end.value.code, said.err


def test_wrong_input_is_told_with_its_place(monkeypatch, capsys) -> None:
    wrong = InputError("85 is outside 0..1 (unit: share)", file="a.yaml", line=41, hint="Write 0.85.")
    assert answer_to(wrong, monkeypatch, capsys) == (2, "a.yaml:41: 85 is outside 0..1 (unit: share). Write 0.85.\n")


def test_several_wrong_things_are_told_at_once(monkeypatch, capsys) -> None:
    several = InputErrors([InputError("second", file="b.yaml"), InputError("first", file="a.yaml")])
    assert answer_to(several, monkeypatch, capsys) == (2, "a.yaml: first.\nb.yaml: second.\n")


@pytest.mark.parametrize(
    ("number", "name", "said"),
    [
        (errno.ENOSPC, None, "The disk is full."),
        (errno.EACCES, "out/x.parquet", "out/x.parquet: not allowed."),
        (errno.EROFS, "out", "out: this place is read-only."),
        (errno.ENOENT, "mine.yaml", "mine.yaml: there is no such file"),
    ],
)
def test_a_place_that_cannot_be_used_is_told_in_words(monkeypatch, capsys, number, name, said) -> None:
    code, err = answer_to(OSError(number, "system text", name), monkeypatch, capsys)
    assert code == 2
    assert err.startswith(said)
    assert "Traceback" not in err


def test_a_missing_file_of_the_package_is_our_fault(monkeypatch, capsys, own_cache: Path) -> None:
    ours = Path(kaname.__file__).parent / "data" / "gone.json"
    code, err = answer_to(FileNotFoundError(errno.ENOENT, "gone", str(ours)), monkeypatch, capsys)
    assert code == 3
    assert "our fault" in err


def test_our_fault_is_reported_in_a_file_and_not_on_the_screen(monkeypatch, capsys, own_cache: Path) -> None:
    code, err = answer_to(ZeroDivisionError("deep inside"), monkeypatch, capsys)
    assert code == 3
    assert "Traceback" not in err
    report = Path(err.splitlines()[-1])
    assert report.is_relative_to(own_cache)
    assert "deep inside" in report.read_text(encoding="utf-8")
    assert "Traceback" in report.read_text(encoding="utf-8")


def test_the_report_goes_to_a_temporary_folder_when_the_cache_cannot_be_written(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.setenv("KANAME_CACHE", str(tmp_path / "file"))
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path / "elsewhere"))
    assert trouble.write_report(ValueError("x")).parent == tmp_path / "elsewhere"


def test_an_interruption_is_told_and_counted_as_one(monkeypatch, capsys) -> None:
    assert answer_to(KeyboardInterrupt(), monkeypatch, capsys)[0] == 130


def test_debugging_shows_the_traceback(monkeypatch, capsys) -> None:
    monkeypatch.setenv("KANAME_DEBUG", "1")
    monkeypatch.setitem(COMMANDS, "doctor", Place("kaname.no_such_room", "doctor", "Fails."))
    with pytest.raises(ModuleNotFoundError):
        run(["doctor"])


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_that_ends_a_command_lets_it_clean_up_and_tells_its_own_exit_code(
    number: signal.Signals, monkeypatch, capsys
) -> None:
    signal.signal(number, signal.SIG_DFL)  # as a terminal leaves it, also where nohup has it ignored
    done = []

    def working() -> None:
        try:
            signal.raise_signal(number)
        finally:
            done.append("cleaned up")

    monkeypatch.setattr("tests.cli.test_trouble.failing_command", working, raising=False)
    monkeypatch.setitem(COMMANDS, "doctor", Place("tests.cli.test_trouble", "failing_command", "Works."))
    before = signal.getsignal(number)
    with pytest.raises(SystemExit) as end:
        run(["doctor"])
    assert end.value.code == 128 + number
    assert done == ["cleaned up"]
    assert capsys.readouterr().err == f"Stopped by {number.name}.\n"
    assert signal.getsignal(number) is before


def test_a_hangup_that_was_set_to_be_ignored_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with trouble.stopping_on_signals():
            signal.raise_signal(signal.SIGHUP)
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)
