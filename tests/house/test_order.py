"""What follows from the order of the day and the declarations in the files of the model is up to date."""

from __future__ import annotations

import pytest

from kaname.compile.assemble import made
from tests.house.sources import PACKAGE, short

MADE = made(PACKAGE)


@pytest.mark.parametrize("path", [pytest.param(path, id=short(path)) for path in MADE])
def test_a_made_file_is_as_it_would_be_made_now(path: object) -> None:
    assert path.read_text(encoding="utf-8") == MADE[path], "run make order"  # type: ignore[attr-defined, index]
