"""An edition → a zip of its tables that describes itself: Data Package v2, CSV on the Web and SDMX.

The tables are CSV for programs: without a byte order mark, and with texts as they are, since Table Schema and CSVW
would take a guard against formulas for part of the text. Spreadsheets have the plain CSV and the workbook.
See https://datapackage.org/standard/data-package/ and https://www.w3.org/TR/tabular-metadata/.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any, Final

from indicators.export import csv_file, csvw, relations, sdmx
from indicators.export.edition import Edition
from indicators.export.relations import meaning
from indicators.export.table import ColumnType, Table, column_type
from indicators.model.document import About
from indicators.values import contacts
from indicators.values.text import Lang
from indicators.words.export import tables as words

PROFILE: Final = "https://datapackage.org/profiles/2.0/datapackage.json"
DESCRIPTOR: Final = "datapackage.json"
SDMX_DATA: Final = "sdmx/data.csv"
SDMX_STRUCTURE: Final = "sdmx/structure.xml"
_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip can name; a fixed one makes equal bytes of equal editions."""
_TYPES: Final[Mapping[ColumnType, str]] = {
    "text": "string", "number": "number", "integer": "integer", "boolean": "boolean", "date": "date",
}  # fmt: skip
_ADDRESSES: Final = frozenset({"url", "archive"})


def write(edition: Edition, lang: Lang) -> bytes:
    """The zip, with its descriptor in a language; needs pysdmx (the extra export).

    The figures that chosen ones refer to are included, so that every key has its row.
    """
    whole = edition.closed()
    tables = relations.tables(whole)
    files = {f"data/{table.name}.csv": csv_file.for_schemas(table) for table in tables}
    files[csvw.FILE] = _json(csvw.metadata(tables, whole, {table.name: f"data/{table.name}.csv" for table in tables}))
    files[SDMX_DATA], files[SDMX_STRUCTURE] = sdmx.data(whole), sdmx.structure(whole)
    descriptor = _json(_descriptor(whole, tables, files, lang))
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {DESCRIPTOR: descriptor, **files}.items():
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(entry, content)
    return sink.getvalue()


def _json(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _descriptor(edition: Edition, tables: tuple[Table, ...], files: Mapping[str, bytes], lang: Lang) -> dict[str, Any]:
    """The descriptor. Four of its keys are our own: ``dated`` is the date of the data, ``digest`` the SHA-256 of their
    content, ``known_on`` the past day that the dataset is of, and ``program`` the version of the program.
    """
    about = edition.dataset.about
    publishers = edition.dataset.publishers.values()
    return {
        "$schema": PROFILE,
        "name": about.id,
        "title": about.title.of(lang),
        "description": csvw.description(edition).of(lang),
        "version": edition.version,
        **({"dated": edition.dated.isoformat()} if edition.dated else {}),
        "digest": f"sha256:{edition.digest}",
        **({"known_on": edition.known_on.isoformat()} if edition.known_on else {}),
        "program": edition.program,
        "licenses": [license_of(about.license)],
        **({"contributors": [contact_of(about, lang)]} if about.contact else {}),
        "sources": [
            {"title": publisher.name.of(lang), **({"path": publisher.archive} if publisher.archive else {})}
            for publisher in publishers
        ],
        "resources": [
            *(_table(table, files[f"data/{table.name}.csv"], lang) for table in tables),
            _file("sdmx-data", SDMX_DATA, "application/vnd.sdmx.data+csv;version=2.0.0", files, lang),
            _file("sdmx-structure", SDMX_STRUCTURE, "application/vnd.sdmx.structure+xml;version=3.0.0", files, lang),
            _file("csvw", csvw.FILE, "application/csvm+json", files, lang),
        ],
    }


def contact_of(about: About, lang: Lang) -> dict[str, Any]:
    """Where errors are reported, as a contributor whose role is contact."""
    contact = about.contact or ""
    key = "email" if contacts.is_email(contact) else "path"
    return {"title": about.title.of(lang), key: contact, "roles": ["contact"]}


def license_of(license_: str) -> dict[str, str]:
    """An SPDX licence with its address; any other under a name that marks it as no SPDX one."""
    if address := csvw.license_address(license_):
        return {"name": license_, "path": address}
    return {"name": "LicenseRef-own", "title": license_}


def _table(table: Table, content: bytes, lang: Lang) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "path": f"data/{table.name}.csv",
        "description": words.RESOURCES[table.name].of(lang),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **_fingerprint(content),
        "schema": {
            "fields": [_field(column, table, lang) for column in table.columns],
            "missingValues": [""],
            **({"primaryKey": list(table.key)} if table.key else {}),
            "foreignKeys": [_foreign_key(column, target, table) for column, target in table.links.items()],
        },
    }


def _field(column: str, table: Table, lang: Lang) -> dict[str, Any]:
    text = meaning(column, table.name)
    field: dict[str, Any] = {"name": column, "type": _TYPES[column_type(column)]}
    if column in _ADDRESSES:
        field["format"] = "uri"
    if text:
        field["description"] = text.of(lang)
    if column in table.key:
        field["constraints"] = {"required": True, **({"unique": True} if len(table.key) == 1 else {})}
    return field


def _foreign_key(column: str, target: str, table: Table) -> dict[str, Any]:
    reference: dict[str, Any] = {} if target == table.name else {"resource": target}
    return {"fields": [column], "reference": reference | {"fields": [relations.KEYS[target]]}}


def _file(name: str, path: str, mediatype: str, files: Mapping[str, bytes], lang: Lang) -> dict[str, Any]:
    about = {"name": name, "path": path, "description": words.RESOURCES[name].of(lang), "mediatype": mediatype}
    return about | {"format": path.rpartition(".")[2]} | _fingerprint(files[path])


def _fingerprint(content: bytes) -> dict[str, Any]:
    return {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}
