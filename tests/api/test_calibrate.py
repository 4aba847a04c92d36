"""The fit of levels: the same from the same seed, and blind to everything that is held out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kaname.api import calibrate as module
from kaname.cli.main import run
from kaname.evidence import crises, load
from kaname.evidence.figures import Figure
from kaname.evidence.targets import load_targets

SMALL = {"points": 60, "each": 1, "waves": 1, "seed": 4, "workers": 1}
ABSURD = 9.0e5


@pytest.fixture(scope="module")
def fitted() -> dict[str, Any]:
    return module.calibrate("us-japan", **SMALL)


def test_every_level_and_every_rate_has_an_interval_before_and_after(fitted: dict[str, Any]) -> None:
    assert len(fitted["levels"]) == 12
    assert len(fitted["outputs"]) == 18
    for one in fitted["levels"]:
        assert one["posterior"] == sorted(one["posterior"])
        assert one["prior"][0] < 1.0 < one["prior"][2]
    assert fitted["possible"][0] <= 1.0


def test_nothing_after_the_last_year_known_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    evidence = load.load_evidence()
    spoiled = {name: _spoiled(figure, 2019) for name, figure in evidence.figures.items()}
    assert sum(spoiled[name].value != figure.value for name, figure in evidence.figures.items()) > 10
    text = crises.SHIPPED.read_text(encoding="utf-8")
    later = "".join(f"  - {{list: icb, place: taiwan, first: {year}, code: 1}}\n" for year in (2019, 2020, 2021) * 5)
    monkeypatch.setattr(crises, "SHIPPED", tmp_path / "crises.yaml")
    crises.SHIPPED.write_text(text.replace("last: 2017\n", "last: 2018\n"), encoding="utf-8")
    before = module.calibrate("us-japan", **SMALL)
    crises.SHIPPED.write_text(text.replace("last: 2017\n", "last: 2025\n") + later, encoding="utf-8")
    assert crises.load_crises()[0].counts["taiwan"] == 16
    monkeypatch.setattr(load, "_shipped", lambda: replace(evidence, figures=spoiled))
    assert module.calibrate("us-japan", **SMALL) == before


def test_a_record_within_the_years_known_is_read(fitted: dict[str, Any], monkeypatch: pytest.MonkeyPatch,
                                                  tmp_path: Path) -> None:  # fmt: skip
    more = "".join(f"  - {{list: {name}, place: taiwan, first: 2012, code: 1}}\n" for name in ("icb", "mid") * 30)
    (tmp_path / "crises.yaml").write_text(crises.SHIPPED.read_text(encoding="utf-8") + more, encoding="utf-8")
    monkeypatch.setattr(crises, "SHIPPED", tmp_path / "crises.yaml")
    again = module.calibrate("us-japan", **SMALL)
    moved = next(n for n, one in enumerate(again["levels"]) if one["place"] == "taiwan")
    assert again["levels"][moved]["posterior"] != fitted["levels"][moved]["posterior"]


def _spoiled(figure: Figure, first: int) -> Figure:
    """The figure with every number of a year from `first` on made absurd, where years are an axis of a record."""
    if "year" not in figure.by or not figure.id.startswith(("record.", "observed.")):
        return figure
    return replace(figure, value=_later(figure.value, figure.by.index("year"), first))


def _later(value: Any, depth: int, first: int) -> Any:
    if depth:
        return {key: _later(inner, depth - 1, first) for key, inner in value.items()}
    return {year: _absurd(inner) if int(year) >= first else inner for year, inner in value.items()}


def _absurd(value: Any) -> Any:
    return {key: _absurd(inner) for key, inner in value.items()} if isinstance(value, dict) else ABSURD


def test_what_is_held_out_is_what_the_spoiling_covers() -> None:
    assert load_targets(load.load_evidence()).held_out_from == 2019


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--points", "3"], "--points: 3 is outside 60..5000"),
        (["--waves", "0"], "--waves: 0 is outside 1..10"),
        (["--into", "nowhere"], "--into: there is no such folder"),
    ],
)
def test_wrong_words_are_answered(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        run(["-q", "calibrate", "us-japan", *words])
    assert end.value.code == 2
    assert said in capsys.readouterr().err
