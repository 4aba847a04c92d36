"""The name of a mechanism is one stem everywhere: source, test, evidence, docs."""

from __future__ import annotations

from pathlib import Path

from kaname.model.engine.catalogue import mechanisms
from kaname.words.params import BACKED
from tests.house.sources import PACKAGE, ROOT, tree


def names() -> list[str]:
    return [mechanism.name for mechanism in mechanisms()]


def missing(pattern: str, root: Path = ROOT) -> list[str]:
    """Names whose file is not there; {room}, {stem} and {name} stand in the pattern."""
    found = []
    for name in names():
        room, stem = name.split(".")
        if not (root / pattern.format(room=room, stem=stem, name=name)).is_file():
            found.append(name)
    return found


def test_every_mechanism_has_a_source_file_of_its_name() -> None:
    assert missing("src/kaname/model/{room}/{stem}.py") == []


def test_every_mechanism_has_a_test_file_of_its_name() -> None:
    assert missing("tests/model/{room}/test_{stem}.py") == []


def test_every_mechanism_that_reads_parameters_has_an_evidence_file_of_its_name() -> None:
    backed = {param.name for param in BACKED}
    without = {mechanism.name for mechanism in mechanisms() if not backed.intersection(mechanism.params)}
    assert set(missing("src/kaname/data/evidence/{name}.yaml")) - without == set()


def test_every_mechanism_has_a_page_of_its_name_and_every_page_a_mechanism() -> None:
    folder = ROOT / "docs" / "reference" / "mechanisms"
    assert {page.stem for page in folder.glob("*.*.md")} == set(names())


def test_every_file_that_declares_a_mechanism_is_in_the_catalogue() -> None:
    declared = {
        f"{path.parent.name}.{path.stem}"
        for path in sorted((PACKAGE / "model").rglob("*.py"))
        if any(getattr(target, "id", "") == "MECHANISM" for node in tree(path).body for target in targets(node))
    }
    assert declared == set(names())


def targets(node: object) -> list[object]:
    """What a statement of a module assigns to."""
    return list(getattr(node, "targets", None) or [getattr(node, "target", None)])


def test_no_name_is_used_twice() -> None:
    assert len(set(names())) == len(names())


def test_every_source_that_a_mechanism_names_is_in_the_bibliography() -> None:
    from kaname.evidence.load import load_evidence
    from kaname.model.engine.catalogue import mechanisms

    known = load_evidence().sources
    assert {(m.name, key) for m in mechanisms() for key in m.source if key not in known} == set()
