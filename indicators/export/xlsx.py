"""An edition → an XLSX workbook for readers: data, what follows from them, their sources, and what all of it means."""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from math import isfinite
from typing import Final, cast

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from indicators.export import relations
from indicators.export.csv_file import number
from indicators.export.edition import COLUMNS, Edition, figures, naming
from indicators.export.table import Cell, Table
from indicators.model.subjects import Nature
from indicators.phrasing import calculations
from indicators.phrasing.events import phrase
from indicators.phrasing.names import Names
from indicators.values.quantities import Qualifier
from indicators.values.text import LANGS, Lang
from indicators.words import terms
from indicators.words.export import tables as words
from indicators.words.export import workbook as workbook_words
from indicators.words.export.workbook import Sheet

_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,  # a text of the data that begins with = is a text
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_CREATED: Final = datetime(2000, 1, 1)  # noqa: DTZ001  # the file keeps no zone; a fixed day makes equal bytes of equal data
LONGEST_LINK: Final = 2079
MOST_LINKS: Final = 65_530
"""Limits of Excel: characters of an address that it follows, and links on a sheet."""
MOST_ROWS: Final = 1_048_575
"""Rows that a sheet holds below its headers."""

_PRINTED_DATA: Final = (
    "metric_name", "region_name", "sector_name", "group_name", "period_name", "nature", "text", "value", "unit_name",
    "growth", "completion", "publisher_name", "published", "quote",
)  # fmt: skip
_PRINTED_DERIVED: Final = (
    "label", "metric_name", "region_name", "sector_name", "group_name", "period_name", "value", "unit_name",
    "qualifier", "working",
)  # fmt: skip
_PRINTED_SOURCES: Final = ("headline", "publisher_name", "published", "url", "copies", "figures", "note")
"""The first columns of each sheet: those for people, which are printed."""
DATA: Final = tuple(dict.fromkeys((*_PRINTED_DATA, "headline", "url", "copies", "permalink", "low", "high", *COLUMNS)))
DERIVED: Final = tuple(dict.fromkeys((*_PRINTED_DERIVED, "low", "high", "inputs", *relations.DERIVED)))
SOURCES: Final = (*_PRINTED_SOURCES, "article", "publisher")
PRINTED: Final[Mapping[Sheet, int]] = {
    "data": len(_PRINTED_DATA),
    "derived": len(_PRINTED_DERIVED),
    "sources": len(_PRINTED_SOURCES),
    "notes": 3,
}
"""How many columns of each sheet are printed, on pages that are one sheet wide."""
_NAMED_TOO: Final = ("unit_name", "metric_name", "region_name", "sector_name", "group_name")
"""Names that reported and derived figures have."""
_WRAPPED: Final[Mapping[str, int]] = dict.fromkeys(("headline", "quote", "note", "working", "label", "metric_name"), 32)
_WIDTHS: Final[Mapping[str, int]] = {
    **_WRAPPED,
    **dict.fromkeys(("url", "copies", "permalink", "inputs", "figure", "derived", "digest"), 30),
    **dict.fromkeys(("region_name", "sector_name", "publisher_name", "value", "low", "high", "text"), 18),
    **dict.fromkeys(("nature", "growth", "completion", "figures", "published"), 11),
}
_WIDTH: Final = 14
_A4: Final = 9
_AMOUNTS: Final = ("value", "low", "high")
_RATES: Final = frozenset({"growth", "points", "share", "completion"})
_LINKS: Final = frozenset({"url", "copies", "permalink"})


def write(edition: Edition, lang: Lang) -> bytes:
    """The workbook, with names and headers in a language and the notes in both; needs xlsxwriter (the extra export).

    Numbers are numbers in base units (an infinite one is INF or -INF), growth and completion shares that are shown
    as percent, days are days, and addresses are links; numbers that were calculated are rounded as they are shown. No
    cell holds a formula. It prints on landscape pages one page wide, with the headers on each.

    Raises OverflowError where there are more rows than a sheet holds: a part of them would pass for all.
    """
    written = _tables(edition, lang)
    if max(len(table.rows) for table in written.values()) > MOST_ROWS:
        raise OverflowError
    sink = io.BytesIO()
    with xlsxwriter.Workbook(sink, _OPTIONS) as book:
        book.set_properties({"title": edition.dataset.about.title.of(lang), "created": _CREATED})
        styles = _Styles.of(book)
        for sheet, table in written.items():
            page = book.add_worksheet(workbook_words.SHEETS[sheet].of(lang))
            _write(page, table, styles, lang)
            _set_up(page, edition, len(table.rows), PRINTED[sheet])
            page.repeat_rows(0)
        notes = book.add_worksheet(workbook_words.SHEETS["notes"].of(lang))
        _set_up(notes, edition, _notes(notes, edition, styles, lang), PRINTED["notes"])
    return sink.getvalue()


def _tables(edition: Edition, lang: Lang) -> dict[Sheet, Table]:
    return {"data": _data(edition, lang), "derived": _derived(edition, lang), "sources": _sources(edition, lang)}


# --- what stands on the sheets ---------------------------------------------------------------------------------------


def _data(edition: Edition, lang: Lang) -> Table:
    table = figures(edition, lang)
    records = (dict(zip(table.columns, row, strict=True)) for row in table.rows)
    return _ordered("data", DATA, (row | _in_words(row, lang) for row in records))


def _derived(edition: Edition, lang: Lang) -> Table:
    table, names = relations.derived(edition), Names(edition.dataset, lang)
    called = naming(edition.dataset, lang)
    rows = []
    for derived, row in zip(edition.derived, table.rows, strict=True):
        record = dict(zip(table.columns, row, strict=True))
        calculation = calculations.of(derived, names)
        record |= {
            "label": calculation.label,
            "working": calculation.formula,
            "period_name": derived.period.label(lang),
            **{end: float(calculations.rounded(derived, getattr(derived, end), names)) for end in _AMOUNTS},
        }
        record |= {name: called[name][str(record[name.removesuffix("_name")])] for name in _NAMED_TOO}
        rows.append(record | _in_words(record, lang))
    return _ordered("derived", DERIVED, rows)


def _in_words(row: Mapping[str, Cell], lang: Lang) -> dict[str, Cell]:
    """The names of qualifier and nature, in the place of their ids."""
    words_of: dict[str, Cell] = {}
    if row["qualifier"] is not None:
        words_of["qualifier"] = terms.QUALIFIERS[cast("Qualifier", row["qualifier"])].of(lang)
    return words_of | ({"nature": terms.NATURES[cast("Nature", row["nature"])].of(lang)} if "nature" in row else {})


def _sources(edition: Edition, lang: Lang) -> Table:
    names = Names(edition.dataset, lang)
    rows = (
        {
            "headline": names.headline(article),
            "publisher_name": names.publisher(article.publisher),
            "published": article.published.text,
            "url": article.url,
            "copies": " ".join(copy.url for copy in article.copies) or None,
            "figures": len(printed),
            "note": names.of(article.note) if article.note else None,
            "article": article.id,
            "publisher": article.publisher,
        }
        for article, printed in edition.articles
    )
    return _ordered("sources", SOURCES, rows)


def _ordered(name: str, columns: tuple[str, ...], rows: Iterable[Mapping[str, Cell]]) -> Table:
    return Table(name, columns, tuple(tuple(row[column] for column in columns) for row in rows))


# --- how it is written -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Styles:
    head: Format
    text: Format
    whole: Format
    share: Format
    day: Format
    link: Format
    wrapped: Format

    @classmethod
    def of(cls, book: xlsxwriter.Workbook) -> "_Styles":
        return cls(
            head=book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
            text=book.add_format({"valign": "top"}),
            whole=book.add_format({"num_format": "#,##0", "valign": "top"}),
            share=book.add_format({"num_format": "0.0%", "valign": "top"}),
            day=book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"}),
            link=book.add_format({"hyperlink": True, "valign": "top"}),
            wrapped=book.add_format({"text_wrap": True, "valign": "top"}),
        )


def _write(sheet: Worksheet, table: Table, styles: _Styles, lang: Lang) -> None:
    """A sheet with headers that stay in sight and filter, columns of a fitting width, and a row each."""
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, words.TITLES[column].of(lang), styles.head)
        sheet.set_column(place, place, _WIDTHS.get(column, _WIDTH))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    room = MOST_LINKS
    for line, row in enumerate(table.rows, 1):
        for place, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
            if column in _LINKS and isinstance(cell, str) and room and can_be_followed(cell):
                sheet.write_url(line, place, cell, styles.link, string=cell)
                room -= 1
            elif cell is not None:
                _cell(sheet, (line, place), cell, column, styles)


def _set_up(sheet: Worksheet, edition: Edition, last_row: int, columns: int) -> None:
    """How a sheet is printed; the foot says what the data are."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, last_row, columns - 1)
    about = edition.dataset.about
    stamp = f"{about.id} {edition.version}, {about.license}".replace("&", "&&")
    sheet.set_footer(f"&L&8{stamp}&R&8&P / &N")


def can_be_followed(address: str) -> bool:
    """True for one address of the Web that is no longer than Excel follows."""
    return address.startswith(("http://", "https://")) and len(address) <= LONGEST_LINK and " " not in address


def _cell(sheet: Worksheet, place: tuple[int, int], cell: Cell, column: str, styles: _Styles) -> None:
    match cell:
        case str():
            sheet.write_string(*place, cell, styles.wrapped if column in _WRAPPED else styles.text)
        case bool():
            sheet.write_boolean(*place, cell, styles.text)
        case date():
            sheet.write_datetime(*place, datetime(cell.year, cell.month, cell.day), styles.day)  # noqa: DTZ001  # a day
        case int() | float() if isfinite(cell):
            whole = styles.whole if float(cell).is_integer() else styles.text
            sheet.write_number(*place, cell, styles.share if column in _RATES else whole)
        case float():
            sheet.write_string(*place, str(number(cell)), styles.text)


def _notes(sheet: Worksheet, edition: Edition, styles: _Styles, first: Lang) -> int:
    """What the data are and what each column means, in both languages, ``first`` first; returns the last row."""
    facts = edition.stamp_texts
    notes = list(workbook_words.NOTES)
    if edition.known_on is not None:
        notes.insert(2, workbook_words.KNOWN_NOTE)
    for place, width in enumerate((22, 30, 80)):
        sheet.set_column(place, place, width)
    line = 0
    for lang in sorted(LANGS, key=lambda lang: lang != first):
        names = Names(edition.dataset, lang)
        count = names.count(terms.FIGURES, len(edition.frame)), names.count(terms.ARTICLES, len(edition.articles))
        facts_in_words = facts | {
            "title": names.of(edition.dataset.about.title),
            "figures": count[0],
            "articles": count[1],
        }
        for title, text in notes:
            sheet.write_string(line, 0, title.of(lang), styles.head)
            sheet.write_string(line, 2, text.of(lang).format_map(facts_in_words), styles.wrapped)
            line += 1
        for event in edition.events:
            sheet.write_string(line, 0, workbook_words.EVENT.of(lang), styles.head)
            sheet.write_string(line, 2, phrase(event, names), styles.wrapped)
            line += 1
        line = _meanings(sheet, line + 1, lang, styles) + 1
    return line


def _meanings(sheet: Worksheet, line: int, lang: Lang, styles: _Styles) -> int:
    for place, title in enumerate(workbook_words.NOTES_TITLES):
        sheet.write_string(line, place, title.of(lang), styles.head)
    shown: Mapping[Sheet, tuple[str, ...]] = {"data": DATA, "derived": DERIVED, "sources": SOURCES}
    for name, columns in shown.items():
        for column in columns:
            line += 1
            sheet.write_string(line, 0, workbook_words.SHEETS[name].of(lang))
            sheet.write_string(line, 1, words.TITLES[column].of(lang))
            sheet.write_string(line, 2, words.MEANINGS[column].of(lang), styles.wrapped)
    return line + 1
