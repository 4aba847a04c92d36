"""`kaname bargain`: what a person sees, the exit code, and that nothing is written where something is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kaname.cli.main import run
from kaname.core.safe_yaml import read_yaml
from kaname.scenarios.load import shipped_bargains

Shown = Callable[..., tuple[int, str, str]]
WIDTH = 80


@pytest.fixture
def shown(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shown:
    """Run the command line in this process, in an empty folder; exit code, stdout, stderr."""
    monkeypatch.chdir(tmp_path)

    def call(*words: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            run(list(words))
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out, said.err

    return call


@pytest.mark.parametrize("name", shipped_bargains())
def test_every_shipped_bargain_is_shown_in_eighty_columns(shown: Shown, name: str) -> None:
    code, out, err = shown("bargain", "show", name)
    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= WIDTH
    for heading in ("WHAT IT STILL ADDS", "LEVERS", "PRICE BY STATE"):
        assert heading in out


def test_a_page_tells_what_was_done_what_is_left_who_agrees_and_what_it_costs(shown: Shown) -> None:
    page = json.loads(shown("bargain", "show", "step_up", "--json")[1])
    lines = {line["name"]: line for line in page["levers"]}
    strike = lines["counterstrike"]
    assert (strike["then"], strike["start"], strike["to"]) == (0.0, 0.4, 0.5)
    assert strike["done"] == pytest.approx(0.8)
    assert strike["adds"] == pytest.approx(0.1)
    assert strike["consent"] == [["ally", "cabinet"], ["ally", "parliament"]]
    assert strike["law"] == "open"
    assert strike["cost"]["ally"]["low"] == pytest.approx(0.1 * 1.0)
    assert strike["cost"]["ally"]["high"] == pytest.approx(0.1 * 4.0)
    assert strike["effect"] == [[2027, 4], [2029, 4], [2032, 2]]
    assert page["sides"] == {"protector": "United States", "ally": "Japan"}
    total = sum(line["cost"].get("ally", {"middle": 0})["middle"] for line in page["levers"])
    assert page["cost"]["ally"]["middle"] == pytest.approx(total)
    assert page["codings"][0]["agreement"]["both"] == 11


def test_the_earliest_quarter_of_effect_is_the_one_in_which_the_model_puts_it_in_force(shown: Shown) -> None:
    from kaname.core.kernel import plain
    from kaname.model.commitments.adoption import MECHANISM
    from kaname.words.levers import IN_FORCE, LEVER, NAMES
    from tests.model.conftest import Scene

    page = json.loads(shown("bargain", "show", "step_up", "--json")[1])
    told = next(line for line in page["levers"] if line["name"] == "clarity")["effect"][1]
    import numpy as np

    from kaname.model.world.samples import random_params, random_world

    rng = np.random.default_rng(1)
    scene = Scene(random_world(rng), random_params(rng), 1)
    place, step = LEVER["clarity"], plain(MECHANISM.run)
    w, p = scene.w, scene.p
    p.adoption, p.agenda_room, p.offer_capital = 0.0, float(len(NAMES)), 0.0
    w.lever_state[:], w.lever_wait[:], w.window[:], w.consent[:], w.capital[:] = 0.0, 0.0, 0.0, 1.0, 1.0
    w.consent_prevailing = 1.0
    p.lever_asked[:] = 0.0
    p.lever_asked[place], p.lever_lag[place] = 1.0, 4.5358983848622465
    quarter = -1
    while w.lever_state[place] != IN_FORCE:
        quarter += 1
        step(w, p, scene.turn(quarter))
    assert [2026 + quarter // 4, quarter % 4 + 1] == told


@pytest.mark.parametrize("base", ["", *shipped_bargains()])
def test_a_new_file_is_sound_and_asks_for_what_its_base_asks(shown: Shown, base: str) -> None:
    from kaname.scenarios.load import load_bargain

    words = ["--from", base] if base else []
    assert shown("bargain", "new", "mine", *words) == (0, "kaname bargain check mine.yaml\n", "")
    code, out, err = shown("bargain", "check", "mine.yaml")
    assert (code, err) == (0, "")
    assert out.startswith("mine: a sound bargain.")
    made, old = load_bargain("mine.yaml"), load_bargain(base or "as_is")
    if old.levers:
        asked = {name: (change.to.central, change.asks) for name, change in old.levers.items()}
        assert {name: (change.to.central, change.asks) for name, change in made.levers.items()} == asked


def test_what_a_new_file_offers_in_comments_is_sound_too(shown: Shown) -> None:
    shown("bargain", "new", "mine")
    path = Path("mine.yaml")
    lines = path.read_text(encoding="utf-8").splitlines()
    opened = [line.replace("# ", "", 1) if line.lstrip().startswith("#") and n > 2 else line
              for n, line in enumerate(lines) if "author:" not in line]  # fmt: skip
    path.write_text("\n".join(opened) + "\n", encoding="utf-8")
    said = read_yaml(path).value
    assert {"own_start", "codings"} <= set(said)
    assert set(said["levers"]["clarity"]["adopt"]) == {"lag_quarters", "consent", "cost"}
    assert shown("bargain", "check", "mine.yaml")[0] == 0


def test_no_file_is_overwritten_and_nothing_half_written_is_left(shown: Shown) -> None:
    Path("mine.yaml").write_text("mine\n", encoding="utf-8")
    code, out, err = shown("bargain", "new", "mine")
    assert (code, out) == (2, "")
    assert "mine.yaml --out: the file is there already and is left as it is." in err
    Path("link.yaml").symlink_to("gone.yaml")
    assert shown("bargain", "new", "other", "--out", "link.yaml")[0] == 2
    assert Path("mine.yaml").read_text(encoding="utf-8") == "mine\n"
    assert sorted(path.name for path in Path.cwd().iterdir()) == ["link.yaml", "mine.yaml"]


HOSTILE = ["../mine", "Mine", "", "a" * 100, "as_is", "mi\x1bne", "mine\n", "m\u202eine", "-", "mine.yaml"]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_that_cannot_be_a_bargains_writes_nothing(shown: Shown, name: str) -> None:
    code, out, err = shown("bargain", "new", "--", name)
    assert (code, out) == (2, "")
    assert "Traceback" not in err
    assert "\x1b" not in err
    assert list(Path.cwd().iterdir()) == []


@pytest.mark.parametrize("words", [
    ("new", "mine", "--out", "no/such/mine.yaml"),
    ("new", "mine", "--out", "mine.txt"),
    ("new", "mine", "--out", "m\0.yaml"),
    ("new", "mine", "--from", "nobody"),
    ("new", "mine", "--from", "gone.yaml"),
    ("show", "step_upp"),
    ("show", "../step_up"),
    ("show", "step_up", "--json", "--html"),
    ("show", "step_up", "--scenario", "nowhere"),
    ("check", "gone.yaml"),
    ("list", "--scenario", "nowhere"),
])  # fmt: skip
def test_what_cannot_be_done_is_exit_code_2_with_a_reason_and_nothing_written(
    shown: Shown, words: tuple[str, ...]
) -> None:
    code, out, err = shown("bargain", *words)
    assert (code, out) == (2, "")
    assert err.strip()
    assert "Traceback" not in err
    assert list(Path.cwd().iterdir()) == []


def test_a_name_that_is_nearly_right_is_answered_with_the_nearest(shown: Shown) -> None:
    assert "Nearest: step_up." in shown("bargain", "show", "step_upp")[2]


def test_the_list_has_a_line_for_each_bargain_of_the_scenario(shown: Shown) -> None:
    code, out, _ = shown("bargain", "list")
    assert code == 0
    assert max(map(len, out.splitlines())) <= WIDTH
    pages = [page["id"] for page in json.loads(shown("bargain", "list", "--json")[1])]
    assert len(pages) == 9
    assert [line.split()[0] for line in out.splitlines()[2:11]] == pages


def test_where_a_scenario_has_no_law_book_no_law_is_told(shown: Shown) -> None:
    page = json.loads(shown("bargain", "show", "own_command", "--json")[1])
    assert page["scenario"] == "us-korea"
    assert {line["law"] for line in page["levers"]} == {"not asked"}
    of_flagship = json.loads(shown("bargain", "show", "own_command", "--scenario", "us-japan", "--json")[1])
    assert "open" in {line["law"] for line in of_flagship["levers"]}


def test_names_from_a_file_stay_text_on_every_page(shown: Shown) -> None:
    shown("bargain", "new", "mine")
    path = Path("mine.yaml")
    text = path.read_text(encoding="utf-8")
    bad = "<script>alert(1)</script> & </title> | \" ' `x`"
    text = text.replace('name: "Mine"', f"name: {json.dumps(bad)}")
    text = text.replace("judgement: Our own reading of what is needed.", f"passage: {json.dumps(bad)}\n    judgement: "
                        "Our own reading of what is needed.")  # fmt: skip
    path.write_text(text, encoding="utf-8")
    code, out, err = shown("bargain", "show", "mine.yaml", "--html")
    assert (code, err) == (0, "")
    assert "<script" not in out
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in out
    assert bad.split()[0] in shown("bargain", "show", "mine.yaml")[1]


def test_a_lever_that_is_done_is_told_and_costs_nothing(shown: Shown) -> None:
    shown("bargain", "new", "mine", "--from", "step_up")
    path = Path("mine.yaml")
    path.write_text(path.read_text(encoding="utf-8").replace("value: 0.65", "value: 0.45"), encoding="utf-8")
    out = shown("bargain", "check", "mine.yaml")[1]
    assert "done at the start of us-japan, so not asked for: first_responder_readiness" in out
    page = json.loads(shown("bargain", "show", "mine.yaml", "--json")[1])
    line = next(one for one in page["levers"] if one["name"] == "first_responder_readiness")
    assert (line["done"], line["adds"], line["effect"], line["cost"]) == (1.0, 0.0, None, {})
