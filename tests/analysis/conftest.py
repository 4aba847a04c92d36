"""A run that never was, opened once for all tests of the analyses."""

from __future__ import annotations

import pytest

from kaname.analysis.folder import RunFolder, open_run
from tests.report.synthetic import write_run


@pytest.fixture(scope="session")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> RunFolder:
    """400 futures under three bargains; in `firm` futures 1 and 2 failed, in `own` futures 2 and 3."""
    return open_run(write_run(tmp_path_factory.mktemp("run"), futures=400))
