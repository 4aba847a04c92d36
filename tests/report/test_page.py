"""The page as a whole: one file, no request, names stay text, numbers agree with the summary."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kaname.analysis.folder import open_run
from kaname.core.errors import InputError
from kaname.report.draw import draw, main
from kaname.report.evidence_used import evidence_used_by
from kaname.report.sections.failure import trace_of
from kaname.report.sections.first import answer
from kaname.report.view import View
from kaname.store.form import key_of
from tests.manifests import put_manifest
from tests.report.synthetic import write_run
from tests.report.test_markup import Seen

HOSTILE = "<script>window.hostile=1</script>\"'><img src=x onerror=window.hostile=1>]]>&lt;{{7*7}}"
ELEMENT = re.compile(r"<(script|img|iframe|object|embed|link|base|form)\b([^>]*)", re.IGNORECASE)


def view_of(folder: Path) -> View:
    run = open_run(folder)
    return View(run, evidence_used_by(run).theories(run))


def test_the_page_is_one_file_that_asks_nobody_for_anything(page_text: str) -> None:
    loaded = [found.groups() for found in ELEMENT.finditer(page_text)]
    assert [name for name, _ in loaded] == ["link", "script"]
    assert loaded[0][1].strip() == 'rel="icon" href="data:,"'
    assert "src=" not in page_text
    assert "@import" not in page_text
    assert "url(" not in page_text
    assert "default-src &#x27;none&#x27;" in page_text
    assert len(page_text.encode()) < 1_000_000


def test_the_answers_follow_from_what_was_planted(run_folder: Path) -> None:
    said = dict(answer(view_of(run_folder)))
    assert list(said) == [
        "In short.", "Ally.", "Protector.", "How sure.", "What would change it.", "Wars no side wanted.",
    ]  # fmt: skip
    assert "people lost under \u201cA firm promise\u201d" in said["Ally."]
    assert "The largest price that holds in every check: military spending under" in said["Ally."]
    assert re.match(r"Over 398 paired futures \d+ of \d+ differences that can move are clear", said["How sure."])
    assert "turns on credibility theory: " in said["What would change it."]


def test_what_was_planted_moves_what_it_should_most(run_folder: Path) -> None:
    view = view_of(run_folder)
    first = view.influences.drivers("firm", "casualties.ally")[0]
    assert view.influences.driver_name(first) == "resolve"
    assert first.high < 0
    assert [(b, end) for b, end, _ in view.influences.turns] == [("firm", "coerced.ally")]
    assert view.influences.driver_name(view.influences.turns[0][2].driver) == "credibility theory: current calculus"


def test_the_two_sides_are_those_that_the_manifest_names_else_the_first_two(tmp_path: Path) -> None:
    folder = write_run(tmp_path, futures=60, sampled=1)
    assert view_of(folder).leading == ("ally", "pro")
    manifest = json.loads((folder / "manifest.json").read_text())
    del manifest["scenario"]
    put_manifest(folder, manifest)
    assert view_of(folder).leading == ("pro", "ally")


def test_the_command_of_the_told_future_says_what_the_run_said(tmp_path: Path) -> None:
    folder = write_run(tmp_path, futures=60, sampled=1)
    assert trace_of(view_of(folder), "own", 7) == "kaname trace made-up --bargain own --future 7 --seed 7 --years 15"
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest["inputs"] |= {"preset": "core", "adoption": "adopted", "reaction": False, "years": 5, "coding": "second"}
    manifest["inputs"] |= {"frozen": ["politics.opinion"], "views": True}
    words = manifest["command"].split()
    words[2], words[4] = "brief.yaml", words[4].replace("own", "mine/own.yaml")
    manifest["command"] = " ".join(words)
    manifest["key"] = key_of(manifest["inputs"])
    put_manifest(folder, manifest)
    assert trace_of(view_of(folder), "own", 7) == (
        "kaname trace brief.yaml --bargain mine/own.yaml --future 7 --seed 7 --years 5 --preset core --adopted "
        "--no-reaction --deterrence --freeze politics.opinion --coding second"
    )


def test_a_run_that_does_not_say_how_it_was_made_has_no_command_for_its_future(tmp_path: Path) -> None:
    folder = write_run(tmp_path, futures=60, sampled=1)
    manifest = json.loads((folder / "manifest.json").read_text())
    put_manifest(folder, {**manifest, "command": "kaname"})
    assert trace_of(view_of(folder), "own", 7) is None
    assert "kaname trace" not in draw(folder).read_text(encoding="utf-8")


def test_hostile_names_in_every_field_stay_text(tmp_path: Path) -> None:
    folder = write_run(tmp_path, futures=60, sampled=3, names=HOSTILE)
    page = draw(folder).read_text(encoding="utf-8")
    assert [name.lower() for name, _ in ELEMENT.findall(page)] == ["link", "script"]
    assert page.count("&lt;script&gt;window.hostile") > 50
    assert [name for name in Seen(page).attributes if name.startswith("on")] == []


def test_a_run_without_what_newer_manifests_say_is_still_drawn(tmp_path: Path) -> None:
    folder = write_run(tmp_path, futures=60, sampled=2)
    manifest = json.loads((folder / "manifest.json").read_text())
    for name in ("model", "figures", "scenario", "bargains", "sources"):
        del manifest[name]
    for chunk in manifest["chunks"]:
        chunk.pop("yearly", None)
        chunk.pop("yearly_sha256", None)
    put_manifest(folder, manifest)
    page = draw(folder).read_text(encoding="utf-8")
    assert 'id="ends"' in page
    assert 'id="why"' not in page
    assert 'id="time"' not in page


def test_eight_futures_are_told_as_too_few_and_one_bargain_as_nothing_to_compare(tmp_path: Path) -> None:
    few = draw(write_run(tmp_path / "few", futures=8, sampled=2, failed=0)).read_text(encoding="utf-8")
    assert "rest on too few futures to tell" in few
    assert "holds in every check" not in few
    assert "No clear gain under any bargain" in few
    alone = draw(write_run(tmp_path / "alone", futures=60, sampled=2, bargains=["as_is"])).read_text(encoding="utf-8")
    assert "nothing to compare" in alone


def test_a_run_in_which_nearly_every_future_failed_says_so(tmp_path: Path) -> None:
    folder = write_run(tmp_path, futures=40, sampled=1, failed=40)
    page = draw(folder).read_text(encoding="utf-8")
    assert "39 under A firm promise and 38 under Own defence, of 40 each" in page


def test_no_mean_of_wars_is_told_as_a_forecast(page_text: str, run_folder: Path) -> None:
    summary = json.loads((run_folder / "summary.json").read_text())
    said = summary["bargains"]["as_is"]["outcomes"]
    assert "is a forecast of war" in page_text
    text = re.sub(r'href="data:[^"]*"', "", page_text)
    assert not re.search(r"\bwars? (probability|rate)|probability of war\b", text)
    for name in (name for name in said if name.startswith("wars.")):
        assert f"{said[name]['mean']:.3f}" not in re.sub(r"<svg.*?</svg>", "", text, flags=re.S)


def test_the_page_is_written_whole_or_not_at_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_run(tmp_path / "run", futures=40, sampled=1)
    assert main(["en", str(folder)]) == 0
    assert capsys.readouterr().out.strip() == str(folder / "report.html")
    assert [path.name for path in folder.glob("*.part")] == []
    assert main(["en", str(tmp_path / "nothing")]) == 2
    assert "no readable file of a finished run" in capsys.readouterr().err
    assert not (tmp_path / "nothing").exists()
    with pytest.raises(InputError):
        draw(tmp_path / "nothing")
