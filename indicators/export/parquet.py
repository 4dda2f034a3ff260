"""An edition → Apache Parquet: typed columns with their meanings, licence and digest in the metadata of the file."""

import io
from collections.abc import Mapping
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from indicators.export.edition import Edition, figures
from indicators.export.table import ColumnType, column_type
from indicators.values.text import Lang
from indicators.words.export import tables as words

_TYPES: Final[Mapping[ColumnType, pa.DataType]] = {
    "text": pa.string(),
    "number": pa.float64(),
    "integer": pa.int64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}


def write(edition: Edition, lang: Lang) -> bytes:
    table, about = figures(edition, lang), edition.dataset.about
    facts = edition.stamp_texts | {
        "title": about.title.of(lang),
        "title_zh": about.title.zh,
        "title_en": about.title.en,
    }
    fields = [
        pa.field(name, _TYPES[column_type(name)], metadata={"description": words.MEANINGS[name].of(lang)})
        for name in table.columns
    ]
    schema = pa.schema(fields, metadata=facts)
    columns = zip(*table.rows, strict=True) if table.rows else [()] * len(fields)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, fields, strict=True)]
    sink = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), sink, compression="zstd")
    return sink.getvalue()
