"""The fit of the campaign leaves out what it says it leaves out, and a small one gives again what is shipped."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from kaname.compile.baseline import Baseline, baseline_of
from validation.campaign import page
from validation.campaign.figures import CALIBRATED, Published, published
from validation.campaign.fitting import Learnt, fit, learn
from validation.campaign.held_out import SMALL_POINTS, SMALL_RUNS, fit_without, means_of
from validation.campaign.measured import SCENARIO
from validation.campaign.studies import STUDIES
from validation.places import read_results

NEARLY = 0.05
SHIPPED = read_results(page.RESULTS)["fit"]


class Sealed:
    """A published figure of which only the study may be read."""

    def __init__(self, figure: Published) -> None:
        self.source = figure.source

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"the held-out figure's {name} was read")


@pytest.fixture(scope="module")
def ground() -> Baseline:
    return baseline_of(SCENARIO)


@pytest.fixture(scope="module")
def learnt(ground: Baseline) -> Learnt:
    return learn(ground, SMALL_POINTS)


@pytest.fixture(scope="module")
def judged() -> list[Published]:
    return [figure for figure in published() if figure.counterpart != CALIBRATED]


@pytest.mark.parametrize("study", STUDIES)
def test_a_fit_with_a_study_held_out_reads_none_of_its_figures(
    learnt: Learnt, judged: list[Published], study: str
) -> None:
    sealed: list[Any] = [Sealed(figure) if figure.source == study else figure for figure in judged]
    assert any(isinstance(figure, Sealed) for figure in sealed)
    blind, open_eyed = fit_without(learnt, sealed, study), fit_without(learnt, judged, study)
    assert (blind.z == open_eyed.z).all()
    assert study not in blind.studies
    assert len(blind.studies) == len(STUDIES) - 1


def test_a_sealed_figure_that_is_not_held_out_is_noticed(learnt: Learnt, judged: list[Published]) -> None:
    with pytest.raises(AssertionError, match="was read"):
        fit(learnt, [Sealed(judged[0])])  # type: ignore[list-item]


def test_a_small_fit_gives_again_what_is_shipped(ground: Baseline, learnt: Learnt, judged: list[Published]) -> None:
    small = {row["id"]: row for row in SHIPPED["small"]}
    assert set(small) == {figure.id for figure in judged}
    for study in STUDIES:
        plain = means_of(ground, study, None, SMALL_RUNS)
        without = means_of(ground, study, fit_without(learnt, judged, study), SMALL_RUNS)
        for figure in (figure for figure in judged if figure.source == study):
            assert plain[figure.id] == pytest.approx(small[figure.id]["evidence"]["mean"], rel=1e-6), figure.id
            assert without[figure.id] == pytest.approx(small[figure.id]["held_out"]["mean"], rel=NEARLY), figure.id


def test_a_fit_draws_figures_inside_their_judged_ranges(learnt: Learnt, judged: list[Published]) -> None:
    drawn = fit_without(learnt, judged, next(iter(STUDIES))).drawn(50, 1)
    for figure in learnt.judged:
        assert figure.low <= drawn[figure.name].min() <= drawn[figure.name].max() <= figure.high, figure.name
        assert np.ptp(drawn[figure.name]) > 0


def test_the_page_counts_hits_as_its_rows_say(judged: list[Published]) -> None:
    rows = SHIPPED["rows"]
    assert {row["id"] for row in rows} == {figure.id for figure in judged}
    shown = page.PAGE.read_text(encoding="utf-8")
    held = sum(row["held_out"]["hit"] for row in rows)
    first = sum(row["held_out"]["hit"] for row in rows if row["first_list"])
    assert f"| hits, each study under the fit to the other two | {held} | {first} |" in shown
    marks = [row["held_out"]["hit"] for row in rows]
    assert marks == sorted(marks)


def test_a_fit_starts_from_the_ranges_of_the_evidence(ground: Baseline, learnt: Learnt) -> None:
    for figure in learnt.judged:
        distribution = ground.evidence.figures[figure.name].distribution
        assert distribution is not None, figure.name
        ends = [float(distribution.ppf(np.array(at))) for at in (0.0, 0.5, 1.0)]
        assert [figure.low, float(figure.value(np.array(0.0))), figure.high] == pytest.approx(ends, rel=1e-6), (
            figure.name
        )
