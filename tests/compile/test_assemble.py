"""Made from declarations: known names keep their place, new ones come last, and what does not fit is refused."""

from __future__ import annotations

import ast
import shutil
from pathlib import Path

import pytest

from kaname.compile import assemble
from kaname.compile.assemble import in_place, lengthened, made
from kaname.core.errors import InputError
from kaname.core.slots import NAMES
from kaname.model.engine.order import AT_THE_DOORS, ORDER, PLACE
from kaname.words.declare import Field, Param
from tests.house.sources import PACKAGE

NEW = """
FIELDS = (Field("tourism", (), "share", 0, 1, "public", "Visits."),)
PARAMS = (Param("tourism_speed", (), "share", 0, 1, "Part that fades."),)
LUCK = SLOT["tourism_luck"]
"""
GROWTH = "model/economy/growth.py"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the package's sources to declare something in."""
    for part in ("model", "words", "core"):
        shutil.copytree(PACKAGE / part, tmp_path / "kaname" / part, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "kaname"


def add(package: Path, text: str, file: str = GROWTH) -> dict[str, str]:
    """Append to a file of the model and return what is then made, by file name."""
    path = package / file
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    return {found.name: text for found, text in made(package).items()}


def test_a_new_name_comes_last_and_the_others_keep_their_place(package: Path) -> None:
    before = {path.name: path.read_text(encoding="utf-8") for path in made(package)}
    after = add(package, NEW)
    for file, name in (("fields.py", "tourism"), ("params.py", "tourism_speed"), ("slots.py", "tourism_luck")):
        lines = after[file].splitlines()
        new = [n for n, line in enumerate(lines) if f'"{name}"' in line]
        assert len(new) == 1, file
        assert lines[new[0] + 1].startswith(")"), file
        assert [*lines[: new[0]], *lines[new[0] + 1 :]] == before[file].splitlines(), file
    assert after["quarter.py"] == before["quarter.py"]


def test_a_name_that_is_gone_drops_out() -> None:
    kept = in_place([Param("b", (), "share", 0, 1, ""), Param("a", (), "share", 0, 1, "")], ["gone", "a", "b"])
    assert [row.name for row in kept] == ["a", "b"]


def test_a_slot_is_never_taken_out_of_the_registry() -> None:
    text = (PACKAGE / "core" / "slots.py").read_text(encoding="utf-8")
    assert lengthened(text, ["growth_common"]) == text
    assert NAMES[-1] in lengthened(text, ["another"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('\nFIELDS = (Field("gdp", (), "share", 0, 1, "public", "Again."),)\n', "declared twice"),
        ('\nPARAMS = (Param("x", (), "share", 0, BIG, "A name for a number."),)\n', "plain values"),
        ('\nPARAMS = (param("x"),)\n', "expected Param"),
    ],
)
def test_a_declaration_that_does_not_fit_is_refused(text: str, said: str, package: Path) -> None:
    with pytest.raises(InputError, match=said):
        add(package, text, "model/forces/dispersal.py" if "gdp" in text else "model/engine/run.py")


def test_an_outcome_without_a_sentence_is_refused(package: Path) -> None:
    with pytest.raises(InputError, match="docstring"):
        add(
            package,
            '\n@outcome(unit="share")\n@kernel\ndef silent(w):\n    return 0.0\n',
            "model/engine/outcomes/views.py",
        )


def test_an_order_that_names_no_mechanism_is_refused(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assemble, "ORDER", (*ORDER, "economy.nothing"))
    with pytest.raises(InputError, match="not there"):
        made(package)


def test_the_quarter_runs_the_order_of_the_day_and_the_doors_where_opportunities_arise() -> None:
    tree = ast.parse((PACKAGE / "model" / "engine" / "quarter.py").read_text(encoding="utf-8"))
    body = next(node for node in tree.body if isinstance(node, ast.FunctionDef)).body[2:]
    places = [node.test.left.slice.value for node in body if isinstance(node, ast.If)]  # type: ignore[attr-defined]
    asked = {"crisis.deterrence", "crisis.response", "campaign.day", "crisis.battle"}
    assert [ORDER[place] for place in places] == [name for name in ORDER if name not in asked]
    opening = [ast.unparse(node) for node in body if not isinstance(node, ast.If)]
    assert opening == ["clear_quarter(w)", "open_crises(w, p, turn)"]
    where = [ast.unparse(node) for node in body].index("clear_quarter(w)")
    assert ast.unparse(body[where + 1]).startswith(f"if on[{PLACE[AT_THE_DOORS]}] == 1")


def test_a_row_is_written_as_it_was_declared() -> None:
    row = Field("x", ("actor",), "share", 0, 1e6, "public", 'A "quoted" name.', "code")
    assert eval(assemble.row_text(row), {"Field": Field}) == row
