"""Whether anything matters is said from numbers: each sentence is read back and compared with the rows themselves."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest

from kaname.analysis.folder import open_run
from kaname.report.grounds import grounds_of
from kaname.report.sections.matters import how_much, record_mark, sized
from kaname.report.sections.misses import record
from kaname.report.view import View
from kaname.scenarios.smallest import smallest_effects
from tests.report.synthetic import write_run

SENTENCE = re.compile(
    r"(?:(?P<large>\d+) of (?P<of>\d+) clear differences? of the two sides (?:is|are) large enough to matter|"
    r"No bargain changes much: none of (?P<none>\d+) clear differences? of the two sides is large enough to matter)\. "
    r"The largest, .* under (?P<bargain>\u201c[^\u201d]*\u201d): (?P<level>\S+) .* under \u201c[^\u201d]*\u201d, "
    r"(?P<change>\S+)(?: \((?P<part>\S+)%\))?, (?P<size>\S+) times what matters \((?P<matters>\S+) .*\)\."
)


def _number(text: str) -> float:
    return float(text.replace("\N{MINUS SIGN}", "-").replace(",", ""))


def _view(folder: Path) -> View:
    run = open_run(folder)
    return View(run, grounds_of(run).theories(run))


def _rows(folder: Path, bargain: str) -> pd.DataFrame:
    frames = [pd.read_parquet(file) for file in sorted((folder / "outcomes").glob(f"{bargain}-*.parquet"))]
    return pd.concat(frames).set_index("future").sort_index()


@pytest.mark.parametrize("seed", range(10))
def test_the_sentence_read_back_is_what_the_rows_say(seed: int, tmp_path: Path) -> None:
    folder = write_run(tmp_path, futures=120 + 20 * seed, seed=seed)
    view = _view(folder)
    sentence = how_much(view)
    assert sentence is not None
    read = SENTENCE.fullmatch(sentence)
    assert read, sentence
    usual = _rows(folder, view.run.reference)
    sizes = {}
    for bargain, end in view.clear:
        size = smallest_effects().get(end.split(".")[0])
        both = pd.concat([_rows(folder, bargain), usual.add_suffix("_usual")], axis=1)
        both = both[(both["failed_quarter"] < 0) & (both["failed_quarter_usual"] < 0)]
        if size:
            sizes[bargain, end] = (both[end] - both[f"{end}_usual"]).mean() / size.size
    (bargain, end), size = max(sizes.items(), key=lambda item: abs(item[1]))
    assert int(read["large"] or 0) == sum(abs(value) >= 1.0 for value in sizes.values())
    assert int(read["of"] or read["none"]) == len(sizes)
    assert read["bargain"] == view.said_bargain(bargain)
    alive = usual[usual["failed_quarter"] < 0]
    assert _number(read["level"]) == pytest.approx(alive[end].mean(), rel=6e-3)
    matters = smallest_effects()[end.split(".")[0]].size
    assert _number(read["change"]) == pytest.approx(size * matters, rel=6e-3)
    assert _number(read["size"]) == pytest.approx(abs(size), rel=6e-2)
    assert _number(read["matters"]) == matters
    if read["part"]:
        assert _number(read["part"]) == pytest.approx(100.0 * size * matters / alive[end].mean(), abs=0.06 + 1e-2)


def test_where_nothing_is_clear_nothing_is_said(tmp_path: Path) -> None:
    view = _view(write_run(tmp_path, futures=60))
    view.__dict__["clear"] = []
    assert how_much(view) is None
    assert sized(view) == []


def test_the_record_counts_the_registers_that_are_shipped() -> None:
    mark = record_mark()
    assert mark is not None
    for what, wrong, tried in record():
        assert 0 <= wrong <= tried
        assert f"{wrong} of {tried} {what}" in mark
    assert 'href="#rests"' in mark
