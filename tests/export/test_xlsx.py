"""The workbook, opened by openpyxl and as the XML that it is."""

import io
import re
import zipfile
from datetime import datetime
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.workbook import Workbook

from indicators.export import xlsx
from indicators.export.edition import Edition
from indicators.model.dataset import Dataset
from indicators.phrasing import calculations
from indicators.phrasing.names import Names
from indicators.values import units
from indicators.values.text import LANGS, Lang
from indicators.words.export import tables as words
from indicators.words.export import workbook as workbook_words
from tests.editions import DAY, DIGEST, FORMULAS, edition_of, make_awkward


def opened(edition: Edition, lang: Lang = "en") -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(xlsx.write(edition, lang)))


def rows(book: Workbook, sheet: str) -> list[dict[str, object]]:
    """The cells of a sheet under their headers."""
    heads, *lines = book[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, heads), line, strict=True)) for line in lines]


def xml(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist() if "worksheets" in name}


@pytest.mark.parametrize("lang", LANGS)
def test_sheets_in_each_language(shipped: Dataset, lang: Lang) -> None:
    book = opened(edition_of(shipped), lang)
    assert book.sheetnames == [name.of(lang) for name in workbook_words.SHEETS.values()]
    heads = [cell.value for cell in next(book[book.sheetnames[0]].iter_rows(max_row=1))]
    assert heads == [words.TITLES[column].of(lang) for column in xlsx.DATA]
    assert book[book.sheetnames[0]].freeze_panes == "B2"


def test_numbers_are_numbers_and_days_days(shipped: Dataset) -> None:
    written = {row["Figure (id)"]: row for row in rows(opened(edition_of(shipped)), "Data")}
    assert list(written) == list(shipped.figures)
    for key, figure in shipped.figures.items():
        row = written[key]
        assert row["Value (base unit)"] == (None if figure.text is None else float(figure.text.value))
        assert row["Year-on-year growth (%)"] == (None if figure.growth is None else float(figure.growth.value))
        assert row["As printed"] == (None if figure.text is None else figure.text.printed)
        assert row["First day"] == datetime.combine(figure.period.start, datetime.min.time())
    row = written["etdz-equipment-output-2022s1"]
    assert (row["Value (base unit)"], row["Base unit"], row["Nature"]) == (3.67e9, "yuan", "Actual")
    assert (row["Licence"], row["Digest of the content (SHA-256)"]) == ("CC-BY-4.0", DIGEST)


def test_shares_are_shown_as_percent(shipped: Dataset) -> None:
    sheet = opened(edition_of(shipped))["Data"]
    column = xlsx.DATA.index("growth") + 1
    shown = {
        cell.number_format for (cell,) in sheet.iter_rows(2, min_col=column, max_col=column) if cell.value is not None
    }
    assert shown == {"0.0%"}


def test_no_text_is_a_formula_or_a_link() -> None:
    content = xlsx.write(edition_of(make_awkward()), "en")
    sheets = xml(content)
    assert len(sheets) >= 4
    assert not [name for name, text in sheets.items() if re.search(r"<f[ >]", text)]
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
    assert "f" not in {cell.data_type for cell in cells if not isinstance(cell.value, str)}
    assert [row["Quote"] for row in rows(book, "Data")] == [*FORMULAS, "至少14家"]
    links = {cell.hyperlink.target for cell in cells if cell.hyperlink}
    assert links == {"https://www.daily.cn/a.html"}


def test_addresses_of_copies_are_links(shipped: Dataset) -> None:
    book = opened(edition_of(shipped))
    for name, columns in (("Data", xlsx.DATA), ("Sources", xlsx.SOURCES)):
        place = columns.index("copies") + 1
        cells = [cell for (cell,) in book[name].iter_rows(2, min_col=place, max_col=place) if cell.value]
        assert cells
        assert all(bool(cell.hyperlink) == (" " not in str(cell.value)) for cell in cells)


def test_sheets_print_on_landscape_pages_one_page_wide(shipped: Dataset) -> None:
    """With their headers on each page, and without the columns of ids, which would make it too small to read."""
    edition = edition_of(shipped)
    for sheet in opened(edition):
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert edition.version in str(sheet.oddFooter.left.text)
        if sheet.title != "Notes":
            assert sheet.print_title_rows == "$1:$1"
        *_, last = re.split("[:!]", str(sheet.print_area))
        letters, rows_printed = re.findall(r"\$([A-Z]+)\$(\d+)", last)[0]
        width = sum(
            sheet.column_dimensions[get_column_letter(place)].width
            for place in range(1, column_index_from_string(letters) + 1)
        )
        assert width < 280  # about half of the size on the screen, on A4
        assert int(rows_printed) >= sheet.max_row


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGS)
def test_calculated_numbers_are_rounded_as_they_are_shown(shipped: Dataset, lang: Lang) -> None:
    edition = edition_of(shipped)
    names, book = Names(shipped, lang), opened(edition, lang)
    written = rows(book, book.sheetnames[1])
    title = words.TITLES["value"].of(lang)
    for row, derived in zip(written, edition.derived, strict=True):
        shown = units.compact(Decimal(str(row[title])), derived.unit, lang, digits=15)
        assert shown in calculations.value(derived, names)


def test_an_open_end_is_a_word() -> None:
    written = rows(opened(edition_of(make_awkward())), "Data")[-1]
    assert (written["Low (base unit)"], written["High (base unit)"], written["Qualifier"]) == (14, "INF", "at least")


@pytest.mark.parametrize(
    ("address", "followed"),
    [
        ("https://www.daily.cn/a.html", True),
        ("http://www.daily.cn/a.html#b", True),
        ("https://www.daily.cn/" + "a" * 2000, True),
        ("https://www.daily.cn/" + "a" * 2100, False),
        ("internal:Notes!A1", False),
        ("mailto:a@daily.cn", False),
    ],
)
def test_what_can_be_followed(address: str, followed: bool) -> None:
    assert xlsx.can_be_followed(address) is followed


def test_no_more_links_than_a_sheet_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_LINKS", 3)
    sheet = opened(edition_of(make_awkward()))["Data"]
    column = xlsx.DATA.index("url") + 1
    cells = [cell for (cell,) in sheet.iter_rows(2, min_col=column, max_col=column)]
    assert [bool(cell.hyperlink) for cell in cells] == [True] * 3 + [False] * 7
    assert {cell.value for cell in cells} == {"https://www.daily.cn/a.html"}


def test_derived_figures_have_their_formula_in_words(shipped: Dataset) -> None:
    edition = edition_of(shipped)
    written = rows(opened(edition), "Derived")
    assert [row["Derived figure (id)"] for row in written] == [derived.id for derived in edition.derived]
    base = next(row for row in written if row["Derived figure (id)"] == "etdz-equipment-output-2022s1:base")
    assert base["What it is"] == "A year earlier (derived)"
    assert "÷ (1 + 32%)" in str(base["Formula"])
    assert base["Value (base unit)"] == 2.78e9  # as it is shown: about ¥2.78 bn


def test_sources_are_the_articles(shipped: Dataset) -> None:
    written = rows(opened(edition_of(shipped)), "Sources")
    assert {row["Article (id)"]: row["Figures (number)"] for row in written} == {
        key: len(article.figures) for key, article in shipped.articles.items()
    }


def test_notes_say_what_it_is_in_both_languages(shipped: Dataset) -> None:
    notes = [str(row[2]) for row in opened(edition_of(shipped))["Notes"].iter_rows(values_only=True)]
    for text in (shipped.about.title.zh, shipped.about.title.en, DIGEST, "CC-BY-4.0"):
        assert any(text in line for line in notes)
    assert {words.MEANINGS["low"].zh, words.MEANINGS["low"].en} <= set(notes)
    assert notes.index(words.MEANINGS["low"].en) < notes.index(words.MEANINGS["low"].zh)  # the workbook is English


def test_a_workbook_of_a_past_day_says_so(shipped: Dataset) -> None:
    book = opened(edition_of(shipped, day=DAY))
    assert {row["As known on"] for row in rows(book, "Data")} == {datetime.combine(DAY, datetime.min.time())}
    notes = [str(row[2]) for row in book["Notes"].iter_rows(values_only=True)]
    assert [line[:10] for line in notes if "nothing that was published later" in line] == ["2021-06-30"]
    now = [str(row[2]) for row in opened(edition_of(shipped))["Notes"].iter_rows(values_only=True)]
    assert not [line for line in now if "published later" in line]


def test_nothing_chosen_leaves_the_headers(shipped: Dataset) -> None:
    book = opened(edition_of(shipped, ()))
    assert [len(rows(book, sheet)) for sheet in ("Data", "Derived", "Sources")] == [0, 0, 0]
