"""Tables → CSV on the Web metadata, in both languages: https://www.w3.org/TR/tabular-metadata/."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from indicators.export.edition import Edition
from indicators.export.relations import KEYS, meaning
from indicators.export.table import ColumnType, Table, column_type
from indicators.values.text import LANGS, LocalText
from indicators.words.export import tables as words

FILE: Final = "csv-metadata.json"
_TYPES: Final[Mapping[ColumnType, str]] = {
    "text": "string", "number": "double", "integer": "integer", "boolean": "boolean", "date": "date",
}  # fmt: skip


def metadata(tables: Iterable[Table], edition: Edition, paths: Mapping[str, str]) -> dict[str, Any]:
    """The metadata of the tables, whose ``paths`` are by their names; ``dc:valid`` is the past day that they are of."""
    about = edition.dataset.about
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:identifier": about.id,
        "dc:title": _both(about.title),
        "dc:description": _both(description(edition)),
        **({"dc:modified": edition.dated.isoformat()} if edition.dated else {}),
        **({"dc:valid": edition.known_on.isoformat()} if edition.known_on else {}),
        "dc:license": _license(about.license),
        "schema:version": edition.version,
        "schema:sha256": edition.digest,
        "tables": [_table(table, paths) for table in tables],
    }


def description(edition: Edition) -> LocalText:
    """What the dataset is, of which past day it is, if of one, and that its tables are not for spreadsheets."""
    about, day = edition.dataset.about, edition.known_on
    text = about.description or words.PACKAGE_DESCRIPTION
    then = {lang: words.KNOWN_THEN.of(lang).format(day=day) if day else "" for lang in LANGS}
    zh = f"{text.zh}{then['zh']}{words.UNGUARDED.zh}"
    return LocalText(zh=zh, en=" ".join(filter(None, (text.en, then["en"], words.UNGUARDED.en))))


def license_address(license_: str) -> str:
    """The address of a licence in the list of SPDX; empty where its name cannot be one of that list."""
    return f"https://spdx.org/licenses/{license_}" if re.fullmatch(r"[A-Za-z0-9.-]+", license_) else ""


def _license(license_: str) -> Any:
    address = license_address(license_)
    return {"@id": address} if address else license_


def _table(table: Table, paths: Mapping[str, str]) -> dict[str, Any]:
    schema = {
        "columns": [_column(column, table) for column in table.columns],
        **({"primaryKey": list(table.key)} if table.key else {}),
        "foreignKeys": [
            _foreign_key(column, target, paths) for column, target in table.links.items() if _filled(table, column)
        ],
    }
    return {"url": paths[table.name], "dc:description": _both(words.RESOURCES[table.name]), "tableSchema": schema}


def _column(column: str, table: Table) -> dict[str, Any]:
    """``titles`` must be what the header of the file says (CSVW 6.4.2), so the words for people are a description."""
    text = meaning(column, table.name)
    description = {"dc:description": _both(text)} if text else {}
    required = {"required": True} if column in table.key else {}
    return {"name": column, "titles": column, "datatype": _TYPES[column_type(column)], **required, **description}


def _filled(table: Table, column: str) -> bool:
    """True if no cell of the column is empty: a strict reader takes an empty foreign key for a broken one."""
    index = table.columns.index(column)
    return all(row[index] is not None for row in table.rows)


def _foreign_key(column: str, target: str, paths: Mapping[str, str]) -> dict[str, Any]:
    return {
        "columnReference": [column],
        "reference": {"resource": paths[target], "columnReference": [KEYS[target]]},
    }


def _both(text: LocalText) -> list[dict[str, str]]:
    return [{"@value": text.of(lang), "@language": lang} for lang in LANGS]
