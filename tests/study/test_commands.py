"""Commands are made from a design and lead back to it: nothing that was asked is lost on the way."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, fields
from pathlib import Path

import pytest

from kaname.cli.commands import load
from kaname.core.errors import InputError
from kaname.study.commands import check_command, compare_command, design_of, folder_of, found_folder, trace_command
from kaname.study.design import Design
from kaname.study.options import option, options_of

FULL = Design(
    "my brief.yaml", ("as_is", "mine"), 5, seed=9, years=8, chunk=3, preset="core", adoption="adopted", reaction=False,
    views=True, frozen=("politics.opinion", "economy.debt"), robustness=4, attribution=3, stress="retrenchment",
    budget="mine", coding="second",
)  # fmt: skip
NAMES = ["as_is", "my bargains/mine.yaml"]


@dataclass(frozen=True)
class Wider(Design):
    """A design with one more field, as the next option of the product will be."""

    tide: int = option(3, "--tide", "Height of the tide.", low=0, high=9, of_future=True)


def parsed(command: str) -> dict[str, object]:
    """What the real parser of a command makes of its words, by parameter."""
    words = shlex.split(command)
    assert words[0] == "kaname"
    context = load(words[1]).make_context(words[1], words[2:])
    return dict(context.params)


def test_the_command_of_a_run_says_every_field_of_its_design_and_is_understood() -> None:
    told = parsed(compare_command(FULL, NAMES, Path("my run")))
    assert (told["scenario"], told["bargains"], told["out"]) == (FULL.scenario, ",".join(NAMES), Path("my run"))
    assert (told["adoption"], told["reaction"], told["views"]) == (True, True, True)
    assert told["frozen"] == "politics.opinion,economy.debt"
    same = [name for name in options_of(Design) if name not in ("adoption", "reaction", "views", "frozen")]
    assert {name: told[name] for name in same} == {name: getattr(FULL, name) for name in same}


def test_the_command_of_a_future_says_all_that_the_future_depends_on() -> None:
    told = parsed(trace_command(FULL, NAMES[1], 3))
    assert (told["scenario"], told["bargain"], told["future"]) == (FULL.scenario, NAMES[1], 3)
    assert (told["coding"], told["frozen"], told["views"]) == ("second", "politics.opinion,economy.debt", True)
    assert set(options_of(Design, of_future=True)) <= set(told)
    plain = trace_command(Design("us-japan", ("as_is",)), "as_is", 0)
    assert plain == "kaname trace us-japan --bargain as_is --future 0 --seed 1"


def test_a_stored_run_leads_back_to_its_design(tmp_path: Path) -> None:
    inputs = {**FULL.as_data(), "scenario": "brief"}
    manifest = {"command": compare_command(FULL, NAMES), "inputs": inputs, "key": "abc", "chunk": FULL.chunk}
    assert design_of(manifest, tmp_path) == (FULL, NAMES)
    assert folder_of(manifest) == Path("runs/brief-abc")
    named = {**manifest, "command": compare_command(FULL, NAMES, Path("my run"))}
    assert folder_of(named) == Path("my run")
    with pytest.raises(InputError, match="does not say how the run was made"):
        design_of({**manifest, "command": "kaname compare"}, tmp_path)
    with pytest.raises(InputError, match="does not say how the run was made"):
        design_of({**manifest, "command": compare_command(FULL, NAMES[:1])}, tmp_path)


def test_a_run_is_found_by_the_name_it_has_among_the_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "runs" / "brief-abc").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    assert found_folder(Path("brief-abc")) == Path("runs/brief-abc")
    assert found_folder(Path("runs/brief-abc")) == Path("runs/brief-abc")
    assert found_folder(Path("other")) == Path("other")
    assert parsed(check_command("runs/brief-abc"))["check"] == Path("runs/brief-abc")


def test_every_field_of_a_design_but_the_names_is_an_option_with_help() -> None:
    made = options_of(Design)
    assert {one.name for one in fields(Design)} - set(made) == {"scenario", "bargains"}
    assert all(one.flag.startswith("--") and one.help.endswith(".") for one in made.values())
    assert len({one.flag for one in made.values()}) == len(made)


def test_a_new_field_is_printed_in_both_commands_and_checked_without_another_line() -> None:
    wider = Wider("us-japan", ("as_is",), tide=5)
    assert "--tide 5" in compare_command(wider, ["as_is"])
    assert "--tide 5" in trace_command(wider, "as_is", 0)
    assert "--tide" not in trace_command(Wider("us-japan", ("as_is",)), "as_is", 0)
    with pytest.raises(InputError, match=r"--tide: 10 is outside 0\.\.9"):
        Wider("us-japan", ("as_is",), tide=10)


@pytest.mark.parametrize(
    "wrong", [{"futures": 2.5}, {"futures": "many"}, {"seed": True}, {"preset": ""}, {"adoption": "x"}]
)
def test_a_value_of_another_kind_is_refused_by_its_flag(wrong: dict[str, object]) -> None:
    with pytest.raises(InputError, match="--(futures|seed|preset|adopted): "):
        Design("us-japan", ("as_is",), **wrong)  # type: ignore[arg-type]
