"""A run on a Dask cluster: the bytes of a run of one process, whoever of the cluster is lost on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kaname.core.errors import InputError
from kaname.store.manifest import read_manifest
from kaname.study import engines
from kaname.study.comparison import design_of_names, run_design
from kaname.study.runner import Progress
from kaname.study.terms import LOCAL, Terms
from tests.soak.clusters import Cluster, free_port
from tests.study.runs import files_of


def ran(folder: Path, engine: str = LOCAL, progress: Progress | None = None) -> dict[str, bytes]:
    """Run 24 futures of two bargains over a year in parts of eight, and return the files with their bytes."""
    design, names = design_of_names(
        "us-japan", ("as_is", "unequal_by_design"), futures=24, years=1, chunk=8, robustness=0, seed=3
    )  # fmt: skip
    run_design(design, names, folder, 1, progress, None, Terms(engine))
    return files_of(folder)


@pytest.fixture(scope="module")
def straight(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of a run that one process made."""
    return ran(tmp_path_factory.mktemp("straight") / "run")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """A scheduler and two workers."""
    with Cluster(2) as running:
        yield running


def once(act: Callable[[], None]) -> Progress:
    """Return a progress that acts when the first part has come back."""
    waiting = [act]

    def progress(done: int, total: int) -> None:
        if waiting:
            waiting.pop()()

    return progress


def test_a_run_on_workers_elsewhere_has_the_same_bytes(
    cluster: Cluster, straight: dict[str, bytes], tmp_path: Path
) -> None:
    cluster.mend()
    assert ran(tmp_path / "run", f"dask://{cluster.address}") == straight


def test_a_worker_that_is_lost_changes_nothing(cluster: Cluster, straight: dict[str, bytes], tmp_path: Path) -> None:
    cluster.mend()
    lose = once(lambda: cluster.kill_worker(0))
    assert ran(tmp_path / "run", f"dask://{cluster.address}", lose) == straight
    assert cluster.hands[0].poll() is not None


def test_a_lost_scheduler_is_told_in_a_sentence_and_what_had_come_back_is_kept(
    cluster: Cluster, straight: dict[str, bytes], tmp_path: Path
) -> None:
    cluster.mend()
    with pytest.raises(InputError, match="the Dask scheduler at .* was lost; the parts that had come back are kept"):
        ran(tmp_path / "run", f"dask://{cluster.address}", once(cluster.kill_scheduler))
    kept = read_manifest(tmp_path / "run")
    assert kept.chunks
    assert not kept.damaged()
    assert not kept.complete
    assert ran(tmp_path / "run") == straight


def test_a_scheduler_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "CONNECT_SECONDS", 1)
    with pytest.raises(InputError, match="no Dask scheduler answers at"):
        ran(tmp_path / "run", f"dask://127.0.0.1:{free_port()}")
