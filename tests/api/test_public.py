"""The door: light to open, typed, every name explained with an example that runs."""

from __future__ import annotations

import doctest
import inspect
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

import kaname as ka
from kaname.study.design import Design
from kaname.study.options import options_of

HEAVY = ("numba", "llvmlite", "numpy", "pyarrow", "scipy", "pandas", "rich", "typer", "ruamel")


def test_opening_the_door_loads_nothing_heavy() -> None:
    script = f"import sys, kaname; print(*[name for name in {HEAVY!r} if name in sys.modules])"
    assert (
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split() == []
    )


def test_there_are_about_a_dozen_names_and_each_comes_from_its_room() -> None:
    assert 10 <= len(ka.PUBLIC) <= 24
    for name, module in ka.PUBLIC.items():
        assert getattr(ka, name) is getattr(import_module(module), name)
        assert name in dir(ka)
    with pytest.raises(AttributeError, match="no attribute 'compair'"):
        ka.compair  # noqa: B018


def test_the_door_to_a_scenario_shares_its_name_with_no_room() -> None:
    import kaname.scenarios.load  # noqa: F401

    assert find_spec("kaname.scenario") is None
    assert ka.scenario("us-japan").id == "us-japan"


@pytest.mark.parametrize("name", ka.PUBLIC)
def test_every_public_name_begins_with_what_it_returns_and_has_an_example_that_runs(name: str, at_home: Path) -> None:
    made = getattr(import_module(ka.PUBLIC[name]), name)
    finder = doctest.DocTestFinder(exclude_empty=True)
    globs = {**vars(import_module(ka.PUBLIC[name])), "ka": ka}
    tests = [test for test in finder.find(made, name, globs=globs) if test.examples]
    if inspect.isfunction(made):
        assert (made.__doc__ or "").startswith("Return ")
    assert tests
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    for test in tests:
        runner.run(test)
    assert runner.summarize(verbose=False).failed == 0


def test_the_signature_of_compare_shows_every_field_of_a_design() -> None:
    shown = inspect.signature(ka.compare).parameters
    assert set(options_of(Design)) <= set(shown)
    assert shown["futures"].default == Design("s", ("a",)).futures


def test_the_contract_of_mechanisms_is_public() -> None:
    from kaname.testing import check_mechanism

    assert check_mechanism.__module__ == "kaname.model.world.contract"
