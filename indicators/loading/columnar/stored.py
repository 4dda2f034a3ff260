"""The outcome of a load ↔ a folder: its columns in two Arrow files, all else as JSON, each with a digest."""

import json
from contextlib import suppress
from dataclasses import asdict, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final, TypeVar

import numpy as np
import pyarrow as pa

from indicators.loading.columnar.columns import ArticleColumns, Columns, FigureColumns, as_numpy, compact_json
from indicators.loading.columnar.dataset import columns_of, from_columns
from indicators.loading.loader import Loaded
from indicators.model import serial
from indicators.model.dataset import Dataset, join
from indicators.model.declared_units import declared_in, unit_table
from indicators.model.document import Document
from indicators.reading import article_texts, disk
from indicators.values import periods
from indicators.values.problems import Problem
from indicators.values.text import LocalText

_HEAD: Final = "head.json"
_TABLES: Final = ("figures", "articles")
_TableT = TypeVar("_TableT", FigureColumns, ArticleColumns)


class _UnusableError(Exception):
    """What lies in the folder cannot be used."""


# --- to disk ---------------------------------------------------------------------------------------------------------


def write(folder: Path, loaded: Loaded) -> bool:
    """Store what was loaded as that folder, in one step; False where that cannot be done, and nothing is left."""
    with suppress(OSError), disk.new_folder(folder) as part:  # no room, or another process was faster
        head: dict[str, Any] = {
            "problems": [asdict(problem) for problem in loaded.problems],
            "accepted": [asdict(problem) for problem in loaded.accepted],
            "digest": loaded.digest,
        }
        if loaded.dataset is not None:
            columns = columns_of(loaded.dataset)
            _write_table(part / "figures", columns.figures)
            _write_table(part / "articles", columns.articles)
            head["units"] = columns.units
            head["periods"] = [period.text for period in columns.periods]
            head["vocabulary"] = _vocabulary(columns.head)
            head["tables"] = {name: _digest(part / name) for name in _TABLES}
        text = compact_json(head)
        disk.write(part / _HEAD, f"{blake2b(text.encode()).hexdigest()}\n{text}".encode())
    return (folder / _HEAD).is_file()


def _write_table(path: Path, columns: FigureColumns | ArticleColumns) -> None:
    table = pa.RecordBatch.from_arrays([_array(column) for column in columns], names=list(columns._fields))
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, table.schema) as writer:
        writer.write_batch(table)


def _array(column: Any) -> pa.Array:
    if not isinstance(column, np.ndarray):
        return column
    numbers = column.view(np.int8) if column.dtype == bool else column  # a bit for each would have to be unpacked
    buffers = [None, pa.py_buffer(np.ascontiguousarray(numbers))]
    return pa.Array.from_buffers(pa.from_numpy_dtype(numbers.dtype), len(numbers), buffers)


def _vocabulary(head: Dataset) -> dict[str, Any]:
    return {"dataset": serial.printed(head.about), **serial.vocabulary(head, serial.printed)}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        digest = blake2b()
        while block := file.read(2**20):
            digest.update(block)
    return digest.hexdigest()


# --- from disk -------------------------------------------------------------------------------------------------------


def read(folder: Path, path: Path) -> Loaded | None:
    """The load of ``path`` that is stored in the folder; None where it is torn, damaged or not there."""
    try:
        return _loaded(folder, path)
    except (OSError, ValueError, KeyError, TypeError, pa.ArrowException, _UnusableError):
        return None


def _loaded(folder: Path, path: Path) -> Loaded:
    digest, _, text = (folder / _HEAD).read_text("utf-8").partition("\n")
    if blake2b(text.encode()).hexdigest() != digest:
        raise _UnusableError(_HEAD)
    head = json.loads(text)
    problems, accepted = (tuple(map(_problem, head[name])) for name in ("problems", "accepted"))
    if "vocabulary" not in head:
        return Loaded(None, problems, head["digest"], accepted)
    for name in _TABLES:
        if _digest(folder / name) != head["tables"][name]:
            raise _UnusableError(name)
    columns = Columns(
        head=_dataset(head["vocabulary"]),
        figures=_table(folder / "figures", FigureColumns),
        articles=_table(folder / "articles", ArticleColumns),
        periods=tuple(map(periods.parse, head["periods"])),
        units=tuple(head["units"]),
    )
    dataset = from_columns(columns)
    texts, _ = article_texts.held(article_texts.beside(path), dataset.articles)
    return Loaded(dataset, problems, head["digest"], accepted, texts)


def _dataset(vocabulary: Any) -> Dataset:
    document = Document.model_validate(vocabulary, context=unit_table(declared_in([vocabulary])))
    if document.dataset is None:
        raise _UnusableError(_HEAD)
    return join(document.dataset, [document])


def _table(path: Path, kind: type[_TableT]) -> _TableT:
    """The columns of a file, which stay on disk until somebody looks at them."""
    batch = pa.ipc.open_file(pa.memory_map(str(path))).get_batch(0)
    return kind(**{name: _column(name, batch.column(name)) for name in kind._fields})


def _column(name: str, column: pa.Array) -> Any:
    if pa.types.is_large_string(column.type):
        return column
    numbers = as_numpy(column)
    return numbers.view(bool) if name == "complete_parts" else numbers


def _problem(facts: dict[str, Any]) -> Problem:
    problem = Problem(**facts)
    return replace(problem, accepted=LocalText(**facts["accepted"])) if facts["accepted"] else problem
