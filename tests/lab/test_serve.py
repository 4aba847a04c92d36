"""The laboratory takes a port of the loopback, or says why it cannot."""

from __future__ import annotations

import pytest

from kaname.core.errors import InputError
from kaname.lab.serve import LOOPBACK, taken


def test_a_port_that_is_taken_is_refused_with_a_sentence() -> None:
    with taken(0) as first:
        port = first.getsockname()[1]
        assert first.getsockname()[0] == LOOPBACK
        with pytest.raises(InputError, match=f"port {port} is taken .* --port 0"):
            taken(port)


def test_a_port_that_cannot_be_is_refused() -> None:
    with pytest.raises(InputError, match="outside"):
        taken(70000)
