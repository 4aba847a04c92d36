"""Evidence from the package and from a user's files: one id, one figure; edits take effect; JSON is what YAML says."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kaname.core.errors import InputError, InputErrors, KanameError
from kaname.evidence import build, load
from kaname.evidence.build import json_text
from kaname.evidence.load import Evidence, evidence_data, evidence_from, load_evidence, read_evidence

SOURCE = "{author: A. Author, title: A book, year: 2024, publisher: A press, certainty: V, licence: facts cited}"
FIGURE = "{unit: share, value: 0.5, date: 2024, source: book, grade: A}"


@pytest.fixture
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with one source and one figure, in place of the package's."""
    folder = tmp_path / "data" / "evidence"
    folder.mkdir(parents=True)
    (folder / "sources.yaml").write_text(f"book: {SOURCE}\n", encoding="utf-8")
    (folder / "economy.growth.yaml").write_text(f"figures:\n  growth: {FIGURE}\n", encoding="utf-8")
    monkeypatch.setattr(load, "DATA", tmp_path / "data")
    monkeypatch.setattr(load, "FOLDER", folder)
    monkeypatch.setattr(load, "SHIPPED", tmp_path / "data" / "evidence.json")
    monkeypatch.setattr(build, "SHIPPED", tmp_path / "data" / "evidence.json")
    return folder


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_shipped_as_json_is_what_the_yaml_says() -> None:
    assert load.SHIPPED.read_text(encoding="utf-8") == build.evidence_json()


def test_json_holds_everything_that_a_figure_says(tmp_path: Path) -> None:
    text = f"""
sources: {{book: {SOURCE}}}
figures:
  plain: {FIGURE}
  spread: {{unit: days, values: {{a: {{x: 1, y: 2}}, b: {{x: 3, y: 4}}}}, by: [actor, force], date: 2024-05,
           spread: {{lognormal: [1, 1.2, 0.5, 2]}}, source: [book], grade: B, doubt: a doubt in five words, note: n}}
  theory: {{unit: switch, distribution: {{switch: {{one: 0.5, other: 0.5}}}}, date: 2024, grade: D,
           judgement: the field is divided on it, doubt: nobody has counted the votes}}
"""
    read = read_evidence([write(tmp_path / "test.yaml", text)])
    again = evidence_from(json.loads(json_text(evidence_data(read))))
    assert again == read
    assert again.figures["spread"].by == ("actor", "force")
    assert again.figures["theory"].line == 7


def test_an_edit_of_the_yaml_takes_effect_without_a_build(own_data: Path) -> None:
    assert build.main() == 0
    built = load_evidence()
    assert built.figures["growth"].value == 0.5
    file = own_data / "economy.growth.yaml"
    write(file, file.read_text(encoding="utf-8").replace("0.5", "0.6"))
    edited = load_evidence()
    assert edited.figures["growth"].value == 0.6
    assert edited.digest != built.digest


def test_the_build_is_the_same_to_the_byte_and_leaves_nothing_half_written(own_data: Path) -> None:
    assert build.main() == 0
    first = build.SHIPPED.read_bytes()
    assert build.main() == 0
    assert build.SHIPPED.read_bytes() == first
    write(own_data / "bad.yaml", "figures: {a: 1}")
    assert build.main() == 2
    assert build.SHIPPED.read_bytes() == first
    assert sorted(path.name for path in build.SHIPPED.parent.iterdir()) == ["evidence", "evidence.json"]


def test_without_the_yaml_the_json_alone_is_enough(own_data: Path) -> None:
    assert build.main() == 0
    for file in own_data.iterdir():
        file.unlink()
    assert load_evidence().figures["growth"].file == "evidence/economy.growth.yaml"


def test_a_users_figures_may_cite_shipped_sources_but_not_take_their_ids(own_data: Path, tmp_path: Path) -> None:
    build.main()
    mine = write(tmp_path / "mine.yaml", f"figures:\n  my_growth: {FIGURE}\n")
    both = load_evidence([mine])
    assert set(both.figures) == {"growth", "my_growth"}
    assert both.digest != load_evidence().digest
    write(mine, f"figures:\n  growth: {FIGURE}\nsources:\n  book: {SOURCE}\n")
    with pytest.raises(InputErrors) as caught:
        load_evidence([mine])
    assert "this id is already in evidence/economy.growth.yaml:2" in str(caught.value)
    assert "there is already a source of this key" in str(caught.value)


def test_an_id_is_a_word_and_a_file_is_named_after_its_mechanism(tmp_path: Path) -> None:
    text = f"sources: {{book: {SOURCE}}}\nfigures: {{My Figure: {FIGURE}}}\n"
    with pytest.raises(InputError, match="is not the id of a figure"):
        read_evidence([write(tmp_path / "test.yaml", text)])
    with pytest.raises(InputError, match="named after its mechanism"):
        read_evidence([write(tmp_path / "My File.yaml", text)])


@pytest.mark.parametrize("text", ["- 1", "3", "figures: [1]", "figures: 3", "sources: []", "figure: {}", "about: 3"])
def test_a_file_of_another_form_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(KanameError, match="test.yaml:1"):
        read_evidence([write(tmp_path / "test.yaml", text)])
    with pytest.raises(KanameError, match="sources.yaml:1"):
        read_evidence([write(tmp_path / "sources.yaml", text)])


def test_an_unknown_id_is_told_with_the_nearest_one(own_data: Path) -> None:
    with pytest.raises(InputError, match=r"grwoth is not the id of a figure in the evidence\. Nearest: growth"):
        load_evidence().figure("grwoth")


def test_loading_shipped_evidence_needs_neither_yaml_nor_pydantic() -> None:
    script = (
        "import sys; from kaname.evidence.load import load_evidence; load_evidence();"
        "print(*sorted({'ruamel.yaml', 'pydantic', 'numba', 'scipy', 'typer'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_the_digest_is_that_of_all_files() -> None:
    one = Evidence({}, {}, {"a.yaml": "1", "b.yaml": "2"})
    assert one.digest == Evidence({}, {}, {"b.yaml": "2", "a.yaml": "1"}).digest
    assert one.digest != Evidence({}, {}, {"a.yaml": "1", "b.yaml": "3"}).digest
