"""A figure's value in a future, and its layout on axes."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.core.axes import Axis
from kaname.core.errors import InputError
from kaname.evidence.figures import Figure, figure_from, numbers, scaled
from kaname.evidence.layout import in_order, lay_out

AXES = {
    "actor": Axis("actor", ("a", "b", "c")),
    "force": Axis("force", ("air", "sea")),
    "observer": Axis("observer", ("a", "b", "c")),
}
HEAD = {"unit": "days", "date": 2024, "grade": "A", "source": "book"}


def figure(**said: object) -> Figure:
    return figure_from("delay", {**HEAD, **said})


def test_a_plain_value_is_the_same_in_every_future() -> None:
    plain = figure(value=3)
    assert not plain.uncertain
    assert plain.at(0.1) == plain.at(0.9) == plain.central == 3.0
    assert plain.year == 2024
    assert plain.source == ("book",)


def test_a_distribution_gives_its_quantile() -> None:
    doubtful = figure(distribution={"uniform": [2, 4]})
    assert doubtful.uncertain
    assert doubtful.at(0.25) == 2.5
    assert doubtful.central == 3.0


def test_a_spread_moves_all_values_by_one_factor() -> None:
    shared = figure(values={"a": 1, "b": {"x": 10}}, by="actor", spread={"uniform": [0.5, 1.5]})
    low = shared.at(0.01)
    assert numbers(low) == pytest.approx([0.51, 5.1])
    assert shared.central == {"a": 1.0, "b": {"x": 10.0}}
    assert scaled({"a": 2.0}, 3.0) == {"a": 6.0}


def test_values_are_laid_out_in_the_order_of_the_axes() -> None:
    laid = figure(values={"b": {"sea": 4, "air": 3}, "a": {"air": 1, "sea": 2}, "c": {"air": 5, "sea": 6}},
                  by=["actor", "force"])  # fmt: skip
    assert lay_out(laid, laid.central, ("actor", "force"), AXES).tolist() == [[1, 2], [3, 4], [5, 6]]


def test_others_stand_for_whoever_is_not_named() -> None:
    laid = figure(values={"b": {"sea": 4, "others": 3}, "others": {"others": 0}}, by=["actor", "force"])
    assert lay_out(laid, laid.central, ("actor", "force"), AXES).tolist() == [[0, 0], [3, 4], [0, 0]]


def test_an_axis_that_is_not_named_has_the_same_value_throughout() -> None:
    plain = figure(value=7)
    assert np.all(lay_out(plain, 7.0, ("actor", "force"), AXES) == 7)
    assert lay_out(plain, 7.0, (), AXES).shape == ()
    by_force = figure(values={"air": 1, "sea": 2}, by="force")
    assert lay_out(by_force, by_force.central, ("actor", "force"), AXES).tolist() == [[1, 2]] * 3


def test_a_table_from_an_axis_to_itself_keeps_its_direction() -> None:
    table = figure(values={"air": {"air": 1, "sea": 2}, "sea": {"air": 3, "sea": 4}}, by=["force", "force"])
    assert lay_out(table, table.central, ("force", "force"), AXES).tolist() == [[1, 2], [3, 4]]
    assert in_order(["force"], ["actor", "force", "force"]) == [1]
    assert in_order(["force", "force"], ["force", "actor"]) is None


def test_a_missing_member_and_a_wrong_axis_are_errors() -> None:
    lacking = figure(values={"a": 1, "b": 2}, by="actor")
    with pytest.raises(InputError, match="c is missing from the values"):
        lay_out(lacking, lacking.central, ("actor",), AXES)
    with pytest.raises(InputError, match="is by actor, but is laid out by force"):
        lay_out(lacking, lacking.central, ("force",), AXES)
    turned = figure(values={"air": {"a": 1}}, by=["force", "actor"])
    with pytest.raises(InputError, match="is laid out by actor, force"):
        lay_out(turned, turned.central, ("actor", "force"), AXES)
    deep = figure(values={"others": {"air": 1}}, by="actor")
    with pytest.raises(InputError, match="nested deeper"):
        lay_out(deep, deep.central, ("actor",), AXES)
