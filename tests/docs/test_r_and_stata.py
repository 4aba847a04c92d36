"""The lines for R and Stata read an exported run: R's paired difference is Kaname's, and every name is a column."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pandas as pd
import pytest

import kaname as ka

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "read-a-run-in-r-and-stata.md"
BLOCKS = {
    language: re.findall(rf"```{language}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)
    for language in ("r", "stata")
}
TOLERANCE = 1e-9
RSCRIPT = shutil.which("Rscript")


def has_haven() -> bool:
    """Whether R is here with the package that reads Stata's files."""
    asked = ["Rscript", "-e", "quit(status = !requireNamespace('haven', quietly = TRUE))"]
    return RSCRIPT is not None and subprocess.run(asked, capture_output=True).returncode == 0


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float]:
    """A folder with csv/ and stata/ of a small run, and the mean paired difference that Kaname gives."""
    folder = tmp_path_factory.mktemp("exported")
    run = ka.compare("us-japan", ["as_is", "unequal_by_design"], futures=12, years=2, robustness=0, out=folder / "run")
    run.export("csv", folder / "csv")
    run.export("stata", folder / "stata")
    rows = run.outcomes.to_pandas().pivot(index="future", columns="bargain", values="spending.jp")
    return folder, float((rows["unequal_by_design"] - rows["as_is"]).mean())


@pytest.mark.skipif(not has_haven(), reason="R with haven is not installed here: the lines for R were NOT run")
def test_r_reads_an_exported_run_and_finds_the_same_paired_difference(exported: tuple[Path, float]) -> None:
    folder, expected = exported
    script = "\n".join([*BLOCKS["r"], 'cat("\\nMEAN", format(mean(gap), digits = 15), "\\n")'])
    (folder / "read.R").write_text(script, encoding="utf-8")
    done = subprocess.run(["Rscript", "read.R"], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    (mean,) = re.findall(r"^MEAN (\S+)", done.stdout, re.M)
    assert float(mean) == pytest.approx(expected, rel=TOLERANCE)
    assert "[bn USD 2023] jp: Military spending" in done.stdout


def test_every_name_in_the_lines_is_a_column_of_the_exported_files(exported: tuple[Path, float]) -> None:
    folder, _ = exported
    csv = set(pd.read_csv(folder / "csv" / "outcomes.csv", nrows=1))
    stata = pd.read_stata(folder / "stata" / "outcomes.dta")
    assert set(re.findall(r'rows\["([^"]+)"\]', BLOCKS["r"][0])) <= csv
    assert {"bargain", "future", "spending_jp"} <= set(stata)
    wide = {f"spending_jp{name}" for name in stata["bargain"].unique()}
    assert set(re.findall(r"spending_jp[a-z]\w*", BLOCKS["stata"][0])) <= wide
    assert all(
        any(u.startswith("u.") for u in pd.read_csv(folder / "csv" / name, nrows=1)) for name in ("sampled.csv",)
    )
