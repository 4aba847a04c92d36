"""One small told crisis with a host, made by hand: what the page is drawn from."""

from __future__ import annotations

from typing import Any

import pytest

from tests.report.crisis.made import made


@pytest.fixture
def data() -> dict[str, Any]:
    return made()
