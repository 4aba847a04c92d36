"""A share of the soak of malformed law files and fact strings; `make soak` tries 300,000."""

import random

from tests.soak.malformed_law import EXAM, KINDS, damaged, soak


def test_malformed_files_and_facts_are_answered_or_refused(tmp_path):
    became, wrong = soak(300, 7, tmp_path)
    assert [one for one in wrong if "fault" in one or "without a word" in one] == []
    assert sum(became.values()) >= 300
    assert {name.split()[0] for name in became} == {maker.__name__.strip("_") for maker, _ in KINDS}


def test_the_damage_is_real_and_comes_again_from_its_seed():
    first = [damaged(EXAM, random.Random(number)) for number in range(50)]
    assert first == [damaged(EXAM, random.Random(number)) for number in range(50)]
    assert sum(one != EXAM for one in first) > 40


def test_the_sound_texts_are_sound(tmp_path, monkeypatch):
    monkeypatch.setattr("tests.soak.malformed_law.damaged", lambda text, chance: text)
    became, wrong = soak(60, 1, tmp_path)
    assert wrong == []
    assert not any(name.split()[0] in ("exam", "situation", "law") and "refused" in name for name in became)
