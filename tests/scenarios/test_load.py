"""Loading by id and by path, and the shipped JSON that stands for the package's YAML."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kaname.core.errors import InputError, KanameError
from kaname.evidence.load import Evidence
from kaname.scenarios import build, load
from kaname.scenarios.load import (
    BARGAINS,
    SCENARIOS,
    document_data,
    document_from,
    is_path,
    load_bargain,
    load_scenario,
    scenario_document,
    shipped_bargains,
    shipped_scenarios,
)


@pytest.fixture
def own_data(folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with the small scenario, its override and bargain, in place of the package's."""
    data = tmp_path_factory.mktemp("data")
    for kind, names in ((SCENARIOS, ("strait.yaml", "strait_poor.yaml")), (BARGAINS, ("firm_promise.yaml",))):
        (data / kind).mkdir()
        for name in names:
            shutil.copy(folder / name, data / kind)
    monkeypatch.setattr(load, "DATA", data)
    monkeypatch.setattr(build, "DATA", data)
    return data


@pytest.fixture
def built(own_data: Path, evidence: Evidence) -> Path:
    for kind in (SCENARIOS, BARGAINS):
        (own_data / f"{kind}.json").write_text(build.shipped_json(kind, evidence), encoding="utf-8")
    return own_data


@pytest.mark.parametrize("kind", [SCENARIOS, BARGAINS])
def test_what_is_shipped_as_json_is_what_the_yaml_says(kind: str) -> None:
    assert (load.DATA / f"{kind}.json").read_text(encoding="utf-8") == build.shipped_json(kind)


@pytest.mark.usefixtures("own_data")
def test_the_package_has_its_scenarios_and_bargains_by_id(evidence: Evidence) -> None:
    assert shipped_scenarios() == ("strait", "strait_poor")
    assert shipped_bargains() == ("firm_promise",)
    assert load_scenario("strait_poor", evidence).years == 10
    assert load_bargain("firm_promise", evidence).name == "Firm promise"


def test_the_json_alone_gives_the_same_scenario_with_the_same_lines(built: Path, evidence: Evidence) -> None:
    from_both = load_scenario("strait", evidence)
    for kind in (SCENARIOS, BARGAINS):
        shutil.rmtree(built / kind)
    assert shipped_scenarios() == ("strait", "strait_poor")
    found = load_scenario("strait", evidence)
    assert found == from_both
    assert found.initial["gdp"].line == 26
    assert load_bargain("firm_promise", evidence).levers["clarity"].to.line == 10
    assert load_scenario("strait_poor", evidence).years == 10


def test_an_edit_of_the_yaml_takes_effect_without_a_build(built: Path, evidence: Evidence) -> None:
    file = built / SCENARIOS / "strait.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("years: 15", "years: 7"), encoding="utf-8")
    assert load_scenario("strait", evidence).years == 7


def test_a_document_survives_the_way_through_json(folder: Path) -> None:
    document = scenario_document(folder / "strait.yaml")
    assert document_from(json.loads(json.dumps(document_data(document)))) == document


def test_a_build_refuses_a_file_whose_name_is_not_its_id(own_data: Path, evidence: Evidence) -> None:
    (own_data / SCENARIOS / "strait.yaml").rename(own_data / SCENARIOS / "channel.yaml")
    (own_data / SCENARIOS / "strait_poor.yaml").unlink()
    with pytest.raises(InputError, match=r"scenarios/channel\.yaml:1 id: the id is strait"):
        build.shipped_json(SCENARIOS, evidence)


def test_a_build_says_what_is_wrong_in_all_files(own_data: Path, evidence: Evidence) -> None:
    for name in ("strait.yaml", "strait_poor.yaml"):
        file = own_data / SCENARIOS / name
        file.write_text(file.read_text(encoding="utf-8").replace("years: 1", "years: 1.5"), encoding="utf-8")
    with pytest.raises(KanameError) as caught:
        build.shipped_json(SCENARIOS, evidence)
    assert "strait.yaml:5 years" in str(caught.value)
    assert "strait_poor.yaml:5 years" in str(caught.value)


def test_an_unknown_id_is_told_with_the_nearest_one(own_data: Path, evidence: Evidence) -> None:
    assert own_data.is_dir()
    with pytest.raises(InputError, match=r"strat is not a scenario of this package\. Nearest: strait"):
        load_scenario("strat", evidence)
    with pytest.raises(InputError, match=r"ends?ing: firm\.yaml"):
        load_bargain("firm", evidence)


@pytest.mark.parametrize("name", ["../strait", "/etc/passwd", "strait.yaml", "..", "a/../../b", ".", ""])
def test_a_name_with_a_path_in_it_is_a_path_and_a_strange_id_is_refused(name: str, evidence: Evidence) -> None:
    assert is_path(name) == ("/" in name or name.endswith(".yaml"))
    with pytest.raises(KanameError):
        load_scenario(name, evidence)


def test_a_users_bargain_lies_beside_the_scenario_or_in_a_folder_there(
    folder: Path, change: Callable[[str, str, str], Path], evidence: Evidence
) -> None:
    (folder / "bargains").mkdir()
    (folder / "firm_promise.yaml").rename(folder / "bargains" / "firm_promise.yaml")
    assert load_scenario(folder / "strait.yaml", evidence).bargains == ("firm_promise",)
    assert load_bargain("firm_promise", evidence, folder).id == "firm_promise"
    (folder / "bargains" / "firm_promise.yaml").unlink()
    with pytest.raises(InputError, match=r"bargains\[0\]: firm_promise is not a bargain beside this file"):
        load_scenario(folder / "strait.yaml", evidence)
