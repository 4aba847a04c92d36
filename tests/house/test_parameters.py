"""Every parameter of the model is backed by a figure of the evidence."""

from __future__ import annotations

from kaname.compile.check import unbacked_parameters


def test_every_parameter_is_backed_by_a_figure() -> None:
    assert list(unbacked_parameters()) == []
