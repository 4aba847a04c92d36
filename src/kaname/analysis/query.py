"""SQL over the rows of a run by DuckDB, read-only and closed in: no file, no network, nothing but the run's own tables.

    outcomes   futures that ran to their end      yearly    the same, by year
    sampled    what each future drew              checks    rows of the checks, with a column `check_id`
    failures   futures that failed                columns   unit and label of every column

Idea: Arrow reads the files that the manifest lists, each compared with its digest, and hands them over as tables;
DuckDB itself may open nothing (external access off, configuration locked), and one reading statement is taken.
The unit of a result's column is followed through names, aliases and the functions that keep a unit; where it cannot be
told, none is shown. A name with a dot is quoted: "casualties.jp".
Reads: the files of a run. Writes: nothing. Errors: InputError with DuckDB's message.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kaname.analysis.export.tables import TABLES, columns_of
from kaname.analysis.extras import extra
from kaname.analysis.folder import RunFolder
from kaname.core.errors import InputError
from kaname.store.reading import Reader

KEEPING = frozenset(
    "avg mean min max sum median quantile_cont quantile_disc quantile stddev stddev_samp stddev_pop first last "
    "any_value abs round floor ceil mode arg_min arg_max fsum kahan_sum".split()
)
"""Functions whose result has the unit of their first argument."""
ALIKE = frozenset(("+", "-", "coalesce", "greatest", "least"))
"""Functions whose result has the unit that all their arguments share."""
RUN = "run_"
NO_ACCESS = ("set enable_external_access=false", "set lock_configuration=true")
ALIVE = "failed_quarter < 0"


@dataclass(frozen=True)
class Answer:
    """names and units of the columns (empty where there are none), and the rows."""

    names: list[str]
    units: list[str]
    rows: list[tuple[Any, ...]]

    @property
    def head(self) -> list[str]:
        """Return the names with their units: `casualties.jp [thousand people]`."""
        return [f"{name} [{unit}]" if unit else name for name, unit in zip(self.names, self.units, strict=True)]


def queried(run: RunFolder, sql: str) -> Answer:
    """Return the answer to one SQL statement that reads."""
    duckdb = extra("duckdb", "query")
    base = duckdb.connect(config={"python_enable_replacements": "false", "temp_directory": ""})
    try:
        _lay_out(base, run)
        for setting in NO_ACCESS:
            base.execute(setting)
        return _answer(duckdb, base, run, sql)
    finally:
        base.close()


def _answer(duckdb: Any, base: Any, run: RunFolder, sql: str) -> Answer:
    try:
        statements = base.extract_statements(sql)
        if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
            raise InputError(
                "the query must be one statement that only reads", path="SQL", found=sql,
                hint=f"For example: select bargain, avg({_quoted(run)}) from outcomes group by bargain.",
            )  # fmt: skip
        asked = base.execute(statements[0])
        names = [column[0] for column in asked.description]
        rows = asked.fetchall()
    except duckdb.Error as trouble:
        raise InputError(_said(trouble), path="SQL", hint=_hint(run, str(trouble))) from None
    return Answer(names, _units(base, sql, names, dict(run.record.columns)), rows)


def _said(trouble: Exception) -> str:
    return " ".join(str(trouble).split("\n\nLINE")[0].split())


def _hint(run: RunFolder, text: str) -> str:
    if "Referenced table" in text:
        return f"A name with a dot is quoted: {_quoted(run)}."
    if "Permission" in text:
        return "A query reads the tables of the run and nothing else."
    return f"Tables: {', '.join((*TABLES, 'checks', 'columns'))}."


def _quoted(run: RunFolder) -> str:
    """Return a column of the run with a dot in its name, as SQL writes it."""
    return f'"{next((name for name in run.record.columns if "." in name), "future")}"'


def _lay_out(base: Any, run: RunFolder) -> None:
    """Register the run's files as Arrow datasets and make the tables over them."""
    import pyarrow as pa
    import pyarrow.dataset as datasets

    reader, held = Reader(run.record), []

    def table(name: str, kind: str, arm: str = "", bargains: Sequence[str] = run.bargains) -> bool:
        files = [str(path) for bargain in bargains for path in reader.files(bargain, kind, arm)]
        if files:
            held.append(name)
            base.register(name, datasets.dataset(files, format="parquet"))
        return bool(files)

    table(f"{RUN}rows", "file")
    table(f"{RUN}sampled", "sampled", bargains=run.bargains[:1])
    dead = f"(select bargain, future from {RUN}rows where not {ALIVE})"
    base.execute(f"create view outcomes as select * from {RUN}rows where {ALIVE}")
    base.execute(f"create view failures as select bargain, future, failed_field, failed_quarter from {RUN}rows "
                 f"where not {ALIVE}")  # fmt: skip
    base.execute(f"create view sampled as select * from {RUN}sampled")
    if table(f"{RUN}yearly", "yearly"):
        base.execute(f"create view yearly as select * from {RUN}yearly y where (y.bargain, y.future) not in {dead}")
    arms = sorted({chunk.span.arm for chunk in run.record.chunks.values()} - {"", "attribution"})
    views = [f"select '{arm}' as check_id, * from {RUN}check_{place} where {ALIVE}"
             for place, arm in enumerate(arms) if table(f"{RUN}check_{place}", "file", arm)]  # fmt: skip
    if views:
        base.execute(f"create view checks as {' union all '.join(views)}")
    listed = [(name, column.name, column.unit, column.label) for name in TABLES for column in columns_of(run, name)]
    words = ("table_name", "column_name", "unit", "label")
    base.register(f"{RUN}columns", pa.table({word: [row[n] for row in listed] for n, word in enumerate(words)}))
    base.execute(f"create view columns as select * from {RUN}columns")


def _units(base: Any, sql: str, names: Sequence[str], known: Mapping[str, str]) -> list[str]:
    """Units of the columns of a result: by their own names, and by what the query says that they are."""
    said = json.loads(base.execute("select json_serialize_sql(?::varchar)", [sql]).fetchone()[0])
    items: list[Any] = []
    if not said.get("error"):
        items = said["statements"][0]["node"].get("select_list", [])
    if len(items) != len(names):
        return [known.get(name, "") for name in names]
    return [_unit(item, known) for item in items]


def _unit(item: Mapping[str, Any], known: Mapping[str, str]) -> str:
    if item.get("class") == "COLUMN_REF":
        return known.get(item["column_names"][-1], "")
    if item.get("class") not in ("FUNCTION", "WINDOW"):
        return ""
    parts = [part.get("expression", part) for part in item.get("arguments", item.get("children", []))]
    found = [_unit(part, known) for part in parts]
    name = item.get("function_name", "")
    if name in KEEPING and found:
        return found[0]
    return found[0] if name in ALIKE and found and len(set(found)) == 1 else ""
