"""Each sentence of the first screen is read back into numbers and compared with the rows by pandas, over ten runs."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from kaname.report.sections.against import against
from kaname.report.sections.fate import sentence as fate_sentence
from kaname.report.sections.first import answer
from kaname.report.sections.matters import record_mark
from kaname.report.sections.misses import record
from kaname.report.sections.regret import regret
from kaname.report.sections.rows import slug
from kaname.report.sections.time import over_time
from kaname.scenarios.smallest import smallest_effects
from kaname.words.catalogue import catalogue
from kaname.words.checks import REQUIRED
from tests.report.synthetic import BARGAINS, write_run
from tests.report.synthetic_checks import add_checks
from tests.report.test_page import view_of

NAME = r"\u201c([^\u201d]*)\u201d"
NUMBER = r"[+\u2212]?[\d,]+(?:\.\d+)?"
SIDES = {"Ally.": "ally", "Protector.": "pro"}
SHORT = re.compile(
    r"(?:(\d+) of (\d+) clear differences? of the two sides (?:is|are) large enough to matter\.|"
    r"No bargain changes much: none of (\d+) clear differences? of the two sides is large enough to matter\.)"
)
SIDE = re.compile(
    rf"(?:No clear (?P<none>gain|price)(?: under any bargain)?"
    rf"(?: \(the nearest would need about (?P<needed>[\d,]+) futures\))?|"
    rf"(?:No (?P<open>gain|price) is proven; the largest, |"
    rf"The largest (?P<proven>gain|price) that holds in every check: )"
    rf"(?P<end>[^\u201c]*) under \u201c(?P<bargain>[^\u201d]*)\u201d, (?P<change>{NUMBER}) (?P<unit>[^(]*?)"
    rf"(?: \((?P<part>{NUMBER}) %\))? from (?P<level>{NUMBER})(?: %)? under {NAME}, "
    rf"(?P<size>[\d.e+]+) times what matters(?P<rest>.*?))\.(?= No| The|$)"
)
MORE = re.compile(r"\((\d+) more bargains? ha(?:s|ve) one\)$")
SURE = re.compile(
    r"Over ([\d,]+) paired futures ([\d,]+) of ([\d,]+) differences? that can move (?:is|are) clear at 95 %"
    r"(?:; chance alone would make about (\d+) look so)?\. Of the ([\d,]+), (\d+) holds? without the rivals' reaction, "
    r"under both theories of credibility and in the core model, (\d+) fails? in one of these, and of (\d+) the futures "
    r"of the checks cannot tell\.(?: (\d+) more rest on too few futures to tell\.)?"
)
TURN = re.compile(
    rf"The difference in (.*) \((.*)\) under {NAME} turns on credibility theory: ([^:]*): ({NUMBER}) \(.*?\) .*? if it "
    rf"holds, ({NUMBER}) \(.*?\) .*? otherwise\.(?: (\d+) more differences? turns? on something\.)?"
    rf"(?: Most rests on \u2018(.*)\u2019: in that check (\d+) of (\d+) clear differences? fails?\.)?"
)
WARS = re.compile(
    rf"Under {NAME} ([\d,]+) wars? began in ([\d,]+) futures, and in ([\d,]+) of them \(([^)]*)\) the side that moved "
    rf"had itself valued war below waiting; (.*)\."
)
OF_BARGAIN = re.compile(rf"under {NAME} in ([\d,]+) of ([\d,]+)")
AGAINST = re.compile(r"\u201c[^\u201d]*\u201d less \u201c[^\u201d]*\u201d, (\d+) of (\d+) ends?: (.*)\.")
IN_YEAR = rf"In (\d+) under \u201c{{}}\u201d: (?:no clear difference, )?({NUMBER}) \("
FATE = re.compile(
    rf"Of (\d+) steps? ({NUMBER}) are offered, ({NUMBER}) agreed, ({NUMBER}) in force at the end and ({NUMBER}) "
    rf"lapsed\."
)
PERCENT, Z = 100.0, 1.959963984540054


def number(text: str) -> float:
    return float(text.replace("\N{MINUS SIGN}", "-").replace(",", ""))


@dataclass
class Rows:
    """A run read by pandas alone: rows, declarations and checks."""

    folder: Path

    @cached_property
    def summary(self) -> dict[str, Any]:
        return json.loads((self.folder / "summary.json").read_text())

    @cached_property
    def tables(self) -> dict[str, pd.DataFrame]:
        frames = {}
        for bargain in BARGAINS:
            parts = sorted((self.folder / "outcomes").glob(f"{bargain}-*.parquet"))
            frames[bargain] = pd.concat([pd.read_parquet(part) for part in parts]).set_index("future").sort_index()
        return frames

    def alive(self, bargain: str) -> pd.DataFrame:
        return self.tables[bargain][self.tables[bargain]["failed_quarter"] < 0]

    def gaps(self, bargain: str, end: str) -> pd.Series:
        return (self.alive(bargain)[end] - self.alive("as_is")[end]).dropna()

    @cached_property
    def ends(self) -> list[str]:
        roles = {name: one["role"] for name, one in self.summary["outcomes"].items()}
        return [name for name in self.tables["as_is"] if roles.get(name.split(".")[0]) == "end"]

    def good(self, end: str) -> int:
        return int(self.summary["outcomes"][end.split(".")[0]]["good"])

    def verdict(self, bargain: str, end: str) -> str:
        gaps = self.gaps(bargain, end)
        half, differing = Z * gaps.std(ddof=1) / np.sqrt(len(gaps)), int((gaps != 0).sum())
        if differing == 0:
            return "same"
        if len(gaps) < 30 or differing < 10:
            return "few"
        if abs(gaps.mean()) <= half:
            return "unclear"
        return "gain" if gaps.mean() * self.good(end) > 0 else "price"

    @cached_property
    def verdicts(self) -> dict[tuple[str, str], str]:
        return {(b, end): self.verdict(b, end) for b in ("firm", "own") for end in self.ends}

    def size(self, bargain: str, end: str) -> float:
        return abs(self.gaps(bargain, end).mean()) / smallest_effects()[end.split(".")[0]].size

    def stands(self, bargain: str, end: str) -> str:
        """How a difference stands, from the checks' own intervals alone, as an older summary has them."""
        mean = self.gaps(bargain, end).mean()
        words = []
        for check in self.summary["checks"]:
            if check["id"] in REQUIRED:
                said = check["pairs"][f"{bargain}-minus-as_is"]["outcomes"][end]
                near, far = sorted(np.sign(mean) * said[name] for name in ("low", "high"))
                words.append("holds" if near > 0 else "fails" if far < abs(mean) / 2 else "open")
        return "fails" if "fails" in words else "open" if "open" in words else "holds"

    def sure(self, bargain: str, end: str) -> bool:
        """Whether a difference stays clear among all that move (Bonferroni)."""
        from statistics import NormalDist

        asked = sum(word != "same" for word in self.verdicts.values())
        gaps = self.gaps(bargain, end)
        return abs(gaps.mean()) > NormalDist().inv_cdf(1 - 0.05 / (2 * asked)) * gaps.std(ddof=1) / np.sqrt(len(gaps))

    def ends_of(self, state: str) -> list[str]:
        return [end for end in self.ends if "." not in end or end.endswith(f".{state}")]


@pytest.fixture(params=range(10))
def run(request: pytest.FixtureRequest, tmp_path: Path) -> Rows:
    """One of ten random runs, with its checks."""
    return Rows(add_checks(write_run(tmp_path, futures=120 + 20 * request.param, seed=request.param, sampled=6)))


def test_every_sentence_of_the_first_screen_read_back_is_what_the_rows_say(run: Rows) -> None:
    view = view_of(run.folder)
    said = dict(answer(view))
    assert set(said) == {
        "In short.", *SIDES, "How sure.", "What would change it.", "Wars no side wanted.",
    }  # fmt: skip
    _short(run, said["In short."])
    for heading, state in SIDES.items():
        _side(run, state, said[heading])
    _sure(run, said["How sure."])
    _change(run, said["What would change it."])
    _wars(run, said["Wars no side wanted."])
    for bargain in ("firm", "own"):
        _fate(run, bargain, fate_sentence(view, bargain))


def test_two_bargains_with_each_other_read_back_are_what_the_rows_say(run: Rows) -> None:
    view = view_of(run.folder)
    page = against(view)
    assert page is not None
    (text,) = re.findall(r"<figcaption>(\u201cA firm promise\u201d .*?) <a", page)
    read = AGAINST.fullmatch(html.unescape(text))
    assert read, text
    gaps = {end: (run.alive("firm")[end] - run.alive("own")[end]).dropna() for end in view.leading_ends}
    moving = {end: gap for end, gap in gaps.items() if (gap != 0).any()}
    clear = {end: gap for end, gap in moving.items() if (gap != 0).sum() >= 10 and len(gap) >= 30
             and abs(gap.mean()) > Z * gap.std(ddof=1) / np.sqrt(len(gap))}  # fmt: skip
    assert (int(read[1]), int(read[2])) == (len(clear), len(moving))
    told = [part.rsplit(", ", 1) for part in read[3].split("; ")]
    assert len(told) == len(clear)
    for (amount, word), (end, gap) in zip(told, clear.items(), strict=True):
        assert amount.startswith(f"{view.words(end)} ")
        factor = PERCENT if "percentage" in amount else 1.0
        change = number(amount.removeprefix(f"{view.words(end)} ").split(" ")[0])
        half = Z * gap.std(ddof=1) / np.sqrt(len(gap))
        assert change == pytest.approx(factor * gap.mean(), abs=0.5 * factor * half)
        assert word == ("better" if gap.mean() * run.good(end) > 0 else "worse")


def test_least_regret_read_back_is_what_the_rows_say(run: Rows) -> None:
    page = regret(view_of(run.folder))
    assert page is not None
    for state in ("ally", "pro"):
        ends = [
            end
            for end in run.ends_of(state)
            if any((run.tables[b][end] != run.tables["as_is"][end]).any() for b in BARGAINS)
        ]
        alive = run.alive("firm").index.intersection(run.alive("own").index).intersection(run.alive("as_is").index)
        usual = run.tables["as_is"].loc[alive, ends]
        everywhere = pd.concat([run.tables[b].loc[alive, ends] for b in BARGAINS]).std(ddof=0)
        step, good = usual.std(ddof=0).replace(0.0, np.nan).fillna(everywhere), [run.good(end) for end in ends]
        gained = {b: (run.tables[b].loc[alive, ends] - usual) / step * good for b in BARGAINS}
        use = pd.DataFrame({b: table.mean(axis=1) for b, table in gained.items()})
        lost = (-use).add(use.max(axis=1), axis=0)
        table = re.search(rf'id="regret-{state}".*?</figure>', page, re.S)
        assert table
        means = [float(text) for text in re.findall(r'<td class="mean">([\d.]+) ', table[0])]
        assert means == pytest.approx([round(lost[b].mean(), 3) for b in BARGAINS], abs=1.1e-3)
        assert re.findall(r'class="free">(\d+) of (\d+)', table[0])[0][1] == str(len(alive))


def test_years_read_back_are_what_the_yearly_rows_say(run: Rows) -> None:
    view = view_of(run.folder)
    page = over_time(view)
    assert page is not None
    tables = {}
    for bargain in BARGAINS:
        parts = sorted((run.folder / "yearly").glob(f"{bargain}-*.parquet"))
        tables[bargain] = pd.concat([pd.read_parquet(part) for part in parts]).set_index(["future", "year"])
    found = re.findall(r'id="time-([a-z0-9-]+)".*?</figure>', page, re.S)
    assert found
    checked = 0
    for name in tables["as_is"].columns:
        figure = re.search(rf'id="time-{slug(name)}".*?<figcaption>(.*?)</figcaption>', page, re.S)
        if figure is None:
            continue
        for bargain in ("firm", "own"):
            read = re.search(IN_YEAR.format(BARGAINS[bargain]), figure[1])
            if read is None:
                continue
            both = run.alive(bargain).index.intersection(run.alive("as_is").index)
            last = [tables[b].xs(int(read[1]), level="year").loc[both, name] for b in (bargain, "as_is")]
            gap = last[0] - last[1]
            factor = PERCENT if "percentage points" in figure[1] else 1.0
            half = Z * gap.std(ddof=1) / np.sqrt(len(gap))
            assert number(read[2]) == pytest.approx(factor * gap.mean(), abs=0.51 * factor * half + 1e-9)
            checked += 1
    assert checked > 4


def _short(run: Rows, text: str) -> None:
    read = SHORT.fullmatch(text)
    assert read, text
    ends = {*run.ends_of("ally"), *run.ends_of("pro")}
    clear = [place for place, word in run.verdicts.items() if word in ("gain", "price") and place[1] in ends]
    assert int(read[1] or 0) == sum(run.size(*place) >= 1.0 for place in clear)
    assert int(read[2] or read[3]) == len(clear)


def _side(run: Rows, state: str, text: str) -> None:
    found = list(SIDE.finditer(text))
    assert "".join(one[0] for one in found).replace(" ", "") == text.replace(" ", ""), text
    assert [one["none"] or one["open"] or one["proven"] for one in found] == ["gain", "price"], text
    for read, word in zip(found, ("gain", "price"), strict=True):
        mine = [(b, end) for b in ("firm", "own") for end in run.ends_of(state) if run.verdicts[b, end] == word]
        proven = [place for place in mine if run.stands(*place) == "holds" and run.sure(*place)]
        assert bool(read["none"]) == (not mine)
        assert bool(read["proven"]) == bool(proven)
        if not mine:
            continue
        bargain, end = max(proven or mine, key=lambda place: run.size(*place))
        names, bargains = view_of(run.folder), {name: key for key, name in BARGAINS.items()}
        assert (bargains[read["bargain"]], read["end"]) == (bargain, names.outcome(end))
        factor = PERCENT if "percentage" in read["unit"] else 1.0
        gaps, level = run.gaps(bargain, end), run.alive("as_is")[end].mean()
        half = Z * gaps.std(ddof=1) / np.sqrt(len(gaps))
        assert number(read["change"]) == pytest.approx(factor * gaps.mean(), abs=0.5 * factor * half)
        assert number(read["level"]) == pytest.approx(factor * level, rel=6e-3)
        assert number(read["size"]) == pytest.approx(run.size(bargain, end), rel=6e-2)
        if read["part"]:
            assert number(read["part"]) == pytest.approx(PERCENT * gaps.mean() / level, abs=0.051)
        more = MORE.search(read["rest"])
        assert int(more[1] if more else 0) == max(0, len({b for b, _ in proven}) - 1)
        _lacks(run, bargain, end, read)


def _lacks(run: Rows, bargain: str, end: str, read: re.Match[str]) -> None:
    stands = run.stands(bargain, end)
    assert ("fails in the check" in read["rest"]) == (stands == "fails")
    assert ("cannot be told in the check" in read["rest"]) == (stands == "open")
    assert ("may be chance among so many" in read["rest"]) == (stands == "holds" and not run.sure(bargain, end))


def _sure(run: Rows, text: str) -> None:
    read = SURE.fullmatch(text)
    assert read, text
    words = Counter(run.verdicts.values())
    clear = [place for place, word in run.verdicts.items() if word in ("gain", "price")]
    stands = Counter(run.stands(*place) for place in clear)
    pairs = min(len(run.gaps(b, "nuclear_option")) for b in ("firm", "own"))
    moving = len(run.verdicts) - words["same"]
    assert [int(number(part or "0")) for part in read.groups()] == [
        pairs, len(clear), moving, max(1, round(0.05 * moving)), len(clear), stands["holds"], stands["fails"],
        stands["open"], words["few"],
    ]  # fmt: skip


def _change(run: Rows, text: str) -> None:
    read = TURN.fullmatch(text)
    assert read, text
    assert (read[1], read[2], read[3]) == ("crises lost", "Ally", BARGAINS["firm"])
    gaps = run.gaps("firm", "coerced.ally")
    holds = run.tables["as_is"]["u.credibility_theory"].loc[gaps.index] > 0
    if read[4] == "past actions":
        holds = ~holds
    assert number(read[5]) == pytest.approx(gaps[holds].mean(), abs=0.06)
    assert number(read[6]) == pytest.approx(gaps[~holds].mean(), abs=0.06)
    clear = [place for place, word in run.verdicts.items() if word in ("gain", "price")]
    if read[8]:
        assert int(read[10]) == len(clear)
        names = {check["name"]: check["id"] for check in run.summary["checks"]}
        check = next(one for one in run.summary["checks"] if one["id"] == names[read[8]])
        lost = 0
        for bargain, end in clear:
            mean = run.gaps(bargain, end).mean()
            entry = check["pairs"][f"{bargain}-minus-as_is"]["outcomes"][end]
            near, far = sorted(np.sign(mean) * entry[name] for name in ("low", "high"))
            lost += near <= 0 and far < abs(mean) / 2
        assert int(read[9]) == lost
    else:
        assert all(run.stands(*place) != "fails" for place in clear)


def _wars(run: Rows, text: str) -> None:
    read = WARS.fullmatch(text)
    assert read, text
    usual = run.alive("as_is")
    begun, wrong = int(usual["wars_begun"].sum()), int(usual["tremble_wars"].sum())
    assert (read[1], int(number(read[2])), int(number(read[3])), int(number(read[4]))) == (
        BARGAINS["as_is"], begun, len(usual), wrong,
    )  # fmt: skip
    assert int(re.sub(r"\D", "", read[5])) == pytest.approx(PERCENT * wrong / begun, abs=1.0)
    others = OF_BARGAIN.findall(read[6])
    assert [(name, int(number(bad)), int(number(of))) for name, bad, of in others] == [
        (BARGAINS[b], int(run.alive(b)["tremble_wars"].sum()), int(run.alive(b)["wars_begun"].sum()))
        for b in ("firm", "own")
    ]


def _fate(run: Rows, bargain: str, text: str) -> None:
    read = FATE.fullmatch(text)
    assert read, text
    manifest = json.loads((run.folder / "manifest.json").read_text())
    assert int(read[1]) == len(manifest["bargains"][bargain]["levers"])
    names = ("levers_offered", "levers_agreed", "levers_in_force", "levers_lapsed")
    for place, name in enumerate(names, start=2):
        assert number(read[place]) == pytest.approx(run.alive(bargain)[name].mean(), abs=0.051)


def test_the_record_counts_the_registers_that_are_shipped() -> None:
    mark = record_mark(catalogue("en"))
    assert mark is not None
    for what, wrong, tried in record(catalogue("en")):
        assert 0 <= wrong <= tried
        assert f"{wrong} of {tried} {what}" in mark
    assert 'href="#rests"' in mark
